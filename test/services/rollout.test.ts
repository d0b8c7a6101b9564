import fc from 'fast-check'
import { hash } from 'node:crypto'
import t from 'tap'
import { bucketOf, decide, murmur3, type RolloutState } from '../../services/rollout.ts'

const state = (over: Partial<RolloutState> = {}): RolloutState => ({ version: 1, status: 'ramping', basisPoints: 5000, salt: 'amora-v2', ...over })

const SHAPES: Record<string, (n: number) => string> = {
  uuid: n => hash('md5', String(n)).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5'),
  sequence: n => String(n),
  padded: n => `user-${String(n).padStart(12, '0')}`,
  mail: n => `person${n}@example.com`
}

t.test('murmur3 has its golden vectors', async t => {
  t.equal(murmur3('hello').toString(16), '248bfa47')
  t.equal(murmur3('zoë@exämple.com').toString(16), '586d98a1')
  t.equal(murmur3(''), 0)
})

t.test('the first rule that matches decides, and says so', async t => {
  const userId = 'f3b0c442-98fc-4c14-9afb-f4c8996fb924'
  const everything = { envEnabled: true, state: state({ basisPoints: 10_000 }), userId } as const
  const rows = [
    [{ ...everything, envEnabled: false, forced: 'v2', pinned: 'v2' }, 'v1', 'env_disabled'],
    [{ ...everything, state: undefined, pinned: 'v2' }, 'v1', 'state_unavailable'],
    [{ ...everything, state: state({ status: 'killed' }), pinned: 'v2', forced: 'v2' }, 'v1', 'killed'],
    [{ ...everything, state: state({ status: 'off' }), pinned: 'v2' }, 'v1', 'killed'],
    [{ ...everything, state: state({ status: 'rolled_back' }), pinned: 'v2' }, 'v1', 'rolled_back'],
    [{ ...everything, listed: 'denied', forced: 'v2', pinned: 'v2' }, 'v1', 'denied'],
    [{ ...everything, forced: 'v2', state: state({ basisPoints: 0 }) }, 'v2', 'forced'],
    [{ ...everything, forced: 'v1', pinned: 'v2' }, 'v1', 'forced'],
    [{ ...everything, pinned: 'v2', state: state({ status: 'paused' }) }, 'v2', 'pinned'],
    [{ ...everything, pinned: 'v1' }, 'v1', 'pinned'],
    [{ ...everything, listed: 'allowed', state: state({ basisPoints: 0 }) }, 'v2', 'allowed'],
    [{ ...everything, userId: undefined }, 'v1', 'no_identity'],
    [{ ...everything, state: state({ status: 'paused', basisPoints: 10_000 }) }, 'v1', 'paused'],
    [everything, 'v2', 'in_rollout'],
    [{ ...everything, state: state({ basisPoints: 0 }) }, 'v1', 'out_of_rollout']
  ] as const
  for (const [question, engine, reason] of rows) t.strictSame(decide(question), { engine, reason }, reason)
})

t.test('a user in at a share is in at every larger one, and the salt alone reshuffles', async t => {
  fc.assert(fc.property(fc.uuid(), fc.nat(10_000), fc.nat(10_000), (userId, one, other) => {
    const [low, high] = [Math.min(one, other), Math.max(one, other)]
    const engineAt = (basisPoints: number) => decide({ envEnabled: true, state: state({ basisPoints }), userId }).engine
    return engineAt(low) === 'v1' || engineAt(high) === 'v2'
  }))
  fc.assert(fc.property(fc.string(), id => { const bucket = bucketOf(id, 's'); return Number.isInteger(bucket) && bucket >= 0 && bucket < 10_000 }))
  const ids = Array.from({ length: 1000 }, (_, n) => SHAPES.uuid!(n))
  const moved = ids.filter(id => (bucketOf(id, 'a') < 5000) !== (bucketOf(id, 'b') < 5000)).length
  t.ok(moved > 400 && moved < 600, `another salt moves about half: ${moved} of 1000`)
})

for (const [shape, idOf] of Object.entries(SHAPES)) {
  t.test(`a million ids shaped as ${shape} spread evenly over the buckets`, async t => {
    const buckets = new Uint32Array(10_000)
    for (let n = 0; n < 1_000_000; n++) buckets[bucketOf(idOf(n), 'amora-v2')]!++
    const chiSquare = buckets.reduce((sum, count) => sum + (count - 100) ** 2 / 100, 0)
    const z = (chiSquare - 9999) / Math.sqrt(2 * 9999)
    t.ok(Math.abs(z) < 4, `z = ${z.toFixed(2)}`)
    const share = buckets.subarray(0, 1000).reduce((sum, count) => sum + count, 0) / 1_000_000
    t.ok(Math.abs(share - 0.1) < 0.001, `at 10 % it is ${(share * 100).toFixed(3)} %`)
  })
}
