/** Whether an expression uses only words that exist: metrics of the catalogue or of known neighbours, their labels, their values. */
import { catalogue, isBounded, type Metric } from '../../services/metric-catalogue.ts'
import { groupingsIn, selectorsIn, type Selector } from './promql.ts'
import { allRules } from './rules.ts'

/** Prometheus' own, Node's by prom-client, the collector's: read off real ones. */
const NEIGHBOURS: ReadonlySet<string> = new Set([
  'up', 'ALERTS', 'scrape_duration_seconds', 'scrape_samples_scraped', 'process_resident_memory_bytes', 'prometheus_tsdb_head_series',
  'prometheus_rule_evaluation_failures_total', 'prometheus_rule_group_last_duration_seconds', 'alertmanager_notifications_total', 'alertmanager_notifications_failed_total',
  'otelcol_receiver_accepted_spans_total', 'otelcol_receiver_refused_spans_total', 'otelcol_exporter_sent_spans_total', 'otelcol_exporter_send_failed_spans_total',
  'otelcol_exporter_enqueue_failed_spans_total', 'otelcol_exporter_queue_size', 'otelcol_exporter_queue_capacity'
])
const NEIGHBOURS_LABELS = ['alertname', 'alertstate', 'severity', 'exporter', 'integration', 'rule_group']
const TARGET_LABELS = ['job', 'instance', 'le', 'slo', 'limit', 'period']

const metrics: Readonly<Record<string, Metric>> = catalogue
const metricOf = (name: string): Metric | undefined => metrics[name] ?? (metrics[name.replace(/_(bucket|sum|count)$/, '')]?.type === 'histogram' ? metrics[name.replace(/_(bucket|sum|count)$/, '')] : undefined)
const recordedNames = new Set(allRules().flatMap(({ record }) => record === undefined ? [] : [record]))

export const namesIn = (expression: string): readonly string[] => selectorsIn(expression).map(({ name }) => name)

/** Whether all that it asks for arrives with a later concern. */
export const isLater = (expression: string): boolean => namesIn(expression).every(name => metricOf(name)?.later)

/** A sentence for each word that does not exist. */
export function unknownWords (expression: string): readonly string[] {
  const known = new Set([...TARGET_LABELS, ...NEIGHBOURS_LABELS, ...namesIn(expression).flatMap(name => Object.keys(metricOf(name)?.labels ?? {}))])
  return [
    ...selectorsIn(expression).flatMap(faultsOf),
    ...groupingsIn(expression).filter(label => !known.has(label)).map(label => `no metric here has a label ${label}`)
  ]
}

function faultsOf ({ name, matchers }: Selector): readonly string[] {
  if (NEIGHBOURS.has(name) || recordedNames.has(name)) return []
  const metric = metricOf(name)
  if (!metric) return [`there is no metric ${name}`]
  // A histogram is asked by its parts, and only by them.
  if (metric.type === 'histogram' && metrics[name]) return [`${name} is a histogram`]
  return matchers.flatMap(({ label, value }) => {
    const values = metric.labels[label]
    if (!values) return TARGET_LABELS.includes(label) ? [] : [`${name} has no label ${label}`]
    if (isBounded(values)) return []
    return value.split('|').filter(one => !values.includes(one)).map(one => `${name}: ${label} is never ${one}`)
  })
}
