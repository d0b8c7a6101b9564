import fc from 'fast-check'
import t, { type Test } from 'tap'
import { callerLeft } from '../../../../services/turn.ts'
import { LlmError, type ChatReply } from '../../../../services/v2/model-client.ts'
import { readChatStream } from '../../../../services/v2/upstream/chat-stream.ts'

const running = new AbortController().signal
const event = (data: unknown) => `data: ${typeof data === 'string' ? data : JSON.stringify(data)}\n\n`
const chunk = (delta: unknown, finish: unknown = null, more: object = {}) => event({ model: 'a-model', choices: [{ index: 0, delta, finish_reason: finish }], ...more })
const usage = (input: number, output: number) => ({ usage: { prompt_tokens: input, completion_tokens: output } })
const USED = { inputTokens: 10, cachedInputTokens: 0, outputTokens: 4 }
const END = [chunk({}, 'stop'), event({ model: 'a-model', choices: [], ...usage(10, 4) }), event('[DONE]')]

interface Heard { readonly pieces: readonly string[], readonly reply?: ChatReply, readonly error?: LlmError }

/** @param pieces texts and bytes, or an error that breaks the stream off. */
async function read (pieces: ReadonlyArray<string | Uint8Array | Error>, { signal = running, onText = () => {} }: { signal?: AbortSignal, onText?: (text: string) => void } = {}): Promise<Heard> {
  const heard: string[] = []
  async function * bytes () {
    for (const piece of pieces) {
      if (piece instanceof Error) throw piece
      yield typeof piece === 'string' ? new TextEncoder().encode(piece) : piece
    }
  }
  try {
    const reply = await readChatStream(bytes(), { asked: 'asked', signal, onText: text => { heard.push(text); onText(text) } })
    return { pieces: heard, reply }
  } catch (error) {
    if (error instanceof LlmError) return { pieces: heard, error }
    throw error
  }
}

const failed = (t: Test, { error, reply }: Heard, facts: Partial<LlmError>, name = 'it') => {
  t.equal(reply, undefined, `${name} is no reply`)
  t.match(error, facts, name)
}

t.test('a reply comes piece by piece and is whole at the end', async t => {
  const heard = await read([chunk({ role: 'assistant', content: '' }), chunk({ content: 'That ' }), chunk({ content: 'weighs.' }), ...END])
  t.strictSame(heard, { pieces: ['That ', 'weighs.'], reply: { text: 'That weighs.', finish: 'stop', model: 'a-model', usage: USED } })
})

t.test('usage is the last one that was sent, never a sum', async t => {
  const { reply } = await read([chunk({ content: 'Yes' }, null, usage(10, 1)), chunk({ content: '.' }, null, usage(10, 2)), chunk({}, 'stop', { usage: null }), event({ choices: [], ...usage(10, 4) }), event('[DONE]')])
  t.strictSame(reply?.usage, USED)
  const early = await read([chunk({ content: 'Yes.' }, null, usage(10, 4)), chunk({}, 'stop', { usage: null }), event('[DONE]')])
  t.strictSame(early.reply?.usage, USED, 'a later chunk without one takes nothing back')
  const without = await read([chunk({ content: 'Yes.' }), chunk({}, 'stop'), event('[DONE]')])
  t.equal(without.reply?.usage, undefined)
})

t.test('what is cut off counts as the model says', async t => {
  t.match(await read([chunk({ content: 'Yes, bu' }), chunk({}, 'length'), event('[DONE]')]), { reply: { text: 'Yes, bu', finish: 'length' } })
  failed(t, await read([chunk({}, 'length'), event('[DONE]')]), { reason: 'truncated' })
  failed(t, await read([chunk({ content: 'A half' }), chunk({}, 'content_filter'), END[1]!, END[2]!]), { reason: 'content_filter', usage: USED })
  failed(t, await read([chunk({ refusal: 'I can’t ' }), chunk({ refusal: 'help.' }), ...END]), { reason: 'content_filter', usage: USED })
})

t.test('half a reply is never a whole one', async t => {
  const half = [chunk({ content: 'That ' }), chunk({ content: 'weighs' })]
  const facts = { begun: true, sent: true, model: 'a-model' }
  failed(t, await read(half), { reason: 'upstream_error', ...facts }, 'a stream that ends')
  failed(t, await read([...half, event('[DONE]')]), { reason: 'upstream_error', ...facts }, 'an end-marker without an end')
  failed(t, await read([...half, Object.assign(new Error(), { code: 'ECONNRESET' })]), { reason: 'upstream_error', code: 'ECONNRESET', ...facts }, 'a reset')
  failed(t, await read([...half, END[0]!.slice(0, -20)]), { reason: 'upstream_error', ...facts }, 'an end that is cut off')
  failed(t, await read([]), { reason: 'upstream_error', begun: true, model: 'asked' }, 'nothing at all')
})

