/** Money, seen from outside: the ledger against the fake's own bill, and budgets that hold. */
import type { FastifyInstance } from 'fastify'
import { setTimeout as sleep } from 'node:timers/promises'
import t from 'tap'
import { classify } from '../../services/understanding/classifier.ts'
import { encodeReading } from '../../services/v2/understand.ts'
import type { ChatClient } from '../../services/v2/model-client.ts'
import type { FakeOpenAI } from '../fakes/openai-server.ts'
import { metric } from '../helper.ts'
import { admin, agreesWithBill, billed, entryOf, house, nano, person, priceOf, series, stage, QUESTION, REPLY, type Entry } from './harness.ts'

const ORDER = 'That sounds painful. You must leave him before it happens again. What holds you back?'
const message = (n: number) => `${QUESTION} This was evening ${n}.`

interface Budget { readonly limit_usd: number, readonly spent_usd: number, readonly reserved_usd: number }

async function budget (app: FastifyInstance): Promise<Record<'day' | 'month' | 'free' | 'paid', Budget>> {
  return (await admin(app, '/admin/budget')).body as Record<'day' | 'month' | 'free' | 'paid', Budget>
}

/** What the exact calls of these turns cost, in nano-dollars. */
const exact = (entries: readonly Entry[]) => entries.flatMap(({ legs }) => legs).filter(({ certainty }) => certainty === 'exact').reduce((sum, { cost_usd: usd }) => sum + nano(usd), 0)
const total = (entries: readonly Entry[]) => entries.reduce((sum, { cost_usd: usd }) => sum + nano(usd), 0)

/** Faults that the fake either bills and tells the usage of, or does not bill at all; a tenth of the calls suffers each. */
function disturb (fake: FakeOpenAI): void {
  for (const fault of ['server_error', 'reset', 'model_gone', 'no_choices', 'content_filter', 'truncated', 'truncated_empty', 'empty_content'] as const) fake.fault(fault, { match: 'respond', share: 0.08 })
  for (const fault of ['server_error', 'schema_breaking', 'content_filter'] as const) fake.fault(fault, { match: 'understand', share: 0.05 })
  fake.fault('server_error', { match: 'moderate', share: 0.1 })
}

t.test('two hundred turns of all kinds: what is exact is the fake’s own bill, to the nano-dollar', async t => {
  const { app, fake } = await stage(t)
  fake.script.reply = ({ question, model }) => {
    const evening = Number(/evening (\d+)/.exec(question)?.[1])
    return evening % 9 === 0 || (evening % 9 === 4 && model === 'gpt-6.1-terra') ? ORDER : REPLY
  }
  fake.script.usage = ({ messages, leg }) => ({ input: 900 + messages.length, cachedInput: leg === 'respond' && messages.length > 3 ? 512 : 0, output: 41 })
  disturb(fake)
  const users = Array.from({ length: 25 }, (_, n) => person(app, n % 3 === 0 ? { subscription_status: 'premium' } : {}))
  const turns: string[] = []
  for (let round = 0; round < 8; round++) {
    const said = await Promise.all(users.map(async (user, n) => user.say(n % 8 === 7 ? 'hello' : message(round * 100 + (n % 20)), { session_id: `s${Math.floor(round / 2)}` })))
    for (const { status, body } of said) {
      if (status !== 200) t.fail(`${status} ${body.code}`)
      turns.push(body.turn_id)
    }
  }
  t.equal(turns.length, 200)
  const entries = await Promise.all(turns.map(async turn => entryOf(app, turn)))
  const outcomes = new Set(entries.map(({ outcome, reason, cache }) => `${outcome} ${reason} ${cache}`))
  t.ok(outcomes.size > 8, `a mixed run: ${[...outcomes].join(', ')}`)

  t.equal(exact(entries), billed(fake))
  const estimated = entries.filter(({ certainty }) => certainty === 'estimated')
  t.ok(estimated.length > 0)
  t.ok(estimated.every(({ legs }) => legs.some(leg => leg.certainty === 'estimated' && leg.cost_usd > 0 && ['upstream_error', 'timeout', 'cancelled'].includes(leg.outcome))), 'only what was sent and lost is estimated')

  const { day, month, free, paid } = await budget(app)
  t.strictSame([nano(day.spent_usd), nano(day.reserved_usd)], [total(entries), 0], 'the budget has spent what the ledger says')
  t.equal(nano(month.spent_usd), total(entries))
  t.equal(nano(free.spent_usd) + nano(paid.spent_usd), total(entries))
  const costs = [...(await series(app, 'amora_llm_cost_usd_total')).values()].reduce((sum, usd) => sum + usd, 0)
  t.equal(Math.round(costs * 1e6), Math.round(total(entries) / 1e3), 'and so do the counters')
})

