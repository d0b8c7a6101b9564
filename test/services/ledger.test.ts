import fc from 'fast-check'
import t from 'tap'
import { certaintyOf, dayOf, packEntry, priceLegs, totalOf, unpackEntry, type LedgerEntry, type PricedLeg } from '../../services/ledger.ts'
import { embeddedTable } from '../../services/model-table.ts'
import { LEGS, LLM_FAILURES } from '../../services/v2/model-client.ts'
import type { LegRecord } from '../../services/v2/legs.ts'
import { ASSIGNED, OUTCOMES, SERVED, TIERS } from '../../services/turn.ts'
import { MODES } from '../../services/understanding/reading.ts'

const AT = Date.parse('2026-11-25T12:00:00Z')
const usage = (inputTokens: number, outputTokens: number, cachedInputTokens = 0) => ({ inputTokens, outputTokens, cachedInputTokens })
const leg = (change: Partial<LegRecord> = {}): LegRecord => ({ leg: 'respond', model: 'gpt-6.1-terra', outcome: 'ok', durationMs: 900, sent: true, ...change })
const price = (change: Partial<LegRecord>) => priceLegs([leg(change)], embeddedTable, AT)[0]!

t.test('a call with usage costs exactly that', async t => {
  t.match(price({ usage: usage(1000, 100) }), { cost: 1_500_000, certainty: 'exact', priceVersion: 'gpt-6.1-terra@2026-01-01', unpriced: false, inputTokens: 1000, outputTokens: 100 })
  t.equal(price({ usage: usage(1000, 100, 800) }).cost, 200 * 1000 + 800 * 50 + 100 * 5000, 'cached tokens at their own price')
  t.equal(price({ model: 'gpt-6.1-terra-2026-10-01', usage: usage(1000, 100) }).cost, 1_500_000, 'a dated snapshot as its model')
  t.equal(price({ outcome: 'invalid_output', usage: usage(1000, 100) }).cost, 1_500_000, 'a useless reply is billed all the same')
})

t.test('one that was sent and lost costs what it may have cost at the most', async t => {
  t.match(price({ outcome: 'timeout', asked: { inputTokens: 1000, maxTokens: 150 } }), { cost: 1_750_000, certainty: 'estimated', inputTokens: 1000, outputTokens: 150 })
  fc.assert(fc.property(fc.nat(5000), fc.nat(150), fc.nat(5000), (input, output, cached) => {
    const estimate = price({ outcome: 'timeout', asked: { inputTokens: input, maxTokens: 150 } }).cost
    return price({ usage: usage(input, output, Math.min(cached, input)) }).cost <= estimate
  }))
})

t.test('one that never left costs nothing, nor do moderation and the embedded model', async t => {
  t.match(price({ sent: false, outcome: 'breaker_open' }), { cost: 0, certainty: 'exact' })
  t.match(price({ leg: 'moderate', model: 'omni-moderation-latest' }), { cost: 0, certainty: 'exact', priceVersion: 'free' })
  t.match(price({ leg: 'moderate', model: 'omni-moderation-latest', outcome: 'timeout' }), { cost: 0, certainty: 'exact' })
  t.match(price({ model: 'amora-offline-1', usage: usage(100, 10) }), { cost: 0, certainty: 'exact' })
})

t.test('a model that nobody knows is charged at the dearest', async t => {
  const dearest = Math.max(...embeddedTable.names().map(model => price({ model, usage: usage(1000, 100) }).cost))
  t.match(price({ model: 'gpt-99', usage: usage(1000, 100) }), { cost: dearest, unpriced: true, priceVersion: 'unpriced' })
})

t.test('a turn is estimated as soon as one of its calls is', async t => {
  const [exact, estimated] = priceLegs([leg({ usage: usage(10, 1) }), leg({ outcome: 'timeout', asked: { inputTokens: 10, maxTokens: 5 } })], embeddedTable, AT)
  t.equal(certaintyOf([exact!]), 'exact')
  t.equal(certaintyOf([exact!, estimated!]), 'estimated')
  t.equal(certaintyOf([]), 'exact')
  t.equal(totalOf([exact!, estimated!]), exact!.cost + estimated!.cost)
})

