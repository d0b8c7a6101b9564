import fastifyRedis from '@fastify/redis'
import { ConsecutiveBreaker, circuitBreaker, handleWhen } from 'cockatiel'
import type { FastifyInstance } from 'fastify'
import fp from 'fastify-plugin'
import type { Cluster, Redis } from 'ioredis'
import type { Histogram } from 'prom-client'
import { createRedisClient } from '../stores/redis/client.ts'
import { StateUnavailable, isUnavailable, withDeadline, type SharedStore } from '../stores/redis/shared-store.ts'

declare module 'fastify' {
  interface FastifyInstance { sharedState: SharedState }
}

export interface SharedState {
  /** Undefined without REDIS_URL: state then lives in the memory of this one process. */
  readonly store: SharedStore | undefined
  /** The answer cache's server: another one where AMORA_CACHE_REDIS_URL names it. */
  readonly cacheStore: SharedStore | undefined
  /** A second connection for channels; undefined without REDIS_URL. */
  readonly subscriber: Redis | Cluster | undefined
  readonly isUp: () => boolean
}

/** A command that took longer is given up; the breaker then spares the next ones, so that a turn pays this at most once. */
const COMMAND_DEADLINE_MS = 100
const HALF_OPEN_AFTER_MS = 250
const BOOT_WAIT_MS = 500
const FAST_BUCKETS = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1]

/** The shared state's server: boots without it, fails at once when it dies, comes back by itself. */
export default fp(async app => {
  const { redisUrl, cache: { redisUrl: cacheUrl = redisUrl } } = app.config
  const up = app.metrics.gauge('amora_dependency_up', 'Whether a dependency answers: 1 or 0', ['dependency'])
  const duration = app.metrics.histogram('amora_redis_command_duration_seconds', 'Redis commands, one trip each', ['op', 'outcome'], FAST_BUCKETS)

  const open = async (url: string, dependency: string) => {
    const client = createRedisClient(url)
    watch(app, client, isUp => up.set({ dependency }, isUp ? 1 : 0))
    await connectWithin(client, BOOT_WAIT_MS)
    app.addHook('onClose', async () => { client.disconnect() })
    return { client, store: createSharedStore(client, duration) }
  }

  const main = redisUrl === undefined ? undefined : await open(redisUrl, 'redis')
  const cache = cacheUrl === redisUrl || cacheUrl === undefined ? main : await open(cacheUrl, 'cache_redis')
  // @fastify/redis waits for a connection and fails the boot without one: it gets a client that is ready, or none.
  if (main?.client.status === 'ready') await app.register(fastifyRedis, { client: main.client })
  app.decorate('sharedState', {
    store: main?.store,
    cacheStore: cache?.store,
    subscriber: redisUrl === undefined ? undefined : openSubscriber(app, redisUrl),
    isUp: () => main === undefined || main.client.status === 'ready'
  })
}, { name: 'redis', dependencies: ['config', 'metrics'] })

function openSubscriber (app: FastifyInstance, url: string): Redis | Cluster {
  const subscriber = createRedisClient(url)
  subscriber.on('error', () => {})
  subscriber.connect().catch(() => {})
  app.addHook('onClose', async () => { subscriber.disconnect() })
  return subscriber
}

/** Says once that the server is gone and once that it is back, however many commands fail between. */
function watch (app: FastifyInstance, client: Redis | Cluster, set: (isUp: boolean) => void): void {
  let wasUp: boolean | undefined
  const tell = (isUp: boolean) => {
    set(isUp)
    if (isUp === wasUp) return
    if (!isUp) app.log.error('Redis does not answer: limits and sessions are local to this process, V2 is off where money can’t be reserved')
    else if (wasUp === false) app.log.info('Redis is back')
    wasUp = isUp
  }
  client.on('ready', () => tell(true))
  client.on('close', () => { if (client.status !== 'end') tell(false) })
  client.on('error', () => tell(client.status === 'ready'))
}

async function connectWithin (client: Redis | Cluster, waitMs: number): Promise<void> {
  await withDeadline(client.connect(), waitMs).catch(() => {})
}

/** Every command has a deadline, a place in the histogram and the breaker before it. */
function createSharedStore (client: Redis | Cluster, duration: Histogram<'op' | 'outcome'>): SharedStore {
  const breaker = circuitBreaker(handleWhen(isUnavailable), { halfOpenAfter: HALF_OPEN_AFTER_MS, breaker: new ConsecutiveBreaker(1) })
  return {
    async run (op, command) {
      const startedAt = performance.now()
      const observe = (outcome: string) => duration.observe({ op, outcome }, (performance.now() - startedAt) / 1000)
      try {
        const result = await breaker.execute(async () => withDeadline(command(client), COMMAND_DEADLINE_MS))
        observe('ok')
        return result
      } catch (error) {
        observe(isUnavailable(error) ? 'unavailable' : 'error')
        throw isUnavailable(error) ? new StateUnavailable(error) : error
      }
    }
  }
}
