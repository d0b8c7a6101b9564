/** How far a run is, on standard error: a bar where somebody watches, a line a category elsewhere. */
import type { Category } from './item.ts'
import type { Judged } from './judge.ts'

export interface Progress {
  item (done: number, of: number, category: Category): void
  category (category: Category, judged: readonly Judged[]): void
}

const BAR_CELLS = 30
const CLEAR_LINE = '\r\u001b[2K'

export function createProgress (engine: string, stream: { readonly isTTY?: boolean, write (text: string): unknown }): Progress {
  if (!stream.isTTY) return { item: () => {}, category: (category, judged) => { stream.write(`${engine}: ${category}, ${passed(judged)} of ${judged.length} pass\n`) } }
  return {
    item (done, of, category) {
      const cells = Math.round(done / of * BAR_CELLS)
      stream.write(`${CLEAR_LINE}${engine} [${'#'.repeat(cells)}${'.'.repeat(BAR_CELLS - cells)}] ${done}/${of} ${category}${done === of ? CLEAR_LINE : ''}`)
    },
    category: () => {}
  }
}

const passed = (judged: readonly Judged[]) => judged.filter(({ faults }) => faults.length === 0).length
