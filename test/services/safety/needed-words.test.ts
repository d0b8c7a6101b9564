import t from 'tap'
import { plainWords } from '../../../services/safety/plain-words.ts'
import { neededWords } from '../../../services/safety/rules/needed-words.ts'
import { AFTER_CARE, ASIDES, FLAGGED, PRESENT } from '../../../services/safety/rules/order.ts'

const needed = (source: string) => [...neededWords(`\\b(?:${source})\\b`) ?? ['anything']].sort()

t.test('the words that a pattern can not do without', async t => {
  t.strictSame(needed('want to die'), ['die'], 'the rarest of what must be there')
  t.strictSame(needed('die|hang myself'), ['die', 'hang'], 'one of each alternative')
  t.strictSame(needed('jump(ed|ing)? off'), ['jump', 'jumped', 'jumping'], 'every spelling')
  t.strictSame(needed('(my |the )?(?:[a-z]+ ){0,3}noose'), ['noose'], 'what may be missing is not needed')
  t.strictSame(needed('(?<=rope )tied(?! up)'), ['tied'], 'what looks around takes no part')
  t.strictSame(needed('suicid[a-z]+'), ['anything'], 'no whole word is known')
  t.strictSame(needed('knife|[a-z]+'), ['anything'], 'an alternative without words')
})

t.test('no rule loses an example to the words that it needs', async t => {
  const families = [...PRESENT, ...ASIDES, ...FLAGGED, ...new Set(Object.values(AFTER_CARE).flat())]
  for (const rule of families.flatMap(({ rules }) => rules)) {
    for (const text of rule.catches) {
      const words = plainWords(text)
      const said = new Set(words.split(' '))
      t.ok(rule.parts.some(({ pattern, needs }) => (!needs || [...needs].some(word => said.has(word))) && words.search(pattern) !== -1), text)
    }
  }
  t.ok(families.flatMap(({ rules }) => rules).flatMap(({ parts }) => parts).filter(({ needs }) => needs).length > 900, 'most alternatives need words')
})
