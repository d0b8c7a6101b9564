/** The review of a reply whose first sentences have been shown already. */
import { MAX_QUESTIONS, MAX_SENTENCES, faultsOfOrigin, questionsIn, reviewSentence, type ReviewContext } from './review.ts'
import { sentencesOf } from './sentences.ts'
import type { ReviewResult } from './verdict.ts'

/**
 * The faults that a sentence would bring to a reply: its own, and those of the whole as far as it goes. A reply that is built of
 * sentences without any passes `review`. Total; linear in the length.
 */
export function reviewNext (sentence: string, before: readonly string[], context: ReviewContext): ReviewResult {
  const whole = [...before, sentence].join(' ')
  if (sentencesOf(whole).length > MAX_SENTENCES) return ['length']
  if (questionsIn(whole) > MAX_QUESTIONS) return ['questions']
  if (!/\p{L}/u.test(whole)) return ['empty']
  const own = reviewSentence(sentence, context)
  return own.length > 0 || before.length === 0 ? own : faultsOfOrigin(whole, context)
}
