import type { FastifyInstance } from 'fastify'
import type { Test } from 'tap'
import t from 'tap'
import { build, person, type Person } from '../helper.ts'
import { redisMissing, startRedis, type RedisServer } from '../servers/redis.ts'

const OLD = 'autumn:0123456789abcdef'
const NEW = 'winter:fedcba9876543210'
const USER = '5f0c442a-98fc-4c14-9afb-f4c8996fb924'
const QUESTION = 'I can’t trust him any more since he lied to me, and I feel so sad about it.'

/** A replica with these privacy keys, the writing one first, and our user at its door. */
async function replica (t: Test, redis: RedisServer, keys: string): Promise<{ app: FastifyInstance, anna: Person }> {
  const app = await build(t, { env: { REDIS_URL: redis.url, AMORA_JWT_SECRET: 'kY7w2pQ9vXz4LmN8rT3sB6hJ1cF5gD0aE_uR', AMORA_PRIVACY_KEYS: keys, AMORA_BURST_PER_MINUTE: '1000', AMORA_V2_ENABLED: 'false' } })
  return { app, anna: person(app, { sub: USER, tier: 'paid' }) }
}

const left = async (anna: Person) => Number((await anna.say(QUESTION)).headers['ratelimit-remaining'])

interface Export { readonly memory: { readonly sessions: number, readonly themes: Record<string, { count: number }> }, readonly turns: ReadonlyArray<{ at: string }> }

async function exported (app: FastifyInstance, anna: Person): Promise<Export> {
  return (await app.inject({ url: '/api/v1/coach/memory', headers: { authorization: `Bearer ${anna.token}` } })).json()
}
const kept = async (app: FastifyInstance, anna: Person) => (await exported(app, anna)).memory

t.test('a change of privacy keys', { skip: redisMissing }, async t => {
  const redis = await startRedis(t, ['--rdbcompression', 'no'])
  const before = await replica(t, redis, OLD)
  t.equal(await left(before.anna), 99)
  t.equal(await left(before.anna), 98)
  await before.anna.say(QUESTION, { session_id: 'talk' }, { 'idempotency-key': 'k' })
  const known = await kept(before.app, before.anna)
  t.ok(known.sessions === 3 && Object.keys(known.themes).length > 0, JSON.stringify(known))

  t.test('today’s messages still count, and what is remembered moves to the new key', async t => {
    const { app, anna } = await replica(t, redis, `${NEW},${OLD}`)
    t.equal(await left(anna), 96)
    t.equal(await left(anna), 95)
    t.match(await kept(app, anna), { sessions: known.sessions + 2 })
    t.strictSame((await redis.client.keys('amora:memory:*')).map(key => /\{(\w+)\./.exec(key)![1]), ['winter'])
  })

  t.test('the export has the turns under both keys, newest first', async t => {
    const { app, anna } = await replica(t, redis, `${NEW},${OLD}`)
    const { turns } = await exported(app, anna)
    t.equal(turns.length, 5)
    t.strictSame(turns, turns.toSorted((one, other) => other.at.localeCompare(one.at)))
  })

  t.test('sessions and idempotency records start anew', async t => {
    const { anna } = await replica(t, redis, `${NEW},${OLD}`)
    const again = await anna.say(QUESTION, { session_id: 'talk' }, { 'idempotency-key': 'k' })
    t.equal(again.status, 200)
    t.equal(again.headers['idempotent-replayed'], undefined)
    t.equal(await redis.client.hget((await redis.client.keys('amora:session:1:{winter.*}:talk'))[0]!, 'turns'), '1')
  })

  t.test('told the new key first and made to write by it later, replicas of both kinds count as one', async t => {
    await redis.client.flushall()
    const [told, writing] = [await replica(t, redis, `${OLD},${NEW}`), await replica(t, redis, `${NEW},${OLD}`)]
    const leftOver: number[] = []
    for (const { anna } of [told, writing, told, writing, told]) leftOver.push(await left(anna))
    t.strictSame(leftOver, [99, 98, 97, 96, 95])
    t.equal((await kept(told.app, told.anna)).sessions, 5)
  })

  t.test('once the old key is gone nothing that moved is lost, and erasure leaves nothing under either', async t => {
    const both = await replica(t, redis, `${NEW},${OLD}`)
    await both.anna.say(QUESTION)
    const { app, anna } = await replica(t, redis, NEW)
    t.ok((await kept(app, anna)).sessions > 0)
    const response = await both.app.inject({ method: 'DELETE', url: '/api/v1/coach/memory', headers: { authorization: `Bearer ${anna.token}` } })
    t.equal(response.statusCode, 204)
    const found = await redis.client.keys('*{autumn.*').then(async keys => [...keys, ...await redis.client.keys('*{winter.*')])
    t.strictSame(found.filter(key => !/^amora:(quota|erased):/.test(key)), [], 'counts of today stay till tomorrow: they tell nothing and keep the limit; a mark stays for seconds')
  })

  t.test('no key, value or channel holds the user’s id or a word of his', async t => {
    const { anna } = await replica(t, redis, NEW)
    await anna.say('My neighbour Quentin shouts at me.', { session_id: 'quentin' })
    const keys = await redis.client.keys('*')
    t.strictSame(keys.filter(key => key.includes(USER)), [])
    for (const key of keys) {
      const value = await redis.client.dump(key)
      t.notOk(value?.includes(USER), key)
      if (!key.startsWith('amora:session:')) t.notOk(/quentin|neighbour/i.test(String(value)), key)
    }
  })
})
