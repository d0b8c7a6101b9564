import { setTimeout as sleep } from 'node:timers/promises'
import { abortReason } from '../../services/v2/openai-wire.ts'
import { LlmError, type ChatClient, type ChatRequest, type Leg, type LlmFailure, type Moderation } from '../../services/v2/model-client.ts'
import { inPieces } from '../../services/v2/upstream/pieces.ts'
import { USAGE } from './chat-client.ts'

/** What a model says, in order: words, and silences in milliseconds. */
export interface Speech {
  readonly says: ReadonlyArray<string | number>
  /** How it ends: properly unless told. `hangs` never does; `usage` comes a while after the end of the words. */
  readonly finish?: 'stop' | 'length'
  readonly fails?: LlmFailure
  readonly hangs?: boolean
  readonly usageAfterMs?: number
}

export interface Speeches {
  readonly respond?: Speech
  readonly repair?: Speech
  readonly understand?: Speech
  readonly moderate?: { readonly flagged?: Moderation['flagged'], readonly afterMs?: number, readonly fails?: LlmFailure }
}

export interface SpokenCall { readonly leg: Leg, readonly request?: ChatRequest, readonly startedAt: number, endedAt?: number, outcome?: 'ok' | LlmFailure }
export interface SpeakingChat extends ChatClient { readonly calls: readonly SpokenCall[] }

/** A model that speaks word by word, as a stream does, and stops when nobody listens. */
export function createSpeakingChat (speeches: Speeches): SpeakingChat {
  const calls: SpokenCall[] = []

  async function tracked<T> (call: SpokenCall, work: () => Promise<T>): Promise<T> {
    calls.push(call)
    try {
      const result = await work()
      call.outcome = 'ok'
      return result
    } catch (error) {
      call.outcome = error instanceof LlmError ? error.reason : 'upstream_error'
      throw error
    } finally {
      call.endedAt = performance.now()
    }
  }

  const client: ChatClient = {
    kind: 'openai',
    complete: async (request, signal) => tracked({ leg: request.leg, request, startedAt: performance.now() }, async () => speak(request, signal, speeches[request.leg as 'respond'] ?? { says: [''] })),
    moderate: async (_text, signal) => tracked({ leg: 'moderate', startedAt: performance.now() }, async () => {
      const { flagged = {}, afterMs = 0, fails } = speeches.moderate ?? {}
      await silence(afterMs, signal)
      if (fails) throw new LlmError(fails)
      return { model: 'omni-moderation-latest', flagged }
    })
  }
  return { ...inPieces(client, () => performance.now()), calls }
}

async function speak ({ stream, model }: ChatRequest, signal: AbortSignal, { says, finish = 'stop', fails, hangs, usageAfterMs = 0 }: Speech) {
  let text = ''
  for (const part of says) {
    if (typeof part === 'number') await silence(part, signal)
    else {
      text += part
      stream?.onText(part)
    }
  }
  if (hangs) await silence(30_000, signal)
  if (fails) throw new LlmError(fails, { begun: text !== '' })
  stream?.onFinish?.()
  await silence(usageAfterMs, signal)
  return { text, finish, model: `${model}-2026-10-01`, usage: USAGE }
}

async function silence (ms: number, signal: AbortSignal): Promise<void> {
  if (signal.aborted) throw new LlmError(abortReason(signal))
  if (ms > 0) await sleep(ms, undefined, { signal }).catch(() => { throw new LlmError(abortReason(signal)) })
}
