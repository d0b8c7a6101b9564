import fp from 'fastify-plugin'
import { randomUUID } from 'node:crypto'
import { createMemorySessionStore } from '../stores/memory/session-store.ts'
import type { SessionStore } from '../stores/session-store.ts'

declare module 'fastify' {
  interface FastifyInstance { session: SessionStore }
}

/** Longer than any turn: a lease outlives its turn only when the turn was lost. */
const LEASE_MARGIN_MS = 5000

export interface SessionOptions { sessionStore?: SessionStore, now?: () => number }

/** Conversations: last messages, wordings heard, engine, care; one turn at a time. */
export default fp<SessionOptions>(async (app, { sessionStore, now = () => performance.now() }) => {
  const { sessionTtlMs, sessionMaxEntries, contextMessages, turnDeadlineMs } = app.config
  app.decorate('session', sessionStore ?? createMemorySessionStore({
    ttlMs: sessionTtlMs, maxSessions: sessionMaxEntries, maxMessages: contextMessages, leaseMs: turnDeadlineMs + LEASE_MARGIN_MS, now, newToken: randomUUID
  }))
}, { name: 'session', dependencies: ['config', 'metrics'] })
