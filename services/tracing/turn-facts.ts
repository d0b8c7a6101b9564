/** What the spans of a turn's steps tell: numbers, and words out of closed sets. */
import type { Assignment } from '../rollout.ts'
import type { ReviewResult, ScreenResult } from '../safety/verdict.ts'
import type { Turn, TurnEnd } from '../turn.ts'
import { AMORA, FEATURE_FLAG, FLAG_REASONS } from './names.ts'
import type { Facts } from './tracer.ts'

/** The turn as a whole, at its end. */
export function turnFacts ({ tier, mode, startedAt, stream }: Turn, { assigned, served, outcome, reason, cache, rung, rollout, legs }: TurnEnd, costUsd: number): Facts {
  return {
    [AMORA.assigned]: assigned,
    [AMORA.served]: served,
    [AMORA.outcome]: outcome,
    [AMORA.reason]: reason,
    [AMORA.cache]: cache,
    [AMORA.rung]: rung,
    [AMORA.rolloutReason]: rollout,
    [AMORA.tier]: tier,
    [AMORA.mode]: mode,
    [AMORA.costUsd]: costUsd,
    [AMORA.modelCalls]: legs.length,
    [AMORA.firstWords]: stream?.firstShownAt && (stream.firstShownAt - startedAt) / 1000
  }
}

/** The rollout's decision, as the conventions describe the evaluation of a feature flag. */
export function flagFacts ({ engine, reason }: Assignment): Facts {
  return {
    [FEATURE_FLAG.key]: 'amora.engine',
    [FEATURE_FLAG.provider]: 'amora.rollout',
    [FEATURE_FLAG.variant]: engine,
    [FEATURE_FLAG.reason]: FLAG_REASONS[reason],
    [AMORA.rolloutReason]: reason
  }
}

/** Of a turn with an Idempotency-Key. */
export const replayFacts = (found: { readonly answered?: string } | undefined): Facts => ({ [AMORA.replay]: found && (found.answered === undefined ? 'started' : 'finished') })

export const screenFacts = ({ action }: ScreenResult): Facts => ({ [AMORA.screen]: action })

export const reviewFacts = (faults: ReviewResult): Facts => ({ [AMORA.reviewFaults]: faults.length, [AMORA.reviewCategory]: faults[0] })
