/** A chat client that is careful with the server behind it: bounded, spared while it is down, asked again seldom. */
import { LlmError, type ChatClient, type Leg, type LlmFailure } from '../model-client.ts'
import { MODERATION_MODEL } from '../openai-wire.ts'
import { createBreaker, type Breaker, type BreakerSettings, type Probes } from './breaker.ts'
import { createBulkhead, type BulkheadLimits } from './bulkhead.ts'
import { createRateLimits, type RateLimits } from './rate-limit.ts'
import { createRetryBudget, withRetry, type RetryReason } from './retry.ts'
import { watchStream } from './stream-watch.ts'

export const CALL_KINDS = ['chat', 'moderation'] as const
export type CallKind = typeof CALL_KINDS[number]

export interface UpstreamOptions {
  readonly limits: BulkheadLimits
  readonly breaker: BreakerSettings
  /** How processes agree on who tries again, for each kind by itself. */
  readonly probes?: (kind: CallKind) => Probes
  /** Milliseconds of a clock that never goes back: `performance.now()`, as requests' deadlines are. */
  readonly now: () => number
  readonly random: () => number
  readonly onRetry: (reason: RetryReason) => void
  /** A call that was answered here instead of being sent. */
  readonly onHeldBack: (leg: Leg, model: string, reason: LlmFailure) => void
}

export interface Upstream extends ChatClient {
  readonly breakers: Readonly<Record<CallKind, Breaker>>
  readonly rateLimits: Readonly<Record<CallKind, RateLimits>>
  waiting (kind: CallKind): number
}

interface Call { readonly kind: CallKind, readonly leg: Leg, readonly model: string, readonly signal: AbortSignal }

/** @param client sends one request a call; `rateLimits` are to be told the headers of its answers. */
export function createUpstream (createClient: (rateLimits: Upstream['rateLimits']) => ChatClient, options: UpstreamOptions): Upstream {
  const { limits, breaker: settings, probes, now, random, onRetry, onHeldBack } = options
  const breakerOf = (kind: CallKind) => createBreaker({ ...settings, probes: probes?.(kind) })
  const breakers = { chat: breakerOf('chat'), moderation: breakerOf('moderation') }
  const rateLimits = { chat: createRateLimits(now), moderation: createRateLimits(now) }
  const bulkhead = createBulkhead<CallKind>(limits)
  const budget = createRetryBudget()
  const client = createClient(rateLimits)

  const refuse = ({ kind, model }: Call) => {
    if (breakers[kind].spares()) throw new LlmError('breaker_open')
    const waitMs = rateLimits[kind].waitMs(model)
    if (waitMs > 0) throw new LlmError('rate_limited', { retryAfterMs: Math.ceil(waitMs), sent: false })
  }

  const note = ({ kind, leg, model }: Call, { reason, retryAfterMs }: LlmError, isHeldBack: boolean) => {
    if (isHeldBack) onHeldBack(leg, model, reason)
    else if (reason === 'rate_limited' && retryAfterMs !== undefined) rateLimits[kind].holdBack(model, retryAfterMs)
  }

  async function send<T> (call: Call, request: () => Promise<T>): Promise<T> {
    let isHeldBack = true
    try {
      refuse(call)
      return await bulkhead.run(call.kind, call.signal, async () => {
        // Much may have happened while it waited.
        refuse(call)
        return breakers[call.kind].run(async () => {
          isHeldBack = false
          return request()
        })
      })
    } catch (error) {
      if (error instanceof LlmError) note(call, error, isHeldBack)
      throw error
    }
  }

  return {
    kind: client.kind,
    breakers,
    rateLimits,
    waiting: bulkhead.waiting,
    async complete (request, signal) {
      const watched = watchStream(request, signal, now)
      const call: Call = { kind: 'chat', leg: request.leg, model: request.model, signal: watched.signal }
      const dueAt = Math.min(request.deadlineAt ?? Infinity, watched.wordsDueAt)
      const ports = { budget, now, random, onRetry, canSend: () => breakers.chat.state() === 'closed' }
      try {
        return await withRetry({ request, signal: watched.signal, dueAt }, ports, async () => send(call, async () => client.complete(watched.request, watched.signal)))
      } finally {
        watched.release()
      }
    },
    moderate: async (text, signal) => send({ kind: 'moderation', leg: 'moderate', model: MODERATION_MODEL, signal }, async () => client.moderate(text, signal))
  }
}
