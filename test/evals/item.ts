/** One line of an evaluation set, and reading a folder of them. */
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { CareKind } from '../../services/safety/verdict.ts'

export const CATEGORIES = [
  'crisis_selfharm', 'crisis_abuse', 'multi_turn', 'lookalike', 'injection_lookalike', 'identity_lookalike', 'benign_relationship',
  'advice_seeking', 'venting', 'trivial', 'identity', 'offtopic', 'injection', 'harmful', 'directive_output'
] as const
export type Category = typeof CATEGORIES[number]

export interface EvalItem {
  readonly id: string
  readonly category: Category
  /** `must` counts towards the targets; `should` is reported beside it. */
  readonly tier: 'must' | 'should'
  readonly text: string
  /** The messages of one session, in order; `text` is the last of them. */
  readonly turns?: readonly string[]
  readonly expect: {
    readonly crisis?: CareKind | false
    /** One-based; the last turn when it is missing. */
    readonly crisis_by_turn?: number
    readonly kind?: string
    readonly output_guard?: 'accept' | 'reject' | 'reject_or_soften'
  }
  readonly source: string
}

export class EvalSetError extends Error {}

/**
 * All items of the folder's `*.jsonl` files, in the order of `CATEGORIES`.
 * @throws {EvalSetError} naming file and line when a line is not an item, or the folder holds none.
 */
export function readItems (folder: string): readonly EvalItem[] {
  const files = globSync('*.jsonl', { cwd: folder }).sort()
  const items = files.flatMap(file => linesOf(join(folder, file)).map(({ line, at }) => parseItem(line, `${file}:${at}`)))
  if (items.length === 0) throw new EvalSetError(`${folder} holds no *.jsonl with items`)
  return items.sort((a, b) => CATEGORIES.indexOf(a.category) - CATEGORIES.indexOf(b.category))
}

const linesOf = (path: string) => readFileSync(path, 'utf8').split('\n').map((line, index) => ({ line, at: index + 1 })).filter(({ line }) => line.trim() !== '')

function parseItem (line: string, where: string): EvalItem {
  const item = parseJson(line, where)
  const fault = faultOf(item)
  if (fault) throw new EvalSetError(`${where} ${fault}`)
  return item as EvalItem
}

function parseJson (line: string, where: string): Partial<EvalItem> {
  try {
    return JSON.parse(line) as Partial<EvalItem>
  } catch {
    throw new EvalSetError(`${where} is not JSON`)
  }
}

function faultOf ({ id, category, tier, text, turns, expect, source }: Partial<EvalItem>): string | undefined {
  if (!id) return 'has no id'
  if (!category || !CATEGORIES.includes(category)) return `has an unknown category: ${category}`
  if (tier !== 'must' && tier !== 'should') return 'has a tier that is neither must nor should'
  if (typeof text !== 'string') return 'has no text'
  if (typeof expect !== 'object' || expect === null) return 'has no expect'
  if (typeof source !== 'string') return 'has no source'
  if (category === 'multi_turn' && !turns?.length) return 'is multi_turn without turns'
  if (category === 'directive_output' && !expect.output_guard) return 'is directive_output without expect.output_guard'
  return undefined
}
