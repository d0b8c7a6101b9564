/** How many messages somebody may send, over HTTP with a clock of the test's own. */
import { setTimeout as sleep } from 'node:timers/promises'
import t, { type Test } from 'tap'
import { V1_ONLY, metric, post, type Person, type Reply } from '../helper.ts'
import { admin, entryOf, grown, house, person, series, stage, QUESTION, REPLY } from './harness.ts'

/** A quarter past six in the morning (UTC), on a full minute. */
const MORNING = Date.parse('2026-11-25T06:15:00Z')
const MIDNIGHT = Date.parse('2026-11-26T00:00:00Z')
const MINUTE_MS = 60_000

const clockAt = (at: number) => {
  const clock = { at }
  return { clock, nowMs: () => clock.at }
}

const v1House = async (t: Test, nowMs: () => number) => house(t, { nowMs, env: V1_ONLY })

const message = (n: number) => `${QUESTION} This was evening ${n}.`
const seconds = ({ headers }: Reply, name: string) => Number(headers[name])

t.test('ten a day for free; the eleventh is told when, warmly', async t => {
  const { clock, nowMs } = clockAt(MORNING)
  const app = await v1House(t, nowMs)
  const user = person(app)
  for (let n = 1; n <= 10; n++) {
    const { status, headers } = await user.say(message(n))
    t.equal(status, 200)
    t.match(headers, { 'ratelimit-limit': '10', 'ratelimit-remaining': String(10 - n) })
  }
  const refused = await user.say(message(11))
  t.match(refused, { status: 429, body: { code: 'AMORA_DAILY_LIMIT', status: 429, title: 'Too Many Requests' } })
  t.match(refused.headers['content-type'], /^application\/problem\+json/)
  t.match(refused.body.detail, /10 messages today.*glad.*after midnight UTC, in about 18 hours/s)
  t.notMatch(refused.body.detail, /error|exceeded|quota|must|forbidden|denied/i)
  t.equal(seconds(refused, 'retry-after'), (MIDNIGHT - MORNING) / 1000, 'to the second')
  t.equal(seconds(refused, 'ratelimit-reset'), (MIDNIGHT - MORNING) / 1000)
  t.match(refused.headers, { 'ratelimit-limit': '10', 'ratelimit-remaining': '0' })

  const { turn_id: turnId } = refused.body
  t.match(await entryOf(app, turnId), { assigned: 'none', served: 'none', outcome: 'denied', reason: 'daily', cost_usd: 0, legs: [] })
  t.equal(await metric(app, 'amora_turns_total', { assigned: 'none', served: 'none', outcome: 'denied', tier: 'free' }), 1)
  t.equal(await metric(app, 'amora_rate_limit_denials_total', { tier: 'free', window: 'daily' }), 1)
  t.equal((await person(app).say(message(1))).status, 200, 'others have their own')

  clock.at = MIDNIGHT - 1
  t.equal((await user.say(message(12))).status, 429)
  clock.at = MIDNIGHT
  const next = await user.say(message(13))
  t.equal(next.status, 200, 'a new UTC day')
  t.equal(next.headers['ratelimit-remaining'], '9', 'with all of its messages')
})

t.test('a hundred a day when paid', async t => {
  const { clock, nowMs } = clockAt(MORNING)
  const app = await v1House(t, nowMs)
  const user = person(app, { subscription_status: 'premium' })
  for (let n = 1; n <= 100; n++) {
    if (n % 10 === 0) clock.at += MINUTE_MS
    const { status } = await user.say(message(n))
    if (status !== 200) t.fail(`message ${n}: ${status}`)
  }
  const refused = await user.say(message(101))
  t.match(refused, { status: 429, body: { code: 'AMORA_DAILY_LIMIT' }, headers: { 'ratelimit-limit': '100', 'ratelimit-remaining': '0' } })
  t.match(refused.body.detail, /100 messages/)
})

