import { randomUUID } from 'node:crypto'
import type { Test } from 'tap'
import t from 'tap'
import { createFallbackSessionStore } from '../../stores/fallback-session-store.ts'
import { createMemorySessionStore } from '../../stores/memory/session-store.ts'
import { StateUnavailable } from '../../stores/redis/shared-store.ts'
import type { SessionChange, SessionStore } from '../../stores/session-store.ts'
import { sessionContract } from './session-contract.ts'

const KEY = { owner: 'anna', sessionId: 's' }
const never = new AbortController().signal
const exchange = (n: number): SessionChange => ({ messages: [{ role: 'user', text: `q${n}` }, { role: 'assistant', text: `a${n}` }], wording: `w${n}`, engine: 'v2' })

/** Two processes over one shared store that can go away, on one clock. */
function house ({ ttlMs = 1000, maxMessages = 5, leaseMs = 500 } = {}) {
  const clock = { now: 1 }
  const state = { isAway: false, fallbacks: 0 }
  const options = { ttlMs, maxMessages, maxWordings: 10, leaseMs, maxSessions: 100, now: () => clock.now, newToken: randomUUID }
  const kept = createMemorySessionStore(options)
  const shared = Object.fromEntries(Object.entries(kept).map(([name, method]) => [name, async (...args: never[]) => {
    if (state.isAway) throw new StateUnavailable()
    return (method as (...args: never[]) => unknown)(...args)
  }])) as unknown as SessionStore
  const process = () => createFallbackSessionStore({ ...options, shared, local: createMemorySessionStore(options), onFallback: () => { state.fallbacks++ } })
  return { clock, state, shared: kept, process }
}

async function turn (store: SessionStore, n: number, change = exchange(n)): Promise<readonly string[]> {
  const lease = (await store.open(KEY, 0, never))!
  await store.save(lease, change)
  return lease.view.messages.map(({ text }) => text)
}

t.test('with the shared store there it promises what every session store does', async t => {
  sessionContract(t, async (_t: Test, options) => {
    const { clock, process } = house(options)
    return { store: process(), advance: async ms => { clock.now += ms } }
  })
})

t.test('and so it does without', async t => {
  sessionContract(t, async (_t: Test, options) => {
    const { clock, state, process } = house(options)
    const store = process()
    state.isAway = true
    // Erasure has to be said to fail, and this process forgets all the same.
    return { store: { ...store, erase: async owner => { await store.erase(owner).catch(() => {}) } }, advance: async ms => { clock.now += ms } }
  })
})

t.test('a talk goes on with the history that this process has seen, turn after turn', async t => {
  const { state, process } = house()
  const store = process()
  await turn(store, 1)
  state.isAway = true
  t.strictSame(await turn(store, 2), ['q1', 'a1'])
  t.strictSame(await turn(store, 3), ['q1', 'a1', 'q2', 'a2'])
  const view = (await store.open(KEY, 0, never))!.view
  t.strictSame(view.messages.map(({ text }) => text), ['a1', 'q2', 'a2', 'q3', 'a3'])
  t.strictSame(view.wordings, ['w1', 'w2', 'w3'])
  t.match(view, { engine: 'v2', turns: 3 })
  t.equal(state.fallbacks, 3)
})

t.test('what was said meanwhile is in the shared store after the next turn, for every process', async t => {
  const { state, process } = house()
  const [one, other] = [process(), process()]
  await turn(one, 1)
  state.isAway = true
  await turn(one, 2)
  await one.note(KEY, { care: 'self_harm' }, never)
  state.isAway = false
  t.strictSame(await turn(one, 3), ['q1', 'a1', 'q2', 'a2'], 'the first turn after the return sees it')
  const view = (await other.open(KEY, 0, never))!.view
  t.strictSame(view.messages.map(({ text }) => text), ['a1', 'q2', 'a2', 'q3', 'a3'])
  t.match(view, { care: 'self_harm', turns: 3, wordings: ['w1', 'w2', 'w3'] })
})

t.test('what was missed is written once', async t => {
  const { state, process, shared } = house({ maxMessages: 20 })
  const store = process()
  state.isAway = true
  await turn(store, 1)
  state.isAway = false
  await turn(store, 2)
  await turn(store, 3)
  const view = (await shared.peek(KEY, never))!
  t.equal(view.turns, 3)
  t.strictSame(view.messages.map(({ text }) => text), ['q1', 'a1', 'q2', 'a2', 'q3', 'a3'])
})

