import t from 'tap'
import { review } from '../../../services/safety/review.ts'
import { sentencesOf } from '../../../services/safety/sentences.ts'
import { wordingsOf } from '../../../services/v1/answer.ts'
import { fill, type Slots } from '../../../services/v1/slots.ts'
import { MATCHED_TOPICS } from '../../../services/v1/topic.ts'
import { FEELINGS, PEOPLE } from '../../../services/v1/vocabulary.ts'
import { STRATEGIES, type Strategy } from '../../../services/understanding/reading.ts'

const SUBJECTS = [...MATCHED_TOPICS, 'general', 'safety'] as const
const WORDINGS_LEAST = 4
const NOUNS = Object.values(PEOPLE).flatMap(nouns => Object.values(nouns))

/** Every wording bare, and with slots that go through the whole vocabulary. */
const TEMPLATES = SUBJECTS.flatMap(subject => STRATEGIES.flatMap(strategy => wordingsOf(subject, strategy).map(({ text, wording }) => ({ strategy, text, wording }))))
const SLOTS: readonly Slots[] = [{}, ...NOUNS.map((noun, at) => ({ person: `your ${noun}`, feeling: Object.values(FEELINGS)[at % Object.keys(FEELINGS).length] }))]
const MESSAGES = TEMPLATES.flatMap(({ strategy, text, wording }) => [...new Set(SLOTS.map(slots => fill(text, slots)))].map(message => ({ strategy, message, wording })))

const OBLIGATION = /\b(?:must|should|ought|(?:need|needs|have|has|had|got|supposed) to|need|had better)\b/i
const ADVICE = /\b(?:might|could|may|consider|try|trying|suggest\w*|recommend\w*|advi[sc]e|tips?|worth \w+ing|would help|perhaps|maybe|one way)\b/i
const GUIDANCE = /\b(?:might|could|consider)\b/
const INVENTED = /\b(?:he|she|him|her|hers|his|himself|herself|years|months|married)\b/i
const CLINICAL = /\b(?:depress\w*|anxiety|trauma\w*|narciss\w*|bipolar|disorder|toxic|codependen\w*|diagnos\w*|abus\w*|your fault|blame)\b/i

const questions = (message: string) => message.split('?').length - 1
const failing = (isWrong: (template: { strategy: Strategy, message: string }) => boolean) => [...new Set(MESSAGES.filter(isWrong).map(({ wording }) => wording))]

t.test('each topic has its own words for every strategy', async t => {
  for (const subject of SUBJECTS) {
    for (const strategy of STRATEGIES) t.ok(wordingsOf(subject, strategy).length >= WORDINGS_LEAST, `${subject} ${strategy}`)
  }
})

t.test('no wording and no id twice', async t => {
  t.equal(new Set(TEMPLATES.map(({ wording }) => wording)).size, TEMPLATES.length)
  t.equal(new Set(TEMPLATES.map(({ text }) => text)).size, TEMPLATES.length)
})

t.test('two to four sentences, one question at most', async t => {
  t.strictSame(failing(({ message }) => sentencesOf(message).length < 2 || sentencesOf(message).length > 4), [])
  t.strictSame(failing(({ message }) => questions(message) > 1), [])
})

t.test('LOW and MEDIUM end with their one question, LOW gives no advice, HIGH leaves the choice', async t => {
  t.strictSame(failing(({ strategy, message }) => strategy !== 'HIGH' && (questions(message) !== 1 || !message.endsWith('?'))), [])
  t.strictSame(failing(({ strategy, message }) => strategy === 'LOW' && ADVICE.test(message)), [])
  t.strictSame(failing(({ strategy, message }) => strategy === 'HIGH' && !GUIDANCE.test(message)), [])
})

t.test('no order, no diagnosis, no blame, nothing invented about the person', async t => {
  t.strictSame(failing(({ message }) => OBLIGATION.test(message)), [])
  t.strictSame(failing(({ message }) => CLINICAL.test(message)), [])
  t.strictSame(failing(({ message }) => /understand/i.test(message) && /(?:don't|do not|cannot|can't) understand/i.test(message)), [])
  const bare = TEMPLATES.filter(({ text }) => INVENTED.test(fill(text, {}))).map(({ wording }) => wording)
  t.strictSame(bare, [])
})

t.test('slots are filled and never begin a sentence', async t => {
  t.strictSame(failing(({ message }) => /[{}|]/.test(message)), [])
  t.strictSame(TEMPLATES.filter(({ text }) => /(?:^|[.?!] ){/.test(text)).map(({ wording }) => wording), [])
  t.strictSame(failing(({ message }) => sentencesOf(message).some(sentence => !/^[A-Z]/.test(sentence))), [])
})

t.test('every wording passes the review of model replies', async t => {
  const faulty = MESSAGES.flatMap(({ strategy, message, wording }) => review(message, { strategy, canary: 'canary-4f1c' }).map(fault => `${wording} ${fault}`))
  t.strictSame([...new Set(faulty)], [])
})
