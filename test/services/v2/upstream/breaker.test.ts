import { mock } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import t from 'tap'
import { LLM_FAILURES, LlmError, type LlmFailure } from '../../../../services/v2/model-client.ts'
import { createBreaker, type Breaker, type Probes } from '../../../../services/v2/upstream/breaker.ts'

const OPEN_MS = 5000
const settings = { openMs: OPEN_MS, lastingOpenMs: 60_000 }

/** Time passes when it is told to. */
mock.timers.enable({ apis: ['Date'] })
t.teardown(() => { mock.timers.reset() })
const pass = (ms: number) => { mock.timers.tick(ms) }

const fail = async (breaker: Breaker, reason: LlmFailure, afterMs = 0) => outcome(breaker, async () => {
  if (afterMs > 0) await sleep(afterMs)
  throw new LlmError(reason)
})
const succeed = async (breaker: Breaker) => outcome(breaker, async () => 'fine')

async function outcome (breaker: Breaker, call: () => Promise<unknown>): Promise<string> {
  return breaker.run(call).then(() => 'ok', (error: unknown) => error instanceof LlmError ? error.reason : String(error))
}

async function opened (breaker: Breaker): Promise<Breaker> {
  for (let call = 0; call < 5; call++) await fail(breaker, 'upstream_error')
  return breaker
}

t.test('it opens after five faults in a row, and then nothing is sent', async t => {
  const breaker = createBreaker(settings)
  for (let call = 0; call < 4; call++) t.equal(await fail(breaker, 'upstream_error'), 'upstream_error')
  t.equal(await succeed(breaker), 'ok')
  await opened(breaker)
  t.equal(breaker.state(), 'open')
  pass(OPEN_MS - 1)
  t.equal(breaker.spares(), true)
  let sent = 0
  t.equal(await outcome(breaker, async () => { sent++ }), 'breaker_open')
  t.equal(sent, 0)
})

t.test('it opens when more than half of the latest calls fail, though never five in a row', async t => {
  const breaker = createBreaker(settings)
  let calls = 0
  while (breaker.state() === 'closed' && calls < 60) await (calls++ % 3 === 0 ? succeed(breaker) : fail(breaker, 'rate_limited'))
  t.equal(breaker.state(), 'open')
  t.ok(calls >= 10, `after ${calls} calls`)

  const limping = createBreaker(settings)
  for (let call = 0; call < 200; call++) await (call % 2 === 0 ? succeed(limping) : fail(limping, 'upstream_error'))
  t.equal(limping.state(), 'closed', 'half of them is not too many')
})

t.test('only the server’s own faults count', async t => {
  const faults: readonly LlmFailure[] = ['upstream_error', 'rate_limited']
  const lasting: readonly LlmFailure[] = ['quota_exhausted', 'auth']
  for (const reason of LLM_FAILURES.filter(reason => ![...faults, ...lasting].includes(reason))) {
    const breaker = createBreaker(settings)
    for (let call = 0; call < 30; call++) t.equal(await fail(breaker, reason), reason)
    t.equal(breaker.state(), 'closed', `${reason} opens nothing`)
  }
  for (const reason of faults) {
    const breaker = createBreaker(settings)
    for (let call = 0; call < 5; call++) await fail(breaker, reason)
    t.equal(breaker.state(), 'open', reason)
  }
  for (const reason of lasting) {
    const breaker = createBreaker(settings)
    await fail(breaker, reason)
    t.equal(breaker.state(), 'open', `${reason}, the first time`)
  }
  const defect = createBreaker(settings)
  for (let call = 0; call < 30; call++) t.equal(await outcome(defect, async () => { throw new TypeError('ours') }), 'TypeError: ours')
  t.equal(defect.state(), 'closed', 'a defect of ours is no fault of the server')
})

t.test('a timeout counts where there was time', async t => {
  const breaker = createBreaker(settings)
  await Promise.all(Array.from({ length: 5 }, async () => fail(breaker, 'timeout', 20)))
  t.equal(breaker.state(), 'closed', 'who gives 20 ms learns nothing')
  await Promise.all(Array.from({ length: 5 }, async () => fail(breaker, 'timeout', 280)))
  t.equal(breaker.state(), 'open')
})

t.test('after a while one call tries, and no other waits for it', async t => {
  const breaker = await opened(createBreaker(settings))
  pass(OPEN_MS)
  t.equal(breaker.spares(), false, 'one may try')
  const probe = Promise.withResolvers<string>()
  let sent = 0
  const trying = outcome(breaker, async () => { sent++; return probe.promise })
  t.equal(breaker.state(), 'half_open')
  const others = await Promise.all(Array.from({ length: 20 }, async () => outcome(breaker, async () => { sent++ })))
  t.ok(others.every(other => other === 'breaker_open'), 'at once')
  t.equal(sent, 1)
  probe.resolve('fine')
  t.equal(await trying, 'ok')
  t.equal(breaker.state(), 'closed')
  for (let call = 0; call < 4; call++) await fail(breaker, 'upstream_error')
  t.equal(breaker.state(), 'closed', 'it counts from the beginning')
})

