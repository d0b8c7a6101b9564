/** The review of every model reply, whole or sentence by sentence: what the coach may say, as rules. */
import type { Strategy } from '../understanding/reading.ts'
import { isAdvice } from './advice.ts'
import { hasCanary } from './canary.ts'
import { wordsOf } from './clauses.ts'
import { contactsIn } from './contacts.ts'
import { saysDemanded } from './demanded.ts'
import { isDirective } from './directive.ts'
import { isOwnContact } from './help-lines.ts'
import { BLAMING, DIAGNOSES, HUMAN_CLAIMS, NOT_UNDERSTOOD, PROMPT_TALK } from './review-rules.ts'
import { sentencesOf, withoutQuotations } from './sentences.ts'
import { REVIEW_FAULTS, type ReviewFault, type ReviewResult } from './verdict.ts'

export interface ReviewContext {
  readonly strategy: Strategy
  /** What the user wrote: naming a condition that they named is listening, not a diagnosis. */
  readonly question?: string
  /** What the message ordered the coach to say (`demandedWords`): a reply that says it has been taken over. */
  readonly demanded?: readonly string[]
  readonly canary: string
  /** `wordRuns` of the unchanging part of the system prompt, made once: one of them in a reply is a leak. */
  readonly promptRuns?: ReadonlySet<string>
}

export const MAX_SENTENCES = 4
export const MAX_QUESTIONS = 1
/** A shorter run of words may be said by chance. */
const LEAKED_RUN_WORDS = 8
/** JSON, code or markup, where words to a person should be. */
const DATA = /^\s*(?:[{[]\s*["'{[\]}]|```|<[/!?a-z])|["'\w]\s*:\s*[[{]|<\/\w+>/i
const WRAPPED = /^\s*(?:"([^"]*)"|“([^“”]*)”)\s*$/

/** The faults of a whole reply, in the order of `REVIEW_FAULTS`; none passes. Total; linear in the length. */
export function review (reply: string, context: ReviewContext): ReviewResult {
  const text = unwrapped(reply)
  const sentences = sentencesOf(text)
  return inOrder([
    ...sentences.flatMap(sentence => faultsOfWords(unwrapped(sentence), context)),
    // A leak or a contact that is cut over two sentences only shows in the whole.
    ...faultsOfOrigin(text, context),
    ...questionsIn(text) > MAX_QUESTIONS ? ['questions' as const] : [],
    ...sentences.length > MAX_SENTENCES ? ['length' as const] : [],
    ...!/\p{L}/u.test(text) ? ['empty' as const] : []
  ])
}

/** The faults that one sentence has by itself: for a stream, whose caller counts its sentences and `questionsIn` them. */
export function reviewSentence (sentence: string, context: ReviewContext): ReviewResult {
  const text = unwrapped(sentence)
  return inOrder([...faultsOfWords(text, context), ...faultsOfOrigin(text, context)])
}

const inOrder = (found: readonly ReviewFault[]) => REVIEW_FAULTS.filter(fault => found.includes(fault))

function faultsOfWords (sentence: string, { strategy, question }: ReviewContext): ReviewFault[] {
  const tokens = wordsOf(sentence)
  const words = tokens.join(' ')
  const faults: Readonly<Partial<Record<ReviewFault, boolean>>> = {
    directive: isDirective(tokens),
    diagnosis: diagnoses(words, question),
    blame: matches(BLAMING, words),
    advice_in_low: strategy === 'LOW' && isAdvice(tokens),
    not_understood: matches(NOT_UNDERSTOOD, words),
    claims_human: matches(HUMAN_CLAIMS, words),
    leak: matches(PROMPT_TALK, words),
    form: DATA.test(sentence)
  }
  return REVIEW_FAULTS.filter(fault => faults[fault])
}

/** Words that are not the coach's to say, wherever they stand: also cut over two sentences. */
export function faultsOfOrigin (text: string, context: ReviewContext): ReviewFault[] {
  return [...leaks(text, context) ? ['leak' as const] : [], ...hasForeignContact(text) ? ['contact' as const] : []]
}

/** Questions put to the user; one inside a quotation is somebody else's. */
export function questionsIn (text: string): number {
  return withoutQuotations(text, '').match(/[?？]+(?:[!?？]*)/g)?.length ?? 0
}

/** A model may put its whole answer in quotation marks: then they are its own words. */
function unwrapped (text: string): string {
  const [, straight, curly] = WRAPPED.exec(text) ?? []
  return straight ?? curly ?? text
}

const matches = (patterns: readonly RegExp[], words: string) => patterns.some(pattern => pattern.test(words))
const hasForeignContact = (text: string) => contactsIn(text).some(contact => !isOwnContact(contact))

function diagnoses (words: string, question = ''): boolean {
  if (words.endsWith('?')) return false
  const named = question.toLowerCase()
  return DIAGNOSES.some(pattern => {
    const match = pattern.exec(words)
    return match !== null && !(match[1] !== undefined && named.includes(match[1]))
  })
}

function leaks (text: string, { canary, promptRuns, demanded = [] }: ReviewContext): boolean {
  return hasCanary(text, canary) || saysDemanded(text, demanded) || (promptRuns !== undefined && [...wordRuns(text)].some(run => promptRuns.has(run)))
}

/** Every run of eight words of a text, in lower case. */
export function wordRuns (text: string): ReadonlySet<string> {
  const words = text.toLowerCase().match(/[\p{L}\d']+/gu) ?? []
  return new Set(words.slice(0, 1 - LEAKED_RUN_WORDS).map((_, at) => words.slice(at, at + LEAKED_RUN_WORDS).join(' ')))
}
