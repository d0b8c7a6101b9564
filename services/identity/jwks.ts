import { createPublicKey, type JsonWebKey } from 'node:crypto'

/** Which signature each key may verify: the key decides, never the token. */
const ALGORITHM_OF: Readonly<Record<string, string>> = { RSA: 'RS256', EC: 'ES256', OKP: 'EdDSA' }
const LEAST_RSA_BITS = 2048

/** Keys older than this are not trusted: a key that was removed is refused within this time. */
export const KEYS_MAX_AGE_MS = 5 * 60_000
/** Keys are read again after this, so that rotation is seen long before the limit. */
const REFRESH_AFTER_MS = 60_000
/** However many unknown key ids come, the key server is asked no more often than this. */
const FETCH_AT_MOST_EVERY_MS = 5000

export interface Jwks { readonly keys?: ReadonlyArray<JsonWebKey & { kid?: string, use?: string, alg?: string }> }

export interface KeySet {
  /** The public key (PEM) of this id for this algorithm, or undefined. Rejects only when the keys can't be had and the old ones are too old. */
  find (kid: string | undefined, algorithm: string): Promise<string | undefined>
}

interface Key { readonly pem: string, readonly algorithm: string }

/** Cached, rotating keys of an issuer. `fetchKeys` brings the document; `now` is in milliseconds. */
export function createKeySet (options: { fetchKeys: () => Promise<Jwks>, now: () => number, onFetch?: (result: 'ok' | 'error') => void }): KeySet {
  const { fetchKeys, now, onFetch } = options
  let keys = new Map<string, Key>()
  let fetchedAt = -Infinity
  let triedAt = -Infinity
  let flight: Promise<void> | undefined

  const fetchOnce = () => (flight ??= fetchKeys().then(read).then(
    fresh => { keys = fresh; fetchedAt = now(); onFetch?.('ok') },
    () => { onFetch?.('error') }
  ).finally(() => { flight = undefined }))

  const refresh = async () => {
    if (!flight && now() - triedAt < FETCH_AT_MOST_EVERY_MS) return
    triedAt = flight ? triedAt : now()
    await fetchOnce()
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

const has = (keys: ReadonlyMap<string, Key>, kid: string | undefined) => kid === undefined ? keys.size > 0 : keys.has(kid)

function read (document: Jwks): Map<string, Key> {
  if (!Array.isArray(document.keys)) throw new TypeError('not a JWKS document')
  const keys = document.keys.filter(jwk => jwk.use === undefined || jwk.use === 'sig').map(keyOf)
  return new Map(keys.filter(entry => entry !== undefined))
}

function keyOf (jwk: NonNullable<Jwks['keys']>[number], at: number): [string, Key] | undefined {
  const algorithm = ALGORITHM_OF[jwk.kty ?? '']
  if (!algorithm || (jwk.alg !== undefined && jwk.alg !== algorithm && jwk.alg !== 'Ed25519')) return undefined
  try {
    const key = createPublicKey({ key: jwk, format: 'jwk' })
    if (jwk.kty === 'RSA' && (key.asymmetricKeyDetails?.modulusLength ?? 0) < LEAST_RSA_BITS) return undefined
    return [jwk.kid ?? `#${at}`, { algorithm, pem: key.export({ type: 'spki', format: 'pem' }).toString() }]
  } catch {
    return undefined
  }
}
