import { DAY_MS, MINUTE_MS, type QuotaRequest, type QuotaStore, type QuotaTaken } from '../quota-store.ts'
import { createOutbox } from './outbox.ts'
import { loadScript, runScript } from './script.ts'
import type { SharedStore } from './shared-store.ts'

const TAKE = loadScript('quota-take')
const REFUSED = [undefined, 'burst', 'daily'] as const

/** Counts that many processes share. A window is a set of turn ids, so that a retry counts once and a refund happens once. */
export function createRedisQuotaStore (store: SharedStore, now: () => number): QuotaStore {
  const outbox = createOutbox()
  return {
    async take (request) {
      const { owner, turnId, burstLimit, dayLimit = -1 } = request
      const before = await usedUnderOlderKeys(store, request, Math.floor(now() / DAY_MS))
      return takenOf(await runScript(store, TAKE, [baseOf(owner)], [turnId, burstLimit, dayLimit, before]) as Reply)
    },
    refund: async (owner, turnId, dayNumber) =>
      outbox.deliver(async () => store.run('quota-refund', async client => client.srem(dayKeyOf(owner, dayNumber), turnId)))
  }
}

type Reply = readonly [refused: number, burstUsed: number, dayUsed: number, nowMs: number]

function takenOf ([refused, burstUsed, dayUsed, nowMs]: Reply): QuotaTaken {
  return {
    refusedBy: REFUSED[refused],
    burst: { used: burstUsed, resetMs: MINUTE_MS - nowMs % MINUTE_MS },
    day: { used: dayUsed, resetMs: DAY_MS - nowMs % DAY_MS },
    dayNumber: Math.floor(nowMs / DAY_MS)
  }
}

/** After a change of keys, today's messages under the older hash. They live in other slots, hence apart from the script. */
async function usedUnderOlderKeys (store: SharedStore, { formerOwners, dayLimit }: QuotaRequest, dayNumber: number): Promise<number> {
  if (formerOwners.length === 0 || dayLimit === undefined) return 0
  const counts = await store.run('quota-former', async client => Promise.all(formerOwners.map(async owner => client.scard(dayKeyOf(owner, dayNumber)))))
  return counts.reduce((sum, count) => sum + count, 0)
}

const baseOf = (owner: string) => `amora:quota:1:{${owner}}`
const dayKeyOf = (owner: string, dayNumber: number) => `${baseOf(owner)}:day:${dayNumber}`
