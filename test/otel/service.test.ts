/** The real process and what it sends: to a trace store of the test's own, and through a real collector. */
import { createSigner } from 'fast-jwt'
import { randomUUID } from 'node:crypto'
import t, { type Test } from 'tap'
import { startFakeOpenAI } from '../fakes/openai-server.ts'
import { redisMissing, startRedis } from '../servers/redis.ts'
import { launchService, startService, type RunningService } from '../servers/service.ts'
import { speakTo } from '../turn/events.ts'
import { collectorMissing, startCollector, startSink, unpackCollector, type Sink } from './collector.ts'

const SECRET = 'kY7w2pQ9vXz4LmN8rT3sB6hJ1cF5gD0aE_uR'
const tokenFor = (claims: object) => createSigner({ key: SECRET, algorithm: 'HS256', expiresIn: 600_000 })({ scope: 'amora:act-as', sub: randomUUID(), ...claims })

const start = async (t: Test, endpoint: string, env: Readonly<Record<string, string>> = {}) =>
  startService(t, { AMORA_JWT_SECRET: SECRET, AMORA_PRIVACY_KEYS: 'a:sixteen-bytes-and-more', OTEL_EXPORTER_OTLP_ENDPOINT: endpoint, AMORA_TRACE_RATIO: '1', ...env })

interface Answer { readonly turn_id: string, readonly engine: string, readonly degraded: boolean }

async function say ({ origin }: RunningService, token: string, body: object, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
  const response = await fetch(`${origin}/api/v1/coach`, { method: 'POST', headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) })
  return await response.json() as Answer
}

/** SIGTERM, and all that was to be sent has been. */
async function stop (t: Test, { child, ended }: RunningService): Promise<void> {
  child.kill('SIGTERM')
  t.strictSame(await ended, { code: 0, signal: null }, 'it ends well')
}

const spansOf = (sink: Sink, name: string) => sink.bytes().toString('latin1').split(name).length - 1

t.test('nothing that anybody wrote or is stands in a span, a log line, a metric or a header to the model', { skip: redisMissing }, async t => {
  const [sink, redis, fake] = await Promise.all([startSink(t), startRedis(t), startFakeOpenAI()])
  t.teardown(fake.close)
  const canary = {
    question: 'zebedee', answer: 'marmalade', email: 'philippa@quartermaine.example', user: randomUUID(), session: 'session-of-zuleika', key: 'sk-canary-4711', retry: 'retry-of-zuleika', name: 'Zuleika', claim: 'claim-of-zuleika'
  }
  fake.script.reply = () => `Being worn out about ${canary.answer} makes sense. What sits underneath it for you?`
  const service = await start(t, sink.url, { REDIS_URL: redis.url, OPENAI_API_KEY: canary.key, OPENAI_BASE_URL: fake.url, LOG_LEVEL: 'trace', AMORA_TURN_DEADLINE_MS: '20000' })
  const token = tokenFor({ sub: canary.user, tier: 'paid', email: canary.email, name: canary.name, note: canary.claim })
  const words = (n: number) => `We argue about ${canary.question} every evening and I feel worn out, says ${canary.email}. Evening ${n}.`
  const headers = { 'idempotency-key': canary.retry, 'user-agent': canary.name, cookie: canary.claim, baggage: `user.email=${canary.email}`, tracestate: `amora=${canary.question}`, traceparent: `00-${'a'.repeat(32)}-${'b'.repeat(16)}-01` }

  // A busy machine may take Redis for gone now and then, and V1 stands in: enough of each kind is seen all the same.
  await say(service, token, { specific_question: words(1), session_id: canary.session }, headers)
  await say(service, token, { specific_question: words(1) })
  const stream = await speakTo(Number(new URL(service.origin).port), { token }, { specific_question: words(2), session_id: canary.session })
  await stream.until('done')
  t.match(await say(service, token, { specific_question: `I want to kill myself. ${words(3)}` }), { engine: 'safety' })
  fake.fault('bad_request', { match: 'respond' })
  t.match(await say(service, token, { specific_question: words(4), context: { topics: [canary.question] } }), { engine: 'v1' })
  await redis.kill()
  t.match(await say(service, token, { specific_question: words(5) }), { engine: 'v1' })
  await say(service, 'no-token', { specific_question: words(6) })
  const metrics = await (await fetch(`${service.metrics}/metrics`, { headers: { accept: 'application/openmetrics-text' } })).text()
  await stop(t, service)

  const outbound = fake.calls.map(({ headers }) => headers)
  t.ok(outbound.length >= 3)
  for (const { traceparent, tracestate, baggage, cookie } of outbound) t.strictSame([traceparent, tracestate, baggage, cookie], [undefined, undefined, undefined, undefined], 'the model’s server hears of no trace')
  t.ok(spansOf(sink, 'POST /api/v1/coach') >= 6 && spansOf(sink, 'chat gpt-6.1-terra') >= 1 && spansOf(sink, 'redis session-open') >= 1, 'there is something to look at')
  const places = {
    spans: sink.bytes().toString('latin1'), logs: service.stdout(), 'standard error': service.stderr(), metrics,
    headers: JSON.stringify(outbound.map(headers => ({ ...headers, authorization: undefined })))
  }
  for (const [place, text] of Object.entries(places)) {
    for (const [what, words] of Object.entries({ ...canary, token })) t.notOk(text.toLowerCase().includes(words.toLowerCase()), `no ${what} in ${place}`)
  }

  const lines = service.stdout().split('\n').filter(line => line.includes('"msg":"turn"')).map(line => JSON.parse(line) as { trace_id: string, span_id: string })
  t.ok(lines.length >= 6)
  for (const { trace_id: traceId } of lines) t.ok(sink.bytes().includes(Buffer.from(traceId, 'hex')), 'a line of the log leads to its trace')
})

