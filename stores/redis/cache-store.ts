import type { Cluster, Redis } from 'ioredis'
import type { CacheKey, CacheOptions, CacheStore, CachedAnswer } from '../cache-store.ts'
import { createOutbox } from './outbox.ts'
import { loadScript, runScript } from './script.ts'
import { isUnavailable, type SharedStore } from './shared-store.ts'

const LOOKUP = loadScript('cache-lookup')
const PUT = loadScript('cache-put')
const ERASE = loadScript('cache-erase')
const UNLEAD = loadScript('cache-unlead', ['unlock'])
/** Every entry by its end: what the bound on their number is counted by. */
const INDEX = 'amora:cache:1:{index}'
/** Entries that leave at once when there are too many. */
const LEAVE = 100

/**
 * Answers that many processes share. `now` is epoch milliseconds, for the index only: an entry's end is the server's.
 * A value is the owner's hash, a blank and the answer, so that erasure finds what he caused.
 */
export function createRedisCacheStore (store: SharedStore, options: CacheOptions & { now: () => number, newToken: () => string }): CacheStore {
  const { maxVariants, maxEntries, leadMs, now, newToken } = options
  const outbox = createOutbox()

  async function found (key: CacheKey): Promise<[leads: number, values: string[]]> {
    const token = newToken()
    try {
      return await runScript(store, LOOKUP, keysOf(key), [key.check, token, leadMs]) as [number, string[]]
    } catch (error) {
      // The server may give the lead yet, to a turn that has gone on without it.
      if (isUnavailable(error)) await outbox.deliver(async () => runScript(store, UNLEAD, keysOf(key).slice(1), [token]))
      throw error
    }
  }

  return {
    async lookup (key) {
      const [leads, values] = await found(key)
      return { answers: values.map(value => JSON.parse(value.slice(value.indexOf(' ') + 1)) as CachedAnswer), leads: leads === 1 }
    },
    async put (key, answer, { owner, ttlMs }) {
      const [, count] = await Promise.all([
        runScript(store, PUT, keysOf(key), [key.check, maxVariants, ttlMs, `${owner} ${JSON.stringify(answer)}`]),
        store.run('cache-index', async client => indexed(client, key, { owner, ttlMs, endsAt: now() + ttlMs }))
      ])
      if (count > maxEntries) await store.run('cache-bound', async client => dropOldest(client))
    },
    giveUp: async key => { await store.run('cache-give-up', async client => client.del(keysOf(key)[1]!)) },
    async erase (owner) {
      const made = await store.run('cache-made', async client => client.smembers(madeBy(owner)))
      await Promise.all(made.map(async key => runScript(store, ERASE, [nameOf(key)], [owner])))
      await store.run('cache-forget', async client => client.del(madeBy(owner)))
    }
  }
}

async function indexed (client: Redis | Cluster, { key }: CacheKey, { owner, ttlMs, endsAt }: { owner: string, ttlMs: number, endsAt: number }): Promise<number> {
  const [, , , count] = await Promise.all([
    client.sadd(madeBy(owner), key), client.pexpire(madeBy(owner), 2 * ttlMs), client.zadd(INDEX, endsAt, key), client.zcard(INDEX)
  ])
  return count
}

/** What ends first leaves first. Entries live in many slots, hence one command each; autopipelining makes one trip a node of them. */
async function dropOldest (client: Redis | Cluster): Promise<void> {
  const oldest = await client.zpopmin(INDEX, LEAVE)
  const keys = oldest.filter((_, at) => at % 2 === 0)
  await Promise.all(keys.map(async key => client.unlink(nameOf(key))))
}

const nameOf = (key: string) => `amora:cache:1:{${key}}`
const madeBy = (owner: string) => `amora:cache:1:made:{${owner}}`
const keysOf = ({ key }: CacheKey) => [nameOf(key), `${nameOf(key)}:lead`]
