import type { Static } from 'typebox'
import { InvalidRequest } from '../../plugins/errors.ts'
import type { ScanResult } from '../../services/scan.ts'
import type { CoachBody } from './schema.ts'

const CONTEXT_MAX_BYTES = 16 * 1024

type Context = Static<typeof CoachBody>['context']

/** The turn's context out of the legacy body, where null means absent. */
export function contextOf (context: Context): { topics: readonly string[], scan?: ScanResult } {
  if (!context) return { topics: [] }
  if (Buffer.byteLength(JSON.stringify(context)) > CONTEXT_MAX_BYTES) throw new InvalidRequest('context is larger than 16 KiB.')
  return { topics: context.topics ?? [], scan: scanOf(context.scan_result) }
}

function scanOf (scan: NonNullable<Context>['scan_result']): ScanResult | undefined {
  if (!scan) return undefined
  const scores = Object.entries(scan.category_scores ?? {}).filter((entry): entry is [string, number] => entry[1] !== null)
  return {
    overall_score: scan.overall_score ?? undefined,
    category: scan.category ?? undefined,
    category_scores: Object.fromEntries(scores),
    strengths: scan.strengths ?? [],
    awareness_areas: scan.awareness_areas ?? [],
    red_flags: scan.red_flags ?? []
  }
}
