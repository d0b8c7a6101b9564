/** The trace of every kind of turn: which spans, whose children, with which attributes. A change here is a change of what an SRE sees. */
import t, { type Test } from 'tap'
import type { ReadableSpan } from '@opentelemetry/sdk-trace'
import { V1_ONLY, person } from '../helper.ts'
import { redisMissing, startRedis } from '../servers/redis.ts'
import { hear } from '../turn/events.ts'
import { QUESTION, REPLY, stage } from '../turn/harness.ts'
import { recordTraces, treeOf } from './traces.ts'

const traces = recordTraces()

const CHAT = ['gen_ai.operation.name', 'gen_ai.provider.name', 'gen_ai.request.max_tokens', 'gen_ai.request.model']
const ANSWERED = ['gen_ai.response.model', 'gen_ai.usage.cache_read.input_tokens', 'gen_ai.usage.input_tokens', 'gen_ai.usage.output_tokens']
const FAILED = ['error.type', 'http.response.status_code']
const STREAMED = ['gen_ai.request.stream', 'gen_ai.response.time_to_first_chunk']
const TURN = [
  'amora.cache.result', 'amora.turn.assigned', 'amora.turn.cost_usd', 'amora.turn.id', 'amora.turn.mode', 'amora.turn.model_calls', 'amora.turn.outcome',
  'amora.turn.served', 'amora.turn.tier', 'http.request.method', 'http.response.status_code', 'http.route'
]

type Carried = readonly [always: readonly string[], also?: readonly string[]]

/** What each span carries always, and what it may carry beside. */
const ATTRIBUTES: Readonly<Record<string, Carried>> = {
  'POST /api/v1/coach': [TURN, ['amora.rollout.reason', 'amora.turn.reason', 'amora.turn.rung', 'amora.turn.time_to_first_words']],
  screen: [['amora.safety.screen']],
  replay: [[], ['amora.replay.result']],
  limits: [[]],
  tier: [[]],
  session: [[], ['amora.session.turns']],
  memory: [[]],
  rollout: [['amora.rollout.reason', 'feature_flag.key', 'feature_flag.provider.name', 'feature_flag.result.reason', 'feature_flag.result.variant']],
  care: [[]],
  trivial: [[]],
  v1: [[]],
  v2: [['amora.cache.result', 'amora.engine.end']],
  cache: [['amora.cache.result']],
  reserve: [['amora.budget.result']],
  models: [['amora.engine.end']],
  moderate: [[], ['error.type']],
  understand: [[], ['error.type']],
  respond: [[], ['error.type']],
  repair: [[]],
  review: [['amora.safety.review.faults'], ['amora.safety.review.category']],
  save: [[]],
  remember: [[]],
  keep: [[]],
  settle: [[]]
}

function attributesOf (name: string): Carried {
  if (name.startsWith('redis ')) return [['amora.store.concern', 'db.operation.name', 'db.system.name'], ['error.type']]
  if (name.startsWith('chat ')) return [CHAT, [...ANSWERED, ...FAILED, ...STREAMED]]
  if (name.startsWith('moderation ')) return [CHAT.filter(key => !key.includes('max_tokens')), ['gen_ai.response.model', ...FAILED]]
  return ATTRIBUTES[name] ?? [['a span that this test knows']]
}

/** The tree as it is written here, and no attribute but those that a span of its name may carry. */
async function isGolden (t: Test, turnId: string, tree: string): Promise<readonly ReadableSpan[]> {
  const spans = await traces.of(turnId)
  t.equal(treeOf(spans).join('\n'), tree.trim().replaceAll(/^ {4}/gm, ''))
  for (const { name, attributes, events, status } of spans) {
    const [always, also = []] = attributesOf(name)
    const keys = Object.keys(attributes)
    const wrong = { missing: always.filter(key => !keys.includes(key)), more: keys.filter(key => !always.includes(key) && !also.includes(key)), events: events.length, message: status.message }
    t.strictSame(wrong, { missing: [], more: [], events: 0, message: undefined }, `${name} carries what it should, and nothing else`)
  }
  return spans
}

const turnOf = ([root]: readonly ReadableSpan[]) => root!.attributes
const named = (spans: readonly ReadableSpan[], name: string) => spans.filter(span => span.name === name)

