import { randomUUID } from 'node:crypto'
import t from 'tap'
import type { FastifyInstance } from 'fastify'
import { redisMissing, startRedis } from '../servers/redis.ts'
import { startCluster } from '../servers/redis-cluster.ts'
import { startSentinel } from '../servers/redis-sentinel.ts'
import { eventually, operator, startReplica } from './rollout-harness.ts'

const assigned = (app: FastifyInstance) => app.rollout.assign({ userId: randomUUID() })
const isV2 = ({ engine }: { engine: string }) => engine === 'v2'

t.test('without an answer at the start V1, with one V2 by itself, and without one again V2 until the state is old', { skip: redisMissing }, async t => {
  const redis = await startRedis(t)
  await redis.kill()
  let now = 0
  const app = await startReplica(t, { env: { REDIS_URL: redis.url }, pollMs: 100, now: () => now })
  t.strictSame(assigned(app), { engine: 'v1', reason: 'state_unavailable' })
  await redis.restart()
  t.strictSame(await eventually(() => assigned(app), isV2, 5000), { engine: 'v2', reason: 'in_rollout' })
  await redis.kill()
  t.equal(assigned(app).engine, 'v2')
  now += 60_001
  t.strictSame(assigned(app), { engine: 'v1', reason: 'state_unavailable' })
})

t.test('a Redis that comes back empty is given the state again', { skip: redisMissing }, async t => {
  const redis = await startRedis(t)
  const app = await startReplica(t, { env: { REDIS_URL: redis.url }, pollMs: 100 })
  await operator(app).post('/rollback', { reason: 'gate' })
  await redis.kill()
  await redis.restart()
  const stored = await eventually(async () => redis.client.hget('amora:rollout:1:{rollout}', 'status'), status => status !== null, 5000)
  t.equal(stored, 'rolled_back')
})

t.test('a replica whose channel was cut hears again, and reads what it missed', { skip: redisMissing }, async t => {
  const redis = await startRedis(t)
  const [here, there] = [await startReplica(t, { env: { REDIS_URL: redis.url } }), await startReplica(t, { env: { REDIS_URL: redis.url }, pollMs: 60_000 })]
  const subscribers = async () => Number((await redis.client.pubsub('NUMSUB', 'amora:rollout:1:{rollout}:changes') as unknown[])[1])
  t.equal(await eventually(subscribers, count => count === 2), 2)
  await redis.client.call('CLIENT', 'KILL', 'TYPE', 'pubsub')
  await operator(here).post('/kill')
  t.match(await eventually(() => assigned(there), ({ engine }) => engine === 'v1', 1000), { engine: 'v1', reason: 'killed' })
  await eventually(subscribers, count => count === 2)
  await operator(here).post('/resume')
  t.match(await eventually(() => assigned(there), isV2, 1000), { engine: 'v2' })
})

t.test('a Redis that forbids the channel is polled, and heard once it allows it', { skip: redisMissing }, async t => {
  const redis = await startRedis(t)
  const app = await startReplica(t, { env: { REDIS_URL: redis.url }, pollMs: 100 })
  const subscribers = async () => Number((await redis.client.pubsub('NUMSUB', 'amora:rollout:1:{rollout}:changes') as unknown[])[1])
  t.equal(await eventually(subscribers, count => count === 1), 1)
  await redis.client.acl('SETUSER', 'default', 'resetchannels')
  t.equal(await eventually(subscribers, count => count === 0), 0)
  const other = await startReplica(t, { env: { REDIS_URL: redis.url } })
  await operator(other).post('/kill')
  t.match(await eventually(() => assigned(app), ({ engine }) => engine === 'v1'), { reason: 'killed' })
  await redis.client.acl('SETUSER', 'default', 'allchannels')
  t.equal(await eventually(subscribers, count => count === 2, 5000), 2)
})

t.test('in a cluster a move is heard, and acknowledged', { skip: redisMissing }, async t => {
  const cluster = await startCluster(t)
  await cluster.whole()
  const env = { REDIS_URL: cluster.url }
  const [here, there] = [await startReplica(t, { env }), await startReplica(t, { env })]
  t.strictSame(await eventually(() => assigned(there), isV2, 5000), { engine: 'v2', reason: 'in_rollout' })
  const { body } = await operator(here).ask('POST', '/kill?wait=5000', { payload: { reason: 'fire' } })
  t.match([body.acknowledged, body.pending], [{ length: 2 }, { length: 0 }])
  t.match(assigned(there), { engine: 'v1', reason: 'killed' })
})

t.test('a failover keeps the dial', { skip: redisMissing }, async t => {
  const sentinel = await startSentinel(t)
  const env = { REDIS_URL: sentinel.url }
  const [here, there] = [await startReplica(t, { env }), await startReplica(t, { env })]
  await operator(here).post('/kill')
  await sentinel.master.kill()
  const resumed = await eventually(async () => operator(here).post('/resume', { reason: 'a new master' }), ({ status }) => status === 200, 20_000)
  t.match(resumed, { status: 200, body: { status: 'complete', version: 3 } })
  t.match(await eventually(() => assigned(there), isV2, 5000), { engine: 'v2' })
})
