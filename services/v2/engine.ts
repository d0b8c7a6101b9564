/** The model engine around its models: an answer that is there already, else money for the worst case, then the models, then the truth. */
import type { CachedAnswer } from '../cached-answer.ts'
import { cacheKeyOf, type CacheDeployment, type CacheKind, type KeyedInput } from '../cache-key.ts'
import type { Flights } from '../flights.ts'
import type { NanoUsd } from '../money.ts'
import { BrokenTurn, legsOf, type Tier } from '../turn.ts'
import { wordingOf } from '../wordings.ts'
import { abortReason } from './openai-wire.ts'
import type { LegRecord, V2End, V2Input } from './pipeline.ts'
import { promptReads } from './prompt.ts'
import type { WorstCase } from './worst-case.ts'

/** A V2 turn as the engine sees it. */
export interface EngineInput extends V2Input {
  readonly turnId: string
  /** The user, as a keyed hash. */
  readonly owner: string
}

export type Found = { readonly answer: CachedAnswer } | { readonly answer?: undefined, readonly leads: boolean }

export interface EnginePorts {
  readonly deployment: CacheDeployment
  readonly flights: Flights<Flown>
  /** Never rejects: a cache that is down finds and keeps nothing. What it keeps is kept behind the turn. */
  readonly cache: {
    /** An answer that this session has not heard, waiting a little for one that is being written elsewhere. */
    find (key: KeyedInput, used: readonly string[], signal: AbortSignal): Promise<Found>
    put (key: KeyedInput, answer: CachedAnswer, owner: string): void
    giveUp (key: KeyedInput): void
  }
  readonly budget: {
    reserve (turn: { turnId: string, owner: string, tier: Tier }, worst: WorstCase): Promise<'granted' | 'budget' | 'state_unavailable'>
    /** Behind the turn. */
    settle (turnId: string, spent: NanoUsd): void
  }
  worstCase (input: V2Input): WorstCase
  costOf (legs: readonly LegRecord[]): NanoUsd
  models (input: V2Input, signal: AbortSignal): Promise<V2End>
}

export type MoneyFault = 'budget' | 'state_unavailable'

/** How the engine ended a turn. A refused reservation has no legs: nothing was sent. */
export type EngineEnd = V2End | { readonly kind: 'refused', readonly reason: MoneyFault, readonly legs: readonly LegRecord[] }

/** How a flight ended: a defect of ours ends it, too, and its calls are accounted for once. */
export type Flown = EngineEnd | { readonly kind: 'broken', readonly error: unknown, readonly legs: readonly LegRecord[] }

export interface Served {
  readonly end: EngineEnd
  readonly cache: 'hit' | 'miss'
  readonly cacheKind: CacheKind
  /** What a hit spared. */
  readonly saved: NanoUsd
}

/**
 * Answers a turn from the cache or by the models. Never throws for a fault of a model, of the cache or of the budget.
 * @throws {BrokenTurn} for a defect of ours.
 */
export async function serveV2 (input: EngineInput, ports: EnginePorts, signal: AbortSignal): Promise<Served> {
  const key = cacheKeyOf({ ...input, ...ports.deployment }, promptReads(input))
  const found = await ports.cache.find(key, input.used, signal)
  if (found.answer) return { end: fromCache(found.answer), cache: 'hit', cacheKind: key.kind, saved: found.answer.cost }

  const landed = await ports.flights.join(key.key, signal, async flightSignal => paidFor(input, key, ports, flightSignal))
  const base = { cacheKind: key.kind, saved: 0 } as const
  if (!landed) return { ...base, cache: 'miss', end: failed(abortReason(signal)) }
  const { value: end, accounts } = landed
  if (end.kind === 'broken') throw new BrokenTurn(end.error, accounts ? end.legs : [])
  return accounts ? { ...base, cache: 'miss', end } : shared(end, key.kind, ports)
}

const failed = (reason: 'timeout' | 'aborted'): V2End => ({ kind: 'failed', reason, legs: [] })

/** The same answer as somebody else's of this moment: it cost him, and it cost only once. */
function shared (end: EngineEnd, cacheKind: CacheKind, ports: EnginePorts): Served {
  const saved = end.kind === 'answer' ? ports.costOf(end.legs) : 0
  return { end: { ...end, legs: [] }, cache: end.kind === 'answer' ? 'hit' : 'miss', cacheKind, saved }
}

async function paidFor (input: EngineInput, key: KeyedInput, ports: EnginePorts, signal: AbortSignal): Promise<Flown> {
  const granted = await ports.budget.reserve(input, ports.worstCase(input))
  if (granted !== 'granted') {
    ports.cache.giveUp(key)
    return { kind: 'refused', reason: granted, legs: [] }
  }
  const end: V2End | Extract<Flown, { kind: 'broken' }> = await ports.models(input, signal).catch((error: unknown) => ({ kind: 'broken', error, legs: legsOf(error) }))
  const cost = ports.costOf(end.legs)
  ports.budget.settle(input.turnId, cost)
  if (end.kind === 'broken') ports.cache.giveUp(key)
  else keep(end, cost, key, input, ports)
  return end
}

/** Only whole, unrepaired answers that passed review are given again; care, declines and faults never are. */
function keep (end: V2End, cost: NanoUsd, key: KeyedInput, { owner }: EngineInput, ports: EnginePorts): void {
  if (end.kind !== 'answer' || end.repaired || end.finish !== 'stop') return ports.cache.giveUp(key)
  const { text, model, strategy, reading } = end
  ports.cache.put(key, { id: wordingOf(text), text, model, strategy, reading, cost }, owner)
}

function fromCache ({ text, model, strategy, reading }: CachedAnswer): V2End {
  return { kind: 'answer', text, model, strategy, reading, repaired: false, finish: 'stop', isPublic: true, legs: [] }
}
