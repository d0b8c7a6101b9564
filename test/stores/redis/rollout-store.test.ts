import t from 'tap'
import { createRedisRolloutStore } from '../../../stores/redis/rollout-store.ts'
import { redisMissing, startRedis } from '../../servers/redis.ts'
import { sharedStoreOf } from '../../servers/shared-store.ts'
import { rolloutContract } from '../rollout-contract.ts'

t.test('Redis', { skip: redisMissing }, async t => {
  const redis = await startRedis(t)
  rolloutContract(t, async t => {
    await redis.client.flushall()
    const subscriber = redis.client.duplicate()
    subscriber.on('error', () => {})
    t.teardown(() => { subscriber.disconnect() })
    return createRedisRolloutStore(sharedStoreOf(redis.client), { salt: 'amora-v2', subscriber })
  })
})
