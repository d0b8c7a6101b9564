import t, { type Test } from 'tap'
import { review } from '../../../../services/safety/review.ts'
import { sentencesOf } from '../../../../services/safety/sentences.ts'
import type { Strategy } from '../../../../services/understanding/reading.ts'
import { ASIDES } from '../../../../services/v2/offline/asides.ts'
import { FEELINGS } from '../../../../services/v2/offline/feelings.ts'
import { NEXT, STEPS } from '../../../../services/v2/offline/frames.ts'
import { GENERAL, MATTERS, ORDER, type Matter } from '../../../../services/v2/offline/matter.ts'
import { withPerson, type Person } from '../../../../services/v2/offline/person.ts'

const PEOPLE: readonly Person[] = [
  { named: 'your husband', they: 'he', them: 'him', their: 'his' },
  { named: 'your partner', they: 'they', them: 'them', their: 'their' },
  {}
]
const EVERY: readonly Matter[] = [...MATTERS, GENERAL]

/** The sentence as each of these people would be told it. */
const told = (sentence: string) => PEOPLE.flatMap(person => withPerson(sentence, person) ?? [])

function check (t: Test, sentence: string, strategy: Strategy, isQuestion: boolean): void {
  for (const text of told(sentence)) {
    t.strictSame(review(text, { strategy, canary: '' }), [], `${strategy} | ${text}`)
    t.equal(sentencesOf(text).length, 1, `one sentence | ${text}`)
    t.equal(text.includes('?'), isQuestion, `${isQuestion ? 'a' : 'no'} question | ${text}`)
    t.match(text, /^[A-Z]/, text)
  }
}

t.test('every sentence for a matter passes review where it is used', async t => {
  for (const { id, validations, insights, questions, ideas } of EVERY) {
    await t.test(id, async t => {
      for (const sentence of validations) check(t, sentence, 'LOW', false)
      for (const sentence of insights) check(t, sentence, 'MEDIUM', false)
      for (const sentence of questions) check(t, sentence, 'LOW', true)
      for (const idea of ideas) for (const step of STEPS.flat()) check(t, step.replace('{idea}', idea), 'HIGH', false)
    })
  }
})

t.test('every matter has its place in the order, and every place its matter', async t => {
  t.strictSame(MATTERS.map(({ id }) => id), ORDER)
})

t.test('there is something to say to somebody of whom no one else is known, and enough to choose from', async t => {
  for (const { id, validations, insights, questions, ideas } of EVERY) {
    for (const part of [validations, insights, questions, ideas]) t.ok(part.filter(sentence => withPerson(sentence, {})).length >= 2, `${id}: ${part[0]}`)
    t.ok(ideas.length >= 4 && questions.length >= 4, id)
  }
})

t.test('no sentence stands in two matters, so that each tells what was spoken of', async t => {
  const all = EVERY.flatMap(({ validations, insights, questions, ideas }) => [...validations, ...insights, ...questions, ...ideas])
  t.strictSame(all.filter((sentence, at) => all.indexOf(sentence) !== at), [])
})

t.test('words for feelings, for care and for strange ground pass review in LOW', async t => {
  for (const { validations } of Object.values(FEELINGS)) for (const sentence of validations) check(t, sentence, 'LOW', false)
  for (const { openings, middles, questions } of Object.values(ASIDES)) {
    for (const sentence of [...openings, ...middles]) check(t, sentence, 'LOW', false)
    for (const sentence of questions) check(t, sentence, 'LOW', true)
  }
  for (const sentence of NEXT) check(t, sentence, 'HIGH', true)
})

t.test('what a reply is about is one thing, because "has been on your mind" follows it', async t => {
  for (const { id, about } of EVERY) t.notMatch(about, /^(?:these|those|many|some|both)\b|^(?:the|your) \w+(?<!s)s between\b/, `${id}: ${about}`)
})
