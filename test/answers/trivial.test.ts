/** Trivial turns: words of our own, the same whichever engine is assigned, and no model is asked. */
import t from 'tap'
import { person } from '../helper.ts'
import { OFFLINE, OPENAI, V1, chances } from './arms.ts'
import { EMOJI, EMPTY, GREETING, IDENTITY, ONE_WORD } from './inputs.ts'

const INPUTS = [...EMPTY, ...ONE_WORD, ...EMOJI, ...IDENTITY, ...GREETING]

t.test('the same words from both engines, given the same chances', async t => {
  const houses = await Promise.all([V1, OFFLINE, OPENAI].map(async arm => ({ arm, ...await arm.open(t, { random: chances(7) }) })))
  const told = await Promise.all(houses.map(async ({ app, arm }) => {
    const said: string[] = []
    for (const question of INPUTS) {
      const { status, body } = await person(app).say(question)
      t.match({ status, engine: body.engine, reason: body.referenced_data.reason, degraded: body.degraded }, { status: 200, engine: arm.engine, reason: 'trivial', degraded: false }, `${arm.name}: ${JSON.stringify(question ?? null)}`)
      said.push(body.message)
    }
    return said
  }))
  t.strictSame(told[0], told[1])
  t.strictSame(told[0], told[2])
  t.ok(new Set(told[0]).size > 30, 'many words, not one for all')
  for (const { fake } of houses) t.equal(fake?.calls.length ?? 0, 0, 'no model call')
})

t.test('mode REFLECT answers them the same way; only EXPLAIN and SAFETY are V1’s own', async t => {
  const { app, fake } = await OPENAI.open(t)
  for (const question of ['', 'hmm', '😢', 'who are you?', 'hello']) t.match((await person(app).say(question, { mode: 'REFLECT' })).body, { mode: 'REFLECT', referenced_data: { reason: 'trivial' } })
  t.match((await person(app).say('hello', { mode: 'SAFETY' })).body, { engine: 'v1', mode: 'SAFETY' })
  t.equal(fake!.calls.length, 0)
})

t.test('a session does not hear the same trivial words twice in a row', async t => {
  for (const arm of [V1, OFFLINE]) {
    const { app } = await arm.open(t, { random: () => 0 })
    const user = person(app)
    const heard: string[] = []
    for (let n = 0; n < 5; n++) heard.push((await user.say('hmm', { session_id: 'one' })).body.message)
    t.equal(new Set(heard).size, 5, arm.name)
  }
})
