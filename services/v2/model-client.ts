/** The one door to a chat model: the OpenAI client and the offline model stand behind the same interface. */
import type { Mode, Reading, Strategy } from '../understanding/reading.ts'

export const LEGS = ['understand', 'respond', 'moderate', 'repair'] as const
export type Leg = typeof LEGS[number]

export interface ChatMessage { readonly role: 'system' | 'user' | 'assistant', readonly content: string }

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
  /** What was decided about the reply. Never sent anywhere: the offline model composes from it. */
  readonly brief?: { readonly strategy: Strategy, readonly mode: Mode, readonly reading: Reading, readonly inCare: boolean }
}

export interface ChatUsage { readonly inputTokens: number, readonly cachedInputTokens: number, readonly outputTokens: number }

export interface ChatReply {
  readonly text: string
  readonly finish: 'stop' | 'length'
  /** The model that answered, as the server names it. */
  readonly model: string
  readonly usage?: ChatUsage
}

/** Categories of OpenAI's moderation endpoint (omni-moderation-latest). */
export const MODERATION_CATEGORIES = [
  'harassment', 'harassment/threatening', 'hate', 'hate/threatening', 'illicit', 'illicit/violent', 'self-harm', 'self-harm/intent',
  'self-harm/instructions', 'sexual', 'sexual/minors', 'violence', 'violence/graphic'
] as const
export type ModerationCategory = typeof MODERATION_CATEGORIES[number]

export interface Moderation {
  readonly model: string
  /** The categories that the model flagged, with their scores in [0, 1]. */
  readonly flagged: Readonly<Partial<Record<ModerationCategory, number>>>
}

export interface ChatClient {
  readonly kind: 'openai' | 'offline'
  /** @throws {LlmError} and nothing else; an abort by `signal` is reason `timeout`, or `aborted` when its reason says the caller left. */
  complete (request: ChatRequest, signal: AbortSignal): Promise<ChatReply>
  /** What the moderation model says of a text. @throws {LlmError} as `complete` does. */
  moderate (text: string, signal: AbortSignal): Promise<Moderation>
}

/** Why a model call gave no usable reply (turn.md's reasons, plus `aborted` for a caller who left). */
export const LLM_FAILURES = [
  'timeout', 'upstream_error', 'rate_limited', 'quota_exhausted', 'auth', 'model_gone', 'bad_request', 'invalid_output',
  'content_filter', 'truncated', 'aborted', 'no_key'
] as const
export type LlmFailure = typeof LLM_FAILURES[number]

export class LlmError extends Error {
  readonly reason: LlmFailure
  readonly status: number | undefined
  constructor (reason: LlmFailure, options: { status?: number, cause?: unknown } = {}) {
    super(`model call failed: ${reason}`, { cause: options.cause })
    this.name = 'LlmError'
    this.reason = reason
    this.status = options.status
  }
}
