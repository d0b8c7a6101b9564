import type { Test } from 'tap'
import type { SessionStore } from '../../stores/session-store.ts'

/** A fresh store, and the way to let its time pass: at once in memory, really in Redis. */
export type MakeStore = (t: Test, options: { ttlMs: number, maxMessages: number, leaseMs: number }) => Promise<{ store: SessionStore, advance: (ms: number) => Promise<void> }>

const KEY = { owner: 'f3b0c442-98fc-4c14-9afb-f4c8996fb924', sessionId: 's-1' }
const OPTIONS = { ttlMs: 1000, maxMessages: 5, leaseMs: 500 }
const never = new AbortController().signal
const said = (text: string) => ({ role: 'user', text } as const)

/** What every session store promises, whatever it is made of. */
export function sessionContract (t: Test, make: MakeStore): void {
  const fresh = async (t: Test) => make(t, OPTIONS)
  const open = async (store: SessionStore, key = KEY, waitMs = 0) => (await store.open(key, waitMs, never))!

  t.test('keeps the last messages, the engine, the wordings and the care flag', async t => {
    const { store } = await fresh(t)
    for (let turn = 0; turn < 4; turn++) {
      await store.save(await open(store), { messages: [said(`q${turn}`), { role: 'assistant', text: `a${turn}` }], engine: 'v2', wording: `w${turn}` })
    }
    await store.save(await open(store), { care: 'abuse' })
    const view = (await store.peek(KEY, never))!
    t.strictSame(view.messages.map(({ text }) => text), ['a1', 'q2', 'a2', 'q3', 'a3'])
    t.strictSame(view.wordings, ['w0', 'w1', 'w2', 'w3'])
    t.match(view, { id: 's-1', engine: 'v2', care: 'abuse', turns: 5 })
  })

  t.test('somebody else’s id names another, empty session', async t => {
    const { store } = await fresh(t)
    await store.save(await open(store), { messages: [said('mine')] })
    t.strictSame((await open(store, { ...KEY, owner: '00000000-0000-4000-8000-000000000000' })).view.messages, [])
  })

  t.test('forgets after the silence, counted from the last turn', async t => {
    const { store, advance } = await fresh(t)
    await store.save(await open(store), { messages: [said('one')] })
    await advance(900)
    await store.save(await open(store), { messages: [said('two')] })
    await advance(900)
    t.equal((await store.peek(KEY, never))?.messages.length, 2)
    await advance(101)
    t.equal(await store.peek(KEY, never), undefined)
  })

  t.test('one turn at a time: the second waits, in vain or until the first ends', async t => {
    const { store } = await fresh(t)
    const first = await open(store)
    t.equal(await store.open(KEY, 20, never), undefined, 'in vain')
    const second = store.open(KEY, 2000, never)
    await store.save(first, { messages: [said('first')] })
    t.strictSame((await second)!.view.messages.map(({ text }) => text), ['first'], 'it sees what the first wrote')
  })

  t.test('of many that wait, one goes at a time and none is lost', async t => {
    const { store } = await fresh(t)
    let inside = 0
    await Promise.all(Array.from({ length: 20 }, async (_, turn) => {
      const lease = await open(store, KEY, 5000)
      t.equal(++inside, 1)
      await new Promise(resolve => setImmediate(resolve))
      inside--
      await store.save(lease, { wording: `w${turn}` })
    }))
    t.equal((await store.peek(KEY, never))!.turns, 20)
  })

  t.test('an aborted wait ends at once', async t => {
    const { store } = await fresh(t)
    await open(store)
    const startedAt = performance.now()
    t.equal(await store.open(KEY, 5000, AbortSignal.timeout(10)), undefined)
    t.ok(performance.now() - startedAt < 1000)
  })

  t.test('a lease that nobody ended is void after its time, and its late save writes nothing', async t => {
    const { store, advance } = await fresh(t)
    const lost = await open(store)
    await advance(501)
    const next = await open(store)
    await store.save(lost, { messages: [said('late')] })
    await store.save(next, { messages: [said('good')] })
    t.strictSame((await store.peek(KEY, never))!.messages.map(({ text }) => text), ['good'])
  })

  t.test('release unlocks and writes nothing; a note writes without a lock', async t => {
    const { store } = await fresh(t)
    await store.release(await open(store))
    t.equal(await store.peek(KEY, never), undefined)
    const lease = await open(store)
    await store.note(KEY, { care: 'self_harm' }, never)
    await store.save(lease, { messages: [said('x')] })
    t.match(await store.peek(KEY, never), { care: 'self_harm', turns: 1 })
  })

  t.test('what went on elsewhere meanwhile is written before the turn’s own', async t => {
    const { store } = await fresh(t)
    await store.save(await open(store), { messages: [said('q0')], wording: 'w0', engine: 'v1' })
    const missed = { messages: [said('q1'), said('q2')], wordings: ['w1', 'w0'], care: 'abuse', engine: 'v2', turns: 2 } as const
    await store.save(await open(store), { messages: [said('q3')], wording: 'w3', missed })
    const view = (await store.peek(KEY, never))!
    t.strictSame(view.messages.map(({ text }) => text), ['q0', 'q1', 'q2', 'q3'])
    t.strictSame(view.wordings, ['w1', 'w0', 'w3'])
    t.match(view, { care: 'abuse', engine: 'v2', turns: 4 })
  })

  t.test('erase forgets all sessions of one user and of nobody else', async t => {
    const { store } = await fresh(t)
    const other = { ...KEY, owner: '00000000-0000-4000-8000-000000000000' }
    for (const key of [KEY, { ...KEY, sessionId: 's-2' }, other]) await store.save(await open(store, key), { messages: [said('private')], wording: 'w', care: 'abuse' })
    await store.erase(KEY.owner)
    t.equal(await store.peek(KEY, never), undefined)
    t.equal(await store.peek({ ...KEY, sessionId: 's-2' }, never), undefined)
    t.match(await store.peek(other, never), { turns: 1 })
  })

  t.test('a turn that was under way at the erasure brings nothing back, not even a first one', async t => {
    const { store } = await fresh(t)
    await store.save(await open(store), { messages: [said('before')] })
    const [later, first] = [await open(store), await open(store, { ...KEY, sessionId: 's-2' })]
    await store.erase(KEY.owner)
    for (const lease of [later, first]) {
      await store.save(lease, { messages: [said('private')], wording: 'w' })
      t.equal(await store.peek(lease.key, never), undefined)
    }
    t.ok(await store.open(KEY, 0, never), 'and the session is free for the next one')
  })
}
