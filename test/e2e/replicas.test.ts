/** Three real processes and one real Redis behave as one. AMORA_TEST_FULL=1 plays each race twenty times and a session of 5,000 turns. */
import { setTimeout as sleep } from 'node:timers/promises'
import type { Redis } from 'ioredis'
import t, { type Test } from 'tap'
import { pseudonymsOf, privacyKeysOf } from '../../services/identity/pseudonym.ts'
import { build, person } from '../helper.ts'
import { clockMissing, startRedisAt } from '../servers/redis-clock.ts'
import { monitorRedis } from '../servers/redis-monitor.ts'
import { redisMissing, startRedis, type RedisServer } from '../servers/redis.ts'
import { PRIVACY_KEY, somebody, startHouse, tally, type Answer } from './house.ts'

const FULL = process.env.AMORA_TEST_FULL === '1'
const RACES = FULL ? 20 : 2
const SESSION_TURNS = FULL ? 5000 : 1000
const WRITERS = 30

t.setTimeout(FULL ? 900_000 : 110_000)

const QUESTION = { specific_question: 'We argue about small things every evening. How do I start a calmer talk?' }
const ownerOf = (userId: string) => pseudonymsOf(userId, privacyKeysOf(PRIVACY_KEY)).owner
const atOnce = async (count: number, work: (n: number) => Promise<Answer>) => Promise.all(Array.from({ length: count }, async (_, n) => work(n)))

/** Messages of today that count. */
async function counted (client: Redis, userId: string): Promise<number> {
  const [key] = await client.keys(`amora:quota:1:{${ownerOf(userId)}}:day:*`)
  return key === undefined ? 0 : client.scard(key)
}

t.test('limits and sessions of three processes', { skip: redisMissing }, async t => {
  const redis = await startRedis(t)
  const house = await startHouse(t, 3, { REDIS_URL: redis.url })

  for (const [tier, limit] of [['free', 10], ['paid', 100]] as const) {
    t.test(`of 200 messages at once by a ${tier} user exactly ${limit} are answered`, async t => {
      for (let race = 0; race < RACES; race++) {
        const anna = somebody({ tier })
        const answers = await atOnce(200, async () => anna.say(house.any(), QUESTION))
        t.strictSame(tally(answers), { 200: limit, '429 AMORA_DAILY_LIMIT': 200 - limit })
        t.equal(await counted(redis.client, anna.userId), limit)
        const refused = answers.find(({ status }) => status === 429)!
        t.ok(Number(refused.headers.get('retry-after')) > 0)
        t.equal(refused.headers.get('ratelimit-remaining'), '0')
      }
    })
  }

  t.test('over the limit somebody in despair gets care from every process, and it does not count', async t => {
    const anna = somebody()
    await atOnce(12, async () => anna.say(house.any(), QUESTION))
    for (const replica of house.replicas) {
      t.equal((await anna.say(replica, QUESTION)).status, 429)
      t.match(await anna.say(replica, { specific_question: 'I want to kill myself tonight.' }), { status: 200, body: { engine: 'safety', mode: 'SAFETY', referenced_data: { crisis: 'self_harm' } } })
    }
    t.equal(await counted(redis.client, anna.userId), 10)
  })

  t.test('a message that found its session busy is given back, once', async t => {
    const anna = somebody()
    await anna.say(house.any(), { ...QUESTION, session_id: 'busy' })
    await redis.client.set(`amora:session:1:{${ownerOf(anna.userId)}}:busy:lock`, 'another turn')
    const answers = await atOnce(6, async () => anna.say(house.any(), { ...QUESTION, session_id: 'busy' }))
    t.strictSame(tally(answers), { '429 AMORA_SESSION_BUSY': 6 })
    await sleep(100)
    t.equal(await counted(redis.client, anna.userId), 1)
    t.strictSame(tally(await atOnce(12, async () => anna.say(house.any(), QUESTION))), { 200: 9, '429 AMORA_DAILY_LIMIT': 3 })
  })

  t.test('the same Idempotency-Key in all processes at once: answered once, counted once, the same for all', async t => {
    const anna = somebody()
    const keyed = async (body: object) => anna.say(house.any(), body, { 'idempotency-key': 'one' })
    const first = await atOnce(30, async () => keyed(QUESTION))
    const answered = first.filter(({ status }) => status === 200)
    t.strictSame(Object.keys(tally(first)).filter(name => name !== '200' && name !== '409 AMORA_IN_FLIGHT'), [])
    t.equal(answered.filter(({ headers }) => headers.get('idempotent-replayed') === null).length, 1)
    const later = await atOnce(6, async () => keyed(QUESTION))
    t.ok(later.every(({ status, headers }) => status === 200 && headers.get('idempotent-replayed') === 'true'))
    t.equal(new Set([...answered, ...later].map(({ body }) => JSON.stringify(body))).size, 1)
    t.strictSame(tally(await atOnce(3, async () => keyed({ ...QUESTION, mode: 'REFLECT' }))), { '422 AMORA_IDEMPOTENCY_MISMATCH': 3 })
    t.equal(await counted(redis.client, anna.userId), 1)
    t.equal((await somebody().say(house.any(), QUESTION, { 'idempotency-key': 'one' })).headers.get('idempotent-replayed'), null, 'somebody else’s key is another')
  })
})

