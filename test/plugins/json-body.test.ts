import Fastify from 'fastify'
import t from 'tap'
import errors from '../../plugins/errors.ts'
import config from '../../plugins/config.ts'
import jsonBody from '../../plugins/json-body.ts'

const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth)

t.test('a body up to 32 levels deep is read; a deeper one is refused in words, on every route', async t => {
  const app = Fastify({ logger: false })
  t.teardown(async () => { await app.close() })
  app.register(config, { env: {} })
  app.register(errors)
  app.register(jsonBody)
  app.register(async app => { app.post('/', async ({ body }) => JSON.stringify(body)) })
  const send = async (payload: string, type = 'application/json') => app.inject({ method: 'POST', url: '/', headers: { 'content-type': type }, payload })
  for (const depth of [1, 31, 32]) t.equal((await send(nested(depth))).body, nested(depth))
  for (const depth of [33, 1000, 100_000]) t.match((await send(nested(depth))).json(), { status: 400, code: 'AMORA_INVALID_REQUEST', detail: /32 levels/ })
  t.equal((await send('"a text"')).statusCode, 200)
  t.equal((await send('hello', 'text/plain')).statusCode, 415)
})
