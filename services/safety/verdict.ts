/** The screen's and the review's answers: closed sets, used as metric labels too. */

export const CARE_KINDS = ['self_harm', 'abuse'] as const
export type CareKind = typeof CARE_KINDS[number]

export const CARE_GRADES = ['explicit', 'passive', 'past', 'third_person'] as const
export type CareGrade = typeof CARE_GRADES[number]

export const FLAGS = ['injection', 'sexual_minor', 'threat'] as const
export type Flag = typeof FLAGS[number]

export type ScreenResult =
  | { readonly action: 'allow' }
  | { readonly action: 'care', readonly kind: CareKind, readonly grade: CareGrade }
  | { readonly action: 'flag', readonly category: Flag }

export const REVIEW_FAULTS = [
  'directive', 'diagnosis', 'blame', 'questions', 'advice_in_low', 'not_understood', 'claims_human', 'leak', 'contact', 'form', 'length', 'empty'
] as const
export type ReviewFault = typeof REVIEW_FAULTS[number]

/** An empty list passes. */
export type ReviewResult = readonly ReviewFault[]
