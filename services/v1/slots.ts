/** A little of the writer's own situation for an answer, out of the closed vocabulary only: never their text. */
import { isSentenceEnd } from '../understanding/phrases.ts'
import type { Words } from '../understanding/words.ts'
import { PERSON_KINDS, type PersonKind } from './topic.ts'
import { FEELINGS, PEOPLE } from './vocabulary.ts'

export const SLOTS = ['person', 'feeling'] as const
export type Slots = Readonly<Partial<Record<typeof SLOTS[number], string>>>

interface Person { readonly kind: PersonKind, readonly phrase: string }

const KIND_OF = new Map(PERSON_KINDS.flatMap(kind => Object.keys(PEOPLE[kind]).map(noun => [noun, kind] as const)))
const OWNERS = new Set(['my', 'our'])
/** Words that may stand between "my" and the person. */
const BEFORE_PERSON = new Set('new current dear lovely beautiful wonderful amazing older younger oldest youngest elder little big long term distance closest best own poor future late sweet former first'.split(' '))
const BEFORE_PERSON_MOST = 3

const LINKS = new Set('am was feel feels feeling felt been get got getting made makes make making left leaves leaving'.split(' '))
const NOT_ME = new Set('he she they you we it that who is are has not never no if whether when because than'.split(' '))
const FEELING_REACH_WORDS = 6

/** @param people whom `person` may name, first choice first. */
export function slotsOf (words: Words, people: readonly PersonKind[] = PERSON_KINDS): Slots {
  return { person: personOf(words, people), feeling: feelingOf(words) }
}

/** `{slot|otherwise}` becomes the slot's words, or what stands after the bar. */
export function fill (wording: string, slots: Slots): string {
  return wording.replace(/\{(person|feeling)\|([^}]*)\}/g, (_, slot: typeof SLOTS[number], otherwise: string) => slots[slot] ?? otherwise)
}

function personOf (words: Words, people: readonly PersonKind[]): string | undefined {
  const mentioned = peopleIn(words)
  const anybody = people.length === PERSON_KINDS.length
  const wanted = anybody ? mentioned[0] : people.map(kind => mentioned.find(person => person.kind === kind)).find(person => person !== undefined)
  return wanted && `your ${wanted.phrase}`
}

/** Everybody the writer calls theirs, in order. */
function peopleIn ({ list }: Words): Person[] {
  return list.flatMap((word, at) => OWNERS.has(word) ? ownedAt(list, at + 1) ?? [] : [])
}

function ownedAt (list: readonly string[], start: number): Person | undefined {
  let at = start
  while (at - start < BEFORE_PERSON_MOST && BEFORE_PERSON.has(list[at]!)) at++
  const noun = list[at]!
  const kind = KIND_OF.get(noun)
  if (kind === undefined) return undefined
  if (kind === 'ex' || list[at - 1] === 'former') return { kind: 'ex', phrase: 'ex' }
  if (list[at + 1] === 'in' && list[at + 2] === 'law') return { kind, phrase: `${PEOPLE[kind][noun]!}-in-law` }
  return { kind, phrase: noun === 'friend' && list[at - 1] === 'best' ? 'best friend' : PEOPLE[kind][noun]! }
}

/** The first painful feeling that the writer says of themselves. */
function feelingOf ({ list }: Words): string | undefined {
  const at = list.findIndex((word, at) => Object.hasOwn(FEELINGS, word) && isOwnFeeling(list, at))
  return at < 0 ? undefined : FEELINGS[list[at]!]
}

/** "I am so hurt", "it makes me feel sad"; not "I am not sad", "he was angry", "if I am jealous". */
function isOwnFeeling (list: readonly string[], feeling: number): boolean {
  let isLinked = false
  for (let at = feeling - 1; at >= 0 && at >= feeling - FEELING_REACH_WORDS; at--) {
    const word = list[at]!
    if (isSentenceEnd(word) || NOT_ME.has(word) || KIND_OF.has(word)) return false
    if (word === 'i') return isLinked && list[at - 1] !== 'if' && list[at - 1] !== 'whether'
    isLinked ||= LINKS.has(word)
    if (word === 'me') return isLinked || LINKS.has(list[at - 1] ?? '')
  }
  return false
}
