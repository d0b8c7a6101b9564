/** The reply: written by the response model, reviewed, repaired once by the economy model where there is time. */
import { sentencesOf, wholeSentences } from '../safety/sentences.ts'
import type { ReviewResult } from '../safety/verdict.ts'
import type { Mode, Reading, Strategy } from '../understanding/reading.ts'
import type { Legs, Reader } from './legs.ts'
import type { ChatMessage, ChatReply, ChatRequest, Leg, LlmFailure } from './model-client.ts'
import { buildPrompt, isPublic, repairPrompt, type PromptInput } from './prompt.ts'

/** Time that a repair needs to be worth beginning. */
export const REPAIR_MIN_MS = 700
const FEWEST_SENTENCES = 2

export interface Understood { readonly reading: Reading, readonly strategy: Strategy }

export interface Responding extends PromptInput {
  readonly mode: Mode
  /** When the turn ends, on the clock of `now`. */
  readonly deadlineAt: number
}

export interface RespondPorts {
  readonly models: { readonly response: string, readonly economy: string }
  readonly temperature: number
  readonly maxTokens: number
  /** What is wrong with a reply; an empty list passes. */
  review (reply: string, context: { strategy: Strategy, question: string }): ReviewResult
  now (): number
}

export interface Draft {
  readonly text: string
  /** `length`: the model was cut off, and what it left unfinished is gone. */
  readonly finish: ChatReply['finish']
  readonly model: string
}

export type Written =
  | Draft & { readonly kind: 'answer', readonly repaired: boolean, readonly isPublic: boolean }
  | { readonly kind: 'failed', readonly reason: LlmFailure | 'review' }

/** Writes a reply that passes review. Never throws for a fault of a model. */
export async function respond (input: Responding, understood: Understood, ports: RespondPorts, legs: Legs): Promise<Written> {
  const prompt = buildPrompt(input, understood.strategy)
  const request = (leg: Leg, model: string, messages: readonly ChatMessage[]): ChatRequest => ({
    leg, model, messages, maxTokens: ports.maxTokens, temperature: ports.temperature, brief: { ...understood, mode: input.mode, inCare: input.care !== undefined }
  })
  const faultsOf = ({ text }: Draft) => ports.review(text, { strategy: understood.strategy, question: input.question })
  const answer = (draft: Draft, repaired: boolean): Written => ({ ...draft, kind: 'answer', repaired, isPublic: isPublic(prompt.reads) })

  const draft = await legs.complete(request('respond', ports.models.response, prompt.messages), wholeReply)
  if (!draft.ok) return { kind: 'failed', reason: draft.reason }
  const faults = faultsOf(draft.value)
  if (faults.length === 0) return answer(draft.value, false)

  if (input.deadlineAt - ports.now() < REPAIR_MIN_MS) return { kind: 'failed', reason: 'review' }
  const repaired = await legs.complete(request('repair', ports.models.economy, repairPrompt(prompt, draft.value.text, faults)), wholeReply)
  return repaired.ok && faultsOf(repaired.value).length === 0 ? answer(repaired.value, true) : { kind: 'failed', reason: 'review' }
}

/** The reply without a sentence that was cut off; `truncated` when too little is left. */
const wholeReply: Reader<Draft> = ({ text, finish, model }) => {
  if (finish === 'stop') return { ok: true, value: { text: text.trim(), finish, model } }
  const whole = wholeSentences(text)
  return sentencesOf(whole).length < FEWEST_SENTENCES ? { ok: false, reason: 'truncated' } : { ok: true, value: { text: whole, finish, model } }
}
