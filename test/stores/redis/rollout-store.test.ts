import t, { type Test } from 'tap'
import { createRedisRolloutStore } from '../../../stores/redis/rollout-store.ts'
import type { RolloutStore, RolloutWrite } from '../../../stores/rollout-store.ts'
import { redisMissing, startRedis, type RedisServer } from '../../servers/redis.ts'
import { sharedStoreOf } from '../../servers/shared-store.ts'
import { rolloutContract } from '../rollout-contract.ts'

const KILL: RolloutWrite = { move: 'kill', change: { status: 'killed' }, reason: 'fire', by: 'op' }

function storeOn (t: Test, redis: RedisServer): RolloutStore {
  const subscriber = redis.client.duplicate()
  subscriber.on('error', () => {})
  t.teardown(() => { subscriber.disconnect() })
  return createRedisRolloutStore(sharedStoreOf(redis.client), { salt: 'amora-v2', subscriber })
}

t.test('Redis', { skip: redisMissing }, async t => {
  const redis = await startRedis(t)
  rolloutContract(t, async t => {
    await redis.client.flushall()
    return storeOn(t, redis)
  })
})

t.test('a full Redis takes a kill and the reports of it', { skip: redisMissing }, async t => {
  const redis = await startRedis(t, ['--maxmemory-policy', 'noeviction'])
  const store = storeOn(t, redis)
  await store.write({ move: 'bootstrap', change: { status: 'complete', basisPoints: 10_000 }, reason: '', by: 'env', expected: 0 })
  await redis.client.config('SET', 'maxmemory', '1')
  await t.rejects(redis.client.set('anything', 'else'), /OOM/, 'it is full')
  t.match(await store.write(KILL), { ok: true, record: { status: 'killed', version: 2 } })
  t.match(await store.read(), { status: 'killed' })
  t.match(await store.beat('r1', 2), { version: 2 })
  t.strictSame(await store.replicas(5000), { r1: 2 })
})

t.test('a user who may not publish can write: the replicas poll', { skip: redisMissing }, async t => {
  const redis = await startRedis(t)
  const store = storeOn(t, redis)
  await redis.client.acl('SETUSER', 'default', 'resetchannels')
  t.match(await store.write(KILL), { ok: true, record: { status: 'killed', version: 1 } })
  t.match(await store.audit('', 10), [{ move: 'kill' }])
})
