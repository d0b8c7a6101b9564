import { LlmError, type ChatRequest } from '../model-client.ts'

export interface Watched {
  readonly request: ChatRequest
  readonly signal: AbortSignal
  /** When the first words are due, on the clock of `now`; Infinity where nobody waits for words. */
  readonly wordsDueAt: number
  /** Leaves neither timer nor listener behind. */
  release (): void
}

/** Holds a streamed call to its time to the first words and to its longest silence; either really ends it, as a timeout. */
export function watchStream (request: ChatRequest, caller: AbortSignal, now: () => number): Watched {
  const { stream } = request
  if (!stream) return { request, signal: caller, wordsDueAt: Infinity, release: () => {} }
  const own = new AbortController()
  const follow = () => { own.abort(caller.reason) }
  const expire = (ms: number) => setTimeout(() => { own.abort(new DOMException('the model kept silent', 'TimeoutError')) }, ms).unref()
  let hasSpoken = false
  let timer = expire(stream.firstTextMs)

  const onText = (text: string) => {
    // Words that come in one piece with those on which the caller left.
    if (own.signal.aborted) return
    if (!hasSpoken) {
      clearTimeout(timer)
      timer = expire(stream.idleMs)
    }
    hasSpoken = true
    timer.refresh()
    try {
      stream.onText(text)
    } catch (cause) {
      throw new LlmError('aborted', { cause })
    }
  }
  caller.addEventListener('abort', follow, { once: true })
  if (caller.aborted) follow()
  return {
    request: { ...request, stream: { ...stream, onText } },
    signal: own.signal,
    wordsDueAt: now() + stream.firstTextMs,
    release () {
      clearTimeout(timer)
      caller.removeEventListener('abort', follow)
    }
  }
}
