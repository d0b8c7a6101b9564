/**
 * What telemetry costs: CPU time of a turn with metrics, log lines and traces (a tenth of the turns, to a collector) against none of
 * them. Two real processes take turns in blocks, so that what else the machine does strikes both: `npm run telemetry-cost`.
 */
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { readFileSync, readdirSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { startFakeOpenAI } from '../fakes/openai-server.ts'
import { startService, type RunningService } from '../servers/service.ts'

const ROUNDS = 15
const BLOCK = 120
const AT_ONCE = 8
const KINDS = ['V2 by its models', 'V2 from the cache', 'V1'] as const
type Kind = typeof KINDS[number]

const endings: Array<() => unknown> = []
const t = { teardown: (end: () => unknown) => { endings.unshift(end) } }

/** CPU time of a process's threads, in milliseconds: Linux counts it in nanoseconds. */
function cpuMs (pid: number): number {
  const tasks = `/proc/${pid}/task`
  return readdirSync(tasks).reduce((sum, task) => sum + Number(readFileSync(join(tasks, task, 'schedstat'), 'utf8').split(' ')[0]) / 1e6, 0)
}

async function collectorUrl (): Promise<string> {
  const server = createServer((request, response) => { request.resume().once('end', () => { response.end() }) }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  t.teardown(() => { server.closeAllConnections(); server.close() })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

let asked = 0
const BODIES: Readonly<Record<Kind, () => object>> = {
  'V2 by its models': () => ({ specific_question: `We keep arguing about money and I feel worn out by it. That was evening ${asked++}.` }),
  'V2 from the cache': () => ({ specific_question: 'We keep arguing about money and I feel worn out by it.' }),
  V1: () => ({ specific_question: 'We keep arguing about money and I feel worn out by it.', mode: 'SAFETY' })
}

async function say ({ origin, token }: RunningService, kind: Kind): Promise<void> {
  const response = await fetch(`${origin}/api/v1/coach`, {
    method: 'POST', headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'x-amora-user-id': randomUUID() }, body: JSON.stringify(BODIES[kind]())
  })
  const { engine, degraded } = await response.json() as { engine: string, degraded: boolean }
  if (degraded || engine !== (kind === 'V1' ? 'v1' : 'v2')) throw new Error(`a turn was not of its kind: ${response.status} ${engine}`)
}

/** CPU time of a turn, in milliseconds, over a block of them. */
async function block (service: RunningService, kind: Kind): Promise<number> {
  const before = cpuMs(service.child.pid!)
  let left = BLOCK
  await Promise.all(Array.from({ length: AT_ONCE }, async () => { while (left-- > 0) await say(service, kind) }))
  return (cpuMs(service.child.pid!) - before) / BLOCK
}

/** That the one counts and the other does not, or nothing would have been measured. */
async function counts ({ metrics }: RunningService): Promise<boolean> {
  const shown = await (await fetch(`${metrics}/metrics`)).text()
  return /^amora_turns_total\{.*\} [1-9]/m.test(shown)
}

const middle = (values: readonly number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!

async function measure (): Promise<void> {
  const fake = await startFakeOpenAI({ keepCalls: 10 })
  t.teardown(fake.close)
  const common = { OPENAI_API_KEY: 'any', OPENAI_BASE_URL: fake.url, AMORA_TURN_DEADLINE_MS: '60000', AMORA_DAILY_BUDGET_USD: '1000' }
  const on = await startService(t, { ...common, OTEL_EXPORTER_OTLP_ENDPOINT: await collectorUrl(), AMORA_TRACE_RATIO: '0.1' })
  const off = await startService(t, { ...common, LOG_LEVEL: 'silent', NODE_OPTIONS: `--import=${pathToFileURL(join(import.meta.dirname, 'without-metrics.ts')).href}` })
  const ratios: number[] = []
  for (const kind of KINDS) {
    // Compiled and warm before it counts.
    for (let n = 0; n < 5; n++) for (const service of [on, off]) await block(service, kind)
    const pairs: Array<{ on: number, off: number }> = []
    for (let n = 0; n < ROUNDS; n++) pairs.push(n % 2 ? { on: await block(on, kind), off: await block(off, kind) } : { off: await block(off, kind), on: await block(on, kind) })
    const ratio = middle(pairs.map(({ on, off }) => on / off))
    ratios.push(ratio)
    console.log(`${kind.padEnd(18)} off ${middle(pairs.map(({ off }) => off)).toFixed(2)} ms, on ${middle(pairs.map(({ on }) => on)).toFixed(2)} ms of CPU a turn: ${ratio.toFixed(2)} × (middle of ${ROUNDS} pairs of ${BLOCK} turns)`)
  }
  if (!await counts(on) || await counts(off)) throw new Error('metrics were not on and off')
  console.log(`the worst is ${Math.max(...ratios).toFixed(2)} ×, allowed are 1.4 ×`)
  process.exitCode = Math.max(...ratios) > 1.4 ? 1 : 0
}

await measure().finally(async () => { for (const end of endings) await end() })
