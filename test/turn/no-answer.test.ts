/** Ends without an answer: a busy session, no room, faults of our own; and what such a turn must not leave behind. */
import { setTimeout as sleep } from 'node:timers/promises'
import t from 'tap'
import { agreesWithBill, entryOf, grown, person, series, stage, QUESTION } from './harness.ts'

t.test('a busy session: the second turn waits a bounded time, then 429, and is given back', async t => {
  const { app, fake } = await stage(t, { env: { AMORA_TURN_DEADLINE_MS: '6000' } })
  fake.fault('latency', { match: 'respond', latencyMs: 1600, times: 1 })
  const user = person(app)
  const turns = await series(app, 'amora_turns_total')
  const first = user.say(QUESTION, { session_id: 'one' })
  await sleep(50)
  const startedAt = performance.now()
  const second = await user.say('And then he walked out without a word, which hurt.', { session_id: 'one' })
  const waitedMs = performance.now() - startedAt
  t.match(second, { status: 429, body: { code: 'AMORA_SESSION_BUSY', status: 429 } })
  t.match(second.headers['content-type'], /^application\/problem\+json/)
  t.ok(Number(second.headers['retry-after']) >= 1)
  t.ok(waitedMs > 900 && waitedMs < 2500, `after ${Math.round(waitedMs)} ms`)
  t.match(await entryOf(app, (second.body as unknown as { turn_id: string }).turn_id), { assigned: 'none', served: 'none', outcome: 'denied', reason: 'session_busy', cost_usd: 0 })
  t.match((await first).body, { engine: 'v2', degraded: false }, 'the first one is answered')
  t.strictSame(grown(turns, await series(app, 'amora_turns_total')), { 'assigned=none,served=none,outcome=denied,tier=free': 1, 'assigned=v2,served=v2,outcome=ok,tier=free': 1 })
  t.equal((await user.say('', { mode: 'SAFETY' })).headers['ratelimit-remaining'], '8', 'two of ten are gone: the first one and this one')
})

t.test('a session that is free soon enough: the second turn sees what the first one left', async t => {
  const { app, fake } = await stage(t)
  fake.fault('latency', { match: 'respond', latencyMs: 300, times: 1 })
  const user = person(app)
  const [first, second] = await Promise.all([
    user.say(QUESTION, { session_id: 'one' }), sleep(50).then(async () => user.say('And then he walked out without a word, which hurt.', { session_id: 'one' }))
  ])
  t.strictSame([first.status, second.status], [200, 200])
  const prompt = fake.calls.findLast(({ leg }) => leg === 'respond')!.body.messages as Array<{ content: string }>
  t.ok(prompt.some(({ content }) => content === QUESTION), 'in their order')
})

t.test('a fault of our own: 500 without a word of it, the message is given back, what was spent is booked', async t => {
  let isBroken = false
  const random = () => {
    if (isBroken) throw new Error('a secret of the house')
    return 0.5
  }
  const { app, fake } = await stage(t, { random })
  const user = person(app)
  const left = async () => Number((await user.say('', { mode: 'SAFETY' })).headers['ratelimit-remaining'])
  const before = await left()
  const turns = await series(app, 'amora_turns_total')
  // The model is down, and then V1 breaks, too.
  fake.fault('content_filter', { match: 'respond' })
  isBroken = true
  const reply = await user.say(QUESTION, {}, { 'idempotency-key': 'once' })
  isBroken = false
  t.match(reply, { status: 500, body: { code: 'AMORA_INTERNAL', status: 500 } })
  t.notMatch(JSON.stringify(reply.body), /secret of the house/)
  const { turn_id: turnId } = reply.body
  t.ok(turnId, 'it can be named to us')
  const entry = await entryOf(app, turnId)
  t.match(entry, { assigned: 'v2', served: 'none', outcome: 'error', reason: 'internal' })
  t.ok(entry.cost_usd > 0)
  agreesWithBill(t, entry, fake)
  t.strictSame(grown(turns, await series(app, 'amora_turns_total')), { 'assigned=v2,served=none,outcome=error,tier=free': 1 })
  t.equal(before - await left(), 1, 'only the second look counts')

  fake.reset()
  t.match(await user.say(QUESTION, {}, { 'idempotency-key': 'once' }), { status: 200, body: { engine: 'v2' } }, 'neither the key nor the session stays taken')
})

t.test('a session store that breaks: 500 before an engine is assigned; one that can’t save costs nobody his answer', async t => {
  const broken = { open: async () => { throw new TypeError('no session today') }, release: async () => {} }
  const { app } = await stage(t, { sessionStore: broken })
  const turns = await series(app, 'amora_turns_total')
  const reply = await person(app).say(QUESTION)
  t.match(reply, { status: 500, body: { code: 'AMORA_INTERNAL' } })
  t.match(await entryOf(app, reply.body.turn_id), { assigned: 'none', served: 'none', outcome: 'error', cost_usd: 0 })
  t.strictSame(grown(turns, await series(app, 'amora_turns_total')), { 'assigned=none,served=none,outcome=error,tier=free': 1 })

  let released = 0
  const view = { id: 's', messages: [], wordings: [], turns: 0 }
  const forgetful = {
    open: async (key: object) => ({ key, view, token: 't' }),
    save: async () => { throw new TypeError('no session today') },
    release: async () => { released++ }
  }
  const other = await stage(t, { sessionStore: forgetful })
  const seen = await other.app.inject({ method: 'POST', url: '/api/v1/coach', headers: { authorization: `Bearer ${person(other.app).token}` }, payload: { specific_question: QUESTION } })
  t.match(seen.json(), { engine: 'v2', degraded: false })
  t.equal(released, 1, 'its lock is given back')
})

t.test('no room: 503 that says when to ask again, not counted; care has room always', async t => {
  const { app, fake } = await stage(t, { pressure: { maxHeapUsedBytes: 1, sampleInterval: 10 } })
  await sleep(50)
  const user = person(app)
  const turns = await series(app, 'amora_turns_total')
  const reply = await user.say(QUESTION, {}, { 'idempotency-key': 'once' })
  t.match(reply, { status: 503, body: { code: 'AMORA_OVERLOADED', status: 503 } })
  t.ok(Number(reply.headers['retry-after']) >= 1)
  // The admin route has no room either.
  t.match(await app.ledger.read(reply.body.turn_id), { assigned: 'none', served: 'none', outcome: 'shed', reason: 'overload', cost: 0, legs: [] })
  t.strictSame(grown(turns, await series(app, 'amora_turns_total')), { 'assigned=none,served=none,outcome=shed,tier=free': 1 })
  t.match((await user.say('I want to kill myself')).body, { engine: 'safety' })
  t.equal(fake.calls.length, 0)
})
