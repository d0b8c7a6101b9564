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
      nameHeaders(openapiObject.paths as Readonly<Record<string, PathItem>> | undefined ?? {})
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

/** Headers that identity and idempotency read by themselves; a schema of each route would have them checked twice. */
const headerOf = (name: string, description: string, schema: object = {}) => ({ name, in: 'header', required: false, description, schema: { type: 'string', ...schema } })
const ON_BEHALF = [
  headerOf('X-Amora-User-Id', 'The end user that a back end speaks for; needs the scope amora:act-as', { format: 'uuid' }),
  headerOf('X-Amora-Tier', 'His tier; needs the scope amora:act-as', { enum: ['free', 'paid'] })
]
const RETRY_KEY = headerOf('Idempotency-Key', 'The same key by the same user within 24 hours gives the same reply, and neither bills, counts nor calls twice', { minLength: 1, maxLength: 128 })

function nameHeaders (paths: Readonly<Record<string, PathItem>>): void {
  for (const [path, item] of Object.entries(paths).filter(([path]) => path.startsWith('/api/v1/'))) {
    const headers = path === '/api/v1/coach' ? [RETRY_KEY, ...ON_BEHALF] : ON_BEHALF
    for (const operation of Object.values(item)) operation.parameters = [...operation.parameters ?? [], ...headers]
  }
}

interface Operation { parameters?: readonly object[], readonly tags?: readonly string[], readonly responses?: Readonly<Record<string, { content?: Record<string, unknown> }>> }
type PathItem = Readonly<Record<string, Operation>>

/** The routes name the problem's schema; that it goes out as problem+json is the error handler's doing, and is said here. */
function typeProblems (operations: readonly Operation[]): void {
  for (const [status, response] of operations.flatMap(({ responses = {} }) => Object.entries(responses))) {
    if (/^[45]XX$/.test(status) && response.content) response.content = { 'application/problem+json': response.content['application/json'] }
  }
}
