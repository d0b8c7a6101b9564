import rateLimit from '@fastify/rate-limit'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import fp from 'fastify-plugin'
import { LRUCache } from 'lru-cache'
import { isUnavailable } from '../stores/redis/shared-store.ts'
import { createMemoryQuotaStore } from '../stores/memory/quota-store.ts'
import { createRedisQuotaStore } from '../stores/redis/quota-store.ts'
import { DAY_MS, type QuotaRequest, type QuotaStore, type QuotaTaken } from '../stores/quota-store.ts'
import type { ValueOf } from '../services/metric-catalogue.ts'
import { warmWait } from '../services/quota.ts'
import type { Tier, Turn } from '../services/turn.ts'
import { BurstLimit, DailyLimit } from './errors.ts'

declare module 'fastify' {
  interface FastifyInstance { quota: Quota }
}

/** What a limited request is to the limits. */
export interface Limited extends Pick<Turn, 'id' | 'owner' | 'formerOwners' | 'tier'> {
  /** `none`: a care reply or a replay. `burst`: a trivial turn. */
  readonly countsFor: 'all' | 'burst' | 'none'
}

export interface Quota {
  /**
   * Puts both limits before the routes that this context declares from now on, behind their own `preHandler` hooks. The hook
   * that it resolves to counts; it belongs last among those.
   */
  guard (context: FastifyInstance, limitedOf: (request: FastifyRequest) => Promise<Limited>, onRefused: (request: FastifyRequest, window: QuotaWindowName) => void): Promise<(request: FastifyRequest) => Promise<void>>
  /** The day in which a request was counted; undefined when it was not. */
  dayOf (request: FastifyRequest): number | undefined
  /** Gives a turn's message back, once, in the day in which it was counted; behind the turn. */
  refund (turn: Pick<Turn, 'id' | 'owner' | 'quotaDay'>): void
}

export interface RateLimitOptions { nowMs?: () => number }

const MOST_USERS = 100_000
/** Requests under way; those whose caller hung up end without a response, and leave in their turn. */
const MOST_UNDER_WAY = 50_000
export type QuotaWindowName = ValueOf<'amora_rate_limit_denials_total', 'window'>

/** A minute's burst and a UTC day, by tier: @fastify/rate-limit twice over one store that takes both in one step. */
export default fp<RateLimitOptions>(async (app, { nowMs = Date.now }) => {
  const { burstPerMinute, dailyLimits } = app.config.limits
  const denials = app.metrics.counter('amora_rate_limit_denials_total')
  const store = createStore(app, nowMs)
  /** What was taken for the requests under way, by turn: between the take and the two limiters' questions. */
  const taken = new Map<string, QuotaTaken>()
  const limitedBy = new WeakMap<FastifyRequest, Limited>()

  async function take (limited: Limited): Promise<void> {
    const { id, owner, formerOwners, tier, countsFor } = limited
    taken.set(id, await store.take({ owner, formerOwners, turnId: id, burstLimit: burstPerMinute, dayLimit: countsFor === 'all' ? dailyLimits[tier] : undefined }))
    // No LRUCache: that clears all its places whenever its last entry is deleted, which is once a request.
    const [oldest = ''] = taken.keys()
    if (taken.size > MOST_UNDER_WAY) taken.delete(oldest)
  }

  async function limit (context: FastifyInstance, window: QuotaWindowName, max: (tier: Tier) => number, onRefused: (request: FastifyRequest, window: QuotaWindowName) => void): Promise<void> {
    await context.register(rateLimit, {
      hook: 'preHandler',
      nameSpace: window,
      enableDraftSpec: true,
      keyGenerator: request => limitedBy.get(request)!.id,
      allowList: request => limitedBy.get(request)!.countsFor === 'none' || (window === 'daily' && limitedBy.get(request)!.countsFor === 'burst'),
      max: request => max(limitedBy.get(request)!.tier),
      store: storeFor(window, taken),
      onExceeded: request => {
        denials.inc({ tier: limitedBy.get(request)!.tier, window })
        onRefused(request, window)
      },
      errorResponseBuilder: (_request, { max, ttl }) => window === 'daily' ? new DailyLimit(max, warmWait(ttl)) : new BurstLimit(warmWait(ttl))
    })
  }

  app.decorate('quota', {
    async guard (context, limitedOf, onRefused) {
      await limit(context, 'burst', () => burstPerMinute, onRefused)
      await limit(context, 'daily', tier => dailyLimits[tier], onRefused)
      context.addHook('onResponse', async request => { taken.delete(limitedBy.get(request)?.id ?? '') })
      return async request => {
        const limited = await limitedOf(request)
        limitedBy.set(request, limited)
        if (limited.countsFor !== 'none') await take(limited)
      }
    },
    dayOf: request => taken.get(limitedBy.get(request)?.id ?? '')?.dayNumber,
    refund ({ id, owner, quotaDay }) {
      if (quotaDay !== undefined) store.refund(owner, id, quotaDay).catch((err: unknown) => { app.log.warn({ err }, 'a message could not be given back') })
    }
  } satisfies Quota)
}, { name: 'rate-limit', dependencies: ['config', 'metrics', 'redis', 'errors'] })

/** The library's view of what was taken: it counts nothing itself, it answers, sets the headers and refuses. */
function storeFor (window: QuotaWindowName, taken: ReadonlyMap<string, QuotaTaken>) {
  return class {
    incr (turnId: string, callback: (error: Error | null, result?: { current: number, ttl: number }) => void, _timeWindow: number, max: number): void {
      const { refusedBy, burst, day } = taken.get(turnId)!
      const { used, resetMs } = window === 'burst' ? burst : day
      callback(null, { current: refusedBy === window ? max + 1 : Math.min(used, max), ttl: resetMs })
    }

    child () { return this }
  }
}

/** Redis' counts; while it does not answer, this process counts on from what it last saw there, with the same limits. */
function createStore (app: FastifyInstance, nowMs: () => number): QuotaStore {
  const fallbacks = app.metrics.counter('amora_rate_limit_local_total')
  const local = createMemoryQuotaStore({ maxUsers: MOST_USERS, now: nowMs })
  if (!app.sharedState.store) return local
  const shared = createRedisQuotaStore(app.sharedState.store, nowMs)
  const seen = new LRUCache<string, Pick<QuotaTaken, 'dayNumber' | 'day'>>({ max: MOST_USERS })

  async function takeLocally (request: QuotaRequest): Promise<QuotaTaken> {
    const known = seen.get(request.owner)
    const before = known?.dayNumber === Math.floor(nowMs() / DAY_MS) ? known.day.used : 0
    const taken = await local.take({ ...request, dayLimit: request.dayLimit === undefined ? undefined : Math.max(0, request.dayLimit - before) })
    return { ...taken, day: { ...taken.day, used: taken.day.used + before } }
  }

  return {
    async take (request) {
      try {
        const taken = await shared.take(request)
        seen.set(request.owner, taken)
        return taken
      } catch (error) {
        if (!isUnavailable(error)) throw error
        fallbacks.inc()
        return takeLocally(request)
      }
    },
    async refund (owner, turnId, dayNumber) {
      await Promise.all([local.refund(owner, turnId, dayNumber), shared.refund(owner, turnId, dayNumber)])
    }
  }
}
