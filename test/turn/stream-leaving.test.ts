/** Over real sockets: readers of a stream who leave, and what becomes of the model's call. */
import type { FastifyInstance } from 'fastify'
import { setTimeout as sleep } from 'node:timers/promises'
import t, { type Test } from 'tap'
import { startFakeOpenAI, type FakeOpenAI } from '../fakes/openai-server.ts'
import { build, type Person } from '../helper.ts'
import { hear, listenTo } from './events.ts'
import { agreesWithBill, entryOf, person, series, grown, QUESTION, type Entry, type Stage } from './harness.ts'
import { callOf, until } from './sockets.ts'

const REPLY = 'Arguing about money wears you out. It makes sense that you are tired of it by now. What sits underneath it for you?'
/** Where the pace is set by the fake, a busy machine is no reason to be late. */
const PATIENT = { AMORA_TURN_DEADLINE_MS: '20000' }

/** A model that speaks slowly, a word every so many milliseconds. */
async function slowStage (t: Test, chunkDelayMs: number, env: Record<string, string> = PATIENT): Promise<Stage> {
  const fake = await startFakeOpenAI({ chunkDelayMs })
  t.teardown(fake.close)
  const app = await build(t, { env: { ...env, OPENAI_API_KEY: 'any', OPENAI_BASE_URL: fake.url } })
  fake.script.reply = () => REPLY
  fake.script.understand = () => ({})
  return { app, fake }
}

async function abortedTurn (app: FastifyInstance, user: Person): Promise<Entry> {
  const kept = await until('the turn', async () => {
    const response = await app.inject({ url: '/api/v1/coach/memory', headers: { authorization: `Bearer ${user.token}` } })
    return response.json<{ turns: Array<{ turn_id: string, outcome: string }> }>().turns.find(({ outcome }) => outcome === 'aborted')
  })
  return entryOf(app, kept.turn_id)
}

async function ended (fake: FakeOpenAI) {
  const call = await callOf(fake, 'respond')
  await until('the end of the call', () => call.endedAt)
  return call
}

t.test('a reader who leaves after the first sentence: the call is closed within 100 ms, booked as an estimate, and counts', async t => {
  const { app, fake } = await slowStage(t, 60)
  const user = person(app)
  const turns = await series(app, 'amora_turns_total')
  const listening = await listenTo(app, user, { specific_question: QUESTION, session_id: 'one' }, { headers: { 'idempotency-key': 'k' } })
  await listening.until('delta')
  const leftAt = Date.now()
  listening.leave()
  const call = await ended(fake)
  t.ok(call.aborted)
  t.comment(`closed ${call.endedAt! - leftAt} ms after he left`)
  t.ok(call.endedAt! - leftAt < 100 + 60, `${call.endedAt! - leftAt} ms, a word's pause of the fake's own among them`)

  const entry = await abortedTurn(app, user)
  t.match(entry, { assigned: 'v2', served: 'none', outcome: 'aborted', reason: 'client', certainty: 'estimated' })
  agreesWithBill(t, entry, fake)
  t.strictSame(grown(turns, await series(app, 'amora_turns_total')), { 'assigned=v2,served=none,outcome=aborted,tier=free': 1 })
  const again = await hear(app, user, { specific_question: QUESTION, session_id: 'one' }, { headers: { 'idempotency-key': 'k' } })
  t.equal(again.shown, REPLY, 'neither session nor key is still taken')
  t.equal(again.headers['ratelimit-remaining'], '8', 'he used up a message: hanging up is no way to a free one')
})

t.test('a reader who leaves when the model is nearly done: the call may finish, to learn its cost', async t => {
  const { app, fake } = await slowStage(t, 15)
  const user = person(app)
  // Almost as long as the longest reply of 150 tokens.
  fake.script.reply = () => `${'You are tired of this, and that makes sense. '.repeat(12)}And so it goes on and on for a while.`
  const listening = await listenTo(app, user, { specific_question: QUESTION })
  const call = await callOf(fake, 'respond')
  await until('most of it', () => Date.now() - call.at > 15 * 106 || undefined)
  listening.leave()
  await ended(fake)
  const entry = await abortedTurn(app, user)
  t.match(entry, { outcome: 'aborted', served: 'none' })
  const respond = entry.legs.find(({ leg }) => leg === 'respond')!
  if (respond.certainty === 'exact') t.notOk(call.aborted, 'it ended in time, and its usage is known')
  else t.comment('too slow a machine to be nearly done: the call was cancelled')
  agreesWithBill(t, entry, fake)
})

