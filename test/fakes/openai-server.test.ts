import { OpenAI } from 'openai'
import { setTimeout as sleep } from 'node:timers/promises'
import t, { type Test } from 'tap'
import { review } from '../../services/safety/review.ts'
import type { Strategy } from '../../services/understanding/reading.ts'
import { startFakeOpenAI, type FakeOpenAI, type FakeOptions } from './openai-server.ts'

const QUESTION = { role: 'user', content: 'We argue every evening and I am so tired.' } as const
const CHAT: OpenAI.ChatCompletionCreateParamsNonStreaming = { model: 'gpt-6.1-terra', messages: [QUESTION], max_completion_tokens: 150, reasoning_effort: 'none' }

async function start (t: Test, options: FakeOptions = {}): Promise<{ fake: FakeOpenAI, sdk: OpenAI }> {
  const fake = await startFakeOpenAI(options)
  t.teardown(fake.close)
  return { fake, sdk: new OpenAI({ baseURL: fake.url, apiKey: options.apiKey ?? 'any', maxRetries: 0 }) }
}

async function post (fake: FakeOpenAI, path: string, body: unknown): Promise<{ status: number, body: Record<string, unknown> }> {
  const response = await fetch(new URL(path, fake.url), { method: 'POST', body: JSON.stringify(body), headers: { authorization: 'Bearer any' } })
  return { status: response.status, body: await response.json() as Record<string, unknown> }
}

const codeOf = async (call: Promise<unknown>): Promise<string> => call.then(() => 'fine', (error: { status: number, code: string }) => `${error.status} ${error.code}`)

t.test('a reply is a coach’s, the same for the same talk, another for other talk', async t => {
  const { sdk } = await start(t)
  const say = async (content: string, system = 'You listen.') => {
    const { choices } = await sdk.chat.completions.create({ ...CHAT, messages: [{ role: 'system', content: system }, { role: 'user', content }] })
    return choices[0]!.message.content!
  }
  t.equal(await say('One'), await say('One'))
  const replies = await Promise.all(Array.from({ length: 40 }, async (_, index) => say(`Question ${index}`)))
  const guidance = await Promise.all(Array.from({ length: 40 }, async (_, index) => say(`Question ${index}`, 'Guide, each option in "might" or "could".')))
  t.ok(new Set(replies).size >= 5 && new Set(guidance).size >= 3, 'they vary')
  for (const reply of [...replies, ...guidance]) {
    t.equal(reply.match(/\?/g)?.length, 1, 'one question')
    t.match(reply, /^(?:[^.?]+[.?]\s*){2,3}$/, 'two or three sentences')
  }
  const faultsOf = (said: readonly string[], strategy: Strategy) => said.flatMap(reply => review(reply, { strategy, canary: 'a word of ours' }))
  t.strictSame([...faultsOf(replies, 'LOW'), ...faultsOf(guidance, 'HIGH')], [], 'the service’s own review lets them pass')
  t.ok(guidance.every(reply => /\b(might|could)\b/.test(reply)))
})

t.test('usage is what the bill says, to the token', async t => {
  const { fake, sdk } = await start(t)
  const system = { role: 'system', content: 'Long words of ours. '.repeat(300) } as const
  let [input, cached, output] = [0, 0, 0]
  for (let turn = 0; turn < 5; turn++) {
    const { usage } = await sdk.chat.completions.create({ ...CHAT, messages: [system, { role: 'user', content: `Question ${turn}` }] })
    input += usage!.prompt_tokens
    cached += usage!.prompt_tokens_details!.cached_tokens!
    output += usage!.completion_tokens
  }
  t.strictSame(fake.bill(), [{ leg: 'respond', model: 'gpt-6.1-terra', calls: 5, inputTokens: input, cachedInputTokens: cached, outputTokens: output }])
  t.equal(cached, 4 * 1408, 'a long first message is cached from the second time on, in steps of 128')
})

t.test('a structured reply fits its schema and reads the message', async t => {
  const { fake, sdk } = await start(t)
  const strict = (properties: Record<string, unknown>) => ({ type: 'object', properties, required: Object.keys(properties), additionalProperties: false })
  const schema = strict({
    risk: { type: 'string', enum: ['self_harm', 'none'] }, themes: { type: 'array', items: { type: 'string' } },
    intents: strict({ advice_seeking: { type: 'number', minimum: 0, maximum: 1 }, vent: { type: 'integer' } }),
    note: { anyOf: [{ type: 'null' }, { type: 'string' }] }, sure: { type: 'boolean' }, kind: { const: 'reading' }
  })
  const read = async (content: string) => {
    const { choices } = await sdk.chat.completions.create({ ...CHAT, messages: [{ role: 'user', content }], response_format: { type: 'json_schema', json_schema: { name: 'reading', strict: true, schema } } })
    return JSON.parse(choices[0]!.message.content!) as Record<string, unknown>
  }
  t.strictSame(await read('How can I talk to him?'), { risk: 'none', themes: [], intents: { advice_seeking: 0.85, vent: 0 }, note: null, sure: false, kind: 'reading' })
  t.match(await read(QUESTION.content), { intents: { advice_seeking: 0, vent: 80 } })
  fake.script.understand = () => ({ risk: 'self_harm' })
  t.strictSame(await read('Anything'), { risk: 'self_harm' })
  t.equal(fake.calls[0]!.leg, 'understand')
})

