import type { Test } from 'tap'
import { EMOTIONS, INTENTS, type Emotions, type Intents } from '../../services/understanding/reading.ts'
import type { CacheOptions, CacheStore, CachedAnswer } from '../../stores/cache-store.ts'

export type MakeStore = (t: Test, options: CacheOptions) => Promise<{ store: CacheStore, advance: (ms: number) => Promise<void> }>

const OPTIONS = { maxVariants: 3, maxEntries: 1000, leadMs: 200 }
const KEY = { key: 'a'.repeat(64), check: 'c1' }
const BY_ANNA = { owner: 'anna', ttlMs: 600 }
const reading = {
  emotions: Object.fromEntries(EMOTIONS.map(emotion => [emotion, 0.25])) as Emotions, intents: Object.fromEntries(INTENTS.map(intent => [intent, 0.5])) as Intents,
  themes: ['trust'], risk: 'none'
} as const
export const answerOf = (id: string, text = `words of ${id}`): CachedAnswer => ({ id, text, model: 'm', strategy: 'MEDIUM', reading, cost: 1_234_567 })

/** What every cache store promises, whatever it is made of. */
export function cacheContract (t: Test, make: MakeStore): void {
  const fresh = async (t: Test) => make(t, OPTIONS)
  const idsIn = async (store: CacheStore, key = KEY) => (await store.lookup(key)).answers.map(({ id }) => id)

  t.test('the first to miss leads, the others wait for him; his answer comes back whole', async t => {
    const { store } = await fresh(t)
    t.strictSame(await store.lookup(KEY), { answers: [], leads: true })
    t.strictSame(await store.lookup(KEY), { answers: [], leads: false })
    await store.put(KEY, answerOf('v1', 'Ünïcode “quotes” 👩‍👧'), BY_ANNA)
    t.strictSame(await store.lookup(KEY), { answers: [answerOf('v1', 'Ünïcode “quotes” 👩‍👧')], leads: false })
  })

  t.test('of 50 at once exactly one leads', async t => {
    const { store } = await fresh(t)
    const found = await Promise.all(Array.from({ length: 50 }, async () => store.lookup(KEY)))
    t.equal(found.filter(({ leads }) => leads).length, 1)
  })

  t.test('a leader who gives up, or is gone for too long, leaves the lead to another', async t => {
    const { store, advance } = await fresh(t)
    await store.lookup(KEY)
    await store.giveUp(KEY)
    t.equal((await store.lookup(KEY)).leads, true)
    await advance(220)
    t.equal((await store.lookup(KEY)).leads, true)
  })

  t.test('keeps the newest variants, and counts the same words once', async t => {
    const { store } = await fresh(t)
    for (const id of ['v1', 'v2', 'v3', 'v4']) await store.put(KEY, answerOf(id), BY_ANNA)
    t.strictSame(await idsIn(store), ['v2', 'v3', 'v4'])
  })

  t.test('an entry ends when its first answer said, however often it is read or added to', async t => {
    const { store, advance } = await fresh(t)
    await store.put(KEY, answerOf('v1'), BY_ANNA)
    await advance(350)
    t.strictSame(await idsIn(store), ['v1'])
    await store.put(KEY, answerOf('v2'), BY_ANNA)
    await advance(300)
    t.strictSame(await idsIn(store), [])
  })

  t.test('another check is another question: nothing of it is given, and a new answer replaces it', async t => {
    const { store } = await fresh(t)
    await store.put(KEY, answerOf('v1'), BY_ANNA)
    const collision = { ...KEY, check: 'c2' }
    t.match(await store.lookup(collision), { answers: [] })
    await store.put(collision, answerOf('v9'), BY_ANNA)
    t.strictSame(await idsIn(store, collision), ['v9'])
    t.strictSame(await idsIn(store), [])
  })

  t.test('erasing a user takes what he caused, in every entry, and nothing of others', async t => {
    const { store } = await fresh(t)
    const other = { key: 'b'.repeat(64), check: 'c3' }
    await store.put(KEY, answerOf('annas'), BY_ANNA)
    await store.put(KEY, answerOf('bertas'), { ...BY_ANNA, owner: 'berta' })
    await store.put(other, answerOf('annas-too'), BY_ANNA)
    await store.erase('anna')
    t.strictSame(await idsIn(store), ['bertas'])
    t.strictSame(await idsIn(store, other), [])
  })

  t.test('the number of entries is bounded', async t => {
    const { store } = await make(t, { ...OPTIONS, maxEntries: 50 })
    const keyOf = (n: number) => ({ key: `key${n}`, check: `check${n}` })
    for (let n = 0; n < 250; n++) await store.put(keyOf(n), answerOf(`v${n}`), { ...BY_ANNA, ttlMs: 60_000 })
    let kept = 0
    for (let n = 0; n < 250; n++) kept += (await store.lookup(keyOf(n))).answers.length
    t.ok(kept > 0 && kept <= 150, `${kept} of 250 kept`)
  })
}
