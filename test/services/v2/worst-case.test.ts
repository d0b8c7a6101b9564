import fc from 'fast-check'
import t from 'tap'
import { LADDER } from '../../../services/ladder.ts'
import { embeddedTable } from '../../../services/model-table.ts'
import { costOf } from '../../../services/pricing.ts'
import { REVIEW_FAULTS } from '../../../services/safety/verdict.ts'
import { loadTokenCounter } from '../../../services/tokens.ts'
import { STRATEGIES } from '../../../services/understanding/reading.ts'
import { promptTokens } from '../../../services/v2/legs.ts'
import type { ChatMessage } from '../../../services/v2/model-client.ts'
import type { V2Input } from '../../../services/v2/pipeline.ts'
import { buildPrompt, repairPrompt } from '../../../services/v2/prompt.ts'
import { understandingRequest } from '../../../services/v2/understand.ts'
import { worstCase, type WorstCasePorts } from '../../../services/v2/worst-case.ts'
import { promptTokensOf } from '../../fakes/openai-replies.ts'

const counter = await loadTokenCounter('o200k_base')
const AT = Date.parse('2026-11-25T12:00:00Z')
const ports: WorstCasePorts = {
  table: embeddedTable, models: { detection: 'gpt-6-luna', response: 'gpt-6.1-terra', economy: 'gpt-6-luna' }, maxTokens: 150, atMs: AT,
  countTokens: (_model, { content }) => counter.count(content)
}
const FULL = LADDER.full.plan!
const ECONOMY = LADDER.economy.plan!
const WITHOUT_UNDERSTANDING = LADDER.without_understanding.plan!
const INPUT: V2Input = { question: 'How do we talk about money?', mode: 'LEARN', tier: 'free', history: [], used: [], canary: 'kestrel-4711', deadlineAt: 0 }

const LEXICON = ['we', 'argue', 'about', 'money', 'every', 'evening', 'and', 'I', 'feel', 'unseen', 'misunderstood', 'my', 'grandmother', 'überhaupt', 'jalousie', '我们', '争吵', 'нет', '💔', 'won’t', '—']
const prose = (most: number) => fc.array(fc.constantFrom(...LEXICON), { minLength: 1, maxLength: most }).map(words => words.join(' '))
const message = fc.record({ role: fc.constantFrom('user' as const, 'assistant' as const), text: prose(60) })
const input: fc.Arbitrary<V2Input> = fc.record({
  question: fc.oneof(prose(300), fc.string({ unit: 'grapheme', maxLength: 400 })), history: fc.array(message, { maxLength: 5 }),
  memory: fc.array(fc.constantFrom('trust: 3 times since 2026-11-01', 'often hopes to be heard'), { maxLength: 3 }), care: fc.option(fc.constantFrom('self_harm' as const, 'abuse' as const), { nil: undefined })
}).map(change => ({ ...INPUT, ...change }))

type Count = (model: string, messages: readonly ChatMessage[]) => number

/** A turn in which every call takes all it may, as a server would bill it that counts in its own way. */
function longest (given: V2Input, count: Count, respondCalls: number): number {
  const { models, maxTokens, table } = ports
  const price = (model: string, messages: readonly ChatMessage[], outputTokens: number) =>
    costOf(table, model, { inputTokens: count(model, messages), cachedInputTokens: 0, outputTokens }, AT).nanoUsd
  const understanding = understandingRequest(given, models.detection)
  return Math.max(...STRATEGIES.map(strategy => {
    const prompt = buildPrompt(given, strategy)
    return price(models.detection, understanding.messages, understanding.maxTokens) + respondCalls * price(models.response, prompt.messages, maxTokens) +
      price(models.economy, repairPrompt(prompt, 'word '.repeat(maxTokens), REVIEW_FAULTS), maxTokens)
  }))
}

t.test('no turn costs more: every call at its longest, the reply once more', async () => {
  const exact: Count = (model, messages) => promptTokens({ model, messages }, ports.countTokens)
  fc.assert(fc.property(input, given => longest(given, exact, 2) <= worstCase(given, FULL, ports).max), { numRuns: 150 })
})

t.test('nor by the count of the server that the tests run against', async () => {
  const fake: Count = (_model, messages) => promptTokensOf(messages)
  fc.assert(fc.property(input, given => longest(given, fake, 1) <= worstCase(given, FULL, ports).max), { numRuns: 150 })
})

t.test('what is probable is less than what is possible', async () => {
  fc.assert(fc.property(input, given => [FULL, ECONOMY, WITHOUT_UNDERSTANDING].every(plan => {
    const { max, estimate } = worstCase(given, plan, ports)
    return Number.isSafeInteger(max) && Number.isSafeInteger(estimate) && estimate > 0 && estimate < max
  })), { numRuns: 50 })
})

t.test('it grows with what is sent, and each step down the ladder needs less', async t => {
  const max = (change: Partial<V2Input>, plan = FULL) => worstCase({ ...INPUT, ...change }, plan, ports).max
  t.ok(max({ question: `${INPUT.question} ${'We argued again. '.repeat(50)}` }) > max({}))
  t.ok(max({ history: [{ role: 'user', text: 'We argued again last night.' }] }) > max({}))
  t.ok(max({ memory: ['trust: 3 times since 2026-11-01'] }) > max({}))
  t.ok(max({}) > max({}, ECONOMY) && max({}, ECONOMY) > max({}, WITHOUT_UNDERSTANDING))
})

t.test('it is not so much that it keeps others out: at most three and a half times a usual turn', async t => {
  const usual = costOf(embeddedTable, 'gpt-6-luna', { inputTokens: 620, cachedInputTokens: 0, outputTokens: 80 }, AT).nanoUsd +
    costOf(embeddedTable, 'gpt-6.1-terra', { inputTokens: 480, cachedInputTokens: 0, outputTokens: 70 }, AT).nanoUsd
  const { max } = worstCase(INPUT, FULL, ports)
  t.ok(max <= 3.5 * usual, `${Math.round(max / usual * 10) / 10} times`)
})
