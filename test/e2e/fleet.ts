/** Real processes of server.ts on one Redis, as an operator and an app back end see them. */
import { createSigner } from 'fast-jwt'
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import type { Test } from 'tap'

const ROOT = join(import.meta.dirname, '../..')
const SECRET = 'a-secret-of-forty-characters-for-a-test!'
const START_MS = 60_000
const sign = createSigner({ key: SECRET, algorithm: 'HS256', expiresIn: 3_600_000 })
const ADMIN = sign({ sub: randomUUID(), scope: 'amora:admin' })

export interface Replica {
  readonly url: string
  readonly process: ChildProcess
  /** A gauge of its second listener; 0 where it is not shown. */
  gauge (name: string): Promise<number>
  /** One coaching turn of a user; a new one unless named. */
  turn (options?: { userId?: string, sessionId?: string, question?: string }): Promise<Turn>
  operate (method: 'GET' | 'PUT' | 'POST', path: string, body?: object, version?: number): Promise<{ status: number, body: OperatorReply }>
  /** SIGTERM, and waits for the end; the exit code. */
  stop (): Promise<number | null>
}

/** `engine` is `none` where there is no answer. */
export interface Turn { readonly status: number, readonly engine: string, readonly degraded: boolean }

export interface OperatorReply {
  readonly version: number
  readonly status: string
  readonly acknowledged: readonly string[]
  readonly pending: readonly string[]
  readonly detail: string
  readonly replicas: ReadonlyArray<{ name: string, version: number }>
  readonly this_replica: { readonly killed?: string }
}

export async function startReplica (t: Test, env: Readonly<Record<string, string>>): Promise<Replica> {
  const child = spawn(process.execPath, ['server.ts'], {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: {
      PORT: '0', AMORA_METRICS_PORT: '0', LOG_LEVEL: 'silent', AMORA_JWT_SECRET: SECRET, AMORA_PRIVACY_KEYS: 'test:sixteen-bytes-of-a-test',
      AMORA_DAILY_BUDGET_USD: '1000000', AMORA_MONTHLY_BUDGET_USD: '1000000', ...env
    }
  })
  const stop = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return child.exitCode
    child.kill('SIGTERM')
    const [code] = await once(child, 'exit') as [number | null]
    return code
  }
  t.teardown(async () => {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill('SIGKILL')
      await once(child, 'exit')
    }
  })
  const { url, metricsUrl } = await addressesOf(child)
  return { url, process: child, stop, ...clientsOf(url, metricsUrl) }
}

/** The two addresses that the start line tells. */
async function addressesOf (child: ChildProcess): Promise<{ url: string, metricsUrl: string }> {
  let said = ''
  const timer = setTimeout(() => { child.kill('SIGKILL') }, START_MS)
  try {
    for await (const chunk of child.stderr!.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      said += chunk.toString()
      const found = /listens on (\S+) .*metrics (\S+\/metrics)/.exec(said)
      if (found) return { url: found[1]!, metricsUrl: found[2]! }
    }
    throw new Error(`the service did not start: ${said}`)
  } finally {
    clearTimeout(timer)
    child.stderr!.resume()
  }
}

function clientsOf (url: string, metricsUrl: string): Pick<Replica, 'gauge' | 'turn' | 'operate'> {
  const json = { 'content-type': 'application/json' }
  return {
    async gauge (name) {
      const exposition = await (await fetch(metricsUrl)).text()
      return Number(exposition.split('\n').find(line => line.startsWith(`${name} `) || line.startsWith(`${name}{} `))?.split(' ').at(-1) ?? 0)
    },
    async turn ({ userId = randomUUID(), sessionId, question = 'We argue about small things every evening. How do I start a calmer talk?' } = {}) {
      const response = await fetch(`${url}/api/v1/coach`, {
        method: 'POST', headers: { ...json, authorization: `Bearer ${sign({ sub: userId })}` }, body: JSON.stringify({ specific_question: question, session_id: sessionId })
      })
      const { engine = 'none', degraded = false } = await response.json() as Partial<Turn>
      return { status: response.status, engine, degraded }
    },
    async operate (method, path, body, version) {
      const headers = { authorization: `Bearer ${ADMIN}`, ...(body ? json : {}), ...(version === undefined ? {} : { 'if-match': `"${version}"` }) }
      const response = await fetch(`${url}/admin/rollout${path}`, { method, headers, body: body && JSON.stringify(body) })
      return { status: response.status, body: await response.json() as OperatorReply }
    }
  }
}
