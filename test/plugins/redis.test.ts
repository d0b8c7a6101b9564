import type { FastifyInstance } from 'fastify'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { pino } from 'pino'
import type { Test } from 'tap'
import t from 'tap'
import { CONCERNS } from '../../stores/redis/shared-store.ts'
import { build, metric, person, type TestOptions } from '../helper.ts'
import { freePort, redisMissing, startRedis } from '../servers/redis.ts'

const QUESTION = 'My boyfriend and I keep arguing about money and I feel worn out by it.'

interface Line { readonly level: number, readonly msg: string, readonly dependency?: string, readonly cause?: string }

/** The service and what it wrote into its log about Redis. */
async function logged (t: Test, env: TestOptions['env']): Promise<{ app: FastifyInstance, lines: Line[] }> {
  const lines: Line[] = []
  const loggerInstance = pino({ level: 'info' }, { write: (text: string) => { lines.push(JSON.parse(text) as Line) } })
  return { app: await build(t, { env: { AMORA_FREE_DAILY_LIMIT: '10000', AMORA_BURST_PER_MINUTE: '10000', ...env }, loggerInstance }), lines }
}

const about = (lines: readonly Line[]) => lines.filter(({ msg }) => msg.startsWith('Redis ')).map(({ level, msg, dependency }) => `${level} ${dependency} ${msg.split(':')[0]}`)

async function until (holds: () => boolean | Promise<boolean>, withinMs = 2000): Promise<number> {
  const startedAt = performance.now()
  while (!await holds()) {
    if (performance.now() - startedAt > withinMs) throw new Error(`not within ${withinMs} ms`)
    await sleep(10)
  }
  return performance.now() - startedAt
}

async function timed<T> (work: () => Promise<T>): Promise<{ result: T, ms: number }> {
  const startedAt = performance.now()
  return { result: await work(), ms: performance.now() - startedAt }
}

