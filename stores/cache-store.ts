import type { CachedAnswer } from '../services/cached-answer.ts'

export type { CachedAnswer }

export interface CacheKey {
  /** Digest of everything that the answer depends on. */
  readonly key: string
  /** A second digest, of the question alone: compared on a hit. */
  readonly check: string
}

export interface CacheLookup {
  /** Oldest first. */
  readonly answers: readonly CachedAnswer[]
  /** There is none, and nobody else is at it: this caller writes one, and then calls `put` or `giveUp`. */
  readonly leads: boolean
}

/** Where answers wait to be given again: bounded, each for an absolute time. */
export interface CacheStore {
  lookup (key: CacheKey): Promise<CacheLookup>
  /** Adds a wording to the entry; the oldest falls out beyond the variants' number. `owner` caused it: erasing him erases it. */
  put (key: CacheKey, answer: CachedAnswer, entry: { owner: string, ttlMs: number }): Promise<void>
  /** The one who led has no answer: somebody else may try. */
  giveUp (key: CacheKey): Promise<void>
  /** Removes every answer that this user caused. */
  erase (owner: string): Promise<void>
}

export interface CacheOptions {
  readonly maxVariants: number
  readonly maxEntries: number
  /** How long one process may be at an answer before another tries. */
  readonly leadMs: number
}
