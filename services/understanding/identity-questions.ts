/** Questions about the coach itself: who, what and whose it is, in the many ways people ask. */
import { IS_AI_ASIDE } from './identity-asides.ts'
import { IDENTITY_GROUPS, IDENTITY_PHRASES, IDENTITY_QUESTIONS, NATURES, type IdentityQuestion } from './identity-phrases.ts'
import { isSentenceEnd, Phrases, type Match } from './phrases.ts'
import type { Words } from './words.ts'

/** Between "are you" and "real", these speak of somebody else. */
const OTHERS = new Set('he she they him her them his their i my we our who that it for'.split(' '))
const PHRASES = new Phrases(phrases(), IDENTITY_GROUPS, { notInGap: OTHERS })
/** Looser: a name or what something is. In a short sentence that means the coach or this talk, they ask the same. */
const HINTS = new Phrases<IdentityQuestion>([
  ['name', 'name'], ['named', 'name'],
  ...NATURES.flatMap(line => line.split(', ')).map(phrase => [phrase, 'is_ai'] as const)
], IDENTITY_GROUPS)
const MEANT = new Set('you your yourself here end talk talking speak speaking chatting texting typing answering amora'.split(' '))
const SHORT_SENTENCE_WORDS = 12

const THIRD = new Set('he she they him her them his their boyfriend girlfriend husband wife partner ex friend mother father mom dad'.split(' '))
const OURS = new Set('my we us our think would'.split(' '))
const REPORTS = new Set('ask asked asks asking say said says saying tell told tells telling texted wrote yelled screamed replied like'.split(' '))
const ADDRESSED = new Set('you your yourself i this'.split(' '))
/** Above this many words only the plainest questions count: in a long story "you" is often anybody. */
const SHORT_WORDS = 20
const PLAINEST: ReadonlySet<IdentityQuestion> = new Set<IdentityQuestion>(['is_ai', 'name'])
/** "When you love somebody, what do you do": asks of anybody. */
const CONDITIONS = new Set('when while since because but although'.split(' '))

function * phrases (): Generator<readonly [string, IdentityQuestion]> {
  for (const line of IS_AI_ASIDE) for (const phrase of line.split(', ')) yield [phrase, 'is_ai']
  for (const kind of IDENTITY_QUESTIONS) for (const line of IDENTITY_PHRASES[kind]) for (const phrase of line.split(', ')) yield [phrase, kind]
}

export interface IdentityFinding {
  readonly question: IdentityQuestion
  /** Words of the message in sentences that ask nothing of the coach. */
  readonly wordsBeside: number
}

/** What somebody asks of the coach's identity; the plainest of several questions, undefined for none. */
export function identityQuestionOf (words: Words): IdentityFinding | undefined {
  const asked = new Map<number, IdentityQuestion>()
  PHRASES.all(words, match => { if (isMeant(words, match)) asked.set(match.at, match.value) })
  HINTS.all(words, match => { if (isAboutThisTalk(words, match.at)) asked.set(match.at, match.value) })
  const kinds = new Set(asked.values())
  const question = IDENTITY_QUESTIONS.find(kind => kinds.has(kind))
  return question && { question, wordsBeside: wordsBeside(words, asked) }
}

/** "He asked me: are you a robot", "is my boyfriend human or a robot": not of the coach. */
function isMeant (words: Words, { value, at, length }: Match<IdentityQuestion>): boolean {
  const before = words.list.slice(sentenceStart(words, at), at)
  if (!PLAINEST.has(value) && (words.list.length > SHORT_WORDS || before.some(word => CONDITIONS.has(word)))) return false
  if (!before.some(word => THIRD.has(word))) return true
  return !before.some(word => REPORTS.has(word)) && words.list.slice(at, at + length).some(word => ADDRESSED.has(word))
}

function isAboutThisTalk (words: Words, at: number): boolean {
  const start = sentenceStart(words, at)
  if (start > 0 && !isSentenceEnd(words.list[start - 1])) return false
  const length = words.list.slice(start, start + SHORT_SENTENCE_WORDS + 1).findIndex(isSentenceEnd)
  const sentence = words.list.slice(start, start + length)
  return length > 0 && sentence.some(word => MEANT.has(word)) && !sentence.some(word => THIRD.has(word) || OURS.has(word))
}

/** Looks back no further than a short sentence reaches. */
function sentenceStart ({ list }: Words, at: number): number {
  let start = at
  while (start > 0 && at - start < SHORT_SENTENCE_WORDS && !isSentenceEnd(list[start - 1])) start--
  return start
}

function wordsBeside ({ list }: Words, asked: ReadonlyMap<number, IdentityQuestion>): number {
  let beside = 0
  let inSentence = 0
  let isAsking = false
  for (let at = 0; at < list.length; at++) {
    isAsking ||= asked.has(at)
    if (!isSentenceEnd(list[at])) inSentence++
    else {
      if (!isAsking) beside += inSentence
      inSentence = 0
      isAsking = false
    }
  }
  return beside
}
