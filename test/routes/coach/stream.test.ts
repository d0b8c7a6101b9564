/** The coach's route as server-sent events: every kind of turn, and what is refused before a stream begins. */
import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import t, { type Test } from 'tap'
import { V1_ONLY, build, person, post, type TestOptions } from '../../helper.ts'
import { QUESTION, REPLY, entryOf, series, stage } from '../../turn/harness.ts'
import { hear, listenTo, type Heard } from '../../turn/events.ts'
import { until } from '../../turn/sockets.ts'

/** Where time is not the matter, a busy machine is no reason to be late. */
const PATIENT = { AMORA_TURN_DEADLINE_MS: '20000' }
const EVENTS = { accept: 'text/event-stream' }

/** In order, and every word of the reply in the deltas. */
function isWhole (t: Test, { names, meta, deltas, shown, done }: Heard): void {
  t.strictSame(names, ['meta', ...deltas.map(() => 'delta'), 'done'])
  t.ok(deltas.length > 0)
  t.equal(shown, done?.message, 'the deltas are the message')
  t.match(meta, { turn_id: done?.turn_id, session_id: done?.session_id })
}

t.test('a V2 turn comes sentence by sentence, and ends with the reply that JSON would have been', async t => {
  const { app, fake } = await stage(t, { env: PATIENT })
  fake.script.reply = () => REPLY
  const streamed = await hear(app, person(app), { specific_question: QUESTION })
  isWhole(t, streamed)
  t.match(streamed.meta, { engine: 'v2' })
  t.equal(streamed.deltas.length, 2)
  fake.reset()
  fake.script.reply = () => REPLY
  const { body } = await person(app).say(`${QUESTION} Again.`)
  t.strictSame(Object.keys(streamed.done!), Object.keys(body), 'with the same fields')
  t.strictSame({ ...streamed.done, turn_id: '', session_id: '' }, { ...body, turn_id: '', session_id: '' })
})

t.test('its head lets nothing on the way hold it back', async t => {
  const app = await build(t, { env: PATIENT })
  const { status, headers } = await hear(app, person(app), { specific_question: QUESTION })
  t.equal(status, 200)
  t.match(headers, { 'content-type': /^text\/event-stream/, 'cache-control': 'no-store', 'x-accel-buffering': 'no', 'ratelimit-remaining': '9' })
  t.notOk(headers['content-length'])
})

t.test('cached, trivial, care, V1 and offline answers come sentence by sentence, too', async t => {
  const { app } = await stage(t, { env: PATIENT })
  await person(app).say(QUESTION)
  const cached = await hear(app, person(app), { specific_question: QUESTION })
  isWhole(t, cached)
  t.match(await entryOf(app, cached.done!.turn_id), { cache: 'hit', served: 'v2', cost_usd: 0 })
  t.match(await entryOf(app, cached.done!.turn_id), { outcome: 'ok', reason: '' })
  const trivial = await hear(app, person(app), { specific_question: 'hello' })
  isWhole(t, trivial)
  t.match(trivial.done, { referenced_data: { reason: 'trivial' } })
  const care = await hear(app, person(app), { specific_question: 'I want to kill myself tonight' })
  isWhole(t, care)
  t.match(care, { meta: { engine: 'safety' }, done: { engine: 'safety', mode: 'SAFETY', referenced_data: { crisis: 'self_harm' } } })
  t.ok(care.deltas.length >= 3)

  const v1 = await build(t, { env: { ...PATIENT, ...V1_ONLY } })
  const templated = await hear(v1, person(v1), { specific_question: QUESTION })
  isWhole(t, templated)
  t.match(templated, { meta: { engine: 'v1' }, done: { engine: 'v1', degraded: false } })
  t.ok(templated.deltas.length > 1)
  const offline = await build(t, { env: PATIENT })
  const composed = await hear(offline, person(offline), { specific_question: QUESTION })
  isWhole(t, composed)
  t.match(composed.done, { engine: 'v2', referenced_data: { model: /offline/ } })
})

t.test('V1 in place of V2 comes whole, with its reason', async t => {
  const { app, fake } = await stage(t, { env: PATIENT })
  fake.fault('server_error', { match: 'respond' })
  const heard = await hear(app, person(app), { specific_question: QUESTION })
  isWhole(t, heard)
  t.match(heard, { meta: { engine: 'v1' }, done: { engine: 'v1', degraded: true, referenced_data: { fallback: true, reason: 'upstream_error', rung: 'v1' } } })
})

