import fc from 'fast-check'
import assert from 'node:assert/strict'
import t from 'tap'
import { loadTokenCounter } from '../../../services/tokens.ts'
import { classify } from '../../../services/understanding/classifier.ts'
import { EMOTIONS, INTENTS, RISKS, THEMES, type Reading } from '../../../services/understanding/reading.ts'
import { openLegs } from '../../../services/v2/legs.ts'
import { LLM_FAILURES } from '../../../services/v2/model-client.ts'
import { UNDERSTANDING_TEXTS, encodeReading, parseReading, understand, understandingRequest } from '../../../services/v2/understand.ts'
import { createScriptedChat, type Step } from '../../fakes/chat-client.ts'

const share = fc.integer({ min: 0, max: 100 }).map(percent => percent / 100)
const shares = <K extends string>(names: readonly K[]): fc.Arbitrary<Readonly<Record<K, number>>> =>
  fc.array(share, { minLength: names.length, maxLength: names.length }).map(values => Object.fromEntries(names.map((name, at) => [name, values[at]])) as Record<K, number>)
const reading: fc.Arbitrary<Reading> = fc.record({
  emotions: shares(EMOTIONS), intents: shares(INTENTS), themes: fc.uniqueArray(fc.constantFrom(...THEMES), { maxLength: 3 }), risk: fc.constantFrom(...RISKS)
}, { noNullPrototype: true })
const sample = (over: Partial<Reading> = {}): Reading => ({
  emotions: { confusion: 0.6, sadness: 0.8, anxiety: 0.4, frustration: 0, hope: 0.05, emotional_distance: 0.3, overwhelm: 0.2 },
  intents: { greeting_testing: 0, venting: 0.9, reflection: 0.1, advice_seeking: 0.2, reassurance_seeking: 0.3, decision_making: 0, curiosity_learning: 0 },
  themes: ['trust', 'communication'],
  risk: 'none',
  ...over
})
const local = sample({ themes: ['family'], risk: 'abuse' })

function assertValid (found: Reading): void {
  assert.deepEqual(Object.keys(found).sort(), ['emotions', 'intents', 'risk', 'themes'])
  assert.deepEqual(Object.keys(found.emotions).sort(), [...EMOTIONS].sort())
  assert.deepEqual(Object.keys(found.intents).sort(), [...INTENTS].sort())
  for (const value of [...Object.values(found.emotions), ...Object.values(found.intents)]) {
    assert.ok(value >= 0 && value <= 1 && Number(value.toFixed(2)) === value, `${value} is a share with two decimals`)
  }
  assert.ok(found.themes.every(theme => THEMES.includes(theme)) && new Set(found.themes).size === found.themes.length)
  assert.ok(RISKS.includes(found.risk))
}

t.test('the schema is strict all the way down', async t => {
  const { schema } = understandingRequest({ question: 'Why?', history: [] }, 'gpt-6-luna')
  const objects: Array<Record<string, unknown>> = []
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return
    if ('type' in value && value.type === 'object') objects.push({ ...value })
    Object.values(value).forEach(walk)
  }
  walk(schema!.schema)
  t.equal(objects.length, 3)
  for (const { properties, required, additionalProperties } of objects) {
    t.strictSame(required, Object.keys(properties as object))
    t.equal(additionalProperties, false)
  }
  t.match(schema!.schema, { properties: { risk: { enum: RISKS }, themes: { items: { enum: THEMES } } } })
})

t.test('the call asks the given model for little, without chance, in the roles of the speakers', async t => {
  const request = understandingRequest({ question: 'Should I go?', history: [{ role: 'user', text: 'He asked me out.' }, { role: 'assistant', text: 'How was that?' }] }, 'gpt-6-luna')
  t.match(request, { leg: 'understand', model: 'gpt-6-luna', temperature: 0 })
  t.strictSame(request.messages.map(({ role }) => role), ['system', 'user', 'assistant', 'user'])
  t.equal(request.messages.at(-1)!.content, 'Should I go?')
  t.equal(request.messages[0]!.content, UNDERSTANDING_TEXTS.INSTRUCTIONS, 'our words alone')
  const counter = await loadTokenCounter('o200k_base')
  const typical = counter.count(encodeReading(sample()))
  const fullest = counter.count(encodeReading(sample({ themes: ['choosing', 'emotions', 'long_distance'], risk: 'harm_to_others' })))
  t.ok(typical <= 80, `a typical reading takes ${typical} tokens`)
  t.ok(fullest * 1.5 <= request.maxTokens && request.maxTokens <= fullest * 2, `the fullest takes ${fullest}; ${request.maxTokens} leave room and cost little`)
  t.ok(counter.count(JSON.stringify(sample())) > typical * 1.3, 'the short names are worth it')
})

t.test('what is said by the schema is read back', async () => {
  fc.assert(fc.property(reading, said => { assert.deepEqual(parseReading(encodeReading(said), () => { throw new Error('nothing is missing') }), said) }))
})

