/** The generated dashboards, as tests and the live run read them. */
import { PLANS } from '../../grafana/src/generate.ts'
import { frame } from '../../grafana/src/frame.ts'

export interface Target { readonly refId: string, readonly expr: string, readonly legendFormat?: string, readonly instant?: boolean, readonly datasource: { readonly uid: string } }
export interface PanelJson {
  readonly id: number, readonly type: string, readonly title: string, readonly description?: string
  readonly gridPos: { readonly x: number, readonly y: number, readonly w: number, readonly h: number }
  readonly datasource?: { readonly uid: string }
  readonly fieldConfig?: { readonly defaults: { readonly unit?: string, readonly thresholds?: { readonly steps: ReadonlyArray<{ readonly value: number | null, readonly color: string }> } } }
  readonly links?: ReadonlyArray<{ readonly url: string }>
  readonly targets?: readonly Target[]
}
export interface DashboardJson {
  readonly uid: string, readonly title: string, readonly panels: readonly PanelJson[]
  readonly templating: { readonly list: ReadonlyArray<{ readonly name: string }> }
  readonly annotations: { readonly list: ReadonlyArray<{ readonly name: string, readonly expr: string }> }
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
