import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import t from 'tap'
import { createRedisSessionStore } from '../../../stores/redis/session-store.ts'
import { redisMissing, startRedis } from '../../servers/redis.ts'
import { sharedStoreOf } from '../../servers/shared-store.ts'
import { sessionContract } from '../session-contract.ts'

t.test('Redis', { skip: redisMissing }, async t => {
  const redis = await startRedis(t)
  sessionContract(t, async (_t, options) => {
    await redis.client.flushall()
    return { store: createRedisSessionStore(sharedStoreOf(redis.client), { ...options, newToken: randomUUID }), advance: async ms => { await sleep(ms) } }
  })
})
