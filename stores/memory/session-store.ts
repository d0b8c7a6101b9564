import { LRUCache } from 'lru-cache'
import { setTimeout as sleep } from 'node:timers/promises'
import type { SessionChange, SessionKey, SessionStore, SessionView } from '../session-store.ts'

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

interface Lock { readonly token: string, readonly expiresAt: number, readonly ended: PromiseWithResolvers<void> }

/** Sessions of one process. */
export function createMemorySessionStore (options: MemorySessionOptions): SessionStore {
  const { ttlMs, maxSessions, maxMessages, maxWordings = 64, leaseMs, now, newToken } = options
  const sessions = new LRUCache<string, SessionView>({ max: maxSessions, ttl: ttlMs, perf: { now }, ttlResolution: 0 })
  const locks = new Map<string, Lock>()

  const heldBy = (id: string) => {
    const lock = locks.get(id)
    return lock && lock.expiresAt > now() ? lock : undefined
  }
  const end = (id: string, token: string) => {
    const lock = locks.get(id)
    if (lock?.token !== token) return false
    locks.delete(id)
    lock.ended.resolve()
    return true
  }
  const write = ({ userId, sessionId }: SessionKey, change: SessionChange, turns: number) => {
    const id = nameOf({ userId, sessionId })
    const before = sessions.get(id) ?? emptySession(sessionId)
    sessions.set(id, {
      id: sessionId,
      messages: last([...before.messages, ...change.messages ?? []], maxMessages),
      engine: change.engine ?? before.engine,
      wordings: change.wording ? last([...before.wordings.filter(known => known !== change.wording), change.wording], maxWordings) : before.wordings,
      care: change.care ?? before.care,
      turns: before.turns + turns
    })
  }

  return {
    async open (key, waitMs, signal) {
      const id = nameOf(key)
      if (!await untilFree(() => heldBy(id), waitMs, signal)) return undefined
      const token = newToken()
      locks.set(id, { token, expiresAt: now() + leaseMs, ended: Promise.withResolvers() })
      return { key, token, view: sessions.get(id) ?? emptySession(key.sessionId) }
    },
    peek: async key => sessions.get(nameOf(key)),
    save: async (lease, change) => {
      if (heldBy(nameOf(lease.key))?.token !== lease.token) return
      write(lease.key, change, 1)
      end(nameOf(lease.key), lease.token)
    },
    release: async lease => { end(nameOf(lease.key), lease.token) },
    note: async (key, change) => write(key, change, 0)
  }
}

const last = <T>(list: readonly T[], count: number) => count === 0 ? [] : list.slice(-count)
const nameOf = ({ userId, sessionId }: SessionKey) => `${userId}/${sessionId}`
const emptySession = (id: string): SessionView => ({ id, messages: [], wordings: [], turns: 0 })

/** True once nobody holds the lock. Two that wait for the same end race for it again: the loop decides. */
async function untilFree (held: () => Lock | undefined, waitMs: number, signal: AbortSignal): Promise<boolean> {
  const waiting = AbortSignal.any([signal, AbortSignal.timeout(waitMs)])
  for (let lock = held(); lock; lock = held()) {
    if (waiting.aborted) return false
    await Promise.race([lock.ended.promise, sleep(waitMs, undefined, { signal: waiting, ref: false }).catch(() => {})])
  }
  return true
}
