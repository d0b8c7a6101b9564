/** The process's clocks, moved forward by hand: what waits a minute need not be waited for. Timers go on as they did. */
import type { Test } from 'tap'

export interface Clock { advance (ms: number): void }

/** Moves `Date.now` and `performance.now` until the test ends. Take it before the service is built. */
export function movableClock (t: Test): Clock {
  let offsetMs = 0
  const { now: dateNow } = Date
  const performanceNow = performance.now.bind(performance)
  Date.now = () => dateNow() + offsetMs
  performance.now = () => performanceNow() + offsetMs
  t.teardown(() => {
    Date.now = dateNow
    performance.now = performanceNow
  })
  return { advance: ms => { offsetMs += ms } }
}
