/** The question a message asks, as it stands inside a sentence of ours: "how do I tell him?" → "how to tell him". */
import { subjectOf } from './grammar.ts'
import { ADVERBS, isBase, past, thirdPerson } from './lexicon.ts'
import { isPlain, type Sentence } from './message.ts'
import { toSecondPerson } from './perspective.ts'
import { isSayable } from './unsayable.ts'

const MAX_WORDS = 15
const OPENINGS = /^(?:(?:and|but|so|hi|hey|hello|please|ok|okay|also|well|hi amora|i'm wondering|i wonder|i was wondering|i want to know|i'd like to know|i need to know|i would like to know|can you tell me|could you tell me|tell me|any idea|any advice on|any tips on|(?:i )?(?:want|need|would love|would like) (?:some )?(?:advice|help|tips) (?:on|with|about)|can you help me (?:understand|figure out|see)|help me (?:understand|figure out)|i don't know|i have no idea|i'm not sure|i am not sure|not sure),? )+/
/** "Do you think he still loves me" asks whether he does. */
const THINKING = /^(?:do|don't) you (?:think|believe|feel) (?:that )?/
const TAILS = /(?:, (?!and |or )| because | since (?=i |we |he |she )| but | when i already ).*$/
const BASE_LIKE = /^(?!(?:a|an|the|my|i|he|she|we|they|it|him|her|this|that|in|on|at|to|is|am|are|was|were|be|not|so|and|or|there)$)[a-z-]+$/

/** The first question that can be put so; undefined when none can. */
export function askedIn (sentences: readonly Sentence[]): string | undefined {
  for (const { text, hasName } of sentences) {
    const clause = text.replace(OPENINGS, '').replace(THINKING, 'whether ').replace(TAILS, '').trim()
    const isStated = clause !== text && /^(?:(?:how|what|why|whether|if)\b|(?:when|where) to\b)/.test(clause)
    const asked = hasName || !isPlain(clause) ? undefined : isStated ? embedded(clause) ?? stated(clause) : embedded(clause)
    if (asked !== undefined && isAskable(asked)) return toSecondPerson(asked)
  }
  return undefined
}

function isAskable (asked: string): boolean {
  const words = asked.split(/\s+/)
  return words.length >= 3 && words.length <= MAX_WORDS && isSayable(asked) && !/\b(?:a|an|the|and|or|my|if|that|is|am|are|this|it)$/.test(asked) && toSecondPerson(asked) !== undefined
}

/** "if he still loves me", "how to tell him", after words like "I don't know". */
function stated (clause: string): string | undefined {
  const told = clause.replace(/\b(?:i|we) should\b/, 'to').replace(/^if to\b/, 'whether to').replace(/^if\b/, 'whether')
  if (/^(?:how|what|when|where|whether) to [a-z]+/.test(told)) return told
  const [, question, rest] = /^(how|why|whether|when|where|what) (.+)$/.exec(told) ?? []
  return rest !== undefined && subjectOf(rest.split(' ')) ? `${question} ${rest}` : undefined
}

function embedded (clause: string): string | undefined {
  return infinitive(clause) ?? alternative(clause) ?? inverted(clause)
}

/** "how do I …", "what can I do …", "how to …" → "how to …". */
function infinitive (clause: string): string | undefined {
  const [, question, rest] = /^(how|what|when|where) (?:(?:do|can|could|should|would|might|am) (?:i|we)(?: going)?(?: to)?|to) (.+)$/.exec(clause) ?? []
  if (rest === undefined) return undefined
  const verb = rest.split(' ').find(word => !ADVERBS.has(word)) ?? ''
  return isBase(verb) || (BASE_LIKE.test(verb) && !/(?:ing|ed)$/.test(verb)) ? `${question} to ${rest}` : undefined
}

/** "should I stay or go" → "whether to stay or go". */
function alternative (clause: string): string | undefined {
  const [, rest] = /^should (?:i|we) (?!be )(.+)$/.exec(clause) ?? []
  return rest !== undefined && BASE_LIKE.test(rest.split(' ').find(word => !ADVERBS.has(word)) ?? '') ? `whether to ${rest.replace(/ or should (?:i|we) /, ' or ')}` : undefined
}

/** "does he love me", "why is she so cold", "can we fix this" → subject first, verb agreeing. */
function inverted (clause: string): string | undefined {
  const [, asked = 'whether', auxiliary, rest] = /^(?:(how|why|when|where|what) )?(do|does|did|is|are|am|was|were|can|could|will|would|has|have|can't|won't|isn't|doesn't|don't) (.+)$/.exec(clause) ?? []
  if (auxiliary === undefined || rest === undefined) return undefined
  const words = rest.split(' ')
  const subject = subjectOf(words)
  if (!subject || subject.isContracted) return undefined
  const verb = told(auxiliary, words.slice(subject.length))
  return verb && `${asked} ${words.slice(0, subject.length).join(' ')} ${verb}`
}

function told (auxiliary: string, rest: readonly string[]): string | undefined {
  if (rest.length === 0) return undefined
  if (!/^(?:do|does|did)$/.test(auxiliary)) return `${auxiliary} ${rest.join(' ')}`
  const at = rest.findIndex(word => !ADVERBS.has(word))
  const base = rest[at] ?? ''
  if (!isBase(base)) return undefined
  const verb = auxiliary === 'does' ? thirdPerson(base) : auxiliary === 'did' ? past(base) : base
  return verb && [...rest.slice(0, at), verb, ...rest.slice(at + 1)].join(' ')
}
