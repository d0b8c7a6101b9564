const EVENTS = 'text/event-stream'
const JSON_TYPES: ReadonlySet<string> = new Set(['application/json', 'application/*', '*/*'])

/** Whether a turn is wanted as it comes: events are named in `Accept`, and JSON is not wanted more. */
export function wantsEvents (accept: string | undefined): boolean {
  const wishes = (accept ?? '').split(',').map(wishOf)
  const strongest = (isWanted: (type: string) => boolean) => Math.max(0, ...wishes.filter(({ type }) => isWanted(type)).map(({ weight }) => weight))
  const events = strongest(type => type === EVENTS)
  return events > 0 && events >= strongest(type => JSON_TYPES.has(type) && type !== '*/*')
}

function wishOf (range: string): { type: string, weight: number } {
  const [type = '', ...parameters] = range.toLowerCase().split(';').map(part => part.trim())
  const weight = Number(parameters.find(parameter => parameter.startsWith('q='))?.slice(2) ?? 1)
  return { type, weight: Number.isNaN(weight) ? 0 : weight }
}
