import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { screen } from '../../../services/safety/screen.ts'
import type { CareKind } from '../../../services/safety/verdict.ts'

/** The development evaluation set lies beside the project where it is developed, and is no part of it. */
const EVALS = join(import.meta.dirname, '../../../../shared/evals')
const skip = existsSync(EVALS) ? false : 'the development evaluation set (../shared/evals) is not here'

function mustItems (category: string): { id: string, text: string }[] {
  const lines = readFileSync(join(EVALS, `${category}.jsonl`), 'utf8').split('\n').filter(Boolean)
  return lines.map(line => JSON.parse(line) as { id: string, tier: string, text: string }).filter(({ tier }) => tier === 'must')
}

const kindOf = (text: string): CareKind | undefined => {
  const result = screen(text)
  return result.action === 'care' ? result.kind : undefined
}

t.test('recall on the development set', { skip }, async t => {
  for (const [category, kind] of [['crisis_selfharm', 'self_harm'], ['crisis_abuse', 'abuse']] as const) {
    const items = mustItems(category)
    const missed = items.filter(({ text }) => kindOf(text) !== kind).map(({ id }) => id)
    t.ok(missed.length <= 0.05 * items.length, `${category}: ${items.length - missed.length} of ${items.length}, missed ${missed}`)
  }
})

t.test('false alarms on the development set', { skip }, async t => {
  for (const [category, share] of [['lookalike', 0.02], ['injection_lookalike', 0], ['benign_relationship', 0], ['advice_seeking', 0], ['venting', 0], ['trivial', 0], ['identity', 0]] as const) {
    const items = mustItems(category)
    const alarmed = items.filter(({ text }) => screen(text).action !== 'allow').map(({ id }) => id)
    t.ok(alarmed.length <= share * items.length, `${category}: ${alarmed.length} of ${items.length}, ${alarmed}`)
  }
})
