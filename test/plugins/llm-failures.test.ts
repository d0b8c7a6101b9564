import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { setTimeout as sleep } from 'node:timers/promises'
import t from 'tap'
import { callerLeft } from '../../services/turn.ts'
import { LlmError, type LlmFailure } from '../../services/v2/model-client.ts'
import type { FaultName } from '../fakes/openai-faults.ts'
import { startFakeOpenAI } from '../fakes/openai-server.ts'
import { metric } from '../helper.ts'
import { KEY, REQUEST, against, ended, failure, soon, start } from './llm-harness.ts'

const FAILURES: ReadonlyArray<readonly [FaultName, LlmFailure, Partial<LlmError>]> = [
  ['unauthorized', 'auth', { status: 401, code: 'invalid_api_key' }],
  ['forbidden', 'auth', { status: 403 }],
  ['model_gone', 'model_gone', { status: 404, code: 'model_not_found' }],
  ['rate_limited', 'rate_limited', { status: 429, code: 'rate_limit_exceeded', retryAfterMs: 2000 }],
  ['insufficient_quota', 'quota_exhausted', { status: 429, code: 'insufficient_quota', retryAfterMs: undefined }],
  ['bad_request', 'bad_request', { status: 400, code: 'invalid_value' }],
  ['filtered_request', 'content_filter', { status: 400, code: 'content_filter' }],
  ['server_error', 'upstream_error', { status: 500 }],
  ['unavailable', 'upstream_error', { status: 503 }],
  ['reset', 'upstream_error', { status: undefined }],
  ['cut', 'upstream_error', { status: undefined }],
  ['malformed_json', 'invalid_output', {}],
  ['html', 'invalid_output', {}],
  ['wrong_shape', 'invalid_output', {}],
  ['no_choices', 'invalid_output', {}],
  ['null_content', 'invalid_output', {}],
  ['empty_content', 'invalid_output', {}],
  ['long_content', 'invalid_output', {}],
  ['oversized', 'invalid_output', {}],
  ['truncated_empty', 'truncated', {}],
  ['refusal', 'content_filter', {}],
  ['content_filter', 'content_filter', {}]
]

for (const [fault, reason, facts] of FAILURES) {
  t.test(`${fault} ends as ${reason}, after one call`, async t => {
    const { app, fake } = await against(t)
    fake.fault(fault)
    const error = await failure(app.llm.complete(REQUEST, soon()))
    t.equal(error.reason, reason)
    t.match(error, facts)
    t.equal(fake.calls.length, 1, 'the SDK does not try again')
    t.notMatch(JSON.stringify([error.message, error.stack, error.code, error.cause]), /argue|sk-of|limit reached/, 'nobody’s words in it')
    t.equal(await metric(app, 'amora_llm_requests_total', { leg: 'respond', model: 'gpt-6.1-terra', outcome: reason }), 1)
    t.equal(await metric(app, 'amora_llm_in_flight', { kind: 'chat' }), 0)
  })
}

for (const fault of ['content_filter', 'refusal', 'empty_content', 'null_content', 'truncated_empty'] as const) {
  t.test(`${fault} was billed, and says so`, async t => {
    const { app, fake } = await against(t)
    fake.fault(fault)
    const error = await failure(app.llm.complete(REQUEST, soon()))
    const [bill] = fake.bill()
    t.strictSame(error.usage, { inputTokens: bill!.inputTokens, cachedInputTokens: 0, outputTokens: bill!.outputTokens })
    t.equal(error.model, 'gpt-6.1-terra')
    t.equal(await metric(app, 'amora_llm_tokens_total', { leg: 'respond', direction: 'output' }), bill!.outputTokens)
  })
}

for (const [fault, reason] of [['server_error', 'upstream_error'], ['unauthorized', 'auth'], ['malformed_json', 'invalid_output'], ['no_choices', 'invalid_output'], ['null_content', 'invalid_output'], ['schema_breaking', 'invalid_output']] as const) {
  t.test(`moderation with ${fault} ends as ${reason}`, async t => {
    const { app, fake } = await against(t)
    fake.fault(fault)
    t.equal((await failure(app.llm.moderate('some words', soon()))).reason, reason)
    t.equal(fake.calls.length, 1)
  })
}

t.test('what is left to the reader is handed on', async t => {
  const { app, fake } = await against(t)
  fake.fault('truncated', { times: 1 })
  t.match(await app.llm.complete(REQUEST, soon()), { finish: 'length', text: /feels heav$/ })
  fake.fault('schema_breaking', { times: 1 })
  t.match(await app.llm.complete(REQUEST, soon()), { finish: 'stop', text: /"many"/ })
  for (const fault of ['no_usage', 'impossible_usage'] as const) {
    fake.fault(fault, { times: 1 })
    const reply = await app.llm.complete(REQUEST, soon())
    t.ok(reply.text)
    t.equal(reply.usage, undefined, fault)
  }
})

