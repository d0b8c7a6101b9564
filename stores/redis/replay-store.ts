import type { ReplayBegin, ReplayKey, ReplayOptions, ReplayStore } from '../replay-store.ts'
import { loadScript, runScript } from './script.ts'
import type { SharedStore } from './shared-store.ts'

const BEGIN = loadScript('replay-begin')
const END = loadScript('replay-end')
const ERASE = loadScript('erase-indexed')
const STATES = ['started', 'in_flight', 'mismatch', 'finished'] as const

/** Replays that many processes share. */
export function createRedisReplayStore (store: SharedStore, { keepMs, leaseMs }: ReplayOptions): ReplayStore {
  return {
    async begin (key, bodyDigest, turnId) {
      const [state, reply] = await runScript(store, BEGIN, [nameOf(key), indexOf(key.owner)], [bodyDigest, turnId, leaseMs, keepMs]) as [number, string?]
      return { state: STATES[state], reply } as ReplayBegin
    },
    finish: async (key, turnId, reply) => { await runScript(store, END, [nameOf(key)], [turnId, keepMs, reply]) },
    abandon: async (key, turnId) => { await runScript(store, END, [nameOf(key)], [turnId, keepMs, '']) },
    erase: async owner => { await runScript(store, ERASE, [indexOf(owner)], []) }
  }
}

const indexOf = (owner: string) => `amora:replay:1:{${owner}}`
const nameOf = ({ owner, key }: ReplayKey) => `${indexOf(owner)}:${key}`