t.test('a caller can’t have his turns traced: a tenth it is, whatever he sends', async t => {
  const sink = await startSink(t)
  const service = await start(t, sink.url, { AMORA_TRACE_RATIO: '0.1' })
  const token = tokenFor({})
  const low = (n: number) => (n + 1).toString(16).padStart(32, '0')
  for (let n = 0; n < 300; n += 30) {
    const answers = await Promise.all(Array.from({ length: 30 }, async (_, at) =>
      say(service, token, { specific_question: 'hello' }, { 'x-amora-user-id': randomUUID(), traceparent: `00-${low(n + at)}-00f067aa0ba902b7-01`, tracestate: 'amora=sampled' })))
    t.ok(answers.every(({ engine }) => engine === 'v2'))
  }
  await stop(t, service)
  const sampled = spansOf(sink, 'POST /api/v1/coach')
  t.comment(`${sampled} of 300 were traced`)
  // Five standard deviations around 30.
  t.ok(sampled >= 4 && sampled <= 56, `${sampled} of 300`)
})

t.test('an endpoint that is none stops the start, and is named', async t => {
  const { ended, stderr } = launchService(t, { OTEL_EXPORTER_OTLP_ENDPOINT: 'localhost:4318' })
  t.match(await ended, { code: 1 })
  t.match(stderr(), /^Amora coach can't start.*\n.*OTEL_EXPORTER_OTLP_ENDPOINT has the wrong form; for example OTEL_EXPORTER_OTLP_ENDPOINT=http/)
})

t.test('a tracer that is told nothing sends nothing', async t => {
  const sink = await startSink(t)
  const service = await start(t, sink.url, { OTEL_SDK_DISABLED: 'true' })
  await say(service, tokenFor({}), { specific_question: 'hello' })
  await stop(t, service)
  t.equal(sink.bytes().length, 0)
})

t.test('the process tells of itself what it is, and no more', async t => {
  const sink = await startSink(t)
  const service = await start(t, sink.url, { OTEL_RESOURCE_ATTRIBUTES: 'host.name=of-this-machine' })
  await say(service, tokenFor({}), { specific_question: 'hello' })
  await stop(t, service)
  const sent = sink.bytes().toString('latin1')
  for (const name of ['service.name', 'amora-coach', 'service.version', 'service.instance.id', 'telemetry.sdk.name']) t.ok(sent.includes(name), name)
  for (const name of ['process.', 'host.', 'os.', 'server.ts', import.meta.dirname]) t.notOk(sent.includes(name), name)
})

t.test('service, collector, trace store: every span arrives, also at SIGTERM', { skip: collectorMissing }, async t => {
  const sink = await startSink(t)
  const collector = await startCollector(t, unpackCollector(t), sink.url)
  const service = await start(t, collector.url)
  const token = tokenFor({})
  const answers = await Promise.all(Array.from({ length: 40 }, async () => say(service, token, { specific_question: 'hello' }, { 'x-amora-user-id': randomUUID() })))
  await stop(t, service)
  t.equal(await collector.stop(), 0)
  t.equal(answers.filter(({ turn_id: id }) => sink.bytes().includes(id)).length, 40)
  t.equal(spansOf(sink, 'POST /api/v1/coach'), 40)
})
