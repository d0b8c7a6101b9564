import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { createDeadlines } from '../../../stores/redis/deadlines.ts'
import { createRedisBudgetStore } from '../../../stores/redis/budget-store.ts'
import { createRedisCacheStore } from '../../../stores/redis/cache-store.ts'
import { createRedisLedgerStore } from '../../../stores/redis/ledger-store.ts'
import { createRedisMemoryStore } from '../../../stores/redis/memory-store.ts'
import { createRedisQuotaStore } from '../../../stores/redis/quota-store.ts'
import { createRedisReplayStore } from '../../../stores/redis/replay-store.ts'
import { createRedisRolloutStore } from '../../../stores/redis/rollout-store.ts'
import { createRedisSessionStore } from '../../../stores/redis/session-store.ts'
import { CommandLate, StateUnavailable, isUnavailable, type SharedStore } from '../../../stores/redis/shared-store.ts'
import { redisMissing, startRedis } from '../../servers/redis.ts'

const ROOT = join(import.meta.dirname, '../../..')

t.test('an error is the server’s state or the caller’s mistake', async t => {
  const replied = (message: string) => Object.assign(new Error(message), { name: 'ReplyError' })
  const notNow = [
    'LOADING Redis is loading the dataset in memory', 'READONLY You can\'t write against a read only replica.', 'CLUSTERDOWN The cluster is down', 'MASTERDOWN Link with MASTER is down',
    'OOM command not allowed when used memory > \'maxmemory\'. script: f00, on @user_script:3.', 'ERR Error running script: @user_script: 5: -OOM command not allowed when used memory > \'maxmemory\'.',
    'MISCONF Redis is configured to save RDB snapshots', 'NOREPLICAS Not enough good replicas to write.', 'BUSY Redis is busy running a script', 'NOAUTH Authentication required.',
    'WRONGPASS invalid username-password pair', 'NOPERM this user has no permissions', 'ERR max number of clients reached'
  ]
  for (const message of notNow) t.ok(isUnavailable(replied(message)), message)
  for (const error of [new Error('Connection is closed.'), new TypeError('x'), new StateUnavailable(), new CommandLate()]) t.ok(isUnavailable(error), error.message)
  for (const message of ['ERR unknown command', 'WRONGTYPE Operation against a key', 'CROSSSLOT Keys in request don\'t hash to the same slot', 'NOSCRIPT No matching script']) t.notOk(isUnavailable(replied(message)), message)
})

const never = new AbortController().signal
const key = { owner: 'anna', sessionId: 's' }
const entry = { turnId: 't', owner: 'anna', at: 0, tier: 'free', mode: 'LEARN', assigned: 'v1', served: 'v1', outcome: 'ok', reason: '', rollout: '', cache: 'bypass', repaired: false, durationMs: 1, cost: 0, saved: 0, certainty: 'exact', legs: [] } as const
const answer = { id: 'w', text: 'words', model: 'm', strategy: 'LOW', reading: { emotions: {} as never, intents: {} as never, themes: [], risk: 'none' }, cost: 1 } as const
const record = { version: 2, status: 'ramping', basisPoints: 1000, salt: 's', plan: { steps: [], promotion: 'manual' } as never, overrides: [], reason: '', by: 'x', at: 1, stepAt: 1 } as const

