import { createSigner } from 'fast-jwt'
import type { FastifyRequest } from 'fastify'
import fp from 'fastify-plugin'
import { LRUCache } from 'lru-cache'
import { randomBytes } from 'node:crypto'
import { callerOf, tierOfText, type Caller, type Claims } from '../services/identity/claims.ts'
import { createKeySet, type Jwks } from '../services/identity/jwks.ts'
import { pseudonymsOf, type Pseudonyms } from '../services/identity/pseudonym.ts'
import { createTokenVerifier } from '../services/identity/token.ts'
import type { Tier } from '../services/turn.ts'
import { Forbidden, InvalidRequest, Unauthenticated } from './errors.ts'
import type { Metrics } from './metrics.ts'

declare module 'fastify' {
  interface FastifyInstance { identity: Identity }
  interface FastifyRequest { caller: Caller }
}

export interface Identity {
  /** A hook: sets `request.caller`, or refuses (401, 403, 400). */
  authenticate (request: FastifyRequest): Promise<void>
  /** A hook for routes behind `authenticate`: 403 without the scope. */
  requireScope (scope: string): (request: FastifyRequest) => Promise<void>
  /** What a user is stored by. */
  pseudonymsOf (userId: string): Pseudonyms
  /** What the token says, else what the subscription service says; free when nobody knows. Never throws. */
  tierOf (caller: Caller): Promise<Tier>
  /** A token signed with the made secret, for an hour; outside production and without configured keys only. */
  issueToken (claims: Claims): string
  /** The secret was made for this run. */
  readonly ephemeral: boolean
}

const TOKEN_LIFE_MS = 3_600_000
const KEY_FETCH_MS = 2000
const SUBSCRIPTION_MS = 300
const SUBSCRIPTION_CACHE = { max: 50_000, ttl: 60_000 }

/** Who calls, what they may do, which tier they have. */
export default fp(async app => {
  const { jwtSecret, jwksUrl, issuer, audience, subscriptionUrl } = app.config.identity
  const privacyKeys = app.config.identity.privacyKeys ?? [{ id: 'run', secret: randomBytes(32).toString('base64url') }]
  const ephemeral = !app.config.production && jwtSecret === undefined && jwksUrl === undefined
  const secret = ephemeral ? randomBytes(48).toString('base64url') : jwtSecret
  const fetches = app.metrics.counter('amora_jwks_fetches_total')
  const verify = createTokenVerifier({ secret, issuer, audience, keys: jwksUrl ? keySetOf(jwksUrl, result => { fetches.inc({ result }) }) : undefined })

  app.decorateRequest<Caller | null>('caller', null)
  app.decorate('identity', {
    ephemeral,
    async authenticate (request) {
      const claims = await verify(bearerOf(request)).catch(() => { throw new Unauthenticated('The token is not valid.') })
      const result = callerOf(claims, request.headers)
      if (!result.ok) throw refusal(result.fault, result.detail)
      request.caller = { ...result.caller, ...pseudonymsOf(result.caller.userId, privacyKeys) }
    },
    requireScope: scope => async request => {
      if (!request.caller.scopes.has(scope)) throw new Forbidden(`This needs the scope ${scope}.`)
    },
    pseudonymsOf: userId => pseudonymsOf(userId, privacyKeys),
    tierOf: createTierLookup(subscriptionUrl, app.metrics),
    issueToken (claims) {
      if (app.config.production || secret === undefined) throw new Error('tokens are issued outside production only')
      return createSigner({ key: secret, algorithm: 'HS256', expiresIn: TOKEN_LIFE_MS, iss: issuer, aud: audience })({ ...claims })
    }
  } satisfies Identity)
}, { name: 'identity', dependencies: ['config', 'metrics', 'errors'] })

function bearerOf (request: FastifyRequest): string {
  const { authorization } = request.headers
  // Whoever stands in front may have looked at the other one.
  if (request.raw.rawHeaders.filter(isAuthorizationName).length > 1) throw new Unauthenticated('Send one Authorization header.')
  const token = /^Bearer ([A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]*)$/i.exec(authorization ?? '')?.[1]
  if (token === undefined) throw new Unauthenticated(authorization ? 'The Authorization header is not a bearer token.' : 'Send an Authorization header: Bearer and your token.')
  return token
}

/** Names stand at even places of the raw headers, values at odd ones. */
const isAuthorizationName = (text: string, at: number) => at % 2 === 0 && text.toLowerCase() === 'authorization'

function refusal (fault: 'unauthenticated' | 'forbidden' | 'invalid', detail: string): Error {
  switch (fault) {
    case 'unauthenticated': return new Unauthenticated(detail)
    case 'forbidden': return new Forbidden(detail)
    case 'invalid': return new InvalidRequest(detail)
  }
}

function keySetOf (url: string, onFetch: (result: 'ok' | 'error') => void) {
  const fetchKeys = async (): Promise<Jwks> => await getJson(url, AbortSignal.timeout(KEY_FETCH_MS)) as Jwks
  return createKeySet({ fetchKeys, now: () => performance.now(), onFetch })
}

/** What the address says; undefined when it knows of nothing (404). */
async function getJson (url: string, signal: AbortSignal): Promise<unknown> {
  const response = await fetch(url, { signal, redirect: 'error', headers: { accept: 'application/json' } })
  if (response.ok) return response.json()
  await response.body?.cancel()
  if (response.status !== 404) throw new Error(`status ${response.status}`)
}

/** One lookup a user and minute, however many turns ask; the lookup's own deadline bounds all who wait for it. */
function createTierLookup (url: string | undefined, metrics: Metrics): Identity['tierOf'] {
  const lookups = metrics.counter('amora_subscription_lookups_total')
  const known = new LRUCache<string, Tier>(SUBSCRIPTION_CACHE)
  const flights = new Map<string, Promise<Tier>>()

  const ask = async (userId: string): Promise<Tier> => {
    try {
      const answer = await getJson(`${url}/${userId}`, AbortSignal.timeout(SUBSCRIPTION_MS)) as { subscription_status?: unknown } | null | undefined
      const tier = tierOfText(answer?.subscription_status)
      lookups.inc({ result: tier ?? 'unknown' })
      known.set(userId, tier ?? 'free')
      return tier ?? 'free'
    } catch (error) {
      lookups.inc({ result: (error as Error).name === 'TimeoutError' ? 'timeout' : 'error' })
      return 'free'
    } finally {
      flights.delete(userId)
    }
  }

  return async ({ userId, tierClaim }) => {
    const at = tierClaim ?? (url === undefined ? 'free' : known.get(userId))
    if (at !== undefined) {
      lookups.inc({ result: tierClaim ? 'claim' : url === undefined ? 'unconfigured' : 'cached' })
      return at
    }
    const flight = flights.get(userId) ?? ask(userId)
    flights.set(userId, flight)
    return flight
  }
}
