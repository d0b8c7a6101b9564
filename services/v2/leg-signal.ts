/** The signal of one model call: it ends with the turn, by a limit of its own, and not yet where it is nearly done. */
import { isCallerGone } from '../turn.ts'
import type { ChatRequest } from './model-client.ts'

/** How long a call that is nearly done may go on without anybody waiting for it. */
export const DRAIN_MS = 300
/** A reply is at most this short of its longest form when it is nearly done. */
const NEARLY_DONE_SHARE = 0.8

export interface Bounds {
  /** A limit that is tighter than the turn's own. */
  readonly limitMs?: number
  /** Whether the limit has been met: then it ends nothing any more. */
  readonly isMet?: () => boolean
  /** Whether the call is worth letting finish after the caller has left, to learn what it cost. */
  readonly isNearlyDone?: () => boolean
}

export interface BoundSignal {
  readonly signal: AbortSignal
  /** Leaves neither timer nor listener behind. */
  release (): void
}

/** Follows `parent`, within the bounds. */
export function boundSignal (parent: AbortSignal, { limitMs, isMet, isNearlyDone }: Bounds): BoundSignal {
  if (limitMs === undefined && isNearlyDone === undefined) return { signal: parent, release: () => {} }
  const child = new AbortController()
  const timers: NodeJS.Timeout[] = []
  const after = (ms: number, act: () => void) => { timers.push(setTimeout(act, ms).unref()) }
  const end = () => { child.abort(parent.reason) }
  const follow = () => {
    if (isCallerGone(parent) && isNearlyDone?.()) after(DRAIN_MS, end)
    else end()
  }
  if (limitMs !== undefined) after(limitMs, () => { if (!isMet?.()) child.abort(new DOMException('the call took its share of the turn', 'TimeoutError')) })
  parent.addEventListener('abort', follow, { once: true })
  return {
    signal: child.signal,
    release () {
      for (const timer of timers) clearTimeout(timer)
      parent.removeEventListener('abort', follow)
    }
  }
}

/** A request whose stream tells how far it has come. @param countTokens of what has been written. */
export function followed (request: ChatRequest, countTokens: (written: string) => number): { request: ChatRequest, isNearlyDone?: () => boolean } {
  const { stream, maxTokens } = request
  if (!stream) return { request }
  let written = ''
  let isFinished = false
  const onText = (text: string) => {
    written += text
    stream.onText(text)
  }
  return {
    request: { ...request, stream: { ...stream, onText, onFinish: () => { isFinished = true } } },
    isNearlyDone: () => isFinished || countTokens(written) > maxTokens * NEARLY_DONE_SHARE
  }
}
