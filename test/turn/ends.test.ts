/** The ends of a turn that are no fault of the model's side: HTTP, ledger, day count, bill, cache and counters of each. */
import { createSigner } from 'fast-jwt'
import type { FastifyInstance } from 'fastify'
import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import t, { type Test } from 'tap'
import type { FakeOpenAI } from '../fakes/openai-server.ts'
import { V1_ONLY, post } from '../helper.ts'
import { redisMissing, startRedis } from '../servers/redis.ts'
import { KEY, agreesWithBill, grown, house, person, series, stage, watched, QUESTION, REPLY, type Watched } from './harness.ts'

interface Expected {
  readonly engine: string, readonly degraded?: boolean, readonly reason?: string
  readonly assigned: string, readonly served: string, readonly outcome: string, readonly ledgerReason?: string
  readonly cache: 'hit' | 'miss' | 'bypass', readonly counted: 0 | 1, readonly tier?: 'free' | 'paid'
}

/** One row of the table of ends. */
function endsAs (t: Test, { reply, entry, counted, turns, fallbacks }: Watched, expected: Expected): void {
  const { engine, degraded = false, reason, assigned, served, outcome, ledgerReason = reason ?? '', cache, tier = 'free' } = expected
  t.equal(reply.status, 200)
  t.match(reply.body, { engine, degraded })
  t.equal(reply.body.referenced_data.reason, reason)
  t.equal(reply.body.referenced_data.fallback, degraded || undefined)
  t.match(entry, { assigned, served, outcome, reason: ledgerReason, cache })
  t.equal(counted, expected.counted, expected.counted ? 'it counts as one message' : 'it does not count')
  t.strictSame(turns, { [`assigned=${assigned},served=${served},outcome=${outcome},tier=${tier}`]: 1 })
  t.strictSame(fallbacks, outcome === 'degraded' ? { [`reason=${reason}`]: 1 } : {})
}

const asked = (fake: FakeOpenAI, leg: string) => fake.calls.filter(call => call.leg === leg).length

/** Whether the same question from somebody else is written anew. */
async function isWrittenAnew (app: FastifyInstance, fake: FakeOpenAI, question = QUESTION): Promise<boolean> {
  fake.reset()
  await sleep(20)
  await person(app).say(question)
  return asked(fake, 'respond') === 1
}

t.test('care by rules', async t => {
  const { app, fake } = await stage(t)
  for (const [question, crisis] of [['I want to kill myself tonight', 'self_harm'], ['My husband hits me when he drinks and I am scared of him', 'abuse']] as const) {
    const user = person(app)
    const seen = await watched(app, user, async () => user.say(question))
    endsAs(t, seen, { engine: 'safety', assigned: 'none', served: 'safety', outcome: 'care', ledgerReason: crisis, cache: 'bypass', counted: 0 })
    t.match(seen.reply.body, { mode: 'SAFETY', referenced_data: { crisis, strategy: 'LOW' } })
    t.match(seen.entry, { cost_usd: 0, legs: [] })
    t.equal(seen.reply.headers['ratelimit-remaining'], undefined, 'no limit stands before it')
  }
  t.equal(fake.calls.length, 0, 'and no model')
})

t.test('care by what the models find', async t => {
  const { app, fake } = await stage(t)
  const found: ReadonlyArray<readonly [string, () => void, string]> = [
    ['moderation', () => { fake.script.moderate = () => ({ 'self-harm/intent': 0.97 }) }, 'self_harm'],
    ['the understanding call', () => { fake.script.understand = () => ({ risk: 'self_harm', emotions: {}, intents: {}, themes: [] }) }, 'self_harm'],
    ['the understanding call, of abuse', () => { fake.script.understand = () => ({ risk: 'abuse', emotions: {}, intents: {}, themes: [] }) }, 'abuse']
  ]
  for (const [at, [by, script, crisis]] of found.entries()) {
    fake.reset()
    script()
    const question = `${QUESTION} That was the ${at + 1}. time.`
    const user = person(app)
    const seen = await watched(app, user, async () => user.say(question))
    endsAs(t, seen, { engine: 'safety', assigned: 'v2', served: 'safety', outcome: 'care', ledgerReason: crisis, cache: 'miss', counted: 0 })
    t.match(seen.reply.body, { mode: 'SAFETY', referenced_data: { crisis } }, by)
    t.equal(asked(fake, 'understand'), 1)
    t.ok(seen.entry.cost_usd > 0, 'its calls are booked')
    agreesWithBill(t, seen.entry, fake)
    t.ok(await isWrittenAnew(app, fake, question), 'and nothing of it is kept')
  }
})

