/** The dial's state and its moves: which are allowed, and what each changes. Pure; stores and clocks are elsewhere. */
import type { RolloutState, RolloutStatus } from './rollout.ts'

export const PROMOTIONS = ['manual', 'auto'] as const
export interface RolloutStep { readonly basisPoints: number, readonly days: number }
export interface RolloutPlan { readonly steps: readonly RolloutStep[], readonly promotion: typeof PROMOTIONS[number] }

/** The migration guide's: 10 % for two weeks, 50 % for two weeks, 100 % and five stable days. */
export const DEFAULT_PLAN: RolloutPlan = { steps: [{ basisPoints: 1000, days: 14 }, { basisPoints: 5000, days: 14 }, { basisPoints: 10_000, days: 5 }], promotion: 'manual' }

export const LISTS = ['allowed', 'denied'] as const
export interface Override {
  /** The user, as a keyed hash. */
  readonly owner: string
  readonly list: typeof LISTS[number]
  /** Epoch milliseconds; undefined: for good. */
  readonly expiresAt?: number
}
export const MOST_OVERRIDES = 1000

/** What is stored, one versioned value. */
export interface RolloutRecord extends RolloutState {
  readonly plan: RolloutPlan
  readonly overrides: readonly Override[]
  readonly reason: string
  /** Who moved it last: an operator's hashed id, `env`, `gate` or `signal`. */
  readonly by: string
  /** When, epoch milliseconds of the store's clock; grows with every version. */
  readonly at: number
  /** Since when the share is what it is, epoch milliseconds. */
  readonly stepAt: number
}

/** What a store that nobody has written to stands for. */
export const unwritten = (salt: string): RolloutRecord =>
  ({ version: 0, status: 'off', basisPoints: 0, salt, plan: DEFAULT_PLAN, overrides: [], reason: '', by: 'env', at: 0, stepAt: 0 })

export type RolloutMove =
  | { readonly to: 'put', readonly enabled?: boolean, readonly basisPoints?: number }
  | { readonly to: 'kill' | 'pause' | 'resume' | 'rollback' }
  /** `force` leaves the present step before its days are over. */
  | { readonly to: 'promote', readonly force?: boolean }
  | { readonly to: 'plan', readonly plan: RolloutPlan }
  | { readonly to: 'overrides', readonly overrides: readonly Override[] }

/** Moves that take V2 away never lose a race: whoever makes them need not have seen the latest version. */
export const isUnconditional = ({ to }: Pick<RolloutMove, 'to'>): boolean => to === 'kill' || to === 'pause' || to === 'rollback'

export type RolloutChange = Partial<Pick<RolloutRecord, 'status' | 'basisPoints' | 'plan' | 'overrides'>>
export type MoveResult =
  /** An empty change: it stands so already. */
  | { readonly ok: true, readonly change: RolloutChange }
  | { readonly ok: false, readonly fault: 'invalid' | 'conflict', readonly detail: string }

export interface RolloutLimits { readonly envEnabled: boolean, readonly maxBasisPoints: number }
export interface MoveLimits extends RolloutLimits { /** Epoch milliseconds. */ readonly nowMs: number }

/** What a move changes, or why it can't be made from here. */
export function planMove (record: RolloutRecord, move: RolloutMove, limits: MoveLimits): MoveResult {
  const { status } = record
  switch (move.to) {
    case 'kill': return changed(record, { status: 'killed' })
    case 'rollback': return status === 'killed' ? tooWeak(status, 'a rollback') : changed(record, { status: 'rolled_back' })
    case 'pause': return isStopped(status) || status === 'off' ? tooWeak(status, 'a pause') : changed(record, { status: 'paused' })
    case 'resume': return resume(record, limits)
    case 'promote': return promote(record, move.force === true, limits)
    case 'put': return put(record, move, limits)
    case 'plan': return planFault(move.plan) ?? changed(record, { plan: move.plan })
    case 'overrides': return overridesFault(move.overrides) ?? changed(record, { overrides: move.overrides })
  }
}

function resume (record: RolloutRecord, limits: MoveLimits): MoveResult {
  if (record.status === 'off') return conflict('V2 is off: enable it.')
  if (isRunning(record.status)) return conflict(`V2 is ${record.status}: there is nothing to resume.`)
  return envFault(limits) ?? changed(record, { status: runningAt(record.basisPoints) })
}

