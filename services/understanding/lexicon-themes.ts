/**
 * What relationship messages are about. `deep`: the message is about this; `clear`: it touches it;
 * `light`: mere setting, which counts where nothing better is found.
 */
import type { Theme } from './reading.ts'
import type { Lexicon } from './lexicon.ts'
import { BONDS } from './lexicon-themes-bonds.ts'
import { TROUBLES } from './lexicon-themes-troubles.ts'

export const THEME_LEXICON: Lexicon<Theme> = { ...BONDS, ...TROUBLES }
