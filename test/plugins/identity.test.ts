import { randomBytes, randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import t from 'tap'
import { movableClock } from '../fakes/clock.ts'
import { claimsOf, createKey, signed, signedBySecret } from '../fakes/issuer.ts'
import { startJwksServer } from '../fakes/jwks-server.ts'
import { build, metric, person, post } from '../helper.ts'
import { head, rawRequest } from '../raw-http.ts'
import { attacksOn, createTrusted, unfitDocument } from '../services/identity/attacks.ts'
import { ask, bearer, start } from './identity-harness.ts'

const trusted = createTrusted()
const { secret } = trusted
const STORM = Array.from({ length: 200 }, (_, at) => at)

t.test('a token by the secret, by RS256, ES256 and EdDSA gets an answer from the coach', async t => {
  const keys = await startJwksServer(t, trusted.rsa, trusted.ec, trusted.ed)
  const app = await build(t, { env: { AMORA_JWT_SECRET: secret, AMORA_JWKS_URL: keys.url } })
  for (const token of [signedBySecret(secret), signed(trusted.rsa), signed(trusted.ec), signed(trusted.ed)]) {
    const { status, body } = await post(app, { headers: bearer(token), payload: { specific_question: 'hello' } })
    t.match({ status, message: body.message }, { status: 200, message: /Amora/ })
  }
  t.equal(keys.fetches(), 1)
  t.equal(await metric(app, 'amora_jwks_fetches_total', { result: 'ok' }), 1)
})

t.test('no attack gets an answer from the coach; each is a 401 that tells nothing', async t => {
  const trap = await startJwksServer(t, createKey('RS256'))
  const keys = await startJwksServer(t)
  keys.publishRaw({ keys: [trusted.rsa.jwk, trusted.ec.jwk, trusted.ed.jwk, ...unfitDocument] })
  const app = await build(t, { env: { AMORA_JWT_SECRET: secret, AMORA_JWKS_URL: keys.url } })
  const through = []
  for (const { name, token } of attacksOn(trusted, trap.url)) {
    const { status, headers, body } = await post(app, { headers: bearer(token), payload: { specific_question: 'hello' } })
    if (status !== 401 || body.code !== 'AMORA_UNAUTHENTICATED' || headers['www-authenticate'] !== 'Bearer' || body.detail.length > 120) through.push({ name, status, body })
  }
  t.strictSame(through, [])
  t.equal(trap.fetches(), 0, 'nobody’s address in a token is asked')
  t.ok(keys.fetches() <= 10, `the key server is asked ${keys.fetches()} times`)
  t.equal(await metric(app, 'amora_turns_total', { outcome: 'ok', served: 'v2', tier: 'free' }), 0)
})

t.test('the scheme is Bearer, in any case, with one space, in one header', async t => {
  const app = await start(t, { AMORA_JWT_SECRET: secret })
  const token = signedBySecret(secret)
  for (const scheme of ['Bearer', 'bearer', 'BEARER', 'bEaReR']) t.equal((await ask(app, { authorization: `${scheme} ${token}` })).status, 200, scheme)
  const wrong = ['', token, `Basic ${token}`, `Token ${token}`, `JWT ${token}`, `Bearer:${token}`, `Bearer: ${token}`, `Bearer=${token}`, `Bearer  ${token}`, `Bearer\t${token}`, `Bearer${token}`, `Bearer "${token}"`, `Bearer ${token}, Bearer ${token}`, `Bearer ${token} x`, `Bearer Bearer ${token}`, 'Bearer', 'Bearer ', `MAC Bearer ${token}`]
  for (const authorization of wrong) t.match(await ask(app, { authorization }), { status: 401, body: { code: 'AMORA_UNAUTHENTICATED' } }, authorization.slice(0, 20))
  t.match(await ask(app, {}), { status: 401, body: { detail: /Authorization header/ }, headers: { 'www-authenticate': 'Bearer', 'content-type': 'application/problem+json' } })
  for (const elsewhere of [['x-authorization', `Bearer ${token}`], ['cookie', `token=${token}`]]) t.equal((await ask(app, Object.fromEntries([elsewhere]))).status, 401)
  t.equal((await app.inject(`/me?access_token=${token}`)).statusCode, 401)
})

t.test('on the wire: two headers, null bytes, folded lines and 100 KB', async t => {
  const app = await start(t, { AMORA_JWT_SECRET: secret })
  const origin = await app.listen({ host: '127.0.0.1', port: 0 })
  const token = signedBySecret(secret)
  const statusOf = async (...lines: readonly string[]) => (await rawRequest(origin, head('GET /me', ...lines))).status
  t.equal(await statusOf(`Authorization: Bearer ${token}`), 200)
  t.equal(await statusOf(`AUTHORIZATION:bearer ${token}   `), 200)
  t.equal(await statusOf(`Authorization: Bearer ${token}`, `authorization: Bearer ${token}`), 401, 'twice the same')
  t.equal(await statusOf(`Authorization: Bearer ${token}`, 'authorization: Bearer x.y.z'), 401)
  t.equal(await statusOf('Authorization: Bearer x.y.z', `authorization: Bearer ${token}`), 401)
  t.equal(await statusOf(`Authorization: Bearer ${token}\u0000`), 400)
  t.equal(await statusOf(`Authorization: Bearer\r\n ${token}`), 400)
  t.equal(await statusOf(`Authorization : Bearer ${token}`), 400)
  t.equal(await statusOf(`Authorization: Bearer ${signedBySecret(secret, claimsOf({ padding: 'x'.repeat(15_000) }))}`), 431, 'beyond Node’s limit')
  t.ok([431, 0].includes(await statusOf(`Authorization: Bearer ${signedBySecret(secret, claimsOf({ padding: 'x'.repeat(100_000) }))}`)), '100 KB: refused while it is still being sent')
  t.equal(await statusOf(`Authorization: Bearer ${signedBySecret(secret, claimsOf({ padding: 'x'.repeat(9000) }))}`), 401, 'within it, and beyond ours')
})

t.test('issuer and audience are required once they are configured', async t => {
  const app = await start(t, { AMORA_JWT_SECRET: secret, AMORA_JWT_ISSUER: 'https://login.test', AMORA_JWT_AUDIENCE: 'amora' })
  const ours = { iss: 'https://login.test', aud: 'amora' }
  t.equal((await ask(app, bearer(signedBySecret(secret, claimsOf(ours))))).status, 200)
  for (const change of [{ iss: undefined }, { aud: undefined }, { iss: 'https://login.tes' }, { aud: ['b'] }]) {
    t.equal((await ask(app, bearer(signedBySecret(secret, claimsOf({ ...ours, ...change }))))).status, 401, JSON.stringify(change))
  }
})

t.test('rotation: a new key works at once, a removed one is out within five minutes however often its token was seen', async t => {
  const clock = movableClock(t)
  const [before, after] = [createKey('ES256', 'before'), createKey('ES256', 'after')]
  const keys = await startJwksServer(t, before)
  const app = await start(t, { AMORA_JWKS_URL: keys.url })
  const long = { exp: Math.floor(Date.now() / 1000) + 3600 }
  const [old, young] = [signed(before, claimsOf(long)), signed(after, claimsOf(long))]
  t.equal((await ask(app, bearer(old))).status, 200)
  t.equal((await ask(app, bearer(young))).status, 401)
  keys.publish(before, after)
  t.equal((await ask(app, bearer(young))).status, 200)
  keys.publish(after)
  for (const second of STORM.slice(0, 60)) {
    clock.advance(5000)
    const [{ status: oldStatus }, { status: youngStatus }] = [await ask(app, bearer(old)), await ask(app, bearer(young))]
    t.equal(youngStatus, 200)
    if (second === 59) t.equal(oldStatus, 401)
    await sleep(1)
  }
})

t.test('idle minutes do not save a removed key', async t => {
  const clock = movableClock(t)
  for (const idleMs of [59_000, 100_000, 239_000, 241_000, 299_000]) {
    const key = createKey('EdDSA')
    const keys = await startJwksServer(t, key)
    const app = await start(t, { AMORA_JWKS_URL: keys.url })
    const token = signed(key, claimsOf({ exp: Math.floor(Date.now() / 1000) + 3600 }))
    t.equal((await ask(app, bearer(token))).status, 200)
    keys.publish(createKey('EdDSA'))
    clock.advance(idleMs)
    // Where the old keys still hold, the token is remembered for another while.
    t.equal((await ask(app, bearer(token))).status, idleMs < 240_000 ? 200 : 401, `after ${idleMs} ms`)
    clock.advance(300_500 - idleMs)
    t.equal((await ask(app, bearer(token))).status, 401, `after ${idleMs} ms, and five minutes`)
  }
})

t.test('a storm of unknown keys does not storm the key server, nor hold up those who are known', async t => {
  const keys = await startJwksServer(t, trusted.ec)
  const app = await start(t, { AMORA_JWKS_URL: keys.url })
  const token = signed(trusted.ec)
  const attacker = createKey('ES256')
  t.equal((await ask(app, bearer(token))).status, 200)
  keys.mode = 'hang'
  const storm = Promise.all(STORM.map(async at => ask(app, bearer(signed(attacker, claimsOf(), { kid: `unknown-${at}` })))))
  const before = performance.now()
  t.equal((await ask(app, bearer(signed(trusted.ec)))).status, 200)
  t.ok(performance.now() - before < 1000, 'within a second, while the key server hangs for two')
  t.strictSame(new Set((await storm).map(({ status }) => status)), new Set([401]))
  t.ok(keys.fetches() <= 2)
})

t.test('the key server is down at start: 401, and good again once it is back', async t => {
  const clock = movableClock(t)
  const keys = await startJwksServer(t, trusted.ec)
  keys.mode = 'fail'
  const app = await start(t, { AMORA_JWKS_URL: keys.url })
  const token = signed(trusted.ec)
  t.match(await ask(app, bearer(token)), { status: 401, body: { detail: 'The token is not valid.' } })
  t.equal(await metric(app, 'amora_jwks_fetches_total', { result: 'error' }), 1)
  keys.mode = 'serve'
  clock.advance(5000)
  t.equal((await ask(app, bearer(token))).status, 200)
})

t.test('act-as: with the scope a back end names the user; without it the headers are refused', async t => {
  const app = await build(t)
  const [user, backEnd] = [randomUUID(), person(app, { scope: 'amora:act-as' })]
  const acting = (headers: Record<string, string>) => backEnd.say('hello', {}, headers)
  t.match(await acting({ 'x-amora-user-id': user, 'x-amora-tier': 'paid' }), { status: 200, body: { referenced_data: { is_paid: true } } })
  t.match(await acting({ 'x-amora-user-id': user }), { status: 200, body: { referenced_data: { is_paid: false } } })
  const wrong: ReadonlyArray<Record<string, string>> = [{ 'x-amora-user-id': 'me' }, { 'x-amora-user-id': '' }, { 'x-amora-user-id': `${user}0` }, { 'x-amora-user-id': user, 'x-amora-tier': 'gold' }, { 'x-amora-tier': 'paid' }]
  for (const headers of wrong) {
    t.match(await acting(headers), { status: 400, body: { code: 'AMORA_INVALID_REQUEST' } }, JSON.stringify(headers))
  }
  for (const claims of [{}, { scope: 'amora:admin' }, { tier: 'paid' }]) {
    t.match(await person(app, claims).say('hello', {}, { 'x-amora-user-id': user }), { status: 403, body: { code: 'AMORA_FORBIDDEN', detail: /amora:act-as/ } })
  }
  t.match(await person(app).say('hello', {}, { 'x-amora-tier': 'paid' }), { status: 403 })
})

t.test('act-as: two user headers are no user', async t => {
  const app = await start(t, { AMORA_JWT_SECRET: secret })
  const origin = await app.listen({ host: '127.0.0.1', port: 0 })
  const { status } = await rawRequest(origin, head('GET /me', `authorization: Bearer ${signedBySecret(secret, claimsOf({ scope: 'amora:act-as' }))}`, `x-amora-user-id: ${randomUUID()}`, `x-amora-user-id: ${randomUUID()}`))
  t.equal(status, 400)
})

t.test('a scope opens the route that needs it', async t => {
  const app = await start(t, { AMORA_JWT_SECRET: secret })
  const visit = async (scope: unknown) => (await ask(app, bearer(signedBySecret(secret, claimsOf({ scope }))), '/admin')).status
  t.equal(await visit('amora:admin'), 200)
  t.equal(await visit('amora:events amora:admin'), 200)
  for (const scope of [undefined, '', 'amora:act-as', 'amora:admins', 'admin', ['amora:admin']]) t.equal(await visit(scope), 403, JSON.stringify(scope))
})

t.test('what is kept goes by names that only the keys can make; a new key keeps the old names', async t => {
  const [first, second] = [`a:${randomBytes(16).toString('hex')}`, `b:${randomBytes(16).toString('hex')}`]
  const claims = claimsOf()
  const seenWith = async (keys: string) => (await ask(await start(t, { AMORA_JWT_SECRET: secret, AMORA_PRIVACY_KEYS: keys }), bearer(signedBySecret(secret, claims)))).body
  const [before, after] = [await seenWith(first), await seenWith(`${second},${first}`)]
  t.strictSame(before.formerOwners, [])
  t.strictSame(after.formerOwners, [before.owner])
  t.match(after.owner, /^b\.[\w-]{22}$/)
  t.notOk(before.owner.includes(String(claims.sub).slice(0, 8)))
})

t.test('act-as gives the named user’s pseudonym, not the back end’s', async t => {
  const app = await start(t, { AMORA_JWT_SECRET: secret, AMORA_PRIVACY_KEYS: 'a:sixteen-bytes-and-more' })
  const user = randomUUID()
  const own = await ask(app, bearer(signedBySecret(secret, claimsOf({ sub: user }))))
  const acted = await ask(app, { ...bearer(signedBySecret(secret, claimsOf({ scope: 'amora:act-as' }))), 'x-amora-user-id': user })
  t.equal(acted.body.owner, own.body.owner)
})

t.test('tokens are issued by a secret of this run alone, never in production', async t => {
  const development = await start(t)
  t.equal(development.identity.ephemeral, true)
  t.equal((await ask(development, bearer(development.identity.issueToken({ sub: randomUUID() })))).status, 200)
  const other = await start(t)
  t.equal((await ask(other, bearer(development.identity.issueToken({ sub: randomUUID() })))).status, 401, 'each run has its own')
  const production = await start(t, { NODE_ENV: 'production', AMORA_JWT_SECRET: randomBytes(48).toString('base64url'), AMORA_PRIVACY_KEYS: 'a:sixteen-bytes-and-more' })
  t.equal(production.identity.ephemeral, false)
  t.throws(() => production.identity.issueToken({ sub: randomUUID() }), /outside production/)
})
