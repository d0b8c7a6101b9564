/** Values as Grafana writes them, for the units that the dashboards use. */

const significant = (value: number): string => {
  if (value === 0) return '0'
  const decimals = Math.max(0, 2 - Math.floor(Math.log10(Math.abs(value))))
  return String(Number(value.toFixed(Math.min(decimals, 8))))
}
const fixed = (value: number, decimals: number | undefined) => decimals === undefined ? significant(value) : value.toFixed(decimals)

/** The largest step that is not above the value. */
function scaled (value: number, steps: ReadonlyArray<readonly [from: number, suffix: string]>, decimals: number | undefined): string {
  const [from, suffix] = steps.findLast(([from]) => Math.abs(value) >= from) ?? steps[0]!
  return `${fixed(value / from, decimals)}${suffix}`
}

const SECONDS = [[1e-6, ' µs'], [1e-3, ' ms'], [1, ' s'], [60, ' min'], [3600, ' hours'], [86_400, ' days']] as const
const SHORT = [[1, ''], [1e3, ' K'], [1e6, ' Mil'], [1e9, ' Bil']] as const
const BYTES = [[1, ' B'], [1024, ' KiB'], [1024 ** 2, ' MiB'], [1024 ** 3, ' GiB']] as const
const DOLLARS = [[1, ''], [1e3, 'K'], [1e6, 'M']] as const

export function written (value: number, unit = 'none', decimals?: number): string {
  if (Number.isNaN(value)) return 'NaN'
  if (unit.startsWith('suffix:')) return `${fixed(value, decimals)}${unit.slice('suffix:'.length)}`
  switch (unit) {
    case 's': return value === 0 ? '0 s' : scaled(value, SECONDS, decimals)
    case 'd': return `${fixed(value, decimals)} days`
    case 'percentunit': return `${fixed(value * 100, decimals)}%`
    case 'percent': return `${fixed(value, decimals)}%`
    case 'currencyUSD': return `$${scaled(value, DOLLARS, decimals)}`
    case 'reqps': return `${fixed(value, decimals)} req/s`
    case 'bytes': return scaled(value, BYTES, decimals)
    case 'short': return scaled(value, SHORT, value < 1000 ? decimals : undefined)
    default: return fixed(value, decimals)
  }
}

/** Round steps for an axis from 0 or `low` to `high`. */
export function ticksOf (low: number, high: number, count: number): readonly number[] {
  const rough = (high - low) / count || 1
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = [1, 2, 2.5, 5, 10].map(factor => factor * power).find(step => step >= rough)!
  return Array.from({ length: Math.floor((high - low) / step + 1e-9) + 1 }, (_, at) => Number((Math.ceil(low / step) * step + at * step).toPrecision(12)))
}
