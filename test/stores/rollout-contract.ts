import { setTimeout as sleep } from 'node:timers/promises'
import type { Test } from 'tap'
import { DEFAULT_PLAN, type RolloutRecord } from '../../services/rollout-state.ts'
import type { RolloutStore, RolloutWrite } from '../../stores/rollout-store.ts'

export type MakeStore = (t: Test) => Promise<RolloutStore>

const START: RolloutWrite = { move: 'bootstrap', change: { status: 'ramping', basisPoints: 1000 }, reason: 'first start', by: 'env', expected: 0 }
const put = (basisPoints: number, expected?: number): RolloutWrite => ({ move: 'put', change: { basisPoints }, reason: `to ${basisPoints}`, by: 'op', expected })

/** What every rollout store promises, whatever it is made of. */
export function rolloutContract (t: Test, make: MakeStore): void {
  t.test('the first start sets, a second one does not, and what was written is read', async t => {
    const store = await make(t)
    t.equal(await store.read(), undefined)
    t.match(await store.write(START), { ok: true, record: { version: 1, basisPoints: 1000 } })
    t.strictSame(await store.write({ ...START, change: { basisPoints: 9000 } }), { ok: false, version: 1 })
    t.match(await store.read(), { version: 1, status: 'ramping', basisPoints: 1000, plan: DEFAULT_PLAN, overrides: [], reason: 'first start', by: 'env' })
  })

  t.test('of two writers with the same version one wins', async t => {
    const store = await make(t)
    await store.write(START)
    const results = await Promise.all([store.write(put(2000, 1)), store.write(put(3000, 1))])
    t.equal(results.filter(({ ok }) => ok).length, 1)
    t.match(await store.read(), { version: 2 })
  })

  t.test('a kill needs no version, keeps the rest, and is not undone by a writer who had not seen it', async t => {
    const store = await make(t)
    await store.write(START)
    await store.write({ move: 'kill', change: { status: 'killed' }, reason: 'fire', by: 'op' })
    t.strictSame(await store.write({ move: 'promote', change: { status: 'ramping', basisPoints: 5000 }, reason: '', by: 'op', expected: 1 }), { ok: false, version: 2 })
    t.match(await store.read(), { status: 'killed', basisPoints: 1000, version: 2 })
  })

  t.test('plan and overrides are kept whole', async t => {
    const store = await make(t)
    await store.write(START)
    const plan = { steps: [{ basisPoints: 500, days: 3 }, { basisPoints: 10_000, days: 1 }], promotion: 'auto' } as const
    const overrides = [{ owner: 'h1', list: 'allowed' }, { owner: 'h2', list: 'denied', expiresAt: 1_900_000_000_000 }] as const
    await store.write({ move: 'plan', change: { plan }, reason: 'slower', by: 'op', expected: 1 })
    await store.write({ move: 'overrides', change: { overrides }, reason: 'QA', by: 'op', expected: 2 })
    t.match(await store.read(), { plan, overrides })
  })

  t.test('the audit has every move, oldest first, page by page', async t => {
    const store = await make(t)
    await store.write(START)
    for (let n = 1; n <= 4; n++) await store.write(put(1000 + n, n))
    const first = await store.audit('', 3)
    t.strictSame(first.map(({ version, move }) => [version, move]), [[1, 'bootstrap'], [2, 'put'], [3, 'put']])
    t.match(first[1], { reason: 'to 1001', by: 'op', change: { basisPoints: 1001 } })
    t.strictSame((await store.audit(first.at(-1)!.id, 3)).map(({ version }) => version), [4, 5])
  })

  t.test('an emptied store takes a newer record back and refuses an older one', async t => {
    const store = await make(t)
    await store.write(START)
    const newer: RolloutRecord = { ...(await store.read())!, version: 7, status: 'rolled_back', reason: 'gate', by: 'gate' }
    await store.heal(newer)
    t.strictSame(await store.read(), newer)
    t.match((await store.audit('', 10)).at(-1), { move: 'heal', version: 7, by: 'gate' })
    await store.heal({ ...newer, version: 3, status: 'complete' })
    t.match(await store.read(), { version: 7, status: 'rolled_back' })
    t.match(await store.write(put(1, 7)), { ok: true, record: { version: 8 } })
  })

  t.test('replicas report their versions and learn the store’s, and one that leaves is forgotten', async t => {
    const store = await make(t)
    t.match(await store.beat('r1', 0), { version: 0, at: 0 })
    await store.write(START)
    const { at } = (await store.read())!
    const beat = await store.beat('r2', 1)
    t.match(beat, { version: 1, at })
    t.ok(beat.now >= at && beat.now - at < 5000, 'the store’s clock')
    t.strictSame(await store.replicas(5000), { r1: 0, r2: 1 })
    await store.leave('r1')
    t.strictSame(await store.replicas(5000), { r2: 1 })
  })

  t.test('each record is later than the one before, and knows since when the share stands', async t => {
    const store = await make(t)
    await store.write(START)
    const first = (await store.read())!
    t.equal(first.stepAt, first.at)
    await store.write({ move: 'pause', change: { status: 'paused' }, reason: 'wait', by: 'op' })
    const paused = (await store.read())!
    t.ok(paused.at > first.at)
    t.equal(paused.stepAt, first.at, 'a pause leaves the share')
    await store.write(put(5000))
    const moved = (await store.read())!
    t.ok(moved.at > paused.at)
    t.equal(moved.stepAt, moved.at)
    const future = Date.now() + 3_600_000
    await store.heal({ ...moved, version: 9, at: future })
    await store.write(put(6000))
    t.equal((await store.read())!.at, future + 1, 'even after a clock was set back')
  })

  t.test('the audit says that a promotion was forced, and how many overrides there are but not whose', async t => {
    const store = await make(t)
    await store.write({ move: 'promote', change: { basisPoints: 5000 }, reason: 'fair', by: 'op', forced: true })
    await store.write({ move: 'overrides', change: { overrides: [{ owner: 'h1', list: 'allowed' }] }, reason: 'QA', by: 'op' })
    t.strictSame((await store.audit('', 10)).map(({ change }) => change), [{ basisPoints: 5000, forced: true }, { overrides: 1 }])
  })

  t.test('whoever listens hears every change', async t => {
    const store = await make(t)
    const heard: number[] = []
    const connected = Promise.withResolvers<void>()
    store.subscribe({ changed: ({ version }) => { heard.push(version) }, connected: connected.resolve })
    await connected.promise
    await store.write(START)
    await store.write(put(2000, 1))
    await store.heal({ ...(await store.read())!, version: 9 })
    for (let wait = 0; heard.length < 3 && wait < 100; wait++) await sleep(10)
    t.strictSame(heard, [1, 2, 9], 'a heal, too')
  })
}
