import t from 'tap'
import { setTimeout as wait } from 'node:timers/promises'
import { DECLINE_CATEGORIES, declineReply, routeFound } from '../../../services/safety/moderation.ts'
import { review } from '../../../services/safety/review.ts'
import { reviewNext } from '../../../services/safety/review-next.ts'
import { callerLeft } from '../../../services/turn.ts'
import { classify } from '../../../services/understanding/classifier.ts'
import type { Reading, Risk } from '../../../services/understanding/reading.ts'
import { strategyOf } from '../../../services/understanding/strategy.ts'
import { LEGS, LLM_FAILURES, type Leg, type LlmFailure } from '../../../services/v2/model-client.ts'
import { answerV2, type V2Input, type V2Ports } from '../../../services/v2/pipeline.ts'
import { encodeReading } from '../../../services/v2/understand.ts'
import { createScriptedChat, type Script } from '../../fakes/chat-client.ts'

const canary = 'kestrel-4711'
const question = 'He forgot my birthday again and I feel invisible.'
const GOOD = 'Forgotten on your own birthday, again, and left feeling invisible. That hurts, and it makes sense that it does. What would it have meant to you if he had remembered?'
const ORDER = 'That sounds painful. You must leave him before it happens again. What holds you back?'

const reading = (risk: Risk = 'none'): Reading => ({
  emotions: { confusion: 0.1, sadness: 0.9, anxiety: 0.2, frustration: 0.3, hope: 0, emotional_distance: 0.6, overwhelm: 0.2 },
  intents: { greeting_testing: 0, venting: 0.9, reflection: 0.1, advice_seeking: 0, reassurance_seeking: 0.2, decision_making: 0, curiosity_learning: 0 },
  themes: ['emotions'],
  risk
})
const understood = (risk?: Risk) => ({ text: encodeReading(reading(risk)) })
const FINE: Script = { understand: understood(), respond: { text: GOOD }, repair: { text: GOOD } }

const route: V2Ports['route'] = found => routeFound(found, false)
const decline: V2Ports['decline'] = (category, used) => declineReply({ category: DECLINE_CATEGORIES.find(known => known === category)!, used, pick: 0 })

interface Given { input?: Partial<V2Input>, ports?: Partial<V2Ports>, deadlineMs?: number, signal?: AbortSignal }

/** A turn by the script. `done` is its end; the chat shows what was asked meanwhile. */
function begin (script: Script, { input, ports, deadlineMs = 2900, signal = AbortSignal.timeout(deadlineMs) }: Given = {}) {
  const chat = createScriptedChat({ ...FINE, ...script })
  const now = () => performance.now()
  const startedAt = now()
  const done = answerV2(
    { question, mode: 'LEARN', tier: 'free', history: [], canary, used: [], deadlineAt: startedAt + deadlineMs, ...input },
    {
      chat, models: { detection: 'gpt-6-luna', response: 'gpt-6.1-terra', economy: 'gpt-6-luna' }, temperature: 0.7, maxTokens: 150, now, countTokens: (_model, { content }) => content.length,
      review: (reply, context) => review(reply, { ...context, canary }), reviewNext: (sentence, before, context) => reviewNext(sentence, before, { ...context, canary }), countReview: () => {}, route, decline, ...ports
    },
    signal
  )
  return { chat, done, tookMs: () => now() - startedAt }
}

async function run (script: Script, given?: Given) {
  const { chat, done, tookMs } = begin(script, given)
  const end = await done
  const took = tookMs()
  await wait(1)
  const outcomes = Object.fromEntries(end.legs.map(({ leg, outcome }) => [leg, outcome]))
  return { chat, end, outcomes, tookMs: took, isQuiet: chat.calls.every(({ ended }) => ended !== undefined) }
}

t.test('a turn is understood and moderated at once, then answered', async t => {
  const { chat, done } = begin({})
  t.strictSame(chat.calls.map(({ leg }) => leg).sort(), ['moderate', 'understand'], 'neither waits for the other')
  t.equal(chat.calls.find(({ leg }) => leg === 'moderate')!.text, question)
  t.match(await done, {
    kind: 'answer', text: GOOD, reading: reading(), strategy: 'LOW', model: 'gpt-6.1-terra-2026-10-01', repaired: false, finish: 'stop', isPublic: true
  })
})

