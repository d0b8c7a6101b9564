/** A relationship scan, as the app sends it to be explained. Its strings are users' data: never trusted. */
export interface ScanResult {
  /** 0 to 100, or 0 to 1. */
  readonly overall_score?: number
  readonly category?: string
  readonly category_scores?: Readonly<Record<string, number>>
  readonly strengths?: readonly string[]
  readonly awareness_areas?: readonly string[]
  readonly red_flags?: readonly string[]
}
