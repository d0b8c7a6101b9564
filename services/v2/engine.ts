/** The model engine around its models: an answer that is there already, else money for the worst case, then the models, then the truth. */
import type { CachedAnswer } from '../cached-answer.ts'
import { cacheKeyOf, type CacheDeployment, type CacheKind, type KeyedInput } from '../cache-key.ts'
import type { Crew, Flights, Landed, Left } from '../flights.ts'
import { LADDER, openRungs, type ModelPlan, type Rung, type Situation } from '../ladder.ts'
import type { NanoUsd } from '../money.ts'
import { BrokenTurn, legsOf, type Tier } from '../turn.ts'
import { wordingOf } from '../wordings.ts'
import { abortReason } from './openai-wire.ts'
import type { Asking, LegRecord, V2End, V2Input } from './pipeline.ts'
import { promptReads } from './prompt.ts'
import type { WorstCase } from './worst-case.ts'

/** A V2 turn as the engine sees it. */
export interface EngineInput extends V2Input {
  readonly turnId: string
  /** The user, as a keyed hash. */
  readonly owner: string
}

/** `leads`: nobody else is at it, anywhere; who leads puts an answer or gives up. */
export type Found = { readonly answer: CachedAnswer } | { readonly answer?: undefined, readonly leads: boolean }

export interface EnginePorts {
  readonly deployment: CacheDeployment
  readonly flights: Flights<Flown>
  /** Never rejects: a cache that is down finds and keeps nothing. What it keeps is kept behind the turn. */
  readonly cache: {
    /** An answer that this session has not heard. */
    find (key: KeyedInput, used: readonly string[]): Promise<Found>
    /** The same, waiting a little for one that another process writes. */
    wait (key: KeyedInput, used: readonly string[], signal: AbortSignal): Promise<Found>
    put (key: KeyedInput, answer: CachedAnswer, owner: string): void
    giveUp (key: KeyedInput): void
  }
  readonly budget: {
    /** @param mayWait near the edge, a little, for money that turns under way give back. */
    reserve (turn: { turnId: string, owner: string, tier: Tier }, worst: WorstCase, mayWait: boolean): Promise<'granted' | 'budget' | 'state_unavailable'>
    /** Behind the turn. */
    settle (turnId: string, spent: NanoUsd): void
  }
  worstCase (input: V2Input, plan: ModelPlan): WorstCase
  costOf (legs: readonly LegRecord[]): NanoUsd
  /** How hard the times are for a turn that is due then. */
  situation (deadlineAt: number): Situation
  models (input: V2Input, signal: AbortSignal, asking: Asking): Promise<V2End>
  /** Milliseconds of the clock that deadlines are on. */
  now (): number
}

/** `timeout`: no time was left for a model. */
export type Refusal = 'budget' | 'state_unavailable' | 'timeout'

/** How the engine ended a turn. A refused one has no legs: nothing was sent. */
export type EngineEnd = V2End | { readonly kind: 'refused', readonly reason: Refusal, readonly legs: readonly LegRecord[] }

/** How a flight ended: another process wrote the answer meanwhile, or a defect of ours broke it; its calls are accounted for once. */
export type Flown = { readonly rung?: Rung } & (EngineEnd
  | { readonly kind: 'cached', readonly answer: CachedAnswer, readonly legs: readonly LegRecord[] }
  | { readonly kind: 'broken', readonly error: unknown, readonly legs: readonly LegRecord[] })

export interface Served {
  readonly end: EngineEnd
  /** The rung of the ladder on which models were asked; absent where none was. */
  readonly rung?: Rung
  readonly cache: 'hit' | 'miss'
  readonly cacheKind: CacheKind
  /** What a hit spared. */
  readonly saved: NanoUsd
  /** It was left when models had been asked, on another turn's bill. */
  readonly isUsed?: boolean
  /** Milliseconds for which it waited for calls that are on another turn's bill. */
  readonly waitedMs?: number
}

/**
 * Answers a turn from the cache or by the models. Never throws for a fault of a model, of the cache or of the budget.
 * @throws {BrokenTurn} for a defect of ours.
 */
export async function serveV2 (input: EngineInput, ports: EnginePorts, signal: AbortSignal, show?: Asking['show']): Promise<Served> {
  const key = cacheKeyOf({ ...input, ...ports.deployment }, promptReads(input))
  const found = await ports.cache.find(key, input.used)
  if (found.answer) return hit(found.answer, key.kind)

  const boardedAt = ports.now()
  let shown = ''
  const hear = show && ((text: string) => {
    shown += text
    show(text)
  })
  const landed = await landing(input, { key, leads: found.leads, show: hear }, ports, signal)
  const miss = { cache: 'miss', cacheKind: key.kind, saved: 0 } as const
  // What he has read of it stays, and what it took is his, though others go on.
  if (!landed.value) return { ...miss, end: { ...failed(abortReason(signal)), shown }, isUsed: landed.isUsed, waitedMs: ports.now() - boardedAt }
  const { value: { rung, ...end }, accounts } = landed
  const waitedMs = ports.now() - boardedAt
  if (end.kind === 'cached') return { ...hit(end.answer, key.kind), waitedMs }
  if (end.kind === 'broken') throw new BrokenTurn(end.error, accounts ? end.legs : [])
  return { rung, ...accounts ? { ...miss, end } : { ...shared(end, key.kind, ports), waitedMs } }
}

