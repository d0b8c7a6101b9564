import { BUDGET_WINDOWS, type BudgetOptions, type BudgetStatus, type BudgetStore, type WindowStatus } from '../budget-store.ts'
import { loadScript, runScript } from './script.ts'
import type { SharedStore } from './shared-store.ts'

const LEASES = 'budget-leases'
const RESERVE = loadScript('budget-reserve', LEASES)
const SETTLE = loadScript('budget-settle', LEASES)
const STATUS = loadScript('budget-status', LEASES)
/** Money's keys share one slot, so that one script sees all windows. */
const BASE = 'amora:budget:1:{budget}'

type Reply = readonly [refused: number, isTight: number, day: string, daySpent: string, month: string, monthSpent: string]

/** Budgets that many processes share. What a process last saw spent brings the sums back when Redis was emptied. */
export function createRedisBudgetStore (store: SharedStore, { limits, leaseMs }: BudgetOptions): BudgetStore {
  let known: readonly string[] = ['', '0', '', '0']
  return {
    async reserve ({ turnId, owner, tier, max, estimate }) {
      const amounts = BUDGET_WINDOWS.map(window => limits[window])
      const [refused, isTight, ...sums] = await runScript(store, RESERVE, [BASE], [turnId, owner, tier, max, estimate, leaseMs, ...amounts, ...known]) as Reply
      known = sums
      return refused === 0 ? { granted: true } : { granted: false, window: BUDGET_WINDOWS[refused - 1]!, isTight: isTight === 1 }
    },
    settle: async (turnId, spent) => { await runScript(store, SETTLE, [BASE], [turnId, spent]) },
    async status () {
      const sums = await runScript(store, STATUS, [BASE], []) as string[]
      const window = (at: number, limit: number): WindowStatus => ({ spent: Number(sums[at]), reserved: Number(sums[at + 1]), limit })
      return { day: window(0, limits.day), month: window(2, limits.month), free: window(4, limits.tier), paid: window(6, limits.tier) } satisfies BudgetStatus
    }
  }
}
