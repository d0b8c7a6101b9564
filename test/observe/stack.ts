/** What a machine without Docker can run of compose.yaml: real processes on the loopback, ended with their owner. */
import { startFakeOpenAI, type FakeOpenAI, type FakeOptions } from '../fakes/openai-server.ts'
import { freePort, redisMissing, startRedis, type RedisServer } from '../servers/redis.ts'
import { startService, type RunningService } from '../servers/service.ts'
import { alertmanagerMissing, startAlertmanager, startPager, type Notice, type Pager } from './alertmanager.ts'
import { PRIVACY_KEY, SALT, SECRET } from './callers.ts'
import { prometheusMissing, startPrometheus, type PrometheusServer } from './prometheus.ts'
import type { Owner } from './process.ts'

/** A sentence for each program that is missing. */
export const stackMissing: readonly string[] = [redisMissing, prometheusMissing, alertmanagerMissing].filter(reason => reason !== undefined)

export const JOB = 'amora-coach'
const KEY = 'sk-of-this-run'

export interface StackOptions<Name extends string> {
  /** The environment of each process of the service. */
  readonly services: Readonly<Record<Name, Readonly<Record<string, string>>>>
  readonly fake?: FakeOptions
  /** Milliseconds between scrapes, and between evaluations of the rules. */
  readonly everyMs: number
  readonly compression?: number
  /** More targets, by job. */
  readonly targets?: Readonly<Record<string, readonly string[]>>
  /** Preferred ports; free ones unless given. */
  readonly ports?: { readonly prometheus?: number, readonly alertmanager?: number }
  readonly hear?: (notice: Notice) => void
}

export interface Stack<Name extends string> {
  readonly fake: FakeOpenAI
  readonly redis: RedisServer
  readonly services: Readonly<Record<Name, RunningService>>
  readonly prometheus: PrometheusServer
  readonly alertmanager: { readonly url: string }
  readonly pager: Pager
}

export async function startStack<Name extends string> (t: Owner, options: StackOptions<Name>): Promise<Stack<Name>> {
  const { ports = {}, everyMs } = options
  const fake = await startFakeOpenAI({ apiKey: KEY, ...options.fake })
  t.teardown(fake.close)
  const [redis, pager] = await Promise.all([startRedis(t), startPager(t, options.hear)])
  const shared = {
    REDIS_URL: redis.url, OPENAI_API_KEY: KEY, OPENAI_BASE_URL: fake.url, AMORA_JWT_SECRET: SECRET, AMORA_PRIVACY_KEYS: PRIVACY_KEY,
    AMORA_ROLLOUT_SALT: SALT, LOG_LEVEL: 'silent'
  }
  const names = Object.keys(options.services) as Name[]
  const running = await Promise.all(names.map(async name => [name, await startService(t, { ...shared, ...options.services[name] })] as const))
  const services = Object.fromEntries(running) as Record<Name, RunningService>
  const alertmanagerPort = ports.alertmanager ?? await freePort()
  const prometheusPort = ports.prometheus ?? await freePort()
  const targets = {
    [JOB]: running.map(([, { metrics }]) => new URL(metrics).host), prometheus: [`127.0.0.1:${prometheusPort}`], alertmanager: [`127.0.0.1:${alertmanagerPort}`], ...options.targets
  }
  const [alertmanager, prometheus] = await Promise.all([
    startAlertmanager(t, { port: alertmanagerPort, webhook: pager.url, waitMs: 200 }),
    startPrometheus(t, { port: prometheusPort, targets, alertmanager: `127.0.0.1:${alertmanagerPort}`, everyMs, compression: options.compression })
  ])
  return { fake, redis, services, prometheus, alertmanager, pager }
}
