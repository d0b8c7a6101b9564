import { setTimeout as wait } from 'node:timers/promises'
import { abortReason } from '../../services/v2/openai-wire.ts'
import { LlmError, type ChatClient, type ChatReply, type ChatRequest, type ChatUsage, type Leg, type LlmFacts, type LlmFailure, type Moderation } from '../../services/v2/model-client.ts'

/** How the model behaves in one call. */
export interface Step {
  /** The reply's text. */
  readonly text?: string
  readonly finish?: ChatReply['finish']
  readonly usage?: ChatUsage
  /** What moderation flags. */
  readonly flagged?: Moderation['flagged']
  readonly fails?: LlmFailure
  /** What is known of that failure. */
  readonly facts?: LlmFacts
  /** Something that is no LlmError, as a defect of a client would throw. */
  readonly throws?: Error
  readonly afterMs?: number
  /** Answers only once a call of this leg is under way, or over. */
  readonly during?: Leg
  readonly after?: Leg
  /** Answers only when its signal ends it. */
  readonly hangs?: boolean
}

export interface Call {
  readonly leg: Leg
  /** Absent for moderation. */
  readonly request?: ChatRequest
  readonly text?: string
  readonly signal: AbortSignal
  /** Set once the call is over: `ok`, or the reason it failed for. */
  ended?: 'ok' | LlmFailure | 'defect'
}

/** A leg's behaviour: always the same, or one step a call (the last one stays). */
export type Script = Partial<Record<Leg, Step | readonly Step[]>>

export interface ScriptedChat extends ChatClient {
  readonly calls: readonly Call[]
  /** The requests of a leg, in order. */
  requests (leg: Leg): readonly ChatRequest[]
}

const HANGING_MS = 10_000
export const USAGE: ChatUsage = { inputTokens: 400, cachedInputTokens: 0, outputTokens: 40 }

/** A chat model that does as it is told, leg by leg, honours its signal and records who asked for what. */
export function createScriptedChat (script: Script): ScriptedChat {
  const calls: Call[] = []

  async function play<T> (call: Call, result: (step: Step) => T): Promise<T> {
    calls.push(call)
    const step = stepOf(script[call.leg], calls.filter(({ leg }) => leg === call.leg).length - 1)
    try {
      await untilDue(step, call.signal, calls)
      const made = perform(step, result)
      call.ended = 'ok'
      return made
    } catch (error) {
      call.ended = error instanceof LlmError ? error.reason : 'defect'
      throw error
    }
  }

  return {
    kind: 'openai',
    calls,
    requests: leg => calls.flatMap(call => call.leg === leg && call.request ? [call.request] : []),
    complete: async (request, signal) => play({ leg: request.leg, request, signal }, ({ text = '', finish = 'stop', usage = USAGE }) =>
      ({ text, finish, usage, model: `${request.model}-2026-10-01` })),
    moderate: async (text, signal) => play({ leg: 'moderate', text, signal }, ({ flagged = {} }) => ({ model: 'omni-moderation-2024-09-26', flagged }))
  }
}

function stepOf (steps: Step | readonly Step[] = {}, at: number): Step {
  return isList(steps) ? steps[Math.min(at, steps.length - 1)] ?? {} : steps
}

const isList = (steps: Step | readonly Step[]): steps is readonly Step[] => Array.isArray(steps)

async function untilDue ({ hangs, afterMs = 0, during, after }: Step, signal: AbortSignal, calls: readonly Call[]): Promise<void> {
  // The timer keeps the process alive, as an open socket would.
  const pause = async (ms: number) => { await wait(ms, undefined, { signal }).catch(() => { throw new LlmError(abortReason(signal)) }) }
  await pause(hangs ? HANGING_MS : afterMs)
  const isDue = () => (!during || calls.some(({ leg }) => leg === during)) && (!after || calls.some(({ leg, ended }) => leg === after && ended))
  while (!isDue()) await pause(1)
}

function perform<T> (step: Step, result: (step: Step) => T): T {
  if (step.throws) throw step.throws
  if (step.fails) throw new LlmError(step.fails, step.facts)
  return result(step)
}
