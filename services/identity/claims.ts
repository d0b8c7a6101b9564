/** What a verified token and its headers say about a caller. */
import { ENGINES, type Engine } from '../rollout.ts'
import type { Tier } from '../turn.ts'
import type { Pseudonyms } from './pseudonym.ts'

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

export const ACT_AS_SCOPE = 'amora:act-as'

/** Somebody who may write: `userId` decides about the rollout and the subscription; what is stored goes by the pseudonyms. */
export interface Caller extends Pseudonyms {
  readonly userId: string
  readonly scopes: ReadonlySet<string>
  /** Undefined when the token does not say. */
  readonly tierClaim?: Tier
  readonly locale?: string
  /** A signed override for tests of one engine: claim `amora_engine`. */
  readonly forcedEngine?: Engine
  /** A back end speaks for the user. */
  readonly actedFor: boolean
}

/** A caller whose pseudonyms are not made yet. */
export type NamedCaller = Omit<Caller, keyof Pseudonyms>

export type Claims = Readonly<Record<string, unknown>>
type Headers = Readonly<Record<string, string | string[] | undefined>>

export type CallerResult =
  | { readonly ok: true, readonly caller: NamedCaller }
  | { readonly ok: false, readonly fault: 'unauthenticated' | 'forbidden' | 'invalid', readonly detail: string }

/** The caller that verified claims and the act-as headers name, or why there is none. */
export function callerOf (claims: Claims, headers: Headers): CallerResult {
  const { sub } = claims
  if (typeof sub !== 'string' || !UUID.test(sub)) return fault('unauthenticated', 'The token’s sub is not a UUID.')
  const scopes = scopesOf(claims)
  const own: NamedCaller = {
    userId: sub.toLowerCase(),
    scopes,
    tierClaim: tierOfText(claims.subscription_status ?? claims.tier),
    forcedEngine: ENGINES.find(engine => engine === claims.amora_engine),
    locale: typeof claims.locale === 'string' ? claims.locale.slice(0, 35) : undefined,
    actedFor: false
  }
  const user = headers['x-amora-user-id']
  const tier = headers['x-amora-tier']
  if (user === undefined && tier === undefined) return { ok: true, caller: own }
  return actAs(own, user, tier)
}

function actAs (own: NamedCaller, user: string | string[] | undefined, tier: string | string[] | undefined): CallerResult {
  if (!own.scopes.has(ACT_AS_SCOPE)) return fault('forbidden', `X-Amora-User-Id and X-Amora-Tier need the scope ${ACT_AS_SCOPE}.`)
  if (user === undefined) return fault('invalid', 'X-Amora-Tier needs X-Amora-User-Id beside it.')
  if (typeof user !== 'string' || !UUID.test(user)) return fault('invalid', 'X-Amora-User-Id is not a UUID.')
  const tierClaim = tierOfText(tier)
  if (tier !== undefined && tierClaim === undefined) return fault('invalid', 'X-Amora-Tier is free or paid.')
  return { ok: true, caller: { ...own, userId: user.toLowerCase(), tierClaim, locale: undefined, actedFor: true } }
}

const fault = (kind: 'unauthenticated' | 'forbidden' | 'invalid', detail: string): CallerResult => ({ ok: false, fault: kind, detail })

/** `premium` is how the subscription service says paid. Undefined for a word that neither tier has. */
export function tierOfText (text: unknown): Tier | undefined {
  switch (text) {
    case 'premium': case 'paid': return 'paid'
    case 'free': case 'basic': case 'none': case 'expired': case 'cancelled': return 'free'
    default: return undefined
  }
}

function scopesOf ({ scope, scopes }: Claims): ReadonlySet<string> {
  const listed = Array.isArray(scopes) ? scopes.filter(entry => typeof entry === 'string') : []
  return new Set([...typeof scope === 'string' ? scope.split(' ') : [], ...listed].filter(entry => entry !== ''))
}
