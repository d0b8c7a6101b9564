/**
 * Many connections at the same moment: all are answered, none is refused, reset or forgotten.
 * `AMORA_TEST_BURST=9800 node test/e2e/burst.test.ts` for the full size (it needs 20,000 open files).
 */
import { randomUUID } from 'node:crypto'
import { request } from 'node:http'
import t from 'tap'
import { startService, type RunningService } from '../servers/service.ts'

const CONNECTIONS = Number(process.env.AMORA_TEST_BURST ?? 2000)
const BODY = JSON.stringify({ specific_question: 'We keep arguing about money and I feel worn out by it.' })

t.setTimeout(240_000)

/** One turn over a connection of its own; the status, or the code of what went wrong. */
async function turn ({ origin, token }: RunningService): Promise<{ end: string, ms: number }> {
  const startedAt = performance.now()
  const end = await new Promise<string>(resolve => {
    const call = request(`${origin}/api/v1/coach`, {
      method: 'POST', agent: false,
      headers: { authorization: `Bearer ${token}`, 'x-amora-user-id': randomUUID(), 'content-type': 'application/json', 'content-length': Buffer.byteLength(BODY), connection: 'close' }
    }, response => {
      response.resume().once('end', () => { resolve(String(response.statusCode)) }).once('error', (error: NodeJS.ErrnoException) => { resolve(error.code ?? error.message) })
    })
    call.once('error', (error: NodeJS.ErrnoException) => { resolve(error.code ?? error.message) })
    call.end(BODY)
  })
  return { end, ms: performance.now() - startedAt }
}

t.test(`${CONNECTIONS} connections at once`, async t => {
  const service = await startService(t, { LOG_LEVEL: 'error', AMORA_CACHE_MAX_ENTRIES: '1000' })
  await turn(service)
  const startedAt = performance.now()
  const turns = await Promise.all(Array.from({ length: CONNECTIONS }, async () => turn(service)))
  const tookMs = performance.now() - startedAt
  const ends = Map.groupBy(turns, ({ end }) => end)
  const waits = turns.map(({ ms }) => ms).sort((one, other) => one - other)
  t.comment(`${CONNECTIONS} in ${Math.round(tookMs)} ms: ${[...ends].map(([end, { length }]) => `${length} × ${end}`).join(', ')}; p50 ${Math.round(waits[CONNECTIONS >> 1]!)} ms, p99 ${Math.round(waits[Math.floor(CONNECTIONS * 0.99)]!)} ms, client and service on the same cores`)
  t.strictSame([...ends.keys()], ['200'], 'no error, no time-out')
})
