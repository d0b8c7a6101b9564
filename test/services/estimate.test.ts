import t from 'tap'
import { estimate, priceRatio, usd } from '../../services/estimate.ts'
import { embeddedTable } from '../../services/model-table.ts'

const AT = Date.parse('2026-11-24T00:00:00Z')
/** Every message counts 100 tokens, so that the sums can be worked out by hand. */
const ports = { table: embeddedTable, atMs: AT, countTokens: () => 100 }
const input = { users: 1000, messages: 1, hitRate: 0, trivialRate: 0, days: 30, models: { detection: 'gpt-6-luna', response: 'gpt-6.1-terra' } }

t.test('a month is its turns, to the nano-dollar', async t => {
  const { legs, turn, conversation, day, month } = estimate(input, ports)
  // Two messages of 105 tokens at $0.10 and 77 tokens out at $0.50; three of 105 at $1.00 and 100 out at $5.00.
  t.strictSame(legs.map(({ cost }) => cost), [2 * 105 * 100 + 77 * 500, 3 * 105 * 1000 + 100 * 5000])
  t.equal(turn, legs[0]!.cost + legs[1]!.cost)
  t.equal(conversation, turn)
  t.equal(day, turn * 1000)
  t.equal(month, day * 30)
})

t.test('what needs no model and what comes from the cache costs nothing, and the saving is counted once', async t => {
  const full = estimate(input, ports)
  const spared = estimate({ ...input, hitRate: 0.25, trivialRate: 0.2 }, ports)
  t.ok(Math.abs(spared.month - full.month * 0.8 * 0.75) <= 30_000)
  t.ok(Math.abs(spared.month + spared.savedByCache - full.month * 0.8) <= 60_000)
})

t.test('a longer conversation carries its history', async t => {
  t.ok(estimate({ ...input, messages: 5 }, ports).turn > estimate(input, ports).turn)
})

t.test('gpt-4o-mini is 50 to 67 times cheaper than gpt-4-turbo, not ten', async t => {
  const { input: inputRatio, output } = priceRatio(embeddedTable, 'gpt-4-turbo', 'gpt-4o-mini', AT)
  t.equal(Math.round(inputRatio), 67)
  t.equal(Math.round(output), 50)
})

t.test('money reads like money', async t => {
  t.equal(usd(1_234_567_890_000), '$1,234.57')
  t.equal(usd(974_000), '$0.000974')
})
