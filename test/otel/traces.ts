/** The spans of this process, kept in memory; each test file is a process of its own. */
import { context, trace } from '@opentelemetry/api'
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks'
import { AlwaysOnSampler, TracerProvider, type ReadableSpan, type Sampler } from '@opentelemetry/sdk-trace'
import { until } from '../turn/sockets.ts'

export interface Traces {
  /** Every kept span, in the order in which they began. */
  readonly spans: readonly ReadableSpan[]
  /** The spans of a turn, its own first, once all have ended. */
  of (turnId: string): Promise<readonly ReadableSpan[]>
  forget (): void
}

/** Keeps spans from now on; all of them unless told otherwise. */
export function recordTraces (sampler: Sampler = new AlwaysOnSampler()): Traces {
  const spans: ReadableSpan[] = []
  const recorder = { onStart: (span: ReadableSpan) => { spans.push(span) }, onEnd: () => {}, forceFlush: async () => {}, shutdown: async () => {} }
  context.setGlobalContextManager(new AsyncLocalStorageContextManager())
  trace.setGlobalTracerProvider(new TracerProvider({ sampler, spanProcessors: [recorder] }))
  return {
    spans,
    of: async turnId => until('the turn’s trace', () => {
      const traceId = spans.find(({ attributes }) => attributes['amora.turn.id'] === turnId)?.spanContext().traceId
      const found = spans.filter(span => span.spanContext().traceId === traceId)
      return found.length > 0 && found.every(({ ended }) => ended) ? found : undefined
    }),
    forget: () => { spans.length = 0 }
  }
}

/** Who is whose child, a line a span, in the order in which they began. */
export function treeOf (spans: readonly ReadableSpan[], parentId?: string, depth = 0): string[] {
  return spans.filter(({ parentSpanContext }) => parentSpanContext?.spanId === parentId)
    .flatMap(span => [`${'  '.repeat(depth)}${span.name}`, ...treeOf(spans, span.spanContext().spanId, depth + 1)])
}