t.test('every call is on record with its cost and without words', async t => {
  const { end } = await run({ respond: { text: ORDER } })
  t.strictSame(end.legs.map(({ durationMs, usage, ...leg }) => ({ ...leg, billed: usage?.outputTokens })), [
    { leg: 'moderate', model: 'omni-moderation-2024-09-26', outcome: 'ok', sent: true, billed: undefined },
    { leg: 'understand', model: 'gpt-6-luna-2026-10-01', outcome: 'ok', sent: true, billed: 40 },
    { leg: 'respond', model: 'gpt-6.1-terra-2026-10-01', outcome: 'ok', sent: true, billed: 40 },
    { leg: 'repair', model: 'gpt-6-luna-2026-10-01', outcome: 'ok', sent: true, billed: 40 }
  ])
  t.ok(end.legs.every(({ durationMs }) => Number.isInteger(durationMs) && durationMs >= 0))
  t.strictSame(JSON.parse(JSON.stringify(end.legs)), end.legs)
  t.notMatch(JSON.stringify(end.legs), /birthday|invisible|leave him/)
})

t.test('a reply that was of no use is on record at its price', async t => {
  const facts = { model: 'gpt-6.1-terra-2026-10-01', usage: { inputTokens: 500, cachedInputTokens: 100, outputTokens: 2 } }
  const { end } = await run({ respond: { fails: 'content_filter', facts } })
  t.match(end.legs.at(-1), { leg: 'respond', outcome: 'content_filter', sent: true, ...facts })
})

/** A call that says it was aborted though nobody left has failed. */
const told = (fails: LlmFailure) => fails === 'aborted' ? 'upstream_error' : fails

t.test('each failure on each leg has its end', async t => {
  const local = { reading: classify(question), strategy: strategyOf(classify(question), { mode: 'LEARN', inCare: false }) }
  for (const fails of LLM_FAILURES) {
    const ends = {
      understand: { kind: 'answer', text: GOOD, ...local },
      moderate: { kind: 'answer', text: GOOD, reading: reading() },
      respond: { kind: 'failed', reason: told(fails), reading: reading(), strategy: 'LOW' },
      repair: { kind: 'failed', reason: 'review', reading: reading(), strategy: 'LOW' }
    } as const
    for (const leg of LEGS) {
      const { end, outcomes, isQuiet } = await run({ ...(leg === 'repair' ? { respond: { text: ORDER } } : {}), [leg]: { fails } })
      t.match(end, ends[leg], `${leg}: ${fails}`)
      t.match(outcomes, { understand: 'ok', moderate: 'ok', respond: 'ok', [leg]: told(fails) })
      t.equal(end.legs.find(record => record.leg === leg)!.sent, !['no_key', 'queue_full', 'breaker_open'].includes(fails))
      t.ok(isQuiet)
    }
  }
})

t.test('a failure of all calls is the reply’s failure, and nothing is asked twice', async t => {
  for (const fails of ['auth', 'no_key', 'quota_exhausted'] as const) {
    const { end, chat } = await run({ understand: { fails }, moderate: { fails }, respond: { fails } })
    t.match(end, { kind: 'failed', reason: fails, reading: classify(question) })
    t.equal(chat.calls.length, 3)
  }
})

t.test('a defect of a client is an upstream error, never an exception', async t => {
  const throws = new TypeError('undefined is not a function')
  t.match(await run({ respond: { throws } }), { end: { kind: 'failed', reason: 'upstream_error' }, outcomes: { respond: 'upstream_error' } })
  t.match(await run({ understand: { throws }, moderate: { throws } }), { end: { kind: 'answer' }, outcomes: { understand: 'upstream_error', moderate: 'upstream_error' } })
})

t.test('a risk that is understood ends the turn before a reply is asked for', async t => {
  const { end, chat, outcomes, isQuiet } = await run({ understand: understood('self_harm'), moderate: { hangs: true } })
  t.match(end, { kind: 'care', careKind: 'self_harm', grade: 'passive' })
  t.strictSame(outcomes, { moderate: 'cancelled', understand: 'ok' }, 'what was under way is on record')
  t.equal(chat.requests('respond').length, 0)
  t.ok(isQuiet, 'and is over')
})

