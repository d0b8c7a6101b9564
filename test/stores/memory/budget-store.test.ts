import t from 'tap'
import { nanoUsd } from '../../../services/money.ts'
import { createMemoryBudgetStore } from '../../../stores/memory/budget-store.ts'
import { budgetContract } from '../budget-contract.ts'

const NOON = Date.parse('2026-11-24T12:00:00Z')

budgetContract(t, async (_t, options) => {
  const clock = { now: NOON }
  return { store: createMemoryBudgetStore({ ...options, now: () => clock.now }), advance: async ms => { clock.now += ms } }
}, { interleavings: 200 })

t.test('a day and a month begin anew; a turn over midnight is settled where it was reserved', async t => {
  const clock = { now: Date.parse('2026-11-30T23:59:59Z') }
  const most = nanoUsd(1)
  const store = createMemoryBudgetStore({ limits: { user: most, tier: most, day: most, month: most }, leaseMs: 60_000, now: () => clock.now })
  const reserve = async (turnId: string) => store.reserve({ turnId, owner: 'anna', tier: 'free', max: most, estimate: 0 })
  t.match(await reserve('t1'), { granted: true })
  clock.now += 2000
  t.match(await reserve('t2'), { granted: true }, 'December has its own money')
  await store.settle('t1', most)
  t.match(await store.status(), { day: { spent: 0, reserved: most }, month: { spent: 0, reserved: most } })
})
