/** The run itself: processes, traffic and faults, and then the books. */
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { randomUUID } from 'node:crypto'
import { privacyKeysOf, pseudonymsOf } from '../../services/identity/pseudonym.ts'
import { embeddedTable } from '../../services/model-table.ts'
import { nanoUsd, usdOf, type NanoUsd } from '../../services/money.ts'
import { costOf, type Usage } from '../../services/pricing.ts'
import { promptTokensOf, type FakePrompt } from '../fakes/openai-replies.ts'
import { startFakeOpenAI, type FakeOpenAI } from '../fakes/openai-server.ts'
import { seededRandom } from '../random.ts'
import { audit, outwait, readBooks, windowFaults, type Audit } from './books.ts'
import { SECRET, sign, startCallers, turnOf, type Asked } from './callers.ts'
import { createRedis, type ChaosRedis } from './redis.ts'
import { startReplicas, type Cores, type Replicas } from './replicas.ts'
import { strike } from './storm.ts'

export interface ChaosOptions { readonly turns: number, readonly replicas: number, readonly concurrency: number, readonly budgetUsd: number, readonly seed: number, readonly flush: boolean }

export interface ChaosOutcome {
  readonly options: ChaosOptions
  readonly seconds: number
  readonly asked: readonly Asked[]
  readonly struck: Readonly<Record<string, number>>
  /** How long the run waited for reservations whose process had died. */
  readonly outwaitedMs: number
  /** How late this process itself was at the worst, and how long the replicas waited for a core: callers waited for that, too. */
  readonly lagMs: number
  readonly cores: Cores
  readonly money: Money
  /** What did not hold; empty when all did. */
  readonly faults: readonly string[]
}

export interface Money extends Pick<Audit, 'exact' | 'estimated' | 'lost'> {
  readonly booked: NanoUsd
  readonly billed: NanoUsd
  readonly reserved: NanoUsd
  /** What each day has booked, the last one last. */
  readonly days: readonly NanoUsd[]
  /** Of the turns that were answered as a whole, by the service's own clock. */
  readonly slowestMs: number
}

const PRIVACY_KEYS = 'chaos:sixteen-bytes-of-chaos'
/** Of the whole, so that a day's money and the month's are both spent. */
const DAY_SHARE = 0.6
const LEAST_USED = 0.9
/** A replica that gets no core sheds, as it should; one that has room does not. */
const MOST_SHED = 0.01
/** By the service's own clock: the turn's deadline, what a Redis that stops adds, and room for a busy machine. */
const ANSWER_WITHIN_MS = 2900 + 200 + 900
const PROGRESS_MS = 500

/** Runs the traffic under faults; `show` hears a line of progress now and then. */
export async function runChaos (options: ChaosOptions, show: (line: string) => void = () => {}): Promise<ChaosOutcome> {
  const startedAt = performance.now()
  await using scene = await setScene(options)
  const bill = keepBill(scene.fake)
  const { asked, struck, lagMs } = await storm(options, scene, show)
  const outwaitedMs = await outwait(scene.redis.client)
  const { money, faults } = await balance(asked, bill, scene, options)
  scene.replicas.end()
  return {
    options, asked, struck, lagMs, cores: scene.replicas.cores(), outwaitedMs, money, seconds: (performance.now() - startedAt) / 1000,
    faults: [...asked.flatMap(({ turn, fault }) => fault ? `turn ${turn}: ${fault}` : []), ...faults]
  }
}

interface Limits { readonly day: NanoUsd, readonly month: NanoUsd }
interface Scene { readonly fake: FakeOpenAI, readonly redis: ChaosRedis, readonly replicas: Replicas, readonly limits: Limits }

async function setScene (options: ChaosOptions): Promise<Scene & AsyncDisposable> {
  await using stack = new AsyncDisposableStack()
  const fake = await startFakeOpenAI({ latencyMs: 20, keepCalls: 10, seed: options.seed })
  stack.defer(fake.close)
  const redis = await createRedis()
  stack.defer(redis.end)
  const limits = { day: nanoUsd(DAY_SHARE * options.budgetUsd), month: nanoUsd(options.budgetUsd) }
  const replicas = await startReplicas(options.replicas, {
    REDIS_URL: `redis://127.0.0.1:${redis.port}`, OPENAI_API_KEY: 'chaos', OPENAI_BASE_URL: fake.url, AMORA_JWT_SECRET: SECRET, AMORA_PRIVACY_KEYS: PRIVACY_KEYS,
    AMORA_DAILY_BUDGET_USD: String(usdOf(limits.day)), AMORA_MONTHLY_BUDGET_USD: String(usdOf(limits.month)), AMORA_USER_DAILY_BUDGET_USD: String(usdOf(limits.day))
  })
  stack.defer(replicas.end)
  const all = stack.move()
  return { fake, redis, replicas, limits, [Symbol.asyncDispose]: async () => all.disposeAsync() }
}

