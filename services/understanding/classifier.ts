/** Reads a message without a model: a lexicon for what is said, the shape of the message for what is wanted. */
import { gather, type Signals } from './evidence.ts'
import { intentsOf, NOTHING_WANTED } from './intents.ts'
import { EMOTIONS, INTENTS, type Reading, type Theme } from './reading.ts'
import { readTrivial, type TrivialKind } from './trivial.ts'
import { wordsOf } from './words.ts'

const THEMES_MOST = 4
/** Below this a theme is mere setting; it counts where nothing better was found. */
const THEME_CLEAR = 0.6
/** Trivial messages that say how somebody feels. */
const TELLING: ReadonlySet<TrivialKind> = new Set<TrivialKind>(['feeling', 'emoji'])

/**
 * What one message says, by rules alone. Total and linear in the length.
 * `risk` is always `none`: the safety screen owns it and has run before.
 */
export function classify (text: string): Reading {
  const words = wordsOf(text)
  const signals = gather(words)
  const emotions = shares(EMOTIONS, name => signals.emotions.of(name))
  const trivial = readTrivial(text, words)?.kind
  const intents = trivial === undefined || TELLING.has(trivial) ? intentsOf(words, signals, emotions) : NOTHING_WANTED
  return { emotions, intents: shares(INTENTS, intent => intents[intent]), themes: themesOf(signals), risk: 'none' }
}

/** A table of numbers in [0, 1] with two decimals. */
function shares<Name extends string> (names: readonly Name[], value: (name: Name) => number): Readonly<Record<Name, number>> {
  const table: Partial<Record<Name, number>> = {}
  for (const name of names) table[name] = Math.round(Math.min(1, value(name)) * 100) / 100
  return table as Record<Name, number>
}

/** Of two themes with the same weight the narrower one tells more. */
const NARROWEST_FIRST: readonly Theme[] = [
  'infidelity', 'jealousy', 'long_distance', 'break_up', 'readiness', 'boundaries', 'red_flags', 'self_worth', 'loneliness', 'trust', 'choosing',
  'compatibility', 'values', 'family', 'conflict', 'communication', 'marriage', 'dating', 'love', 'confusion', 'emotions'
]

/** The strongest first; of equals the narrowest. */
function themesOf ({ themes }: Signals): readonly Theme[] {
  const found = NARROWEST_FIRST.filter(theme => themes.of(theme) > 0)
  const clear = found.filter(theme => themes.of(theme) >= THEME_CLEAR)
  return (clear.length > 0 ? clear : found).sort((one, other) => themes.of(other) - themes.of(one)).slice(0, THEMES_MOST)
}
