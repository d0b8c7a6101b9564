/** A Redis that keeps its append-only file, as operations.md wants it: what it answered survives its own death (not the machine's). */
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Redis } from 'ioredis'
import { freePort } from '../servers/redis.ts'
import { clockMissing } from '../servers/redis-clock.ts'

export interface ChaosRedis {
  readonly port: number
  /** A connection for whoever checks the books. */
  readonly client: Redis
  /** Killed, and back with what its append-only file holds after a while. */
  restart (downMs: number): Promise<void>
  stall (ms: number): Promise<void>
  flush (): Promise<void>
  /** Restarted so that the day ends a moment later by its clock; false where that can't be arranged. */
  nearMidnight (): Promise<boolean>
  end (): Promise<void>
}

/** Its clock begins half an hour before the end of a day, and is set forward by that later: no key may end by it. */
const STARTS_BEFORE_MIDNIGHT_MS = 30 * 60_000
const NEAR_MIDNIGHT_MS = 2000

export async function createRedis (): Promise<ChaosRedis> {
  const port = await freePort()
  const folder = mkdtempSync(join(tmpdir(), 'amora-chaos-'))
  let aheadMs = endOfDay() - STARTS_BEFORE_MIDNIGHT_MS - Date.now()
  const launch = async () => {
    const child = spawnAt(clockMissing ? undefined : Date.now() + aheadMs, ['redis-server', '--port', String(port), '--bind', '127.0.0.1', '--dir', folder, '--save', '', '--appendonly', 'yes', '--appendfsync', 'everysec'])
    const probe = connect(port)
    await probe.ping()
    probe.disconnect()
    return child
  }
  let child = await launch()
  const client = connect(port)
  const kill = async () => {
    child.kill('SIGKILL')
    await once(child, 'exit')
  }
  const restart = async (downMs: number) => {
    await kill()
    await sleep(downMs)
    child = await launch()
  }
  return {
    port,
    client,
    restart,
    async stall (ms) {
      child.kill('SIGSTOP')
      await sleep(ms)
      child.kill('SIGCONT')
    },
    async flush () { await client.flushall() },
    async nearMidnight () {
      if (clockMissing) return false
      aheadMs = endOfDay() - NEAR_MIDNIGHT_MS - Date.now()
      await restart(0)
      return true
    },
    async end () {
      client.disconnect()
      await kill()
      rmSync(folder, { recursive: true, force: true })
    }
  }
}

/** The server itself, also where it runs by another clock: that program becomes it. */
function spawnAt (epochMs: number | undefined, command: readonly string[]): ChildProcess {
  const [program, ...args] = epochMs === undefined ? command : ['datefudge', new Date(epochMs).toISOString(), ...command]
  return spawn(program!, args, { stdio: 'ignore' })
}

function connect (port: number): Redis {
  const client = new Redis(port, '127.0.0.1', { retryStrategy: () => 20, maxRetriesPerRequest: 500 })
  client.on('error', () => {})
  return client
}

/** In the middle of a month, whose money both days share. */
function endOfDay (): number {
  const today = new Date()
  return Date.UTC(today.getUTCFullYear(), today.getUTCMonth(), 16)
}
