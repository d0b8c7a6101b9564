import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import t from 'tap'
import { createRedisCacheStore } from '../../../stores/redis/cache-store.ts'
import { redisMissing, startRedis } from '../../servers/redis.ts'
import { sharedStoreOf } from '../../servers/shared-store.ts'
import { cacheContract } from '../cache-contract.ts'

t.test('Redis', { skip: redisMissing }, async t => {
  const redis = await startRedis(t)
  cacheContract(t, async (_t, options) => {
    await redis.client.flushall()
    return { store: createRedisCacheStore(sharedStoreOf(redis.client), { ...options, now: Date.now, newToken: randomUUID }), advance: async ms => { await sleep(ms) } }
  })
})