t.test('V2, and V2 from the cache', async t => {
  const { app, fake } = await stage(t)
  fake.script.reply = () => REPLY
  fake.script.usage = () => ({ input: 1500, cachedInput: 1024, output: 12 })
  const miss = await isGolden(t, (await person(app).say(QUESTION)).body.turn_id, `
    POST /api/v1/coach
      screen
      replay
      limits
        tier
      session
      rollout
      v2
        cache
        reserve
        models
          moderate
            moderation omni-moderation-latest
          understand
            chat gpt-6-luna
          respond
            chat gpt-6.1-terra
          review
      save
      settle`)
  t.match(turnOf(miss), { 'amora.turn.assigned': 'v2', 'amora.turn.served': 'v2', 'amora.turn.outcome': 'ok', 'amora.cache.result': 'miss', 'amora.turn.rung': 'full', 'amora.turn.model_calls': 3, 'http.response.status_code': 200 })
  t.match(named(miss, 'rollout')[0]!.attributes, { 'feature_flag.key': 'amora.engine', 'feature_flag.result.variant': 'v2', 'feature_flag.result.reason': 'split', 'amora.rollout.reason': 'in_rollout' })
  t.match(named(miss, 'chat gpt-6.1-terra')[0]!.attributes, {
    'gen_ai.operation.name': 'chat', 'gen_ai.provider.name': 'openai', 'gen_ai.request.model': 'gpt-6.1-terra', 'gen_ai.response.model': 'gpt-6.1-terra',
    'gen_ai.usage.input_tokens': 1500, 'gen_ai.usage.cache_read.input_tokens': 1024, 'gen_ai.usage.output_tokens': 12, 'gen_ai.request.max_tokens': 150
  })
  const hit = await isGolden(t, (await person(app).say(QUESTION)).body.turn_id, `
    POST /api/v1/coach
      screen
      replay
      limits
        tier
      session
      rollout
      v2
        cache
      save
      settle`)
  t.match(turnOf(hit), { 'amora.turn.served': 'v2', 'amora.cache.result': 'hit', 'amora.turn.cost_usd': 0, 'amora.turn.model_calls': 0 })
})

t.test('V1, with what a paid user and a retry add', async t => {
  const { app } = await stage(t, { env: V1_ONLY })
  const v1 = await isGolden(t, (await person(app).say(QUESTION)).body.turn_id, `
    POST /api/v1/coach
      screen
      replay
      limits
        tier
      session
      rollout
      v1
      save
      settle`)
  t.match(turnOf(v1), { 'amora.turn.assigned': 'v1', 'amora.turn.served': 'v1', 'amora.rollout.reason': 'out_of_rollout' })
  const paid = person(app, { tier: 'paid' })
  const key = { 'idempotency-key': 'the same' }
  await isGolden(t, (await paid.say(QUESTION, {}, key)).body.turn_id, `
    POST /api/v1/coach
      screen
      replay
      limits
        tier
      session
      memory
      rollout
      v1
      save
      remember
      keep
      settle`)
  traces.forget()
  await paid.say(QUESTION, {}, key)
  t.strictSame(treeOf(traces.spans), ['POST /api/v1/coach', '  screen', '  replay'], 'what was answered before is only looked up')
  t.match(traces.spans[2]!.attributes, { 'amora.replay.result': 'finished' })
})

t.test('trivial, care and a limit', async t => {
  const { app } = await stage(t)
  const trivial = await isGolden(t, (await person(app).say('hello')).body.turn_id, `
    POST /api/v1/coach
      screen
      replay
      limits
        tier
      session
      rollout
      trivial
      save
      settle`)
  t.match(turnOf(trivial), { 'amora.turn.reason': 'trivial', 'amora.cache.result': 'bypass' })
  const care = await isGolden(t, (await person(app).say('I want to kill myself tonight')).body.turn_id, `
    POST /api/v1/coach
      screen
      limits
      session
      care
      settle
      save`)
  t.match(turnOf(care), { 'amora.turn.assigned': 'none', 'amora.turn.served': 'safety', 'amora.turn.outcome': 'care' })
  const anna = person(app)
  for (let n = 0; n < 10; n++) await anna.say('', { mode: 'SAFETY' })
  const refused = await anna.say('', { mode: 'SAFETY' })
  const denied = await isGolden(t, refused.body.turn_id, `
    POST /api/v1/coach
      screen
      replay
      limits
        tier
      settle`)
  t.match(turnOf(denied), { 'amora.turn.outcome': 'denied', 'amora.turn.reason': 'daily', 'http.response.status_code': 429 })
  t.equal(denied[0]!.status.code, 0, 'a refusal is no error of ours')
})

t.test('V2 that fails, and V1 in its place', async t => {
  const { app, fake } = await stage(t)
  fake.fault('server_error', { match: 'respond' })
  const failed = await isGolden(t, (await person(app).say(QUESTION)).body.turn_id, `
    POST /api/v1/coach
      screen
      replay
      limits
        tier
      session
      rollout
      v2
        cache
        reserve
        models
          moderate
            moderation omni-moderation-latest
          understand
            chat gpt-6-luna
          respond
            chat gpt-6.1-terra
      v1
      save
      settle`)
  t.match(turnOf(failed), { 'amora.turn.assigned': 'v2', 'amora.turn.served': 'v1', 'amora.turn.outcome': 'degraded', 'amora.turn.reason': 'upstream_error' })
  const [call] = named(failed, 'chat gpt-6.1-terra')
  t.match(call!.attributes, { 'error.type': 'upstream_error', 'http.response.status_code': 500 })
  t.strictSame([call, ...named(failed, 'respond'), ...named(failed, 'POST /api/v1/coach')].map(span => span!.status.code), [2, 2, 0], 'the call failed, the turn did not')
})

