import { join } from 'node:path'
import t from 'tap'
import { CATEGORIES, readItems, type EvalItem } from './item.ts'

const OWN = join(import.meta.dirname, 'set')
const SHARED = join(import.meta.dirname, '../../../shared/evals')
const LEAST = 15

const line = (change: Record<string, unknown> = {}) => JSON.stringify({ id: 'a', category: 'offtopic', tier: 'must', text: 'x', expect: {}, source: 's', ...change })

t.test('items in the order of the categories, blank lines apart', async t => {
  const folder = t.testdir({ 'b.jsonl': `${line({ id: 'late' })}\n\n`, 'a.jsonl': line({ id: 'early', category: 'crisis_abuse' }), 'README.md': 'not an item' })
  t.strictSame(readItems(folder).map(({ id }) => id), ['early', 'late'])
})

t.test('a line that is no item is named', async t => {
  const faults: ReadonlyArray<readonly [string, RegExp]> = [
    ['{', /set\.jsonl:2 is not JSON/],
    [line({ id: '' }), /has no id/],
    [line({ category: 'weather' }), /unknown category: weather/],
    [line({ tier: 'may' }), /neither must nor should/],
    [line({ text: undefined }), /no text/],
    [line({ expect: null }), /no expect/],
    [line({ source: undefined }), /no source/],
    [line({ category: 'multi_turn' }), /without turns/],
    [line({ category: 'directive_output' }), /output_guard/]
  ]
  for (const [bad, fault] of faults) t.throws(() => readItems(t.testdir({ 'set.jsonl': `${line()}\n${bad}\n` })), fault)
  t.throws(() => readItems(t.testdir({})), /holds no \*\.jsonl/, 'a folder without items')
})

t.test('the project’s own set: every category, unique ids, nothing said twice', async t => {
  const items = readItems(OWN)
  for (const category of CATEGORIES) t.ok(items.filter(item => item.category === category).length >= LEAST, category)
  t.equal(new Set(items.map(({ id }) => id)).size, items.length)
  t.equal(new Set(items.map(said)).size, items.length)
  for (const { id, category, text, turns, expect } of items) {
    t.ok(id.startsWith(`own-${category}-`), id)
    if (turns) t.equal(turns.at(-1), text, id)
    if (category.startsWith('crisis_')) t.ok(expect.crisis, id)
  }
})

t.test('nothing in it comes from the development set', t => {
  let shared: readonly EvalItem[]
  try {
    shared = readItems(SHARED)
  } catch {
    t.comment('../shared/evals is not here: nothing to compare with')
    return t.end()
  }
  const known = new Set(shared.filter(long).map(said))
  t.strictSame(readItems(OWN).filter(item => long(item) && known.has(said(item))).map(({ id }) => id), [])
  t.end()
})

const said = ({ category, text, turns = [text] }: EvalItem) => `${category === 'multi_turn' ? '' : category} ${turns.join(' / ')}`
/** A greeting or a name has few ways of being said. */
const long = ({ text }: EvalItem) => text.length > 30
