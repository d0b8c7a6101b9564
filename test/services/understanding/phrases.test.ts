import t from 'tap'
import { Phrases } from '../../../services/understanding/phrases.ts'
import { wordsOf } from '../../../services/understanding/words.ts'

const matches = (phrase: string, text: string, groups = {}, options = {}): number => {
  let count = 0
  new Phrases([[phrase, 1]], groups, options).all(wordsOf(text), () => count++)
  return count
}

t.test('the language of phrases', async t => {
  const rows = [
    ['how do/can i stop', 'Tell me: how can I stop this', 1],
    ['how do/can i stop', 'how would I stop', 0],
    ['so? angry', 'so angry, angry', 3],
    ['argue+', 'we argued, he argues, arguing', 3],
    ['stop+', 'stopped stopping stops', 3],
    ['try+', 'tries tried trying', 3],
    ['i * love', 'I no longer really love him', 1],
    ['i * love', 'I have not for years been able to love', 0],
    ['i * love', 'I left. They love it', 0],
    ['^ are you', 'Well. Are you there', 1],
    ['^ are you', 'what are you', 0],
    ['who are you $', 'Who are you? Say', 1],
    ['who are you $', 'who are you to judge', 0],
    ['cat', 'concatenate', 0],
    ["don't", '', undefined]
  ] as const
  for (const [phrase, text, count] of rows) {
    if (count === undefined) t.throws(() => matches(phrase, text), /not read as one word/)
    else t.equal(matches(phrase, text), count, `${phrase} in ${text}`)
  }
})

t.test('named groups, and words that a gap never skips', async t => {
  t.equal(matches('my <partner>', 'my wife', { partner: 'husband wife' }), 1)
  t.throws(() => matches('my <partner>', 'my wife'), /has a word/)
  t.equal(matches('are you * real', 'are you sure he is real', {}, { notInGap: new Set(['he']) }), 0)
  t.equal(matches('are you * real', 'are you perhaps not real', {}, { notInGap: new Set(['he']) }), 1)
})

t.test('a match tells where it is', async t => {
  const found: unknown[] = []
  new Phrases([['so sad', 'x']]).all(wordsOf('I am so sad'), match => found.push(match))
  t.strictSame(found, [{ value: 'x', at: 2, length: 2 }])
})

t.test('a phrase that could never match stops the start', async t => {
  for (const phrase of ['* sad', '$', 'so  sad', 'a//b']) t.throws(() => new Phrases([[phrase, 1]]), Error, phrase)
})
