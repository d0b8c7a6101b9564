import type { LedgerEntry } from '../services/ledger.ts'
import type { NanoUsd } from '../services/money.ts'

/** Where the entries are, for some days. */
export interface LedgerStore {
  /**
   * Writes a turn's entry, once: a second one with the same id changes nothing. Resolves to whether it was the first.
   * @param day in which its cost is counted, in days since 1970 (UTC); that of its end unless told.
   */
  write (entry: LedgerEntry, day?: number): Promise<boolean>
  /** What the entries counted in a UTC day cost in all; the day as days since 1970. */
  costOfDay (day: number): Promise<NanoUsd>
  read (turnId: string): Promise<LedgerEntry | undefined>
  /** The newest turns of this user that are still kept, newest first; at most `count`. */
  ofOwner (owner: string, count: number): Promise<readonly LedgerEntry[]>
  /** Takes the user's name off his entries; the money stays counted. */
  disown (owner: string): Promise<void>
}
