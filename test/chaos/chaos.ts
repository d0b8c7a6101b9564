/** The run itself: processes, traffic, faults, and what must hold in the end. */
import { createSigner } from 'fast-jwt'
import { spawn, type ChildProcess } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Redis } from 'ioredis'
import { embeddedTable } from '../../services/model-table.ts'
import { nanoUsd, usdOf } from '../../services/money.ts'
import { costOf } from '../../services/pricing.ts'
import { startFakeOpenAI, type FakeOpenAI } from '../fakes/openai-server.ts'
import type { FaultName } from '../fakes/openai-faults.ts'
import { seededRandom } from '../random.ts'
import { freePort } from '../servers/redis.ts'

export interface ChaosOptions { readonly turns: number, readonly replicas: number, readonly concurrency: number, readonly budgetUsd: number, readonly seed: number, readonly flush: boolean }

export interface ChaosOutcome {
  readonly options: ChaosOptions
  readonly seconds: number
  /** Of the answers: HTTP status, or `gone` where the replica was killed under the caller. */
  readonly statuses: Readonly<Record<string, number>>
  readonly engines: Readonly<Record<string, number>>
  readonly reasons: Readonly<Record<string, number>>
  readonly struck: Readonly<Record<string, number>>
  readonly p50Ms: number
  readonly p99Ms: number
  readonly slowestMs: number
  readonly spentUsd: number
  readonly billedUsd: number
  readonly reservedUsd: number
  /** What did not hold; empty when all did. */
  readonly faults: readonly string[]
}

const ROOT = join(import.meta.dirname, '../..')
const SECRET = 'a-secret-of-forty-characters-for-chaos!!'
const sign = createSigner({ key: SECRET, algorithm: 'HS256', expiresIn: 3_600_000 })
/** Answers may take this long: the turn's deadline, and what a dead Redis adds at the most. */
const ANSWER_WITHIN_MS = 2900 + 1100
const LEASE_MS = 8500
const UPSTREAM: readonly FaultName[] = ['rate_limited', 'server_error', 'hang', 'reset', 'malformed_json', 'latency', 'unavailable']
const BLOWS = ['replica', 'redis_kill', 'redis_stall', 'upstream', 'upstream', 'flush'] as const

interface Replica { url: string, child: ChildProcess }
interface Tally { statuses: Record<string, number>, engines: Record<string, number>, reasons: Record<string, number>, struck: Record<string, number>, timesMs: number[], faults: string[], done: number }

/** Runs the traffic under faults; `show` hears a line of progress now and then. */
export async function runChaos (options: ChaosOptions, show: (line: string) => void = () => {}): Promise<ChaosOutcome> {
  const startedAt = performance.now()
  const random = seededRandom(options.seed)
  const tally: Tally = { statuses: {}, engines: {}, reasons: {}, struck: {}, timesMs: [], faults: [], done: 0 }
  const fake = await startFakeOpenAI({ latencyMs: 20, keepCalls: 10, seed: options.seed })
  const redis = await createRedis()
  const env = {
    REDIS_URL: `redis://127.0.0.1:${redis.port}`, OPENAI_API_KEY: 'chaos', OPENAI_BASE_URL: fake.url, AMORA_JWT_SECRET: SECRET, AMORA_PRIVACY_KEYS: 'chaos:sixteen-bytes-of-chaos',
    AMORA_BURST_PER_MINUTE: '100000', AMORA_FREE_DAILY_LIMIT: '1000000', AMORA_DAILY_BUDGET_USD: String(options.budgetUsd), AMORA_USER_DAILY_BUDGET_USD: String(options.budgetUsd)
  }
  const replicas = await Promise.all(Array.from({ length: options.replicas }, async () => startReplica(env)))
  const stop = new AbortController()
  try {
    const blows = strike({ options, random, fake, redis, replicas, env, tally, signal: stop.signal })
    const ticker = setInterval(() => { show(progressOf(tally, options)) }, 500)
    await Promise.all(Array.from({ length: options.concurrency }, async () => write(options, random, replicas, tally)))
    clearInterval(ticker)
    stop.abort()
    await blows
    fake.heal()
    return { ...await balance(options, replicas, fake, tally), seconds: (performance.now() - startedAt) / 1000 }
  } finally {
    for (const { child } of replicas) child.kill('SIGKILL')
    await redis.end()
    await fake.close()
  }
}

