/** What services and stores see of tracing. Spans carry numbers and words out of closed sets, never what somebody wrote or who it was. */
import { LlmError } from '../v2/model-client.ts'
import { ERROR_TYPE } from './names.ts'

export type Facts = Readonly<Record<string, string | number | boolean | undefined>>

/** A request to somebody else, as its span is called and described. */
export interface Call { readonly name: string, readonly facts: Facts }

export interface Tracer {
  /** Whether what happens now is kept; where it is not, nothing needs to be described. */
  isKept (): boolean
  /** A span around a request to somebody else. @param tell what is known of it at its end. */
  call<T> (call: Call, work: () => Promise<T>, tell?: (end: Ended<T>) => Facts): Promise<T>
}

export type Ended<T> = { readonly value: T, readonly error?: undefined } | { readonly value?: undefined, readonly error: unknown }

/** What is said of an error: its kind, never its message. */
export function failureFacts (error: unknown): Facts {
  return { [ERROR_TYPE]: error instanceof LlmError ? error.reason : error instanceof Error ? codeOf(error) ?? error.name : 'unknown' }
}

/** The codes of our own refusals. */
function codeOf (error: Error & { code?: unknown }): string | undefined {
  return typeof error.code === 'string' && error.code.startsWith('AMORA_') ? error.code : undefined
}
