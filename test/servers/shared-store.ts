import type { Cluster, Redis } from 'ioredis'
import { createDeadlines } from '../../stores/redis/deadlines.ts'
import type { SharedStore } from '../../stores/redis/shared-store.ts'

/** The plain way to a test's own Redis: no breaker, and a deadline that only a dead server misses. */
export function sharedStoreOf (client: Redis | Cluster): SharedStore {
  const deadlines = createDeadlines(5000)
  return { run: async (_op, command, signal) => deadlines.within(command(client), signal) }
}
