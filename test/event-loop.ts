/** How long the event loop was held: in CPU time of this thread, so that other programs on the machine don't count. */

export interface LoopWatch {
  /** The longest stretch without a turn of the loop, in milliseconds. */
  stop (): number
}

export function watchLoop (): LoopWatch {
  let lastMs = threadMs()
  let longestMs = 0
  let isOn = true
  const beat = () => {
    const nowMs = threadMs()
    longestMs = Math.max(longestMs, nowMs - lastMs)
    lastMs = nowMs
    if (isOn) setImmediate(beat)
  }
  setImmediate(beat)
  return {
    stop () {
      isOn = false
      beat()
      return longestMs
    }
  }
}

function threadMs (): number {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}
