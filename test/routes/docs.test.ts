import t from 'tap'
import { build, person, post } from '../helper.ts'

interface Schema { readonly [keyword: string]: unknown, readonly properties?: Readonly<Record<string, Schema>>, readonly required?: readonly string[] }
interface Media { readonly schema: Schema }
interface Parameter { readonly name: string, readonly in: string, readonly required?: boolean, readonly schema: Schema }
interface Response { readonly description: string, readonly content?: Readonly<Record<string, Media>> }
interface Operation {
  readonly summary: string, readonly tags: readonly string[], readonly security?: ReadonlyArray<Readonly<Record<string, readonly string[]>>>
  readonly parameters?: readonly Parameter[], readonly requestBody?: { readonly required?: boolean, readonly content: Readonly<Record<string, Media>> }, readonly responses: Readonly<Record<string, Response>>
}
interface Document {
  readonly openapi: string, readonly info: { readonly title: string, readonly version: string }, readonly tags: ReadonlyArray<{ readonly name: string, readonly description: string }>
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>, readonly components: { readonly securitySchemes: Readonly<Record<string, object>> }
}

/** Where nobody needs a token. */
const OPEN = /^\/health(\/|$)/
const METHODS = ['get', 'put', 'post', 'delete', 'patch']

const app = await build(t)
const document: Document = (await app.inject('/openapi.json')).json()
const operations = Object.entries(document.paths).flatMap(([path, item]) => Object.entries(item).map(([method, operation]) => ({ path, method, name: `${method} ${path}`, operation })))

/** All schemas within one, itself first. */
function within (schema: Schema): readonly Schema[] {
  const parts = [schema.items, schema.additionalProperties, ...['anyOf', 'allOf', 'oneOf'].flatMap(name => schema[name] ?? []), ...Object.values(schema.properties ?? {}), ...Object.values(schema.patternProperties ?? {})]
  return [schema, ...parts.filter((part): part is Schema => typeof part === 'object' && part !== null).flatMap(within)]
}