t.test('twelve a minute; the thirteenth is told to take a breath', async t => {
  const { clock, nowMs } = clockAt(MORNING + 20_000)
  const app = await v1House(t, nowMs)
  const user = person(app, { subscription_status: 'premium' })
  for (let n = 1; n <= 12; n++) t.equal((await user.say(message(n))).status, 200)
  const refused = await user.say(message(13))
  t.match(refused, { status: 429, body: { code: 'AMORA_BURST_LIMIT' }, headers: { 'ratelimit-limit': '12', 'ratelimit-remaining': '0' } })
  t.equal(seconds(refused, 'retry-after'), 40, 'the minute ends in 40 seconds')
  t.match(refused.body.detail, /in 40 seconds/)
  t.match(await entryOf(app, refused.body.turn_id), { outcome: 'denied', reason: 'burst', tier: 'paid' })
  clock.at += 40_000
  t.equal((await user.say(message(14))).headers['ratelimit-remaining'], String(100 - 13), 'and what was refused has not counted')
})

t.test('what is refused counts nowhere', async t => {
  const { clock, nowMs } = clockAt(MORNING)
  const app = await v1House(t, nowMs)
  const user = person(app)
  for (let n = 1; n <= 10; n++) await user.say(message(n))
  for (let n = 0; n < 20; n++) t.equal((await user.say(message(n))).body.code, 'AMORA_DAILY_LIMIT')
  t.strictSame([(await user.say('hello')).status, (await user.say('ok')).status], [200, 200], 'two of the minute are left')
  t.equal((await user.say('thanks')).body.code, 'AMORA_BURST_LIMIT')
  clock.at += MINUTE_MS
  t.equal((await user.say('hello')).status, 200)
})

t.test('a trivial turn counts for the minute only', async t => {
  const { clock, nowMs } = clockAt(MORNING)
  const app = await v1House(t, nowMs)
  const user = person(app)
  for (let n = 0; n < 12; n++) t.equal((await user.say('')).status, 200)
  t.match(await user.say('ok'), { status: 429, body: { code: 'AMORA_BURST_LIMIT' } })
  clock.at += MINUTE_MS
  t.equal((await user.say(message(1))).headers['ratelimit-remaining'], '9')
})

t.test('at every limit care still comes, and it counts nowhere', async t => {
  const { clock, nowMs } = clockAt(MORNING)
  const app = await v1House(t, nowMs)
  const user = person(app)
  for (let n = 1; n <= 10; n++) await user.say(message(n))
  for (let n = 0; n < 3; n++) await user.say('ok')
  t.equal((await user.say('ok')).body.code, 'AMORA_BURST_LIMIT')
  for (let n = 0; n < 15; n++) {
    const { status, body } = await user.say('I want to end my life')
    if (status !== 200 || body.engine !== 'safety') t.fail(`${status} ${body.code}`)
  }
  clock.at = MIDNIGHT
  t.equal((await user.say(message(11))).headers['ratelimit-remaining'], '9')
})

const WITH_KEY = { 'idempotency-key': 'a-key-of-the-app:1' }

t.test('the same Idempotency-Key: the same answer, once counted, once billed, once asked', async t => {
  const { app, fake } = await stage(t)
  const user = person(app)
  const first = await user.say(QUESTION, { session_id: 'one' }, WITH_KEY)
  const [calls, turns] = [fake.calls.length, await series(app, 'amora_turns_total')]
  const [money, entry] = [await admin(app, '/admin/budget'), await entryOf(app, first.body.turn_id)]
  t.match(money.body, { day: { spent_usd: entry.cost_usd, reserved_usd: 0 } })
  t.ok(entry.cost_usd > 0)
  for (let n = 0; n < 3; n++) {
    const again = await user.say(QUESTION, { session_id: 'one' }, WITH_KEY)
    t.strictSame(again.body, first.body, 'word for word, with the first turn’s id')
    t.match(again, { status: 200, headers: { 'idempotent-replayed': 'true' } })
    t.equal(again.headers['ratelimit-remaining'], undefined, 'no limit was asked')
  }
  t.equal(fake.calls.length, calls)
  t.strictSame(grown(turns, await series(app, 'amora_turns_total')), {}, 'no turn')
  t.strictSame(await admin(app, '/admin/budget'), money)
  t.strictSame(await entryOf(app, first.body.turn_id), entry)
  t.equal((await user.say(message(2))).headers['ratelimit-remaining'], '8', 'one message and this one')
})

