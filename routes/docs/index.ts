import swaggerUi from '@fastify/swagger-ui'
import type { FastifyPluginAsync } from 'fastify'

const docsRoutes: FastifyPluginAsync = async app => {
  app.get('/openapi.json', { schema: { hide: true } }, async () => app.swagger())
  await app.register(swaggerUi, {
    routePrefix: '/docs',
    staticCSP: true,
    uiConfig: { tryItOutEnabled: true, persistAuthorization: false },
    theme: { title: 'Amora coach' }
  })
}

export default docsRoutes
