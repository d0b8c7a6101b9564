/** However many people, models and paths there are, the metrics stay as many as they are, and quick to read. */
import type { FastifyInstance, InjectOptions } from 'fastify'
import { Counter, Gauge, Histogram } from 'prom-client'
import t from 'tap'
import { plainOf } from '../../services/exposition.ts'
import { catalogue, combinationsOf, mostSeries, type Metric, type MetricName } from '../../services/metric-catalogue.ts'
import { callsOf, createModelLabel } from '../../services/model-labels.ts'
import { FAULTS, type FaultName } from '../fakes/openai-faults.ts'
import type { FakeOpenAI } from '../fakes/openai-server.ts'
import { person, type Person } from '../helper.ts'
import { seededRandom } from '../random.ts'
import { stage } from '../turn/harness.ts'

t.setTimeout(120_000)

const MOST_SERIES = 2000
const RENDERED_WITHIN_MS = 5
const MANY = 10_000
const names = (Object.keys(catalogue) as MetricName[]).filter(name => !(catalogue[name] as Metric).later)

async function seriesOf (app: FastifyInstance): Promise<string[]> {
  const samples = plainOf(await app.metrics.registry.metrics()).split('\n').filter(line => line.startsWith('amora_'))
  return samples.map(line => line.slice(0, line.lastIndexOf(' ')))
}

/** Waiting would only take time. */
const SLOW: ReadonlySet<string> = new Set(['latency', 'hang', 'stall', 'mute', 'stall_at_end'] satisfies FaultName[])
/** Each in its turn, and none as often. */
const FAULTS_IN_TURN = FAULTS.filter(fault => !SLOW.has(fault)).flatMap(fault => [fault, undefined])
const METHODS = ['GET', 'POST', 'PUT', 'DELETE', 'HEAD', 'PATCH', 'OPTIONS', 'TRACE'] as const satisfies ReadonlyArray<InjectOptions['method']>
const PATHS = ['/', '/api/v1/coach/', '/admin/turns/', '/admin/', '/docs/', '/api/v1/coach/memory/', '/health/', '/%00', '/__proto__/'] as const

/** Models that are asked, models that are priced, and none. */
const ANSWERING = ['gpt-6-luna', 'gpt-6.1-terra', 'gpt-4-turbo', 'gpt-5.6-luna', 'gpt-4o-mini-2024-07-18', 'constructor']

/** The server of the `at`th person: it calls itself and what it finds as nobody did before. */
function makeStrange (fake: FakeOpenAI, at: number, nth: number): void {
  const random = seededRandom(at)
  fake.reset()
  fake.script.answerAs = random() < 0.5 ? `gpt-of-${at}` : ANSWERING[Math.floor(random() * ANSWERING.length)]!
  fake.script.moderate = () => ({ [`category-of-${at}`]: random(), violence: random(), illicit: random(), 'self-harm': random() })
  if (random() < 0.3) fake.script.understand = () => ({ risk: ['none', 'self_harm', 'abuse', 'harm_to_others', `risk-of-${at}`][at % 5], emotions: { [`emotion-of-${at}`]: 1 }, intents: {}, themes: [`theme-of-${at}`] })
  const fault = FAULTS_IN_TURN[nth % FAULTS_IN_TURN.length]
  if (fault) fake.fault(fault, { match: ['respond', 'understand', 'moderations'][Math.floor(nth / FAULTS_IN_TURN.length) % 3]! })
}

const claimsOf = (at: number) => ({ subscription_status: ['premium', 'free', `plan-of-${at}`][at % 3], locale: `xx-${at}`, scope: `scope-of-${at}`, rollout: `engine-of-${at}` })

async function oneOfMany (app: FastifyInstance, fake: FakeOpenAI, at: number): Promise<void> {
  const user = person(app, claimsOf(at))
  const strange = { session_id: `session-of-${at}`, [`field-of-${at}`]: at }
  // The rare is to be seen in the first thousand.
  const every = at < MANY / 10 ? 2 : 20
  if (at % every === 0) {
    makeStrange(fake, at, at / every)
    await user.say(`We quarrelled ${at} times about the dishes and I feel worn out. What can I do?`, strange, { 'idempotency-key': `key-of-${at}` })
  } else await user.say(['hi', '', 'thanks', 'I want to kill myself', 'are you a bot?'][at % 5], at % 7 === 0 ? { ...strange, mode: `mode-of-${at}` } : strange)
  await lost(app, user, at)
}

