/** How many messages somebody may send: a minute's burst and a UTC day, taken together or not at all. */
export interface QuotaRequest {
  /** The user, as a keyed hash. */
  readonly owner: string
  /** Hashes of the same user under older keys, whose counts of today still hold. */
  readonly formerOwners: readonly string[]
  /** Counts once however often it is taken; the refund names it. */
  readonly turnId: string
  readonly burstLimit: number
  /** Undefined for a turn that counts for the burst only. */
  readonly dayLimit?: number
}

export interface QuotaWindow {
  /** Messages counted in the window, this one with them when it was taken. */
  readonly used: number
  /** Milliseconds until the window ends. */
  readonly resetMs: number
}

export interface QuotaTaken {
  /** The window that had no room; undefined when the message was counted. */
  readonly refusedBy?: 'burst' | 'daily'
  readonly burst: QuotaWindow
  readonly day: QuotaWindow
  /** The day that was counted, in days since 1970: a refund after midnight goes to it. */
  readonly dayNumber: number
}

export interface QuotaStore {
  /** Counts the message in both windows if both have room; a refused one counts in neither. */
  take (request: QuotaRequest): Promise<QuotaTaken>
  /** Gives one message of that day back, once. */
  refund (owner: string, turnId: string, dayNumber: number): Promise<void>
}

export const MINUTE_MS = 60_000
export const DAY_MS = 86_400_000
