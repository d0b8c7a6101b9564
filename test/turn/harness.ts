/** A whole service in front of the fake OpenAI server, and what a turn left behind in it. */
import type { FastifyInstance } from 'fastify'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Test } from 'tap'
import { embeddedTable } from '../../services/model-table.ts'
import { startFakeOpenAI, type FakeOpenAI } from '../fakes/openai-server.ts'
import { build, person, type Person, type Reply, type TestOptions } from '../helper.ts'

export const KEY = 'sk-of-this-test'
/** A message that no screen stops and that both engines have to answer. */
export const QUESTION = 'My boyfriend and I keep arguing about money and I feel worn out by it.'
export const REPLY = 'Arguing about money again and again wears you out, and that makes sense. What sits underneath it for you?'

export interface StageOptions extends TestOptions {
  /** Epoch milliseconds and milliseconds of the session's clock, in place of the machine's. */
  readonly nowMs?: () => number
  readonly now?: () => number
  readonly breaker?: { readonly openMs: number, readonly lastingOpenMs: number }
  readonly sessionStore?: object
  /** How often the gauges of the money look, in milliseconds. */
  readonly budgetWatchMs?: number
  readonly driftEveryMs?: number
  readonly pressure?: { readonly maxEventLoopDelay?: number, readonly maxHeapUsedBytes?: number, readonly sampleInterval?: number }
}

/** A machine that is busy with other tests sheds nobody here. */
const CALM = { maxEventLoopDelay: 0, maxHeapUsedBytes: 0 }

/** The service, never too busy; V2 is the offline model unless told. */
export async function house (t: Test, options: StageOptions = {}): Promise<FastifyInstance> {
  const given: StageOptions = { pressure: CALM, ...options }
  return build(t, given)
}

/** Breakers that forgive at once: a test asks again right after a fault. */
const FORGIVING = { openMs: 1, lastingOpenMs: 1 }

export interface Stage { readonly app: FastifyInstance, readonly fake: FakeOpenAI }

/** The service with V2 on the fake server, both the test's own. */
export async function stage (t: Test, { env, ...options }: StageOptions = {}): Promise<Stage> {
  const fake = await startFakeOpenAI({ apiKey: KEY })
  t.teardown(fake.close)
  return { app: await house(t, { breaker: FORGIVING, ...options, env: { OPENAI_API_KEY: KEY, OPENAI_BASE_URL: fake.url, ...env } }), fake }
}

export interface Leg {
  readonly leg: string, readonly model: string, readonly outcome: string, readonly certainty: string, readonly cost_usd: number
  readonly input_tokens: number, readonly cached_input_tokens: number, readonly output_tokens: number, readonly price_version: string
}

export interface Entry {
  readonly turn_id: string, readonly tier: string, readonly mode: string, readonly assigned: string, readonly served: string, readonly outcome: string
  readonly reason: string, readonly cache: string, readonly repaired: boolean, readonly cost_usd: number, readonly saved_usd: number, readonly certainty: string
  readonly legs: readonly Leg[], readonly duration_ms: number
}

export async function admin (app: FastifyInstance, url: string) {
  const token = app.identity.issueToken({ sub: '7d6f0f3e-5d0c-4c7e-9a41-0f5b7a9d2c11', scope: 'amora:admin' })
  const response = await app.inject({ url, headers: { authorization: `Bearer ${token}` } })
  return { status: response.statusCode, body: response.json() as unknown }
}

/** The ledger's entry of a turn; it is written behind the turn. */
export async function entryOf (app: FastifyInstance, turnId: string): Promise<Entry> {
  for (let waitedMs = 0; waitedMs < 2000; waitedMs += 10) {
    const { status, body } = await admin(app, `/admin/turns/${turnId}`)
    if (status === 200) return body as Entry
    await sleep(10)
  }
  throw new Error('the turn left no entry')
}

/** Nano-dollars of a sum in dollars. */
export const nano = (usd: number) => Math.round(usd * 1e9)

