/** Prometheus' two text formats: OpenMetrics, and the plain one before it. */

const OPEN_METRICS = 'application/openmetrics-text'

/** Whether a scraper takes the plain format by name and OpenMetrics not at all; whoever names neither is given OpenMetrics. */
export function wantsPlain (accept = ''): boolean {
  const taken = accept.toLowerCase().split(',').flatMap(range => {
    const [type = '', ...parameters] = range.split(';').map(part => part.trim())
    return parameters.some(parameter => /^q=0(\.0*)?$/.test(parameter)) ? [] : [type]
  })
  return taken.includes('text/plain') && !taken.includes(OPEN_METRICS)
}

/** OpenMetrics as plain text (0.0.4), which calls a counter's family as its samples and knows no exemplars. */
export function plainOf (openMetrics: string): string {
  return openMetrics
    .replace(/^# HELP (\S+) (.*)\n# TYPE \1 counter$/gm, '# HELP $1_total $2\n# TYPE $1_total counter')
    .replace(/^([^#\n].*?) # \{.*$/gm, '$1')
    .replace(/# EOF\n$/, '')
}
