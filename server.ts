import closeWithGrace from 'close-with-grace'
import { randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { createApp } from './app.ts'
import { traceIds } from './plugins/tracing.ts'
import { FLUSH_MS, stopTelemetry } from './telemetry.ts'
import { mkdirSync, openSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import { pino, type Logger } from 'pino'
import { compileRules } from './services/safety/screen.ts'
import { ConfigurationError, readConfiguration, type Config } from './services/configuration.ts'
import { listenFault } from './services/listen-faults.ts'

const DRAIN_MS = 10_000
/** Whoever still holds a connection then, with half a request, does not hold the process. */
const CUT_MS = 9000
const BACKLOG = 4096

/** Starts the service; a person reads standard error, a machine the JSON lines on standard output. */
async function main (): Promise<void> {
  const app = await createApp({ env: process.env, loggerInstance: createLogger(readConfiguration(process.env)) })
  closeWithGrace({ delay: DRAIN_MS + FLUSH_MS, skip: ['SIGUSR2'] }, async ({ err, signal }) => {
    if (err) app.log.fatal({ err }, 'stopping after a fault')
    else app.log.info({ signal }, 'draining')
    setTimeout(() => { app.server.closeAllConnections() }, CUT_MS).unref()
    await app.close()
    await stopTelemetry()
  })
  // The way to take V2 away from this process when neither HTTP nor Redis can be reached.
  process.on('SIGUSR2', () => { app.rollout.killLocally('SIGUSR2') })
  // Before the first message, which would wait for it.
  compileRules()
  const metricsAddress = await app.metrics.listen()
  const address = await listen(app)
  const { effectiveBasisPoints } = await app.rollout.view()
  process.stderr.write(startLines(app, { address, metricsAddress, basisPoints: effectiveBasisPoints }))
}

async function listen (app: FastifyInstance): Promise<string> {
  const { host, port } = app.config
  return app.listen({ host, port, backlog: BACKLOG }).catch((error: unknown) => { throw listenFault(error, { variable: 'PORT', host, port }) })
}

/** JSON lines on standard output, and in the file too when one is named. No headers, no bodies. */
function createLogger ({ logLevel, logFile }: Config): Logger {
  const options = { level: logLevel, serializers: { req: () => undefined, res: () => undefined }, mixin: () => traceIds() ?? {} }
  if (!logFile) return pino(options)
  return pino(options, pino.multistream([{ stream: process.stdout, level: 'trace' }, { stream: openLogFile(logFile), level: 'trace' }]))
}

function openLogFile (path: string) {
  try {
    mkdirSync(dirname(path), { recursive: true })
    return linesTo(openSync(path, 'a'), path)
  } catch (error) {
    throw new ConfigurationError([`AMORA_LOG_FILE can't be written (${(error as NodeJS.ErrnoException).code}); for example AMORA_LOG_FILE=logs/amora_v2.log`])
  }
}

/** A full disk takes the copy in the file, not the service: pino's own destination would try the last lines for ever. */
function linesTo (fd: number, path: string) {
  let isFailing = false
  return {
    write (line: string): void {
      try {
        writeSync(fd, line)
        isFailing = false
      } catch (error) {
        if (!isFailing) process.stderr.write(`AMORA_LOG_FILE ${path} can't be written (${(error as NodeJS.ErrnoException).code}); standard output goes on\n`)
        isFailing = true
      }
    }
  }
}

function startLines (app: FastifyInstance, { address, metricsAddress, basisPoints }: { address: string, metricsAddress: string, basisPoints: number }): string {
  const lines = [
    `Amora coach listens on ${address}   reference page ${address}/docs   metrics ${metricsAddress}/metrics`,
    `  V2: ${basisPoints > 0 ? `${basisPoints / 100} % of users` : 'off'}   model: ${modelLine(app)}   state: ${app.sharedState.store ? 'Redis' : 'in memory, one process'}`
  ]
  if (app.identity.ephemeral) lines.push('  No key is configured, so one was made for this run. A token that lives one hour is in this first message:', '', curlLine(app, address))
  return `${lines.join('\n')}\n\n`
}

function modelLine (app: FastifyInstance): string {
  switch (app.llm.kind) {
    case 'offline': return 'offline model (embedded, deterministic; set OPENAI_API_KEY for a real one)'
    case 'openai': return `${app.config.models.response} by OpenAI`
    case 'none': return 'none: no OPENAI_API_KEY, V1 answers every turn'
  }
}

function curlLine (app: FastifyInstance, address: string): string {
  const token = app.identity.issueToken({ sub: randomUUID(), scope: 'amora:act-as amora:admin' })
  return `curl -s ${address}/api/v1/coach/ -H 'content-type: application/json' -H 'authorization: Bearer ${token}' -d '{"specific_question":"We argue about small things every evening. How do I start a calmer talk?"}'`
}

main().catch((error: unknown) => {
  process.stderr.write(error instanceof ConfigurationError ? `Amora coach can't start: ${error.message}\n` : `Amora coach can't start: ${(error as Error).stack}\n`)
  process.exit(1)
})
