import fc from 'fast-check'
import t from 'tap'
import { cacheKeyOf, normalQuestion, type CacheInput } from '../../services/cache-key.ts'
import { promptReads } from '../../services/v2/prompt.ts'

const INPUT: CacheInput = {
  question: 'How do we talk about money?', mode: 'LEARN', tier: 'free', history: [], memory: [], canary: 'kestrel', deadlineAt: 1, used: [], owner: 'k.anna',
  promptVersion: 'p1', safetyVersion: 's1', detectionModel: 'small', responseModel: 'large', economyModel: 'small', temperature: 0.7, maxTokens: 150
}
const keyOf = (change: Partial<CacheInput> = {}) => {
  const input = { ...INPUT, ...change }
  return cacheKeyOf(input, promptReads(input))
}

/** Every field, as it may differ. */
const OTHERS: { readonly [Field in keyof CacheInput]-?: CacheInput[Field] } = {
  question: 'How do we talk about children?', mode: 'REFLECT', tier: 'paid', flag: 'threat', history: [{ role: 'user', text: 'We met in May.' }], memory: ['trust: 3 times since 2026-11-01'], care: 'abuse',
  canary: 'heron', deadlineAt: 2, used: ['v2.0123'], owner: 'k.berta', promptVersion: 'p2', safetyVersion: 's2', detectionModel: 'other', responseModel: 'other', economyModel: 'other',
  temperature: 0.8, maxTokens: 160
}
const FIELDS = Object.keys(OTHERS) as Array<keyof CacheInput>
const WITHOUT_CONSEQUENCE: ReadonlyArray<keyof CacheInput> = ['canary', 'deadlineAt', 'used']
const PRIVATE: ReadonlyArray<keyof CacheInput> = ['history', 'memory', 'care']
const SHARED = FIELDS.filter(field => ![...WITHOUT_CONSEQUENCE, ...PRIVATE, 'owner'].includes(field))

t.test('an answer from the question alone is everybody’s, anything more makes it private', async t => {
  t.equal(keyOf().kind, 'public')
  for (const field of PRIVATE) t.equal(keyOf({ [field]: OTHERS[field] }).kind, 'private', field)
})

t.test('a public key depends on every field that changes the words, and on nobody', async t => {
  for (const field of SHARED) t.not(keyOf({ [field]: OTHERS[field] }).key, keyOf().key, field)
  for (const field of [...WITHOUT_CONSEQUENCE, 'owner'] as const) t.equal(keyOf({ [field]: OTHERS[field] }).key, keyOf().key, field)
})

t.test('a private key depends on whose it is and on all that was read', async t => {
  const about = { history: [{ role: 'user', text: 'He left.' }], memory: ['love: 2 times since 2026-10-01'], care: 'self_harm' } as const
  for (const field of FIELDS) {
    const [one, other] = [keyOf(about).key, keyOf({ ...about, [field]: OTHERS[field] }).key]
    if (WITHOUT_CONSEQUENCE.includes(field)) t.equal(one, other, field)
    else t.not(one, other, field)
  }
})

const message = fc.record({ role: fc.constantFrom('user' as const, 'assistant' as const), text: fc.string({ minLength: 1, maxLength: 30 }) })
const input = fc.record({
  question: fc.string({ unit: 'grapheme', maxLength: 60 }), mode: fc.constantFrom('LEARN' as const, 'REFLECT' as const), tier: fc.constantFrom('free' as const, 'paid' as const),
  history: fc.array(message, { maxLength: 3 }), memory: fc.array(fc.string({ minLength: 1, maxLength: 20 }), { maxLength: 2 }), owner: fc.constantFrom('k.anna', 'k.berta', 'k.carl')
}).map(change => ({ ...INPUT, ...change }))

t.test('two inputs share a key exactly when nothing that counts differs', async () => {
  const weight = ({ question, mode, tier, history, memory, owner }: CacheInput, isPrivate: boolean) =>
    JSON.stringify([normalQuestion(question), mode, tier, isPrivate ? [history, memory, owner] : []])
  fc.assert(fc.property(input, input, fc.boolean(), (one, other, isTwin) => {
    const second = isTwin ? { ...one, owner: other.owner } : other
    const [a, b] = [one, second].map(given => cacheKeyOf(given, promptReads(given)))
    const isSame = a!.kind === b!.kind && weight(one, a!.kind === 'private') === weight(second, b!.kind === 'private')
    return (a!.key === b!.key) === isSame
  }), { numRuns: 500 })
})

t.test('the check tells the question alone, under another name', async t => {
  t.equal(keyOf({ owner: 'k.berta', tier: 'paid', mode: 'REFLECT' }).check, keyOf().check)
  t.not(keyOf({ question: OTHERS.question }).check, keyOf().check)
  t.not(keyOf().check, keyOf().key)
  t.match(keyOf().key, /^[0-9a-f]{64}$/)
})

t.test('no word of the question stands in the key', async t => {
  const { key, check } = keyOf({ question: 'cafe deadbeef' })
  t.notMatch(key + check, /deadbeef/)
})

t.test('one form for what differs in case, blanks, punctuation and quotes', async t => {
  const twins = ['Why doesn\'t she say "yes"?', 'why doesn’t she say “yes”', '  WHY doesn\'t\tshe — say, yes!? ', 'Why doesnt she say «yes»…', 'ｗhy doesn\'t she say yes']
  t.strictSame([...new Set(twins.map(normalQuestion))], ['why doesnt she say yes'])
  t.not(normalQuestion('She left me'), normalQuestion('She let me'))
  t.equal(normalQuestion('😢 why'), '😢 why', 'a feeling is no punctuation')
})

t.test('the normal form is its own normal form', async t => {
  for (const unit of ['grapheme', 'binary', 'grapheme-composite'] as const) fc.assert(fc.property(fc.string({ unit, maxLength: 40 }), text => normalQuestion(normalQuestion(text)) === normalQuestion(text)), { numRuns: 2000 })
  for (const text of ['I\u0307stanbul', 'e\u2019\u0301', '\u1e9e\u00df', 'a\u00b4\u0300', 'İ', '"\u0301a', '\u0345', 'ΑΣ\'Α']) t.equal(normalQuestion(normalQuestion(text)), normalQuestion(text), JSON.stringify(text))
})
