import { once } from 'node:events'
import { connect } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import t, { type Test } from 'tap'
import { startFakeOpenAI, type FakeOpenAI } from '../fakes/openai-server.ts'
import { build, person } from '../helper.ts'
import { freePort } from '../servers/redis.ts'

const LOOPBACK = { host: '127.0.0.1', port: 0 }

interface Ready { readonly status: number, readonly body: { status: string, dependencies: Record<string, { status: string, detail: string }> } }

/** Over a connection of its own each time, as a probe does. */
async function readiness (origin: string): Promise<Ready> {
  const response = await fetch(`${origin}/health/ready`, { headers: { connection: 'close' } })
  return { status: response.status, body: await response.json() as Ready['body'] }
}

/** Resolves once the model was asked, or when that will not happen any more. */
async function asked ({ calls }: FakeOpenAI): Promise<void> {
  for (let waitedMs = 0; calls.length === 0 && waitedMs < 10_000; waitedMs += 5) await sleep(5)
}

async function startListening (test: Test, env: Record<string, string> = {}) {
  const app = await build(test, { env })
  return { app, origin: await app.listen(LOOPBACK) }
}

t.test('not ready before it listens, ready when it does, never again once it closes', async t => {
  const app = await build(t)
  t.equal(app.health.isReady(), false)
  t.match((await app.inject('/health/ready')).statusCode, 503)
  const origin = await app.listen(LOOPBACK)
  t.match(await readiness(origin), { status: 200, body: { status: 'ready', dependencies: { model: { status: 'up', detail: /offline/ }, state: { status: 'up', detail: /memory/ } } } })
  await app.close()
  t.equal(app.health.isReady(), false)
})

t.test('while it drains: the turn under way is answered, readiness says 503, live says 200, then it closes', async t => {
  const openai = await startFakeOpenAI({ latencyMs: 400 })
  t.teardown(openai.close)
  const { app, origin } = await startListening(t, { OPENAI_API_KEY: 'any', OPENAI_BASE_URL: openai.url })
  const { token } = person(app)
  const turn = fetch(`${origin}/api/v1/coach/`, { method: 'POST', headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' }, body: JSON.stringify({ specific_question: 'We argue every evening about small things. How do we stop?' }) })
  await asked(openai)
  const closing = app.close()
  await sleep(20)
  t.match(await readiness(origin), { status: 503, body: { status: 'unready' } })
  t.equal((await fetch(`${origin}/health/live`)).status, 200)
  const answered = await turn
  t.equal(answered.status, 200)
  t.match(await answered.json(), { engine: 'v2', degraded: false, message: /\w/ })
  await closing
  await t.rejects(fetch(`${origin}/health/live`))
})

t.test('a request that hangs does not hold up the end for ever', async t => {
  const { app, origin } = await startListening(t)
  const { hostname, port } = new URL(origin)
  const socket = connect(Number(port), hostname)
  await once(socket, 'connect')
  socket.write('POST /api/v1/coach/ HTTP/1.1\r\nhost: a\r\n')
  await sleep(30)
  const before = performance.now()
  const closing = app.close()
  await sleep(100)
  socket.destroy()
  await closing
  t.ok(performance.now() - before < 2000, 'half a head is no request under way')
})

t.test('without a model V1 answers everybody, and readiness says so: degraded, and ready', async t => {
  const { origin } = await startListening(t, { NODE_ENV: 'production', AMORA_JWT_SECRET: 'kY7w2pQ9vXz4LmN8rT3sB6hJ1cF5gD0aE_uR', AMORA_PRIVACY_KEYS: 'a:sixteen-bytes-and-more' })
  t.match(await readiness(origin), { status: 200, body: { status: 'degraded', dependencies: { model: { status: 'degraded', detail: /OPENAI_API_KEY/ } } } })
})

t.test('Redis that does not answer degrades, from the start', async t => {
  const { app, origin } = await startListening(t, { REDIS_URL: `redis://127.0.0.1:${await freePort()}` })
  t.match(await readiness(origin), { status: 200, body: { status: 'degraded', dependencies: { state: { status: 'degraded', detail: /redis/ } } } })
  t.match((await app.inject('/health')).json(), { status: 'healthy', database: 'disconnected' })
  t.equal((await person(app).say('hello')).status, 200)
})

t.test('a model that fails for good degrades, and names no more than the trouble', async t => {
  const openai = await startFakeOpenAI()
  t.teardown(openai.close)
  const { app, origin } = await startListening(t, { OPENAI_API_KEY: 'sk-canary-key', OPENAI_BASE_URL: openai.url })
  t.match(await readiness(origin), { status: 200, body: { status: 'ready', dependencies: { model: { status: 'up', detail: 'openai' } } } })
  openai.fault('unauthorized')
  t.match(await person(app).say('We argue every evening about small things. How do we stop?'), { status: 200, body: { degraded: true } })
  const seen = await readiness(origin)
  t.match(seen, { status: 200, body: { status: 'degraded', dependencies: { model: { status: 'degraded', detail: /auth/ } } } })
  t.notMatch(JSON.stringify(seen), /sk-canary-key|127\.0\.0\.1/)
  openai.heal()
})
