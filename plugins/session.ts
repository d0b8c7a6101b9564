import fp from 'fastify-plugin'
import { randomUUID } from 'node:crypto'
import { createFallbackSessionStore } from '../stores/fallback-session-store.ts'
import { createMemorySessionStore } from '../stores/memory/session-store.ts'
import { createRedisSessionStore } from '../stores/redis/session-store.ts'
import { turnLeaseMs } from '../services/turn.ts'
import type { SessionStore } from '../stores/session-store.ts'
import { MOST_WORDINGS } from '../stores/session-view.ts'

declare module 'fastify' {
  interface FastifyInstance { session: SessionStore }
}

export interface SessionOptions { sessionStore?: SessionStore, now?: () => number }

/** Conversations: last messages, wordings heard, engine, care; one turn at a time. */
export default fp<SessionOptions>(async (app, { sessionStore, now = () => performance.now() }) => {
  const { sessionTtlMs: ttlMs, sessionMaxEntries: maxSessions, contextMessages: maxMessages, turnDeadlineMs } = app.config
  const options = { ttlMs, maxMessages, maxWordings: MOST_WORDINGS, maxSessions, now, leaseMs: turnLeaseMs(turnDeadlineMs), newToken: randomUUID }
  const fallbacks = app.metrics.counter('amora_session_local_total')
  const local = createMemorySessionStore(options)
  const { store } = app.sharedState
  const shared = store && createFallbackSessionStore({ ...options, shared: createRedisSessionStore(store, options), local, onFallback: () => { fallbacks.inc() } })
  app.decorate('session', sessionStore ?? shared ?? local)
}, { name: 'session', dependencies: ['config', 'metrics', 'redis'] })
