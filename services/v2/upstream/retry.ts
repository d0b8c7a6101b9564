/** When a failed call is tried again: seldom, once, and only where that can still help. */
import { setTimeout as sleep } from 'node:timers/promises'
import { LlmError, type Attempt, type ChatReply, type ChatRequest, type Leg, type LlmFailure } from '../model-client.ts'
import { abortReason } from '../openai-wire.ts'

/** Retries of all calls of the process together, as a share of the calls that might be retried. */
export interface RetryBudget {
  earn (): void
  /** Whether one may be spent; spends it. */
  spend (): boolean
}

const CALLS_PER_RETRY = 10
/** What good times leave for bad ones, at the most. */
const MOST_SAVED_CALLS = 100

export function createRetryBudget (): RetryBudget {
  let savedCalls = 0
  return {
    earn () { savedCalls = Math.min(MOST_SAVED_CALLS, savedCalls + 1) },
    spend () {
      if (savedCalls < CALLS_PER_RETRY) return false
      savedCalls -= CALLS_PER_RETRY
      return true
    }
  }
}

export const RETRY_REASONS = ['upstream_error', 'timeout', 'rate_limited'] as const satisfies readonly LlmFailure[]
export type RetryReason = typeof RETRY_REASONS[number]

/** Understanding has a classifier to fall back on, and moderation the local rules. */
const RETRIED_LEGS: ReadonlySet<Leg> = new Set(['respond', 'repair'])

const BACKOFF_MS = 200
const JITTER_MS = 100
/** A reply that has less time than this is not worth asking for. */
const LEAST_ATTEMPT_MS = 500
/** Where no deadline is known. */
const LONGEST_WAIT_MS = 5000

/**
 * How long to wait before a failed call is tried again, with full jitter; undefined when it is not.
 * @param leftMs until the reply is due.
 * @param random in [0, 1).
 */
export function retryWaitMs (failure: LlmError, leftMs: number, random: number): number | undefined {
  const waitMs = baseWaitMs(failure, random)
  return waitMs !== undefined && waitMs <= LONGEST_WAIT_MS && waitMs + LEAST_ATTEMPT_MS <= leftMs ? waitMs : undefined
}

function baseWaitMs ({ reason, status, code, begun, retryAfterMs }: LlmError, random: number): number | undefined {
  if (begun) return undefined
  // Without a status it was held back here.
  if (reason === 'rate_limited') return retryAfterMs === undefined || status === undefined ? undefined : retryAfterMs + random * JITTER_MS
  // A timeout with a code is the connection's own, not the caller's.
  const isTransient = reason === 'upstream_error' || (reason === 'timeout' && code !== undefined)
  return isTransient ? Math.max(retryAfterMs ?? 0, random * BACKOFF_MS) : undefined
}

export interface RetryPorts {
  readonly budget: RetryBudget
  readonly now: () => number
  readonly random: () => number
  /** Whether a retry would be sent at all. */
  readonly canSend: () => boolean
  readonly onRetry: (reason: RetryReason) => void
}

/**
 * Runs a chat call, and again after a fault that may have passed while the turn has a retry and the time for it.
 * @param dueAt when the reply's beginning is due, on the clock of `now`.
 */
export async function withRetry (
  { request, signal, dueAt }: { request: ChatRequest, signal: AbortSignal, dueAt: number }, ports: RetryPorts, call: () => Promise<ChatReply>
): Promise<ChatReply> {
  const { leg, model, retries = { left: 0 } } = request
  const isRetried = RETRIED_LEGS.has(leg)
  if (isRetried) ports.budget.earn()
  const attempts: Attempt[] = []
  for (;;) {
    const startedAt = ports.now()
    try {
      const reply = await call()
      return attempts.length > 0 ? { ...reply, attempts } : reply
    } catch (error) {
      if (!(error instanceof LlmError)) throw error
      const waitMs = isRetried && retries.left > 0 && !signal.aborted ? retryWaitMs(error, dueAt - ports.now(), ports.random()) : undefined
      if (waitMs === undefined || !ports.canSend() || !ports.budget.spend()) throw attempts.length > 0 ? error.with({ attempts }) : error
      retries.left--
      attempts.push({ outcome: error.reason, model: error.model ?? model, durationMs: Math.round(ports.now() - startedAt), sent: error.sent, usage: error.usage })
      ports.onRetry(error.reason as RetryReason)
      await pause(waitMs, signal, attempts)
    }
  }
}

async function pause (waitMs: number, signal: AbortSignal, attempts: readonly Attempt[]): Promise<void> {
  await sleep(waitMs, undefined, { signal }).catch(() => { throw new LlmError(abortReason(signal), { sent: false, attempts }) })
}
