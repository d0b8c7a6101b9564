import type { FastifyInstance, FastifyRequest } from 'fastify'
import fp from 'fastify-plugin'
import { performance } from 'node:perf_hooks'
import { FAST_BUCKETS, ROUTES } from '../services/metric-catalogue.ts'
import { CHAT_BUCKETS } from './metrics.ts'

const LAG_EVERY_MS = 500
const METHODS: ReadonlySet<string> = new Set(['GET', 'POST', 'PUT', 'DELETE'])

/** How long requests take by route, and how busy the process is. */
export default fp(async app => {
  const duration = app.metrics.histogram('amora_http_request_duration_seconds', 'Time from a request to its last byte', ['route', 'method', 'status_class'], CHAT_BUCKETS)
  app.addHook('onResponse', async (request, reply) => {
    duration.observe({ ...labelsOf(request), status_class: classOf(reply.statusCode) }, reply.elapsedTime / 1000)
  })
  watchEventLoop(app)
}, { name: 'traffic', dependencies: ['metrics'] })

/** A closed set: paths with ids in them, and what is no route of ours, never become labels. */
function labelsOf ({ routeOptions, method }: FastifyRequest): { route: string, method: string } {
  const path = (routeOptions.url ?? '').replace(/\/$/, '')
  const route = path.startsWith('/admin') ? '/admin' : path in ROUTES ? path : 'other'
  return { route, method: route !== 'other' && METHODS.has(method) ? method : 'other' }
}

function classOf (status: number): string {
  return status >= 200 && status < 300 ? '2xx' : status >= 400 && status < 600 ? `${Math.floor(status / 100)}xx` : 'other'
}

function watchEventLoop (app: FastifyInstance): void {
  let before = performance.eventLoopUtilization()
  app.metrics.gauge('amora_event_loop_utilization_ratio', 'Share of the time in which the event loop was busy since the last look', [], gauge => {
    const now = performance.eventLoopUtilization()
    gauge.set(performance.eventLoopUtilization(now, before).utilization)
    before = now
  })
  const lag = app.metrics.histogram('amora_event_loop_lag_seconds', 'How late a timer ran', [], FAST_BUCKETS)
  let dueAt = performance.now() + LAG_EVERY_MS
  const timer = setInterval(() => {
    lag.observe(Math.max(0, performance.now() - dueAt) / 1000)
    dueAt = performance.now() + LAG_EVERY_MS
  }, LAG_EVERY_MS).unref()
  app.addHook('onClose', async () => { clearInterval(timer) })
}
