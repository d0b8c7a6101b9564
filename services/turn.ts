/**
 * The coaching turn: one message in, one answer out. Everything is counted, limited, paid, traced and rolled out per turn.
 * Here are its words; services/turn-sequence.ts has its steps.
 */
import type { NanoUsd } from './money.ts'
import type { Rung } from './ladder.ts'
import type { ScanResult } from './scan.ts'
import type { Engine, RolloutReason } from './rollout.ts'
import type { CareKind, ScreenResult } from './safety/verdict.ts'
import { triviality } from './understanding/trivial.ts'
import type { Mode, Reading, Strategy } from './understanding/reading.ts'
import type { LegRecord } from './v2/pipeline.ts'

export const TIERS = ['free', 'paid'] as const
export type Tier = typeof TIERS[number]

export const ASSIGNED = ['v1', 'v2', 'none'] as const
export type Assigned = typeof ASSIGNED[number]
export const SERVED = ['v1', 'v2', 'safety', 'none'] as const
export type Served = typeof SERVED[number]
export const OUTCOMES = ['ok', 'degraded', 'care', 'declined', 'denied', 'shed', 'aborted', 'error'] as const
export type Outcome = typeof OUTCOMES[number]

/** Why V1 answered for V2. */
export const FALLBACK_REASONS = [
  'review', 'timeout', 'upstream_error', 'rate_limited', 'quota_exhausted', 'auth', 'model_gone', 'bad_request',
  'invalid_output', 'content_filter', 'truncated', 'no_key', 'queue_full', 'breaker_open', 'budget', 'state_unavailable'
] as const

/** Where the words of a turn go while it still runs. */
export interface TurnStream {
  /** Nothing refuses the turn any more. */
  begin (): void
  /** The next words of the answer; put together with what follows they are its message. */
  show (text: string): void
  /** When the first words went out, in milliseconds of the app's monotonic clock. */
  readonly firstShownAt?: number
}

/** A stream may go on for so long after its first words were due. */
export const STREAM_GOES_ON_MS = 5100
const LEASE_MARGIN_MS = 5000

/** Milliseconds after which what a turn holds ends by itself: longer than any turn, so that it outlives its turn only when that was lost. */
export const turnLeaseMs = (turnDeadlineMs: number): number => turnDeadlineMs + STREAM_GOES_ON_MS + LEASE_MARGIN_MS

export interface Turn {
  readonly id: string
  /** Milliseconds of the app's monotonic clock. */
  readonly startedAt: number
  /** When its answer is due, on the same clock: the whole of it, or a stream's first words. */
  readonly deadlineAt: number
  readonly userId: string
  /** The user, as a keyed hash: what is stored goes by it. */
  readonly owner: string
  readonly formerOwners: readonly string[]
  readonly forcedEngine?: Engine
  readonly tier: Tier
  /** The day in which it was counted; undefined: in none. */
  readonly quotaDay?: number
  readonly mode: Mode
  readonly question: string
  readonly topics: readonly string[]
  readonly scan?: ScanResult
  /** ISO 3166 region for help lines; undefined is the neutral text. */
  readonly region?: string
  readonly sessionId: string
  /** The caller's Idempotency-Key and whose it is: its answer is kept under it. */
  readonly retryKey?: { readonly owner: string, readonly key: string }
  readonly screen: ScreenResult
  /** The turn's one deadline, joined with the caller's leaving. */
  readonly signal: AbortSignal
  /** Absent where the answer is waited for as a whole. */
  readonly stream?: TurnStream
}

interface EndBase {
  readonly assigned: Assigned
  readonly served: Served
  readonly outcome: Outcome
  readonly reason?: string
  readonly cache: 'hit' | 'miss' | 'bypass'
  readonly rollout?: RolloutReason
  /** It is the first of its session: a conversation begins. */
  readonly startsSession?: boolean
  /** How far down the ladder it went; absent where no model was to be asked. */
  readonly rung?: Rung
  /** What a cached answer spared. */
  readonly saved?: NanoUsd
  /** It was left when models had been asked, on another turn's bill. */
  readonly isUsed?: boolean
  /** Milliseconds for which it waited for calls that are on another turn's bill. */
  readonly waitedMs?: number
  readonly legs: readonly LegRecord[]
}

/** A turn that has an answer. */
export interface Answered extends EndBase {
  readonly message: string
  readonly mode: Mode
  readonly strategy: Strategy
  readonly reading: Reading
  /** Which model wrote it; absent for words of our own. */
  readonly model?: string
  readonly topic?: string
  readonly crisis?: CareKind
  readonly wording?: string
}

/** A turn without one. */
export interface Unanswered extends EndBase { readonly served: 'none', readonly message?: undefined }
export type TurnEnd = Answered | Unanswered

/** A defect of ours in the middle of a turn, with the model calls made by then: they are billed all the same. */
export class BrokenTurn extends Error {
  readonly legs: readonly LegRecord[]
  constructor (cause: unknown, legs: readonly LegRecord[]) {
    super('a turn broke down', { cause })
    this.name = 'BrokenTurn'
    this.legs = legs
  }
}

/** The model calls that an error knows of. */
export const legsOf = (error: unknown): readonly LegRecord[] => error instanceof BrokenTurn ? error.legs : []

const CALLER_LEFT = 'CallerLeft'

/** The reason that a turn's signal carries when the caller hung up. */
export const callerLeft = () => new DOMException('the caller left', CALLER_LEFT)
export const isCallerGone = (signal: AbortSignal) => signal.aborted && (signal.reason as Error).name === CALLER_LEFT

/** Modes that V1 answers in both arms. */
export const isV1Mode = (mode: Mode) => mode === 'EXPLAIN' || mode === 'SAFETY'
export const trivialKindOf = ({ mode, question }: Pick<Turn, 'mode' | 'question'>) => isV1Mode(mode) ? undefined : triviality(question)

/** Whether words of our own answer it, the same for both engines. */
export const isTrivialTurn = (turn: Pick<Turn, 'mode' | 'question'>): boolean => trivialKindOf(turn) !== undefined

/** Whether the user gets his message back: what went wrong was ours, or he was cared for instead. */
export function isRefunded ({ outcome, legs, isUsed }: TurnEnd): boolean {
  return outcome === 'care' || outcome === 'denied' || outcome === 'error' || (outcome === 'aborted' && !isUsed && !legs.some(({ sent }) => sent))
}

export function unanswered (assigned: Assigned, outcome: Outcome, reason: string, legs: readonly LegRecord[] = []): Unanswered {
  return { assigned, served: 'none', outcome, reason, cache: 'bypass', legs }
}
