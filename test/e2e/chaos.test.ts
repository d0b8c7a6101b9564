/** `npm run chaos` in short: replicas, Redis and the model fail at random, and the books balance to the nano-dollar. */
import t from 'tap'
import { nanoUsd, usdOf } from '../../services/money.ts'
import { runChaos } from '../chaos/chaos.ts'
import { reportOf } from '../chaos/report.ts'
import { redisMissing } from '../servers/redis.ts'

t.setTimeout(200_000)

const BUDGET_USD = 0.08

t.test('a thousand turns over three replicas on eight cents', { skip: redisMissing ?? false }, async t => {
  const outcome = await runChaos({ turns: 1000, replicas: 3, concurrency: 32, budgetUsd: BUDGET_USD, seed: 7, flush: false })
  t.comment(reportOf(outcome))
  const { asked, money: { exact, estimated, booked, billed, reserved }, struck } = outcome
  t.strictSame(outcome.faults, [], 'every message was answered, and the books balance')
  t.strictSame([...new Set(asked.map(({ end }) => end))].filter(end => !['200', 'gone', 'left', 'shed'].includes(end)), [])
  t.ok(Object.values(struck).reduce((sum, times) => sum + times, 0) >= 3, 'in a storm')
  t.equal(exact.booked, exact.billed, `${exact.turns} turns told their usage: the ledger is the fake’s own bill`)
  t.ok(exact.turns > 50 && estimated.booked >= estimated.billed)
  t.ok(booked <= nanoUsd(BUDGET_USD) && billed <= nanoUsd(BUDGET_USD), `booked $${usdOf(booked)}, billed $${usdOf(billed)} of $${BUDGET_USD}`)
  t.equal(reserved, 0, 'no reservation has outlived its lease')
})
