import t from 'tap'
import { setTimeout as sleep } from 'node:timers/promises'
import { DECLINE_CATEGORIES, declineReply, routeFound } from '../../../services/safety/moderation.ts'
import { review } from '../../../services/safety/review.ts'
import { reviewNext } from '../../../services/safety/review-next.ts'
import { callerLeft } from '../../../services/turn.ts'
import type { Reading, Risk } from '../../../services/understanding/reading.ts'
import { answerV2, type Asking, type V2Input, type V2Ports } from '../../../services/v2/pipeline.ts'
import { encodeReading } from '../../../services/v2/understand.ts'
import { createSpeakingChat, type Speech, type Speeches } from '../../fakes/speaking-chat.ts'

const canary = 'kestrel-4711'
const question = 'He forgot my birthday again and I feel invisible.'
const ONE = 'Forgotten on your own birthday, again, and left feeling invisible.'
const TWO = ' That hurts, and it makes sense that it does.'
const THREE = ' What would it have meant to you if he had remembered?'
const GOOD = ONE + TWO + THREE
const ORDER = ' You must leave him before it happens again.'

const reading = (risk: Risk = 'none'): Reading => ({
  emotions: { confusion: 0.1, sadness: 0.9, anxiety: 0.2, frustration: 0.3, hope: 0, emotional_distance: 0.6, overwhelm: 0.2 },
  intents: { greeting_testing: 0, venting: 0.9, reflection: 0.1, advice_seeking: 0, reassurance_seeking: 0.2, decision_making: 0, curiosity_learning: 0 },
  themes: ['emotions'],
  risk
})
const understood = (risk?: Risk): Speech => ({ says: [encodeReading(reading(risk))] })
const IN_DANGER = { 'self-harm': 0.9, 'self-harm/intent': 0.8 } as const

interface Given { input?: Partial<V2Input>, deadlineMs?: number, signal?: AbortSignal, asking?: Partial<Asking>, onShow?: () => void }

/** A turn that is shown while it is written. */
function begin (speeches: Speeches, { input, deadlineMs = 2900, signal = AbortSignal.timeout(deadlineMs + 5000), asking, onShow = () => {} }: Given = {}) {
  const chat = createSpeakingChat({ understand: understood(), repair: { says: [GOOD] }, ...speeches })
  const startedAt = performance.now()
  const deltas: Array<{ text: string, atMs: number }> = []
  const counted: string[][] = []
  const show = (text: string) => {
    deltas.push({ text, atMs: performance.now() - startedAt })
    onShow()
  }
  const ports: V2Ports = {
    chat, models: { detection: 'gpt-6-luna', response: 'gpt-6.1-terra', economy: 'gpt-6-luna' }, temperature: 0.7, maxTokens: 150, now: () => performance.now(),
    countTokens: (_model, { content }) => Math.ceil(content.length / 4),
    review: (reply, context) => review(reply, { ...context, canary }),
    reviewNext: (sentence, before, context) => reviewNext(sentence, before, { ...context, canary }),
    countReview: faults => { counted.push([...faults]) },
    route: found => routeFound(found, false),
    decline: (category, used) => declineReply({ category: DECLINE_CATEGORIES.find(known => known === category)!, used, pick: 0 })
  }
  const done = answerV2({ question, mode: 'LEARN', tier: 'free', history: [], canary, used: [], deadlineAt: startedAt + deadlineMs, ...input }, ports, signal, { understands: true, writer: 'response', show, ...asking })
  return { chat, deltas, counted, done, tookMs: () => performance.now() - startedAt }
}

async function run (speeches: Speeches, given?: Given) {
  const { chat, deltas, counted, done, tookMs } = begin(speeches, given)
  const end = await done
  const took = tookMs()
  await sleep(1)
  const shown = deltas.map(({ text }) => text).join('')
  const outcomes = Object.fromEntries(end.legs.map(({ leg, outcome }) => [leg, outcome]))
  return { end, chat, deltas, counted, shown, outcomes, tookMs: took, isQuiet: chat.calls.every(({ endedAt }) => endedAt !== undefined) }
}

t.test('sentences are shown while the rest is written, and the end is their sum', async t => {
  const { end, deltas, counted, shown } = await run({ respond: { says: [ONE, 30, TWO, 150, THREE] } })
  t.strictSame(deltas.map(({ text }) => text), [ONE, TWO, THREE])
  t.match(end, { kind: 'answer', text: GOOD, repaired: false, isCutShort: false, finish: 'stop', isPublic: true, strategy: 'LOW', model: 'gpt-6.1-terra-2026-10-01' })
  t.equal(shown, GOOD)
  t.ok(deltas[2]!.atMs - deltas[0]!.atMs > 100, 'not all at the end')
  t.strictSame(counted, [[]], 'one reply, reviewed once')
})

t.test('nothing is shown before moderation has answered', async t => {
  const { deltas, shown } = await run({ respond: { says: [GOOD] }, moderate: { afterMs: 250 } })
  t.equal(shown, GOOD)
  t.ok(deltas[0]!.atMs >= 245, `${deltas[0]!.atMs} ms`)
})

