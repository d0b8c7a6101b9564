/** Messages that need no engine: nothing said, a greeting, thanks, one word, an emoji, a question about the coach itself. */
import { isOnlyEmoji } from './emoji.ts'
import type { IdentityQuestion } from './identity-phrases.ts'
import { identityQuestionOf } from './identity-questions.ts'
import { isSentenceEnd } from './phrases.ts'
import { smallTalkOf } from './small-talk.ts'
import type { SmallTalk } from './small-talk-phrases.ts'
import { plain, wordsOf, type Words } from './words.ts'

export const TRIVIAL_KINDS = ['empty', 'emoji', 'one_word', 'feeling', 'greeting', 'farewell', 'thanks', 'identity', 'laughter', 'clarify', 'garbage'] as const
export type TrivialKind = typeof TRIVIAL_KINDS[number]

/** Which of a kind's sets of words fits. */
export type TrivialVariant = Exclude<SmallTalk, 'filler'> | `identity_${IdentityQuestion}` | 'identity_beside' | 'empty' | 'emoji' | 'garbage'

export interface Trivial { readonly kind: TrivialKind, readonly variant: TrivialVariant }

/** The kind of a message that is answered locally; undefined for one that has substance. Total, linear in the length. */
export const triviality = (text: string): TrivialKind | undefined => readTrivial(text)?.kind

const KIND_OF: Readonly<Record<SmallTalk, TrivialKind>> = {
  feeling_hard: 'feeling', feeling_warm: 'feeling', farewell: 'farewell', thanks: 'thanks', greeting: 'greeting', clarify: 'clarify', laughter: 'laughter',
  help: 'one_word', disagree: 'one_word', nothing: 'one_word', unsure: 'one_word', agree: 'one_word', word: 'one_word', filler: 'one_word'
}
const SILENCE = /^[\s.…"'`~_,!\u2010-\u2015·•*|-]*$/
const ONLY_QUESTION_MARKS = /^[\s?!¿¡.]+$/
/** Combining marks heaped on letters, as no language writes. */
const HEAPED_MARKS = /[\u0300-\u036f\u0489]{3}/
const MARKUP = /<\/?(?:script|img|iframe|svg|div|span|body|html|a|b|i|p|br|input|form|style|link|meta|object|embed|video|audio|marquee)\b|<!|javascript:|\$\{|\{\{|^--\w/
const MARKUP_PARTS = /<[/!a-z][^>]*>?|javascript:[^\s<]*|\\x[0-9a-f]{2}|[${}]+/g
const SMALL_TALK_WORDS = 18
const BESIDE_WORDS = 5
const MARKUP_WORDS = 3

/** @param alreadyRead the words of the text, where the caller has them. */
export function readTrivial (text: string, alreadyRead?: Words): Trivial | undefined {
  const seen = plain(text).trim()
  if (SILENCE.test(seen)) return { kind: 'empty', variant: 'empty' }
  if (ONLY_QUESTION_MARKS.test(seen)) return { kind: 'clarify', variant: 'clarify' }
  if (isOnlyEmoji(seen)) return { kind: 'emoji', variant: 'emoji' }
  if (HEAPED_MARKS.test(text)) return GARBAGE
  const words = alreadyRead ?? wordsOf(seen)
  return markup(seen) ?? identity(words) ?? smallTalk(words) ?? short(seen, words)
}

const GARBAGE: Trivial = { kind: 'garbage', variant: 'garbage' }

function identity (words: Words): Trivial | undefined {
  const finding = identityQuestionOf(words)
  return finding && { kind: 'identity', variant: finding.wordsBeside > BESIDE_WORDS ? 'identity_beside' : `identity_${finding.question}` }
}

function smallTalk (words: Words): Trivial | undefined {
  if (words.list.length > SMALL_TALK_WORDS) return undefined
  const found = smallTalkOf(words)
  return found && { kind: KIND_OF[found], variant: found === 'filler' ? 'word' : found }
}

/** Left to the engines even alone: the screen let them pass, and they want more than a set phrase. */
const GRAVE = new Set(`
  suicide suicidal kms kys unalive die dying dead death kill killed rape raped abuse abused abusive violence violent hit hits beat beaten
  beating cut cutting overdose pills selfharm murder gun knife trapped unsafe danger miscarriage abortion cancer`.trim().split(/\s+/))
const ONE_WORD_CHARACTERS = 24
/** Scripts that write no blanks between words: a run of them is a sentence. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u
const UNSPACED_CHARACTERS = 3

function short (seen: string, words: Words): Trivial | undefined {
  const said = words.list.filter(word => !isSentenceEnd(word))
  if (said.length === 0) return GARBAGE
  if (said.every(word => /^\p{N}+$/u.test(word))) return { kind: 'one_word', variant: 'word' }
  const isOneWord = !/\s/.test(seen) && said.length <= 2 && seen.length <= (UNSPACED.test(seen) ? UNSPACED_CHARACTERS : ONE_WORD_CHARACTERS)
  if (said.every(isMash)) return GARBAGE
  return isOneWord && !said.some(word => GRAVE.has(word)) ? { kind: 'one_word', variant: 'word' } : undefined
}

const ROWS = ['qwertyuiop', 'poiuytrewq', 'asdfghjkl', 'lkjhgfdsa', 'zxcvbnm', 'mnbvcxz']

/** Fingers run along a row of keys, or letters that no one could pronounce. */
function isMash (word: string): boolean {
  if (!/^[a-z]{4,}$/.test(word)) return false
  if (word.length >= 5 && (!/[aeiouy]/.test(word) || /[bcdfghjklmnpqrstvwxz]{6}/.test(word))) return true
  const runs = word.match(/.{4}/g) ?? []
  return runs.every(run => ROWS.some(row => row.includes(run)))
}

function markup (seen: string): Trivial | undefined {
  if (!MARKUP.test(seen)) return undefined
  const left = wordsOf(seen.replace(MARKUP_PARTS, ' ')).list.filter(word => !isSentenceEnd(word))
  return left.length <= MARKUP_WORDS ? GARBAGE : undefined
}
