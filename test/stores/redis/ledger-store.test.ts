import { setTimeout as sleep } from 'node:timers/promises'
import t from 'tap'
import { createRedisLedgerStore } from '../../../stores/redis/ledger-store.ts'
import { redisMissing, startRedis } from '../../servers/redis.ts'
import { sharedStoreOf } from '../../servers/shared-store.ts'
import { ledgerContract } from '../ledger-contract.ts'

t.test('Redis', { skip: redisMissing }, async t => {
  const redis = await startRedis(t)
  ledgerContract(t, async (_t, options) => {
    await redis.client.flushall()
    return { store: createRedisLedgerStore(sharedStoreOf(redis.client), options), advance: async ms => { await sleep(ms) } }
  })
})
