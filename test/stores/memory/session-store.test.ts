import { randomUUID } from 'node:crypto'
import t from 'tap'
import { createMemorySessionStore } from '../../../stores/memory/session-store.ts'
import { sessionContract } from '../session-contract.ts'

sessionContract(t, async (_t, options) => {
  const clock = { now: 0 }
  const store = createMemorySessionStore({ ...options, maxSessions: 100, now: () => clock.now, newToken: randomUUID })
  return { store, advance: async ms => { clock.now += ms } }
})

t.test('the number of sessions is bounded: the one silent for longest goes', async t => {
  const store = createMemorySessionStore({ ttlMs: 1e6, maxMessages: 5, leaseMs: 1000, maxSessions: 10, now: () => 1, newToken: randomUUID })
  const never = new AbortController().signal
  for (let n = 0; n < 30; n++) await store.note({ owner: 'u', sessionId: `s${n}` }, { wording: 'w' }, never)
  t.equal(await store.peek({ owner: 'u', sessionId: 's0' }, never), undefined)
  t.ok(await store.peek({ owner: 'u', sessionId: 's29' }, never))
})
