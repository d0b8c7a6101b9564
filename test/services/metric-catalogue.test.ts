import fc from 'fast-check'
import t from 'tap'
import { CHAT_BUCKETS, LLM_BUCKETS, catalogue, combinationsOf, isBounded, mostSeries, type LabelOf, type Metric, type MetricName, type NameOf } from '../../services/metric-catalogue.ts'

const names = Object.keys(catalogue) as MetricName[]
const metric = (name: MetricName): Metric => catalogue[name]

t.test('names say what and in which unit, as Prometheus has it', async t => {
  for (const name of names) {
    const { type, unit, help, labels } = metric(name)
    t.match(name, /^amora_[a-z0-9_]+$/)
    t.equal(name.endsWith('_total'), type === 'counter', `${name}: counters, and only they, end in _total`)
    if (type === 'histogram' && unit === 'seconds') t.match(name, /_seconds$/)
    if (unit === 'dollars') t.match(name, /_usd(_total)?$/)
    t.notMatch(name, /_(bucket|sum|count)$/, `${name} can’t be taken for a part of a histogram`)
    t.match(help, /^[A-Z].*[^.]$/, `${name}: ${help}`)
    for (const label of Object.keys(labels)) t.notOk(['le', 'job', 'instance', 'quantile', 'user', 'session', 'turn', 'owner'].includes(label), `${name}: ${label}`)
  }
})

t.test('what people are promised is a bucket’s edge', async t => {
  t.ok(CHAT_BUCKETS.includes(3) && LLM_BUCKETS.includes(3))
  const propagation = metric('amora_rollout_propagation_seconds').buckets!
  t.ok(propagation.includes(0.25) && propagation.includes(1.5))
  t.ok(metric('amora_turn_cost_usd').buckets!.includes(0.1))
  for (const name of names) {
    const { type, buckets } = metric(name)
    t.equal(type === 'histogram', buckets !== undefined, `${name}: histograms, and only they, have buckets`)
    t.strictSame(buckets, buckets && [...buckets].sort((one, other) => one - other), `${name}: buckets rise`)
  }
})

t.test('a process shows at most 2,000 series of its own', async t => {
  const most = names.reduce((sum, name) => sum + mostSeries(name), 0)
  t.ok(most <= 2000, `${most}`)
})

t.test('each combination uses the metric’s labels, and values of their sets', async t => {
  for (const name of names) {
    const { labels } = metric(name)
    const rows = combinationsOf(name)
    t.equal(rows === undefined, Object.values(labels).some(isBounded), `${name}: listed unless bounded at run time`)
    for (const row of rows ?? []) {
      t.strictSame(Object.keys(row).sort(), Object.keys(labels).sort(), name)
      for (const [label, value] of Object.entries(row)) {
        const values = labels[label]!
        if (!isBounded(values)) t.ok(values.includes(value), `${name}: ${label} ${value}`)
      }
    }
    t.equal(new Set((rows ?? []).map(row => JSON.stringify(row))).size, (rows ?? []).length, `${name}: none twice`)
  }
})

t.test('a metric has as many series as combinations, times what a histogram adds', async t => {
  t.equal(mostSeries('amora_rollout_percentage'), 1)
  t.equal(mostSeries('amora_budget_usd'), 2)
  t.equal(mostSeries('amora_turn_overhead_seconds'), 4 * (11 + 3))
  fc.assert(fc.property(fc.constantFrom(...names.filter(name => combinationsOf(name) !== undefined)), name => mostSeries(name) % combinationsOf(name)!.length === 0))
})

t.test('labels and kinds are types', async t => {
  const label: LabelOf<'amora_turns_total'> = 'assigned'
  const counter: NameOf<'counter'> = 'amora_turns_total'
  // @ts-expect-error a label of another metric
  const wrong: LabelOf<'amora_turns_total'> = 'window'
  // @ts-expect-error a gauge
  const gauge: NameOf<'counter'> = 'amora_budget_usd'
  t.ok(label && counter && wrong && gauge)
})
