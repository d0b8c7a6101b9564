import t from 'tap'
import { createMemoryCacheStore } from '../../../stores/memory/cache-store.ts'
import { answerOf, cacheContract } from '../cache-contract.ts'

cacheContract(t, async (_t, options) => {
  const clock = { now: 1 }
  return { store: createMemoryCacheStore({ ...options, maxBytes: 10_000_000, now: () => clock.now }), advance: async ms => { clock.now += ms } }
})

t.test('the bytes are bounded: the least recently used leaves first', async t => {
  const store = createMemoryCacheStore({ maxVariants: 3, maxEntries: 1000, leadMs: 100, maxBytes: 20_000, now: () => 1 })
  const keyOf = (n: number) => ({ key: `k${n}`, check: 'c' })
  for (let n = 0; n < 10; n++) await store.put(keyOf(n), answerOf(`v${n}`, 'x'.repeat(2000)), { owner: 'anna', ttlMs: 1000 })
  t.equal((await store.lookup(keyOf(0))).answers.length, 0)
  t.equal((await store.lookup(keyOf(9))).answers.length, 1)
})