const IN_DANGER = { flagged: { 'self-harm': 0.9, 'self-harm/intent': 0.8 } } as const

t.test('a risk that moderation finds ends the reply that is being written', async t => {
  const { end, chat, outcomes, tookMs } = await run({ moderate: { ...IN_DANGER, during: 'respond' }, respond: { hangs: true } })
  t.match(end, { kind: 'care', careKind: 'self_harm', grade: 'explicit' })
  t.strictSame(outcomes, { understand: 'ok', moderate: 'ok', respond: 'cancelled' })
  t.equal(chat.calls.find(({ leg }) => leg === 'respond')!.ended, 'aborted', 'which is no fault of the server')
  t.ok(tookMs < 1500, 'at once')
})

t.test('a risk that moderation finds during a repair ends that too', async t => {
  const { end, outcomes } = await run({ moderate: { ...IN_DANGER, during: 'repair' }, respond: { text: ORDER }, repair: { hangs: true } })
  t.match(end, { kind: 'care' })
  t.strictSame(outcomes, { understand: 'ok', moderate: 'ok', respond: 'ok', repair: 'cancelled' })
})

t.test('a harmful request is declined in words that the session has not heard', async t => {
  const first = await run({ understand: understood('harm_to_others') })
  t.match(first.end, { kind: 'declined', category: 'violence', wording: 'decline.violence.0', reading: { risk: 'harm_to_others' }, strategy: 'LOW' })
  t.equal(first.chat.requests('respond').length, 0)
  const second = await run({ understand: understood('harm_to_others') }, { input: { used: ['decline.violence.0'] } })
  t.match(second.end, { kind: 'declined', wording: 'decline.violence.1' })
  t.match((await run({ moderate: { flagged: { illicit: 0.8 } } })).end, { kind: 'declined', category: 'illicit', reading: { risk: 'none' } })
  t.match((await run({ understand: understood('harm_to_others'), moderate: { fails: 'timeout' } })).end, { kind: 'declined', category: 'violence' })
})

t.test('nobody in danger is declined, whichever call saw the danger', async t => {
  const { end, chat } = await run({ understand: understood('harm_to_others'), moderate: { ...IN_DANGER, after: 'understand' } })
  t.match(end, { kind: 'care', careKind: 'self_harm' })
  t.equal(chat.requests('respond').length, 0)
})

t.test('no answer is given before moderation has had its say', async t => {
  t.match((await run({ moderate: { ...IN_DANGER, after: 'respond' } })).end, { kind: 'care' }, 'though the reply was ready')
  t.match((await run({ moderate: { ...IN_DANGER, after: 'respond' }, respond: { fails: 'upstream_error' } })).end, { kind: 'care' }, 'nor is V1 called')
  t.match(await run({ moderate: { after: 'respond' } }), { end: { kind: 'answer' }, outcomes: { moderate: 'ok' } })
})

t.test('a moderation that hangs holds an answer back for a part of the time only', async t => {
  const { end, outcomes, tookMs, isQuiet } = await run({ moderate: { hangs: true } }, { deadlineMs: 600 })
  t.match(end, { kind: 'answer' })
  t.match(outcomes, { moderate: 'timeout', respond: 'ok' })
  t.ok(tookMs > 300 && tookMs < 590, `${tookMs} ms of 600`)
  t.ok(isQuiet)
})

t.test('an understanding that hangs leaves time for the reply', async t => {
  const { end, outcomes } = await run({ understand: { hangs: true }, respond: { text: GOOD, afterMs: 100 } }, { deadlineMs: 800 })
  t.match(end, { kind: 'answer', reading: classify(question) })
  t.match(outcomes, { understand: 'timeout', respond: 'ok' })
})

const MOMENTS: ReadonlyArray<readonly [Leg, Script, readonly string[]]> = [
  ['understand', { understand: { hangs: true }, moderate: { hangs: true } }, ['moderate ended', 'understand ended']],
  ['respond', { respond: { hangs: true } }, ['moderate ok', 'understand ok', 'respond ended']],
  ['repair', { respond: { text: ORDER }, repair: { hangs: true } }, ['moderate ok', 'understand ok', 'respond ok', 'repair ended']]
]
const ENDINGS = { timeout: new DOMException('the turn is over', 'TimeoutError'), aborted: callerLeft() } as const

