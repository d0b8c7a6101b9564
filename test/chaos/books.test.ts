/** The audit of `npm run chaos` sees what it is there to see. */
import t from 'tap'
import type { Certainty, LedgerEntry } from '../../services/ledger.ts'
import { audit, windowFaults, type Books } from './books.ts'

const entryOf = (cost: number, certainty: Certainty): LedgerEntry => ({
  turnId: 't', owner: 'anna', at: 0, tier: 'free', mode: 'LEARN', assigned: 'v2', served: 'v2', outcome: 'ok', reason: '', rollout: '', cache: 'miss', repaired: false, durationMs: 1,
  cost, saved: 0, certainty, legs: []
})

const booksOf = (spent: number, entry?: LedgerEntry): Books => ({
  windows: ['user:1:anna', 'tier:1:free', 'day:1', 'month:1'].map(name => ({ name, spent, reserved: 0 })), leases: new Map(), entries: new Map(entry ? [['anna', entry]] : []), open: 0
})

const audited = (books: Books, billed: number) => audit(books, [{ turn: 1, owner: 'anna', billed }])

t.test('a turn is in order when ledger, budget and bill agree', async t => {
  t.match(audited(booksOf(5, entryOf(5, 'exact')), 5), { exact: { turns: 1, booked: 5, billed: 5 }, faults: [] })
  t.match(audited(booksOf(7, entryOf(7, 'estimated')), 5), { estimated: { turns: 1, booked: 7, billed: 5 }, faults: [] })
  t.match(audited(booksOf(5), 6), { lost: { turns: 1, booked: 5, billed: 6 }, faults: [] }, 'of a turn that was lost only the estimate is known')
  const late: Books = { ...booksOf(4, entryOf(5, 'exact')), leases: new Map([['t', { state: 'lost', estimate: 4 }]]) }
  t.strictSame(audited(late, 5).faults, [], 'nor of one that never came to settle')
})

t.test('each way to be wrong is found', async t => {
  t.equal(audited(booksOf(5, entryOf(5, 'exact')), 6).faults.length, 1, 'a bill that the ledger does not know')
  t.equal(audited(booksOf(5, entryOf(5, 'estimated')), 6).faults.length, 1, 'an estimate that is too low')
  t.equal(audited(booksOf(4, entryOf(5, 'exact')), 5).faults.length, 1, 'a budget that has booked something else')
})

t.test('windows hold the same money, within their limits, and nothing for nobody', async t => {
  const books = booksOf(5)
  t.strictSame(windowFaults(books, { day: 5, month: 5 }), [])
  t.equal(windowFaults(books, { day: 4, month: 5 }).length, 3, 'a nano-dollar too much for a day, his tier and himself')
  t.equal(windowFaults(books, { day: 5, month: 4 }).length, 1)
  t.equal(windowFaults({ ...books, open: 1 }, { day: 5, month: 5 }).length, 1, 'a lease that is over')
  t.equal(windowFaults({ ...books, windows: [...books.windows, { name: 'day:2', spent: 1, reserved: 1 }] }, { day: 5, month: 5 }).length, 2, 'another sum, and money held')
})
