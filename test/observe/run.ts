/** The whole stack without Docker, and a scripted day in fast motion: `npm run observe -- --help`. */
import { createSigner } from 'fast-jwt'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createServer as createHttpServer } from 'node:http'
import { createServer, type AddressInfo } from 'node:net'
import { parseArgs } from 'node:util'
import { browserMissing } from '../fakes/browser.ts'
import { collectorMissing, startCollector, unpackCollector } from '../otel/collector.ts'
import { freePort } from '../servers/redis.ts'
import { SECRET } from './callers.ts'
import { createClosing, type Closing } from './closing.ts'
import { FIRST_SHARE } from './day.ts'
import { addresses, progressLine, said } from './narration.ts'
import { takePictures } from './picture.ts'
import { playDay, type Progress } from './play-day.ts'
import { stackMissing, startStack } from './stack.ts'

const HELP = `Starts what a machine without Docker can run of the stack, on the loopback only: the fake OpenAI server, Redis, two processes of the
service, Prometheus with the project's rules and Alertmanager with its routes. Then a scripted day passes in fast motion: both engines,
care, cache, limits, faults that come and go, the dial from 10 % to everybody. Open the addresses that it prints and see figures move.

  npm run observe -- [--minutes 6] [--pictures docs/img]

  --minutes N    how long a day takes; the next day begins when one is over   (6)
  --pictures DIR plays one day, draws the dashboards into DIR as PNG, and ends (Debian: apt-get install chromium)
  --help         this text

Ctrl-C ends it and everything it started, and removes what it wrote. Debian: apt-get install redis-server prometheus prometheus-alertmanager
`

/** Milliseconds between scrapes, and between evaluations of the rules. */
const EVERY_MS = 2000
/** The picture that shows why a dial is not turned. */
const BAD_HOUR = 14.4

async function main (): Promise<void> {
  const { values } = parseArgs({ options: { minutes: { type: 'string', default: '6' }, pictures: { type: 'string' }, help: { type: 'boolean', short: 'h' } } })
  if (values.help) { process.stdout.write(HELP); return }
  const minutes = Number(values.minutes)
  if (!(minutes > 0 && minutes <= 1440)) throw new Error(`--minutes is a number above 0, at most 1440; it was ${values.minutes}`)
  const missing = values.pictures === undefined || !browserMissing ? stackMissing : [...stackMissing, browserMissing]
  if (missing.length > 0) throw new Error(missing.join('\n'))

  const end = new AbortController()
  const closing = createClosing()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => { end.abort() })
  try {
    await observe(closing, { lengthMs: minutes * 60_000, pictures: values.pictures, signal: end.signal })
  } finally {
    process.stderr.write('\nending what was started …\n')
    await closing.close()
  }
}

async function observe (closing: Closing, { lengthMs, pictures, signal }: { lengthMs: number, pictures?: string, signal: AbortSignal }): Promise<void> {
  const [port, fakePort, prometheus, alertmanager] = [await portNear(8000), await portNear(8089), await portNear(9090), await portNear(9093)]
  process.stderr.write('starting …\n')
  const collector = collectorMissing ? undefined : await startCollector(closing, unpackCollector(closing), await startTraceStore(closing))
  const service = { AMORA_V2_ROLLOUT_PERCENTAGE: String(FIRST_SHARE), ...(collector ? { OTEL_EXPORTER_OTLP_ENDPOINT: collector.url } : {}) }
  const stack = await startStack(closing, {
    services: { first: { ...service, PORT: String(port) }, second: service }, targets: collector && { 'otel-collector': [new URL(collector.metricsUrl).host] },
    fake: { port: fakePort, keepCalls: 10 }, ports: { prometheus, alertmanager }, everyMs: EVERY_MS, hear: notice => { narrate(said(notice)) }
  })
  const token = createSigner({ key: SECRET, algorithm: 'HS256', expiresIn: 86_400_000 })({ sub: randomUUID(), scope: 'amora:admin amora:act-as' })
  process.stdout.write(addresses(stack, { token, minutes: lengthMs / 60_000 }))

  do {
    const startedAt = Date.now() / 1000
    const draw = async (names: Readonly<Record<string, string>>) => takePictures(stack.prometheus, { folder: pictures!, names, start: startedAt, end: Date.now() / 1000, scrapeMs: EVERY_MS })
    const show = createDisplay()
    await playDay(stack, {
      lengthMs, signal, show, at: pictures === undefined ? undefined : { hour: BAD_HOUR, act: async () => draw({ 'amora-overview': 'dashboard-overview-no' }) }
    })
    if (pictures === undefined || signal.aborted) continue
    narrate(`drawing into ${pictures} …`)
    await draw({ 'amora-overview': 'dashboard-overview', 'amora-technical': 'dashboard-technical', 'amora-business': 'dashboard-business', 'amora-telemetry': 'dashboard-telemetry-health' })
    return
  } while (!signal.aborted)
}

/** Where the collector's spans end: nobody looks at them here. */
async function startTraceStore (closing: Closing): Promise<string> {
  const server = createHttpServer((request, response) => {
    request.resume()
    response.writeHead(200).end()
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  closing.teardown(() => { server.closeAllConnections(); server.close() })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

/** The usual port, or a free one where it is taken. */
async function portNear (port: number): Promise<number> {
  const probe = createServer().listen(port, '127.0.0.1')
  try {
    await once(probe, 'listening')
  } catch {
    return freePort()
  }
  probe.close()
  await once(probe, 'close')
  return port
}

const isTerminal = process.stderr.isTTY
const narrate = (line: string) => { process.stderr.write(isTerminal ? `\r\u001b[K${line}\n` : `${line}\n`) }

/** A line that is written over in a terminal, and one an hour elsewhere. */
function createDisplay (): (progress: Progress) => void {
  let lastHour = -1
  return progress => {
    if (isTerminal) process.stderr.write(`\r\u001b[K${progressLine(progress)}`)
    else if (Math.floor(progress.hour) > lastHour) process.stderr.write(`${progressLine(progress)}\n`)
    lastHour = Math.floor(progress.hour)
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${(error as Error).message}\n`)
  process.exitCode = 1
})
