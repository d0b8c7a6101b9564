/** The table that a person reads, and the object that a program reads. */
import { CATEGORIES, type Category } from './item.ts'
import type { Judged } from './judge.ts'
import { isMet, measure, missed, passing, percentOf, type Measure, type Target } from './measures.ts'

/** One run of the set through one engine. */
export interface Run {
  /** `V1`, `V2 (offline model)`, … */
  readonly engine: string
  readonly judged: readonly Judged[]
  readonly durationMs: number
  /** Facts about the run that its reader has to know: what was left out, what was counted. */
  readonly notes: readonly string[]
}

const HEAD = ['category', 'must', 'measure', 'figure', '%', 'target', '', 'should'] as const
const RIGHT_ALIGNED: ReadonlySet<number> = new Set([1, 3, 4, 5, 7])

export function renderRun (run: Run): string {
  const seconds = (run.durationMs / 1000).toFixed(1)
  return [`${run.engine}: ${run.judged.length} items in ${seconds} s`, ...layOut([HEAD, ...rowsOf(run.judged)]), ...run.notes, ...failing(run.judged), ''].join('\n')
}

/** The last lines, one an engine that falls short: what decides the exit code. */
export function verdictLines (runs: readonly Run[]): string {
  const short = runs.map(({ engine, judged }) => ({ engine, rows: missed(measure(judged)) })).filter(({ rows }) => rows.length > 0)
  if (short.length === 0) return 'Every target is kept.'
  return short.map(({ engine, rows }) => `${engine} is short of: ${rows.map(({ category, name }) => `${category} ${name}`).join('; ')}.`).join('\n')
}

type Cells = readonly string[]

function rowsOf (judged: readonly Judged[]): readonly Cells[] {
  const measures = measure(judged)
  return present(judged).flatMap(category => {
    const rows = measures.filter(row => row.category === category)
    const passes = [ratio(passing(judged, category, 'must')), ratio(passing(judged, category, 'should'))] as const
    return rows.length === 0 ? [[category, passes[0], '', '', '', '', '', passes[1]]] : rows.map((row, at) => measureCells(row, at === 0 ? passes : ['', '']))
  })
}

const present = (judged: readonly Judged[]): readonly Category[] => CATEGORIES.filter(category => judged.some(({ item }) => item.category === category))

const measureCells = (row: Measure, [must, should]: readonly [string, string]): Cells =>
  [must || should ? row.category : '', must, row.name, ratio(row), percentOf(row).toFixed(1), targetText(row.target), verdictOf(row), should]

const ratio = ({ hits, of }: { hits: number, of: number }) => of === 0 ? '–' : `${hits}/${of}`
const targetText = (target: Target | undefined) => target ? `${target.side === 'least' ? '≥' : '≤'} ${target.percent}` : ''

function verdictOf (row: Measure): string {
  const met = isMet(row)
  if (met === undefined) return ''
  return met ? 'ok' : row.counts ? 'SHORT' : 'short'
}

function layOut (rows: readonly Cells[]): readonly string[] {
  const widths = HEAD.map((_, column) => Math.max(...rows.map(cells => cells[column]!.length)))
  const pad = (cell: string, column: number) => RIGHT_ALIGNED.has(column) ? cell.padStart(widths[column]!) : cell.padEnd(widths[column]!)
  return rows.map(cells => `  ${cells.map(pad).join('  ').trimEnd()}`)
}

function failing (judged: readonly Judged[]): readonly string[] {
  return (['must', 'should'] as const).flatMap(tier => {
    const items = judged.filter(({ item }) => item.tier === tier)
    const groups = [...Map.groupBy(items.flatMap(faultsOf), ({ category, fault }) => `${category}, ${fault}`)]
    const lines = groups.map(([name, found]) => `    ${name}: ${idsOf(found, items)}`)
    return lines.length === 0 ? [] : [`  failing, ${tier}:`, ...lines]
  })
}

interface Found { readonly category: Category, readonly id: string, readonly fault: string }

const faultsOf = ({ item: { category, id }, faults }: Judged): readonly Found[] => faults.map(fault => ({ category, id, fault }))

/** The category's name is not said again in every id, nor are the ids where all of a category share the fault. */
function idsOf (found: readonly Found[], items: readonly Judged[]): string {
  const { category } = found[0]!
  const isAll = found.length > 1 && items.filter(({ item }) => item.category === category).length === found.length
  return isAll ? `all ${found.length}` : found.map(({ id }) => id.replace(`${category}-`, '')).join(' ')
}

/** What `--json` prints. */
export function reportOf (folder: string, runs: readonly Run[]) {
  return {
    folder,
    passed: runs.every(({ judged }) => missed(measure(judged)).length === 0),
    runs: runs.map(({ engine, judged, durationMs, notes }) => ({
      engine, duration_ms: Math.round(durationMs), notes,
      categories: present(judged).map(category => ({ category, must: passing(judged, category, 'must'), should: passing(judged, category, 'should') })),
      measures: measure(judged).map(row => ({ ...row, percent: Number(percentOf(row).toFixed(2)), met: isMet(row) ?? null })),
      failing: judged.filter(({ faults }) => faults.length > 0).map(({ item: { id, category, tier }, faults }) => ({ id, category, tier, faults }))
    }))
  }
}
