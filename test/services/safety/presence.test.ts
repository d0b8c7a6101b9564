import t from 'tap'
import { HELP_LINE_REGIONS } from '../../../services/safety/help-lines.ts'
import { presenceReply } from '../../../services/safety/presence.ts'
import { review } from '../../../services/safety/review.ts'
import { CARE_KINDS, type CareKind } from '../../../services/safety/verdict.ts'

const LOW = { strategy: 'LOW', canary: 'qkstbmlfdhpgrcnjbqsdkkfmtrlhgpcd' } as const

/** What eight quiet turns of one session hear. */
function everyReply (kind: CareKind, region?: string): string[] {
  const used: string[] = []
  return Array.from({ length: 8 }, () => {
    const { text, wording } = presenceReply({ kind, region, used, pick: 0.6 })
    used.push(wording)
    return text
  })
}

t.test('eight quiet turns never hear the same words', async t => {
  for (const kind of CARE_KINDS) t.equal(new Set(everyReply(kind)).size, 8)
})

t.test('every presence reply passes review as a whole, help line and all', async t => {
  for (const region of [undefined, ...HELP_LINE_REGIONS]) {
    for (const kind of CARE_KINDS) for (const text of everyReply(kind, region)) t.strictSame(review(text, LOW), [], text)
  }
})

t.test('each offers help, asks one thing and promises no secrecy', async t => {
  for (const kind of CARE_KINDS) {
    for (const text of everyReply(kind, 'US')) {
      t.match(text, kind === 'self_harm' ? /988/ : /1-800-799-7233/)
      t.equal(text.match(/\?/g)?.length, 1, text)
      t.notMatch(text, /\b(?:secret|between us|confidential|promise|stays with me)\b/i)
    }
  }
})
