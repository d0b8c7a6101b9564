/** Turning what somebody says of themselves into what one says back to them. */
import { ADVERBS, MODIFIERS, PLURAL_NOUNS, SINGULAR_NOUNS } from './lexicon.ts'

/** Words that change with the speaker alone. */
const TURNED: ReadonlyMap<string, string> = new Map(Object.entries({
  i: 'you', "i'm": "you're", "i've": "you've", "i'd": "you'd", "i'll": "you'll", me: 'you', my: 'your', mine: 'yours', myself: 'yourself',
  am: 'are', our: 'your', ours: 'yours', ourselves: 'yourselves'
}))
/** What follows "the two of you", or "you" once they were named. */
const WE: ReadonlyMap<string, string> = new Map(Object.entries({ we: '', us: '', "we're": ' are', "we've": ' have', "we'll": ' will' }))
const WAS: ReadonlyMap<string, string> = new Map(Object.entries({ was: 'were', "wasn't": "weren't" }))
const SUBJECTS = new Set(['i', 'he', 'she', 'it', 'we', 'they', 'this', 'that', 'who', 'which', 'what', 'there', 'everything', 'nothing', 'nobody', 'everyone'])
const JOINERS = new Set(['and', 'but', 'or', 'then'])
/** Said to Amora, of a crowd, or ambiguous: better not said back at all. */
const UNSURE = /\b(?:you|your|yours|yourself|u|ur|we'd|let's|lets|ain't|we all|all of us|both of us|i is|i has)\b/
const COUPLE_FIRST = /^((?:(?:when|because|since|if|that|while|after|before) )?)(my (?:[a-z-]+ ){0,2}?[a-z-]+) and (?:i|me)\b/
const PAIR_FIRST = /^((?:(?:when|because|since|if|that|while|after|before) )?)(?:(?:he|she|him|her) and (?:i|me)|(?:i|me) and (?:he|she|him|her))\b/
const BETWEEN_PAIR = /\bbetween (?:him|her) and me\b|\bbetween me and (?:him|her)\b/g

/**
 * The clause with the speaker's "I" as "you", verbs agreeing: "I was told by my wife" → "you were told by your wife".
 * @param clause lower-case words with straight apostrophes and commas
 * @returns undefined where the change would be a guess
 */
export function toSecondPerson (clause: string): string | undefined {
  if (UNSURE.test(clause)) return undefined
  const coupled = clause
    .replace(COUPLE_FIRST, (whole, opening: string, partner: string) => isSomebody(partner) ? `${opening}i and ${partner}` : whole)
    .replace(PAIR_FIRST, '$1we')
    .replace(BETWEEN_PAIR, 'between us')
  const isNamedCouple = coupled !== clause && !/\b(?:we|us)\b/.test(coupled)
  return turnWords(coupled.replaceAll(',', ' ,').split(/\s+/), isNamedCouple)
}

/** "my new husband", but not "my husband is ill". */
function isSomebody (partner: string): boolean {
  const [, ...words] = partner.split(' ')
  const noun = words.pop()!
  return (SINGULAR_NOUNS.has(noun) || PLURAL_NOUNS.has(noun)) && words.every(word => MODIFIERS.has(word) || SINGULAR_NOUNS.has(word))
}

function turnWords (words: readonly string[], isNamedCouple: boolean): string | undefined {
  const turned: string[] = []
  let pairNamed = isNamedCouple
  for (const [at, word] of words.entries()) {
    const were = WAS.get(word)
    const verb = WE.get(word)
    if (were !== undefined) {
      const isOwn = isOfTheSpeaker(words, at)
      if (isOwn === undefined) return undefined
      turned.push(isOwn ? were : word)
    } else if (verb !== undefined) {
      turned.push((pairNamed ? 'you' : 'the two of you') + verb)
      pairNamed = true
    } else turned.push(TURNED.get(word) ?? word)
  }
  return turned.join(' ').replaceAll(' ,', ',')
}

/** Whether "I" is the subject of the "was" at `at`; undefined when somebody else could be. */
function isOfTheSpeaker (words: readonly string[], at: number): boolean | undefined {
  if (words[at + 1] === 'i') return true
  const before = words.slice(0, at)
  while (ADVERBS.has(before.at(-1) ?? '')) before.pop()
  const last = before.at(-1) ?? ''
  if (last === 'i') return true
  if (last === ',') return undefined
  if (!JOINERS.has(last)) return false
  const subjects = before.filter(word => SUBJECTS.has(word) || /^(?:i|he|she|we|they|it)'/.test(word))
  const own = subjects.filter(subject => /^i(?:'|$)/.test(subject))
  return own.length === 0 ? false : own.length === subjects.length ? true : undefined
}
