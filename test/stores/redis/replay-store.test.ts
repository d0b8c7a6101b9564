import { setTimeout as sleep } from 'node:timers/promises'
import t from 'tap'
import { createRedisReplayStore } from '../../../stores/redis/replay-store.ts'
import { redisMissing, startRedis } from '../../servers/redis.ts'
import { sharedStoreOf } from '../../servers/shared-store.ts'
import { replayContract } from '../replay-contract.ts'

t.test('Redis', { skip: redisMissing }, async t => {
  const redis = await startRedis(t)
  replayContract(t, async (_t, options) => {
    await redis.client.flushall()
    return { store: createRedisReplayStore(sharedStoreOf(redis.client), options), advance: async ms => { await sleep(ms) } }
  })
})
