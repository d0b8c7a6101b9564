/** A real process on Sentinel and on a Cluster of three, while they lose a server. AMORA_TEST_FULL=1 lets the cluster's outage last 12 s. */
import t from 'tap'
import { startCluster } from '../servers/redis-cluster.ts'
import { startSentinel } from '../servers/redis-sentinel.ts'
import { redisMissing } from '../servers/redis.ts'
import { FULL, startScene, through, usually } from './outage.ts'

t.setTimeout(FULL ? 600_000 : 110_000)

t.test('Sentinel: the master hangs and its replica takes over', { skip: redisMissing }, async t => {
  const sentinel = await startSentinel(t)
  const scene = await startScene(t, 1, sentinel.url)
  await usually(t, scene)
  await through(t, scene, { begin: sentinel.master.stall, end: sentinel.failedOver })
  t.ok((await sentinel.replica.client.keys('amora:session:*')).length > 0, 'the new master is written to')
})

t.test('Cluster: one of three dies and comes back', { skip: redisMissing }, async t => {
  const cluster = await startCluster(t)
  const scene = await startScene(t, 1, cluster.url)
  await usually(t, scene)
  await through(t, scene, {
    begin: cluster.nodes[1]!.kill,
    async end () {
      await cluster.nodes[1]!.restart()
      await cluster.whole()
    }
  })
})
