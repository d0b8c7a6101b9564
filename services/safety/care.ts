/** The reply for somebody in danger: our own words, never a model's, never counted, billed or cached. */
import { chooseUnused } from '../wordings.ts'
import { CARE_WORDINGS } from './care-wordings.ts'
import { helpLineFor } from './help-lines.ts'
import type { CareGrade, CareKind } from './verdict.ts'

export interface CareRequest {
  readonly kind: CareKind
  readonly grade: CareGrade
  /** ISO 3166 region for the help line; undefined is the neutral text. */
  readonly region?: string
  /** Ids of the wordings that the session has heard, oldest first. */
  readonly used: readonly string[]
  /** In [0, 1); decides among the wordings not heard yet. */
  readonly pick: number
}

/** Words for this kind and grade that the session has not heard, with the id to remember them by. */
export function careReply ({ kind, grade, region, used, pick }: CareRequest): { text: string, wording: string } {
  const candidates = CARE_WORDINGS[kind][grade].map((text, at) => ({ text: text.replace('{help}', helpLineFor(kind, region, at)), wording: `care.${kind}.${grade}.${at}` }))
  return chooseUnused(candidates, { used, pick })
}
