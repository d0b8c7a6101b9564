import fc from 'fast-check'
import t from 'tap'
import { plainWords } from '../../../services/safety/plain-words.ts'

t.test('one spelling for what is said in many', async t => {
  const rows = [
    ["I'm fine, I don't cry", 'i am fine , i do not cry .'],
    ['im fine i dont cry', 'i am fine i do not cry .'],
    ["I'll go. He'll stay. I'd leave", 'i will go . he will stay . i would leave .'],
    ['he\u2019ll kill me', 'he will kill me .'],
    ['i am ill', 'i am ill .'],
    ['u r gonna wanna', 'you are going to want to .'],
    ['I just really, literally love my bf', 'i , love my boyfriend .'],
    ['suicde & sucidal; kil my self', 'suicide suicidal . kill myself .'],
    ['my self-harm', 'my self harm .'],
    ['killmyself', 'kill myself .'], ['iwannadie', 'i want to die .'],
    ['dieee killll', 'die kill .'],
    ['not any more, no more', 'not anymore , no more .'], ["can't live here no more", 'can not live here anymore .'],
    ['od\u2019d last night', 'overdosed last night .'],
    ['(aside) "quoted" / slash', 'aside . quoted slash .'],
    ['Zeile eins\nZeile zwei!', 'zeile eins zeile zwei .'],
    ['я 我 🙂', '.'], ['...', '.'], ['(kms)', 'kms .'], ['', '.']
  ] as const
  for (const [written, read] of rows) t.equal(plainWords(written), read, JSON.stringify(written))
})

t.test('whatever comes in, plain words and marks one blank apart come out', async () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), text => /^(?:(?:[a-z0-9]+|[.,]) )*\.$/.test(plainWords(text))), { numRuns: 2000 })
})
