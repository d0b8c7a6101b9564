import type { FastifyInstance } from 'fastify'
import fp from 'fastify-plugin'
import { randomBytes } from 'node:crypto'
import { hostname } from 'node:os'
import type { Pseudonyms } from '../services/identity/pseudonym.ts'
import type { ValueOf } from '../services/metric-catalogue.ts'
import { ROLLOUT_STATUSES, bucketOf, decide, type Assignment, type Engine, type RolloutState } from '../services/rollout.ts'
import {
  CONFLICTS, conflictsOf, effectiveBasisPoints, listedAs, mayAssignV2, overridesByOwner, runningAt, stateInForce, unwritten,
  type ConflictKey, type Override, type RolloutConflict, type RolloutEnvironment, type RolloutMove, type RolloutRecord
} from '../services/rollout-state.ts'
import { createMemoryRolloutStore } from '../stores/memory/rollout-store.ts'
import { createRedisRolloutStore } from '../stores/redis/rollout-store.ts'
import { StateUnavailable } from '../stores/redis/shared-store.ts'
import { RolloutFollower } from '../stores/rollout-follower.ts'
import type { AuditEntry, RolloutStore } from '../stores/rollout-store.ts'
import { acknowledgementOf, makeMove, type Acknowledgement, type MoveOutcome } from '../stores/rollout-writer.ts'
import { Conflict, DialUnreachable, InvalidRequest, PreconditionFailed } from './errors.ts'

declare module 'fastify' {
  interface FastifyInstance { rollout: Rollout }
}

export interface Rollout {
  /** The engine for a turn; counted. */
  assign (turn: RolloutTurn): Assignment
  /** What `assign` would say to a new session of this user, and his place on the dial; not counted. */
  explain (user: Pick<RolloutTurn, 'userId' | 'owner' | 'formerOwners'>): Assignment & { readonly bucket: number, readonly version: number }
  /** The state, read now; while the store does not answer, what this process knows. */
  view (): Promise<RolloutView>
  /**
   * Moves the dial and waits up to `waitMs` for the replicas.
   * @throws 400, 409, 412 and 503 as coded errors; after a 503 it may be moved or not.
   */
  move (order: RolloutOrder): Promise<Moved>
  /** Who moved it when and why: oldest first, after the given id. */
  audit (after: string, limit: number): Promise<readonly AuditEntry[]>
  /** V1 for everybody in this one process until it ends, whatever the store says. */
  killLocally (reason: string): void
}

export interface RolloutTurn extends Partial<Pseudonyms> {
  readonly userId?: string
  /** The engine this session started with. */
  readonly pinned?: Engine
  /** A signed QA override. */
  readonly forced?: Engine
}

export interface RolloutOrder {
  readonly move: RolloutMove
  readonly reason: string
  /** The operator's keyed hash. */
  readonly by: string
  readonly expected?: number
  readonly waitMs: number
}

export interface Moved extends Acknowledgement { readonly record: RolloutRecord }

export interface RolloutView {
  readonly record: RolloutRecord
  readonly environment: RolloutEnvironment
  readonly effectiveBasisPoints: number
  readonly mayAssignV2: boolean
  readonly conflicts: readonly RolloutConflict[]
  readonly replica: string
  /** `stale`: not confirmed for so long that V1 answers; `unavailable`: never read. */
  readonly standing: 'current' | 'stale' | 'unavailable'
  readonly ageMs: number
  /** Why V2 is killed in this process alone. */
  readonly killedLocally?: string
  readonly replicas: Readonly<Record<string, number>>
}

export interface RolloutOptions {
  rolloutStore?: RolloutStore
  replica?: string
  pollMs?: number
  /** Monotonic milliseconds. */
  now?: () => number
  /** Epoch milliseconds. */
  nowMs?: () => number
}

/** Where the channel fails a move arrives within 1.5 s, even if one poll is lost. */
const POLL_MS = 750
/** As long as the state is used unconfirmed, and a silent replica counted among those that may use it. */
const STALE_AFTER_MS = 60_000

