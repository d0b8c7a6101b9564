import fc from 'fast-check'
import t from 'tap'
import { createModelTable, embeddedTable, type Price } from '../../services/model-table.ts'
import { nanoUsd, usdOf } from '../../services/money.ts'
import { costOf, type Usage } from '../../services/pricing.ts'

const NOW = Date.parse('2026-11-24T12:00:00Z')
const usage = (inputTokens: number, outputTokens: number, cachedInputTokens = 0, cacheWriteTokens = 0): Usage => ({ inputTokens, outputTokens, cachedInputTokens, cacheWriteTokens })
const price = (effective: string, input: number): Price => ({ effective_from: effective, checked_at: '2026-11-22', source: 'test', input, output: input * 2 })
const entry = (...prices: Price[]) => ({ encoding: 'o200k_base', limitParameter: 'max_tokens', temperature: 'always', prices })

t.test('money is whole nano-dollars', async t => {
  t.equal(nanoUsd(0.1) + nanoUsd(0.2), nanoUsd(0.3))
  t.equal(nanoUsd(1000), 1e12)
  t.equal(nanoUsd(-1), 0)
  t.equal(usdOf(1_500_000_000), 1.5)
})

t.test('a call costs its tokens at the model’s prices, worked out by hand', async t => {
  // 1,000 in at $1.00/M = 1,000,000 n$; 100 out at $5.00/M = 500,000 n$
  t.strictSame(costOf(embeddedTable, 'gpt-6.1-terra', usage(1000, 100), NOW), { nanoUsd: 1_500_000, priceVersion: 'gpt-6.1-terra@2026-01-01', unpriced: false })
  // 200 fresh at 0.10, 800 cached at 0.01, 50 out at 0.50
  t.equal(costOf(embeddedTable, 'gpt-6-luna', usage(1000, 50, 800), NOW).nanoUsd, 200 * 100 + 800 * 10 + 50 * 500)
  // newly cached tokens at their own price
  t.equal(costOf(embeddedTable, 'gpt-6-luna', usage(1000, 0, 0, 400), NOW).nanoUsd, 600 * 100 + 400 * 125)
  t.equal(costOf(embeddedTable, 'gpt-4o-mini-2024-07-18', usage(1000, 100), NOW).nanoUsd, 1000 * 150 + 100 * 600, 'a dated snapshot is its model')
})

t.test('long contexts cost their factors on everything', async t => {
  t.equal(costOf(embeddedTable, 'gpt-6-luna', usage(272_000, 10), NOW).nanoUsd, 272_000 * 100 + 10 * 500)
  t.equal(costOf(embeddedTable, 'gpt-6-luna', usage(272_001, 10), NOW).nanoUsd, 272_001 * 200 + 10 * 750)
})

t.test('the price in force at the time counts, so that old turns keep theirs', async t => {
  const table = createModelTable({ models: { m: entry(price('2026-01-01', 1), price('2026-06-01', 3)) } })
  t.match(costOf(table, 'm', usage(1, 0), Date.parse('2026-05-31T23:59:59Z')), { nanoUsd: 1000, priceVersion: 'm@2026-01-01' })
  t.match(costOf(table, 'm', usage(1, 0), Date.parse('2026-06-01T00:00:00Z')), { nanoUsd: 3000, priceVersion: 'm@2026-06-01' })
})

t.test('an unknown model costs what the dearest known one does, and says so', async t => {
  const dearest = Math.max(...embeddedTable.names().map(name => costOf(embeddedTable, name, usage(700, 90), NOW).nanoUsd))
  t.strictSame(costOf(embeddedTable, 'gpt-77', usage(700, 90), NOW), { nanoUsd: dearest, priceVersion: 'unpriced', unpriced: true })
})

t.test('any usage costs a whole, non-negative sum; caching never makes a call dearer than its write price', async () => {
  const tokens = fc.nat(300_000)
  fc.assert(fc.property(fc.constantFrom(...embeddedTable.names(), 'unknown'), tokens, tokens, tokens, tokens, (model, input, output, cached, written) => {
    const { nanoUsd: cost } = costOf(embeddedTable, model, usage(input, output, cached, written), NOW)
    const { nanoUsd: uncached } = costOf(embeddedTable, model, usage(input, output), NOW)
    return Number.isSafeInteger(cost) && cost >= 0 && cost <= Math.round(uncached * 1.25)
  }))
})

t.test('a table with a broken entry is refused and the entry named', async t => {
  const broken = [{}, { models: {} }, null]
  for (const content of broken) t.throws(() => createModelTable(content), /no models/)
  t.throws(() => createModelTable({ models: { good: entry(price('2026-01-01', 1)), bad: entry() } }), /bad/)
  t.throws(() => createModelTable({ models: { bad: entry(price('soon', 1)) } }), /bad/)
})

t.test('how the models are asked, and until when', async t => {
  t.strictSame(embeddedTable.requestParameters('gpt-6-luna', { maxTokens: 150, temperature: 0.7 }), { max_completion_tokens: 150, temperature: 0.7, reasoning_effort: 'none' })
  t.strictSame(embeddedTable.requestParameters('gpt-4o-mini', { maxTokens: 150, temperature: 0.7 }), { max_tokens: 150, temperature: 0.7 })
  t.equal(embeddedTable.daysToShutdown('gpt-4o-mini', NOW), 50)
  t.equal(embeddedTable.daysToShutdown('gpt-4-turbo', NOW), -33)
  t.equal(embeddedTable.daysToShutdown('gpt-6-luna', NOW), undefined)
  t.equal(embeddedTable.checkedAt(), Date.parse('2026-11-22T00:00:00Z'))
})
