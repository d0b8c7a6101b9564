/**
 * Many connections at the same moment: all are answered, none is refused, reset or forgotten.
 * `AMORA_TEST_BURST=9800 node test/e2e/burst.test.ts` for the full size (it needs 10,000 open files: `ulimit -Hn`).
 */
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import t from 'tap'
import { startService, type RunningService } from '../servers/service.ts'
import type { Ended } from './burst-client.ts'

const CONNECTIONS = Number(process.env.AMORA_TEST_BURST ?? 2000)
const CLIENTS = 2
const MOST_OUTPUT_BYTES = 10_000_000

t.setTimeout(240_000)

async function burst ({ origin, token }: RunningService, count: number): Promise<readonly Ended[]> {
  const { stdout } = await promisify(execFile)(process.execPath, [join(import.meta.dirname, 'burst-client.ts'), new URL(origin).port, token, String(count)], { maxBuffer: MOST_OUTPUT_BYTES })
  return JSON.parse(stdout) as Ended[]
}

t.test(`${CONNECTIONS} connections at once`, async t => {
  const service = await startService(t, { LOG_LEVEL: 'error', AMORA_CACHE_MAX_ENTRIES: '1000' })
  await burst(service, 1)
  const turns = (await Promise.all(Array.from({ length: CLIENTS }, async () => burst(service, CONNECTIONS / CLIENTS)))).flat()
  const ends = Map.groupBy(turns, ({ end }) => end)
  const waits = turns.map(({ ms }) => ms).sort((one, other) => one - other)
  const at = (share: number) => Math.round(waits[Math.min(waits.length - 1, Math.floor(waits.length * share))]!)
  t.comment(`${[...ends].map(([end, { length }]) => `${length} × ${end}`).join(', ')}; p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, slowest ${at(1)} ms, with ${CLIENTS} clients on the service's own cores`)
  t.strictSame([...ends.keys()], ['200'], 'no error, no time-out')
  t.equal(turns.length, CONNECTIONS)
})
