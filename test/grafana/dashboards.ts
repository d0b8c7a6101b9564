/** The generated dashboards, as tests and the live run read them. */
import { PLANS } from '../../grafana/src/generate.ts'
import { frame } from '../../grafana/src/frame.ts'

export interface Target { readonly refId: string, readonly expr: string, readonly legendFormat?: string, readonly instant?: boolean, readonly exemplar?: boolean, readonly datasource: { readonly uid: string } }
interface Word { readonly text?: string, readonly color?: string }
/** `value`: words by value. `range`: one word between two. */
export interface Mapping { readonly type: string, readonly options: Readonly<Record<string, Word | undefined>> & { readonly from?: number, readonly to?: number, readonly result?: Word } }

export interface FieldDefaults {
  readonly unit?: string, readonly decimals?: number, readonly min?: number, readonly max?: number, readonly noValue?: string
  readonly thresholds?: { readonly steps: ReadonlyArray<{ readonly value: number | null, readonly color: string }> }
  readonly mappings?: readonly Mapping[]
  readonly custom?: { readonly fillOpacity?: number, readonly stacking?: { readonly mode: string }, readonly thresholdsStyle?: { readonly mode: string } }
}
export interface PanelJson {
  readonly id: number, readonly type: string, readonly title: string, readonly description?: string
  readonly gridPos: { readonly x: number, readonly y: number, readonly w: number, readonly h: number }
  readonly datasource?: { readonly uid: string }
  readonly fieldConfig?: { readonly defaults: FieldDefaults, readonly overrides?: ReadonlyArray<{ readonly matcher: { readonly options: string } }> }
  readonly options?: { readonly colorMode?: string, readonly textMode?: string, readonly content?: string, readonly yAxis?: { readonly unit?: string } }
  readonly transformations?: ReadonlyArray<{ readonly options: { readonly excludeByName?: Readonly<Record<string, boolean>>, readonly indexByName?: Readonly<Record<string, number>> } }>
  readonly links?: ReadonlyArray<{ readonly url: string }>
  readonly targets?: readonly Target[]
}
export interface DashboardJson {
  readonly uid: string, readonly title: string, readonly description?: string, readonly panels: readonly PanelJson[]
  readonly templating: { readonly list: ReadonlyArray<{ readonly name: string }> }
  readonly annotations: { readonly list: ReadonlyArray<{ readonly name: string, readonly expr: string, readonly iconColor?: string }> }
  readonly links: ReadonlyArray<{ readonly title: string }>
}

/** As Grafana reads them: through JSON. */
export const dashboards = (): readonly DashboardJson[] => PLANS.map(plan => JSON.parse(JSON.stringify(frame(plan))) as DashboardJson)

export interface PanelQuery { readonly dashboard: string, readonly panel: string, readonly refId: string, readonly expr: string, readonly instant: boolean }

export const panelQueries = (): readonly PanelQuery[] => dashboards().flatMap(({ uid, panels }) => panels.flatMap(({ title, targets = [] }) =>
  targets.map(({ refId, expr, instant = false }) => ({ dashboard: uid, panel: title, refId, expr, instant }))))

export interface Chosen { readonly job: string, readonly range: string, readonly interval: string }

/** A query as Grafana sends it to Prometheus, with these choices and all instances. */
export function chosen (expr: string, { job, range, interval }: Chosen): string {
  return expr.replaceAll('$__rate_interval', interval).replaceAll('$__range', range).replaceAll('$instance', '.*').replaceAll('$job', job)
}
