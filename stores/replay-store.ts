/** Answers kept under the caller's Idempotency-Key, so that a retry neither bills, nor counts, nor calls twice. */
export interface ReplayKey {
  /** The user, as a keyed hash. */
  readonly owner: string
  /** Digest of the caller's key. */
  readonly key: string
}

export type ReplayBegin =
  | { readonly state: 'started' }
  /** Another turn with this key still runs. */
  | { readonly state: 'in_flight' }
  /** The key was used with another body. */
  | { readonly state: 'mismatch' }
  | { readonly state: 'finished', readonly reply: string }

export interface ReplayStore {
  /** Starts a turn under the key, unless there is or was one; an unfinished one is void after its lease. */
  begin (key: ReplayKey, bodyDigest: string, turnId: string): Promise<ReplayBegin>
  /** Keeps the reply for the store's life time, if this turn still owns the key. */
  finish (key: ReplayKey, turnId: string, reply: string): Promise<void>
  /** The turn has no answer worth keeping: the key is free again. */
  abandon (key: ReplayKey, turnId: string): Promise<void>
  /** Forgets every record of this user. */
  erase (owner: string): Promise<void>
}

export interface ReplayOptions {
  /** How long a finished answer is kept. */
  readonly keepMs: number
  /** Longer than any turn. */
  readonly leaseMs: number
}
