/** Messages that consist of nothing but small talk. */
import { isSentenceEnd, Phrases } from './phrases.ts'
import { FEELINGS, SMALL_TALK, SMALL_TALK_PHRASES, type SmallTalk } from './small-talk-phrases.ts'
import { isEmoji, type Words } from './words.ts'

const FEELING_OF = new Map(FEELINGS.flatMap(([kind, noun, words]) => words.split(' ').map(word => [word, { kind, noun }] as const)))
/** "so lonely" is still one word's worth. */
const DEGREES = 'so/very/really/too/just/pretty/quite/feeling'
const PHRASES = new Phrases<SmallTalk>(rules())
/** With the sentence end. */
const FEELING_WORDS = 5
const BESIDE_FEELING: ReadonlySet<SmallTalk> = new Set<SmallTalk>(['feeling_hard', 'feeling_warm', 'greeting', 'agree', 'filler'])
const LAUGHTER = /^(?:[ae]?(?:[hj][aei]+)+h?|lo+l(?:o?l)*|lmf?ao+|rofl|xd+)$/

function * rules (): Generator<readonly [string, SmallTalk]> {
  for (const kind of Object.keys(SMALL_TALK_PHRASES) as Array<keyof typeof SMALL_TALK_PHRASES>) {
    for (const line of SMALL_TALK_PHRASES[kind]) for (const phrase of line.split(', ')) yield [phrase, kind]
  }
  for (const [kind, , words] of FEELINGS) for (const word of words.split(' ')) yield [`${DEGREES}? ${word}`, kind]
}

/** What a message does that consists of nothing but small talk; undefined when anything else is in it. */
export function smallTalkOf (words: Words): SmallTalk | undefined {
  const found = new Set<SmallTalk>()
  for (let at = 0; at < words.list.length;) {
    if (isSentenceEnd(words.list[at])) {
      at++
      continue
    }
    const longest = longestAt(words, at)
    if (!longest && !isEmoji(words.list[at]!)) return undefined
    if (longest) found.add(longest.kind)
    at += longest?.length ?? 1
  }
  // "No love", "bye bye relationship": more than the name of a feeling.
  const isFeeling = found.has('feeling_hard') || found.has('feeling_warm')
  if (isFeeling && (words.list.length > FEELING_WORDS || [...found].some(kind => !BESIDE_FEELING.has(kind)))) return undefined
  return SMALL_TALK.find(kind => found.has(kind))
}

function longestAt (words: Words, at: number): { kind: SmallTalk, length: number } | undefined {
  let longest: { kind: SmallTalk, length: number } | undefined = LAUGHTER.test(words.list[at]!) ? { kind: 'laughter', length: 1 } : undefined
  PHRASES.at(words, at, ({ value: kind, length }) => {
    if (!longest || length > longest.length || (length === longest.length && isLouder(kind, longest.kind))) longest = { kind, length }
  })
  return longest
}

const isLouder = (kind: SmallTalk, other: SmallTalk) => SMALL_TALK.indexOf(kind) < SMALL_TALK.indexOf(other)

/** The noun for the feeling or subject that a message of one word names. */
export function feelingNamedIn (words: Words): string | undefined {
  for (const word of words.list) {
    const feeling = FEELING_OF.get(word)
    if (feeling) return feeling.noun
  }
  return undefined
}
