/** What `npm run observe` says: where to look, what just happened, how the day goes. */
import { chosen, panelQueries } from '../grafana/dashboards.ts'
import type { Notice } from './alertmanager.ts'
import type { Progress } from './play-day.ts'
import { JOB, type Stack } from './stack.ts'

/** Panels whose queries are worth a link, as the dashboards ask them. */
const WORTH_A_LOOK: ReadonlyArray<readonly [what: string, dashboard: string, panel: string, refId: string]> = [
  ['share of V2: dial and observed', 'amora-overview', 'Share of V2: dial and observed', 'B'],
  ['p95 of a V2 turn', 'amora-technical', 'V2: time of a turn', 'B'],
  ['fallbacks by reason', 'amora-technical', 'Fallbacks by reason', 'A'],
  ['cache hit rate', 'amora-technical', 'Cache: hit rate', 'A'],
  ['burn rate of the error budgets', 'amora-overview', 'Burn rate, 1 hour', 'A'],
  ['dollars a day by model', 'amora-business', 'By model', 'A']
]

export function addresses ({ services, fake, prometheus, alertmanager }: Stack<'first' | 'second'>, { token, minutes }: { token: string, minutes: number }): string {
  const links = WORTH_A_LOOK.map(([what, dashboard, panel, refId]) => `    ${what.padEnd(31)}${graphOf(prometheus.url, exprOf(dashboard, panel, refId))}\n`)
  return `
Amora coach: a day of 24 hours in ${minutes} minutes, again and again. Ctrl-C ends it.

  service          ${services.first.origin}   reference page ${services.first.origin}/docs   metrics ${services.first.metrics}/metrics
  second process   ${services.second.origin}   metrics ${services.second.metrics}/metrics
  fake OpenAI      ${fake.url}   (faults: npm run fake-openai -- --help)
  Prometheus       ${prometheus.url}/alerts   targets ${prometheus.url}/targets
${links.join('')}  Alertmanager     ${alertmanager.url}

  token (a day, scopes amora:admin and amora:act-as): ${token}
  npm run dial -- status --url ${services.first.origin} --token <token>

`
}

function exprOf (dashboard: string, panel: string, refId: string): string {
  const { expr } = panelQueries().find(query => query.dashboard === dashboard && query.panel === panel && query.refId === refId)!
  return chosen(expr, { job: JOB, range: '5m', interval: '15s' })
}

const graphOf = (url: string, expr: string) => `${url}/graph?${new URLSearchParams({ 'g0.expr': expr, 'g0.tab': '0', 'g0.range_input': '10m' })}`

/** An alert, as the pager or the tracker hears of it. */
export const said = ({ path, status, alert, annotations }: Notice): string =>
  `  ${path === '/page' ? 'pager ' : 'ticket'}  ${status === 'firing' ? alert : `${alert} is over`}: ${annotations.summary ?? ''}`

export function progressLine ({ hour, turns, byV2, failed, refused, usd, dial, trouble }: Progress): string {
  const clock = `${String(Math.floor(hour)).padStart(2, '0')}:${String(Math.floor(hour % 1 * 60)).padStart(2, '0')}`
  const share = (of: number) => `${(100 * of / Math.max(1, turns)).toFixed(1)} %`
  return `${clock}  turns ${turns}  V2 ${share(byV2)}  V1 stood in or error ${share(failed)}  refused ${share(refused)}  $${usd.toFixed(2)}  dial ${dial}${trouble ? `  – ${trouble}` : ''}`
}
