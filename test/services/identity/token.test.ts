import t, { type Test } from 'tap'
import { callerOf } from '../../../services/identity/claims.ts'
import { createKeySet, type Jwks } from '../../../services/identity/jwks.ts'
import { createTokenVerifier, type TokenOptions } from '../../../services/identity/token.ts'
import { claimsOf, signed, signedBySecret } from '../../fakes/issuer.ts'
import { startJwksServer } from '../../fakes/jwks-server.ts'
import { attacksOn, createTrusted, unfitDocument } from './attacks.ts'

const trusted = createTrusted()
const { secret, rsa, ec, ed } = trusted
const TRAP = 'http://127.0.0.1:1'

/** Verifies as the service does: the token, then whom its claims name. */
function createGate (options: TokenOptions): (token: string) => Promise<string> {
  const verify = createTokenVerifier(options)
  return async token => {
    const result = callerOf(await verify(token), {})
    if (!result.ok) throw new Error(result.detail)
    return result.caller.userId
  }
}

const isLetIn = async (passing: Promise<string>) => passing.then(() => true, () => false)

async function startIssuer (test: Test) {
  const server = await startJwksServer(test, rsa, ec, ed)
  server.publishRaw({ keys: [rsa.jwk, ec.jwk, ed.jwk, ...unfitDocument] })
  const keys = createKeySet({ fetchKeys: async () => (await fetch(server.url)).json() as Promise<Jwks>, now: Date.now })
  return { server, keys }
}

t.test('good tokens are good, by each of the four algorithms', async t => {
  const { keys } = await startIssuer(t)
  const claims = claimsOf({ scope: 'x' })
  const pass = createGate({ secret, keys })
  for (const token of [signedBySecret(secret, claims), signed(rsa, claims), signed(ec, claims), signed(ed, claims)]) {
    t.equal(await pass(token), claims.sub)
    t.equal(await pass(token), claims.sub, 'and when it is remembered')
  }
})

t.test('no attack goes through: with a secret, with keys, with both', async t => {
  const { keys } = await startIssuer(t)
  const gates = { secret: createGate({ secret }), keys: createGate({ keys }), both: createGate({ secret, keys }) }
  const attacks = attacksOn(trusted, TRAP)
  t.ok(attacks.length > 250, `${attacks.length} attacks`)
  for (const [configured, pass] of Object.entries(gates)) {
    const through = []
    for (const { name, token } of attacks) if (await isLetIn(pass(token))) through.push(name)
    t.strictSame(through, [], configured)
  }
})

t.test('a family that is not configured verifies nothing', async t => {
  const { keys } = await startIssuer(t)
  await t.rejects(createGate({ keys })(signedBySecret(secret)))
  for (const key of [rsa, ec, ed]) await t.rejects(createGate({ secret })(signed(key)))
  await t.rejects(createGate({})(signedBySecret(secret)))
})

t.test('issuer and audience are exact and required once configured', async t => {
  const pass = createGate({ secret, issuer: 'https://login.test', audience: 'amora-coach' })
  const claims = claimsOf({ iss: 'https://login.test', aud: 'amora-coach' })
  t.equal(await pass(signedBySecret(secret, claims)), claims.sub)
  t.equal(await pass(signedBySecret(secret, { ...claims, aud: ['other', 'amora-coach'] })), claims.sub)
  const wrong = [
    { iss: undefined }, { iss: 'https://login.test/' }, { iss: 'https://login.test.evil' }, { iss: 'HTTPS://LOGIN.TEST' }, { iss: ['https://login.test'] }, { iss: null }, { iss: '' },
    { aud: undefined }, { aud: 'amora' }, { aud: 'amora-coach2' }, { aud: [] }, { aud: ['other'] }, { aud: [['amora-coach']] }, { aud: null }, { aud: { 0: 'amora-coach' } }, { aud: '*' }
  ]
  for (const change of wrong) await t.rejects(pass(signedBySecret(secret, { ...claims, ...change })), JSON.stringify(change))
})

t.test('what is wrong is said without a word of the token', async t => {
  const pass = createGate({ secret })
  const telling = []
  for (const { name, token } of attacksOn(trusted, TRAP)) {
    const said = await pass(token).then(() => '', (error: unknown) => (error as Error).message)
    if (said === '' || token.split('.').some(part => part.length > 20 && said.includes(part))) telling.push({ name, said })
  }
  t.strictSame(telling, [])
})
