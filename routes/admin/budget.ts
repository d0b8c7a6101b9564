import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { usdOf, type NanoUsd } from '../../services/money.ts'
import { ProblemSchema } from '../coach/schema.ts'

const WindowSchema = Type.Object({
  limit_usd: Type.Number(), spent_usd: Type.Number(), reserved_usd: Type.Number({ description: 'What turns under way may still spend' })
})

const shown = ({ limit, spent, reserved }: Record<'limit' | 'spent' | 'reserved', NanoUsd>) => ({ limit_usd: usdOf(limit), spent_usd: usdOf(spent), reserved_usd: usdOf(reserved) })

const budgetRoutes: FastifyPluginAsyncTypebox = async app => {
  app.get('/admin/budget', {
    schema: {
      tags: ['admin'], summary: 'Model money of this UTC day and month, and of the day by tier', security: [{ bearer: [] }],
      response: { 200: Type.Object({ day: WindowSchema, month: WindowSchema, free: WindowSchema, paid: WindowSchema }), '4xx': ProblemSchema, '5xx': ProblemSchema }
    },
    onRequest: [app.identity.authenticate, app.identity.requireScope('amora:admin')]
  }, async () => {
    const { day, month, free, paid } = await app.budget.status()
    return { day: shown(day), month: shown(month), free: shown(free), paid: shown(paid) }
  })
}

export default budgetRoutes
