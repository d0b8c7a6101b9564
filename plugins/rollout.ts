import fp from 'fastify-plugin'
import { ENGINES, ROLLOUT_REASONS, decide, type Assignment, type Engine, type RolloutState } from '../services/rollout.ts'

declare module 'fastify' {
  interface FastifyInstance { rollout: Rollout }
}

export interface Rollout {
  /** The engine for a turn of this user; counted. */
  assign (userId: string | undefined, pinned?: Engine): Assignment
  readonly state: () => RolloutState
}

/** The dial. Its state comes from the environment alone until shared stores arrive. */
export default fp(async app => {
  const { enabled, basisPoints, maxBasisPoints, salt } = app.config.rollout
  const effective = Math.min(basisPoints, maxBasisPoints)
  const state: RolloutState = Object.freeze({ version: 0, status: effective === 10_000 ? 'complete' : 'ramping', basisPoints: effective, salt })

  const assignments = app.metrics.counter('amora_rollout_assignments_total', 'Turns by assigned engine and the reason for it', ['engine', 'reason'],
    ENGINES.flatMap(engine => ROLLOUT_REASONS.map(reason => ({ engine, reason }))))
  app.metrics.gauge('amora_rollout_percentage', 'Effective share of users on V2, 0 when off').set(enabled ? effective / 100 : 0)
  app.metrics.gauge('amora_rollout_enabled', 'Whether V2 may be assigned at all').set(enabled ? 1 : 0)

  app.decorate('rollout', {
    state: () => state,
    assign (userId, pinned) {
      const assignment = decide({ envEnabled: enabled, state, userId, pinned })
      assignments.inc(assignment as { engine: string, reason: string })
      return assignment
    }
  } satisfies Rollout)
}, { name: 'rollout', dependencies: ['config', 'metrics'] })
