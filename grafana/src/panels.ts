/** The kinds of panels that the dashboards use. Each says what it shows, in which unit, and where a limit lies. */
import * as bargauge from '@grafana/grafana-foundation-sdk/bargauge'
import * as common from '@grafana/grafana-foundation-sdk/common'
import * as dashboard from '@grafana/grafana-foundation-sdk/dashboard'
import * as heatmap from '@grafana/grafana-foundation-sdk/heatmap'
import * as prometheus from '@grafana/grafana-foundation-sdk/prometheus'
import * as stat from '@grafana/grafana-foundation-sdk/stat'
import * as statetimeline from '@grafana/grafana-foundation-sdk/statetimeline'
import * as table from '@grafana/grafana-foundation-sdk/table'
import * as text from '@grafana/grafana-foundation-sdk/text'
import * as timeseries from '@grafana/grafana-foundation-sdk/timeseries'

/** A variable as Grafana writes it in texts. */
export const variable = (name: string): string => `\${${name}}`

export const DATASOURCE = { type: 'prometheus', uid: variable('datasource') }
const RUNBOOKS = `${variable('docs')}/runbooks`

export interface Query {
  readonly expr: string
  /** As Grafana writes it: `{{label}}` is replaced. */
  readonly legend?: string
  readonly exemplars?: true
}

export interface Limit { readonly from: number | null, readonly color: 'green' | 'orange' | 'red' | 'transparent' }

export interface Facts {
  readonly title: string
  /** What it shows, how it is computed and what to make of it. */
  readonly description: string
  readonly unit: string
  readonly queries: readonly Query[]
  /** Of 24 columns. */
  readonly width: number
  readonly height?: number
  readonly decimals?: number
  readonly limits?: readonly Limit[]
  /** Words for values: `{ '1': ['broken', 'red'] }`; from a value on: `{ '1+': … }`. */
  readonly words?: Readonly<Record<string, readonly [text: string, color: string]>>
  /** Said in place of a value while there is none. */
  readonly noValue?: string
  /** Alerts whose runbooks the panel links to. */
  readonly runbooks?: readonly string[]
}

export interface Panel { build (): dashboard.Panel, id (id: number): unknown }

/** Turns, or messages, a second. */
export const TURNS_PER_SECOND = 'suffix: turns/s'

/** Green up to a limit, red from there on. */
export const below = (limit: number): readonly Limit[] => [{ from: null, color: 'green' }, { from: limit, color: 'red' }]
/** Red up to a limit, green from there on. */
export const atLeast = (limit: number): readonly Limit[] => [{ from: null, color: 'red' }, { from: limit, color: 'green' }]
/** Nothing up to the limit, whose line is drawn. */
const lineAt = (limits: readonly Limit[]): readonly Limit[] => limits.map(limit => limit.color === 'green' ? { ...limit, color: 'transparent' } : limit)

interface Common<B> {
  title (title: string): B
  description (text: string): B
  datasource (ref: common.DataSourceRef): B
  unit (unit: string): B
  span (width: number): B
  height (height: number): B
  decimals (decimals: number): B
  noValue (text: string): B
  links (links: dashboard.DashboardLinkBuilder[]): B
  mappings (mappings: dashboard.ValueMapping[]): B
  thresholds (thresholds: dashboard.ThresholdsConfigBuilder): B
  withTarget (target: prometheus.DataqueryBuilder): B
}

function framed<B extends Common<B>> (panel: B, facts: Facts, kind: 'instant' | 'range'): B {
  const { title, description, unit, queries, width, height = 8, decimals, limits = [{ from: null, color: 'green' }], words, noValue, runbooks = [] } = facts
  panel.title(title).description(description).datasource(DATASOURCE).unit(unit).span(width).height(height)
    .links(runbooks.map(runbookLink))
    .thresholds(new dashboard.ThresholdsConfigBuilder().mode(dashboard.ThresholdsMode.Absolute).steps(limits.map(({ from, color }) => ({ value: from, color }))))
  if (decimals !== undefined) panel.decimals(decimals)
  if (noValue !== undefined) panel.noValue(noValue)
  if (words) panel.mappings(Object.entries(words).map(wordFor))
  queries.forEach((query, at) => panel.withTarget(target(query, at, kind)))
  return panel
}

function wordFor ([value, [text, color]]: [string, readonly [string, string]], index: number): dashboard.ValueMapping {
  const result = { text, color, index }
  return value.endsWith('+')
    ? { type: dashboard.MappingType.RangeToText, options: { from: Number(value.slice(0, -1)), to: null, result } }
    : { type: dashboard.MappingType.ValueToText, options: { [value]: result } }
}

