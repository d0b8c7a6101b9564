import { setTimeout as sleep } from 'node:timers/promises'
import t from 'tap'
import { nanoUsd } from '../../../services/money.ts'
import { createRedisBudgetStore } from '../../../stores/redis/budget-store.ts'
import { redisMissing, startRedis } from '../../servers/redis.ts'
import { sharedStoreOf } from '../../servers/shared-store.ts'
import { budgetContract } from '../budget-contract.ts'

t.test('Redis', { skip: redisMissing }, async t => {
  const redis = await startRedis(t)
  const shared = sharedStoreOf(redis.client)
  budgetContract(t, async (_t, options) => {
    await redis.client.flushall()
    return { store: createRedisBudgetStore(shared, options), advance: async ms => { await sleep(ms) } }
  }, { interleavings: 15 })

  const most = nanoUsd(10)
  const options = { limits: { user: most, tier: most, day: most, month: most }, leaseMs: 1000 }
  const reservation = (turnId: string) => ({ turnId, owner: 'anna', tier: 'free', max: nanoUsd(4), estimate: 0 } as const)

  t.test('an emptied Redis goes on from what a process saw spent', async t => {
    await redis.client.flushall()
    const store = createRedisBudgetStore(shared, options)
    await store.reserve(reservation('t1'))
    await store.settle('t1', nanoUsd(4))
    await store.reserve(reservation('t2'))
    await redis.client.flushall()
    await store.reserve(reservation('t3'))
    t.match(await store.status(), { day: { spent: nanoUsd(4), reserved: nanoUsd(4) }, month: { spent: nanoUsd(4) } })
  })

  t.test('a settled lease is kept for an hour, for who settles twice', async t => {
    await redis.client.flushall()
    const store = createRedisBudgetStore(shared, options)
    await store.reserve(reservation('t1'))
    await store.settle('t1', 1)
    const leftMs = await redis.client.pttl('amora:budget:1:{budget}:lease:t1')
    t.ok(leftMs > 3_500_000 && leftMs <= 3_600_000, `${leftMs} ms`)
  })

  t.test('the windows’ names are the server’s day and month, in one slot, and all keys end', async t => {
    await redis.client.flushall()
    await createRedisBudgetStore(shared, options).reserve(reservation('t1'))
    const today = new Date()
    const keys = await redis.client.keys('*')
    t.ok(keys.includes(`amora:budget:1:{budget}:day:${Math.floor(today.getTime() / 86_400_000)}`), keys.join())
    t.ok(keys.includes(`amora:budget:1:{budget}:month:${today.getUTCFullYear() * 12 + today.getUTCMonth() + 1}`), keys.join())
    for (const key of keys) {
      t.match(key, /^amora:budget:1:\{budget\}/)
      if (!key.endsWith(':leases')) t.ok(await redis.client.pttl(key) > 0, key)
    }
  })
})
