import { setTimeout as sleep } from 'node:timers/promises'
import t from 'tap'
import { callerLeft } from '../../services/turn.ts'
import type { FaultName } from '../fakes/openai-faults.ts'
import { startFakeOpenAI } from '../fakes/openai-server.ts'
import { metric } from '../helper.ts'
import { KEY, against, earnRetries, outcomes, reasonOf, soon, start, turn } from './llm-harness.ts'

const OPEN_MS = 200
const breaker = { openMs: OPEN_MS, lastingOpenMs: 60_000 }

for (const fault of ['server_error', 'unavailable', 'reset'] as const satisfies readonly FaultName[]) {
  t.test(`total outage (${fault}): at most 1.1 attempts a turn, then one try a period`, async t => {
    const { app, fake } = await against(t, { breaker })
    await earnRetries(app, 10)
    const [before, turns] = [fake.calls.length, 100]
    fake.fault(fault)
    const reasons: string[] = []
    for (let index = 0; index < turns; index++) reasons.push(await reasonOf(app.llm.complete(turn(), soon())))
    const attempts = fake.calls.length - before
    t.ok(attempts <= turns * 1.1 && attempts <= 10, `${attempts} attempts in ${turns} turns`)
    t.equal(reasons.at(-1), 'breaker_open')
    t.equal(await metric(app, 'amora_breaker_state', { kind: 'chat' }), 2)

    const openedWith = fake.calls.length
    const startedAt = performance.now()
    const probes = () => fake.calls.length - openedWith
    let asked = 0
    while (probes() < 4) {
      await Promise.all(Array.from({ length: 10 }, async () => reasonOf(app.llm.complete(turn(), soon()))))
      asked += 10
      await sleep(5)
    }
    const periods = (performance.now() - startedAt) / OPEN_MS
    t.ok(probes() <= periods + 1, `${probes()} tries in ${periods.toFixed(1)} periods and ${asked} turns`)

    fake.heal()
    await sleep(OPEN_MS + 10)
    t.equal(await reasonOf(app.llm.complete(turn(), soon())), 'ok')
    t.equal(await metric(app, 'amora_breaker_state', { kind: 'chat' }), 0, 'and all is well again')
  })
}

t.test('an outage that strikes many turns at once costs each of them one attempt', async t => {
  const { app, fake } = await against(t, { breaker })
  await earnRetries(app, 10)
  const [before, turns] = [fake.calls.length, 100]
  fake.fault('server_error')
  await Promise.all(Array.from({ length: turns }, async () => reasonOf(app.llm.complete(turn(), soon()))))
  const attempts = fake.calls.length - before
  t.ok(attempts <= turns * 1.1, `${attempts} attempts in ${turns} turns`)
})

t.test('a server that hangs holds five turns up, and no more', async t => {
  const { app, fake } = await against(t)
  fake.fault('hang')
  t.strictSame(await Promise.all(Array.from({ length: 5 }, async () => reasonOf(app.llm.complete(turn(), AbortSignal.timeout(1000))))), Array(5).fill('timeout'))
  for (let call = 0; call < 50; call++) t.equal(await reasonOf(app.llm.complete(turn(), AbortSignal.timeout(1000))), 'breaker_open')
  t.equal(fake.calls.length, 5)
  t.equal(app.llm.trouble, 'timeout', 'it still says what is wrong')
  t.equal(await outcomes(app, 'breaker_open'), 50)
})

t.test('no server at all', async t => {
  const gone = await startFakeOpenAI()
  await gone.close()
  const app = await start(t, { env: { OPENAI_API_KEY: KEY, OPENAI_BASE_URL: gone.url }, breaker })
  const reasons: string[] = []
  for (let call = 0; call < 10; call++) reasons.push(await reasonOf(app.llm.complete(turn(), soon())))
  t.strictSame(reasons, [...Array(5).fill('upstream_error'), ...Array(5).fill('breaker_open')])
})

t.test('without money one call a period is sent, and the period is long', async t => {
  const { app, fake } = await against(t, { breaker: { openMs: 50, lastingOpenMs: 60_000 } })
  fake.fault('insufficient_quota')
  t.equal(await reasonOf(app.llm.complete(turn(), soon())), 'quota_exhausted')
  for (let call = 0; call < 30; call++) {
    t.equal(await reasonOf(app.llm.complete(turn(), soon())), 'breaker_open')
    await sleep(10)
  }
  t.equal(fake.calls.length, 1)
  t.equal(app.llm.trouble, 'quota_exhausted')

  const short = await against(t, { breaker: { openMs: 0, lastingOpenMs: 300 } })
  short.fake.fault('insufficient_quota')
  const startedAt = performance.now()
  while (short.fake.calls.length < 3) {
    await reasonOf(short.app.llm.complete(turn(), soon()))
    await sleep(5)
  }
  t.ok(performance.now() - startedAt >= 590, 'one in each period')
})

t.test('a wrong key makes no storm', async t => {
  const { app, fake } = await against(t, { breaker, env: { OPENAI_API_KEY: 'another-key' } })
  t.equal(await reasonOf(app.llm.complete(turn(), soon())), 'auth')
  for (let call = 0; call < 100; call++) t.equal(await reasonOf(app.llm.complete(turn(), soon())), 'breaker_open')
  t.equal(fake.calls.length, 1)
})

t.test('what is the request’s own fault opens nothing', async t => {
  const { app, fake } = await against(t, { breaker })
  for (const fault of ['bad_request', 'filtered_request', 'content_filter', 'model_gone', 'malformed_json', 'truncated_empty'] as const) {
    fake.fault(fault, { times: 12 })
    for (let call = 0; call < 12; call++) t.not(await reasonOf(app.llm.complete(turn(), soon())), 'breaker_open')
  }
  t.equal(fake.calls.length, 72)
})

t.test('callers who leave open nothing', async t => {
  const { app, fake } = await against(t, { breaker })
  fake.fault('hang', { times: 20 })
  await Promise.all(Array.from({ length: 20 }, async () => {
    const caller = new AbortController()
    setTimeout(() => { caller.abort(callerLeft()) }, 280)
    t.equal(await reasonOf(app.llm.complete(turn(), caller.signal)), 'aborted')
  }))
  t.equal(await reasonOf(app.llm.complete(turn(), soon())), 'ok')
})

t.test('moderation that is down leaves chat alone', async t => {
  const { app, fake } = await against(t, { breaker })
  fake.fault('server_error', { match: 'moderate' })
  for (let call = 0; call < 8; call++) await reasonOf(app.llm.moderate('some words', soon()))
  t.equal(fake.calls.length, 5)
  t.equal(await metric(app, 'amora_breaker_state', { kind: 'moderation' }), 2)
  t.equal(await metric(app, 'amora_breaker_state', { kind: 'chat' }), 0)
  t.equal(await reasonOf(app.llm.complete(turn(), soon())), 'ok')
  t.equal(await outcomes(app, 'breaker_open', 'moderate'), 3)
})
