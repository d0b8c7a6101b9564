import { setTimeout as sleep } from 'node:timers/promises'
import t from 'tap'
import { callerLeft } from '../../services/turn.ts'
import type { LlmError } from '../../services/v2/model-client.ts'
import type { FaultName } from '../fakes/openai-faults.ts'
import { metric } from '../helper.ts'
import { KEY, REQUEST, UNDERSTAND, against, earnRetries, failure, outcomes, reasonOf, soon, start, turn } from './llm-harness.ts'

t.test('a fault that passes is tried again, and both attempts are told', async t => {
  const { app, fake } = await against(t, { random: () => 0 })
  await earnRetries(app, 1)
  fake.fault('unavailable', { times: 1 })
  const reply = await app.llm.complete(turn(), soon())
  t.match(reply.attempts, [{ outcome: 'upstream_error', model: 'gpt-6.1-terra', sent: true, usage: undefined }])
  t.ok(reply.usage)
  t.equal(await metric(app, 'amora_llm_retries_total', { reason: 'upstream_error' }), 1)
  t.equal(await outcomes(app, 'upstream_error'), 1)
  t.equal(await outcomes(app, 'ok'), 11, 'each attempt is counted')
  fake.fault('reset', { times: 1 })
  t.equal(await reasonOf(app.llm.complete(turn(), soon())), 'upstream_error', 'the budget of retries is spent')
})

t.test('understanding and moderation are never tried again', async t => {
  const { app, fake } = await against(t)
  await earnRetries(app, 2)
  const before = fake.calls.length
  fake.fault('unavailable', { times: 2 })
  t.equal(await reasonOf(app.llm.complete({ ...UNDERSTAND, retries: { left: 1 } }, soon())), 'upstream_error')
  t.equal(await reasonOf(app.llm.moderate('some words', soon())), 'upstream_error')
  t.equal(fake.calls.length - before, 2)
})

t.test('a retry-after beyond the deadline is not waited for, and heeded by the next', async t => {
  const { app, fake } = await against(t)
  await earnRetries(app, 1)
  const before = fake.calls.length
  fake.fault('rate_limited', { times: 1, retryAfter: '5' })
  const startedAt = performance.now()
  t.match(await failure(app.llm.complete(turn(), soon())), { reason: 'rate_limited', status: 429, retryAfterMs: 5000 })
  t.ok(performance.now() - startedAt < 2500)
  await sleep(100)
  for (let call = 0; call < 20; call++) t.match(await failure(app.llm.complete(turn(), soon())), { reason: 'rate_limited', status: undefined, sent: false })
  t.equal(fake.calls.length - before, 1, 'nothing is sent that would be refused')
  t.equal(await outcomes(app, 'rate_limited'), 21, 'and all of it is counted')
  t.equal(await reasonOf(app.llm.complete(UNDERSTAND, soon())), 'ok', 'another model has another limit')
})

t.test('a retry-after that fits is waited for', async t => {
  const { app, fake } = await against(t)
  await earnRetries(app, 1)
  fake.fault('rate_limited', { times: 1, retryAfter: '0.3' })
  const startedAt = performance.now()
  t.match(await app.llm.complete(turn(), soon()), { attempts: [{ outcome: 'rate_limited', sent: false }] })
  t.ok(performance.now() - startedAt >= 300)
  t.equal(await metric(app, 'amora_llm_retries_total', { reason: 'rate_limited' }), 1)
})

t.test('who leaves during that wait is let go at once', async t => {
  const { app, fake } = await against(t)
  await earnRetries(app, 1)
  const before = fake.calls.length
  fake.fault('rate_limited', { times: 1, retryAfter: '2' })
  const caller = new AbortController()
  setTimeout(() => { caller.abort(callerLeft()) }, 100)
  const startedAt = performance.now()
  t.match(await failure(app.llm.complete(turn(), caller.signal)), { reason: 'aborted', sent: false, attempts: [{ outcome: 'rate_limited' }] })
  t.ok(performance.now() - startedAt < 1500)
  t.equal(fake.calls.length - before, 1)
})

t.test('a stream is tried again before its first byte, and never after', async t => {
  const { app, fake } = await against(t, { fake: { chunkDelayMs: 2 } })
  await earnRetries(app, 2)
  const listen = async () => {
    const pieces: string[] = []
    const result = await app.llm.complete(turn({ stream: { firstTextMs: 2000, idleMs: 1000, onText: text => { pieces.push(text) } } }), soon()).catch((error: LlmError) => error)
    return { pieces, result }
  }
  fake.fault('reset', { times: 1 })
  const { pieces, result } = await listen()
  t.match(result, { text: pieces.join(''), attempts: [{ outcome: 'upstream_error' }] }, 'nobody heard of it')
  const before = fake.calls.length
  fake.fault('cut', { times: 1 })
  const broken = await listen()
  t.match(broken.result, { reason: 'upstream_error', begun: true, attempts: [] })
  t.equal(fake.calls.length - before, 1)
})

t.test('the time to the first words includes the retry', async t => {
  const { app, fake } = await against(t)
  await earnRetries(app, 2)
  const stream = { firstTextMs: 2000, idleMs: 1000, onText () {} }
  fake.fault('rate_limited', { times: 1, retryAfter: '1.8' })
  t.match(await failure(app.llm.complete(turn({ stream }), soon())), { reason: 'rate_limited', status: 429 }, 'too little would be left')
  fake.fault('rate_limited', { times: 1, retryAfter: '1.2' })
  fake.fault('hang', { times: 1 })
  const startedAt = performance.now()
  t.match(await failure(app.llm.complete(turn({ stream, model: 'gpt-6-luna' }), soon())), { reason: 'timeout', attempts: [{ outcome: 'rate_limited' }] })
  t.ok(performance.now() - startedAt < 3000, 'one limit for both attempts')
})

t.test('which failures may be billed', async t => {
  const { app, fake } = await against(t, { breaker: { openMs: 0, lastingOpenMs: 0 } })
  const rows: ReadonlyArray<readonly [FaultName, boolean]> = [
    ['unauthorized', false], ['model_gone', false], ['insufficient_quota', false], ['bad_request', false],
    ['server_error', true], ['unavailable', true], ['reset', true], ['cut', true], ['malformed_json', true], ['hang', true]
  ]
  for (const [fault, sent] of rows) {
    fake.fault(fault, { times: 1 })
    t.equal((await failure(app.llm.complete(REQUEST, fault === 'hang' ? AbortSignal.timeout(300) : soon()))).sent, sent, fault)
  }
  const gone = await start(t, { env: { OPENAI_API_KEY: KEY, OPENAI_BASE_URL: 'http://127.0.0.1:1/v1' } })
  t.equal((await failure(gone.llm.complete(REQUEST, soon()))).sent, false, 'nobody was there')
})