/** One caller after another's answer, until all turns are spent. */
async function write ({ turns }: ChaosOptions, random: () => number, replicas: readonly Replica[], tally: Tally): Promise<void> {
  while (tally.done < turns) {
    const turn = ++tally.done
    const living = replicas.filter(({ child }) => !child.killed)
    const { url, child } = living[Math.floor(random() * living.length)]!
    const startedAt = performance.now()
    const status = await ask(url, turn, tally).catch(() => 'gone')
    tally.timesMs.push(performance.now() - startedAt)
    count(tally.statuses, status)
    if (status === 'gone' && !child.killed) tally.faults.push(`turn ${turn}: no answer from a replica that lives`)
    if (status.startsWith('5')) tally.faults.push(`turn ${turn}: ${status}`)
    if (status === 'gone') await sleep(20)
  }
}

async function ask (url: string, turn: number, tally: Tally): Promise<string> {
  const response = await fetch(`${url}/api/v1/coach`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${sign({ sub: randomUUID() })}` },
    body: JSON.stringify({ specific_question: `How do I start a calmer talk about the evening numbered ${turn}?` })
  })
  const body = await response.json() as { engine?: string, referenced_data?: { reason?: string, fallback?: boolean } }
  if (body.engine) count(tally.engines, body.engine)
  if (body.referenced_data?.fallback) count(tally.reasons, body.referenced_data.reason ?? 'unknown')
  return String(response.status)
}

interface Battlefield {
  readonly options: ChaosOptions, readonly random: () => number, readonly fake: FakeOpenAI, readonly redis: ChaosRedis
  readonly replicas: Replica[], readonly env: Readonly<Record<string, string>>, readonly tally: Tally, readonly signal: AbortSignal
}

/** A blow every second or so, each over before the next. */
async function strike (field: Battlefield): Promise<void> {
  const { random, signal, options, tally } = field
  while (!signal.aborted) {
    await sleep(400 + 900 * random(), undefined, { signal }).catch(() => {})
    if (signal.aborted) return
    const blow = BLOWS[Math.floor(random() * BLOWS.length)]!
    if (blow === 'flush' && !options.flush) continue
    count(tally.struck, blow)
    await land(blow, field)
  }
}

async function land (blow: typeof BLOWS[number], { random, fake, redis, replicas, env }: Battlefield): Promise<void> {
  switch (blow) {
    case 'replica': {
      const at = Math.floor(random() * replicas.length)
      replicas[at]!.child.kill('SIGKILL')
      replicas[at] = await startReplica(env)
      return
    }
    case 'redis_kill': return redis.restart(300 + 700 * random())
    case 'redis_stall': return redis.stall(300 + 900 * random())
    case 'upstream': {
      fake.fault(UPSTREAM[Math.floor(random() * UPSTREAM.length)]!, { times: 1_000_000, share: 0.2 + 0.8 * random(), latencyMs: 1500 })
      await sleep(300 + 1200 * random())
      fake.heal()
      return
    }
    case 'flush': await redis.flush()
  }
}

/** What must hold when the storm is over. */
async function balance (options: ChaosOptions, replicas: readonly Replica[], fake: FakeOpenAI, tally: Tally): Promise<Omit<ChaosOutcome, 'seconds'>> {
  // Leases of turns that were lost end by themselves.
  await sleep(LEASE_MS)
  const { spent, reserved } = await budgetOf(replicas[0]!.url)
  const billed = usdOf(fake.bill().reduce((sum, line) =>
    sum + costOf(embeddedTable, line.model, line, Date.now()).nanoUsd, 0))
  const sorted = tally.timesMs.toSorted((one, other) => one - other)
  const faults = [...tally.faults]
  if (nanoUsd(spent) > nanoUsd(options.budgetUsd) && !options.flush) faults.push(`booked $${spent} of $${options.budgetUsd}`)
  if (nanoUsd(billed) > nanoUsd(options.budgetUsd) && !options.flush) faults.push(`the fake billed $${billed} of $${options.budgetUsd}`)
  if (reserved !== 0) faults.push(`$${reserved} are reserved for nobody`)
  const slowestMs = sorted.at(-1) ?? 0
  if (slowestMs > ANSWER_WITHIN_MS + 1000) faults.push(`the slowest answer took ${slowestMs.toFixed(0)} ms`)
  const { statuses, engines, reasons, struck } = tally
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0
  return { options, statuses, engines, reasons, struck, p50Ms: at(0.5), p99Ms: at(0.99), slowestMs, spentUsd: spent, billedUsd: billed, reservedUsd: reserved, faults }
}

async function budgetOf (url: string): Promise<{ spent: number, reserved: number }> {
  const response = await fetch(`${url}/admin/budget`, { headers: { authorization: `Bearer ${sign({ sub: randomUUID(), scope: 'amora:admin' })}` } })
  const { day } = await response.json() as { day: { spent_usd: number, reserved_usd: number } }
  return { spent: day.spent_usd, reserved: day.reserved_usd }
}

async function startReplica (env: Readonly<Record<string, string>>): Promise<Replica> {
  const child = spawn(process.execPath, ['server.ts'], { cwd: ROOT, stdio: ['ignore', 'ignore', 'pipe'], env: { PATH: process.env.PATH, PORT: '0', AMORA_METRICS_PORT: '0', LOG_LEVEL: 'silent', ...env } })
  let said = ''
  for await (const chunk of child.stderr!.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    said += chunk.toString()
    const url = /listens on (\S+)/.exec(said)?.[1]
    if (url !== undefined) {
      child.stderr!.resume()
      return { url, child }
    }
  }
  throw new Error(`a replica did not start: ${said}`)
}

interface ChaosRedis {
  readonly port: number
  /** Killed, and back with what its append-only file holds after a while. */
  restart (downMs: number): Promise<void>
  stall (ms: number): Promise<void>
  flush (): Promise<void>
  end (): Promise<void>
}

/** A Redis that keeps its append-only file, as operations.md wants it: what it answered survives its own death (not the machine's). */
async function createRedis (): Promise<ChaosRedis> {
  const port = await freePort()
  const folder = mkdtempSync(join(tmpdir(), 'amora-chaos-'))
  const launch = async () => {
    const child = spawn('redis-server', ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder, '--save', '', '--appendonly', 'yes', '--appendfsync', 'everysec'], { stdio: 'ignore' })
    const client = new Redis(port, '127.0.0.1', { retryStrategy: () => 20, maxRetriesPerRequest: 500 })
    client.on('error', () => {})
    await client.ping()
    client.disconnect()
    return child
  }
  let child = await launch()
  const kill = async () => {
    child.kill('SIGKILL')
    await once(child, 'exit')
  }
  return {
    port,
    async restart (downMs) {
      await kill()
      await sleep(downMs)
      child = await launch()
    },
    async stall (ms) {
      child.kill('SIGSTOP')
      await sleep(ms)
      child.kill('SIGCONT')
    },
    async flush () {
      const client = new Redis(port, '127.0.0.1')
      await client.flushall()
      client.disconnect()
    },
    async end () {
      await kill()
      rmSync(folder, { recursive: true, force: true })
    }
  }
}

function progressOf ({ done, statuses, engines, struck }: Tally, { turns }: ChaosOptions): string {
  const blows = Object.values(struck).reduce((sum, count) => sum + count, 0)
  return `${Math.min(100, done / turns * 100).toFixed(0).padStart(3)} %  ${done} turns  200: ${statuses['200'] ?? 0}  v2: ${engines.v2 ?? 0}  v1: ${engines.v1 ?? 0}  blows: ${blows}`
}

function count (of: Record<string, number>, name: string): void {
  of[name] = (of[name] ?? 0) + 1
}