for (const [leg, script, legs] of MOMENTS) {
  for (const [reason, cause] of Object.entries(ENDINGS)) {
    t.test(`the turn’s end by ${reason} during ${leg} ends all calls`, async t => {
      const over = new AbortController()
      const { chat, done } = begin(script, { signal: over.signal })
      while (!chat.calls.some(call => call.leg === leg)) await wait(1)
      await wait(5)
      over.abort(cause)
      const end = await done
      t.match(end, { kind: 'failed', reason })
      t.strictSame(end.legs.map(({ leg, outcome }) => `${leg} ${outcome === reason ? 'ended' : outcome}`), legs)
      t.ok(chat.calls.every(({ ended }) => ended !== undefined))
    })
  }
}

t.test('for a turn that is over nothing is sent', async t => {
  const { end, chat } = await run({}, { signal: AbortSignal.abort(callerLeft()) })
  t.match(end, { kind: 'failed', reason: 'aborted', legs: [] })
  t.equal(chat.calls.length, 0)
})

t.test('an answer that comes with the deadline is late', async t => {
  const over = new AbortController()
  const { end } = await run({}, { signal: over.signal, ports: { review: () => { over.abort(new DOMException('late', 'TimeoutError')); return [] } } })
  t.match(end, { kind: 'failed', reason: 'timeout' })
})

t.test('a defect of ours is thrown, and leaves no call behind', async t => {
  const broken = { route: ({ flagged }: { flagged: object }) => { if ('hate' in flagged) throw new RangeError('ours'); return { action: 'allow' } as const } }
  const { chat, done } = begin({ moderate: { flagged: { hate: 1 }, during: 'respond' }, respond: { hangs: true } }, { ports: broken })
  await t.rejects(done, { name: 'BrokenTurn', cause: { name: 'RangeError' }, legs: [{ leg: 'moderate' }, { leg: 'understand' }] })
  await wait(1)
  t.ok(chat.calls.every(({ ended }) => ended !== undefined))
})

t.test('a call that is over leaves neither timer nor listener behind', async t => {
  const { chat, end } = await run({}, { deadlineMs: 200, signal: new AbortController().signal })
  t.match(end, { kind: 'answer' })
  await wait(200)
  for (const { leg, signal } of chat.calls.filter(({ leg }) => leg !== 'respond')) t.notOk(signal.aborted, leg)
})

t.test('memory is the paid users’', async t => {
  const memory = ['trust came up four times']
  for (const tier of ['free', 'paid'] as const) {
    const { end, chat } = await run({}, { input: { memory, tier } })
    t.equal(JSON.stringify(chat.requests('respond')).includes(memory[0]!), tier === 'paid')
    t.match(end, { isPublic: tier === 'free' })
  }
})

t.test('mode and care in the session decide the strategy', async t => {
  const seeking = { text: encodeReading({ ...reading(), emotions: { ...reading().emotions, sadness: 0.1, emotional_distance: 0 }, intents: { ...reading().intents, venting: 0, advice_seeking: 0.9 } }) }
  t.match((await run({ understand: seeking })).end, { strategy: 'HIGH' })
  t.match((await run({ understand: seeking }, { input: { mode: 'REFLECT' } })).end, { strategy: 'LOW' })
  t.match((await run({ understand: seeking }, { input: { care: 'self_harm' } })).end, { strategy: 'LOW' })
})

t.test('turns at once share nothing', async t => {
  const ends = await Promise.all(Array.from({ length: 50 }, async (_, at) => begin(at % 2 ? {} : { respond: { fails: 'upstream_error' } }).done))
  t.equal(ends.filter(({ kind }) => kind === 'answer').length, 25)
  t.ok(ends.every(({ legs }) => legs.length === 3))
})

t.test('earlier messages stay within their tokens: the newest are kept, in their order', async t => {
  const history = Array.from({ length: 5 }, (_, at) => ({ role: 'user', text: `${at}${'x'.repeat(499)}` } as const))
  const { chat } = await run({}, { input: { history } })
  const said = chat.requests('respond')[0]!.messages.filter(({ role }) => role === 'user').map(({ content }) => content.slice(0, 1))
  t.strictSame(said.slice(0, -1), ['3', '4'], 'two of 500 fit into 1,200')
})
