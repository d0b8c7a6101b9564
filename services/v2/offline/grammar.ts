/** Where a clause's subject ends and whether its verb agrees: enough to know that a clause can stand alone. */
import { ADVERBS, AUXILIARIES, MODIFIERS, PLURAL_NOUNS, SINGULAR_NOUNS, agreesWithPlural, agreesWithSingular } from './lexicon.ts'

type Number = 'i' | 'singular' | 'plural'
export interface Subject { readonly number: Number, readonly length: number, readonly isContracted: boolean }

const PRONOUNS: ReadonlyMap<string, Number> = new Map(Object.entries({
  i: 'i', he: 'singular', she: 'singular', it: 'singular', we: 'plural', they: 'plural', everything: 'singular', nothing: 'singular', nobody: 'singular', everyone: 'singular',
  someone: 'singular', something: 'singular', this: 'singular'
} as const))
/** "he's", "I've": subject and verb in one word. */
const CONTRACTED = /^(?:i'(?:m|ve|d|ll)|(?:he|she|it|they|we|that)'(?:s|d|ll|re|ve)|everything's|nothing's|nobody's)$/
const POSSESSIVES = new Set(['my', 'our', 'his', 'her', 'their'])

/** The subject that these words begin with, if it is one of those known here. */
export function subjectOf (words: readonly string[]): Subject | undefined {
  const [first = '', second = ''] = words
  if (CONTRACTED.test(first)) return { number: numberOf(first), length: 1, isContracted: true }
  if (POSSESSIVES.has(first)) return possessedSubject(words)
  if (first === 'no' && second === 'one') return { number: 'singular', length: 2, isContracted: false }
  const number = PRONOUNS.get(first)
  if (!number) return undefined
  return number === 'singular' && second === 'and' && words[2] === 'i' ? { number: 'plural', length: 3, isContracted: false } : { number, length: 1, isContracted: false }
}

const numberOf = (contracted: string): Number => contracted.startsWith("i'") ? 'i' : /^(?:they|we)/.test(contracted) ? 'plural' : 'singular'

function possessedSubject (words: readonly string[]): Subject | undefined {
  let at = 1
  while (at < 4 && (MODIFIERS.has(words[at] ?? '') || /^[a-z-]+'s$/.test(words[at] ?? ''))) at++
  // "my ex never called": the modifier is the noun itself.
  const noun = words[at] ?? ''
  const isPlural = PLURAL_NOUNS.has(noun)
  const length = isPlural || SINGULAR_NOUNS.has(noun) ? at + 1 : SINGULAR_NOUNS.has(words[at - 1] ?? '') ? at : undefined
  if (length === undefined || length < 2) return undefined
  if (words[length] === 'and' && words[length + 1] === 'i') return { number: 'plural', length: length + 2, isContracted: false }
  return { number: isPlural ? 'plural' : 'singular', length, isContracted: false }
}

const BE: Readonly<Record<Number, ReadonlySet<string>>> = {
  i: new Set(['am', 'was', "wasn't"]),
  singular: new Set(['is', 'was', "isn't", "wasn't"]),
  plural: new Set(['are', 'were', "aren't", "weren't"])
}
/** "He wants kids and I don't": the verb stands for all that was said. */
const ELLIPSIS = / (?:i|he|she|they|we) (?:do|does|did|am|is|are|don't|doesn't|didn't|can't|won't|(?:am|is|are|do|does|did) not)$|(?:i'm|he's|she's|they're) not$/
const DANGLING = new Set(`a an the and or but because that if my our his their your is am are was were be been have has had will would can could can't don't
  just really very so than as when while who which not never i we he she they i'm he's she's it's also too still into from of in at by even ever such
  these those there where why how what until unless whether although though since like every some any no`.split(/\s+/))
/** A preposition may end a clause only where something before it wants one: "someone to talk to". */
const STRANDED = /\b(?:talk|speak|listen|turn|turned|go|went|lean|rely|count|come|lied|used|look|looked|deal|care|wait|waiting|want|lost|live|living|going|up|put|move|moving|get|hold|works?|working|sleeps?|sleeping|slept|talks?|texts?|texting|lives?|cares?|loved|hangs?|stays?|goes|grew|trying|broke|been|friends|fights?|argue|argued) (?:to|on|for|with|about|around|through|up|over|back)$/
const PREPOSITION = /\b(?:to|on|for|with|about|between|against|towards|toward|around)$/

/** Whether these lower-case words are a clause with a known subject, a verb that agrees with it, and an end. */
export function isClause (clause: string): boolean {
  const words = clause.replaceAll(',', ' ').split(/\s+/)
  const subject = subjectOf(words)
  if (!subject || !endsWell(clause, words)) return false
  if (subject.isContracted) return words.length > 1
  const rest = words.slice(subject.length)
  while (rest.length > 0 && ADVERBS.has(rest[0]!)) rest.shift()
  const verb = rest[0] ?? ''
  if (rest.length > 1 && /^(?:is|am|are|was|were)$/.test(rest[1]!)) return false
  if (AUXILIARIES.has(verb) || /n't$/.test(verb)) return rest.length > 1 && agrees(subject.number, verb)
  return agrees(subject.number, verb)
}

function agrees (number: Number, verb: string): boolean {
  if (BE[number].has(verb)) return true
  if (/^(?:am|is|are|was|were|isn't|aren't|wasn't|weren't|be)$/.test(verb)) return false
  return number === 'singular' ? agreesWithSingular(verb) : agreesWithPlural(verb)
}

const endsWell = (clause: string, words: readonly string[]) =>
  ELLIPSIS.test(clause) || (!DANGLING.has(words.at(-1)!) && (!PREPOSITION.test(clause) || STRANDED.test(clause)))
