/** Who reads first. The first family that finds something decides, so the order is the precedence. */
import { abuseLongAgo, abuseOfOthers, longAgo, saidOfOthers } from './asides.ts'
import { AGREED } from './agreed.ts'
import { aftermath } from './aftermath.ts'
import { arranged, deathAwaited } from './arranged.ts'
import { atHand } from './at-hand.ts'
import { blows } from './blows.ts'
import { coercion } from './coercion.ts'
import { compelled } from './compelled.ts'
import { contemplated } from './contemplated.ts'
import { coerciveControl, degradation, namedAbuse } from './control.ts'
import { defenceless } from './defenceless.ts'
import { dread } from './dread.ts'
import { farewell } from './farewell.ts'
import { fearOfThem } from './fear.ts'
import { FIGURES } from './figures.ts'
import { firstPerson } from './first-person.ts'
import { gone } from './gone.ts'
import { dangerAfterCare, methodAfterCare, veiledAfterCare } from './in-care.ts'
import { HARMLESS } from './harmless.ts'
import { injuries } from './injuries.ts'
import { injection } from './injection.ts'
import { DENIALS } from './denials.ts'
import { abuseAbroad, selfHarmAbroad } from './languages.ts'
import { means } from './means.ts'
import { menace } from './menace.ts'
import { passiveWish, strain } from './passive.ts'
import { ACCIDENTS_AND_PLAY, IDIOMS } from './sayings.ts'
import { relapse } from './relapse.ts'
import { resigned } from './resigned.ts'
import { selfInjury } from './self-injury.ts'
import { sexualMinor } from './sexual-minor.ts'
import { stalking } from './stalking.ts'
import { STORIES_AND_FACTS } from './stories.ts'
import { suicide } from './suicide.ts'
import { takeOver } from './take-over.ts'
import { threat } from './threat.ts'
import { ownViolence } from './own-violence.ts'
import { toldByTheWay } from './told-by-the-way.ts'
import { tyranny } from './tyranny.ts'
import { violence } from './violence.ts'
import { unsaid } from './unsaid.ts'
import { watched } from './watched.ts'
import { sexualViolence } from './sexual-violence.ts'
import { wishToDie } from './wish.ts'
import type { CareKind } from '../verdict.ts'
import type { Family, Saying } from './rule.ts'

/** Taken out before anything else is read. */
export const SAYINGS: readonly Saying[] = [...IDIOMS, ...ACCIDENTS_AND_PLAY, ...AGREED, ...HARMLESS, ...FIGURES, ...STORIES_AND_FACTS, ...DENIALS]

/** Read first and taken out; they decide only when nothing of PRESENT is left. */
export const ASIDES: readonly Family[] = [longAgo, abuseLongAgo, saidOfOthers, abuseOfOthers]

export const PRESENT: readonly Family[] = [
  suicide, wishToDie, aftermath, means, atHand, arranged, selfInjury, relapse, selfHarmAbroad, passiveWish, deathAwaited, gone, farewell, unsaid, firstPerson, contemplated, resigned,
  violence, blows, injuries, sexualViolence, coercion, menace, stalking, watched, compelled, dread, tyranny, toldByTheWay, defenceless, namedAbuse, coerciveControl, degradation, fearOfThem, ownViolence, abuseAbroad, strain
]

/** Only in a session in which somebody needed care, by the kind of that care. */
export const AFTER_CARE: Readonly<Record<CareKind, readonly Family[]>> = {
  self_harm: [methodAfterCare, veiledAfterCare],
  abuse: [dangerAfterCare, methodAfterCare, veiledAfterCare]
}

/** Only counted. */
export const FLAGGED: readonly Family[] = [sexualMinor, threat, injection, takeOver]
