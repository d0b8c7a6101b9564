import fp from 'fastify-plugin'
import { answerV2, type V2End, type V2Input } from '../services/v2/pipeline.ts'

declare module 'fastify' {
  interface FastifyInstance { v2: V2 }
}

export interface V2 { answer (input: Omit<V2Input, 'canary'>, signal: AbortSignal): Promise<V2End> }

/** The model engine: understand, respond, review. */
export default fp(async app => {
  const { models, temperature, maxTokens } = app.config
  const ports = {
    chat: app.llm, models, temperature, maxTokens,
    review: app.safety.review,
    now: () => performance.now()
  }
  app.decorate('v2', { answer: async (input, signal) => await answerV2({ ...input, canary: app.safety.canary }, ports, signal) })
}, { name: 'v2', dependencies: ['config', 'metrics', 'llm', 'safety'] })
