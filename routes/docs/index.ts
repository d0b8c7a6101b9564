import swaggerUi from '@fastify/swagger-ui'
import type { FastifyPluginAsync } from 'fastify'

/** Nothing from elsewhere. The page sets styles of its own on its elements; no upgrade to HTTPS, or it breaks on a plain address. */
const CONTENT_POLICY = {
  'default-src': ["'self'"],
  'base-uri': ["'self'"],
  'img-src': ["'self'", 'data:'],
  'style-src': ["'self'", "'unsafe-inline'"],
  'object-src': ["'none'"],
  'frame-ancestors': ["'none'"],
  'form-action': ["'self'"]
}
const WITHOUT_TOP_BAR = '.swagger-ui .topbar { display: none }'

const docsRoutes: FastifyPluginAsync = async app => {
  app.get('/openapi.json', { schema: { hide: true } }, async () => app.swagger())
  await app.register(swaggerUi, {
    routePrefix: '/docs',
    staticCSP: CONTENT_POLICY,
    uiConfig: { tryItOutEnabled: true, persistAuthorization: false, displayRequestDuration: true, defaultModelsExpandDepth: -1 },
    theme: { title: 'Amora coach', css: [{ filename: 'page.css', content: WITHOUT_TOP_BAR }] }
  })
}

export default docsRoutes
