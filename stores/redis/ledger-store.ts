import { dayOf, packEntry, unpackEntry } from '../../services/ledger.ts'
import type { LedgerStore } from '../ledger-store.ts'
import type { SharedStore } from './shared-store.ts'

/** Most of a user's turns that erasure and export look at: eight days of the paid limit. */
const MOST_OWNED = 800

/** The ledger that many processes share: a hash of line and owner a turn, and a list of turn ids a user. */
export function createRedisLedgerStore (store: SharedStore, { keepMs }: { keepMs: number }): LedgerStore {
  const readMany = async (turnIds: readonly string[]) => {
    const found = await store.run('ledger-read', async client => Promise.all(turnIds.map(async turnId => client.hmget(nameOf(turnId), 'line', 'owner'))))
    return found.flatMap(([line, owner], at) => line ? unpackEntry(line, turnIds[at]!, owner ?? '') : [])
  }
  const turnsOf = async (owner: string, count: number) => store.run('ledger-owned', async client => client.lrange(ownedBy(owner), 0, count - 1))
  return {
    async write (entry, day = dayOf(entry)) {
      const { turnId, owner, cost } = entry
      const sum = costsOf(day)
      // One trip: autopipelining sends these together, each to its own slot.
      const [isFirst] = await store.run('ledger-write', async client => Promise.all([
        client.hsetnx(nameOf(turnId), 'line', packEntry(entry)), client.hsetnx(nameOf(turnId), 'owner', owner), client.pexpire(nameOf(turnId), keepMs),
        client.lpush(ownedBy(owner), turnId), client.ltrim(ownedBy(owner), 0, MOST_OWNED - 1), client.pexpire(ownedBy(owner), keepMs),
        ...cost > 0 ? [client.incrby(sum, cost), client.pexpire(sum, SUM_LIVES_MS)] : []
      ]))
      // Nobody writes an entry twice; if somebody did, its cost would not count twice.
      if (isFirst === 0 && cost > 0) await store.run('ledger-sum', async client => client.decrby(sum, cost))
      return isFirst === 1
    },
    costOfDay: async day => Number(await store.run('ledger-sum', async client => client.get(costsOf(day))) ?? 0),
    read: async turnId => (await readMany([turnId]))[0],
    ofOwner: async (owner, count) => readMany(await turnsOf(owner, count)),
    async disown (owner) {
      const turnIds = await turnsOf(owner, MOST_OWNED)
      await store.run('ledger-disown', async client => Promise.all([
        ...turnIds.map(async turnId => client.hset(nameOf(turnId), 'owner', '')), client.del(ownedBy(owner))
      ]))
    }
  }
}

/** Three days, as the budget's windows. */
const SUM_LIVES_MS = 3 * 86_400_000

const costsOf = (day: number) => `amora:ledger:1:{costs}:${day}`
const nameOf = (turnId: string) => `amora:ledger:1:{${turnId}}`
const ownedBy = (owner: string) => `amora:ledger:1:owned:{${owner}}`
