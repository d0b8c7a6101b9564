import { reconcile, type RolloutChange, type RolloutRecord } from '../services/rollout-state.ts'
import type { RolloutBeat, RolloutStore } from './rollout-store.ts'
import { StateUnavailable } from './redis/shared-store.ts'

export interface RolloutFollowerOptions {
  readonly store: RolloutStore
  /** This process among those that follow the dial. */
  readonly replica: string
  /** What a store that nobody has written to starts with; undefined: it stays empty. */
  readonly bootstrap?: RolloutChange
  readonly pollMs: number
  /** Monotonic milliseconds. */
  readonly now: () => number
  /** Epoch milliseconds. */
  readonly nowMs: () => number
  /** `delayMs` is the time since the record was written, where it was written under our eyes. */
  readonly onApplied: (record: RolloutRecord, delayMs: number | undefined) => void
  readonly onBootstrap: (record: RolloutRecord) => void
  /** The store answers, but not as it should. */
  readonly onFault: (error: unknown) => void
}

/** After a poll that failed: a store that is back is noticed soon. */
const RETRY_MS = 250

/** Keeps one process at the newest record, and a store that was emptied at ours. What is heard, read and written goes one way: `#meet`. */
export class RolloutFollower {
  readonly #options: RolloutFollowerOptions
  #record: RolloutRecord | undefined
  #confirmedAt = -Infinity
  /** The store's clock minus ours. */
  #clockOffsetMs = 0
  #timer: NodeJS.Timeout | undefined
  #isClosed = false

  constructor (options: RolloutFollowerOptions) {
    this.#options = options
  }

  /** The record in force here; undefined until the store has answered once, and while nobody has written to it. */
  get record (): RolloutRecord | undefined { return this.#record }

  /** Milliseconds since the store last confirmed the record; Infinity before the first time. */
  get ageMs (): number { return this.#options.now() - this.#confirmedAt }

  /** Resolves after the first try to read the store, whether or not it answered. */
  async start (): Promise<void> {
    await this.#poll()
    this.#options.store.subscribe({
      changed: record => { this.#quietly(this.accept(record)) },
      connected: () => { this.#quietly(this.sync()) }
    })
  }

  async close (): Promise<void> {
    this.#isClosed = true
    clearTimeout(this.#timer)
    await this.#options.store.leave(this.#options.replica).catch(() => {})
  }

  /**
   * Reads the store now, and brings whoever is behind up to date: us or it.
   * @throws {StateUnavailable}
   */
  async sync (): Promise<RolloutRecord | undefined> {
    const { store, bootstrap } = this.#options
    const seen = await store.read()
    this.#confirm()
    if (seen) await this.#meet(seen)
    else if (this.#record) await store.heal(this.#record)
    else if (bootstrap) await this.#bootstrap(bootstrap)
    return this.#record
  }

  /** Takes in a record that was written: at once. Resolves when the store was told; never rejects. */
  async accept (record: RolloutRecord): Promise<void> {
    this.#confirm()
    await this.#meet(record).catch((error: unknown) => { this.#fault(error) })
  }

  async #poll (): Promise<void> {
    const answered = await this.#check().then(() => true, (error: unknown) => this.#fault(error))
    if (this.#isClosed) return
    this.#timer = setTimeout(() => { this.#quietly(this.#poll()) }, answered ? this.#options.pollMs : RETRY_MS).unref()
  }

  /** Reports our version and reads the record if the store's is another; a store that takes no reports (it is full) is read all the same. */
  async #check (): Promise<void> {
    const beat = await this.#report().catch((error: unknown) => {
      if (error instanceof StateUnavailable) throw error
      this.#options.onFault(error)
    })
    if (beat && beat.version > 0 && beat.version === this.#record?.version && beat.at === this.#record.at) this.#confirm()
    else await this.sync()
  }

  async #report (): Promise<RolloutBeat> {
    const { store, replica, nowMs } = this.#options
    const beat = await store.beat(replica, this.#record?.version ?? 0)
    this.#clockOffsetMs = beat.now - nowMs()
    return beat
  }

  async #bootstrap (change: RolloutChange): Promise<void> {
    const written = await this.#options.store.write({ move: 'bootstrap', change, reason: 'first start', by: 'env', expected: 0 })
    if (written.ok) {
      this.#options.onBootstrap(written.record)
      await this.#meet(written.record)
    } else {
      await this.sync()
    }
  }

  async #meet (seen: RolloutRecord): Promise<void> {
    if (this.#isClosed) return
    const next = this.#record ? reconcile(this.#record, seen) : seen
    const isNew = next !== this.#record
    if (isNew) this.#apply(next)
    if (next.version > seen.version) await this.#options.store.heal(next)
    if (isNew) await this.#report()
  }

  #apply (next: RolloutRecord): void {
    const before = this.#record
    this.#record = next
    const wasWrittenSince = before !== undefined && next.at > before.at
    this.#options.onApplied(next, wasWrittenSince ? Math.max(0, this.#options.nowMs() + this.#clockOffsetMs - next.at) : undefined)
  }

  #confirm (): void { this.#confirmedAt = this.#options.now() }

  /** Nobody waits for it; the next poll makes good what failed. */
  #quietly (work: Promise<unknown>): void {
    work.catch((error: unknown) => { this.#fault(error) })
  }

  #fault (error: unknown): false {
    if (!(error instanceof StateUnavailable)) this.#options.onFault(error)
    return false
  }
}
