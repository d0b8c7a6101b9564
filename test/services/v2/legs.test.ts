import { getEventListeners } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import t from 'tap'
import { openLegs, promptTokens, type LegResult } from '../../../services/v2/legs.ts'
import { LlmError, type Attempt, type ChatClient, type ChatReply, type ChatRequest } from '../../../services/v2/model-client.ts'
import { callerLeft } from '../../../services/turn.ts'
import { createScriptedChat, USAGE, type Script } from '../../fakes/chat-client.ts'

const REQUEST: ChatRequest = { leg: 'respond', model: 'gpt-6.1-terra', maxTokens: 150, temperature: 0.7, messages: [{ role: 'system', content: 'Be kind.' }, { role: 'user', content: 'We argue.' }] }
const UNDERSTAND: ChatRequest = { ...REQUEST, leg: 'understand', model: 'gpt-6-luna', maxTokens: 160 }
const read = ({ text }: ChatReply): LegResult<string> => text === 'nonsense' ? { ok: false, reason: 'invalid_output' } : { ok: true, value: text }
const countTokens = (_model: string, { content }: { content: string }) => content.length
const ASKED = { inputTokens: promptTokens(REQUEST, countTokens), maxTokens: 150 }

function open (chat: ChatClient, signal = new AbortController().signal) {
  return openLegs({ chat, now: () => performance.now(), countTokens }, signal)
}

const scripted = (script: Script, signal?: AbortSignal) => open(createScriptedChat(script), signal)
const facts = (legs: ReturnType<typeof open>) => legs.records().map(({ durationMs, ...record }) => record)

t.test('a call that came back: its words, and its usage on record', async t => {
  const legs = scripted({ respond: { text: 'Yes.' } })
  t.strictSame(await legs.complete(REQUEST, read), { ok: true, value: 'Yes.' })
  t.strictSame(facts(legs), [{ leg: 'respond', model: 'gpt-6.1-terra-2026-10-01', outcome: 'ok', sent: true, usage: USAGE }])
  t.ok(legs.records().every(({ durationMs }) => Number.isInteger(durationMs) && durationMs >= 0))
})

t.test('one that came back useless is billed all the same', async t => {
  const legs = scripted({ respond: { text: 'nonsense' } })
  t.strictSame(await legs.complete(REQUEST, read), { ok: false, reason: 'invalid_output' })
  t.match(facts(legs), [{ outcome: 'invalid_output', sent: true, usage: USAGE }])
})

t.test('one that was sent and lost tells what was asked: its price at the most', async t => {
  const legs = scripted({ respond: { fails: 'upstream_error' } })
  await legs.complete(REQUEST, read)
  t.strictSame(facts(legs), [{ leg: 'respond', model: 'gpt-6.1-terra', outcome: 'upstream_error', sent: true, asked: ASKED }])
})

t.test('one that never left the house tells nothing to bill', async t => {
  for (const [fails, known] of [['queue_full', undefined], ['breaker_open', undefined], ['no_key', undefined], ['auth', { sent: false }], ['rate_limited', { sent: false }]] as const) {
    const legs = scripted({ respond: { fails, facts: known } })
    t.strictSame(await legs.complete(REQUEST, read), { ok: false, reason: fails })
    t.strictSame(facts(legs), [{ leg: 'respond', model: 'gpt-6.1-terra', outcome: fails, sent: false }], fails)
  }
})