const PLAIN = { noNullPrototype: true } as const
const model = fc.constantFrom('gpt-6-luna', 'gpt-6.1-terra', 'gpt-6.1-terra-2026-10-01', 'omni-moderation-latest', 'amora-offline-1', 'gpt-99', '~', '', 'a@b')
const record: fc.Arbitrary<LegRecord> = fc.record({
  leg: fc.constantFrom(...LEGS), model, outcome: fc.constantFrom('ok' as const, 'cancelled' as const, ...LLM_FAILURES), durationMs: fc.nat(9000), sent: fc.boolean(),
  usage: fc.option(fc.record({ inputTokens: fc.nat(9000), outputTokens: fc.nat(150), cachedInputTokens: fc.nat(500) }, PLAIN), { nil: undefined })
}, PLAIN)
const entry: fc.Arbitrary<LedgerEntry> = fc.record({
  turnId: fc.uuid(), owner: fc.string(), at: fc.constant(AT), tier: fc.constantFrom(...TIERS), mode: fc.constantFrom(...MODES), assigned: fc.constantFrom(...ASSIGNED), served: fc.constantFrom(...SERVED),
  outcome: fc.constantFrom(...OUTCOMES), reason: fc.string(), rollout: fc.constantFrom('in_rollout', 'pinned'), cache: fc.constantFrom('hit' as const, 'miss' as const, 'bypass' as const), repaired: fc.boolean(),
  durationMs: fc.nat(9000), cost: fc.nat(), saved: fc.nat(), certainty: fc.constantFrom('exact' as const, 'estimated' as const),
  legs: fc.array(record, { maxLength: 5 }).map(legs => priceLegs(legs, embeddedTable, AT))
}, PLAIN)

t.test('an entry comes back from its line as it was', async t => {
  fc.assert(fc.property(entry, one => {
    // A model of the name that stands for another can't be told from it: none is called so.
    if (one.legs.some(({ model }) => model === '~')) return true
    t.strictSame(unpackEntry(packEntry(one), one.turnId, one.owner), one)
    return true
  }), { numRuns: 200 })
})

const LONGEST_BYTES = 300

t.test('an entry of three calls is short, and tells neither turn nor owner', async t => {
  const legs: readonly PricedLeg[] = priceLegs([
    leg({ leg: 'moderate', model: 'omni-moderation-latest', durationMs: 1312 }), leg({ leg: 'understand', model: 'gpt-6-luna-2026-10-01', durationMs: 1420, usage: usage(1812, 120) }),
    leg({ model: 'gpt-6.1-terra-2026-10-01', durationMs: 1980, usage: usage(3180, 150, 1024) })
  ], embeddedTable, AT)
  const line = packEntry({ turnId: 'the-turn', owner: 'the-owner', at: AT, tier: 'free', mode: 'REFLECT', assigned: 'v2', served: 'v2', outcome: 'ok', reason: 'repaired', rollout: 'in_rollout', cache: 'miss', repaired: true, durationMs: 2534, cost: totalOf(legs), saved: 0, certainty: 'exact', legs })
  t.ok(Buffer.byteLength(line) <= LONGEST_BYTES, `${Buffer.byteLength(line)} bytes`)
  t.notMatch(line, /the-turn|the-owner/)
})

t.test('a line of another form is refused', async t => {
  for (const line of ['[2]', '[]', '{}', 'null']) t.throws(() => unpackEntry(line, 't', 'o'))
})

t.test('an entry belongs to the UTC day of its end', async t => {
  t.equal(dayOf({ at: Date.parse('2026-11-25T23:59:59.999Z') }) + 1, dayOf({ at: Date.parse('2026-11-26T00:00:00Z') }))
})
