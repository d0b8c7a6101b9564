import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Test } from 'tap'
import { redisMissing, startRedis, type RedisServer } from './redis.ts'

/** The library that stands before the system's clock; `faketime` knows where it is. */
const library = String(spawnSync('faketime', ['-f', '+0', 'printenv', 'LD_PRELOAD']).stdout ?? '').trim()

/** Why a test that sets Redis' clock skips; undefined when faketime is installed. */
export const clockMissing: string | undefined = redisMissing ?? (library === '' ? 'faketime is not installed (Debian: apt-get install faketime)' : undefined)

export interface RedisClock extends RedisServer {
  /** From now on the server's day is the one of this time (epoch milliseconds), and goes on from there. */
  set (epochMs: number): void
}

/** A real Redis whose clock the test sets; it starts with the machine's. */
export async function startRedisClock (t: Test): Promise<RedisClock> {
  const folder = mkdtempSync(join(tmpdir(), 'amora-clock-'))
  t.teardown(() => { rmSync(folder, { recursive: true, force: true }) })
  const file = join(folder, 'offset')
  const set = (epochMs: number) => { writeFileSync(file, `${((epochMs - Date.now()) / 1000).toFixed(3)}\n`.replace(/^(?!-)/, '+')) }
  set(Date.now())
  const env = { LD_PRELOAD: library, FAKETIME_TIMESTAMP_FILE: file, FAKETIME_NO_CACHE: '1', FAKETIME_DONT_FAKE_MONOTONIC: '1', DONT_FAKE_MONOTONIC: '1', TZ: 'UTC' }
  return { ...await startRedis(t, [], { env }), set }
}
