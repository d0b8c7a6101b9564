/** SIGTERM to a real process with streams and plain turns under way. */
import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import t from 'tap'
import { startFakeOpenAI } from '../fakes/openai-server.ts'
import { redisMissing, startRedis } from '../servers/redis.ts'
import { startService, type RunningService } from '../servers/service.ts'
import { speakTo, summary } from '../turn/events.ts'
import { billed, nano } from '../turn/harness.ts'

const REPLY = 'Arguing about money wears you out. It makes sense that you are tired of it by now. What sits underneath it for you?'
const MESSAGE = (n: number) => ({ specific_question: `We keep arguing about money and I feel worn out. This was evening ${n}.` })

const portOf = ({ origin }: RunningService) => Number(new URL(origin).port)
const asUser = () => ({ 'x-amora-user-id': randomUUID() })
const post = async ({ origin, token }: RunningService, body: object) => fetch(`${origin}/api/v1/coach`, {
  method: 'POST', headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', connection: 'close', ...asUser() }, body: JSON.stringify(body)
})

t.setTimeout(120_000)

t.test('what is under way is finished, nothing new is begun, money is settled, exit 0', { skip: redisMissing ?? false }, async t => {
  const redis = await startRedis(t)
  const fake = await startFakeOpenAI({ chunkDelayMs: 120 })
  t.teardown(fake.close)
  fake.script.reply = () => REPLY
  fake.script.understand = () => ({})
  const env = { REDIS_URL: redis.url, OPENAI_API_KEY: 'any', OPENAI_BASE_URL: fake.url, AMORA_TURN_DEADLINE_MS: '6000', AMORA_PRIVACY_KEYS: 'a:sixteen-bytes-and-more' }
  const [service, other] = await Promise.all([startService(t, env), startService(t, env)])

  const streams = await Promise.all([1, 2, 3].map(async n => speakTo(portOf(service), service, MESSAGE(n), { headers: asUser() })))
  const plain = [4, 5].map(async n => post(service, MESSAGE(n)))
  await Promise.all(streams.map(async stream => stream.until('delta')))
  const stoppedAt = performance.now()
  service.child.kill('SIGTERM')
  await sleep(150)

  const ready = await fetch(`${service.origin}/health/ready`, { headers: { connection: 'close' } })
  t.equal(ready.status, 503, 'readiness says no')
  const refused = await post(service, MESSAGE(6))
  t.equal(refused.status, 503, 'no new turn is begun')
  t.match(await refused.json(), { code: 'AMORA_OVERLOADED' })
  t.match(refused.headers.get('retry-after'), /^[1-5]$/)
  const care = await post(service, { specific_question: 'I want to kill myself tonight' })
  t.match([care.status, await care.json()], [200, { engine: 'safety' }], 'but care is given to the last')

  for (const stream of streams) {
    t.equal(await stream.ended, 'ended')
    t.match(summary(stream.events), { shown: REPLY, done: { message: REPLY, engine: 'v2', degraded: false } }, 'a stream is told to its end')
  }
  for (const response of await Promise.all(plain)) t.match([response.status, await response.json()], [200, { engine: 'v2', message: REPLY }], 'a plain turn is answered')
  const answeredMs = performance.now() - stoppedAt
  t.strictSame(await service.ended, { code: 0, signal: null })
  const endedMs = performance.now() - stoppedAt
  t.comment(`answered ${Math.round(answeredMs)} ms after SIGTERM, ended after ${Math.round(endedMs)} ms`)
  t.ok(endedMs < 10_000)

  const budget = await (await fetch(`${other.origin}/admin/budget`, { headers: { authorization: `Bearer ${other.token}` } })).json() as { day: { spent_usd: number, reserved_usd: number } }
  t.equal(budget.day.reserved_usd, 0, 'no reservation is left behind')
  t.equal(nano(budget.day.spent_usd), billed(fake), 'what was spent is what the model was paid')
  const lines = service.stdout().split('\n').filter(line => line.includes('"turn"'))
  t.equal(lines.length, 7, 'each turn has its line, the refused one and care among them')
})

t.test('a reader who does not fetch what was said does not hold the process', async t => {
  const fake = await startFakeOpenAI({ chunkDelayMs: 30 })
  t.teardown(fake.close)
  const service = await startService(t, { OPENAI_API_KEY: 'any', OPENAI_BASE_URL: fake.url, AMORA_TURN_DEADLINE_MS: '6000' })
  const stream = await speakTo(portOf(service), service, MESSAGE(1), { isPaused: true })
  const stoppedAt = performance.now()
  service.child.kill('SIGTERM')
  t.strictSame(await service.ended, { code: 0, signal: null })
  t.ok(performance.now() - stoppedAt < 10_000)
  stream.leave()
})
