import { createPublicKey, type JsonWebKey } from 'node:crypto'

/** Which signature each key may verify: the key decides, never the token. */
const ALGORITHM_OF: Readonly<Record<string, string>> = { RSA: 'RS256', 'EC P-256': 'ES256', 'OKP Ed25519': 'EdDSA' }
const LEAST_RSA_BITS = 2048

/** A key that was removed is refused within this time, the tokens that were found good before included. */
const REMOVED_KEY_REFUSED_WITHIN_MS = 5 * 60_000
/** How long a token that was found good is not looked at again. */
export const TOKENS_CACHED_FOR_MS = 60_000
/** Keys older than this are not trusted. */
export const KEYS_MAX_AGE_MS = REMOVED_KEY_REFUSED_WITHIN_MS - TOKENS_CACHED_FOR_MS
/** Keys are read again after this, so that rotation is seen long before the limit. */
const REFRESH_AFTER_MS = 60_000
/** However many unknown key ids come, the key server is asked no more often than this, but for a few times at once: a new key works at once. */
const FETCH_EVERY_MS = 5000
const FETCHES_AT_ONCE = 5

export interface Jwks { readonly keys?: ReadonlyArray<JsonWebKey & { kid?: string, use?: string, alg?: string }> }

export interface KeySet {
  /** The public key (PEM) of this id for this algorithm, or undefined. Rejects only when the keys can't be had and the old ones are too old. */
  find (kid: string | undefined, algorithm: string): Promise<string | undefined>
}

interface Key { readonly pem: string, readonly algorithm: string }

/** Cached, rotating keys of an issuer. `fetchKeys` brings the document; `now` is in milliseconds, of a clock that never goes back. */
export function createKeySet (options: { fetchKeys: () => Promise<Jwks>, now: () => number, onFetch?: (result: 'ok' | 'error') => void }): KeySet {
  const { fetchKeys, now, onFetch } = options
  let keys = new Map<string, Key>()
  let fetchedAt = -Infinity
  let flight: Promise<void> | undefined
  const mayFetch = createAllowance(now)

  const fetchOnce = async () => {
    // Their age counts from the question: while the answer was on its way, a key may have gone.
    const askedAt = now()
    try {
      keys = read(await fetchKeys())
      fetchedAt = askedAt
      onFetch?.('ok')
    } catch {
      onFetch?.('error')
    }
  }

  const refresh = async () => {
    if (!flight && !mayFetch()) return
    flight ??= fetchOnce().finally(() => { flight = undefined })
    await flight
  }

  return {
    async find (kid, algorithm) {
      const isOld = () => now() - fetchedAt >= KEYS_MAX_AGE_MS
      if (isOld() || !has(keys, kid)) await refresh()
      else if (now() - fetchedAt >= REFRESH_AFTER_MS) refresh().catch(() => {})
      if (isOld()) throw new Error('the issuer’s keys can’t be had')
      const key = kid === undefined ? (keys.size === 1 ? [...keys.values()][0] : undefined) : keys.get(kid)
      return key?.algorithm === algorithm ? key.pem : undefined
    }
  }
}

/** A few at once, then one every five seconds. */
function createAllowance (now: () => number): () => boolean {
  let left = FETCHES_AT_ONCE
  let countedAt = now()
  return () => {
    const at = now()
    left = Math.min(FETCHES_AT_ONCE, left + (at - countedAt) / FETCH_EVERY_MS)
    countedAt = at
    if (left < 1) return false
    left--
    return true
  }
}

const has = (keys: ReadonlyMap<string, Key>, kid: string | undefined) => kid === undefined ? keys.size > 0 : keys.has(kid)

function read (document: Jwks): Map<string, Key> {
  if (!Array.isArray(document.keys)) throw new TypeError('not a JWKS document')
  const keys = document.keys.filter(jwk => jwk.use === undefined || jwk.use === 'sig').map(keyOf)
  return new Map(keys.filter(entry => entry !== undefined))
}

function keyOf (jwk: NonNullable<Jwks['keys']>[number], at: number): [string, Key] | undefined {
  const algorithm = ALGORITHM_OF[jwk.kty === 'RSA' ? 'RSA' : `${jwk.kty} ${jwk.crv}`]
  if (!algorithm || (jwk.alg !== undefined && jwk.alg !== algorithm && jwk.alg !== 'Ed25519')) return undefined
  try {
    const key = createPublicKey({ key: jwk, format: 'jwk' })
    if (jwk.kty === 'RSA' && (key.asymmetricKeyDetails?.modulusLength ?? 0) < LEAST_RSA_BITS) return undefined
    return [jwk.kid ?? `#${at}`, { algorithm, pem: key.export({ type: 'spki', format: 'pem' }).toString() }]
  } catch {
    return undefined
  }
}