t.test('each attempt is on record, and billed by itself', async t => {
  const attempts: readonly Attempt[] = [{ outcome: 'upstream_error', model: 'gpt-6.1-terra', durationMs: 40, sent: true }, { outcome: 'rate_limited', model: 'gpt-6.1-terra', durationMs: 2, sent: false }]
  const chat: ChatClient = {
    kind: 'openai', complete: async () => ({ text: 'Yes.', finish: 'stop', model: 'gpt-6.1-terra', usage: USAGE, attempts }), moderate: async () => { throw new LlmError('no_key') }
  }
  const legs = open(chat)
  await legs.complete(REQUEST, read)
  t.strictSame(facts(legs), [
    { leg: 'respond', model: 'gpt-6.1-terra', outcome: 'upstream_error', sent: true, asked: ASKED },
    { leg: 'respond', model: 'gpt-6.1-terra', outcome: 'rate_limited', sent: false },
    { leg: 'respond', model: 'gpt-6.1-terra', outcome: 'ok', sent: true, usage: USAGE }
  ])
  const failing = open({ ...chat, complete: async () => { throw new LlmError('upstream_error', { attempts: [attempts[0]!] }) } })
  await failing.complete(REQUEST, read)
  t.strictSame(facts(failing).map(({ outcome, asked }) => [outcome, asked]), [['upstream_error', ASKED], ['upstream_error', ASKED]])
})

t.test('a defect of a client is a failed call, not the turn’s end', async t => {
  const legs = scripted({ respond: { throws: new TypeError('x is not a function') } })
  t.strictSame(await legs.complete(REQUEST, read), { ok: false, reason: 'upstream_error' })
})

t.test('the turn’s end ends every call, with its reason', async t => {
  for (const [reason, outcome] of [[callerLeft(), 'aborted'], [new DOMException('', 'TimeoutError'), 'timeout']] as const) {
    const control = new AbortController()
    const legs = scripted({ respond: { hangs: true }, moderate: { hangs: true } }, control.signal)
    const calls = [legs.complete(REQUEST, read), legs.moderate('We argue.', 1000)]
    t.equal(legs.interrupted(), undefined)
    control.abort(reason)
    t.strictSame(await Promise.all(calls), [{ ok: false, reason: outcome }, { ok: false, reason: outcome }])
    t.equal(legs.interrupted(), outcome)
    t.match(facts(legs), [{ outcome, sent: true, asked: ASKED }, { leg: 'moderate', outcome }])
    t.strictSame(await legs.complete(REQUEST, read), { ok: false, reason: outcome }, 'and nothing new begins')
    t.equal(legs.records().length, 2)
  }
})

t.test('what the turn needs no longer is cancelled, and was sent', async t => {
  const chat = createScriptedChat({ respond: { hangs: true } })
  const legs = open(chat)
  const call = legs.complete(REQUEST, read)
  t.match(facts(legs), [{ outcome: 'cancelled', sent: true, asked: ASKED }], 'also while it still runs')
  legs.cancel()
  t.match(await call, { ok: false })
  t.match(facts(legs), [{ outcome: 'cancelled', sent: true }])
  t.equal(chat.calls[0]!.signal.aborted, true)
  t.match(await legs.complete(UNDERSTAND, read), { ok: false })
  t.equal(chat.calls.length, 1)
})

t.test('a call’s own limit ends it alone', async t => {
  const legs = scripted({ understand: { hangs: true }, respond: { text: 'Yes.', afterMs: 60 } })
  const [understood, written] = await Promise.all([legs.complete(UNDERSTAND, read, 20), legs.complete(REQUEST, read)])
  t.strictSame([understood, written], [{ ok: false, reason: 'timeout' }, { ok: true, value: 'Yes.' }])
  t.equal(legs.interrupted(), undefined)
})

t.test('nothing is left at the turn’s signal', async t => {
  const control = new AbortController()
  const legs = scripted({ respond: { text: 'Yes.' }, understand: { fails: 'timeout' } }, control.signal)
  await legs.complete(REQUEST, read, 500)
  const before = getEventListeners(control.signal, 'abort').length
  for (let n = 0; n < 20; n++) {
    await legs.complete(REQUEST, read, 500)
    await legs.complete(UNDERSTAND, read, 500)
    await legs.moderate('We argue.', 500)
  }
  await sleep(1)
  t.equal(getEventListeners(control.signal, 'abort').length, before)
})

t.test('tokens of a prompt are those of its messages and of their frames', async t => {
  t.equal(promptTokens(REQUEST, () => 7), 2 * (7 + 5))
  t.equal(promptTokens({ model: 'm', messages: [] }, () => 7), 0)
})
