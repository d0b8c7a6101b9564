import Fastify from 'fastify'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { join } from 'node:path'
import type { AddressInfo } from 'node:net'
import t, { type Test } from 'tap'
import config from '../../plugins/config.ts'
import metrics from '../../plugins/metrics.ts'
import tracing from '../../plugins/tracing.ts'
import { ConfigurationError } from '../../services/configuration.ts'
import { plainOf } from '../../services/exposition.ts'
import { catalogue, combinationsOf, type Metric, type MetricName } from '../../services/metric-catalogue.ts'
import { build, metric, person } from '../helper.ts'

/** What Prometheus 2.42 and 3 send, but for protobuf. */
const PROMETHEUS = 'application/openmetrics-text;version=1.0.0,application/openmetrics-text;version=0.0.1;q=0.75,text/plain;version=0.0.4;q=0.5,*/*;q=0.1'

async function scrape (test: Test) {
  const app = await build(test)
  const address = await app.metrics.listen()
  const read = async (accept = PROMETHEUS) => {
    const response = await fetch(`${address}/metrics`, { headers: { accept } })
    return { status: response.status, type: response.headers.get('content-type'), text: await response.text() }
  }
  return { app, address, read }
}

t.test('the second listener shows OpenMetrics to whom asks for it', async t => {
  const { read } = await scrape(t)
  const { status, type, text } = await read()
  t.equal(status, 200)
  t.match(type, /^application\/openmetrics-text; version=1\.0\.0/)
  t.match(text, /\n# EOF\n$/)
  t.match(text, /^# TYPE amora_turns counter$/m)
  t.match(text, /^amora_turns_total\{.*\} 0$/m)
  t.match(text, /^amora_build_info\{version="[^"]+",node="v\d+\.\d+\.\d+"\} 1$/m)
})

t.test('and to whoever asks for no format; the plain one to those who name it, whichever was asked for before', async t => {
  const { read } = await scrape(t)
  await read()
  for (const accept of ['*/*', 'application/json']) t.match(await read(accept), { type: /^application\/openmetrics-text/, text: /# EOF\n$/ })
  for (const accept of ['text/plain', 'text/plain;version=0.0.4;q=0.5, */*;q=0.1']) {
    const { type, text } = await read(accept)
    t.match(type, /^text\/plain; version=0\.0\.4/)
    t.match(text, /^# HELP amora_turns_total Coaching turns by their end\n# TYPE amora_turns_total counter\namora_turns_total\{.*\} 0$/m)
    t.notMatch(text, /# EOF|_total_total/)
  }
})

const IDS = { trace_id: '0af7651916cd43dd8448eb211c80319c', span_id: 'b7ad6b7169203331' }

/** The plugin alone, in a trace that is kept or in none. */
async function traced (test: Test, exemplar: typeof IDS | undefined) {
  const app = Fastify()
  test.teardown(async () => { await app.close() })
  await app.register(config, { env: { AMORA_METRICS_PORT: '0' } })
  await app.register(tracing)
  Object.assign(app.tracing, { exemplar: () => exemplar })
  await app.register(metrics)
  return app
}

t.test('an observation of a kept trace brings its ids along, where the catalogue says so; plain text does not', async t => {
  const app = await traced(t, IDS)
  const labels = { served: 'v2', outcome: 'ok', cache: 'miss' } as const
  app.metrics.histogram('amora_turn_duration_seconds').observe(labels, 2.9)
  app.metrics.histogram('amora_turn_overhead_seconds').observe({ served: 'v2' }, 2.9)
  const text = await app.metrics.registry.metrics()
  t.match(text, /^amora_turn_duration_seconds_bucket\{le="3",served="v2",outcome="ok",cache="miss"\} 1 # \{trace_id="0af7651916cd43dd8448eb211c80319c",span_id="b7ad6b7169203331"\} 2\.9 \d+(\.\d+)?$/m)
  t.equal(text.split(' # {').length, 2, 'one bucket of one histogram')
  t.notMatch(plainOf(text), /trace_id/)
  t.match(plainOf(text), /^amora_turn_duration_seconds_bucket\{le="3",served="v2",outcome="ok",cache="miss"\} 1$/m)
})

t.test('outside a kept trace there are no ids', async t => {
  const app = await traced(t, undefined)
  app.metrics.histogram('amora_llm_duration_seconds').observe({ leg: 'respond', model: 'other', outcome: 'ok' }, 1)
  t.notMatch(await app.metrics.registry.metrics(), / # \{/)
})

t.test('labels and their values are types', async t => {
  const app = await traced(t, undefined)
  const screens = app.metrics.counter('amora_safety_screens_total')
  const local = app.metrics.counter('amora_session_local_total')
  screens.inc({ result: 'care', category: 'abuse' }, 2)
  local.inc()
  local.inc(2)
  t.equal(await metric(app, 'amora_safety_screens_total', { category: 'abuse' }), 2)
  t.equal(await metric(app, 'amora_session_local_total'), 3)
  const wrong: ReadonlyArray<() => void> = [
    // @ts-expect-error a value that is not in the set
    () => { screens.inc({ result: 'care', category: 'a_new_one' }) },
    // @ts-expect-error a label is missing
    () => { screens.inc({ result: 'care' }) },
    // @ts-expect-error labels are missing
    () => { screens.inc() },
    // @ts-expect-error a label that the metric does not have
    () => { local.inc({ tier: 'free' }) },
    // @ts-expect-error a gauge is no counter
    () => { app.metrics.counter('amora_budget_usd') }
  ]
  t.equal(wrong.length, 5)
})

t.test('the registry is the catalogue, with nothing configured and with everything', async t => {
  const table = join(import.meta.dirname, '../../services/models.json')
  for (const env of [{}, { AMORA_MODEL_TABLE: table, AMORA_JWKS_URL: 'https://issuer.example/keys', AMORA_SUBSCRIPTION_URL: 'https://subscriptions.example' }]) {
    const app = await build(t, { env })
    const { registry } = app.metrics
    const wanted = (Object.keys(catalogue) as MetricName[]).filter(name => !(catalogue[name] as Metric).later)
    t.strictSame(registry.getMetricsAsArray().map(({ name }) => name).filter(name => name.startsWith('amora_')).sort(), wanted.sort())
    for (const name of wanted) {
      const { type, help, labels, buckets }: Metric = catalogue[name]
      t.match(registry.getSingleMetric(name), { type, help, labelNames: Object.keys(labels), ...(buckets ? { upperBounds: [...buckets] } : {}) }, name)
      const { values } = await registry.getSingleMetric(name)!.get()
      if (type === 'counter') t.ok(values.length > 0, `${name} is there before the first event`)
      if (type === 'counter' && combinationsOf(name)) t.strictSame(new Set(values.map(({ labels }) => rowOf(labels))), new Set(combinationsOf(name)!.map(rowOf)), `${name}: as the catalogue has it`)
      if (type === 'histogram' && Object.keys(labels).length > 0) t.strictSame(values, [], `${name} is not preset`)
    }
  }
})

const rowOf = (labels: Readonly<Record<string, string | number | undefined>>) => Object.keys(labels).sort().map(label => `${label}=${labels[label]}`).join()

t.test('money, tokens and calls start at 0 for each leg as it is configured', async t => {
  const app = await build(t, { env: { AMORA_DETECTION_MODEL: 'gpt-4o-mini', AMORA_RESPONSE_MODEL: 'gpt-6.1-terra', AMORA_ECONOMY_MODEL: 'gpt-4o-mini' } })
  const asked = [['understand', 'gpt-4o-mini'], ['respond', 'gpt-6.1-terra'], ['respond', 'gpt-4o-mini'], ['repair', 'gpt-4o-mini']] as const
  for (const [leg, model] of [...asked, ['moderate', 'omni-moderation-latest']] as const) {
    for (const tier of ['free', 'paid']) t.equal(await metric(app, 'amora_llm_cost_usd_total', { leg, model, tier }), 0)
    for (const outcome of ['ok', 'timeout', 'quota_exhausted']) t.equal(await metric(app, 'amora_llm_requests_total', { leg, model, outcome }), 0)
  }
  for (const [leg, model] of asked) for (const direction of ['input', 'cached_input', 'output']) t.equal(await metric(app, 'amora_llm_tokens_total', { leg, model, direction }), 0)
})

t.test('every line is a comment, a sample or the end; every sample belongs to a family that is described once', async t => {
  const { app, read } = await scrape(t)
  await person(app).say('We argue every evening about small things. How do we stop?')
  const lines = (await read()).text.trimEnd().split('\n')
  const described = lines.filter(line => line.startsWith('# TYPE ')).map(line => line.split(' ')[2]!)
  t.equal(new Set(described).size, described.length)
  t.equal(lines.pop(), '# EOF')
  const sample = /^([a-z0-9_]+)(\{[a-z0-9_]+="[^"\n]*"(,[a-z0-9_]+="[^"\n]*")*\})? (NaN|[+-]?Inf|[+-]?\d+(\.\d+)?(e[+-]?\d+)?)( # .+)?( \d+(\.\d+)?)?$/i
  const strange = lines.filter(line => line !== '' && !/^# (TYPE|HELP|UNIT) [a-z0-9_]+ ?/.test(line) && !sample.test(line))
  t.strictSame(strange, [])
  const families = new Set(described)
  const names = lines.filter(line => line !== '' && !line.startsWith('#')).map(line => sample.exec(line)![1]!)
  t.strictSame(names.filter(name => !families.has(name) && !families.has(name.replace(/_(total|bucket|sum|count|info|created)$/, ''))), [])
})

t.test('no label and no help text holds a person', async t => {
  const { app, read } = await scrape(t)
  const user = person(app)
  const { body } = await user.say('My canary-sentence of tonight: he forgot my birthday again.', { session_id: 'canary-session' })
  const { text } = await read()
  for (const canary of [user.userId, user.token, 'canary', body.session_id, body.turn_id, body.message.slice(0, 30)]) t.notOk(text.includes(canary), canary.slice(0, 20))
})

t.test('metrics are not on the public port, and nothing else is on theirs', async t => {
  const { app, address } = await scrape(t)
  t.equal((await app.inject('/metrics')).statusCode, 404)
  for (const path of ['/', '/health', '/health/live', '/docs', '/openapi.json', '/admin/budget']) t.equal((await fetch(`${address}${path}`)).status, 404, path)
  t.equal((await fetch(`${address}/api/v1/coach/`, { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } })).status, 404)
})

t.test('a port that is taken stops the start, with a line that names it', async t => {
  const other = createServer().listen(0, '127.0.0.1')
  await once(other, 'listening')
  t.teardown(() => { other.close() })
  const { port } = other.address() as AddressInfo
  const app = await build(t, { env: { AMORA_METRICS_PORT: String(port) } })
  await t.rejects(app.metrics.listen(), new ConfigurationError([`AMORA_METRICS_PORT ${port} is taken by another program; for example AMORA_METRICS_PORT=0 takes a free one`]))
})

t.test('the second listener closes with the service', async t => {
  const { app, address } = await scrape(t)
  await app.close()
  await t.rejects(fetch(`${address}/metrics`))
})

t.test('two services in one process do not share a registry', async t => {
  const [first, second] = [await build(t), await build(t)]
  await person(first).say('hello')
  const counted = async ({ metrics }: typeof first) => (await metrics.registry.getSingleMetric('amora_turns_total')!.get()).values.reduce((sum, { value }) => sum + value, 0)
  t.equal(await counted(first), 1)
  t.equal(await counted(second), 0)
})
