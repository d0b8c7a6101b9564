/** Several processes and one server that is down: together they try it as often as one would. */
import type { FastifyInstance } from 'fastify'
import { setTimeout as sleep } from 'node:timers/promises'
import t, { type Test } from 'tap'
import { startFakeOpenAI, type FakeOpenAI } from '../fakes/openai-server.ts'
import { metric } from '../helper.ts'
import { redisMissing, startRedis, type RedisServer } from '../servers/redis.ts'
import { KEY, earnRetries, reasonOf, soon, start, turn } from './llm-harness.ts'

const OPEN_MS = 200
const PROCESSES = 3

interface Fleet { readonly apps: readonly FastifyInstance[], readonly fake: FakeOpenAI, readonly redis: RedisServer }

async function fleet (t: Test, breaker = { openMs: OPEN_MS, lastingOpenMs: 60_000 }): Promise<Fleet> {
  const [redis, fake] = await Promise.all([startRedis(t), startFakeOpenAI({ apiKey: KEY })])
  t.teardown(fake.close)
  const env = { OPENAI_API_KEY: KEY, OPENAI_BASE_URL: fake.url, REDIS_URL: redis.url }
  return { apps: await Promise.all(Array.from({ length: PROCESSES }, async () => start(t, { breaker, env }))), fake, redis }
}

const ask = async (app: FastifyInstance) => reasonOf(app.llm.complete(turn(), soon()))
const states = async (apps: readonly FastifyInstance[]) => Promise.all(apps.map(async app => metric(app, 'amora_breaker_state', { kind: 'chat' })))

/** Each process is asked again and again for so long; how often the server was, and in how many pauses. */
async function underway ({ apps, fake }: Fleet, forMs: number): Promise<{ tries: number, asked: number, periods: number }> {
  const [before, startedAt] = [fake.calls.length, performance.now()]
  let asked = 0
  while (performance.now() - startedAt < forMs) {
    await Promise.all(apps.map(ask))
    asked += apps.length
    await sleep(5)
  }
  return { tries: fake.calls.length - before, asked, periods: (performance.now() - startedAt) / OPEN_MS }
}

const opened = async ({ apps }: Fleet) => { for (const app of apps) for (let call = 0; call < 5; call++) await ask(app) }

t.test('a fleet', { skip: redisMissing ?? false }, async t => {
  t.test('total outage: at most 1.1 attempts a turn, then one try a period for all; recovery is everybody’s', async t => {
    const all = await fleet(t)
    const { apps, fake } = all
    for (const app of apps) await earnRetries(app, 3)
    const before = fake.calls.length
    fake.fault('server_error')
    const turns = 50
    for (let index = 0; index < turns; index++) await Promise.all(apps.map(ask))
    t.ok(fake.calls.length - before <= 1.1 * turns * PROCESSES, `${fake.calls.length - before} attempts in ${turns * PROCESSES} turns`)
    t.strictSame(await states(apps), [2, 2, 2])

    const { tries, asked, periods } = await underway(all, 6 * OPEN_MS)
    t.ok(tries >= 2 && tries <= periods + 1, `${tries} tries in ${periods.toFixed(1)} periods and ${asked} turns of ${PROCESSES} processes`)

    fake.heal()
    const healedAt = performance.now()
    while ((await states(apps)).some(state => state !== 0) && performance.now() - healedAt < 10 * OPEN_MS) await underway(all, 20)
    const backMs = performance.now() - healedAt
    t.strictSame(await states(apps), [0, 0, 0])
    t.ok(backMs < 3 * OPEN_MS, `all are back ${Math.round(backMs)} ms after the server`)
  })

  t.test('without money each learns it once, then one try a period for all', async t => {
    const all = await fleet(t, { openMs: 50, lastingOpenMs: OPEN_MS })
    all.fake.fault('insufficient_quota')
    t.strictSame(await Promise.all(all.apps.map(ask)), Array(PROCESSES).fill('quota_exhausted'))
    const { tries, periods } = await underway(all, 5 * OPEN_MS)
    t.ok(tries >= 2 && tries <= periods + 1, `${tries} tries in ${periods.toFixed(1)} periods`)
  })

  t.test('who tried and died keeps nobody from trying for longer than a pause', async t => {
    const all = await fleet(t)
    const { fake, redis } = all
    fake.fault('server_error')
    await opened(all)
    await redis.client.set('amora:breaker:1:{chat}', 'trying', 'PX', 4 * OPEN_MS)
    t.equal((await underway(all, 3 * OPEN_MS)).tries, 0)
    fake.heal()
    await underway(all, 4 * OPEN_MS)
    t.strictSame(await states(all.apps), [0, 0, 0])
  })

  t.test('without Redis each process tries for itself', async t => {
    const all = await fleet(t)
    const { fake, redis } = all
    fake.fault('server_error')
    await opened(all)
    await redis.kill()
    const { tries, periods } = await underway(all, 5 * OPEN_MS)
    t.ok(tries >= PROCESSES && tries <= PROCESSES * (periods + 1), `${tries} tries in ${periods.toFixed(1)} periods`)
    fake.heal()
    await underway(all, 2 * OPEN_MS)
    t.strictSame(await states(all.apps), [0, 0, 0])
  })
})