/** Nano-dollars of some tokens, by the price list as a person reads it. */
export function priceOf (model: string, { inputTokens, cachedInputTokens, outputTokens }: { inputTokens: number, cachedInputTokens: number, outputTokens: number }): number {
  const { input, cached = input, output } = embeddedTable.find(model)!.prices.at(-1)!
  return Math.round(((inputTokens - cachedInputTokens) * input + cachedInputTokens * cached + outputTokens * output) * 1000)
}

/** All that the fake billed, in nano-dollars. */
export function billed (fake: FakeOpenAI): number {
  return fake.bill().filter(({ leg }) => leg !== 'moderate').reduce((sum, line) => sum + priceOf(line.model, line), 0)
}

/** The fake sees a repair as one more reply. */
const lineOf = ({ leg, model }: Leg) => `${leg === 'repair' ? 'respond' : leg} ${model}`

/** The entry against the fake's own bill, for one turn: exact calls agree to the nano-dollar, estimated ones are never too low. */
export function agreesWithBill (t: Test, entry: Entry, fake: FakeOpenAI): void {
  const legs = entry.legs.filter(({ leg }) => leg !== 'moderate')
  for (const line of fake.bill().filter(({ leg }) => leg !== 'moderate')) {
    const booked = legs.filter(leg => lineOf(leg) === `${line.leg} ${line.model}`)
    const cost = booked.reduce((sum, { cost_usd: usd }) => sum + nano(usd), 0)
    if (booked.every(({ certainty }) => certainty === 'exact')) t.equal(cost, priceOf(line.model, line), `${line.leg}: exact to the nano-dollar`)
    else t.ok(cost >= priceOf(line.model, line), `${line.leg}: the estimate is not too low`)
  }
  t.equal(nano(entry.cost_usd), legs.reduce((sum, { cost_usd: usd }) => sum + nano(usd), 0), 'the turn costs what its calls cost')
  t.equal(entry.certainty, legs.some(({ certainty }) => certainty === 'estimated') ? 'estimated' : 'exact')
}

/** How many of a person's messages of today these turns used up; asks by turns of mode SAFETY, which no model sees. */
export async function counted (user: Person, turns: () => Promise<unknown>): Promise<number> {
  const left = async () => Number((await user.say('', { mode: 'SAFETY' })).headers['ratelimit-remaining'])
  const before = await left()
  await turns()
  return before - await left() - 1
}

export type Series = ReadonlyMap<string, number>

/** All counters and gauges of a name, by `label=value,…`. */
export async function series (app: FastifyInstance, name: string): Promise<Series> {
  const metric = await app.metrics.registry.getSingleMetric(name)!.get()
  return new Map(metric.values.map(({ labels, value }) => [Object.entries(labels).map(([label, text]) => `${label}=${text}`).join(), value]))
}

/** What has grown between two looks. */
export function grown (before: Series, after: Series): Record<string, number> {
  return Object.fromEntries([...after].map(([labels, value]) => [labels, value - (before.get(labels) ?? 0)] as const).filter(([, step]) => step !== 0))
}

export interface Watched { readonly reply: Reply, readonly entry: Entry, readonly counted: number, readonly turns: Record<string, number>, readonly fallbacks: Record<string, number> }

/** One message, with everything that it moved. */
export async function watched (app: FastifyInstance, user: Person, say: () => Promise<Reply> = async () => user.say(QUESTION)): Promise<Watched> {
  const look = async () => Promise.all([series(app, 'amora_turns_total'), series(app, 'amora_fallbacks_total')])
  let reply: Reply | undefined
  let moved: [Record<string, number>, Record<string, number>] | undefined
  const count = await counted(user, async () => {
    const [turns, fallbacks] = await look()
    reply = await say()
    const [turnsAfter, fallbacksAfter] = await look()
    moved = [grown(turns, turnsAfter), grown(fallbacks, fallbacksAfter)]
  })
  return { reply: reply!, entry: await entryOf(app, reply!.body.turn_id), counted: count, turns: moved![0], fallbacks: moved![1] }
}

export { person }
