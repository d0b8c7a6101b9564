/** Answers to trivial messages, in the coach's own words. */
import { chooseUnused } from '../wordings.ts'
import { emojiFamilyOf, type EmojiFamily } from './emoji.ts'
import { feelingNamedIn } from './small-talk.ts'
import { readTrivial, type TrivialKind, type TrivialVariant } from './trivial.ts'
import { WORDINGS, type WordingSet } from './trivial-wordings.ts'
import { plain, wordsOf } from './words.ts'

const SET_OF_KIND: Readonly<Record<TrivialKind, WordingSet>> = {
  empty: 'empty', emoji: 'emoji_plain', one_word: 'word', feeling: 'feeling_hard', greeting: 'greeting', farewell: 'farewell', thanks: 'thanks',
  identity: 'identity_is_ai', laughter: 'laughter', clarify: 'clarify', garbage: 'garbage'
}

/** What an emoji most likely shows, as a noun that the wordings only guess at. */
const FEELING_OF_FAMILY: Readonly<Record<EmojiFamily, { set: WordingSet, feeling: string }>> = {
  broken_heart: { set: 'emoji_hard', feeling: 'a heart that hurts' },
  sadness: { set: 'emoji_hard', feeling: 'sadness' },
  anger: { set: 'emoji_hard', feeling: 'anger' },
  fear: { set: 'emoji_hard', feeling: 'worry' },
  weariness: { set: 'emoji_hard', feeling: 'being worn out' },
  confusion: { set: 'emoji_hard', feeling: 'not quite knowing what to think' },
  love: { set: 'emoji_warm', feeling: 'love' },
  laughter: { set: 'emoji_warm', feeling: 'laughter' },
  gratitude: { set: 'emoji_warm', feeling: 'thankfulness' },
  joy: { set: 'emoji_warm', feeling: 'something bright' }
}

/**
 * Two to four sentences with at most one question.
 * @param input `used`: wordings the session has heard, oldest first; `pick` in [0, 1) chooses among the others.
 */
export function trivialReply (kind: TrivialKind, input: { text: string, used: readonly string[], pick: number }): { text: string, wording: string } {
  const { set, feeling } = wordsFor(kind, input.text)
  const { text, wording } = chooseUnused(WORDINGS[set].map((words, at) => ({ text: words, wording: `trivial.${set}.${at}` })), input)
  return { text: text.replaceAll('{feeling}', feeling), wording }
}

function wordsFor (kind: TrivialKind, text: string): { set: WordingSet, feeling: string } {
  if (kind === 'emoji') {
    const family = emojiFamilyOf(plain(text))
    return family ? FEELING_OF_FAMILY[family] : { set: 'emoji_plain', feeling: '' }
  }
  const read = readTrivial(text)
  const set = read?.kind === kind ? setOf(read.variant) : SET_OF_KIND[kind]
  return { set, feeling: feelingNamedIn(wordsOf(text)) ?? 'what you feel' }
}

const setOf = (variant: TrivialVariant): WordingSet => variant === 'emoji' ? 'emoji_plain' : variant