t.test('harm that its victim tells of is cared for, not declined', async t => {
  const { app, fake } = await stage(t)
  fake.script.moderate = () => ({ violence: 0.95, 'harassment/threatening': 0.9 })
  const user = person(app)
  const question = 'At the party he shoved his plate at me in front of everyone and laughed, and I keep thinking about it.'
  const seen = await watched(app, user, async () => user.say(question))
  endsAs(t, seen, { engine: 'safety', assigned: 'v2', served: 'safety', outcome: 'care', ledgerReason: 'abuse', cache: 'miss', counted: 0 })
  t.ok(await isWrittenAnew(app, fake, question))
})

t.test('a trivial turn', async t => {
  for (const [env, engine] of [[{}, 'v2'], [V1_ONLY, 'v1']] as const) {
    const { app, fake } = await stage(t, { env })
    for (const question of ['', 'hello', 'ok', '🥲', 'are you a bot?']) {
      const user = person(app)
      const seen = await watched(app, user, async () => user.say(question))
      endsAs(t, seen, { engine, reason: 'trivial', assigned: engine, served: engine, outcome: 'ok', cache: 'bypass', counted: 0 })
      t.match(seen.entry, { cost_usd: 0, legs: [] })
    }
    t.equal(fake.calls.length, 0, 'no model call')
  }
})

t.test('V1', async t => {
  const { app, fake } = await stage(t, { env: V1_ONLY })
  endsAs(t, await watched(app, person(app)), { engine: 'v1', assigned: 'v1', served: 'v1', outcome: 'ok', cache: 'bypass', counted: 1 })
  const paid = person(app, { subscription_status: 'premium' })
  endsAs(t, await watched(app, paid, async () => paid.say(QUESTION)), { engine: 'v1', assigned: 'v1', served: 'v1', outcome: 'ok', cache: 'bypass', counted: 1, tier: 'paid' })
  t.equal(fake.calls.length, 0)
})

t.test('modes EXPLAIN and SAFETY are V1’s in both arms', async t => {
  const scan = { overall_score: 61, category: 'communication', category_scores: { trust: 70, respect: 55 }, strengths: ['You make time for each other'], awareness_areas: ['Voices rise quickly'], red_flags: [] }
  for (const [env, assigned] of [[{}, 'v2'], [V1_ONLY, 'v1']] as const) {
    const { app, fake } = await stage(t, { env })
    for (const more of [{ mode: 'EXPLAIN', context: { scan_result: scan } }, { mode: 'SAFETY' }]) {
      const user = person(app)
      const seen = await watched(app, user, async () => user.say(QUESTION, more))
      endsAs(t, seen, { engine: 'v1', reason: undefined, ledgerReason: 'mode', assigned, served: 'v1', outcome: 'ok', cache: 'bypass', counted: 1 })
      t.equal(seen.reply.body.mode, more.mode)
      t.equal(seen.entry.cost_usd, 0)
    }
    t.equal(fake.calls.length, 0)
  }
})

t.test('V2, and V2 from the cache', async t => {
  const { app, fake } = await stage(t)
  fake.script.reply = () => REPLY
  const first = await watched(app, person(app))
  endsAs(t, first, { engine: 'v2', assigned: 'v2', served: 'v2', outcome: 'ok', cache: 'miss', counted: 1 })
  t.equal(first.reply.body.message, REPLY)
  t.match(first.reply.body.referenced_data, { model: 'gpt-6.1-terra', is_paid: false })
  t.strictSame(first.entry.legs.map(({ leg, outcome, certainty }) => ({ leg, outcome, certainty })).sort((a, b) => a.leg.localeCompare(b.leg)), [
    { leg: 'moderate', outcome: 'ok', certainty: 'exact' }, { leg: 'respond', outcome: 'ok', certainty: 'exact' }, { leg: 'understand', outcome: 'ok', certainty: 'exact' }
  ])
  agreesWithBill(t, first.entry, fake)

  const calls = fake.calls.length
  const again = await watched(app, person(app))
  endsAs(t, again, { engine: 'v2', assigned: 'v2', served: 'v2', outcome: 'ok', cache: 'hit', counted: 1 })
  t.equal(again.reply.body.message, REPLY)
  t.match(again.entry, { cost_usd: 0, legs: [], saved_usd: first.entry.cost_usd, certainty: 'exact' })
  t.equal(fake.calls.length, calls, 'no model call')
})

