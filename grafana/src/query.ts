/** PromQL from the catalogue: a metric, a label or a value that it does not know does not compile. */
import type { LabelOf, MetricName, NameOf, ValueOf } from '../../services/metric-catalogue.ts'

export type Match<V extends string = string> = V | readonly V[] | { readonly not: readonly V[] }
type Matchers<N extends MetricName> = { readonly [L in LabelOf<N>]?: Match<ValueOf<N, L>> }

/** What the dashboards' variables choose. */
const CHOSEN = ['job="$job"', 'instance=~"$instance"']

const quoted = (value: Match): string => {
  if (typeof value === 'string') return `="${value}"`
  return 'not' in value ? `!~"${value.not.join('|')}"` : `=~"${value.join('|')}"`
}

function selector (name: string, matchers: Readonly<Record<string, Match | undefined>> = {}): string {
  const own = Object.entries(matchers).flatMap(([label, value]) => value === undefined ? [] : [`${label}${quoted(value)}`])
  return `${name}{${[...CHOSEN, ...own].join(', ')}}`
}

export const series = <N extends NameOf<'counter' | 'gauge'>>(name: N, matchers?: Matchers<N>): string => selector(name, matchers)
export const count = <N extends NameOf<'histogram'>>(name: N, matchers?: Matchers<N>): string => selector(`${name}_count`, matchers)
export const sumOf = <N extends NameOf<'histogram'>>(name: N, matchers?: Matchers<N>): string => selector(`${name}_sum`, matchers)
export const buckets = <N extends NameOf<'histogram'>>(name: N, matchers?: Matchers<N>): string => selector(`${name}_bucket`, matchers)

/** A series of a recording rule, which is the job's and not an instance's. */
export const recorded = (name: string, matchers: Readonly<Record<string, Match>> = {}): string =>
  `${name}{${['job="$job"', ...Object.entries(matchers).map(([label, value]) => `${label}${quoted(value)}`)].join(', ')}}`

const by = (labels: readonly string[]) => labels.length > 0 ? ` by (${labels.join(', ')})` : ''

/** Per second, over the time between two points of the graph. */
export const rate = (selector: string, labels: readonly string[] = []): string => `sum${by(labels)} (rate(${selector}[$__rate_interval]))`
/** The same without the series that did nothing in the dashboard's whole time: of many labels only those that tell something. */
export const rateOfSeen = (selector: string, labels: readonly string[]): string => `${rate(selector, labels)} and on (${labels.join(', ')}) (${grown(selector, labels)} > 0)`
/** How much it grew over the dashboard's whole time. */
export const grown = (selector: string, labels: readonly string[] = []): string => `sum${by(labels)} (increase(${selector}[$__range]))`
export const ratio = (part: string, whole: string): string => `${part} / (${whole} > 0)`

export function quantile<N extends NameOf<'histogram'>> (of: number, name: N, matchers: Matchers<N>, labels: ReadonlyArray<LabelOf<N>> = [], window = '$__rate_interval'): string {
  return `histogram_quantile(${of}, sum by (${['le', ...labels].join(', ')}) (rate(${buckets(name, matchers)}[${window}])))`
}
