import fp from 'fastify-plugin'
import Fastify from 'fastify'
import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client'
import type { OpenMetricsContentType } from 'prom-client'
import { listenFault } from '../services/listen-faults.ts'
import { version } from '../services/version.ts'

declare module 'fastify' {
  interface FastifyInstance { metrics: Metrics }
}

export interface Metrics {
  readonly registry: Registry<OpenMetricsContentType>
  /** A counter preset to 0 for each given combination of labels, so that the first event is a step and not a birth. */
  counter<L extends string> (name: string, help: string, labels?: readonly L[], presets?: ReadonlyArray<Record<L, string>>): Counter<L>
  histogram<L extends string> (name: string, help: string, labels: readonly L[], buckets: readonly number[]): Histogram<L>
  /** `collect` sets the gauge each time somebody looks. */
  gauge<L extends string> (name: string, help: string, labels?: readonly L[], collect?: (gauge: Gauge<L>) => void): Gauge<L>
  /** Opens the second listener on the configured port; returns its address. Fails when the port is taken. */
  readonly listen: () => Promise<string>
}

/** Buckets of observability.md's catalogue, in seconds; 3 is the users' limit and stands in both. */
export const CHAT_BUCKETS = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 1.5, 2, 2.5, 3, 4, 5, 7.5, 10, 20, 30] as const
export const LLM_BUCKETS = [0.1, 0.25, 0.5, 0.75, 1, 1.5, 2, 3, 5, 7.5, 10, 15, 20, 30, 60] as const

/** The app's own registry and the second listener that shows it, as OpenMetrics. */
export default fp(async app => {
  const registry = new Registry<OpenMetricsContentType>()
  registry.setContentType(Registry.OPENMETRICS_CONTENT_TYPE)
  const registers = [registry] as unknown as Registry[]
  collectDefaultMetrics({ register: registers[0] })
  const listener = Fastify({ logger: false, forceCloseConnections: true })
  listener.get('/metrics', async (_request, reply) => reply.type(registry.contentType).send(await registry.metrics()))

  const metrics: Metrics = {
    registry,
    counter: (name, help, labels = [], presets = []) => {
      const counter = new Counter({ name, help, labelNames: labels, registers })
      for (const preset of presets) counter.inc(preset, 0)
      return counter
    },
    histogram: (name, help, labels, buckets) => new Histogram({ name, help, labelNames: labels, buckets: [...buckets], registers }),
    gauge: (name, help, labels = [], collect) => {
      const gauge = new Gauge({ name, help, labelNames: labels, registers, ...(collect ? { collect () { collect(gauge) } } : {}) })
      return gauge
    },
    listen: async () => {
      const { host, metricsPort: port } = app.config
      return listener.listen({ host, port }).catch((error: unknown) => { throw listenFault(error, { variable: 'AMORA_METRICS_PORT', host, port }) })
    }
  }
  metrics.gauge('amora_build_info', 'What runs: always 1', ['version', 'node']).set({ version, node: process.version }, 1)
  app.decorate('metrics', metrics)
  app.addHook('onClose', async () => { await listener.close() })
}, { name: 'metrics', dependencies: ['config'] })
