import Fastify from 'fastify'
import t, { type Test } from 'tap'
import config from '../../plugins/config.ts'
import { ConfigurationError, type Environment } from '../../services/configuration.ts'

async function start (test: Test, env?: Environment) {
  const app = Fastify({ logger: false })
  test.teardown(async () => { await app.close() })
  app.register(config, env ? { env } : {})
  await app.ready()
  return app
}

t.test('what is given is all there is: the machine’s own environment does not reach it', async t => {
  process.env.AMORA_TURN_DEADLINE_MS = '1234'
  t.teardown(() => { delete process.env.AMORA_TURN_DEADLINE_MS })
  t.equal((await start(t, {})).config.turnDeadlineMs, 2900)
  t.equal((await start(t)).config.turnDeadlineMs, 1234, 'unless nothing is given')
})

t.test('the settings can’t be changed afterwards, and the environment is not read again', async t => {
  const env: Record<string, string> = { PORT: '8123' }
  const { config: settings } = await start(t, env)
  env.PORT = '1'
  t.equal(settings.port, 8123)
  t.throws(() => { Object.assign(settings, { port: 1 }) }, TypeError)
  t.throws(() => { Object.assign(settings.identity, { jwtSecret: 'x' }) }, TypeError)
})

t.test('a wrong value stops the boot and is named', async t => {
  const app = Fastify({ logger: false })
  app.register(config, { env: { PORT: 'eighty', LOG_LEVEL: 'loud' } })
  await t.rejects(async () => { await app.ready() }, new ConfigurationError(['PORT must be integer; for example PORT=8000', 'LOG_LEVEL must be one of fatal, error, warn, info, debug, trace, silent; for example LOG_LEVEL=info']))
})
