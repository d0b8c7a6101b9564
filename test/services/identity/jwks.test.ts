import { setTimeout as sleep } from 'node:timers/promises'
import t, { type Test } from 'tap'
import { KEYS_MAX_AGE_MS, TOKENS_CACHED_FOR_MS, createKeySet, type Jwks } from '../../../services/identity/jwks.ts'
import { createKey } from '../../fakes/issuer.ts'
import { startJwksServer } from '../../fakes/jwks-server.ts'
import { unfitDocument } from './attacks.ts'

const FIVE_MINUTES = 300_000
const first = createKey('ES256', 'first')
const second = createKey('EdDSA', 'second')
const third = createKey('RS256', 'third')

/** A key set before a real server, on a clock of the test's own. */
async function start (test: Test) {
  const server = await startJwksServer(test, first, second)
  const results: string[] = []
  let nowMs = 1_000_000
  const keys = createKeySet({
    fetchKeys: async () => {
      const response = await fetch(server.url, { signal: AbortSignal.timeout(server.mode === 'hang' ? 100 : 5000), redirect: 'error' })
      if (!response.ok) throw new Error(`status ${response.status}`)
      return response.json() as Promise<Jwks>
    },
    now: () => nowMs,
    onFetch: result => { results.push(result) }
  })
  return { server, keys, results, pass: (ms: number) => { nowMs += ms } }
}

/** Until the reading that went on in the background is done. */
async function settled (results: readonly string[], count: number): Promise<void> {
  for (let waitedMs = 0; results.length < count && waitedMs < 2000; waitedMs += 5) await sleep(5)
}

t.test('a key is found by its id and for its own algorithm alone; one reading serves all', async t => {
  const { server, keys } = await start(t)
  const found = await Promise.all(Array.from({ length: 50 }, async () => keys.find('first', 'ES256')))
  t.equal(new Set(found).size, 1)
  t.equal(found[0], first.publicKey.export({ type: 'spki', format: 'pem' }))
  for (const algorithm of ['RS256', 'EdDSA', 'HS256', 'none', '', 'undefined']) t.equal(await keys.find('first', algorithm), undefined, algorithm)
  t.equal(server.fetches(), 1)
})

t.test('a token without a key id is for an issuer with one key', async t => {
  const { server, keys, pass } = await start(t)
  t.equal(await keys.find(undefined, 'ES256'), undefined)
  server.publish(first)
  pass(KEYS_MAX_AGE_MS)
  t.ok(await keys.find(undefined, 'ES256'))
})

t.test('a new key works at once', async t => {
  const { server, keys } = await start(t)
  await keys.find('first', 'ES256')
  t.equal(await keys.find('third', 'RS256'), undefined)
  server.publish(first, second, third)
  t.ok(await keys.find('third', 'RS256'))
  t.equal(server.fetches(), 3)
})

t.test('a storm of unknown key ids reaches the server a few times, then once in five seconds, and known keys go on', async t => {
  const { server, keys, pass } = await start(t)
  await keys.find('first', 'ES256')
  server.latencyMs = 20
  const storm = await Promise.all(Array.from({ length: 1000 }, async (_, at) => keys.find(`unknown-${at}`, 'ES256')))
  t.strictSame(new Set(storm), new Set([undefined]))
  t.equal(server.fetches(), 2, 'who comes together asks once')
  for (let seconds = 0; seconds < 60; seconds++) {
    pass(1000)
    for (let at = 0; at < 20; at++) await keys.find(`more-${seconds}-${at}`, 'ES256')
    t.ok(await keys.find('second', 'EdDSA'))
  }
  t.ok(server.fetches() <= 5 + 60 / 5, `${server.fetches()} readings in a minute of storm`)
})

t.test('a removed key, and the tokens found good by it, are refused within five minutes, asked often or seldom', async t => {
  for (const everyMs of [1000, 30_000, 59_999, 60_000, 100_000, KEYS_MAX_AGE_MS - 1, KEYS_MAX_AGE_MS]) {
    const { server, keys, results, pass } = await start(t)
    await keys.find('first', 'ES256')
    server.publish(second)
    let lastFoundAfterMs = 0
    for (let passedMs = everyMs; passedMs <= FIVE_MINUTES; passedMs += everyMs) {
      pass(everyMs)
      const readings = server.fetches()
      if (await keys.find('first', 'ES256')) lastFoundAfterMs = passedMs
      await settled(results, Math.max(readings, server.fetches()))
    }
    t.ok(lastFoundAfterMs + TOKENS_CACHED_FOR_MS <= FIVE_MINUTES, `every ${everyMs} ms: last found after ${lastFoundAfterMs} ms`)
  }
})

t.test('a slow answer does not make keys younger than the question', async t => {
  const { server, keys, pass } = await start(t)
  server.latencyMs = 50
  const found = keys.find('first', 'ES256')
  await sleep(10)
  pass(KEYS_MAX_AGE_MS - 1)
  t.ok(await found)
  server.publish(second)
  pass(1)
  t.equal(await keys.find('first', 'ES256'), undefined)
})

t.test('keys are read again in the background long before they are too old', async t => {
  const { server, keys, results, pass } = await start(t)
  await keys.find('first', 'ES256')
  pass(61_000)
  server.mode = 'hang'
  const before = performance.now()
  t.ok(await keys.find('first', 'ES256'))
  t.ok(performance.now() - before < 90, 'nobody waits for it')
  await settled(results, 2)
  t.strictSame(results, ['ok', 'error'])
})

t.test('while the server is down the keys hold, then nothing is found; when it is back, so are they', async t => {
  for (const mode of ['fail', 'hang', 'redirect', 'html'] as const) {
    const { server, keys, results, pass } = await start(t)
    await keys.find('first', 'ES256')
    server.mode = mode
    pass(KEYS_MAX_AGE_MS - 1)
    t.ok(await keys.find('first', 'ES256'), mode)
    await settled(results, 2)
    pass(6000)
    await t.rejects(keys.find('first', 'ES256'), /can’t be had/, mode)
    const more = mode === 'hang' ? 2 : 50
    for (let at = 0; at < more; at++) await t.rejects(keys.find('first', 'ES256'))
    t.ok(server.fetches() <= 7, `${mode}: and is spared`)
    server.mode = 'serve'
    pass(5000)
    t.ok(await keys.find('first', 'ES256'), mode)
  }
})

t.test('a document that is none is a failed reading, and the keys before it stay', async t => {
  const { server, keys, results, pass } = await start(t)
  await keys.find('first', 'ES256')
  for (const document of [null, [], 'text', {}, { keys: null }, { keys: { first: first.jwk } }, { keys: [null] }]) {
    server.publishRaw(document)
    pass(6000)
    await keys.find('unknown', 'ES256')
    t.equal(results.at(-1), 'error', JSON.stringify(document))
    t.ok(await keys.find('first', 'ES256'))
  }
})

t.test('keys that may not verify are left out, the others stay', async t => {
  const { server, keys } = await start(t)
  const broken = [{ kty: 'RSA', kid: 'empty' }, { kty: '__proto__', kid: 'proto' }, { kid: 'nothing' }, { ...first.jwk, kid: 'off-curve', x: first.jwk.y }]
  server.publishRaw({ keys: [...unfitDocument, ...broken, first.jwk] })
  for (const { kid } of [...unfitDocument, ...broken]) {
    for (const algorithm of ['RS256', 'ES256', 'EdDSA', 'HS256']) t.equal(await keys.find(kid, algorithm), undefined, `${kid} ${algorithm}`)
  }
  t.ok(await keys.find('first', 'ES256'))
})
