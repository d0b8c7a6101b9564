/** One normal form of text for rules to read: what a person wrote, not how they disguised or mistyped it. */

/** Cyrillic and Greek letters that look like Latin ones. NFKC does not fold these. */
const LOOKALIKES: Readonly<Record<string, string>> = {
  а: 'a', е: 'e', о: 'o', р: 'p', с: 'c', у: 'y', х: 'x', і: 'i', ѕ: 's', ј: 'j', һ: 'h', ԁ: 'd', ѵ: 'v', к: 'k', м: 'm', т: 't', в: 'b', н: 'h', ӏ: 'l',
  α: 'a', ε: 'e', ο: 'o', ρ: 'p', υ: 'u', ι: 'i', κ: 'k', ν: 'v', τ: 't', χ: 'x', ɑ: 'a', ı: 'i', ł: 'l', ø: 'o'
}
const LOOKALIKE = new RegExp(`[${Object.keys(LOOKALIKES).join('')}]`, 'g')
const LEET: Readonly<Record<string, string>> = { 0: 'o', 1: 'i', 3: 'e', 4: 'a', 5: 's', 7: 't', '@': 'a', $: 's', '!': 'i', '*': '' }
/** A digit or sign between or beside letters; "10 pm" and "5 years" stay. */
const LEET_WORD = /(?<![\p{L}\d@$!*])(?=[\d@$!*]{0,3}\p{L})(?=\p{L}{0,20}[\d@$!*])[\p{L}\d@$!*]{3,24}/gu
const HAS_LATIN = /[a-z]/
const INVISIBLE = /[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\u{e0000}-\u{e007f}]/gu
const MARKS = /\p{M}+/gu
/** "s u i c i d e", "k.i.l.l": single letters held apart. */
const SPACED_OUT = /(?<![\p{L}\d])(?:\p{L}[ .\-_*]){3,24}\p{L}(?![\p{L}\d])/gu
const STRETCHED = /(\p{L})\1{2,}/gu

/**
 * Lower-case Latin text without marks, invisible characters, look-alikes, leetspeak and stretched letters; single spaces.
 * Total and idempotent; linear in the length.
 */
export function normalise (text: string): string {
  let current = text
  // One pass may uncover what another folds (a mark between stretched letters); three settle all but made-up input.
  for (let pass = 0; pass < 4; pass++) {
    const next = fold(current)
    if (next === current) return next
    current = next
  }
  return current
}

function fold (text: string): string {
  let out = text.toWellFormed().normalize('NFKD').toLowerCase().replace(MARKS, '').replace(INVISIBLE, '')
  out = out.replace(/[\u2018\u2019\u201a\u201b\u02bc\u0060\u00b4\uff07]/g, "'").replace(/[\u201c-\u201f\u00ab\u00bb]/g, '"').replace(/[\u2010-\u2015\u2212]/g, '-')
  out = out.replace(LOOKALIKE, letter => LOOKALIKES[letter]!)
  out = out.replace(SPACED_OUT, run => run.replace(/[ .\-_*]/g, ''))
  out = out.replace(LEET_WORD, word => HAS_LATIN.test(word) && !/^\d+(?:st|nd|rd|th|am|pm|s|k|m|km|kms|kg|h|min|x|yo|yrs?|ish|lbs?|mg|g)$/.test(word) && !/[!*]$/.test(word) ? word.replace(/[013457@$!*]/g, sign => LEET[sign]!) : word)
  return out.replace(STRETCHED, '$1$1').replace(/\s+/g, ' ').trim()
}
