import fc from 'fast-check'
import t from 'tap'
import { characterCount, cleanQuestion } from '../../services/question.ts'

t.test('cleaning keeps what a person typed and drops what nobody types', async t => {
  const rows = [
    ['cafe\u0301', 'café'],
    ['a\u0000b', 'ab'],
    ['\ud800lone\udc00', 'lone'],
    ['line\r\nnext\rlast', 'line\nnext\nlast'],
    ['tab\tstays', 'tab\tstays'],
    ['👨‍👩‍👧 שלום', '👨‍👩‍👧 שלום'],
    ['bell\u0007\u009f', 'bell']
  ] as const
  for (const [raw, clean] of rows) t.equal(cleanQuestion(raw), clean, JSON.stringify(raw))
})

t.test('cleaning is total, well-formed and idempotent', async () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), raw => {
    const clean = cleanQuestion(raw)
    return clean.isWellFormed() && clean === clean.normalize('NFC') && cleanQuestion(clean) === clean && !clean.includes('\0')
  }))
})

t.test('characters are code points', async t => {
  t.equal(characterCount('a😀é'), 3)
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), text => characterCount(text) === [...text].length))
})
