import { ROOT_CONTEXT, SpanKind, SpanStatusCode, TraceFlags, context, createContextKey, trace, type Attributes, type Span } from '@opentelemetry/api'
import type { FastifyReply, FastifyRequest } from 'fastify'
import fp from 'fastify-plugin'
import { AMORA, ERROR_TYPE, HTTP } from '../services/tracing/names.ts'
import { callerSpanOf } from '../services/tracing/traceparent.ts'
import { failureFacts, type Ended, type Facts, type Tracer } from '../services/tracing/tracer.ts'
import { version } from '../services/version.ts'

declare module 'fastify' {
  interface FastifyInstance { tracing: Tracing }
}

export interface Tracing extends Tracer {
  /** A hook of a turn's route: what comes after it belongs to the turn's trace. */
  begin (request: FastifyRequest, reply: FastifyReply, done: () => void): void
  /** The work as a step of the turn: a span of its own wherever the turn is kept. @param tell what is known of it at its end. */
  step<A extends unknown[], R> (name: string, work: (...given: A) => R, tell?: (value: Awaited<R>) => Facts): (...given: A) => R
  /** Says something of the turn as a whole. */
  note (facts: () => Facts): void
  /** The turn goes on until this ends, also where its caller has left. */
  holdOpen (work: Promise<unknown>): void
  /** The trace that an observation belongs to, where that one is kept: labels of an exemplar. */
  exemplar (): { trace_id: string, span_id: string } | undefined
}

/** A turn's own span; it ends when nothing of the turn goes on any more. */
interface TurnSpan { readonly span: Span, goingOn: number }

const TURN = createContextKey('the turn’s own span')
const turnNow = () => context.active().getValue(TURN) as TurnSpan | undefined
const isSampled = (span: Span | undefined): span is Span => span !== undefined && (span.spanContext().traceFlags & TraceFlags.SAMPLED) !== 0

/** The ids of what is kept of this moment, for log lines and exemplars; undefined where nothing is. */
export function traceIds (): { trace_id: string, span_id: string } | undefined {
  const span = trace.getActiveSpan()
  if (!isSampled(span)) return undefined
  const { traceId, spanId } = span.spanContext()
  return { trace_id: traceId, span_id: spanId }
}

/** Spans of turns, through whatever telemetry.ts has started; nothing where it has not. */
export default fp(async app => {
  const tracer = trace.getTracer('amora-coach', version)
  // What a turn leaves behind when it is over, such as a command that is tried till Redis is back, is nobody's trace.
  const isKept = () => (turnNow()?.goingOn ?? 0) > 0

  app.decorate('tracing', {
    isKept,
    begin (request, reply, done) {
      const span = tracer.startSpan(`${request.method} ${request.routeOptions.url}`, {
        // A trace of our own, whatever the caller says: his sampled flag and his trace id decide nothing here.
        root: true, kind: SpanKind.SERVER, startTime: performance.now() - reply.elapsedTime, links: linksTo(request),
        attributes: said({ [HTTP.method]: request.method, [HTTP.route]: request.routeOptions.url, [AMORA.turnId]: request.turnId })
      })
      if (!isSampled(span)) return context.with(ROOT_CONTEXT, done)
      const turn = { span, goingOn: 1 }
      reply.raw.once('close', () => { responded(turn, reply) })
      context.with(trace.setSpan(ROOT_CONTEXT, span).setValue(TURN, turn), done)
    },
    step: <A extends unknown[], R>(name: string, work: (...given: A) => R, tell?: (value: Awaited<R>) => Facts) => (...given: A) =>
      isKept() ? tracer.startActiveSpan(name, span => within(span, () => work(...given), tell)) : work(...given),
    call: async ({ name, facts }, work, tell) => tracer.startActiveSpan(name, { kind: SpanKind.CLIENT, attributes: said(facts) }, async span => called(span, work, tell)),
    note (facts) { turnNow()?.span.setAttributes(said(facts())) },
    holdOpen (work) {
      const turn = turnNow()
      if (!turn) return
      turn.goingOn++
      const end = () => { endIfOver(turn) }
      work.then(end, end)
    },
    exemplar: traceIds
  } satisfies Tracing)
}, { name: 'tracing', dependencies: ['config'] })

function linksTo ({ headers: { traceparent } }: FastifyRequest) {
  const caller = callerSpanOf(traceparent)
  return caller ? [{ context: { ...caller, isRemote: true } }] : []
}

function responded (turn: TurnSpan, { raw, statusCode }: FastifyReply): void {
  // Nobody heard the status of a reply that a caller who left did not wait for.
  if (raw.writableEnded) turn.span.setAttribute(HTTP.status, statusCode)
  if (statusCode >= 500) turn.span.setStatus({ code: SpanStatusCode.ERROR })
  endIfOver(turn)
}

function endIfOver (turn: TurnSpan): void {
  if (--turn.goingOn === 0) turn.span.end(performance.now())
}

/** Runs a step, which may be synchronous, and ends its span with it. */
function within<R> (span: Span, work: () => R, tell?: (value: Awaited<R>) => Facts): R {
  const succeed = (value: Awaited<R>) => { finish(span, tell?.(value) ?? {}) }
  const fail = (error: unknown) => { finish(span, failureFacts(error), true) }
  try {
    const result = work()
    if (result instanceof Promise) result.then(succeed, fail)
    else succeed(result as Awaited<R>)
    return result
  } catch (error) {
    fail(error)
    throw error
  }
}

async function called<T> (span: Span, work: () => Promise<T>, tell?: (end: Ended<T>) => Facts): Promise<T> {
  try {
    const value = await work()
    finish(span, tell?.({ value }) ?? {})
    return value
  } catch (error) {
    finish(span, tell?.({ error }) ?? failureFacts(error), true)
    throw error
  }
}

function finish (span: Span, facts: Facts, isFailure = false): void {
  span.setAttributes(said(facts))
  // Without a message: it may repeat what somebody wrote. What nobody waited for any more has not failed.
  if (isFailure && facts[ERROR_TYPE] !== 'aborted') span.setStatus({ code: SpanStatusCode.ERROR })
  span.end()
}

const said = (facts: Facts): Attributes => Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined && value !== ''))
