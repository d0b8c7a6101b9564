import swagger from '@fastify/swagger'
import fp from 'fastify-plugin'
import { version } from '../services/version.ts'

/** Collects the routes' schemas into one OpenAPI document (`app.swagger()`); routes/docs shows it. */
export default fp(async app => {
  await app.register(swagger, {
    transformObject: document => {
      if (!('openapiObject' in document)) return document.swaggerObject
      typeProblems(document.openapiObject.paths ?? {})
      return document.openapiObject
    },
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Amora coach', version, description: 'A relationship coach: one coaching turn a call.' },
      components: { securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } } }
    }
  })
}, { name: 'docs', dependencies: ['config'] })

interface Operation { readonly responses?: Readonly<Record<string, { content?: Record<string, unknown> }>> }

/** The routes name the problem's schema; that it goes out as problem+json is the error handler's doing, and is said here. */
function typeProblems (paths: object): void {
  const operations = Object.values(paths).flatMap((path: Readonly<Record<string, Operation>>) => Object.values(path))
  for (const [status, response] of operations.flatMap(({ responses = {} }) => Object.entries(responses))) {
    if (/^[45]XX$/.test(status) && response.content) response.content = { 'application/problem+json': response.content['application/json'] }
  }
}
