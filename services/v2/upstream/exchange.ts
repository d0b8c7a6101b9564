/** One request to a server and its answer: what is let through, how much is read, and what is made of a failure. */
import { LlmError, type ChatUsage } from '../model-client.ts'
import { abortReason, failureOf, statusReason } from '../openai-wire.ts'
import { RATE_LIMIT_HEADERS, type RateLimits } from './rate-limit.ts'

/** A whole reply is a few kilobytes; a server that sends more is not read to its end. */
const MAX_RESPONSE_BYTES = 1_000_000

/** Only these leave the house: no tracing, no cookie, nothing about the machine. */
export const OUTBOUND_HEADERS = ['authorization', 'content-type', 'accept', 'user-agent']
/** Only these are read of an answer. */
export const INBOUND_HEADERS = ['content-type', 'retry-after', 'retry-after-ms', ...RATE_LIMIT_HEADERS]

/** Those of the named headers that have a value. */
export function picked (names: readonly string[], valueOf: (name: string) => string | string[] | null | undefined): Record<string, string> {
  return Object.fromEntries(names.map(name => [name, String(valueOf(name) ?? '')]).filter(([, value]) => value !== ''))
}

/** @throws {LlmError} as the status says, for an answer that does not end in time. */
export async function readBounded (body: AsyncIterable<Uint8Array>, status: number): Promise<Buffer<ArrayBuffer>> {
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of body) {
    bytes += chunk.length
    if (bytes > MAX_RESPONSE_BYTES) throw new LlmError(status < 400 ? 'invalid_output' : statusReason(status), { status })
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

export interface Asked { readonly model: string, readonly signal: AbortSignal, readonly nowMs: () => number, readonly limits: RateLimits }

/** What a call gives, or the one kind of error that callers know; either may tell the server's limits. */
export async function answered<T> ({ model, signal, nowMs, limits }: Asked, call: (note: (answer: { headers?: unknown }) => void) => Promise<T>): Promise<T> {
  const note = ({ headers }: { headers?: unknown }) => { if (headers instanceof Headers) limits.note(model, headers) }
  return call(note).catch((error: unknown) => {
    note(Object(error))
    throw failureOf(error, signal, nowMs())
  })
}

/** An abort may end a call without an error; what it gave by then was billed. */
export function unlessOver<T extends { readonly model: string, readonly usage?: ChatUsage }> (result: T, signal: AbortSignal): T {
  if (signal.aborted) throw new LlmError(abortReason(signal), { model: result.model, usage: result.usage })
  return result
}
