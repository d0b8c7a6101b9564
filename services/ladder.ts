/**
 * The ladder down: what the service still gives as times get harder. Each rung gives up one thing more than the one above it, and
 * the table says when a rung may be taken; nobody but the table decides.
 */
import type { BreakerState } from './v2/upstream/breaker.ts'

export const RUNGS = ['full', 'economy', 'without_understanding', 'v1', 'care_only'] as const
export type Rung = typeof RUNGS[number]

/** How the models are asked on a rung. */
export interface ModelPlan {
  /** Whether a model reads the message, or the local classifier. */
  readonly understands: boolean
  readonly writer: 'response' | 'economy'
}

export interface Situation {
  /** The process has room for work at all. */
  readonly hasCapacity: boolean
  /** Share of the turn's time that is left, in [0, 1]. */
  readonly timeLeft: number
  /** Share of the places for waiting calls that are taken, in [0, 1]. */
  readonly queue: number
  readonly breaker: BreakerState
}

/** What must hold for a rung; whatever is not named may be as it likes. Money is asked for last, rung by rung. */
interface Conditions {
  readonly hasCapacity?: true
  readonly leastTimeLeft?: number
  readonly longestQueue?: number
  readonly breaker?: BreakerState
}

interface Step {
  readonly when: Conditions
  /** Absent where no model is asked. */
  readonly plan?: ModelPlan
}

/** Two calls, one after the other, need more than a second of the usual three, a single one less than half of one. */
const CALM = { hasCapacity: true, leastTimeLeft: 0.4, longestQueue: 0.25, breaker: 'closed' } as const satisfies Conditions

export const LADDER: Readonly<Record<Rung, Step>> = {
  full: { when: CALM, plan: { understands: true, writer: 'response' } },
  economy: { when: CALM, plan: { understands: true, writer: 'economy' } },
  // A server that is on trial gets one call, not two of which the second is spared.
  without_understanding: { when: { hasCapacity: true, leastTimeLeft: 0.15 }, plan: { understands: false, writer: 'economy' } },
  v1: { when: { hasCapacity: true } },
  care_only: { when: {} }
}

/** The rungs that may be taken, the best first. Those that ask a model cost money, and are taken only where it is there. */
export function openRungs (situation: Situation): readonly Rung[] {
  return RUNGS.filter(rung => isOpen(LADDER[rung].when, situation))
}

function isOpen ({ hasCapacity, leastTimeLeft = 0, longestQueue = 1, breaker }: Conditions, situation: Situation): boolean {
  return (!hasCapacity || situation.hasCapacity) &&
    situation.timeLeft >= leastTimeLeft &&
    situation.queue <= longestQueue &&
    (breaker === undefined || situation.breaker === breaker)
}
