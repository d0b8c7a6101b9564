/** Stands between a reply that is being written and the person: only sentences that have passed review come through. */
import type { ReviewFault, ReviewResult } from '../safety/verdict.ts'
import { createSentenceReader } from './sentence-reader.ts'

export interface GateRules {
  /** What is wrong with a sentence after those that have passed; an empty list passes. */
  judge (sentence: string, passed: readonly string[]): ReviewResult
  /** Gets the words to show, a sentence at a time; put together they are the text. */
  show (text: string): void
}

export interface SentenceGate {
  /** The model's next words. */
  push (text: string): void
  /** The model's reply ends here. @param isCut it was cut off: an unfinished sentence is left out. */
  end (isCut: boolean): void
  /** From now on what has passed is shown. */
  open (): void
  /** Nothing more is shown; what has passed and was not shown is forgotten. */
  close (): void
  /** The sentences that have passed. */
  readonly passed: readonly string[]
  /** What was wrong with the sentences that did not, none twice. */
  readonly faults: readonly ReviewFault[]
  readonly hasShown: boolean
}

/** Bounds the work on a reply that goes on and on: what comes later is not even judged. */
const MOST_JUDGED = 12
const TOO_LONG: ReviewResult = ['length']

/** Holds sentences back until it is opened. A pure machine: the same text gives the same sentences, in whatever pieces it comes. */
export function createSentenceGate ({ judge, show }: GateRules): SentenceGate {
  const reader = createSentenceReader()
  const passed: string[] = []
  const faults = new Set<ReviewFault>()
  let judged = 0
  let shown = 0
  let isOpen = false
  let isClosed = false

  const take = (sentences: readonly string[]) => {
    for (const sentence of sentences) {
      const found = judged++ < MOST_JUDGED ? judge(sentence, passed) : TOO_LONG
      if (found.length === 0) passed.push(sentence)
      for (const fault of found) faults.add(fault)
    }
    if (reader.isLost()) faults.add('length')
    if (isOpen) release()
  }
  const release = () => {
    while (shown < passed.length) {
      const sentence = passed[shown]!
      show(shown++ === 0 ? sentence : ` ${sentence}`)
    }
  }

  return {
    passed,
    push (text) { if (!isClosed) take(reader.push(text)) },
    end (isCut) { if (!isClosed) take(reader.end(isCut)) },
    open () {
      isOpen = !isClosed
      if (isOpen) release()
    },
    close () {
      isClosed = true
      isOpen = false
      passed.length = shown
    },
    get faults () { return [...faults] },
    get hasShown () { return shown > 0 }
  }
}
