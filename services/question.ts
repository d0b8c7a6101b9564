/** What a person typed, made safe to work with and nothing else: their words stay theirs. */

/** Characters after NFC. */
export const QUESTION_MAX_CHARACTERS = 4000

// C0 and C1 controls but tab and newlines, and the two non-characters: nothing a person types on purpose.
// eslint's no-control-regex guards against accidents; these are meant, hence built from code points.
const CONTROLS = new RegExp(`[${span(0, 8)}${span(0xb, 0xc)}${span(0xe, 0x1f)}${span(0x7f, 0x9f)}${span(0xfffe, 0xffff)}]`, 'g')

/** NFC text without lone surrogates and control characters; line ends are newlines. */
export function cleanQuestion (raw: string): string {
  return raw.toWellFormed().replaceAll('\uFFFD', '').replace(CONTROLS, '').replace(/\r\n?/g, '\n').normalize('NFC')
}

/** Characters as people count them nearly enough: code points. */
export function characterCount (text: string): number {
  let count = text.length
  for (let at = 0; at < text.length; at++) if ((text.charCodeAt(at) & 0xfc00) === 0xdc00) count--
  return count
}

function span (from: number, to: number): string {
  return `${String.fromCharCode(from)}-${String.fromCharCode(to)}`
}
