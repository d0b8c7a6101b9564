/** A turn as events: `meta`, a `delta` a sentence, and `done` with the whole reply; or `error`. */
import type { Readable } from 'node:stream'
import { inSentences } from '../../services/continuation.ts'
import type { CoachReply } from '../../services/reply.ts'
import type { Turn, TurnStream } from '../../services/turn.ts'
import { createEventStream } from './event-stream.ts'

export interface TurnEvents extends TurnStream {
  readonly body: Readable
  /** Resolves once nothing refuses the turn any more. */
  readonly begun: Promise<void>
  /** Sends what of the reply has not been shown, and the reply. */
  finish (reply: CoachReply): void
  fail (problem: object): void
}

/** The headers of a stream that nothing on its way may hold back. */
export const EVENT_HEADERS = { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store', 'x-accel-buffering': 'no' } as const

export function createTurnEvents ({ id, sessionId }: Pick<Turn, 'id' | 'sessionId'>, now: () => number): TurnEvents {
  const { body, begin, send, end } = createEventStream()
  const begun = Promise.withResolvers<void>()
  let shown = ''
  let firstShownAt: number | undefined
  const say = (text: string, engine: string) => {
    if (shown === '') send('meta', { turn_id: id, session_id: sessionId, engine })
    firstShownAt ??= now()
    shown += text
    send('delta', { text })
  }
  return {
    body,
    begun: begun.promise,
    get firstShownAt () { return firstShownAt },
    begin () {
      begin()
      begun.resolve()
    },
    // Only V2 shows a reply before it is whole.
    show (text) { say(text, 'v2') },
    finish (reply) {
      if (!reply.message.startsWith(shown)) throw new Error('the message is not what was shown')
      for (const text of inSentences(reply.message.slice(shown.length))) say(text, reply.engine)
      send('done', reply)
      end()
    },
    fail (problem) {
      send('error', problem)
      end()
    }
  }
}
