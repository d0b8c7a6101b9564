import type { FastifyInstance } from 'fastify'
import fp from 'fastify-plugin'
import type { MemoryFacts, MemoryNote } from '../services/memory.ts'
import { createMemoryMemoryStore } from '../stores/memory/memory-store.ts'
import { createRedisMemoryStore } from '../stores/redis/memory-store.ts'
import type { MemoryStore } from '../stores/memory-store.ts'
import type { Pseudonyms } from '../services/identity/pseudonym.ts'

declare module 'fastify' {
  interface FastifyInstance { memory: Memory }
}

export interface Memory {
  /** What is remembered of a user; moved to his present hash if it stood under an older one. Nothing while Redis is down. */
  recall (user: Pseudonyms): Promise<MemoryFacts | undefined>
  note (user: Pseudonyms, note: MemoryNote): Promise<void>
  /** The same, but says when it can't be read. @throws {StateUnavailable} */
  read (user: Pseudonyms): Promise<MemoryFacts | undefined>
  erase (owner: string): Promise<void>
}

const MOST_USERS = 50_000

/** Themes and patterns of paid users across sessions; never a message. */
export default fp(async app => {
  const store = createStore(app)
  const uses = app.metrics.counter('amora_memory_uses_total')

  async function read ({ owner, formerOwners }: Pseudonyms): Promise<MemoryFacts | undefined> {
    // Together, so that a key's rotation costs no trip of its own.
    const [facts, ...former] = await Promise.all([owner, ...formerOwners].map(async name => store.read(name)))
    if (facts || former.every(kept => kept === undefined)) return facts
    for (const former of formerOwners) await store.adopt(owner, former)
    return store.read(owner)
  }

  app.decorate('memory', {
    read,
    async recall (user) {
      try {
        const facts = await read(user)
        uses.inc({ result: facts ? 'recalled' : 'nothing' })
        return facts
      } catch {
        uses.inc({ result: 'unavailable' })
        return undefined
      }
    },
    async note ({ owner }, note) {
      await app.erasure.keep(owner, async () => store.add(owner, note), async () => store.erase(owner)).then(() => { uses.inc({ result: 'noted' }) }, () => { uses.inc({ result: 'unavailable' }) })
    },
    erase: async owner => store.erase(owner)
  } satisfies Memory)
}, { name: 'memory', dependencies: ['config', 'metrics', 'redis', 'erasure'] })

function createStore (app: FastifyInstance): MemoryStore {
  const { memoryTtlMs: ttlMs } = app.config
  return app.sharedState.store ? createRedisMemoryStore(app.sharedState.store, { ttlMs }) : createMemoryMemoryStore({ ttlMs, maxUsers: MOST_USERS, now: () => performance.now() })
}
