import fp from 'fastify-plugin'
import type { FastifyInstance } from 'fastify'
import { classify } from '../services/understanding/classifier.ts'
import { strategyOf } from '../services/understanding/strategy.ts'
import { trivialReply } from '../services/understanding/trivial-replies.ts'
import { presenceReply } from '../services/safety/presence.ts'
import { replyOf } from '../services/reply.ts'
import { RUNGS } from '../services/ladder.ts'
import { usdOf } from '../services/money.ts'
import { FALLBACK_REASONS, TIERS, isRefunded, unanswered, type ASSIGNED, type OUTCOMES, type SERVED, type Turn, type TurnEnd } from '../services/turn.ts'
import { runTurn, type OpenSession, type TurnPorts } from '../services/turn-sequence.ts'
import type { SessionLease } from '../stores/session-store.ts'
import { FAST_BUCKETS } from '../services/metric-catalogue.ts'
import { ENGINES } from '../services/rollout.ts'
import { CHAT_BUCKETS } from './metrics.ts'

declare module 'fastify' {
  interface FastifyInstance { coach: Coach }
}

export interface Coach {
  /** Runs the turn to its end, counts it and writes its one log line. */
  answer (turn: Turn): Promise<TurnEnd>
  /** Counts and logs a turn that a limit refused. */
  refuse (turn: Turn, reason: 'daily' | 'burst'): void
  /** Counts and logs a turn for which the process had no room. */
  shed (turn: Turn): void
}

export interface CoachOptions { random?: () => number, now?: () => number, nowMs?: () => number }

/** Bounded waits of turn.md, in milliseconds. */
const LOCK_WAIT_MS = 1000
const PEEK_WAIT_MS = 50

/** Wires the pure sequence to the concerns and settles each turn. The only plugin that knows both engines. */
export default fp<CoachOptions>(async (app, { random = Math.random, now = () => performance.now(), nowMs = Date.now }) => {
  const settle = createSettlement(app, now)
  const ports = createPorts(app, { random, nowMs, settle })
  // A turn outlives its request where the caller has left: its end is booked all the same.
  const underWay = new Set<Promise<TurnEnd>>()
  app.addHook('onClose', async () => { await Promise.allSettled(underWay) })
  app.decorate('coach', {
    async answer (turn) {
      const running = runTurn(turn, ports).finally(() => { underWay.delete(running) })
      underWay.add(running)
      return running
    },
    refuse: (turn, reason) => { settle(turn, unanswered('none', 'denied', reason)) },
    shed: turn => { settle(turn, { ...unanswered('none', 'shed', 'overload'), rung: 'care_only' }) }
  })
}, {
  name: 'coach',
  dependencies: ['config', 'metrics', 'v1', 'v2', 'rollout', 'safety', 'session', 'memory', 'ledger', 'rate-limit', 'idempotency']
})

function createPorts (app: FastifyInstance, { random, nowMs, settle }: { random: () => number, nowMs: () => number, settle: TurnPorts['settle'] }): TurnPorts {
  const keyOf = ({ owner, sessionId }: Turn) => ({ owner, sessionId })
  return {
    classify,
    strategyOf,
    settle,
    nowMs,
    openSession: async turn => {
      const lease = await app.session.open(keyOf(turn), LOCK_WAIT_MS, turn.signal)
      return lease && opened(app, lease)
    },
    peekSession: async turn => app.session.peek(keyOf(turn), AbortSignal.timeout(PEEK_WAIT_MS)).catch(() => undefined),
    noteCare: async (turn, note) => { await app.session.note(keyOf(turn), note, AbortSignal.timeout(PEEK_WAIT_MS)).catch(() => {}) },
    recall: async turn => turn.tier === 'paid' ? app.memory.recall(turn) : undefined,
    remember: async (turn, note) => app.memory.note(turn, note),
    keepReply: async (turn, end) => { if (turn.retryKey) await app.idempotency.keep(turn, JSON.stringify(replyOf(turn, end))) },
    screenInCare: (text, kind) => app.safety.screenInCare(text, kind),
    assign: ({ userId, owner, formerOwners, forcedEngine: forced }, pinned) => app.rollout.assign({ userId, owner, formerOwners, pinned, forced }),
    careReply: input => app.safety.care({ ...input, pick: random() }),
    trivialReply: (kind, { inCare, ...input }) => inCare && kind !== 'identity'
      ? presenceReply({ ...input, kind: inCare, pick: random() })
      : trivialReply(kind, { ...input, pick: random() }),
    v1: ({ mode, question, topics, scan }, input) => app.v1.answer({ mode, question, topics, scan, ...input }),
    v2: async ({ id, owner, question, mode, tier, deadlineAt, signal, stream }, { messages, wordings, care }, memory) =>
      app.v2.answer({ turnId: id, owner, question, mode, tier, deadlineAt, memory, care, history: messages, used: wordings }, signal, stream?.show)
  }
}

