/**
 * How much of Redis' memory a user, a session, a turn or a cached answer takes: `node test/simulations/redis-size.ts`. Writes through the
 * real stores into a real, empty redis-server, and divides what the server's memory has grown by.
 */
import { randomUUID } from 'node:crypto'
import { parseArgs } from 'node:util'
import { nanoUsd } from '../../services/money.ts'
import type { LedgerEntry } from '../../services/ledger.ts'
import { EMOTIONS, INTENTS, THEMES, type Emotions, type Intents } from '../../services/understanding/reading.ts'
import { createRedisBudgetStore } from '../../stores/redis/budget-store.ts'
import { createRedisCacheStore } from '../../stores/redis/cache-store.ts'
import { createRedisLedgerStore } from '../../stores/redis/ledger-store.ts'
import { createRedisMemoryStore } from '../../stores/redis/memory-store.ts'
import { createRedisQuotaStore } from '../../stores/redis/quota-store.ts'
import { createRedisReplayStore } from '../../stores/redis/replay-store.ts'
import { createRedisSessionStore } from '../../stores/redis/session-store.ts'
import type { SharedStore } from '../../stores/redis/shared-store.ts'
import { redisMissing, startRedis, type RedisServer } from '../servers/redis.ts'
import { sharedStoreOf } from '../servers/shared-store.ts'

const HELP = `Bytes of Redis' memory by what is kept.

  node test/simulations/redis-size.ts [options]

  --count N   how many of each are written   (20000)
  --json      one JSON object
`

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
/** 60 and 220 characters: what people write and what they are answered. */
const MESSAGE = 'We argue about the dishes every evening and I feel worn out.'
const ANSWER = 'It sounds like the dishes have become the place where something bigger comes up each night. Being worn out by it makes sense. What do you wish he understood about those evenings, before the first word about the dishes?'
const AT_ONCE = 200

/** A user's hash as it is: the key's id and 22 characters. */
const ownerOf = (n: number) => `2026a.${String(n).padStart(22, 'x')}`

type Write = (store: SharedStore, n: number) => Promise<unknown>

const reading = {
  emotions: Object.fromEntries(EMOTIONS.map(emotion => [emotion, 0.25])) as Emotions, intents: Object.fromEntries(INTENTS.map(intent => [intent, 0.25])) as Intents,
  themes: ['conflict'], risk: 'none'
} as const

/** A V2 turn of three calls. */
function entryOf (n: number): LedgerEntry {
  const leg = { outcome: 'ok', durationMs: 812, inputTokens: 612, cachedInputTokens: 0, outputTokens: 84, cost: 1_032_000, certainty: 'exact', unpriced: false } as const
  return {
    turnId: randomUUID(), owner: ownerOf(n), at: Date.now(), tier: 'free', mode: 'LEARN', assigned: 'v2', served: 'v2', outcome: 'ok', reason: '', rollout: 'in_rollout', cache: 'miss', repaired: false,
    durationMs: 1532, cost: 1_200_000, saved: 0, certainty: 'exact',
    legs: [
      { ...leg, leg: 'understand', model: 'gpt-6-luna', priceVersion: 'gpt-6-luna@2026-11-01' }, { ...leg, leg: 'respond', model: 'gpt-6.1-terra', priceVersion: 'gpt-6.1-terra@2026-11-01' },
      { ...leg, leg: 'moderate', model: 'omni-moderation-latest', priceVersion: 'free', cost: 0 }
    ]
  }
}

async function sessionOf (store: SharedStore, n: number): Promise<void> {
  const sessions = createRedisSessionStore(store, { ttlMs: HOUR_MS / 2, maxMessages: 5, leaseMs: 8000, newToken: randomUUID })
  const key = { owner: ownerOf(n), sessionId: randomUUID() }
  for (let turn = 0; turn < 3; turn++) {
    const lease = (await sessions.open(key, 0, new AbortController().signal))!
    await sessions.save(lease, { messages: [{ role: 'user', text: MESSAGE }, { role: 'assistant', text: ANSWER }], wording: `w${turn}a9c2e41`, engine: 'v2' })
  }
}

async function countsOf (store: SharedStore, n: number, messages: number): Promise<void> {
  const quota = createRedisQuotaStore(store, Date.now)
  for (let message = 0; message < messages; message++) await quota.take({ owner: ownerOf(n), formerOwners: [], turnId: randomUUID(), burstLimit: 1000, dayLimit: 1000 })
}

async function rememberedOf (store: SharedStore, n: number): Promise<void> {
  const memory = createRedisMemoryStore(store, { ttlMs: 365 * DAY_MS })
  for (const theme of THEMES.slice(0, 6)) await memory.add(ownerOf(n), { themes: [theme], emotion: 'sadness', goal: 'be_heard', day: '2026-11-24', isNewSession: true })
}

const most = nanoUsd(1_000_000)

