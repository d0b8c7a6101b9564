import { LRUCache } from 'lru-cache'
import { NOTHING, withNote, type MemoryFacts } from '../../services/memory.ts'
import type { MemoryStore } from '../memory-store.ts'

/** Memory of one process, bounded by the number of users; the one silent for longest is forgotten. `now` is in milliseconds. */
export function createMemoryMemoryStore ({ ttlMs, maxUsers, now }: { ttlMs: number, maxUsers: number, now: () => number }): MemoryStore {
  const users = new LRUCache<string, MemoryFacts>({ max: maxUsers, ttl: ttlMs, perf: { now }, ttlResolution: 0 })
  return {
    read: async owner => users.get(owner),
    add: async (owner, note) => { users.set(owner, withNote(users.get(owner) ?? NOTHING, note)) },
    async adopt (owner, formerOwner) {
      const facts = users.get(formerOwner)
      if (facts && !users.has(owner)) users.set(owner, facts)
      users.delete(formerOwner)
    },
    erase: async owner => { users.delete(owner) }
  }
}
