/** The rows that take more than one message: what is remembered, what is forgotten, and the limit. */
import { randomUUID } from 'node:crypto'
import t from 'tap'
import { createMemorySessionStore } from '../../stores/memory/session-store.ts'
import { person } from '../helper.ts'
import type { Arm } from './arms.ts'
import { ordersIn, questionsOf, sentencesOf } from './checks.ts'

const DAY_MS = 86_400_000
const MINUTE_MS = 60_000
const PAID = { subscription_status: 'premium' }
const CANARY = 'Brambleworth'

/** Sessions on a clock that the test moves. */
function movable () {
  const clock = { ms: MINUTE_MS }
  const store = createMemorySessionStore({ ttlMs: 30 * MINUTE_MS, maxMessages: 5, maxSessions: 100, leaseMs: 10_000, now: () => clock.ms, newToken: randomUUID })
  return { clock, store }
}

/** Two talks on one theme, then a third about it; each theme is its own. */
const PATTERNS: ReadonlyArray<readonly [theme: RegExp, before: readonly [string, string], today: string]> = [
  [/jealous/i, [`I get so jealous when she meets ${CANARY}.`, `I was jealous of ${CANARY} the whole evening.`], 'I am jealous of her colleague again today.'],
  [/trust/i, [`I can't trust ${CANARY} since he lied to me.`, `He lied about ${CANARY} and I can't trust him.`], 'I do not trust what he told me this morning.'],
  [/arg|conflict|fight/i, [`We argue about ${CANARY} every evening.`, `Another fight about ${CANARY}, we argue so much.`], 'We had an argument at breakfast again.'],
  [/family/i, [`My mother and my father keep talking about ${CANARY}.`, `My family thinks that ${CANARY} is more important than me.`], 'My parents called about the holidays again.'],
  [/lonel/i, [`I feel so lonely in the evenings without ${CANARY}.`, `Loneliness again, ${CANARY} did not call.`], 'I feel lonely in this flat today.'],
  [/distance/i, [`Our long-distance relationship is hard, ${CANARY} lives abroad.`, `Long distance again: ${CANARY} is nine hours away.`], 'The long distance between us is hard today.'],
  [/break-?up|end/i, [`Since the break-up with ${CANARY} I think of our flat.`, `The breakup with ${CANARY} still hurts.`], 'I thought about the break-up again.'],
  [/marriage/i, [`Our marriage feels stale, says ${CANARY}.`, `My marriage with ${CANARY} has become quiet.`], 'I keep thinking about our marriage.'],
  [/bound|limits/i, [`${CANARY} ignores my boundaries.`, `I set a boundary and ${CANARY} laughed.`], 'My boundaries were not respected again.'],
  [/talk|communicat/i, [`We don't communicate, ${CANARY} and I.`, `Our communication broke down over ${CANARY}.`], 'Our communication was poor today.']
]

/** The fake writes by what it is shown. */
const noticing = ({ system }: { system: string }) => /times since/.test(system)
  ? 'I notice that this has come up before, and it makes sense that it stays with you. What is it like today?'
  : undefined

export function sessionsOf (arm: Arm): void {
  t.test(`${arm.name}: a paid user a day later: the themes of before are noticed, never his words`, async t => {
    const unnoticed: string[] = []
    const { clock, store } = movable()
    const { app, fake } = await arm.open(t, { sessionStore: store, env: { AMORA_BURST_PER_MINUTE: '1000' } })
    if (fake) fake.script.reply = noticing
    for (const [theme, before, today] of PATTERNS) {
      const user = person(app, PAID)
      for (const message of before) {
        await user.say(message, { session_id: 'always-the-same' })
        clock.ms += DAY_MS
      }
      const { status, body } = await user.say(today, { session_id: 'always-the-same' })
      t.equal(status, 200)
      t.notOk(body.message.includes(CANARY), 'no raw message')
      t.ok(sentencesOf(body.message).length <= 4 && questionsOf(body.message) <= 1 && ordersIn(body.message).length === 0, body.message)
      if (!/I notice/.test(body.message)) unnoticed.push(`${today} → ${body.message}`)
      else if (!fake) t.match(body.message, theme)
    }
    t.strictSame(unnoticed, [])
    if (fake) t.notOk(fake.calls.filter(({ leg }) => leg === 'respond').some(({ body }) => /times since/.test(JSON.stringify(body)) && JSON.stringify(body).includes(CANARY)), 'nor in a prompt')
  })

  t.test(`${arm.name}: nobody free is remembered`, async t => {
    const { clock, store } = movable()
    const { app, fake } = await arm.open(t, { sessionStore: store, env: { AMORA_BURST_PER_MINUTE: '1000' } })
    if (fake) fake.script.reply = noticing
    for (const [, before, today] of PATTERNS) {
      const user = person(app)
      for (const message of before) {
        await user.say(message, { session_id: 'always-the-same' })
        clock.ms += DAY_MS
      }
      t.notMatch((await user.say(today, { session_id: 'always-the-same' })).body.message, /I notice|come back to|came up before/, today)
    }
  })

  t.test(`${arm.name}: a free user starts anew after half an hour of silence, and not before`, async t => {
    const { clock, store } = movable()
    const { app, fake } = await arm.open(t, { sessionStore: store, random: () => 0, env: { AMORA_BURST_PER_MINUTE: '1000' } })
    for (const [, [message]] of PATTERNS) {
      const user = person(app)
      const say = async () => (await user.say(message, { session_id: 'one' })).body.message
      const first = await say()
      clock.ms += 29 * MINUTE_MS
      const calls = fake?.calls.length ?? 0
      const second = await say()
      if (fake) t.ok(JSON.stringify(fake.calls.slice(calls).map(({ body }) => body)).includes(first), 'the talk goes on: what was said stands in the prompt')
      else t.not(second, first, 'the talk goes on: other words for the same message')
      clock.ms += 30 * MINUTE_MS + 1
      t.equal(await say(), first, 'and begins again')
    }
  })

  t.test(`${arm.name}: in care, half an hour of silence ends the careful tone, and a new message does not`, async t => {
    const { clock, store } = movable()
    const { app } = await arm.open(t, { sessionStore: store })
    const user = person(app)
    const say = async (message: string) => (await user.say(message, { session_id: 'one' })).body
    t.equal((await say('I want to kill myself')).engine, 'safety')
    t.equal((await say('How do I bring up moving in together with my girlfriend?')).referenced_data.strategy, 'LOW')
    clock.ms += 30 * MINUTE_MS + 1
    t.equal((await say('How do I bring up moving in together with my girlfriend?')).referenced_data.strategy, 'HIGH')
  })

  t.test(`${arm.name}: at the limit a warm sentence says when`, async t => {
    let now = 0
    const { app } = await arm.open(t, { nowMs: () => now, env: { AMORA_FREE_DAILY_LIMIT: '1' } })
    for (const hour of [0, 3, 6, 9, 12, 15, 18, 21, 22, 23]) {
      now = Date.UTC(2026, 10, 25, hour, 30)
      const user = person(app)
      await user.say('We drift apart a little more every month.')
      const { status, body, headers } = await user.say('We drift apart and I miss our evenings.')
      t.match({ status, body }, { status: 429, body: { code: 'AMORA_DAILY_LIMIT' } })
      const hours = Math.ceil(23.5 - hour)
      t.match(body.detail, hours > 1 ? `in about ${hours} hours` : 'in about 30 minutes')
      t.match(body.detail, /glad/)
      t.equal(Number(headers['retry-after']), (23.5 - hour) * 3600)
    }
  })
}
