/** Each fault of the model, as JSON and as a stream, with Redis there, stopped in the middle of the turn, and gone: the right end and the right bill. */
import type { FastifyInstance } from 'fastify'
import { setTimeout as sleep } from 'node:timers/promises'
import t, { type Test } from 'tap'
import { FAULTS } from '../fakes/openai-faults.ts'
import { startFakeOpenAI, type FakeOpenAI } from '../fakes/openai-server.ts'
import type { Reply } from '../helper.ts'
import { redisMissing, startRedis, type RedisServer } from '../servers/redis.ts'
import { hear } from '../turn/events.ts'
import { JSON_ENDS, NOT_AS_JSON, NOT_STREAMED, STREAMED_REPLY, STREAM_ENDS, type FaultEnd } from '../turn/fault-ends.ts'
import { admin, agreesWithBill, billed, entryOf, house, nano, person, KEY, QUESTION } from '../turn/harness.ts'

t.setTimeout(200_000)

const FORMS = { json: JSON_ENDS, stream: STREAM_ENDS } as const
type Form = keyof typeof FORMS

/** Short where a fault waits for it; as in service elsewhere. */
const DEADLINE_MS = 2900
const SHORT_MS = 700
/** What a stop of Redis adds at the most: a command's deadline, at each end of the turn. */
const STOP_ADDS_MS = 400

interface Scene { readonly app: FastifyInstance, readonly fake: FakeOpenAI, readonly redis: RedisServer, readonly deadlineMs: number }
interface Answer { readonly status: number, readonly engine?: string, readonly reason?: string, readonly message: string, readonly turnId: string, readonly ms: number }

async function scene (t: Test, deadlineMs: number): Promise<Scene> {
  const [redis, fake] = await Promise.all([startRedis(t), startFakeOpenAI({ apiKey: KEY, chunkDelayMs: 2 })])
  t.teardown(fake.close)
  const app = await house(t, { breaker: { openMs: 1, lastingOpenMs: 1 }, env: { OPENAI_API_KEY: KEY, OPENAI_BASE_URL: fake.url, REDIS_URL: redis.url, AMORA_TURN_DEADLINE_MS: String(deadlineMs) } })
  // For the first message after a start everything is made ready.
  await person(app).say('A first message about my sister, who moved away.')
  return { app, fake, redis, deadlineMs }
}

/** One turn under one fault; its own words, so that nothing of another can have answered it. */
async function ask ({ app, fake }: Scene, form: Form, { fault }: FaultEnd, waitedMs = 0): Promise<Answer> {
  fake.reset()
  fake.script.reply = () => STREAMED_REPLY
  fake.fault(fault, { match: 'respond', latencyMs: waitedMs, retryAfter: fault === 'rate_limited' ? '0.01' : undefined })
  const question = `${QUESTION} It was about ${fault.replaceAll('_', ' ')} and ${form} once more, ${waitedMs}.`
  const startedAt = performance.now()
  if (form === 'stream') {
    const { status, done, shown, firstMs } = await hear(app, person(app), { specific_question: question })
    return { status, engine: done?.engine, reason: reasonOf(done), message: shown === done?.message ? shown : '', turnId: String(done?.turn_id), ms: firstMs }
  }
  const { status, body } = await person(app).say(question)
  return { status, engine: body.engine, reason: reasonOf(body), message: body.message, turnId: body.turn_id, ms: performance.now() - startedAt }
}

const reasonOf = (reply: Reply['body'] | undefined) => reply?.degraded ? String(reply.referenced_data.reason) : undefined

/** Nano-dollars. */
async function money (app: FastifyInstance): Promise<{ spent: number, reserved: number }> {
  const { day } = (await admin(app, '/admin/budget')).body as { day?: { spent_usd: number, reserved_usd: number } }
  return day ? { spent: nano(day.spent_usd), reserved: nano(day.reserved_usd) } : { spent: NaN, reserved: NaN }
}

function isAnswered (t: Test, { status, engine, reason, message, ms }: Answer, { end, shown }: FaultEnd, form: Form, withinMs: number): void {
  t.strictSame([status, engine, reason], [200, end === 'v2' ? 'v2' : 'v1', end === 'v2' ? undefined : end])
  t.ok(message.length > 20 && (form === 'json' || message.startsWith(shown ?? '')), 'with words, and what was shown stays')
  t.ok(ms < withinMs, `the first of them after ${Math.round(ms)} ms`)
}