t.test('an address that is none stops the boot, is named, and is not repeated', async t => {
  for (const [variable, url, fault] of [
    ['REDIS_URL', 'redis://app:hidden@host:99999', /^REDIS_URL names a host.*for example redis:\/\//],
    ['REDIS_URL', 'redis+sentinel://app:hidden@host', /^REDIS_URL does not say which master/],
    ['AMORA_CACHE_REDIS_URL', 'redis+cluster://app:hidden@host/3', /^AMORA_CACHE_REDIS_URL names a database/]
  ] as const) {
    const error = await build(t, { env: { [variable]: url } }).then(() => undefined, (error: Error & { faults?: string[] }) => error)
    t.equal(error?.name, 'ConfigurationError', variable)
    t.match(error?.faults?.[0], fault)
    t.notMatch(error?.message, /hidden/)
  }
})

t.test('nobody at the address: it boots, says so once, answers, and shows it', async t => {
  const { ms: usualMs } = await timed(async () => build(t))
  const { result: { app, lines }, ms } = await timed(async () => logged(t, { REDIS_URL: `redis://127.0.0.1:${await freePort()}` }))
  t.ok(ms < usualMs + 1000, `${(ms - usualMs).toFixed()} ms longer than without Redis`)
  const reply = await person(app).say(QUESTION)
  t.match(reply, { status: 200, body: { engine: 'v1' } })
  t.equal((await person(app).say('I want to kill myself')).body.engine, 'safety')
  t.strictSame(about(lines), ['50 redis Redis does not answer'])
  t.match(lines.find(({ dependency }) => dependency === 'redis')?.cause, /ECONNREFUSED/)
  t.equal(await metric(app, 'amora_dependency_up', { dependency: 'redis' }), 0)
  t.match((await app.inject('/health/ready')).json(), { dependencies: { state: { status: 'degraded' } } })
})

t.test('a real server', { skip: redisMissing }, async t => {
  t.test('a stall: the first command waits 100 ms, nobody after it; one line for the loss and one for the return', async t => {
    const redis = await startRedis(t)
    const { app, lines } = await logged(t, { REDIS_URL: redis.url })
    const anna = person(app)
    await anna.say(QUESTION)
    redis.stall()
    const first = await timed(async () => anna.say('And what do I tell him tonight?'))
    t.equal(first.result.status, 200)
    t.ok(first.ms < 350, `the first turn took ${first.ms.toFixed()} ms`)
    const next = await timed(async () => Promise.all(Array.from({ length: 30 }, async () => person(app).say('hello'))))
    t.ok(next.result.every(({ status }) => status === 200))
    await sleep(1000)
    t.equal(await metric(app, 'amora_dependency_up', { dependency: 'redis' }), 0)
    redis.resume()
    await until(async () => await metric(app, 'amora_dependency_up', { dependency: 'redis' }) === 1)
    t.strictSame(about(lines), ['50 redis Redis does not answer', '30 redis Redis is back'])
  })

  t.test('a stall leaves no lock behind: the session goes on at once after it, in every process', async t => {
    const redis = await startRedis(t)
    const env = { REDIS_URL: redis.url, AMORA_JWT_SECRET: 'a secret of at least thirty-two bytes', AMORA_PRIVACY_KEYS: 'k:0123456789abcdef', AMORA_V2_ENABLED: 'false' }
    const [{ app: one }, { app: other }] = [await logged(t, env), await logged(t, env)]
    const anna = person(one)
    await anna.say(QUESTION, { session_id: 's' })
    redis.stall()
    const during = await Promise.all([anna.say('What do I tell him?', { session_id: 's' }), anna.say('And why me?', {}, { 'idempotency-key': 'k1' })])
    t.strictSame(during.map(({ status }) => status), [200, 200])
    redis.resume()
    await until(() => other.sharedState.isUp() && one.sharedState.isUp())
    await sleep(400)
    t.equal((await person(other, { sub: anna.userId }).say('Here again.', { session_id: 's' })).status, 200, 'not locked by a command that was done late')
    t.equal((await anna.say('And why me?', {}, { 'idempotency-key': 'k1' })).status, 200, 'nor is its key')
    t.strictSame((await redis.client.keys('*:lock')), [])
  })

  t.test('a server that comes back empty is used again within a second', async t => {
    const redis = await startRedis(t)
    const { app, lines } = await logged(t, { REDIS_URL: redis.url })
    const anna = person(app)
    await anna.say(QUESTION)
    await redis.kill()
    await until(() => !app.sharedState.isUp())
    t.equal((await anna.say('And what do I tell him tonight?')).status, 200)
    await sleep(700)
    await redis.restart()
    const ms = await until(async () => {
      await person(app).say('How do we talk about it calmly?')
      return (await redis.client.keys('amora:session:*')).length > 0
    })
    t.ok(ms < 1000, `after ${ms.toFixed()} ms`)
    await until(() => app.sharedState.isUp())
    t.strictSame(about(lines), ['50 redis Redis does not answer', '30 redis Redis is back'])
  })

  t.test('while it is away the same limits hold within the process, and a message is given back there, too', async t => {
    const redis = await startRedis(t)
    const { app } = await logged(t, { REDIS_URL: redis.url, AMORA_FREE_DAILY_LIMIT: '5', AMORA_V2_ENABLED: 'false' })
    const carla = person(app)
    for (let n = 0; n < 4; n++) await carla.say(QUESTION)
    await redis.kill()
    t.strictSame([await carla.say(QUESTION), await carla.say(QUESTION)].map(({ status }) => status), [200, 429], 'what Redis had counted still counts')
    const anna = person(app)
    const answers = await Promise.all(Array.from({ length: 20 }, async () => anna.say(QUESTION)))
    t.equal(answers.filter(({ status }) => status === 200).length, 5)
    t.ok(answers.every(({ status, body }) => status === 200 || body.code === 'AMORA_DAILY_LIMIT'))
    t.equal(await metric(app, 'amora_rate_limit_local_total'), 22)
    t.equal((await anna.say('I want to kill myself.')).body.engine, 'safety')
    const berta = person(app)
    const talk = await Promise.all(Array.from({ length: 8 }, async () => berta.say('What do I tell him?', { session_id: 'one' })))
    t.equal(talk.filter(({ status }) => status === 200).length, 5, 'one after the other, by the local lock')
  })

  t.test('a cache of its own: what it suffers stays its own', async t => {
    const [redis, cache] = [await startRedis(t), await startRedis(t)]
    const { app, lines } = await logged(t, { REDIS_URL: redis.url, AMORA_CACHE_REDIS_URL: cache.url })
    await person(app).say('How do I start a calmer talk?')
    await until(async () => (await cache.client.keys('amora:cache:*')).length > 0)
    t.strictSame(await redis.client.keys('amora:cache:*'), [])
    t.strictSame((await cache.client.keys('*')).filter(key => !key.startsWith('amora:cache:')), [])
    await cache.kill()
    const reply = await person(app).say('How do I start a calmer talk?')
    t.match(reply, { status: 200, body: { engine: 'v2', degraded: false } })
    await until(async () => await metric(app, 'amora_dependency_up', { dependency: 'cache_redis' }) === 0)
    t.equal(await metric(app, 'amora_dependency_up', { dependency: 'redis' }), 1)
    t.equal(app.sharedState.isUp(), true)
    t.strictSame(about(lines), ['50 cache_redis Redis does not answer'])
  })

  t.test('a user of Redis with no more rights than docs/operations.md gives him is enough', async t => {
    const redis = await startRedis(t)
    const rules = /ACL SETUSER amora on >PASSWORD (.+)/.exec(readFileSync(join(import.meta.dirname, '../../docs/operations.md'), 'utf8'))![1]!.split(' ')
    await redis.client.call('ACL', 'SETUSER', 'amora', 'on', '>pw', ...rules)
    const { app, lines } = await logged(t, { REDIS_URL: redis.url.replace('//', '//amora:pw@') })
    const anna = person(app, { tier: 'paid', scope: 'amora:admin' })
    const headers = { authorization: `Bearer ${anna.token}` }
    t.match(await anna.say(QUESTION, { session_id: 's' }, { 'idempotency-key': 'k' }), { status: 200, body: { engine: 'v2', degraded: false } })
    await anna.say('I want to kill myself.', { session_id: 's' })
    for (const url of ['/admin/budget', '/admin/rollout', '/admin/rollout/audit', '/api/v1/coach/memory']) t.equal((await app.inject({ url, headers })).statusCode, 200, url)
    t.equal((await app.inject({ method: 'POST', url: '/admin/rollout/kill?wait=1000', headers, payload: { reason: 'a test' } })).statusCode, 200)
    t.equal((await app.inject({ method: 'DELETE', url: '/api/v1/coach/memory', headers })).statusCode, 204)
    t.equal(await metric(app, 'amora_dependency_up', { dependency: 'redis' }), 1)
    t.strictSame(lines.filter(({ level }) => level >= 40).map(({ msg }) => msg), [])
    t.strictSame((await redis.client.acl('LOG') as string[][]).map(entry => entry.slice(0, 8).join(' ')), [], 'nothing was refused')
  })

  t.test('commands are counted by concern and end, and by nothing else', async t => {
    const redis = await startRedis(t)
    const { app } = await logged(t, { REDIS_URL: redis.url })
    const anna = person(app, { tier: 'paid' })
    await anna.say(QUESTION, {}, { 'idempotency-key': 'k' })
    await app.inject({ method: 'DELETE', url: '/api/v1/coach/memory', headers: { authorization: `Bearer ${anna.token}` } })
    await redis.kill()
    await anna.say(QUESTION)
    const { values } = await app.metrics.registry.getSingleMetric('amora_redis_command_duration_seconds')!.get()
    const labels = (name: 'op' | 'outcome') => [...new Set(values.map(({ labels }) => String((labels as Record<string, unknown>)[name])))].toSorted()
    t.strictSame(labels('op'), CONCERNS.filter(concern => concern !== 'breaker').toSorted(), 'no model’s server was down')
    t.strictSame(labels('outcome'), ['failed', 'ok'])
  })
})