const ORDER = 'That sounds painful. You must leave him before it happens again. What holds you back?'

t.test('repaired: served, counted as good, never kept', async t => {
  const { app, fake } = await stage(t)
  fake.script.reply = ({ model }) => model === 'gpt-6.1-terra' ? ORDER : REPLY
  const seen = await watched(app, person(app))
  endsAs(t, seen, { engine: 'v2', assigned: 'v2', served: 'v2', outcome: 'ok', ledgerReason: 'repaired', cache: 'miss', counted: 1 })
  t.equal(seen.reply.body.message, REPLY)
  t.equal(seen.entry.repaired, true)
  t.strictSame(seen.entry.legs.map(({ leg }) => leg).sort(), ['moderate', 'repair', 'respond', 'understand'])
  agreesWithBill(t, seen.entry, fake)
  t.ok(await isWrittenAnew(app, fake))
})

t.test('review failed for good: V1 stands in, both drafts are billed, neither is shown or kept', async t => {
  const { app, fake } = await stage(t)
  fake.script.reply = () => ORDER
  const seen = await watched(app, person(app))
  endsAs(t, seen, { engine: 'v1', degraded: true, reason: 'review', assigned: 'v2', served: 'v1', outcome: 'degraded', cache: 'miss', counted: 1 })
  t.notMatch(seen.reply.body.message, /must leave/)
  t.strictSame(seen.entry.legs.map(({ leg }) => leg).sort(), ['moderate', 'repair', 'respond', 'understand'])
  agreesWithBill(t, seen.entry, fake)
  t.ok(await isWrittenAnew(app, fake))
})

t.test('declined: by risk and by moderation', async t => {
  const { app, fake } = await stage(t)
  const found: ReadonlyArray<readonly [() => void, string]> = [
    [() => { fake.script.understand = () => ({ risk: 'harm_to_others', emotions: {}, intents: {}, themes: [] }) }, 'violence'],
    [() => { fake.script.moderate = () => ({ illicit: 0.9 }) }, 'illicit'],
    [() => { fake.script.moderate = () => ({ 'sexual/minors': 0.9 }) }, 'sexual_minor']
  ]
  for (const [at, [script, category]] of found.entries()) {
    fake.reset()
    script()
    const question = `Which way is best to get into the phone of my girlfriend without her seeing it, part ${at}?`
    const user = person(app)
    const seen = await watched(app, user, async () => user.say(question))
    endsAs(t, seen, { engine: 'v2', reason: category, assigned: 'v2', served: 'v2', outcome: 'declined', cache: 'miss', counted: 1 })
    agreesWithBill(t, seen.entry, fake)
    t.ok(await isWrittenAnew(app, fake, question), 'never kept')
  }
})

t.test('cut off after two whole sentences: served without the rest, never kept', async t => {
  const { app, fake } = await stage(t)
  fake.fault('truncated', { match: 'respond' })
  const seen = await watched(app, person(app))
  endsAs(t, seen, { engine: 'v2', assigned: 'v2', served: 'v2', outcome: 'ok', cache: 'miss', counted: 1 })
  t.equal(seen.reply.body.message, 'That sounds like a lot to carry. It makes sense that it weighs on you.')
  agreesWithBill(t, seen.entry, fake)
  t.ok(await isWrittenAnew(app, fake))
})

t.test('cut off before that: V1, truncated', async t => {
  const { app, fake } = await stage(t, { env: { AMORA_MAX_TOKENS: '16' } })
  const seen = await watched(app, person(app))
  endsAs(t, seen, { engine: 'v1', degraded: true, reason: 'truncated', assigned: 'v2', served: 'v1', outcome: 'degraded', cache: 'miss', counted: 1 })
  agreesWithBill(t, seen.entry, fake)
})

