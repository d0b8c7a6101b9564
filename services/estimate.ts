/** What a month of coaching costs: exact token counts of our own prompts, typical lengths of what people write, prices of the table. */
import type { ModelTable } from './model-table.ts'
import { usdOf, type NanoUsd } from './money.ts'
import { costOf } from './pricing.ts'
import type { Message } from './understanding/reading.ts'
import { promptTokens } from './v2/legs.ts'
import type { ChatMessage } from './v2/model-client.ts'
import { buildPrompt } from './v2/prompt.ts'
import { understandingRequest } from './v2/understand.ts'

export interface EstimateInput {
  /** People who write on a day, and messages each of them writes that day. */
  readonly users: number
  readonly messages: number
  /** Share of V2 turns answered from the cache, 0 to 1. */
  readonly hitRate: number
  /** Share of messages that need no model: greetings, one word, emoji; 0 to 1. */
  readonly trivialRate: number
  readonly days: number
  readonly models: { readonly detection: string, readonly response: string }
}

export interface LegEstimate { readonly leg: 'understand' | 'respond', readonly model: string, readonly inputTokens: number, readonly outputTokens: number, readonly cost: NanoUsd }

export interface Estimate {
  readonly legs: readonly LegEstimate[]
  /** Of one V2 turn that asks the models. */
  readonly turn: NanoUsd
  /** Of one user's messages of a day. */
  readonly conversation: NanoUsd
  readonly day: NanoUsd
  readonly month: NanoUsd
  readonly savedByCache: NanoUsd
}

/** A message and a reply of usual length; written here. */
const QUESTION = 'We have been together for a while, and lately every small thing turns into an argument. Yesterday it was about the dishes again, and then he went quiet for the rest of the evening. I do not know how to bring it up without making it worse.'
const REPLY = 'It sounds tiring when something as small as the dishes turns into a silent evening. Wanting to bring it up and fearing to make it worse can both be true. What do you wish he understood about those evenings?'
/** Tokens of a whole understanding reply as the schema wants it (services/v2/understand.ts says how it was measured). */
const UNDERSTANDING_REPLY_TOKENS = 77

export interface EstimatePorts {
  readonly table: ModelTable
  /** Epoch milliseconds. */
  readonly atMs: number
  countTokens (model: string, message: ChatMessage): number
}

/** The estimate for a usual turn in the middle of a conversation. */
export function estimate (input: EstimateInput, ports: EstimatePorts): Estimate {
  const legs = legsOf(input, ports)
  const turn = legs.reduce((sum, { cost }) => sum + cost, 0)
  const asked = input.messages * (1 - input.trivialRate)
  const conversation = Math.round(turn * asked * (1 - input.hitRate))
  const day = conversation * input.users
  return { legs, turn, conversation, day, month: day * input.days, savedByCache: Math.round(turn * asked * input.hitRate) * input.users * input.days }
}

function legsOf ({ models, messages }: EstimateInput, ports: EstimatePorts): readonly LegEstimate[] {
  const conversation = { question: QUESTION, history: usualHistory(messages), canary: 'estimate-estimate' }
  const understanding = understandingRequest(conversation, models.detection)
  const prompt = buildPrompt(conversation, 'MEDIUM')
  const leg = (name: LegEstimate['leg'], model: string, sent: readonly ChatMessage[], outputTokens: number): LegEstimate => {
    const inputTokens = promptTokens({ model, messages: sent }, ports.countTokens)
    return { leg: name, model, inputTokens, outputTokens, cost: costOf(ports.table, model, { inputTokens, outputTokens, cachedInputTokens: 0 }, ports.atMs).nanoUsd }
  }
  return [
    leg('understand', models.detection, understanding.messages, UNDERSTANDING_REPLY_TOKENS),
    leg('respond', models.response, prompt.messages, ports.countTokens(models.response, { role: 'assistant', content: REPLY }))
  ]
}

/** Half of the conversation so far, five messages at most. */
function usualHistory (messages: number): readonly Message[] {
  const turns = Math.min(2.5, (messages - 1) / 2)
  return Array.from({ length: Math.round(turns * 2) }, (_, at) => at % 2 === 0 ? { role: 'user', text: QUESTION } : { role: 'assistant', text: REPLY })
}

/** How many times dearer one model is than another for the same turn's reply. */
export function priceRatio (table: ModelTable, dear: string, cheap: string, atMs: number): { input: number, output: number } {
  const per = (model: string, inputTokens: number, outputTokens: number) => costOf(table, model, { inputTokens, outputTokens, cachedInputTokens: 0 }, atMs).nanoUsd
  return { input: per(dear, 1000, 0) / per(cheap, 1000, 0), output: per(dear, 0, 1000) / per(cheap, 0, 1000) }
}

export const usd = (amount: NanoUsd): string => {
  const dollars = usdOf(amount)
  return `$${dollars < 0.1 ? dollars.toPrecision(3) : dollars.toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 })}`
}
