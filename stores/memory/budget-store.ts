import { LRUCache } from 'lru-cache'
import { dayOf } from '../../services/ledger.ts'
import type { NanoUsd } from '../../services/money.ts'
import { BUDGET_WINDOWS, type BudgetOptions, type BudgetStore, type Reservation } from '../budget-store.ts'

interface Sum { spent: NanoUsd, reserved: NanoUsd }
interface Lease { readonly turnId: string, readonly sums: readonly Sum[], readonly max: NanoUsd, readonly estimate: NanoUsd, readonly day: number, readonly expiresAt: number, state: 'open' | 'lost' | 'settled' }

const MOST_WINDOWS = 100_000
const MOST_LEASES = 100_000

/** Budgets of one process. `now` is epoch milliseconds. */
export function createMemoryBudgetStore ({ limits, leaseMs, now }: BudgetOptions & { now: () => number }): BudgetStore {
  const windows = new LRUCache<string, Sum>({ max: MOST_WINDOWS })
  const leases = new LRUCache<string, Lease>({ max: MOST_LEASES })
  /** In the order they were made, which is the order in which they end. */
  const open = new Set<Lease>()

  const sumOf = (name: string): Sum => {
    const sum = windows.get(name) ?? { spent: 0, reserved: 0 }
    windows.set(name, sum)
    return sum
  }
  const namesOf = ({ owner, tier }: Pick<Reservation, 'owner' | 'tier'>) => {
    const today = new Date(now()).toISOString()
    const [day, month] = [today.slice(0, 10), today.slice(0, 7)]
    return { user: `user:${day}:${owner}`, tier: `tier:${day}:${tier}`, day: `day:${day}`, month: `month:${month}` }
  }
  const reap = () => {
    for (const lease of open) {
      if (lease.expiresAt > now()) return
      end(lease, 'lost', lease.estimate)
    }
  }
  const end = (lease: Lease, state: 'lost' | 'settled', spent: NanoUsd) => {
    open.delete(lease)
    lease.state = state
    move(lease.sums, spent, -lease.max)
  }
  /** What a lost turn held was given to others since. */
  const roomOf = ({ sums }: Lease) => Math.max(0, Math.min(...sums.map(({ spent, reserved }, at) => limits[BUDGET_WINDOWS[at]!] - spent - reserved)))

  return {
    async reserve (reservation) {
      reap()
      const { turnId, max, estimate } = reservation
      const held = leases.get(turnId)
      if (held) return { granted: true, day: held.day }
      const names = namesOf(reservation)
      for (const window of BUDGET_WINDOWS) {
        const { spent, reserved } = sumOf(names[window])
        if (spent + reserved + max > limits[window]) return { granted: false, window, isTight: spent + max <= limits[window] }
      }
      const lease: Lease = { turnId, sums: BUDGET_WINDOWS.map(window => sumOf(names[window])), max, estimate, day: dayOf({ at: now() }), expiresAt: now() + leaseMs, state: 'open' }
      move(lease.sums, 0, max)
      leases.set(turnId, lease)
      open.add(lease)
      return { granted: true, day: lease.day }
    },
    async settle (turnId, spent) {
      const lease = leases.get(turnId)
      if (lease?.state === 'open') end(lease, 'settled', spent)
      else if (lease?.state === 'lost') {
        lease.state = 'settled'
        move(lease.sums, Math.min(spent - lease.estimate, roomOf(lease)), 0)
      }
      reap()
    },
    async status () {
      reap()
      const { day, month } = namesOf({ owner: '', tier: 'free' })
      const window = (name: string, limit: NanoUsd) => ({ ...sumOf(name), limit })
      return {
        day: window(day, limits.day),
        month: window(month, limits.month),
        free: window(namesOf({ owner: '', tier: 'free' }).tier, limits.tier),
        paid: window(namesOf({ owner: '', tier: 'paid' }).tier, limits.tier)
      }
    }
  }
}

function move (sums: readonly Sum[], spent: NanoUsd, reserved: NanoUsd): void {
  for (const sum of sums) {
    sum.spent += spent
    sum.reserved += reserved
  }
}
