import fp from 'fastify-plugin'
import { randomUUID } from 'node:crypto'
import { createFallbackSessionStore } from '../stores/fallback-session-store.ts'
import { createMemorySessionStore } from '../stores/memory/session-store.ts'
import { createRedisSessionStore } from '../stores/redis/session-store.ts'
import { STREAM_GOES_ON_MS } from '../services/turn.ts'
import type { SessionStore } from '../stores/session-store.ts'
import { MOST_WORDINGS } from '../stores/session-view.ts'

declare module 'fastify' {
  interface FastifyInstance { session: SessionStore }
}

/** Longer than any turn: a lease outlives its turn only when the turn was lost. */
const LEASE_MARGIN_MS = 5000

export interface SessionOptions { sessionStore?: SessionStore, now?: () => number }

/** Conversations: last messages, wordings heard, engine, care; one turn at a time. */
export default fp<SessionOptions>(async (app, { sessionStore, now = () => performance.now() }) => {
  const { sessionTtlMs: ttlMs, sessionMaxEntries: maxSessions, contextMessages: maxMessages, turnDeadlineMs } = app.config
  const options = { ttlMs, maxMessages, maxWordings: MOST_WORDINGS, maxSessions, now, leaseMs: turnDeadlineMs + STREAM_GOES_ON_MS + LEASE_MARGIN_MS, newToken: randomUUID }
  const fallbacks = app.metrics.counter('amora_session_local_total')
  const local = createMemorySessionStore(options)
  const { store } = app.sharedState
  const shared = store && createFallbackSessionStore({ ...options, shared: createRedisSessionStore(store, options), local, onFallback: () => { fallbacks.inc() } })
  app.decorate('session', sessionStore ?? shared ?? local)
}, { name: 'session', dependencies: ['config', 'metrics', 'redis'] })
