import type { Cluster, Redis } from 'ioredis'

/** The concerns that keep state in Redis: what a command is counted under. */
export const CONCERNS = ['breaker', 'budget', 'cache', 'ledger', 'memory', 'quota', 'replay', 'rollout', 'session'] as const
export type Concern = typeof CONCERNS[number]
/** A concern, and what it wants: `quota-take`. */
export type StoreOp = `${Concern}-${string}`

export const concernOf = (op: StoreOp) => op.slice(0, op.indexOf('-')) as Concern

/** The way to the shared Redis: every command has a deadline, a breaker and a place in the metrics. */
export interface SharedStore {
  /**
   * Runs one command, pipeline or script: one trip. A signal gives up before the deadline does.
   * @throws {StateUnavailable} when Redis did not answer in time, is gone, takes no writes, or is spared.
   */
  run<T> (op: StoreOp, command: (client: Redis | Cluster) => Promise<T>, signal?: AbortSignal): Promise<T>
}

/** Redis can't be asked now; the caller answers without it. */
export class StateUnavailable extends Error {
  constructor (cause?: unknown) {
    super('the shared state does not answer', { cause })
    this.name = 'StateUnavailable'
  }
}

/** The deadline passed: the command may still be done later. */
export class CommandLate extends StateUnavailable {}

/**
 * Answers that mean "not now", not "you asked wrongly": a node that loads, lost its master, is a replica since a moment ago, is
 * full (in a script's words, too), can't write to its disk or to enough replicas, is busy with a script, or knows this user no longer (or not this right of his, in a script's words, too).
 */
const NOT_NOW = /^(LOADING|READONLY|MASTERDOWN|CLUSTERDOWN|TRYAGAIN|UNBLOCKED|OOM|MISCONF|NOREPLICAS|BUSY|NOAUTH|NOPERM|WRONGPASS)\b|-OOM command not allowed|^ERR (max number of clients|The user executing the script can't run)|ACL failure in script/

/** Whether an error says that Redis is not there, rather than that the command was wrong. */
export function isUnavailable (error: unknown): boolean {
  if (error instanceof StateUnavailable) return true
  const { name, message } = error as Error
  return name !== 'ReplyError' || NOT_NOW.test(message)
}