/** The dial: who gets which engine, from a state that all replicas follow. */
export default fp<RolloutOptions>(async (app, { rolloutStore, replica = nameOfReplica(), pollMs = POLL_MS, now = () => performance.now(), nowMs = Date.now }) => {
  const { enabled: envEnabled, isPercentageGiven, basisPoints, maxBasisPoints, salt } = app.config.rollout
  const environment: RolloutEnvironment = { envEnabled, basisPoints: isPercentageGiven ? basisPoints : undefined, maxBasisPoints }
  const start = Math.min(basisPoints, maxBasisPoints)
  const store = rolloutStore ?? createStore(app, salt, nowMs)
  const staleAfterMs = app.sharedState.store || rolloutStore ? STALE_AFTER_MS : Infinity
  let overrides: ReadonlyMap<string, Override> = new Map()
  let killedLocally: string | undefined

  const state = (): RolloutState | undefined => {
    const { record, ageMs } = follower
    if (!record || ageMs > staleAfterMs) return undefined
    const inForce = stateInForce(record, environment)
    return killedLocally === undefined ? inForce : { ...inForce, status: 'killed' }
  }
  const conflicts = () => conflictsOf(follower.record ?? unwritten(salt), environment)
  const instruments = createInstruments(app, { state, envEnabled, conflicts, version: () => follower.record?.version ?? 0, ageMs: () => follower.ageMs })
  const warnOnce = createConflictWarning(app)

  const follower = new RolloutFollower({
    store,
    replica,
    pollMs,
    now,
    nowMs,
    // Where V2 is off by the environment nothing starts: the percentage of a later deployment is the first start's.
    bootstrap: envEnabled ? { status: runningAt(start), basisPoints: start } : undefined,
    onApplied (record, delayMs) {
      overrides = overridesByOwner(record)
      if (delayMs !== undefined) instruments.propagation.observe(delayMs / 1000)
      app.log.info({ version: record.version, status: record.status, percentage: record.basisPoints / 100, by: kindOf(record.by) }, 'the dial moved')
      warnOnce(conflicts())
    },
    onBootstrap: record => instruments.moved(record.status, 'env'),
    onFault: createFaultLog(app)
  })
  const hands = { store, follower, salt }

  const decideFor = ({ userId, owner, formerOwners = [], pinned, forced }: RolloutTurn) => {
    const listed = owner === undefined || overrides.size === 0 ? undefined : listedAs(overrides, [owner, ...formerOwners], nowMs())
    return decide({ envEnabled, state: state(), userId, pinned, forced, listed })
  }

  app.decorate('rollout', {
    assign (turn) {
      const assignment = decideFor(turn)
      instruments.assignments.inc({ engine: assignment.engine, reason: assignment.reason })
      return assignment
    },
    explain: user => ({ ...decideFor(user), bucket: bucketOf(user.userId ?? '', salt), version: follower.record?.version ?? 0 }),
    async view () {
      await follower.sync().catch(unlessUnavailable)
      const replicas = await store.replicas(STALE_AFTER_MS).catch(unlessUnavailable) ?? {}
      const inForce = state()
      return {
        record: follower.record ?? unwritten(salt), environment, conflicts: conflicts(), replica, replicas, killedLocally, ageMs: follower.ageMs,
        effectiveBasisPoints: effectiveBasisPoints(inForce, envEnabled), mayAssignV2: mayAssignV2(inForce, envEnabled),
        standing: follower.ageMs === Infinity ? 'unavailable' : follower.ageMs > staleAfterMs ? 'stale' : 'current'
      }
    },
    async move ({ waitMs, ...order }) {
      try {
        const outcome = await makeMove(hands, { ...order, limits: { envEnabled, maxBasisPoints, nowMs: nowMs() } })
        if (!outcome.ok) throw refusal(outcome)
        const { record, changed } = outcome
        if (changed && !isListOnly(order.move)) instruments.moved(record.status, kindOf(order.by))
        return { record, ...await acknowledgementOf(hands, record.version, { waitMs, withinMs: STALE_AFTER_MS, now: () => performance.now() }) }
      } catch (error) {
        throw error instanceof StateUnavailable ? new DialUnreachable(UNREACHABLE) : error
      }
    },
    audit: async (after, limit) => store.audit(after, limit),
    killLocally (reason) {
      killedLocally = reason
      instruments.moved('killed', 'signal')
      app.log.error({ reason }, 'V2 is killed in this process until it restarts')
    }
  } satisfies Rollout)

  await follower.start()
  app.addHook('onClose', async () => follower.close())
}, { name: 'rollout', dependencies: ['config', 'metrics', 'redis', 'errors'] })