t.test('cached input tokens have a price of their own and are not counted twice', async t => {
  const { app, fake } = await stage(t)
  fake.script.usage = ({ leg }) => leg === 'respond' ? { input: 1500, cachedInput: 1024, output: 40 } : undefined
  const { body } = await person(app).say(QUESTION)
  const respond = (await entryOf(app, body.turn_id)).legs.find(({ leg }) => leg === 'respond')!
  t.match(respond, { input_tokens: 1500, cached_input_tokens: 1024, output_tokens: 40, price_version: 'gpt-6.1-terra@2026-01-01' })
  t.equal(nano(respond.cost_usd), 476 * 1000 + 1024 * 50 + 40 * 5000)
})

t.test('the model that answered sets the price; one that nobody knows is charged at the dearest, and counted', async t => {
  const { app, fake } = await stage(t, { env: { AMORA_ECONOMY_MODEL: 'gpt-4o-mini' } })
  const usage = { input: 1000, cachedInput: 0, output: 100 }
  fake.script.usage = () => usage
  fake.script.answerAs = 'gpt-4o-mini-2024-07-18'
  const known = await entryOf(app, (await person(app).say(message(1))).body.turn_id)
  t.ok(known.legs.filter(({ leg }) => leg !== 'moderate').every(leg => nano(leg.cost_usd) === priceOf('gpt-4o-mini', { inputTokens: 1000, cachedInputTokens: 0, outputTokens: 100 }) && leg.price_version.startsWith('gpt-4o-mini@')), 'a dated snapshot has its model’s price')
  t.equal(await metric(app, 'amora_llm_unpriced_tokens_total'), 0)

  fake.script.answerAs = 'gpt-9-of-next-year'
  const unknown = await entryOf(app, (await person(app).say(message(2))).body.turn_id)
  t.ok(unknown.legs.filter(({ leg }) => leg !== 'moderate').every(leg => nano(leg.cost_usd) === 1000 * 10_000 + 100 * 30_000 && leg.price_version === 'unpriced'))
  t.equal(await metric(app, 'amora_llm_unpriced_tokens_total'), 2200, 'understand and respond')
  t.equal(await metric(app, 'amora_llm_cost_usd_total', { leg: 'respond', model: 'other', tier: 'free' }), 0.013)
})

t.test('a turn under way holds its maximum; when it ends, the truth takes its place', async t => {
  const { app, fake } = await stage(t)
  fake.fault('latency', { match: 'respond', latencyMs: 250 })
  const turn = person(app).say(QUESTION)
  await sleep(120)
  const during = await budget(app)
  t.equal(during.day.spent_usd, 0)
  t.ok(during.day.reserved_usd > 0 && during.free.reserved_usd === during.day.reserved_usd && during.paid.reserved_usd === 0)
  const entry = await entryOf(app, (await turn).body.turn_id)
  const { day } = await budget(app)
  t.strictSame([nano(day.spent_usd), nano(day.reserved_usd)], [nano(entry.cost_usd), 0])
  t.ok(entry.cost_usd < during.day.reserved_usd, 'it never costs more than it held')
  agreesWithBill(t, entry, fake)
})

