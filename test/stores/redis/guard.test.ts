import { setTimeout as sleep } from 'node:timers/promises'
import type { Test } from 'tap'
import t from 'tap'
import { createRedisClient } from '../../../stores/redis/client.ts'
import { RedisGuard, type GuardOptions } from '../../../stores/redis/guard.ts'
import { StateUnavailable, type SharedStore } from '../../../stores/redis/shared-store.ts'
import { freePort, redisMissing, startRedis } from '../../servers/redis.ts'

const ping = async (store: SharedStore) => store.run('quota-ping', async client => client.set('k', 'v'))

/** A guard and what it said. */
async function guarded (t: Test, url: string, options: Partial<GuardOptions> = {}) {
  const said: string[] = []
  const commands: string[] = []
  const guard = new RedisGuard(createRedisClient(url), {
    deadlineMs: 100,
    probeEveryMs: 50,
    quietMs: 100,
    onCommand: (op, outcome) => { commands.push(`${op} ${outcome}`) },
    onChange: isUp => { said.push(isUp ? 'back' : 'lost') },
    ...options
  })
  t.teardown(() => { guard.close() })
  await guard.connect(500)
  return { guard, said, commands }
}

async function timed (work: () => Promise<unknown>): Promise<{ ms: number, error?: unknown }> {
  const startedAt = performance.now()
  const error = await work().then(() => undefined, (error: unknown) => error)
  return { ms: performance.now() - startedAt, error }
}

async function backWithin (guard: RedisGuard, ms: number): Promise<number> {
  const startedAt = performance.now()
  while (performance.now() - startedAt < ms) {
    if (await ping(guard).then(() => true, () => false)) return performance.now() - startedAt
    await sleep(10)
  }
  throw new Error('not back in time')
}

