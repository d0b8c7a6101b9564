/** A server that speaks OpenAI's chat.completions, moderations and models over real HTTP, with faults on demand and a bill of its own. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { setTimeout as sleep } from 'node:timers/promises'
import { completionOf, createDesk, moderationAnswer, type BillLine, type Desk, type FakeScript } from './openai-answers.ts'
import { deliver, sendJson, sendRefusal } from './openai-delivery.ts'
import { FAULTS, createFaultBook, refusalBy, twistedBy, type FaultBook, type FaultName, type FaultOrder } from './openai-faults.ts'
import { FAKE_MODELS, refusalOf, type ChatPayload } from './openai-rules.ts'

export interface FakeOptions {
  /** 127.0.0.1 unless given. */
  readonly host?: string
  /** 0, the default, takes a free one. */
  readonly port?: number
  /** Decides which wording a talk gets and which calls a share of faults strikes. */
  readonly seed?: number
  /** The only key that is accepted; any key when absent. */
  readonly apiKey?: string
  /** Waited before every answer. */
  readonly latencyMs?: number
  /** Waited after every chunk of a stream. */
  readonly chunkDelayMs?: number
  /** How many calls are kept for reading; the bill counts all. */
  readonly keepCalls?: number
}

export interface FakeCall {
  readonly path: string
  readonly leg: string
  readonly model: string
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: Readonly<Record<string, unknown>>
  /** Epoch milliseconds, as is `endedAt`. */
  readonly at: number
  /** The client's port: calls with the same one shared a connection. */
  readonly peer: number | undefined
  fault?: FaultName
  status?: number
  /** The client closed before the answer was out. */
  aborted: boolean
  endedAt?: number
}

export interface FakeOpenAI {
  /** Ends in `/v1`: the value for OPENAI_BASE_URL. */
  readonly url: string
  readonly port: number
  /** The latest calls, oldest first. */
  readonly calls: readonly FakeCall[]
  /** What it shall say; set its fields. */
  readonly script: FakeScript
  fault (fault: FaultName, more?: Omit<FaultOrder, 'fault'>): void
  /** Ends all faults. */
  heal (): void
  /** Everything that was generated, whether or not it arrived, by leg and answering model. */
  bill (): readonly BillLine[]
  /** Forgets calls, bill, faults and script. */
  reset (): void
  close (): Promise<void>
}

interface House { readonly options: FakeOptions, readonly book: FaultBook, readonly desk: Desk, readonly calls: FakeCall[] }

const KEPT_CALLS = 1000

