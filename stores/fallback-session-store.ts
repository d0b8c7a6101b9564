import { LRUCache } from 'lru-cache'
import { isUnavailable } from './redis/shared-store.ts'
import type { SessionKey, SessionLease, SessionStore, SessionView } from './session-store.ts'

/**
 * The shared store, and while it does not answer the process's own: with the history that this process still has of a
 * session, so that nobody starts anew in the middle of a talk.
 */
export function createFallbackSessionStore ({ shared, local, maxSessions, onFallback }: {
  shared: SessionStore, local: SessionStore, maxSessions: number, onFallback: () => void
}): SessionStore {
  /** What was last seen of the shared sessions. */
  const seen = new LRUCache<string, SessionView>({ max: maxSessions })
  const localLeases = new WeakSet<SessionLease>()
  const nameOf = ({ owner, sessionId }: SessionKey) => `${owner}/${sessionId}`

  async function softly<T> (work: () => Promise<T>, otherwise: () => Promise<T>): Promise<T> {
    try {
      return await work()
    } catch (error) {
      if (!isUnavailable(error)) throw error
      onFallback()
      return otherwise()
    }
  }

  async function openLocally (key: SessionKey, waitMs: number, signal: AbortSignal): Promise<SessionLease | undefined> {
    const lease = await local.open(key, waitMs, signal)
    if (!lease) return undefined
    const opened = lease.view.turns === 0 ? { ...lease, view: seen.get(nameOf(key)) ?? lease.view } : lease
    localLeases.add(opened)
    return opened
  }

  return {
    open: async (key, waitMs, signal) => softly(async () => {
      const lease = await shared.open(key, waitMs, signal)
      if (lease) seen.set(nameOf(key), lease.view)
      return lease
    }, async () => openLocally(key, waitMs, signal)),
    peek: async (key, signal) => softly(async () => shared.peek(key, signal), async () => await local.peek(key, signal) ?? seen.get(nameOf(key))),
    async save (lease, change) {
      const view = { ...lease.view, messages: [...lease.view.messages, ...change.messages ?? []], turns: lease.view.turns + 1, care: change.care ?? lease.view.care, engine: change.engine ?? lease.view.engine }
      seen.set(nameOf(lease.key), view)
      if (localLeases.has(lease)) return local.save(lease, change)
      // Its lock ends by itself; what the turn changed is in `seen`.
      await softly(async () => shared.save(lease, change), async () => {})
    },
    async release (lease) {
      if (localLeases.has(lease)) return local.release(lease)
      await softly(async () => shared.release(lease), async () => {})
    },
    note: async (key, change, signal) => softly(async () => shared.note(key, change, signal), async () => local.note(key, change, signal)),
    async erase (owner) {
      for (const name of seen.keys()) if (name.startsWith(`${owner}/`)) seen.delete(name)
      await Promise.all([local.erase(owner), shared.erase(owner)])
    }
  }
}
