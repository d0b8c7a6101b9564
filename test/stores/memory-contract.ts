import type { Test } from 'tap'
import type { MemoryNote } from '../../services/memory.ts'
import type { MemoryStore } from '../../stores/memory-store.ts'

export type MakeStore = (t: Test, options: { ttlMs: number }) => Promise<{ store: MemoryStore, advance: (ms: number) => Promise<void> }>

const note = (more: Partial<MemoryNote> = {}): MemoryNote => ({ themes: ['trust'], emotion: 'anxiety', goal: 'be_heard', day: '2026-11-24', isNewSession: false, ...more })

/** What every memory store promises, whatever it is made of. */
export function memoryContract (t: Test, make: MakeStore): void {
  const fresh = async (t: Test) => make(t, { ttlMs: 400 })

  t.test('counts themes, feelings, goals and sessions, with the first and the last day', async t => {
    const { store } = await fresh(t)
    t.equal(await store.read('anna'), undefined)
    await store.add('anna', note({ isNewSession: true, day: '2026-11-01' }))
    await store.add('anna', note({ themes: ['trust', 'family'], emotion: 'sadness' }))
    await store.add('anna', note({ themes: [], emotion: undefined, goal: undefined }))
    t.strictSame(await store.read('anna'), {
      sessions: 1,
      themes: {
        trust: { count: 2, firstSeen: '2026-11-01', lastSeen: '2026-11-24', emotions: { sadness: 1, anxiety: 1 } },
        family: { count: 1, firstSeen: '2026-11-24', lastSeen: '2026-11-24', emotions: { sadness: 1 } }
      },
      goals: { be_heard: 2 }
    })
    t.equal(await store.read('berta'), undefined)
  })

  t.test('of 50 notes at once none is lost', async t => {
    const { store } = await fresh(t)
    await Promise.all(Array.from({ length: 50 }, async () => { await store.add('anna', note()) }))
    t.match(await store.read('anna'), { themes: { trust: { count: 50 } } })
  })

  t.test('forgets after its time, counted from the last note', async t => {
    const { store, advance } = await fresh(t)
    await store.add('anna', note())
    await advance(300)
    await store.add('anna', note())
    await advance(300)
    t.ok(await store.read('anna'))
    await advance(150)
    t.equal(await store.read('anna'), undefined)
  })

  t.test('facts move to a user’s new hash, once, and do not overwrite newer ones', async t => {
    const { store } = await fresh(t)
    await store.add('old', note({ themes: ['jealousy'] }))
    await store.adopt('new', 'old')
    t.match(await store.read('new'), { themes: { jealousy: { count: 1 } } })
    t.equal(await store.read('old'), undefined)
    await store.add('old', note({ themes: ['family'] }))
    await store.adopt('new', 'old')
    t.strictSame(Object.keys((await store.read('new'))!.themes), ['jealousy'])
  })

  t.test('erases one user and nobody else', async t => {
    const { store } = await fresh(t)
    await store.add('anna', note())
    await store.add('berta', note())
    await store.erase('anna')
    t.equal(await store.read('anna'), undefined)
    t.ok(await store.read('berta'))
  })
}
