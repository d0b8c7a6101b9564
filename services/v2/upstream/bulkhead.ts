import { LlmError } from '../model-client.ts'
import { abortReason } from '../openai-wire.ts'

export interface Bulkhead<Kind extends string> {
  /**
   * Runs a call as soon as there is room; calls that wait are served in their order.
   * @throws {LlmError} `queue_full` at once, or `aborted` or `timeout` for a call whose signal ended while it waited.
   */
  run<T> (kind: Kind, signal: AbortSignal, call: () => Promise<T>): Promise<T>
  /** The calls of a kind that wait now. */
  waiting (kind: Kind): number
}

export interface BulkheadLimits {
  /** Calls at once, at least 1. */
  readonly concurrency: number
  /** Calls that may wait. */
  readonly queue: number
}

/**
 * Bounds the calls in flight and those that wait. Cockatiel's bulkhead looks at a waiting call's signal only when its place comes
 * up: until then one that nobody waits for any more would hold its place, and its caller.
 */
export function createBulkhead<Kind extends string> ({ concurrency, queue: places }: BulkheadLimits): Bulkhead<Kind> {
  // A set keeps its order, and a call leaves it from the middle at no cost.
  const queue = new Set<{ kind: Kind, enter: () => void }>()
  let active = 0

  async function enter (kind: Kind, signal: AbortSignal): Promise<void> {
    if (active < concurrency) {
      active++
      return
    }
    if (queue.size >= places) throw new LlmError('queue_full')
    const room = Promise.withResolvers<void>()
    const waiting = { kind, enter: room.resolve }
    const leave = () => {
      queue.delete(waiting)
      room.reject(new LlmError(abortReason(signal), { sent: false }))
    }
    queue.add(waiting)
    signal.addEventListener('abort', leave, { once: true })
    await room.promise.finally(() => { signal.removeEventListener('abort', leave) })
  }

  /** The room goes to the call that has waited longest, so that no newcomer overtakes it. */
  function leave (): void {
    const [next] = queue
    if (!next) {
      active--
      return
    }
    queue.delete(next)
    next.enter()
  }

  return {
    async run (kind, signal, call) {
      if (signal.aborted) throw new LlmError(abortReason(signal), { sent: false })
      await enter(kind, signal)
      try {
        return await call()
      } finally {
        leave()
      }
    },
    waiting: kind => [...queue].filter(waiting => waiting.kind === kind).length
  }
}
