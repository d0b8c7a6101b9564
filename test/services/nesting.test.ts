import fc from 'fast-check'
import t from 'tap'
import { isNestedDeeperThan } from '../../services/nesting.ts'

/** The plain way, which recurses. */
function depthOf (value: unknown): number {
  return typeof value === 'object' && value !== null ? 1 + Math.max(0, ...Object.values(value).map(depthOf)) : 0
}

t.test('it counts what a recursive count counts', async () => {
  fc.assert(fc.property(fc.jsonValue({ maxDepth: 6 }), fc.integer({ min: 0, max: 8 }), (value, limit) => isNestedDeeperThan(limit, value) === (depthOf(value) > limit)))
})

t.test('depth that no recursion survives is told', async t => {
  for (const text of ['['.repeat(100_000) + ']'.repeat(100_000), '{"x":'.repeat(30_000) + '1' + '}'.repeat(30_000)]) t.equal(isNestedDeeperThan(32, JSON.parse(text)), true)
})

t.test('a wide one is not deep', async t => {
  t.equal(isNestedDeeperThan(2, Array.from({ length: 100_000 }, () => [])), false)
})
