import { spawnSync } from 'node:child_process'
import type { Test } from 'tap'
import { redisMissing, startRedis, type RedisServer } from './redis.ts'

/** Why a test that needs a Redis of another day skips; undefined when datefudge is installed (faketime does not get on with Redis' allocator). */
export const clockMissing: string | undefined = redisMissing ?? (spawnSync('datefudge', ['--version']).error ? 'datefudge is not installed (Debian: apt-get install datefudge)' : undefined)

/** A real Redis whose clock shows this time (epoch milliseconds, to the second) when it starts, and goes on from there. */
export async function startRedisAt (t: Test, epochMs: number): Promise<RedisServer> {
  return startRedis(t, [], { under: ['datefudge', new Date(epochMs).toISOString()] })
}