async function storm (options: ChaosOptions, scene: Scene, show: (line: string) => void): Promise<Pick<ChaosOutcome, 'asked' | 'struck' | 'lagMs'>> {
  const random = seededRandom(options.seed)
  const lag = monitorEventLoopDelay({ resolution: 5 })
  lag.enable()
  const { asked, ended } = startCallers(options, random, scene.replicas)
  const stop = new AbortController()
  const striking = strike({ ...scene, random, replicaCount: options.replicas, flushes: options.flush, progress: () => asked.length / options.turns, signal: stop.signal })
  const ticker = setInterval(() => { show(progressOf(asked, options)) }, PROGRESS_MS)
  await ended
  clearInterval(ticker)
  stop.abort()
  const struck = await striking
  scene.fake.heal()
  lag.disable()
  return { asked, struck, lagMs: lag.max / 1e6 }
}

/** The fake's bill by turn, to the nano-dollar: the messages tell which one they belong to. */
function keepBill (fake: FakeOpenAI): ReadonlyMap<number, NanoUsd> {
  const bill = new Map<number, NanoUsd>()
  fake.script.usage = (prompt: FakePrompt) => {
    const turn = prompt.messages.map(({ content }) => turnOf(content)).find(turn => turn !== undefined) ?? -1
    const tokens = { input: promptTokensOf(prompt.messages), cachedInput: 0, output: 30 + turn % 50 }
    bill.set(turn, (bill.get(turn) ?? 0) + priceOf(prompt.model, { inputTokens: tokens.input, cachedInputTokens: 0, outputTokens: tokens.output }))
    return tokens
  }
  return bill
}

const priceOf = (model: string, usage: Usage) => costOf(embeddedTable, model, usage, Date.now()).nanoUsd

/** What must hold when the storm is over. */
async function balance (asked: readonly Asked[], bill: ReadonlyMap<number, NanoUsd>, { redis, replicas, limits }: Scene, { flush }: ChaosOptions): Promise<{ money: Money, faults: readonly string[] }> {
  // The service itself is asked first: that also ends what is over.
  const shown = await budgetOf(replicas)
  const books = await readBooks(redis.client)
  const keys = privacyKeysOf(PRIVACY_KEYS)
  const known = asked.map(({ turn, userId, form }) => ({ turn, form, owner: pseudonymsOf(userId, keys).owner, billed: bill.get(turn) ?? 0 }))
  const { exact, estimated, lost, faults: wrong } = audit(books, known)
  const of = (kind: string) => books.windows.filter(({ name }) => name.startsWith(`${kind}:`))
  const money: Money = {
    exact, estimated, lost, reserved: nanoUsd(shown.reserved_usd), days: of('day').toSorted((one, other) => one.name.localeCompare(other.name)).map(({ spent }) => spent), booked: of('month').reduce((sum, { spent }) => sum + spent, 0),
    billed: [...bill.values()].reduce((sum, cost) => sum + cost, 0), slowestMs: Math.max(0, ...known.map(({ form, owner }) => form === 'json' ? books.entries.get(owner)?.durationMs ?? 0 : 0))
  }
  const faults = flush ? flushFaults(money, limits.month) : [...windowFaults(books, limits), ...wrong, ...useFaults(money, limits, asked)]
  const shed = asked.filter(({ end }) => end === 'shed').length
  if (shed > MOST_SHED * asked.length) faults.push(`${shed} messages were shed`)
  if (money.slowestMs > ANSWER_WITHIN_MS) faults.push(`a turn took ${money.slowestMs} ms`)
  if (money.reserved !== 0) faults.push(`$${usdOf(money.reserved)} are reserved for nobody`)
  return { money, faults }
}

function useFaults ({ booked, billed, days }: Money, limits: Limits, asked: readonly Asked[]): readonly string[] {
  const faults: string[] = []
  if (billed > limits.month) faults.push(`the fake billed $${usdOf(billed)} of $${usdOf(limits.month)}`)
  // Where few of the last ones were refused, others would still have got money.
  const last = asked.slice(-Math.ceil(asked.length / 10))
  const isShort = last.filter(({ reason }) => reason === 'budget').length > last.length / 4
  const used = Math.max(booked / limits.month, (days.at(-1) ?? 0) / limits.day)
  if (isShort && used < LEAST_USED) faults.push(`in the end many got no money, and of what there was only ${(used * 100).toFixed(1)} % were used`)
  return faults
}

/** After FLUSHALL the processes go on from what they last saw: at most what was spent before is spent again. */
function flushFaults ({ billed }: Money, limit: NanoUsd): string[] {
  return billed > 2 * limit ? [`the fake billed $${usdOf(billed)}, more than twice $${usdOf(limit)}`] : []
}

async function budgetOf (replicas: Replicas): Promise<{ reserved_usd: number }> {
  const response = await fetch(`${replicas.living()[0]!.url}/admin/budget`, { headers: { authorization: `Bearer ${sign({ sub: randomUUID(), scope: 'amora:admin' })}` } })
  return (await response.json() as { day: { reserved_usd: number } }).day
}

function progressOf (asked: readonly Asked[], { turns }: ChaosOptions): string {
  const of = (engine: string) => asked.filter(one => one.engine === engine).length
  const gone = asked.filter(({ end }) => end === 'gone').length
  return `${Math.min(100, asked.length / turns * 100).toFixed(0).padStart(3)} %  ${asked.length} turns  v2 ${of('v2')}  v1 ${of('v1')}  care ${of('safety')}  lost with a replica ${gone}`
}
