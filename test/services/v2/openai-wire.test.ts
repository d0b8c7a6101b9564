import fc from 'fast-check'
import t from 'tap'
import { embeddedTable as table } from '../../../services/model-table.ts'
import { callerLeft } from '../../../services/turn.ts'
import type { Reading } from '../../../services/understanding/reading.ts'
import { LLM_FAILURES, LlmError, MODERATION_CATEGORIES, type ChatRequest } from '../../../services/v2/model-client.ts'
import { abortReason, chatBody, chatReply, failureOf, moderationOf, retryAfterMs, statusReason } from '../../../services/v2/openai-wire.ts'

const REQUEST: ChatRequest = { leg: 'respond', model: 'gpt-6.1-terra', messages: [{ role: 'user', content: 'Hello' }], maxTokens: 150, temperature: 0.7 }
const READING: Reading = {
  emotions: { confusion: 0, sadness: 0.7, anxiety: 0, frustration: 0, hope: 0, emotional_distance: 0, overwhelm: 0 },
  intents: { greeting_testing: 0, venting: 0.8, reflection: 0, advice_seeking: 0, reassurance_seeking: 0, decision_making: 0, curiosity_learning: 0 },
  themes: ['conflict'], risk: 'none'
}
const NOW = Date.parse('2026-11-22T10:00:00Z')
const running = new AbortController().signal

const completion = (message: unknown, more: Record<string, unknown> = {}, finish: unknown = 'stop') => ({
  model: 'gpt-6.1-terra', choices: [{ message, finish_reason: finish }], usage: { prompt_tokens: 10, completion_tokens: 4 }, ...more
})
const words = (content: unknown) => completion({ content })

function thrown (act: () => unknown): LlmError {
  try {
    act()
  } catch (error) {
    if (error instanceof LlmError) return error
    throw error
  }
  throw new Error('nothing was thrown')
}

t.test('the body holds what the model needs and nothing of the turn', async t => {
  const message = { role: 'user', content: 'Hello', name: 'Jo' } as const
  const body = chatBody({ ...REQUEST, brief: { strategy: 'LOW', mode: 'LEARN', reading: READING, inCare: false }, messages: [message] }, table)
  t.strictSame(body, { model: 'gpt-6.1-terra', messages: [{ role: 'user', content: 'Hello' }], max_completion_tokens: 150, temperature: 0.7, reasoning_effort: 'none', store: false })
  t.strictSame(chatBody({ ...REQUEST, model: 'a-model-of-another-server' }, table), { model: 'a-model-of-another-server', messages: [{ role: 'user', content: 'Hello' }], max_tokens: 150, temperature: 0.7, store: false })
})

t.test('whatever a person writes stays in its own message', async t => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), content => {
    const sent = JSON.parse(JSON.stringify(chatBody({ ...REQUEST, messages: [{ role: 'system', content: 'ours' }, { role: 'user', content }] }, table))) as { messages: unknown }
    t.strictSame(sent.messages, [{ role: 'system', content: 'ours' }, { role: 'user', content }])
  }), { numRuns: 50 })
})

t.test('a reply as it should be', async t => {
  t.strictSame(chatReply(words('Yes.'), 'asked'), { text: 'Yes.', finish: 'stop', model: 'gpt-6.1-terra', usage: { inputTokens: 10, cachedInputTokens: 0, outputTokens: 4 } })
  t.match(chatReply(completion({ content: 'Yes, bu' }, {}, 'length'), 'asked'), { finish: 'length' })
  t.equal(chatReply({ ...words('Yes.'), model: undefined }, 'asked').model, 'asked')
})

t.test('usage is taken as far as it can be true', async t => {
  const usage = (said: unknown) => chatReply({ ...words('Yes.'), usage: said }, 'asked').usage
  t.strictSame(usage({ prompt_tokens: 2000, completion_tokens: 4, prompt_tokens_details: { cached_tokens: 1024, cache_write_tokens: 512 } }), { inputTokens: 2000, cachedInputTokens: 1024, cacheWriteTokens: 512, outputTokens: 4 })
  t.strictSame(usage({ prompt_tokens: 20, completion_tokens: 4, prompt_tokens_details: { cached_tokens: 1024 } }), { inputTokens: 20, cachedInputTokens: 20, outputTokens: 4 }, 'no more cached than sent')
  for (const said of [undefined, null, 'many', {}, { prompt_tokens: 1 }, { prompt_tokens: -1, completion_tokens: 1 }, { prompt_tokens: 1.5, completion_tokens: 1 }, { prompt_tokens: NaN, completion_tokens: 1 }]) {
    t.equal(usage(said), undefined, JSON.stringify(said))
  }
})

