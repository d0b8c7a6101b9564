/** Choosing words that a session has not heard yet. */
import { hash } from 'node:crypto'

export interface Wording { readonly text: string, readonly wording: string }

/**
 * One of the candidates whose id is not in `used`; when all were heard, the one heard longest ago.
 * @param choice `used` oldest first; `pick` in [0, 1) decides among the unheard.
 */
export function chooseUnused<T extends Wording> (candidates: readonly T[], choice: { used: readonly string[], pick: number }): T {
  const fresh = candidates.filter(candidate => !choice.used.includes(candidate.wording))
  if (fresh.length > 0) return fresh[Math.min(fresh.length - 1, Math.floor(choice.pick * fresh.length))]!
  return candidates.reduce((oldest, next) => choice.used.lastIndexOf(next.wording) < choice.used.lastIndexOf(oldest.wording) ? next : oldest)
}

/** The id of words that have none of their own: the same for the same words. */
export const wordingOf = (text: string): string => `v2.${hash('sha256', text).slice(0, 16)}`
