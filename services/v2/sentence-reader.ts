/** Tells sentences apart in a text that is still being written. */
import { sentencesOf, wholeSentences, withoutQuotations } from '../safety/sentences.ts'

export interface SentenceReader {
  /** Takes the next piece of text and gives the sentences that are whole by now. */
  push (text: string): readonly string[]
  /** The text ends here: gives what is left. @param isCut whoever wrote it did not come to an end: an unfinished sentence is left out. */
  end (isCut: boolean): readonly string[]
  /** Something came that is no sentence, by its length; nothing was read from there on. */
  isLost (): boolean
}

/** Characters behind a full stop that show whether a sentence ends there: "e.g. this", "3.5", an ellipsis, a closing quote, an emoji. */
const LOOKAHEAD = 16
/** Bounds the work on a text without an end. */
const LONGEST_SENTENCE = 800
/** A quotation belongs to one sentence; one that takes longer to close was none. */
const LONGEST_QUOTATION = 240

/** The last of a run of marks: the whole run ends one sentence. */
const END_MARK = /[.!?…。！？\n\p{Extended_Pictographic}](?![.!?…。！？\n\p{Extended_Pictographic}])/gu
const OPEN_QUOTATION = /["“«]/

/**
 * What it gives depends on the text alone, never on the pieces in which it comes: each mark is looked at once, with the same number
 * of characters known behind it, and a sentence is cut off before the next mark is looked at.
 */
export function createSentenceReader (): SentenceReader {
  let pending = ''
  /** Up to here no sentence ends. */
  let read = 0
  let isLost = false

  /** Where the next mark ends behind which enough is known. */
  const nextEnd = (): number | undefined => {
    END_MARK.lastIndex = read
    const mark = END_MARK.exec(pending)
    // Half of an emoji may be all that has come of it.
    read = Math.max(read, mark?.index ?? pending.length - 1)
    const end = mark ? mark.index + mark[0].length : Infinity
    return end + LOOKAHEAD <= pending.length ? end : undefined
  }
  const settle = (end: number): string | undefined => {
    const [first, following] = sentencesOf(pending.slice(0, end + LOOKAHEAD))
    if (first === undefined || following === undefined) return undefined
    return isOpen(first) && end < LONGEST_QUOTATION ? undefined : first
  }
  const cutOff = (sentence: string) => {
    pending = pending.slice(pending.search(/\S/) + sentence.length)
    read = 0
  }

  return {
    push (text) {
      const found: string[] = []
      if (isLost) return found
      pending += text
      for (let end = nextEnd(); end !== undefined && read <= LONGEST_SENTENCE; end = nextEnd()) {
        const sentence = settle(end)
        read = end
        if (sentence !== undefined) {
          found.push(sentence)
          cutOff(sentence)
        }
      }
      isLost = read > LONGEST_SENTENCE
      if (isLost) pending = ''
      return found
    },
    end (isCut) {
      const left = sentencesOf(isCut ? wholeSentences(pending) : pending)
      pending = ''
      return left
    },
    isLost: () => isLost
  }
}

const isOpen = (sentence: string) => OPEN_QUOTATION.test(withoutQuotations(sentence, ''))
