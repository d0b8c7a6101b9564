/** What a message is about, finer than a theme, and the words Amora has for it. */
import type { Reading, Theme } from '../../understanding/reading.ts'
import { painfulOf } from '../../understanding/strategy.ts'
import { isOfTheHeart } from './heart.ts'
import type { Sentence } from './message.ts'
import { AROUND } from './matters/around.ts'
import { BOND } from './matters/bond.ts'
import { CHOICE } from './matters/choice.ts'
import { GENERAL } from './matters/general.ts'
import { HURT } from './matters/hurt.ts'
import { PARTING } from './matters/parting.ts'
import { SELF } from './matters/self.ts'
import { TOGETHER } from './matters/together.ts'
import { fixedPart } from './variety.ts'

/** Sentences may name the other person: `{other}` "your wife", `{they}`, `{them}`, `{their}`; verbs after them agree with any. */
export interface Matter {
  readonly id: string
  /** The other person in it is a partner, never a mother or a friend. */
  readonly isRomance?: boolean
  /** Goes with almost anything: a conversation about something else stays with that. */
  readonly isBroad?: boolean
  /** Themes of a reading that lead here when no pattern does. */
  readonly themes?: readonly Theme[]
  /** Read on one lower-case sentence at a time. */
  readonly pattern?: RegExp
  /** A noun phrase: "It sounds like … has been on your mind". */
  readonly about: string
  /** For LOW: it makes sense. No advice. */
  readonly validations: readonly string[]
  /** For MEDIUM: one light, tentative thought. */
  readonly insights: readonly string[]
  /** Open questions without advice in them. */
  readonly questions: readonly string[]
  /** For HIGH: what somebody might do, after "you might". */
  readonly ideas: readonly string[]
}

/** What comes first wins within a sentence: a cause before its effect, the rare before the common. */
export const ORDER: readonly string[] = [
  'grief', 'own-mistake', 'betrayed', 'substance', 'control', 'lied-to', 'get-back', 'crush', 'moving-on', 'two-people', 'ending', 'stay-or-go', 'joy', 'ready', 'break-up', 'distance',
  'unheard', 'shut-out', 'criticised', 'let-down', 'load', 'money', 'children', 'jealous', 'trust', 'spark', 'mend', 'love', 'commitment', 'dating', 'open-up', 'worth',
  'boundaries', 'supporting', 'family', 'fights', 'own-anger', 'red-flags', 'differences', 'friends', 'lonely', 'strain', 'talk', 'unsure'
]
export const MATTERS: readonly Matter[] = [...HURT, ...PARTING, ...BOND, ...CHOICE, ...SELF, ...AROUND, ...TOGETHER].sort((one, other) => ORDER.indexOf(one.id) - ORDER.indexOf(other.id))
export { GENERAL } from './matters/general.ts'

/** People who are happy are not offered words for their pain, and the other way round. */
const JOY_PAIN_MAX = 0.4

export interface Subject {
  readonly matter: Matter
  /** What an earlier message was about, when that is something else or the same again; undefined at a beginning. */
  readonly earlier: Matter | undefined
  /** The message itself says what it is about. */
  readonly isSaid: boolean
}

/**
 * What a message is about: what it says itself, else what the conversation was about, else the reading's first theme.
 * @param before the user's earlier messages, newest first
 * @param heard Amora's replies: what she spoke of is known even when the message that led to it is out of sight
 */
export function subjectMatterOf (message: readonly Sentence[], { before, heard }: { before: ReadonlyArray<readonly Sentence[]>, heard: string }, { emotions, themes }: Reading): Subject {
  const possible = MATTERS.filter(({ id }) => id !== 'joy' || painfulOf(emotions) < JOY_PAIN_MAX)
  const said = claimed(message, possible)
  const told = before.flatMap(sentences => claimed(sentences, possible) ?? [])
  const earlier = told.find(({ isBroad }) => !isBroad) ?? spokenOf(heard) ?? told[0]
  if (said && !(said.isBroad && earlier)) return { matter: said, earlier, isSaid: true }
  return { matter: earlier ?? byTheme(message, themes[0]) ?? GENERAL, earlier, isSaid: said !== undefined }
}

/** The matter of the first sentence that has one. */
function claimed (sentences: readonly Sentence[], matters: readonly Matter[]): Matter | undefined {
  for (const { text } of sentences) {
    const matter = matters.find(({ pattern }) => pattern?.test(text))
    if (matter) return matter
  }
  return undefined
}

/** The matter of Amora's latest sentence that belongs to one. */
function spokenOf (heard: string): Matter | undefined {
  const spoken = MATTERS.map(matter => ({ matter, position: Math.max(...wordsFor(matter).map(sentence => heard.lastIndexOf(fixedPart(sentence)))) }))
  const latest = spoken.reduce((best, next) => next.position > best.position ? next : best)
  return latest.position < 0 ? undefined : latest.matter
}

const wordsFor = ({ validations, insights, questions, ideas }: Matter) => [...validations, ...insights, ...questions, ...ideas]

/** Without a word of people or feelings, a theme is an accident of vocabulary. */
const byTheme = (sentences: readonly Sentence[], theme: Theme | undefined) =>
  theme !== undefined && sentences.some(({ text }) => isOfTheHeart(text)) ? MATTERS.find(matter => matter.themes?.includes(theme)) : undefined
