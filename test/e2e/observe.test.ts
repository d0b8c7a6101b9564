/** A scripted run of the real service under a real Prometheus: every panel has data, every rule evaluates, and the figures are what the script did. */
import { setTimeout as sleep } from 'node:timers/promises'
import t, { type Test } from 'tap'
import { CHAT_BUCKETS } from '../../services/metric-catalogue.ts'
import { chosen, dashboards, panelQueries } from '../grafana/dashboards.ts'
import { operate, turnDial } from '../observe/callers.ts'
import { answerOf, hasData, type Asked } from '../observe/panel-data.ts'
import { play, shedOne, spentNano, type Played } from '../observe/play.ts'
import { SCENES, SERVICES, WARM_UP, type Scene, type ServiceName, type TurnEnd } from '../observe/scenes.ts'
import { JOB, stackMissing, startStack, type Stack } from '../observe/stack.ts'
import { UNANSWERED } from '../observe/unanswered.ts'
import { collectorMissing, sendSpan, startCollector, startSink, unpackCollector } from '../otel/collector.ts'
import { billed } from '../turn/harness.ts'

const DIAL = 60
const EVERY_MS = 1000
/** Two scrapes, and the evaluations after them. */
const SETTLED_MS = 3200
/** The budget's gauges are set every 5 s. */
const SPENT_MS = 5000
const COLLECTED_MS = 500

t.setTimeout(150_000)

type Run = Stack<ServiceName>
type Tally = Readonly<Record<string, number>>

t.test('the scripted run', { skip: stackMissing[0] ?? false }, async t => {
  const traces = await startTraces(t)
  const traced = { OTEL_EXPORTER_OTLP_ENDPOINT: traces.url, AMORA_TRACE_RATIO: '1' }
  const stack = await startStack(t, {
    services: { first: { ...traced, ...SERVICES.first }, second: { ...traced, ...SERVICES.second }, keyless: SERVICES.keyless, poor: SERVICES.poor },
    everyMs: EVERY_MS, fake: { latencyMs: 40 }, targets: traces.targets
  })
  await turnDial(stack.services.first.origin, DIAL, 'the script’s share')
  const played: Played[] = []
  const playAll = async (scenes: readonly Scene[]) => {
    for (const scene of scenes) {
      const bill = billed(stack.fake)
      const one = await play(stack, scene, DIAL)
      played.push(one)
      agrees(t, one, billed(stack.fake) - bill)
    }
  }
  await playAll(WARM_UP)
  await traces.send()
  await sleep(SETTLED_MS)
  const start = Date.now() / 1000
  await sleep(SETTLED_MS)
  const before = await countsOf(stack)

  played.length = 0
  await playAll(SCENES)
  await traces.send()
  await operate(stack.services.first.origin, 'POST', 'rollout/pause', { reason: 'for the look at the alerts' })
  await sleep(SETTLED_MS + SPENT_MS)
  const end = Date.now() / 1000
  const asked: Asked = { job: JOB, range: `${Math.ceil(end - start)}s`, interval: '10s', span: { start, end, step: 2 } }
  const after = await countsOf(stack)

  await t.test('counters say what the script did', async t => saysWhatWasDone(t, played, before, after))
  await t.test('panels say what the script did', async t => showsWhatWasDone(t, stack, played, asked))
  await t.test('every query of every panel has data, but for reasoned exceptions', async t => hasAnswers(t, stack, asked, traces.targets !== undefined))
  await t.test('latency panels lead to traces', async t => leadsToTraces(t, stack, asked))
  await t.test('every rule evaluates', async t => {
    const rules = await stack.prometheus.rules()
    t.ok(rules.length > 50, `${rules.length} rules`)
    t.strictSame(rules.filter(({ health }) => health !== 'ok').map(({ name, health, lastError }) => `${name}: ${health} ${lastError}`), [])
    const [failures] = await stack.prometheus.query('sum(prometheus_rule_evaluation_failures_total)')
    t.equal(failures?.value, 0)
  })
  await t.test('a process that ends sheds, and counts it', async t => {
    // It is gone before every Prometheus has come by.
    const { waiting, refused, shown } = await shedOne(stack, 'keyless')
    t.strictSame([waiting.status, refused.status, refused.body.code], [429, 503, 'AMORA_OVERLOADED'])
    t.match(shown, /^amora_turns_total\{assigned="none",served="none",outcome="shed",tier="free"\} 1$/m)
    t.match(shown, /^amora_requests_shed_total\{reason="draining"\} 1$/m)
  })
})

