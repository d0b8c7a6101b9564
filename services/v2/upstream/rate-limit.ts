/** What a server's rate limit still allows, from the headers of its answers, so that a call that it would refuse is not sent. */
import { goDurationMs } from './go-duration.ts'

export const LIMITED_UNITS = ['requests', 'tokens'] as const
export type LimitedUnit = typeof LIMITED_UNITS[number]

export const RATE_LIMIT_HEADERS = LIMITED_UNITS.flatMap(unit => ['limit', 'remaining', 'reset'].map(what => `x-ratelimit-${what}-${unit}`))

/** Calls are held back below this share of a limit: others in flight use it up already. */
const LEAST_SHARE = 0.01
/** However long a server says: it is asked again after this. */
const LONGEST_HOLD_MS = 60_000

export interface RateLimits {
  /** Takes in what an answer of a model says about its limits. */
  note (model: string, headers: Pick<Headers, 'get'>): void
  /** The server asked to be left alone with this model. */
  holdBack (model: string, ms: number): void
  /** Milliseconds until a call of this model makes sense; 0 is now. */
  waitMs (model: string): number
  /** The least that any model has left now; undefined while no server has said. */
  remaining (unit: LimitedUnit): number | undefined
}

/** A limit as an answer told it. */
interface Allowance { readonly remaining: number, readonly limit: number, readonly resetMs: number, readonly notedAt: number }
interface ModelLimits { readonly allowances: Partial<Record<LimitedUnit, Allowance>>, heldUntil: number }

/** @param now milliseconds of a clock that never goes back. */
export function createRateLimits (now: () => number): RateLimits {
  const models = new Map<string, ModelLimits>()
  const limitsOf = (model: string): ModelLimits => {
    const known = models.get(model) ?? { allowances: {}, heldUntil: 0 }
    models.set(model, known)
    return known
  }
  return {
    note (model, headers) {
      for (const unit of LIMITED_UNITS) {
        const allowance = allowanceOf(headers, unit, now())
        if (allowance) limitsOf(model).allowances[unit] = allowance
      }
    },
    holdBack (model, ms) { limitsOf(model).heldUntil = now() + Math.min(ms, LONGEST_HOLD_MS) },
    waitMs (model) {
      const limits = models.get(model)
      if (!limits) return 0
      const waits = Object.values(limits.allowances).map(allowance => refillMs(allowance, now()))
      return Math.max(0, limits.heldUntil - now(), ...waits)
    },
    remaining (unit) {
      const left = [...models.values()].flatMap(({ allowances: { [unit]: allowance } }) => allowance ? [remainingOf(allowance, now())] : [])
      return left.length > 0 ? Math.min(...left) : undefined
    }
  }
}

function allowanceOf (headers: Pick<Headers, 'get'>, unit: LimitedUnit, notedAt: number): Allowance | undefined {
  const number = (what: string) => Number.parseInt(headers.get(`x-ratelimit-${what}-${unit}`) ?? '', 10)
  const remaining = number('remaining')
  const resetMs = goDurationMs(headers.get(`x-ratelimit-reset-${unit}`) ?? '')
  if (!(remaining >= 0) || resetMs === undefined) return undefined
  const limit = number('limit')
  return { remaining, resetMs, notedAt, limit: limit > remaining ? limit : remaining }
}

/**
 * What is left now. The reset is when the limit is whole again, not when the next call may come: it fills up evenly until then
 * (4,999 of 5,000 a minute are whole again in 12 ms). Where the limit is not told, nothing is known to come back earlier.
 */
function remainingOf ({ remaining, limit, resetMs, notedAt }: Allowance, at: number): number {
  const filled = at - notedAt < resetMs ? (at - notedAt) / resetMs : 1
  return Math.floor(remaining + (limit - remaining) * filled)
}

function refillMs (allowance: Allowance, at: number): number {
  const { remaining, limit, resetMs, notedAt } = allowance
  const least = Math.max(1, limit * LEAST_SHARE)
  if (remaining >= least) return 0
  const share = limit > remaining ? (least - remaining) / (limit - remaining) : 1
  return notedAt + Math.min(LONGEST_HOLD_MS, resetMs * Math.min(1, share)) - at
}
