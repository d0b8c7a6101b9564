import fc from 'fast-check'
import t from 'tap'
import { callerLeft } from '../../../../services/turn.ts'
import { LEGS, LLM_FAILURES, LlmError, type ChatReply, type ChatRequest, type LlmFacts, type LlmFailure } from '../../../../services/v2/model-client.ts'
import { createRetryBudget, retryWaitMs, withRetry, type RetryPorts } from '../../../../services/v2/upstream/retry.ts'

const running = new AbortController().signal
const REQUEST: ChatRequest = { leg: 'respond', model: 'a-model', messages: [], maxTokens: 150, temperature: 0 }
const REPLY: ChatReply = { text: 'Yes.', finish: 'stop', model: 'a-model', usage: { inputTokens: 9, cachedInputTokens: 0, outputTokens: 2 } }
const BROKEN = new LlmError('upstream_error', { status: 503 })

/** A budget that never ends, no jitter, a breaker that stays closed. */
const ports = (more: Partial<RetryPorts> = {}): RetryPorts =>
  ({ budget: { earn () {}, spend: () => true }, now: () => performance.now(), random: () => 0, canSend: () => true, onRetry () {}, ...more })

/** Plays the steps, one a call. */
function play (steps: ReadonlyArray<LlmError | ChatReply>) {
  const calls = { made: 0 }
  return { calls, call: async () => { const step = steps[calls.made++]!; if (step instanceof LlmError) throw step; return step } }
}

const soon = () => performance.now() + 5000
const once = () => ({ ...REQUEST, retries: { left: 1 } })
const failure = async (call: Promise<unknown>): Promise<LlmError> => call.then(() => { throw new Error('it did not fail') }, (error: LlmError) => error)

t.test('what may have passed is tried again, and what was tried is told', async t => {
  const { call } = play([new LlmError('upstream_error', { status: 503, sent: true }), REPLY])
  const reasons: string[] = []
  const reply = await withRetry({ request: once(), signal: running, dueAt: soon() }, ports({ onRetry: reason => { reasons.push(reason) } }), call)
  t.match(reply, { ...REPLY, attempts: [{ outcome: 'upstream_error', model: 'a-model', sent: true }] })
  t.strictSame(reasons, ['upstream_error'])
})

t.test('a call that succeeds is left as it is', async t => {
  const reply = await withRetry({ request: once(), signal: running, dueAt: soon() }, ports(), play([REPLY]).call)
  t.equal(reply.attempts, undefined)
})

t.test('a turn has one retry, whichever of its calls needs it', async t => {
  const retries = { left: 1 }
  const request = { ...REQUEST, retries }
  const first = play([BROKEN, BROKEN, REPLY])
  const error = await failure(withRetry({ request, signal: running, dueAt: soon() }, ports(), first.call))
  t.equal(first.calls.made, 2)
  t.equal(error.reason, 'upstream_error')
  t.equal(error.attempts.length, 1, 'the one before the last')
  const second = play([BROKEN, REPLY])
  await failure(withRetry({ request: { ...request, leg: 'repair' }, signal: running, dueAt: soon() }, ports(), second.call))
  t.equal(second.calls.made, 1)
  t.equal(retries.left, 0)
  const without = play([BROKEN, REPLY])
  await failure(withRetry({ request: REQUEST, signal: running, dueAt: soon() }, ports(), without.call))
  t.equal(without.calls.made, 1, 'none that was not given')
})

t.test('only replies are asked for again', async t => {
  for (const leg of LEGS) {
    const { calls, call } = play([BROKEN, REPLY])
    await withRetry({ request: { ...once(), leg }, signal: running, dueAt: soon() }, ports(), call).catch(() => {})
    t.equal(calls.made, leg === 'respond' || leg === 'repair' ? 2 : 1, leg)
  }
})

t.test('which failures are worth it', async t => {
  const waits = (reason: LlmFailure, facts: LlmFacts = {}) => retryWaitMs(new LlmError(reason, facts), 2900, 0.5) !== undefined
  for (const reason of LLM_FAILURES) t.equal(waits(reason), reason === 'upstream_error', reason)
  t.ok(waits('timeout', { code: 'UND_ERR_CONNECT_TIMEOUT' }), 'a connection that was never made')
  t.ok(waits('rate_limited', { status: 429, retryAfterMs: 500 }))
  t.notOk(waits('rate_limited', { status: 429 }), 'without a time')
  t.notOk(waits('rate_limited', { retryAfterMs: 500, sent: false }), 'held back here')
  t.notOk(waits('upstream_error', { begun: true }), 'a stream that had begun')
})