/** Where spans go: a store that takes them and now and then refuses one; a real collector stands before it where there is one. */
async function startTraces (t: Test): Promise<{ readonly url: string, readonly targets?: Readonly<Record<string, readonly string[]>>, send (): Promise<void> }> {
  const sink = await startSink(t)
  if (collectorMissing) return { url: sink.url, send: async () => {} }
  const collector = await startCollector(t, unpackCollector(t), sink.url)
  return {
    url: collector.url,
    targets: { 'otel-collector': [new URL(collector.metricsUrl).host] },
    async send () {
      for (const status of [400, 200]) {
        sink.answer(status)
        await sendSpan(collector.url, 'a span of this run')
        await sleep(COLLECTED_MS)
      }
    }
  }
}

/** What came of a scene, against the table; and its money against the fake's bill. */
function agrees (t: Test, { scene, said, entries, spent }: Played, bill: number): void {
  const { name, status, end, before, times = 1 } = scene
  const first = before?.times ?? 0
  t.strictSame(said.map(({ status }) => status), [...Array.from({ length: first }, () => before?.status), ...Array.from({ length: times - first }, () => status)], `${name}: status`)
  for (const [at, { assigned, served, outcome, reason, cache }] of entries.entries()) {
    const wanted = at < first ? [before!.end] : [end].flat()
    t.ok(wanted.some(one => one?.assigned === assigned && one.served === served && one.outcome === outcome && (one.reason ?? '') === reason && one.cache === cache),
      `${name}: ${assigned} → ${served}, ${outcome} ${reason}, ${cache}`)
  }
  const isExact = said.every(({ status }) => status !== 0) && entries.every(({ certainty }) => certainty === 'exact')
  if (isExact) t.equal(spent, bill, `${name}: what was spent is what the model was paid`)
  else t.ok(spent >= bill, `${name}: no less was booked than the model was paid`)
}

/** How a scene's messages ended; those of a crowd by their entries. */
function endsOf ({ scene: { end, before, times = 1, message: { tier = 'free' } }, entries }: Played): ReadonlyArray<TurnEnd & { tier: string }> {
  if (Array.isArray(end)) return entries
  const first = before?.times ?? 0
  const last = end ? Array.from({ length: times - first }, () => end as TurnEnd) : []
  return [...Array.from({ length: first }, () => before!.end), ...last].map(end => ({ ...end, tier }))
}

/** Raw counters, exact: `sum by` of each. */
async function countsOf ({ prometheus }: Run): Promise<Record<'turns' | 'fallbacks' | 'denials' | 'care' | 'cache', Tally>> {
  const tally = async (expr: string, labels: readonly string[]) =>
    Object.fromEntries((await prometheus.query(`sum by (${labels.join()}) (${expr})`)).map(({ labels: found, value }) => [labels.map(label => found[label]).join(' '), value]))
  return {
    turns: await tally('amora_turns_total', ['assigned', 'served', 'outcome', 'tier']),
    fallbacks: await tally('amora_fallbacks_total', ['reason']),
    denials: await tally('amora_rate_limit_denials_total', ['tier', 'window']),
    care: await tally('amora_safety_screens_total{result="care"}', ['category']),
    cache: await tally('amora_cache_requests_total', ['result'])
  }
}

const grown = (before: Tally, after: Tally) => Object.fromEntries(Object.entries(after).map(([name, value]) => [name, value - (before[name] ?? 0)] as const).filter(([, value]) => value !== 0))

function tallied (names: readonly string[]): Tally {
  const tally: Record<string, number> = {}
  for (const name of names) tally[name] = (tally[name] ?? 0) + 1
  return tally
}

type Counts = Awaited<ReturnType<typeof countsOf>>

function saysWhatWasDone (t: Test, played: readonly Played[], before: Counts, after: Counts): void {
  const ends = played.flatMap(endsOf)
  t.ok(ends.length > 100, `${ends.length} turns`)
  t.same(grown(before.turns, after.turns), tallied(ends.map(({ assigned, served, outcome, tier }) => `${assigned} ${served} ${outcome} ${tier}`)))
  t.same(grown(before.fallbacks, after.fallbacks), tallied(ends.filter(({ outcome }) => outcome === 'degraded').map(({ reason }) => reason!)))
  t.same(grown(before.denials, after.denials), tallied(ends.filter(({ reason }) => reason === 'daily' || reason === 'burst').map(({ tier, reason }) => `${tier} ${reason}`)))
  t.same(grown(before.care, after.care), tallied(ends.filter(({ assigned, outcome }) => outcome === 'care' && assigned === 'none').map(({ reason }) => reason!)), 'care by the rules')
  t.equal(grown(before.cache, after.cache).hit, ends.filter(({ cache }) => cache === 'hit').length, 'hits of the cache')
}

