import fc from 'fast-check'
import t from 'tap'
import { sentencesOf, wholeSentences, withoutQuotations } from '../../../services/safety/sentences.ts'

t.test('sentences end where a reader would say so', async t => {
  const rows: ReadonlyArray<readonly [string, readonly string[]]> = [
    ['', []],
    ['  \n ', []],
    ['That hurts', ['That hurts']],
    ['That hurts. What now?', ['That hurts.', 'What now?']],
    ['Really?! Oh no... That hurts…', ['Really?!', 'Oh no...', 'That hurts…']],
    ['You waited… and nobody came.', ['You waited… and nobody came.']],
    ['You waited... and nobody came.', ['You waited... and nobody came.']],
    ['Mr. and Mrs. Lund met Dr. Hale. It went well.', ['Mr. and Mrs. Lund met Dr. Hale.', 'It went well.']],
    ['Small things, e.g. a walk, count. So do J. R. and I.', ['Small things, e.g. a walk, count.', 'So do J. R. and I.']],
    ['He called at 9 p.m. and hung up. She left at 5 a.m. That was that.', ['He called at 9 p.m. and hung up.', 'She left at 5 a.m.', 'That was that.']],
    ['It took 3.5 years and 1.000 letters. Long.', ['It took 3.5 years and 1.000 letters.', 'Long.']],
    ['He said "I am done. Go away." and left. You froze.', ['He said "I am done. Go away." and left.', 'You froze.']],
    ['She asked “Why? Why now?” You had no answer.', ['She asked “Why? Why now?”', 'You had no answer.']],
    ['“Why?” she asked. You froze.', ['“Why?” she asked.', 'You froze.']],
    ["It's your sister's plan, isn't it? That stings.", ["It's your sister's plan, isn't it?", 'That stings.']],
    ["He called it 'a joke. Relax.' and laughed. Ouch.", ["He called it 'a joke. Relax.' and laughed.", 'Ouch.']],
    ['I hear you 😊 What hurts most?', ['I hear you 😊', 'What hurts most?']],
    ['I hear you. 😊👍🏽 What hurts most? 💛', ['I hear you. 😊👍🏽', 'What hurts most? 💛']],
    ['That hurts.It makes sense.', ['That hurts.', 'It makes sense.']],
    ['See findahelpline.com for more. I am here.', ['See findahelpline.com for more.', 'I am here.']],
    ['Two ideas:\n1. A walk\n2. A letter', ['Two ideas:', '1. A walk', '2. A letter']],
    ['a line that\nwraps on', ['a line that\nwraps on']],
    ['One para\n\nanother para', ['One para', 'another para']],
    ['それはつらい。何がありましたか？', ['それはつらい。', '何がありましたか？']],
    ['"unclosed and. Then more. End.', ['"unclosed and.', 'Then more.', 'End.']]
  ]
  for (const [text, expected] of rows) t.strictSame(sentencesOf(text), expected, JSON.stringify(text))
})

t.test('a truncated reply is cut back to its last whole sentence', async t => {
  const rows = [
    ['That sounds heavy. What hurts most right n', 'That sounds heavy.'],
    ['That sounds heavy. What hurts most?', 'That sounds heavy. What hurts most?'],
    ['That sounds hea', ''],
    ['You told Dr.', ''],
    ['I hear you 😊 What is', 'I hear you 😊'],
    ['He said "no. Never." That hurt. And th', 'He said "no. Never." That hurt.'],
    ['First thing\nSecond thi', ''],
    ['', '']
  ] as const
  for (const [text, whole] of rows) t.equal(wholeSentences(text), whole, JSON.stringify(text))
})

t.test('quotations are lifted out, apostrophes are not', async t => {
  t.equal(withoutQuotations('He says "you must obey" and ‘you owe me’ or «never», but it\'s the kids\' home.', '_'), "He says _ and _ or _, but it's the kids' home.")
  t.equal(withoutQuotations("She calls it 'the king's way' at home", '_'), 'She calls it _ at home')
  t.equal(withoutQuotations('an "open one', '_'), 'an "open one')
})

const anyText = fc.oneof(fc.string({ unit: 'binary', maxLength: 200 }), fc.array(fc.constantFrom('I hear you', '. ', '? ', '… ', '"', "'", '\n', '😊', ' Dr. ', '3.5', '“', '”', 'You', ' and '), { maxLength: 40 }).map(parts => parts.join('')))

t.test('nothing is lost or invented, whole sentences are a prefix and settle at once', async () => {
  fc.assert(fc.property(anyText, text => {
    const bare = (value: string) => value.replace(/\s+/g, '')
    const whole = wholeSentences(text)
    return bare(sentencesOf(text).join('')) === bare(text) && text.trim().startsWith(whole) && wholeSentences(whole) === whole
  }), { numRuns: 2000 })
})

t.test('time grows with the length, not with its square', async t => {
  for (const unit of ['"a. ', "'a ", '“a', '. ', 'a.b', '😊', '1. ', 'don’t ']) {
    const text = `${unit.repeat(40_000)}a`
    const startedAt = performance.now()
    sentencesOf(text)
    t.ok(performance.now() - startedAt < 2000, `${JSON.stringify(unit)} ${Math.round(performance.now() - startedAt)} ms`)
  }
})
