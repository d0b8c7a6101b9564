import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Cluster, Redis } from 'ioredis'
import type { Test } from 'tap'
import t from 'tap'
import { createRedisClient } from '../../../stores/redis/client.ts'
import { startCluster } from '../../servers/redis-cluster.ts'
import { startSentinel } from '../../servers/redis-sentinel.ts'
import { startTlsRedis, tlsMissing } from '../../servers/redis-tls.ts'
import { redisMissing, startRedis } from '../../servers/redis.ts'

async function connected (t: Test, url: string): Promise<Redis | Cluster> {
  const client = createRedisClient(url)
  client.on('error', () => {})
  t.teardown(() => { client.disconnect() })
  await client.connect()
  return client
}

/** Milliseconds until a write gets through. */
async function writable (client: Redis | Cluster, withinMs: number): Promise<number> {
  const startedAt = performance.now()
  while (performance.now() - startedAt < withinMs) {
    if (await Promise.race([client.set('key', 'value').then(() => true, () => false), sleep(100)])) return performance.now() - startedAt
    await sleep(10)
  }
  throw new Error(`no write got through in ${withinMs} ms`)
}

t.test('one server', { skip: redisMissing }, async t => {
  t.test('with a user, a password with special characters, and a database', async t => {
    const redis = await startRedis(t)
    await redis.client.call('ACL', 'SETUSER', 'app', 'on', '>p@ss:w/ord%', '~*', '+@all')
    const client = await connected(t, `redis://app:${encodeURIComponent('p@ss:w/ord%')}@127.0.0.1:${redis.port}/2`)
    await client.set('key', 'value')
    t.equal(await redis.client.get('key'), null)
    t.match(await redis.client.info('keyspace'), /db2:keys=1/)
  })

  t.test('without it: nothing is waited for, nothing is sent later', async t => {
    const redis = await startRedis(t)
    const client = await connected(t, redis.url)
    await redis.kill()
    await sleep(30)
    const startedAt = performance.now()
    await t.rejects(client.set('key', 'written while it was away'))
    t.ok(performance.now() - startedAt < 50)
    await redis.restart()
    t.ok(await writable(client, 1000) < 1000)
    await client.del('key')
    await sleep(200)
    t.equal(await client.get('key'), null, 'no command is kept for later')
  })
})

t.test('TLS', { skip: tlsMissing }, async t => {
  const redis = await startTlsRedis(t, 'pass/word')
  const dial = (env: Record<string, string>) => {
    const source = `import { createRedisClient } from ${JSON.stringify(join(import.meta.dirname, '../../../stores/redis/client.ts'))}
      const client = createRedisClient(process.argv[1])
      client.on('error', error => { console.log('error', error.code); process.exit(0) })
      client.connect().then(() => client.set('key', 'value')).then(() => { console.log('written'); process.exit(0) }, () => {})`
    return String(spawnSync(process.execPath, ['--input-type=module', '-e', source, redis.url], { env: { PATH: process.env.PATH, ...env }, timeout: 20_000 }).stdout).trim()
  }
  t.test('an authority that Node trusts', async t => { t.equal(dial({ NODE_EXTRA_CA_CERTS: redis.caFile }), 'written') })
  t.test('an authority that it does not', async t => { t.match(dial({}), /error (SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_VERIFY_LEAF_SIGNATURE|UNABLE_TO_GET_ISSUER_CERT_LOCALLY)/) })
})

t.test('Sentinel: the new master is written to as soon as there is one', { skip: redisMissing }, async t => {
  const sentinel = await startSentinel(t)
  const client = await connected(t, sentinel.url)
  await client.set('key', 'before')
  sentinel.master.stall()
  await sentinel.failedOver()
  const ms = await writable(client, 3000)
  t.ok(ms < 1000, `written ${ms.toFixed()} ms after the failover`)
  t.equal(await sentinel.replica.client.get('key'), 'value')
})

t.test('Cluster: a node that is gone fails at once, the others answer, and it is found again', { skip: redisMissing }, async t => {
  const cluster = await startCluster(t)
  const client = await connected(t, cluster.url)
  // Its slot, 12539, is the third node's.
  await client.set('key', 'value')
  await cluster.nodes[2]!.kill()
  await sleep(50)
  const startedAt = performance.now()
  await t.rejects(client.set('key', 'value'))
  t.ok(performance.now() - startedAt < 50)
  await cluster.nodes[2]!.restart()
  await cluster.whole()
  const ms = await writable(client, 3000)
  t.ok(ms < 1000, `written ${ms.toFixed()} ms after it was whole again`)
})
