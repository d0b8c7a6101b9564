import fp from 'fastify-plugin'
import { LRUCache } from 'lru-cache'
import { turnLeaseMs } from '../services/turn.ts'

declare module 'fastify' {
  interface FastifyInstance { erasure: Erasure }
}

export interface Erasure {
  /** Before a user is erased: what his turns under way write of him from now on is taken back. @throws {StateUnavailable} */
  begin (owner: string): Promise<void>
  /** Writes something of a user, and takes it back where he was erased while the turn ran. Rejects as these two do. */
  keep<T> (owner: string, write: () => Promise<T>, takeBack: () => Promise<void>): Promise<T>
}

const MOST_MARKS = 50_000

/** A mark on whoever was erased, for as long as a turn may run: an erasure must hold against turns that began before it. */
export default fp(async app => {
  const { config: { turnDeadlineMs }, sharedState: { store } } = app
  const markMs = turnLeaseMs(turnDeadlineMs)
  const marked = new LRUCache<string, true>({ max: MOST_MARKS, ttl: markMs })

  async function isMarked (owner: string): Promise<boolean> {
    if (marked.has(owner) || !store) return marked.has(owner)
    return store.run('memory-erased', async client => client.exists(nameOf(owner))).then(count => count > 0, () => marked.has(owner))
  }

  app.decorate('erasure', {
    async begin (owner) {
      marked.set(owner, true)
      await store?.run('memory-mark', async client => client.set(nameOf(owner), '1', 'PX', markMs))
    },
    async keep (owner, write, takeBack) {
      // In one trip, the write first: either the erasure finds what was written, or the mark is found here.
      const [written, isErased] = await Promise.all([write(), isMarked(owner)])
      if (isErased) await takeBack()
      return written
    }
  } satisfies Erasure)
}, { name: 'erasure', dependencies: ['config', 'redis'] })

const nameOf = (owner: string) => `amora:erased:1:{${owner}}`
