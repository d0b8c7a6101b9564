/** Sends the fake's answers: whole or as a stream, to the end or only half. */
import type { ServerResponse } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Answer, FaultName } from './openai-faults.ts'
import type { Refusal } from './openai-rules.ts'

export function sendJson (response: ServerResponse, status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body))
}

export function sendRefusal (response: ServerResponse, { status, headers, ...error }: Refusal): void {
  sendJson(response, status, { error: { param: null, ...error } }, headers)
}

export interface Delivery {
  readonly fault?: FaultName
  readonly stream: boolean
  readonly includeUsage: boolean
  readonly chunkDelayMs: number
  readonly bytesAtOnce?: number
  readonly headers?: Readonly<Record<string, string>>
}

/** @param answer an object, or text that is sent as it stands. */
export async function deliver (response: ServerResponse, answer: unknown, delivery: Delivery): Promise<void> {
  const { fault, stream, includeUsage, chunkDelayMs, headers } = delivery
  const isText = typeof answer === 'string'
  const chunks = isText ? [answer] : stream ? events(answer as Answer, includeUsage) : pieces(JSON.stringify(answer))
  const type = isText && answer.startsWith('<') ? 'text/html' : stream ? 'text/event-stream' : 'application/json'
  response.writeHead(200, { 'content-type': type, ...headers })
  const { sent, ending } = suffering(fault, chunks, stream)
  for (const chunk of recut(sent, delivery.bytesAtOnce)) await write(response, chunk, chunkDelayMs)
  if (fault === 'mute' && stream) await beat(response)
  if (ending === 'with the connection') response.destroy()
  else if (ending === 'properly') response.end()
}

async function beat (response: ServerResponse): Promise<void> {
  while (!response.destroyed) await write(response, ': still here\n\n', HEARTBEAT_MS)
}

const HEARTBEAT_MS = 20

interface Sending { readonly sent: readonly string[], readonly ending: 'properly' | 'never' | 'with the connection' }

/** What of an answer is sent under a fault, and how it ends. */
function suffering (fault: FaultName | undefined, chunks: readonly string[], isStream: boolean): Sending {
  const middle = Math.ceil(chunks.length / 2)
  const [first, rest] = [chunks.slice(0, middle), chunks.slice(middle)]
  const finish = chunks.findIndex(chunk => chunk.includes('"finish_reason":"'))
  const whole = chunks.slice(0, finish + 1)
  const inStreams: Partial<Record<FaultName, Sending>> = {
    mute: { sent: chunks.slice(0, 1), ending: 'never' },
    unfinished: { sent: chunks.toSpliced(finish, 1), ending: 'properly' },
    broken_chunk: { sent: [...first, 'data: {"choices": [{"delta": {"conte\n\n', ...rest], ending: 'properly' },
    error_chunk: { sent: [...first, 'data: {"error": {"message": "The server had an error.", "type": "server_error", "code": null}}\n\n'], ending: 'properly' },
    stall_at_end: { sent: whole, ending: 'never' },
    cut_at_end: { sent: whole, ending: 'with the connection' }
  }
  const everywhere: Partial<Record<FaultName, Sending>> = { stall: { sent: first, ending: 'never' }, cut: { sent: first, ending: 'with the connection' } }
  const suffered = fault && (everywhere[fault] ?? (isStream ? inStreams[fault] : undefined))
  return suffered ?? { sent: chunks, ending: 'properly' }
}

function recut (chunks: readonly string[], size: number | undefined): ReadonlyArray<string | Uint8Array> {
  if (size === undefined) return chunks
  const bytes = Buffer.from(chunks.join(''))
  return Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) => bytes.subarray(index * size, (index + 1) * size))
}

/** Waits for a slow reader, and ends when there is none any more. */
async function write (response: ServerResponse, chunk: string | Uint8Array, delayMs: number): Promise<void> {
  if (response.destroyed) return
  if (!response.write(chunk)) await room(response)
  if (delayMs > 0) await sleep(delayMs)
}

async function room (response: ServerResponse): Promise<void> {
  await new Promise<void>(resolve => {
    const go = () => {
      response.off('drain', go).off('close', go)
      resolve()
    }
    response.on('drain', go).on('close', go)
  })
}

const PIECE_CHARACTERS = 64_000

/** At least two, so that half of them is something. */
function pieces (json: string): string[] {
  const size = Math.min(PIECE_CHARACTERS, Math.ceil(json.length / 2))
  return Array.from({ length: Math.ceil(json.length / size) }, (_, index) => json.slice(index * size, (index + 1) * size))
}

/** A stream of chunks word by word, the usage last where it is asked for. */
function events ({ id, created, model, choices = [], usage }: Answer, includeUsage: boolean): string[] {
  const chunk = (parts: object) => `data: ${JSON.stringify({ id, object: 'chat.completion.chunk', created, model, ...parts })}\n\n`
  const said = choices.flatMap(({ index, message: { content, refusal }, finish_reason: finish }) => {
    const delta = (delta: object, end: string | null = null) => chunk({ choices: [{ index, delta, finish_reason: end }] })
    const words = typeof content === 'string' ? content.match(/\s*\S+\s*/g) ?? [] : []
    return [delta({ role: 'assistant', content: '' }), ...words.map(word => delta({ content: word })), ...(refusal ? [delta({ refusal })] : []), delta({}, finish)]
  })
  return [...said, ...(includeUsage && usage ? [chunk({ choices: [], usage })] : []), 'data: [DONE]\n\n']
}
