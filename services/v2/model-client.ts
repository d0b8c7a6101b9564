/** The one door to a chat model: the OpenAI client and the offline model stand behind the same interface. */
import type { ModerationCategory } from '../safety/moderation.ts'
import type { Mode, Reading, Strategy } from '../understanding/reading.ts'

export { MODERATION_CATEGORIES, type ModerationCategory } from '../safety/moderation.ts'

export const LEGS = ['understand', 'respond', 'moderate', 'repair'] as const
export type Leg = typeof LEGS[number]

export interface ChatMessage { readonly role: 'system' | 'user' | 'assistant', readonly content: string }

/** How a reply is wanted while it is being written. */
export interface ChatStream {
  /**
   * Gets each piece of the reply as it comes. It is not waited for: who passes the pieces on to a slow reader keeps them himself
   * (a reply has 32 KB at most). What it throws ends the call as `aborted`.
   */
  readonly onText: (text: string) => void
  /** The model has come to its end; only the usage may be missing. */
  readonly onFinish?: () => void
  /** From the call's beginning to the first piece, all waiting here included; then the call ends as `timeout`. */
  readonly firstTextMs: number
  /** The longest silence after a piece; then the call ends as `timeout`. */
  readonly idleMs: number
}

export interface ChatRequest {
  readonly leg: Leg
  /** A model of `services/models.json`. */
  readonly model: string
  readonly messages: readonly ChatMessage[]
  readonly maxTokens: number
  /** 0 to 2; sent only to models that take it. */
  readonly temperature: number
  /** Strict JSON schema of the reply; text when absent. */
  readonly schema?: { readonly name: string, readonly schema: Readonly<Record<string, unknown>> }
  /** Gets the reply piece by piece; the whole is returned all the same. */
  readonly stream?: ChatStream
  /** The retries that the turn has left, shared by its calls; a retry takes one. None when absent. */
  readonly retries?: { left: number }
  /** When the turn ends, in milliseconds of `performance.now()`: no retry is waited for beyond it. */
  readonly deadlineAt?: number
  /** What was decided about the reply. Never sent anywhere: the offline model composes from it. */
  readonly brief?: { readonly strategy: Strategy, readonly mode: Mode, readonly reading: Reading, readonly inCare: boolean }
}

export interface ChatUsage {
  /** All tokens of the prompt, the cached ones among them. */
  readonly inputTokens: number
  readonly cachedInputTokens: number
  /** Of the prompt's tokens, those newly written to the provider's cache, where it says so. */
  readonly cacheWriteTokens?: number
  readonly outputTokens: number
}

export interface ChatReply {
  readonly text: string
  readonly finish: 'stop' | 'length'
  /** The model that answered, as the server names it. */
  readonly model: string
  readonly usage?: ChatUsage
  /** What was tried before it and failed; `usage` does not contain theirs. */
  readonly attempts?: readonly Attempt[]
}

/** A request that went out, failed, and was followed by a retry. */
export interface Attempt {
  readonly outcome: LlmFailure
  /** The model that answered, else the one that was asked. */
  readonly model: string
  readonly durationMs: number
  /** Whether a model may have worked on it: then it is billed, by `usage` or by an estimate. */
  readonly sent: boolean
  readonly usage?: ChatUsage
}

export interface Moderation {
  readonly model: string
  /** The categories that the model flagged, with their scores in [0, 1]. */
  readonly flagged: Readonly<Partial<Record<ModerationCategory, number>>>
}

export interface ChatClient {
  /** `none`: no model can be asked, and every call fails as `no_key`. */
  readonly kind: 'openai' | 'offline' | 'none'
  /** @throws {LlmError} and nothing else; an abort by `signal` is reason `timeout`, or `aborted` when nobody waits for the reply any more. */
  complete (request: ChatRequest, signal: AbortSignal): Promise<ChatReply>
  /** What the moderation model says of a text. @throws {LlmError} as `complete` does. */
  moderate (text: string, signal: AbortSignal): Promise<Moderation>
}

/** Why a model call gave no usable reply (turn.md's reasons, plus `aborted` for a caller who left). */
export const LLM_FAILURES = [
  'timeout', 'upstream_error', 'rate_limited', 'quota_exhausted', 'auth', 'model_gone', 'bad_request', 'invalid_output',
  'content_filter', 'truncated', 'queue_full', 'breaker_open', 'aborted', 'no_key'
] as const
export type LlmFailure = typeof LLM_FAILURES[number]

const NEVER_SENT: ReadonlySet<LlmFailure> = new Set(['queue_full', 'breaker_open', 'no_key'])

/** What is known of a failed call. */
export interface LlmFacts {
  /** HTTP status, when the server answered. */
  readonly status?: number
  /** The server's or the connection's own short code, such as `insufficient_quota` or `ECONNRESET`. */
  readonly code?: string
  /** How long the server asked to be left alone. */
  readonly retryAfterMs?: number
  /** A reply that can't be used is billed all the same, at the price of the model that wrote it. */
  readonly usage?: ChatUsage
  readonly model?: string
  /** Whether a model may have worked on it; as its reason says when absent. */
  readonly sent?: boolean
  /** The answer had begun to come: to ask again would be to answer twice. */
  readonly begun?: boolean
  /** What was tried before the call that failed last; `usage` does not contain theirs. */
  readonly attempts?: readonly Attempt[]
  readonly cause?: unknown
}

export class LlmError extends Error {
  readonly reason: LlmFailure
  readonly status: number | undefined
  readonly code: string | undefined
  readonly retryAfterMs: number | undefined
  readonly usage: ChatUsage | undefined
  readonly model: string | undefined
  /** Whether a model may have worked on it: then it is billed, by `usage` or by an estimate. */
  readonly sent: boolean
  readonly begun: boolean
  readonly attempts: readonly Attempt[]
  constructor (reason: LlmFailure, facts: LlmFacts = {}) {
    super(`model call failed: ${reason}`, { cause: facts.cause })
    this.name = 'LlmError'
    this.reason = reason
    this.status = facts.status
    this.code = facts.code
    this.retryAfterMs = facts.retryAfterMs
    this.usage = facts.usage
    this.model = facts.model
    this.sent = facts.sent ?? !NEVER_SENT.has(reason)
    this.begun = facts.begun ?? false
    this.attempts = facts.attempts ?? []
  }

  /** The same failure with more known about it. */
  with (facts: LlmFacts): LlmError {
    return new LlmError(this.reason, { ...this, cause: this.cause, ...facts })
  }
}
