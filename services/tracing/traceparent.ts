/** The caller's place in a trace of his own (W3C Trace Context, version 00 and what may follow it). */
export interface CallerSpan { readonly traceId: string, readonly spanId: string, readonly traceFlags: number }

const FORM = /^(?!ff)[\da-f]{2}-(?!0{32})([\da-f]{32})-(?!0{16})([\da-f]{16})-([\da-f]{2})$/

/** Undefined for a header that is absent or not of the form. */
export function callerSpanOf (traceparent: string | string[] | undefined): CallerSpan | undefined {
  const [, traceId, spanId, flags] = (typeof traceparent === 'string' && FORM.exec(traceparent)) || []
  return traceId && spanId && flags ? { traceId, spanId, traceFlags: Number.parseInt(flags, 16) & 1 } : undefined
}
