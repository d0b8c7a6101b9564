/** Every fault of the model's side while a reply is streamed: what was read stays, the rest follows in time, and the bill is right. */
import type { FastifyInstance } from 'fastify'
import { setTimeout as sleep } from 'node:timers/promises'
import t, { type Test } from 'tap'
import { sentencesOf } from '../../services/safety/sentences.ts'
import { startFakeOpenAI } from '../fakes/openai-server.ts'
import { build, type TestOptions } from '../helper.ts'
import { hear, type Heard } from '../turn/events.ts'
import { STREAM_ENDS, STREAMED_REPLY as REPLY, type FaultEnd } from '../turn/fault-ends.ts'
import { admin, agreesWithBill, entryOf, nano, person, series, grown, QUESTION, type Entry, type Stage } from '../turn/harness.ts'

t.setTimeout(150_000)

for (const one of STREAM_ENDS) {
  t.test(`${one.fault}: ${one.end === 'v2' ? 'V2' : `V1 goes on, reason ${one.end}`}`, async t => {
    const house = await speakingStage(t)
    await suffers(t, house, one)
  })
}

/** Word by word, so that what was said before a fault has arrived; with a first message behind it, for which everything is made ready. */
async function speakingStage (t: Test): Promise<Stage> {
  const fake = await startFakeOpenAI({ chunkDelayMs: 3 })
  t.teardown(fake.close)
  const app = await build(t, { breaker: { openMs: 1, lastingOpenMs: 1 }, env: { OPENAI_API_KEY: 'any', OPENAI_BASE_URL: fake.url } } as TestOptions)
  await person(app).say('A first message about my sister, who moved away.')
  fake.reset()
  fake.script.reply = () => REPLY
  return { app, fake }
}

async function suffers (t: Test, { app, fake }: Stage, { fault, end, shown = '', bill }: FaultEnd): Promise<void> {
  fake.fault(fault, { match: 'respond', retryAfter: fault === 'rate_limited' ? '0.01' : undefined })
  const before = await spent(app)
  const turns = await series(app, 'amora_turns_total')
  const user = person(app)
  const heard = await hear(app, user, { specific_question: QUESTION, session_id: 'one' })
  const entry = await entryOf(app, heard.done!.turn_id)

  inForm(t, heard)
  t.ok(heard.firstMs < 3500, `the first words after ${Math.round(heard.firstMs)} ms`)
  t.ok(heard.shown.startsWith(shown), 'what was read stays')
  if (end === 'v2') {
    t.match(heard.done, { engine: 'v2', degraded: false, message: shown })
    t.match(entry, { assigned: 'v2', served: 'v2', outcome: 'ok' })
  } else {
    t.match(heard.done, { engine: 'v1', degraded: true, referenced_data: { fallback: true, reason: end } })
    t.match(entry, { assigned: 'v2', served: 'v1', outcome: 'degraded', reason: end })
    t.ok(heard.shown.length > shown.length + 20, 'and an answer follows')
  }
  t.strictSame(grown(turns, await series(app, 'amora_turns_total')), { [`assigned=v2,served=${end === 'v2' ? 'v2,outcome=ok' : 'v1,outcome=degraded'},tier=free`]: 1 })
  agreesWithBill(t, entry, fake)
  isBilled(t, entry, bill)
  t.equal(await spent(app) - before, nano(entry.cost_usd), 'the budget has spent what the ledger says')

  fake.heal()
  await sleep(40)
  const asked = fake.calls.length
  t.match((await hear(app, person(app), { specific_question: QUESTION })).done, { engine: 'v2', message: REPLY })
  const isWhole = end === 'v2' && shown === REPLY && fault !== 'unfinished'
  t.equal(fake.calls.length === asked, isWhole, isWhole ? 'only the usage was lost: the reply may be given again' : 'nothing of it was kept')
  await remembers(t, { app, fake }, user.token, heard.shown)
}

/** The session's history is what was shown. */
async function remembers (t: Test, { app, fake }: Stage, token: string, shown: string): Promise<void> {
  await hear(app, { token }, { specific_question: 'And it is always about the rent.', session_id: 'one' })
  const { messages } = fake.calls.findLast(({ leg }) => leg === 'respond')!.body as { messages: Array<{ role: string, content: string }> }
  t.equal(messages.find(({ role }) => role === 'assistant')?.content, shown)
}

function inForm (t: Test, { names, shown, deltas, done }: Heard): void {
  t.strictSame(names, ['meta', ...deltas.map(() => 'delta'), 'done'])
  t.equal(shown, done!.message)
  t.ok(sentencesOf(shown).length <= 4, `${sentencesOf(shown).length} sentences`)
  t.ok((shown.match(/\?/g) ?? []).length <= 1, 'one question at most')
}

function isBilled (t: Test, { legs }: Entry, bill: FaultEnd['bill']): void {
  const failed = legs.find(({ leg }) => leg === 'respond')!
  t.equal(failed.certainty, bill === 'estimated' ? 'estimated' : 'exact')
  t.equal(failed.cost_usd > 0, bill !== 'nothing')
}

async function spent (app: FastifyInstance): Promise<number> {
  const { day } = (await admin(app, '/admin/budget')).body as { day: { spent_usd: number, reserved_usd: number } }
  return nano(day.spent_usd) + nano(day.reserved_usd)
}
