import { LRUCache } from 'lru-cache'
import { DAY_MS, MINUTE_MS, type QuotaStore } from '../quota-store.ts'

interface Counts { minute: number, day: number, burst: Set<string>, today: Set<string>, yesterday: Set<string> }

/** Counts of one process, bounded by the number of users; the one silent for longest is forgotten. `now` is epoch milliseconds. */
export function createMemoryQuotaStore ({ maxUsers, now }: { maxUsers: number, now: () => number }): QuotaStore {
  const users = new LRUCache<string, Counts>({ max: maxUsers })

  const countsOf = (owner: string) => {
    const counts = users.get(owner) ?? { minute: 0, day: 0, burst: new Set<string>(), today: new Set<string>(), yesterday: new Set<string>() }
    turnWindows(counts, now())
    users.set(owner, counts)
    return counts
  }

  return {
    async take ({ owner, formerOwners, turnId, burstLimit, dayLimit }) {
      const counts = countsOf(owner)
      const before = formerOwners.reduce((sum, former) => sum + (users.has(former) ? countsOf(former).today.size : 0), 0)
      const countsDay = dayLimit !== undefined && !counts.today.has(turnId)
      const refusedBy = !counts.burst.has(turnId) && counts.burst.size >= burstLimit
        ? 'burst'
        : countsDay && counts.today.size + before >= dayLimit ? 'daily' : undefined
      if (!refusedBy) {
        counts.burst.add(turnId)
        if (countsDay) counts.today.add(turnId)
      }
      return {
        refusedBy,
        burst: { used: counts.burst.size, resetMs: MINUTE_MS - now() % MINUTE_MS },
        day: { used: counts.today.size + before, resetMs: DAY_MS - now() % DAY_MS },
        dayNumber: counts.day
      }
    },
    async refund (owner, turnId, dayNumber) {
      const counts = countsOf(owner)
      if (dayNumber === counts.day) counts.today.delete(turnId)
      if (dayNumber === counts.day - 1) counts.yesterday.delete(turnId)
    }
  }
}

function turnWindows (counts: Counts, nowMs: number): void {
  const minute = Math.floor(nowMs / MINUTE_MS)
  const day = Math.floor(nowMs / DAY_MS)
  if (counts.minute !== minute) counts.burst = new Set()
  if (counts.day !== day) [counts.yesterday, counts.today] = [counts.day === day - 1 ? counts.today : new Set(), new Set()]
  counts.minute = minute
  counts.day = day
}
