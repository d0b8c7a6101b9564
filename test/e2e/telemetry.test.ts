/** A collector that is gone, hangs or refuses is no matter of those who write, nor of the one who stops the process. */
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import t, { type Test } from 'tap'
import { run } from '../prometheus/promtool.ts'
import { freePort } from '../servers/redis.ts'
import { startService, type RunningService } from '../servers/service.ts'

const TURNS = 60
/** More than the exporter's and the processor's own deadlines take together. */
const STOPPED_WITHIN_MS = 3000

t.setTimeout(120_000)

async function collector (t: Test, listener: RequestListener): Promise<string> {
  const server = createServer(listener).listen(0, '127.0.0.1')
  await once(server, 'listening')
  t.teardown(() => { server.closeAllConnections(); server.close() })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

/** Milliseconds of a turn, the middle one of many. */
async function turnMs ({ origin, token }: RunningService): Promise<number> {
  const times: number[] = []
  for (let n = 0; n < TURNS; n++) {
    const startedAt = performance.now()
    const response = await fetch(`${origin}/api/v1/coach`, {
      method: 'POST', headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'x-amora-user-id': randomUUID() }, body: JSON.stringify({ specific_question: 'hello' })
    })
    await response.arrayBuffer()
    times.push(response.status === 200 ? performance.now() - startedAt : Infinity)
  }
  return times.sort((a, b) => a - b)[TURNS / 2]!
}

t.test('it answers as fast, says nothing of it, and ends in time', async t => {
  const gone = `http://127.0.0.1:${await freePort()}`
  const hanging = await collector(t, () => {})
  const refusing = await collector(t, (_request, response) => { response.writeHead(503).end() })
  // A head in time and a body that never ends.
  const dripping = await collector(t, (_request, response) => { setInterval(() => { response.write(' ') }, 200).unref() })
  const usual = await turnMs(await startService(t))
  for (const [name, endpoint] of Object.entries({ gone, hanging, refusing, dripping })) {
    const service = await startService(t, { OTEL_EXPORTER_OTLP_ENDPOINT: endpoint, AMORA_TRACE_RATIO: '1' })
    const traced = await turnMs(service)
    // By now exports have failed, and others are under way.
    await sleep(1200)
    await turnMs(service)
    const stoppedAt = performance.now()
    service.child.kill('SIGTERM')
    t.strictSame(await service.ended, { code: 0, signal: null }, `${name}: ends well`)
    const stoppedMs = performance.now() - stoppedAt
    t.comment(`${name}: a turn took ${traced.toFixed(1)} ms (${usual.toFixed(1)} without tracing), the end ${Math.round(stoppedMs)} ms`)
    t.ok(stoppedMs < STOPPED_WITHIN_MS, `${name}: ends in time`)
    t.ok(traced < 3 * usual + 10, `${name}: answers as fast`)
    const lines = service.stdout().trim().split('\n').map(line => JSON.parse(line) as { msg: string, level: number })
    t.strictSame(lines.filter(({ level }) => level > 30), [], `${name}: no complaint`)
    t.equal(lines.filter(({ msg }) => msg === 'turn').length, 2 * TURNS)
    t.notMatch(service.stderr(), /error|otlp|export/i, `${name}: nor on standard error`)
  }
})

t.test('all of telemetry together costs less than 1.4 times the CPU of a turn', async t => {
  const { ok, output } = await run(process.execPath, [join(import.meta.dirname, '../simulations/telemetry-cost.ts')])
  for (const line of output.trim().split('\n')) t.comment(line)
  t.ok(ok)
})
