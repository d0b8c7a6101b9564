import { setTimeout as sleep } from 'node:timers/promises'
import t from 'tap'
import { nanoUsd } from '../../../services/money.ts'
import { createRedisBudgetStore } from '../../../stores/redis/budget-store.ts'
import { createRedisCacheStore } from '../../../stores/redis/cache-store.ts'
import { createRedisQuotaStore } from '../../../stores/redis/quota-store.ts'
import { createRedisReplayStore } from '../../../stores/redis/replay-store.ts'
import { createRedisSessionStore } from '../../../stores/redis/session-store.ts'
import { createDeadlines } from '../../../stores/redis/deadlines.ts'
import type { SharedStore } from '../../../stores/redis/shared-store.ts'
import { redisMissing, startRedis } from '../../servers/redis.ts'

/** A server that wakes up does what it was asked while it hung. Whoever asked has gone on by then. */
t.test('what a stalled server does late is undone', { skip: redisMissing }, async t => {
  const redis = await startRedis(t)
  const deadlines = createDeadlines(40)
  const store: SharedStore = { run: async (_op, command, signal) => deadlines.within(command(redis.client), signal) }
  const never = new AbortController().signal
  const key = { owner: 'anna', sessionId: 's' }
  const during = async (work: () => Promise<unknown>) => {
    redis.stall()
    await work().catch(() => {})
    redis.resume()
    await sleep(400)
  }
  t.beforeEach(async () => { await redis.client.flushall() })

  t.test('a lock', async t => {
    const session = createRedisSessionStore(store, { ttlMs: 60_000, maxMessages: 5, leaseMs: 60_000, newToken: () => 'token' })
    await during(async () => session.open(key, 0, never))
    t.ok(await session.open(key, 0, never))
  })

  t.test('a turn’s end comes through, once', async t => {
    const session = createRedisSessionStore(store, { ttlMs: 60_000, maxMessages: 5, leaseMs: 60_000, newToken: () => 'token' })
    const lease = (await session.open(key, 0, never))!
    await during(async () => session.save(lease, { messages: [{ role: 'user', text: 'q' }] }))
    t.match(await session.peek(key, never), { turns: 1, messages: [{ text: 'q' }] })
    t.ok(await session.open(key, 0, never), 'and unlocks')
  })

  t.test('a lead in the cache', async t => {
    const cache = createRedisCacheStore(store, { maxVariants: 3, maxEntries: 10, leadMs: 60_000, now: Date.now, newToken: () => 'token' })
    await during(async () => cache.lookup({ key: 'k', check: 'c' }))
    t.match(await cache.lookup({ key: 'k', check: 'c' }), { leads: true })
  })

  t.test('a turn begun under a key; and one that ended is kept', async t => {
    const replay = createRedisReplayStore(store, { keepMs: 60_000, leaseMs: 60_000 })
    const named = { owner: 'anna', key: 'k' }
    await during(async () => replay.begin(named, 'body', 't1'))
    t.match(await replay.begin(named, 'body', 't2'), { state: 'started' })
    await during(async () => replay.finish(named, 't2', 'reply'))
    t.match(await replay.begin(named, 'body', 't3'), { state: 'finished', reply: 'reply' })
  })

  t.test('a reservation; and a settlement is booked, once', async t => {
    const most = nanoUsd(10)
    const budget = createRedisBudgetStore(store, { limits: { user: most, tier: most, day: most, month: most }, leaseMs: 60_000 })
    const reservation = { owner: 'anna', tier: 'free', max: nanoUsd(3), estimate: nanoUsd(2) } as const
    await during(async () => budget.reserve({ ...reservation, turnId: 't1' }))
    t.match(await budget.status(), { day: { reserved: 0, spent: 0 } })
    await budget.reserve({ ...reservation, turnId: 't2' })
    await during(async () => budget.settle('t2', nanoUsd(1)))
    t.match(await budget.status(), { day: { reserved: 0, spent: nanoUsd(1) } })
  })

  t.test('a message is given back', async t => {
    const quota = createRedisQuotaStore(store, Date.now)
    const request = { owner: 'anna', formerOwners: [], burstLimit: 10, dayLimit: 1 }
    const { dayNumber } = await quota.take({ ...request, turnId: 't1' })
    await redis.kill()
    await quota.refund('anna', 't1', dayNumber)
    await redis.restart()
    await quota.take({ ...request, turnId: 't1' })
    await sleep(600)
    t.equal((await quota.take({ ...request, turnId: 't2' })).refusedBy, undefined)
  })
})
