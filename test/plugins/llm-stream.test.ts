import { setTimeout as sleep } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import type { FastifyInstance } from 'fastify'
import t, { type Test } from 'tap'
import { callerLeft } from '../../services/turn.ts'
import type { ChatReply, LlmError, LlmFailure } from '../../services/v2/model-client.ts'
import type { FaultName } from '../fakes/openai-faults.ts'
import type { FakeOpenAI } from '../fakes/openai-server.ts'
import { metric } from '../helper.ts'
import { REQUEST, against, ended, failure, soon } from './llm-harness.ts'

interface Listening { readonly firstTextMs?: number, readonly idleMs?: number, readonly onText?: (text: string) => void }

/** Asks for a stream; the pieces fill while it comes. */
function listen (app: FastifyInstance, signal: AbortSignal, { firstTextMs = 2000, idleMs = 1000, onText = () => {} }: Listening = {}): { pieces: string[], reply: Promise<ChatReply> } {
  const pieces: string[] = []
  const stream = { firstTextMs, idleMs, onText: (text: string) => { pieces.push(text); onText(text) } }
  return { pieces, reply: app.llm.complete({ ...REQUEST, retries: { left: 1 }, stream }, signal) }
}

const WORDS = 'That weighs on you, and it is no wonder. What would help you most tonight?'

async function talking (t: Test, chunkDelayMs = 0): Promise<{ app: FastifyInstance, fake: FakeOpenAI }> {
  const { app, fake } = await against(t, { fake: { chunkDelayMs } })
  fake.script.reply = () => WORDS
  return { app, fake }
}

t.test('a stream brings its words as they come, and the whole at the end', async t => {
  const { app, fake } = await talking(t, 5)
  const arrivals: number[] = []
  const { pieces, reply } = listen(app, soon(), { onText: () => { arrivals.push(performance.now()) } })
  const { text, usage, ...rest } = await reply
  t.strictSame({ text, ...rest }, { text: WORDS, finish: 'stop', model: 'gpt-6.1-terra' })
  t.equal(pieces.join(''), WORDS)
  t.ok(pieces.length > 10)
  t.ok(arrivals.at(-1)! - arrivals[0]! > 20, 'they were not held back')
  const [bill] = fake.bill()
  t.strictSame(usage, { inputTokens: bill!.inputTokens, cachedInputTokens: 0, outputTokens: bill!.outputTokens }, 'the usage of the last chunk')
  t.match(fake.calls[0]!.body, { stream: true, stream_options: { include_usage: true }, store: false, max_completion_tokens: 150 })
  t.strictSame(Object.keys(fake.calls[0]!.headers).sort(), ['accept', 'authorization', 'connection', 'content-length', 'content-type', 'host', 'user-agent'])
  t.equal(await metric(app, 'amora_llm_requests_total', { leg: 'respond', model: 'gpt-6.1-terra', outcome: 'ok' }), 1)
  t.equal(await metric(app, 'amora_llm_tokens_total', { leg: 'respond', direction: 'output' }), bill!.outputTokens)
  t.equal(await metric(app, 'amora_llm_in_flight', { kind: 'chat' }), 0)
})

t.test('characters that are cut in two come whole', async t => {
  const { app, fake } = await talking(t)
  const words = 'Ich höre dich 💛 – 你好, wirklich… Was wiegt am schwersten?'
  fake.script.reply = () => words
  for (const bytesAtOnce of [1, 2, 3, 7, 64]) {
    fake.script.bytesAtOnce = bytesAtOnce
    const { pieces, reply } = listen(app, soon())
    t.equal((await reply).text, words, `${bytesAtOnce} bytes at once`)
    t.equal(pieces.join(''), words)
    t.notMatch(pieces.join(''), /\uFFFD/)
  }
})

t.test('a connection that has carried a stream carries the next', async t => {
  const { app, fake } = await talking(t, 2)
  const [ports, calls] = [new Set<unknown>(), 10]
  for (let call = 0; call < calls; call++) {
    await listen(app, soon()).reply
    // The end of the body follows the end-marker.
    await sleep(20)
    ports.add((await ended(fake)).peer)
  }
  t.ok(ports.size < calls / 2, `${ports.size} connections for ${calls} streams`)
})

const FAILURES: ReadonlyArray<readonly [FaultName, LlmFailure, Partial<LlmError>, Listening?]> = [
  ['hang', 'timeout', { begun: false }, { firstTextMs: 150 }],
  ['mute', 'timeout', { begun: true }, { firstTextMs: 150 }],
  ['stall', 'timeout', { begun: true }, { idleMs: 150 }],
  ['latency', 'timeout', { begun: false }, { firstTextMs: 150 }],
  ['cut', 'upstream_error', { begun: true }],
  ['unfinished', 'upstream_error', { begun: true }],
  ['error_chunk', 'upstream_error', { begun: true, code: 'server_error' }],
  ['broken_chunk', 'invalid_output', { begun: true }],
  ['reset', 'upstream_error', { begun: false, code: 'ECONNRESET' }],
  ['html', 'invalid_output', {}],
  ['long_content', 'invalid_output', {}],
  ['empty_content', 'invalid_output', {}],
  ['content_filter', 'content_filter', {}],
  ['refusal', 'content_filter', {}],
  ['truncated_empty', 'truncated', {}],
  ['unavailable', 'upstream_error', { status: 503, begun: false }],
  ['unauthorized', 'auth', { status: 401 }],
  ['bad_request', 'bad_request', { status: 400 }],
  ['rate_limited', 'rate_limited', { status: 429, retryAfterMs: 2000 }]
]