function promote (record: RolloutRecord, force: boolean, limits: MoveLimits): MoveResult {
  if (record.status === 'complete') return conflict('The rollout is complete: there is no next step.')
  if (record.status === 'off') return conflict('V2 is off: enable it first.')
  if (record.status !== 'ramping') return conflict(`V2 is ${record.status}: resume it first.`)
  const next = nextStep(record)
  if (!next) return conflict('The plan has no step above the present share.')
  const daysLeft = (next.from - limits.nowMs) / DAY_MS
  if (daysLeft > 0 && !force) return conflict(`The plan keeps ${record.basisPoints / 100} % for ${Math.ceil(daysLeft * 10) / 10} more days; force goes on without them.`)
  return put(record, { to: 'put', basisPoints: next.basisPoints }, limits)
}

function put (record: RolloutRecord, { enabled, basisPoints }: Extract<RolloutMove, { to: 'put' }>, limits: MoveLimits): MoveResult {
  const share = basisPoints ?? record.basisPoints
  const wantsMore = enabled === true || share > record.basisPoints
  return shareFault(basisPoints, limits) ??
    (wantsMore ? envFault(limits) : undefined) ??
    (enabled === true && (isStopped(record.status) || record.status === 'paused') ? conflict(`V2 is ${record.status}: resume it, with a reason.`) : undefined) ??
    changed(record, { status: statusAfterPut(record.status, enabled, share), basisPoints: share })
}

/** A kill and a rollback stay until somebody resumes: turning V2 off and on again is no way round. */
function statusAfterPut (status: RolloutStatus, enabled: boolean | undefined, basisPoints: number): RolloutStatus {
  if (isStopped(status)) return status
  if (enabled === false) return 'off'
  return enabled === true || isRunning(status) ? runningAt(basisPoints) : status
}

const DAY_MS = 86_400_000
const isStopped = (status: RolloutStatus) => status === 'killed' || status === 'rolled_back'
const isRunning = (status: RolloutStatus) => status === 'ramping' || status === 'complete'
export const runningAt = (basisPoints: number): RolloutStatus => basisPoints === 10_000 ? 'complete' : 'ramping'

/** The plan's first step above the present share, and from when (epoch milliseconds) the present one has had its days. */
export function nextStep ({ plan, basisPoints, stepAt }: RolloutRecord): RolloutStep & { readonly from: number } | undefined {
  const next = plan.steps.find(step => step.basisPoints > basisPoints)
  const present = plan.steps.find(step => step.basisPoints === basisPoints)
  return next && { ...next, from: present ? stepAt + present.days * DAY_MS : 0 }
}

function envFault ({ envEnabled }: RolloutLimits): MoveResult | undefined {
  return envEnabled ? undefined : conflict('AMORA_V2_ENABLED is false in the environment, which can’t be overridden here.')
}

function shareFault (basisPoints: number | undefined, { maxBasisPoints }: RolloutLimits): MoveResult | undefined {
  if (basisPoints === undefined) return undefined
  if (!isShare(basisPoints)) return invalid('percentage is 0 to 100, with two decimals at most.')
  return basisPoints > maxBasisPoints ? conflict(`AMORA_V2_MAX_PERCENTAGE allows ${maxBasisPoints / 100} % at most.`) : undefined
}

function planFault ({ steps }: RolloutPlan): MoveResult | undefined {
  const rises = steps.every(({ basisPoints }, at) => isShare(basisPoints) && basisPoints > (steps[at - 1]?.basisPoints ?? 0))
  return steps.length > 0 && rises ? undefined : invalid('A plan has at least one step, and each is a percentage above the one before, with two decimals at most.')
}

function overridesFault (overrides: readonly Override[]): MoveResult | undefined {
  if (overrides.length > MOST_OVERRIDES) return invalid(`At most ${MOST_OVERRIDES} overrides.`)
  return new Set(overrides.map(({ owner }) => owner)).size < overrides.length ? invalid('A user is named twice.') : undefined
}

const isShare = (basisPoints: number) => Number.isInteger(basisPoints) && basisPoints >= 0 && basisPoints <= 10_000

function changed (record: RolloutRecord, change: RolloutChange): MoveResult {
  const differs = ([name, value]: [string, unknown]) => value !== record[name as keyof RolloutChange]
  return { ok: true, change: Object.fromEntries(Object.entries(change).filter(differs)) }
}
const conflict = (detail: string): MoveResult => ({ ok: false, fault: 'conflict', detail })
const invalid = (detail: string): MoveResult => ({ ok: false, fault: 'invalid', detail })
const tooWeak = (status: RolloutStatus, move: string) => conflict(`V2 is ${status}, which is stronger than ${move}.`)

