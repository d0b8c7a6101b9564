/** Who reads first. The first family that finds something decides, so the order is the precedence. */
import { abuseLongAgo, abuseOfOthers, longAgo, saidOfOthers } from './asides.ts'
import { coerciveControl, degradation, namedAbuse } from './control.ts'
import { fearOfThem } from './fear.ts'
import { dangerAfterCare, methodAfterCare, veiledAfterCare } from './in-care.ts'
import { injection } from './injection.ts'
import { DENIALS } from './denials.ts'
import { abuseAbroad, selfHarmAbroad } from './languages.ts'
import { means } from './means.ts'
import { passiveWish, strain } from './passive.ts'
import { ACCIDENTS_AND_PLAY, IDIOMS } from './sayings.ts'
import { selfInjury } from './self-injury.ts'
import { sexualMinor } from './sexual-minor.ts'
import { STORIES_AND_FACTS } from './stories.ts'
import { suicide } from './suicide.ts'
import { threat } from './threat.ts'
import { ownViolence } from './own-violence.ts'
import { violence } from './violence.ts'
import { sexualViolence } from './sexual-violence.ts'
import { wishToDie } from './wish.ts'
import type { CareKind } from '../verdict.ts'
import type { Family, Saying } from './rule.ts'

/** Taken out before anything else is read. */
export const SAYINGS: readonly Saying[] = [...IDIOMS, ...ACCIDENTS_AND_PLAY, ...STORIES_AND_FACTS, ...DENIALS]

/** Read first and taken out; they decide only when nothing of PRESENT is left. */
export const ASIDES: readonly Family[] = [longAgo, abuseLongAgo, saidOfOthers, abuseOfOthers]

export const PRESENT: readonly Family[] = [
  suicide, wishToDie, means, selfInjury, selfHarmAbroad, passiveWish,
  violence, sexualViolence, namedAbuse, coerciveControl, degradation, fearOfThem, ownViolence, abuseAbroad, strain
]

/** Only in a session in which somebody needed care, by the kind of that care. */
export const AFTER_CARE: Readonly<Record<CareKind, readonly Family[]>> = {
  self_harm: [methodAfterCare, veiledAfterCare],
  abuse: [dangerAfterCare, methodAfterCare, veiledAfterCare]
}

/** Only counted. */
export const FLAGGED: readonly Family[] = [sexualMinor, threat, injection]
