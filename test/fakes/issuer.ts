/** Keys of an issuer and compact JWTs, made by hand from node:crypto alone, so that wrong ones can be made as well as right ones. */
import { createHmac, generateKeyPairSync, randomUUID, sign as signBytes, type JsonWebKey, type KeyObject } from 'node:crypto'

export type Algorithm = 'RS256' | 'ES256' | 'EdDSA'

export interface IssuerKey {
  readonly kid: string
  readonly algorithm: Algorithm
  readonly privateKey: KeyObject
  readonly publicKey: KeyObject
  readonly jwk: JsonWebKey & { kid: string, alg?: string, use?: string }
}

const PAIRS = {
  RS256: () => generateKeyPairSync('rsa', { modulusLength: 2048 }),
  ES256: () => generateKeyPairSync('ec', { namedCurve: 'P-256' }),
  EdDSA: () => generateKeyPairSync('ed25519')
} as const satisfies Record<Algorithm, () => Pair>

interface Pair { readonly privateKey: KeyObject, readonly publicKey: KeyObject }

export function createKey (algorithm: Algorithm, kid: string = randomUUID()): IssuerKey {
  return keyOf(algorithm, kid, PAIRS[algorithm]())
}

/** A key of another kind under an algorithm that it does not fit. */
export function keyOf (algorithm: Algorithm, kid: string, pair: Pair): IssuerKey {
  return { kid, algorithm, ...pair, jwk: { ...pair.publicKey.export({ format: 'jwk' }), kid, use: 'sig' } }
}

export type Claims = Readonly<Record<string, unknown>>

/** Good for five minutes, for a user of its own, unless the claims say otherwise. */
export function claimsOf (more: Claims = {}): Claims {
  const now = Math.floor(Date.now() / 1000)
  return { sub: randomUUID(), iat: now, exp: now + 300, ...more }
}

export const encode = (value: unknown) => Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url')

/** What is signed: header and claims, either of them as a value or as text to be taken as it is. */
export const unsigned = (header: unknown, claims: unknown) => `${encode(header)}.${encode(claims)}`

export function signed (key: IssuerKey, claims: unknown = claimsOf(), header: Claims = {}): string {
  const input = unsigned({ alg: key.algorithm, typ: 'JWT', kid: key.kid, ...header }, claims)
  return `${input}.${signatureBy(key, input)}`
}

export function signatureBy ({ algorithm, privateKey }: Pick<IssuerKey, 'algorithm' | 'privateKey'>, input: string): string {
  const digest = algorithm === 'EdDSA' ? undefined : 'sha256'
  return signBytes(digest, Buffer.from(input), { key: privateKey, dsaEncoding: 'ieee-p1363' }).toString('base64url')
}

export function signedBySecret (secret: string, claims: unknown = claimsOf(), header: unknown = { alg: 'HS256', typ: 'JWT' }): string {
  const input = unsigned(header, claims)
  return `${input}.${createHmac('sha256', secret).update(input).digest('base64url')}`
}