const STRENGTH: Readonly<Record<RolloutStatus, number>> = { ramping: 0, complete: 0, paused: 1, off: 2, rolled_back: 3, killed: 4 }

/**
 * The record to follow when ours meets another. Newer wins; but a store that was emptied, set back or failed over goes on from an
 * older record than some replica's, and then the newer one may not know of a kill that came after it: that is never lost.
 */
export function reconcile (own: RolloutRecord, seen: RolloutRecord): RolloutRecord {
  if (seen.version === own.version && seen.at === own.at) return own
  const [ahead, behind] = seen.version > own.version ? [seen, own] : [own, seen]
  const isSplit = ahead.version === behind.version
  const stronger = STRENGTH[behind.status] - STRENGTH[ahead.status]
  const isTakenAway = STRENGTH[behind.status] > 0 && (behind.at > ahead.at ? stronger >= 0 : isSplit && stronger > 0)
  if (!isTakenAway) return isSplit ? { ...ahead, version: ahead.version + 1 } : ahead
  const { status, reason, by, at } = behind
  return { ...ahead, status, reason, by, at, version: ahead.version + 1 }
}

/** The overrides by user. */
export const overridesByOwner = ({ overrides }: Pick<RolloutRecord, 'overrides'>): ReadonlyMap<string, Override> =>
  new Map(overrides.map(override => [override.owner, override]))

/** The list that names a user now, if one does; `owners` are his present and former hashes. */
export function listedAs (byOwner: ReadonlyMap<string, Override>, owners: readonly string[], nowMs: number): Override['list'] | undefined {
  const lists = owners.map(owner => byOwner.get(owner)).filter(found => found !== undefined && (found.expiresAt ?? Infinity) > nowMs).map(found => found!.list)
  return lists.includes('denied') ? 'denied' : lists[0]
}

/** The state that decisions are made from: no share exceeds the environment's ceiling. */
export function stateInForce (record: RolloutState, { maxBasisPoints }: Pick<RolloutLimits, 'maxBasisPoints'>): RolloutState {
  const { version, status, basisPoints, salt } = record
  return { version, status, basisPoints: Math.min(basisPoints, maxBasisPoints), salt }
}

/** Share of users that new sessions bring to V2, in basis points; 0 when nobody is let in. */
export function effectiveBasisPoints (state: RolloutState | undefined, envEnabled: boolean): number {
  return envEnabled && state && isRunning(state.status) ? state.basisPoints : 0
}

/** Whether anybody may be on V2 at all: let in now, or finishing a session there. */
export const mayAssignV2 = (state: RolloutState | undefined, envEnabled: boolean): boolean =>
  envEnabled && state !== undefined && (isRunning(state.status) || state.status === 'paused')

/** Where the environment and the stored state may say different things, and the variable that says so. */
export const CONFLICTS = { enabled: 'AMORA_V2_ENABLED', percentage: 'AMORA_V2_ROLLOUT_PERCENTAGE', max_percentage: 'AMORA_V2_MAX_PERCENTAGE' } as const
export type ConflictKey = keyof typeof CONFLICTS
export interface RolloutConflict { readonly key: ConflictKey, readonly configured: string, readonly stored: string }
export interface RolloutEnvironment extends RolloutLimits { /** Undefined: not configured. */ readonly basisPoints?: number }

/** Where the environment says otherwise than the stored state. The switch and the ceiling win; the percentage was for the first start only. */
export function conflictsOf (record: RolloutRecord, { envEnabled, basisPoints, maxBasisPoints }: RolloutEnvironment): readonly RolloutConflict[] {
  if (record.version === 0) return []
  if (!envEnabled) return mayAssignV2(record, true) ? [{ key: 'enabled', configured: 'false', stored: record.status }] : []
  const stored = `${record.basisPoints / 100}`
  const conflicts: RolloutConflict[] = []
  if (basisPoints !== undefined && Math.min(basisPoints, maxBasisPoints) !== record.basisPoints) conflicts.push({ key: 'percentage', configured: `${basisPoints / 100}`, stored })
  if (record.basisPoints > maxBasisPoints) conflicts.push({ key: 'max_percentage', configured: `${maxBasisPoints / 100}`, stored })
  return conflicts
}
