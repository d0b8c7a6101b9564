import { setTimeout as sleep } from 'node:timers/promises'
import t from 'tap'
import { createRedisMemoryStore } from '../../../stores/redis/memory-store.ts'
import { redisMissing, startRedis } from '../../servers/redis.ts'
import { sharedStoreOf } from '../../servers/shared-store.ts'
import { memoryContract } from '../memory-contract.ts'

t.test('Redis', { skip: redisMissing }, async t => {
  const redis = await startRedis(t)
  memoryContract(t, async (_t, options) => {
    await redis.client.flushall()
    return { store: createRedisMemoryStore(sharedStoreOf(redis.client), options), advance: async ms => { await sleep(ms) } }
  })
})
