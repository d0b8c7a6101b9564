import type { MemoryFacts, MemoryNote } from '../services/memory.ts'

/** What is remembered across sessions. The store's life time counts from the last note. */
export interface MemoryStore {
  read (owner: string): Promise<MemoryFacts | undefined>
  /** Adds one turn's note; notes of two turns at once both count. */
  add (owner: string, note: MemoryNote): Promise<void>
  /** Facts kept under an older hash of the same user move to his present one, unless that has some already. */
  adopt (owner: string, formerOwner: string): Promise<void>
  erase (owner: string): Promise<void>
}
