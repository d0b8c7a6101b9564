import t from 'tap'
import { groupingsIn, selectorsIn } from './promql.ts'
import { allRules } from './rules.ts'
import { unknownWords } from './vocabulary.ts'

t.test('selectors and groupings are found wherever they stand', async t => {
  const expression = 'sum by (job, le) (rate(a_bucket{x="1", le=~"3|3[.]0"}[5m])) / on (slo) group_left () b:c > bool 1e9 and max(d offset 1h) or vector(0) unless label_replace(e_total, "f", "$1", "g", "h") * 30'
  t.strictSame(selectorsIn(expression).map(({ name }) => name), ['a_bucket', 'b:c', 'd', 'e_total'])
  t.strictSame(selectorsIn(expression)[0]!.matchers, [{ label: 'x', operator: '=', value: '1' }, { label: 'le', operator: '=~', value: '3|3[.]0' }])
  t.strictSame(groupingsIn(expression), ['job', 'le', 'slo'])
})

t.test('a word that does not exist is named', async t => {
  t.strictSame(unknownWords('amora_turn_total'), ['there is no metric amora_turn_total'])
  t.strictSame(unknownWords('amora_turns_total{engine="v2"}'), ['amora_turns_total has no label engine'])
  t.strictSame(unknownWords('amora_turns_total{outcome=~"ok|failed"}'), ['amora_turns_total: outcome is never failed'])
  t.strictSame(unknownWords('sum by (model) (amora_turns_total)'), ['no metric here has a label model'])
  t.strictSame(unknownWords('amora_turn_duration_seconds'), ['amora_turn_duration_seconds is a histogram'])
  t.strictSame(unknownWords('amora:slo_brun:rate1h'), ['there is no metric amora:slo_brun:rate1h'])
  t.strictSame(unknownWords('rate(amora_turn_duration_seconds_bucket{le="3", served="v2"}[5m])'), [])
})

t.test('every rule uses only metrics, labels and values of the catalogue', async t => {
  for (const { alert, record, expr } of allRules()) t.strictSame(unknownWords(String(expr)), [], alert ?? record ?? '')
})
