import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Redis } from 'ioredis'
import type { Test } from 'tap'
import { freePort, startRedis, type RedisServer } from './redis.ts'

const MASTER = 'amora'

export interface RedisSentinel {
  readonly url: string
  readonly master: RedisServer
  readonly replica: RedisServer
  /** Resolves once the sentinel names the replica. */
  failedOver (): Promise<void>
}

/** A master, its replica and a sentinel that makes the one out of the other half a second after it fell silent. */
export async function startSentinel (t: Test): Promise<RedisSentinel> {
  const master = await startRedis(t, ['--repl-diskless-sync-delay', '0'])
  const replica = await startRedis(t, ['--replicaof', '127.0.0.1', String(master.port)])
  await until(async () => (await replica.client.info('replication')).includes('master_link_status:up'))
  const sentinel = await launchSentinel(t, master.port)
  await until(async () => (await sentinel.call('SENTINEL', 'REPLICAS', MASTER) as unknown[]).length === 1)
  return {
    url: `redis+sentinel://127.0.0.1:${sentinel.options.port}/${MASTER}`,
    master,
    replica,
    failedOver: async () => until(async () => (await sentinel.call('SENTINEL', 'GET-MASTER-ADDR-BY-NAME', MASTER) as string[])[1] === String(replica.port))
  }
}

async function launchSentinel (t: Test, masterPort: number): Promise<Redis> {
  const port = await freePort()
  const folder = mkdtempSync(join(tmpdir(), 'amora-sentinel-'))
  const file = join(folder, 'sentinel.conf')
  writeFileSync(file, [
    `port ${port}`, 'bind 127.0.0.1', `dir ${folder}`, `sentinel monitor ${MASTER} 127.0.0.1 ${masterPort} 1`,
    `sentinel down-after-milliseconds ${MASTER} 500`, `sentinel failover-timeout ${MASTER} 2000`
  ].join('\n'))
  const child: ChildProcess = spawn('redis-server', [file, '--sentinel'], { stdio: 'ignore' })
  const client = new Redis(port, '127.0.0.1', { enableReadyCheck: false, retryStrategy: () => 25, maxRetriesPerRequest: 200 })
  client.on('error', () => {})
  t.teardown(async () => {
    client.disconnect()
    child.kill('SIGKILL')
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
    rmSync(folder, { recursive: true, force: true })
  })
  return client
}

async function until (holds: () => Promise<boolean>): Promise<void> {
  for (let attempt = 0; attempt < 400; attempt++) {
    if (await holds()) return
    await sleep(25)
  }
  throw new Error('the sentinel did not get there')
}
