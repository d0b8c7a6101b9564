/** Processes of server.ts that are killed and started anew. */
import { spawn, type ChildProcess } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '../..')

export interface Replica {
  readonly url: string
  /** Nobody writes to it any more. */
  isKilled (): boolean
  kill (): Cores
}

/** How long processes ran, and how long they could have run had there been a core for them. */
export interface Cores { readonly ranMs: number, readonly waitedMs: number }

export interface Replicas {
  living (): readonly Replica[]
  /** One dies as by kill -9, and another takes its place. */
  replace (at: number): Promise<void>
  /** Of all that have ended. */
  cores (): Cores
  end (): void
}

export async function startReplicas (count: number, env: Readonly<Record<string, string>>): Promise<Replicas> {
  const replicas = await Promise.all(Array.from({ length: count }, async () => startReplica(env)))
  const used: Cores[] = []
  return {
    living: () => replicas.filter(replica => !replica.isKilled()),
    async replace (at) {
      used.push(replicas[at]!.kill())
      replicas[at] = await startReplica(env)
    },
    cores: () => used.reduce((sum, { ranMs, waitedMs }) => ({ ranMs: sum.ranMs + ranMs, waitedMs: sum.waitedMs + waitedMs }), { ranMs: 0, waitedMs: 0 }),
    end () { for (const replica of replicas) used.push(replica.kill()) }
  }
}

async function startReplica (env: Readonly<Record<string, string>>): Promise<Replica> {
  const child = spawn(process.execPath, ['server.ts'], { cwd: ROOT, stdio: ['ignore', 'ignore', 'pipe'], env: { PATH: process.env.PATH, PORT: '0', AMORA_METRICS_PORT: '0', LOG_LEVEL: 'silent', ...env } })
  const kill = () => {
    const cores = coresOf(child)
    child.kill('SIGKILL')
    return cores
  }
  return { url: await addressOf(child), isKilled: () => child.killed, kill }
}

/** As Linux tells it of the main thread (proc(5), schedstat); nothing elsewhere. */
function coresOf ({ pid }: ChildProcess): Cores {
  try {
    const [ran, waited] = readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ')
    return { ranMs: Number(ran) / 1e6, waitedMs: Number(waited) / 1e6 }
  } catch {
    return { ranMs: 0, waitedMs: 0 }
  }
}

async function addressOf (child: ChildProcess): Promise<string> {
  let said = ''
  for await (const chunk of child.stderr!.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    said += chunk.toString()
    const url = /listens on (\S+)/.exec(said)?.[1]
    if (url === undefined) continue
    child.stderr!.resume()
    return url
  }
  throw new Error(`a replica did not start: ${said}`)
}
