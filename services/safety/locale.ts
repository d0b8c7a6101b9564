/** Which country's help lines to offer. A language alone never names a country. */

const MAX_HEADER_CHARACTERS = 1000
/** BCP 47 or POSIX, as far as the region: `en-GB`, `zh_Hant_HK`, `en_GB.UTF-8`. */
const TAGGED = /^[a-z]{2,3}(?:[-_][a-z]{4})?[-_]([a-z]{2})(?![a-z0-9])/i
/** Capitals only: `de` alone is a language, `DE` a country. */
const BARE_REGION = /^[A-Z]{2}$/
/** What people write → ISO 3166. */
const ALIASES: Readonly<Record<string, string>> = { UK: 'GB', EN: '' }

/**
 * ISO 3166 alpha-2 region of the token's `locale` claim, else of the `Accept-Language` header by its weights.
 * Undefined where neither names a country; total on any input.
 */
export function regionOf (source: { claim?: string, acceptLanguage?: string }): string | undefined {
  return regionOfTag(source.claim) ?? regionOfHeader(source.acceptLanguage)
}

function regionOfTag (tag: unknown): string | undefined {
  if (typeof tag !== 'string' || tag.length > 64) return undefined
  const trimmed = tag.trim()
  const region = (BARE_REGION.test(trimmed) ? trimmed : TAGGED.exec(trimmed)?.[1])?.toUpperCase()
  return (region && (ALIASES[region] ?? region)) || undefined
}

function regionOfHeader (header: unknown): string | undefined {
  if (typeof header !== 'string') return undefined
  return header.slice(0, MAX_HEADER_CHARACTERS).split(',')
    .map(entry => ({ region: regionOfTag(entry.split(';')[0]), weight: weightOf(entry) }))
    .filter(({ region, weight }) => region !== undefined && weight > 0)
    .sort((a, b) => b.weight - a.weight)[0]?.region
}

function weightOf (entry: string): number {
  const quality = /;\s*q\s*=\s*([\d.]+)/i.exec(entry)?.[1]
  return quality === undefined ? 1 : Number(quality) || 0
}
