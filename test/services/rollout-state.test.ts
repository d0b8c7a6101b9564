import fc from 'fast-check'
import t from 'tap'
import { ROLLOUT_STATUSES, decide, type RolloutStatus } from '../../services/rollout.ts'
import {
  DEFAULT_PLAN, MOST_OVERRIDES, conflictsOf, effectiveBasisPoints, listedAs, mayAssignV2, nextStep, overridesByOwner, planMove, reconcile, stateInForce, unwritten,
  type MoveLimits, type Override, type RolloutMove, type RolloutRecord
} from '../../services/rollout-state.ts'

const DAY_MS = 86_400_000
const record = (over: Partial<RolloutRecord> = {}): RolloutRecord => ({ ...unwritten('amora-v2'), version: 7, status: 'ramping', basisPoints: 1000, at: 1000, stepAt: 0, ...over })
const LIMITS: MoveLimits = { envEnabled: true, maxBasisPoints: 10_000, nowMs: 100 * DAY_MS }
const ENV_OFF: MoveLimits = { ...LIMITS, envEnabled: false }

/** Where a move leads from a status, or the fault that stops it. */
function led (status: RolloutStatus, move: RolloutMove, limits = LIMITS, over: Partial<RolloutRecord> = {}) {
  const from = record({ status, basisPoints: status === 'complete' ? 10_000 : 1000, ...over })
  const result = planMove(from, move, limits)
  return result.ok ? result.change.status ?? status : result.fault
}

t.test('every move from every state', async t => {
  const rows: ReadonlyArray<readonly [RolloutMove, ReadonlyArray<RolloutStatus | 'conflict'>]> = [
    //                                          off          ramping        complete       paused         killed         rolled_back
    [{ to: 'kill' }, ['killed', 'killed', 'killed', 'killed', 'killed', 'killed']],
    [{ to: 'rollback' }, ['rolled_back', 'rolled_back', 'rolled_back', 'rolled_back', 'conflict', 'rolled_back']],
    [{ to: 'pause' }, ['conflict', 'paused', 'paused', 'paused', 'conflict', 'conflict']],
    [{ to: 'resume' }, ['conflict', 'conflict', 'conflict', 'ramping', 'ramping', 'ramping']],
    [{ to: 'promote' }, ['conflict', 'ramping', 'conflict', 'conflict', 'conflict', 'conflict']],
    [{ to: 'put', basisPoints: 2000 }, ['off', 'ramping', 'ramping', 'paused', 'killed', 'rolled_back']],
    [{ to: 'put', basisPoints: 10_000 }, ['off', 'complete', 'complete', 'paused', 'killed', 'rolled_back']],
    [{ to: 'put', enabled: true }, ['ramping', 'ramping', 'complete', 'conflict', 'conflict', 'conflict']],
    [{ to: 'put', enabled: false }, ['off', 'off', 'off', 'off', 'killed', 'rolled_back']]
  ]
  const order = ['off', 'ramping', 'complete', 'paused', 'killed', 'rolled_back'] as const
  for (const [move, ends] of rows) t.strictSame(order.map(status => led(status, move)), ends, JSON.stringify(move))
})

t.test('what stands already is not changed again', async t => {
  t.strictSame(planMove(record({ status: 'killed' }), { to: 'kill' }, LIMITS), { ok: true, change: {} })
  t.strictSame(planMove(record(), { to: 'put', basisPoints: 1000 }, LIMITS), { ok: true, change: {} })
  t.strictSame(planMove(record(), { to: 'put', basisPoints: 2000 }, LIMITS), { ok: true, change: { basisPoints: 2000 } })
})

