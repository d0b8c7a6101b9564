import { CommandLate, StateUnavailable } from './shared-store.ts'

export interface Deadlines {
  /** Rejects with CommandLate when `work` takes too long, with StateUnavailable when the signal aborts. */
  within<T> (work: Promise<T>, signal?: AbortSignal): Promise<T>
}

interface Wait { readonly startedAt: number, readonly lastTick: number, readonly giveUp: () => void }

/** So often the event loop must have come round before an answer that is not there is called late. */
const TICKS = 5

/**
 * Deadlines of `ms` milliseconds, counted in turns of the event loop: a process that is itself too busy to read what has long
 * arrived, or to send what it wants to ask, must not take that for the silence of the server.
 */
export function createDeadlines (ms: number): Deadlines {
  /** In the order in which they were begun, which is the order in which they end. */
  const waits = new Set<Wait>()
  let ticks = 0
  let timer: NodeJS.Timeout | undefined

  function tick (): void {
    ticks++
    const now = performance.now()
    for (const wait of waits) {
      if (ticks < wait.lastTick || now - wait.startedAt < ms) break
      waits.delete(wait)
      wait.giveUp()
    }
    if (waits.size > 0) return
    clearInterval(timer)
    timer = undefined
  }

  return {
    async within (work, signal) {
      const { promise, reject } = Promise.withResolvers<never>()
      // Whichever loses is already handled.
      promise.catch(() => {})
      work.catch(() => {})
      const wait = { startedAt: performance.now(), lastTick: ticks + TICKS, giveUp: () => reject(new CommandLate()) }
      waits.add(wait)
      timer ??= setInterval(tick, ms / TICKS).unref()
      const onAbort = () => reject(new StateUnavailable(signal?.reason))
      if (signal?.aborted) onAbort()
      signal?.addEventListener('abort', onAbort, { once: true })
      try {
        return await Promise.race([work, promise])
      } finally {
        waits.delete(wait)
        signal?.removeEventListener('abort', onAbort)
      }
    }
  }
}
