/** The dial's records in the API's words: percentages, ISO times, snake_case. */
import type { Static } from 'typebox'
import type { Moved, Rollout, RolloutView } from '../../../plugins/rollout.ts'
import { CONFLICTS, nextStep, type Override, type RolloutPlan, type RolloutRecord } from '../../../services/rollout-state.ts'
import type { AuditReply, DialReply, MovedReply, OverridesBody, OverridesReply, PlanBody, PlanReply } from './schema.ts'

type AuditEntry = Awaited<ReturnType<Rollout['audit']>>[number]

/** Not whole where the percentage has more than two decimals; the moves refuse that. */
export function basisPointsOf (percentage: number): number {
  const exact = percentage * 100
  const whole = Math.round(exact)
  return Math.abs(exact - whole) < 1e-6 ? whole : exact
}

const percentageOf = (basisPoints: number) => basisPoints / 100
const timeOf = (epochMs: number | undefined) => epochMs ? new Date(epochMs).toISOString() : undefined

export function dialView ({ record, environment, replicas, ...view }: RolloutView): Static<typeof DialReply> {
  const { version, status, basisPoints, reason, by, at, plan, overrides } = record
  const { envEnabled, basisPoints: configured, maxBasisPoints } = environment
  const next = nextStep(record)
  const count = (list: Override['list']) => overrides.filter(override => override.list === list).length
  return {
    version,
    status,
    percentage: percentageOf(basisPoints),
    effective_percentage: percentageOf(view.effectiveBasisPoints),
    enabled: view.mayAssignV2,
    reason,
    by,
    changed_at: timeOf(at),
    environment: { enabled: envEnabled, percentage: configured === undefined ? undefined : percentageOf(configured), max_percentage: percentageOf(maxBasisPoints) },
    conflicts: view.conflicts.map(conflict => ({ ...conflict, variable: CONFLICTS[conflict.key] })),
    plan: planView(plan),
    next_step: next && { percentage: percentageOf(next.basisPoints), not_before: timeOf(next.from) },
    overrides: { allowed: count('allowed'), denied: count('denied') },
    this_replica: { name: view.replica, standing: view.standing, age_seconds: Number.isFinite(view.ageMs) ? Math.round(view.ageMs) / 1000 : undefined, killed: view.killedLocally },
    replicas: Object.entries(replicas).map(([name, version]) => ({ name, version }))
  }
}

export const movedView = ({ record: { version, status, basisPoints }, acknowledged, pending }: Moved): Static<typeof MovedReply> =>
  ({ version, status, percentage: percentageOf(basisPoints), acknowledged: [...acknowledged], pending: [...pending] })

export const planView = ({ steps, promotion }: RolloutPlan): Omit<Static<typeof PlanReply>, 'version'> =>
  ({ steps: steps.map(({ basisPoints, days }) => ({ percentage: percentageOf(basisPoints), days })), promotion })

export const planOf = ({ steps, promotion }: Static<typeof PlanBody>): RolloutPlan =>
  ({ steps: steps.map(({ percentage, days }) => ({ basisPoints: basisPointsOf(percentage), days })), promotion })

/** Those in force: what has expired is not shown, so that the list can be sent back. */
export function overridesView ({ version, overrides }: RolloutRecord, nowMs: number): Static<typeof OverridesReply> {
  const inForce = overrides.filter(({ expiresAt = Infinity }) => expiresAt > nowMs)
  return { version, overrides: inForce.map(({ owner, list, expiresAt }) => ({ owner, list, expires_at: timeOf(expiresAt) })) }
}

export function overrideOf (sent: Static<typeof OverridesBody>['overrides'][number], ownerOf: (userId: string) => string): Override {
  const owner = 'owner' in sent ? sent.owner : ownerOf(sent.user_id.toLowerCase())
  return { owner, list: sent.list, ...(sent.expires_at ? { expiresAt: Date.parse(sent.expires_at) } : {}) }
}

export function auditView ({ change: { basisPoints, plan, ...change }, at, ...entry }: AuditEntry): Static<typeof AuditReply>['entries'][number] {
  return {
    ...entry,
    at: new Date(at).toISOString(),
    change: { ...change, percentage: basisPoints === undefined ? undefined : percentageOf(basisPoints), plan: plan && planView(plan) }
  }
}
