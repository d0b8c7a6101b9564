/** What goes to and comes from a server that speaks OpenAI's chat.completions, and what its refusals mean. */
import type { ModelTable, WireParameters } from '../model-table.ts'
import { callerLeft } from '../turn.ts'
import {
  LlmError, MODERATION_CATEGORIES,
  type ChatMessage, type ChatReply, type ChatRequest, type ChatUsage, type LlmFacts, type LlmFailure, type Moderation
} from './model-client.ts'

export const MODERATION_MODEL = 'omni-moderation-latest'

/** More text than any configured `max_tokens` can mean; nothing after this reads it. */
export const MAX_REPLY_CHARACTERS = 32_768

export interface ChatBody extends WireParameters {
  model: string
  messages: ChatMessage[]
  store: false
  response_format?: { type: 'json_schema', json_schema: { name: string, strict: true, schema: Record<string, unknown> } }
}

/** The body for one model's habits, as the table knows them. Nobody's id goes along, and the provider is asked to keep nothing. */
export function chatBody ({ model, messages, maxTokens, temperature, schema }: ChatRequest, table: ModelTable): ChatBody {
  return {
    model,
    messages: messages.map(({ role, content }) => ({ role, content })),
    ...table.requestParameters(model, { maxTokens, temperature }),
    store: false,
    ...(schema ? { response_format: { type: 'json_schema', json_schema: { name: schema.name, strict: true, schema: { ...schema.schema } } } } : {})
  }
}

/**
 * The reply in a response of whatever shape.
 * @param asked the model that was asked, for a server that does not name the one that answered.
 * @throws {LlmError} `invalid_output`, `content_filter` or `truncated` (cut off before the first word), with the usage that was billed.
 */
export function chatReply (response: unknown, asked: string): ChatReply {
  const { choices, model, usage } = fields(response)
  const billed = { model: text(model) || asked, usage: usageOf(usage) }
  const choice = fields(Array.isArray(choices) ? choices[0] : undefined)
  const { content, refusal } = fields(choice.message)
  const finish = choice.finish_reason
  if (finish === 'content_filter' || text(refusal)) throw new LlmError('content_filter', billed)
  const written = text(content)
  if (finish === 'length' && written.trim() === '') throw new LlmError('truncated', billed)
  if ((finish !== 'stop' && finish !== 'length') || written.trim() === '' || written.length > MAX_REPLY_CHARACTERS) throw new LlmError('invalid_output', billed)
  return { text: written, finish, ...billed }
}

/** Undefined when the server sent none, or numbers that can't be. */
export function usageOf (usage: unknown): ChatUsage | undefined {
  const { prompt_tokens: input, completion_tokens: output, prompt_tokens_details: details } = fields(usage)
  if (!isCount(input) || !isCount(output)) return undefined
  const { cached_tokens: cached, cache_write_tokens: written } = fields(details)
  return {
    inputTokens: input,
    cachedInputTokens: isCount(cached) ? Math.min(cached, input) : 0,
    ...(isCount(written) ? { cacheWriteTokens: Math.min(written, input) } : {}),
    outputTokens: output
  }
}

/** What the moderation model flagged; a category it flags without a score counts in full. @throws {LlmError} `invalid_output`. */
export function moderationOf (response: unknown): Moderation {
  const { results, model } = fields(response)
  const result = fields(Array.isArray(results) ? results[0] : undefined)
  if (typeof result.categories !== 'object' || result.categories === null) throw new LlmError('invalid_output')
  const categories = fields(result.categories)
  const scores = fields(result.category_scores)
  const flagged = MODERATION_CATEGORIES.filter(category => categories[category] === true).map(category => [category, share(scores[category])])
  return { model: text(model) || MODERATION_MODEL, flagged: Object.fromEntries(flagged) }
}

/**
 * Why a call failed, from whatever the SDK threw: a status, a connection's code, or a body that is not JSON.
 * @param nowMs epoch milliseconds, for a `retry-after` that is a date.
 */
