/** One pass over a message that gathers what its phrases speak for, negation and emphasis understood. */
import { evidenceOf, GROUPS, type Evidence } from './lexicon.ts'
import { EMOTION_LEXICON } from './lexicon-emotions.ts'
import { INTENT_LEXICON } from './lexicon-intents.ts'
import { THEME_LEXICON } from './lexicon-themes.ts'
import { Phrases } from './phrases.ts'
import type { Emotion, Intent, Theme } from './reading.ts'
import type { Words } from './words.ts'

type Mark = { readonly about: 'emotion', readonly name: Emotion, readonly weight: number }
  | { readonly about: 'intent', readonly name: Intent, readonly weight: number }
  | { readonly about: 'theme', readonly name: Theme, readonly weight: number }

/** The strongest sign of each name and how many there were. */
class Tally<Name extends string> {
  readonly #strongest = new Map<Name, number>()
  readonly #count = new Map<Name, number>()

  add (name: Name, weight: number): void {
    this.#strongest.set(name, Math.max(weight, this.#strongest.get(name) ?? 0))
    this.#count.set(name, (this.#count.get(name) ?? 0) + 1)
  }

  /** In [0, 1]: the strongest sign and a little for every further one, however long the message. */
  of (name: Name): number {
    const further = Math.min(FURTHER_MOST, (this.#count.get(name) ?? 1) - 1)
    return Math.min(1, (this.#strongest.get(name) ?? 0) + FURTHER_SIGN * further)
  }
}

export interface Signals {
  readonly emotions: { of (name: Emotion): number }
  readonly intents: { of (name: Intent): number }
  readonly themes: { of (name: Theme): number }
}

/** A deep word alone makes a reply LOW (above 0.7); clear words, however many, only where somebody vents (above 0.5). */
const EMOTION_WEIGHTS = { deep: 0.8, clear: 0.55, light: 0.3 }
const WEIGHTS = { deep: 0.85, clear: 0.65, light: 0.4 }
const FURTHER_SIGN = 0.04
const FURTHER_MOST = 3
const EMPHASIS = 1.12
const INTENSIFIED = 1.25
const DIMINISHED = 0.6
const DENIED_HOPE = 0.8
const SCOPE_WORDS = 3

const PHRASES = new Phrases<Mark>(marks(), GROUPS)

function * marks (): Generator<readonly [string, Mark]> {
  for (const [phrase, evidence] of evidenceOf(EMOTION_LEXICON, EMOTION_WEIGHTS)) yield [phrase, { about: 'emotion', ...evidence }]
  for (const [phrase, evidence] of evidenceOf(INTENT_LEXICON, WEIGHTS)) yield [phrase, { about: 'intent', ...evidence }]
  for (const [phrase, evidence] of evidenceOf(THEME_LEXICON, WEIGHTS)) yield [phrase, { about: 'theme', ...evidence }]
}

const set = (words: string) => new Set(words.split(' '))
const NEGATORS = set('not never no without neither nor hardly barely nobody none')
/** "never so sad", "can not stop crying", "not only angry": the negator does not deny the feeling. */
const PASS_THROUGH = set('only just stop help quit deny ignore hide sure know because if why')
const DEGREES = set('so such more this')
const INTENSIFIERS = set('so very really extremely incredibly totally completely absolutely utterly too deeply such super insanely terribly damn truly beyond')
const DIMINISHERS = set('bit little slightly somewhat kind sort mildly rather fairly')
/** Themes that a denial takes away: who does not love, or was not cheated on, writes about something else. */
const DENIABLE: ReadonlySet<Theme> = new Set<Theme>(['love', 'jealousy', 'infidelity', 'loneliness'])

/** What the phrases of a message speak for. */
export function gather (words: Words): Signals {
  const signals = { emotions: new Tally<Emotion>(), intents: new Tally<Intent>(), themes: new Tally<Theme>() }
  PHRASES.all(words, ({ value: mark, at }) => {
    switch (mark.about) {
      case 'intent': return signals.intents.add(mark.name, mark.weight)
      case 'theme': return signals.themes.add(DENIABLE.has(mark.name) && isDenied(words, at) ? 'emotions' : mark.name, mark.weight)
      case 'emotion': return feel(signals.emotions, mark, words, at)
    }
  })
  return signals
}

function feel (emotions: Tally<Emotion>, { name, weight }: Evidence<Emotion>, words: Words, at: number): void {
  if (!isDenied(words, at)) emotions.add(name, Math.min(1, weight * degreeOf(words, at)))
  // "Not happy" is a way to say sad; "not angry" says nothing of another feeling.
  else if (name === 'hope') emotions.add('sadness', weight * DENIED_HOPE)
}

function isDenied ({ list, clauses }: Words, at: number): boolean {
  let hasDegree = false
  for (let before = at - 1; before >= at - SCOPE_WORDS && clauses[before] === clauses[at]; before--) {
    const word = list[before]!
    if (PASS_THROUGH.has(word)) return false
    if (NEGATORS.has(word)) return !(word === 'never' && hasDegree)
    hasDegree ||= DEGREES.has(word)
  }
  return false
}

function degreeOf ({ list, clauses, emphatic }: Words, at: number): number {
  const base = emphatic ? EMPHASIS : 1
  for (let before = at - 1; before >= at - 2 && clauses[before] === clauses[at]; before--) {
    const word = list[before]!
    if (INTENSIFIERS.has(word)) return base * INTENSIFIED
    if (DIMINISHERS.has(word)) return base * DIMINISHED
  }
  return base
}
