import { setTimeout as sleep } from 'node:timers/promises'
import { isUnconditional, planMove, unwritten, type MoveLimits, type RolloutMove, type RolloutRecord } from '../services/rollout-state.ts'
import type { RolloutFollower } from './rollout-follower.ts'
import type { RolloutStore } from './rollout-store.ts'
import { StateUnavailable } from './redis/shared-store.ts'

export interface MoveOrder {
  readonly move: RolloutMove
  readonly reason: string
  readonly by: string
  /** The version that whoever orders it has seen; not needed for moves that take V2 away. */
  readonly expected?: number
  readonly limits: MoveLimits
}

export type MoveOutcome =
  /** `changed` is false when it stood so already; nothing is written then. */
  | { readonly ok: true, readonly record: RolloutRecord, readonly changed: boolean }
  | { readonly ok: false, readonly fault: 'invalid' | 'conflict' | 'stale', readonly detail: string }

export interface RolloutHands { readonly store: RolloutStore, readonly follower: RolloutFollower, readonly salt: string }

const MOST_RACES = 20
const PERSIST_MS = 2000
const PERSIST_EVERY_MS = 100
const LOOK_EVERY_MS = 20

/**
 * Makes a move. Those that take V2 away are made over whatever others write meanwhile, and tried again for two seconds while the
 * store does not answer; the others lose against a write that they had not seen, and are written once.
 * @throws {StateUnavailable} when the store did not answer; a move may then be written or not.
 */
export async function makeMove (hands: RolloutHands, order: MoveOrder): Promise<MoveOutcome> {
  if (isUnconditional(order.move)) return persistently(async () => moveOverRaces(hands, order))
  return moveFrom(await persistently(async () => present(hands)), hands, order)
}

/** What a move means depends on what stands: a pause must not loosen a kill that came in between. So it is planned anew, not forced. */
async function moveOverRaces (hands: RolloutHands, order: MoveOrder): Promise<MoveOutcome> {
  for (let races = 0; races < MOST_RACES; races++) {
    const outcome = await moveFrom(await present(hands), hands, { ...order, expected: undefined })
    if (outcome.ok || outcome.fault !== 'stale') return outcome
  }
  return { ok: false, fault: 'conflict', detail: 'Others move the dial at the same time; please try again.' }
}

const present = async ({ follower, salt }: RolloutHands) => await follower.sync() ?? unwritten(salt)

async function moveFrom (record: RolloutRecord, { store, follower }: RolloutHands, { move, reason, by, expected, limits }: MoveOrder): Promise<MoveOutcome> {
  if (expected !== undefined && expected !== record.version) return stale(record.version)
  const planned = planMove(record, move, limits)
  if (!planned.ok) return planned
  const { change } = planned
  if (Object.keys(change).length === 0) return { ok: true, record, changed: false }
  const forced = move.to === 'promote' && move.force === true
  const written = await store.write({ move: move.to, change, reason, by, forced, expected: move.to === 'kill' ? undefined : record.version })
  if (!written.ok) return stale(written.version)
  await follower.accept(written.record)
  return { ok: true, record: written.record, changed: true }
}

async function persistently<T> (work: () => Promise<T>): Promise<T> {
  for (let waitedMs = 0; ; waitedMs += PERSIST_EVERY_MS) {
    try {
      return await work()
    } catch (error) {
      if (!(error instanceof StateUnavailable) || waitedMs >= PERSIST_MS) throw error
      await sleep(PERSIST_EVERY_MS)
    }
  }
}

const stale = (version: number): MoveOutcome => ({ ok: false, fault: 'stale', detail: `The dial is at version ${version}: read it again.` })

export interface Acknowledgement { readonly acknowledged: readonly string[], readonly pending: readonly string[] }

/**
 * Which replicas have applied a version. Waits up to `waitMs` for all that were heard within `withinMs`, be they alive or not.
 * @throws {StateUnavailable}
 */
export async function acknowledgementOf ({ store, follower }: RolloutHands, version: number, { waitMs, withinMs, now }: { waitMs: number, withinMs: number, now: () => number }): Promise<Acknowledgement> {
  const until = now() + waitMs
  for (;;) {
    const reported = Object.entries(await persistently(async () => store.replicas(withinMs))).sort()
    // A replica ahead of us is on a history that our store has lost: it is told, but it has not applied this.
    const has = ([, at]: [string, number]) => at >= version && at <= (follower.record?.version ?? 0)
    const pending = reported.filter(replica => !has(replica)).map(([name]) => name)
    const leftMs = until - now()
    if (pending.length === 0 || leftMs <= 0) return { acknowledged: reported.filter(has).map(([name]) => name), pending }
    await sleep(Math.min(LOOK_EVERY_MS, leftMs))
  }
}
