import fp from 'fastify-plugin'
import { answerV1 } from '../services/v1/answer.ts'

declare module 'fastify' {
  interface FastifyInstance { v1: V1 }
}

export interface V1 { answer: (input: Omit<Parameters<typeof answerV1>[0], 'pick'>) => ReturnType<typeof answerV1> }

export interface V1Options { random?: () => number }

/** The template engine; also the one that stands in when V2 can't answer. */
export default fp<V1Options>(async (app, { random = Math.random }) => {
  app.decorate('v1', { answer: input => answerV1({ ...input, pick: random() }) })
}, { name: 'v1', dependencies: ['safety'] })
