/** The ledger: one entry a turn, with what each model call was, took and cost. Facts only: no words, and the owner as a hash. */
import type { ModelTable } from './model-table.ts'
import type { NanoUsd } from './money.ts'
import { costOf, type Usage } from './pricing.ts'
import type { Assigned, Outcome, Served, Tier } from './turn.ts'
import type { Mode } from './understanding/reading.ts'
import type { LegRecord } from './v2/legs.ts'
import { LEGS } from './v2/model-client.ts'
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

/** The UTC day that an entry belongs to, in days since 1970. */
export const dayOf = ({ at }: Pick<LedgerEntry, 'at'>): number => Math.floor(at / 86_400_000)

type EntryLine = [
  form: 1, at: number, tier: Tier, mode: Mode, assigned: Assigned, served: Served, outcome: Outcome, reason: string, rollout: string, cache: LedgerEntry['cache'],
  isRepaired: Bit, durationMs: number, cost: NanoUsd, saved: NanoUsd, isEstimated: Bit, legs: readonly LegLine[]
]
type LegLine = [
  leg: string, model: string, outcome: PricedLeg['outcome'], durationMs: number, inputTokens: number, cachedInputTokens: number, outputTokens: number, cost: NanoUsd,
  isEstimated: Bit, price: string
]
type Bit = 0 | 1

const LEG_LETTERS: Readonly<Record<PricedLeg['leg'], string>> = { understand: 'u', respond: 'r', moderate: 'm', repair: 'p' }
/** Stands for the moderation model, which most entries name. */
const MODERATED = '~'
const UNPRICED = 'unpriced'

const bit = (is: boolean): Bit => is ? 1 : 0
const certainty = (isEstimated: Bit): Certainty => isEstimated === 1 ? 'estimated' : 'exact'

/** An entry as a short line, at most 300 bytes for a turn of three calls: values in a fixed order. The turn's id and owner are the store's business. */
export function packEntry (entry: LedgerEntry): string {
  const { at, tier, mode, assigned, served, outcome, reason, rollout, cache, repaired, durationMs, cost, saved, legs } = entry
  const line: EntryLine = [1, at, tier, mode, assigned, served, outcome, reason, rollout, cache, bit(repaired), durationMs, cost, saved, bit(entry.certainty === 'estimated'), legs.map(packLeg)]
  return JSON.stringify(line)
}

/** A price mostly bears its model's name, which need not be said twice. */
function packLeg (leg: PricedLeg): LegLine {
  const { model, outcome, durationMs, inputTokens, cachedInputTokens, outputTokens, cost, priceVersion } = leg
  const [name = '', from] = priceVersion.split('@')
  const price = from !== undefined && model.startsWith(name) ? `${name.length}@${from}` : priceVersion
  return [LEG_LETTERS[leg.leg], model === MODERATION_MODEL ? MODERATED : model, outcome, durationMs, inputTokens, cachedInputTokens, outputTokens, cost, bit(leg.certainty === 'estimated'), price]
}

/** The entry of a line. @throws {SyntaxError} for a line of another form. */
export function unpackEntry (line: string, turnId: string, owner: string): LedgerEntry {
  const [form, at, tier, mode, assigned, served, outcome, reason, rollout, cache, isRepaired, durationMs, cost, saved, isEstimated, legs] = JSON.parse(line) as EntryLine
  if (form !== 1) throw new SyntaxError('not a ledger line')
  return {
    turnId, owner, at, tier, mode, assigned, served, outcome, reason, rollout, cache, durationMs, cost, saved,
    repaired: isRepaired === 1, certainty: certainty(isEstimated), legs: legs.map(unpackLeg)
  }
}

function unpackLeg ([letter, packedModel, outcome, durationMs, inputTokens, cachedInputTokens, outputTokens, cost, isEstimated, price]: LegLine): PricedLeg {
  const model = packedModel === MODERATED ? MODERATION_MODEL : packedModel
  const [, length, from] = /^(\d+)@(.*)$/.exec(price) ?? []
  return {
    leg: LEGS.find(leg => LEG_LETTERS[leg] === letter)!, model, outcome, durationMs, inputTokens, cachedInputTokens, outputTokens, cost, certainty: certainty(isEstimated),
    priceVersion: from === undefined ? price : `${model.slice(0, Number(length))}@${from}`, unpriced: price === UNPRICED
  }
}
