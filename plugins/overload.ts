import underPressure from '@fastify/under-pressure'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import fp from 'fastify-plugin'
import { getHeapStatistics } from 'node:v8'
import type { ValueOf } from '../services/metric-catalogue.ts'
import { Overloaded } from './errors.ts'

declare module 'fastify' {
  interface FastifyInstance { overload: Overload }
  interface FastifyContextConfig {
    /** `never`: it is answered however full the process is. `by_itself`: the route asks `app.overload` when it knows what it was sent. */
    shedding?: 'never' | 'by_itself'
  }
}

export interface Overload {
  /** Whether there is no room for this request. */
  isFull (request: FastifyRequest): boolean
  /** Refuses a request for which there is no room; counted, with the time after which to ask again. @throws {Overloaded} */
  refuse (request: FastifyRequest, reply: FastifyReply): void
}

/** Milliseconds and bytes. */
interface Pressure { readonly maxEventLoopDelay: number, readonly maxHeapUsedBytes: number, readonly sampleInterval: number }

export interface OverloadOptions { pressure?: Partial<Pressure>, random?: () => number }

/**
 * Mean delay of the event loop, in milliseconds: with this much nobody is answered in time. Its utilisation is no sign: a process
 * that works all the time and answers in time is well used.
 */
const MAX_EVENT_LOOP_DELAY_MS = 1000
const MAX_HEAP_SHARE = 0.9
const SAMPLE_MS = 500
/** A single long task, such as the first message's after a start, is no overload. */
const SAMPLES_IN_A_ROW = 2

/** Callers come back spread over this time, not all at once. */
const RETRY_AFTER_S = { least: 1, most: 5 } as const

type Reason = ValueOf<'amora_requests_shed_total', 'reason'>

/** Sheds what the process has no room for: never care, never health. Without it a full process answers everybody late. */
export default fp<OverloadOptions>(async (app, { pressure, random = Math.random }) => {
  const shed = app.metrics.counter('amora_requests_shed_total')
  const pressed = new WeakMap<FastifyRequest, Reason>()
  const reasonOf = (request: FastifyRequest): Reason | undefined => app.health.isDraining() ? 'draining' : pressed.get(request)

  const overload: Overload = {
    isFull: request => reasonOf(request) !== undefined,
    refuse (request, reply) {
      const reason = reasonOf(request)
      if (!reason) return
      shed.inc({ reason })
      reply.header('retry-after', String(RETRY_AFTER_S.least + Math.floor(random() * (RETRY_AFTER_S.most - RETRY_AFTER_S.least + 1))))
      throw new Overloaded()
    }
  }
  app.decorate('overload', overload)
  const limits: Pressure = {
    maxEventLoopDelay: MAX_EVENT_LOOP_DELAY_MS, maxHeapUsedBytes: MAX_HEAP_SHARE * getHeapStatistics().heap_size_limit, sampleInterval: SAMPLE_MS, ...pressure
  }
  const lasts = watchPressure(app, limits.sampleInterval)
  await app.register(underPressure, {
    ...limits,
    pressureHandler: async (request, reply, type) => {
      if (!lasts()) return
      pressed.set(request, type === underPressure.TYPE_EVENT_LOOP_DELAY ? 'event_loop' : 'memory')
      if (request.routeOptions.config.shedding === undefined) overload.refuse(request, reply)
    }
  })
}, { name: 'overload', dependencies: ['metrics', 'errors', 'health'] })

/** Whether the process has been under pressure for more than a moment. */
function watchPressure (app: FastifyInstance, everyMs: number): () => boolean {
  let inARow = 0
  const timer = setInterval(() => { inARow = app.isUnderPressure() ? inARow + 1 : 0 }, everyMs).unref()
  app.addHook('onClose', async () => { clearInterval(timer) })
  return () => inARow >= SAMPLES_IN_A_ROW
}
