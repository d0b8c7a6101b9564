/** Where sentences end: for counting them, for judging a stream by sentence, and for cutting a truncated reply back. */

/** Straight single quotes need a gap before and none after, or they are apostrophes. */
const QUOTATION = /"[^"\n]+"|“[^“”\n]+”|«[^«»\n]+»|‘[^‘\n]+?’(?![\p{L}\d])|(?<![\p{L}\d'])'(?=[\p{L}\d])[^'\n]*(?:(?<=[\p{L}\d])'(?=[\p{L}\d])[^'\n]*)*(?<=\S)'(?![\p{L}\d])/gu
const EMOJI = '(?:\\p{Extended_Pictographic}[\\p{Emoji_Modifier}\\u{fe0f}\\u{200d}]*)+'
/** Not inside a run of emoji: that would be tried anew from each of them. */
const RUN_START = '(?<![\\p{Extended_Pictographic}\\p{Emoji_Modifier}\\u{fe0f}\\u{200d}])'
/** A terminator with what clings to it, an emoji that closes a sentence, or a line end. */
const END = new RegExp(`(?:[.!?…]+|[。！？]+)["'”’»)\\]*_]*(?:[ \\t]*${EMOJI})*|${RUN_START}${EMOJI}(?=\\s+\\p{Lu}|\\s*$)|\\n+`, 'gu')

/** Always followed by more of their sentence. */
const TITLE = /(?<![\p{L}\d])(?:mr|mrs|ms|dr|prof|st|vs|e\.g|i\.e|eg|ie|approx|[a-hj-z])\.$/iu
/** End a sentence only where a capital follows. */
const CLOSING_ABBREVIATION = /(?<![\p{L}\d])(?:etc|a\.m|p\.m|jr|sr)\.$/iu
const LIST_NUMBER = /(?:^|\s)\d{1,2}\.$/
const GLUED = /^\p{Lu}\p{Ll}*[\s']/u

interface Span { readonly start: number, readonly end: number, readonly isEnded: boolean }

/** The sentences of a text, trimmed. A quotation stays within its sentence. Total; linear in the length. */
export function sentencesOf (text: string): string[] {
  return spansOf(text).map(({ start, end }) => text.slice(start, end).trim()).filter(sentence => sentence !== '')
}

/** The text up to its last finished sentence; empty when none is finished. */
export function wholeSentences (text: string): string {
  const last = spansOf(text).findLast(span => span.isEnded)
  return last ? text.slice(0, last.end).trim() : ''
}

/** Puts `mark` in place of every quotation: others' words are not the writer's. */
export function withoutQuotations (text: string, mark: string): string {
  return text.replace(QUOTATION, mark)
}

function spansOf (text: string): Span[] {
  const quotations = [...text.matchAll(QUOTATION)].map(({ index, 0: { length } }) => ({ start: index, end: index + length }))
  const spans: Span[] = []
  let start = 0
  let quotation = 0
  for (const match of text.matchAll(END)) {
    const end = match.index + match[0].length
    while (quotation < quotations.length && quotations[quotation]!.end <= match.index) quotation++
    const around = quotations[quotation]
    if (around && around.start < match.index && end < around.end) continue
    if (!endsHere(text.slice(Math.max(start, match.index - 12), match.index), match[0], text.slice(end, end + 24))) continue
    spans.push({ start, end, isEnded: match[0].trim() !== '' })
    start = end
  }
  if (text.slice(start).trim() !== '') spans.push({ start, end: text.length, isEnded: false })
  return spans
}

/** @param mark what was found; `before` and `after` are the characters around it. */
function endsHere (before: string, mark: string, after: string): boolean {
  if (mark.startsWith('\n')) return mark.length > 1 || /^\s*(?:[\p{Lu}\p{Extended_Pictographic}"“«‘'*•-]|\d{1,2}[.)]|$)/u.test(after)
  if (/^[^.!?…]/.test(mark)) return true
  const next = after.trimStart()
  if (mark === '.' && CLOSING_ABBREVIATION.test(before + mark)) return !/^\p{Ll}/u.test(next)
  if (mark === '.' && (TITLE.test(before + mark) || LIST_NUMBER.test(before + mark))) return false
  if (next === '') return true
  if (next === after && !/\p{Extended_Pictographic}$/u.test(mark)) return /\p{Ll}{2}$/u.test(before) && GLUED.test(after)
  return !(/^\p{Ll}/u.test(next) && /…|\.\.|["'”’»]/.test(mark))
}
