/** What every dashboard has: variables, links to its siblings and the runbooks, marks for rollout changes and alerts. */
import * as dashboard from '@grafana/grafana-foundation-sdk/dashboard'
import { DATASOURCE, variable, type Panel } from './panels.ts'
import { series } from './query.ts'

export interface Row { readonly title: string, readonly panels: readonly Panel[] }
export interface Plan { readonly uid: string, readonly title: string, readonly description: string, readonly from: string, readonly rows: readonly Row[] }

const TAG = 'amora'
/** Where compose.yaml shows docs/; one place to change for another home. */
const DOCS_URL = 'http://localhost:8081/docs'

export function frame ({ uid, title, description, from, rows }: Plan): dashboard.Dashboard {
  const board = new dashboard.DashboardBuilder(title).uid(uid).description(description).tags([TAG]).readonly()
    .timezone('utc').refresh('30s').time({ from, to: 'now' }).tooltip(dashboard.DashboardCursorSync.Crosshair)
    .variables(variables()).links(links()).annotations(annotations())
  let id = 0
  for (const { title, panels } of rows) {
    board.withRow(new dashboard.RowBuilder(title).id(++id))
    for (const panel of panels) {
      panel.id(++id)
      board.withPanel(panel)
    }
  }
  return board.build()
}

function variables () {
  return [
    new dashboard.DatasourceVariableBuilder('datasource').label('Data source').type('prometheus'),
    new dashboard.QueryVariableBuilder('job').label('Job').datasource(DATASOURCE).query('label_values(amora_build_info, job)')
      .refresh(dashboard.VariableRefresh.OnTimeRangeChanged),
    new dashboard.QueryVariableBuilder('instance').label('Instance').datasource(DATASOURCE).query('label_values(amora_build_info{job="$job"}, instance)')
      .refresh(dashboard.VariableRefresh.OnTimeRangeChanged).multi(true).includeAll(true).allValue('.*')
      .current({ selected: true, text: 'All', value: '$__all' }),
    new dashboard.ConstantVariableBuilder('docs').description('Where docs/ can be read').value(DOCS_URL)
  ]
}

function links () {
  return [
    new dashboard.DashboardLinkBuilder('Amora').type(dashboard.DashboardLinkType.Dashboards).tags([TAG]).keepTime(true).includeVars(true),
    new dashboard.DashboardLinkBuilder('How to read this').type(dashboard.DashboardLinkType.Link).icon('doc').url(`${variable('docs')}/observability.md`).targetBlank(true),
    new dashboard.DashboardLinkBuilder('Runbooks').type(dashboard.DashboardLinkType.Link).icon('doc').url(`${variable('docs')}/runbooks/`).targetBlank(true)
  ]
}

function annotations () {
  const mark = (name: string, color: string, expr: string, title: string, tags: string) => new dashboard.AnnotationQueryBuilder()
    .name(name).datasource(DATASOURCE).enable(true).iconColor(color).expr(expr).step('60s').titleFormat(title).tagKeys(tags)
  return [
    mark('Rollout', 'blue', `sum by (to, by) (increase(${series('amora_rollout_transitions_total')}[1m])) > 0`, 'Rollout: {{to}}, by {{by}}', 'to,by'),
    mark('Alerts', 'red', 'ALERTS{alertstate="firing", job=~"$job|otel-collector"}', '{{alertname}} ({{severity}})', 'severity')
  ]
}
