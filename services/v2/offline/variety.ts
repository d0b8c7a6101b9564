/** Choosing words that the conversation has not just heard: the same input gives the same words, and the next turn gives others. */

/** What was said so far, and a number that stands for all of it. */
export interface Memory {
  /** Amora's replies that are still visible, oldest first. */
  readonly heard: string
  readonly seed: number
}

const SLOT = /\{\w+\}/
/** Spreads one seed over the parts of a reply. */
const STEP = 2654435761

/**
 * One of the candidates: the one after the latest that was heard, so that a session walks through all of them; at first, one
 * of `first` by the seed.
 * @param candidates sentences with or without `{slots}`; at least one
 */
export function choose (candidates: readonly string[], { heard, seed }: Memory, first: readonly string[] = []): string {
  const last = candidates.map((candidate, at) => ({ at, position: heard.lastIndexOf(fixedPart(candidate)) }))
    .reduce((latest, next) => next.position > latest.position ? next : latest, { at: -1, position: -1 })
  if (last.at >= 0) return candidates[(last.at + 1) % candidates.length]!
  const opening = candidates.filter(candidate => first.includes(candidate))
  const possible = opening.length > 0 ? opening : candidates
  return possible[spread(seed, candidates.length) % possible.length]!
}

/** The longest piece of a sentence that is the same whatever fills its slots. */
export const fixedPart = (candidate: string): string =>
  candidate.split(SLOT).reduce((longest, part) => part.length > longest.length ? part : longest, '')

/** A number that differs for lists of different lengths, so that the parts of a reply do not move in step. */
const spread = (seed: number, salt: number): number => (Math.imul(seed ^ salt, STEP) >>> 0) >>> 7

/** FNV-1a over UTF-16 units. */
export function seedOf (text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return hash >>> 0
}
