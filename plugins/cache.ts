import type { FastifyInstance } from 'fastify'
import fp from 'fastify-plugin'
import { setTimeout as sleep } from 'node:timers/promises'
import { randomUUID } from 'node:crypto'
import type { CacheKind, KeyedInput } from '../services/cache-key.ts'
import { usdOf, type NanoUsd } from '../services/money.ts'
import type { EnginePorts, Found } from '../services/v2/engine.ts'
import { createUnderWay } from '../services/under-way.ts'
import type { CacheStore } from '../stores/cache-store.ts'
import { createMemoryCacheStore } from '../stores/memory/cache-store.ts'
import { createRedisCacheStore } from '../stores/redis/cache-store.ts'

declare module 'fastify' {
  interface FastifyInstance { cache: Cache }
}

export interface Cache {
  readonly answers: EnginePorts['cache']
  /** Counts what a lookup came to, with what a hit spared. */
  count (kind: CacheKind, result: 'hit' | 'miss' | 'bypass', saved: NanoUsd): void
  erase (owner: string): Promise<void>
}

export interface CachePluginOptions { random?: () => number, nowMs?: () => number }

const MAX_VARIANTS = 3
const MAX_BYTES = 64 * 1024 * 1024
/** Life times differ by this share, so that what was written together does not end together. */
const JITTER = 0.1
/** Without a cache nobody else is waited for. */
const ALONE: Found = { leads: true }
const LEAD_MS = 3000
/** How often, and for how long, somebody waits for an answer that another process writes. */
const POLL_MS = 120
const WAIT_MS = 1200

/** Answers that may be given again. A cache that is down finds and keeps nothing, and is counted. */
export default fp<CachePluginOptions>(async (app, { random = Math.random, nowMs = Date.now }) => {
  const requests = app.metrics.counter('amora_cache_requests_total')
  const savings = app.metrics.counter('amora_cache_saved_usd_total')
  const store = createStore(app, nowMs)
  const ttlMs = () => Math.round(app.config.cache.ttlMs * (1 - JITTER + 2 * JITTER * random()))

  /** Soft on failure: the turn goes on as if there were no cache. */
  async function softly<T> (kind: CacheKind, work: () => Promise<T>, otherwise: T): Promise<T> {
    try {
      return await work()
    } catch (err) {
      requests.inc({ kind, result: 'error' })
      app.log.debug({ err }, 'the answer cache failed')
      return otherwise
    }
  }

  async function find (key: KeyedInput, used: readonly string[]): Promise<Found> {
    const { answers, leads } = await store.lookup(key)
    const fresh = answers.filter(({ id }) => !used.includes(id))
    const answer = fresh[Math.floor(random() * fresh.length)]
    // All were heard in this session: another wording is written, and nobody waits for it.
    return answer ? { answer } : { leads: leads || answers.length > 0 }
  }

  async function wait (key: KeyedInput, used: readonly string[], signal: AbortSignal): Promise<Found> {
    for (let waitedMs = 0; waitedMs < WAIT_MS && !signal.aborted; waitedMs += POLL_MS) {
      await sleep(POLL_MS, undefined, { signal }).catch(() => {})
      const found = await find(key, used)
      if (found.answer || found.leads) return found
    }
    return { leads: false }
  }

  const keep = async (...[key, answer, owner]: Parameters<EnginePorts['cache']['put']>) =>
    app.erasure.keep(owner, async () => store.put(key, answer, { owner, ttlMs: ttlMs() }), async () => store.erase(owner))

  /** Work behind a turn; closing the app waits for it. */
  const underWay = createUnderWay()
  app.addHook('onClose', underWay.settled)

  app.decorate('cache', {
    answers: {
      find: async (key, used) => softly<Found>(key.kind, async () => find(key, used), ALONE),
      wait: async (key, used, signal) => softly<Found>(key.kind, async () => wait(key, used, signal), ALONE),
      put: (key, answer, owner) => { underWay.add(softly(key.kind, async () => keep(key, answer, owner), undefined)) },
      giveUp: key => { underWay.add(softly(key.kind, async () => store.giveUp(key), undefined)) }
    },
    count (kind, result, saved) {
      requests.inc({ kind, result })
      savings.inc({ kind }, usdOf(saved))
    },
    erase: async owner => store.erase(owner)
  } satisfies Cache)
}, { name: 'cache', dependencies: ['config', 'metrics', 'redis', 'erasure'] })

function createStore (app: FastifyInstance, nowMs: () => number): CacheStore {
  const options = { maxVariants: MAX_VARIANTS, maxEntries: app.config.cache.maxEntries, leadMs: LEAD_MS }
  const { cacheStore } = app.sharedState
  return cacheStore
    ? createRedisCacheStore(cacheStore, { ...options, now: nowMs, newToken: randomUUID })
    : createMemoryCacheStore({ ...options, maxBytes: MAX_BYTES, now: () => performance.now() })
}