t.test('care that was noted while a turn ran holds here after its end, too', async t => {
  const { state, process } = house()
  const store = process()
  const lease = (await store.open(KEY, 0, never))!
  await store.note(KEY, { care: 'self_harm' }, never)
  await store.save(lease, exchange(1))
  state.isAway = true
  t.match((await store.open(KEY, 0, never))!.view, { care: 'self_harm', messages: [{ text: 'q1' }, { text: 'a1' }] })
})

t.test('two processes that went on apart lose nothing and repeat nothing', async t => {
  const { state, process, shared } = house({ maxMessages: 20 })
  const [one, other] = [process(), process()]
  await turn(one, 1)
  await turn(other, 2)
  state.isAway = true
  await turn(one, 3)
  await turn(other, 4)
  await turn(one, 5)
  state.isAway = false
  await turn(one, 6)
  await turn(other, 7)
  const view = (await shared.peek(KEY, never))!
  t.equal(view.turns, 7)
  t.strictSame(view.messages.filter(({ role }) => role === 'user').map(({ text }) => text).toSorted(), ['q1', 'q2', 'q3', 'q4', 'q5', 'q6', 'q7'])
})

t.test('care that was noted while the store was away holds: in the turns until it is back, at a glance, and after', async t => {
  const { state, process } = house()
  const store = process()
  await turn(store, 1)
  state.isAway = true
  await store.note(KEY, { care: 'abuse' }, never)
  t.match(await store.peek(KEY, never), { care: 'abuse', turns: 1 })
  t.match((await store.open(KEY, 0, never))!.view, { care: 'abuse', messages: [{ text: 'q1' }, { text: 'a1' }] })
  state.isAway = false
  t.match(await store.peek(KEY, never), { care: 'abuse' })
  t.match((await store.open(KEY, 0, never))!.view, { care: 'abuse' })
})

t.test('a session that began while the store was away is seen at once after its return', async t => {
  const { state, process } = house()
  const store = process()
  state.isAway = true
  await turn(store, 1)
  state.isAway = false
  t.match(await store.peek(KEY, never), { turns: 1 })
  t.strictSame(await turn(store, 2), ['q1', 'a1'])
})

t.test('a store that was emptied starts sessions anew; what this process saw is not taken for what was missed', async t => {
  const { process, shared } = house()
  const store = process()
  await turn(store, 1)
  await shared.erase('anna')
  t.strictSame(await turn(store, 2), [], 'erased is erased')
})

t.test('what was missed is forgotten after the silence that ends a session', async t => {
  const { clock, state, process } = house()
  const store = process()
  state.isAway = true
  await turn(store, 1)
  clock.now += 1001
  state.isAway = false
  t.strictSame(await turn(store, 2), [])
})

t.test('a turn that ends while the store is away is there for the next one here', async t => {
  const { state, process } = house()
  const store = process()
  const lease = (await store.open(KEY, 0, never))!
  state.isAway = true
  // Redis’ store delivers it later; one that throws must not lose it here.
  await t.rejects(store.save(lease, exchange(1)), { name: 'StateUnavailable' })
  t.strictSame(await turn(store, 2), ['q1', 'a1'])
})

t.test('erasure fails loudly where it did not reach the shared store', async t => {
  const { state, process } = house()
  const store = process()
  state.isAway = true
  await turn(store, 1)
  await t.rejects(store.erase('anna'), { name: 'StateUnavailable' })
  t.equal(await store.peek(KEY, never), undefined)
  state.isAway = false
  t.strictSame(await turn(store, 2), [])
})

t.test('a fault of ours is not taken for a store that is away', async t => {
  const { process } = house()
  const broken = Object.assign(new Error('WRONGTYPE'), { name: 'ReplyError' })
  const options = { ttlMs: 1000, maxMessages: 5, maxWordings: 10, leaseMs: 500, maxSessions: 10, now: () => 0, newToken: randomUUID }
  const shared = { ...process(), open: async () => { throw broken } }
  const store = createFallbackSessionStore({ ...options, shared, local: createMemorySessionStore(options), onFallback: () => { t.fail('fell back') } })
  await t.rejects(store.open(KEY, 0, never), broken)
})

t.test('what was erased during a turn is not heard of again when the shared store goes away', async t => {
  const { clock, state, process } = house()
  const store = process()
  await turn(store, 0)
  const lease = (await store.open(KEY, 0, never))!
  await store.erase(KEY.owner)
  await store.save(lease, exchange(1))
  clock.now++
  state.isAway = true
  t.strictSame(await turn(store, 2), [])
})
