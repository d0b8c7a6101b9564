import type { FastifyInstance } from 'fastify'
import fp from 'fastify-plugin'
import { certaintyOf, dayOf, priceLegs, totalOf, type LedgerEntry, type PricedLeg } from '../services/ledger.ts'
import { callsOf, createModelLabel } from '../services/model-labels.ts'
import { NANO_PER_USD, usdOf, type NanoUsd } from '../services/money.ts'
import type { Turn, TurnEnd } from '../services/turn.ts'
import { createUnderWay } from '../services/under-way.ts'
import type { LegRecord } from '../services/v2/pipeline.ts'
import { createMemoryLedgerStore } from '../stores/memory/ledger-store.ts'
import { createRedisLedgerStore } from '../stores/redis/ledger-store.ts'
import type { LedgerStore } from '../stores/ledger-store.ts'

declare module 'fastify' {
  interface FastifyInstance { ledger: Ledger }
}

export interface Ledger {
  /** What these calls cost, by the prices of now. */
  costOf (legs: readonly LegRecord[]): NanoUsd
  /** Counts the turn's money and writes its entry; gives what it cost. The writing goes on behind the turn; closing the app waits for it. */
  settle (turn: Turn, end: TurnEnd, durationMs: number): NanoUsd
  /** @throws {StateUnavailable} when Redis does not answer. */
  read (turnId: string): Promise<LedgerEntry | undefined>
  ofOwner (owner: string, count: number): Promise<readonly LedgerEntry[]>
  disown (owner: string): Promise<void>
}

export interface LedgerPluginOptions { nowMs?: () => number, driftEveryMs?: number }

const KEEP_MS = 8 * 86_400_000
const MOST_ENTRIES = 50_000
const DRIFT_EVERY_MS = 15_000

/** One entry a turn, exact to the nano-dollar. Without Redis entries are lost and counted; the budget's leases still hold. */
export default fp<LedgerPluginOptions>(async (app, { nowMs = Date.now, driftEveryMs = DRIFT_EVERY_MS }) => {
  const store = createStore(app)
  const count = createInstruments(app)
  const writes = app.metrics.counter('amora_ledger_writes_total')
  const underWay = createUnderWay()

  async function write (entry: LedgerEntry): Promise<void> {
    try {
      const isFirst = await app.erasure.keep(entry.owner, async () => store.write(entry, app.budget.dayOf(entry.turnId)), async () => store.disown(entry.owner))
      writes.inc({ result: isFirst ? 'written' : 'repeated' })
    } catch {
      writes.inc({ result: 'lost' })
    }
  }

  app.decorate('ledger', {
    costOf: legs => totalOf(priceLegs(legs, app.pricing.table(), nowMs())),
    settle (turn, end, durationMs) {
      const entry = entryOf(turn, end, priceLegs(end.legs, app.pricing.table(), nowMs()), { at: nowMs(), durationMs: Math.round(durationMs) })
      count(entry)
      underWay.add(write(entry))
      return entry.cost
    },
    read: async turnId => store.read(turnId),
    ofOwner: async (owner, count) => store.ofOwner(owner, count),
    disown: async owner => store.disown(owner)
  } satisfies Ledger)
  app.addHook('onClose', underWay.settled)
  watchDrift(app, store, { nowMs, everyMs: driftEveryMs })
}, { name: 'ledger', dependencies: ['config', 'metrics', 'redis', 'erasure', 'pricing', 'budget'] })

/** Books that are kept twice: what the budget counts as spent today, less what the turns that reserved today cost. Lost turns, booked at their estimate, show in it. */
function watchDrift (app: FastifyInstance, store: LedgerStore, { nowMs, everyMs }: { nowMs: () => number, everyMs: number }): void {
  const drift = app.metrics.gauge('amora_ledger_drift_usd')
  const look = async () => {
    const [{ day }, booked] = await Promise.all([app.budget.status(), store.costOfDay(dayOf({ at: nowMs() }))])
    drift.set((day.spent - booked) / NANO_PER_USD)
  }
  const timer = setInterval(() => { look().catch(() => {}) }, everyMs).unref()
  app.addHook('onClose', async () => { clearInterval(timer) })
}

function entryOf ({ id, owner, tier, mode }: Turn, end: TurnEnd, legs: readonly PricedLeg[], times: { at: number, durationMs: number }): LedgerEntry {
  const { assigned, served, outcome, reason = '', rollout = '', cache, saved = 0 } = end
  return {
    turnId: id, owner, tier, mode, assigned, served, outcome, reason, rollout, cache, saved, legs, ...times,
    repaired: reason === 'repaired', cost: totalOf(legs), certainty: certaintyOf(legs)
  }
}

function createStore (app: FastifyInstance): LedgerStore {
  return app.sharedState.store
    ? createRedisLedgerStore(app.sharedState.store, { keepMs: KEEP_MS })
    : createMemoryLedgerStore({ keepMs: KEEP_MS, maxEntries: MOST_ENTRIES, now: () => performance.now() })
}

/** The money of turns and calls. */
function createInstruments (app: FastifyInstance): (entry: LedgerEntry) => void {
  const perTurn = app.metrics.histogram('amora_turn_cost_usd')
  const labelOf = createModelLabel(app.config.models, app.pricing.table)
  const perLeg = app.metrics.counter('amora_llm_cost_usd_total', callsOf(app.config.models, labelOf))
  const unpriced = app.metrics.counter('amora_llm_unpriced_tokens_total')
  return ({ served, tier, cost, legs }) => {
    perTurn.observe({ served, tier }, usdOf(cost))
    for (const leg of legs) {
      perLeg.inc({ leg: leg.leg, model: labelOf(leg.model), tier }, usdOf(leg.cost))
      if (leg.unpriced) unpriced.inc(leg.inputTokens + leg.outputTokens)
    }
  }
}
