/** The reply: written by the response model, reviewed, repaired once by the economy model where there is time. */
import { demandedWords } from '../safety/demanded.ts'
import { sentencesOf, wholeSentences } from '../safety/sentences.ts'
import type { Flag, ReviewResult } from '../safety/verdict.ts'
import type { Mode, Reading, Strategy } from '../understanding/reading.ts'
import type { LegResult, Legs, Reader } from './legs.ts'
import type { ChatMessage, ChatReply, ChatStream, Leg, LlmFailure } from './model-client.ts'
import { buildPrompt, isPublic, repairPrompt, type PromptInput } from './prompt.ts'
import type { SentenceGate } from './sentence-gate.ts'

/** Time that a repair needs to be worth beginning. */
export const REPAIR_MIN_MS = 700
const FEWEST_SENTENCES = 2
/** The longest silence in the middle of a stream. */
const IDLE_MS = 1500

export interface Understood { readonly reading: Reading, readonly strategy: Strategy }

export interface Responding extends PromptInput {
  readonly mode: Mode
  /** When the reply is due, on the clock of `now`: the whole of it, or its first words where it is shown while it is written. */
  readonly deadlineAt: number
}

/** What a reply is judged by, beside its words. */
export interface Judged { readonly strategy: Strategy, readonly question: string, readonly demanded: readonly string[] }

export const judgedBy = ({ question, flag }: { question: string, flag?: Flag }, strategy: Strategy): Judged => ({ strategy, question, demanded: demandedWords(question, flag) })

export interface RespondPorts {
  readonly models: { readonly response: string, readonly economy: string }
  readonly temperature: number
  readonly maxTokens: number
  /** What is wrong with a reply; an empty list passes. */
  review (reply: string, context: Judged): ReviewResult
  /** What a sentence would bring to a reply that is shown while it is written; the faults of the whole are counted once. */
  reviewNext (sentence: string, before: readonly string[], context: Judged): ReviewResult
  countReview (faults: ReviewResult): void
  now (): number
}

export interface Draft {
  readonly text: string
  /** `length`: the model was cut off, and what it left unfinished is gone. */
  readonly finish: ChatReply['finish']
  readonly model: string
}

interface Answer extends Draft {
  readonly kind: 'answer'
  /** It was changed after the model had written it: rewritten, or a sentence left out. */
  readonly repaired: boolean
  /** The model failed when enough had been shown to be a reply. */
  readonly isCutShort: boolean
  readonly isPublic: boolean
}

export type Written = Answer | { readonly kind: 'failed', readonly reason: LlmFailure | 'review' }

/** How a reply is asked for. */
export interface Writing {
  readonly writer: 'response' | 'economy'
  readonly judged: Judged
  /** What stands between a reply that is shown while it is written and the person. */
  readonly gate?: SentenceGate
}

/** Writes a reply that passes review. Never throws for a fault of a model. */
export async function respond (input: Responding, understood: Understood, ports: RespondPorts, legs: Legs, { writer, judged, gate }: Writing): Promise<Written> {
  const prompt = buildPrompt(input, understood.strategy)
  const leftMs = () => input.deadlineAt - ports.now()
  const brief = { ...understood, mode: input.mode, inCare: input.care !== undefined }
  const common = { maxTokens: ports.maxTokens, temperature: ports.temperature, retries: { left: 1 }, deadlineAt: input.deadlineAt, brief }
  const ask = async (leg: Leg, model: string, messages: readonly ChatMessage[], stream?: ChatStream) =>
    legs.complete({ leg, model, messages, ...common, ...(stream ? { stream } : {}) }, wholeReply, leftMs(), gate && (() => gate.hasShown))
  const answer = (good: Good): Written => ({ ...good, kind: 'answer', isPublic: isPublic(prompt.reads) })

  const model = ports.models[writer]
  const draft = await ask('respond', model, prompt.messages, gate && { onText: gate.push, firstTextMs: Math.max(1, leftMs()), idleMs: IDLE_MS })
  const verdict = gate ? throughGate(draft, gate, model, ports) : draft.ok ? reviewed(draft.value, judged, ports) : failed(draft.reason)
  if (verdict.kind === 'good') return answer(verdict)
  if (verdict.kind === 'failed') return verdict

  if (leftMs() < REPAIR_MIN_MS) return failed('review')
  const rewritten = await ask('repair', ports.models.economy, repairPrompt(prompt, verdict.text, verdict.faults))
  const repaired = rewritten.ok ? reviewed(rewritten.value, judged, ports) : failed(rewritten.reason)
  return repaired.kind === 'good' ? answer({ ...repaired, repaired: true }) : failed('review')
}

type Good = Omit<Answer, 'kind' | 'isPublic'>
type Verdict =
  | Good & { readonly kind: 'good' }
  | { readonly kind: 'faulty', readonly text: string, readonly faults: ReviewResult }
  | Extract<Written, { kind: 'failed' }>

const failed = (reason: LlmFailure | 'review') => ({ kind: 'failed', reason } as const)

function reviewed (draft: Draft, judged: Judged, ports: RespondPorts): Verdict {
  const faults = ports.review(draft.text, judged)
  return faults.length === 0 ? { kind: 'good', ...draft, repaired: false, isCutShort: false } : { kind: 'faulty', text: draft.text, faults }
}

/** What becomes of a reply that was shown while it was written: of what has been shown nothing is taken back. */
function throughGate (draft: LegResult<Draft>, gate: SentenceGate, model: string, ports: RespondPorts): Verdict {
  gate.end(!draft.ok || draft.value.finish === 'length')
  const { faults, passed } = gate
  const text = passed.join(' ')
  const isEnough = passed.length >= FEWEST_SENTENCES
  if (draft.ok || isEnough) ports.countReview(faults)
  // What was shown has passed, and is an answer: only the sentence that failed is not.
  if (isEnough && faults.length > 0) ports.countReview([])
  if (draft.ok && (isEnough || faults.length === 0)) return { kind: 'good', ...draft.value, text, repaired: faults.length > 0, isCutShort: false }
  if (isEnough) return { kind: 'good', text, model, finish: 'length', repaired: faults.length > 0, isCutShort: true }
  gate.close()
  if (!draft.ok) return failed(draft.reason)
  return gate.hasShown ? failed('review') : { kind: 'faulty', text: draft.value.text, faults }
}

/** The reply without a sentence that was cut off; `truncated` when too little is left. */
const wholeReply: Reader<Draft> = ({ text, finish, model }) => {
  if (finish === 'stop') return { ok: true, value: { text: text.trim(), finish, model } }
  const whole = wholeSentences(text)
  return sentencesOf(whole).length < FEWEST_SENTENCES ? { ok: false, reason: 'truncated' } : { ok: true, value: { text: whole, finish, model } }
}
