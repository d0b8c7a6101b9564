import Fastify, { type FastifyInstance, type InjectOptions } from 'fastify'
import t, { type Test } from 'tap'
import config from '../../plugins/config.ts'
import errors, * as coded from '../../plugins/errors.ts'
import { build, person } from '../helper.ts'
import { head, rawRequest } from '../raw-http.ts'

const SECRET_WORDS = 'connect ECONNREFUSED 10.0.0.7:6379 password=hunter2'

interface Problem { readonly status: number, readonly type: unknown, readonly retryAfter: unknown, readonly body: coded.Problem }

/** The errors plugin before one route that throws what it is told. */
async function start (test: Test): Promise<(thrown: unknown, headers?: Record<string, string>) => Promise<Problem>> {
  let thrown: unknown
  const app = Fastify({ logger: false })
  app.register(config, { env: {} })
  app.register(errors)
  app.register(async app => {
    app.get('/', async (request, reply) => {
      if (request.headers['x-set']) reply.header('retry-after', '77')
      throw thrown
    })
  })
  test.teardown(async () => { await app.close() })
  return async (error, headers = {}) => {
    thrown = error
    return problem(app, { url: '/', headers })
  }
}

async function problem (app: FastifyInstance, options: InjectOptions): Promise<Problem> {
  const { statusCode, headers, body } = await app.inject(options)
  return { status: statusCode, type: headers['content-type'], retryAfter: headers['retry-after'], body: JSON.parse(body) as coded.Problem }
}

t.test('every coded error is a problem with its status and code', async t => {
  const ask = await start(t)
  const table = [
    [new coded.InvalidRequest('x is wrong'), 400, 'AMORA_INVALID_REQUEST'], [new coded.Unauthenticated('no'), 401, 'AMORA_UNAUTHENTICATED'],
    [new coded.Forbidden('no'), 403, 'AMORA_FORBIDDEN'], [new coded.NotFound('no'), 404, 'AMORA_NOT_FOUND'],
    [new coded.SessionBusy(), 429, 'AMORA_SESSION_BUSY'], [new coded.DailyLimit(10, 'in 3 hours'), 429, 'AMORA_DAILY_LIMIT'], [new coded.BurstLimit('in 20 seconds'), 429, 'AMORA_BURST_LIMIT'],
    [new coded.ReplayInFlight(), 409, 'AMORA_IN_FLIGHT'], [new coded.ReplayMismatch(), 422, 'AMORA_IDEMPOTENCY_MISMATCH'],
    [new coded.Unavailable(), 503, 'AMORA_UNAVAILABLE'], [new coded.CallerLeft(), 499, 'AMORA_CALLER_LEFT']
  ] as const
  for (const [error, status, code] of table) {
    t.match(await ask(error), { status, type: 'application/problem+json', body: { type: 'about:blank', title: /^[A-Z][A-Za-z -]+$/, status, code, detail: error.message } }, code)
  }
})

t.test('a 5xx carries no internal message out, whatever was thrown', async t => {
  const ask = await start(t)
  const faults = [
    new Error(SECRET_WORDS), new TypeError(SECRET_WORDS), new RangeError(SECRET_WORDS), new SyntaxError(SECRET_WORDS), new AggregateError([new Error(SECRET_WORDS)], SECRET_WORDS), new DOMException(SECRET_WORDS, 'TimeoutError'),
    Object.assign(new Error(SECRET_WORDS), { statusCode: 500 }), Object.assign(new Error(SECRET_WORDS), { statusCode: 502, code: 'E_UPSTREAM' }), Object.assign(new Error(SECRET_WORDS), { statusCode: 200 }),
    Object.assign(new Error(SECRET_WORDS), { status: 404 }), Object.assign(new Error(SECRET_WORDS), { code: 'ECONNREFUSED' }), Object.assign(new Error(SECRET_WORDS), { statusCode: 999 }),
    SECRET_WORDS, { message: SECRET_WORDS }, 42, null, undefined
  ]
  for (const fault of faults) {
    const answer = await ask(fault)
    t.ok(answer.status >= 500 && answer.status <= 599, `${String(fault).slice(0, 20)}: ${answer.status}`)
    t.match(answer, { type: 'application/problem+json', body: { code: 'AMORA_INTERNAL', status: answer.status } })
    t.notMatch(JSON.stringify(answer.body), /ECONNREFUSED|hunter2|10\.0\.0\.7|E_UPSTREAM/)
  }
})

