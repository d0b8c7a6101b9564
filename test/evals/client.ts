/** What the runner asks a service over HTTP, and what came back. */
import { createSigner } from 'fast-jwt'
import { randomUUID } from 'node:crypto'
import type { EvalItem } from './item.ts'

/** One message and its answer, as far as the verdicts read it. */
export interface Exchange {
  /** The HTTP status; 0 when no answer came. */
  readonly status: number
  readonly message: string
  /** `v1`, `v2` or `safety`; empty when there is no reply. */
  readonly engine: string
  readonly degraded: boolean
  readonly referenced: Readonly<Record<string, unknown>>
  /** Of a problem reply, or what the transport said. */
  readonly code?: string
}

/** A token for a user of that id. */
export type IssueToken = (userId: string) => string

export interface CoachClient {
  /** The item's message, or its turns one after the other in one session, by a user nobody has seen before. */
  play (item: Pick<EvalItem, 'text' | 'turns'>): Promise<readonly Exchange[]>
}

const REQUEST_MS = 15_000
const TOKEN_LIFE_MS = 3_600_000

/** @param url the service's address, with or without a last slash */
export function createCoachClient (url: string, issueToken: IssueToken): CoachClient {
  const endpoint = new URL('api/v1/coach/', url.endsWith('/') ? url : `${url}/`)
  return {
    async play ({ text, turns = [text] }) {
      const ask = { endpoint, token: issueToken(randomUUID()), sessionId: randomUUID() }
      const exchanges: Exchange[] = []
      for (const turn of turns) exchanges.push(await say(turn, ask))
      return exchanges
    }
  }
}

/** Signs HS256 tokens as the app back end does. `issuer` and `audience` where the service asks for them. */
export function createIssuer (secret: string, { issuer, audience }: { issuer?: string, audience?: string } = {}): IssueToken {
  const sign = createSigner({ key: secret, algorithm: 'HS256', expiresIn: TOKEN_LIFE_MS, iss: issuer, aud: audience })
  return userId => sign({ sub: userId })
}

async function say (question: string, { endpoint, token, sessionId }: { endpoint: URL, token: string, sessionId: string }): Promise<Exchange> {
  try {
    const response = await fetch(endpoint, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ specific_question: question, session_id: sessionId }),
      signal: AbortSignal.timeout(REQUEST_MS)
    })
    return exchangeOf(response.status, await response.json() as Partial<WireReply>)
  } catch (error) {
    return { ...exchangeOf(0, {}), code: (error as Error).name }
  }
}

interface WireReply { message: string, engine: string, degraded: boolean, referenced_data: Record<string, unknown>, code: string }

const exchangeOf = (status: number, body: Partial<WireReply>): Exchange => ({
  status,
  message: body.message ?? '',
  engine: body.engine ?? '',
  degraded: body.degraded ?? false,
  referenced: body.referenced_data ?? {},
  code: body.code
})
