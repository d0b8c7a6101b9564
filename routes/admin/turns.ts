import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { NotFound } from '../../plugins/errors.ts'
import { usdOf } from '../../services/money.ts'
import { ProblemSchema } from '../coach/schema.ts'

const LegSchema = Type.Object({
  leg: Type.String(), model: Type.String(), outcome: Type.String(), duration_ms: Type.Integer(),
  input_tokens: Type.Integer(), cached_input_tokens: Type.Integer(), output_tokens: Type.Integer(),
  cost_usd: Type.Number(), certainty: Type.String({ description: 'exact, or estimated where a call was sent and no usage came back' }), price_version: Type.String()
})

const TurnSchema = Type.Object({
  turn_id: Type.String(), at: Type.String(), tier: Type.String(), mode: Type.String(), assigned: Type.String(), served: Type.String(), outcome: Type.String(),
  reason: Type.String(), rollout: Type.String(), cache: Type.String(), repaired: Type.Boolean(), duration_ms: Type.Integer(),
  cost_usd: Type.Number(), saved_usd: Type.Number(), certainty: Type.String(), legs: Type.Array(LegSchema)
}, { description: 'The ledger entry of a turn' })

const turnRoutes: FastifyPluginAsyncTypebox = async app => {
  app.get('/admin/turns/:turn_id', {
    schema: {
      tags: ['admin'], summary: 'What a turn was, took and cost; kept for eight days', security: [{ bearer: [] }],
      params: Type.Object({ turn_id: Type.String({ format: 'uuid' }) }),
      response: { 200: TurnSchema, '4xx': ProblemSchema, '5xx': ProblemSchema }
    },
    onRequest: [app.identity.authenticate, app.identity.requireScope('amora:admin')]
  }, async ({ params }) => {
    const entry = await app.ledger.read(params.turn_id)
    if (!entry) throw new NotFound('There is no turn of that id, or it is older than eight days.')
    const { turnId, at, durationMs, cost, saved, legs, owner: _, ...facts } = entry
    return {
      ...facts, turn_id: turnId, at: new Date(at).toISOString(), duration_ms: durationMs, cost_usd: usdOf(cost), saved_usd: usdOf(saved),
      legs: legs.map(leg => ({
        leg: leg.leg, model: leg.model, outcome: leg.outcome, duration_ms: leg.durationMs, input_tokens: leg.inputTokens, cached_input_tokens: leg.cachedInputTokens,
        output_tokens: leg.outputTokens, cost_usd: usdOf(leg.cost), certainty: leg.certainty, price_version: leg.priceVersion
      }))
    }
  })
}

export default turnRoutes
