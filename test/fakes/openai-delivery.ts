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
}

/** @param answer an object, or text that is sent as it stands. */
export async function deliver (response: ServerResponse, answer: unknown, delivery: Delivery): Promise<void> {
  const isText = typeof answer === 'string'
  const chunks = isText ? [answer] : delivery.stream ? events(answer as Answer, delivery.includeUsage) : pieces(JSON.stringify(answer))
  const type = isText && answer.startsWith('<') ? 'text/html' : delivery.stream ? 'text/event-stream' : 'application/json'
  response.writeHead(200, { 'content-type': type })
  const isHalf = delivery.fault === 'stall' || delivery.fault === 'cut'
  for (const chunk of isHalf ? chunks.slice(0, Math.ceil(chunks.length / 2)) : chunks) await write(response, chunk, delivery.chunkDelayMs)
  if (delivery.fault === 'cut') response.destroy()
  else if (!isHalf) response.end()
}

/** Waits for a slow reader, and ends when there is none any more. */
async function write (response: ServerResponse, chunk: string, delayMs: number): Promise<void> {
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