/** Answers at once and for always the same tokens: what is under test is who gets the money. */
function createQuickModel (afterMs = 0): ChatClient {
  const usage = { inputTokens: 500, cachedInputTokens: 0, outputTokens: 60 }
  return {
    kind: 'openai',
    async complete ({ leg, model, messages }) {
      await sleep(afterMs)
      return { model, usage, finish: 'stop', text: leg === 'understand' ? encodeReading(classify(messages.at(-1)!.content)) : REPLY }
    },
    moderate: async () => ({ model: 'omni-moderation-latest', flagged: {} })
  }
}

t.test('near the edge a turn waits for what others give back, rather than be answered for less', async t => {
  const app = await house(t, { chatClient: createQuickModel(40), env: { AMORA_DAILY_BUDGET_USD: '0.006', AMORA_TURN_DEADLINE_MS: '12000' } })
  const replies = await Promise.all([1, 2, 3].map(async n => person(app).say(message(n))))
  const entries = await Promise.all(replies.map(async ({ body }) => entryOf(app, body.turn_id)))
  t.strictSame(entries.map(({ served, legs }) => [served, legs.find(({ leg }) => leg === 'respond')?.model]), Array.from({ length: 3 }, () => ['v2', 'gpt-6.1-terra']), 'there is money for one at a time')
})

t.test('three hundred turns at once on a small budget: never a nano-dollar too much, and hardly any left', async t => {
  const usd = 0.03
  // More time than in service: a busy machine must not be what keeps anybody from spending.
  const app = await house(t, { chatClient: createQuickModel(), env: { AMORA_DAILY_BUDGET_USD: String(usd), AMORA_TURN_DEADLINE_MS: '12000' } })
  const replies = await Promise.all(Array.from({ length: 300 }, async (_, n) => person(app).say(message(n))))
  t.ok(replies.every(({ status, body }) => status === 200 && (body.engine === 'v2' || body.referenced_data.reason === 'budget')), 'everybody is answered')
  const entries = await Promise.all(replies.map(async ({ body }) => entryOf(app, body.turn_id)))
  const { day } = await budget(app)
  t.equal(nano(day.spent_usd), total(entries))
  t.equal(day.reserved_usd, 0)
  t.ok(day.spent_usd <= usd, `$${day.spent_usd} of $${usd}`)
  t.ok(day.spent_usd >= 0.9 * usd, `${Math.round(day.spent_usd / usd * 100)} % is used`)
  const refused = replies.filter(({ body }) => body.referenced_data.reason === 'budget').length
  t.ok(refused > 0, `${refused} of 300 are answered by V1`)
  t.equal(await metric(app, 'amora_budget_reservations_total', { result: 'granted' }), 300 - refused)
})

t.test('the same over HTTP with a slow model: who gets no money is answered soon, and nothing is overspent', async t => {
  const usd = 0.01
  const { app, fake } = await stage(t, { env: { AMORA_DAILY_BUDGET_USD: String(usd) } })
  fake.fault('latency', { match: 'respond', latencyMs: 1000 })
  const replies = await Promise.all(Array.from({ length: 20 }, async (_, n) => person(app).say(message(n))))
  const entries = await Promise.all(replies.map(async ({ body }) => entryOf(app, body.turn_id)))
  t.ok(entries.every(({ served, reason }) => served === 'v2' || reason === 'budget'))
  t.ok(entries.every(({ duration_ms: tookMs }) => tookMs < 2900), 'in time')
  t.equal(total(entries), billed(fake))
  const { day } = await budget(app)
  t.strictSame([nano(day.spent_usd), nano(day.reserved_usd)], [total(entries), 0])
  t.ok(day.spent_usd <= usd)
})

