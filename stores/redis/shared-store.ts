import { BrokenCircuitError } from 'cockatiel'
import type { Cluster, Redis } from 'ioredis'

/** The way to the shared Redis: every command has a deadline, a breaker and a place in the metrics. */
export interface SharedStore {
  /**
   * Runs one command, pipeline or script: one trip. `op` is its label, of a closed set.
   * @throws {StateUnavailable} when Redis did not answer in time, is gone, or the breaker spares it.
   */
  run<T> (op: string, command: (client: Redis | Cluster) => Promise<T>): Promise<T>
}

/** Redis can't be asked now; the caller answers without it. */
export class StateUnavailable extends Error {
  constructor (cause?: unknown) {
    super('the shared state does not answer', { cause })
    this.name = 'StateUnavailable'
  }
}

/** Answers that mean "not now", not "you asked wrongly": a node that loads, lost its master or is a replica since a moment ago. */
const NOT_NOW = /^(LOADING|READONLY|MASTERDOWN|CLUSTERDOWN|TRYAGAIN|UNBLOCKED)\b/

/** Whether an error says that Redis is not there, rather than that the command was wrong. */
export function isUnavailable (error: unknown): boolean {
  if (error instanceof StateUnavailable || error instanceof BrokenCircuitError) return true
  const { name, message } = error as Error
  return name !== 'ReplyError' || NOT_NOW.test(message)
}

/**
 * Rejects with StateUnavailable when `work` takes longer than `ms`. A reply that arrived while the event loop was busy still
 * counts: timers run before the sockets are read, so the verdict waits for one more turn of the loop.
 */
export async function withDeadline<T> (work: Promise<T>, ms: number): Promise<T> {
  const late = Promise.withResolvers<never>()
  const timer = setTimeout(() => setImmediate(() => setImmediate(() => late.reject(new StateUnavailable()))), ms)
  // Whichever loses is already handled.
  late.promise.catch(() => {})
  work.catch(() => {})
  try {
    return await Promise.race([work, late.promise])
  } finally {
    clearTimeout(timer)
  }
}
