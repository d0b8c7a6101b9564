/** The ledger: one entry a turn, with what each model call was, took and cost. Facts only: no words, and the owner as a hash. */
import type { ModelTable } from './model-table.ts'
import type { NanoUsd } from './money.ts'
import { costOf, type Usage } from './pricing.ts'
import type { Assigned, Outcome, Served, Tier } from './turn.ts'
import type { Mode } from './understanding/reading.ts'
import type { LegRecord } from './v2/legs.ts'
import { MODERATION_MODEL } from './v2/openai-wire.ts'

export const CERTAINTIES = ['exact', 'estimated'] as const
export type Certainty = typeof CERTAINTIES[number]

export interface PricedLeg {
  readonly leg: LegRecord['leg']
  readonly model: string
  readonly outcome: LegRecord['outcome']
  readonly durationMs: number
  readonly inputTokens: number
  readonly cachedInputTokens: number
  readonly outputTokens: number
  readonly cost: NanoUsd
  /** Estimated: it was sent, and no usage came back. */
  readonly certainty: Certainty
  readonly priceVersion: string
  readonly unpriced: boolean
}

export interface LedgerEntry {
  readonly turnId: string
  /** The user, as a keyed hash; empty once he was erased. */
  readonly owner: string
  /** End of the turn, epoch milliseconds. */
  readonly at: number
  readonly tier: Tier
  readonly mode: Mode
  readonly assigned: Assigned
  readonly served: Served
  readonly outcome: Outcome
  readonly reason: string
  readonly rollout: string
  readonly cache: 'hit' | 'miss' | 'bypass'
  readonly repaired: boolean
  readonly durationMs: number
  readonly cost: NanoUsd
  /** What a cached answer spared. */
  readonly saved: NanoUsd
  readonly certainty: Certainty
  readonly legs: readonly PricedLeg[]
}

/**
 * What a turn's model calls cost. A call with usage is priced exactly; one that was sent and lost at what it may have cost at
 * the most; one that never left costs nothing, as does moderation.
 * @param atMs epoch milliseconds: the price in force then.
 */
export function priceLegs (legs: readonly LegRecord[], table: ModelTable, atMs: number): readonly PricedLeg[] {
  return legs.map(leg => priced(leg, table, atMs))
}

function priced ({ leg, model, outcome, durationMs, sent, usage, asked }: LegRecord, table: ModelTable, atMs: number): PricedLeg {
  const used: Usage = usage ?? (asked ? { inputTokens: asked.inputTokens, cachedInputTokens: 0, outputTokens: asked.maxTokens } : NO_USAGE)
  const { nanoUsd, priceVersion, unpriced } = isFree(model) || used === NO_USAGE ? FREE : costOf(table, model, used, atMs)
  return {
    leg, model, outcome, durationMs, priceVersion, unpriced, cost: nanoUsd,
    inputTokens: used.inputTokens, cachedInputTokens: used.cachedInputTokens, outputTokens: used.outputTokens,
    certainty: usage || !sent || isFree(model) ? 'exact' : 'estimated'
  }
}

const NO_USAGE: Usage = { inputTokens: 0, cachedInputTokens: 0, outputTokens: 0 }
const FREE = { nanoUsd: 0, priceVersion: 'free', unpriced: false } as const
const OFFLINE_PREFIX = 'amora-offline'

/** OpenAI bills no moderation (price list, read 2026-11), and the embedded model nobody. */
const isFree = (model: string) => model === MODERATION_MODEL || model.startsWith(OFFLINE_PREFIX)

export const totalOf = (legs: readonly PricedLeg[]): NanoUsd => legs.reduce((sum, { cost }) => sum + cost, 0)
export const certaintyOf = (legs: readonly PricedLeg[]): Certainty => legs.some(({ certainty }) => certainty === 'estimated') ? 'estimated' : 'exact'

const ENTRY_FIELDS = ['at', 'tier', 'mode', 'assigned', 'served', 'outcome', 'reason', 'rollout', 'cache', 'repaired', 'durationMs', 'cost', 'saved', 'certainty'] as const
const LEG_FIELDS = ['leg', 'model', 'outcome', 'durationMs', 'inputTokens', 'cachedInputTokens', 'outputTokens', 'cost', 'certainty', 'priceVersion', 'unpriced'] as const

/** An entry as a short line: values in a fixed order, without names. The turn's id and owner are the store's business. */
export function packEntry (entry: LedgerEntry): string {
  return JSON.stringify([1, ...ENTRY_FIELDS.map(field => brief(entry[field])), entry.legs.map(leg => LEG_FIELDS.map(field => brief(leg[field])))])
}

/** The entry of a line. @throws {SyntaxError} for a line of another form. */
export function unpackEntry (line: string, turnId: string, owner: string): LedgerEntry {
  const [form, ...values] = JSON.parse(line) as [number, ...unknown[]]
  if (form !== 1) throw new SyntaxError('not a ledger line')
  const legs = (values.at(-1) as unknown[][]).map(leg => named(LEG_FIELDS, leg))
  return { turnId, owner, ...named(ENTRY_FIELDS, values), legs } as unknown as LedgerEntry
}

const brief = (value: unknown) => value === false ? 0 : value === true ? 1 : value
const isFlag = (field: string) => field === 'repaired' || field === 'unpriced'
const named = (fields: readonly string[], values: readonly unknown[]) => Object.fromEntries(fields.map((field, at) => [field, isFlag(field) ? values[at] === 1 : values[at]]))
