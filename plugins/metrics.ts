import fp from 'fastify-plugin'
import Fastify from 'fastify'
import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client'
import type { OpenMetricsContentType } from 'prom-client'
import { plainOf, wantsPlain } from '../services/exposition.ts'
import { listenFault } from '../services/listen-faults.ts'
import { catalogue, combinationsOf, type LabelOf, type LabelsOf, type Metric, type MetricName, type NameOf, type ValueOf } from '../services/metric-catalogue.ts'
import { version } from '../services/version.ts'

declare module 'fastify' {
  interface FastifyInstance { metrics: Metrics }
}

/** Instruments by the catalogue: it has their help, labels, values and buckets. Each is made once, by the concern that owns it. */
export interface Metrics {
  readonly registry: Registry<OpenMetricsContentType>
  /** Starts at 0 for each combination that can occur; `known` says which models these can have. */
  counter<N extends NameOf<'counter'>> (name: N, known?: ReadonlyArray<KnownOf<N>>): CounterOf<N>
  histogram<N extends NameOf<'histogram'>> (name: N): HistogramOf<N>
  /** `collect` sets the gauge each time somebody looks. */
  gauge<N extends NameOf<'gauge'>> (name: N, collect?: (gauge: GaugeOf<N>) => void): GaugeOf<N>
  /** Opens the second listener on the configured port; returns its address. Fails when the port is taken. */
  readonly listen: () => Promise<string>
}

/** Which models can be asked, by leg: no other label is bounded at run time only. */
type KnownOf<N extends MetricName> = { readonly [L in LabelOf<N> & ('leg' | 'model')]: ValueOf<N, L> }
/** What a metric with labels is given before the rest. */
type Labelled<N extends MetricName, Rest extends unknown[]> = [LabelOf<N>] extends [never] ? Rest : [labels: LabelsOf<N>, ...Rest]
export interface CounterOf<N extends MetricName> { inc (...given: Labelled<N, [by?: number]>): void }
export interface HistogramOf<N extends MetricName> { observe (...given: Labelled<N, [value: number]>): void }
export interface GaugeOf<N extends MetricName> {
  set (...given: Labelled<N, [value: number]>): void
  inc (...given: Labelled<N, [by?: number]>): void
  dec (...given: Labelled<N, [by?: number]>): void
}

/** Gauges of prom-client's that are called like counters; their sums can be had from those beside them. */
const MISNAMED = ['nodejs_active_resources_total', 'nodejs_active_handles_total', 'nodejs_active_requests_total']

/** The app's own registry and the second listener that shows it, as OpenMetrics unless plain text is asked for. */
export default fp(async app => {
  const registry = new Registry<OpenMetricsContentType>()
  registry.setContentType(Registry.OPENMETRICS_CONTENT_TYPE)
  collectDefaultMetrics({ register: registry })
  for (const name of MISNAMED) registry.removeSingleMetric(name)
  const listener = Fastify({ logger: false, forceCloseConnections: true })
  listener.get('/metrics', async ({ headers }, reply) => {
    const text = await registry.metrics()
    return wantsPlain(headers.accept) ? reply.type(Registry.PROMETHEUS_CONTENT_TYPE).send(plainOf(text)) : reply.type(registry.contentType).send(text)
  })
  const described = (name: MetricName) => ({ name, help: catalogue[name].help, labelNames: Object.keys(catalogue[name].labels), registers: [registry] })

  const metrics: Metrics = {
    registry,
    counter (name, known) {
      const counter = new Counter(described(name))
      for (const row of combinationsOf(name, known) ?? []) counter.inc(row, 0)
      return { inc: taking((labels, by) => { counter.inc(labels, by) }) }
    },
    histogram (name) {
      const { buckets = [], exemplars }: Metric = catalogue[name]
      const histogram = new Histogram({ ...described(name), buckets: [...buckets], enableExemplars: exemplars })
      return {
        observe: taking(exemplars
          ? (labels, value) => { histogram.observe({ labels, value, exemplarLabels: { ...app.tracing.exemplar() } }) }
          : (labels, value) => { histogram.observe(labels, value) })
      }
    },
    gauge (name, collect) {
      const gauge = new Gauge({ ...described(name), ...(collect ? { collect: () => { collect(shown) } } : {}) })
      const shown = {
        set: taking((labels, value) => { gauge.set(labels, value) }),
        inc: taking((labels, by) => { gauge.inc(labels, by) }),
        dec: taking((labels, by) => { gauge.dec(labels, by) })
      }
      return shown
    },
    listen: async () => {
      const { host, metricsPort: port } = app.config
      return listener.listen({ host, port }).catch((error: unknown) => { throw listenFault(error, { variable: 'AMORA_METRICS_PORT', host, port }) })
    }
  }
  metrics.gauge('amora_build_info').set({ version, node: process.version }, 1)
  app.decorate('metrics', metrics)
  app.addHook('onClose', async () => { await listener.close() })
}, { name: 'metrics', dependencies: ['config', 'tracing'] })

type Row = Readonly<Record<string, string>>

/** Both ways of asking an instrument: with labels, where the metric has some, and without. */
const taking = (take: (labels: Row, value: number) => void) => (first: Row | number = 1, second = 1): void => {
  if (typeof first === 'number') take({}, first)
  else take(first, second)
}