for (const [fault, reason, facts, listening] of FAILURES) {
  t.test(`a stream with ${fault} ends as ${reason}, in time, after one call`, async t => {
    // One after the other: a reset overtakes what was sent with it.
    const { app, fake } = await talking(t, fault === 'long_content' ? 0 : 2)
    fake.fault(fault, { latencyMs: fault === 'latency' ? 3000 : 0 })
    const startedAt = performance.now()
    const error = await failure(listen(app, soon(), listening).reply)
    t.ok(performance.now() - startedAt < 2500, 'in time')
    t.equal(error.reason, reason)
    t.match(error, facts)
    t.equal(fake.calls.length, 1)
    t.ok((await ended(fake)).endedAt, 'the connection is over')
    t.notMatch(JSON.stringify([error.message, error.stack, error.code, error.cause]), /argue|weighs|sk-of/, 'nobody’s words in it')
    t.equal(await metric(app, 'amora_llm_requests_total', { leg: 'respond', model: 'gpt-6.1-terra', outcome: reason }), 1)
    t.equal(await metric(app, 'amora_llm_in_flight', { kind: 'chat' }), 0)
  })
}

t.test('a stall is seen by the server as a connection that closes', async t => {
  const { app, fake } = await talking(t)
  fake.fault('stall')
  const { pieces, reply } = listen(app, soon(), { idleMs: 100 })
  t.equal((await failure(reply)).reason, 'timeout')
  t.ok(pieces.length > 0 && pieces.join('') !== WORDS, 'half of it was heard')
  const call = await ended(fake)
  t.equal(call.aborted, true)
  t.ok(call.endedAt! - call.at < 2500)
})

for (const fault of ['stall_at_end', 'cut_at_end', 'no_usage'] as const) {
  t.test(`${fault}: a whole reply stays one without its usage`, async t => {
    const { app, fake } = await talking(t, 2)
    fake.fault(fault)
    const { pieces, reply } = listen(app, soon(), { idleMs: 100 })
    t.match(await reply, { text: WORDS, finish: 'stop', usage: undefined })
    t.equal(pieces.join(''), WORDS)
  })
}

t.test('who leaves in the middle is seen by the server within 100 ms', async t => {
  const { app, fake } = await talking(t, 20)
  const leave = async () => {
    const caller = new AbortController()
    let leftAt = 0
    const { pieces, reply } = listen(app, AbortSignal.any([soon(), caller.signal]), {
      onText: () => {
        if (pieces.length !== 4) return
        leftAt = Date.now()
        caller.abort(callerLeft())
      }
    })
    t.match(await failure(reply), { reason: 'aborted', begun: true, sent: true })
    const call = await ended(fake)
    t.equal(call.aborted, true)
    await sleep(60)
    t.equal(pieces.length, 4, 'and hears no more')
    return call.endedAt! - leftAt
  }
  // Server and client share a process here, which a busy machine may hold up.
  const seenMs = [await leave(), await leave(), await leave()]
  t.ok(Math.min(...seenMs) <= 100, `${seenMs} ms`)
})

t.test('the turn’s deadline ends a stream that is still talking', async t => {
  const { app, fake } = await talking(t, 50)
  t.match(await failure(listen(app, AbortSignal.timeout(200)).reply), { reason: 'timeout', begun: true })
  t.equal((await ended(fake)).aborted, true)
})

t.test('garbage collection takes no signal away', async t => {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  const { app, fake } = await talking(t)
  fake.fault('stall')
  const caller = new AbortController()
  const { pieces, reply } = listen(app, caller.signal, { idleMs: 5000 })
  while (pieces.length === 0) await sleep(5)
  for (let round = 0; round < 3; round++) {
    collect()
    await sleep(10)
  }
  caller.abort(callerLeft())
  t.equal((await failure(reply)).reason, 'aborted')
  t.equal((await ended(fake)).aborted, true)
})

t.test('what a listener throws ends the call and the connection', async t => {
  const { app, fake } = await talking(t, 20)
  const { reply } = listen(app, soon(), { onText: () => { throw new TypeError('ours') } })
  t.match(await failure(reply), { reason: 'aborted', cause: TypeError })
  t.equal((await ended(fake)).aborted, true)
  t.equal(await metric(app, 'amora_breaker_state', { kind: 'chat' }), 0)
})

t.test('the offline model streams through the same door', async t => {
  const { app } = await against(t, { env: { OPENAI_API_KEY: '' } })
  t.equal(app.llm.kind, 'offline')
  const { pieces, reply } = listen(app, soon())
  t.equal((await reply).text, pieces.join(''))
})