t.test('the wait', async t => {
  const waitOf = (facts: LlmFacts, random: number, leftMs = 2900) => retryWaitMs(new LlmError('upstream_error', facts), leftMs, random)
  t.equal(waitOf({}, 0), 0, 'full jitter: from nothing')
  t.equal(waitOf({}, 0.5), 100)
  t.equal(waitOf({ retryAfterMs: 1000 }, 0.5), 1000, 'never before the server says')
  t.equal(retryWaitMs(new LlmError('rate_limited', { status: 429, retryAfterMs: 1000 }), 2900, 0.5), 1050, 'spread behind it')
  t.equal(waitOf({ retryAfterMs: 5000 }, 0), undefined, 'beyond the deadline')
  t.equal(waitOf({ retryAfterMs: 2399 }, 0), 2399)
  t.equal(waitOf({ retryAfterMs: 2401 }, 0), undefined, 'the reply needs time too')
  t.equal(waitOf({ retryAfterMs: 60_000 }, 0, Infinity), undefined, 'nor for ever where no deadline is known')
  fc.assert(fc.property(fc.nat(10_000), fc.nat(10_000), fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), (retryAfterMs, leftMs, random) => {
    const waitMs = retryWaitMs(new LlmError('rate_limited', { status: 429, retryAfterMs }), leftMs, random)
    return waitMs === undefined ? retryAfterMs + 600 > leftMs || retryAfterMs + 100 > 5000 : waitMs >= retryAfterMs && waitMs + 500 <= leftMs
  }))
})

t.test('what can’t be sent is not waited for', async t => {
  for (const more of [{ canSend: () => false }, { budget: { earn () {}, spend: () => false } }]) {
    const { calls, call } = play([BROKEN, REPLY])
    const request = once()
    t.equal(await failure(withRetry({ request, signal: running, dueAt: soon() }, ports(more), call)), BROKEN)
    t.equal(calls.made, 1)
    t.equal(request.retries.left, 1, 'and costs the turn nothing')
  }
})

t.test('the wait ends with the turn, at once', async t => {
  const control = new AbortController()
  const { calls, call } = play([new LlmError('rate_limited', { status: 429, retryAfterMs: 3000, sent: false }), REPLY])
  const startedAt = performance.now()
  setTimeout(() => { control.abort(callerLeft()) }, 30)
  const error = await failure(withRetry({ request: once(), signal: control.signal, dueAt: soon() }, ports(), call))
  t.match(error, { reason: 'aborted', sent: false, attempts: [{ outcome: 'rate_limited', sent: false }] })
  t.equal(calls.made, 1)
  t.ok(performance.now() - startedAt < 2500)
})

t.test('a turn that is over is not tried again', async t => {
  const { calls, call } = play([BROKEN, REPLY])
  t.equal(await failure(withRetry({ request: once(), signal: AbortSignal.abort(callerLeft()), dueAt: soon() }, ports(), call)), BROKEN)
  t.equal(calls.made, 1)
})

t.test('a defect comes out as it is', async t => {
  await t.rejects(withRetry({ request: once(), signal: running, dueAt: soon() }, ports(), async () => { throw new TypeError('ours') }), TypeError)
})

t.test('retries are a tenth of the traffic, whatever it is', async t => {
  const budget = createRetryBudget()
  t.equal(budget.spend(), false, 'nothing is given in advance')
  fc.assert(fc.property(fc.array(fc.boolean(), { maxLength: 500 }), wishes => {
    const budget = createRetryBudget()
    let spent = 0
    for (const [index, wish] of wishes.entries()) {
      budget.earn()
      if (wish && budget.spend()) spent++
      if (spent > (index + 1) / 10) return false
    }
    return true
  }))
  const always = createRetryBudget()
  let spent = 0
  for (let call = 0; call < 1000; call++) {
    always.earn()
    if (always.spend()) spent++
  }
  t.equal(spent, 100)
  for (let call = 0; call < 1000; call++) always.earn()
  spent = 0
  while (always.spend()) spent++
  t.equal(spent, 10, 'good times are not saved up without end')
})

t.test('understanding earns no retries', async t => {
  let earned = 0
  for (const leg of LEGS) await withRetry({ request: { ...REQUEST, leg }, signal: running, dueAt: soon() }, ports({ budget: { earn () { earned++ }, spend: () => true } }), play([REPLY]).call)
  t.equal(earned, 2)
})
