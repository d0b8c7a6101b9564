/** The legacy wire form of an answered turn. */
import { confidenceOf } from './understanding/confidence.ts'
import type { Answered, Turn } from './turn.ts'

export interface CoachReply {
  message: string
  mode: string
  confidence: number
  referenced_data: Record<string, unknown>
  session_id: string
  turn_id: string
  engine: string
  degraded: boolean
}

/** What the app back end receives for this turn; snake_case and field names are the legacy contract. */
export function replyOf (turn: Turn, end: Answered): CoachReply {
  const degraded = end.outcome === 'degraded'
  return {
    message: end.message,
    mode: end.mode,
    confidence: confidenceOf(end.strategy),
    referenced_data: {
      emotional_signals: end.reading.emotions,
      intent_signals: { ...end.reading.intents, confidence_level: end.strategy },
      strategy: end.strategy,
      is_paid: turn.tier === 'paid',
      ...(end.model ? { model: end.model } : {}),
      ...(end.topic ? { topic: end.topic } : {}),
      ...(end.crisis ? { crisis: end.crisis } : {}),
      ...(end.outcome === 'declined' || end.reason === 'trivial' ? { reason: end.reason } : {}),
      ...(degraded ? { fallback: true, reason: end.reason } : {}),
      ...(end.rung && end.rung !== 'full' ? { rung: end.rung } : {})
    },
    session_id: turn.sessionId,
    turn_id: turn.id,
    engine: end.served,
    degraded
  }
}
