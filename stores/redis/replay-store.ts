import type { ReplayBegin, ReplayKey, ReplayOptions, ReplayStore } from '../replay-store.ts'
import { createOutbox } from './outbox.ts'
import { loadScript, runScript } from './script.ts'
import { isUnavailable, type SharedStore } from './shared-store.ts'

const BEGIN = loadScript('replay-begin')
const END = loadScript('replay-end')
const ERASE = loadScript('replay-erase', ['erase-indexed'])
const STATES = ['started', 'in_flight', 'mismatch', 'finished'] as const

/** Replays that many processes share. */
export function createRedisReplayStore (store: SharedStore, { keepMs, leaseMs }: ReplayOptions): ReplayStore {
  const outbox = createOutbox()
  const end = async (key: ReplayKey, turnId: string, reply: string) => outbox.deliver(async () => runScript(store, END, [nameOf(key)], [turnId, keepMs, reply]))
  return {
    async begin (key, bodyDigest, turnId) {
      try {
        const [state, reply] = await runScript(store, BEGIN, [nameOf(key), indexOf(key.owner)], [bodyDigest, turnId, leaseMs, keepMs]) as [number, string?]
        return { state: STATES[state], reply } as ReplayBegin
      } catch (error) {
        // The server may begin it yet, for a turn that has gone on without it.
        if (isUnavailable(error)) await end(key, turnId, '')
        throw error
      }
    },
    finish: end,
    abandon: async (key, turnId) => end(key, turnId, ''),
    erase: async owner => { await runScript(store, ERASE, [indexOf(owner)], []) }
  }
}

const indexOf = (owner: string) => `amora:replay:1:{${owner}}`
const nameOf = ({ owner, key }: ReplayKey) => `${indexOf(owner)}:${key}`
