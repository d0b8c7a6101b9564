import Fastify, { type FastifyInstance } from 'fastify'
import { setTimeout as sleep } from 'node:timers/promises'
import t, { type Test } from 'tap'
import config from '../../plugins/config.ts'
import { Overloaded } from '../../plugins/errors.ts'
import plugin from '../../plugins/tracing.ts'
import { LlmError } from '../../services/v2/model-client.ts'
import { build, person } from '../helper.ts'
import { recordTraces, treeOf } from '../otel/traces.ts'
import { QUESTION, entryOf, house, stage } from '../turn/harness.ts'
import { speak, until } from '../turn/sockets.ts'

t.test('without telemetry there is nothing, and nothing is in the way', async t => {
  const app = await build(t)
  const { step, call, isKept, exemplar } = app.tracing
  t.equal(step('add', (a: number, b: number) => a + b)(1, 2), 3)
  t.equal(await call({ name: 'call', facts: {} }, async () => 'said'), 'said')
  t.strictSame([isKept(), exemplar()], [false, undefined])
  t.equal((await person(app).say('hello')).status, 200)
})

const traces = recordTraces()
const CALLER = { traceId: '00000000000000000000000000000001', spanId: '00f067aa0ba902b7' }

t.test('the caller’s trace is pointed at, never joined: neither his id nor his flag decides anything', async t => {
  const app = await house(t)
  for (const flags of ['00', '01']) {
    const { body } = await person(app).say('hello', {}, { traceparent: `00-${CALLER.traceId}-${CALLER.spanId}-${flags}`, tracestate: 'vendor=1', baggage: 'user.email=a@example.com' })
    const [root] = await traces.of(body.turn_id)
    t.equal(root!.parentSpanContext, undefined)
    t.not(root!.spanContext().traceId, CALLER.traceId)
    t.match(root!.links.map(({ context }) => context), [{ ...CALLER, isRemote: true }])
    t.equal(root!.spanContext().traceState, undefined)
  }
  const { body } = await person(app).say('hello', {}, { traceparent: 'nonsense' })
  t.strictSame((await traces.of(body.turn_id))[0]!.links, [])
})

t.test('a turn has a trace, another request has none', async t => {
  const app = await house(t)
  traces.forget()
  await app.inject({ url: '/health/ready' })
  await app.inject({ method: 'POST', url: '/api/v1/coach', payload: {} })
  t.strictSame(treeOf(traces.spans), [], 'nor one that is refused before it is a turn')
})

t.test('turns at the same time keep apart', async t => {
  const { app } = await stage(t)
  const replies = await Promise.all(Array.from({ length: 20 }, async (_, n) => person(app).say(`${QUESTION} It was evening ${n}.`)))
  const trees = await Promise.all(replies.map(async ({ body }) => treeOf(await traces.of(body.turn_id)).join('\n')))
  t.strictSame(new Set(trees).size, 1)
  t.match(trees[0], /respond\n +chat gpt-6\.1-terra/)
})

t.test('a turn whose caller has left is followed to its end', async t => {
  const { app, fake } = await stage(t)
  fake.fault('latency', { latencyMs: 400 })
  traces.forget()
  const spoken = await speak(app, person(app), { specific_question: QUESTION })
  const root = await until('the turn', () => traces.spans.find(({ name }) => name === 'chat gpt-6-luna') && traces.spans[0])
  spoken.leave()
  await spoken.answered
  const spans = await traces.of(String(root.attributes['amora.turn.id']))
  t.match(spans[0]!.attributes, { 'amora.turn.outcome': 'aborted', 'amora.turn.reason': 'client', 'amora.turn.served': 'none' })
  t.equal(spans[0]!.attributes['http.response.status_code'], undefined, 'he heard no status')
  t.equal(spans.find(({ name }) => name === 'chat gpt-6-luna')!.status.code, 0, 'and a call that nobody waits for has not failed')
  t.equal((await entryOf(app, String(root.attributes['amora.turn.id']))).outcome, 'aborted')
})

t.test('exemplars name the trace that they belong to', async t => {
  const app = await house(t)
  const { body } = await person(app).say('hello')
  const [root] = await traces.of(body.turn_id)
  const exposed = await app.metrics.registry.metrics()
  t.match(exposed, new RegExp(`^amora_turn_duration_seconds_bucket.* # \\{.*trace_id="${root!.spanContext().traceId}"`, 'm'))
  t.equal(app.tracing.exemplar(), undefined, 'nothing is kept of this moment')
})

/** A service whose one route is a turn of the test's own. */
async function tracing (t: Test, work: (app: FastifyInstance) => Promise<unknown>): Promise<FastifyInstance> {
  const app = Fastify()
  app.register(config, { env: {} })
  app.register(plugin)
  app.addHook('preHandler', (request, reply, done) => { app.tracing.begin(request, reply, done) })
  app.get('/turn', async () => { await work(app); return 'said' })
  t.teardown(async () => { await app.close() })
  await app.ready()
  traces.forget()
  return app
}

t.test('a step ends with its work, and tells the kind of an error but never its words', async t => {
  const words = () => new Error('My boyfriend said so')
  const failing: ReadonlyArray<readonly [string, Error]> = [
    ['Error', words()], ['TypeError', new TypeError('x')], ['rate_limited', new LlmError('rate_limited', { cause: words() })], ['AMORA_OVERLOADED', new Overloaded()]
  ]
  const app = await tracing(t, async ({ tracing: { step, call } }) => {
    t.equal(step('sync', () => 1, value => ({ value }))(), 1)
    t.equal(await step('async', async () => 2, value => ({ value }))(), 2)
    for (const [type, error] of failing) {
      const broken = () => { throw error }
      t.throws(step(`sync ${type}`, broken), error)
      await t.rejects(step(`async ${type}`, async () => broken())(), error)
      await t.rejects(call({ name: `call ${type}`, facts: {} }, async () => broken()), error)
    }
  })
  t.equal((await app.inject('/turn')).statusCode, 200)
  const [root, ...seen] = traces.spans
  t.equal(root!.name, 'GET /turn')
  t.ok(seen.every(({ ended }) => ended))
  t.strictSame(seen.slice(0, 2).map(({ attributes, status }) => [attributes, status.code]), [[{ value: 1 }, 0], [{ value: 2 }, 0]])
  t.strictSame(seen.slice(2).map(({ attributes, status, events }) => [attributes, status, events]), failing.flatMap(([type]) => Array.from({ length: 3 }, () => [{ 'error.type': type }, { code: 2 }, []])))
})

t.test('a fault of ours is an error of the turn', async t => {
  const app = await tracing(t, async () => { throw new Error('broken') })
  t.equal((await app.inject('/turn')).statusCode, 500)
  t.match(traces.spans[0], { status: { code: 2 }, attributes: { 'http.response.status_code': 500 } })
})

t.test('what a turn leaves behind when it is over is nobody’s trace', async t => {
  const over = Promise.withResolvers<void>()
  let left: Promise<boolean> | undefined
  const app = await tracing(t, async ({ tracing: { isKept, holdOpen } }) => {
    t.ok(isKept())
    left = over.promise.then(isKept)
    holdOpen(sleep(30))
  })
  await app.inject('/turn')
  t.notOk(traces.spans[0]!.ended, 'something still goes on')
  await until('its end', () => traces.spans[0]!.ended || undefined)
  over.resolve()
  t.equal(await left, false)
})
