/** One normal form of text for rules to read: what a person wrote, not how they disguised or mistyped it. */

/** Cyrillic, Greek and other letters that look like Latin ones. NFKD does not fold these. */
const LOOKALIKES: Readonly<Record<string, string>> = {
  а: 'a', е: 'e', о: 'o', р: 'p', с: 'c', у: 'y', х: 'x', і: 'i', ѕ: 's', ј: 'j', һ: 'h', ԁ: 'd', ѵ: 'v', к: 'k', м: 'm', т: 't', в: 'b', н: 'h', ӏ: 'l',
  α: 'a', ε: 'e', ο: 'o', ρ: 'p', υ: 'u', ι: 'i', κ: 'k', ν: 'v', τ: 't', χ: 'x', ɑ: 'a', ı: 'i', ł: 'l', ø: 'o', ß: 'ss', æ: 'ae', œ: 'oe'
}
const LOOKALIKE = new RegExp(`[${Object.keys(LOOKALIKES).join('')}]`, 'g')
const MARKS = /\p{M}+/gu
// Built from code points: written out, joiners and variation selectors would hide in the source as they do in a message.
const INVISIBLE = new RegExp(`[${[
  span(0xad), span(0x61c), span(0x115f, 0x1160), span(0x17b4, 0x17b5), span(0x180b, 0x180e), span(0x200b, 0x200f), span(0x202a, 0x202e),
  span(0x2060, 0x206f), span(0xfeff), span(0xe0000, 0xe007f)
].join('')}]+`, 'gu')
/** One of these Arabic ligatures unfolds to eighteen letters, and no rule reads them. */
const LIGATURES = new RegExp(`[${span(0xfdf0, 0xfdfc)}]+`, 'gu')
const BEYOND_ASCII = /[^ -~\s]/

const SINGLE_QUOTES = /[\u2018-\u201b\u2032\u02bc`\u00b4]/g
const DOUBLE_QUOTES = /[\u201c-\u201f\u2033\u00ab\u00bb]/g
const DASHES = /[\u2010-\u2015\u2212]/g

/** "s u i c i d e", "k.i.l.l": single letters held apart. */
const SPACED_OUT = /(?<![\p{L}\d'])(?:\p{L}[ .\-_*]){2,24}\p{L}(?![\p{L}\d'])/gu
const SPACERS = /[ .\-_*]/g
const LEET_SIGN = /[013457@$!*]/g
const LEET: Readonly<Record<string, string>> = { 0: 'o', 1: 'i', 3: 'e', 4: 'a', 5: 's', 7: 't', '@': 'a', $: 's', '!': 'i', '*': '' }
/** A word of letters and at least one look-alike sign; it may not end in one that also ends a sentence or marks a footnote. */
const LEET_WORD = /(?<![a-z\d@$!*])(?=[\d@$!*]{0,3}[a-z])(?=[a-z]{0,20}[\d@$!*])[a-z\d@$!*]{2,24}(?<![!*])/g
/** Amounts, times and ordinals are numbers that happen to touch letters. */
const AMOUNT = /^\$?\d+(?:st|nd|rd|th|am|pm|s|k|m|mm|cm|km|kms|kmh|mph|kg|h|hrs?|min|mins|x|yo|yrs?|ish|lbs?|mg|ml|g|f|w|d|wks?|usd|eur|gb|mb)$/
/** "ki11", "se1f": after these a 1 stands for l. */
const ONE_FOR_L = /(?<=[aei]1?)1/g
const STRETCHED = /(\p{L})\1{2,}/gu

/** Folding may uncover more to fold (letters held apart, stretched): three or four passes settle it, more only guard against a fault. */
const MAX_PASSES = 8

/**
 * Lower-case text without marks, invisible characters, look-alike letters, leetspeak and stretched letters ("sooo" is "soo"),
 * with straight quotes and single spaces. Total, idempotent, linear in the length.
 */
export function normalise (text: string): string {
  let current = foldCharacters(text)
  for (let pass = 0; pass < MAX_PASSES; pass++) {
    const next = foldWords(current)
    if (next === current) break
    current = next
  }
  return current
}

function foldCharacters (text: string): string {
  if (!BEYOND_ASCII.test(text)) return text.toLowerCase().replaceAll('`', "'")
  // Marks go before the decomposition too: sorting a long pile of them is quadratic.
  return text.toWellFormed().replace(LIGATURES, ' ').replace(MARKS, '').normalize('NFKD').toLowerCase().normalize('NFKD')
    .replace(MARKS, '').replace(INVISIBLE, '')
    .replace(SINGLE_QUOTES, "'").replace(DOUBLE_QUOTES, '"').replace(DASHES, '-')
    .replace(LOOKALIKE, letter => LOOKALIKES[letter]!)
}

function foldWords (text: string): string {
  return text
    .replace(SPACED_OUT, run => run.replace(SPACERS, ''))
    .replace(LEET_WORD, word => AMOUNT.test(word) ? word : word.replace(ONE_FOR_L, 'l').replace(LEET_SIGN, sign => LEET[sign]!))
    .replace(STRETCHED, '$1$1')
    .replace(/\s+/g, ' ').trim()
}

function span (from: number, to = from): string {
  return `${String.fromCodePoint(from)}-${String.fromCodePoint(to)}`
}
