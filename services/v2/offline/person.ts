/** Who a message is about, so that a reply can say "he", "her" or "your mother" where the user did. */

export interface Person {
  /** "your boyfriend"; undefined when only a pronoun tells of somebody. */
  readonly named?: string
  readonly they?: string
  readonly them?: string
  readonly their?: string
}

type Gender = 'he' | 'she' | 'they'
const FORMS = {
  he: { they: 'he', them: 'him', their: 'his' },
  she: { they: 'she', them: 'her', their: 'her' },
  they: { they: 'they', them: 'them', their: 'their' }
} as const

const LOVED: Readonly<Record<string, Gender | undefined>> = {
  boyfriend: 'he', bf: 'he', husband: 'he', hubby: 'he', fiancé: 'he', fiance: 'he', 'ex-boyfriend': 'he', 'ex-husband': 'he', 'ex husband': 'he', 'ex boyfriend': 'he',
  girlfriend: 'she', gf: 'she', wife: 'she', fiancée: 'she', fiancee: 'she', 'ex-girlfriend': 'she', 'ex-wife': 'she', 'ex wife': 'she', 'ex girlfriend': 'she',
  partner: undefined, spouse: undefined, ex: undefined, crush: undefined
}
const NEAR: Readonly<Record<string, Gender | undefined>> = {
  'best friend': undefined, friend: undefined,
  mother: 'she', mom: 'she', mum: 'she', father: 'he', dad: 'he', sister: 'she', brother: 'he', son: 'he', daughter: 'she',
  'mother-in-law': 'she', 'mother in law': 'she', 'father-in-law': 'he', parents: 'they', family: 'they', 'in-laws': 'they'
}
const SAID: Readonly<Record<string, string>> = { bf: 'boyfriend', hubby: 'husband', gf: 'girlfriend', fiance: 'fiancé', fiancee: 'fiancée' }
const mentionOf = (nouns: object) => new RegExp(`\\b(?:my|your) (?:[a-z-]+ ){0,2}?(${Object.keys(nouns).sort((a, b) => b.length - a.length).join('|')})(?!['\\w-])`)
const LOVED_MENTION = mentionOf(LOVED)
const NEAR_MENTION = mentionOf(NEAR)
const HE = /\b(?:he|him|his|he's)\b/
const SHE = /\b(?:she|her|she's)\b/

/** The person that the newest of these messages tells of, a partner before anybody else; an empty object when none does. */
export function personIn (newestFirst: readonly string[], { isRomance }: { isRomance: boolean }): Person {
  return newestFirst.map(message => personOf(message, isRomance)).find(person => person !== undefined) ?? {}
}

function personOf (message: string, isRomance: boolean): Person | undefined {
  const text = message.slice(0, 1200).toLowerCase().replace(/[\u2018\u2019]/g, "'")
  const loved = LOVED_MENTION.exec(text)?.[1]
  const near = NEAR_MENTION.exec(text)?.[1]
  const pronoun = HE.test(text) === SHE.test(text) ? undefined : HE.test(text) ? 'he' : 'she'
  if (loved !== undefined) return called(loved, LOVED[loved] ?? pronoun)
  // "He" may be the father or the lover then.
  if (near !== undefined) return isRomance ? {} : called(near, NEAR[near] ?? pronoun)
  return pronoun && FORMS[pronoun]
}

const called = (noun: string, gender: Gender = 'they'): Person => ({ named: `your ${SAID[noun] ?? noun}`, ...FORMS[gender] })

/** A sentence with its `{other}`, `{they}`, `{them}` and `{their}` filled in; undefined when this person has no such form. */
export function withPerson (sentence: string, person: Person): string | undefined {
  const forms: Readonly<Record<string, string | undefined>> = { other: person.named, they: person.they, them: person.them, their: person.their }
  const slots = [...sentence.matchAll(/\{(\w+)\}/g)].map(([, slot]) => slot!)
  return slots.every(slot => forms[slot] !== undefined) ? sentence.replace(/\{(\w+)\}/g, (_, slot: string) => forms[slot]!) : undefined
}
