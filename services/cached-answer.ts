import type { NanoUsd } from './money.ts'
import type { Reading, Strategy } from './understanding/reading.ts'

/** An answer that may be given again. */
export interface CachedAnswer {
  /** Names these words, so that no session hears them twice. */
  readonly id: string
  readonly text: string
  readonly model: string
  readonly strategy: Strategy
  readonly reading: Reading
  /** What the model calls for it cost: saved by every further use. */
  readonly cost: NanoUsd
}
