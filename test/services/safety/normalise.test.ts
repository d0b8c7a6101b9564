import fc from 'fast-check'
import t from 'tap'
import { normalise } from '../../../services/safety/normalise.ts'

t.test('disguises and slips come off, words stay', async t => {
  const rows = [
    ['I Feel LOST', 'i feel lost'],
    ['I\u2019m \u201cfine\u201d \u2013 really', "i'm \"fine\" - really"],
    ['sui\u200bci\u00adde\ufeff', 'suicide'],
    ['\u202etest\u202c', 'test'],
    ['Ｆｕｌｌ width ﬁne', 'full width fine'],
    ['ѕuісіdе', 'suicide'],
    ['café naïve', 'cafe naive'],
    ['h\u0336e\u0336l\u0336p\u0336', 'help'],
    ['k1ll', 'kill'], ['ki11', 'kill'], ['se1f h4rm', 'self harm'], ['su!c!de', 'suicide'], ['wr!$t', 'wrist'], ['p@!n', 'pain'],
    ['s u i c i d e', 'suicide'], ['k.i.l.l', 'kill'], ['w-a-n-t', 'want'],
    ['soooo tireddd', 'soo tiredd'],
    ['too   many\n\tblanks ', 'too many blanks'],
    ['', ''], [' \u200b ', '']
  ] as const
  for (const [written, read] of rows) t.equal(normalise(written), read, JSON.stringify(written))
})

t.test('numbers, amounts and sentence ends are not leetspeak', async t => {
  for (const text of ['10 pm', '5 years', '40kms', 'at 7am on the 3rd', '$500', 'help! i am 14', 'a i', "i'm a b"]) t.equal(normalise(text), text)
  t.equal(normalise('Help me!!'), 'help me!!')
})

t.test('it is total, idempotent and well-formed on anything', async () => {
  fc.assert(fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: fc.constantFrom('a', 'b', '1', '4', '!', '*', ' ', '.', '\u0336', '\u200b', 'с', 'A', "'") })), text => {
    const once = normalise(text)
    return once.isWellFormed() && normalise(once) === once
  }), { numRuns: 3000 })
})

t.test('case, curly quotes and invisible characters make no difference', async () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme-ascii' }), text => {
    const straight = text.replaceAll('`', "'")
    return normalise(straight.toUpperCase()) === normalise(straight.toLowerCase()) &&
      normalise(straight.replaceAll("'", '\u2019').replaceAll('"', '\u201d')) === normalise(straight) &&
      normalise([...straight].join('\u200b')) === normalise(straight)
  }))
})
