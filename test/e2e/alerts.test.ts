/**
 * From a fault to the pager: the real service, Redis, Prometheus and Alertmanager, the committed rules and routes. Only time is
 * compressed (test/observe/compression.ts): an hour of the rules is half a minute here, their expressions and thresholds are the same.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import t from 'tap'
import { startFakeOpenAI } from '../fakes/openai-server.ts'
import { say } from '../observe/callers.ts'
import { stackMissing, startStack } from '../observe/stack.ts'

const COMPRESSION = 120
const EVERY_MS = 500
const WRITES_EVERY_MS = 100

t.setTimeout(200_000)

t.test('a fault wakes the right person, and its end is told', { skip: stackMissing[0] ?? false }, async t => {
  const plenty = { AMORA_V2_ROLLOUT_PERCENTAGE: '100', AMORA_DAILY_BUDGET_USD: '1000000', AMORA_MONTHLY_BUDGET_USD: '50000' }
  const { fake, services, pager, prometheus } = await startStack(t, {
    services: { usual: plenty, unreviewed: { ...plenty, NODE_OPTIONS: `--import ${new URL('../observe/without-review.ts', import.meta.url).href}` } },
    everyMs: EVERY_MS, compression: COMPRESSION
  })
  let messages = 0
  const write = (origin: string) => {
    const timer = setInterval(() => { say(origin, { question: `We argue about money every evening and I feel worn out. This was evening ${messages++}.` }).catch(() => {}) }, WRITES_EVERY_MS)
    const stop = () => { clearInterval(timer) }
    t.teardown(stop)
    return stop
  }
  const told = async (alert: string, severity: string, afterMs: number) => {
    const { path, annotations, atMs } = await pager.next({ alert, severity, status: 'firing' }, { afterMs, withinMs: 30_000 })
    t.equal(path, `/${severity}`, `${alert}: told ${seconds(atMs - afterMs)} after it began, by the ${severity} route`)
    t.match(annotations, { summary: /\w/, description: /\w/, runbook_url: new RegExp(`/runbooks/${alert}\\.md$`), dashboard_url: /\/d\/amora-\w+$/ }, 'with where to read and to look')
    t.notMatch(annotations.description, /NaN|%!|no value/)
  }
  const over = async (alert: string, severity: string, afterMs: number) => {
    const { atMs } = await pager.next({ alert, severity, status: 'resolved' }, { afterMs, withinMs: 45_000 })
    t.pass(`${alert}: over ${seconds(atMs - afterMs)} after its end`)
  }

  const stopWriting = write(services.usual.origin)
  await sleep(6000)
  t.strictSame(pager.notices, [], 'all is well: nobody is told anything')

  t.comment('the model’s server dies, and comes back')
  const diedAt = performance.now()
  await fake.close()
  await told('FallbackBudgetBurn', 'page', diedAt)
  await told('OpenAIDown', 'ticket', diedAt)
  const returned = await startFakeOpenAI({ port: fake.port })
  t.teardown(returned.close)
  const backAt = performance.now()
  await over('OpenAIDown', 'ticket', backAt)
  await over('FallbackBudgetBurn', 'page', backAt)

  t.comment('money goes too fast, and no more')
  returned.script.usage = () => ({ input: 100_000, cachedInput: 0, output: 20_000 })
  await told('CostBudgetBurnFast', 'page', performance.now())
  returned.script.usage = undefined
  await over('CostBudgetBurnFast', 'page', performance.now())

  t.comment('answers go out without a review, and no more')
  stopWriting()
  const stopUnreviewed = write(services.unreviewed.origin)
  await told('SafetyReviewMissing', 'page', performance.now())
  stopUnreviewed()
  await over('SafetyReviewMissing', 'page', performance.now())

  t.strictSame((await prometheus.query('sum(prometheus_rule_evaluation_failures_total)')).map(({ value }) => value), [0], 'no rule failed meanwhile')
  t.notOk(pager.notices.some(({ alert }) => alert === 'BreakerOpen'), 'that the breaker is open is not told beside it: OpenAIDown says why')
  t.strictSame(pager.notices.filter(({ path }) => path === '/page').map(({ alert, status }) => `${alert} ${status}`), [
    'FallbackBudgetBurn firing', 'FallbackBudgetBurn resolved', 'CostBudgetBurnFast firing', 'CostBudgetBurnFast resolved', 'SafetyReviewMissing firing', 'SafetyReviewMissing resolved'
  ], 'nobody is woken for anything else')
})

const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`