const WRITES: Readonly<Record<string, Write>> = {
  'limits of a user who wrote 1 message today': async (store, n) => countsOf(store, n, 1),
  'limits of a user who wrote 10': async (store, n) => countsOf(store, n, 10),
  'session with its last 5 messages': sessionOf,
  'ledger entry of a V2 turn, another user each': async (store, n) => createRedisLedgerStore(store, { keepMs: 8 * DAY_MS }).write(entryOf(n)),
  'ledger entry of a V2 turn, one user’s next': async (store, n) => createRedisLedgerStore(store, { keepMs: 8 * DAY_MS }).write(entryOf(n % 200)),
  'money of a V2 turn: its lease': async (store, n) => {
    const budget = createRedisBudgetStore(store, { limits: { user: most, tier: most, day: most, month: most }, leaseMs: 8000 })
    const turnId = randomUUID()
    await budget.reserve({ turnId, owner: ownerOf(n % 200), tier: 'free', max: 2_000_000, estimate: 1_000_000 })
    await budget.settle(turnId, 1_200_000)
  },
  'money of a user: his window of the day, and a lease': async (store, n) => {
    const budget = createRedisBudgetStore(store, { limits: { user: most, tier: most, day: most, month: most }, leaseMs: 8000 })
    await budget.reserve({ turnId: `t${n % 10}-${ownerOf(n)}`, owner: ownerOf(n), tier: 'free', max: 2_000_000, estimate: 1_000_000 })
  },
  'cached answer, one wording': async (store, n) => createRedisCacheStore(store, { maxVariants: 3, maxEntries: 10_000_000, leadMs: 3000, now: Date.now, newToken: randomUUID })
    .put({ key: String(n).padStart(64, '0'), check: String(n).padStart(64, 'f') }, { id: 'w0a9c2e41', text: ANSWER, model: 'gpt-6.1-terra', strategy: 'MEDIUM', reading, cost: 1_200_000 }, { owner: ownerOf(n), ttlMs: 7 * DAY_MS }),
  'memory of a paid user, six themes': rememberedOf,
  'reply kept under an Idempotency-Key': async (store, n) => {
    const replay = createRedisReplayStore(store, { keepMs: DAY_MS, leaseMs: 13_000 })
    const key = { owner: ownerOf(n), key: String(n).padStart(64, '0') }
    await replay.begin(key, 'f'.repeat(64), 't')
    await replay.finish(key, 't', JSON.stringify({ message: ANSWER, mode: 'LEARN', confidence: 0.7, referenced_data: { emotional_signals: reading.emotions, intent_signals: reading.intents, strategy: 'MEDIUM' }, session_id: randomUUID(), turn_id: randomUUID(), engine: 'v2', degraded: false }))
  }
}

/** Bytes by what is kept. `onProgress` hears the share done, 0 to 1. */
export async function measure (redis: RedisServer, count: number, onProgress: (share: number) => void = () => {}): Promise<Record<string, number>> {
  const store = sharedStoreOf(redis.client)
  const used = async () => Number(/used_memory:(\d+)/.exec(await redis.client.info('memory'))![1])
  const bytes: Record<string, number> = {}
  const names = Object.keys(WRITES)
  for (const [at, name] of names.entries()) {
    await redis.client.flushall()
    // Scripts and the server's own tables are there before it is measured.
    await WRITES[name]!(store, 1e9)
    const before = await used()
    for (let from = 0; from < count; from += AT_ONCE) {
      await Promise.all(Array.from({ length: Math.min(AT_ONCE, count - from) }, async (_, n) => WRITES[name]!(store, from + n)))
    }
    bytes[name] = Math.round((await used() - before) / count)
    onProgress((at + 1) / names.length)
  }
  return bytes
}

async function main (): Promise<void> {
  const { values } = parseArgs({ options: { count: { type: 'string', default: '20000' }, json: { type: 'boolean' }, help: { type: 'boolean' } } })
  const count = Number(values.count)
  if (values.help) { process.stdout.write(HELP); return }
  if (redisMissing) throw new Error(redisMissing)
  if (!Number.isInteger(count) || count < 1) throw new RangeError('--count is a whole number from 1')
  const ends: Array<() => unknown> = []
  try {
    const redis = await startRedis({ teardown: end => { ends.push(end) } }, [])
    const bytes = await measure(redis, count, process.stderr.isTTY ? share => { process.stderr.write(`\r${(share * 100).toFixed(0)} %`) } : undefined)
    process.stdout.write(values.json ? `${JSON.stringify(bytes)}\n` : `\n${Object.entries(bytes).map(([name, size]) => `${String(size).padStart(6)}  ${name}`).join('\n')}\n`)
  } finally {
    for (const end of ends) await end()
  }
}

if (import.meta.main) {
  await main().catch((error: Error) => {
    process.stderr.write(`${error.message}\n`)
    process.exitCode = 1
  })
}
