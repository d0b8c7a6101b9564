import type { RolloutMove, RolloutRecord, RolloutChange } from '../services/rollout-state.ts'

export interface RolloutWrite {
  readonly move: RolloutMove['to'] | 'bootstrap'
  readonly change: RolloutChange
  readonly reason: string
  readonly by: string
  /** Said in the audit only. */
  readonly forced?: boolean
  /** The version that was read; undefined writes over whatever is there. 0: only if nothing is there. */
  readonly expected?: number
}

export type RolloutWriteResult = { readonly ok: true, readonly record: RolloutRecord } | { readonly ok: false, readonly version: number }

export interface AuditEntry {
  /** Grows with every entry. */
  readonly id: string
  readonly version: number
  /** The move, `bootstrap` or `heal`. */
  readonly move: string
  readonly reason: string
  readonly by: string
  readonly at: number
  readonly change: AuditedChange
}

/** The audit says how many overrides there are, not whose. */
export type AuditedChange = Omit<RolloutChange, 'overrides'> & { readonly overrides?: number, readonly forced?: true }

export const auditedChange = ({ change: { overrides, ...change }, forced }: Pick<RolloutWrite, 'change' | 'forced'>): AuditedChange =>
  ({ ...change, ...(overrides ? { overrides: overrides.length } : {}), ...(forced ? { forced } : {}) })

/** The store's version and when it was written (both 0: nothing is there), and its clock, epoch milliseconds. */
export interface RolloutBeat { readonly version: number, readonly at: number, readonly now: number }

/** One versioned value that all replicas follow, with the record of who moved it. */
export interface RolloutStore {
  read (): Promise<RolloutRecord | undefined>
  /** Compares the version, writes, appends to the audit and tells everybody: one step. */
  write (write: RolloutWrite): Promise<RolloutWriteResult>
  /** Brings a newer record back into a store that was emptied or set back, and tells everybody. */
  heal (record: RolloutRecord): Promise<void>
  /** Oldest first, after the given id; at most `limit`. */
  audit (after: string, limit: number): Promise<readonly AuditEntry[]>
  /** Reports that this replica runs at this version, and asks for the store's own. */
  beat (replica: string, version: number): Promise<RolloutBeat>
  /** A replica that ends is waited for no longer. */
  leave (replica: string): Promise<void>
  /** The versions that replicas reported within `withinMs`, a minute at most. */
  replicas (withinMs: number): Promise<Readonly<Record<string, number>>>
  /** Calls back with every record that is written from now on, and when the channel is (back) up. */
  subscribe (listener: { changed (record: RolloutRecord): void, connected (): void }): void
}
