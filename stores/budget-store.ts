import type { NanoUsd } from '../services/money.ts'
import type { Tier } from '../services/turn.ts'

/** The calendar windows (UTC) that all must have room for a reservation. */
export const BUDGET_WINDOWS = ['user', 'tier', 'day', 'month'] as const
export type BudgetWindow = typeof BUDGET_WINDOWS[number]

export type BudgetLimits = Readonly<Record<BudgetWindow, NanoUsd>>

export interface Reservation {
  readonly turnId: string
  /** The user, as a keyed hash. */
  readonly owner: string
  readonly tier: Tier
  /** The most that the turn can cost. */
  readonly max: NanoUsd
  /** What it probably costs: booked when the turn is lost. At most `max`. */
  readonly estimate: NanoUsd
}

export type ReserveResult =
  /** `day`: in whose windows it is held and will be settled, in days since 1970 (UTC). */
  | { readonly granted: true, readonly day: number }
  /** `isTight`: the window would have room if the turns under way came out cheaper than their maximum. */
  | { readonly granted: false, readonly window: BudgetWindow, readonly isTight: boolean }

export interface WindowStatus { readonly spent: NanoUsd, readonly reserved: NanoUsd, readonly limit: NanoUsd }
export type BudgetStatus = Readonly<Record<'day' | 'month' | 'free' | 'paid', WindowStatus>>

/** Money that can't be overspent: reserve the hard maximum, settle with the truth. Sums are exact. */
export interface BudgetStore {
  /** All windows or none. The reservation ends by `settle`, or by itself after its lease: then the estimate is booked. */
  reserve (reservation: Reservation): Promise<ReserveResult>
  /**
   * Books what the turn cost and frees the rest; once, however often it is said. After the lease has ended the truth takes the
   * estimate's place, a dearer one only as far as there is still room: others may have been given what was held for it.
   */
  settle (turnId: string, spent: NanoUsd): Promise<void>
  status (): Promise<BudgetStatus>
}

export interface BudgetOptions {
  readonly limits: BudgetLimits
  /** Longer than any turn. */
  readonly leaseMs: number
}