/** A lease ends once: saving unlocks, too. An answer that is there is given, also where its session can't be kept. */
function opened (app: FastifyInstance, lease: SessionLease): OpenSession {
  const softly = async (work: Promise<void>) => work.then(() => true, (err: unknown) => {
    app.log.error({ err }, 'a session could not be kept')
    return false
  })
  let isSaved = false
  return {
    ...lease.view,
    save: async change => { isSaved = await softly(app.session.save(lease, change)) },
    release: async () => { if (!isSaved) await softly(app.session.release(lease)) }
  }
}

/** Counts a turn at its end, books it and logs the facts of it: never a word that anybody wrote. */
function createSettlement (app: FastifyInstance, now: () => number): TurnPorts['settle'] {
  const turns = app.metrics.counter('amora_turns_total', 'Coaching turns by their end', ['assigned', 'served', 'outcome', 'tier'], possibleEnds())
  const duration = app.metrics.histogram('amora_turn_duration_seconds', 'Time from the request to the end of the turn, or to the first words of a stream', ['served', 'outcome', 'cache'], CHAT_BUCKETS)
  const fallbacks = app.metrics.counter('amora_fallbacks_total', 'Turns that V1 answered for V2, by reason', ['reason'], FALLBACK_REASONS.map(reason => ({ reason })))
  const rungs = app.metrics.counter('amora_ladder_total', 'Turns by the rung of the ladder that they were answered on, where models were to be asked; care_only counts those that were shed', ['rung'], RUNGS.map(rung => ({ rung })))
  const overhead = app.metrics.histogram('amora_turn_overhead_seconds', 'Time of a turn that was not spent waiting for a model', ['served'], FAST_BUCKETS)
  const conversations = app.metrics.counter('amora_conversations_total', 'Conversations by the engine that they are pinned to, counted when they start', ['served', 'tier'], ENGINES.flatMap(served => TIERS.map(tier => ({ served, tier }))))
  return (turn, end) => {
    const { assigned, served, outcome, cache, reason = '', rollout, rung } = end
    const durationMs = now() - turn.startedAt
    turns.inc({ assigned, served, outcome, tier: turn.tier })
    // Nobody waits for the end of what he is reading.
    duration.observe({ served, outcome, cache }, ((turn.stream?.firstShownAt ?? now()) - turn.startedAt) / 1000)
    if (rung) rungs.inc({ rung })
    if (outcome === 'degraded') fallbacks.inc({ reason })
    overhead.observe({ served }, Math.max(0, durationMs - waitedMs(end)) / 1000)
    if (end.startsSession && end.message !== undefined && (assigned === 'v1' || assigned === 'v2')) conversations.inc({ served: assigned, tier: turn.tier })
    const cost = app.ledger.settle(turn, end, durationMs)
    if (isRefunded(end)) app.quota.refund(turn)
    app.log.info({ turnId: turn.id, assigned, served, outcome, reason, rollout, rung, cache, tier: turn.tier, mode: turn.mode, durationMs: Math.round(durationMs), costUsd: usdOf(cost), calls: end.legs.length }, 'turn')
  }
}

/** What the calls on the way to the answer took, one after another; moderation runs beside them. */
function waitedMs ({ legs }: TurnEnd): number {
  return legs.reduce((sum, { leg, durationMs }) => sum + (leg === 'moderate' ? 0 : durationMs), 0)
}

/** turn.md's table: the ends that can occur, so that each counter starts at 0. */
function possibleEnds () {
  const ends = [
    ['none', 'safety', 'care'], ['v2', 'safety', 'care'], ['v1', 'v1', 'ok'], ['v2', 'v1', 'ok'], ['v2', 'v2', 'ok'], ['v2', 'v2', 'declined'],
    ['v2', 'v1', 'degraded'], ['none', 'none', 'denied'], ['none', 'none', 'aborted'], ['v2', 'none', 'aborted'],
    ['none', 'none', 'shed'], ['none', 'none', 'error'], ['v1', 'none', 'error'], ['v2', 'none', 'error']
  ] as const satisfies ReadonlyArray<readonly [typeof ASSIGNED[number], typeof SERVED[number], typeof OUTCOMES[number]]>
  return ends.flatMap(([assigned, served, outcome]) => TIERS.map(tier => ({ assigned, served, outcome, tier })))
}