t.test('a reply of no use has its reason, and was billed', async t => {
  const rows = [
    [completion({ content: null, refusal: 'No.' }), 'content_filter'],
    [completion({ content: 'Half' }, {}, 'content_filter'), 'content_filter'],
    [completion({ content: '' }, {}, 'length'), 'truncated'],
    [completion({ content: ' \n' }), 'invalid_output'],
    [completion({ content: null }), 'invalid_output'],
    [completion({ content: [{ type: 'text', text: 'Yes.' }] }), 'invalid_output'],
    [completion({ content: 'Yes.' }, {}, 'tool_calls'), 'invalid_output'],
    [completion({ content: 'Yes.' }, {}, null), 'invalid_output'],
    [completion({ content: 'Yes. '.repeat(10_000) }), 'invalid_output'],
    [completion(undefined), 'invalid_output'],
    [completion({}, { choices: [] }), 'invalid_output']
  ] as const
  for (const [response, reason] of rows) {
    const error = thrown(() => chatReply(response, 'asked'))
    t.equal(error.reason, reason, JSON.stringify(response).slice(0, 80))
    t.strictSame(error.usage, { inputTokens: 10, cachedInputTokens: 0, outputTokens: 4 })
    t.equal(error.model, 'gpt-6.1-terra')
  }
  for (const response of [undefined, null, 'Yes.', 7, [], {}]) t.match(thrown(() => chatReply(response, 'asked')), { reason: 'invalid_output', model: 'asked' })
})

t.test('no response of whatever shape ends otherwise', async () => {
  const response = fc.oneof(fc.anything(), fc.record({ choices: fc.array(fc.record({ message: fc.anything(), finish_reason: fc.anything() })), usage: fc.anything(), model: fc.anything() }, { requiredKeys: [] }))
  fc.assert(fc.property(response, value => {
    try {
      const reply = chatReply(value, 'asked')
      return reply.text.trim() !== '' && ['stop', 'length'].includes(reply.finish) && reply.model !== ''
    } catch (error) {
      return error instanceof LlmError
    }
  }))
  fc.assert(fc.property(fc.oneof(fc.anything(), fc.record({ results: fc.array(fc.record({ categories: fc.anything(), category_scores: fc.anything() })) })), value => {
    try {
      return Object.values(moderationOf(value).flagged).every(score => score >= 0 && score <= 1)
    } catch (error) {
      return error instanceof LlmError
    }
  }))
})

t.test('moderation keeps the categories it knows', async t => {
  const result = (categories: Record<string, unknown>, scores: Record<string, unknown>) => ({ model: 'omni', results: [{ flagged: true, categories, category_scores: scores }] })
  const all = Object.fromEntries(MODERATION_CATEGORIES.map(category => [category, true]))
  t.strictSame(Object.keys(moderationOf(result(all, {})).flagged).sort(), [...MODERATION_CATEGORIES].sort())
  t.strictSame(moderationOf(result({ violence: true, hate: false, sexual: 'yes', unheard: true }, { violence: 0.8, hate: 0.9 })), { model: 'omni', flagged: { violence: 0.8 } })
  for (const score of [undefined, 'high', 7, NaN]) t.strictSame(moderationOf(result({ violence: true }, { violence: score })).flagged, { violence: 1 }, `flagged without a true score: ${String(score)}`)
  t.strictSame(moderationOf(result({}, {})).flagged, {})
})

