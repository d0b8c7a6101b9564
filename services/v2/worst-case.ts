/** The most that a V2 turn can cost, reserved before the first call: every leg at its longest, and the dearest one twice. */
import type { ModelPlan } from '../ladder.ts'
import type { ModelTable } from '../model-table.ts'
import type { NanoUsd } from '../money.ts'
import { costOf } from '../pricing.ts'
import { promptTokens } from './legs.ts'
import type { ChatMessage } from './model-client.ts'
import type { V2Input } from './pipeline.ts'
import { buildPrompt, repairPrompt } from './prompt.ts'
import { understandingRequest } from './understand.ts'
import { REVIEW_FAULTS } from '../safety/verdict.ts'
import { STRATEGIES } from '../understanding/reading.ts'

export interface WorstCase {
  readonly max: NanoUsd
  /** What such a turn probably costs: booked when it is lost. */
  readonly estimate: NanoUsd
}

export interface WorstCasePorts {
  readonly table: ModelTable
  readonly models: { readonly detection: string, readonly response: string, readonly economy: string }
  readonly maxTokens: number
  /** Epoch milliseconds: the prices in force then. */
  readonly atMs: number
  countTokens (model: string, message: ChatMessage): number
}

/** For what a server adds unseen: a format of its own, and the schema where there is one. */
const MARGIN = 1.1
const SCHEMA_TOKENS = 400
/** Of a reply's longest form, what is usual. */
const USUAL_SHARE = 0.6

/** Exact counts of what would be sent, priced as if nothing were cached and every reply as long as it may be. */
export function worstCase (input: V2Input, { understands, writer }: ModelPlan, ports: WorstCasePorts): WorstCase {
  const { models, maxTokens } = ports
  const understanding = understandingRequest(input, models.detection)
  const prompt = STRATEGIES.map(strategy => buildPrompt(input, strategy)).reduce((one, other) => sizeOf(other.messages) > sizeOf(one.messages) ? other : one)
  const leg = (model: string, messages: readonly ChatMessage[], outputTokens: number, schemaTokens = 0) =>
    priced(model, inputTokens(model, messages, ports) + schemaTokens, outputTokens, ports)

  const reading = (outputTokens: number) => understands ? leg(models.detection, understanding.messages, outputTokens, SCHEMA_TOKENS) : 0
  const understand = reading(understanding.maxTokens)
  const respond = leg(models[writer], prompt.messages, maxTokens)
  const repair = leg(models.economy, repairPrompt(prompt, '', REVIEW_FAULTS), 2 * maxTokens)
  return {
    max: understand + respond + repair + Math.max(understand, respond),
    estimate: reading(USUAL_SHARE * understanding.maxTokens) + leg(models[writer], prompt.messages, USUAL_SHARE * maxTokens)
  }
}

const sizeOf = (messages: readonly ChatMessage[]) => messages.reduce((sum, { content }) => sum + content.length, 0)

function inputTokens (model: string, messages: readonly ChatMessage[], { countTokens }: WorstCasePorts): number {
  return Math.ceil(promptTokens({ model, messages }, countTokens) * MARGIN)
}

function priced (model: string, inputTokens: number, outputTokens: number, { table, atMs }: WorstCasePorts): NanoUsd {
  return costOf(table, model, { inputTokens, outputTokens: Math.ceil(outputTokens), cachedInputTokens: 0, cacheWriteTokens: inputTokens }, atMs).nanoUsd
}
