import fp from 'fastify-plugin'
import type { FastifyInstance } from 'fastify'
import { classify } from '../services/understanding/classifier.ts'
import { strategyOf } from '../services/understanding/strategy.ts'
import { trivialReply } from '../services/understanding/trivial-replies.ts'
import { presenceReply } from '../services/safety/presence.ts'
import { replyOf } from '../services/reply.ts'
import { labelValue } from '../services/metric-catalogue.ts'
import { usdOf } from '../services/money.ts'
import { isRefunded, unanswered, type Turn, type TurnEnd } from '../services/turn.ts'
import { runTurn, type OpenSession, type TurnPorts, type TurnSession } from '../services/turn-sequence.ts'
import { AMORA } from '../services/tracing/names.ts'
import { flagFacts, turnFacts } from '../services/tracing/turn-facts.ts'
import { createUnderWay } from '../services/under-way.ts'
import type { SessionLease } from '../stores/session-store.ts'
import type { Tracing } from './tracing.ts'

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
  const ports = asSteps(createPorts(app, { random, nowMs, settle: createSettlement(app, now) }), app.tracing)
  // A turn outlives its request where the caller has left: its end is booked all the same.
  const underWay = createUnderWay()
  app.addHook('onClose', underWay.settled)
  app.decorate('coach', {
    async answer (turn) {
      const running = runTurn(turn, ports)
      underWay.add(running)
      app.tracing.holdOpen(running)
      return running
    },
    refuse: (turn, reason) => { ports.settle(turn, unanswered('none', 'denied', reason)) },
    shed: turn => { ports.settle(turn, { ...unanswered('none', 'shed', 'overload'), rung: 'care_only' }) }
  })
}, {
  name: 'coach',
  dependencies: ['config', 'tracing', 'metrics', 'v1', 'v2', 'rollout', 'safety', 'session', 'memory', 'ledger', 'rate-limit', 'idempotency']
})

function createPorts (app: FastifyInstance, { random, nowMs, settle }: { random: () => number, nowMs: () => number, settle: TurnPorts['settle'] }): TurnPorts {
  const keyOf = ({ owner, sessionId }: Turn) => ({ owner, sessionId })
  const recall = app.tracing.step('memory', app.memory.recall)
  const keep = app.tracing.step('keep', app.idempotency.keep)
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
    recall: async turn => turn.tier === 'paid' ? recall(turn) : undefined,
    remember: async (turn, note) => app.memory.note(turn, note),
    keepReply: async (turn, end) => { if (turn.retryKey) await keep(turn, JSON.stringify(replyOf(turn, end))) },
    screenInCare: (text, kind) => app.safety.screenInCare(text, kind),
    assign: ({ userId, owner, formerOwners, forcedEngine: forced }, pinned) => app.rollout.assign({ userId, owner, formerOwners, pinned, forced }),
    careReply: input => app.safety.care({ ...input, pick: random() }),
    trivialReply: (kind, { inCare, ...input }) => inCare && kind !== 'identity'
      ? presenceReply({ ...input, kind: inCare, pick: random() })
      : trivialReply(kind, { ...input, pick: random() }),
    v1: ({ mode, question, topics, scan }, input) => app.v1.answer({ mode, question, topics, scan, ...input }),
    v2: async ({ id, owner, question, screen, mode, tier, deadlineAt, signal, stream }, { messages, wordings, care }, memory) =>
      app.v2.answer({ turnId: id, owner, question, flag: screen.action === 'flag' ? screen.category : undefined, mode, tier, deadlineAt, memory, care, history: messages, used: wordings }, signal, stream?.show)
  }
}

/** The doors of the sequence as steps of the turn's trace. */
function asSteps (ports: TurnPorts, { step }: Tracing): TurnPorts {
  const sessionFacts = (session: TurnSession | undefined) => ({ [AMORA.sessionTurns]: session?.turns })
  return {
    ...ports,
    openSession: step('session', ports.openSession, sessionFacts),
    peekSession: step('session', ports.peekSession, sessionFacts),
    assign: step('rollout', ports.assign, flagFacts),
    careReply: step('care', ports.careReply),
    trivialReply: step('trivial', ports.trivialReply),
    v1: step('v1', ports.v1),
    v2: step('v2', ports.v2, ({ end: { kind }, cache }) => ({ [AMORA.end]: kind, [AMORA.cache]: cache })),
    noteCare: step('save', ports.noteCare),
    remember: step('remember', ports.remember),
    settle: step('settle', ports.settle)
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
    save: app.tracing.step('save', async change => { isSaved = await softly(app.session.save(lease, change)) }),
    release: async () => { if (!isSaved) await softly(app.session.release(lease)) }
  }
}

/** Counts a turn at its end, books it and logs the facts of it: never a word that anybody wrote. */
function createSettlement (app: FastifyInstance, now: () => number): TurnPorts['settle'] {
  const turns = app.metrics.counter('amora_turns_total')
  const duration = app.metrics.histogram('amora_turn_duration_seconds')
  const fallbacks = app.metrics.counter('amora_fallbacks_total')
  const rungs = app.metrics.counter('amora_ladder_total')
  const overhead = app.metrics.histogram('amora_turn_overhead_seconds')
  const conversations = app.metrics.counter('amora_conversations_total')
  return (turn, end) => {
    const { assigned, served, outcome, cache, reason = '', rollout, rung } = end
    const durationMs = now() - turn.startedAt
    turns.inc({ assigned, served, outcome, tier: turn.tier })
    // Nobody waits for the end of what he is reading.
    duration.observe({ served, outcome, cache }, ((turn.stream?.firstShownAt ?? now()) - turn.startedAt) / 1000)
    if (rung) rungs.inc({ rung })
    if (outcome === 'degraded') fallbacks.inc({ reason: labelValue('amora_fallbacks_total', 'reason', reason) })
    overhead.observe({ served }, Math.max(0, durationMs - waitedMs(end)) / 1000)
    if (end.startsSession && end.message !== undefined && (assigned === 'v1' || assigned === 'v2')) conversations.inc({ served: assigned, tier: turn.tier })
    const cost = app.ledger.settle(turn, end, durationMs)
    app.tracing.note(() => turnFacts(turn, end, usdOf(cost)))
    if (isRefunded(end)) app.quota.refund(turn)
    app.log.info({ turnId: turn.id, assigned, served, outcome, reason, rollout, rung, cache, tier: turn.tier, mode: turn.mode, durationMs: Math.round(durationMs), costUsd: usdOf(cost), calls: end.legs.length }, 'turn')
  }
}

/** What the calls on the way to the answer took, one after another; moderation runs beside them. */
function waitedMs ({ legs, waitedMs = 0 }: TurnEnd): number {
  return legs.reduce((sum, { leg, durationMs }) => sum + (leg === 'moderate' ? 0 : durationMs), waitedMs)
}
