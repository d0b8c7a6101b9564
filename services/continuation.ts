/** What comes after sentences that somebody has read already, when the reply that they began came to nothing. */
import { MAX_SENTENCES, questionsIn } from './safety/review.ts'
import { sentencesOf } from './safety/sentences.ts'

/**
 * Another answer in place of the rest, within the form of one reply: its last sentences where there is no room for all, for they
 * hold the question, and no question beside one that was asked.
 * @param shown what was read; a message of its own where nothing was.
 */
export function continued (shown: string, message: string): string {
  if (shown === '') return message
  const hasAsked = questionsIn(shown) > 0
  const room = Math.max(1, MAX_SENTENCES - sentencesOf(shown).length)
  const fitting = sentencesOf(message).filter(sentence => !hasAsked || questionsIn(sentence) === 0).slice(-room)
  return [shown, ...fitting].join(' ')
}

/** A text cut behind each of its sentences; put together again it is the text. */
export function inSentences (text: string): string[] {
  const parts: string[] = []
  let start = 0
  for (const sentence of sentencesOf(text)) {
    const end = text.indexOf(sentence, start) + sentence.length
    parts.push(text.slice(start, end))
    start = end
  }
  return start < text.length ? [...parts.slice(0, -1), (parts.at(-1) ?? '') + text.slice(start)] : parts
}

/** Words that must be said whole, whatever was read before them: care, and a decline. */
export const followed = (shown: string, words: string): string => shown === '' ? words : `${shown} ${words}`
