import { LRUCache } from 'lru-cache'
import type { CacheOptions, CacheStore, CachedAnswer } from '../cache-store.ts'

interface Owned { readonly answer: CachedAnswer, readonly owner: string }
interface Entry { readonly check: string, readonly variants: readonly Owned[] }

/** Answers of one process, the least recently used leaving first, by number and by bytes. `now` is in milliseconds. */
export function createMemoryCacheStore (options: CacheOptions & { maxBytes: number, now: () => number }): CacheStore {
  const { maxVariants, maxEntries, leadMs, maxBytes, now } = options
  const entries = new LRUCache<string, Entry>({ max: maxEntries, maxSize: maxBytes, sizeCalculation: sizeOf, perf: { now }, ttlResolution: 0, ttl: 1, ttlAutopurge: false, noUpdateTTL: true })
  const leads = new LRUCache<string, true>({ max: 10_000, ttl: leadMs, perf: { now }, ttlResolution: 0 })
  /** Which entries a user caused. */
  const made = new Map<string, Set<string>>()

  const lead = (key: string) => {
    if (leads.has(key)) return false
    leads.set(key, true)
    return true
  }

  return {
    async lookup ({ key, check }) {
      const entry = entries.get(key)
      if (entry?.check !== check) return { answers: [], leads: lead(key) }
      return { answers: entry.variants.map(({ answer }) => answer), leads: false }
    },
    async put ({ key, check }, answer, { owner, ttlMs }) {
      const before = entries.get(key)
      const variants = before?.check === check ? before.variants.filter(known => known.answer.id !== answer.id) : []
      const leftMs = before?.check === check ? entries.getRemainingTTL(key) : ttlMs
      entries.set(key, { check, variants: [...variants, { answer, owner }].slice(-maxVariants) }, { ttl: leftMs, noUpdateTTL: false })
      leads.delete(key)
      made.set(owner, (made.get(owner) ?? new Set<string>()).add(key))
    },
    giveUp: async ({ key }) => { leads.delete(key) },
    async erase (owner) {
      for (const key of made.get(owner) ?? []) {
        const entry = entries.peek(key)
        const variants = entry?.variants.filter(variant => variant.owner !== owner) ?? []
        if (variants.length === 0) entries.delete(key)
        else entries.set(key, { check: entry!.check, variants }, { ttl: entries.getRemainingTTL(key), noUpdateTTL: false })
      }
      made.delete(owner)
    }
  }
}

/** UTF-16 characters of the words, and what the rest of an answer takes. */
function sizeOf ({ variants }: Entry): number {
  return variants.reduce((sum, { answer }) => sum + 2 * answer.text.length + 500, 200)
}