t.test('the document is OpenAPI 3.1, with what every operation must have', async t => {
  t.match(document, { openapi: /^3\.1\.\d$/, info: { title: 'Amora coach', version: /^\d+\.\d+\.\d+/ } })
  t.ok(operations.length >= 8, `${operations.length} operations`)
  for (const { path, method, name, operation } of operations) {
    t.match(path, /^\/[^?#]*[^/]$/, name)
    t.ok(METHODS.includes(method), name)
    t.match(operation.summary, /^.{5,120}$/, name)
    t.equal(operation.tags.length, 1, name)
    t.ok(document.tags.some(({ name, description }) => name === operation.tags[0] && description !== ''), name)
    const inPath = [...path.matchAll(/\{([^}]+)\}/g)].map(([, parameter]) => parameter)
    t.strictSame((operation.parameters ?? []).filter(parameter => parameter.in === 'path').map(({ name }) => name), inPath, name)
    for (const parameter of operation.parameters ?? []) t.ok(['path', 'query', 'header'].includes(parameter.in) && (parameter.in !== 'path' || parameter.required), `${name} ${parameter.name}`)
  }
})

t.test('every reply is described, and every schema is one of 2020-12, not of OpenAPI 3.0', async t => {
  for (const { name, operation } of operations) {
    t.ok(Object.keys(operation.responses).some(status => status.startsWith('2')), `${name} has a good end`)
    const media = [...Object.values(operation.responses).flatMap(({ content = {} }) => Object.values(content)), ...Object.values(operation.requestBody?.content ?? {})]
    for (const [status, { description }] of Object.entries(operation.responses)) t.ok(/^([1-5]\d\d|[1-5]XX|default)$/.test(status) && description !== '', `${name} ${status}`)
    const schemas = [...media.map(({ schema }) => schema), ...(operation.parameters ?? []).map(({ schema }) => schema)].flatMap(within)
    for (const schema of schemas) {
      t.notOk('nullable' in schema || '$ref' in schema || typeof schema.exclusiveMinimum === 'boolean', name)
      for (const required of schema.required ?? []) t.ok(schema.properties?.[required], `${name}: ${required} is described`)
    }
  }
})

t.test('the headers that a back end may send are described where they are read', async t => {
  const headersOf = (path: string, method: string) => (document.paths[path]![method]!.parameters ?? []).filter(({ in: place }) => place === 'header').map(({ name }) => name)
  t.strictSame(headersOf('/api/v1/coach', 'post'), ['Idempotency-Key', 'X-Amora-User-Id', 'X-Amora-Tier'])
  t.strictSame(headersOf('/api/v1/coach/memory', 'delete'), ['X-Amora-User-Id', 'X-Amora-Tier'])
  t.strictSame(headersOf('/health/live', 'get'), [])
})

t.test('what may be refused says how: a problem', async t => {
  for (const { path, name, operation } of operations) {
    const problem = operation.responses['4XX']?.content
    if (OPEN.test(path)) continue
    t.strictSame(Object.keys(problem ?? {}), ['application/problem+json'], name)
    t.strictSame(problem?.['application/problem+json']?.schema.required, ['type', 'title', 'status', 'code'], name)
  }
})

t.test('the lock in the document is the lock on the door', async t => {
  for (const { path, method, name, operation } of operations) {
    const url = path.replaceAll(/\{[^}]+\}/g, '00000000-0000-4000-8000-000000000000')
    const { statusCode } = await app.inject({ method: method.toUpperCase() as 'GET', url, ...(method === 'get' ? {} : { payload: {} }) })
    t.equal(operation.security !== undefined, statusCode === 401, `${name}: ${statusCode}`)
    t.equal(operation.security === undefined, OPEN.test(path), name)
    for (const scheme of (operation.security ?? []).flatMap(Object.keys)) t.ok(document.components.securitySchemes[scheme], name)
  }
})

t.test('the coach’s legacy fields are there, in the request and in the reply, and a real reply fits', async t => {
  const { requestBody, responses } = document.paths['/api/v1/coach']!.post!
  const { properties = {} } = requestBody!.content['application/json']!.schema
  t.strictSame(Object.keys(properties).sort(), ['blueprint_id', 'category', 'coach_session_id', 'context', 'mode', 'scan_id', 'scan_result_id', 'session_id', 'specific_question'])
  for (const mode of ['LEARN', 'REFLECT', 'EXPLAIN', 'SAFETY']) t.match(JSON.stringify(properties.mode), mode)
  const scan = within(properties.context!).find(schema => schema.properties?.scan_result)
  t.strictSame(Object.keys(within(scan!.properties!.scan_result!).find(({ properties }) => properties)!.properties!).sort(), ['awareness_areas', 'category', 'category_scores', 'overall_score', 'red_flags', 'strengths'])
  const reply = responses['200']!.content!['application/json']!.schema
  const { status, body } = await post(app, { headers: { authorization: `Bearer ${person(app).token}` }, payload: { specific_question: 'hello' } })
  t.equal(status, 200)
  t.strictSame(Object.keys(body).sort(), [...reply.required!].sort())
})

t.test('the page and its parts come from here, under a policy that lets nothing else in', async t => {
  for (const url of ['/docs', '/docs/', '/docs/static/swagger-ui-bundle.js', '/docs/static/swagger-initializer.js', '/docs/static/theme/page.css']) {
    const { statusCode, headers } = await app.inject(url)
    t.equal(statusCode, 200, url)
    const policy = String(headers['content-security-policy'])
    t.match(policy, /default-src 'self'/)
    t.notMatch(policy, /https?:|\*|unsafe-eval|upgrade-insecure-requests/)
  }
  const { body } = await app.inject('/docs')
  t.notMatch(body, /(src|href)="https?:/)
})
