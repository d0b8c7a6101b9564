import fc from 'fast-check'
import type { Test } from 'tap'
import { nanoUsd } from '../../services/money.ts'
import type { BudgetOptions, BudgetStore, Reservation, WindowStatus } from '../../stores/budget-store.ts'

export type MakeStore = (t: Test, options: BudgetOptions) => Promise<{ store: BudgetStore, advance: (ms: number) => Promise<void> }>

const PLENTY = { user: nanoUsd(100), tier: nanoUsd(100), day: nanoUsd(100), month: nanoUsd(100) }
const LEASE_MS = 150
const reservation = (turnId: string, more: Partial<Reservation> = {}): Reservation => ({ turnId, owner: 'anna', tier: 'free', max: nanoUsd(1), estimate: nanoUsd(0.4), ...more })

/** What every budget store promises, whatever it is made of. */
export function budgetContract (t: Test, make: MakeStore, { interleavings }: { interleavings: number }): void {
  const withLimits = async (t: Test, limits: Partial<BudgetOptions['limits']> = {}) => make(t, { limits: { ...PLENTY, ...limits }, leaseMs: LEASE_MS })

  t.test('reserves the maximum and books the truth, to the nano-dollar', async t => {
    const { store } = await withLimits(t)
    t.match(await store.reserve(reservation('t1', { max: 3_000_000_007 })), { granted: true })
    t.match(await store.status(), { day: { spent: 0, reserved: 3_000_000_007 }, month: { reserved: 3_000_000_007 }, free: { reserved: 3_000_000_007 }, paid: { reserved: 0 } })
    await store.settle('t1', 1_234_567_891)
    t.match(await store.status(), { day: { spent: 1_234_567_891, reserved: 0, limit: PLENTY.day }, month: { spent: 1_234_567_891 }, free: { spent: 1_234_567_891 } })
  })

  t.test('of 300 at once on room for 100, exactly 100 are granted', async t => {
    const { store } = await withLimits(t, { day: nanoUsd(100) })
    const results = await Promise.all(Array.from({ length: 300 }, async (_, n) => store.reserve(reservation(`t${n}`, { owner: `u${n}` }))))
    t.equal(results.filter(({ granted }) => granted).length, 100)
    t.match(results.find(({ granted }) => !granted), { window: 'tier', isTight: true })
    t.match(await store.status(), { day: { spent: 0, reserved: nanoUsd(100) } })
  })

  for (const window of ['user', 'tier', 'day', 'month'] as const) {
    t.test(`a full ${window} window refuses, names itself, and takes nothing from the others`, async t => {
      const { store } = await withLimits(t, { [window]: nanoUsd(1.5) })
      await store.reserve(reservation('t1'))
      t.strictSame(await store.reserve(reservation('t2')), { granted: false, window, isTight: true }, 'reserved, not spent: waiting may help')
      await store.settle('t1', nanoUsd(1))
      t.strictSame(await store.reserve(reservation('t3')), { granted: false, window, isTight: false }, 'spent: waiting does not help')
      t.match(await store.status(), { day: { spent: nanoUsd(1), reserved: 0 }, month: { spent: nanoUsd(1), reserved: 0 } })
    })
  }

  t.test('another user and the other tier have windows of their own', async t => {
    const { store } = await withLimits(t, { user: nanoUsd(1), tier: nanoUsd(2) })
    t.match(await store.reserve(reservation('t1')), { granted: true })
    t.match(await store.reserve(reservation('t2', { owner: 'berta' })), { granted: true })
    t.match(await store.reserve(reservation('t3', { owner: 'carla' })), { granted: false, window: 'tier' })
    t.match(await store.reserve(reservation('t4', { owner: 'carla', tier: 'paid' })), { granted: true })
  })

  t.test('settling twice, or what was never reserved, changes nothing; reserving twice takes once', async t => {
    const { store } = await withLimits(t)
    await store.reserve(reservation('t1'))
    await store.reserve(reservation('t1'))
    t.match(await store.status(), { day: { reserved: nanoUsd(1) } })
    for (const spent of [0.3, 0.9, 0]) await store.settle('t1', nanoUsd(spent))
    await store.settle('never', nanoUsd(5))
    t.match(await store.status(), { day: { spent: nanoUsd(0.3), reserved: 0 } })
  })

  t.test('a lost turn is booked at its estimate after the lease, and at the truth when that comes late', async t => {
    const { store, advance } = await withLimits(t)
    await store.reserve(reservation('lost'))
    await advance(LEASE_MS + 30)
    t.match(await store.status(), { day: { spent: nanoUsd(0.4), reserved: 0 } })
    await store.settle('lost', nanoUsd(0.25))
    await store.settle('lost', nanoUsd(0.25))
    t.match(await store.status(), { day: { spent: nanoUsd(0.25), reserved: 0 } })
  })

  t.test('what a lost turn cost beyond its estimate is booked as far as there is room', async t => {
    const { store, advance } = await withLimits(t, { day: nanoUsd(1) })
    await store.reserve(reservation('lost'))
    await advance(LEASE_MS + 30)
    t.match(await store.reserve(reservation('next', { max: nanoUsd(0.5) })), { granted: true }, 'what it held is free')
    await store.settle('lost', nanoUsd(0.7))
    t.match(await store.status(), { day: { spent: nanoUsd(0.5), reserved: nanoUsd(0.5) } })
  })

  t.test('whatever happens in whatever order, nothing is overspent and nothing stays reserved', async t => {
    const acts = fc.record({ act: fc.constantFrom(...ACTS), turn: fc.nat(9), max: fc.nat(40), share: fc.double({ min: 0, max: 1, noNaN: true }) })
    await fc.assert(fc.asyncProperty(fc.array(acts, { maxLength: 40 }), async steps => {
      const limit = 100
      const { store, advance } = await withLimits(t, { day: limit })
      const turns = new Map<string, Drawn>()
      let round = 0
      for (const { act, turn, max, share } of steps) {
        const turnId = `${turn}.${round}`
        const drawn = turns.get(turnId) ?? { max, truth: Math.floor(max * share) }
        if (act === 'reserve' && (await store.reserve(reservation(turnId, { max: drawn.max, estimate: estimateOf(drawn) }))).granted) turns.set(turnId, drawn)
        if (act === 'settle' || act === 'refund') {
          await store.settle(turnId, act === 'refund' ? 0 : drawn.truth)
          if (turns.has(turnId)) drawn.settled ??= act
        }
        if (act === 'expire') await advance(LEASE_MS + 20)
        if (act === 'crash') round++
        if (!isWithin((await store.status()).day, limit)) return false
      }
      await advance(LEASE_MS + 20)
      // Whoever was thought dead tells the truth yet.
      for (const [turnId, { truth, settled }] of turns) if (!settled) await store.settle(turnId, truth)
      const { day } = await store.status()
      return isWithin(day, limit) && day.reserved === 0 && isBooked(day.spent, [...turns.values()])
    }), { numRuns: interleavings })
  })
}

/** As often as they are drawn; what is done again is a replay. */
const ACTS = ['reserve', 'reserve', 'reserve', 'settle', 'settle', 'settle', 'refund', 'crash', 'expire'] as const

interface Drawn { readonly max: number, readonly truth: number, settled?: 'settle' | 'refund' }

const estimateOf = ({ max }: Drawn) => Math.floor(max / 2)
const isWithin = ({ spent, reserved }: WindowStatus, limit: number) => spent >= 0 && reserved >= 0 && spent + reserved <= limit

/** The truth, except where it came late, was dearer than the estimate, and found no room. */
function isBooked (spent: number, turns: readonly Drawn[]): boolean {
  const truths = turns.map(({ truth, settled }) => settled === 'refund' ? 0 : truth)
  const sure = turns.map((drawn, at) => Math.min(truths[at]!, estimateOf(drawn)))
  const sum = (of: readonly number[]) => of.reduce((one, other) => one + other, 0)
  return spent >= sum(sure) && spent <= sum(truths)
}