/** The faults that wait for the turn's time, and the others. */
const waits = ({ end, fault }: FaultEnd) => end === 'timeout' || fault === 'stall_at_end'

async function everyFault (t: Test, run: (scene: Scene, form: Form, one: FaultEnd) => Promise<unknown>, isMeant: (one: FaultEnd) => boolean = () => true): Promise<void> {
  for (const deadlineMs of [DEADLINE_MS, SHORT_MS]) {
    const set = await scene(t, deadlineMs)
    for (const form of ['json', 'stream'] as const) {
      for (const one of FORMS[form].filter(one => waits(one) === (deadlineMs === SHORT_MS) && isMeant(one))) {
        await run(set, form, one)
        // Its headers hold calls back for a hundredth of two seconds.
        if (one.fault === 'rate_limited') await sleep(60)
      }
    }
  }
}

t.test('no fault is left out', async t => {
  const names = (ends: readonly FaultEnd[], left: readonly string[]) => [...ends.map(({ fault }) => fault), ...left].toSorted()
  t.strictSame(names(JSON_ENDS, NOT_AS_JSON), FAULTS.toSorted())
  t.strictSame(names(STREAM_ENDS, NOT_STREAMED), FAULTS.toSorted())
})

t.test('Redis', { skip: redisMissing ?? false }, async t => {
  t.test('is there', async t => everyFault(t, async (scene, form, one) => t.test(`${one.fault}, ${form}: ${one.end}`, async t => {
    const before = await money(scene.app)
    const answer = await ask(scene, form, one)
    isAnswered(t, answer, one, form, scene.deadlineMs + STOP_ADDS_MS)
    const entry = await entryOf(scene.app, answer.turnId)
    t.match(entry, one.end === 'v2' ? { served: 'v2', outcome: 'ok' } : { assigned: 'v2', served: 'v1', outcome: 'degraded', reason: one.end })
    agreesWithBill(t, entry, scene.fake)
    const legs = entry.legs.filter(({ leg }) => leg === 'respond')
    t.equal(legs.some(({ cost_usd: usd }) => usd > 0), one.bill !== 'nothing')
    t.equal(legs.some(({ certainty }) => certainty === 'estimated'), one.bill === 'estimated')
    t.strictSame(await money(scene.app), { spent: before.spent + nano(entry.cost_usd), reserved: 0 }, 'the budget has spent what the ledger says')
  })))

  t.test('stops when the reply is asked for, and goes on later', async t => {
    const seen = new Set<string>()
    const isFirst = ({ end }: FaultEnd) => !seen.has(end) && Boolean(seen.add(end))
    const ofEachEnd = new Set([...JSON_ENDS.filter(isFirst), ...STREAM_ENDS.filter(({ fault }) => ['cut', 'stall', 'broken_chunk'].includes(fault))])
    await everyFault(t, async (scene, form, one) => t.test(`${one.fault}, ${form}: ${one.end}`, async t => {
      const { app, fake, redis } = scene
      const before = await money(app)
      const asking = ask(scene, form, one, 60)
      while (!fake.calls.some(({ leg }) => leg === 'respond')) await sleep(2)
      redis.stall()
      const answer = await asking
      redis.resume()
      isAnswered(t, answer, one, form, scene.deadlineMs + STOP_ADDS_MS)
      const after = await settled(app)
      t.equal(after.reserved, 0, 'nothing stays reserved')
      if (one.bill === 'estimated') t.ok(after.spent - before.spent >= billed(fake), 'the estimate is not too low')
      else t.equal(after.spent - before.spent, billed(fake), 'the money is settled when it is back')
    }), one => ofEachEnd.has(one))
  })

  t.test('is gone', async t => {
    const scenes = new Set<Scene>()
    await everyFault(t, async (scene, form, one) => {
      if (!scenes.has(scene)) await scene.redis.kill()
      scenes.add(scene)
      await t.test(`${one.fault}, ${form}: state_unavailable`, async t => {
        isAnswered(t, await ask(scene, form, one), { ...one, end: 'state_unavailable', shown: '' }, form, scene.deadlineMs)
        t.strictSame([scene.fake.calls.length, billed(scene.fake)], [0, 0], 'nothing is asked, and nothing billed')
      })
    })
  })
})

/** Once Redis answers again and what had to wait has got through. */
async function settled (app: FastifyInstance): Promise<{ spent: number, reserved: number }> {
  for (let waitedMs = 0; waitedMs < 5000; waitedMs += 50) {
    const now = await money(app)
    if (now.reserved === 0) return now
    await sleep(50)
  }
  return money(app)
}
