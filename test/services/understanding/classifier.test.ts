import fc from 'fast-check'
import t from 'tap'
import { classify } from '../../../services/understanding/classifier.ts'
import { EMOTIONS, INTENTS, THEMES, type Emotion, type Intent, type Theme } from '../../../services/understanding/reading.ts'
import { leadOf, strategyOf } from '../../../services/understanding/strategy.ts'
import { LATER_MESSAGES } from './later-messages.ts'
import { MESSAGES } from './messages.ts'

const rows = [
  ...INTENTS.flatMap(intent => MESSAGES[intent].map(message => ({ intent, ...message }))),
  ...Object.entries(LATER_MESSAGES).flatMap(([intent, texts]) => texts.map(text => ({ intent: intent as Intent, text, emotion: undefined, theme: undefined })))
]
const strongest = (emotions: Readonly<Record<Emotion, number>>) => EMOTIONS.reduce((top, next) => emotions[next] > emotions[top] ? next : top)
const share = (right: number, all: number) => right / all

t.test('the table is large enough to mean something', async t => {
  t.ok(rows.length >= 270)
  for (const intent of INTENTS) t.ok(MESSAGES[intent].length >= 20, intent)
})

// Before any change made for them the first table stood at 95 % and the later ones at 86 % and 95 %; after it, what stands here.
t.test('intents: at least 97 % of our messages, and 95 % of each intent', async t => {
  const right = (row: typeof rows[number]) => leadOf(classify(row.text).intents) === row.intent
  t.ok(share(rows.filter(right).length, rows.length) >= 0.97, JSON.stringify(rows.filter(row => !right(row))))
  for (const intent of INTENTS) {
    const own = rows.filter(row => row.intent === intent)
    t.ok(share(own.filter(right).length, own.length) >= 0.95, intent)
  }
})

t.test('themes: at least 95 % of those labelled; some theme for at least 95 % of what is about a relationship', async t => {
  const labelled = rows.filter((row): row is typeof row & { theme: Theme } => row.theme !== undefined)
  const missed = labelled.filter(({ text, theme }) => !classify(text).themes.includes(theme))
  t.ok(share(labelled.length - missed.length, labelled.length) >= 0.95, JSON.stringify(missed))
  const about = rows.filter(({ intent }) => intent === 'venting' || intent === 'advice_seeking')
  t.ok(share(about.filter(({ text }) => classify(text).themes.length > 0).length, about.length) >= 0.95)
})

t.test('emotions: at least 90 % of those labelled', async t => {
  const labelled = rows.filter((row): row is typeof row & { emotion: Emotion } => row.emotion !== undefined)
  const missed = labelled.filter(({ text, emotion }) => strongest(classify(text).emotions) !== emotion)
  t.ok(share(labelled.length - missed.length, labelled.length) >= 0.9, JSON.stringify(missed))
})

t.test('every emotion and every theme can be heard', async t => {
  const feelings = {
    confusion: 'I am so confused, I do not know what to think.',
    sadness: 'I cried all night, my heart is broken.',
    anxiety: 'I am terrified and I panic whenever the phone rings.',
    frustration: 'I am furious. I am sick of his excuses.',
    hope: 'We are getting better and I am so happy.',
    emotional_distance: 'He has been distant, we are like strangers.',
    overwhelm: 'Everything at once, I can not take it anymore.'
  } satisfies Record<Emotion, string>
  for (const [emotion, text] of Object.entries(feelings)) t.equal(strongest(classify(text).emotions), emotion, text)
  const subjects = {
    love: 'I fell in love with him in a week.',
    confusion: 'He sends mixed signals.',
    readiness: 'I am not ready to move in with him.',
    marriage: 'Our wedding is in May.',
    dating: 'Third date tonight, we met on Tinder.',
    choosing: 'I am torn between two women.',
    communication: 'She gives me the silent treatment, we need to talk.',
    trust: 'He lied about the money and now I check his phone.',
    conflict: 'All we do is argue.',
    emotions: 'I feel numb and full of guilt.',
    boundaries: 'His mother does not respect our privacy. I need space.',
    red_flags: 'My friends say his gaslighting is a red flag.',
    compatibility: 'We have nothing in common, we want different things.',
    values: 'Our religion is different and so are our goals.',
    break_up: 'My ex dumped me in spring.',
    jealousy: 'I get jealous of other women.',
    infidelity: 'My husband had an affair.',
    long_distance: 'He lives abroad and the time zones kill us.',
    family: 'My parents dislike my partner.',
    loneliness: 'I am lonely and have no friends.',
    self_worth: 'I never feel good enough.'
  } satisfies Record<Theme, string>
  for (const [theme, text] of Object.entries(subjects) as Array<[Theme, string]>) t.ok(classify(text).themes.includes(theme), `${theme}: ${classify(text).themes.join()}`)
})

