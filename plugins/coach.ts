import fp from 'fastify-plugin'
import type { FastifyInstance } from 'fastify'
import { classify } from '../services/understanding/classifier.ts'
import { strategyOf } from '../services/understanding/strategy.ts'
import { triviality } from '../services/understanding/trivial.ts'
import { trivialReply } from '../services/understanding/trivial-replies.ts'
import { presenceReply } from '../services/safety/presence.ts'
import type { ASSIGNED, OUTCOMES, SERVED } from '../services/turn.ts'
import { FALLBACK_REASONS, TIERS, runTurn, type OpenSession, type Turn, type TurnEnd, type TurnPorts } from '../services/turn.ts'
import type { SessionLease } from '../stores/session-store.ts'
import { CHAT_BUCKETS } from './metrics.ts'

declare module 'fastify' {
  interface FastifyInstance { coach: Coach }
}

export interface Coach {
  /** Runs the turn to its end, counts it and writes its one log line. */
  answer (turn: Turn): Promise<TurnEnd>
}

export interface CoachOptions { random?: () => number, now?: () => number }

/** Bounded waits of turn.md, in milliseconds. */
const LOCK_WAIT_MS = 1000
const PEEK_WAIT_MS = 50

/** Wires the pure sequence to the concerns and settles each turn. The only plugin that knows both engines. */
export default fp<CoachOptions>(async (app, { random = Math.random, now = () => performance.now() }) => {
  const ports = createPorts(app, random)
  const settle = createSettlement(app, now)
  app.decorate('coach', {
    async answer (turn) {
      try {
        const end = await runTurn(turn, ports)
        settle(turn, end)
        return end
      } catch (error) {
        settle(turn, { assigned: 'none', served: 'none', outcome: 'error', reason: 'internal', cache: 'bypass', legs: [] })
        throw error
      }
    }
  })
}, {
  name: 'coach',
  dependencies: ['config', 'metrics', 'v1', 'v2', 'rollout', 'safety', 'session']
})

function createPorts (app: FastifyInstance, random: () => number): TurnPorts {
  const keyOf = ({ userId, sessionId }: Turn) => ({ userId, sessionId })
  return {
    classify,
    strategyOf,
    triviality,
    openSession: async turn => {
      const lease = await app.session.open(keyOf(turn), LOCK_WAIT_MS, turn.signal)
      return lease && opened(app, lease)
    },
    peekSession: async turn => app.session.peek(keyOf(turn), AbortSignal.timeout(PEEK_WAIT_MS)).catch(() => undefined),
    noteCare: async (turn, note) => { await app.session.note(keyOf(turn), note, AbortSignal.timeout(PEEK_WAIT_MS)).catch(() => {}) },
    screenInCare: (text, kind) => app.safety.screenInCare(text, kind),
    assign: (turn, pinned) => app.rollout.assign(turn.userId, pinned),
    careReply: input => app.safety.care({ ...input, pick: random() }),
    trivialReply: (kind, { inCare, ...input }) => inCare && kind !== 'identity'
      ? presenceReply({ ...input, kind: inCare, pick: random() })
      : trivialReply(kind, { ...input, pick: random() }),
    v1: ({ mode, question, topics, scan }, input) => app.v1.answer({ mode, question, topics, scan, ...input }),
    v2: async ({ question, mode, tier, signal }, session) =>
      app.v2.answer({ question, mode, tier, history: session.messages, inCare: session.care !== undefined }, signal)
  }
}

function opened (app: FastifyInstance, lease: SessionLease): OpenSession {
  return {
    ...lease.view,
    save: async change => { await app.session.save(lease, change) },
    release: async () => { await app.session.release(lease) }
  }
}

/** Counts a turn at its end and logs the facts of it: never a word that anybody wrote. */
function createSettlement (app: FastifyInstance, now: () => number): (turn: Turn, end: TurnEnd) => void {
  const turns = app.metrics.counter('amora_turns_total', 'Coaching turns by their end', ['assigned', 'served', 'outcome', 'tier'], possibleEnds())
  const duration = app.metrics.histogram('amora_turn_duration_seconds', 'Time from the request to the end of the turn', ['served', 'outcome', 'cache'], CHAT_BUCKETS)
  const fallbacks = app.metrics.counter('amora_fallbacks_total', 'Turns that V1 answered for V2, by reason', ['reason'], FALLBACK_REASONS.map(reason => ({ reason })))
  return (turn, { assigned, served, outcome, cache, reason = '', rollout, legs }) => {
    const durationMs = now() - turn.startedAt
    turns.inc({ assigned, served, outcome, tier: turn.tier })
    duration.observe({ served, outcome, cache }, durationMs / 1000)
    if (outcome === 'degraded') fallbacks.inc({ reason })
    app.log.info({ turnId: turn.id, assigned, served, outcome, reason, rollout, cache, tier: turn.tier, mode: turn.mode, durationMs: Math.round(durationMs), legs }, 'turn')
  }
}

/** turn.md's table: the ends that can occur, so that each counter starts at 0. */
function possibleEnds () {
  const ends = [
    ['none', 'safety', 'care'], ['v2', 'safety', 'care'], ['v1', 'v1', 'ok'], ['v2', 'v1', 'ok'], ['v2', 'v2', 'ok'], ['v2', 'v2', 'declined'],
    ['v2', 'v1', 'degraded'], ['none', 'none', 'denied'], ['none', 'none', 'aborted'], ['v2', 'none', 'aborted'], ['none', 'none', 'error']
  ] as const satisfies ReadonlyArray<readonly [typeof ASSIGNED[number], typeof SERVED[number], typeof OUTCOMES[number]]>
  return ends.flatMap(([assigned, served, outcome]) => TIERS.map(tier => ({ assigned, served, outcome, tier })))
}
