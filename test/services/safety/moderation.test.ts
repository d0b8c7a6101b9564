import fc from 'fast-check'
import t from 'tap'
import { DECLINE_CATEGORIES, declineReply, MODERATION_CATEGORIES, routeFound, routeModeration, routeRisk, type Flagged, type ModerationInput, type ModerationRoute } from '../../../services/safety/moderation.ts'
import { review } from '../../../services/safety/review.ts'
import { sentencesOf } from '../../../services/safety/sentences.ts'
import type { Flag } from '../../../services/safety/verdict.ts'
import { RISKS, type Risk } from '../../../services/understanding/reading.ts'

const ALLOW: ModerationRoute = { action: 'allow' }
const SELF_HARM: ModerationRoute = { action: 'care', kind: 'self_harm', grade: 'explicit' }
const ABUSE: ModerationRoute = { action: 'care', kind: 'abuse', grade: 'explicit' }
const decline = (category: typeof DECLINE_CATEGORIES[number]): ModerationRoute => ({ action: 'decline', category })
const told = (flagged: Flagged, more: Partial<ModerationInput> = {}) => routeModeration({ flagged, isVictim: false, ...more })

t.test('each category has its own way', async t => {
  const rows: ReadonlyArray<readonly [string, ModerationRoute, ModerationRoute]> = [
    ['nothing flagged', told({}), ALLOW],
    ['self-harm', told({ 'self-harm': 0.6 }), { action: 'care', kind: 'self_harm', grade: 'passive' }],
    ['intent', told({ 'self-harm': 0.9, 'self-harm/intent': 0.8 }), SELF_HARM],
    ['instructions', told({ 'self-harm/instructions': 0.7 }), SELF_HARM],
    ['a victim of violence', told({ violence: 0.97, 'violence/graphic': 0.5 }, { isVictim: true }), ABUSE],
    ['a victim of threats', told({ 'harassment/threatening': 0.9, violence: 0.8 }, { isVictim: true }), ABUSE],
    ['a victim as a child', told({ 'sexual/minors': 0.9, sexual: 0.9 }, { isVictim: true }), ABUSE],
    ['a victim with nothing flagged', told({}, { isVictim: true }), ALLOW],
    ['a threat', told({ harassment: 0.9, 'harassment/threatening': 0.8 }), decline('violence')],
    ['a plan', told({ violence: 0.7, 'illicit/violent': 0.6, illicit: 0.7 }), decline('violence')],
    ['a clear wish to hurt', told({ violence: 0.95 }), decline('violence')],
    ['violence, barely', told({ violence: 0.5 }), ALLOW],
    ['something terrible seen', told({ violence: 0.95, 'violence/graphic': 0.9 }), ALLOW],
    ['an angry vent', told({ harassment: 0.9 }), ALLOW],
    ['talk of sex', told({ sexual: 0.9 }), ALLOW],
    ['a child', told({ sexual: 0.4, 'sexual/minors': 0.3 }), decline('sexual_minor')],
    ['hate', told({ hate: 0.8 }), decline('hate')],
    ['threats out of hate', told({ 'hate/threatening': 0.2 }), decline('hate')],
    ['a crime', told({ illicit: 0.6 }), decline('illicit')],
    ['a method after a crisis', told({ illicit: 0.6, violence: 0.4 }, { localCareKind: 'self_harm' }), SELF_HARM],
    ['violence in a session of abuse', told({ violence: 0.9 }, { localCareKind: 'abuse' }), ABUSE],
    ['a child, whatever the session', told({ 'sexual/minors': 0.9 }, { localCareKind: 'self_harm' }), decline('sexual_minor')]
  ]
  for (const [name, route, expected] of rows) t.strictSame(route, expected, name)
})

const flags = fc.dictionary(fc.constantFrom(...MODERATION_CATEGORIES), fc.double({ min: 0, max: 1, noNaN: true })) as fc.Arbitrary<Flagged>

t.test('somebody who hurts or is hurt is never refused', async () => {
  fc.assert(fc.property(flags, fc.constantFrom(undefined, 'abuse', 'self_harm'), (flagged, localCareKind) => routeModeration({ flagged, isVictim: true, localCareKind }).action !== 'decline'))
  fc.assert(fc.property(flags, fc.boolean(), (flagged, isVictim) => {
    const route = routeModeration({ flagged: { ...flagged, 'self-harm/intent': 0.5 }, isVictim })
    return route.action === 'care' && route.kind === 'self_harm'
  }))
})

t.test('the understanding call\'s risk is routed too', async t => {
  t.strictSame(RISKS.map(risk => routeRisk(risk).action), ['allow', 'care', 'care', 'decline', 'decline'])
})

t.test('what the local rules saw counts where the understanding call saw nothing', async t => {
  const found = (flag: Flag | undefined, risk: Risk = 'none', isVictim = false) => routeFound({ risk, flagged: {}, flag }, isVictim)
  t.strictSame(found('threat'), { action: 'decline', category: 'violence' })
  t.strictSame(found('sexual_minor'), { action: 'decline', category: 'sexual_minor' })
  t.strictSame(found('injection'), { action: 'allow' })
  t.strictSame(found(undefined), { action: 'allow' })
  t.match(found('threat', 'self_harm'), { action: 'care', kind: 'self_harm' }, 'what the model read comes first')
  t.match(found('threat', 'none', true), { action: 'care', kind: 'abuse' }, 'and somebody who is hurt is not refused')
})

t.test('a decline stays in the conversation, short, without a lecture', async t => {
  for (const category of DECLINE_CATEGORIES) {
    const used: string[] = []
    for (let turn = 0; turn < 4; turn++) {
      const { text, wording } = declineReply({ category, used, pick: 0.4 })
      t.notOk(used.includes(wording))
      used.push(wording)
      t.strictSame(review(text, { strategy: 'LOW', canary: 'qkstbmlfdhpgrcnjbqsdkkfmtrlhgpcd' }), [], text)
      t.ok(sentencesOf(text).length <= 4)
      t.match(text, /\?$/)
      t.notMatch(text, /\b(?:illegal|policy|policies|inappropriate|guidelines|wrong to|against the law|cannot assist)\b/i)
    }
  }
})
