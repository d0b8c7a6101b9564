import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { PLANS } from '../../grafana/src/generate.ts'
import { dashboards } from '../grafana/dashboards.ts'
import { allAlerts, readTests, testFiles, type Check } from './rules.ts'

const RUNBOOKS = join(import.meta.dirname, '../../docs/runbooks')
const SECTIONS = ['What it means', 'How to see it', 'What to do first', 'How to know it is over']

/** Who may be woken, and by what; everything else waits for the morning. */
const PAGES = ['CostBudgetBurnFast', 'ErrorBudgetBurnFast', 'FallbackBudgetBurn', 'LatencyBudgetBurnFast', 'OpenAIAuthFailed', 'OpenAIQuotaExhausted', 'RedisDown', 'SafetyReviewMissing', 'TargetDown']
const TICKETS = [
  'BreakerOpen', 'CacheHitRateLow', 'CostBudgetBurnSlow', 'CostDisagreesWithLedger', 'CostForecastOverBudget', 'CostMetricAbsent', 'CostPerConversationHigh',
  'CrisisRepliesSpike', 'ErrorBudgetBurnSlow', 'EventLoopSaturated', 'FallbackBudgetBurn', 'LatencyBudgetBurnSlow', 'MetricsAbsent', 'ModelShutdownNear', 'OpenAIDown', 'OpenAIRateLimited',
  'PriceTableStale', 'RateLimitDenialsSpike', 'ReplicasDisagree', 'RolloutPaused', 'RolloutRolledBack', 'RolloutShareDrift', 'SafetyBlocksSpike', 'TelemetryDropping', 'UnpricedTokens'
]

const named = (severity: string) => allAlerts().filter(({ labels }) => labels?.severity === severity).map(({ alert }) => alert).sort()

t.test('each alert is a page or a ticket, as agreed', async t => {
  t.strictSame(named('page'), PAGES)
  t.strictSame(named('ticket'), TICKETS)
})

t.test('each alert says what it is, and where to read and to look', async t => {
  const dashboards = PLANS.map(({ uid }) => uid)
  for (const { alert, annotations = {} } of allAlerts()) {
    t.ok(annotations.summary && annotations.description, `${alert} has words`)
    t.equal(annotations.runbook_url, `{{ $externalLabels.docs_url }}/runbooks/${alert}.md`)
    const uid = /^\{\{ \$externalLabels\.grafana_url \}\}\/d\/(.+)$/.exec(annotations.dashboard_url ?? '')?.[1]
    t.ok(dashboards.includes(uid ?? ''), `${alert} leads to a dashboard`)
  }
})

t.test('rule tests see each alert fire, keep still before, and end', async t => {
  const tests = testFiles().flatMap(path => readTests(path).tests.map(({ promql_expr_test: checks = [] }) => checks))
  for (const { alert, labels } of allAlerts()) {
    const asked = tests.map(checks => checks.filter(check => concerns(check, alert, labels?.severity ?? '')).map(({ exp_samples: samples }) => samples.length > 0))
    t.ok(asked.some(fires => fires.includes(true)), `${alert} (${labels?.severity}) fires`)
    t.ok(asked.some(fires => fires.includes(true) && fires.at(-1) === false), `${alert} (${labels?.severity}) ends`)
    t.ok(asked.some(fires => fires[0] === false), `${alert} (${labels?.severity}) keeps still`)
  }
})

const concerns = ({ expr }: Check, alert: string, severity: string) =>
  expr.includes(`alertname="${alert}"`) && (!expr.includes('severity=') || expr.includes(`severity="${severity}"`))

t.test('each alert has a runbook with its four sections, and no runbook is left over', async t => {
  const alerts = [...new Set(allAlerts().map(({ alert }) => alert))].sort()
  t.strictSame(readdirSync(RUNBOOKS).filter(name => name !== 'README.md').sort(), alerts.map(alert => `${alert}.md`))
  for (const alert of alerts) {
    const file = join(RUNBOOKS, `${alert}.md`)
    if (!existsSync(file)) continue
    const text = readFileSync(file, 'utf8')
    t.match(text, `# ${alert}\n`)
    const sections = text.split(/^## /m).slice(1)
    t.strictSame(sections.map(section => section.split('\n')[0]), SECTIONS, alert)
    for (const section of sections) t.ok(section.split('\n').slice(1).join('').trim().length > 40, `${alert}: ${section.split('\n')[0]} says something`)
  }
})

t.test('runbooks name panels that stand on the dashboards they lead to', async t => {
  let named = 0
  for (const name of readdirSync(RUNBOOKS).filter(name => name !== 'README.md')) {
    const section = /^## How to see it\n+([\s\S]*?)(?=^## )/m.exec(readFileSync(join(RUNBOOKS, name), 'utf8'))?.[1] ?? ''
    const linked = new Set([...section.matchAll(/\/d\/([\w-]+)\)/g)].map(([, uid]) => uid))
    const titles = new Set(dashboards().filter(({ uid }) => linked.has(uid)).flatMap(({ panels }) => panels.map(({ title }) => title)))
    for (const [, panel] of section.matchAll(/(?<!\*)\*([^*\n]+)\*(?!\*)/g)) {
      named++
      t.ok(titles.has(panel!), `${name}: ${panel}`)
    }
  }
  t.ok(named > 30, `${named} panels`)
})
