import fc from 'fast-check'
import t from 'tap'
import { catalogue } from '../../services/metric-catalogue.ts'
import { callsOf, createModelLabel } from '../../services/model-labels.ts'
import { createModelTable, embeddedTable } from '../../services/model-table.ts'

const MODELS = { detection: 'gpt-6-luna', response: 'gpt-6.1-terra', economy: 'gpt-4o-mini' }
const label = createModelLabel(MODELS, () => embeddedTable)

t.test('a configured model is called by its name, also where a snapshot of it answers', async t => {
  t.equal(label('gpt-6.1-terra'), 'gpt-6.1-terra')
  t.equal(label('gpt-4o-mini-2024-07-18'), 'gpt-4o-mini')
  t.equal(label('omni-moderation-latest'), 'omni-moderation-latest')
})

t.test('whatever else a server calls itself is other, in the price table or not', async t => {
  t.equal(label('gpt-4-turbo'), 'other')
  const seen = new Set<string>()
  fc.assert(fc.property(fc.oneof(fc.string(), fc.constantFrom(...embeddedTable.names(), '__proto__', 'constructor')), id => { seen.add(label(id)) }))
  t.ok(seen.size <= catalogue.amora_llm_tokens_total.labels.model.most, [...seen].join())
})

t.test('a table read anew makes no new labels', async t => {
  let table = embeddedTable
  const label = createModelLabel(MODELS, () => table)
  table = createModelTable({ models: { 'gpt-9': table.find('gpt-6-luna')! } })
  t.equal(label('gpt-9'), 'other')
  t.equal(label('gpt-6-luna'), 'other', 'it has no price any more')
})

t.test('each leg starts with the models that it may ask, none twice', async t => {
  t.strictSame(callsOf(MODELS, label), [
    { leg: 'understand', model: 'gpt-6-luna' }, { leg: 'respond', model: 'gpt-6.1-terra' }, { leg: 'respond', model: 'gpt-4o-mini' },
    { leg: 'moderate', model: 'omni-moderation-latest' }, { leg: 'repair', model: 'gpt-4o-mini' }
  ])
  const one = { detection: 'gpt-4o-mini', response: 'gpt-4o-mini', economy: 'gpt-4o-mini' }
  t.equal(callsOf(one, createModelLabel(one, () => embeddedTable)).length, 4)
})
