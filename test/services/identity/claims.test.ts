import { randomUUID } from 'node:crypto'
import t from 'tap'
import { callerOf, tierOfText, type CallerResult, type Claims } from '../../../services/identity/claims.ts'

const USER = randomUUID()
const OTHER = randomUUID()
const backEnd = { sub: USER, scope: 'amora:act-as' }

const faultOf = (result: CallerResult) => result.ok ? undefined : result.fault
const tierOf = (claims: Claims) => {
  const result = callerOf({ sub: USER, ...claims }, {})
  return result.ok ? result.caller.tierClaim : result.fault
}

t.test('the subject is the user, whatever its case', async t => {
  t.match(callerOf({ sub: USER.toUpperCase() }, {}), { ok: true, caller: { userId: USER, actedFor: false, tierClaim: undefined } })
  for (const sub of [undefined, null, 7, '', 'me', [USER], `${USER} `]) t.equal(faultOf(callerOf({ sub }, {})), 'unauthenticated')
})

t.test('scopes come as words or as a list; anything else gives none', async t => {
  const scopes: ReadonlyArray<readonly [Claims, readonly string[]]> = [
    [{ scope: 'a b' }, ['a', 'b']], [{ scopes: ['a', 'b'] }, ['a', 'b']], [{ scope: 'a', scopes: ['b'] }, ['a', 'b']], [{}, []],
    [{ scope: ['a'] }, []], [{ scopes: 'a' }, []], [{ scopes: [1, null, {}] }, []], [{ scope: '   ' }, []], [{ scope: { 'amora:admin': true } }, []]
  ]
  for (const [claims, wanted] of scopes) {
    const result = callerOf({ sub: USER, ...claims }, {})
    t.strictSame(result.ok && [...result.caller.scopes], wanted, JSON.stringify(claims))
  }
})

t.test('the tier is what the token says, if it says one that we know', async t => {
  t.equal(tierOf({ subscription_status: 'premium' }), 'paid')
  t.equal(tierOf({ tier: 'paid' }), 'paid')
  for (const word of ['free', 'basic', 'none', 'expired', 'cancelled']) t.equal(tierOf({ subscription_status: word }), 'free', word)
  for (const word of ['gold', 'Premium', '', 1, true, ['premium'], { premium: true }]) t.equal(tierOf({ tier: word }), undefined, JSON.stringify(word))
  t.equal(tierOf({ subscription_status: 'free', tier: 'paid' }), 'free', 'the subscription outweighs')
  t.equal(tierOfText('premium '), undefined)
})

t.test('a back end with the scope speaks for a user, and its own tier and language are not the user’s', async t => {
  const claims = { ...backEnd, tier: 'paid', locale: 'de-DE' }
  t.match(callerOf(claims, { 'x-amora-user-id': OTHER.toUpperCase() }), { ok: true, caller: { userId: OTHER, actedFor: true, tierClaim: undefined, locale: undefined } })
  t.match(callerOf(claims, { 'x-amora-user-id': OTHER, 'x-amora-tier': 'free' }), { ok: true, caller: { tierClaim: 'free' } })
  t.match(callerOf(backEnd, { 'x-amora-user-id': OTHER, 'x-amora-tier': 'paid' }), { ok: true, caller: { tierClaim: 'paid' } })
  t.match(callerOf(claims, {}), { ok: true, caller: { userId: USER, tierClaim: 'paid', locale: 'de-DE' } })
})

t.test('without the scope the headers are refused, not ignored; even one’s own id', async t => {
  for (const scope of [undefined, '', 'amora:admin', 'amora:act-as-not', 'AMORA:ACT-AS', 'xamora:act-as']) {
    for (const headers of [{ 'x-amora-user-id': OTHER }, { 'x-amora-user-id': USER }, { 'x-amora-user-id': '' }, { 'x-amora-tier': 'free' }]) {
      t.equal(faultOf(callerOf({ sub: USER, scope }, headers)), 'forbidden', `${scope} ${JSON.stringify(headers)}`)
    }
  }
})

t.test('with it, what is not a user or not a tier is refused', async t => {
  const wrong: ReadonlyArray<Readonly<Record<string, string | string[]>>> = [
    { 'x-amora-user-id': 'me' }, { 'x-amora-user-id': '' }, { 'x-amora-user-id': `${OTHER}, ${USER}` }, { 'x-amora-user-id': [OTHER] }, { 'x-amora-user-id': `${OTHER}\n` },
    { 'x-amora-tier': 'paid' }, { 'x-amora-user-id': OTHER, 'x-amora-tier': 'gold' }, { 'x-amora-user-id': OTHER, 'x-amora-tier': '' }, { 'x-amora-user-id': OTHER, 'x-amora-tier': ['paid'] }
  ]
  for (const headers of wrong) t.equal(faultOf(callerOf(backEnd, headers)), 'invalid', JSON.stringify(headers))
})

t.test('a language claim that is none is none', async t => {
  for (const locale of [1, null, ['de'], {}]) t.match(callerOf({ sub: USER, locale }, {}), { ok: true, caller: { locale: undefined } })
  const result = callerOf({ sub: USER, locale: 'x'.repeat(10_000) }, {})
  t.ok(result.ok && result.caller.locale!.length <= 35)
})
