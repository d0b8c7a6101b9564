/** The llm plugin alone, in front of the fake server. */
import Fastify, { type FastifyInstance } from 'fastify'
import fp from 'fastify-plugin'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Test } from 'tap'
import config from '../../plugins/config.ts'
import llm, { type LlmOptions } from '../../plugins/llm.ts'
import metrics from '../../plugins/metrics.ts'
import redis from '../../plugins/redis.ts'
import tracing from '../../plugins/tracing.ts'
import { embeddedTable, type ModelTable } from '../../services/model-table.ts'
import { LlmError, type ChatRequest } from '../../services/v2/model-client.ts'
import { startFakeOpenAI, type FakeCall, type FakeOpenAI, type FakeOptions } from '../fakes/openai-server.ts'
import { metric } from '../helper.ts'

export const KEY = 'sk-of-this-test'
export const REQUEST: ChatRequest = {
  leg: 'respond', model: 'gpt-6.1-terra', maxTokens: 150, temperature: 0.7,
  messages: [{ role: 'system', content: 'You are kind.' }, { role: 'user', content: 'We argue every evening.' }]
}
export const UNDERSTAND: ChatRequest = { ...REQUEST, leg: 'understand', model: 'gpt-6-luna' }
/** A turn's reply, with the retry that every turn has. */
export const turn = (more: Partial<ChatRequest> = {}): ChatRequest => ({ ...REQUEST, retries: { left: 1 }, deadlineAt: performance.now() + 2900, ...more })
export const soon = () => AbortSignal.timeout(5000)

export interface StartOptions extends LlmOptions {
  env?: Record<string, string>
  /** Gets the lines from `warn` up. */
  log?: string[]
  table?: ModelTable
  fake?: FakeOptions
}

/** The model table without the token counters, which take long to load and count nothing here. */
const pricingOf = (table: ModelTable) => fp(async app => { app.decorate('pricing', { table: () => table, countTokens: () => 0 }) }, { name: 'pricing' })

export async function start (t: Test, { env = {}, log, table = embeddedTable, ...options }: StartOptions = {}): Promise<FastifyInstance> {
  const app = Fastify({ logger: log ? { level: 'warn', stream: { write: line => { log.push(line) } } } : false })
  app.register(config, { env: { AMORA_METRICS_PORT: '0', ...env } })
  app.register(tracing)
  app.register(metrics)
  app.register(redis)
  app.register(pricingOf(table))
  app.register(llm, options)
  t.teardown(async () => { await app.close() })
  await app.ready()
  return app
}

/** The plugin in front of a fake server, both the test's own. */
export async function against (t: Test, { fake: fakeOptions, ...options }: StartOptions = {}): Promise<{ app: FastifyInstance, fake: FakeOpenAI }> {
  const fake = await startFakeOpenAI({ apiKey: KEY, ...fakeOptions })
  t.teardown(fake.close)
  const app = await start(t, { ...options, env: { OPENAI_API_KEY: KEY, OPENAI_BASE_URL: fake.url, ...options.env } })
  return { app, fake }
}

export async function failure (call: Promise<unknown>): Promise<LlmError> {
  const error = await call.then(() => undefined, (error: unknown) => error)
  if (error instanceof LlmError) return error
  throw new Error(`expected an LlmError, got ${String(error)}`)
}

export const reasonOf = async (call: Promise<unknown>): Promise<string> => call.then(() => 'ok', (error: unknown) => error instanceof LlmError ? error.reason : String(error))

export const outcomes = async (app: FastifyInstance, outcome: string, leg = 'respond') => metric(app, 'amora_llm_requests_total', { leg, outcome })

/** Good times, after which a retry may be spent. */
export async function earnRetries (app: FastifyInstance, retries: number): Promise<void> {
  for (let call = 0; call < retries * 10; call++) await app.llm.complete(turn(), soon())
}

/** The call's record once its connection is over; fails the test when it never ends. */
export async function ended (fake: FakeOpenAI): Promise<FakeCall> {
  for (let waitedMs = 0; waitedMs < 2000; waitedMs += 5) {
    const call = fake.calls.at(-1)
    if (call?.endedAt) return call
    await sleep(5)
  }
  throw new Error('the call did not end')
}
