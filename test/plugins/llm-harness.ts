/** The llm plugin alone, in front of the fake server. */
import Fastify, { type FastifyInstance } from 'fastify'
import fp from 'fastify-plugin'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Test } from 'tap'
import config from '../../plugins/config.ts'
import llm, { type LlmOptions } from '../../plugins/llm.ts'
import metrics from '../../plugins/metrics.ts'
import { embeddedTable, type ModelTable } from '../../services/model-table.ts'
import { LlmError, type ChatRequest } from '../../services/v2/model-client.ts'
import { startFakeOpenAI, type FakeCall, type FakeOpenAI } from '../fakes/openai-server.ts'

export const KEY = 'sk-of-this-test'
export const REQUEST: ChatRequest = {
  leg: 'respond', model: 'gpt-6.1-terra', maxTokens: 150, temperature: 0.7,
  messages: [{ role: 'system', content: 'You are kind.' }, { role: 'user', content: 'We argue every evening.' }]
}
export const soon = () => AbortSignal.timeout(5000)

export interface StartOptions extends LlmOptions {
  env?: Record<string, string>
  /** Gets the lines from `warn` up. */
  log?: string[]
  table?: ModelTable
}

/** The model table without the token counters, which take long to load and count nothing here. */
const pricingOf = (table: ModelTable) => fp(async app => { app.decorate('pricing', { table: () => table, countTokens: () => 0 }) }, { name: 'pricing' })

export async function start (t: Test, { env = {}, log, table = embeddedTable, ...options }: StartOptions = {}): Promise<FastifyInstance> {
  const app = Fastify({ logger: log ? { level: 'warn', stream: { write: line => { log.push(line) } } } : false })
  app.register(config, { env: { AMORA_METRICS_PORT: '0', ...env } })
  app.register(metrics)
  app.register(pricingOf(table))
  app.register(llm, options)
  t.teardown(async () => { await app.close() })
  await app.ready()
  return app
}

/** The plugin in front of a fake server, both the test's own. */
export async function against (t: Test, options: StartOptions = {}): Promise<{ app: FastifyInstance, fake: FakeOpenAI }> {
  const fake = await startFakeOpenAI({ apiKey: KEY })
  t.teardown(fake.close)
  const app = await start(t, { ...options, env: { OPENAI_API_KEY: KEY, OPENAI_BASE_URL: fake.url, ...options.env } })
  return { app, fake }
}

export async function failure (call: Promise<unknown>): Promise<LlmError> {
  const error = await call.then(() => undefined, (error: unknown) => error)
  if (error instanceof LlmError) return error
  throw new Error(`expected an LlmError, got ${String(error)}`)
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
