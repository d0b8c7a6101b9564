/** People who write, one after another's answer: for JSON or a stream, some of them in danger, some of them impatient. */
import { createSigner } from 'fast-jwt'
import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Replica, Replicas } from './replicas.ts'

export const SECRET = 'a-secret-of-forty-characters-for-chaos!!'
export const sign = createSigner({ key: SECRET, algorithm: 'HS256', expiresIn: 3_600_000 })

export interface Asked {
  readonly turn: number
  readonly userId: string
  readonly form: 'json' | 'events'
  /** HTTP status; `left` for who did not wait, `shed` where the replica was too full, `gone` where it was killed under the caller. */
  end: string
  engine?: string
  /** Why V1 stood in. */
  reason?: string
  /** Until the answer, or the first words of a stream. */
  firstMs: number
  /** What must not be, in words. */
  fault?: string
}

export interface Callers { readonly asked: readonly Asked[], readonly ended: Promise<void> }

const SHARES = { events: 0.4, care: 0.02, leaves: 0.04 } as const
const LEAVES_WITHIN_MS = 400
/** Before somebody writes again, at the most: V1 answers so fast that without it an outage would use up most of the messages. */
const THINKS_MS = 800
const CARE = 'I want to kill myself tonight.'

/** The number of a turn, of which its message speaks. */
export const turnOf = (text: string): number | undefined => /evening numbered (\d+)/.exec(text)?.slice(1).map(Number)[0]

/** So many messages, so many of them under way at once. */
export function startCallers ({ turns, concurrency }: { turns: number, concurrency: number }, random: () => number, replicas: Replicas): Callers {
  const asked: Asked[] = []
  const write = async () => {
    while (asked.length < turns) {
      const living = replicas.living()
      const one: Asked = { turn: asked.length, userId: randomUUID(), form: random() < SHARES.events ? 'events' : 'json', end: '', firstMs: 0 }
      asked.push(one)
      await ask(one, living[Math.floor(random() * living.length)]!, random)
      await sleep(THINKS_MS * random())
    }
  }
  return { asked, ended: Promise.all(Array.from({ length: concurrency }, write)).then(() => {}) }
}

async function ask (one: Asked, replica: Replica, random: () => number): Promise<void> {
  const isCare = random() < SHARES.care
  const leaving = new AbortController()
  const timer = random() < SHARES.leaves ? setTimeout(() => { leaving.abort() }, random() * LEAVES_WITHIN_MS) : undefined
  const startedAt = performance.now()
  try {
    const said = await speak(one, replica, { question: isCare ? CARE : `How do I start a calmer talk about the evening numbered ${one.turn}?`, signal: leaving.signal, startedAt })
    if (said.engine !== 'safety' && isCare) one.fault = `no care, but ${one.end} by ${said.engine}`
    if (one.end === '200' && !said.message) one.fault = 'no words'
  } catch {
    one.end = leaving.signal.aborted ? 'left' : 'gone'
    if (one.end === 'gone' && !replica.isKilled()) one.fault = 'no answer from a replica that lives'
  } finally {
    clearTimeout(timer)
    one.firstMs ||= performance.now() - startedAt
  }
  if (/^[45]/.test(one.end)) one.fault = `status ${one.end}`
}

interface Reply { readonly code?: string, readonly engine?: string, readonly message?: string, readonly referenced_data?: { readonly reason?: string, readonly fallback?: boolean } }

async function speak (one: Asked, { url }: Replica, { question, signal, startedAt }: { question: string, signal: AbortSignal, startedAt: number }): Promise<Reply> {
  const response = await fetch(`${url}/api/v1/coach`, {
    method: 'POST', signal,
    headers: { 'content-type': 'application/json', accept: one.form === 'events' ? 'text/event-stream' : 'application/json', authorization: `Bearer ${sign({ sub: one.userId })}` },
    body: JSON.stringify({ specific_question: question })
  })
  const reply = response.headers.get('content-type')?.startsWith('text/event-stream')
    ? await lastOf(response, () => { one.firstMs ||= performance.now() - startedAt })
    : await response.json() as Reply
  one.end = reply.code === 'AMORA_OVERLOADED' ? 'shed' : String(response.status)
  one.engine = reply.engine
  if (reply.referenced_data?.fallback) one.reason = reply.referenced_data.reason
  return reply
}

/** Reads a stream to its `done`. */
async function lastOf (response: Response, onWords: () => void): Promise<Reply> {
  const decoder = new TextDecoder()
  let text = ''
  for await (const piece of response.body!) {
    text += decoder.decode(piece as Uint8Array, { stream: true })
    if (text.includes('event: delta')) onWords()
  }
  const done = /event: done\ndata: (.+)\n\n$/.exec(text)?.[1]
  if (done === undefined) throw new Error('the stream broke off')
  return JSON.parse(done) as Reply
}
