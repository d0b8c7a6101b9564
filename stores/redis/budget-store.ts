import type { NanoUsd } from '../../services/money.ts'
import { BUDGET_WINDOWS, type BudgetOptions, type BudgetStatus, type BudgetStore, type WindowStatus } from '../budget-store.ts'
import { createOutbox } from './outbox.ts'
import { loadScript, runScript } from './script.ts'
import { isUnavailable, type SharedStore } from './shared-store.ts'

const RESERVE = loadScript('budget-reserve', ['budget-leases', 'budget-reserve'])
const SETTLE = loadScript('budget-settle', ['budget-leases', 'budget-settle'])
const STATUS = loadScript('budget-status', ['budget-leases', 'budget-status'])
/** Money's keys share one slot, so that one script sees all windows. */
const BASE = 'amora:budget:1:{budget}'

type Reply = readonly [refused: number, isTight: number, day: string, daySpent: string, month: string, monthSpent: string]

/** Budgets that many processes share. What a process last saw spent brings the sums back when Redis was emptied. */
export function createRedisBudgetStore (store: SharedStore, { limits, leaseMs }: BudgetOptions): BudgetStore {
  const outbox = createOutbox()
  let known: readonly string[] = ['', '0', '', '0']
  const amounts = BUDGET_WINDOWS.map(window => limits[window])
  const settle = async (turnId: string, spent: NanoUsd) => outbox.deliver(async () => runScript(store, SETTLE, [BASE], [turnId, spent, ...amounts]))
  return {
    async reserve ({ turnId, owner, tier, max, estimate }) {
      try {
        const [refused, isTight, ...sums] = await runScript(store, RESERVE, [BASE], [turnId, owner, tier, max, estimate, leaseMs, ...amounts, ...known]) as Reply
        known = sums
        return refused === 0 ? { granted: true, day: Number(sums[0]) } : { granted: false, window: BUDGET_WINDOWS[refused - 1]!, isTight: isTight === 1 }
      } catch (error) {
        // The server may reserve it yet, for a turn that has spent nothing.
        if (isUnavailable(error)) await settle(turnId, 0)
        throw error
      }
    },
    settle,
    async status () {
      const sums = await runScript(store, STATUS, [BASE], []) as string[]
      const window = (at: number, limit: number): WindowStatus => ({ spent: Number(sums[at]), reserved: Number(sums[at + 1]), limit })
      return { day: window(0, limits.day), month: window(2, limits.month), free: window(4, limits.tier), paid: window(6, limits.tier) } satisfies BudgetStatus
    }
  }
}
