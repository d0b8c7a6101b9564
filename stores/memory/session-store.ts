import { LRUCache } from 'lru-cache'
import type { SessionChange, SessionKey, SessionStore, SessionView } from '../session-store.ts'
import { MOST_WORDINGS, changedSession, emptySession } from '../session-view.ts'

export interface MemorySessionOptions {
  /** Silence after which a session is forgotten. */
  readonly ttlMs: number
  readonly maxSessions: number
  readonly maxMessages: number
  /** Wordings remembered per session; the oldest fall out. */
  readonly maxWordings?: number
  /** A lease that nobody ended is void after this. */
  readonly leaseMs: number
  /** Milliseconds, any origin, never backwards. */
  readonly now: () => number
  readonly newToken: () => string
}

/** What a store of one process can do besides. */
export interface LocalSessionStore extends SessionStore {
  /** Puts what is known of a session in place of what was; care that was noted holds. */
  remember (key: SessionKey, view: SessionView): void
}

interface Lock { readonly token: string, readonly expiresAt: number, readonly ended: PromiseWithResolvers<void> }

/** Sessions of one process. */
export function createMemorySessionStore (options: MemorySessionOptions): LocalSessionStore {
  const { ttlMs, maxSessions, maxMessages, maxWordings = MOST_WORDINGS, leaseMs, now, newToken } = options
  const sessions = new LRUCache<string, SessionView>({ max: maxSessions, ttl: ttlMs, perf: { now }, ttlResolution: 0 })
  const locks = new Map<string, Lock>()

  const heldBy = (id: string) => {
    const lock = locks.get(id)
    return lock && lock.expiresAt > now() ? lock : undefined
  }
  /** Looks and takes in one step, with nothing awaited between; the lock in the way, if there is one. */
  const take = (id: string, token: string) => {
    const held = heldBy(id)
    if (!held) locks.set(id, { token, expiresAt: now() + leaseMs, ended: Promise.withResolvers() })
    return held
  }
  const end = (id: string, token: string) => {
    const lock = locks.get(id)
    if (lock?.token !== token) return false
    locks.delete(id)
    lock.ended.resolve()
    return true
  }
  const write = (key: SessionKey, change: SessionChange, turns: 0 | 1) => {
    const before = sessions.get(nameOf(key)) ?? emptySession(key.sessionId)
    sessions.set(nameOf(key), changedSession(before, change, turns, { maxMessages, maxWordings }))
  }

  return {
    async open (key, waitMs, signal) {
      const id = nameOf(key)
      const token = newToken()
      if (!await acquire(() => take(id, token), waitMs, signal)) return undefined
      return { key, token, view: sessions.get(id) ?? emptySession(key.sessionId) }
    },
    peek: async key => sessions.get(nameOf(key)),
    save: async (lease, change) => {
      if (heldBy(nameOf(lease.key))?.token !== lease.token) return
      write(lease.key, change, 1)
      end(nameOf(lease.key), lease.token)
    },
    release: async lease => { end(nameOf(lease.key), lease.token) },
    note: async (key, change) => write(key, change, 0),
    remember: (key, view) => { sessions.set(nameOf(key), { ...view, care: view.care ?? sessions.get(nameOf(key))?.care }) },
    erase: async owner => {
      const isHis = (id: string) => id.startsWith(nameOf({ owner, sessionId: '' }))
      for (const id of sessions.keys()) if (isHis(id)) sessions.delete(id)
      // Whoever has lost his lock saves nothing: a turn under way does not bring back what is erased.
      for (const [id, { token }] of locks) if (isHis(id)) end(id, token)
    }
  }
}

const nameOf = ({ owner, sessionId }: SessionKey) => `${owner}/${sessionId}`

/** True once taken. Two that wait for the same end race for it again: `take` decides. */
async function acquire (take: () => Lock | undefined, waitMs: number, signal: AbortSignal): Promise<boolean> {
  const giveUpAt = performance.now() + waitMs
  for (let held = take(); held; held = take()) {
    const leftMs = giveUpAt - performance.now()
    if (leftMs <= 0 || signal.aborted) return false
    await firstOf(held.ended.promise, leftMs, signal)
  }
  return true
}

async function firstOf (ended: Promise<void>, leftMs: number, signal: AbortSignal): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  const timer = setTimeout(resolve, leftMs)
  const onAbort = () => resolve()
  signal.addEventListener('abort', onAbort, { once: true })
  await Promise.race([ended, promise])
  clearTimeout(timer)
  signal.removeEventListener('abort', onAbort)
}
