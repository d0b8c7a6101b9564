/** The identity plugin alone, with one route that says who called. */
import Fastify, { type FastifyInstance } from 'fastify'
import type { Test } from 'tap'
import config from '../../plugins/config.ts'
import errors from '../../plugins/errors.ts'
import identity from '../../plugins/identity.ts'
import metrics from '../../plugins/metrics.ts'
import tracing from '../../plugins/tracing.ts'

export interface Seen { readonly status: number, readonly headers: Record<string, unknown>, readonly body: Record<string, unknown> & { code: string, detail: string, userId: string, tier: string, owner: string, formerOwners: string[] } }

export async function start (t: Test, env: Record<string, string> = {}): Promise<FastifyInstance> {
  const app = Fastify({ logger: false })
  app.register(config, { env: { AMORA_METRICS_PORT: '0', ...env } })
  app.register(errors)
  app.register(tracing)
  app.register(metrics)
  app.register(identity)
  app.register(async app => {
    app.get('/me', { onRequest: [app.identity.authenticate] }, async ({ caller }) => ({ ...caller, scopes: [...caller.scopes], tier: await app.identity.tierOf(caller) }))
    app.get('/admin', { onRequest: [app.identity.authenticate, app.identity.requireScope('amora:admin')] }, async () => ({}))
  })
  t.teardown(async () => { await app.close() })
  await app.ready()
  return app
}

/** Who the service takes the caller for, or its refusal. */
export async function ask (app: FastifyInstance, headers: Record<string, string>, url = '/me'): Promise<Seen> {
  const response = await app.inject({ url, headers })
  return { status: response.statusCode, headers: response.headers, body: response.json() }
}

export const bearer = (token: string) => ({ authorization: `Bearer ${token}` })
