/**
 * The model calls of one turn: each runs under the turn's signal, none rejects, and every one that was sent is on record,
 * also when it failed or when nobody waited for it any more.
 */
import { boundSignal, followed, type Bounds } from './leg-signal.ts'
import { MODERATION_MODEL, abortReason } from './openai-wire.ts'
import { LlmError, type Attempt, type ChatClient, type ChatMessage, type ChatReply, type ChatRequest, type ChatUsage, type Leg, type LlmFailure, type Moderation } from './model-client.ts'

/** `cancelled`: the turn needed it no longer. */
export type LegOutcome = 'ok' | 'cancelled' | LlmFailure

/** What the ledger prices: facts, no words. */
export interface LegRecord {
  readonly leg: Leg
  /** The model that answered, else the one that was asked. */
  readonly model: string
  readonly outcome: LegOutcome
  /** Whole milliseconds from asking to the end of waiting. */
  readonly durationMs: number
  /** Whether it may have reached the model; then it is billed, by `usage` or by an estimate. */
  readonly sent: boolean
  readonly usage?: ChatUsage
  /** What was asked, where a call was sent and no usage came back: the most that it can have cost. */
  readonly asked?: { readonly inputTokens: number, readonly maxTokens: number }
}

export type LegResult<T> = { readonly ok: true, readonly value: T } | { readonly ok: false, readonly reason: LlmFailure }

/** Makes something of a reply, or says why it is of no use. */
export type Reader<T> = (reply: ChatReply) => LegResult<T>

export interface Legs {
  /** @param limitMs a tighter limit than the turn's own, until it is met. */
  complete<T> (request: ChatRequest, read: Reader<T>, limitMs?: number, isMet?: () => boolean): Promise<LegResult<T>>
  moderate (text: string, limitMs?: number): Promise<LegResult<Moderation>>
  /** Ends whatever is still in flight and lets nothing new start. */
  cancel (): void
  /** Why the turn's own signal ended it; undefined while it has not. */
  interrupted (): 'aborted' | 'timeout' | undefined
  /** The calls so far; one still in flight counts as cancelled. */
  records (): readonly LegRecord[]
}

interface Entry { leg: Leg, model: string, request?: ChatRequest, startedAt: number, endedAt?: number, outcome: LegOutcome, sent?: boolean, usage?: ChatUsage, attempts?: readonly Attempt[] }

/** What every answer of a model tells. */
interface Answered { readonly model: string, readonly usage?: ChatUsage, readonly attempts?: readonly Attempt[] }
interface Asked { readonly leg: Leg, readonly model: string, readonly request?: ChatRequest, readonly bounds: Bounds }

export interface LegPorts {
  readonly chat: ChatClient
  now (): number
  /** Exact tokens of a message for a model. */
  countTokens (model: string, message: ChatMessage): number
}

export function openLegs ({ chat, now, countTokens }: LegPorts, signal: AbortSignal): Legs {
  const stop = new AbortController()
  const turn = AbortSignal.any([signal, stop.signal])
  const entries: Entry[] = []
  const interrupted = () => signal.aborted ? abortReason(signal) : undefined

  async function run<R extends Answered, T> (asked: Asked, call: (signal: AbortSignal) => Promise<R>, read: (reply: R) => LegResult<T>): Promise<LegResult<T>> {
    if (turn.aborted) return { ok: false, reason: interrupted() ?? 'aborted' }
    const { leg, model, request, bounds } = asked
    const entry: Entry = { leg, model, request, startedAt: now(), outcome: 'cancelled' }
    entries.push(entry)
    const bound = boundSignal(turn, bounds)
    try {
      const reply = await call(bound.signal)
      const result = read(reply)
      Object.assign(entry, { model: reply.model, usage: reply.usage, attempts: reply.attempts, outcome: result.ok ? 'ok' : result.reason })
      return result
    } catch (error) {
      const failure = error instanceof LlmError ? error : new LlmError('upstream_error', { cause: error })
      // A server that ends a call by itself has failed: nobody left.
      const reason = failure.reason === 'aborted' && !turn.aborted ? 'upstream_error' : failure.reason
      const outcome = stop.signal.aborted && !signal.aborted ? 'cancelled' : reason
      Object.assign(entry, { model: failure.model ?? model, usage: failure.usage, attempts: failure.attempts, sent: failure.sent, outcome })
      return { ok: false, reason }
    } finally {
      entry.endedAt = now()
      bound.release()
    }
  }

  return {
    complete: async (asked, read, limitMs, isMet) => {
      const { leg, model } = asked
      const { request, isNearlyDone } = followed(asked, written => countTokens(model, { role: 'assistant', content: written }))
      return run({ leg, model, request, bounds: { limitMs, isMet, isNearlyDone } }, async signal => chat.complete(request, signal), read)
    },
    moderate: async (text, limitMs) => run(
      { leg: 'moderate', model: MODERATION_MODEL, bounds: { limitMs } }, async signal => chat.moderate(text, signal), value => ({ ok: true, value })),
    // As an AbortError, which a client tells from a deadline: a call that nobody waits for is no fault of the server.
    cancel: () => { stop.abort() },
    interrupted,
    records: () => entries.flatMap(entry => recordsOf(entry, now(), countTokens))
  }
}

type Tried = Omit<LegRecord, 'leg' | 'asked'>

/** A call with what was tried before it, oldest first. */
function recordsOf (entry: Entry, nowMs: number, countTokens: LegPorts['countTokens']): LegRecord[] {
  const { leg, model, request, outcome, startedAt, endedAt = nowMs, sent = true, usage, attempts = [] } = entry
  const triedMs = attempts.reduce((sum, { durationMs }) => sum + durationMs, 0)
  const tried: readonly Tried[] = [...attempts, { model, outcome, sent, usage, durationMs: Math.max(0, Math.round(endedAt - startedAt) - triedMs) }]
  return tried.map(({ model, outcome, durationMs, sent, usage }) => ({
    leg, model, outcome, durationMs, sent,
    ...(usage ? { usage } : {}),
    ...(sent && !usage && request ? { asked: { inputTokens: promptTokens(request, countTokens), maxTokens: request.maxTokens } } : {})
  }))
}

/** Roles and separators that a chat format adds to each message, at most (OpenAI cookbook, "How to count tokens": 3, and 1 for a name). */
const MESSAGE_TOKENS = 5

/** Tokens of a request's messages, with what the chat format adds. */
export function promptTokens ({ model, messages }: Pick<ChatRequest, 'model' | 'messages'>, countTokens: LegPorts['countTokens']): number {
  return messages.reduce((sum, message) => sum + countTokens(model, message) + MESSAGE_TOKENS, 0)
}
