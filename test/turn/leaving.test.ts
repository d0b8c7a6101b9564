/** Over real sockets: a caller who hangs up, and a model that does; in both cases the work really ends. */
import type { FastifyInstance } from 'fastify'
import { setTimeout as sleep } from 'node:timers/promises'
import t from 'tap'
import type { Person } from '../helper.ts'
import { admin, agreesWithBill, entryOf, grown, nano, person, series, stage, QUESTION, type Entry } from './harness.ts'
import { callOf, speak, until } from './sockets.ts'

/** The newest turn of somebody who was not told its id. */
async function lastTurn (app: FastifyInstance, user: Person): Promise<Entry> {
  const kept = await until('the turn', async () => {
    const response = await app.inject({ url: '/api/v1/coach/memory', headers: { authorization: `Bearer ${user.token}` } })
    const { turns } = response.json<{ turns: Array<{ turn_id: string, outcome: string }> }>()
    return turns.find(({ outcome }) => outcome === 'aborted')
  })
  return entryOf(app, kept.turn_id)
}

const left = async (user: Person) => Number((await user.say('', { mode: 'SAFETY' })).headers['ratelimit-remaining'])

t.test('a caller who leaves while the model writes: the call is cancelled, booked and counted', async t => {
  const { app, fake } = await stage(t)
  fake.fault('latency', { match: 'respond', latencyMs: 4000 })
  const user = person(app)
  const before = await left(user)
  const turns = await series(app, 'amora_turns_total')
  const { answered, leave } = await speak(app, user, { specific_question: QUESTION, session_id: 'one' }, { 'idempotency-key': 'once' })
  const call = await callOf(fake, 'respond')
  const leftAt = Date.now()
  leave()
  t.equal(await answered, 'left')
  await until('the end of the call', () => call.endedAt)
  t.ok(call.aborted, 'the model’s server saw it cancelled')
  t.ok(call.endedAt! - leftAt < 500, `${call.endedAt! - leftAt} ms after he left`)

  const entry = await lastTurn(app, user)
  t.match(entry, { assigned: 'v2', served: 'none', outcome: 'aborted', reason: 'client', certainty: 'estimated' })
  t.ok(entry.cost_usd > 0)
  agreesWithBill(t, entry, fake)
  const { body } = await admin(app, '/admin/budget')
  t.equal(nano((body as { day: { spent_usd: number } }).day.spent_usd), nano(entry.cost_usd))
  t.strictSame(grown(turns, await series(app, 'amora_turns_total')), { 'assigned=v2,served=none,outcome=aborted,tier=free': 1 })
  t.equal(before - await left(user), 2, 'it counts: hanging up is no way to a free message')

  fake.reset()
  const again = await user.say(QUESTION, { session_id: 'one' }, { 'idempotency-key': 'once' })
  t.match(again, { status: 200, body: { engine: 'v2', degraded: false } }, 'neither session nor key is still taken, and nothing was kept')
  t.equal(fake.calls.filter(({ leg }) => leg === 'respond').length, 1)
})

t.test('a caller who leaves before anything was sent gets his message back', async t => {
  const { app, fake } = await stage(t)
  fake.fault('latency', { match: 'respond', latencyMs: 800 })
  const user = person(app)
  const before = await left(user)
  const turns = await series(app, 'amora_turns_total')
  const first = await speak(app, user, { specific_question: QUESTION, session_id: 'one' })
  await callOf(fake, 'respond')
  const second = await speak(app, user, { specific_question: 'And I do not know where we stand, honestly.', session_id: 'one' })
  await sleep(60)
  second.leave()
  t.equal(await second.answered, 'left')
  const entry = await lastTurn(app, user)
  t.match(entry, { assigned: 'none', served: 'none', outcome: 'aborted', reason: 'client', cost_usd: 0, legs: [] })
  t.match(await first.answered, { status: 200 }, 'the first one is answered')
  t.strictSame(grown(turns, await series(app, 'amora_turns_total')), { 'assigned=none,served=none,outcome=aborted,tier=free': 1, 'assigned=v2,served=v2,outcome=ok,tier=free': 1 })
  t.equal(before - await left(user), 2, 'the first one and this look')
})

t.test('the deadline: a model that hangs is cancelled, and V1 answers in time', async t => {
  for (const match of [undefined, 'respond', 'understand', 'moderate']) {
    const deadlineMs = 500
    const { app, fake } = await stage(t, { env: { AMORA_TURN_DEADLINE_MS: String(deadlineMs) } })
    fake.fault('hang', { match })
    const startedAt = performance.now()
    const { answered } = await speak(app, person(app), { specific_question: QUESTION })
    t.match(await answered, { status: 200 })
    const tookMs = performance.now() - startedAt
    t.ok(tookMs < deadlineMs + 300, `${match ?? 'every call'}: ${Math.round(tookMs)} ms`)
    await until('the end of every call', () => fake.calls.every(({ endedAt }) => endedAt !== undefined) || undefined)
    const hanging = fake.calls.filter(({ fault }) => fault === 'hang')
    t.ok(hanging.length > 0 && hanging.every(({ aborted }) => aborted), 'the server saw its calls cancelled')
  }
})

t.test('a caller who comes late finds nothing of those who left', async t => {
  const { app, fake } = await stage(t)
  fake.fault('latency', { match: 'respond', latencyMs: 4000, times: 1 })
  const user = person(app)
  const { leave } = await speak(app, user, { specific_question: QUESTION })
  await callOf(fake, 'respond')
  leave()
  await lastTurn(app, user)
  const { answered } = await speak(app, person(app), { specific_question: QUESTION })
  t.match(await answered, { status: 200 })
  t.equal(fake.calls.filter(({ leg }) => leg === 'respond').length, 2, 'it is asked anew')
})