t.test('a try that fails opens it again for as long', async t => {
  const breaker = await opened(createBreaker(settings))
  for (let period = 0; period < 3; period++) {
    pass(OPEN_MS)
    t.equal(await fail(breaker, 'upstream_error'), 'upstream_error')
    t.equal(breaker.state(), 'open')
    t.equal(await succeed(breaker), 'breaker_open')
  }
  pass(OPEN_MS)
  t.equal(await fail(breaker, 'bad_request'), 'bad_request')
  t.equal(breaker.state(), 'closed', 'a server that refuses one request is there')
})

t.test('a try that its caller leaves decides nothing, and the next call tries', async t => {
  for (const reason of ['aborted', 'timeout'] as const) {
    const breaker = await opened(createBreaker(settings))
    pass(OPEN_MS)
    t.equal(await fail(breaker, reason), reason)
    t.equal(breaker.state(), 'open')
    t.equal(breaker.spares(), false)
    t.equal(await succeed(breaker), 'ok')
    t.equal(breaker.state(), 'closed')
  }
})

t.test('what only people can mend keeps it open for long', async t => {
  const breaker = createBreaker(settings)
  t.equal(await fail(breaker, 'quota_exhausted'), 'quota_exhausted')
  pass(2 * OPEN_MS)
  t.equal(await succeed(breaker), 'breaker_open', 'longer than for a server that is down')
  pass(60_000)
  t.equal(await fail(breaker, 'quota_exhausted'), 'quota_exhausted', 'one try')
  pass(2 * OPEN_MS)
  t.equal(await succeed(breaker), 'breaker_open')
  pass(60_000)
  t.equal(await fail(breaker, 'upstream_error'), 'upstream_error')
  pass(OPEN_MS)
  t.equal(await succeed(breaker), 'ok', 'another fault is another pause')
  t.equal(await fail(breaker, 'upstream_error'), 'upstream_error')
  t.equal(breaker.state(), 'closed', 'and nothing of it stays')
})

t.test('calls from before that fail late don’t hurry it', async t => {
  const breaker = createBreaker(settings)
  const late = Promise.withResolvers<never>()
  const early = outcome(breaker, async () => late.promise)
  await opened(breaker)
  late.reject(new LlmError('upstream_error'))
  t.equal(await early, 'upstream_error')
  t.equal(breaker.state(), 'open')
  pass(OPEN_MS)
  t.equal(await succeed(breaker), 'ok')
})

t.test('a process that is not let does not try', async t => {
  let isLet = false
  const asked: number[] = []
  const told: Array<readonly [string, number]> = []
  const probes: Probes = { ask: async pauseMs => { asked.push(pauseMs); return isLet }, tell: (found, pauseMs) => { told.push([found, pauseMs]) } }
  const breaker = await opened(createBreaker({ ...settings, probes }))
  let sent = 0
  const send = async () => outcome(breaker, async () => { sent++ })
  pass(OPEN_MS)
  t.equal(await send(), 'breaker_open')
  t.equal(sent, 0)
  t.equal(breaker.state(), 'open')
  isLet = true
  t.equal(await send(), 'breaker_open', 'and asks again after a pause')
  t.strictSame([asked, told], [[OPEN_MS], []])
  pass(OPEN_MS)
  t.equal(await send(), 'ok')
  t.strictSame(told, [['well', OPEN_MS]])
  t.equal(await send(), 'ok')
  t.equal(asked.length, 2, 'a server that is well is no matter for talk')

  const lonely = await opened(createBreaker({ ...settings, probes: { ...probes, ask: async () => { throw new Error('no Redis') } } }))
  pass(OPEN_MS)
  t.equal(await succeed(lonely), 'ok', 'where nobody can be asked, each tries for itself')
})

t.test('a try that failed is told with the pause that follows, one that says nothing as nothing', async t => {
  const asked: number[] = []
  const told: Array<readonly [string, number]> = []
  const probes: Probes = { ask: async pauseMs => { asked.push(pauseMs); return true }, tell: (found, pauseMs) => { told.push([found, pauseMs]) } }
  const breaker = await opened(createBreaker({ ...settings, probes }))
  for (const reason of ['upstream_error', 'quota_exhausted', 'aborted', 'upstream_error'] as const) {
    pass(60_000)
    await fail(breaker, reason)
  }
  t.strictSame(asked, [OPEN_MS, OPEN_MS, 60_000, 60_000])
  t.strictSame(told, [['fault', OPEN_MS], ['lasting', 60_000], ['none', OPEN_MS], ['fault', OPEN_MS]])
})
