import { setTimeout as sleep } from 'node:timers/promises'
import t, { type Test } from 'tap'
import { build, metric, person, type Reply, type TestOptions } from '../helper.ts'
import { hear } from '../turn/events.ts'
import { series } from '../turn/harness.ts'

/** A limit that a few long tasks pass, looked at often. */
const TOUCHY = { maxEventLoopDelay: 20, sampleInterval: 50 }
const start = async (t: Test, options: object = {}) => build(t, { pressure: TOUCHY, ...options } as TestOptions)

/** Keeps the event loop from its work, again and again. */
async function busy (ms: number): Promise<void> {
  for (const until = performance.now() + ms; performance.now() < until;) {
    for (const task = performance.now() + 60; performance.now() < task;);
    await sleep(0)
  }
}

const CARE = 'I want to kill myself tonight'
const QUESTION = 'We argue every evening about small things.'

t.test('a full process sheds turns with 503 and the time to come back, and counts them as turns', async t => {
  const app = await start(t)
  const user = person(app)
  t.equal((await user.say(QUESTION)).status, 200)
  await busy(400)
  const { status, headers, body } = await user.say(`${QUESTION} Again.`)
  t.equal(status, 503)
  t.match(body, { code: 'AMORA_OVERLOADED', status: 503, turn_id: String })
  t.match(headers['retry-after'], /^[1-5]$/)
  t.equal(await metric(app, 'amora_requests_shed_total', { reason: 'event_loop' }), 1)
  t.match(Object.fromEntries(await series(app, 'amora_turns_total')), { 'assigned=none,served=none,outcome=shed,tier=free': 1 })
  t.equal(await metric(app, 'amora_ladder_total', { rung: 'care_only' }), 1)

  await sleep(300)
  const after = await user.say(`${QUESTION} Later.`)
  t.equal(after.status, 200, 'as soon as there is room it goes on')
  t.equal(after.headers['ratelimit-remaining'], '8', 'and what was shed was not counted')
})

t.test('care is answered however full it is, as JSON and as events', async t => {
  const app = await start(t)
  await busy(400)
  const care = await person(app).say(CARE)
  t.match([care.status, care.body], [200, { engine: 'safety', referenced_data: { crisis: 'self_harm' } }])
  await busy(300)
  const heard = await hear(app, person(app), { specific_question: CARE })
  t.match(heard, { meta: { engine: 'safety' }, done: { engine: 'safety' } })
  t.equal(heard.shown, heard.done!.message)
})

t.test('a stream that has no room is a plain 503', async t => {
  const app = await start(t)
  await hear(app, person(app), { specific_question: QUESTION })
  await busy(400)
  // It stays busy: the request comes over a socket, and that takes its time.
  const [{ status, body, headers }] = await Promise.all([hear(app, person(app), { specific_question: `${QUESTION} Again.` }), busy(800)])
  t.equal(status, 503)
  t.match(headers['content-type'], /application\/problem\+json/)
  t.match(JSON.parse(body), { code: 'AMORA_OVERLOADED' })
})

t.test('health and metrics are never shed; everything else is', async t => {
  const app = await start(t)
  const metrics = await app.metrics.listen()
  const { token } = person(app)
  await busy(400)
  for (const url of ['/health', '/health/live', '/health/ready']) t.not((await app.inject(url)).json<Reply['body']>().code, 'AMORA_OVERLOADED', url)
  t.match((await app.inject({ url: '/api/v1/coach/memory', headers: { authorization: `Bearer ${token}` } })).json(), { code: 'AMORA_OVERLOADED', status: 503 })
  t.equal((await fetch(`${metrics}/metrics`)).status, 200)
})

t.test('a process without memory sheds, too', async t => {
  const app = await build(t, { pressure: { maxHeapUsedBytes: 1, sampleInterval: 20 } } as TestOptions)
  await sleep(100)
  t.equal((await person(app).say(QUESTION)).status, 503)
  t.equal(await metric(app, 'amora_requests_shed_total', { reason: 'memory' }), 1)
  t.equal((await person(app).say(CARE)).status, 200)
})

t.test('one long task is no overload', async t => {
  const app = await start(t)
  await sleep(60)
  for (const task = performance.now() + 300; performance.now() < task;);
  await sleep(0)
  t.equal((await person(app).say(QUESTION)).status, 200)
})
