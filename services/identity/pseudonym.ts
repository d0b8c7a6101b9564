/** User ids as keyed hashes: what is stored tells nothing without the key, and a key can be changed without losing anybody. */
import { createHmac } from 'node:crypto'

export interface PrivacyKey { readonly id: string, readonly secret: string }

/** Names for one user under every key: the present one writes, the former ones are read and moved. */
export interface Pseudonyms { readonly owner: string, readonly formerOwners: readonly string[] }

const BYTES = 16

/** `id:secret,id:secret`, the first one writing. The form is checked by the configuration. */
export function privacyKeysOf (text: string): readonly PrivacyKey[] {
  return text.split(',').map(entry => ({ id: entry.slice(0, entry.indexOf(':')), secret: entry.slice(entry.indexOf(':') + 1) }))
}

/** HMAC-SHA-256 of the user id, cut to 128 bits, behind the key's id: `2026a.Zm9v…`. */
export function pseudonymsOf (userId: string, keys: readonly PrivacyKey[]): Pseudonyms {
  const [owner, ...formerOwners] = keys.map(({ id, secret }) => `${id}.${createHmac('sha256', secret).update(userId).digest().subarray(0, BYTES).toString('base64url')}`)
  return { owner: owner!, formerOwners }
}
