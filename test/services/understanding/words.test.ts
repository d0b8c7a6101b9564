import fc from 'fast-check'
import t from 'tap'
import { plain, wordsOf } from '../../../services/understanding/words.ts'

const read = (text: string) => wordsOf(text).list.join(' ')

t.test('contractions and shorthand are opened, with and without apostrophe', async t => {
  const rows = [
    ["I'm sad", 'i am sad .'],
    ['im sad', 'i am sad .'],
    ['I can’t, won`t, didnt', 'i can not won t did not .'],
    ["you aren't / arent", 'you are not are not .'],
    ["he's my sister's ex", 'he is my sister ex .'],
    ["who'd say we've lost", 'who would say we have lost .'],
    ['idk what ur bf wants', 'i do not know what your boyfriend wants .'],
    ["x'constructor", 'x constructor .'],
    ['are you an A.I.?', 'are you an ai ?'],
    ['thanks mama.i cried', 'thanks mama . i cried .']
  ] as const
  for (const [text, words] of rows) t.equal(read(text), words, text)
})

t.test('stretched letters, accents, typographic quotes and invisible characters', async t => {
  t.equal(read('I feeeel soooo saaad'), 'i feel so sad .')
  t.equal(read('Café olé'), 'cafe ole .')
  t.equal(read('lo\u200bve'), 'love .')
  t.equal(read('नमस्ते'), 'नमस्ते .')
})

t.test('sentence ends stay, several marks are one, and a question mark among them makes a question', async t => {
  t.equal(read('He left... Why?! I cried.'), 'he left . why ? i cried .')
  t.equal(read('one\ntwo; three'), 'one . two . three .')
  t.equal(read('???'), '')
})

t.test('emoticons read as emoji', async t => {
  for (const [text, emoji] of [[':(', '🙁'], [":'(", '😭'], ['<3', '❤'], ['</3', '💔'], [':-)', '🙂'], ['¯\\_(ツ)_/¯', '🤷']] as const) t.equal(plain(text).trim(), emoji, text)
  t.equal(read('see http://example.org (or not)'), 'see http example . org or not .')
})

t.test('clauses end at commas, "but" and sentence ends', async t => {
  const { list, clauses } = wordsOf('not sad, just tired but fine. ok')
  t.strictSame(clauses.filter((clause, at) => clause !== clauses[at - 1]).length, 4)
  t.equal(list.length, clauses.length)
})

t.test('shouting and stretching are emphasis', async t => {
  for (const text of ['I HATE THIS', 'nooooo', 'why!!']) t.equal(wordsOf(text).emphatic, true, text)
  for (const text of ['I am fine.', 'the USA is big', 'hello!']) t.equal(wordsOf(text).emphatic, false, text)
})

t.test('every text is read: words are not empty, and the list ends with a sentence end', async () => {
  fc.assert(fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: fc.constantFrom(...'a\'’ nt.?!:(<3😭-') })), text => {
    const { list, clauses } = wordsOf(text)
    return list.every(word => word.length > 0) && list.length === clauses.length && (list.length === 0 || ['.', '?'].includes(list.at(-1)!))
  }), { numRuns: 1000 })
})
