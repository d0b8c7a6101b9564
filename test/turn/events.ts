/** A turn as server-sent events over a socket of its own, for callers who read slowly or leave. */
import type { FastifyInstance } from 'fastify'
import { request, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Person, Reply } from '../helper.ts'

export interface SentEvent { readonly event: string, readonly data: Readonly<Record<string, unknown>>, readonly atMs: number }

export interface Listening {
  readonly status: number
  readonly headers: IncomingMessage['headers']
  /** What has come so far. */
  readonly events: readonly SentEvent[]
  /** The comments, which only say that somebody is there. */
  readonly signs: number
  /** A body that is no event stream. */
  readonly body: string
  readonly ended: Promise<'ended' | 'left'>
  /** Resolves once there is such an event. */
  until (event: string): Promise<SentEvent>
  pause (): void
  resume (): void
  leave (): void
}

export interface ListenOptions { readonly headers?: Record<string, string>, readonly isPaused?: boolean }

/** Speaks and listens to what comes. Resolves with the response's head. */
export async function listenTo (app: FastifyInstance, user: Pick<Person, 'token'>, body: object, { headers = {}, isPaused = false }: ListenOptions = {}): Promise<Listening> {
  return speakTo(await portOf(app), user, body, { headers, isPaused })
}

const opened = new WeakMap<FastifyInstance, Promise<unknown>>()

/** The port of a service, which is opened once. */
export async function portOf (app: FastifyInstance): Promise<number> {
  const opening = opened.get(app) ?? (app.server.listening ? Promise.resolve() : app.listen({ port: 0, host: '127.0.0.1' }))
  opened.set(app, opening)
  await opening
  return (app.server.address() as AddressInfo).port
}

export async function speakTo (port: number, user: Pick<Person, 'token'>, body: object, { headers = {}, isPaused = false }: ListenOptions = {}): Promise<Listening> {
  const startedAt = performance.now()
  const head = Promise.withResolvers<IncomingMessage>()
  const call = request({
    port, host: '127.0.0.1', method: 'POST', path: '/api/v1/coach', agent: false,
    headers: { authorization: `Bearer ${user.token}`, 'content-type': 'application/json', accept: 'text/event-stream', ...headers }
  }, head.resolve)
  call.on('error', head.reject)
  call.end(JSON.stringify(body))
  const response = await head.promise
  return heard(response, startedAt, isPaused)
}

function heard (response: IncomingMessage, startedAt: number, isPaused: boolean): Listening {
  const events: SentEvent[] = []
  const ended = Promise.withResolvers<'ended' | 'left'>()
  const waiting = new Set<() => void>()
  let [text, signs, body] = ['', 0, '']
  const take = (block: string) => {
    const fields = new Map(block.split('\n').map(line => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)]))
    if (fields.has('event')) events.push({ event: fields.get('event')!, data: JSON.parse(fields.get('data') ?? '{}') as SentEvent['data'], atMs: performance.now() - startedAt })
    else if (block.startsWith(':')) signs++
    for (const look of waiting) look()
  }
  response.setEncoding('utf8')
  response.on('data', (piece: string) => {
    body += piece
    text += piece
    const blocks = text.split('\n\n')
    text = blocks.pop()!
    for (const block of blocks) take(block)
  })
  response.on('error', () => {})
  response.once('close', () => {
    ended.resolve(response.complete ? 'ended' : 'left')
    for (const look of waiting) look()
  })
  if (isPaused) response.pause()
  return {
    status: response.statusCode!,
    headers: response.headers,
    events,
    get signs () { return signs },
    get body () { return body },
    ended: ended.promise,
    until: async event => new Promise((resolve, reject) => {
      const look = () => {
        const found = events.find(sent => sent.event === event)
        if (found) resolve(found)
        else if (response.destroyed) reject(new Error(`the stream ended without ${event}: ${events.map(({ event }) => event).join()}`))
        else return
        waiting.delete(look)
      }
      waiting.add(look)
      look()
    }),
    pause: () => { response.pause() },
    resume: () => { response.resume() },
    leave: () => { response.destroy() }
  }
}

/** What a whole stream came to. */
export interface Heard {
  readonly names: readonly string[]
  readonly meta?: Readonly<Record<string, unknown>>
  /** The words, put together. */
  readonly shown: string
  readonly deltas: readonly string[]
  readonly done?: Reply['body']
  readonly firstMs: number
}

/** Listens to the end. */
export async function hear (app: FastifyInstance, user: Pick<Person, 'token'>, body: object, options: ListenOptions = {}): Promise<Heard & { readonly status: number, readonly headers: IncomingMessage['headers'], readonly body: string }> {
  const listening = await listenTo(app, user, body, options)
  await listening.ended
  return { ...summary(listening.events), status: listening.status, headers: listening.headers, body: listening.body }
}

export function summary (events: readonly SentEvent[]): Heard {
  const of = (name: string) => events.filter(({ event }) => event === name)
  const deltas = of('delta').map(({ data }) => String(data.text))
  return {
    names: events.map(({ event }) => event),
    meta: of('meta')[0]?.data,
    deltas,
    shown: deltas.join(''),
    done: of('done')[0]?.data as Reply['body'] | undefined,
    firstMs: of('delta')[0]?.atMs ?? Infinity
  }
}
