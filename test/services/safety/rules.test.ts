import tap from 'tap'
import { plainWords } from '../../../services/safety/plain-words.ts'
import { AFTER_CARE, ASIDES, FLAGGED, PRESENT, SAYINGS } from '../../../services/safety/rules/order.ts'
import { screen } from '../../../services/safety/screen.ts'
import type { Family } from '../../../services/safety/rules/rule.ts'
import type { CareKind } from '../../../services/safety/verdict.ts'

const matches = (pattern: RegExp, text: string) => plainWords(text).search(pattern) !== -1
const ALLOW = { action: 'allow' }

function checkFamily (t: Pick<typeof tap, 'ok' | 'strictSame'>, family: Family, inCare?: CareKind): void {
  family.rules.forEach(({ pattern, catches, spares }, at) => {
    const name = `${family.name} ${at}`
    t.ok(catches.length > 0, `${name} has examples`)
    for (const text of catches) {
      t.ok(matches(pattern, text), `${name} matches: ${text}`)
      t.strictSame(screen(text, { inCare }), family.result, `${name}: ${text}`)
    }
    for (const text of spares) t.strictSame(screen(text), ALLOW, `${name} spares: ${text}`)
  })
}

tap.test('every rule catches its examples, the screen agrees, and what is close by passes', async t => {
  for (const family of [...PRESENT, ...ASIDES, ...FLAGGED]) checkFamily(t, family)
})

tap.test('what only a session with care makes worrying', async t => {
  for (const kind of ['self_harm', 'abuse'] as const) for (const family of AFTER_CARE[kind]) checkFamily(t, family, kind)
})

tap.test('sayings are taken out, and nothing else with them', async t => {
  SAYINGS.forEach(({ pattern, spares, catches }, at) => {
    t.ok(spares.some(text => matches(pattern, text)), `saying ${at} is in use`)
    for (const text of spares) t.strictSame(screen(text), ALLOW, text)
    for (const text of catches) t.equal(screen(text).action, 'care', text)
  })
})

tap.test('the examples are many', async t => {
  const families = [...PRESENT, ...ASIDES, ...FLAGGED, ...new Set(Object.values(AFTER_CARE).flat())]
  const catches = [...families.flatMap(({ rules }) => rules.flatMap(rule => rule.catches)), ...SAYINGS.flatMap(saying => saying.catches)]
  const spares = [...families.flatMap(({ rules }) => rules.flatMap(rule => rule.spares)), ...SAYINGS.flatMap(saying => saying.spares)]
  t.ok(catches.length >= 500, `${catches.length} that must get care or a flag`)
  t.ok(spares.length >= 250, `${spares.length} that must pass`)
  t.equal(new Set(families.map(({ name }) => name)).size, families.length, 'family names are unique')
})
