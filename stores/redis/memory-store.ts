import { GOALS, type MemoryFacts, type ThemeFacts } from '../../services/memory.ts'
import { EMOTIONS, THEMES } from '../../services/understanding/reading.ts'
import type { MemoryStore } from '../memory-store.ts'
import { loadScript, runScript } from './script.ts'
import type { SharedStore } from './shared-store.ts'

const ADD = loadScript('memory-add')

/** Memory that many processes share: a hash of counters a user. */
export function createRedisMemoryStore (store: SharedStore, { ttlMs }: { ttlMs: number }): MemoryStore {
  const readAll = async (owner: string) => store.run('memory-read', async client => client.hgetall(nameOf(owner)))
  return {
    read: async owner => factsOf(await readAll(owner)),
    add: async (owner, { themes, emotion = '', goal = '', day, isNewSession }) => {
      await runScript(store, ADD, [nameOf(owner)], [ttlMs, day, isNewSession ? 1 : 0, emotion, goal, ...themes])
    },
    async adopt (owner, formerOwner) {
      const [fields, present] = await Promise.all([readAll(formerOwner), readAll(owner)])
      if (Object.keys(fields).length === 0) return
      await store.run('memory-adopt', async client => {
        if (Object.keys(present).length === 0) await client.hset(nameOf(owner), fields)
        await Promise.all([client.pexpire(nameOf(owner), ttlMs), client.del(nameOf(formerOwner))])
      })
    },
    erase: async owner => { await store.run('memory-erase', async client => client.del(nameOf(owner))) }
  }
}

const nameOf = (owner: string) => `amora:memory:1:{${owner}}`

type Fields = Readonly<Record<string, string>>

function factsOf (fields: Fields): MemoryFacts | undefined {
  if (Object.keys(fields).length === 0) return undefined
  return {
    sessions: Number(fields.sessions ?? 0),
    themes: present(THEMES, theme => themeOf(fields, `theme:${theme}`)),
    goals: present(GOALS, goal => countOf(fields, `goal:${goal}`))
  }
}

function themeOf (fields: Fields, name: string): ThemeFacts | undefined {
  const count = countOf(fields, `${name}:count`)
  return count === undefined ? undefined : { count, firstSeen: fields[`${name}:first`] ?? '', lastSeen: fields[`${name}:last`] ?? '', emotions: present(EMOTIONS, emotion => countOf(fields, `${name}:emotion:${emotion}`)) }
}

const countOf = (fields: Fields, name: string) => fields[name] === undefined ? undefined : Number(fields[name])

/** An object of those keys that have a value. */
function present<K extends string, V> (keys: readonly K[], valueOf: (key: K) => V | undefined): Partial<Record<K, V>> {
  return Object.fromEntries(keys.flatMap(key => {
    const value = valueOf(key)
    return value === undefined ? [] : [[key, value]]
  })) as Partial<Record<K, V>>
}
