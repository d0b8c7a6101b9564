import t from 'tap'
import { createModelTable } from '../../services/model-table.ts'
import { metric } from '../helper.ts'
import { KEY, REQUEST, against, failure, soon, start } from './llm-harness.ts'

t.test('a reply brings its words, the model that wrote it and what it cost', async t => {
  const { app, fake } = await against(t, { env: { AMORA_ECONOMY_MODEL: 'gpt-4o-mini' } })
  fake.script.reply = () => 'That weighs on you. What would help?'
  fake.script.answerAs = 'gpt-4o-mini-2024-07-18'
  fake.script.usage = () => ({ input: 1500, cachedInput: 1024, output: 12 })
  t.strictSame(await app.llm.complete(REQUEST, soon()), {
    text: 'That weighs on you. What would help?', finish: 'stop', model: 'gpt-4o-mini-2024-07-18',
    usage: { inputTokens: 1500, cachedInputTokens: 1024, outputTokens: 12 }
  })
  t.equal(await metric(app, 'amora_llm_requests_total', { leg: 'respond', model: 'gpt-6.1-terra', outcome: 'ok' }), 1, 'counted for the model that was asked')
  const spent = async (direction: string) => metric(app, 'amora_llm_tokens_total', { leg: 'respond', model: 'gpt-4o-mini', direction })
  t.strictSame([await spent('input'), await spent('cached_input'), await spent('output')], [476, 1024, 12], 'billed to the one that answered, no token twice')
})

t.test('each model is asked in its own way', async t => {
  const { app, fake } = await against(t)
  const common = { messages: REQUEST.messages, temperature: 0.7, store: false }
  await app.llm.complete({ ...REQUEST, model: 'gpt-6-luna' }, soon())
  t.strictSame(fake.calls.at(-1)!.body, { ...common, model: 'gpt-6-luna', max_completion_tokens: 150, reasoning_effort: 'none' })
  await app.llm.complete({ ...REQUEST, model: 'gpt-4o-mini' }, soon())
  t.strictSame(fake.calls.at(-1)!.body, { ...common, model: 'gpt-4o-mini', max_tokens: 150 })
})

t.test('a model that only the deployment’s table knows is asked as that table says', async t => {
  const price = { effective_from: '2026-01-01', checked_at: '2026-11-22', source: 'this test', input: 1, output: 2 }
  const table = createModelTable({ models: { 'gpt-6-luna': { encoding: 'o200k_base', limitParameter: 'max_completion_tokens', effort: 'minimal', temperature: 'never', prices: [price] } } })
  const { app, fake } = await against(t, { table })
  await app.llm.complete({ ...REQUEST, model: 'gpt-6-luna' }, soon())
  t.match(fake.calls[0]!.body, { max_completion_tokens: 150, reasoning_effort: 'minimal', temperature: undefined })
  await app.llm.complete(REQUEST, soon()).catch(() => {})
  t.equal(await metric(app, 'amora_llm_requests_total', { leg: 'respond', model: 'other', outcome: 'bad_request' }), 1, 'and labels come from it')
})

t.test('a structured reply is asked for by a strict schema', async t => {
  const { app, fake } = await against(t)
  const schema = { type: 'object', properties: { calm: { type: 'integer' } }, required: ['calm'], additionalProperties: false }
  const reply = await app.llm.complete({ ...REQUEST, leg: 'understand', model: 'gpt-6-luna', schema: { name: 'reading', schema } }, soon())
  t.strictSame(JSON.parse(reply.text), { calm: 0 })
  t.strictSame(fake.calls[0]!.body.response_format, { type: 'json_schema', json_schema: { name: 'reading', strict: true, schema } })
})

t.test('moderation says what was flagged', async t => {
  const { app, fake } = await against(t)
  fake.script.moderate = () => ({ 'self-harm/intent': 0.97, violence: 0.2, 'a category of the future': 1 })
  t.strictSame(await app.llm.moderate('some words', soon()), { model: 'omni-moderation-latest', flagged: { 'self-harm/intent': 0.97 } })
  t.strictSame(fake.calls[0]!.body, { model: 'omni-moderation-latest', input: 'some words' })
  t.equal(await metric(app, 'amora_llm_requests_total', { leg: 'moderate', model: 'omni-moderation-latest', outcome: 'ok' }), 1)
})

