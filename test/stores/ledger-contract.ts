import type { Test } from 'tap'
import type { LedgerEntry } from '../../services/ledger.ts'
import type { LedgerStore } from '../../stores/ledger-store.ts'

export type MakeStore = (t: Test, options: { keepMs: number }) => Promise<{ store: LedgerStore, advance: (ms: number) => Promise<void> }>

export const entryOf = (turnId: string, more: Partial<LedgerEntry> = {}): LedgerEntry => ({
  turnId, owner: 'anna', at: 1_795_000_000_000, tier: 'free', mode: 'LEARN', assigned: 'v2', served: 'v2', outcome: 'ok', reason: '', rollout: 'in_rollout', cache: 'miss',
  repaired: false, durationMs: 1234, cost: 1_500_000, saved: 0, certainty: 'exact',
  legs: [
    { leg: 'understand', model: 'gpt-6-luna', outcome: 'ok', durationMs: 300, inputTokens: 400, cachedInputTokens: 0, outputTokens: 80, cost: 80_000, certainty: 'exact', priceVersion: 'gpt-6-luna@2026-01-01', unpriced: false },
    { leg: 'respond', model: 'gpt-6.1-terra', outcome: 'ok', durationMs: 900, inputTokens: 900, cachedInputTokens: 512, outputTokens: 90, cost: 1_420_000, certainty: 'exact', priceVersion: 'gpt-6.1-terra@2026-01-01', unpriced: false }
  ],
  ...more
})

/** What every ledger promises, whatever it is made of. */
export function ledgerContract (t: Test, make: MakeStore): void {
  const fresh = async (t: Test) => make(t, { keepMs: 400 })

  t.test('an entry comes back as it was written', async t => {
    const { store } = await fresh(t)
    const entry = entryOf('t1', { repaired: true, certainty: 'estimated' })
    t.equal(await store.write(entry), true)
    t.strictSame(await store.read('t1'), entry)
    t.equal(await store.read('t2'), undefined)
  })

  t.test('a turn is settled once: the first entry stays', async t => {
    const { store } = await fresh(t)
    await store.write(entryOf('t1', { cost: 1 }))
    t.equal(await store.write(entryOf('t1', { cost: 2 })), false)
    t.equal((await store.read('t1'))!.cost, 1)
  })

  t.test('the day’s sum has each turn once', async t => {
    const { store } = await fresh(t)
    const day = Math.floor(entryOf('t').at / 86_400_000)
    for (const turnId of ['t1', 't2', 't1']) await store.write(entryOf(turnId, { cost: 1_000_000_001 }))
    await store.write(entryOf('free', { cost: 0 }))
    t.equal(await store.costOfDay(day), 2_000_000_002)
    t.equal(await store.costOfDay(day - 1), 0)
  })

  t.test('a turn over midnight costs the day that is told, and that one only', async t => {
    const { store } = await fresh(t)
    const day = Math.floor(entryOf('t').at / 86_400_000)
    for (const turnId of ['t1', 't2', 't1']) await store.write(entryOf(turnId, { cost: 7 }), day - 1)
    await store.write(entryOf('t3', { cost: 5 }), day)
    t.strictSame([await store.costOfDay(day - 1), await store.costOfDay(day)], [14, 5])
  })

  t.test('a user’s turns, newest first, and nobody else’s', async t => {
    const { store } = await fresh(t)
    for (const turnId of ['t1', 't2', 't3']) await store.write(entryOf(turnId))
    await store.write(entryOf('t4', { owner: 'berta' }))
    t.strictSame((await store.ofOwner('anna', 2)).map(({ turnId }) => turnId), ['t3', 't2'])
  })

  t.test('disowning takes the name off and leaves the money', async t => {
    const { store } = await fresh(t)
    await store.write(entryOf('t1'))
    await store.disown('anna')
    t.match(await store.read('t1'), { owner: '', cost: 1_500_000 })
    t.strictSame(await store.ofOwner('anna', 5), [])
  })

  t.test('entries end after their time', async t => {
    const { store, advance } = await fresh(t)
    await store.write(entryOf('t1'))
    await advance(430)
    t.equal(await store.read('t1'), undefined)
    t.strictSame(await store.ofOwner('anna', 5), [])
  })
}
