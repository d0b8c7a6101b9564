import { setTimeout as sleep } from 'node:timers/promises'
import t from 'tap'
import { callerLeft } from '../../services/turn.ts'
import type { FaultName } from '../fakes/openai-faults.ts'
import { startFakeOpenAI } from '../fakes/openai-server.ts'
import { metric } from '../helper.ts'
import { KEY, against, earnRetries, outcomes, reasonOf, soon, start, turn } from './llm-harness.ts'

const OPEN_MS = 200
const breaker = { openMs: OPEN_MS, lastingOpenMs: 1500 }

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
    t.equal(await metric(app, 'amora_breaker_state', { kind: 'chat' }), 1)

    const openAt = fake.calls.length
    const endAt = performance.now() + 5 * OPEN_MS
    let asked = 0
    while (performance.now() < endAt) {
      await Promise.all(Array.from({ length: 10 }, async () => reasonOf(app.llm.complete(turn(), soon()))))
      asked += 10
      await sleep(5)
    }
    const probes = fake.calls.length - openAt
    t.ok(probes >= 2 && probes <= 5, `${probes} tries in five periods and ${asked} turns`)

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
  const { app, fake } = await against(t, { breaker })
  fake.fault('hang')
  for (let call = 0; call < 5; call++) t.equal(await reasonOf(app.llm.complete(turn(), AbortSignal.timeout(350))), 'timeout')
  const startedAt = performance.now()
  for (let call = 0; call < 50; call++) t.equal(await reasonOf(app.llm.complete(turn(), AbortSignal.timeout(350))), 'breaker_open')
  t.ok(performance.now() - startedAt < OPEN_MS, 'the others have their answer at once')
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

t.test('without money one call a period is sent', async t => {
  const { app, fake } = await against(t, { breaker })
  fake.fault('insufficient_quota')
  const openAt = performance.now()
  const ask = async () => Promise.all(Array.from({ length: 20 }, async (_, index) => {
    await sleep(index * 10)
    return reasonOf(app.llm.complete(turn(), soon()))
  }))
  await ask()
  await sleep(2 * OPEN_MS)
  await ask()
  t.equal(fake.calls.length, 1, 'longer than for another fault')
  t.equal(app.llm.trouble, 'quota_exhausted')
  await sleep(openAt + breaker.lastingOpenMs + 50 - performance.now())
  await ask()
  t.equal(fake.calls.length, 2)
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
  t.equal(await metric(app, 'amora_breaker_state', { kind: 'moderation' }), 1)
  t.equal(await metric(app, 'amora_breaker_state', { kind: 'chat' }), 0)
  t.equal(await reasonOf(app.llm.complete(turn(), soon())), 'ok')
  t.equal(await outcomes(app, 'breaker_open', 'moderate'), 3)
})
