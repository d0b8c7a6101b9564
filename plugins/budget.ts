import type { FastifyInstance } from 'fastify'
import fp from 'fastify-plugin'
import { LRUCache } from 'lru-cache'
import { usdOf } from '../services/money.ts'
import { turnLeaseMs } from '../services/turn.ts'
import { createUnderWay } from '../services/under-way.ts'
import type { EnginePorts } from '../services/v2/engine.ts'
import { createMemoryBudgetStore } from '../stores/memory/budget-store.ts'
import { createRedisBudgetStore } from '../stores/redis/budget-store.ts'
import type { BudgetStatus, BudgetStore, ReserveResult } from '../stores/budget-store.ts'

declare module 'fastify' {
  interface FastifyInstance { budget: Budget }
}

export interface Budget {
  readonly money: EnginePorts['budget']
  /** The UTC day (since 1970) that bears what this turn costs: the one in which it reserved, by the clock of the budget; undefined where it reserved nothing. */
  dayOf (turnId: string): number | undefined
  /** @throws {StateUnavailable} when Redis does not answer. */
  status (): Promise<BudgetStatus>
}

export interface BudgetPluginOptions { nowMs?: () => number, budgetWatchMs?: number }

/** Near the edge, turns under way come out much cheaper than their maximum: so much of a turn's time is waited for them. */
const TIGHT_WAIT_SHARE = 0.15
/** How often a turn that waits looks by itself: another process may have given something back. */
const LOOK_MS = 250
const WATCH_MS = 5000
/** Turns whose day is known: far more than a process has under way. */
const MOST_DAYS = 10_000
const WARNINGS = [0.5, 0.8, 0.95] as const

/** Model money: reserved before it is spent, exact to the nano-dollar. Without its Redis nothing may be spent. */
export default fp<BudgetPluginOptions>(async (app, { nowMs = Date.now, budgetWatchMs = WATCH_MS }) => {
  const store = createStore(app, nowMs)
  const reservations = app.metrics.counter('amora_budget_reservations_total')
  watchSpending(app, store, budgetWatchMs)
  const days = new LRUCache<string, number>({ max: MOST_DAYS })

  const queue = createQueue()

  async function reserve (reservation: Parameters<BudgetStore['reserve']>[0], waitMs: number): Promise<ReserveResult> {
    const giveUpAt = performance.now() + waitMs
    for (;;) {
      const result = await store.reserve(reservation)
      const leftMs = giveUpAt - performance.now()
      // What was given back may be enough for more than one.
      if (result.granted) queue.callNext()
      if (result.granted || !result.isTight || leftMs <= 0) return result
      await queue.wait(Math.min(LOOK_MS, leftMs))
    }
  }

  const underWay = createUnderWay()
  app.addHook('onClose', underWay.settled)
  app.decorate('budget', {
    money: {
      async reserve ({ turnId, owner, tier }, { max, estimate }, mayWait) {
        if (max === 0) return 'granted'
        try {
          const result = await reserve({ turnId, owner, tier, max, estimate }, mayWait ? TIGHT_WAIT_SHARE * app.config.turnDeadlineMs : 0)
          reservations.inc({ result: result.granted ? 'granted' : result.window })
          if (result.granted) days.set(turnId, result.day)
          return result.granted ? 'granted' : 'budget'
        } catch {
          reservations.inc({ result: 'unavailable' })
          return 'state_unavailable'
        }
      },
      // A settlement that does not get through is made up for by its lease: then the estimate is booked.
      settle (turnId, spent) {
        underWay.add(store.settle(turnId, spent).catch(() => {}).finally(queue.callNext))
      }
    },
    dayOf: turnId => days.get(turnId),
    status: async () => store.status()
  } satisfies Budget)
}, { name: 'budget', dependencies: ['config', 'metrics', 'redis'] })

/** Turns that wait for money, in their order. */
function createQueue () {
  const waiting = new Set<() => void>()
  return {
    callNext () {
      const [next] = waiting
      next?.()
    },
    /** Until called, or for so long. */
    async wait (ms: number): Promise<void> {
      await new Promise<void>(resolve => {
        const leave = () => {
          clearTimeout(timer)
          waiting.delete(leave)
          resolve()
        }
        const timer = setTimeout(leave, ms)
        waiting.add(leave)
      })
    }
  }
}

function createStore (app: FastifyInstance, now: () => number): BudgetStore {
  const options = { limits: app.config.budgets, leaseMs: turnLeaseMs(app.config.turnDeadlineMs) }
  return app.sharedState.store ? createRedisBudgetStore(app.sharedState.store, options) : createMemoryBudgetStore({ ...options, now })
}

/** Gauges, and one log line each time a share of a window is passed. */
function watchSpending (app: FastifyInstance, store: BudgetStore, everyMs: number): void {
  const limit = app.metrics.gauge('amora_budget_usd')
  const spent = app.metrics.gauge('amora_budget_spent_usd')
  const reserved = app.metrics.gauge('amora_budget_reserved_usd')
  const warned = new Map<string, number>()
  const look = async () => {
    const status = await store.status()
    for (const period of ['day', 'month'] as const) {
      const window = status[period]
      limit.set({ period }, usdOf(window.limit))
      spent.set({ period }, usdOf(window.spent))
      reserved.set({ period }, usdOf(window.reserved))
      warn(app, warned, period, window.limit === 0 ? 0 : window.spent / window.limit)
    }
  }
  const timer = setInterval(() => { look().catch(() => {}) }, everyMs).unref()
  app.addHook('onReady', async () => { await look().catch(() => {}) })
  app.addHook('onClose', async () => { clearInterval(timer) })
}

function warn (app: FastifyInstance, warned: Map<string, number>, period: string, share: number): void {
  const passed = WARNINGS.findLast(mark => share >= mark) ?? 0
  if (passed > (warned.get(period) ?? 0)) app.log.warn({ period, percent: passed * 100 }, 'a share of the model money is spent')
  warned.set(period, passed)
}
