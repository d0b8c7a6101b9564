import type { Test } from 'tap'
import type { ReplayOptions, ReplayStore } from '../../stores/replay-store.ts'

export type MakeStore = (t: Test, options: ReplayOptions) => Promise<{ store: ReplayStore, advance: (ms: number) => Promise<void> }>

const KEY = { owner: 'anna', key: 'digest-1' }

/** What every replay store promises, whatever it is made of. */
export function replayContract (t: Test, make: MakeStore): void {
  const fresh = async (t: Test) => make(t, { keepMs: 800, leaseMs: 200 })

  t.test('the first starts, the second meets it in flight, a later one gets the kept reply', async t => {
    const { store } = await fresh(t)
    t.match(await store.begin(KEY, 'body', 't1'), { state: 'started' })
    t.match(await store.begin(KEY, 'body', 't2'), { state: 'in_flight' })
    await store.finish(KEY, 't1', '{"message":"kept"}')
    t.match(await store.begin(KEY, 'body', 't3'), { state: 'finished', reply: '{"message":"kept"}' })
  })

  t.test('of 50 at once exactly one starts', async t => {
    const { store } = await fresh(t)
    const begun = await Promise.all(Array.from({ length: 50 }, async (_, n) => store.begin(KEY, 'body', `t${n}`)))
    t.equal(begun.filter(({ state }) => state === 'started').length, 1)
  })

  t.test('another body under the same key is told apart, before and after the end', async t => {
    const { store } = await fresh(t)
    await store.begin(KEY, 'body', 't1')
    t.match(await store.begin(KEY, 'other', 't2'), { state: 'mismatch' })
    await store.finish(KEY, 't1', 'reply')
    t.match(await store.begin(KEY, 'other', 't2'), { state: 'mismatch' })
  })

  t.test('another user’s same key is another record', async t => {
    const { store } = await fresh(t)
    await store.begin(KEY, 'body', 't1')
    await store.finish(KEY, 't1', 'anna’s')
    t.match(await store.begin({ ...KEY, owner: 'berta' }, 'body', 't2'), { state: 'started' })
  })

  t.test('an abandoned key is free; only its own turn can end it', async t => {
    const { store } = await fresh(t)
    await store.begin(KEY, 'body', 't1')
    await store.abandon(KEY, 'somebody')
    await store.finish(KEY, 'somebody', 'forged')
    t.match(await store.begin(KEY, 'body', 't2'), { state: 'in_flight' })
    await store.abandon(KEY, 't1')
    t.match(await store.begin(KEY, 'body', 't3'), { state: 'started' })
  })

  t.test('a finished reply can’t be abandoned or overwritten by its turn’s echo', async t => {
    const { store } = await fresh(t)
    await store.begin(KEY, 'body', 't1')
    await store.finish(KEY, 't1', 'first')
    await store.finish(KEY, 't1', 'second')
    await store.abandon(KEY, 't1')
    t.match(await store.begin(KEY, 'body', 't2'), { state: 'finished', reply: 'first' })
  })

  t.test('a lost turn frees its key after the lease, a reply is kept for its time', async t => {
    const { store, advance } = await fresh(t)
    await store.begin(KEY, 'body', 'lost')
    await advance(220)
    t.match(await store.begin(KEY, 'body', 't2'), { state: 'started' })
    await store.finish(KEY, 't2', 'kept')
    await advance(400)
    t.match(await store.begin(KEY, 'body', 't3'), { state: 'finished' })
    await advance(420)
    t.match(await store.begin(KEY, 'body', 't4'), { state: 'started' })
  })

  t.test('erase forgets one user’s records and nobody else’s', async t => {
    const { store } = await fresh(t)
    for (const owner of ['anna', 'berta']) {
      await store.begin({ ...KEY, owner }, 'body', 't1')
      await store.finish({ ...KEY, owner }, 't1', 'reply')
    }
    await store.erase('anna')
    t.match(await store.begin(KEY, 'body', 't2'), { state: 'started' })
    t.match(await store.begin({ ...KEY, owner: 'berta' }, 'body', 't2'), { state: 'finished' })
  })
}