t.test('a store that does not answer is a 503 of its own', async t => {
  const ask = await start(t)
  const answer = await ask(Object.assign(new Error(SECRET_WORDS), { name: 'StateUnavailable' }))
  t.match(answer, { status: 503, retryAfter: '1', body: { code: 'AMORA_UNAVAILABLE' } })
  t.notMatch(JSON.stringify(answer.body), /hunter2/)
})

t.test('retry-after: where asking again helps, unless somebody knows better', async t => {
  const ask = await start(t)
  for (const error of [new coded.SessionBusy(), new coded.ReplayInFlight(), new coded.Unavailable()]) {
    t.equal((await ask(error)).retryAfter, '1', error.code)
    t.equal((await ask(error, { 'x-set': 'yes' })).retryAfter, '77', `${error.code}: what is set stays`)
  }
  for (const error of [new coded.InvalidRequest('x'), new coded.Unauthenticated('x'), new coded.Forbidden('x'), new coded.NotFound('x'), new coded.ReplayMismatch(), new Error('x')]) t.equal((await ask(error)).retryAfter, undefined)
})

t.test('what no route knows is a 404 that says what was asked, in short', async t => {
  const app = await build(t)
  for (const [method, url] of [['GET', '/nowhere'], ['GET', '/api/v1/coach/'], ['PUT', '/api/v1/coach'], ['DELETE', '/health'], ['POST', '/health/ready'], ['OPTIONS', '/api/v1/coach'], ['GET', '/api/v1/coach/../../etc/passwd'], ['GET', '/metrics']] as const) {
    t.match(await problem(app, { method, url }), { status: 404, type: 'application/problem+json', body: { code: 'AMORA_NOT_FOUND', detail: new RegExp(`^There is no ${method} /`) } }, `${method} ${url}`)
  }
  const long = await problem(app, { url: `/${'x'.repeat(5000)}?token=secret` })
  t.ok(long.body.detail!.length < 300)
  t.notMatch((await problem(app, { url: '/nowhere?token=abc' })).body.detail, /abc/)
})

t.test('a body that is none of ours is refused before anybody is asked to think', async t => {
  const app = await build(t)
  const { token } = person(app)
  const send = async (payload: string, headers: Record<string, string> = {}) => problem(app, { method: 'POST', url: '/api/v1/coach/', headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...headers }, payload })
  const refused = [
    ['', 400], ['{', 400], ['{"specific_question": "x"', 400], ['nonsense', 400], ['{"a": undefined}', 400], ['{"specific_question": "x",}', 400], ['\u0000', 400], ['[]', 400], ['null', 400], ['"text"', 400], ['17', 400],
    ['{"mode": "SHOUT"}', 400], ['{"specific_question": 5}', 400], ['{"context": []}', 400], ['{"session_id": ""}', 400], ['{"__proto__": {"mode": "LEARN"}}', 400], ['{"constructor": {"prototype": {}}}', 400]
  ] as const
  for (const [payload, status] of refused) t.match(await send(payload), { status, type: 'application/problem+json', body: { code: 'AMORA_INVALID_REQUEST', detail: /./, turn_id: /^[0-9a-f-]{36}$/ } }, payload)
  t.match(await send(`{"specific_question": "${'x'.repeat(200_000)}"}`), { status: 413, body: { code: 'AMORA_TOO_LARGE' } })
  for (const type of ['text/plain', 'application/xml', 'multipart/form-data; boundary=x', 'application/x-www-form-urlencoded', 'application/jsonp', 'json', 'x']) {
    t.match(await send('{"specific_question": "x"}', { 'content-type': type }), { status: 415, body: { code: 'AMORA_UNSUPPORTED_MEDIA_TYPE' } }, type)
  }
  for (const type of ['application/json; charset=utf-8', 'Application/JSON']) t.equal((await send('{"specific_question": "hello"}', { 'content-type': type })).status, 200, type)
})

