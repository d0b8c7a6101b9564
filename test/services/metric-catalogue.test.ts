import fc from 'fast-check'
import t from 'tap'
import { CHAT_BUCKETS, LLM_BUCKETS, catalogue, combinationsOf, isBounded, labelValue, mostSeries, type LabelOf, type Metric, type MetricName, type NameOf, type ValueOf } from '../../services/metric-catalogue.ts'
import { CONFLICTS } from '../../services/rollout-state.ts'
import { FALLBACK_REASONS } from '../../services/turn.ts'
import { RETRY_REASONS } from '../../services/v2/upstream/retry.ts'
import { BUDGET_WINDOWS } from '../../stores/budget-store.ts'
import { CONCERNS } from '../../stores/redis/shared-store.ts'

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
    t.match(help, /^[A-Z][^"\\\n]*[^."\\\n]$/, `${name}: ${help} needs no escape`)
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

t.test('sets that others keep, too, are the same', async t => {
  const same = (values: readonly string[], theirs: readonly string[]) => { t.strictSame(values.toSorted(), theirs.toSorted()) }
  same(catalogue.amora_redis_command_duration_seconds.labels.op, CONCERNS)
  same(catalogue.amora_llm_retries_total.labels.reason, RETRY_REASONS)
  same(catalogue.amora_rollout_config_conflict.labels.key, Object.keys(CONFLICTS))
  same(catalogue.amora_budget_reservations_total.labels.result, ['granted', ...BUDGET_WINDOWS, 'unavailable'])
  same(catalogue.amora_fallbacks_total.labels.reason, [...FALLBACK_REASONS, 'other'])
})

t.test('what a run knows of its models completes the combinations', async t => {
  t.equal(combinationsOf('amora_llm_tokens_total'), undefined)
  t.strictSame(combinationsOf('amora_llm_tokens_total', [{ leg: 'respond', model: 'one' }, { leg: 'repair', model: 'two' }]), ['one', 'two'].flatMap((model, at) =>
    ['input', 'cached_input', 'output'].map(direction => ({ leg: ['respond', 'repair'][at], model, direction }))))
})

t.test('a value that nobody knew before is other; one of the set is itself', async t => {
  t.equal(labelValue('amora_fallbacks_total', 'reason', 'timeout'), 'timeout')
  for (const value of ['', 'a new reason', 'constructor', 'Timeout']) t.equal(labelValue('amora_fallbacks_total', 'reason', value), 'other')
  // @ts-expect-error its set has no place for what is not known
  labelValue('amora_turns_total', 'outcome', 'ok')
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
  const value: ValueOf<'amora_turns_total', 'outcome'> = 'declined'
  const model: ValueOf<'amora_llm_tokens_total', 'model'> = 'bounded at run time'
  // @ts-expect-error not in the set
  const stranger: ValueOf<'amora_turns_total', 'outcome'> = 'sulked'
  t.ok(label && counter && wrong && gauge && value && model && stranger)
})
