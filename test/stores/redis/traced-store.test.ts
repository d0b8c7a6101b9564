import t from 'tap'
import { StateUnavailable, type SharedStore } from '../../../stores/redis/shared-store.ts'
import { tracedStore } from '../../../stores/redis/traced-store.ts'
import type { Call, Tracer } from '../../../services/tracing/tracer.ts'

const store: SharedStore = { run: async (op, _command, signal) => { if (op === 'cache-lookup') throw new StateUnavailable(); return [op, signal] as never } }

t.test('a command is a span by what it wants; answers and failures come through', async t => {
  const calls: Call[] = []
  const tracer: Tracer = { isKept: () => true, call: async (call, work) => { calls.push(call); return work() } }
  const { signal } = new AbortController()
  const traced = tracedStore(store, tracer)
  t.strictSame(await traced.run('session-open', async () => 'never', signal), ['session-open', signal])
  await t.rejects(traced.run('cache-lookup', async () => 'never'), { name: 'StateUnavailable' })
  t.strictSame(calls, [
    { name: 'redis session-open', facts: { 'db.system.name': 'redis', 'db.operation.name': 'session-open', 'amora.store.concern': 'session' } },
    { name: 'redis cache-lookup', facts: { 'db.system.name': 'redis', 'db.operation.name': 'cache-lookup', 'amora.store.concern': 'cache' } }
  ])
})

t.test('what is not kept needs no span', async t => {
  const traced = tracedStore(store, { isKept: () => false, call: async () => { throw new Error('described all the same') } })
  t.strictSame(await traced.run('session-open', async () => 'never'), ['session-open', undefined])
})
