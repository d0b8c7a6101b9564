import { isUnavailable } from './shared-store.ts'

/** Commands that have to get through, tried again until the store answers. One may be done twice, which must not matter. */
export interface Outbox {
  /** Resolves after the first try; rejects only for a command that was wrong. */
  deliver (command: () => Promise<unknown>): Promise<void>
}

const RETRY_MS = 250
const AT_ONCE = 100
/** Beyond it the oldest are given up: everything that waits here also ends by itself. */
const MOST_WAITING = 10_000

/**
 * The outbox of one store. A command that a stalled server never answered is still done when the server wakes up; what such a
 * late command left behind (a lock, a reservation) is given back through here.
 */
export function createOutbox (): Outbox {
  const waiting: Array<() => Promise<unknown>> = []
  let timer: NodeJS.Timeout | undefined

  const keep = (commands: ReadonlyArray<() => Promise<unknown>>) => {
    waiting.push(...commands)
    if (waiting.length > MOST_WAITING) waiting.splice(0, waiting.length - MOST_WAITING)
    timer ??= setTimeout(() => { flush().catch(() => {}) }, RETRY_MS).unref()
  }
  async function flush (): Promise<void> {
    while (waiting.length > 0) {
      const batch = waiting.splice(0, AT_ONCE)
      const failed = (await Promise.all(batch.map(async command => command().then(() => [], error => isUnavailable(error) ? [command] : [])))).flat()
      if (failed.length === 0) continue
      timer = undefined
      return keep(failed)
    }
    timer = undefined
  }

  return {
    async deliver (command) {
      try {
        await command()
      } catch (error) {
        if (!isUnavailable(error)) throw error
        keep([command])
      }
    }
  }
}