t.test('a stream brings the same words, and the usage where it is asked for', async t => {
  const { fake, sdk } = await start(t)
  const whole = (await sdk.chat.completions.create(CHAT)).choices[0]!.message.content
  for (const include of [true, false]) {
    let [words, finish, usages, deltas] = ['', '', 0, 0]
    for await (const { choices, usage } of await sdk.chat.completions.create({ ...CHAT, stream: true, stream_options: { include_usage: include } })) {
      words += choices[0]?.delta.content ?? ''
      finish = choices[0]?.finish_reason ?? finish
      if (choices[0]?.delta.content) deltas++
      if (usage) usages++
    }
    t.equal(words, whole)
    t.equal(finish, 'stop')
    t.ok(deltas > 5)
    t.equal(usages, include ? 1 : 0)
  }
  t.equal(fake.bill()[0]!.calls, 3)
})

t.test('a stream stalls, breaks, or is left by its reader', async t => {
  const { fake, sdk } = await start(t, { chunkDelayMs: 2 })
  const read = async (signal: AbortSignal) => {
    let words = ''
    for await (const { choices } of await sdk.chat.completions.create({ ...CHAT, stream: true }, { signal })) words += choices[0]?.delta.content ?? ''
    return words
  }
  fake.fault('stall', { times: 1 })
  t.ok((await read(AbortSignal.timeout(300))).length > 0, 'half of it came, and the SDK does not say that it is half')
  await until(() => fake.calls[0]!.endedAt !== undefined)
  t.match(fake.calls[0], { aborted: true, fault: 'stall' })
  fake.fault('cut', { times: 1 })
  await t.rejects(read(AbortSignal.timeout(2000)))
  t.match(fake.calls[1], { aborted: false, fault: 'cut' }, 'the server’s own doing is not the client’s')
  t.match(await read(AbortSignal.timeout(5000)), /\?$/)
})

t.test('a long answer is cut at the limit', async t => {
  const { fake, sdk } = await start(t)
  fake.script.reply = () => 'word '.repeat(100)
  const { choices, usage } = await sdk.chat.completions.create({ ...CHAT, max_completion_tokens: 20 })
  t.match(choices[0], { finish_reason: 'length', message: { content: 'word '.repeat(16) } })
  t.equal(usage!.completion_tokens, 20)
})

t.test('what the real service refuses is refused', async t => {
  const { fake, sdk } = await start(t)
  const ask = async (more: object) => codeOf(sdk.chat.completions.create({ ...CHAT, ...more }))
  t.equal(await ask({ max_tokens: 5 }), '400 unsupported_parameter', 'an old parameter for a new model')
  t.equal(await ask({ temperature: 0.7, reasoning_effort: 'low' }), '400 unsupported_parameter')
  t.equal(await ask({ temperature: 0.7 }), 'fine')
  t.equal(await ask({ model: 'gpt-4o-mini' }), '400 unsupported_parameter', 'effort for a model that does not reason')
  t.equal(await ask({ model: 'gpt-4o-mini', reasoning_effort: undefined, temperature: 0.7 }), 'fine')
  t.equal(await ask({ model: 'gpt-7' }), '404 model_not_found')
  t.equal(await ask({ messages: [] }), '400 null')
  t.equal(await ask({ messages: [{ role: 'wizard', content: 'Hello' }] }), '400 invalid_value')
  const loose = { type: 'object', properties: { a: { type: 'number' } }, required: [], additionalProperties: false }
  t.equal(await ask({ response_format: { type: 'json_schema', json_schema: { name: 'x', strict: true, schema: loose } } }), '400 null', 'a strict schema is closed')
  t.strictSame(fake.bill().map(({ model, calls }) => [model, calls]), [['gpt-6.1-terra', 1], ['gpt-4o-mini', 1]], 'nothing of it is billed')

  const keyed = await start(t, { apiKey: 'right' })
  t.equal(await codeOf(keyed.sdk.chat.completions.create(CHAT)), 'fine')
  t.equal(await codeOf(new OpenAI({ baseURL: keyed.fake.url, apiKey: 'wrong', maxRetries: 0 }).chat.completions.create(CHAT)), '401 invalid_api_key')
})

t.test('moderation has all thirteen categories, by words or as told', async t => {
  const { fake, sdk } = await start(t)
  const flagged = async (input: string | string[]) => {
    const { results } = await sdk.moderations.create({ model: 'omni-moderation-latest', input })
    const { categories, category_scores: scores } = results[0]!
    t.equal(Object.keys(categories).length, 13)
    t.strictSame(Object.keys(scores), Object.keys(categories))
    return Object.entries(categories).filter(([, is]) => is).map(([category]) => category)
  }
  t.strictSame(await flagged('I want to die'), ['self-harm/intent'])
  t.strictSame(await flagged(['He hits me', 'when we fight']), ['violence'])
  t.strictSame(await flagged(QUESTION.content), [])
  fake.script.moderate = () => ({ hate: 0.7, violence: 0.4 })
  t.strictSame(await flagged(QUESTION.content), ['hate'])
  t.match(fake.bill(), [{ leg: 'moderate', calls: 4, inputTokens: 0 }])
})

