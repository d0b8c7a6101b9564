import fc from 'fast-check'
import t from 'tap'
import { continued, followed, inSentences } from '../../services/continuation.ts'
import { MAX_SENTENCES, questionsIn } from '../../services/safety/review.ts'
import { sentencesOf } from '../../services/safety/sentences.ts'
import { GOOD_REPLIES } from './safety/good-replies.ts'

const ONE = 'That hurts.'

t.test('another answer follows what was shown, within one reply', async t => {
  const rows: ReadonlyArray<readonly [string, string, string]> = [
    ['', 'It makes sense. What now?', 'It makes sense. What now?'],
    ['', 'One.\n\nTwo.', 'One.\n\nTwo.'],
    [ONE, 'It makes sense. What now?', 'That hurts. It makes sense. What now?'],
    [ONE, 'One is here. Two is here. Three is here. What now?', 'That hurts. Two is here. Three is here. What now?'],
    ['What hurts?', 'It makes sense. What now?', 'What hurts? It makes sense.'],
    ['One is here. Two is here. Three is here. Four is here.', 'Five is here. What now?', 'One is here. Two is here. Three is here. Four is here. What now?']
  ]
  for (const [shown, message, wanted] of rows) t.equal(continued(shown, message), wanted)
})

t.test('whatever was shown of one reply, another makes it whole', async t => {
  const reply = fc.constantFrom(...GOOD_REPLIES.map(([, reply]) => reply))
  fc.assert(fc.property(reply, reply, fc.integer({ min: 1, max: 3 }), (one, other, count) => {
    const shown = sentencesOf(one).slice(0, count).join(' ')
    const whole = continued(shown, other)
    return whole.startsWith(shown) && sentencesOf(whole).length <= MAX_SENTENCES && questionsIn(whole) <= 1
  }))
  t.pass('for any two of them')
})

t.test('care and a decline are said whole', async t => {
  t.equal(followed(ONE, 'Are you safe? Who is with you?'), 'That hurts. Are you safe? Who is with you?')
  t.equal(followed('', 'Are you safe?'), 'Are you safe?')
})

t.test('a text cut behind its sentences is the text', async t => {
  t.strictSame(inSentences('One is here. Two is here?\n\nThree is here. '), ['One is here.', ' Two is here?', '\n\nThree is here. '])
  t.strictSame(inSentences(''), [])
  t.strictSame(inSentences('  '), ['  '])
  fc.assert(fc.property(fc.oneof(fc.string({ unit: 'grapheme' }), fc.array(fc.constantFrom('A b.', ' ', '\n', '"Q. R."', '?', '💛', 'Dr. X')).map(parts => parts.join(''))), text => inSentences(text).join('') === text))
})
