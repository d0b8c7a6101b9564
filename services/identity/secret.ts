const LEAST_BYTES = 32
const WELL_KNOWN = /secret|change.?me|password|passw0rd|example|default|your[-_ ]|jwt|token|test|dev(elopment)?|amora|qwerty|12345/i

/**
 * Why a signing secret is too weak to tell people apart, in words that follow its variable's name; undefined when it will do.
 * The secret itself is never part of the answer.
 */
export function weaknessOf (secret: string): string | undefined {
  if (Buffer.byteLength(secret) < LEAST_BYTES) return `is shorter than ${LEAST_BYTES} bytes`
  if (new Set(secret).size < 10) return 'repeats a few characters'
  // Long random text may contain such a word by chance; text that is little else may not.
  if (secret.replace(new RegExp(WELL_KNOWN, 'gi'), '').replace(/[^A-Za-z0-9]/g, '').length < 20) return 'is built from well-known words'
  return undefined
}