export async function startFakeOpenAI (options: FakeOptions = {}): Promise<FakeOpenAI> {
  const seed = options.seed ?? 1
  const house: House = { options, book: createFaultBook(seed), desk: createDesk(seed), calls: [] }
  const server = createServer((request, response) => { serve(request, response, house).catch(() => { response.destroy() }) })
  await new Promise<void>((resolve, reject) => { server.once('error', reject).listen(options.port ?? 0, options.host ?? '127.0.0.1', resolve) })
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/v1`,
    port,
    calls: house.calls,
    script: house.desk.script,
    fault: (fault, more = {}) => { house.book.add({ ...more, fault }) },
    heal: () => { house.book.clear() },
    bill: () => [...house.desk.bill.values()],
    reset: () => { reset(house) },
    close: async () => {
      await new Promise<void>(resolve => {
        server.close(() => { resolve() })
        server.closeAllConnections()
      })
    }
  }
}

function reset ({ book, desk, calls }: House): void {
  book.clear()
  for (const name of Object.keys(desk.script) as Array<keyof FakeScript>) delete desk.script[name]
  desk.bill.clear()
  desk.seenPrefixes.clear()
  calls.length = 0
}

async function serve (request: IncomingMessage, response: ServerResponse, house: House): Promise<void> {
  const { pathname } = new URL(request.url ?? '/', 'http://fake')
  const body = parse(await text(request))
  switch (`${request.method} ${pathname}`) {
    case 'GET /v1/models': return sendJson(response, 200, { object: 'list', data: FAKE_MODELS.map(({ id, shutdown }) => ({ id, object: 'model', created: 1_700_000_000, owned_by: 'fake', shutdown_date: shutdown ?? null })) })
    case 'POST /v1/chat/completions': case 'POST /v1/moderations': return answer(request, response, { path: pathname, body, house })
    case 'GET /__calls': return sendJson(response, 200, house.calls)
    case 'GET /__bill': return sendJson(response, 200, [...house.desk.bill.values()])
    case 'POST /__control': return control(response, body, house)
    case 'POST /__reset':
      reset(house)
      return sendJson(response, 200, { done: true })
    default: return sendRefusal(response, { status: 404, type: 'invalid_request_error', code: null, message: `Unknown request URL: ${request.method} ${pathname}.` })
  }
}

type Body = Readonly<Record<string, unknown>>

function parse (json: string): Body {
  try {
    const value: unknown = JSON.parse(json)
    return typeof value === 'object' && value !== null ? value as Body : {}
  } catch {
    return {}
  }
}

async function answer (request: IncomingMessage, response: ServerResponse, { path, body, house }: { path: string, body: Body, house: House }): Promise<void> {
  const { options, book, desk } = house
  const { headers, bytesAtOnce } = desk.script
  const call = record(request, response, { path, body, house })
  const order = book.take([path, call.model, call.leg])
  const fault = call.fault = order?.fault
  await sleep((options.latencyMs ?? 0) + (order?.latencyMs ?? 0))
  if (fault === 'hang' || response.destroyed) return
  if (fault === 'reset') { request.socket.resetAndDestroy(); return }
  const refusal = refusalBy(fault) ?? refusalOf(path, body, request.headers.authorization, options.apiKey)
  if (refusal) return sendRefusal(response, { ...refusal, headers: { ...headers, ...refusal.headers, ...(order?.retryAfter ? { 'retry-after': order.retryAfter } : {}) } })
  const made = path.endsWith('/moderations') ? moderationAnswer(body.input, desk) : completionOf(body, desk)
  const { stream, stream_options: streamOptions }: ChatPayload = body
  await deliver(response, twistedBy(fault, made), { fault, stream: stream === true, includeUsage: streamOptions?.include_usage === true, chunkDelayMs: options.chunkDelayMs ?? 0, bytesAtOnce, headers })
}

function record ({ headers, socket }: IncomingMessage, response: ServerResponse, { path, body, house }: { path: string, body: Body, house: House }): FakeCall {
  const leg = path.endsWith('/moderations') ? 'moderate' : (body as ChatPayload).response_format?.type === 'json_schema' ? 'understand' : 'respond'
  const call: FakeCall = { path, leg, model: String(body.model), headers, body, at: Date.now(), peer: socket.remotePort, aborted: false }
  house.calls.push(call)
  if (house.calls.length > (house.options.keepCalls ?? KEPT_CALLS)) house.calls.shift()
  response.once('close', () => {
    call.endedAt = Date.now()
    call.status = response.headersSent ? response.statusCode : undefined
    call.aborted = !response.writableFinished && !['reset', 'cut', 'cut_at_end'].includes(call.fault ?? '')
  })
  return call
}

/** `{fault, …}` adds an order, `{heal: true}` ends all; `reply`, `understanding`, `moderation`, `answerAs` fix what is said, null frees it again. */
function control (response: ServerResponse, body: Body, { book, desk: { script } }: House): void {
  const order = orderOf(body)
  if (body.fault !== undefined && !order) return sendJson(response, 400, { error: `no such fault; known are ${FAULTS.join(', ')}` })
  if (body.heal === true) book.clear()
  if (order) book.add(order)
  const { reply, understanding, moderation, answerAs } = body
  if (reply !== undefined) script.reply = reply === null ? undefined : () => String(reply)
  if (understanding !== undefined) script.understand = understanding === null ? undefined : () => understanding
  if (moderation !== undefined) script.moderate = moderation === null ? undefined : () => moderation as Record<string, number>
  if (answerAs !== undefined) script.answerAs = answerAs === null ? undefined : String(answerAs)
  sendJson(response, 200, { done: true })
}

function orderOf ({ fault, times, match, share, latencyMs, retryAfter }: Body): FaultOrder | undefined {
  const name = FAULTS.find(known => known === fault)
  const number = (value: unknown) => typeof value === 'number' ? value : undefined
  const word = (value: unknown) => typeof value === 'string' ? value : undefined
  return name && { fault: name, times: number(times), match: word(match), share: number(share), latencyMs: number(latencyMs), retryAfter: word(retryAfter) }
}
