/** Several processes of server.ts that share their keys, as app back ends see them. */
import { createSigner } from 'fast-jwt'
import { randomUUID } from 'node:crypto'
import type { Redis } from 'ioredis'
import type { Test } from 'tap'
import { privacyKeysOf, pseudonymsOf } from '../../services/identity/pseudonym.ts'
import { startService, type RunningService } from '../servers/service.ts'

const SECRET = 'kY7w2pQ9vXz4LmN8rT3sB6hJ1cF5gD0aE_uR'
const sign = createSigner({ key: SECRET, algorithm: 'HS256', expiresIn: 3_600_000 })
export const PRIVACY_KEY = 'test:sixteen-bytes-and-more'

export interface Answer {
  readonly status: number
  readonly headers: Headers
  readonly ms: number
  readonly body: { readonly message: string, readonly engine: string, readonly degraded: boolean, readonly mode: string, readonly session_id: string, readonly turn_id: string, readonly code: string, readonly referenced_data: { readonly reason?: string } }
}

export interface Somebody { readonly userId: string, readonly say: Say }
type Say = (replica: RunningService, body: object, headers?: Record<string, string>) => Promise<Answer>

export interface House {
  readonly replicas: readonly RunningService[]
  /** The one whose turn it is, of all in a circle. */
  any (): RunningService
}

/** Ended with the test. Nothing of the machine's environment reaches them. */
export async function startHouse (t: Test, count: number, env: Readonly<Record<string, string>>): Promise<House> {
  const given = { LOG_LEVEL: 'warn', AMORA_JWT_SECRET: SECRET, AMORA_PRIVACY_KEYS: PRIVACY_KEY, AMORA_BURST_PER_MINUTE: '100000', ...env }
  const replicas = await Promise.all(Array.from({ length: count }, async () => startService(t, given)))
  // For the first message after a start everything is made ready.
  await Promise.all(replicas.map(async replica => somebody().say(replica, { specific_question: 'hello' })))
  let turns = 0
  return { replicas, any: () => replicas[turns++ % replicas.length]! }
}

/** The user as the stores know him. */
export const ownerOf = (userId: string) => pseudonymsOf(userId, privacyKeysOf(PRIVACY_KEY)).owner

/** How many messages of today count for a user. */
export async function countedToday (client: Redis, userId: string): Promise<number> {
  const [key] = await client.keys(`amora:quota:1:{${ownerOf(userId)}}:day:*`)
  return key === undefined ? 0 : client.scard(key)
}

/** How often a process did without Redis, because it had not answered in time. */
export async function timesWithoutRedis ({ replicas }: House): Promise<number> {
  const expositions = await Promise.all(replicas.map(async ({ metrics }) => (await fetch(`${metrics}/metrics`)).text()))
  return expositions.flatMap(text => [...text.matchAll(/^amora_(?:session|rate_limit)_local_total(?:\{\})? (\d+)/gm)]).reduce((sum, [, count]) => sum + Number(count), 0)
}

/** Somebody who writes to whichever replica he is sent to. */
export function somebody (claims: Record<string, unknown> = {}): Somebody {
  const userId = randomUUID()
  const authorization = `Bearer ${sign({ sub: userId, ...claims })}`
  return {
    userId,
    async say ({ origin }, body, headers = {}) {
      const startedAt = performance.now()
      const response = await fetch(`${origin}/api/v1/coach`, { method: 'POST', headers: { authorization, 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) })
      return { status: response.status, headers: response.headers, body: await response.json() as Answer['body'], ms: performance.now() - startedAt }
    }
  }
}

/** How many answers there are of each status and code. */
export function tally (answers: readonly Answer[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const { status, body } of answers) {
    const name = status === 200 ? '200' : `${status} ${body.code}`
    counts[name] = (counts[name] ?? 0) + 1
  }
  return counts
}

export interface OperatorAnswer { readonly day?: { readonly spent_usd: number, readonly reserved_usd: number } }

/** What an admin route says. */
export async function operator ({ origin }: RunningService, path: string): Promise<OperatorAnswer> {
  const response = await fetch(`${origin}${path}`, { headers: { authorization: `Bearer ${sign({ sub: randomUUID(), scope: 'amora:admin' })}` } })
  return await response.json() as OperatorAnswer
}
