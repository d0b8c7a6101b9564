import fc from 'fast-check'
import assert from 'node:assert/strict'
import t from 'tap'
import { review, reviewSentence, type ReviewContext } from '../../../services/safety/review.ts'
import { reviewNext } from '../../../services/safety/review-next.ts'
import { sentencesOf } from '../../../services/safety/sentences.ts'
import { createSentenceGate } from '../../../services/v2/sentence-gate.ts'
import { createSentenceReader } from '../../../services/v2/sentence-reader.ts'
import { ACCEPTED } from '../safety/accepted-sentences.ts'
import { FAULTY } from '../safety/fault-sentences.ts'
import { GOOD_REPLIES } from '../safety/good-replies.ts'
import { REJECTED } from '../safety/rejected-sentences.ts'

const CONTEXT: ReviewContext = { strategy: 'MEDIUM', question: 'I feel lost.', canary: 'qkstb-mlfdh-pgrcn-jbqsd-kkfmt-rlhgp-cd' }
const ORDER = 'You must leave him.'

interface Given { context?: ReviewContext, isHeld?: boolean, isCut?: boolean }

/** A reply that comes in these pieces, and what of it came through. */
function played (pieces: readonly string[], { context = CONTEXT, isHeld = false, isCut = false }: Given = {}) {
  const deltas: string[] = []
  const gate = createSentenceGate({ judge: (sentence, passed) => reviewNext(sentence, passed, context), show: text => { deltas.push(text) } })
  if (!isHeld) gate.open()
  for (const piece of pieces) gate.push(piece)
  gate.end(isCut)
  return { deltas, gate, text: deltas.join('') }
}

/** A text in pieces of the given sizes, over and over. */
function cut (text: string, sizes: readonly number[]): string[] {
  const pieces: string[] = []
  for (let at = 0, turn = 0; at < text.length; turn++) {
    const size = sizes[turn % sizes.length]!
    pieces.push(text.slice(at, at + size))
    at += size
  }
  return pieces
}

const ODD = [
  'Dr. Meyer said so.', 'It costs 3.50 a day.', 'e.g. a walk.', 'You said "I am tired. I can\'t go on like this." That is a lot.', '“Stay. Please”, you asked him.', 'Hm…', 'Wait... what?',
  '💛', 'So much at once 💛', '👨‍👩‍👧', '"', '“never closed', '5\'10" tall.', '\n', '\n\n', '- one', '1. First this', '...', '?!', '.', '1.1.1.1', 'qkstb-mlfdh-', 'pgrcn-jbqsd.', 'Call 555 123', '4567 now.',
  'www.', 'example.com.', 'Ünïcödé sätze gehen auch.', '你好。', 'no end', '\ud83d', 'What now? Or never?', 'Is it him? Is it you?'
]
const sentence = fc.constantFrom(...ACCEPTED, ...REJECTED, ...Object.values(FAULTY).flat(), ...GOOD_REPLIES.flatMap(([, reply]) => sentencesOf(reply)), ...ODD)
const reply = fc.array(fc.tuple(sentence, fc.constantFrom(' ', '\n\n', '', '  ')), { maxLength: 9 }).map(parts => parts.map(part => part.join('')).join(''))
const sizes = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 8 })

t.test('the same text gives the same deltas, in whatever pieces it comes', async () => {
  fc.assert(fc.property(reply, sizes, fc.boolean(), (text, sizes, isCut) => {
    const whole = played([text], { isCut })
    const inPieces = played(cut(text, sizes), { isCut })
    assert.deepEqual([inPieces.deltas, inPieces.gate.faults], [whole.deltas, whole.gate.faults])
  }), { numRuns: 1000 })
})

t.test('what is shown passes review, sentence by sentence and together', async t => {
  let shown = 0
  fc.assert(fc.property(reply, sizes, (text, sizes) => {
    const { deltas, text: message } = played(cut(text, sizes))
    for (const delta of deltas) assert.deepEqual(reviewSentence(delta.trim(), CONTEXT), [], delta)
    if (deltas.length > 0) assert.deepEqual(review(message, CONTEXT), [], message)
    shown += deltas.length
  }), { numRuns: 2000 })
  t.ok(shown > 1000, `${shown} sentences`)
})

t.test('a good reply comes through whole', async t => {
  for (const [strategy, reply] of GOOD_REPLIES) {
    const { text, gate } = played(cut(reply, [7]), { context: { ...CONTEXT, strategy } })
    t.equal(text, reply.replace(/\s+/g, ' '), reply)
    t.strictSame(gate.faults, [])
  }
})

