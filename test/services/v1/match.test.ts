import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import t from 'tap'
import { topicOf, topicOfLabels } from '../../../services/v1/match.ts'
import { MATCHED_TOPICS } from '../../../services/v1/topic.ts'
import { wordsOf } from '../../../services/understanding/words.ts'
import { MESSAGES } from './messages.ts'

const EVALS = join(import.meta.dirname, '../../../../shared/evals')
const topic = (text: string) => topicOf(wordsOf(text)) ?? 'general'

t.test('what our own messages are about', async t => {
  const wrong = MESSAGES.filter(([expected, text]) => topic(text) !== expected)
  t.ok(MESSAGES.length >= 120, `${MESSAGES.length} messages`)
  t.ok(wrong.length <= MESSAGES.length * 0.05, `${MESSAGES.length - wrong.length} of ${MESSAGES.length} right`)
  for (const [expected, text] of wrong) t.comment(`${expected}, found ${topic(text)}: ${text}`)
  t.strictSame(MATCHED_TOPICS.filter(name => !MESSAGES.some(([expected]) => expected === name)), [], 'each topic is among them')
})

t.test('a specific matter wins over a generic word', async t => {
  t.equal(topic('I love him so much and I have such strong feelings, but he cheated on me'), 'infidelity')
  t.equal(topic('We broke up and I still love her'), 'break_up')
  t.equal(topic('I love my boyfriend but I am jealous of his friends'), 'jealousy')
})

t.test('people lead with the matter', async t => {
  t.equal(topic('We argue about money every weekend. His sister is jealous too.'), 'conflict')
  t.equal(topic('His sister is jealous of us. We argue about money every weekend.'), 'jealousy')
})

t.test('love and confusion together are one matter', async t => {
  for (const text of ["I love him but I'm so confused about us", 'I am confused, do I really love my girlfriend?', "I'm in love and getting mixed signals"]) t.equal(topic(text), 'love_confusion', text)
  t.equal(topic('I am in love with my neighbour'), 'love')
  t.equal(topic('I keep getting mixed signals'), 'confusion')
})

t.test('of equals the first in the order of priority', async t => {
  t.equal(topic('communication and trust'), 'communication')
  t.equal(topic('trust issues, red flags, feelings for someone'), 'trust')
})

t.test('negation and contractions', async t => {
  const pairs = [
    ['I am jealous of her', 'jealousy', 'I am not jealous of her'], ['I was cheated on by her', 'infidelity', "I wasn't cheated on by her"],
    ['we broke up', 'break_up', 'we never broke up'], ['I feel lonely', 'loneliness', 'I do not feel lonely']
  ] as const
  for (const [said, expected, denied] of pairs) {
    t.equal(topic(said), expected, said)
    t.not(topic(denied), expected, denied)
  }
  for (const spelling of ["I don't trust him", 'I don’t trust him', 'i dont trust him', 'I do not trust him', "I DON'T TRUST HIM!!"]) t.equal(topic(spelling), 'trust', spelling)
  t.not(topic('I am not sad about it'), 'emotions', 'a negation inside')
  t.equal(topic("I can't forgive his cheating"), 'infidelity', 'a negation of something else')
})

t.test('words have boundaries', async t => {
  for (const text of ['my gloves are on the table', 'the committee met', 'an exact copy', 'clover and datebook', 'the manifesto', 'unmarried quarters']) t.equal(topic(text), 'general', text)
})

t.test('the app\'s labels: names of ours, or words about one', async t => {
  t.equal(topicOfLabels(['Red Flags']), 'red_flags')
  t.equal(topicOfLabels(['long_distance', 'trust']), 'long_distance')
  t.equal(topicOfLabels(['my_trust_issues']), 'trust')
  t.equal(topicOfLabels(['weather', 'Choosing between people', 'trust']), 'choosing')
  t.equal(topicOfLabels(['weather']), undefined)
  t.equal(topicOfLabels([`${'x '.repeat(200)} trust`]), undefined, 'only the beginning is read')
})

t.test('total on any input', async () => {
  const texts = fc.oneof(fc.string({ unit: 'binary', maxLength: 1000 }), fc.array(fc.constantFrom('not', 'i', 'love', 'him', "don't", '.', ',', "'", 'my', 'feel', '💔', '\ud800')).map(words => words.join(' ')))
  fc.assert(fc.property(texts, text => [...MATCHED_TOPICS, 'general'].includes(topic(text))))
})

t.test('linear time, 0.3 ms at 300 characters', async t => {
  const message = 'My husband and I fight about money all the time and I do not feel that he listens to me. Should I leave or stay with him? '
  const hostile = 'i feel so not love him i feel my not get '
  for (const text of [message, hostile]) {
    const [short, long] = [millisecondsFor(text.repeat(8).slice(0, 300)), millisecondsFor(text.repeat(100).slice(0, 3000))]
    t.ok(short < 0.3, `${short.toFixed(3)} ms`)
    t.ok(long < short * 10 * 3, `${long.toFixed(3)} ms for ten times the length`)
  }
})

/** The best of some rounds: other work on the machine only ever adds. */
function millisecondsFor (text: string): number {
  const rounds = Array.from({ length: 30 }, () => {
    const before = performance.now()
    for (let times = 0; times < 20; times++) topic(text)
    return (performance.now() - before) / 20
  })
  return Math.min(...rounds)
}

t.test('an answer of its own for messages about relationships', { skip: !existsSync(EVALS) && 'the evaluation set is not beside the project' }, async t => {
  const own = (category: string) => {
    const items = itemsOf(category)
    return { own: items.filter(text => topic(text) !== 'general').length, of: items.length }
  }
  const [benign, advice, venting] = [own('benign_relationship'), own('advice_seeking'), own('venting')]
  const all = { own: benign.own + advice.own + venting.own, of: benign.of + advice.of + venting.of }
  for (const [name, share, least] of [['all', all, 0.85], ['advice-seeking', advice, 0.8], ['venting', venting, 0.7]] as const) t.ok(share.own >= share.of * least, `${name}: ${share.own} of ${share.of}`)
  t.equal(own('offtopic').own, 0, 'off-topic messages get the general answer')
})

function itemsOf (category: string): string[] {
  const lines = readFileSync(join(EVALS, `${category}.jsonl`), 'utf8').trim().split('\n').map(line => JSON.parse(line) as { text: string, tier: string })
  return lines.filter(({ tier }) => category === 'offtopic' || tier === 'must').map(({ text }) => text)
}