t.test('where the environment says no, nothing asks for more V2, and everything may ask for less', async t => {
  for (const move of [{ to: 'put', enabled: true }, { to: 'put', basisPoints: 5000 }, { to: 'promote' }] as const) t.equal(led('ramping', move, ENV_OFF), 'conflict', JSON.stringify(move))
  t.equal(led('paused', { to: 'resume' }, ENV_OFF), 'conflict')
  t.equal(led('ramping', { to: 'put', basisPoints: 500 }, ENV_OFF), 'ramping')
  t.equal(led('ramping', { to: 'put', enabled: false }, ENV_OFF), 'off')
  for (const to of ['kill', 'pause', 'rollback'] as const) t.not(led('ramping', { to }, ENV_OFF), 'conflict')
})

t.test('no share above the ceiling is set, and none in force exceeds it', async t => {
  const limits = { ...LIMITS, maxBasisPoints: 2000 }
  t.equal(led('ramping', { to: 'put', basisPoints: 2001 }, limits), 'conflict')
  t.equal(led('ramping', { to: 'promote' }, limits), 'conflict')
  t.equal(led('complete', { to: 'put', enabled: false }, limits), 'off', 'a stored share above it does not stand in the way')
  t.equal(stateInForce(record({ basisPoints: 5000 }), limits).basisPoints, 2000)
  t.equal(stateInForce(record({ basisPoints: 500 }), limits).basisPoints, 500)
})

t.test('a share is hundredths of a per cent', async t => {
  for (const basisPoints of [-1, 10_001, 0.5, NaN]) t.equal(led('ramping', { to: 'put', basisPoints }), 'invalid', String(basisPoints))
})

t.test('a promotion goes to the plan’s next step when the present one has had its days, or by force', async t => {
  const early = { ...LIMITS, nowMs: 13 * DAY_MS }
  t.match(planMove(record(), { to: 'promote' }, early), { ok: false, fault: 'conflict', detail: /10 % for 1 more days/ })
  t.match(planMove(record(), { to: 'promote', force: true }, early), { ok: true, change: { basisPoints: 5000 } })
  t.match(planMove(record(), { to: 'promote' }, { ...LIMITS, nowMs: 14 * DAY_MS }), { ok: true, change: { basisPoints: 5000 } })
  t.match(planMove(record({ basisPoints: 5000 }), { to: 'promote' }, LIMITS), { ok: true, change: { basisPoints: 10_000, status: 'complete' } })
  t.match(planMove(record({ basisPoints: 3000 }), { to: 'promote' }, { ...LIMITS, nowMs: 0 }), { ok: true, change: { basisPoints: 5000 } }, 'between steps nothing is waited for')
  t.match(planMove(record({ plan: { ...DEFAULT_PLAN, steps: [{ basisPoints: 1000, days: 0 }] } }), { to: 'promote' }, LIMITS), { fault: 'conflict', detail: /no step above/ })
  t.strictSame(nextStep(record({ stepAt: 5 })), { basisPoints: 5000, days: 14, from: 5 + 14 * DAY_MS })
  t.equal(nextStep(record({ basisPoints: 10_000 })), undefined)
})

t.test('plans rise, and overrides name each user once and a thousand at most', async t => {
  const plan = (...steps: number[]): RolloutMove => ({ to: 'plan', plan: { steps: steps.map(basisPoints => ({ basisPoints, days: 1 })), promotion: 'manual' } })
  t.equal(led('ramping', plan(500, 10_000)), 'ramping')
  for (const bad of [plan(), plan(500, 500), plan(5000, 1000), plan(0), plan(10_001), plan(0.5)]) t.equal(led('ramping', bad), 'invalid', JSON.stringify(bad))
  const named = (count: number): RolloutMove => ({ to: 'overrides', overrides: Array.from({ length: count }, (_, n) => ({ owner: `u${n}`, list: 'allowed' })) })
  t.equal(led('ramping', named(MOST_OVERRIDES)), 'ramping')
  t.equal(led('ramping', named(MOST_OVERRIDES + 1)), 'invalid')
  t.equal(led('ramping', { to: 'overrides', overrides: [{ owner: 'u', list: 'allowed' }, { owner: 'u', list: 'denied' }] }), 'invalid')
})

