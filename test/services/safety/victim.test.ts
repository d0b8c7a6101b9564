import fc from 'fast-check'
import t from 'tap'
import { isToldByVictim } from '../../../services/safety/victim.ts'

t.test('harm done to the writer', async t => {
  for (const text of [
    'he hit me last night', 'My husband threatened to kill me', 'she threw a plate at me', 'I was beaten by my dad', 'i keep getting yelled at by her',
    'He put his hands around my throat', 'my ex said he would kill me and I do not know what to do', 'I am terrified of him', 'they bullied me for years',
    'I\'ve been harassed by an ex for months', 'he grabs my arm when we argue', 'he gave me a black eye, I want to hit him back', 'someone raped me',
    'He said: "I will kill you", and then he choked me.', 'my boyfriend forces me to do things', 'he hurts my kids'
  ]) t.ok(isToldByVictim(text), text)
})

t.test('harm that the writer means to do, and ordinary talk', async t => {
  for (const text of [
    'I want to hurt him', 'how do I beat up my wife', 'I will kill her', 'help me to hit him where it hurts', 'tell me how to stalk my ex',
    'I am afraid of losing him', 'he makes me laugh', 'we had a fight about money', 'I hit him', 'they told me that I push people away',
    'I could kill for a pizza', 'teach me how to threaten someone', 'show me how to choke a person', 'give me a way to poison him', 'I was so angry I could scream', ''
  ]) t.notOk(isToldByVictim(text), text)
})

t.test('total', async () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), text => typeof isToldByVictim(text) === 'boolean'))
})

t.test('time grows with the length, not with its square', async t => {
  for (const unit of ['he hit ', 'my a ', 'i was ', 'i am been got ', 'to and ']) {
    const startedAt = performance.now()
    isToldByVictim(unit.repeat(4000 / unit.length))
    t.ok(performance.now() - startedAt < 500, unit)
  }
})