t.test('what refuses a turn is a plain problem: no stream begins', async t => {
  const app = await build(t, { env: { ...PATIENT, AMORA_FREE_DAILY_LIMIT: '1', AMORA_BURST_PER_MINUTE: '2' } })
  const user = person(app)
  const ask = async (body: object, headers: Record<string, string> = {}, token = user.token) => hear(app, { token }, body, { headers })
  const refused = async (wanted: number, code: string, got: ReturnType<typeof ask>) => {
    const { status, headers, body } = await got
    t.equal(status, wanted, code)
    t.match(headers['content-type'], /application\/problem\+json/)
    t.match(JSON.parse(body), { status: wanted, code })
  }
  await refused(400, 'AMORA_INVALID_REQUEST', ask({ specific_question: 7 }))
  await refused(400, 'AMORA_INVALID_REQUEST', ask({ mode: 'EXPLAIN' }))
  await refused(401, 'AMORA_UNAUTHENTICATED', ask({}, {}, 'none'))
  await refused(403, 'AMORA_FORBIDDEN', ask({}, { 'x-amora-user-id': randomUUID() }))
  t.equal((await ask({ specific_question: QUESTION }, { 'idempotency-key': 'one' })).status, 200)
  await refused(422, 'AMORA_IDEMPOTENCY_MISMATCH', ask({ specific_question: 'Another question, about my sister.' }, { 'idempotency-key': 'one' }))
  await refused(429, 'AMORA_DAILY_LIMIT', ask({ specific_question: `${QUESTION} And more.` }))
  await ask({ specific_question: 'hi' })
  await refused(429, 'AMORA_BURST_LIMIT', ask({ specific_question: 'hi' }))
})

t.test('a session that is busy for too long is a plain 429, and an idempotency key that is taken a 409', async t => {
  const { app, fake } = await stage(t, { env: PATIENT })
  fake.fault('latency', { match: 'respond', latencyMs: 1600 })
  const user = person(app)
  const first = hear(app, user, { specific_question: QUESTION, session_id: 'one' }, { headers: { 'idempotency-key': 'k' } })
  await until('the call', () => fake.calls.find(({ leg }) => leg === 'respond'))
  const taken = await hear(app, user, { specific_question: QUESTION, session_id: 'one' }, { headers: { 'idempotency-key': 'k' } })
  t.match([taken.status, JSON.parse(taken.body)], [409, { code: 'AMORA_IN_FLIGHT' }])
  const busy = await hear(app, user, { specific_question: 'And I do not know where we stand.', session_id: 'one' })
  t.match([busy.status, JSON.parse(busy.body)], [429, { code: 'AMORA_SESSION_BUSY' }])
  isWhole(t, await first)
})

t.test('a repeated key gives the same events again, whichever way it was asked first', async t => {
  const { app, fake } = await stage(t, { env: PATIENT })
  const user = person(app)
  const headers = { 'idempotency-key': 'same' }
  const first = await hear(app, user, { specific_question: QUESTION }, { headers })
  const again = await hear(app, user, { specific_question: QUESTION }, { headers })
  t.equal(again.headers['idempotent-replayed'], 'true')
  isWhole(t, again)
  t.strictSame([again.meta, again.done, again.shown], [first.meta, first.done, first.shown])
  t.strictSame((await user.say(QUESTION, {}, headers)).body, first.done, 'as JSON, too')
  t.equal(fake.calls.filter(({ leg }) => leg === 'respond').length, 1)

  const other = { 'idempotency-key': 'other' }
  const { body } = await user.say('My sister and I have not spoken since the funeral.', {}, other)
  t.strictSame((await hear(app, user, { specific_question: 'My sister and I have not spoken since the funeral.' }, { headers: other })).done, body)
})

t.test('the session remembers what was shown', async t => {
  const { app, fake } = await stage(t, { env: PATIENT })
  fake.script.reply = () => `${REPLY} You must leave him.`
  const user = person(app)
  const { done } = await hear(app, user, { specific_question: QUESTION, session_id: 'one' })
  t.equal(done!.message, REPLY)
  t.match(await entryOf(app, done!.turn_id), { outcome: 'ok', reason: 'repaired', repaired: true })
  await hear(app, user, { specific_question: 'And it is always about the rent.', session_id: 'one' })
  const { messages } = fake.calls.findLast(({ leg }) => leg === 'respond')!.body as { messages: Array<{ role: string, content: string }> }
  t.strictSame(messages.filter(({ role }) => role !== 'system').map(({ content }) => content), [QUESTION, REPLY, 'And it is always about the rent.'])
  await person(app).say(QUESTION)
  t.equal(fake.calls.filter(({ leg }) => leg === 'respond').length, 4, 'an edited reply is not kept: the model wrote, and its order had to be rewritten')
})

