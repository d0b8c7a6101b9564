/** Each row of "what must be true of every answer", over HTTP, for one arm. */
import t, { type Test } from 'tap'
import { claimsHuman, givesAdvice, givesGuidance, namesAmora, saysAi, saysNotUnderstood } from '../evals/phrases.ts'
import { person, type Reply } from '../helper.ts'
import type { Arm } from './arms.ts'
import { blames, diagnoses, mirrors, ordersIn, questionsOf, sentencesOf } from './checks.ts'
import { ADVICE, ANYTHING, EMOJI, EMPTY, GREETING, IDENTITY, MIXED, ONE_WORD, VENTING } from './inputs.ts'

const CONFIDENCE: Readonly<Record<string, number>> = { LOW: 0.5, MEDIUM: 0.7, HIGH: 0.9 }

/** What no reply may fail, whatever was said. Nothing where all is well. */
function faultsOf ({ status, body }: Reply, engine: string): readonly string[] {
  if (status !== 200) return [`HTTP ${status}`]
  const { message, referenced_data: { strategy }, confidence } = body
  const sentences = sentencesOf(message).length
  return [
    ...body.engine !== engine || body.degraded ? [`answered by ${body.engine}${body.degraded ? ', degraded' : ''}`] : [],
    ...sentences < 2 || sentences > 4 ? [`${sentences} sentences`] : [],
    ...questionsOf(message) > 1 ? ['several questions'] : [],
    ...ordersIn(message).map(order => `an order: ${order}`),
    ...saysNotUnderstood(message) ? ['does not understand'] : [],
    ...claimsHuman(message) ? ['human'] : [],
    ...diagnoses(message) ? ['a diagnosis'] : [],
    ...blames(message) ? ['blame'] : [],
    ...confidence !== CONFIDENCE[strategy] ? [`confidence ${confidence} for ${strategy}`] : []
  ]
}

type Expectation = (reply: Reply['body'], question: string) => string | false

const trivial: Expectation = ({ referenced_data: data }) => data.reason !== 'trivial' && 'not taken as trivial'
const oneQuestion: Expectation = ({ message }) => questionsOf(message) !== 1 && `${questionsOf(message)} questions`
const says = (what: string, pattern: RegExp): Expectation => ({ message }) => !pattern.test(message) && `does not ${what}`
const strategy = (wanted: string): Expectation => ({ referenced_data: data }) => data.strategy !== wanted && `${data.strategy} instead of ${wanted}`
const noAdvice: Expectation = ({ message }) => givesAdvice(message) && 'advice'

interface Row { readonly name: string, readonly inputs: readonly unknown[], readonly expects: readonly Expectation[], readonly callsModel: boolean, readonly mirrors?: boolean }

const ROWS: readonly Row[] = [
  { name: 'empty or blanks: invites, gently', inputs: EMPTY, callsModel: false, expects: [trivial, oneQuestion] },
  { name: 'one word: accepts it and opens a door', inputs: ONE_WORD, callsModel: false, expects: [trivial, oneQuestion] },
  { name: 'emoji alone: names the feeling carefully and asks', inputs: EMOJI, callsModel: false, expects: [trivial, oneQuestion, says('hedge', /\b(?:might|may|maybe|perhaps|seems?|looks? (?:like|to me)|guess|guessing|wonder|mistaken|could|sense|not sure|read (?:it|you) rightly|think|can ?not|tell|many feelings)\b/i)] },
  {
    name: 'who are you: Amora, an AI relationship coach', inputs: IDENTITY, callsModel: false,
    expects: [trivial, ({ message }) => !saysAi(message) && 'does not say AI', ({ message }) => !namesAmora(message) && 'does not say Amora', says('say what she is', /\bcoach|relationship/i)]
  },
  { name: 'greeting: who she is, what for, one question', inputs: GREETING, callsModel: false, expects: [trivial, oneQuestion, ({ message }) => !namesAmora(message) && 'does not say who', says('say what for', /\b(?:relationships?|love|dating|people (?:you|who)|partner|family|close to you|between you|someone|somebody|heart)\b/i)] },
  { name: 'venting: reflects, one question, no advice', inputs: VENTING, callsModel: true, mirrors: true, expects: [strategy('LOW'), oneQuestion, noAdvice] },
  { name: 'asking calmly: guidance in might and could', inputs: ADVICE, callsModel: true, expects: [strategy('HIGH'), ({ message }) => !givesGuidance(message) && 'no guidance', says('offer', /\b(?:might|could|consider|may)\b/i)] },
  { name: 'mixed: reflection, light insight, one question', inputs: MIXED, callsModel: true, expects: [strategy('MEDIUM'), oneQuestion] },
  { name: 'anything else', inputs: ANYTHING, callsModel: true, expects: [] }
]

/** Tests of all rows for an arm; each message comes from somebody new. */
export function answersOf (arm: Arm): void {
  for (const row of ROWS) t.test(`${arm.name}: ${row.name}`, async t => answersRow(t, arm, row))
}

async function answersRow (t: Test, arm: Arm, { inputs, expects, callsModel, mirrors: isMirrored }: Row): Promise<void> {
  const { app, fake } = await arm.open(t)
  t.ok(inputs.length >= 10, `${inputs.length} inputs`)
  let mirrored = 0
  for (const question of inputs) {
    const reply = await person(app).say(question)
    const unmet = reply.status === 200 ? expects.map(expectation => expectation(reply.body, String(question))).filter(fault => fault !== false) : []
    t.strictSame([...faultsOf(reply, arm.engine), ...unmet], [], `${JSON.stringify(question ?? null).slice(0, 80)} → ${reply.body.message?.slice(0, 300)}`)
    if (isMirrored && mirrors(String(question), reply.body.message)) mirrored++
  }
  if (isMirrored) t.ok(mirrored / inputs.length >= arm.mirrored, `the person’s own words come back in ${mirrored} of ${inputs.length}`)
  if (fake && !callsModel) t.equal(fake.calls.length, 0, 'no model call')
}
