import { setTimeout as sleep } from 'node:timers/promises'
import type { Engine } from '../../services/rollout.ts'
import type { CareKind } from '../../services/safety/verdict.ts'
import type { Message } from '../../services/understanding/reading.ts'
import type { SessionChange, SessionKey, SessionStore, SessionView } from '../session-store.ts'
import { MOST_WORDINGS } from '../session-view.ts'
import { createOutbox } from './outbox.ts'
import { loadScript, runScript } from './script.ts'
import { isUnavailable, type SharedStore } from './shared-store.ts'

export interface RedisSessionOptions {
  readonly ttlMs: number
  readonly maxMessages: number
  readonly maxWordings?: number
  readonly leaseMs: number
  readonly newToken: () => string
}

const OPEN = loadScript('session-open')
const WRITE = loadScript('session-write')
const UNLOCK = loadScript('session-unlock', ['unlock'])
const ERASE = loadScript('session-erase', ['erase-indexed'])

/** How often a turn that waits for its session asks again. */
const POLL_MS = 25

/** Sessions that many processes share; time is the server's. */
export function createRedisSessionStore (store: SharedStore, options: RedisSessionOptions): SessionStore {
  const { ttlMs, maxMessages, maxWordings = MOST_WORDINGS, leaseMs, newToken } = options
  const outbox = createOutbox()
  const read = async (key: SessionKey, token: string, signal?: AbortSignal) =>
    viewOf(key.sessionId, await runScript(store, OPEN, keysOf(key), [token, leaseMs], signal) as Stored | null)
  const write = async (key: SessionKey, { token, turns }: { token: string, turns: 0 | 1 }, change: SessionChange, signal?: AbortSignal) =>
    runScript(store, WRITE, keysOf(key), [token, ttlMs, maxMessages, maxWordings, ...writtenOf(change, turns)], signal)
  const unlock = async (key: SessionKey, token: string) => outbox.deliver(async () => runScript(store, UNLOCK, keysOf(key).slice(0, 1), [token]))

  async function openWithin (key: SessionKey, token: string, waitMs: number, signal: AbortSignal): Promise<SessionView | undefined> {
    const giveUpAt = performance.now() + waitMs
    for (;;) {
      const view = await read(key, token)
      if (view || signal.aborted || performance.now() + POLL_MS > giveUpAt) return view
      await sleep(POLL_MS, undefined, { signal }).catch(() => {})
    }
  }

  return {
    async open (key, waitMs, signal) {
      const token = newToken()
      try {
        const view = await openWithin(key, token, waitMs, signal)
        return view && { key, token, view }
      } catch (error) {
        // The server may take the lock yet, for a turn that has gone on without it.
        if (isUnavailable(error)) await unlock(key, token)
        throw error
      }
    },
    async peek (key, signal) {
      const view = await read(key, '', signal)
      return view && (view.turns > 0 || view.messages.length > 0 || view.wordings.length > 0 || view.care) ? view : undefined
    },
    // Done twice it does nothing the second time: the first one gave the lock back.
    save: async ({ key, token }, change) => outbox.deliver(async () => write(key, { token, turns: 1 }, change)),
    release: async ({ key, token }) => unlock(key, token),
    note: async (key, change, signal) => { await write(key, { token: '', turns: 0 }, change, signal) },
    erase: async owner => { await runScript(store, ERASE, [indexOf(owner)], [':messages', ':wordings', ':lock']) }
  }
}

type Stored = readonly [readonly [string | null, string | null, string | null], readonly string[], readonly string[]]

function viewOf (id: string, stored: Stored | null): SessionView | undefined {
  if (!stored) return undefined
  const [[engine, care, turns], messages, wordings] = stored
  return {
    id,
    messages: messages.map(message => JSON.parse(message) as Message),
    engine: (engine ?? undefined) as Engine | undefined,
    wordings,
    care: (care ?? undefined) as CareKind | undefined,
    turns: Number(turns ?? 0)
  }
}

/** The script's arguments from the turns on. */
function writtenOf ({ messages = [], engine, wording, care, missed }: SessionChange, turns: number): Array<string | number> {
  const wordings = [...missed?.wordings ?? [], ...wording === undefined ? [] : [wording]]
  const said = [...missed?.messages ?? [], ...messages].map(message => JSON.stringify(message))
  return [turns + (missed?.turns ?? 0), engine ?? missed?.engine ?? '', care ?? missed?.care ?? '', wordings.length, ...wordings, ...said]
}

/** The names of a user's sessions, for erasure. */
const indexOf = (owner: string) => `amora:session:1:{${owner}}`

/** One hash tag, so that a script's keys share a slot. */
function keysOf ({ owner, sessionId }: SessionKey): string[] {
  const name = `${indexOf(owner)}:${sessionId}`
  return [`${name}:lock`, name, `${name}:messages`, `${name}:wordings`, indexOf(owner)]
}
