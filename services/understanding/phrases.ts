/**
 * A small language for what people say, and a matcher for many such phrases at once.
 *
 * `how do/can i stop`   alternatives
 * `so? angry`           optional word
 * `argue+`              its regular forms: argue, argues, argued, arguing
 * `i * love`            up to three words of the same sentence between
 * `<partner>`           a named group of words
 * `^ are you` `you $`   start and end of a sentence
 */
import { wordsOf, type Words } from './words.ts'

export type Groups = Readonly<Record<string, string>>

const GAP = '*'
const GAP_WORDS = 3
const START = '^'
const END = '$'

type Step = ReadonlySet<string> | typeof GAP | typeof END
interface Sequence<T> { readonly steps: readonly Step[], readonly fromStart: boolean, readonly value: T }

export interface Match<T> { readonly value: T, readonly at: number, readonly length: number }

export class Phrases<T> {
  readonly #byFirst = new Map<string, Array<Sequence<T>>>()
  readonly #byPair = new Map<string, Map<string, Array<Sequence<T>>>>()
  readonly #notInGap: ReadonlySet<string>

  /**
   * @param rules phrases and what each of them stands for.
   * @param options `notInGap`: words that a `*` never skips.
   * @throws {Error} for a phrase that could never match as it is written.
   */
  constructor (rules: Iterable<readonly [phrase: string, value: T]>, groups: Groups = {}, options: { notInGap?: ReadonlySet<string> } = {}) {
    this.#notInGap = options.notInGap ?? new Set()
    for (const [phrase, value] of rules) for (const sequence of variants(phrase, groups)) this.#add({ ...sequence, value })
  }

  /** Tells every phrase that begins at this entry; work per entry is bounded. */
  at (words: Words, at: number, found: (match: Match<T>) => void): void {
    const first = words.list[at]!
    const single = this.#byFirst.get(first)
    if (single) this.#try(single, words, at, found)
    const paired = this.#byPair.get(first)?.get(words.list[at + 1]!)
    if (paired) this.#try(paired, words, at, found)
  }

  /** Tells every phrase anywhere in the words. */
  all (words: Words, found: (match: Match<T>) => void): void {
    for (let at = 0; at < words.list.length; at++) this.at(words, at, found)
  }

  #try (sequences: ReadonlyArray<Sequence<T>>, words: Words, at: number, found: (match: Match<T>) => void): void {
    for (const { steps, fromStart, value } of sequences) {
      if (fromStart && !isSentenceStart(words, at)) continue
      const end = endOf(steps, 0, words.list, at, this.#notInGap)
      if (end > at) found({ value, at, length: end - at })
    }
  }

  /** Phrases whose first two steps are plain words are found by both: common first words have many. */
  #add (sequence: Sequence<T>): void {
    const [first, second] = sequence.steps
    if (typeof first !== 'object') throw new Error('a phrase begins with a word')
    for (const word of first) {
      if (typeof second !== 'object') list(this.#byFirst, word).push(sequence)
      else for (const next of second) list(nested(this.#byPair, word), next).push(sequence)
    }
  }
}

const list = <K, V>(map: Map<K, V[]>, key: K): V[] => map.get(key) ?? map.set(key, []).get(key)!
const nested = <K, L, V>(map: Map<K, Map<L, V>>, key: K): Map<L, V> => map.get(key) ?? map.set(key, new Map()).get(key)!

export const isSentenceEnd = (word: string | undefined) => word === '.' || word === '?'
const isSentenceStart = ({ list }: Words, at: number) => at === 0 || isSentenceEnd(list[at - 1])

/** Where the steps end when they match from here; -1 where they don't. */
function endOf (steps: readonly Step[], step: number, list: readonly string[], at: number, notInGap: ReadonlySet<string>): number {
  for (; step < steps.length; step++) {
    const wanted = steps[step]!
    if (wanted === GAP) return afterGap(steps, step + 1, list, at, notInGap)
    const word = list[at]
    if (wanted === END) {
      if (isSentenceEnd(word)) continue
      return -1
    }
    if (word === undefined || !wanted.has(word)) return -1
    at++
  }
  return at
}

function afterGap (steps: readonly Step[], step: number, list: readonly string[], at: number, notInGap: ReadonlySet<string>): number {
  for (let skipped = 0; skipped <= GAP_WORDS; skipped++) {
    const end = endOf(steps, step, list, at + skipped, notInGap)
    if (end >= 0) return end
    const word = list[at + skipped]
    if (word === undefined || isSentenceEnd(word) || notInGap.has(word)) return -1
  }
  return -1
}

function variants (phrase: string, groups: Groups): Array<Omit<Sequence<never>, 'value'>> {
  const tokens = phrase.split(' ')
  const fromStart = tokens[0] === START
  let steps: Step[][] = [[]]
  for (const token of fromStart ? tokens.slice(1) : tokens) {
    const optional = token.length > 1 && token.endsWith('?')
    const step = stepOf(optional ? token.slice(0, -1) : token, groups)
    const longer = steps.map(before => [...before, step])
    steps = optional ? [...steps, ...longer] : longer
  }
  return steps.map(some => ({ steps: some, fromStart }))
}

function stepOf (token: string, groups: Groups): Step {
  if (token === GAP || token === END) return token
  const named = /^<(\w+)>$/.exec(token)
  if (named) return new Set(alternatives((groups[named[1]!] ?? '').trim(), /\s+/))
  return new Set(alternatives(token, '/'))
}

function alternatives (text: string, separator: string | RegExp): string[] {
  return text.split(separator).flatMap(word => {
    if (word === '') throw new Error('a step of a phrase has a word')
    return word.endsWith('+') ? inflected(word.slice(0, -1)) : oneWord(word)
  })
}

/** A phrase is written as it is read: a shorthand in it would never match. */
function oneWord (word: string): [string] {
  const [only, ...more] = wordsOf(word).list
  if (only === undefined || more.length !== 1) throw new Error(`"${word}" is not read as one word`)
  return [only]
}

/** The regular forms of an English verb (or plural of a noun). */
function inflected (word: string): string[] {
  if (word.endsWith('e')) return [word, `${word}s`, `${word}d`, `${word.slice(0, -1)}ing`]
  if (/[^aeiou]y$/.test(word)) return [word, `${word.slice(0, -1)}ies`, `${word.slice(0, -1)}ied`, `${word}ing`]
  if (/(?:s|x|ch|sh)$/.test(word)) return [word, `${word}es`, `${word}ed`, `${word}ing`]
  const doubled = /^[^aeiou]*[aeiou][^aeiouwxy]$/.test(word) ? word + word.at(-1)! : word
  return [word, `${word}s`, `${doubled}ed`, `${doubled}ing`]
}
