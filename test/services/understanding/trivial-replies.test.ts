import fc from 'fast-check'
import t from 'tap'
import { review } from '../../../services/safety/review.ts'
import { trivialReply } from '../../../services/understanding/trivial-replies.ts'
import { WORDINGS } from '../../../services/understanding/trivial-wordings.ts'
import { triviality, TRIVIAL_KINDS, type TrivialKind } from '../../../services/understanding/trivial.ts'
import { ABOUT_THE_COACH, SAYS_LITTLE } from './short-messages.ts'

const SAMPLE = {
  empty: ' ', emoji: '😢', one_word: 'idk', feeling: 'lonely', greeting: 'hi', farewell: 'bye', thanks: 'thanks', identity: 'are you a bot?',
  laughter: 'lol', clarify: 'what?', garbage: 'asdf'
} as const satisfies Record<TrivialKind, string>
const kinds = fc.constantFrom(...TRIVIAL_KINDS)
const picks = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })
const reply = (text: string, used: readonly string[] = [], pick = 0) => trivialReply(triviality(text)!, { text, used, pick })
const sentences = (text: string) => text.match(/[.?!](?=\s|$)/g)?.length ?? 0

const all = Object.entries(WORDINGS).flatMap(([set, texts]) => texts.map(text => ({ set, text })))

t.test('at least six wordings of a kind, none twice', async t => {
  for (const [set, texts] of Object.entries(WORDINGS)) t.ok(texts.length >= 6, set)
  t.equal(new Set(all.map(({ text }) => text)).size, all.length)
})

t.test('every wording has two to four sentences, one question at most, and gives no orders', async t => {
  for (const { text } of all) {
    t.ok(sentences(text) >= 2 && sentences(text) <= 4, text)
    t.ok(text.split('?').length <= 2, text)
    t.notMatch(text, /\b(?:you (?:must|need to|have to|should|ought to)|don't understand|do not understand|can not understand|diagnos\w+)\b/i, text)
    t.notMatch(text, /\bI(?: am|'m) (?:a )?(?:human|person|real)\b/i, text)
  }
})

t.test('every wording passes the review of a LOW turn', async t => {
  for (const { text } of all) t.strictSame(review(text.replace('{feeling}', 'sadness'), { strategy: 'LOW', canary: 'no-such-canary' }), [], text)
})

t.test('all but a goodbye open a door with one question', async t => {
  for (const { set, text } of all) t.equal(text.endsWith('?'), set !== 'farewell', text)
})

t.test('who greets or asks hears who she is and that she is an AI', async t => {
  for (const { set, text } of all.filter(({ set }) => set === 'greeting' || set.startsWith('identity_'))) {
    t.match(text, /\bAmora\b/, text)
    t.match(text, /\bAI relationship coach\b/, `${set}: ${text}`)
  }
  for (const text of ABOUT_THE_COACH.filter(text => triviality(text) === 'identity')) t.match(reply(text).text, /\bAI\b/, text)
})

t.test('an emoji is answered with the feeling it shows, carefully', async t => {
  const rows = [['😢', 'sadness'], ['💔😞', 'a heart that hurts'], ['😡', 'anger'], ['😨', 'worry'], ['😫', 'worn out'], ['😂', 'laughter'], ['👩‍❤️‍👨', 'love'], ['🙏', 'thankfulness'], [':(', 'sadness']] as const
  for (const [emoji, feeling] of rows) t.match(reply(emoji).text, feeling, emoji)
  for (const emoji of ['👍🏽', '🇬🇧', '1️⃣']) t.equal(reply(emoji).wording, 'trivial.emoji_plain.0', emoji)
  t.match(reply('😂😭').text, 'sadness', 'the painful one speaks')
})

t.test('a single word for a feeling is named', async t => {
  for (const [word, noun] of [['lonely', 'loneliness'], ['Heartbroken', 'heartbreak'], ['so jealous', 'jealousy'], ['divorce', 'divorce'], ['happy', 'happiness']] as const) t.match(reply(word).text, noun, word)
})

t.test('no slot stays open, and nobody gets their own words back', async t => {
  for (const text of SAYS_LITTLE) for (const pick of [0, 0.5, 0.99]) t.notMatch(reply(text, [], pick).text, /[{}<>]/, text)
  t.notMatch(reply('<script>alert(1)</script>').text, /script|alert/)
})

t.test('a session never hears one twice until it has heard them all', async () => {
  fc.assert(fc.property(kinds, fc.array(picks, { minLength: 6, maxLength: 6 }), (kind, six) => {
    const used: string[] = []
    for (const pick of six) used.push(trivialReply(kind, { text: SAMPLE[kind], used, pick }).wording)
    return new Set(used).size === 6
  }))
})

t.test('a kind with any text has an answer', async () => {
  fc.assert(fc.property(kinds, fc.string({ unit: 'binary' }), picks, (kind, text, pick) => sentences(trivialReply(kind, { text, used: [], pick }).text) >= 2))
})
