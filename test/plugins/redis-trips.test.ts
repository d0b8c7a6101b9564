import { setTimeout as sleep } from 'node:timers/promises'
import type { Test } from 'tap'
import t from 'tap'
import { loadScript } from '../../stores/redis/script.ts'
import { person } from '../helper.ts'
import { startCountingProxy } from '../servers/counting-proxy.ts'
import { redisMissing, startRedis } from '../servers/redis.ts'
import { stage } from '../turn/harness.ts'

const STATUS = loadScript('budget-status', ['budget-leases', 'budget-status']).sha

/** The dial's poll, the gauges of money and the handshake are nobody's turn. */
const isBackground = (burst: string) => burst.includes('{rollout}') || burst.includes(STATUS) || /\bget\r\n\$\d+\r\namora:ledger:1:\{costs\}/i.test(burst) || /subscribe|hello|info|ping/i.test(burst.slice(0, 40))

/** Trips of a turn: all that is sent until everything behind it is written. */
async function counting (t: Test, env: Record<string, string> = {}) {
  const redis = await startRedis(t)
  const proxy = await startCountingProxy(t, redis.port, isBackground)
  const { app, fake } = await stage(t, { env: { REDIS_URL: proxy.url, ...env } })
  const trips = async (turn: () => Promise<unknown>) => {
    await sleep(60)
    proxy.bursts.length = 0
    await turn()
    await sleep(60)
    return proxy.bursts.map(burst => [...burst.matchAll(/amora:(\w+):1/g)].map(([, concern]) => concern!)).map(concerns => [...new Set(concerns)].join('+'))
  }
  // Scripts are known to the server from here on.
  const paid = person(app, { tier: 'paid' })
  await paid.say('How do I start a calmer talk about the dishes?', {}, { 'idempotency-key': 'first' })
  await paid.say('How do I start a calmer talk about the dishes?')
  return { app, fake, trips }
}

t.test('round trips to Redis', { skip: redisMissing }, async t => {
  const { app, fake, trips } = await counting(t)
  const QUESTION = 'How do I start a calmer talk about money?'

  t.test('a V2 turn takes five: what is written behind it goes together', async t => {
    const found = await trips(async () => t.match(await person(app, { tier: 'paid' }).say(QUESTION), { status: 200, body: { engine: 'v2', degraded: false } }))
    t.strictSame(found.slice(0, 4), ['quota', 'session+memory', 'cache', 'budget'])
    t.strictSame(found.slice(4).map(sorted), ['budget+cache+erased+ledger+memory+session'])
  })

  t.test('a hit takes four, and calls no model', async t => {
    await person(app).say(QUESTION)
    const before = fake.calls.length
    const found = await trips(async () => t.match(await person(app).say(QUESTION), { status: 200, body: { engine: 'v2' } }))
    t.equal(fake.calls.length, before)
    t.strictSame(found.map(sorted), ['quota', 'session', 'cache', 'erased+ledger+session'])
  })

  t.test('words of our own and V1 take three, a care reply two, a refusal two', async t => {
    t.strictSame((await trips(async () => person(app).say('hello'))).map(sorted), ['quota', 'session', 'erased+ledger+session'])
    t.strictSame((await trips(async () => person(app).say('', { mode: 'SAFETY' }))).map(sorted), ['quota', 'session', 'erased+ledger+session'])
    t.strictSame((await trips(async () => person(app).say('I want to kill myself'))).map(sorted), ['session', 'erased+ledger+session'])
    const anna = person(app)
    for (let n = 0; n < 10; n++) await anna.say('', { mode: 'SAFETY' })
    t.strictSame(await trips(async () => t.equal((await anna.say('', { mode: 'SAFETY' })).status, 429)), ['quota', 'ledger+erased'])
  })

  t.test('an Idempotency-Key adds one; a replay takes one in all', async t => {
    const anna = person(app)
    const say = async () => anna.say('How do I start a calmer talk about sleep?', {}, { 'idempotency-key': 'k' })
    t.equal((await trips(say)).length, 6)
    t.strictSame(await trips(say), ['replay'])
  })
})

t.test('while an older privacy key is kept, one more looks for counts of today under it', { skip: redisMissing }, async t => {
  const { app, trips } = await counting(t, { AMORA_PRIVACY_KEYS: 'new:0123456789abcdef,old:fedcba9876543210' })
  const found = await trips(async () => t.match(await person(app).say('How do I start a calmer talk about money?'), { status: 200, body: { engine: 'v2' } }))
  t.strictSame(found.slice(0, 5), ['quota', 'quota', 'session', 'cache', 'budget'])
  t.equal(found.length, 6)
})

const sorted = (concerns: string) => concerns.split('+').toSorted().join('+')