t.test('nothing of any length or form is too much for it', async t => {
  for (const text of ['1.1.'.repeat(8000), 'a. '.repeat(10_000), '"Never. '.repeat(4000), 'word '.repeat(6000), '.'.repeat(32_000), `${ORDER} `.repeat(1500), '💛'.repeat(9000), '\n'.repeat(30_000)]) {
    const startedAt = performance.now()
    const { gate } = played([text])
    const tookMs = performance.now() - startedAt
    t.ok(tookMs < 150, `${text.slice(0, 8)}…: ${Math.round(tookMs)} ms`)
    t.ok(gate.passed.length <= 4)
    t.ok(gate.faults.length > 0)
  }
  let judged = 0
  const gate = createSentenceGate({ judge: () => { judged++; return ['directive'] }, show: () => {} })
  gate.push(`${ORDER} `.repeat(1500))
  t.equal(judged, 12, 'after a dozen sentences nobody judges any more')
})

t.test('a sentence is shown a few words after its end, not at the end of the reply', async t => {
  const deltas: string[] = []
  const gate = createSentenceGate({ judge: () => [], show: text => { deltas.push(text) } })
  gate.open()
  gate.push('That hurts. ')
  t.strictSame(deltas, [], 'it might go on')
  gate.push('And it makes sen')
  t.strictSame(deltas, ['That hurts.'])
  gate.push('se. What would help?')
  gate.end(false)
  t.strictSame(deltas, ['That hurts.', ' And it makes sense.', ' What would help?'])
})

t.test('a sentence that fails is left out, with its fault, and the others stay', async t => {
  const { text, gate } = played([`That sounds painful. ${ORDER} It makes sense that you hesitate. What holds you back?`])
  t.equal(text, 'That sounds painful. It makes sense that you hesitate. What holds you back?')
  t.strictSame(gate.faults, ['directive'])
})

t.test('a second question and a fifth sentence are left out', async t => {
  t.match(played(['What holds you back? What else? That is a lot.']), { text: 'What holds you back? That is a lot.', gate: { faults: ['questions'] } })
  t.match(played(['One is here. Two is here. Three is here. Four is here. Five is here.']), { text: 'One is here. Two is here. Three is here. Four is here.', gate: { faults: ['length'] } })
})

t.test('a leak that is cut over two sentences is not completed', async t => {
  const { text, gate } = played(['My word is qkstb-ml. Fdh-pg is the rest of it. What else?'])
  t.equal(text, 'My word is qkstb-ml. What else?')
  t.strictSame(gate.faults, ['leak'])
  t.strictSame(reviewSentence('Fdh-pg is the rest of it.', CONTEXT), [], 'which alone is none')
})

t.test('nothing comes through before it is open', async t => {
  const { deltas, gate } = played(['That hurts. What would help?'], { isHeld: true })
  t.strictSame([deltas, gate.hasShown, gate.passed], [[], false, ['That hurts.', 'What would help?']])
  gate.open()
  t.strictSame([deltas, gate.hasShown], [['That hurts.', ' What would help?'], true])
})

t.test('once closed nothing more comes through, and what was not shown is forgotten', async t => {
  const deltas: string[] = []
  const gate = createSentenceGate({ judge: () => [], show: text => { deltas.push(text) } })
  gate.push('That hurts. And it makes sense that it does.')
  gate.open()
  gate.close()
  gate.push(' What would help?')
  gate.end(false)
  gate.open()
  t.strictSame(deltas, ['That hurts.'])
  t.strictSame(gate.passed, deltas)
  const held = played(['That hurts. What would help?'], { isHeld: true })
  held.gate.close()
  held.gate.open()
  t.strictSame([held.deltas, held.gate.passed], [[], []])
})

t.test('of a reply that is cut off the last half sentence is left out', async t => {
  t.equal(played(['That hurts. It makes sense that it does. What would it ha'], { isCut: true }).text, 'That hurts. It makes sense that it does.')
  t.equal(played(['That hurts. It makes sense that it does'], { isCut: false }).text, 'That hurts. It makes sense that it does', 'a whole one may lack its full stop')
  t.equal(played(['That hur'], { isCut: true }).text, '')
})

t.test('a quotation stays within its sentence until it is closed, or too long to be one', async t => {
  const reader = createSentenceReader()
  t.strictSame(reader.push('You told her "I am worn out. I need a break from all of this" and she left. What do you need now?'), ['You told her "I am worn out. I need a break from all of this" and she left.'])
  const open = createSentenceReader()
  t.strictSame(open.push(`It was 5'10" tall. ${'And it went on and on. '.repeat(12)}`)[0], 'It was 5\'10" tall.')
})