function target ({ expr, legend = '', exemplars }: Query, at: number, kind: 'instant' | 'range'): prometheus.DataqueryBuilder {
  const query = new prometheus.DataqueryBuilder().refId(String.fromCharCode(65 + at)).datasource(DATASOURCE).expr(expr).legendFormat(legend).editorMode(prometheus.QueryEditorMode.Code)
  return kind === 'instant' ? query.instant() : query.range().exemplar(exemplars ?? false)
}

const runbookLink = (alert: string) => new dashboard.DashboardLinkBuilder(`Runbook: ${alert}`).type(dashboard.DashboardLinkType.Link).url(`${RUNBOOKS}/${alert}.md`).targetBlank(true)

/** One number a query, as it stands now. */
export function number (facts: Facts): Panel {
  return framed(new stat.PanelBuilder(), { height: 5, ...facts }, 'instant')
    .reduceOptions(new common.ReduceDataOptionsBuilder().calcs(['lastNotNull']).values(false))
    .colorMode(facts.limits || facts.words ? common.BigValueColorMode.Background : common.BigValueColorMode.None)
    .graphMode(common.BigValueGraphMode.None)
    .textMode(facts.queries.length > 1 || facts.queries.some(({ legend }) => legend) ? common.BigValueTextMode.ValueAndName : common.BigValueTextMode.Value)
}

/** One bar a series, as it stands now. */
export function bars (facts: Facts & { readonly max?: number }): Panel {
  const panel = framed(new bargauge.PanelBuilder(), facts, 'instant')
    .reduceOptions(new common.ReduceDataOptionsBuilder().calcs(['lastNotNull']).values(false))
    .orientation(common.VizOrientation.Horizontal).displayMode(common.BarGaugeDisplayMode.Basic).min(0)
  return facts.max === undefined ? panel : panel.max(facts.max)
}

/** Lines over time; a limit is a dashed line. */
export function lines (facts: Facts & { readonly stacked?: true, readonly max?: number }): Panel {
  const { limits, stacked, max } = facts
  const panel = framed(new timeseries.PanelBuilder(), { ...facts, limits: limits && lineAt(limits) }, 'range')
    .min(0).lineWidth(2).fillOpacity(stacked ? 25 : 5).showPoints(common.VisibilityMode.Auto)
    .legend(new common.VizLegendOptionsBuilder().displayMode(common.LegendDisplayMode.List).placement(common.LegendPlacement.Bottom).showLegend(true))
    .tooltip(new common.VizTooltipOptionsBuilder().mode(common.TooltipDisplayMode.Multi).sort(common.SortOrder.Descending))
  if (limits) panel.thresholdsStyle(new common.GraphThresholdsStyleConfigBuilder().mode(common.GraphThresholdsStyleMode.Dashed))
  if (stacked) panel.stacking(new common.StackingConfigBuilder().mode(common.StackingMode.Normal))
  if (max !== undefined) panel.max(max)
  return panel
}

/** How many observations fell into which bucket, over time. */
export function distribution (facts: Facts): Panel {
  const panel = framed(new heatmap.PanelBuilder(), { ...facts, queries: [] }, 'range')
    .calculate(false).cellGap(1)
    .yAxis(new heatmap.YAxisConfigBuilder().unit(facts.unit))
    .color(new heatmap.HeatmapColorOptionsBuilder().mode(heatmap.HeatmapColorMode.Scheme).scheme('Oranges').steps(64))
  facts.queries.forEach((query, at) => panel.withTarget(target(query, at, 'range').format(prometheus.PromQueryFormat.Heatmap)))
  return panel
}

/** States over time, a line each. */
export function states (facts: Facts): Panel {
  return framed(new statetimeline.PanelBuilder(), facts, 'range').mergeValues(true).showValue(common.VisibilityMode.Auto).rowHeight(0.8)
}

/** The alerts that fire, each with a link to its runbook. */
export function alertTable (facts: Facts): Panel {
  const panel = framed(new table.PanelBuilder(), { ...facts, queries: [] }, 'instant')
    .withTransformation({ id: 'organize', options: { excludeByName: { Time: true, Value: true, __name__: true, alertstate: true, job: true, instance: true }, indexByName: { severity: 0, alertname: 1 } } })
    .overrideByName('alertname', [{ id: 'links', value: [{ title: 'Runbook', url: `${RUNBOOKS}/${variable('__value.raw')}.md`, targetBlank: true }] }])
  facts.queries.forEach((query, at) => panel.withTarget(target(query, at, 'instant').format(prometheus.PromQueryFormat.Table)))
  return panel
}

export function note (facts: Pick<Facts, 'title' | 'description' | 'width' | 'height'> & { readonly markdown: string }): Panel {
  return new text.PanelBuilder().title(facts.title).description(facts.description).span(facts.width).height(facts.height ?? 5)
    .mode(text.TextMode.Markdown).content(facts.markdown)
}