t.test('who is not known hears 401 before anything of his body is judged', async t => {
  const app = await build(t)
  for (const payload of ['{', '{"mode": "SHOUT"}', 'x'.repeat(200_000)]) {
    t.equal((await problem(app, { method: 'POST', url: '/api/v1/coach/', headers: { 'content-type': 'application/json' }, payload })).status, 401)
  }
})

t.test('on the wire: wrong lengths, broken paths and what is no HTTP are problems, too', async t => {
  const app = await build(t)
  const origin = await app.listen({ host: '127.0.0.1', port: 0 })
  const authorization = `authorization: Bearer ${person(app).token}`
  const post = (length: string, body: string) => `${head('POST /api/v1/coach/', authorization, 'content-type: application/json', `content-length: ${length}`)}${body}`
  const shown = async (bytes: string) => {
    const { status, headers, body } = await rawRequest(origin, bytes)
    return { status, isProblem: headers.includes('application/problem+json'), code: (JSON.parse(body) as coded.Problem).code }
  }
  t.strictSame(await shown(head('GET /%')), { status: 400, isProblem: true, code: 'AMORA_INVALID_REQUEST' })
  t.strictSame(await shown(head('GET /%C0%AF')), { status: 400, isProblem: true, code: 'AMORA_INVALID_REQUEST' })
  t.strictSame(await shown(head(`GET /admin/turns/${'x'.repeat(300)}`)), { status: 414, isProblem: true, code: 'AMORA_INVALID_REQUEST' })
  t.strictSame(await shown('GET / HTTP/9.9\r\n\r\n'), { status: 400, isProblem: true, code: 'AMORA_INVALID_REQUEST' })
  t.strictSame(await shown('\u0016\u0003\u0001 TLS without asking\r\n\r\n'), { status: 400, isProblem: true, code: 'AMORA_INVALID_REQUEST' })
  t.strictSame(await shown(head('GET /health', `x-long: ${'x'.repeat(18_000)}`)), { status: 431, isProblem: true, code: 'AMORA_TOO_LARGE' })
  t.strictSame(await shown(post('-5', '{}')), { status: 400, isProblem: true, code: 'AMORA_INVALID_REQUEST' })
  t.strictSame(await shown(post('2\r\ncontent-length: 3', '{}')), { status: 400, isProblem: true, code: 'AMORA_INVALID_REQUEST' })
  t.strictSame(await shown(post('1', '{}')), { status: 400, isProblem: true, code: 'AMORA_INVALID_REQUEST' }, 'shorter than the body: a JSON text cut off')
  t.strictSame(await shown(post('999999999', '{}')), { status: 413, isProblem: true, code: 'AMORA_TOO_LARGE' })
  t.strictSame(await shown(`${head('POST /api/v1/coach/', authorization, 'content-type: application/json', 'transfer-encoding: chunked')}zz\r\n{}\r\n0\r\n\r\n`), { status: 400, isProblem: true, code: 'AMORA_INVALID_REQUEST' })
  t.equal((await rawRequest(origin, post('500', '{}'))).status, 400, 'longer than the body, and then hung up')
  t.match(await problem(app, { url: '/health' }), { status: 200 }, 'and it goes on')
})

t.test('a request that never arrives whole is ended', async t => {
  const app = Fastify({ logger: false, clientErrorHandler: coded.refuseConnection, requestTimeout: 100, http: { connectionsCheckingInterval: 30 } })
  t.teardown(async () => { await app.close() })
  const origin = await app.listen({ host: '127.0.0.1', port: 0 })
  const { status, body } = await rawRequest(origin, 'POST /api/v1/coach/ HTTP/1.1\r\nhost: amora\r\ncontent-length: 500\r\n', { end: false })
  t.equal(status, 408)
  t.match(JSON.parse(body), { status: 408, code: 'AMORA_INVALID_REQUEST' })
})
