import fc from 'fast-check'
import t from 'tap'
import { readTrivial, triviality, TRIVIAL_KINDS } from '../../../services/understanding/trivial.ts'
import { LATER_MESSAGES } from './later-messages.ts'
import { MESSAGES } from './messages.ts'
import { ABOUT_THE_COACH, HAS_SUBSTANCE, SAYS_LITTLE } from './short-messages.ts'

t.test('kinds and the words that fit them', async t => {
  const table = [
    ['', 'empty', 'empty'], ['  \n\t ', 'empty', 'empty'], ['\u200b', 'empty', 'empty'], ['...', 'empty', 'empty'], ['—', 'empty', 'empty'],
    ['?', 'clarify', 'clarify'], ['what?', 'clarify', 'clarify'], ["sorry, I didn't catch that", 'clarify', 'clarify'],
    ['😢', 'emoji', 'emoji'], [':(', 'emoji', 'emoji'], ['😭 😭!!', 'emoji', 'emoji'],
    ['hello there ai', 'greeting', 'greeting'], ['gm', 'greeting', 'greeting'], ['Hola 👋', 'greeting', 'greeting'], ['are you there?', 'greeting', 'greeting'],
    ['ok thanks bye', 'farewell', 'farewell'], ['thank you so much!', 'thanks', 'thanks'], ['hahaha', 'laughter', 'laughter'],
    ['yes', 'one_word', 'agree'], ['Nope.', 'one_word', 'disagree'], ['idk', 'one_word', 'unsure'], ['nothing', 'one_word', 'nothing'],
    ['hmm', 'one_word', 'unsure'], ['k', 'one_word', 'agree'], ['banana', 'one_word', 'word'], ['42', 'one_word', 'word'], ['help', 'one_word', 'help'],
    ['lonely', 'feeling', 'feeling_hard'], ['so tired', 'feeling', 'feeling_hard'], ['Divorce', 'feeling', 'feeling_hard'], ['happy', 'feeling', 'feeling_warm'],
    ['asdfgh', 'garbage', 'garbage'], ['%@&$', 'garbage', 'garbage'], ['<script>alert(1)</script>', 'garbage', 'garbage'], ['e\u0301\u0302\u0303vil', 'garbage', 'garbage'],
    ['are you a robot?', 'identity', 'identity_is_ai'], ["what's your name", 'identity', 'identity_name'], ['who made you?', 'identity', 'identity_maker'],
    ['what can you do?', 'identity', 'identity_capability'], ['how old are you', 'identity', 'identity_persona'],
    ['My husband left in May and I sleep badly. Are you even a real person?', 'identity', 'identity_beside']
  ] as const
  for (const [text, kind, variant] of table) t.strictSame(readTrivial(text), { kind, variant }, JSON.stringify(text))
  t.strictSame(new Set(table.map(([, kind]) => kind)), new Set(TRIVIAL_KINDS), 'every kind occurs')
})

t.test('questions about the coach: at least 98 % of ours', async t => {
  const missed = ABOUT_THE_COACH.filter(text => triviality(text) !== 'identity')
  t.ok(missed.length / ABOUT_THE_COACH.length <= 0.02, missed.join(' | '))
})

t.test('what says little is answered locally', async t => {
  for (const text of SAYS_LITTLE) t.ok(triviality(text), JSON.stringify(text))
})

t.test('what has substance is not, however short or like a question about the coach', async t => {
  for (const text of [...HAS_SUBSTANCE, ...Object.values(LATER_MESSAGES).flat()]) t.equal(triviality(text), undefined, text)
  for (const intent of ['venting', 'reflection', 'advice_seeking', 'reassurance_seeking', 'decision_making', 'curiosity_learning'] as const) {
    for (const { text } of MESSAGES[intent]) t.equal(triviality(text), undefined, text)
  }
})

t.test('a single grave word is never waved through', async t => {
  for (const word of ['suicidal', 'kms', 'rape', 'Abused.', 'overdose']) t.equal(triviality(word), undefined, word)
})

t.test('a run of letters without blanks is a sentence, not a word', async t => {
  for (const text of ['我男朋友昨天离开了我', 'もう彼のことが信じられない', 'heleftmelastnightandicantbreathe']) t.equal(triviality(text), undefined, text)
})

t.test('any emoji, joined, coloured, flagged or keyed', async () => {
  const emoji = fc.constantFrom('👩‍❤️‍👨', '👍🏽', '🇬🇧', '🏴󠁧󠁢󠁳󠁣󠁴󠁿', '1️⃣', '#️⃣', '❤️‍🔥', '☹️', '☹', '👨‍👩‍👧‍👦', '🏳️‍🌈', '🫠', '💔', '🧑🏿‍🤝‍🧑🏻')
  fc.assert(fc.property(fc.array(emoji, { minLength: 1, maxLength: 12 }), fc.constantFrom('', ' ', '\n'), (all, between) => triviality(all.join(between)) === 'emoji'))
})

t.test('a trivial lead-in does not hide what follows', async () => {
  const leads = fc.constantFrom('hi, ', 'hello! ', 'ok ', 'thanks, ', 'lol ', 'yes ', 'hmm... ', '😢 ', 'good morning. ')
  const stories = fc.constantFrom(...MESSAGES.venting.map(({ text }) => text), ...MESSAGES.advice_seeking.map(({ text }) => text))
  fc.assert(fc.property(leads, stories, (lead, story) => triviality(lead + story) === undefined))
})

t.test('total on any text', async () => {
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), text => { readTrivial(text) }), { numRuns: 1000 })
})
