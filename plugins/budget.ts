import type { FastifyInstance } from 'fastify'
import fp from 'fastify-plugin'
import { setTimeout as sleep } from 'node:timers/promises'
import { usdOf } from '../services/money.ts'
import type { EnginePorts } from '../services/v2/engine.ts'
import { createMemoryBudgetStore } from '../stores/memory/budget-store.ts'
import { createRedisBudgetStore } from '../stores/redis/budget-store.ts'
import { BUDGET_WINDOWS, type BudgetStatus, type BudgetStore, type ReserveResult } from '../stores/budget-store.ts'

declare module 'fastify' {
  interface FastifyInstance { budget: Budget }
}

export interface Budget {
  readonly money: EnginePorts['budget']
  /** @throws {StateUnavailable} when Redis does not answer. */
  status (): Promise<BudgetStatus>
}

export interface BudgetPluginOptions { nowMs?: () => number }

const LEASE_MARGIN_MS = 5000
/** Near the edge, turns under way often come out cheaper than their maximum: wait a little, not long. */
const TIGHT_WAITS_MS = [25, 50, 75] as const
const WATCH_MS = 5000
const WARNINGS = [0.5, 0.8, 0.95] as const

/** Model money: reserved before it is spent, exact to the nano-dollar. Without its Redis nothing may be spent. */
export default fp<BudgetPluginOptions>(async (app, { nowMs = Date.now }) => {
  const store = createStore(app, nowMs)
  const results = ['granted', ...BUDGET_WINDOWS, 'unavailable'] as const
  const reservations = app.metrics.counter('amora_budget_reservations_total', 'Reservations of model money, by result or the window that had no room', ['result'], results.map(result => ({ result })))
  watchSpending(app, store)

  async function reserve (reservation: Parameters<BudgetStore['reserve']>[0]): Promise<ReserveResult> {
    let result = await store.reserve(reservation)
    for (const waitMs of TIGHT_WAITS_MS) {
      if (result.granted || !result.isTight) break
      await sleep(waitMs)
      result = await store.reserve(reservation)
    }
    return result
  }

  const underWay = new Set<Promise<void>>()
  app.addHook('onClose', async () => { await Promise.allSettled(underWay) })
  app.decorate('budget', {
    money: {
      async reserve ({ turnId, owner, tier }, { max, estimate }) {
        if (max === 0) return 'granted'
        try {
          const result = await reserve({ turnId, owner, tier, max, estimate })
          reservations.inc({ result: result.granted ? 'granted' : result.window })
          return result.granted ? 'granted' : 'budget'
        } catch {
          reservations.inc({ result: 'unavailable' })
          return 'state_unavailable'
        }
      },
      // A settlement that does not get through is made up for by its lease: then the estimate is booked.
      settle (turnId, spent) {
        const settling = store.settle(turnId, spent).catch(() => {}).finally(() => underWay.delete(settling))
        underWay.add(settling)
      }
    },
    status: async () => store.status()
  } satisfies Budget)
}, { name: 'budget', dependencies: ['config', 'metrics', 'redis'] })

function createStore (app: FastifyInstance, now: () => number): BudgetStore {
  const options = { limits: app.config.budgets, leaseMs: app.config.turnDeadlineMs + LEASE_MARGIN_MS }
  return app.sharedState.store ? createRedisBudgetStore(app.sharedState.store, options) : createMemoryBudgetStore({ ...options, now })
}

/** Gauges, and one log line each time a share of a window is passed. */
function watchSpending (app: FastifyInstance, store: BudgetStore): void {
  const limit = app.metrics.gauge('amora_budget_usd', 'Model money that a window has', ['period'])
  const spent = app.metrics.gauge('amora_budget_spent_usd', 'Model money spent in the window', ['period'])
  const reserved = app.metrics.gauge('amora_budget_reserved_usd', 'Model money that turns under way may still spend', ['period'])
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
  const timer = setInterval(() => { look().catch(() => {}) }, WATCH_MS).unref()
  app.addHook('onReady', async () => { await look().catch(() => {}) })
  app.addHook('onClose', async () => { clearInterval(timer) })
}

function warn (app: FastifyInstance, warned: Map<string, number>, period: string, share: number): void {
  const passed = WARNINGS.findLast(mark => share >= mark) ?? 0
  if (passed > (warned.get(period) ?? 0)) app.log.warn({ period, percent: passed * 100 }, 'a share of the model money is spent')
  warned.set(period, passed)
}