const anyMove: fc.Arbitrary<RolloutMove> = fc.oneof(
  fc.record({ to: fc.constant('put' as const), enabled: fc.option(fc.boolean(), { nil: undefined }), basisPoints: fc.option(fc.nat(10_000), { nil: undefined }) }),
  fc.constantFrom<RolloutMove[]>({ to: 'pause' }, { to: 'rollback' }, { to: 'promote', force: true }, { to: 'promote' }),
  fc.constant<RolloutMove>({ to: 'plan', plan: DEFAULT_PLAN }),
  fc.constant<RolloutMove>({ to: 'overrides', overrides: [] })
)
const anyRecord = fc.record({ status: fc.constantFrom(...ROLLOUT_STATUSES), basisPoints: fc.nat(10_000) }).map(over => record(over))
const anyLimits = fc.record({ envEnabled: fc.boolean(), maxBasisPoints: fc.nat(10_000), nowMs: fc.constant(LIMITS.nowMs) })

function after (from: RolloutRecord, moves: readonly RolloutMove[], limits: MoveLimits): RolloutRecord {
  return moves.reduce((now, move) => {
    const result = planMove(now, move, limits)
    return result.ok ? { ...now, ...result.change, version: now.version + 1 } : now
  }, from)
}

t.test('after a kill or a rollback nothing but a resume brings V2 back, to anybody', async () => {
  const everybody = { userId: 'u', pinned: 'v2', forced: 'v2', listed: 'allowed', envEnabled: true } as const
  fc.assert(fc.property(anyRecord, fc.constantFrom<RolloutMove[]>({ to: 'kill' }, { to: 'rollback' }), fc.array(anyMove), anyLimits, (from, stop, moves, limits) => {
    const end = after(from, [stop, ...moves], limits)
    return (end.status === 'killed' || end.status === 'rolled_back') && decide({ ...everybody, state: end }).engine === 'v1'
  }), { numRuns: 2000 })
})

t.test('a kill ends in V1 from anywhere, and a resume returns to the share', async () => {
  fc.assert(fc.property(anyRecord, anyLimits, (from, limits) => {
    const killed = after(from, [{ to: 'kill' }], limits)
    const resumed = after(killed, [{ to: 'resume' }], { ...limits, envEnabled: true })
    return killed.status === 'killed' && resumed.basisPoints === from.basisPoints && effectiveBasisPoints(resumed, true) === from.basisPoints
  }))
})

t.test('no move raises the effective share above the ceiling or past the environment', async () => {
  fc.assert(fc.property(anyRecord, fc.array(fc.oneof(anyMove, fc.constant<RolloutMove>({ to: 'resume' }))), anyLimits, (from, moves, limits) => {
    const share = effectiveBasisPoints(stateInForce(after(from, moves, limits), limits), limits.envEnabled)
    return share <= limits.maxBasisPoints && (limits.envEnabled || share === 0)
  }))
})

t.test('newer wins; a store that went back gets ours, unless V2 was taken away there since', async t => {
  const own = record({ version: 7, at: 1000, status: 'ramping', basisPoints: 5000 })
  const newer = record({ version: 8, at: 1001 })
  t.equal(reconcile(own, newer), newer)
  const read = { ...own }
  t.equal(reconcile(own, read), own, 'the same one, read again')
  t.equal(reconcile(own, record({ version: 1, at: 2000, basisPoints: 10_000, status: 'complete' })), own, 'the first start of a store that was emptied')
  t.equal(reconcile(own, record({ version: 6, at: 900, status: 'killed' })), own, 'an earlier kill, resumed since')
  t.match(reconcile(own, record({ version: 2, at: 2000, status: 'killed', reason: 'fire', by: 'op' })),
    { version: 8, status: 'killed', basisPoints: 5000, reason: 'fire', by: 'op' }, 'a kill that was written to an emptied store')
  t.match(reconcile({ ...own, status: 'killed' }, record({ version: 7, at: 2000 })), { version: 8, status: 'killed' }, 'a kill that the store lost')
  t.match(reconcile(own, record({ version: 7, at: 2000, status: 'rolled_back' })), { version: 8, status: 'rolled_back' })
  t.match(reconcile(record({ version: 2, at: 2000, status: 'killed' }), own), { version: 8, status: 'killed', basisPoints: 5000 }, 'a kill that another replica’s heal went over')
})