t.test('status and code say why', async t => {
  const rows: ReadonlyArray<readonly [number, readonly string[], typeof LLM_FAILURES[number]]> = [
    [401, [], 'auth'], [403, [], 'auth'], [404, [], 'model_gone'], [400, [], 'bad_request'], [413, [], 'bad_request'], [422, [], 'bad_request'],
    [429, ['rate_limit_exceeded'], 'rate_limited'], [429, [], 'rate_limited'], [429, ['insufficient_quota'], 'quota_exhausted'], [429, ['odd', 'insufficient_quota'], 'quota_exhausted'],
    [400, ['billing_hard_limit_reached'], 'quota_exhausted'], [400, ['content_filter'], 'content_filter'], [400, ['content_policy_violation'], 'content_filter'],
    [400, ['model_not_found'], 'model_gone'], [400, ['invalid_api_key'], 'auth'], [400, ['constructor'], 'bad_request'],
    [408, [], 'upstream_error'], [409, [], 'upstream_error'], [500, [], 'upstream_error'], [503, ['content_filter'], 'upstream_error'], [529, [], 'upstream_error'], [301, [], 'upstream_error']
  ]
  for (const [status, codes, reason] of rows) t.equal(statusReason(status, codes), reason, `${status} ${codes.join(' ')}`)
})

t.test('every thing thrown becomes one kind of error', async t => {
  const failed = (error: unknown, signal = running) => failureOf(error, signal, NOW)
  const sdkError = (facts: object) => Object.assign(new Error('400 The message "we argue" is …'), facts)
  t.match(failed(sdkError({ status: 429, code: null, type: 'insufficient_quota', headers: new Headers({ 'retry-after': '7' }) })), { reason: 'quota_exhausted', status: 429, code: 'insufficient_quota', retryAfterMs: 7000 })
  t.match(failed(sdkError({ status: 400, code: 'Your words: we argue' })), { reason: 'bad_request', code: undefined }, 'a code that is no code is not kept')
  t.notMatch(String(failed(sdkError({ status: 400 })).stack), /argue/)
  t.match(failed(sdkError({ cause: Object.assign(new Error(), { code: 'ECONNRESET' }) })), { reason: 'upstream_error', code: 'ECONNRESET', status: undefined })
  t.match(failed(sdkError({ cause: Object.assign(new Error(), { code: 'UND_ERR_CONNECT_TIMEOUT' }) })), { reason: 'timeout' })
  t.match(failed(sdkError({ cause: new DOMException('', 'AbortError') })), { reason: 'timeout' }, 'the SDK’s own last resort')
  t.equal(failed(new SyntaxError('Unexpected token')).reason, 'invalid_output')
  const own = new LlmError('invalid_output')
  t.equal(failed(own), own)
  t.equal(failed(sdkError({ cause: own })), own)
  t.equal(failed(sdkError({ status: 500 }), AbortSignal.abort(callerLeft())).reason, 'aborted', 'once the signal has ended, that is why')
  fc.assert(fc.property(fc.anything(), value => LLM_FAILURES.includes(failed(value).reason)))
})

t.test('the signal says whether anybody waited', async t => {
  t.equal(abortReason(AbortSignal.abort(callerLeft())), 'aborted')
  t.equal(abortReason(AbortSignal.abort()), 'aborted')
  t.equal(abortReason(AbortSignal.any([AbortSignal.abort(new DOMException('', 'TimeoutError'))])), 'timeout')
  t.equal(abortReason(AbortSignal.abort('late')), 'timeout')
})

t.test('how long to wait, in each of its forms', async t => {
  const wait = (headers: Record<string, string>) => retryAfterMs(new Headers(headers), NOW)
  t.equal(wait({}), undefined)
  t.equal(wait({ 'retry-after': '2' }), 2000)
  t.equal(wait({ 'retry-after': '0.25' }), 250)
  t.equal(wait({ 'retry-after': '2', 'retry-after-ms': '120' }), 120)
  t.equal(wait({ 'retry-after': 'Sun, 22 Nov 2026 10:00:30 GMT' }), 30_000)
  t.equal(wait({ 'retry-after': 'Sun, 22 Nov 2026 09:00:00 GMT' }), 0, 'what is past is now')
  t.equal(wait({ 'retry-after': 'soon' }), undefined)
  t.equal(wait({ 'retry-after': 'Infinity' }), undefined)
})
