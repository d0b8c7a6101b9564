/** How far a reply may go: turn.md's formula. LOW reflects, MEDIUM adds light insight, HIGH guides. */
import { EMOTIONS, INTENTS, type Emotions, type Intent, type Intents, type Mode, type Reading, type Strategy } from './reading.ts'

const PAINFUL = EMOTIONS.filter(emotion => emotion !== 'hope')
const STRAINING = ['confusion', 'sadness', 'anxiety', 'overwhelm'] as const
const SEEKS_COMFORT: ReadonlySet<Intent> = new Set<Intent>(['venting', 'reassurance_seeking'])
const SEEKS_GUIDANCE: ReadonlySet<Intent> = new Set<Intent>(['advice_seeking', 'decision_making', 'curiosity_learning'])

/** The strongest painful emotion, in [0, 1]. */
export const painfulOf = (emotions: Emotions): number => Math.max(...PAINFUL.map(emotion => emotions[emotion]))

/** The mean load of a message, in [0, 1]. */
export const strainOf = (emotions: Emotions): number => STRAINING.reduce((sum, emotion) => sum + emotions[emotion], 0) / STRAINING.length

/** The strongest intent; of equals the first in the order of `INTENTS`. */
export const leadOf = (intents: Intents): Intent => INTENTS.reduce((lead, next) => intents[next] > intents[lead] ? next : lead)

/** The strategy for one reading; mode REFLECT and a session with care keep it LOW whatever was read. */
export function strategyOf ({ emotions, intents }: Reading, { mode, inCare }: { mode: Mode, inCare: boolean }): Strategy {
  const painful = painfulOf(emotions)
  const strain = strainOf(emotions)
  const lead = leadOf(intents)
  if (mode === 'REFLECT' || inCare) return 'LOW'
  if ((SEEKS_COMFORT.has(lead) && painful > 0.5) || painful > 0.7 || strain > 0.6 || intents[lead] < 0.4) return 'LOW'
  return SEEKS_GUIDANCE.has(lead) && intents[lead] > 0.7 && strain < 0.4 ? 'HIGH' : 'MEDIUM'
}
