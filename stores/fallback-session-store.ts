import { LRUCache } from 'lru-cache'
import type { LocalSessionStore } from './memory/session-store.ts'
import { isUnavailable } from './redis/shared-store.ts'
import type { MissedTurns, SessionChange, SessionKey, SessionLease, SessionStore } from './session-store.ts'
import { changedSession, emptySession, joinedSession, type SessionBounds } from './session-view.ts'

export interface FallbackSessionOptions extends SessionBounds {
  readonly shared: SessionStore
  /** Sees all that passes through this process, so that a talk goes on when the shared store is away. */
  readonly local: LocalSessionStore
  readonly maxSessions: number
  readonly ttlMs: number
  /** Milliseconds, any origin, never backwards. */
  readonly now: () => number
  readonly onFallback: () => void
}

/**
 * The shared store, and while it does not answer the process's own, with the history that this process has seen. What was said
 * meanwhile is written to the shared store with the session's next turn here.
 */
export function createFallbackSessionStore (options: FallbackSessionOptions): SessionStore {
  const { shared, local, maxSessions, ttlMs, now, onFallback } = options
  const missed = new LRUCache<string, MissedTurns>({ max: maxSessions, ttl: ttlMs, perf: { now }, ttlResolution: 0 })
  const localLeases = new WeakSet<SessionLease>()
  /** A turn that was under way when its user was erased leaves nothing behind here. */
  const erasedAt = new LRUCache<string, number>({ max: maxSessions, ttl: ttlMs, perf: { now }, ttlResolution: 0 })
  const openedAt = new WeakMap<SessionLease, number>()
  const isErased = (lease: SessionLease) => (erasedAt.get(lease.key.owner) ?? -Infinity) >= openedAt.get(lease)!
  const begun = (lease: SessionLease) => {
    openedAt.set(lease, now())
    return lease
  }

  async function softly<T> (work: () => Promise<T>, otherwise: () => Promise<T>): Promise<T> {
    try {
      return await work()
    } catch (error) {
      if (!isUnavailable(error)) throw error
      onFallback()
      return otherwise()
    }
  }
  const miss = (key: SessionKey, change: SessionChange, turns: 0 | 1) => {
    const before = { ...emptySession(key.sessionId), ...missed.get(nameOf(key)) }
    missed.set(nameOf(key), changedSession(before, change, turns, options))
  }
  const joined = (key: SessionKey, view: SessionLease['view']) => {
    const later = missed.get(nameOf(key))
    return later ? joinedSession(view, later, options) : view
  }

  return {
    open: async (key, waitMs, signal) => softly(async () => {
      const lease = await shared.open(key, waitMs, signal)
      return lease && begun({ ...lease, view: joined(key, lease.view) })
    }, async () => {
      const lease = await local.open(key, waitMs, signal)
      if (lease) localLeases.add(begun(lease))
      return lease
    }),
    peek: async (key, signal) => softly(async () => {
      const view = await shared.peek(key, signal)
      return view ? joined(key, view) : missed.has(nameOf(key)) ? joined(key, emptySession(key.sessionId)) : undefined
    }, async () => local.peek(key, signal)),
    async save (lease, change) {
      const { key, view } = lease
      if (isErased(lease)) return
      if (localLeases.has(lease)) {
        miss(key, change, 1)
        return local.save(lease, change)
      }
      local.remember(key, changedSession(view, change, 1, options))
      const later = missed.get(nameOf(key))
      await shared.save(lease, later ? { ...change, missed: later } : change)
      missed.delete(nameOf(key))
    },
    release: async lease => localLeases.has(lease) ? local.release(lease) : shared.release(lease),
    async note (key, change, signal) {
      await local.note(key, change, signal)
      await softly(async () => shared.note(key, change, signal), async () => { miss(key, change, 0) })
    },
    async erase (owner) {
      erasedAt.set(owner, now())
      for (const name of missed.keys()) if (name.startsWith(`${owner}/`)) missed.delete(name)
      await Promise.all([local.erase(owner), shared.erase(owner)])
    }
  }
}

const nameOf = ({ owner, sessionId }: SessionKey) => `${owner}/${sessionId}`
