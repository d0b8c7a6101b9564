import type { FastifyInstance, InjectOptions } from 'fastify'
import { randomUUID } from 'node:crypto'
import type { Test } from 'tap'
import { createApp, type AppOptions } from '../app.ts'

/** Nothing of the machine's own environment reaches a test; the second listener takes a free port. */
const QUIET = { LOG_LEVEL: 'silent', AMORA_METRICS_PORT: '0', PORT: '0' }

export type TestOptions = AppOptions

/** A fresh service of the test's own, closed with it. */
export async function build (t: Test, options: TestOptions = {}): Promise<FastifyInstance> {
  const app = await createApp({ ...options, env: { ...QUIET, ...options.env } })
  t.teardown(async () => { await app.close() })
  return app
}

export interface Reply {
  status: number
  headers: Record<string, unknown>
  body: {
    message: string, mode: string, confidence: number, session_id: string, turn_id: string, engine: string, degraded: boolean
    referenced_data: Record<string, unknown> & { strategy: string, emotional_signals: Record<string, number>, intent_signals: Record<string, number | string> }
    code: string, detail: string, title: string, status: number
  }
}

export interface Person { readonly userId: string, readonly token: string, say (question: unknown, more?: Record<string, unknown>, headers?: Record<string, string>): Promise<Reply> }

/** Somebody with a token, who writes to the coach over HTTP (Fastify's inject). */
export function person (app: FastifyInstance, claims: Record<string, unknown> = {}): Person {
  const userId = typeof claims.sub === 'string' ? claims.sub : randomUUID()
  const token = app.identity.issueToken({ ...claims, sub: userId })
  return {
    userId,
    token,
    say: async (question, more = {}, headers = {}) => post(app, {
      headers: { authorization: `Bearer ${token}`, ...headers },
      payload: { specific_question: question, ...more } as object
    })
  }
}

export async function post (app: FastifyInstance, options: InjectOptions): Promise<Reply> {
  const response = await app.inject({ method: 'POST', url: '/api/v1/coach/', ...options })
  return { status: response.statusCode, headers: response.headers, body: response.json() }
}

export const V1_ONLY = { AMORA_V2_ROLLOUT_PERCENTAGE: '0' }

/** The value of one series in an exposition, or undefined. */
export async function metric (app: FastifyInstance, name: string, labels: Record<string, string> = {}): Promise<number | undefined> {
  const values = await app.metrics.registry.getSingleMetric(name)?.get()
  return values?.values.find(value => Object.entries(labels).every(([label, wanted]) => String((value.labels as Record<string, unknown>)[label]) === wanted))?.value
}
