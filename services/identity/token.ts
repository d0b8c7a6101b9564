import { TokenError, createVerifier } from 'fast-jwt'
import type { Claims } from './claims.ts'
import { TOKENS_CACHED_FOR_MS, type KeySet } from './jwks.ts'

const TOKEN_MAX_CHARACTERS = 8192
const CACHED_TOKENS = 10_000
/** The end of the year 9999. Later ones are milliseconds taken for seconds, or a token for ever. */
const LAST_EXPIRY_SECONDS = 253_402_300_799
const ASYMMETRIC = ['RS256', 'ES256', 'EdDSA'] as const

export interface TokenOptions {
  readonly secret?: string
  readonly keys?: KeySet
  readonly issuer?: string
  readonly audience?: string
}

export type VerifyToken = (token: string) => Promise<Claims>

/**
 * Verifies a compact JWT: HS256 by the secret, RS256/ES256/EdDSA by the issuer's keys. The header chooses among the two
 * families that are configured; a family's verifier accepts no other's algorithm.
 * @throws for every token that is not good; the message says why and holds nothing of the token.
 */
export function createTokenVerifier ({ secret, keys, issuer, audience }: TokenOptions): VerifyToken {
  const shared = {
    allowedIss: issuer, allowedAud: audience, requiredClaims: ['exp', 'sub', ...issuer ? ['iss'] : [], ...audience ? ['aud'] : []],
    cache: CACHED_TOKENS, cacheTTL: TOKENS_CACHED_FOR_MS, errorCacheTTL: refusalCachedForMs
  }
  const symmetric = secret === undefined ? undefined : createVerifier({ ...shared, key: secret, algorithms: ['HS256'] })
  const asymmetric = keys && createVerifier({ ...shared, algorithms: [...ASYMMETRIC], key: async ({ header }: { header: Header }) => keyFor(keys, header) })
  return async token => {
    const { alg } = headerOf(token)
    const verify = alg === 'HS256' ? symmetric : ASYMMETRIC.includes(alg as typeof ASYMMETRIC[number]) ? asymmetric : undefined
    if (!verify) throw new Error('the algorithm is not accepted')
    const claims = await verify(token) as Claims
    if (Number(claims.exp) > LAST_EXPIRY_SECONDS) throw new Error('the expiry is no date')
    return claims
  }
}

/** A key that is not known yet may be known the next moment; whatever else is wrong with a token stays wrong. */
const refusalCachedForMs = ({ code }: { code: string }) => code === TokenError.codes.keyFetchingError ? -1 : 1000

interface Header { readonly alg?: unknown, readonly kid?: unknown, readonly crit?: unknown }

function headerOf (token: string): Header {
  if (token.length > TOKEN_MAX_CHARACTERS) throw new Error('the token is too long')
  if (!isCanonical(token.slice(token.lastIndexOf('.') + 1))) throw new Error('the signature is not written as it should be')
  const header: unknown = JSON.parse(Buffer.from(token.slice(0, token.indexOf('.')), 'base64url').toString())
  if (typeof header !== 'object' || header === null) throw new Error('the token has no header')
  if ('crit' in header) throw new Error('critical extensions are not understood')
  return header
}

/** The last character has bits to spare: one signature, one spelling. */
const isCanonical = (segment: string) => Buffer.from(segment, 'base64url').toString('base64url') === segment

async function keyFor (keys: KeySet, { kid, alg }: Header): Promise<string> {
  const key = await keys.find(typeof kid === 'string' ? kid : undefined, String(alg))
  if (key === undefined) throw new Error('no key of that id and algorithm')
  return key
}
