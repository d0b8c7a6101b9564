/** docs/metrics.md, from the catalogue. */
import { catalogue, isBounded, mostSeries, type LabelValues, type Metric, type MetricName } from '../../services/metric-catalogue.ts'

const names = Object.keys(catalogue) as MetricName[]
const metric = (name: MetricName): Metric => catalogue[name]

const valuesOf = (values: LabelValues) => isBounded(values) ? `bounded by ${values.boundedBy}` : values.map(value => `\`${value}\``).join(' ')

function row (name: MetricName): string {
  const { type, unit, help, labels, buckets, exemplars } = metric(name)
  const labelText = Object.entries(labels).map(([label, values]) => `**${label}**: ${valuesOf(values)}`).join('<br>')
  const bucketText = buckets ? `; buckets ${buckets.join(' ')}${exemplars ? '; exemplars' : ''}` : ''
  return `| \`${name}\` | ${type} | ${unit === '1' ? '' : unit} | ${help}${bucketText} | ${labelText} | ${mostSeries(name)} |`
}

const tableOf = (rows: readonly MetricName[]) => ['| metric | type | unit | what | labels | series at most |', '|---|---|---|---|---|---|', ...rows.map(row)].join('\n')

export function metricsPage (): string {
  const now = names.filter(name => !metric(name).later)
  const later = names.filter(name => metric(name).later)
  const most = names.reduce((sum, name) => sum + mostSeries(name), 0)
  return `# Metrics

<!-- Generated from services/metric-catalogue.ts: npm run generate -->

Every metric of the service, as \`GET /metrics\` on the second listener shows it: as OpenMetrics, with exemplars, to a scraper that asks for
it, else as plain text. Label values are closed sets; what is not in a set is \`other\` where the set has it. Counters start at 0 for each
combination that can occur, histograms do not. A process shows at most ${most.toLocaleString('en-US')} series of its own, however many users it has.

## Measured
${tableOf(now)}

## With later concerns: feedback, users, revenue, gates
Their place is kept, also in the number above; the service does not show them yet.

${tableOf(later)}
`
}
