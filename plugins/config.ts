import fp from 'fastify-plugin'
import { readConfiguration, type Config, type Environment } from '../services/configuration.ts'

declare module 'fastify' {
  interface FastifyInstance { config: Config }
}

export interface ConfigOptions { env?: Environment }

/** Reads the environment once; nothing else does (but for server.ts and telemetry.ts, before there is an app). */
export default fp<ConfigOptions>(async (app, { env = process.env }) => {
  app.decorate('config', readConfiguration(env))
}, { name: 'config' })