t.test('a call that is made again is two spans of one step', async t => {
  const { app, fake } = await stage(t)
  // A tenth of the calls may be made again.
  for (let n = 0; n < 10; n++) await person(app).say(`${QUESTION} That was evening ${n}.`)
  fake.fault('server_error', { match: 'respond', times: 1 })
  const { body } = await person(app).say(QUESTION)
  t.equal(body.degraded, false)
  const spans = await traces.of(body.turn_id)
  const [respond] = named(spans, 'respond')
  const attempts = named(spans, 'chat gpt-6.1-terra')
  t.strictSame(attempts.map(({ status, parentSpanContext }) => [status.code, parentSpanContext?.spanId]), [[2, respond!.spanContext().spanId], [0, respond!.spanContext().spanId]])
})

t.test('a reply that is repaired', async t => {
  const { app, fake } = await stage(t)
  const replies = ['You must leave him now. You should tell him tonight.', REPLY]
  fake.script.reply = () => replies.shift()!
  const spans = await isGolden(t, (await person(app).say(QUESTION)).body.turn_id, `
    POST /api/v1/coach
      screen
      replay
      limits
        tier
      session
      rollout
      v2
        cache
        reserve
        models
          moderate
            moderation omni-moderation-latest
          understand
            chat gpt-6-luna
          respond
            chat gpt-6.1-terra
          review
          repair
            chat gpt-6-luna
          review
      save
      settle`)
  t.match(named(spans, 'review').map(({ attributes }) => attributes), [{ 'amora.safety.review.faults': 1, 'amora.safety.review.category': 'directive' }, { 'amora.safety.review.faults': 0 }])
})

t.test('a stream', async t => {
  const { app, fake } = await stage(t, { env: { AMORA_TURN_DEADLINE_MS: '20000' } })
  fake.script.reply = () => REPLY
  const { done } = await hear(app, person(app), { specific_question: QUESTION })
  const spans = await isGolden(t, done!.turn_id, `
    POST /api/v1/coach
      screen
      replay
      limits
        tier
      session
      rollout
      v2
        cache
        reserve
        models
          moderate
            moderation omni-moderation-latest
          understand
            chat gpt-6-luna
          respond
            chat gpt-6.1-terra
          review
      save
      settle`)
  t.match(turnOf(spans), { 'amora.turn.time_to_first_words': Number, 'amora.turn.served': 'v2' })
  t.match(named(spans, 'chat gpt-6.1-terra')[0]!.attributes, { 'gen_ai.request.stream': true, 'gen_ai.response.time_to_first_chunk': Number })
  t.ok(Number(turnOf(spans)['amora.turn.time_to_first_words']) < 20)
})

t.test('with Redis, each command under the step that wants it', { skip: redisMissing }, async t => {
  const redis = await startRedis(t)
  const { app, fake } = await stage(t, { env: { REDIS_URL: redis.url } })
  fake.script.reply = () => REPLY
  await isGolden(t, (await person(app, { tier: 'paid' }).say(QUESTION, {}, { 'idempotency-key': 'once' })).body.turn_id, `
    POST /api/v1/coach
      screen
      replay
        redis replay-begin
      limits
        tier
        redis quota-take
      session
        redis session-open
      memory
        redis memory-read
      rollout
      v2
        cache
          redis cache-lookup
        reserve
          redis budget-reserve
        models
          moderate
            moderation omni-moderation-latest
          understand
            chat gpt-6-luna
          respond
            chat gpt-6.1-terra
          review
        redis budget-settle
        redis cache-put
        redis cache-index
        redis memory-erased
      save
        redis session-write
      remember
        redis memory-add
        redis memory-erased
      keep
        redis replay-end
      settle
        redis ledger-write
        redis memory-erased`)
  await redis.kill()
  const without = await isGolden(t, (await person(app).say('hello')).body.turn_id, `
    POST /api/v1/coach
      screen
      replay
      limits
        tier
        redis quota-take
      session
        redis session-open
        redis session-unlock
      rollout
      trivial
      save
      settle
        redis ledger-write
        redis memory-erased`)
  t.equal(named(without, 'redis quota-take')[0]!.attributes['error.type'], 'StateUnavailable')
  t.equal(named(without, 'limits')[0]!.status.code, 0, 'the turn goes on')
})