t.test('one of two who read the same leaves: the other one reads on', async t => {
  const { app, fake } = await slowStage(t, 40)
  const [first, second] = [await listenTo(app, person(app), { specific_question: QUESTION }), await listenTo(app, person(app), { specific_question: QUESTION })]
  await Promise.all([first.until('delta'), second.until('delta')])
  first.leave()
  const { data, atMs } = await second.until('done')
  t.match(data, { engine: 'v2', message: REPLY })
  t.ok(atMs - (await second.until('delta')).atMs > 200, 'as it is written, not at its end')
  t.equal(fake.calls.filter(({ leg }) => leg === 'respond').length, 1)
  t.notOk((await ended(fake)).aborted)
})

t.test('who has read of a shared reply and leaves has used up a message, and so has one whose call others wait for', async t => {
  const { app, fake } = await slowStage(t, 40)
  const [reader, starter] = [person(app), person(app)]
  const listening = await listenTo(app, starter, { specific_question: QUESTION })
  await listening.until('delta')
  const second = await listenTo(app, reader, { specific_question: QUESTION })
  await second.until('delta')
  listening.leave()
  await second.until('done')
  t.equal(fake.calls.filter(({ leg }) => leg === 'respond').length, 1)
  t.equal((await starter.say('', { mode: 'SAFETY' })).headers['ratelimit-remaining'], '8')
})

t.test('whose time is over in the middle of a shared reply keeps what he read, and V1 ends it', async t => {
  const { app, fake } = await slowStage(t, 130, { AMORA_TURN_DEADLINE_MS: '2000' })
  fake.script.reply = () => `${REPLY} ${'And the evenings feel heavy, and you would rather leave the whole of it for another day than begin it once more. '.repeat(2)}`
  const first = hear(app, person(app), { specific_question: QUESTION })
  await callOf(fake, 'respond')
  await sleep(600)
  const second = hear(app, person(app), { specific_question: QUESTION })
  const { names, shown, done } = await first
  t.notOk(names.includes('error'))
  t.match(done, { message: shown, degraded: true, referenced_data: { reason: 'timeout' } })
  await second
})

t.test('who comes when it is half said hears it from the start', async t => {
  const { app, fake } = await slowStage(t, 40)
  const first = await listenTo(app, person(app), { specific_question: QUESTION })
  await first.until('delta')
  const late = await hear(app, person(app), { specific_question: QUESTION })
  t.equal(late.shown, REPLY)
  t.match(late.done, { message: REPLY })
  await first.until('done')
  t.equal(fake.calls.filter(({ leg }) => leg === 'respond').length, 1)
})

t.test('a reader who reads nothing until the end misses nothing, and keeps nobody', async t => {
  const { app } = await slowStage(t, 5)
  const listening = await listenTo(app, person(app), { specific_question: QUESTION }, { isPaused: true })
  await sleep(1500)
  listening.resume()
  const { data } = await listening.until('done')
  t.equal(data.message, REPLY)
  t.equal(await listening.ended, 'ended')
})

t.test('a turn whose reader has left is booked before the service ends', async t => {
  const { app, fake } = await slowStage(t, 5)
  // Its end comes, its usage does not: it is waited for a little after he has left.
  fake.fault('stall_at_end', { match: 'respond' })
  const listening = await listenTo(app, person(app), { specific_question: QUESTION })
  await listening.until('delta')
  await sleep(300)
  listening.leave()
  await sleep(20)
  await app.close()
  t.equal((await series(app, 'amora_turns_total')).get('assigned=v2,served=none,outcome=aborted,tier=free'), 1)
  t.equal((await series(app, 'amora_ledger_writes_total')).get('result=written'), 1)
})
