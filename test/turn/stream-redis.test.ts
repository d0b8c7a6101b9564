/** Streams where the shared state is gone, before a turn and in the middle of one. */
import t from 'tap'
import { startFakeOpenAI } from '../fakes/openai-server.ts'
import { build } from '../helper.ts'
import { redisMissing, startRedis } from '../servers/redis.ts'
import { hear, listenTo, summary } from './events.ts'
import { person, QUESTION } from './harness.ts'

const REPLY = 'Arguing about money wears you out. It makes sense that you are tired of it by now. What sits underneath it for you?'

t.test('without Redis', { skip: redisMissing ?? false }, async t => {
  const redis = await startRedis(t)
  const fake = await startFakeOpenAI({ chunkDelayMs: 40 })
  t.teardown(fake.close)
  fake.script.reply = () => REPLY
  const app = await build(t, { env: { REDIS_URL: redis.url, OPENAI_API_KEY: 'any', OPENAI_BASE_URL: fake.url, AMORA_TURN_DEADLINE_MS: '20000' } })

  await t.test('it dies in the middle of a stream: the stream is told to its end', async t => {
    t.equal((await hear(app, person(app), { specific_question: QUESTION })).shown, REPLY, 'with it all is well')
    const listening = await listenTo(app, person(app), { specific_question: `${QUESTION} Again.` }, { headers: { 'idempotency-key': 'k' } })
    await listening.until('delta')
    await redis.kill()
    t.equal(await listening.ended, 'ended')
    t.match(summary(listening.events), { shown: REPLY, done: { engine: 'v2', degraded: false, message: REPLY } })
  })

  await t.test('it is gone: V1 answers, sentence by sentence', async t => {
    const heard = await hear(app, person(app), { specific_question: QUESTION })
    t.match(heard.done, { engine: 'v1', degraded: true, referenced_data: { reason: 'state_unavailable', rung: 'v1' }, message: heard.shown })
    t.ok(heard.deltas.length > 1)
    const care = await hear(app, person(app), { specific_question: 'I want to kill myself tonight' })
    t.match(care, { meta: { engine: 'safety' }, done: { engine: 'safety' } })
  })

  await t.test('it comes back: V2 answers again', async t => {
    await redis.restart()
    for (let n = 0; n < 100; n++) {
      const { done } = await hear(app, person(app), { specific_question: `${QUESTION} ${n}` })
      if (done?.engine === 'v2') break
    }
    t.match((await hear(app, person(app), { specific_question: `${QUESTION} At last.` })).done, { engine: 'v2', message: REPLY })
  })
})