t.test(`${SESSION_TURNS} turns of one session from three processes at once: one at a time, none lost`, { skip: redisMissing }, async t => {
  const redis = await startRedis(t)
  const house = await startHouse(t, 3, { REDIS_URL: redis.url, AMORA_FREE_DAILY_LIMIT: '1000000', AMORA_CONTEXT_MESSAGES: '50' })
  const anna = somebody()
  const session = `amora:session:1:{${ownerOf(anna.userId)}}:long`
  const steps = await watch(t, redis, session)
  let left = SESSION_TURNS
  let busy = 0
  const write = async (): Promise<void> => {
    while (left > 0) {
      const n = left--
      for (;;) {
        const { status, body } = await anna.say(house.any(), { specific_question: `How do I go on, for the ${n}th time?`, session_id: 'long' })
        if (status === 200) break
        if (body.code !== 'AMORA_SESSION_BUSY') throw new Error(`${status} ${body.code}`)
        busy++
      }
    }
  }
  const startedAt = performance.now()
  await Promise.all(Array.from({ length: WRITERS }, write))
  t.comment(`${SESSION_TURNS} turns by ${WRITERS} writers in ${((performance.now() - startedAt) / 1000).toFixed(1)} s, ${busy} times busy`)
  await sleep(200)
  t.equal(await redis.client.hget(session, 'turns'), String(SESSION_TURNS), 'each answered turn is in the session')
  t.equal(await counted(redis.client, anna.userId), SESSION_TURNS, 'each that found it busy was given back')
  t.equal(steps.filter(step => step === 'write').length, SESSION_TURNS)
  t.equal(steps.findIndex((step, at) => step !== (at % 2 === 0 ? 'open' : 'write')), -1, 'none was opened before the one before it was written')
  const roles = (await redis.client.lrange(`${session}:messages`, 0, -1)).map(text => (JSON.parse(text) as { role: string }).role)
  t.strictSame(roles, Array.from({ length: 50 }, (_, at) => at % 2 === 0 ? 'user' : 'assistant'))
})

/** What the server did to a session, in its own order: `open` once it is locked and read, `write` once it is saved. */
async function watch (t: Test, redis: RedisServer, session: string): Promise<Array<'open' | 'write'>> {
  const steps: Array<'open' | 'write'> = []
  await monitorRedis(t, redis, line => {
    if (line.includes(`"HMGET" "${session}" `)) steps.push('open')
    if (line.includes(`"HINCRBY" "${session}" "turns"`)) steps.push('write')
  })
  return steps
}

t.test('midnight UTC, by the clock of Redis: the day’s messages are there again, whatever the processes’ own clocks say', { skip: clockMissing }, async t => {
  const redis = await startRedisAt(t, Date.parse('2031-05-31T23:59:54Z'))
  const env = { REDIS_URL: redis.url, AMORA_JWT_SECRET: 'kY7w2pQ9vXz4LmN8rT3sB6hJ1cF5gD0aE_uR', AMORA_PRIVACY_KEYS: PRIVACY_KEY, AMORA_BURST_PER_MINUTE: '1000', AMORA_V2_ENABLED: 'false' }
  const apps = [await build(t, { env }), await build(t, { env })]
  const users = apps.map(app => person(app, { sub: '5f0c442a-98fc-4c14-9afb-f4c8996fb924' }))
  const say = async (n: number) => users[n % 2]!.say(QUESTION.specific_question)
  const before = await Promise.all(Array.from({ length: 14 }, async (_, n) => say(n)))
  t.equal(before.filter(({ status }) => status === 200).length, 10)
  const refused = before.find(({ status }) => status === 429)!
  t.ok(Number(refused.headers['retry-after']) <= 6, `${String(refused.headers['retry-after'])} s to midnight`)
  t.match(refused.body.detail, /midnight UTC, in (a second|\d seconds)/)
  await sleep(Number(refused.headers['retry-after']) * 1000)
  t.match(await say(0), { status: 200, headers: { 'ratelimit-remaining': '9' } })
})
