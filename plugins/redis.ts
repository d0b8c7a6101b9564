import fastifyRedis from '@fastify/redis'
import type { FastifyInstance } from 'fastify'
import fp from 'fastify-plugin'
import type { Cluster, Redis } from 'ioredis'
import { ConfigurationError } from '../services/configuration.ts'
import { createRedisClient } from '../stores/redis/client.ts'
import { RedisGuard, type GuardOptions } from '../stores/redis/guard.ts'
import { concernOf, type SharedStore } from '../stores/redis/shared-store.ts'
import { tracedStore } from '../stores/redis/traced-store.ts'

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
  /** The servers that there are, and whether they answer. */
  readonly servers: ReadonlyArray<{ readonly dependency: RedisServer, readonly isUp: () => boolean }>
}

type RedisServer = keyof typeof EFFECTS

/** A command that took longer is given up, and the server is spared until it answers a probe: a turn pays this at most once. */
const COMMAND_DEADLINE_MS = 100
const PROBE_EVERY_MS = 100
const QUIET_MS = 500
const BOOT_WAIT_MS = 500

const EFFECTS = {
  redis: 'limits and sessions are local to this process, V1 answers where model money can’t be reserved',
  cache_redis: 'no answer comes from the cache'
} as const

/** The shared state's server: boots without it, fails at once when it dies, comes back by itself. */
export default fp(async app => {
  const { redisUrl, cache: { redisUrl: cacheUrl = redisUrl } } = app.config
  const open = createOpener(app)
  const [main, cache] = await Promise.all([
    redisUrl === undefined ? undefined : open('REDIS_URL', redisUrl, 'redis'),
    cacheUrl === redisUrl || cacheUrl === undefined ? undefined : open('AMORA_CACHE_REDIS_URL', cacheUrl, 'cache_redis')
  ])
  // @fastify/redis waits for a connection and fails the boot without one: it gets a client that is ready, or none.
  if (main?.client.status === 'ready') await app.register(fastifyRedis, { client: main.client })
  const [store, cacheStore] = [main, cache].map(opened => opened && tracedStore(opened.guard, app.tracing))
  app.decorate('sharedState', {
    store,
    cacheStore: cacheStore ?? store,
    subscriber: redisUrl === undefined ? undefined : openSubscriber(app, redisUrl),
    isUp: () => main?.guard.isUp ?? true,
    servers: [main, cache].flatMap(opened => opened ? [{ dependency: opened.dependency, isUp: () => opened.guard.isUp }] : [])
  })
}, { name: 'redis', dependencies: ['config', 'tracing', 'metrics'] })

interface Opened { readonly dependency: RedisServer, readonly client: Redis | Cluster, readonly guard: RedisGuard }

function createOpener (app: FastifyInstance): (variable: string, url: string, dependency: RedisServer) => Promise<Opened> {
  const duration = app.metrics.histogram('amora_redis_command_duration_seconds')
  const onCommand: GuardOptions['onCommand'] = (op, outcome, durationMs) => { duration.observe({ op: concernOf(op), outcome }, durationMs / 1000) }
  return async (variable, url, dependency) => {
    const client = clientFor(variable, url)
    const onChange: GuardOptions['onChange'] = (isUp, cause) => {
      if (isUp) app.log.info({ dependency }, 'Redis is back')
      else app.log.error({ dependency, cause: (cause as Error | undefined)?.message }, `Redis does not answer: ${EFFECTS[dependency]}`)
    }
    const guard = new RedisGuard(client, { deadlineMs: COMMAND_DEADLINE_MS, probeEveryMs: PROBE_EVERY_MS, quietMs: QUIET_MS, onCommand, onChange })
    app.addHook('onClose', async () => { guard.close() })
    await guard.connect(BOOT_WAIT_MS)
    return { dependency, client, guard }
  }
}

/** The address may hold a password: it is not repeated. */
function clientFor (variable: string, url: string): Redis | Cluster {
  try {
    return createRedisClient(url)
  } catch (error) {
    throw new ConfigurationError([`${variable} ${(error as Error).message}`])
  }
}

/** A connection that subscribes can do nothing else; nobody waits for it, so it has no deadline. */
function openSubscriber (app: FastifyInstance, url: string): Redis | Cluster {
  const subscriber = createRedisClient(url)
  subscriber.on('error', () => {})
  subscriber.connect().catch(() => {})
  app.addHook('onClose', async () => { subscriber.disconnect() })
  return subscriber
}
