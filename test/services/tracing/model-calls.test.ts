import t from 'tap'
import { tracedClient } from '../../../services/tracing/model-calls.ts'
import type { Call, Facts, Tracer } from '../../../services/tracing/tracer.ts'
import { LlmError, type ChatClient, type ChatReply, type ChatRequest } from '../../../services/v2/model-client.ts'

const REQUEST: ChatRequest = { leg: 'respond', model: 'gpt-6.1-terra', maxTokens: 150, temperature: 0.7, messages: [{ role: 'user', content: 'My secret worry' }] }
const REPLY: ChatReply = { text: 'My secret answer', finish: 'stop', model: 'gpt-6.1-terra-2026-10-01', usage: { inputTokens: 30, cachedInputTokens: 10, outputTokens: 5 } }
const signal = () => new AbortController().signal

interface Told { readonly call: Call, readonly facts: Facts }

/** A traced client around these answers, and what its spans were told. */
function traced (client: Partial<ChatClient>, isKept = true) {
  const told: Told[] = []
  let nowMs = 0
  const tracer: Tracer = {
    isKept: () => isKept,
    async call (call, work, tell) {
      try {
        const value = await work()
        told.push({ call, facts: { ...tell?.({ value }) } })
        return value
      } catch (error) {
        told.push({ call, facts: { ...tell?.({ error }) } })
        throw error
      }
    }
  }
  const whole: ChatClient = { kind: 'openai', complete: async () => REPLY, moderate: async () => ({ model: 'omni-moderation-latest', flagged: {} }), ...client }
  const nameOf = (id: string) => id.startsWith('gpt-6.1-terra') ? 'gpt-6.1-terra' : id === 'omni-moderation-latest' ? id : 'other'
  return { told, wait: (ms: number) => { nowMs += ms }, client: tracedClient(whole, { tracer, nameOf, now: () => nowMs }) }
}

t.test('a call tells models, tokens and nothing that was said', async t => {
  const { client, told } = traced({})
  t.equal(await client.complete(REQUEST, signal()), REPLY)
  t.strictSame(told[0]!.call, { name: 'chat gpt-6.1-terra', facts: { 'gen_ai.operation.name': 'chat', 'gen_ai.provider.name': 'openai', 'gen_ai.request.model': 'gpt-6.1-terra', 'gen_ai.request.max_tokens': 150, 'gen_ai.request.stream': undefined } })
  t.match(told[0]!.facts, { 'gen_ai.response.model': 'gpt-6.1-terra', 'gen_ai.usage.input_tokens': 30, 'gen_ai.usage.cache_read.input_tokens': 10, 'gen_ai.usage.output_tokens': 5 })
  await client.moderate('My secret worry', signal())
  t.match(told[1], { call: { name: 'moderation omni-moderation-latest' }, facts: { 'gen_ai.response.model': 'omni-moderation-latest' } })
  t.notMatch(JSON.stringify(told), /secret/)
})

t.test('a server that calls itself anything is `other`', async t => {
  const { client, told } = traced({ complete: async () => ({ ...REPLY, model: 'my boyfriend said' }) })
  await client.complete(REQUEST, signal())
  t.equal(told[0]!.facts['gen_ai.response.model'], 'other')
})

t.test('a failure tells its kind, its status, and what it cost all the same', async t => {
  const { client, told } = traced({ complete: async () => { throw new LlmError('invalid_output', { status: 200, model: 'gpt-6.1-terra', usage: REPLY.usage, code: 'my boyfriend said' }) } })
  await t.rejects(client.complete(REQUEST, signal()), { name: 'LlmError' })
  t.match(told[0]!.facts, { 'error.type': 'invalid_output', 'http.response.status_code': 200, 'gen_ai.usage.output_tokens': 5 })
  t.notMatch(JSON.stringify(told), /boyfriend/)
})

t.test('a stream tells when its first piece came, and passes on every piece', async t => {
  const heard: string[] = []
  const { client, told, wait } = traced({
    async complete ({ stream }) {
      for (const piece of ['My ', 'answer']) {
        wait(250)
        stream!.onText(piece)
      }
      stream!.onFinish!()
      return REPLY
    }
  })
  await client.complete({ ...REQUEST, stream: { firstTextMs: 1, idleMs: 1, onText: text => heard.push(text), onFinish: () => heard.push('.') } }, signal())
  t.strictSame(heard, ['My ', 'answer', '.'])
  t.equal(told[0]!.facts['gen_ai.response.time_to_first_chunk'], 0.25)
  t.equal(told[0]!.call.facts['gen_ai.request.stream'], true)
})

t.test('what is not kept is passed on as it is', async t => {
  const requests: ChatRequest[] = []
  const { client, told } = traced({ complete: async request => { requests.push(request); return REPLY } }, false)
  await client.complete(REQUEST, signal())
  await client.moderate('x', signal())
  t.equal(requests[0], REQUEST)
  t.strictSame(told, [])
})
