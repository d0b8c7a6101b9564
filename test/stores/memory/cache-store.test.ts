import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
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

t.test('what has left leaves nothing behind of whoever caused it', async t => {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  const heap = () => {
    collect()
    return process.memoryUsage().heapUsed
  }
  const store = createMemoryCacheStore({ maxVariants: 3, maxEntries: 100, leadMs: 100, maxBytes: 1_000_000, now: () => 1 })
  const answer = answerOf('v')
  const write = async (from: number, to: number) => {
    for (let n = from; n < to; n++) await store.put({ key: `key${n}`, check: 'c' }, answer, { owner: `owner${n}`, ttlMs: 1000 })
  }
  await write(0, 1000)
  const before = heap()
  await write(1000, 51_000)
  const grownBytes = heap() - before
  t.ok(grownBytes < 5_000_000, `${grownBytes} bytes after 50,000 users more`)
  await store.erase('owner50999')
  t.equal((await store.lookup({ key: 'key50999', check: 'c' })).answers.length, 0, 'what is still there is still found by its owner')
})

t.test('an owner whose wording was pushed out, or whose entry was replaced, is erased without harm to others', async t => {
  const store = createMemoryCacheStore({ maxVariants: 1, maxEntries: 100, leadMs: 100, maxBytes: 1_000_000, now: () => 1 })
  const key = { key: 'k', check: 'c' }
  await store.put(key, answerOf('annas'), { owner: 'anna', ttlMs: 1000 })
  await store.put(key, answerOf('bertas'), { owner: 'berta', ttlMs: 1000 })
  await store.erase('anna')
  t.match(await store.lookup(key), { answers: [{ id: 'bertas' }] })
  await store.erase('berta')
  t.strictSame((await store.lookup(key)).answers, [])
})
