import type { CareKind } from '../services/safety/verdict.ts'
import type { Engine } from '../services/rollout.ts'
import type { Message } from '../services/understanding/reading.ts'

/** What a turn sees of its session. */
export interface SessionView {
  readonly id: string
  /** Oldest first, at most the configured number. */
  readonly messages: readonly Message[]
  /** The engine the session started with; undefined before its first turn was saved. */
  readonly engine?: Engine
  /** Wording ids this session has heard, oldest first. */
  readonly wordings: readonly string[]
  /** Set for good once somebody in this session needed care. */
  readonly care?: CareKind
  readonly turns: number
}

/** `owner`: the user, as a keyed hash. */
export interface SessionKey { readonly owner: string, readonly sessionId: string }

export interface SessionChange {
  readonly messages?: readonly Message[]
  readonly engine?: Engine
  readonly wording?: string
  readonly care?: CareKind
  /** What went before it while the store was away: written first. */
  readonly missed?: MissedTurns
}

/** Turns of a session that its store has not seen. */
export type MissedTurns = Omit<SessionView, 'id'>

/** The right to run one turn of a session; ends with `save` or `release`, or by itself when it expires. */
export interface SessionLease { readonly key: SessionKey, readonly view: SessionView, readonly token: string }

/** Where conversations live. Ids are scoped to the user: somebody else's id names another, empty session. */
export interface SessionStore {
  /** The session, locked for one turn; undefined when another turn still holds it after `waitMs`. */
  open (key: SessionKey, waitMs: number, signal: AbortSignal): Promise<SessionLease | undefined>
  /** The session without a lock, for a care reply that never waits. */
  peek (key: SessionKey, signal: AbortSignal): Promise<SessionView | undefined>
  /** Writes what the turn changed and unlocks; nothing is written when the lease was lost. */
  save (lease: SessionLease, change: SessionChange): Promise<void>
  release (lease: SessionLease): Promise<void>
  /** Adds to a session without a lock: the care flag must hold even while a turn runs. */
  note (key: SessionKey, change: SessionChange, signal: AbortSignal): Promise<void>
  /** Forgets every session of this user. */
  erase (owner: string): Promise<void>
}
