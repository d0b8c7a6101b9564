import type { FastifyInstance, FastifyRequest } from 'fastify'
import fp from 'fastify-plugin'
import { hash } from 'node:crypto'
import { isUnavailable } from '../stores/redis/shared-store.ts'
import { createMemoryReplayStore } from '../stores/memory/replay-store.ts'
import { createRedisReplayStore } from '../stores/redis/replay-store.ts'
import type { Turn } from '../services/turn.ts'
import type { ReplayKey, ReplayStore } from '../stores/replay-store.ts'
import { InvalidRequest, ReplayInFlight, ReplayMismatch } from './errors.ts'

declare module 'fastify' {
  interface FastifyInstance { idempotency: Idempotency }
}

export interface Idempotency {
  /**
   * For turns with an Idempotency-Key: what a finished one was answered, or the key that this one holds from now on. Undefined
   * without a key, or where no record can be had. Throws while another turn runs under the key (409) and for another body (422).
   */
  replay (request: FastifyRequest): Promise<Replay | undefined>
  /** Keeps what was answered under the turn's key, if it has one. */
  keep (turn: KeyedTurn, answered: string): Promise<void>
  /** Nothing worth keeping was answered: the key is free again. */
  forget (turn: KeyedTurn): Promise<void>
  erase (owner: string): Promise<void>
}

export type Replay = { readonly answered: string } | { readonly answered?: undefined, readonly retryKey: ReplayKey }
type KeyedTurn = Pick<Turn, 'id' | 'retryKey'>

const HEADER = 'idempotency-key'
const FORM = /^[\x21-\x7e](?:[\x20-\x7e]{0,126}[\x21-\x7e])?$/
const KEEP_MS = 24 * 3_600_000
const LEASE_MARGIN_MS = 10_000
const MOST_RECORDS = 20_000

/** The same key by the same user answers the same: it never bills, counts or calls twice. */
export default fp(async app => {
  const store = createStore(app)
  const begun = app.metrics.counter('amora_idempotency_total')

  app.decorate('idempotency', {
    async replay (request) {
      const given = request.headers[HEADER]
      if (given === undefined) return undefined
      if (typeof given !== 'string' || !FORM.test(given)) throw new InvalidRequest('Idempotency-Key is 1 to 128 printable characters.')
      const key = { owner: request.caller.owner, key: hash('sha256', given) }
      const found = await store.begin(key, hash('sha256', JSON.stringify(request.body)), request.turnId!).catch(unlessUnavailable)
      begun.inc({ result: found?.state ?? 'unavailable' })
      switch (found?.state) {
        case 'in_flight': throw new ReplayInFlight()
        case 'mismatch': throw new ReplayMismatch()
        case 'finished': return { answered: found.reply }
        case 'started': return { retryKey: key }
        case undefined: return undefined
      }
    },
    async keep ({ id, retryKey }, answered) {
      if (retryKey) await store.finish(retryKey, id, answered).catch(unlessUnavailable)
    },
    async forget ({ id, retryKey }) {
      if (retryKey) await store.abandon(retryKey, id).catch(unlessUnavailable)
    },
    erase: async owner => { await store.erase(owner) }
  } satisfies Idempotency)
}, { name: 'idempotency', dependencies: ['config', 'metrics', 'redis', 'errors', 'identity'] })

function createStore (app: FastifyInstance): ReplayStore {
  const options = { keepMs: KEEP_MS, leaseMs: app.config.turnDeadlineMs + LEASE_MARGIN_MS }
  return app.sharedState.store
    ? createRedisReplayStore(app.sharedState.store, options)
    : createMemoryReplayStore({ ...options, maxEntries: MOST_RECORDS, now: () => performance.now() })
}

/** Without the record a retry may be answered twice; that is better than not at all. */
function unlessUnavailable (error: unknown): undefined {
  if (!isUnavailable(error)) throw error
}