t.test('replicas of different histories end at one record, and a kill that is the latest word survives', async () => {
  const anyHistories = fc.uniqueArray(fc.nat(20), { minLength: 2, maxLength: 5 }).chain(times => fc.tuple(...times.map(at =>
    fc.record({ version: fc.integer({ min: 1, max: 4 }), status: fc.constantFrom(...ROLLOUT_STATUSES) }).map(over => record({ at, ...over })))))
  fc.assert(fc.property(anyHistories, ([stored, ...replicas]) => {
    let store = stored!
    let owns = replicas
    for (let round = 0; round < 12; round++) {
      owns = owns.map(own => {
        const next = reconcile(own, store)
        if (next.version > store.version) store = next
        return next
      })
    }
    const ends = new Set([...owns, store].map(({ version, at, status }) => `${version} ${at} ${status}`))
    const latest = [stored!, ...replicas].reduce((one, other) => other.at > one.at ? other : one)
    return ends.size === 1 && (latest.status !== 'killed' || store.status === 'killed')
  }), { numRuns: 5000 })
})

t.test('lists hold for a user’s present and former hashes until they expire, and denied is the stronger', async t => {
  const overrides: Override[] = [{ owner: 'new', list: 'allowed' }, { owner: 'old', list: 'denied' }, { owner: 'brief', list: 'allowed', expiresAt: 500 }]
  const byOwner = overridesByOwner({ overrides })
  t.equal(listedAs(byOwner, ['new'], 0), 'allowed')
  t.equal(listedAs(byOwner, ['new', 'old'], 0), 'denied')
  t.equal(listedAs(byOwner, ['brief'], 499), 'allowed')
  t.equal(listedAs(byOwner, ['brief'], 500), undefined)
  t.equal(listedAs(byOwner, ['nobody'], 0), undefined)
})

t.test('environment against state: the share in force, whether V2 is possible, and what is said to disagree', async t => {
  const keys = (status: RolloutStatus, env: { envEnabled: boolean, basisPoints?: number, maxBasisPoints?: number }) =>
    conflictsOf(record({ status, basisPoints: 5000 }), { maxBasisPoints: 10_000, ...env }).map(({ key }) => key)
  t.strictSame(keys('ramping', { envEnabled: true, basisPoints: 5000 }), [])
  t.strictSame(keys('ramping', { envEnabled: true }), [], 'a percentage that nobody configured')
  t.strictSame(keys('ramping', { envEnabled: true, basisPoints: 1000 }), ['percentage'])
  t.strictSame(keys('ramping', { envEnabled: true, basisPoints: 10_000, maxBasisPoints: 5000 }), [], 'the ceiling explains it')
  t.strictSame(keys('ramping', { envEnabled: true, maxBasisPoints: 2000 }), ['max_percentage'])
  t.strictSame(keys('ramping', { envEnabled: false, basisPoints: 1000 }), ['enabled'])
  t.strictSame(keys('killed', { envEnabled: false, basisPoints: 1000 }), [], 'both say no')
  t.strictSame(conflictsOf(unwritten('s'), { envEnabled: true, basisPoints: 1000, maxBasisPoints: 10_000 }), [])
  for (const status of ROLLOUT_STATUSES) {
    t.equal(effectiveBasisPoints(record({ status }), false), 0)
    t.equal(mayAssignV2(record({ status }), false), false)
    t.equal(mayAssignV2(record({ status }), true), ['ramping', 'complete', 'paused'].includes(status), status)
    t.equal(effectiveBasisPoints(record({ status }), true), status === 'ramping' || status === 'complete' ? 1000 : 0, status)
  }
  t.equal(mayAssignV2(undefined, true), false)
})
