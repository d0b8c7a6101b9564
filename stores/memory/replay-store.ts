import { LRUCache } from 'lru-cache'
import type { ReplayKey, ReplayOptions, ReplayStore } from '../replay-store.ts'

interface Entry { readonly body: string, readonly turnId: string, readonly reply?: string }

/** Replays of one process, bounded by the number of records. `now` is in milliseconds. */
export function createMemoryReplayStore ({ keepMs, leaseMs, maxEntries, now }: ReplayOptions & { maxEntries: number, now: () => number }): ReplayStore {
  const entries = new LRUCache<string, Entry>({ max: maxEntries, perf: { now }, ttl: keepMs, ttlResolution: 0 })
  const ours = (key: ReplayKey, turnId: string) => {
    const entry = entries.get(nameOf(key))
    return entry?.turnId === turnId && entry.reply === undefined ? entry : undefined
  }
  return {
    async begin (key, body, turnId) {
      const entry = entries.get(nameOf(key))
      if (!entry) {
        entries.set(nameOf(key), { body, turnId }, { ttl: leaseMs })
        return { state: 'started' }
      }
      if (entry.body !== body) return { state: 'mismatch' }
      return entry.reply === undefined ? { state: 'in_flight' } : { state: 'finished', reply: entry.reply }
    },
    async finish (key, turnId, reply) {
      const entry = ours(key, turnId)
      if (entry) entries.set(nameOf(key), { ...entry, reply })
    },
    async abandon (key, turnId) {
      if (ours(key, turnId)) entries.delete(nameOf(key))
    },
    async erase (owner) {
      for (const name of entries.keys()) if (name.startsWith(`${owner}/`)) entries.delete(name)
    }
  }
}

const nameOf = ({ owner, key }: ReplayKey) => `${owner}/${key}`
