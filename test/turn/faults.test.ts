/** Every fault of the model's side: V1 answers in time and with the right reason, the bill is right, and nothing of it is kept. */
import type { FastifyInstance } from 'fastify'
import { setTimeout as sleep } from 'node:timers/promises'
import t, { type Test } from 'tap'
import type { FaultName } from '../fakes/openai-faults.ts'
import type { FakeOpenAI } from '../fakes/openai-server.ts'
import { hear } from './events.ts'
import { JSON_ENDS, type FaultEnd } from './fault-ends.ts'
import { admin, agreesWithBill, nano, person, stage, watched, QUESTION, type Stage } from './harness.ts'

/** Short where a fault waits for it; as in service elsewhere, so that a busy machine is not taken for a hanging server. */
const SHORT_MS = 450
const limit = (deadlineMs: number) => ({ AMORA_TURN_DEADLINE_MS: String(deadlineMs) })
const WITH_TIME_MS = 800
const asked = (fake: FakeOpenAI, leg: string) => fake.calls.filter(call => call.leg === leg).length

for (const deadlineMs of [2900, SHORT_MS]) {
  t.test(`faults while the reply is written, ${deadlineMs} ms a turn`, async t => {
    const house = await stage(t, { env: limit(deadlineMs) })
    for (const one of JSON_ENDS.filter(({ end }) => end !== 'v2' && (end === 'timeout') === (deadlineMs === SHORT_MS))) {
      await t.test(`${one.fault}: V1 answers, reason ${one.end}`, async t => suffers(t, house, one, deadlineMs))
    }
  })
}

async function suffers (t: Test, { app, fake }: Stage, { fault, end: reason, bill }: FaultEnd, deadlineMs: number): Promise<void> {
  // Its own words: nothing of an earlier fault can have answered it.
  const question = `${QUESTION} It was about the ${fault.replaceAll('_', ' ')} again.`
  fake.reset()
  fake.fault(fault, { match: 'respond', retryAfter: reason === 'rate_limited' ? '0.01' : undefined })
  const spentBefore = await spent(app)
  const user = person(app)
  const { reply, entry, counted, turns, fallbacks } = await watched(app, user, async () => user.say(question))

  t.equal(reply.status, 200)
  t.match(reply.body, { engine: 'v1', degraded: true, referenced_data: { fallback: true, reason } })
  t.ok(reply.body.message.length > 20, 'with an answer')
  t.match(entry, { assigned: 'v2', served: 'v1', outcome: 'degraded', reason, cache: 'miss', saved_usd: 0, repaired: false })
  t.ok(entry.duration_ms < deadlineMs + 300, `after ${entry.duration_ms} ms`)
  t.equal(counted, 1, 'it counts as one message')
  t.strictSame(turns, { 'assigned=v2,served=v1,outcome=degraded,tier=free': 1 })
  t.strictSame(fallbacks, { [`reason=${reason}`]: 1 })

  agreesWithBill(t, entry, fake)
  const failed = entry.legs.find(({ leg }) => leg === 'respond')!
  t.match(failed, { outcome: reason === 'review' ? 'ok' : reason, certainty: bill === 'estimated' ? 'estimated' : 'exact' })
  t.equal(failed.cost_usd > 0, bill !== 'nothing', bill === 'nothing' ? 'a refused request costs nothing' : 'what was sent is billed')
  t.equal(await spent(app) - spentBefore, nano(entry.cost_usd), 'the budget has spent what the ledger says')

  fake.heal()
  await sleep(40)
  const before = asked(fake, 'respond')
  t.match((await person(app).say(question)).body, { engine: 'v2', degraded: false }, 'and the next one is served by V2')
  t.equal(asked(fake, 'respond'), before + 1, 'which is written anew: nothing was kept')
}

/** What the day has cost by now, in nano-dollars; turns that are over hold nothing back. */
async function spent (app: FastifyInstance): Promise<number> {
  const { day } = (await admin(app, '/admin/budget')).body as { day: { spent_usd: number, reserved_usd: number } }
  return nano(day.spent_usd) + nano(day.reserved_usd)
}

/** A whole outage: every call suffers it, with the breaker as it is in service. Nothing is known of the message but what the classifier reads. */
const OUTAGES: ReadonlyArray<readonly [FaultName, string]> = [
  ['unauthorized', 'auth'], ['forbidden', 'auth'], ['insufficient_quota', 'quota_exhausted'], ['model_gone', 'model_gone'], ['rate_limited', 'rate_limited'],
  ['server_error', 'upstream_error'], ['hang', 'timeout'], ['malformed_json', 'invalid_output']
]

for (const [fault, reason] of OUTAGES) {
  t.test(`${fault} on every call: V1 answers, reason ${reason}`, async t => {
    const { app, fake } = await stage(t, { env: limit(reason === 'timeout' ? SHORT_MS : 2900), breaker: undefined })
    fake.fault(fault)
    const { reply, entry, counted } = await watched(app, person(app))
    t.match(reply.body, { engine: 'v1', degraded: true, referenced_data: { reason, strategy: 'LOW' } })
    t.match(entry, { assigned: 'v2', served: 'v1', outcome: 'degraded', reason })
    t.ok(entry.duration_ms < (reason === 'timeout' ? SHORT_MS : 2900) + 300, `after ${entry.duration_ms} ms`)
    t.equal(counted, 1)
    agreesWithBill(t, entry, fake)
    t.equal(await spent(app), nano(entry.cost_usd))
  })
}

