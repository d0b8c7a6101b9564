/** The dial alone: its plugin, what it needs, its routes; and a store that several replicas share and that can be gone. */
import Fastify, { type FastifyInstance, type InjectOptions } from 'fastify'
import fp from 'fastify-plugin'
import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Test } from 'tap'
import config from '../../plugins/config.ts'
import errors from '../../plugins/errors.ts'
import identity from '../../plugins/identity.ts'
import metrics from '../../plugins/metrics.ts'
import overload from '../../plugins/overload.ts'
import redis from '../../plugins/redis.ts'
import rollout, { type RolloutOptions } from '../../plugins/rollout.ts'
import tracing from '../../plugins/tracing.ts'
import routes from '../../routes/admin/rollout/index.ts'
import { createMemoryRolloutStore } from '../../stores/memory/rollout-store.ts'
import { StateUnavailable } from '../../stores/redis/shared-store.ts'
import type { RolloutStore } from '../../stores/rollout-store.ts'

export interface ReplicaOptions extends RolloutOptions {
  env?: Record<string, string>
  /** The process sheds whatever may be shed. */
  isFull?: boolean
  /** Gets the log lines. */
  log?: Array<Record<string, unknown>>
}

/** A health that neither drains nor watches anything. */
const IS_UP = { status: 'up', detail: '' } as const
const idle = fp(async app => {
  app.decorate('health', { isReady: () => true, isDraining: () => false, dependencies: () => ({ model: IS_UP, state: IS_UP }) })
}, { name: 'health' })

const KEYS = { AMORA_PRIVACY_KEYS: 'test:sixteen-bytes-of-a-test' }

export async function startReplica (t: Test, { env = {}, log, isFull = false, ...options }: ReplicaOptions = {}): Promise<FastifyInstance> {
  const app = Fastify({
    logger: log ? { level: 'info', stream: { write: (line: string) => { log.push(JSON.parse(line) as Record<string, unknown>) } } } : false,
    ajv: { customOptions: { removeAdditional: false, coerceTypes: false } }
  })
  app.register(config, { env: { AMORA_METRICS_PORT: '0', ...KEYS, ...env } })
  app.register(errors)
  app.register(tracing)
  app.register(metrics)
  app.register(redis)
  app.register(identity)
  app.register(rollout, { pollMs: 20, ...options })
  if (isFull) {
    app.register(idle)
    app.register(overload, { pressure: { maxEventLoopDelay: 1000, maxHeapUsedBytes: 1, sampleInterval: 5 } })
  }
  app.register(routes)
  t.teardown(async () => { await app.close() })
  await app.ready()
  return app
}

export interface SharedDial extends RolloutStore {
  /** While it is down every call fails as when Redis does not answer. */
  down: boolean
  /** Nothing that is written is told. */
  muted: boolean
  /** As FLUSHALL does. */
  empty (): void
}

/** One store for many replicas, in this process. */
export function sharedDial (): SharedDial {
  const make = () => createMemoryRolloutStore({ salt: 'amora-v2', now: Date.now })
  const listeners: Array<Parameters<RolloutStore['subscribe']>[0]> = []
  let store = make()
  const tell = () => { store.subscribe({ connected: () => {}, changed: record => { if (!dial.muted) for (const listener of listeners) listener.changed(record) } }) }
  const up = async <T>(ask: (store: RolloutStore) => Promise<T>): Promise<T> => {
    if (dial.down) throw new StateUnavailable()
    return ask(store)
  }
  const dial: SharedDial = {
    down: false,
    muted: false,
    empty () {
      store = make()
      tell()
    },
    read: async () => up(async store => store.read()),
    write: async write => up(async store => store.write(write)),
    heal: async record => up(async store => store.heal(record)),
    audit: async (after, limit) => up(async store => store.audit(after, limit)),
    beat: async (replica, version) => up(async store => store.beat(replica, version)),
    leave: async replica => up(async store => store.leave(replica)),
    replicas: async withinMs => up(async store => store.replicas(withinMs)),
    subscribe (listener) {
      listeners.push(listener)
      listener.connected()
    }
  }
  tell()
  return dial
}

export interface Answer { readonly status: number, readonly headers: Record<string, unknown>, readonly body: Record<string, unknown> & { version: number, code: string, detail: string } }

/** An operator with a token; paths are under /admin/rollout. */
export function operator (app: FastifyInstance, claims: Record<string, unknown> = {}) {
  const token = app.identity.issueToken({ sub: randomUUID(), scope: 'amora:admin', ...claims })
  const ask = async (method: 'GET' | 'PUT' | 'POST', path: string, { payload, headers }: Pick<InjectOptions, 'payload' | 'headers'> = {}): Promise<Answer> => {
    const response = await app.inject({ method, url: `/admin/rollout${path}`, headers: { authorization: `Bearer ${token}`, ...headers }, ...(payload === undefined ? {} : { payload }) })
    return { status: response.statusCode, headers: response.headers, body: response.json() }
  }
  return {
    ask,
    get: async (path = '') => ask('GET', path),
    /** With the version of a GET made just before, unless one is given. */
    async put (path: string, payload: object, version?: number) {
      return ask('PUT', path, { payload, headers: { 'if-match': `"${version ?? (await ask('GET', '')).body.version}"` } })
    },
    async post (path: string, payload: object = { reason: 'because' }, version?: number) {
      return ask('POST', path, { payload, headers: { 'if-match': `"${version ?? (await ask('GET', '')).body.version}"` } })
    }
  }
}

/** Waits for something that comes by itself; the last value if it does not. */
export async function eventually<T> (look: () => T | Promise<T>, isThere: (value: T) => boolean, forMs = 2000): Promise<T> {
  const until = performance.now() + forMs
  for (;;) {
    const value = await look()
    if (isThere(value) || performance.now() > until) return value
    await sleep(5)
  }
}
