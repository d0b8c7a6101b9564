/** Plays a set's items, category by category, and judges the answers. */
import type { Secrets } from './attack.ts'
import type { CoachClient } from './client.ts'
import { CATEGORIES, type Category, type EvalItem } from './item.ts'
import { judge, type Judged } from './judge.ts'

export interface RunOptions {
  /** Who plays a category's items; one without a player is left out. */
  playerOf (category: Category): CoachClient | undefined
  readonly secrets: Secrets
  /** Items in flight at once, at least 1. */
  readonly concurrency: number
  onItem? (done: number, of: number, category: Category): void
  onCategory? (category: Category, judged: readonly Judged[]): Promise<void> | void
}

/** In the set's order. */
export async function runSet (items: readonly EvalItem[], { playerOf, secrets, concurrency, onItem, onCategory }: RunOptions): Promise<readonly Judged[]> {
  const judged: Judged[] = []
  for (const category of CATEGORIES) {
    const player = playerOf(category)
    const own = items.filter(item => item.category === category)
    if (!player || own.length === 0) continue
    let done = judged.length
    // The model of a review says one thing at a time.
    const results = await mapConcurrently(own, category === 'directive_output' ? 1 : concurrency, async item => {
      const verdict = judge(item, await player.play(item), secrets)
      onItem?.(++done, items.length, category)
      return verdict
    })
    judged.push(...results)
    await onCategory?.(category, results)
  }
  return judged
}

/** As `Promise.all(inputs.map(work))`, with at most `limit` at work. */
async function mapConcurrently<I, O> (inputs: readonly I[], limit: number, work: (input: I) => Promise<O>): Promise<readonly O[]> {
  const outputs = new Array<O>(inputs.length)
  const queue = inputs.entries()
  const worker = async () => { for (const [at, input] of queue) outputs[at] = await work(input) }
  await Promise.all(Array.from({ length: Math.min(limit, inputs.length) }, worker))
  return outputs
}