t.test('a server that asks for patience in other forms is understood', async t => {
  const { app, fake } = await against(t)
  fake.fault('rate_limited', { times: 1, retryAfter: '0.5' })
  t.equal((await failure(app.llm.complete(REQUEST, soon()))).retryAfterMs, 500)
  fake.fault('rate_limited', { times: 1, retryAfter: new Date(Date.now() + 10_000).toUTCString() })
  const { retryAfterMs } = await failure(app.llm.complete({ ...REQUEST, model: 'gpt-6-luna' }, soon()))
  t.ok(retryAfterMs! > 8000 && retryAfterMs! <= 10_000, `${retryAfterMs}`)
})

for (const fault of ['hang', 'stall', 'latency'] as const) {
  t.test(`${fault}: the deadline ends the call at the server too`, async t => {
    const { app, fake } = await against(t)
    fake.fault(fault, { latencyMs: fault === 'latency' ? 1000 : 0 })
    const startedAt = performance.now()
    const error = await failure(app.llm.complete(REQUEST, AbortSignal.timeout(100)))
    t.equal(error.reason, 'timeout')
    t.ok(performance.now() - startedAt < 900, 'in time')
    const call = await ended(fake)
    t.equal(call.aborted, true, 'the server saw the connection close')
    t.ok(call.endedAt! - call.at < 900, 'at once')
    t.equal(await metric(app, 'amora_llm_requests_total', { leg: 'respond', outcome: 'timeout' }), 1)
  })

  t.test(`${fault}: the caller’s leaving ends it as aborted`, async t => {
    const { app, fake } = await against(t)
    fake.fault(fault, { latencyMs: fault === 'latency' ? 1000 : 0 })
    const caller = new AbortController()
    const call = failure(app.llm.complete(REQUEST, AbortSignal.any([soon(), caller.signal])))
    await sleep(100)
    t.equal(await metric(app, 'amora_llm_in_flight', { kind: 'chat' }), 1)
    caller.abort(callerLeft())
    t.equal((await call).reason, 'aborted')
    t.equal((await ended(fake)).aborted, true)
    t.equal(await metric(app, 'amora_llm_in_flight', { kind: 'chat' }), 0)
  })
}

t.test('a moderation that hangs is cancelled as well', async t => {
  const { app, fake } = await against(t)
  fake.fault('hang')
  t.equal((await failure(app.llm.moderate('some words', AbortSignal.timeout(50)))).reason, 'timeout')
  t.equal((await ended(fake)).aborted, true)
})

t.test('a turn that is over asks nobody', async t => {
  const { app, fake } = await against(t)
  t.equal((await failure(app.llm.complete(REQUEST, AbortSignal.abort(callerLeft())))).reason, 'aborted')
  t.equal((await failure(app.llm.moderate('some words', AbortSignal.abort(new DOMException('', 'TimeoutError'))))).reason, 'timeout')
  t.equal(fake.calls.length, 0)
})

t.test('a turn that ends in the instant of the answer takes no reply, and books it', async t => {
  const { app } = await against(t)
  let ending: { control: AbortController, microtasks: number }
  // The SDK looks at its signal no more once the body is there, and reads for some microtasks yet.
  const endAfter = (control: AbortController, microtasks: number) => {
    if (microtasks === 0) control.abort(callerLeft())
    else queueMicrotask(() => { endAfter(control, microtasks - 1) })
  }
  const onAnswer = () => { queueMicrotask(() => { process.nextTick(endAfter, ending.control, ending.microtasks) }) }
  subscribe('undici:request:trailers', onAnswer)
  t.teardown(() => { unsubscribe('undici:request:trailers', onAnswer) })

  let booked = 0
  for (let microtasks = 0; microtasks < 60; microtasks++) {
    const control = new AbortController()
    ending = { control, microtasks }
    const result = await app.llm.complete(REQUEST, control.signal).catch((error: LlmError) => error)
    if (result instanceof LlmError) t.equal(result.reason, 'aborted')
    if (result instanceof LlmError && result.usage) booked++
  }
  t.ok(booked > 0, 'an answer that came too late is known to be billed')
})

t.test('a flood is not read to its end', async t => {
  const { app, fake } = await against(t)
  fake.fault('oversized')
  await failure(app.llm.complete(REQUEST, soon()))
  t.equal((await ended(fake)).aborted, true, 'the connection was closed on it')
})

t.test('no server at all', async t => {
  const fake = await startFakeOpenAI()
  await fake.close()
  const app = await start(t, { env: { OPENAI_API_KEY: KEY, OPENAI_BASE_URL: fake.url } })
  t.match(await failure(app.llm.complete(REQUEST, soon())), { reason: 'upstream_error', code: 'ECONNREFUSED' })
})