/** The panels' own queries, over the run. */
async function showsWhatWasDone (t: Test, stack: Run, played: readonly Played[], asked: Asked): Promise<void> {
  const { prometheus, fake } = stack
  const figure = async (dashboard: string, panel: string, refId = 'A') => {
    const found = panelQueries().find(query => query.dashboard === dashboard && query.panel === panel && query.refId === refId)!
    return (await prometheus.query(chosen(found.expr, { ...asked, interval: asked.range }), asked.span.end))[0]?.value ?? NaN
  }
  // An increase is stretched to the ends of its window, by up to a scrape at each.
  const near = (found: number, wanted: number, what: string) => t.ok(Math.abs(found - wanted) <= 0.04 * wanted, `${what}: ${found.toPrecision(4)}, by the script ${wanted.toPrecision(4)}`)

  const ends = played.flatMap(endsOf)
  const byV2 = ends.filter(({ assigned, served, outcome, cache }) => assigned === 'v2' && served === 'v2' && outcome === 'ok' && cache === 'miss').length
  const failed = ends.filter(({ outcome, reason }) => outcome === 'degraded' && !['timeout', 'budget', 'state_unavailable', 'no_key'].includes(reason!)).length
  near(await figure('amora-overview', 'Error rate (< 1 %)', 'B'), failed / (failed + byV2), 'error rate of V2')
  const degraded = ends.filter(({ outcome }) => outcome === 'degraded').length
  near(await figure('amora-technical', 'Share of turns that fail', 'B'), degraded / ends.length, 'share of turns where V1 stood in')

  const hits = ends.filter(({ cache }) => cache === 'hit').length
  const misses = ends.filter(({ cache, reason }) => cache === 'miss' && reason !== 'state_unavailable').length
  near(await figure('amora-technical', 'Cache: hit rate'), hits / (hits + misses), 'hit rate of the cache')

  const spent = await spentNano(stack)
  const [counted] = await prometheus.query('sum(amora_llm_cost_usd_total) * 1e9', asked.span.end)
  t.ok(Math.abs(counted!.value - spent) < 1, `cost: ${counted!.value.toFixed(1)} nano-dollars in the metrics, ${spent} in the budget`)
  t.equal(Math.round(await figure('amora-overview', 'Spent today') * 1e9), spent, 'spent today')
  t.equal(await figure('amora-business', 'Budget less ledger'), 0, 'budget and ledger agree')
  t.ok(spent >= billed(fake), 'no less was booked than the model was paid')

  const times = played.filter(({ scene }) => !Array.isArray(scene.end)).flatMap(({ said, entries }) => said.filter((_, at) => isByModels(entries[at])).map(({ ms }) => ms / 1000)).toSorted((one, other) => one - other)
  const seen = times[Math.ceil(0.95 * times.length) - 1]!
  const shown = await figure('amora-overview', 'Response time, p95 (< 3 s)', 'B')
  t.ok(Math.abs(bucketOf(shown) - bucketOf(seen)) <= 1, `p95 of V2: ${shown.toFixed(2)} s, seen by its callers ${seen.toFixed(2)} s`)
}

const isByModels = (end: TurnEnd | undefined) => end?.served === 'v2' && end.outcome === 'ok' && end.cache === 'miss'
const bucketOf = (seconds: number) => CHAT_BUCKETS.findIndex(bound => seconds <= bound)

async function hasAnswers (t: Test, { prometheus }: Run, asked: Asked, hasCollector: boolean): Promise<void> {
  const exceptions = UNANSWERED.filter(({ unless }) => !(unless === 'collector' && hasCollector))
  const needed = new Set<string>()
  for (const { dashboard, panel, refId, expr, instant } of panelQueries()) {
    const exception = exceptions.find(one => one.panel === panel && (one.refId ?? refId) === refId)
    const isAnswered = hasData(await answerOf(prometheus, { expr, instant }, asked))
    if (exception && !isAnswered) needed.add(`${panel} ${exception.refId ?? ''}`)
    if (!exception) t.ok(isAnswered, `${dashboard}: ${panel} ${refId}`)
  }
  for (const { panel, refId = '', reason } of exceptions) t.ok(needed.has(`${panel} ${refId}`), `${panel} ${refId} finds nothing, because ${reason}`)
}

/** The dots: exemplars that Prometheus keeps of the series behind a panel. */
async function leadsToTraces (t: Test, { prometheus }: Run, asked: Asked): Promise<void> {
  const panels = dashboards().flatMap(({ panels }) => panels).filter(({ targets = [] }) => targets.some(({ exemplar }) => exemplar))
  t.ok(panels.length >= 4, `${panels.length} panels`)
  for (const { title, targets } of panels) {
    const found = await prometheus.exemplars(chosen(targets![0]!.expr, asked), asked.span)
    t.ok(found.length > 0 && found.every(({ traceId }) => /^[0-9a-f]{32}$/.test(traceId)), `${title}: ${found.length} traces`)
  }
}