t.test('a server that stays down is spared: breaker_open, at once and for nothing', async t => {
  const { app, fake } = await stage(t, { breaker: undefined })
  fake.fault('server_error')
  for (let turn = 0; turn < 5; turn++) await person(app).say(`${QUESTION} ${turn}`)
  const before = fake.calls.length
  const { reply, entry, counted, fallbacks } = await watched(app, person(app))
  t.match(reply.body, { engine: 'v1', degraded: true, referenced_data: { reason: 'breaker_open' } })
  t.match(entry, { assigned: 'v2', served: 'v1', outcome: 'degraded', reason: 'breaker_open', cost_usd: 0, certainty: 'exact' })
  t.equal(fake.calls.length, before, 'nobody was asked')
  t.equal(counted, 1)
  t.strictSame(fallbacks, { 'reason=breaker_open': 1 })
})

for (const [fault, reason] of [['unauthorized', 'auth'], ['insufficient_quota', 'quota_exhausted']] as const) {
  t.test(`${fault}: the first turn learns it, and nobody asks again for a minute`, async t => {
    const { app, fake } = await stage(t, { breaker: undefined })
    fake.fault(fault)
    const reasons = []
    for (let turn = 0; turn < 10; turn++) reasons.push((await person(app).say(`${QUESTION} ${turn}`)).body.referenced_data.reason)
    t.strictSame(reasons, [reason, ...Array(9).fill('breaker_open')])
    t.strictSame(fake.calls.map(({ leg }) => leg).toSorted(), ['moderate', 'understand'], 'one call of each kind')
  })
}

t.test('retry-after: 5 is not waited for', async t => {
  const { app, fake } = await stage(t)
  fake.fault('rate_limited', { match: 'respond', retryAfter: '5' })
  const { reply, entry } = await watched(app, person(app))
  t.match(reply.body, { engine: 'v1', referenced_data: { reason: 'rate_limited' } })
  t.ok(entry.duration_ms < 1500, `${entry.duration_ms} ms`)
  const heard = await hear(app, person(app), { specific_question: `${QUESTION} Again.` })
  t.match(heard.done, { engine: 'v1', referenced_data: { reason: 'rate_limited' } })
  t.ok(heard.firstMs < 1500, `${Math.round(heard.firstMs)} ms`)
  t.equal(asked(fake, 'respond'), 1, 'and the next turn knows it')
})

t.test('a full queue: queue_full, at once and for nothing', async t => {
  const { app, fake } = await stage(t, { env: { ...limit(SHORT_MS), AMORA_LLM_CONCURRENCY: '1', AMORA_LLM_QUEUE: '1' } })
  fake.fault('hang')
  const user = person(app)
  const first = person(app).say(QUESTION)
  await sleep(50)
  const { reply, entry } = await watched(app, user, async () => user.say('My wife goes quiet whenever we talk about children and it hurts.'))
  await first
  t.match(reply.body, { engine: 'v1', degraded: true, referenced_data: { reason: 'queue_full' } })
  t.match(entry, { assigned: 'v2', served: 'v1', outcome: 'degraded', reason: 'queue_full', cost_usd: 0, certainty: 'exact' })
})

t.test('understanding that fails is made up for by the classifier, and the model still writes', async t => {
  const { app, fake } = await stage(t, { env: limit(WITH_TIME_MS) })
  for (const fault of ['server_error', 'schema_breaking', 'malformed_json', 'empty_content', 'hang'] as const) {
    const { reply, entry } = await withFault(app, fake, { fault, match: 'understand' })
    t.match(reply.body, { engine: 'v2', degraded: false, referenced_data: { strategy: 'LOW' } }, fault)
    t.match(entry, { assigned: 'v2', served: 'v2', outcome: 'ok', reason: '' }, fault)
    agreesWithBill(t, entry, fake)
    t.equal(asked(fake, 'understand'), 1, 'it is asked once')
  }
})

t.test('moderation that is down or slow keeps nobody from an answer', async t => {
  const { app, fake } = await stage(t, { env: limit(WITH_TIME_MS) })
  for (const fault of ['server_error', 'rate_limited', 'malformed_json', 'null_content', 'hang'] as const) {
    const { reply, entry } = await withFault(app, fake, { fault, match: 'moderate' })
    t.match(reply.body, { engine: 'v2', degraded: false }, fault)
    t.match(entry, { assigned: 'v2', served: 'v2', outcome: 'ok' }, fault)
    t.ok(entry.duration_ms < WITH_TIME_MS + 300)
    agreesWithBill(t, entry, fake)
  }
})

t.test('a reply without usage is good and booked as an estimate, and so is one with impossible usage', async t => {
  const { app, fake } = await stage(t)
  for (const fault of ['no_usage', 'impossible_usage'] as const) {
    const before = await spent(app)
    const { reply, entry, counted } = await withFault(app, fake, { fault, match: 'respond' })
    t.match(reply.body, { engine: 'v2', degraded: false })
    t.match(entry, { assigned: 'v2', served: 'v2', outcome: 'ok', certainty: 'estimated' })
    t.match(entry.legs.find(({ leg }) => leg === 'respond'), { outcome: 'ok', certainty: 'estimated', output_tokens: 150 }, 'at its longest')
    agreesWithBill(t, entry, fake)
    t.equal(counted, 1)
    t.equal(await spent(app) - before, nano(entry.cost_usd))
  }
})

async function withFault (app: FastifyInstance, fake: FakeOpenAI, order: { fault: FaultName, match: string }) {
  fake.reset()
  fake.fault(order.fault, order)
  const user = person(app)
  return watched(app, user, async () => user.say(`${QUESTION} It was about ${order.fault.replaceAll('_', ' ')}.`))
}