export function failureOf (error: unknown, signal: AbortSignal, nowMs: number): LlmError {
  if (error instanceof LlmError) return error
  if (signal.aborted) return new LlmError(abortReason(signal))
  if (error instanceof SyntaxError) return new LlmError('invalid_output')
  const { status, code, type, cause, headers } = fields(error)
  if (cause instanceof LlmError) return cause
  if (typeof status !== 'number') return connectionFailure(cause ?? error)
  const known = shortCodes(code, type)
  const waitMs = headers instanceof Headers ? retryAfterMs(headers, nowMs) : undefined
  return new LlmError(statusReason(status, known), { status, code: known[0], retryAfterMs: waitMs, sent: mayHaveWorked(status) })
}

/** What an error says that comes in the middle of a stream. */
export function streamFailure (error: unknown): LlmError {
  const { code, type } = fields(error)
  const known = shortCodes(code, type)
  return new LlmError(reasonOf(known) ?? 'upstream_error', { code: known[0] })
}

/** A request that is refused costs nothing; a server that breaks down, or a gateway that waits no longer, may have let a model work. */
const mayHaveWorked = (status: number) => status >= 500 || status === 408

/** The reason for a call that its signal ended: the deadline, unless the caller left or the turn needs the call no longer. */
export function abortReason (signal: AbortSignal): 'aborted' | 'timeout' {
  return ABANDONED.has(fields(signal.reason).name) ? 'aborted' : 'timeout'
}

const ABANDONED: ReadonlySet<unknown> = new Set([callerLeft().name, 'AbortError'])

function connectionFailure (cause: unknown): LlmError {
  const { code, name } = fields(cause)
  const facts: LlmFacts = { code: shortCode(code), sent: !NEVER_CONNECTED.has(String(code)) }
  return new LlmError(name === 'AbortError' || /TIMEOUT|TIMEDOUT/.test(facts.code ?? '') ? 'timeout' : 'upstream_error', facts)
}

const NEVER_CONNECTED: ReadonlySet<string> = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'UND_ERR_CONNECT_TIMEOUT'])

/** Codes that say more than the status under which they come. */
const REASON_BY_CODE: ReadonlyMap<string, LlmFailure> = new Map([
  ['insufficient_quota', 'quota_exhausted'],
  ['billing_hard_limit_reached', 'quota_exhausted'],
  ['billing_not_active', 'quota_exhausted'],
  ['content_filter', 'content_filter'],
  ['content_policy_violation', 'content_filter'],
  ['model_not_found', 'model_gone'],
  ['invalid_api_key', 'auth']
])

/** The reason behind a refusal. @param codes the short codes of its body, the most telling first. */
export function statusReason (status: number, codes: readonly string[] = []): LlmFailure {
  const told = reasonOf(codes)
  if (told && status < 500) return told
  switch (status) {
    case 401: case 403: return 'auth'
    case 404: return 'model_gone'
    case 429: return 'rate_limited'
    case 408: case 409: return 'upstream_error'
    default: return status >= 400 && status < 500 ? 'bad_request' : 'upstream_error'
  }
}

const reasonOf = (codes: readonly string[]) => codes.map(code => REASON_BY_CODE.get(code)).find(reason => reason !== undefined)

/** How long the server asked to wait, in milliseconds and not negative; undefined when it did not say. */
export function retryAfterMs (headers: Pick<Headers, 'get'>, nowMs: number): number | undefined {
  const [exact, general] = [headers.get('retry-after-ms'), headers.get('retry-after')]
  const waitMs = exact ? Number(exact) : general ? secondsOrDate(general, nowMs) : NaN
  return Number.isFinite(waitMs) ? Math.max(0, waitMs) : undefined
}

function secondsOrDate (value: string, nowMs: number): number {
  const seconds = Number(value)
  return Number.isNaN(seconds) ? Date.parse(value) - nowMs : seconds * 1000
}

export const fields = (value: unknown): Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null ? value as Record<string, unknown> : {}
export const text = (value: unknown): string => typeof value === 'string' ? value : ''
const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0
const share = (value: unknown): number => typeof value === 'number' && value >= 0 && value <= 1 ? value : 1
/** A server's code is free text: kept only where it looks like one, so that it may stand in a log. */
const shortCode = (value: unknown): string | undefined => typeof value === 'string' && /^[\w.-]{1,64}$/.test(value) ? value : undefined
const shortCodes = (...values: readonly unknown[]): string[] => values.map(shortCode).filter(code => code !== undefined)
