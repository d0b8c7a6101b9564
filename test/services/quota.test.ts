import fc from 'fast-check'
import t from 'tap'
import { warmWait } from '../../services/quota.ts'

const UNIT_MS: Readonly<Record<string, number>> = { hour: 3_600_000, minute: 60_000, second: 1000 }

/** The wait that a sentence promises, in milliseconds. */
function promisedMs (words: string): number {
  const [, amount, unit] = /^in (?:about )?(a|\d+) (hour|minute|second)s?$/.exec(words) ?? []
  return (amount === 'a' ? 1 : Number(amount)) * UNIT_MS[unit ?? '']!
}

t.test('as a person says it', async t => {
  const said = [0, 1, 1000, 1001, 40_000, 60_000, 60_001, 30 * 60_000, 89 * 60_000, 5.2 * 3_600_000, 24 * 3_600_000].map(warmWait)
  t.strictSame(said, ['in a second', 'in a second', 'in a second', 'in 2 seconds', 'in 40 seconds', 'in 60 seconds', 'in about 2 minutes', 'in about 30 minutes', 'in about 89 minutes', 'in about 6 hours', 'in about 24 hours'])
})

t.test('it is never shorter than the wait, and never much longer', async () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 86_400_000 }), ms => {
    const promised = promisedMs(warmWait(ms))
    const step = ms >= 1.5 * UNIT_MS.hour! ? UNIT_MS.hour! : ms > UNIT_MS.minute! ? UNIT_MS.minute! : UNIT_MS.second!
    return promised >= ms && promised <= Math.max(ms, 1) + step
  }))
})
