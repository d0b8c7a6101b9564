import t from 'tap'
import { createMemoryQuotaStore } from '../../../stores/memory/quota-store.ts'
import { DAY_MS, MINUTE_MS } from '../../../stores/quota-store.ts'
import { quotaContract } from '../quota-contract.ts'

const NOON = Date.parse('2026-11-24T12:00:00Z')
quotaContract(t, async () => createMemoryQuotaStore({ maxUsers: 1000, now: () => NOON }))

t.test('the minute and the UTC day begin anew; a turn over midnight is refunded to its own day', async t => {
  const clock = { now: Date.parse('2026-11-24T23:59:59Z') }
  const store = createMemoryQuotaStore({ maxUsers: 10, now: () => clock.now })
  const take = async (turnId: string) => store.take({ owner: 'anna', formerOwners: [], turnId, burstLimit: 1, dayLimit: 1 })
  const before = await take('a')
  t.match(before, { burst: { resetMs: 1000 }, day: { resetMs: 1000 } })
  clock.now += 1000
  const after = await take('b')
  t.match(after, { refusedBy: undefined, dayNumber: before.dayNumber + 1, day: { used: 1, resetMs: DAY_MS }, burst: { resetMs: MINUTE_MS } })
  await store.refund('anna', 'a', before.dayNumber)
  clock.now += MINUTE_MS
  t.equal((await take('c')).refusedBy, 'daily', 'yesterday’s refund frees nothing today')
})

t.test('the number of users is bounded', async t => {
  const store = createMemoryQuotaStore({ maxUsers: 10, now: () => NOON })
  const take = async (owner: string) => store.take({ owner, formerOwners: [], turnId: 'x', burstLimit: 5, dayLimit: 5 })
  for (let n = 0; n < 100; n++) await take(`user${n}`)
  t.equal((await take('user0')).day.used, 1)
})
