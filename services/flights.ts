/** One piece of work for all who want the same at the same time. */

export interface Landed<T> {
  readonly value: T
  /** True for exactly one of those who get the value: whoever accounts for the work. */
  readonly accounts: boolean
}

/** Somebody left before its end. */
export interface Left {
  readonly value?: undefined
  readonly accounts?: undefined
  /** The work had come to where it costs something. */
  readonly isUsed: boolean
}

/** What work says on its way: what it has so far, part by part, and that it costs something from now on. */
export interface Crew { tell (part: string): void, use (): void }
export type Work<T> = (signal: AbortSignal, crew: Crew) => Promise<T>

export interface Flights<T> {
  /**
   * Joins the work under `key`, or starts it. Whoever's signal aborts leaves alone and the others still get the
   * value; when nobody is left the work's own signal aborts, and the last to leave waits for its end, to account for it.
   * @param hear gets every part that the work tells, those from before he joined at once.
   */
  join (key: string, signal: AbortSignal, start: Work<T>, hear?: (part: string) => void): Promise<Landed<T> | Left>
  /** Pieces of work under way. */
  readonly size: number
}

interface Flight<T> { readonly work: Promise<T>, readonly stop: AbortController, readonly told: string[], readonly hearers: Set<(part: string) => void>, readonly costs: { isUsed: boolean }, passengers: number, isAccounted: boolean }

export function createFlights<T> (): Flights<T> {
  const flights = new Map<string, Flight<T>>()

  const take = (key: string, start: Work<T>): Flight<T> => {
    const stop = new AbortController()
    const told: string[] = []
    const hearers = new Set<(part: string) => void>()
    const tell = (part: string) => {
      told.push(part)
      for (const hear of hearers) hear(part)
    }
    const costs = { isUsed: false }
    const use = () => { costs.isUsed = true }
    const flight: Flight<T> = { work: start(stop.signal, { tell, use }), stop, told, hearers, costs, passengers: 0, isAccounted: false }
    flights.set(key, flight)
    flight.work.catch(() => {}).finally(() => { if (flights.get(key) === flight) flights.delete(key) }).catch(() => {})
    return flight
  }
  const land = async (flight: Flight<T>): Promise<Landed<T>> => {
    const value = await flight.work
    const accounts = !flight.isAccounted
    flight.isAccounted = true
    return { value, accounts }
  }

  return {
    get size () { return flights.size },
    async join (key, signal, start, hear) {
      const flight = flights.get(key) ?? take(key, start)
      flight.passengers++
      if (hear) {
        for (const part of flight.told) hear(part)
        flight.hearers.add(hear)
      }
      if (await landsBefore(signal, flight.work)) return land(flight)
      if (hear) flight.hearers.delete(hear)
      flight.passengers--
      if (flight.passengers > 0) return { isUsed: flight.costs.isUsed }
      // Nobody may join work that is being stopped.
      if (flights.get(key) === flight) flights.delete(key)
      flight.stop.abort(signal.reason)
      return land(flight)
    }
  }
}

/** Whether the work ends before the signal aborts; leaves no listener behind. */
async function landsBefore (signal: AbortSignal, work: Promise<unknown>): Promise<boolean> {
  if (signal.aborted) return false
  const { promise, resolve } = Promise.withResolvers<boolean>()
  const leave = () => { resolve(false) }
  signal.addEventListener('abort', leave, { once: true })
  const landed = () => { resolve(true) }
  work.then(landed, landed)
  try {
    return await promise
  } finally {
    signal.removeEventListener('abort', leave)
  }
}