t.test('a moderation that hangs is waited for a part of the time only', async t => {
  const { end, deltas, outcomes, isQuiet } = await run({ respond: { says: [GOOD] }, moderate: { afterMs: 30_000 } }, { deadlineMs: 600 })
  t.match(end, { kind: 'answer' })
  t.ok(deltas[0]!.atMs > 330 && deltas[0]!.atMs < 590, `${deltas[0]!.atMs} ms of 600`)
  t.equal(outcomes.moderate, 'cancelled')
  t.ok(isQuiet, 'and ends with the turn')
})

t.test('a risk that is found before the first words replaces the reply', async t => {
  const byReading = await run({ understand: understood('self_harm'), respond: { says: [GOOD] } })
  t.match(byReading, { end: { kind: 'care', careKind: 'self_harm' }, deltas: [] })
  const byModeration = await run({ respond: { says: [GOOD, 400] }, moderate: { flagged: IN_DANGER, afterMs: 150 } })
  t.match(byModeration, { end: { kind: 'care', careKind: 'self_harm', shown: '' }, deltas: [], outcomes: { respond: 'cancelled' } })
  const declined = await run({ respond: { says: [GOOD, 400] }, moderate: { flagged: { illicit: 0.9 }, afterMs: 50 } })
  t.match(declined, { end: { kind: 'declined', category: 'illicit', shown: '' }, deltas: [] })
  t.match(await run({ understand: understood('harm_to_others'), respond: { says: [GOOD] } }), { end: { kind: 'declined' }, deltas: [] })
})

t.test('a risk that moderation finds later ends the reply; what was read stays', async t => {
  const { end, shown, outcomes, tookMs } = await run({ respond: { says: [ONE, TWO, 1200, THREE] }, moderate: { flagged: IN_DANGER, afterMs: 600 } }, { deadlineMs: 700 })
  t.match(end, { kind: 'care', careKind: 'self_harm', shown: ONE })
  t.equal(shown, ONE)
  t.equal(outcomes.respond, 'cancelled')
  t.ok(tookMs < 900, 'at once')
})

t.test('a sentence that fails is left out, counted, and the reply is nobody else’s', async t => {
  const { end, shown, counted } = await run({ respond: { says: [ONE, ORDER, THREE] } })
  t.equal(shown, ONE + THREE)
  t.match(end, { kind: 'answer', text: ONE + THREE, repaired: true })
  t.strictSame(counted, [['directive'], []], 'what the model wrote, and what is left of it: each answer has a passed review')
})

t.test('where nothing passes the reply is rewritten, and the rewriting is not shown before it has passed', async t => {
  const { end, deltas, chat } = await run({ respond: { says: [ORDER] } })
  t.match(end, { kind: 'answer', text: GOOD, repaired: true, model: 'gpt-6-luna-2026-10-01' })
  t.strictSame(deltas, [])
  t.equal(chat.calls.find(({ leg }) => leg === 'repair')!.request!.stream, undefined)
  t.match((await run({ respond: { says: [ORDER] }, repair: { says: [ORDER] } })).end, { kind: 'failed', reason: 'review', shown: '' })
  const late = await run({ respond: { says: [ORDER] }, repair: { says: [2000, GOOD] } }, { deadlineMs: 900 })
  t.match(late.end, { kind: 'failed', reason: 'review' })
  t.ok(late.tookMs < 1100, 'the first words are due whoever writes them')
})

t.test('one sentence alone is no reply where others were left out: something else follows it', async t => {
  const { end, shown } = await run({ respond: { says: [ONE, ORDER] } })
  t.match(end, { kind: 'failed', reason: 'review', shown: ONE })
  t.equal(shown, ONE)
  t.match((await run({ respond: { says: [ONE] } })).end, { kind: 'answer', text: ONE, repaired: false }, 'a short one is')
})

const BREAKS: ReadonlyArray<readonly [string, Omit<Speech, 'says'>, string]> = [
  ['an upstream error', { fails: 'upstream_error' }, 'upstream_error'], ['a silence', { hangs: true }, 'timeout'], ['a broken chunk', { fails: 'invalid_output' }, 'invalid_output'],
  ['a content filter', { fails: 'content_filter' }, 'content_filter']
]
for (const [what, breaks, reason] of BREAKS) {
  t.test(`${what} after two sentences: the reply ends there`, async t => {
    const { end, shown, tookMs, outcomes, counted } = await run({ respond: { says: [ONE, TWO, ' What would it have mea'], ...breaks } })
    t.equal(shown, ONE + TWO)
    t.match(end, { kind: 'answer', text: ONE + TWO, isCutShort: true, finish: 'length', model: 'gpt-6.1-terra' })
    t.equal(outcomes.respond, reason)
    t.ok(tookMs < 1900, 'a silence of 1.5 s is enough')
    t.strictSame(counted, [[]])
  })

  t.test(`${what} after one sentence: something else follows it`, async t => {
    const { end, shown } = await run({ respond: { says: [ONE, ' That hurts, and it ma'], ...breaks } })
    t.match(end, { kind: 'failed', reason, shown: ONE })
    t.equal(shown, ONE)
  })

  t.test(`${what} before the first words: nothing was shown`, async t => {
    const { end, deltas } = await run({ respond: { says: ['Forgo'], ...breaks } }, { deadlineMs: 700 })
    t.match(end, { kind: 'failed', reason, shown: '' })
    t.strictSame(deltas, [])
  })
}