t.test('a Redis of its own', { skip: redisMissing }, async t => {
  t.test('a server that stalls costs one command the deadline and the next ones nothing, until it answers a probe', async t => {
    const redis = await startRedis(t)
    const { guard, said, commands } = await guarded(t, redis.url)
    await ping(guard)
    redis.stall()
    const first = await timed(async () => ping(guard))
    t.ok(first.error instanceof StateUnavailable)
    t.ok(first.ms >= 95 && first.ms < 250, `gave up after ${first.ms.toFixed()} ms`)
    const next = await timed(async () => Promise.all(Array.from({ length: 500 }, async () => ping(guard).catch(() => {}))))
    t.ok(next.ms < 50, `500 spared commands took ${next.ms.toFixed()} ms`)
    t.strictSame(commands, ['quota-ping ok', 'quota-ping failed'], 'what is spared is not sent')
    await sleep(400)
    t.ok((await timed(async () => ping(guard))).ms < 20, 'probes fail in the background, at nobody’s expense')
    redis.resume()
    t.ok(await backWithin(guard, 1000) < 1000)
    await sleep(300)
    t.strictSame(said, ['lost', 'back'])
  })

  t.test('commands that wait when it stalls all end at the deadline', async t => {
    const redis = await startRedis(t)
    const { guard } = await guarded(t, redis.url)
    redis.stall()
    const { ms } = await timed(async () => Promise.all(Array.from({ length: 50 }, async () => ping(guard).catch(() => {}))))
    t.ok(ms < 250, `50 commands gave up after ${ms.toFixed()} ms`)
    redis.resume()
  })

  t.test('a server that dies fails commands at once and is found again within a second of its return', async t => {
    const redis = await startRedis(t)
    const { guard, said } = await guarded(t, redis.url)
    await redis.kill()
    await sleep(50)
    for (let attempt = 0; attempt < 20; attempt++) {
      const { ms, error } = await timed(async () => ping(guard))
      t.ok(error instanceof StateUnavailable && ms < 50)
    }
    await sleep(1500)
    await redis.restart()
    const ms = await backWithin(guard, 1000)
    t.ok(ms < 1000, `back after ${ms.toFixed()} ms`)
    await sleep(300)
    t.strictSame(said, ['lost', 'back'], 'said once each, however many commands failed and however often it was tried')
  })

  t.test('a stall longer than the socket’s patience ends as well', async t => {
    const redis = await startRedis(t)
    const { guard, said } = await guarded(t, redis.url)
    redis.stall()
    await ping(guard).catch(() => {})
    await sleep(6000)
    redis.resume()
    t.ok(await backWithin(guard, 1000) < 1000)
    await sleep(300)
    t.strictSame(said, ['lost', 'back'])
  })

  t.test('a command that is wrong is its caller’s fault, not the server’s', async t => {
    const redis = await startRedis(t)
    const { guard, said, commands } = await guarded(t, redis.url)
    await t.rejects(guard.run('quota-wrong', async client => client.call('NONSENSE')), { name: 'ReplyError' })
    t.strictSame(said, [])
    t.strictSame(commands, ['quota-wrong failed'])
  })

  t.test('an error keeps nothing of what was written', async t => {
    const redis = await startRedis(t)
    const { guard } = await guarded(t, redis.url)
    await ping(guard)
    const { error } = await timed(async () => guard.run('quota-wrong', async client => client.lpush('k', 'My secret of tonight')))
    t.match(error, { name: 'ReplyError', message: /WRONGTYPE/ })
    t.notMatch(JSON.stringify(error), 'secret')
  })

  t.test('a right that a user lacks inside a script is one that he lacks', async t => {
    const redis = await startRedis(t)
    const { guard } = await guarded(t, redis.url)
    await redis.client.call('ACL', 'SETUSER', 'default', '-lrange')
    const script = async () => guard.run('quota-script', async client => client.eval("return redis.call('LRANGE', KEYS[1], 0, -1)", 1, 'list'))
    t.ok((await timed(script)).error instanceof StateUnavailable)
  })

  t.test('who gives up early gives up alone', async t => {
    const redis = await startRedis(t)
    const { guard, said } = await guarded(t, redis.url)
    for (let attempt = 0; attempt < 3; attempt++) {
      redis.stall()
      const { ms, error } = await timed(async () => guard.run('session-peek', async client => client.get('k'), AbortSignal.timeout(20)))
      redis.resume()
      t.ok(error instanceof StateUnavailable && ms < 90, `${ms.toFixed()} ms`)
      t.equal(await ping(guard), 'OK')
    }
    t.strictSame(said, [])
  })

  t.test('a full server refuses without being called gone over and over', async t => {
    const redis = await startRedis(t, ['--maxmemory', '1', '--maxmemory-policy', 'noeviction'])
    const { guard, said } = await guarded(t, redis.url)
    for (let attempt = 0; attempt < 15; attempt++) {
      t.ok((await timed(async () => ping(guard))).error instanceof StateUnavailable)
      await sleep(40)
    }
    t.strictSame(said, ['lost'])
    t.equal(await guard.run('quota-read', async client => client.get('k')), null, 'it can still be read')
  })

  t.test('one that was never there is found when it comes', async t => {
    const redis = await startRedis(t)
    await redis.kill()
    const startedAt = performance.now()
    const { guard, said } = await guarded(t, redis.url)
    t.ok(performance.now() - startedAt < 700)
    t.strictSame(said, ['lost'])
    await redis.restart()
    t.ok(await backWithin(guard, 1000) < 1000)
  })

  t.test('a hiccup costs whoever it meets, and is no loss', async t => {
    const redis = await startRedis(t)
    const { guard, said } = await guarded(t, redis.url)
    redis.stall()
    const late = ping(guard).catch(() => 'late')
    await sleep(110)
    redis.resume()
    t.equal(await late, 'late')
    t.ok(await backWithin(guard, 500) < 100)
    await sleep(300)
    t.strictSame(said, [])
  })

  t.test('closing is no loss', async t => {
    const redis = await startRedis(t)
    const { guard, said } = await guarded(t, redis.url)
    guard.close()
    await sleep(200)
    t.strictSame(said, [])
  })
})

t.test('nobody at the address: said once, and the cause with it', async t => {
  const causes: unknown[] = []
  const { guard } = await guarded(t, `redis://127.0.0.1:${await freePort()}`, { onChange: (_isUp, cause) => { causes.push(cause) } })
  await ping(guard).catch(() => {})
  t.equal(causes.length, 1)
  t.match(causes[0], { message: /ECONNREFUSED/ })
})