t.test('the reading’s own names with shares are read too', async () => {
  fc.assert(fc.property(reading, said => { assert.deepEqual(parseReading(JSON.stringify(said), () => local), said) }))
})

t.test('any JSON value gives a valid reading or none', async () => {
  const names = [...EMOTIONS, ...INTENTS, ...Object.keys(JSON.parse(encodeReading(local)).emotions), ...Object.keys(JSON.parse(encodeReading(local)).intents)]
  const group = fc.oneof(fc.dictionary(fc.constantFrom(...names, '__proto__', 'constructor'), fc.jsonValue()), fc.jsonValue())
  const near = fc.record({ emotions: group, intents: group, themes: fc.oneof(fc.array(fc.oneof(fc.constantFrom(...THEMES), fc.jsonValue())), fc.jsonValue()), risk: fc.oneof(fc.constantFrom(...RISKS), fc.jsonValue()) }, { requiredKeys: [] })
  fc.assert(fc.property(fc.oneof(near, fc.jsonValue()), value => {
    const found = parseReading(JSON.stringify(value), () => local)
    if (found) assertValid(found)
  }), { numRuns: 1000 })
  fc.assert(fc.property(fc.string(), text => {
    const found = parseReading(text, () => local)
    if (found) assertValid(found)
  }))
})

t.test('a faulty reply is repaired field by field', async t => {
  const read = (said: object | string) => parseReading(typeof said === 'string' ? said : JSON.stringify(said), () => local)
  t.strictSame(read({ emotions: { sad: 140, anx: -3, conf: '35', frus: '70%', hopeful: null } })?.emotions, { ...local.emotions, sadness: 1, anxiety: 0, confusion: 0.35 }, 'clamped, read from strings, else local')
  t.strictSame(read({ intents: { vent: 66.666, envy: 90, adv: [50] } })?.intents, { ...local.intents, venting: 0.67 }, 'two decimals, nothing invented')
  t.strictSame(read({ themes: ['trust', 'money', 7, 'trust', 'jealousy'] })?.themes, ['trust', 'jealousy'], 'known themes, once, in their order')
  t.strictSame(read({ themes: ['love', 'trust', 'dating', 'values'] })?.themes, ['love', 'trust', 'dating'])
  t.strictSame(read({ themes: 'trust', emotions: { sad: 50 } })?.themes, local.themes)
  t.equal(read({ risk: 'self_harm' })?.risk, 'self_harm')
  t.equal(read({ risk: 'SELF-HARM', emotions: { sad: 1 } })?.risk, local.risk, 'not a risk: the classifier’s')
  t.strictSame(read('```json\n' + encodeReading(sample()) + '\n```'), sample(), 'in a code fence')
  t.equal(read('{"emotions": {"sad": 1e999}}')?.emotions.sadness, 1)
})

t.test('a reply without a reading in it is none', async t => {
  for (const text of ['', 'I am sorry to hear that.', '[1, 2]', 'null', '{}', '{"error": "overloaded"}', '{"emotions": {"sad": 7', '} {', '{"emotions": {"sad": "very"}, "risk": 3}']) {
    t.equal(parseReading(text, () => local), undefined, text)
  }
})

const question = 'I feel so far away from him and I do not know what to do.'

async function understood (step: Step, limitMs = 1000) {
  const chat = createScriptedChat({ understand: step })
  const legs = openLegs({ chat, now: () => performance.now(), countTokens: (_model, { content }) => content.length }, new AbortController().signal)
  const found = await understand({ question, history: [] }, { model: 'gpt-6-luna', limitMs }, legs)
  return { found, records: legs.records(), chat }
}

t.test('the model’s reading is taken', async t => {
  const { found, records } = await understood({ text: encodeReading(sample()) })
  t.strictSame(found, sample())
  t.match(records, [{ leg: 'understand', outcome: 'ok', sent: true, usage: { inputTokens: 400 } }])
})

t.test('whatever fails, the local classifier reads, and the model is asked once', async t => {
  for (const fails of LLM_FAILURES.filter(reason => reason !== 'aborted')) {
    const { found, records, chat } = await understood({ fails })
    t.strictSame(found, classify(question), fails)
    t.match(records, [{ leg: 'understand', outcome: fails, sent: !['no_key', 'queue_full', 'breaker_open'].includes(fails) }])
    t.equal(chat.calls.length, 1)
  }
})

t.test('a reply that is no reading counts as invalid output, and is billed', async t => {
  const { found, records } = await understood({ text: 'It sounds hard.' })
  t.strictSame(found, classify(question))
  t.match(records, [{ outcome: 'invalid_output', usage: { inputTokens: 400 } }])
})

t.test('a model that thinks for too long is left behind', async t => {
  const { found, records, chat } = await understood({ hangs: true }, 15)
  t.strictSame(found, classify(question))
  t.match(records, [{ outcome: 'timeout', sent: true }])
  t.equal(chat.calls[0]!.ended, 'timeout', 'and its call is over')
})