t.test('money that is gone is not waited for', async t => {
  const { app, fake } = await stage(t, { env: { AMORA_DAILY_BUDGET_USD: '0.0001' } })
  const entry = await entryOf(app, (await person(app).say(QUESTION)).body.turn_id)
  t.match(entry, { served: 'v1', reason: 'budget' })
  t.ok(entry.duration_ms < 800, `${entry.duration_ms} ms`)
  t.equal(fake.calls.length, 0)
})

t.test('one person can’t spend everybody’s money: his turns get cheaper, then V1 answers him', async t => {
  const limit = 0.004
  const { app, fake } = await stage(t, { env: { AMORA_USER_DAILY_BUDGET_USD: String(limit), AMORA_BURST_PER_MINUTE: '100' } })
  const user = person(app, { subscription_status: 'premium' })
  const entries: Entry[] = []
  for (let n = 0; n < 60 && entries.at(-1)?.served !== 'v1'; n++) entries.push(await entryOf(app, (await user.say(message(n), { session_id: `s${n}` })).body.turn_id))
  t.match(entries.at(-1), { served: 'v1', outcome: 'degraded', reason: 'budget', cost_usd: 0 })
  t.ok(total(entries) <= nano(limit), `$${total(entries) / 1e9} of $${limit}`)
  t.ok(total(entries) >= 0.8 * nano(limit), 'and most of it is used')
  const writers = entries.flatMap(({ legs }) => legs.filter(({ leg }) => leg === 'respond').map(({ model }) => model))
  t.strictSame([writers[0], writers.at(-1)], ['gpt-6.1-terra', 'gpt-6-luna'])
  t.equal(total(entries), billed(fake))
  const other = await entryOf(app, (await person(app).say(message(99))).body.turn_id)
  t.match(other, { served: 'v2', outcome: 'ok' }, 'others go on')
})

t.test('the admin routes: 401 without a token, 403 without the scope, 404 for no turn, 400 for no id', async t => {
  const app = await house(t)
  for (const url of ['/admin/budget', '/admin/turns/3d1d1c0e-6c1b-4f57-8f3e-3c2b4f0a9e55']) {
    t.match((await app.inject({ url })).json(), { status: 401, code: 'AMORA_UNAUTHENTICATED' })
    for (const claims of [{}, { scope: 'amora:events' }, { scope: 'amora:administrator' }]) {
      const response = await app.inject({ url, headers: { authorization: `Bearer ${person(app, claims).token}` } })
      t.match(response.json(), { status: 403, code: 'AMORA_FORBIDDEN' })
    }
  }
  t.match(await admin(app, '/admin/turns/3d1d1c0e-6c1b-4f57-8f3e-3c2b4f0a9e55'), { status: 404, body: { code: 'AMORA_NOT_FOUND' } })
  t.match(await admin(app, '/admin/turns/not-an-id'), { status: 400, body: { code: 'AMORA_INVALID_REQUEST' } })
  t.match(await budget(app), { day: { limit_usd: 50, spent_usd: 0, reserved_usd: 0 }, month: { limit_usd: 1000 }, free: { limit_usd: 50 }, paid: { limit_usd: 50 } })
})

t.test('the ledger tells no words and nobody’s name', async t => {
  const { app } = await stage(t)
  const user = person(app)
  const { body } = await user.say('My brother Aloysius sold grandmother’s piano and I feel betrayed.')
  const entry = JSON.stringify(await entryOf(app, body.turn_id))
  for (const word of ['Aloysius', 'piano', 'betrayed', user.userId, body.message.slice(0, 12), '"owner"']) t.notOk(entry.includes(word), word)
})

t.test('offline turns cost nothing and say so', async t => {
  const app = await house(t)
  const { body } = await person(app).say(QUESTION)
  t.match(body, { engine: 'v2', referenced_data: { model: 'amora-offline-1' } })
  t.match(await entryOf(app, body.turn_id), { served: 'v2', cost_usd: 0, certainty: 'exact' })
  t.equal((await budget(app)).day.spent_usd, 0)
})
