import { setTimeout as sleep } from 'node:timers/promises'
import t from 'tap'
import { callerLeft } from '../../services/turn.ts'
import { metric } from '../helper.ts'
import { UNDERSTAND, against, failure, outcomes, reasonOf, soon, turn } from './llm-harness.ts'

t.test('so many calls at once, so many wait, the next falls back at once', async t => {
  const { app, fake } = await against(t, { env: { AMORA_LLM_CONCURRENCY: '2', AMORA_LLM_QUEUE: '3' } })
  fake.fault('hang', { times: 2 })
  const caller = new AbortController()
  const running = Array.from({ length: 2 }, async () => reasonOf(app.llm.complete(turn(), caller.signal)))
  const waiting = Array.from({ length: 3 }, async () => reasonOf(app.llm.complete(turn(), soon())))
  t.match(await failure(app.llm.complete(turn(), soon())), { reason: 'queue_full', sent: false })
  t.equal(await reasonOf(app.llm.moderate('some words', soon())), 'queue_full')
  t.equal(await metric(app, 'amora_llm_queue_depth', { kind: 'chat' }), 3)
  t.equal(await metric(app, 'amora_llm_in_flight', { kind: 'chat' }), 2)
  while (fake.calls.length < 2) await sleep(5)
  caller.abort(callerLeft())
  t.strictSame(await Promise.all([...running, ...waiting]), ['aborted', 'aborted', 'ok', 'ok', 'ok'])
  t.equal(fake.calls.length, 5)
  t.equal(await outcomes(app, 'queue_full'), 1)
  t.equal(await metric(app, 'amora_llm_queue_depth', { kind: 'chat' }), 0)
})

t.test('who waits in the queue leaves with his deadline, and is never sent', async t => {
  const { app, fake } = await against(t, { env: { AMORA_LLM_CONCURRENCY: '1', AMORA_LLM_QUEUE: '1' } })
  fake.fault('hang', { times: 1 })
  const caller = new AbortController()
  const first = reasonOf(app.llm.complete(turn(), caller.signal))
  t.match(await failure(app.llm.complete(turn(), AbortSignal.timeout(100))), { reason: 'timeout', sent: false })
  t.match(await failure(app.llm.complete(turn({ stream: { firstTextMs: 100, idleMs: 100, onText () {} } }), soon())), { reason: 'timeout', sent: false }, 'or with the time to his first words')
  t.equal(await metric(app, 'amora_breaker_state', { kind: 'chat' }), 0, 'waiting here is no fault of the server')
  caller.abort(callerLeft())
  t.equal(await first, 'aborted', 'the room was not free before')
  t.equal(await reasonOf(app.llm.complete(turn(), soon())), 'ok')
  t.equal(fake.calls.length, 2)
})

t.test('what happened while a call waited in the queue counts for it', async t => {
  const { app, fake } = await against(t, { env: { AMORA_LLM_CONCURRENCY: '1' } })
  fake.script.headers = { 'x-ratelimit-remaining-requests': '0', 'x-ratelimit-reset-requests': '60s' }
  const calls = Array.from({ length: 3 }, async () => reasonOf(app.llm.complete(turn(), soon())))
  t.strictSame(await Promise.all(calls), ['ok', 'rate_limited', 'rate_limited'])
  t.equal(fake.calls.length, 1)
})

t.test('a limit that is used up is heeded before the server refuses', async t => {
  const { app, fake } = await against(t)
  const limited = (remaining: string, reset: string) => ({ 'x-ratelimit-limit-requests': '500', 'x-ratelimit-remaining-requests': remaining, 'x-ratelimit-reset-requests': reset })
  const left = async (kind: string) => metric(app, 'amora_llm_ratelimit_remaining', { kind })
  t.equal(await left('requests'), undefined, 'nobody has said')
  fake.script.headers = { ...limited('400', '100s'), 'x-ratelimit-limit-tokens': '150000', 'x-ratelimit-remaining-tokens': '149984', 'x-ratelimit-reset-tokens': '6m0s' }
  await app.llm.complete(turn(), soon())
  t.equal(await left('requests'), 400)
  t.equal(await left('tokens'), 149_984)

  fake.script.headers = limited('0', '200s')
  await app.llm.complete(turn({ stream: { firstTextMs: 1000, idleMs: 1000, onText () {} } }), soon())
  t.equal(await left('requests'), 0, 'a stream says it too')
  const sent = fake.calls.length
  const held = await failure(app.llm.complete(turn(), soon()))
  t.match(held, { reason: 'rate_limited', sent: false })
  t.ok(held.retryAfterMs! <= 2000, `${held.retryAfterMs} ms: a hundredth of the limit has come back by then`)
  t.equal(await reasonOf(app.llm.complete(UNDERSTAND, soon())), 'ok', 'another model has its own')
  t.equal(fake.calls.length, sent + 1)
  await sleep(held.retryAfterMs!)
  t.equal(await reasonOf(app.llm.complete(turn(), soon())), 'ok')
  t.equal(await metric(app, 'amora_breaker_state', { kind: 'chat' }), 0)
})
