import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import t, { type Test } from 'tap'
import { movableClock } from '../fakes/clock.ts'
import { claimsOf, signedBySecret } from '../fakes/issuer.ts'
import { startSubscriptionServer, subscribed } from '../fakes/subscription-server.ts'
import { build, metric, person } from '../helper.ts'
import { ask, bearer, start } from './identity-harness.ts'

const SECRET = `${randomUUID()}${randomUUID()}`

/** The service before a subscription server; asks for one user unless another is named. */
async function startAsking (test: Test) {
  const subscriptions = await startSubscriptionServer(test)
  const app = await start(test, { AMORA_JWT_SECRET: SECRET, AMORA_SUBSCRIPTION_URL: subscriptions.url })
  const counted = async (result: string) => metric(app, 'amora_subscription_lookups_total', { result })
  const askOnce = async (sub: string, more: object) => (await ask(app, bearer(signedBySecret(SECRET, claimsOf({ sub, ...more }))))).body.tier
  const tierOf = async (sub: string = randomUUID(), more = {}): Promise<string> => {
    const [askedBefore, lateBefore] = [subscriptions.asked.length, await counted('timeout')]
    const tier = await askOnce(sub, more)
    const isLate = await counted('timeout') !== lateBefore && !String(subscriptions.answer).startsWith('hang')
    if (!isLate) return tier
    // A machine that is busy with other tests misses the 300 ms, too; what was asked in vain is not counted.
    subscriptions.asked.length = askedBefore
    return tierOf(sub, more)
  }
  return { app, subscriptions, tierOf, counted }
}

t.test('over the coach: premium is paid, anybody else is free', async t => {
  const subscriptions = await startSubscriptionServer(t)
  const app = await build(t, { env: { AMORA_SUBSCRIPTION_URL: subscriptions.url } })
  // The first request of a process loads its client, and a look-up has 300 ms.
  await fetch(`${subscriptions.url}/warm`)
  const user = person(app)
  t.match(await user.say('hello'), { status: 200, body: { referenced_data: { is_paid: true } } })
  t.strictSame(subscriptions.asked.slice(1), [`/subscriptions/${user.userId}`])
  subscriptions.answer = subscribed('free')
  t.match(await person(app).say('hello'), { status: 200, body: { referenced_data: { is_paid: false } } })
  subscriptions.answer = 'reset'
  t.match(await person(app).say('hello'), { status: 200, body: { referenced_data: { is_paid: false } } })
})

t.test('the token’s word comes first, and nobody is asked', async t => {
  const { subscriptions, tierOf, counted } = await startAsking(t)
  t.equal(await tierOf(undefined, { subscription_status: 'premium' }), 'paid')
  t.equal(await tierOf(undefined, { tier: 'free' }), 'free')
  t.strictSame(subscriptions.asked, [])
  t.equal(await counted('claim'), 2)
})

t.test('a word in the token that nobody knows leads to the look-up', async t => {
  const { tierOf, subscriptions } = await startAsking(t)
  t.equal(await tierOf(undefined, { tier: 'platinum' }), 'paid')
  t.equal(subscriptions.asked.length, 1)
})

t.test('every known word has its tier; unknown and missing ones are free and counted as unknown', async t => {
  const { subscriptions, tierOf, counted } = await startAsking(t)
  for (const word of ['premium', 'paid']) {
    subscriptions.answer = subscribed(word)
    t.equal(await tierOf(), 'paid', word)
  }
  for (const word of ['free', 'basic', 'none', 'expired', 'cancelled']) {
    subscriptions.answer = subscribed(word)
    t.equal(await tierOf(), 'free', word)
  }
  const unknown = [subscribed('gold'), subscribed('PREMIUM'), subscribed(null), subscribed(1), subscribed(['premium']), { body: {} }, { body: [] }, { body: 'null' }, { body: '"premium"' }, { status: 404, body: {} }]
  for (const answer of unknown) {
    subscriptions.answer = answer
    t.equal(await tierOf(), 'free', JSON.stringify(answer))
  }
  t.equal(await counted('paid'), 2)
  t.equal(await counted('free'), 5)
  t.equal(await counted('unknown'), unknown.length)
})

t.test('faults are free, counted, and asked again at the next turn', async t => {
  const { subscriptions, tierOf, counted } = await startAsking(t)
  const user = randomUUID()
  const faults = ['reset', { status: 500, body: subscribed('premium').body }, { status: 401, body: {} }, { status: 302, body: {} }, { body: '<html>' }, { body: '{"subscription_status": "premium"' }, { body: '' }] as const
  for (const fault of faults) {
    subscriptions.answer = fault
    t.equal(await tierOf(user), 'free', JSON.stringify(fault))
  }
  t.equal(await counted('error'), faults.length)
  t.equal(subscriptions.asked.length, faults.length)
  subscriptions.answer = subscribed('premium')
  t.equal(await tierOf(user), 'paid')
})

t.test('a server that hangs, at once or in the middle, costs 300 ms', async t => {
  const { subscriptions, tierOf, counted } = await startAsking(t)
  for (const answer of ['hang', 'hang in the body'] as const) {
    subscriptions.answer = answer
    const before = performance.now()
    t.equal(await tierOf(), 'free')
    const tookMs = performance.now() - before
    t.ok(tookMs > 250 && tookMs < 1500, `${answer}: ${Math.round(tookMs)} ms`)
  }
  t.equal(await counted('timeout'), 2)
})

t.test('an answer holds for 60 s, and not longer', async t => {
  const clock = movableClock(t)
  const { subscriptions, tierOf, counted } = await startAsking(t)
  const user = randomUUID()
  t.equal(await tierOf(user), 'paid')
  subscriptions.answer = subscribed('cancelled')
  clock.advance(59_000)
  t.equal(await tierOf(user), 'paid')
  t.equal(await counted('cached'), 1)
  clock.advance(1500)
  await sleep(5)
  t.equal(await tierOf(user), 'free')
  t.equal(subscriptions.asked.length, 2)
})

t.test('an unknown user is remembered, too', async t => {
  const { subscriptions, tierOf } = await startAsking(t)
  subscriptions.answer = { status: 404, body: {} }
  const user = randomUUID()
  t.equal(await tierOf(user), 'free')
  t.equal(await tierOf(user), 'free')
  t.equal(subscriptions.asked.length, 1)
})

t.test('one look-up serves all who ask at once, for one user each', async t => {
  const { subscriptions, tierOf } = await startAsking(t)
  subscriptions.latencyMs = 50
  const users = [randomUUID(), randomUUID()]
  const tiers = await Promise.all(Array.from({ length: 40 }, async (_, at) => tierOf(users[at % 2])))
  t.strictSame(new Set(tiers), new Set(['paid']))
  t.strictSame([...subscriptions.asked].sort(), users.map(user => `/subscriptions/${user}`).sort())
})

t.test('nobody to ask: free, and counted so', async t => {
  const app = await start(t, { AMORA_JWT_SECRET: SECRET })
  t.equal((await ask(app, bearer(signedBySecret(SECRET)))).body.tier, 'free')
  t.equal(await metric(app, 'amora_subscription_lookups_total', { result: 'unconfigured' }), 1)
})