t.test('cut off by its length: the last half sentence is left out, and too little is truncated', async t => {
  t.match(await run({ respond: { says: [ONE, TWO, ' What would it'], finish: 'length' } }), { shown: ONE + TWO, end: { kind: 'answer', text: ONE + TWO, finish: 'length', isCutShort: false, repaired: false } })
  t.match(await run({ respond: { says: [ONE, ' That hurts, and'], finish: 'length' } }), { shown: ONE, end: { kind: 'failed', reason: 'truncated', shown: ONE } })
})

t.test('first words that are late are not waited for', async t => {
  for (const says of [[900, GOOD], ['Forgotten', 900, GOOD]]) {
    const { end, deltas, tookMs } = await run({ respond: { says } }, { deadlineMs: 600 })
    t.match(end, { kind: 'failed', reason: 'timeout', shown: '' })
    t.strictSame(deltas, [])
    t.ok(tookMs > 590 && tookMs < 800, `${tookMs} ms`)
  }
  const { end } = await run({ respond: { says: [ONE, TWO, 900, THREE] } }, { deadlineMs: 600 })
  t.match(end, { kind: 'answer', text: GOOD }, 'once there are some the rest may take longer')
})

t.test('the turn’s end after two sentences ends the reply there, after one something else follows', async t => {
  const over = (ms: number) => AbortSignal.timeout(ms)
  t.match(await run({ respond: { says: [ONE, TWO, ' What', 900] } }, { signal: over(500) }), { shown: ONE + TWO, end: { kind: 'answer', isCutShort: true } })
  t.match(await run({ respond: { says: [ONE, ' That hurts, and it', 900] } }, { signal: over(500) }), { shown: ONE, end: { kind: 'failed', reason: 'timeout', shown: ONE } })
})

t.test('a caller who leaves ends the call at once', async t => {
  const caller = new AbortController()
  let leftAt = 0
  const leave = () => {
    leftAt ||= performance.now()
    caller.abort(callerLeft())
  }
  const { end, chat, outcomes } = await run({ respond: { says: [ONE, TWO, 3000, THREE] } }, { signal: caller.signal, onShow: leave })
  t.match(end, { kind: 'failed', reason: 'aborted' })
  t.equal(outcomes.respond, 'aborted')
  t.ok(chat.calls.find(({ leg }) => leg === 'respond')!.endedAt! - leftAt < 50)
  t.match(end.legs.find(({ leg }) => leg === 'respond'), { sent: true, usage: undefined, asked: { maxTokens: 150 } }, 'and is booked as an estimate')
})

t.test('a call that is nearly done is let finish, to learn what it cost', async t => {
  const LONG = `${ONE}${TWO} ${'It goes on and on like this. '.repeat(14)}`
  const cases: ReadonlyArray<readonly [string, Speech, boolean]> = [
    ['its end has come', { says: [ONE, TWO, THREE], usageAfterMs: 150 }, true],
    ['it is almost as long as it may be', { says: [LONG, 150, THREE] }, true],
    ['the usage does not come', { says: [ONE, TWO, THREE], usageAfterMs: 5000 }, false]
  ]
  for (const [what, respond, isExact] of cases) {
    const caller = new AbortController()
    const { done, chat } = begin({ respond }, { signal: caller.signal })
    while (!chat.calls.some(({ leg }) => leg === 'respond')) await sleep(1)
    await sleep(30)
    const leftAt = performance.now()
    caller.abort(callerLeft())
    const end = await done
    t.match(end, { kind: 'failed', reason: 'aborted' }, what)
    t.match(end.legs.find(({ leg }) => leg === 'respond'), isExact ? { outcome: 'ok', usage: Object } : { outcome: 'aborted', usage: undefined }, what)
    t.ok(performance.now() - leftAt < 450, `${what}: ${Math.round(performance.now() - leftAt)} ms`)
  }
})

t.test('without understanding the classifier reads, and no call is made for it', async t => {
  const { end, chat } = await run({ respond: { says: [GOOD] } }, { asking: { understands: false, writer: 'economy' } })
  t.match(end, { kind: 'answer', model: 'gpt-6-luna-2026-10-01' })
  t.strictSame(chat.calls.map(({ leg }) => leg).sort(), ['moderate', 'respond'])
})

t.test('a defect of ours is thrown, and leaves no call behind', async t => {
  const { chat, done } = begin({ respond: { says: [GOOD, 500] } }, { onShow: () => { throw new RangeError('ours') } })
  await done.catch(() => {})
  await sleep(5)
  t.ok(chat.calls.every(({ endedAt }) => endedAt !== undefined))
})
