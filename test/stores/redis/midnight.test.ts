import { setTimeout as sleep } from 'node:timers/promises'
import type { Redis } from 'ioredis'
import t from 'tap'
import { nanoUsd } from '../../../services/money.ts'
import { DAY_MS } from '../../../stores/quota-store.ts'
import { createRedisBudgetStore } from '../../../stores/redis/budget-store.ts'
import { createRedisQuotaStore } from '../../../stores/redis/quota-store.ts'
import { clockMissing, startRedisAt } from '../../servers/redis-clock.ts'
import { sharedStoreOf } from '../../servers/shared-store.ts'

const dayOf = (date: string) => Math.floor(Date.parse(date) / DAY_MS)
const monthOf = (date: string) => new Date(date).getUTCFullYear() * 12 + new Date(date).getUTCMonth() + 1
const most = nanoUsd(10)
const limits = { user: most, tier: most, day: most, month: most }

async function untilDay (client: Redis, day: number): Promise<void> {
  while (Math.floor(Number((await client.time())[0]) * 1000 / DAY_MS) < day) await sleep(50)
}

t.test('a server whose clock is ours', { skip: clockMissing }, async t => {
  t.test('a message before midnight UTC and one after it count in days of their own, by the server’s clock', async t => {
    const redis = await startRedisAt(t, Date.parse('2031-05-31T23:59:57Z'))
    const quota = createRedisQuotaStore(sharedStoreOf(redis.client), Date.now)
    const take = async (turnId: string) => quota.take({ owner: 'anna', formerOwners: [], turnId, burstLimit: 100, dayLimit: 2 })
    const before = await take('t1')
    await take('t2')
    t.match(before, { dayNumber: dayOf('2031-05-31'), day: { used: 1 } })
    t.ok(before.day.resetMs <= 3000, `${before.day.resetMs} ms to midnight`)
    t.equal((await take('t3')).refusedBy, 'daily')
    await untilDay(redis.client, dayOf('2031-06-01'))
    t.match(await take('t4'), { dayNumber: dayOf('2031-06-01'), refusedBy: undefined, day: { used: 1 } })
    await quota.refund('anna', 't1', before.dayNumber)
    t.equal(await redis.client.scard(`amora:quota:1:{anna}:day:${dayOf('2031-05-31')}`), 1, 'given back where it was counted')
    t.match(await take('t5'), { day: { used: 2 } }, 'and not in the new day')
  })

  t.test('a turn over midnight and the month’s end is settled where it was reserved', async t => {
    const redis = await startRedisAt(t, Date.parse('2031-12-31T23:59:57Z'))
    const budget = createRedisBudgetStore(sharedStoreOf(redis.client), { limits, leaseMs: 60_000 })
    const reserve = async (turnId: string) => budget.reserve({ turnId, owner: 'anna', tier: 'free', max: nanoUsd(3), estimate: nanoUsd(2) })
    t.strictSame(await reserve('t1'), { granted: true, day: dayOf('2031-12-31') }, 'and says which day bears it')
    await untilDay(redis.client, dayOf('2032-01-01'))
    t.strictSame(await reserve('t2'), { granted: true, day: dayOf('2032-01-01') })
    await budget.settle('t1', nanoUsd(1))
    t.match(await budget.status(), { day: { spent: 0, reserved: nanoUsd(3) }, month: { spent: 0, reserved: nanoUsd(3) } })
    const spent = async (window: string) => redis.client.hgetall(`amora:budget:1:{budget}:${window}`)
    t.match(await spent(`month:${monthOf('2031-12-31')}`), { spent: String(nanoUsd(1)), reserved: '0' })
    t.match(await spent(`day:${dayOf('2031-12-31')}`), { spent: String(nanoUsd(1)), reserved: '0' })
  })

  for (const date of ['2027-01-01', '2028-02-29', '2028-03-01', '2100-02-28', '2100-03-01', '2099-12-31']) {
    t.test(`${date} lies in its month`, async t => {
      const redis = await startRedisAt(t, Date.parse(`${date}T12:00:00Z`))
      await createRedisBudgetStore(sharedStoreOf(redis.client), { limits, leaseMs: 1000 }).reserve({ turnId: 't', owner: 'anna', tier: 'free', max: 1, estimate: 1 })
      t.strictSame(await redis.client.keys('*:month:*'), [`amora:budget:1:{budget}:month:${monthOf(date)}`])
      t.strictSame(await redis.client.keys('*}:day:*'), [`amora:budget:1:{budget}:day:${dayOf(date)}`])
    })
  }
})
