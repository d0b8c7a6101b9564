/** Waiting times as a person says them. */

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS

/** "in about 5 hours", "in 40 seconds"; never shorter than the wait really is. */
export function warmWait (ms: number): string {
  if (ms >= 1.5 * HOUR_MS) return `in about ${Math.ceil(ms / HOUR_MS)} hours`
  if (ms > MINUTE_MS) return `in about ${Math.ceil(ms / MINUTE_MS)} minutes`
  const seconds = Math.max(1, Math.ceil(ms / 1000))
  return seconds === 1 ? 'in a second' : `in ${seconds} seconds`
}