t.test('no money: V1, at once and for nothing', async t => {
  for (const name of ['AMORA_DAILY_BUDGET_USD', 'AMORA_USER_DAILY_BUDGET_USD', 'AMORA_MONTHLY_BUDGET_USD']) {
    const { app, fake } = await stage(t, { env: { [name]: '0.0001' } })
    const seen = await watched(app, person(app))
    endsAs(t, seen, { engine: 'v1', degraded: true, reason: 'budget', assigned: 'v2', served: 'v1', outcome: 'degraded', cache: 'miss', counted: 1 })
    t.match(seen.entry, { cost_usd: 0, legs: [] }, name)
    t.equal(fake.calls.length, 0, 'nothing was sent')
  }
})

t.test('no Redis to reserve money in: V1, state_unavailable', { skip: redisMissing }, async t => {
  const redis = await startRedis(t)
  const { app, fake } = await stage(t, { env: { REDIS_URL: redis.url } })
  await redis.kill()
  const user = person(app)
  const [turns, fallbacks] = [await series(app, 'amora_turns_total'), await series(app, 'amora_fallbacks_total')]
  const reply = await user.say(QUESTION)
  t.match(reply, { status: 200, body: { engine: 'v1', degraded: true, referenced_data: { fallback: true, reason: 'state_unavailable' } } })
  t.strictSame(grown(turns, await series(app, 'amora_turns_total')), { 'assigned=v2,served=v1,outcome=degraded,tier=free': 1 })
  t.strictSame(grown(fallbacks, await series(app, 'amora_fallbacks_total')), { 'reason=state_unavailable': 1 })
  t.equal(fake.calls.length, 0, 'nothing was sent')
  const left = Number(reply.headers['ratelimit-remaining'])
  t.equal(Number((await user.say('', { mode: 'SAFETY' })).headers['ratelimit-remaining']), left - 1, 'this process counts it meanwhile')
})

t.test('no key in production: V1, no_key', async t => {
  const secret = 'q8Jw2Zr5Vn1Xc7Tb4Ym9Ks6Hd3Gf0PlAaEeIiOoUu'
  const app = await house(t, {
    env: { NODE_ENV: 'production', AMORA_V2_ENABLED: 'true', AMORA_V2_ROLLOUT_PERCENTAGE: '100', AMORA_JWT_SECRET: secret, AMORA_PRIVACY_KEYS: `of-this-test:${'0123456789abcdef'.repeat(3)}` }
  })
  const token = (claims: object) => createSigner({ key: secret, algorithm: 'HS256', expiresIn: 60_000 })({ sub: randomUUID(), ...claims })
  const reply = await post(app, { headers: { authorization: `Bearer ${token({})}` }, payload: { specific_question: QUESTION } })
  t.match(reply, { status: 200, body: { engine: 'v1', degraded: true, referenced_data: { fallback: true, reason: 'no_key' } } })
  const entry = await app.inject({ url: `/admin/turns/${reply.body.turn_id}`, headers: { authorization: `Bearer ${token({ scope: 'amora:admin' })}` } })
  t.match(entry.json(), { assigned: 'v2', served: 'v1', outcome: 'degraded', reason: 'no_key', cost_usd: 0, certainty: 'exact' })
  t.equal(app.config.openai.apiKey, undefined)
})

t.test('the key never leaves but in its header, and nobody’s name at all', async t => {
  const { app, fake } = await stage(t)
  const user = person(app, { email: 'a.person@example.com', name: 'A. Person' })
  await user.say(QUESTION, {}, { traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01', baggage: 'user.email=a.person@example.com', cookie: 'session=abc' })
  t.equal(fake.calls.length, 3)
  for (const { headers, body } of fake.calls) {
    const sent = JSON.stringify({ headers: { ...headers, authorization: '' }, body })
    for (const secret of [KEY, user.userId, user.token, 'a.person', 'traceparent', 'baggage', 'cookie', 'session=']) t.notOk(sent.includes(secret), `no ${secret}`)
  }
})
