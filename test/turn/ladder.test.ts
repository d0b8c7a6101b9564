/** The ladder down, seen from outside: which rung answers, what it asks of the model, and where it shows. */
import type { FastifyInstance } from 'fastify'
import { setTimeout as sleep } from 'node:timers/promises'
import { Writable } from 'node:stream'
import { pino } from 'pino'
import t from 'tap'
import type { FakeOpenAI } from '../fakes/openai-server.ts'
import { hear } from './events.ts'
import { entryOf, person, series, stage, grown, QUESTION } from './harness.ts'
import { until } from './sockets.ts'

const PATIENT = { AMORA_TURN_DEADLINE_MS: '20000' }
const legsOf = (fake: FakeOpenAI) => fake.calls.map(({ leg, model }) => leg === 'moderate' ? leg : `${leg} ${model}`).sort()
const rungs = async (app: FastifyInstance) => series(app, 'amora_ladder_total')

const FULL = ['moderate', 'respond gpt-6.1-terra', 'understand gpt-6-luna']
const ECONOMY = ['moderate', 'respond gpt-6-luna', 'understand gpt-6-luna']
const WITHOUT = ['moderate', 'respond gpt-6-luna']

t.test('the less money there is, the lower the rung: the whole, the economy model, the classifier, V1', async t => {
  const seen: string[] = []
  for (const usd of ['1', '0.004', '0.003', '0.002', '0.001', '0.0008', '0.0006', '0.0004', '0.0002', '0.00001']) {
    const { app, fake } = await stage(t, { env: { ...PATIENT, AMORA_DAILY_BUDGET_USD: usd } })
    const before = await rungs(app)
    const { body } = await person(app).say(QUESTION)
    const { rung = 'full' } = body.referenced_data as { rung?: string }
    if (rung !== seen.at(-1)) seen.push(rung)
    t.equal(body.degraded, rung === 'v1', `${usd}: ${rung}`)
    t.strictSame(legsOf(fake), { full: FULL, economy: ECONOMY, without_understanding: WITHOUT, v1: [] }[rung])
    t.strictSame(grown(before, await rungs(app)), { [`rung=${rung}`]: 1 })
    if (rung === 'v1') t.match(body.referenced_data, { fallback: true, reason: 'budget' })
    const { cost_usd: cost } = await entryOf(app, body.turn_id)
    t.ok(cost <= Number(usd), 'never more than there is')
  }
  t.strictSame(seen, ['full', 'economy', 'without_understanding', 'v1'])
})

t.test('a stream goes down the same ladder', async t => {
  const { app, fake } = await stage(t, { env: { ...PATIENT, AMORA_DAILY_BUDGET_USD: '0.001' } })
  const { done, shown } = await hear(app, person(app), { specific_question: QUESTION })
  t.match(done, { engine: 'v2', message: shown, referenced_data: { rung: 'economy', model: 'gpt-6-luna' } })
  t.strictSame(legsOf(fake), ECONOMY)
})

t.test('what was written on a lower rung is not given again', async t => {
  const { app, fake } = await stage(t, { env: { ...PATIENT, AMORA_DAILY_BUDGET_USD: '0.0015' } })
  await person(app).say(QUESTION)
  const asked = fake.calls.length
  await person(app).say(QUESTION)
  t.equal(fake.calls.length, 2 * asked)
})

t.test('a server on trial gets one call: its answer is the turn’s, and the next turn is whole again', async t => {
  const { app, fake } = await stage(t, { env: PATIENT, breaker: { openMs: 300, lastingOpenMs: 300 } })
  fake.fault('server_error')
  for (let n = 0; n < 5; n++) await person(app).say(`${QUESTION} ${n}`)
  const spared = await person(app).say(`${QUESTION} Again.`)
  t.match(spared.body, { engine: 'v1', referenced_data: { reason: 'breaker_open', rung: 'v1' } })
  fake.reset()
  await sleep(350)
  const trial = await person(app).say(`${QUESTION} And again.`)
  t.match(trial.body, { engine: 'v2', referenced_data: { rung: 'without_understanding' } })
  t.strictSame(fake.calls.filter(({ leg }) => leg !== 'moderate').map(({ leg }) => leg), ['respond'])
  fake.reset()
  t.notOk('rung' in (await person(app).say(`${QUESTION} At last.`)).body.referenced_data)
})

t.test('a long queue for the model leaves out the reading', async t => {
  const { app, fake } = await stage(t, { env: { ...PATIENT, AMORA_LLM_CONCURRENCY: '2', AMORA_LLM_QUEUE: '8' } })
  fake.fault('hang', { times: 2 })
  // Two calls hang, and a few more wait behind them.
  const hanging = [1, 2, 3, 4].map(async n => hear(app, person(app), { specific_question: `${QUESTION} ${n}` }))
  await until('a queue', () => app.llm.load().queue > 0.25 || undefined)
  const before = fake.calls.length
  const late = hear(app, person(app), { specific_question: `${QUESTION} Late.` })
  await Promise.allSettled([...hanging, late])
  t.ok(before <= 2)
  t.match((await late).done, { referenced_data: { rung: 'without_understanding' } })
})

t.test('the log’s line of a turn names its rung', async t => {
  const lines: string[] = []
  const sink = new Writable({ write: (chunk: Buffer, _encoding, done) => { lines.push(chunk.toString()); done() } })
  const { app } = await stage(t, { env: { ...PATIENT, AMORA_DAILY_BUDGET_USD: '0.001' }, loggerInstance: pino({ level: 'info' }, sink) })
  await person(app).say(QUESTION)
  t.match(lines.map(line => JSON.parse(line) as { msg: string }).find(({ msg }) => msg === 'turn'), { rung: 'economy', served: 'v2' })
})
