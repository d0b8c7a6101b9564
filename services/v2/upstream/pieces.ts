import type { ChatClient } from '../model-client.ts'
import { unlessOver } from './exchange.ts'
import { watchStream } from './stream-watch.ts'

/** Four words: a piece is seen to come, and a sentence is more than one. */
const PIECE = /\s*(?:\S+\s*){1,4}/g

/** A client that only knows whole replies hands them on in a few pieces, at once, to a caller who asks for a stream. */
export function inPieces (client: ChatClient, now: () => number): ChatClient {
  return {
    kind: client.kind,
    moderate: async (text, signal) => client.moderate(text, signal),
    async complete (asked, caller) {
      const { request, signal, release } = watchStream(asked, caller, now)
      try {
        let hasStreamed = false
        const stream = request.stream && { ...request.stream, onText: (text: string) => { hasStreamed = true; request.stream!.onText(text) } }
        const reply = await client.complete(stream ? { ...request, stream } : request, signal)
        if (stream && !hasStreamed) for (const piece of reply.text.match(PIECE) ?? []) stream.onText(piece)
        return stream ? unlessOver(reply, signal) : reply
      } finally {
        release()
      }
    }
  }
}
