/** Links, addresses and telephone numbers in a text. */

const TOP_LEVEL = '(?:com|org|net|edu|gov|info|io|co|uk|ie|eu|us|ca|au|nz|de|fr|app|ai|me|ly|gl|dev|xyz|chat|help|health|link|site|online|care|support|tv|biz|ru|cn)'
const LINK = new RegExp(`\\bhttps?:\\/\\/[^\\s)\\]>"']+|\\bwww\\.[^\\s)\\]>"']+|(?<![\\w@.-])(?:[a-z\\d][a-z\\d-]{0,62}\\.){1,4}${TOP_LEVEL}(?![\\w-])(?:\\/[^\\s)\\]>"']*)?`, 'gi')
const SPELLED_LINK = new RegExp(`\\b[a-z\\d][a-z\\d-]{0,62} ?[([]?(?: dot |\\[dot\\]|\\(dot\\))[)\\]]? ?${TOP_LEVEL}\\b`, 'gi')
const ADDRESS = /[\w.+-]{1,64}(?:@|\s?[([]at[)\]]\s?)[\w-]{1,64}(?:\.[\w-]{1,64})*|(?<![\w@])@\w{3,30}/gi
const DIGITS = /(?<![\p{L}\d.,:/])[+(]{0,2}\d(?:[\d()]|[ .\-\u2010-\u2013\u00a0](?=[\d(]))*\d(?![\d%]|[.,:/]\d|\p{L})|(?<=\+)\d{3,}/gu
/** Years, dates, plain figures: digits that nobody dials. */
const NOT_A_NUMBER = /^(?:(?:19|20)\d\d(?:\s*[-–]\s*|\s+)?)+$|^\d{4}-\d\d-\d\d$|^\d{1,2}[-.]\d{1,2}[-.]\d{2,4}$|^\d{1,2}\s?[-–]\s?\d{1,2}$/
/** A short number counts where the words around say that it is dialled. */
const DIALLED = /(?:\b(?:call|dial|ring|phone|text|sms|message|hotline|helpline|lifeline|line|samaritans|number|whatsapp)\b[^.!?\n]{0,40}|\b[A-Z]{2,} to )$/i
const DIALLED_AFTER = /^\s*(?:\(?(?:by )?(?:call|text|phone)\b)/i

/** Every contact in a text in one normal form: digits without separators, links without scheme; linear in the length. */
export function contactsIn (text: string): string[] {
  const plain = text.normalize('NFKC')
  const links = [...plain.matchAll(LINK), ...plain.matchAll(SPELLED_LINK), ...plain.matchAll(ADDRESS)].map(match => linkForm(match[0]))
  return [...links, ...numbersIn(plain.replace(LINK, ' '))]
}

function numbersIn (text: string): string[] {
  return [...text.matchAll(DIGITS)].filter(({ 0: written, index }) => {
    const digits = written.replace(/\D/g, '').length
    if (digits < 3 || NOT_A_NUMBER.test(written.trim())) return false
    return digits >= 7 || DIALLED.test(text.slice(Math.max(0, index - 60), index)) || DIALLED_AFTER.test(text.slice(index + written.length, index + written.length + 12))
  }).map(match => match[0].replace(/\D/g, ''))
}

const linkForm = (link: string) => link.toLowerCase().replace(/^https?:\/\//, '').replace(/^www\./, '').replace(/[.,;:!?/]+$/, '')
