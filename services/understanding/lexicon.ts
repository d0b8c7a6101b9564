/** How the lexicon is written down: phrases by what they speak for and how loudly, and the groups of words they share. */
import type { Groups } from './phrases.ts'

/** What one such phrase alone says, in (0, 1]. */
export type Weights = Readonly<Record<'deep' | 'clear' | 'light', number>>
export type Weight = keyof Weights

/** Lists of phrases of `Phrases`, parted by commas. */
export type Lexicon<Name extends string> = Readonly<Record<Name, Readonly<Partial<Record<Weight, readonly string[]>>>>>

export interface Evidence<Name extends string> { readonly name: Name, readonly weight: number }

export const GROUPS: Groups = {
  partner: 'boyfriend girlfriend husband wife partner spouse fiance lover companion ex man woman guy girl crush',
  spouse: 'husband wife spouse',
  sweetheart: 'boyfriend girlfriend partner',
  he: 'he she they him her them it this that',
  them: 'him her them',
  my: 'my our his her their the a your',
  one: 'i we you he she they',
  be: 'am is are was were be been being feel feels felt feeling',
  do: 'do does did',
  very: 'so very really too extremely just completely totally absolutely'
}

/** The lexicon as pairs of a phrase and what it is evidence of. */
export function * evidenceOf<Name extends string> (lexicon: Lexicon<Name>, weights: Weights): Generator<readonly [string, Evidence<Name>]> {
  for (const name of Object.keys(lexicon) as Name[]) {
    for (const strength of Object.keys(lexicon[name]) as Weight[]) {
      for (const line of lexicon[name][strength] ?? []) for (const phrase of line.split(', ')) yield [phrase, { name, weight: weights[strength] }]
    }
  }
}
