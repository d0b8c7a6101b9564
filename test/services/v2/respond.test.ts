import t from 'tap'
import { review } from '../../../services/safety/review.ts'
import { reviewNext } from '../../../services/safety/review-next.ts'
import { REVIEW_FAULTS, type ReviewResult } from '../../../services/safety/verdict.ts'
import { classify } from '../../../services/understanding/classifier.ts'
import { openLegs } from '../../../services/v2/legs.ts'
import { LLM_FAILURES, type ChatRequest } from '../../../services/v2/model-client.ts'
import { PROMPT_TEXTS, buildPrompt } from '../../../services/v2/prompt.ts'
import { REPAIR_MIN_MS, judgedBy, respond, type Responding, type RespondPorts } from '../../../services/v2/respond.ts'
import { createScriptedChat, type Script } from '../../fakes/chat-client.ts'

const canary = 'kestrel-4711'
const question = 'He forgot my birthday again and I feel invisible.'
const GOOD = 'Forgotten on your own birthday, again, and left feeling invisible. That hurts, and it makes sense that it does. What would it have meant to you if he had remembered?'
const BETTER = 'Feeling invisible on your birthday sounds lonely. It makes sense that it stays with you. What was the day like for you?'
const ORDER = 'That sounds painful. You must leave him before it happens again. What holds you back?'
const CUT = 'Forgotten on your own birthday, again. It makes sense that this hurts. What would it have meant if he had rem'

interface Given { input?: Partial<Responding>, review?: RespondPorts['review'] }

async function written (script: Script, { input, review: judge }: Given = {}) {
  const chat = createScriptedChat(script)
  const now = () => performance.now()
  const legs = openLegs({ chat, now, countTokens: (_model, { content }) => content.length }, new AbortController().signal)
  const reading = classify(question)
  const end = await respond(
    { question, mode: 'LEARN', history: [], canary, deadlineAt: now() + 2900, ...input },
    { reading, strategy: 'LOW' },
    { models: { response: 'gpt-6.1-terra', economy: 'gpt-6-luna' }, temperature: 0.7, maxTokens: 150, review: judge ?? ((reply, context) => review(reply, { ...context, canary })), reviewNext: (sentence, before, context) => reviewNext(sentence, before, { ...context, canary }), countReview: () => {}, now },
    legs,
    { writer: 'response', judged: judgedBy({ question, ...input }, 'LOW') }
  )
  return { end, chat, reading, legs: legs.records().map(({ leg, outcome }) => `${leg} ${outcome}`) }
}

t.test('a reply that passes is the answer, as the response model wrote it', async t => {
  const { end, chat, reading, legs } = await written({ respond: { text: ` ${GOOD}\n` } })
  t.strictSame(end, { kind: 'answer', text: GOOD, finish: 'stop', model: 'gpt-6.1-terra-2026-10-01', repaired: false, isCutShort: false, isPublic: true })
  t.strictSame(legs, ['respond ok'])
  const [{ deadlineAt, ...request }] = chat.requests('respond') as [ChatRequest]
  t.ok(deadlineAt! > performance.now(), 'it is told when it is due')
  t.strictSame(request, {
    retries: { left: 1 },
    leg: 'respond', model: 'gpt-6.1-terra', maxTokens: 150, temperature: 0.7,
    messages: buildPrompt({ question, history: [], canary }, 'LOW').messages,
    brief: { strategy: 'LOW', mode: 'LEARN', inCare: false, reading }
  })
})

t.test('an answer made of more than the question is nobody else’s', async t => {
  for (const input of [{ history: [{ role: 'user', text: 'Hi.' }] }, { memory: ['trust came up twice'] }, { care: 'self_harm' }] as const) {
    t.match((await written({ respond: { text: GOOD } }, { input })).end, { kind: 'answer', isPublic: false })
  }
})

t.test('a faulty reply is rewritten once by the economy model, which is told the faults', async t => {
  const { end, chat, legs } = await written({ respond: { text: ORDER }, repair: { text: BETTER } })
  t.match(end, { kind: 'answer', text: BETTER, repaired: true, model: 'gpt-6-luna-2026-10-01' })
  t.strictSame(legs, ['respond ok', 'repair ok'])
  const [request] = chat.requests('repair')
  t.match(request, { model: 'gpt-6-luna', maxTokens: 150, brief: { strategy: 'LOW' } })
  t.strictSame(request!.messages.slice(-2).map(({ role }) => role), ['assistant', 'system'])
  t.equal(request!.messages.at(-2)!.content, ORDER)
  t.ok(request!.messages.at(-1)!.content.includes(PROMPT_TEXTS.FAULTS.directive))
})

t.test('a rewrite that is no better is not tried again', async t => {
  const { end, legs } = await written({ respond: { text: ORDER }, repair: { text: ORDER } })
  t.strictSame(end, { kind: 'failed', reason: 'review' })
  t.strictSame(legs, ['respond ok', 'repair ok'])
})

t.test('any fault of review leads to a repair', async t => {
  for (const fault of REVIEW_FAULTS) {
    const faults: ReviewResult[] = [[fault], []]
    const { end } = await written({ respond: { text: GOOD }, repair: { text: BETTER } }, { review: () => faults.shift()! })
    t.match(end, { kind: 'answer', text: BETTER, repaired: true }, fault)
  }
})

t.test('without time for a rewrite there is none', async t => {
  const { end, legs } = await written({ respond: { text: ORDER }, repair: { text: BETTER } }, { input: { deadlineAt: performance.now() + REPAIR_MIN_MS - 1 } })
  t.strictSame(end, { kind: 'failed', reason: 'review' })
  t.strictSame(legs, ['respond ok'])
})

t.test('each failure of the response model has its reason and is not asked twice', async t => {
  for (const fails of LLM_FAILURES) {
    const { end, legs } = await written({ respond: { fails }, repair: { text: BETTER } })
    // A call that says it was aborted though nobody left has failed.
    const reason = fails === 'aborted' ? 'upstream_error' : fails
    t.strictSame(end, { kind: 'failed', reason })
    t.strictSame(legs, [`respond ${reason}`])
  }
})

t.test('each failure of the repair leaves the reply failed by review', async t => {
  for (const fails of LLM_FAILURES.filter(reason => reason !== 'aborted')) {
    const { end, legs } = await written({ respond: { text: ORDER }, repair: { fails } })
    t.strictSame(end, { kind: 'failed', reason: 'review' })
    t.strictSame(legs, ['respond ok', `repair ${fails}`])
  }
})

t.test('a reply that was cut off ends with its last whole sentence', async t => {
  const { end } = await written({ respond: { text: CUT, finish: 'length' } })
  t.strictSame(end, {
    kind: 'answer', text: 'Forgotten on your own birthday, again. It makes sense that this hurts.', finish: 'length', model: 'gpt-6.1-terra-2026-10-01', repaired: false, isCutShort: false, isPublic: true
  })
})

t.test('with fewer than two whole sentences it is truncated', async t => {
  for (const text of ['Forgotten on your own birthday, again. It makes sense that', 'Forgotten on your own', '']) {
    const { end, legs } = await written({ respond: { text, finish: 'length' } })
    t.strictSame(end, { kind: 'failed', reason: 'truncated' }, text)
    t.strictSame(legs, ['respond truncated'])
  }
})

t.test('a repair that was cut off too early is no repair', async t => {
  const { end } = await written({ respond: { text: ORDER }, repair: { text: 'Feeling invis', finish: 'length' } })
  t.strictSame(end, { kind: 'failed', reason: 'review' })
})
