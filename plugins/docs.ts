import swagger from '@fastify/swagger'
import fp from 'fastify-plugin'
import { version } from '../services/version.ts'

/** Collects the routes' schemas into one OpenAPI document (`app.swagger()`); routes/docs shows it. */
export default fp(async app => {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Amora coach', version, description: 'A relationship coach: one coaching turn a call.' },
      components: { securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } } }
    }
  })
}, { name: 'docs', dependencies: ['config'] })
