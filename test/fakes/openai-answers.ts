/** Makes the fake's answers and enters what they cost into its bill. */
import type { Answer } from './openai-faults.ts'
import { coachingReply, moderationResult, moderationScores, promptTokensOf, tokensOf, understandingOf, type FakePrompt } from './openai-replies.ts'
import type { ChatPayload } from './openai-rules.ts'

/** What the fake says, where it is told to; undefined is its own choice. */
export interface FakeScript {
  reply?: (prompt: FakePrompt) => string | undefined
  /** The object of a structured reply. */
  understand?: (prompt: FakePrompt) => unknown
  /** Scores by category, in [0, 1]; flagged from 0.5. */
  moderate?: (text: string) => Readonly<Record<string, number>> | undefined
  /** The tokens of a reply. */
  usage?: (prompt: FakePrompt) => Tokens | undefined
  /** The model that is named as the one that answered. */
  answerAs?: string
  /** Sent along with every answer, such as `x-ratelimit-…`. */
  headers?: Readonly<Record<string, string>>
  /** A stream is cut into pieces of so many bytes, in the middle of whatever. */
  bytesAtOnce?: number
}

export interface Tokens { readonly input: number, readonly cachedInput: number, readonly output: number }
export interface BillLine { readonly leg: string, readonly model: string, calls: number, inputTokens: number, cachedInputTokens: number, outputTokens: number }

/** The provider's cache starts at this many tokens and counts in steps of 128. */
const CACHED_FROM_TOKENS = 1024
const CACHE_STEP_TOKENS = 128

/** The state behind the answers: what is told, billed and cached. */
export interface Desk {
  readonly script: FakeScript
  readonly bill: Map<string, BillLine>
  /** First messages that the provider has seen before, by model. */
  readonly seenPrefixes: Set<string>
  readonly seed: number
  answers: number
}

export const createDesk = (seed: number): Desk => ({ script: {}, bill: new Map(), seenPrefixes: new Set(), seed, answers: 0 })

export function promptOf ({ model, messages, response_format: format }: ChatPayload): FakePrompt {
  const said = messages as FakePrompt['messages']
  const schema = format?.type === 'json_schema' ? format.json_schema?.schema : undefined
  return {
    leg: schema ? 'understand' : 'respond', model: String(model), messages: said, schema,
    question: said.findLast(({ role }) => role === 'user')?.content ?? '',
    system: said.filter(({ role }) => role === 'system' || role === 'developer').map(({ content }) => content).join('\n')
  }
}

export function completionOf (body: ChatPayload, desk: Desk): Answer {
  const prompt = promptOf(body)
  const limit = Number(body.max_completion_tokens ?? body.max_tokens ?? Infinity)
  const whole = wordsOf(prompt, desk)
  const isCut = tokensOf(whole) > limit
  const content = isCut ? [...whole].slice(0, limit * 4).join('') : whole
  const tokens = desk.script.usage?.(prompt) ?? { input: promptTokensOf(prompt.messages), cachedInput: cachedTokens(prompt, desk), output: tokensOf(content) }
  const model = desk.script.answerAs ?? prompt.model
  enter(desk, { leg: prompt.leg, model }, tokens)
  return {
    id: `chatcmpl-fake-${desk.answers++}`, object: 'chat.completion', created: Math.floor(Date.now() / 1000), model,
    choices: [{ index: 0, message: { role: 'assistant', content, refusal: null }, finish_reason: isCut ? 'length' : 'stop' }],
    usage: {
      prompt_tokens: tokens.input, completion_tokens: tokens.output, total_tokens: tokens.input + tokens.output,
      prompt_tokens_details: { cached_tokens: tokens.cachedInput, audio_tokens: 0 }, completion_tokens_details: { reasoning_tokens: 0 }
    }
  }
}

export function moderationAnswer (input: unknown, desk: Desk): Answer {
  const text = Array.isArray(input) ? input.join('\n') : String(input)
  enter(desk, { leg: 'moderate', model: 'omni-moderation-latest' }, { input: 0, cachedInput: 0, output: 0 })
  return { id: `modr-fake-${desk.answers++}`, model: 'omni-moderation-latest', results: [moderationResult(desk.script.moderate?.(text) ?? moderationScores(text))] }
}

function wordsOf (prompt: FakePrompt, { script, seed }: Desk): string {
  if (prompt.leg === 'understand') return JSON.stringify(script.understand?.(prompt) ?? understandingOf(prompt))
  return script.reply?.(prompt) ?? coachingReply(prompt, seed)
}

/** The first message counts as cached from the second time on, as the provider would have it. */
function cachedTokens ({ model, messages }: FakePrompt, { seenPrefixes }: Desk): number {
  const prefix = messages[0]?.content ?? ''
  const tokens = tokensOf(prefix)
  const key = `${model}\n${prefix}`
  const isKnown = seenPrefixes.has(key)
  seenPrefixes.add(key)
  return isKnown && tokens >= CACHED_FROM_TOKENS ? tokens - tokens % CACHE_STEP_TOKENS : 0
}

function enter ({ bill }: Desk, { leg, model }: { leg: string, model: string }, tokens: Tokens): void {
  const key = `${leg} ${model}`
  const line = bill.get(key) ?? { leg, model, calls: 0, inputTokens: 0, cachedInputTokens: 0, outputTokens: 0 }
  line.calls++
  line.inputTokens += tokens.input
  line.cachedInputTokens += tokens.cachedInput
  line.outputTokens += tokens.output
  bill.set(key, line)
}
