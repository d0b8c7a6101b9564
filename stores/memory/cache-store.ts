import { LRUCache } from 'lru-cache'
import type { CacheOptions, CacheStore, CachedAnswer } from '../cache-store.ts'

interface Owned { readonly answer: CachedAnswer, readonly owner: string }
interface Entry { readonly check: string, readonly variants: readonly Owned[] }

/** Answers of one process, the least recently used leaving first, by number and by bytes. `now` is in milliseconds. */
export function createMemoryCacheStore (options: CacheOptions & { maxBytes: number, now: () => number }): CacheStore {
  const { maxVariants, maxEntries, leadMs, maxBytes, now } = options
  /** Which entries a user caused. */
  const made = new Map<string, Set<string>>()
  const forget = ({ variants }: Entry, key: string) => { for (const { owner } of variants) unlist(made, owner, key) }
  const entries = new LRUCache<string, Entry>({
    max: maxEntries, maxSize: maxBytes, sizeCalculation: sizeOf, perf: { now }, ttlResolution: 0, ttl: 1, ttlAutopurge: false, noUpdateTTL: true, dispose: forget
  })
  /** Who is at an answer, by the end of the lead: in the order they began, which is the order in which they end. */
  const leads = new Map<string, number>()

  const lead = (key: string) => {
    for (const [known, endsAt] of leads) {
      if (endsAt > now()) break
      leads.delete(known)
    }
    if (leads.has(key)) return false
    leads.set(key, now() + leadMs)
    return true
  }
  /** What stood there before is disposed of first; what is too large to be kept is not listed. */
  const keep = (key: string, entry: Entry, ttl: number) => {
    entries.set(key, entry, { ttl, noUpdateTTL: false })
    if (entries.peek(key) === entry) for (const { owner } of entry.variants) made.set(owner, (made.get(owner) ?? new Set<string>()).add(key))
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
      keep(key, { check, variants: [...variants, { answer, owner }].slice(-maxVariants) }, leftMs)
      leads.delete(key)
    },
    giveUp: async ({ key }) => { leads.delete(key) },
    async erase (owner) {
      for (const key of [...made.get(owner) ?? []]) {
        const entry = entries.peek(key)
        const variants = entry?.variants.filter(variant => variant.owner !== owner) ?? []
        if (variants.length === 0) entries.delete(key)
        else keep(key, { check: entry!.check, variants }, entries.getRemainingTTL(key))
      }
    }
  }
}

function unlist (made: Map<string, Set<string>>, owner: string, key: string): void {
  const keys = made.get(owner)
  keys?.delete(key)
  if (keys?.size === 0) made.delete(owner)
}

/** UTF-16 characters of the words, and what the rest of an answer takes. */
function sizeOf ({ variants }: Entry): number {
  return variants.reduce((sum, { answer }) => sum + 2 * answer.text.length + 500, 200)
}
