import type { Cluster, Redis } from 'ioredis'
import { withDeadline, type SharedStore } from '../../stores/redis/shared-store.ts'

/** The plain way to a test's own Redis: no breaker, and a deadline that only a dead server misses. */
export function sharedStoreOf (client: Redis | Cluster): SharedStore {
  return { run: async (_op, command) => withDeadline(command(client), 5000) }
}
