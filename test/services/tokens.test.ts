import fc from 'fast-check'
import { Tiktoken } from 'js-tiktoken/lite'
import cl100k from 'js-tiktoken/ranks/cl100k_base'
import o200k from 'js-tiktoken/ranks/o200k_base'
import t from 'tap'
import { createTokenCounter, loadTokenCounter } from '../../services/tokens.ts'

const reference = new Tiktoken(o200k)
const counter = createTokenCounter(o200k)
const countByReference = (text: string) => reference.encode(text, [], []).length

t.test('counts what js-tiktoken counts, on text of every kind', async t => {
  const texts = [
    '', ' ', 'hello', 'He doesn’t listen to me any more.', 'ZOË AND I', '我们总是为小事争吵', 'مرحبا كيف حالك', '👨‍👩‍👧👍🏽', '   \n\n\t x', '12345678', "I'LL we'Re",
    '<|endoftext|>', 'a'.repeat(300), ' '.repeat(200), 'e\u0301'.repeat(50), 'https://example.org/a?b=c&d=%20'
  ]
  for (const text of texts) t.equal(counter.count(text), countByReference(text), JSON.stringify(text.slice(0, 30)))
})

for (const unit of ['grapheme', 'binary', 'binary-ascii'] as const) {
  t.test(`counts what js-tiktoken counts, on 4,000 fuzzed strings of ${unit}`, async () => {
    fc.assert(fc.property(fc.string({ unit, maxLength: 60 }), text => counter.count(text) === countByReference(text.toWellFormed())), { numRuns: 4000 })
  })
}

t.test('counts what js-tiktoken counts, on repeated fragments, which merge in chains', async () => {
  const fragment = fc.constantFrom('a', 'b', 'ab', 'the', ' the', 'ing', '我', '争吵', 'é', '😀', '  ', '\n', '1', '..')
  fc.assert(fc.property(fc.array(fragment, { maxLength: 80 }), parts => counter.count(parts.join('')) === countByReference(parts.join(''))), { numRuns: 4000 })
})

t.test('the older encoding agrees as well', async () => {
  const older = await loadTokenCounter('cl100k_base')
  const olderReference = new Tiktoken(cl100k)
  fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), text => older.count(text) === olderReference.encode(text, [], []).length), { numRuns: 500 })
})

t.test('no text of 4,000 characters blocks: Chinese, emoji, one letter, punctuation', async t => {
  const worst = { Chinese: '我们总是为小事争吵吗'.repeat(400), emoji: '😀👍🏽👨‍👩‍👧'.repeat(400), letters: 'a'.repeat(4000), marks: '?!.,'.repeat(1000), blanks: ' '.repeat(4000) }
  for (const [kind, text] of Object.entries(worst)) {
    const spent = Math.min(...Array.from({ length: 5 }, () => {
      const startedAt = performance.now()
      counter.count(text)
      return performance.now() - startedAt
    }))
    t.ok(spent <= 10, `${kind}: ${spent.toFixed(2)} ms`)
  }
})
