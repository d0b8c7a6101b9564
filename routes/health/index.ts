import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { version } from '../../services/version.ts'

const Dependency = Type.Object({ status: Type.String(), detail: Type.String() })
const Readiness = Type.Object({ status: Type.String(), dependencies: Type.Record(Type.String(), Dependency) })

const healthRoutes: FastifyPluginAsyncTypebox = async app => {
  app.get('/health', {
    config: { shedding: 'never' },
    schema: { tags: ['health'], summary: 'Health, in the form of the service being replaced', response: { 200: Type.Object({ status: Type.String(), version: Type.String(), database: Type.String() }) } }
  }, async () => ({ status: 'healthy', version, database: app.health.dependencies().state.status === 'up' ? 'connected' : 'disconnected' }))

  app.get('/health/live', {
    config: { shedding: 'never' },
    schema: { tags: ['health'], summary: 'The process answers', response: { 200: Type.Object({ status: Type.String() }) } }
  }, async () => ({ status: 'live' }))

  app.get('/health/ready', {
    config: { shedding: 'never' },
    schema: { tags: ['health'], summary: 'Send traffic here; 503 before it listens and while it drains', response: { 200: Readiness, 503: Readiness } }
  }, async (_request, reply) => {
    const dependencies = app.health.dependencies()
    if (!app.health.isReady()) return reply.code(503).send({ status: 'unready', dependencies })
    const degraded = Object.values(dependencies).some(({ status }) => status === 'degraded')
    return { status: degraded ? 'degraded' : 'ready', dependencies }
  })
}

export default healthRoutes