t.test('nothing leaves the house but what the call needs', async t => {
  const { app, fake } = await against(t)
  const surroundings = { OPENAI_CUSTOM_HEADERS: 'baggage: user.email=a@example.com\ncookie: session=1', OPENAI_ORG_ID: 'org-1', OPENAI_PROJECT_ID: 'proj-1' }
  Object.assign(process.env, surroundings)
  t.teardown(() => { for (const name of Object.keys(surroundings)) delete process.env[name] })
  const other = await start(t, { env: { OPENAI_API_KEY: KEY, OPENAI_BASE_URL: fake.url } })
  for (const { llm } of [app, other]) {
    await llm.complete(REQUEST, soon())
    await llm.moderate('some words', soon())
  }
  t.equal(fake.calls.length, 4)
  for (const { headers, body } of fake.calls) {
    t.strictSame(Object.keys(headers).sort(), ['accept', 'authorization', 'connection', 'content-length', 'content-type', 'host', 'user-agent'])
    t.notOk('user' in body || 'metadata' in body || 'safety_identifier' in body)
  }
})

t.test('it remembers that the server is in trouble until an answer comes', async t => {
  const { app, fake } = await against(t, { breaker: { openMs: 0, lastingOpenMs: 0 } })
  t.equal(app.llm.trouble, undefined)
  fake.fault('insufficient_quota', { times: 1 })
  await failure(app.llm.complete(REQUEST, soon()))
  t.equal(app.llm.trouble, 'quota_exhausted')
  fake.fault('refusal', { times: 1 })
  await failure(app.llm.complete(REQUEST, soon()))
  t.equal(app.llm.trouble, 'quota_exhausted', 'a refusal says nothing about the server')
  await app.llm.complete(REQUEST, soon())
  t.equal(app.llm.trouble, undefined)
})

t.test('who answers is decided by the key and the place', async t => {
  t.equal((await start(t, { env: { OPENAI_API_KEY: KEY } })).llm.kind, 'openai')

  const offline = await start(t)
  t.equal(offline.llm.kind, 'offline')
  t.equal(await metric(offline, 'amora_llm_requests_total', { leg: 'understand', model: 'gpt-6-luna', outcome: 'timeout' }), 0, 'what can occur starts at 0')

  const without = await start(t, { env: { NODE_ENV: 'production', AMORA_JWKS_URL: 'https://login.example/keys', AMORA_PRIVACY_KEYS: `of-this-test:${'0123456789abcdef'.repeat(3)}` } })
  t.equal(without.llm.kind, 'none')
  t.equal((await failure(without.llm.complete(REQUEST, soon()))).reason, 'no_key')
  t.equal((await failure(without.llm.moderate('some words', soon()))).reason, 'no_key')
  t.equal(await metric(without, 'amora_llm_requests_total', { leg: 'respond', outcome: 'no_key' }), 1)
})

t.test('a client of the caller’s own is counted like any other', async t => {
  const usage = { inputTokens: 5, cachedInputTokens: 0, outputTokens: 2 }
  const app = await start(t, {
    env: { OPENAI_API_KEY: KEY },
    chatClient: {
      kind: 'offline',
      complete: async () => ({ text: 'Yes.', finish: 'stop', model: 'a-model-nobody-knows', usage }),
      moderate: async () => { throw new TypeError('a defect') }
    }
  })
  t.equal(app.llm.kind, 'offline')
  await app.llm.complete({ ...REQUEST, model: 'a-model-nobody-knows' }, soon())
  t.equal(await metric(app, 'amora_llm_tokens_total', { leg: 'respond', model: 'other', direction: 'input' }), 5)
  await t.rejects(app.llm.moderate('some words', soon()), TypeError, 'a defect stays one')
  t.equal(await metric(app, 'amora_llm_in_flight', { kind: 'moderation' }), 0)
})

t.test('the days of a model are counted, and its end is said at start', async t => {
  const log: string[] = []
  const env = { AMORA_RESPONSE_MODEL: 'gpt-4-turbo', AMORA_DETECTION_MODEL: 'gpt-4o-mini' }
  const app = await start(t, { env, log, nowMs: () => Date.parse('2026-11-22T10:00:00Z') })
  t.equal(await metric(app, 'amora_model_days_to_shutdown', { model: 'gpt-4o-mini' }), 52)
  t.equal(await metric(app, 'amora_model_days_to_shutdown', { model: 'gpt-4-turbo' }), -31)
  t.equal(await metric(app, 'amora_model_days_to_shutdown', { model: 'gpt-6-luna' }), undefined, 'no date, no gauge')
  t.equal(log.length, 1)
  t.match(JSON.parse(log[0]!), { model: 'gpt-4-turbo', replacement: 'gpt-6.1-terra', daysSinceShutdown: 31 })
})
