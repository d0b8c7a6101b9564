import { setTimeout as sleep } from 'node:timers/promises'
import type { Test } from 'tap'
import { freePort, startRedis, type RedisServer } from './redis.ts'

const SLOTS = 16_384

/** Three masters with a third of the slots each, and no replicas: what one holds is away while it is. */
export interface RedisCluster {
  readonly url: string
  readonly nodes: readonly RedisServer[]
  /** Resolves once every node calls the cluster whole. */
  whole (): Promise<void>
}

/** A real Redis Cluster of the test's own, ended with it. */
export async function startCluster (t: Test): Promise<RedisCluster> {
  const buses = [await freePort(), await freePort(), await freePort()]
  const nodes = await Promise.all(buses.map(async bus => startRedis(t, ['--cluster-enabled', 'yes', '--cluster-node-timeout', '500', '--cluster-port', String(bus)])))
  await Promise.all(nodes.map(async ({ client }, at) => client.call('CLUSTER', 'ADDSLOTSRANGE', ...rangeOf(at, nodes.length))))
  const [first, ...others] = nodes
  for (const [at, { port }] of others.entries()) await first!.client.call('CLUSTER', 'MEET', '127.0.0.1', port, buses[at + 1]!)
  const cluster: RedisCluster = {
    url: `redis+cluster://${nodes.map(({ port }) => `127.0.0.1:${port}`).join()}`,
    nodes,
    async whole () {
      for (let attempt = 0; attempt < 400; attempt++) {
        const states = await Promise.all(nodes.map(async ({ client }) => client.cluster('INFO')))
        if (states.every(state => state.includes('cluster_state:ok') && state.includes(`cluster_size:${nodes.length}`))) return
        await sleep(25)
      }
      throw new Error('the cluster did not become whole')
    }
  }
  await cluster.whole()
  return cluster
}

function rangeOf (at: number, count: number): [number, number] {
  const from = (part: number) => Math.floor(part * SLOTS / count)
  return [from(at), from(at + 1) - 1]
}