t.test('a stream that is none is invalid, also after good words', async t => {
  const good = chunk({ content: 'That ' })
  for (const bad of [event('{"choices": [{"del'), event('7'), event('null'), event('"text"'), event('<html>'), 'data\n\n']) {
    failed(t, await read([good, bad, ...END]), { reason: 'invalid_output', begun: true }, bad.trim())
  }
  failed(t, await read([chunk({ content: 'word '.repeat(10_000) }), ...END]), { reason: 'invalid_output' }, 'more words than any reply has')
  failed(t, await read([good, ...Array.from({ length: 9 }, () => `:${'x'.repeat(1_000_000)}\n`), ...END]), { reason: 'invalid_output' }, 'comments without end')
  failed(t, await read([good, chunk({ content: ' ' }), event({ model: 'a-model', choices: [{ index: 0, delta: {}, finish_reason: 'tool_calls' }] }), event('[DONE]')]), { reason: 'invalid_output' }, 'an end of another kind')
})

t.test('shapes of other servers do no harm', async t => {
  const { reply, pieces } = await read([event({ choices: [], prompt_filter_results: [] }), event({}), chunk(null), chunk({ content: null }), chunk({ content: ['x'] }), chunk({ content: 'Yes.' }), ...END])
  t.equal(reply?.text, 'Yes.')
  t.strictSame(pieces, ['Yes.'])
})

t.test('an error in the stream is what it says', async t => {
  const error = (facts: object) => event({ error: { message: 'Your words: we argue', ...facts } })
  failed(t, await read([chunk({ content: 'That ' }), error({ type: 'server_error', code: null })]), { reason: 'upstream_error', code: 'server_error', begun: true })
  const quota = await read([error({ type: 'insufficient_quota', code: 'insufficient_quota' })])
  failed(t, quota, { reason: 'quota_exhausted', begun: true })
  t.notMatch(JSON.stringify([quota.error, quota.error?.message, quota.error?.cause]), /argue/, 'nobody’s words in it')
})

t.test('a whole reply stays one when only its usage is lost', async t => {
  const words = [chunk({ content: 'Yes.' }), chunk({}, 'stop')]
  for (const end of [[], [new Error('reset')], [event('not JSON')], [event('[DONE]'), event('not JSON')]]) {
    t.match(await read([...words, ...end]), { reply: { text: 'Yes.', finish: 'stop', usage: undefined } })
  }
  const silent = AbortSignal.abort(new DOMException('', 'TimeoutError'))
  t.match(await read(words, { signal: silent }), { reply: { text: 'Yes.' } }, 'silence after the end')
})

t.test('an abort that ends the stream without an error is seen', async t => {
  const control = new AbortController()
  const leaving = await read([chunk({ content: 'That ' }), chunk({ content: 'weighs' })], { signal: control.signal, onText: () => { control.abort(callerLeft()) } })
  failed(t, leaving, { reason: 'aborted', begun: true })
  failed(t, await read([chunk({ content: 'That ' })], { signal: AbortSignal.abort(new DOMException('', 'TimeoutError')) }), { reason: 'timeout' })
  const late = await read([chunk({ content: 'Yes.' }), ...END], { signal: AbortSignal.abort(callerLeft()) })
  failed(t, late, { reason: 'aborted', usage: USED }, 'who has left takes no reply, and what it cost is known')
})

t.test('how the bytes are cut changes neither the pieces nor the reply', async t => {
  const bytes = new TextEncoder().encode([chunk({ content: '“Ich höre dich” – ' }), ': ping\r\n\r\n', chunk({ content: '💛 你好' }).replaceAll('\n', '\r\n'), ...END].join(''))
  const whole = await read([bytes])
  t.equal(whole.reply?.text, '“Ich höre dich” – 💛 你好')
  await fc.assert(fc.asyncProperty(fc.array(fc.nat(bytes.length)), async cuts => {
    const at = [0, ...cuts.sort((a, b) => a - b), bytes.length]
    t.strictSame(await read(at.slice(1).map((end, index) => bytes.subarray(at[index], end))), whole)
  }))
})