async function lost (app: FastifyInstance, user: Person, at: number): Promise<void> {
  await app.inject({ method: METHODS[at % METHODS.length]!, url: `${PATHS[at % PATHS.length]}${at}`, headers: { authorization: `Bearer ${user.token}`, accept: `kind/of-${at}` } })
}

t.test('10,000 users, sessions, models, paths and reasons leave as many series as 1,000', async t => {
  const { app, fake } = await stage(t, { env: { AMORA_DAILY_BUDGET_USD: '100000', AMORA_MONTHLY_BUDGET_USD: '100000' } })
  const seen: number[] = []
  for (let at = 0; at < MANY; at++) {
    await oneOfMany(app, fake, at)
    if (at === MANY / 10 - 1 || at === MANY - 1) seen.push((await seriesOf(app)).length)
  }
  t.comment(`series after 1,000 and after 10,000: ${seen.join(', ')}`)
  t.ok(seen[1]! <= MOST_SERIES, `${seen[1]} series`)
  t.equal(seen[1], seen[0], 'as many as before')
  t.strictSame((await seriesOf(app)).filter(series => /-of-\d/.test(series)), [], 'none of it became a label')
  await withinCatalogue(t, app)
})

/** Each series is one that the catalogue foresees. */
async function withinCatalogue (t: { ok (value: unknown, name: string): unknown }, app: FastifyInstance): Promise<void> {
  for (const name of names) {
    const { values } = await app.metrics.registry.getSingleMetric(name)!.get()
    t.ok(values.length <= mostSeries(name), `${name}: ${values.length} of ${mostSeries(name)}`)
    const rows = combinationsOf(name)
    if (!rows) continue
    const foreseen = new Set(rows.map(rowOf))
    for (const { labels } of values) if (!foreseen.has(rowOf(labels))) t.ok(false, `${name}: ${rowOf(labels)} is not in the catalogue`)
  }
}

const rowOf = (labels: Readonly<Record<string, string | number | undefined>>) =>
  Object.keys(labels).filter(label => label !== 'le').sort().map(label => `${label}=${labels[label]}`).join()

/** Every series that this process can show, each bucket with an exemplar where it may have one. */
function fill (app: FastifyInstance): void {
  const calls = callsOf(app.config.models, createModelLabel(app.config.models, app.pricing.table))
  for (const name of names) {
    const metric = app.metrics.registry.getSingleMetric(name)
    const { labels, buckets = [], exemplars }: Metric = catalogue[name]
    for (const row of combinationsOf(name, 'leg' in labels ? calls : undefined) ?? []) {
      if (metric instanceof Counter) metric.inc(row, 12.5)
      else if (metric instanceof Gauge) metric.set(row, 0.75)
      else if (metric instanceof Histogram) fillBuckets(metric, row, { values: [...buckets, 1000], exemplars })
    }
  }
}

function fillBuckets (histogram: Histogram, labels: Readonly<Record<string, string>>, { values, exemplars }: { values: readonly number[], exemplars?: true }): void {
  for (const value of values) {
    if (exemplars) histogram.observe({ labels, value, exemplarLabels: { trace_id: 'a'.repeat(32), span_id: 'b'.repeat(16) } })
    else histogram.observe(labels, value)
  }
}

t.test('a full registry is rendered within 5 ms of CPU', async t => {
  const { app } = await stage(t)
  fill(app)
  const spent: number[] = []
  for (let turn = 0; turn < 300; turn++) {
    const before = process.cpuUsage()
    plainOf(await app.metrics.registry.metrics())
    const { user, system } = process.cpuUsage(before)
    spent.push((user + system) / 1000)
  }
  const median = spent.sort((one, other) => one - other)[spent.length / 2]!
  const series = (await seriesOf(app)).length
  t.comment(`${series} series: ${median.toFixed(2)} ms, nine in ten within ${spent[spent.length * 0.9]!.toFixed(2)} ms`)
  t.ok(series > 1500 && series <= MOST_SERIES, `${series} series`)
  t.ok(median <= RENDERED_WITHIN_MS, `${median} ms`)
})