t.test('negation is understood', async t => {
  const { emotions } = classify('I am not sad and I was never angry')
  t.equal(emotions.sadness, 0)
  t.equal(emotions.frustration, 0)
  t.ok(classify('I am not happy').emotions.sadness > 0)
  t.equal(classify("I'm not very happy with him").emotions.hope, 0)
  t.ok(classify('never felt better').emotions.hope > 0.7)
  t.ok(classify('I have never felt so alone').emotions.sadness >= 0.5, 'denies nothing')
  t.ok(classify("I can't stop crying").emotions.sadness > 0.7)
  t.ok(classify('Not sad, just angry').emotions.frustration >= 0.5, 'reaches to the comma only')
  t.notOk(classify("I don't love him").themes.includes('love'))
  t.notOk(classify('I dont love him').themes.includes('love'))
  t.ok(classify('I love him').themes.includes('love'))
  t.notOk(classify('He did not cheat').themes.includes('infidelity'))
})

t.test('degree and emphasis', async t => {
  const sadness = (text: string) => classify(text).emotions.sadness
  t.ok(sadness('I am deeply hurt') > sadness('I am hurt'))
  t.ok(sadness('I am a bit hurt') < sadness('I am hurt'))
  t.ok(sadness('I AM HURT, REALLY HURT') > sadness('I am hurt, really hurt'))
  t.ok(sadness('saaaaad') >= sadness('sad'))
  t.equal(sadness('the paint is blush'), 0, 'word boundaries: no pain in paint')
})

t.test('what was told decides how far a reply goes', async t => {
  const strategy = (text: string) => strategyOf(classify(text), { mode: 'LEARN', inCare: false })
  t.equal(strategy('I am so angry and frustrated, he never listens to me!!'), 'LOW')
  t.equal(strategy('My heart is broken since he left me on Sunday.'), 'LOW')
  t.equal(strategy('How do I bring up holiday plans with my partner?'), 'HIGH')
  t.equal(strategy('Why do couples grow apart?'), 'HIGH')
  t.equal(strategy("I've been thinking about how we divide the housework."), 'MEDIUM')
  t.equal(strategy('I need to vent, no advice please: he forgot me at the station'), 'MEDIUM')
})

t.test('who asks for no advice gets none, whatever the question marks', async t => {
  const { intents } = classify('Not looking for advice. How could he? Why would anyone do that? What should I do, I just need to get this off my chest')
  t.equal(leadOf(intents), 'venting')
  t.ok(intents.advice_seeking < 0.4)
})

t.test('a reading is well formed for any text, and the same each time', async t => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 400 }),
    fc.array(fc.constantFrom('not', 'so', 'sad', 'i', 'do', 'how', '?', 'love', 'never', '!!', "can't", '😭', ',', 'you', 'are', 'a', 'bot', 'hi'), { maxLength: 60 }).map(words => words.join(' '))
  )
  fc.assert(fc.property(text, input => {
    const reading = classify(input)
    const numbers = [...Object.values(reading.emotions), ...Object.values(reading.intents)]
    t.strictSame(classify(input), reading)
    return numbers.length === 14 && numbers.every(number => number >= 0 && number <= 1 && Math.abs(number * 100 - Math.round(number * 100)) < 1e-9) &&
      reading.themes.length <= 4 && new Set(reading.themes).size === reading.themes.length && reading.themes.every(theme => THEMES.includes(theme)) && reading.risk === 'none'
  }), { numRuns: 500 })
})

t.test('300 characters take at most 0.3 ms, 4,000 at most 3 ms, whatever they are', async t => {
  const story = rows.map(({ text }) => text).join(' ')
  const inputs = [story, 'i am so ', 'you are a ', "a'b ", 'not ', '😭 ', '<a ', 'how do i tell you what are you '].map(part => part.repeat(4000 / part.length + 1))
  for (const input of inputs) {
    t.ok(fastestMs(() => classify(input.slice(0, 300))) <= 0.3, `300 of ${input.slice(0, 8)}`)
    t.ok(fastestMs(() => classify(input.slice(0, 4000))) <= 3, `4,000 of ${input.slice(0, 8)}`)
  }
})

/** The best of many runs: what the machine's other work can't disturb. */
function fastestMs (work: () => void): number {
  return Math.min(...Array.from({ length: 40 }, () => {
    const start = performance.now()
    work()
    return performance.now() - start
  }))
}
