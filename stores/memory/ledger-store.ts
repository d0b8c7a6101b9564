import { LRUCache } from 'lru-cache'
import { dayOf, packEntry, unpackEntry } from '../../services/ledger.ts'
import type { LedgerStore } from '../ledger-store.ts'

interface Kept { readonly line: string, owner: string }

/** The ledger of one process, bounded by the number of entries. `now` is in milliseconds. */
export function createMemoryLedgerStore ({ keepMs, maxEntries, now }: { keepMs: number, maxEntries: number, now: () => number }): LedgerStore {
  const entries = new LRUCache<string, Kept>({
    max: maxEntries, ttl: keepMs, perf: { now }, ttlResolution: 0,
    dispose: ({ owner }, turnId) => { owned.get(owner)?.delete(turnId) }
  })
  const owned = new Map<string, Set<string>>()
  const costs = new Map<number, number>()
  const read = (turnId: string) => {
    const kept = entries.get(turnId)
    return kept && unpackEntry(kept.line, turnId, kept.owner)
  }
  return {
    async write (entry, day = dayOf(entry)) {
      if (entries.has(entry.turnId)) return false
      entries.set(entry.turnId, { line: packEntry(entry), owner: entry.owner })
      costs.set(day, (costs.get(day) ?? 0) + entry.cost)
      for (const known of costs.keys()) if (known < day - 1) costs.delete(known)
      owned.set(entry.owner, (owned.get(entry.owner) ?? new Set<string>()).add(entry.turnId))
      return true
    },
    costOfDay: async day => costs.get(day) ?? 0,
    read: async turnId => read(turnId),
    ofOwner: async (owner, count) => [...owned.get(owner) ?? []].reverse().slice(0, count).flatMap(turnId => read(turnId) ?? []),
    async disown (owner) {
      for (const turnId of owned.get(owner) ?? []) {
        const kept = entries.peek(turnId)
        if (kept) kept.owner = ''
      }
      owned.delete(owner)
    }
  }
}
