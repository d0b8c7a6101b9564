/** Messages over real sockets, for callers who hang up. */
import type { FastifyInstance } from 'fastify'
import { request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { setTimeout as sleep } from 'node:timers/promises'
import type { FakeCall, FakeOpenAI } from '../fakes/openai-server.ts'
import type { Person, Reply } from '../helper.ts'

export interface Spoken {
  /** `left` when the caller hung up first. */
  readonly answered: Promise<{ readonly status: number, readonly body: Reply['body'] } | 'left'>
  leave (): void
}

/** A message over a socket of its own. */
export async function speak (app: FastifyInstance, user: Person, body: object, headers: Record<string, string> = {}): Promise<Spoken> {
  if (!app.server.listening) await app.listen({ port: 0, host: '127.0.0.1' })
  const { port } = app.server.address() as AddressInfo
  const answered = Promise.withResolvers<Awaited<Spoken['answered']>>()
  const call = request({
    port, host: '127.0.0.1', method: 'POST', path: '/api/v1/coach', agent: false,
    headers: { authorization: `Bearer ${user.token}`, 'content-type': 'application/json', ...headers }
  }, response => {
    text(response).then(json => { answered.resolve({ status: response.statusCode!, body: JSON.parse(json) as Reply['body'] }) }, () => { answered.resolve('left') })
  })
  call.on('error', () => { answered.resolve('left') })
  call.end(JSON.stringify(body))
  return { answered: answered.promise, leave: () => { call.destroy() } }
}

/** Looks until there is something. @throws after five seconds. */
export async function until<T> (what: string, look: () => Promise<T | undefined> | T | undefined): Promise<T> {
  for (let waitedMs = 0; waitedMs < 5000; waitedMs += 10) {
    const found = await look()
    if (found !== undefined) return found
    await sleep(10)
  }
  throw new Error(`${what} did not come`)
}

export const callOf = async (fake: FakeOpenAI, leg: string): Promise<FakeCall> => until(`the call ${leg}`, () => fake.calls.find(call => call.leg === leg))
