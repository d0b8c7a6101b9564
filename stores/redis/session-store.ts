import { setTimeout as sleep } from 'node:timers/promises'
import type { Engine } from '../../services/rollout.ts'
import type { CareKind } from '../../services/safety/verdict.ts'
import type { Message } from '../../services/understanding/reading.ts'
import type { SessionChange, SessionKey, SessionStore, SessionView } from '../session-store.ts'
import { loadScript, runScript } from './script.ts'
import type { SharedStore } from './shared-store.ts'

export interface RedisSessionOptions {
  readonly ttlMs: number
  readonly maxMessages: number
  readonly maxWordings?: number
  readonly leaseMs: number
  readonly newToken: () => string
}

const OPEN = loadScript('session-open')
const WRITE = loadScript('session-write')
const UNLOCK = loadScript('unlock')
const ERASE = loadScript('erase-indexed')

/** How often a turn that waits for its session asks again. */
const POLL_MS = 25

/** Sessions that many processes share; time is the server's. */
export function createRedisSessionStore (store: SharedStore, options: RedisSessionOptions): SessionStore {
  const { ttlMs, maxMessages, maxWordings = 64, leaseMs, newToken } = options
  const read = async (key: SessionKey, token: string) => viewOf(key.sessionId, await runScript(store, OPEN, keysOf(key), [token, leaseMs]) as Stored | null)
  const write = async (key: SessionKey, token: string, { engine, care, wording, messages = [] }: SessionChange) => {
    await runScript(store, WRITE, keysOf(key), [token, ttlMs, maxMessages, maxWordings, engine ?? '', care ?? '', wording ?? '', ...messages.map(message => JSON.stringify(message))])
  }
  return {
    async open (key, waitMs, signal) {
      const token = newToken()
      const giveUpAt = performance.now() + waitMs
      for (;;) {
        const view = await read(key, token)
        if (view) return { key, token, view }
        if (signal.aborted || performance.now() + POLL_MS > giveUpAt) return undefined
        await sleep(POLL_MS, undefined, { signal }).catch(() => {})
      }
    },
    async peek (key) {
      const view = await read(key, '')
      return view && (view.turns > 0 || view.messages.length > 0 || view.wordings.length > 0 || view.care) ? view : undefined
    },
    save: async (lease, change) => { await write(lease.key, lease.token, change) },
    release: async ({ key, token }) => { await runScript(store, UNLOCK, keysOf(key).slice(0, 1), [token]) },
    note: async (key, change) => { await write(key, '', change) },
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

/** The names of a user's sessions, for erasure. */
const indexOf = (owner: string) => `amora:session:1:{${owner}}`

/** One hash tag, so that a script's keys share a slot. */
function keysOf ({ owner, sessionId }: SessionKey): string[] {
  const name = `${indexOf(owner)}:${sessionId}`
  return [`${name}:lock`, name, `${name}:messages`, `${name}:wordings`, indexOf(owner)]
}
