/** Server-sent events (WHATWG HTML, 9.2) to one reader. */
import { Readable } from 'node:stream'

export interface EventStream {
  /** What Fastify sends. */
  readonly body: Readable
  /** Sends the head and a first sign of life, and more of them while nothing else is to be sent. */
  begin (): void
  send (event: string, data: object): void
  /** All is said. A reader who does not fetch it in time is left alone. */
  end (): void
}

const HEARTBEAT_MS = 15_000
const FETCH_MS = 5000
/** A comment, which readers skip. */
const SIGN_OF_LIFE = ':\n\n'

/**
 * Holds what a slow reader has not fetched, which is bounded by the length of a reply: a sign of life is never added to a backlog.
 * @param heartbeatMs how long the reader hears nothing.
 */
export function createEventStream (heartbeatMs = HEARTBEAT_MS, fetchMs = FETCH_MS): EventStream {
  const body = new Readable({ read () {} })
  let heartbeat: NodeJS.Timeout | undefined
  let patience: NodeJS.Timeout | undefined
  body.once('close', () => {
    clearInterval(heartbeat)
    clearTimeout(patience)
  })
  const write = (text: string) => {
    heartbeat?.refresh()
    if (!body.destroyed) body.push(text)
  }
  return {
    body,
    begin () {
      write(SIGN_OF_LIFE)
      heartbeat = setInterval(() => { if (body.readableLength === 0) write(SIGN_OF_LIFE) }, heartbeatMs).unref()
    },
    send (event, data) { write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`) },
    end () {
      clearInterval(heartbeat)
      if (body.destroyed) return
      body.push(null)
      patience = setTimeout(() => { body.destroy() }, fetchMs).unref()
    }
  }
}
