import type { FastifyInstance, FastifyRequest } from 'fastify'
import fp from 'fastify-plugin'
import { performance } from 'node:perf_hooks'
import { ROUTES, labelValue, type LabelsOf } from '../services/metric-catalogue.ts'

const LAG_EVERY_MS = 500
const DURATION = 'amora_http_request_duration_seconds'
type Request = LabelsOf<typeof DURATION>
const OTHER: Pick<Request, 'route' | 'method'> = { route: 'other', method: 'other' }

/** How long requests take by route, and how busy the process is. */
export default fp(async app => {
  const duration = app.metrics.histogram(DURATION)
  app.addHook('onResponse', async (request, reply) => {
    duration.observe({ ...labelsOf(request), status_class: labelValue(DURATION, 'status_class', `${Math.floor(reply.statusCode / 100)}xx`) }, reply.elapsedTime / 1000)
  })
  watchEventLoop(app)
}, { name: 'traffic', dependencies: ['metrics'] })

/** A closed set: paths with ids in them, and what is no route of ours, never become labels. */
function labelsOf ({ routeOptions, method: asked }: FastifyRequest): Pick<Request, 'route' | 'method'> {
  const path = (routeOptions.url ?? '').replace(/\/$/, '')
  const route = labelValue(DURATION, 'route', path.startsWith('/admin') ? '/admin' : path)
  const method = labelValue(DURATION, 'method', asked)
  const methods: readonly string[] = ROUTES[route]
  return methods.includes(method) ? { route, method } : OTHER
}

function watchEventLoop (app: FastifyInstance): void {
  let before = performance.eventLoopUtilization()
  app.metrics.gauge('amora_event_loop_utilization_ratio', gauge => {
    const now = performance.eventLoopUtilization()
    gauge.set(performance.eventLoopUtilization(now, before).utilization)
    before = now
  })
  const lag = app.metrics.histogram('amora_event_loop_lag_seconds')
  let dueAt = performance.now() + LAG_EVERY_MS
  const timer = setInterval(() => {
    lag.observe(Math.max(0, performance.now() - dueAt) / 1000)
    dueAt = performance.now() + LAG_EVERY_MS
  }, LAG_EVERY_MS).unref()
  app.addHook('onClose', async () => { clearInterval(timer) })
}
