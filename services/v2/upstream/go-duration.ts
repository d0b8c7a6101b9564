const MS_PER_UNIT: Readonly<Record<string, number>> = { ns: 1e-6, us: 1e-3, µs: 1e-3, μs: 1e-3, ms: 1, s: 1000, m: 60_000, h: 3_600_000 }
const PART = /(\d+(?:\.\d*)?|\.\d+)(ns|us|µs|μs|ms|s|m|h)/y

/**
 * Milliseconds of a duration as Go prints it (`6m0s`, `12ms`, `1h2m3.5s`), which is how OpenAI says when a limit resets.
 * Undefined for anything else, a negative one included.
 */
export function goDurationMs (text: string): number | undefined {
  if (text === '0') return 0
  let sumMs = 0
  let at = 0
  while (at < text.length) {
    PART.lastIndex = at
    const part = PART.exec(text)
    if (!part) return undefined
    sumMs += Number(part[1]) * MS_PER_UNIT[part[2]!]!
    at = PART.lastIndex
  }
  return at > 0 ? sumMs : undefined
}