t.test('models are listed with their last day', async t => {
  const { sdk } = await start(t)
  const { data } = await sdk.models.list()
  t.match(data.find(({ id }) => id === 'gpt-4o-mini'), { shutdown_date: '2027-01-14' })
  t.match(data.find(({ id }) => id === 'gpt-6-luna'), { shutdown_date: null })
})

t.test('a fault strikes whom it is meant for, as often as it is told', async t => {
  const { fake, sdk } = await start(t)
  fake.fault('server_error', { times: 2, match: 'moderate' })
  fake.fault('insufficient_quota', { match: 'gpt-6-luna' })
  const moderate = async () => codeOf(sdk.moderations.create({ model: 'omni-moderation-latest', input: 'Hello' }))
  const chat = async (model: string) => codeOf(sdk.chat.completions.create({ ...CHAT, model }))
  t.equal(await chat('gpt-6.1-terra'), 'fine')
  t.strictSame([await moderate(), await moderate(), await moderate()], ['500 null', '500 null', 'fine'])
  t.strictSame([await chat('gpt-6-luna'), await chat('gpt-6-luna')], ['429 insufficient_quota', '429 insufficient_quota'])
  fake.heal()
  t.equal(await chat('gpt-6-luna'), 'fine')
})

t.test('a share of the calls fails, the same ones for the same seed', async t => {
  const strikes = async (seed: number) => {
    const { fake, sdk } = await start(t, { seed })
    fake.fault('server_error', { share: 0.3 })
    const struck: boolean[] = []
    for (let call = 0; call < 100; call++) struck.push(await codeOf(sdk.chat.completions.create(CHAT)) !== 'fine')
    return struck
  }
  const [one, again, other] = [await strikes(1), await strikes(1), await strikes(2)]
  t.strictSame(one, again)
  t.notSame(one, other)
  const count = one.filter(Boolean).length
  t.ok(count > 15 && count < 45, `${count} of 100`)
})

t.test('it is steered and read over HTTP as well', async t => {
  const { fake } = await start(t)
  t.match(await post(fake, '/__control', { fault: 'no such' }), { status: 400, body: { error: /rate_limited/ } })
  t.match(await post(fake, '/__control', { fault: 'rate_limited', times: 1, match: '/v1/chat/completions', retryAfter: '9' }), { status: 200 })
  t.match(await post(fake, '/v1/chat/completions', CHAT), { status: 429, body: { error: { code: 'rate_limit_exceeded' } } })
  await post(fake, '/__control', { reply: 'As told.', answerAs: 'gpt-4o-mini', moderation: { hate: 1 } })
  t.match(await post(fake, '/v1/chat/completions', CHAT), { body: { model: 'gpt-4o-mini', choices: [{ message: { content: 'As told.' } }] } })
  t.match(await post(fake, '/v1/moderations', { model: 'omni-moderation-latest', input: 'Hello' }), { body: { results: [{ categories: { hate: true } }] } })
  await post(fake, '/__control', { reply: null, answerAs: null, moderation: null })
  t.match(await post(fake, '/v1/chat/completions', CHAT), { body: { model: 'gpt-6.1-terra' } })

  const calls = await (await fetch(new URL('/__calls', fake.url))).json() as object[]
  t.match(calls, [{ fault: 'rate_limited', status: 429, aborted: false, headers: { authorization: 'Bearer any' }, body: CHAT }, {}, {}, {}])
  const bill = await (await fetch(new URL('/__bill', fake.url))).json() as object[]
  t.equal(bill.length, 3)
  t.match(await post(fake, '/v1/images', {}), { status: 404 })
  await post(fake, '/__reset', {})
  t.strictSame([fake.calls, fake.bill()], [[], []])
})

t.test('a rate limit comes with its headers', async t => {
  const { fake } = await start(t)
  fake.fault('rate_limited', { retryAfter: '7' })
  const response = await fetch(`${fake.url}/chat/completions`, { method: 'POST', body: '{}' })
  t.equal(response.status, 429)
  t.equal(response.headers.get('retry-after'), '7')
  t.equal(response.headers.get('x-ratelimit-reset-tokens'), '6m0s')
})

t.test('only the latest calls are kept, and the bill counts all', async t => {
  const { fake, sdk } = await start(t, { keepCalls: 3 })
  for (let call = 0; call < 5; call++) await sdk.chat.completions.create(CHAT)
  t.equal(fake.calls.length, 3)
  t.equal(fake.bill()[0]!.calls, 5)
})

async function until (holds: () => boolean): Promise<void> {
  for (let waitedMs = 0; !holds() && waitedMs < 2000; waitedMs += 5) await sleep(5)
}
