import swagger from '@fastify/swagger'
import fp from 'fastify-plugin'
import { version } from '../services/version.ts'

/** In the order in which a reader meets them. */
const TAGS = [
  ['coach', 'Messages and answers'], ['memory', 'What is kept of a person'], ['events', 'What the business knows'], ['health', 'The state of the service'], ['admin', 'The dial, the money, the turns; needs the scope amora:admin']
] as const

/** Collects the routes' schemas into one OpenAPI document (`app.swagger()`); routes/docs shows it. */
export default fp(async app => {
  await app.register(swagger, {
    transformObject: document => {
      if (!('openapiObject' in document)) return document.swaggerObject
      const { openapiObject } = document
      const operations = (Object.values(openapiObject.paths ?? {}) as PathItem[]).flatMap(path => Object.values(path))
      typeProblems(operations)
      const used = new Set(operations.flatMap(({ tags = [] }) => tags))
      return { ...openapiObject, tags: TAGS.filter(([name]) => used.has(name)).map(([name, description]) => ({ name, description })) }
    },
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Amora coach', version, description: 'A relationship coach: one coaching turn a call.' },
      components: { securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } } }
    }
  })
}, { name: 'docs', dependencies: ['config'] })

interface Operation { readonly tags?: readonly string[], readonly responses?: Readonly<Record<string, { content?: Record<string, unknown> }>> }
type PathItem = Readonly<Record<string, Operation>>

/** The routes name the problem's schema; that it goes out as problem+json is the error handler's doing, and is said here. */
function typeProblems (operations: readonly Operation[]): void {
  for (const [status, response] of operations.flatMap(({ responses = {} }) => Object.entries(responses))) {
    if (/^[45]XX$/.test(status) && response.content) response.content = { 'application/problem+json': response.content['application/json'] }
  }
}
