import fc from 'fast-check'
import t from 'tap'
import { LADDER, RUNGS, openRungs, type Situation } from '../../services/ladder.ts'
import { BREAKER_STATES } from '../../services/v2/upstream/breaker.ts'

const GOOD: Situation = { hasCapacity: true, timeLeft: 1, queue: 0, breaker: 'closed' }

t.test('the highest rung for each state of things', async t => {
  const rows: ReadonlyArray<readonly [string, Partial<Situation>, string]> = [
    ['all is well', {}, 'full'],
    ['most of the time is gone', { timeLeft: 0.39 }, 'without_understanding'],
    ['there is time for one call', { timeLeft: 0.15 }, 'without_understanding'],
    ['there is time for none', { timeLeft: 0.14 }, 'v1'],
    ['others wait for the model', { queue: 0.26 }, 'without_understanding'],
    ['no more may wait', { queue: 1 }, 'without_understanding'],
    ['the model\'s server is on trial', { breaker: 'half_open' }, 'without_understanding'],
    ['the server is being spared', { breaker: 'open' }, 'without_understanding'],
    ['the process has no room', { hasCapacity: false }, 'care_only'],
    ['everything at once', { hasCapacity: false, timeLeft: 0, queue: 1, breaker: 'open' }, 'care_only']
  ]
  for (const [what, change, rung] of rows) t.equal(openRungs({ ...GOOD, ...change })[0], rung, what)
})

t.test('where money is short, the next rung down is the cheaper one', async t => {
  t.strictSame(openRungs(GOOD), RUNGS)
  t.strictSame(RUNGS.flatMap(rung => LADDER[rung].plan ?? []), [
    { understands: true, writer: 'response' }, { understands: true, writer: 'economy' }, { understands: false, writer: 'economy' }
  ], 'each gives up one thing more')
})

t.test('care is never refused, and harder times never open a rung', async t => {
  const situation = fc.record({ hasCapacity: fc.boolean(), timeLeft: fc.double({ min: 0, max: 1, noNaN: true }), queue: fc.double({ min: 0, max: 1, noNaN: true }), breaker: fc.constantFrom(...BREAKER_STATES) })
  fc.assert(fc.property(situation, situation, (one, other) => {
    const harder: Situation = { hasCapacity: one.hasCapacity && other.hasCapacity, timeLeft: Math.min(one.timeLeft, other.timeLeft), queue: Math.max(one.queue, other.queue), breaker: one.breaker === 'closed' ? other.breaker : one.breaker }
    const before = openRungs(one)
    return openRungs(harder).every(rung => before.includes(rung)) && openRungs(harder).includes('care_only')
  }))
  t.pass('for any two of them')
})