const UNREACHABLE = 'Redis does not answer, so not every replica can be told; the move may be written or not: read the dial before you try again. Without Redis every replica turns to V1 by itself after a minute; SIGUSR2 turns one at once.'

/** Two containers may share a host name and process id; one name for two would let one speak for the other. */
const nameOfReplica = () => `${hostname()}-${process.pid}-${randomBytes(2).toString('hex')}`

function createStore ({ sharedState: { store, subscriber } }: FastifyInstance, salt: string, now: () => number): RolloutStore {
  return store && subscriber ? createRedisRolloutStore(store, { salt, subscriber }) : createMemoryRolloutStore({ salt, now })
}

type MoverKind = ValueOf<'amora_rollout_transitions_total', 'by'>
const kindOf = (by: string): MoverKind => by === 'env' || by === 'gate' || by === 'signal' ? by : 'operator'
const isListOnly = ({ to }: RolloutMove) => to === 'plan' || to === 'overrides'
function unlessUnavailable (error: unknown): undefined {
  if (!(error instanceof StateUnavailable)) throw error
}

function refusal ({ fault, detail }: Extract<MoveOutcome, { ok: false }>): Error {
  switch (fault) {
    case 'invalid': return new InvalidRequest(detail)
    case 'conflict': return new Conflict(detail)
    case 'stale': return new PreconditionFailed(detail)
  }
}

/** Each variable that disagrees is said once in the life of the process. */
function createConflictWarning (app: FastifyInstance): (conflicts: readonly RolloutConflict[]) => void {
  const said = new Set<ConflictKey>()
  return conflicts => {
    for (const { key, configured, stored } of conflicts.filter(({ key }) => !said.has(key))) {
      said.add(key)
      app.log.warn({ variable: CONFLICTS[key], configured, stored }, 'the environment and the stored dial disagree: the switch and the ceiling hold, the percentage does not')
    }
  }
}

function createFaultLog (app: FastifyInstance): (error: unknown) => void {
  let isSaid = false
  return error => {
    if (!isSaid) app.log.error({ err: error }, 'the dial’s store refuses what this process asks of it')
    isSaid = true
  }
}

interface Seen {
  readonly state: () => RolloutState | undefined
  readonly envEnabled: boolean
  readonly conflicts: () => readonly RolloutConflict[]
  readonly version: () => number
  readonly ageMs: () => number
}

function createInstruments ({ metrics }: FastifyInstance, { state, envEnabled, conflicts, version, ageMs }: Seen) {
  metrics.gauge('amora_rollout_percentage', gauge => gauge.set(effectiveBasisPoints(state(), envEnabled) / 100))
  metrics.gauge('amora_rollout_enabled', gauge => gauge.set(mayAssignV2(state(), envEnabled) ? 1 : 0))
  metrics.gauge('amora_rollout_state', gauge => {
    const status = state()?.status
    for (const each of ROLLOUT_STATUSES) gauge.set({ state: each }, each === status ? 1 : 0)
  })
  metrics.gauge('amora_rollout_state_version', gauge => gauge.set(version()))
  metrics.gauge('amora_rollout_state_age_seconds', gauge => gauge.set(ageMs() / 1000))
  metrics.gauge('amora_rollout_config_conflict', gauge => {
    const keys = new Set(conflicts().map(({ key }) => key))
    for (const key of Object.keys(CONFLICTS) as ConflictKey[]) gauge.set({ key }, keys.has(key) ? 1 : 0)
  })
  const transitions = metrics.counter('amora_rollout_transitions_total')
  return {
    assignments: metrics.counter('amora_rollout_assignments_total'),
    propagation: metrics.histogram('amora_rollout_propagation_seconds'),
    moved: (to: RolloutState['status'], by: MoverKind) => transitions.inc({ to, by })
  }
}
