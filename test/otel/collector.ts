import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, closeSync, existsSync, mkdtempSync, openSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { setTimeout as sleep } from 'node:timers/promises'
import { gunzipSync } from 'node:zlib'
import type { Test } from 'tap'
import { freePort } from '../servers/redis.ts'

const ROOT = join(import.meta.dirname, '../..')
export const CONFIG = join(ROOT, 'otel-collector.yaml')
const PACKED = join(ROOT, '../shared/tools/otelcol.xz')

/** Why tests that need a real collector skip; undefined when there is one. */
export const collectorMissing = !existsSync(PACKED)
  ? 'there is no collector here (../shared/tools/otelcol.xz, a core build of the OpenTelemetry Collector)'
  : spawnSync('xz', ['--version']).error ? 'xz is not installed (Debian: apt-get install xz-utils)' : undefined

/** The collector's program, unpacked for this test. */
export function unpackCollector (t: Pick<Test, 'teardown'>): string {
  const folder = mkdtempSync(join(tmpdir(), 'amora-otelcol-'))
  t.teardown(() => { rmSync(folder, { recursive: true, force: true }) })
  const program = join(folder, 'otelcol')
  const file = openSync(program, 'w')
  const { status } = spawnSync('xz', ['-dc', PACKED], { stdio: ['ignore', file, 'inherit'] })
  // A file that is open for writing can't be run.
  closeSync(file)
  if (status !== 0) throw new Error('the collector can’t be unpacked')
  chmodSync(program, 0o755)
  return program
}

export interface Collector {
  readonly url: string
  readonly metricsUrl: string
  readonly healthUrl: string
  /** SIGTERM; resolves to the exit code. */
  stop (): Promise<number | null>
}

/** The project's own configuration on loopback ports, in front of this sink. */
export async function startCollector (t: Pick<Test, 'teardown'>, program: string, sinkUrl: string): Promise<Collector> {
  const [listen, health, metrics] = [await freePort(), await freePort(), await freePort()]
  const child = spawn(program, ['--config', CONFIG], {
    stdio: 'ignore',
    env: {
      OTEL_COLLECTOR_LISTEN: `127.0.0.1:${listen}`, OTEL_COLLECTOR_HEALTH: `127.0.0.1:${health}`, OTEL_COLLECTOR_SINK: sinkUrl,
      OTEL_COLLECTOR_METRICS_HOST: '127.0.0.1', OTEL_COLLECTOR_METRICS_PORT: String(metrics)
    }
  })
  t.teardown(() => { child.kill('SIGKILL') })
  const healthUrl = `http://127.0.0.1:${health}/debug/servicez`
  await answers(child, healthUrl)
  return { url: `http://127.0.0.1:${listen}`, metricsUrl: `http://127.0.0.1:${metrics}/metrics`, healthUrl, stop: async () => stop(child) }
}

async function answers (child: ChildProcess, url: string): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt++) {
    if (child.exitCode !== null) throw new Error(`the collector ended with ${child.exitCode}`)
    if (await fetch(url).then(response => response.ok, () => false)) return
    await sleep(50)
  }
  throw new Error('the collector did not start')
}

async function stop (child: ChildProcess): Promise<number | null> {
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  const [code] = await ended as [number | null]
  return code
}

export interface Sink {
  readonly url: string
  /** What arrived: OTLP, whose strings stand in it as they are. */
  readonly bytes: () => Buffer
  /** What it answers from now on. */
  answer (status: number): void
}

/** A trace store that keeps what it is sent. */
export async function startSink (t: Test): Promise<Sink> {
  const received: Buffer[] = []
  let status = 200
  const server = createServer((request, response) => {
    buffer(request).then(body => {
      if (status === 200) received.push(request.headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body)
      response.writeHead(status).end()
    }, () => response.destroy())
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  t.teardown(() => { server.closeAllConnections(); server.close() })
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, bytes: () => Buffer.concat(received), answer: next => { status = next } }
}

/** Sends one span; what the collector answers. */
export async function sendSpan (url: string, name: string): Promise<number> {
  const span = { traceId: '5b8efff798038103d269b633813fc60c', spanId: 'eee19b7ec3c1b174', name, kind: 2, startTimeUnixNano: '1', endTimeUnixNano: '2' }
  const body = JSON.stringify({ resourceSpans: [{ resource: { attributes: [{ key: 'service.name', value: { stringValue: 'amora-coach' } }] }, scopeSpans: [{ spans: [span] }] }] })
  const response = await fetch(`${url}/v1/traces`, { method: 'POST', headers: { 'content-type': 'application/json' }, body })
  await response.arrayBuffer()
  return response.status
}