t.test('a fault of ours before anything has begun is a plain problem', async t => {
  const sessionStore = { open: async () => { throw new TypeError('no session today') } }
  const app = await build(t, { env: PATIENT, sessionStore } as TestOptions)
  const { status, body } = await hear(app, person(app), { specific_question: QUESTION })
  t.equal(status, 500)
  t.match(JSON.parse(body), { code: 'AMORA_INTERNAL', turn_id: String })
})

t.test('a fault of ours in the middle is an event with a problem, and the key is free again', async t => {
  const app = await build(t, { env: { ...PATIENT, ...V1_ONLY } })
  const { answer } = app.v1
  Object.assign(app.v1, { answer: () => { throw new TypeError('ours') } })
  const user = person(app)
  const headers = { 'idempotency-key': 'k' }
  const listening = await listenTo(app, user, { specific_question: QUESTION }, { headers })
  const { data } = await listening.until('error')
  t.equal(listening.status, 200)
  t.match(data, { code: 'AMORA_INTERNAL', status: 500, turn_id: String })
  t.notMatch(JSON.stringify(data), /ours/)
  t.equal(await listening.ended, 'ended')
  t.strictSame(listening.events.map(({ event }) => event), ['error'])

  Object.assign(app.v1, { answer })
  isWhole(t, await hear(app, user, { specific_question: QUESTION }, { headers }))
})

t.test('which of the two is wanted', async t => {
  const app = await build(t, { env: { ...PATIENT, ...V1_ONLY } })
  const typeOf = async (accept?: string) => String((await app.inject({
    method: 'POST', url: '/api/v1/coach', payload: { specific_question: 'hello' },
    headers: { authorization: `Bearer ${person(app).token}`, ...(accept === undefined ? {} : { accept }) }
  })).headers['content-type']).split(';')[0]
  for (const accept of [undefined, '*/*', 'application/json', 'application/json, text/event-stream;q=0.5', 'text/event-stream;q=0', 'text/event-stream;q=none', 'text/html']) t.equal(await typeOf(accept), 'application/json', String(accept))
  for (const accept of ['text/event-stream', 'Text/Event-Stream', 'text/event-stream, */*', 'text/event-stream;q=0.9, application/json;q=0.8', 'application/json, text/event-stream']) t.equal(await typeOf(accept), 'text/event-stream', accept)
})

t.test('a hundred who ask the same at once share one reply as it is written', async t => {
  const { app, fake } = await stage(t, { env: PATIENT })
  fake.script.reply = () => REPLY
  fake.fault('latency', { match: 'respond', latencyMs: 300 })
  const heard = await Promise.all(Array.from({ length: 100 }, async () => hear(app, person(app), { specific_question: QUESTION })))
  for (const one of heard) if (one.shown !== REPLY || one.done?.message !== REPLY || one.names.join() !== 'meta,delta,delta,done') t.fail(one.names.join())
  t.equal(fake.calls.filter(({ leg }) => leg === 'respond').length, 1)
  t.match(Object.fromEntries(await series(app, 'amora_cache_requests_total')), { 'kind=public,result=hit': 99, 'kind=public,result=miss': 1 })
})

t.test('who hears the same as JSON waits for the whole, beside one who reads it as it comes', async t => {
  const { app, fake } = await stage(t, { env: PATIENT })
  fake.script.reply = () => REPLY
  fake.fault('latency', { match: 'respond', latencyMs: 200 })
  const [events, json] = await Promise.all([hear(app, person(app), { specific_question: QUESTION }), post(app, { headers: { authorization: `Bearer ${person(app).token}` }, payload: { specific_question: QUESTION } })])
  t.equal(json.body.message, events.shown)
  t.equal(fake.calls.filter(({ leg }) => leg === 'respond').length, 1)
  await sleep(1)
})

t.test('without a listener nothing is promised', async t => {
  const app = await build(t, { env: PATIENT })
  const response = await app.inject({ method: 'POST', url: '/api/v1/coach', headers: { ...EVENTS, authorization: `Bearer ${person(app).token}` }, payload: { specific_question: QUESTION } })
  t.equal(response.statusCode, 200)
  t.match(response.payload, /event: meta\n.*\n\nevent: delta\n/)
})