t.test('a key under which a turn still runs: 409; with another body: 422; of another user: his own', async t => {
  const { app, fake } = await stage(t)
  fake.script.reply = () => REPLY
  fake.fault('latency', { match: 'respond', latencyMs: 400, times: 1 })
  const user = person(app)
  const first = user.say(QUESTION, {}, WITH_KEY)
  await sleep(80)
  const meanwhile = await user.say(QUESTION, {}, WITH_KEY)
  t.match(meanwhile, { status: 409, body: { code: 'AMORA_IN_FLIGHT' } })
  t.ok(seconds(meanwhile, 'retry-after') >= 1)
  t.equal((await first).status, 200)
  t.match(await user.say('Something else about us, that is on my mind.', {}, WITH_KEY), { status: 422, body: { code: 'AMORA_IDEMPOTENCY_MISMATCH' } })
  t.strictSame((await user.say(QUESTION, {}, WITH_KEY)).body, (await first).body, 'and the record is unharmed')

  const stranger = await person(app).say('I long to be closer to my brother again.', {}, WITH_KEY)
  t.equal(stranger.status, 200)
  t.not(stranger.body.turn_id, (await first).body.turn_id)
  t.equal((await user.say('', { mode: 'SAFETY' })).headers['ratelimit-remaining'], '8', 'neither 409 nor 422 counts')
})

t.test('a refused turn leaves its key free, and a bad key is refused', async t => {
  const { clock, nowMs } = clockAt(MORNING)
  const app = await v1House(t, nowMs)
  const user = person(app)
  for (let n = 1; n <= 10; n++) await user.say(message(n))
  t.equal((await user.say(message(11), {}, WITH_KEY)).status, 429)
  clock.at = MIDNIGHT
  t.equal((await user.say(message(11), {}, WITH_KEY)).status, 200)
  for (const key of ['', 'x'.repeat(129), 'käse', ' ']) t.match(await user.say(message(12), {}, { 'idempotency-key': key }), { status: 400, body: { code: 'AMORA_INVALID_REQUEST' } }, JSON.stringify(key))
})

t.test('care is told anew, whatever its key says', async t => {
  const app = await house(t)
  const user = person(app)
  const first = await user.say('I want to kill myself', {}, WITH_KEY)
  const second = await user.say('I want to kill myself', {}, WITH_KEY)
  t.match([first, second], [{ status: 200, body: { engine: 'safety' } }, { status: 200, body: { engine: 'safety' } }])
  t.not(first.body.turn_id, second.body.turn_id)
})

t.test('over midnight: what is given back goes to the day that counted it', async t => {
  const { clock, nowMs } = clockAt(MIDNIGHT - 1000)
  const { app, fake } = await stage(t, { nowMs })
  fake.fault('latency', { match: 'moderate', latencyMs: 200, times: 1 })
  fake.script.moderate = () => ({ 'self-harm/intent': 0.9 })
  const user = person(app)
  const turn = user.say(QUESTION)
  await sleep(60)
  clock.at = MIDNIGHT + 1000
  const fresh = await user.say('', { mode: 'SAFETY' })
  t.equal(fresh.headers['ratelimit-remaining'], '9', 'the new day begins')
  t.equal((await turn).body.engine, 'safety', 'and yesterday’s turn is cared for, so given back')
  t.equal((await user.say('', { mode: 'SAFETY' })).headers['ratelimit-remaining'], '8', 'to yesterday')
})

t.test('many at once of one user: ten are answered, no more', async t => {
  const { nowMs } = clockAt(MORNING)
  const app = await house(t, { nowMs, env: { ...V1_ONLY, AMORA_BURST_PER_MINUTE: '100' } })
  const user = person(app)
  const replies = await Promise.all(Array.from({ length: 60 }, async (_, n) => user.say(message(n), { session_id: `s${n}` })))
  t.equal(replies.filter(({ status }) => status === 200).length, 10)
  t.equal(replies.filter(({ body }) => body.code === 'AMORA_DAILY_LIMIT').length, 50)
})

t.test('who is counted is who the token says, whatever the body claims', async t => {
  const { nowMs } = clockAt(MORNING)
  const app = await v1House(t, nowMs)
  const user: Person = person(app)
  for (let n = 1; n <= 3; n++) await user.say(message(n), { user_id: `someone-${n}`, coach_session_id: `c${n}` })
  const { headers } = await post(app, { headers: { authorization: `Bearer ${user.token}`, 'x-forwarded-for': '203.0.113.9' }, payload: { specific_question: message(4) } })
  t.equal(headers['ratelimit-remaining'], '6')
})
