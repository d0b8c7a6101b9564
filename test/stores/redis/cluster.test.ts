import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import t from 'tap'
import { createRedisBudgetStore } from '../../../stores/redis/budget-store.ts'
import { createRedisCacheStore } from '../../../stores/redis/cache-store.ts'
import { createRedisClient } from '../../../stores/redis/client.ts'
import { createRedisLedgerStore } from '../../../stores/redis/ledger-store.ts'
import { createRedisMemoryStore } from '../../../stores/redis/memory-store.ts'
import { createRedisQuotaStore } from '../../../stores/redis/quota-store.ts'
import { createRedisReplayStore } from '../../../stores/redis/replay-store.ts'
import { createRedisSessionStore } from '../../../stores/redis/session-store.ts'
import { startCluster } from '../../servers/redis-cluster.ts'
import { redisMissing } from '../../servers/redis.ts'
import { sharedStoreOf } from '../../servers/shared-store.ts'
import { budgetContract } from '../budget-contract.ts'
import { cacheContract } from '../cache-contract.ts'
import { ledgerContract } from '../ledger-contract.ts'
import { memoryContract } from '../memory-contract.ts'
import { quotaContract } from '../quota-contract.ts'
import { replayContract } from '../replay-contract.ts'
import { sessionContract } from '../session-contract.ts'

/** The same promises where the keys lie on three servers: a script whose keys do not share a slot fails here. */
t.test('Redis Cluster', { skip: redisMissing }, async t => {
  const cluster = await startCluster(t)
  const client = createRedisClient(cluster.url)
  await client.connect()
  t.teardown(() => { client.disconnect() })
  const shared = sharedStoreOf(client)
  const made = async <S>(store: S) => {
    await Promise.all(cluster.nodes.map(async node => node.client.flushall()))
    return { store, advance: async (ms: number) => { await sleep(ms) } }
  }

  t.test('budget', async t => { budgetContract(t, async (_t, options) => made(createRedisBudgetStore(shared, options)), { interleavings: 3 }) })
  t.test('cache', async t => { cacheContract(t, async (_t, options) => made(createRedisCacheStore(shared, { ...options, now: Date.now, newToken: randomUUID }))) })
  t.test('ledger', async t => { ledgerContract(t, async (_t, options) => made(createRedisLedgerStore(shared, options))) })
  t.test('memory', async t => { memoryContract(t, async (_t, options) => made(createRedisMemoryStore(shared, options))) })
  t.test('quota', async t => { quotaContract(t, async () => (await made(createRedisQuotaStore(shared, Date.now))).store) })
  t.test('replay', async t => { replayContract(t, async (_t, options) => made(createRedisReplayStore(shared, options))) })
  t.test('session', async t => { sessionContract(t, async (_t, options) => made(createRedisSessionStore(shared, { ...options, newToken: randomUUID }))) })
})
