/** Prometheus' two text formats: OpenMetrics, and the plain one before it. */

const OPEN_METRICS = 'application/openmetrics-text'

/** Whether a scraper asks for OpenMetrics by name, and wants it. */
export function wantsOpenMetrics (accept: string | undefined): boolean {
  return (accept ?? '').toLowerCase().split(',').some(range => {
    const [type = '', ...parameters] = range.split(';').map(part => part.trim())
    return type === OPEN_METRICS && !parameters.some(parameter => /^q=0(\.0*)?$/.test(parameter))
  })
}

/** OpenMetrics as plain text (0.0.4), which calls a counter's family as its samples and knows no exemplars. */
export function plainOf (openMetrics: string): string {
  return openMetrics
    .replace(/^# HELP (\S+) (.*)\n# TYPE \1 counter$/gm, '# HELP $1_total $2\n# TYPE $1_total counter')
    .replace(/^([^#\n].*?) # \{.*$/gm, '$1')
    .replace(/# EOF\n$/, '')
}
