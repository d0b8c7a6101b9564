import autoload from '@fastify/autoload'
import helmet from '@fastify/helmet'
import Fastify, { LogController, type FastifyBaseLogger, type FastifyInstance } from 'fastify'
import { join } from 'node:path'
import { problemOf, refuseConnection, sendProblem } from './plugins/errors.ts'
import type { Environment } from './services/configuration.ts'
import type { ChatClient } from './services/v2/model-client.ts'

/** What a test or a tool may bring instead of the world. */
export interface AppOptions {
  readonly env?: Environment
  readonly chatClient?: ChatClient
  readonly loggerInstance?: FastifyBaseLogger
  readonly random?: () => number
}

/** The service, wired and not yet listening: plugins/, then routes/. */
export async function createApp ({ loggerInstance, ...options }: AppOptions = {}): Promise<FastifyInstance> {
  const app = Fastify({
    ...(loggerInstance ? { loggerInstance } : { logger: false }),
    // One line a turn is written where the turn ends; a line a request would say less, twice.
    logController: new LogController({ disableRequestLogging: true }),
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 200 },
    ajv: { customOptions: { removeAdditional: false, coerceTypes: false, allErrors: false } },
    clientErrorHandler: refuseConnection,
    frameworkErrors: (error, _request, reply) => { sendProblem(reply, problemOf(error)) },
    requestTimeout: 30_000,
    // While it drains, readiness says no and whoever has not heard it yet is still answered.
    return503OnClosing: false,
    forceCloseConnections: 'idle'
  })
  await app.register(helmet, { contentSecurityPolicy: false })
  await app.register(autoload, { dir: join(import.meta.dirname, 'plugins'), options, maxDepth: 1 })
  await app.register(autoload, { dir: join(import.meta.dirname, 'routes'), dirNameRoutePrefix: false })
  await app.ready()
  return app
}
