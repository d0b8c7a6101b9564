import t from 'tap'
import { DAY_MS, MINUTE_MS } from '../../../stores/quota-store.ts'
import { createRedisQuotaStore } from '../../../stores/redis/quota-store.ts'
import { redisMissing, startRedis } from '../../servers/redis.ts'
import { sharedStoreOf } from '../../servers/shared-store.ts'
import { quotaContract } from '../quota-contract.ts'

t.test('Redis', { skip: redisMissing }, async t => {
  const redis = await startRedis(t)
  const make = async () => {
    await redis.client.flushall()
    return createRedisQuotaStore(sharedStoreOf(redis.client), Date.now)
  }
  quotaContract(t, make)

  t.test('every key ends by itself and carries the user’s hash tag', async t => {
    const store = await make()
    await store.take({ owner: 'anna', formerOwners: [], turnId: 'a', burstLimit: 5, dayLimit: 5 })
    const keys = await redis.client.keys('*')
    t.equal(keys.length, 2)
    for (const key of keys) {
      t.match(key, /^amora:quota:1:\{anna\}:/)
      const leftMs = await redis.client.pttl(key)
      t.ok(leftMs > 0 && leftMs <= (key.includes(':minute:') ? MINUTE_MS : DAY_MS + 60 * MINUTE_MS), `${key}: ${leftMs} ms`)
    }
  })
})