/** Each store with arguments for each of its methods. A method that is missing here does not compile. */
function everything (store: SharedStore) {
  const budget = createRedisBudgetStore(store, { limits: { user: 1, tier: 1, day: 1, month: 1 }, leaseMs: 1000 })
  const cache = createRedisCacheStore(store, { maxVariants: 3, maxEntries: 10, leadMs: 100, now: Date.now, newToken: () => 'token' })
  const ledger = createRedisLedgerStore(store, { keepMs: 1000 })
  const memory = createRedisMemoryStore(store, { ttlMs: 1000 })
  const quota = createRedisQuotaStore(store, Date.now)
  const replay = createRedisReplayStore(store, { keepMs: 1000, leaseMs: 1000 })
  const rollout = createRedisRolloutStore(store, { salt: 's', subscriber: { on: () => {}, status: 'wait' } as never })
  const session = createRedisSessionStore(store, { ttlMs: 1000, maxMessages: 5, leaseMs: 1000, newToken: () => 'token' })
  const lease = { key, view: { id: 's', messages: [], wordings: [], turns: 0 }, token: 'token' }
  const named = { key: 'k', check: 'c' }
  const calls = {
    budget: { reserve: () => budget.reserve({ turnId: 't', owner: 'anna', tier: 'free', max: 1, estimate: 1 }), settle: () => budget.settle('t', 1), status: () => budget.status() } satisfies Calls<typeof budget>,
    cache: { lookup: () => cache.lookup(named), put: () => cache.put(named, answer, { owner: 'anna', ttlMs: 1000 }), giveUp: () => cache.giveUp(named), erase: () => cache.erase('anna') } satisfies Calls<typeof cache>,
    ledger: { write: () => ledger.write(entry), costOfDay: () => ledger.costOfDay(1), read: () => ledger.read('t'), ofOwner: () => ledger.ofOwner('anna', 3), disown: () => ledger.disown('anna') } satisfies Calls<typeof ledger>,
    memory: { read: () => memory.read('anna'), add: () => memory.add('anna', { themes: [], day: '2026-11-24', isNewSession: true }), adopt: () => memory.adopt('anna', 'old'), erase: () => memory.erase('anna') } satisfies Calls<typeof memory>,
    quota: { take: () => quota.take({ owner: 'anna', formerOwners: ['old'], turnId: 't', burstLimit: 1, dayLimit: 1 }), refund: () => quota.refund('anna', 't', 1) } satisfies Calls<typeof quota>,
    replay: { begin: () => replay.begin({ owner: 'anna', key: 'k' }, 'body', 't'), finish: () => replay.finish({ owner: 'anna', key: 'k' }, 't', 'reply'), abandon: () => replay.abandon({ owner: 'anna', key: 'k' }, 't'), erase: () => replay.erase('anna') } satisfies Calls<typeof replay>,
    rollout: {
      read: () => rollout.read(), write: () => rollout.write({ move: 'kill', change: { status: 'killed' }, reason: 'r', by: 'x' }), heal: () => rollout.heal(record), audit: () => rollout.audit('', 5),
      beat: () => rollout.beat('r', 1), leave: () => rollout.leave('r'), replicas: () => rollout.replicas(1000)
    } satisfies Calls<Omit<typeof rollout, 'subscribe'>>,
    session: {
      open: () => session.open(key, 1000, never), peek: () => session.peek(key, never), save: () => session.save(lease, {}), release: () => session.release(lease),
      note: () => session.note(key, { care: 'abuse' }, never), erase: () => session.erase('anna')
    } satisfies Calls<typeof session>
  }
  return Object.entries(calls).flatMap(([concern, methods]) => Object.entries<() => Promise<unknown>>(methods).map(([method, call]) => ({ concern, method, call })))
}

type Calls<Store> = { readonly [Method in keyof Store]: () => Promise<unknown> }

/** They need not get through now: they are delivered when the server is back. */
const DELIVERED = new Set(['budget.settle', 'quota.refund', 'replay.finish', 'replay.abandon', 'session.save', 'session.release'])

t.test('no method of any store waits for a server that stalls, and each is counted under its own concern', { skip: redisMissing }, async t => {
  const redis = await startRedis(t)
  redis.stall()
  const deadlines = createDeadlines(40)
  const idle: SharedStore = { run: async () => { throw new StateUnavailable() } }
  for (const at of everything(idle).keys()) {
    const ops: string[] = []
    const { concern, method, call } = everything({
      run: async (op, command, signal) => {
        ops.push(op)
        return deadlines.within(command(redis.client), signal)
      }
    })[at]!
    const startedAt = performance.now()
    const error = await call().then(() => undefined, (error: unknown) => error)
    const ms = performance.now() - startedAt
    t.ok(ms < 200, `${concern}.${method} ended after ${ms.toFixed()} ms`)
    t.equal(error === undefined ? 'resolved' : isUnavailable(error) ? 'unavailable' : error, DELIVERED.has(`${concern}.${method}`) ? 'resolved' : 'unavailable', `${concern}.${method}`)
    t.ok(ops.length > 0 && ops.every(op => op.startsWith(`${concern}-`)), ops.join())
  }
  redis.resume()
})

t.test('nothing but the guard holds a connection', async t => {
  const sources = globSync('{plugins,routes,services,stores,cli}/**/*.ts', { cwd: ROOT }).map(file => ({ file, source: readFileSync(join(ROOT, file), 'utf8') }))
  const holding = (pattern: RegExp) => sources.filter(({ source }) => pattern.test(source)).map(({ file }) => file).sort()
  t.strictSame(holding(/new (Redis|Cluster) ?\(/), ['stores/redis/client.ts'])
  t.strictSame(holding(/createRedisClient \(|createRedisClient\(/), ['plugins/redis.ts', 'stores/redis/client.ts'])
  t.strictSame(holding(/\bapp\.redis\b/), [])
  const takers = sources.flatMap(({ source }) => source.split('\n').filter(line => line.startsWith('export function') && /: (Redis|Cluster)\b/.test(line)))
  t.strictSame(takers.map(line => /subscriber|createRedisClient/.test(line)), [true, true], 'a store is given the guard’s run, not a client; a subscription waits for ever by its nature')
})