/** The end of the flight. Money that another user lacks says nothing about this one's: then he flies himself, and waits no more. */
async function landing (input: EngineInput, { key, leads, show }: Lead, ports: EnginePorts, signal: AbortSignal): Promise<Landed<Flown> | Left> {
  const join = async (mayWait: boolean) => ports.flights.join(key.key, signal, async (flightSignal, crew) =>
    fly(input, { key, leads, show: show && crew.tell, mayWait, crew }, ports, flightSignal), show)
  let landed = await join(true)
  while (landed.value?.kind === 'refused' && !landed.accounts && !signal.aborted) landed = await join(false)
  return landed
}

const hit = (answer: CachedAnswer, cacheKind: CacheKind): Served => ({ end: fromCache(answer), cache: 'hit', cacheKind, saved: answer.cost })
const failed = (reason: 'timeout' | 'aborted') => ({ kind: 'failed', reason, legs: [] } as const)

/** The same answer as somebody else's of this moment: it cost him, and it cost only once. */
function shared (end: EngineEnd, cacheKind: CacheKind, ports: EnginePorts): Served {
  const saved = end.kind === 'answer' ? ports.costOf(end.legs) : 0
  return { end: { ...end, legs: [] }, cache: end.kind === 'answer' ? 'hit' : 'miss', cacheKind, saved }
}

interface Lead { readonly key: KeyedInput, readonly leads: boolean, readonly show?: Asking['show'], readonly mayWait?: boolean, readonly crew?: Crew }

/** Everybody here who wants the same waits for this one flight, also while another process is at it. */
async function fly (input: EngineInput, lead: Lead, ports: EnginePorts, signal: AbortSignal): Promise<Flown> {
  const { key, leads } = lead
  const found: Found = leads ? { leads } : await ports.cache.wait(key, input.used, signal)
  return found.answer ? { kind: 'cached', answer: found.answer, legs: [] } : paidFor(input, { ...lead, leads: found.leads }, ports, signal)
}

async function paidFor (input: EngineInput, lead: Lead, ports: EnginePorts, signal: AbortSignal): Promise<Flown> {
  const { rung, plan, refusal } = await afford(input, ports, lead.mayWait === true)
  if (!plan) {
    giveUp(lead, ports)
    return { kind: 'refused', reason: refusal, legs: [] }
  }
  lead.crew?.use()
  const end: V2End | Extract<Flown, { kind: 'broken' }> = await ports.models(input, signal, { ...plan, show: lead.show }).catch((error: unknown) => ({ kind: 'broken', error, legs: legsOf(error) }))
  const cost = ports.costOf(end.legs)
  ports.budget.settle(input.turnId, cost)
  if (end.kind === 'answer' && rung === 'full' && input.flag === undefined && isWorthKeeping(end)) ports.cache.put(lead.key, cached(end, cost), input.owner)
  else giveUp(lead, ports)
  return { ...end, rung }
}

type Afforded = { readonly rung: Rung, readonly plan: ModelPlan, readonly refusal?: undefined } | { readonly rung?: undefined, readonly plan?: undefined, readonly refusal: Refusal }

/** The highest rung that is open and paid for: where there is no money for one, the next needs less. */
async function afford (input: EngineInput, ports: EnginePorts, mayWait: boolean): Promise<Afforded> {
  let refusal: Refusal = 'timeout'
  // The turn's time is waited away once at the most.
  let waits = mayWait
  for (const rung of openRungs(ports.situation(input.deadlineAt))) {
    const { plan } = LADDER[rung]
    if (!plan) break
    const granted = await ports.budget.reserve(input, ports.worstCase(input, plan), waits)
    waits = false
    if (granted === 'granted') return { rung, plan }
    refusal = granted
    if (granted === 'state_unavailable') break
  }
  return { refusal }
}

function giveUp ({ key, leads }: Lead, ports: EnginePorts): void {
  if (leads) ports.cache.giveUp(key)
}

type Answer = Extract<V2End, { kind: 'answer' }>

/** Only whole, unrepaired answers that passed review are given again; care, declines, faults, and what a flagged message got never are. */
const isWorthKeeping = ({ repaired, finish }: Answer) => !repaired && finish === 'stop'

const cached = ({ text, model, strategy, reading }: Answer, cost: NanoUsd): CachedAnswer => ({ id: wordingOf(text), text, model, strategy, reading, cost })

function fromCache ({ text, model, strategy, reading }: CachedAnswer): V2End {
  return { kind: 'answer', text, model, strategy, reading, repaired: false, isCutShort: false, finish: 'stop', isPublic: true, legs: [] }
}
