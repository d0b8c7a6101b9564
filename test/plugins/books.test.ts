/** The gauges and warnings by which people see the money: what the budget has spent, and whether the ledger agrees. */
import type { FastifyInstance } from 'fastify'
import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { pino } from 'pino'
import t, { type Test } from 'tap'
import { nanoUsd } from '../../services/money.ts'
import { metric } from '../helper.ts'
import { admin, entryOf, house, person, stage, QUESTION } from '../turn/harness.ts'

const NOON = Date.parse('2026-11-25T12:00:00Z')
const MIDNIGHT = Date.parse('2026-11-26T00:00:00Z')
const DAY_MS = 86_400_000
/** Longer than any lease. */
const LONG_MS = 600_000
/** How often the service looks, here. */
const OFTEN = { budgetWatchMs: 10, driftEveryMs: 10 }
const LOST = { max: nanoUsd(0.4), estimate: nanoUsd(0.125) }

const reserve = async (app: FastifyInstance, turnId: string, worst: { max: number, estimate: number }) =>
  app.budget.money.reserve({ turnId, owner: `of ${turnId}`, tier: 'free' }, worst, false)

async function spend (app: FastifyInstance, usd: number): Promise<void> {
  const turnId = randomUUID()
  if (await reserve(app, turnId, { max: nanoUsd(usd), estimate: 0 }) !== 'granted') throw new Error('no money')
  app.budget.money.settle(turnId, nanoUsd(usd))
}

/** Waits until a gauge shows a sum, in dollars to the nano-dollar. */
async function shows (t: Test, app: FastifyInstance, [name, labels]: readonly [string, Record<string, string>?], usd: number): Promise<void> {
  let seen: number | undefined
  for (let waitedMs = 0; waitedMs < 5000; waitedMs += 10) {
    seen = await metric(app, name, labels)
    if (seen !== undefined && nanoUsd(seen) === nanoUsd(usd)) break
    await sleep(10)
  }
  t.equal(nanoUsd(seen ?? NaN), nanoUsd(usd), name)
}

const SPENT = ['amora_budget_spent_usd', { period: 'day' }] as const
const SPENT_OF_MONTH = ['amora_budget_spent_usd', { period: 'month' }] as const
const DRIFT = ['amora_ledger_drift_usd'] as const

t.test('each share of the day’s money is told once, and anew the next day; the gauges show what is spent', async t => {
  const clock = { at: NOON }
  const told: unknown[] = []
  const loggerInstance = pino({ level: 'warn' }, {
    write: (text: string) => {
      const { msg, period, percent } = JSON.parse(text) as Record<string, unknown>
      if (msg === 'a share of the model money is spent') told.push([period, percent])
    }
  })
  const app = await house(t, { ...OFTEN, nowMs: () => clock.at, loggerInstance, env: { AMORA_DAILY_BUDGET_USD: '1' } })
  const spent = async (usd: number, of: number, percents: readonly number[]) => {
    await spend(app, usd)
    await shows(t, app, SPENT, of)
    await sleep(50)
    t.strictSame(told.splice(0), percents.map(percent => ['day', percent]), `$${of} of $1`)
  }
  await spent(0.49, 0.49, [])
  await spent(0.02, 0.51, [50])
  await spent(0.28, 0.79, [])
  await spent(0.02, 0.81, [80])
  await spent(0.13, 0.94, [])
  await spent(0.02, 0.96, [95])
  await spent(0.03, 0.99, [])
  clock.at += DAY_MS
  await shows(t, app, SPENT, 0)
  await spent(0.6, 0.6, [50])
  await shows(t, app, SPENT_OF_MONTH, 1.59)
})

t.test('a lost turn shows in the drift as its estimate until the truth is known; one that is booked twice alike does not', async t => {
  const clock = { at: NOON }
  const { app } = await stage(t, { ...OFTEN, nowMs: () => clock.at })
  await reserve(app, 'lost', LOST)
  clock.at += LONG_MS
  await shows(t, app, DRIFT, 0.125)
  const { cost_usd: usd } = await entryOf(app, (await person(app).say(QUESTION)).body.turn_id)
  t.ok(usd > 0)
  await shows(t, app, SPENT, 0.125 + usd)
  await sleep(50)
  await shows(t, app, DRIFT, 0.125)
  app.budget.money.settle('lost', 0)
  await shows(t, app, DRIFT, 0)
})

t.test('a turn over midnight costs the day that reserved it, in both books', async t => {
  const clock = { at: MIDNIGHT - 1000 }
  const { app, fake } = await stage(t, { ...OFTEN, nowMs: () => clock.at })
  fake.fault('latency', { match: 'respond', latencyMs: 400 })
  const turn = person(app).say(QUESTION)
  for (let held = 0; held === 0; await sleep(5)) held = (await app.budget.status()).day.reserved
  clock.at = MIDNIGHT + 1000
  const { cost_usd: usd } = await entryOf(app, (await turn).body.turn_id)
  t.ok(usd > 0)
  t.match(await admin(app, '/admin/budget'), { body: { day: { spent_usd: 0, reserved_usd: 0 }, month: { spent_usd: usd } } })
  // A turn that is lost shows that the gauge has been looked at since.
  await reserve(app, 'lost', LOST)
  clock.at += LONG_MS
  await shows(t, app, DRIFT, 0.125)
})
