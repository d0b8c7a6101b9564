/** What a rule is. A family of rules shares a result; each rule carries sentences that it must and must not catch. */
import { neededWords } from './needed-words.ts'
import type { ScreenResult } from '../verdict.ts'

/** One alternative of a rule, and the words without any of which it can't match; it may match any message where they are missing. */
export interface Part { readonly pattern: RegExp, readonly needs?: ReadonlySet<string> }

export interface Rule {
  readonly pattern: RegExp
  /** The same, alternative by alternative: most of them need not be read for most messages. */
  readonly parts: readonly Part[]
  /** Sentences, as people write them, that the rule matches and the screen answers with the family's result. */
  readonly catches: readonly string[]
  /** Sentences close to it that the screen lets pass. */
  readonly spares: readonly string[]
}

export interface Family {
  readonly name: string
  readonly result: Exclude<ScreenResult, { action: 'allow' }>
  readonly rules: readonly Rule[]
}

/** Words that do not mean what they say. They are taken out before the families read. */
export interface Saying {
  readonly pattern: RegExp
  /** Sentences that pass because the saying is gone. */
  readonly spares: readonly string[]
  /** Sentences that hold the saying, or come near it, and still need care. */
  readonly catches: readonly string[]
}

/**
 * A rule over plainWords(): lower-case words one blank apart, contractions written out ("i am", "do not"), no filler words.
 * The pattern starts and ends between words. Its groups never capture, so they are written `(a|b)`, and
 * what it looks back at starts between words too.
 */
export function rule (alternatives: string | readonly string[], catches: readonly string[], spares: readonly string[] = []): Rule {
  return { pattern: between(alternatives), parts: [alternatives].flat().map(partOf), catches, spares }
}

function partOf (alternative: string): Part {
  const pattern = between(alternative)
  return { pattern, needs: neededWords(pattern.source) }
}

export function saying (alternatives: string | readonly string[], spares: readonly string[], catches: readonly string[] = []): Saying {
  return { pattern: between(alternatives), spares, catches }
}

function between (alternatives: string | readonly string[]): RegExp {
  const withoutCaptures = [alternatives].flat().join('|').replace(/\((?!\?)/g, '(?:')
  const whole = withoutCaptures.replace(/\(\?<[!=](?=(?:\(\?:)?[a-z])/g, '$&\\b')
  return new RegExp(`\\b(?:${whole})\\b`, 'g')
}
