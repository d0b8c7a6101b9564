/** Three real processes and one real Redis behave as one. AMORA_TEST_FULL=1 plays each race twenty times. */
import { setTimeout as sleep } from 'node:timers/promises'
import t from 'tap'
import { build, person } from '../helper.ts'
import { clockMissing, startRedisAt } from '../servers/redis-clock.ts'
import { redisMissing, startRedis } from '../servers/redis.ts'
import { PRIVACY_KEY, countedToday, ownerOf, somebody, startHouse, tally, type Answer } from './house.ts'

const FULL = process.env.AMORA_TEST_FULL === '1'
const RACES = FULL ? 20 : 2

t.setTimeout(FULL ? 900_000 : 110_000)

const QUESTION = { specific_question: 'We argue about small things every evening. How do I start a calmer talk?' }
const atOnce = async (count: number, work: (n: number) => Promise<Answer>) => Promise.all(Array.from({ length: count }, async (_, n) => work(n)))

t.test('limits and sessions of three processes', { skip: redisMissing }, async t => {
  const redis = await startRedis(t)
  const house = await startHouse(t, 3, { REDIS_URL: redis.url })

  for (const [tier, limit] of [['free', 10], ['paid', 100]] as const) {
    t.test(`of 200 messages at once by a ${tier} user exactly ${limit} are answered`, async t => {
      for (let race = 0; race < RACES; race++) {
        const anna = somebody({ tier })
        const answers = await atOnce(200, async () => anna.say(house.any(), QUESTION))
        t.strictSame(tally(answers), { 200: limit, '429 AMORA_DAILY_LIMIT': 200 - limit })
        t.equal(await countedToday(redis.client, anna.userId), limit)
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
    t.equal(await countedToday(redis.client, anna.userId), 10)
  })

  t.test('a message that found its session busy is given back, once', async t => {
    const anna = somebody()
    await anna.say(house.any(), { ...QUESTION, session_id: 'busy' })
    await redis.client.set(`amora:session:1:{${ownerOf(anna.userId)}}:busy:lock`, 'another turn')
    const answers = await atOnce(6, async () => anna.say(house.any(), { ...QUESTION, session_id: 'busy' }))
    t.strictSame(tally(answers), { '429 AMORA_SESSION_BUSY': 6 })
    await sleep(100)
    t.equal(await countedToday(redis.client, anna.userId), 1)
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
    t.equal(await countedToday(redis.client, anna.userId), 1)
    t.equal((await somebody().say(house.any(), QUESTION, { 'idempotency-key': 'one' })).headers.get('idempotent-replayed'), null, 'somebody else’s key is another')
  })
})

t.test('midnight UTC, by the clock of Redis: the day’s messages are there again, whatever the processes’ own clocks say', { skip: clockMissing }, async t => {
  const redis = await startRedisAt(t, Date.parse('2031-05-31T23:59:56Z'))
  const env = { REDIS_URL: redis.url, AMORA_JWT_SECRET: 'kY7w2pQ9vXz4LmN8rT3sB6hJ1cF5gD0aE_uR', AMORA_PRIVACY_KEYS: PRIVACY_KEY, AMORA_BURST_PER_MINUTE: '1000', AMORA_V2_ENABLED: 'false' }
  const apps = [await build(t, { env }), await build(t, { env })]
  // The apps start in their own time, and then the day ends in four seconds.
  await redis.kill()
  await redis.restart()
  while (!apps.every(app => app.sharedState.isUp())) await sleep(20)
  const users = apps.map(app => person(app, { sub: '5f0c442a-98fc-4c14-9afb-f4c8996fb924' }))
  const say = async (n: number) => users[n % 2]!.say(QUESTION.specific_question)
  const before = await Promise.all(Array.from({ length: 14 }, async (_, n) => say(n)))
  t.equal(before.filter(({ status }) => status === 200).length, 10)
  const refused = before.find(({ status }) => status === 429)!
  t.ok(Number(refused.headers['retry-after']) <= 4, `${String(refused.headers['retry-after'])} s to midnight`)
  t.match(refused.body.detail, /midnight UTC, in (a second|\d seconds)/)
  await sleep(Number(refused.headers['retry-after']) * 1000)
  t.match(await say(0), { status: 200, headers: { 'ratelimit-remaining': '9' } })
})
