/** People who write to the service over HTTP, and its operator. */
import { createSigner } from 'fast-jwt'
import { randomUUID } from 'node:crypto'
import { privacyKeysOf, pseudonymsOf } from '../../services/identity/pseudonym.ts'
import { bucketOf, type Engine } from '../../services/rollout.ts'

export const SECRET = 'a-secret-of-forty-characters-of-this-run'
export const PRIVACY_KEY = 'run:sixteen-bytes-of-a-run'
export const SALT = 'amora-v2'
/** The user as the stores know him. */
export const ownerOf = (userId: string): string => pseudonymsOf(userId, privacyKeysOf(PRIVACY_KEY)).owner
const sign = createSigner({ key: SECRET, algorithm: 'HS256', expiresIn: 86_400_000 })

export interface Message {
  /** A new user unless named. */
  readonly userId?: string
  readonly tier?: 'free' | 'paid'
  readonly question?: string
  /** The rest of the body. */
  readonly more?: Readonly<Record<string, unknown>>
  readonly headers?: Readonly<Record<string, string>>
  /** In place of a valid token; null for none. */
  readonly token?: string | null
  /** As server-sent events. */
  readonly stream?: boolean
  /** Hangs up after so many milliseconds. */
  readonly leavesAfterMs?: number
}

export interface Said {
  /** 0 where the caller left. */
  readonly status: number
  /** To the whole answer, or to a stream's first words. */
  readonly ms: number
  readonly body: Body
}

export interface Body { readonly turn_id?: string, readonly session_id?: string, readonly engine?: string, readonly degraded?: boolean, readonly code?: string, readonly referenced_data?: { readonly reason?: string, readonly crisis?: string } }

/** Somebody whose new sessions get this engine while the dial shows so many percent. */
export function userOf (engine: Engine, percentage: number): string {
  for (;;) {
    const userId = randomUUID()
    if ((bucketOf(userId, SALT) < percentage * 100) === (engine === 'v2')) return userId
  }
}

export async function say (origin: string, message: Message): Promise<Said> {
  const { userId = randomUUID(), tier = 'free', question, more, headers, token = sign({ sub: userId, tier }), stream, leavesAfterMs } = message
  const signal = leavesAfterMs === undefined ? undefined : AbortSignal.timeout(leavesAfterMs)
  const startedAt = performance.now()
  const since = () => performance.now() - startedAt
  try {
    const response = await fetch(`${origin}/api/v1/coach`, {
      method: 'POST', signal, body: JSON.stringify({ specific_question: question, ...more }),
      headers: { 'content-type': 'application/json', ...(token === null ? {} : { authorization: `Bearer ${token}` }), ...(stream ? { accept: 'text/event-stream' } : {}), ...headers }
    })
    if (response.headers.get('content-type')?.startsWith('text/event-stream')) return { status: response.status, ...await heard(response, since) }
    return { status: response.status, body: await response.json() as Body, ms: since() }
  } catch (error) {
    if (signal?.aborted) return { status: 0, body: {}, ms: since() }
    throw error
  }
}

/** The reply that ends a stream, and when its first words came. */
async function heard (response: Response, since: () => number): Promise<Pick<Said, 'body' | 'ms'>> {
  let [text, firstMs] = ['', 0]
  const decoder = new TextDecoder()
  for await (const chunk of response.body as ReadableStream<Uint8Array>) {
    text += decoder.decode(chunk, { stream: true })
    if (firstMs === 0 && text.includes('event: delta')) firstMs = since()
  }
  const end = /event: (?:done|error)\ndata: (.*)/.exec(text)?.[1] ?? '{}'
  return { body: JSON.parse(end) as Body, ms: firstMs || since() }
}

const ADMIN = sign({ sub: randomUUID(), scope: 'amora:admin' })

/** What an admin route says. @throws when it refuses. */
export async function operate<T> (origin: string, method: 'GET' | 'PUT' | 'POST', path: string, body?: object, headers: Readonly<Record<string, string>> = {}): Promise<T> {
  const response = await fetch(`${origin}/admin/${path}`, {
    method, body: body && JSON.stringify(body), headers: { authorization: `Bearer ${ADMIN}`, ...(body ? { 'content-type': 'application/json' } : {}), ...headers }
  })
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`)
  return await response.json() as T
}

/** Sets the dial, and waits for all replicas. */
export async function turnDial (origin: string, percentage: number, reason: string): Promise<void> {
  const { version } = await operate<{ version: number }>(origin, 'GET', 'rollout')
  await operate(origin, 'PUT', 'rollout?wait=2000', { percentage, reason }, { 'if-match': `"${version}"` })
}
