import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Redis, type RedisOptions } from 'ioredis'
import type { Test } from 'tap'

export interface RedisServer {
  readonly url: string
  readonly port: number
  /** A connection for the test itself. */
  readonly client: Redis
  readonly process: () => ChildProcess
  /** SIGSTOP and SIGCONT: it holds its connections and answers nothing. */
  stall (): void
  resume (): void
  kill (): Promise<void>
  /** The same port again, empty. */
  restart (): Promise<void>
}

export interface RedisServerOptions {
  /** What runs the server, before its name: a program that becomes it. */
  readonly under?: readonly string[]
  /** What a client needs besides the address. */
  readonly client?: RedisOptions
  /** Given as `--port port` unless told otherwise. */
  readonly listen?: (port: number) => readonly string[]
}

/** Why a test that needs redis-server skips; undefined when it is installed. CI sets AMORA_TEST_NO_SKIP and then fails instead. */
export const redisMissing: string | undefined = spawnSync('redis-server', ['--version']).error ? 'redis-server is not installed (Debian: apt-get install redis-server)' : undefined

/** A real Redis of the test's own on a free port, ended with it. */
export async function startRedis (t: Pick<Test, 'teardown'>, settings: readonly string[] = [], options: RedisServerOptions = {}): Promise<RedisServer> {
  const port = await freePort()
  const folder = mkdtempSync(join(tmpdir(), 'amora-redis-'))
  const start = async () => launch(port, [...listening(port, options), '--dir', folder, '--save', '', '--appendonly', 'no', ...settings], options)
  let child = await start()
  const client = new Redis(port, '127.0.0.1', { ...options.client, retryStrategy: () => 50, maxRetriesPerRequest: 100 })
  client.on('error', () => {})
  const kill = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return
    child.kill('SIGKILL')
    await once(child, 'exit')
  }
  t.teardown(async () => {
    client.disconnect()
    child.kill('SIGCONT')
    await kill()
    rmSync(folder, { recursive: true, force: true })
  })
  return {
    url: `redis://127.0.0.1:${port}`,
    port,
    client,
    process: () => child,
    stall: () => { child.kill('SIGSTOP') },
    resume: () => { child.kill('SIGCONT') },
    kill,
    restart: async () => { child = await start() }
  }
}

const listening = (port: number, { listen = port => ['--port', String(port)] }: RedisServerOptions) => [...listen(port), '--bind', '127.0.0.1']

async function launch (port: number, settings: readonly string[], { under = [], client }: RedisServerOptions): Promise<ChildProcess> {
  const [program, ...more] = [...under, 'redis-server', ...settings]
  const child = spawn(program!, more, { stdio: 'ignore' })
  const probe = new Redis(port, '127.0.0.1', { ...client, lazyConnect: true, retryStrategy: () => null })
  probe.on('error', () => {})
  for (let attempt = 0; attempt < 200 && child.exitCode === null; attempt++) {
    const info = await probe.connect().then(async () => probe.info('server'), () => undefined)
    probe.disconnect()
    // Another process may have taken the port in between: only our own server will do.
    if (info?.includes(`process_id:${child.pid}\r`)) return child
    await sleep(25)
  }
  child.kill('SIGKILL')
  throw new Error('redis-server did not start')
}

export async function freePort (): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}
