/** Tokens that must not be accepted, whatever of a secret and an issuer's keys is configured. */
import { createHmac, generateKeyPairSync, randomUUID } from 'node:crypto'
import { claimsOf, createKey, encode, keyOf, signatureBy, signed, signedBySecret, unsigned, type Claims, type IssuerKey } from '../../fakes/issuer.ts'

/** What the service trusts: a secret, and three keys of the issuer. */
export interface Trusted { readonly secret: string, readonly rsa: IssuerKey, readonly ec: IssuerKey, readonly ed: IssuerKey }
export interface Attack { readonly name: string, readonly token: string }

export const createTrusted = (): Trusted => ({ secret: `${randomUUID()}${randomUUID()}`, rsa: createKey('RS256', 'rsa-1'), ec: createKey('ES256', 'ec-1'), ed: createKey('EdDSA', 'ed-1') })

/** Keys that an issuer may publish by mistake, and that must verify nothing. */
export const unfitKeys: readonly IssuerKey[] = [
  keyOf('ES256', 'p-384', generateKeyPairSync('ec', { namedCurve: 'P-384' })),
  keyOf('ES256', 'secp256k1', generateKeyPairSync('ec', { namedCurve: 'secp256k1' })),
  keyOf('RS256', 'rsa-1024', generateKeyPairSync('rsa', { modulusLength: 1024 })),
  keyOf('EdDSA', 'ed448', generateKeyPairSync('ed448'))
]
const encryptionKey = createKey('ES256', 'for-encryption')
const otherAlgorithm = createKey('RS256', 'for-rs512')
export const unfitDocument = [
  ...unfitKeys.map(({ jwk }) => jwk),
  { ...encryptionKey.jwk, use: 'enc' },
  { ...otherAlgorithm.jwk, alg: 'RS512' },
  { kty: 'oct', kid: 'shared', k: encode('known-to-everybody-who-reads-the-keys'), alg: 'HS256' }
]

/** All of them, by family. `trap` is an address that nobody may ask. */
export function attacksOn (trusted: Trusted, trap: string): readonly Attack[] {
  return [
    ...withoutSignature(trusted), ...confusions(trusted), ...injections(trusted, trap), ...keyIds(trusted), ...criticalHeaders(trusted),
    ...badTimes(trusted), ...badSubjects(trusted), ...badPayloads(trusted), ...signatures(trusted), ...structures(trusted), ...unfit()
  ]
}

const entries = (family: string, tokens: Readonly<Record<string, string>>): readonly Attack[] => Object.entries(tokens).map(([name, token]) => ({ name: `${family}: ${name}`, token }))
const listed = (family: string, tokens: ReadonlyArray<readonly [unknown, string]>): readonly Attack[] => tokens.map(([name, token]) => ({ name: `${family}: ${JSON.stringify(name) ?? 'absent'}`, token }))

function withoutSignature ({ secret, rsa }: Trusted): readonly Attack[] {
  const spellings = ['none', 'None', 'NONE', 'nOnE', ' none', 'none ', 'n\u043ene', 'none\u0000', '', 'null', null, undefined, 0, false, [], ['none'], {}]
  return spellings.flatMap(alg => {
    const input = unsigned({ alg, typ: 'JWT' }, claimsOf())
    return listed('alg none', [
      [alg, `${input}.`],
      [[alg, 'signed by the secret'], `${input}.${createHmac('sha256', secret).update(input).digest('base64url')}`],
      [[alg, 'signed by the key'], `${input}.${signatureBy(rsa, input)}`]
    ])
  })
}

function confusions ({ secret, rsa, ec, ed }: Trusted): readonly Attack[] {
  const spki = rsa.publicKey.export({ type: 'spki', format: 'pem' }).toString()
  const publicTexts = {
    'SPKI PEM': spki,
    'SPKI PEM, trimmed': spki.trim(),
    'SPKI PEM, CRLF': spki.replaceAll('\n', '\r\n'),
    'PKCS#1 PEM': rsa.publicKey.export({ type: 'pkcs1', format: 'pem' }).toString(),
    'the JWK': JSON.stringify(rsa.jwk),
    'the modulus': rsa.jwk.n ?? '',
    'EC PEM': ec.publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    'Ed PEM': ed.publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    nothing: ''
  }
  const asSecrets = Object.entries(publicTexts).flatMap(([name, text]) => [rsa.kid, undefined].map(kid => [name, signedBySecret(text, claimsOf(), { alg: 'HS256', kid })] as const))
  const asRs256 = { alg: 'RS256', kid: rsa.kid }
  return [
    ...listed('HS256 by public text', asSecrets),
    ...entries('confusion', {
      'RS256 by the secret': signedBySecret(secret, claimsOf(), asRs256),
      'ES256 header, RSA signature': signed(rsa, claimsOf(), { alg: 'ES256' }),
      'RS256 header, EC key': signed(ec, claimsOf(), { alg: 'RS256' }),
      'EdDSA header, EC key': signed(ec, claimsOf(), { alg: 'EdDSA' }),
      'hs256 in small letters': signedBySecret(secret, claimsOf(), { alg: 'hs256' })
    }),
    ...listed('algorithm not accepted', ['HS384', 'HS512', 'RS384', 'RS512', 'PS256', 'ES384', 'ES512', 'ES256K', 'dir'].flatMap(alg => [
      [alg, signedBySecret(secret, claimsOf(), { alg })], [[alg, 'by the key'], signed(rsa, claimsOf(), { alg })]
    ]))
  ]
}

/** The attacker's own key, offered in the token. */
function injections ({ rsa }: Trusted, trap: string): readonly Attack[] {
  const own = createKey('RS256', rsa.kid)
  const by = (header: Claims) => signed(own, claimsOf(), header)
  return entries('key in the header', {
    'the issuer’s key id, another key': by({}),
    jwk: by({ jwk: own.jwk }),
    'jwk without a kid': by({ jwk: own.jwk, kid: undefined }),
    jku: by({ jku: `${trap}/jwks.json`, kid: own.kid }),
    x5u: by({ x5u: `${trap}/cert.pem` }),
    x5c: by({ x5c: [own.publicKey.export({ type: 'spki', format: 'der' }).toString('base64')] }),
    'kid is an address': by({ kid: `${trap}/jwks.json` }),
    iss: signed(own, claimsOf({ iss: trap }))
  })
}

function keyIds ({ rsa }: Trusted): readonly Attack[] {
  const own = createKey('RS256', 'mine')
  const ids = ['', '../../../../../../dev/null', '/dev/null', 'file:///etc/hosts', '\' UNION SELECT \'key\' --', '1; DROP TABLE keys', 'rsa-1\u0000', 'rsa-1 ', 'RSA-1', '#0', '__proto__', 'constructor', 'toString', null, 0, true, ['rsa-1'], { kid: 'rsa-1' }, 'x'.repeat(3000)]
  return ids.flatMap(kid => listed('kid', [
    [kid, signed(own, claimsOf(), { kid })],
    [[kid, 'by the issuer’s key'], signed(rsa, claimsOf(), { kid })],
    [[kid, 'HS256 by nothing'], signedBySecret('', claimsOf(), { alg: 'HS256', kid })]
  ]))
}

function criticalHeaders ({ secret, rsa }: Trusted): readonly Attack[] {
  const headers = [{ crit: ['exp'], exp: 1 }, { crit: ['b64'], b64: false }, { crit: [] }, { crit: ['x'] }, { crit: null }, { crit: 'b64' }, { crit: ['alg'] }]
  return headers.flatMap(header => listed('crit', [[header, signedBySecret(secret, claimsOf(), { alg: 'HS256', ...header })], [header, signed(rsa, claimsOf(), header)]]))
}

function badTimes ({ secret, ec }: Trusted): readonly Attack[] {
  const now = Math.floor(Date.now() / 1000)
  const times: readonly Claims[] = [
    { exp: undefined }, { exp: now - 1 }, { exp: now - 3600 }, { exp: 0 }, { exp: -1 }, { exp: null }, { exp: '' }, { exp: String(now + 300) }, { exp: true }, { exp: [now + 300] }, { exp: {} },
    { exp: (now + 300) * 1000 }, { exp: 253_402_300_800 }, { exp: Number.MAX_SAFE_INTEGER }, { exp: 1e300 }, { exp: -1e300 },
    { nbf: now + 60 }, { nbf: now + 1e9 }, { nbf: String(now) }, { nbf: null }, { nbf: 1e300 }
  ]
  const infinite = `{"sub":"${randomUUID()}","exp":1e400}`
  return [
    ...times.flatMap(time => listed('time', [[time, signedBySecret(secret, claimsOf(time))], [time, signed(ec, claimsOf(time))]])),
    ...entries('time', { 'exp 1e400': signedBySecret(secret, infinite), 'exp 1e400 by the key': signed(ec, infinite) })
  ]
}

function badSubjects ({ secret, ed }: Trusted): readonly Attack[] {
  const id = randomUUID()
  const subjects = [undefined, null, '', 0, 42, true, 'admin', 'user@example.org', [id], { id }, ` ${id}`, `${id}\n`, `${id}\u0000`, `${id}/../${id}`, id.replaceAll('-', ''), `{${id}}`, id.slice(1), `${id}0`, 'g'.repeat(36)]
  return subjects.flatMap(sub => listed('sub', [[sub, signedBySecret(secret, claimsOf({ sub }))], [sub, signed(ed, claimsOf({ sub }))]]))
}

function badPayloads ({ secret }: Trusted): readonly Attack[] {
  const good = JSON.stringify(claimsOf())
  const payloads = ['', 'null', '1', '"text"', '[]', `[${good}]`, good.slice(0, -1), `${good}x`, `\uFEFF${good}`, '{"__proto__":{"sub":"x","exp":9999999999}}']
  return listed('payload', payloads.map(payload => [payload, signedBySecret(secret, payload)]))
}

/** A good token, damaged. */
function signatures ({ secret, rsa, ec, ed }: Trusted): readonly Attack[] {
  const families = { HS256: signedBySecret(secret), RS256: signed(rsa), ES256: signed(ec), EdDSA: signed(ed) }
  const swapped = encode(claimsOf({ scope: 'amora:admin' }))
  return Object.entries(families).flatMap(([name, token]) => {
    const [header, payload, signature] = token.split('.') as [string, string, string]
    const of = (changed: string) => `${header}.${payload}.${changed}`
    const bytes = Buffer.from(signature, 'base64url').length
    return entries(name, {
      'no signature': of(''),
      truncated: of(signature.slice(0, -4)),
      'one character': of('A'),
      'first character changed': of(changedAt(signature, 0)),
      'middle character changed': of(changedAt(signature, signature.length >> 1)),
      'last character changed': of(changedAt(signature, signature.length - 1)),
      appended: of(`${signature}AAAA`),
      zeros: of(Buffer.alloc(bytes).toString('base64url')),
      ones: of(Buffer.alloc(bytes, 255).toString('base64url')),
      'another payload': `${header}.${swapped}.${signature}`,
      'another header': `${encode({ alg: name, typ: 'JWT', kid: undefined, x: 1 })}.${payload}.${signature}`,
      'signature of another token': of(families[name === 'ES256' ? 'EdDSA' : 'ES256'].split('.')[2]!),
      'the payload last': `${header}.${signature}.${payload}`
    })
  }).concat(entries('ES256', {
    'r = 0': replaced(families.ES256, signature => Buffer.concat([Buffer.alloc(32), signature.subarray(32)])),
    's = 0': replaced(families.ES256, signature => Buffer.concat([signature.subarray(0, 32), Buffer.alloc(32)])),
    'r = s = 1': replaced(families.ES256, () => Buffer.concat([Buffer.alloc(31), Buffer.from([1]), Buffer.alloc(31), Buffer.from([1])])),
    'r = s = the order': replaced(families.ES256, () => Buffer.from('ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551'.repeat(2), 'hex')),
    'written as DER': replaced(families.ES256, signature => Buffer.concat([Buffer.from([0x30, 68, 2, 32]), signature.subarray(0, 32), Buffer.from([2, 32]), signature.subarray(32)]))
  }))
}

/** Other bits in every place, so that no spare bits of the last character make it the same again. */
function changedAt (text: string, at: number): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
  return text.slice(0, at) + alphabet[63 - alphabet.indexOf(text[at]!)] + text.slice(at + 1)
}

function replaced (token: string, change: (signature: Buffer) => Buffer): string {
  const cut = token.lastIndexOf('.') + 1
  return token.slice(0, cut) + change(Buffer.from(token.slice(cut), 'base64url')).toString('base64url')
}

/** Whatever is not three canonical parts; and both readings of a repeated name. */
function structures ({ secret, ec }: Trusted): readonly Attack[] {
  const good = signedBySecret(secret)
  const [header, payload, signature] = good.split('.') as [string, string, string]
  const input = (headerText: string) => `${encode(headerText)}.${payload}`
  return entries('structure', {
    'no dots': good.replaceAll('.', ''),
    'one dot': `${header}.${payload}${signature}`,
    'two dots missing, signature only': signature,
    'three dots': `${good}.`,
    'four dots': `${good}.${signature}.${signature}`,
    'a leading dot': `.${good}`,
    'empty parts': '..',
    'empty header': `.${payload}.${signature}`,
    'empty payload': `${header}..${signature}`,
    'padded signature': `${good}=`,
    'padded header': `${header}=.${payload}.${signature}`,
    'padding in the middle': `${header}.${payload}.${signature.slice(0, 10)}=${signature.slice(10)}`,
    'spare bits of the last character': `${good.slice(0, -1)}${sparedBits(good.at(-1)!)}`,
    'spare bits, ES256': `${signed(ec).slice(0, -1)}_`,
    'plain base64': `${header}.${payload}.+/${signature.slice(2)}`,
    'space before': ` ${good}`,
    'tab inside': `${header}.\t${payload}.${signature}`,
    'line break inside': `${header}.${payload}\n.${signature}`,
    'line break after': `${good}\n`,
    'null byte after': `${good}\u0000`,
    'null byte inside': `${header}\u0000.${payload}.${signature}`,
    'header is no JSON': `${encode('{"alg":"HS256"')}.${payload}.${signature}`,
    'header is null': `${encode('null')}.${payload}.${signature}`,
    'header is a list': `${encode('[{"alg":"HS256"}]')}.${payload}.${signature}`,
    'alg twice, none last': `${input('{"alg":"HS256","alg":"none"}')}.`,
    'alg twice, none first': `${input('{"alg":"none","alg":"HS256"}')}.`,
    'alg twice, unsigned by HS256': `${input('{"alg":"none","alg":"HS256"}')}.${signature}`,
    'alg in a prototype': `${input('{"__proto__":{"alg":"HS256"}}')}.${signature}`,
    'nested: cty JWT': `${unsigned({ alg: 'none', cty: 'JWT' }, good)}.`,
    'typ none': `${unsigned({ typ: 'none', alg: 'none' }, claimsOf())}.`,
    'typ JWE in five parts': `${unsigned({ typ: 'JWE', alg: 'dir', enc: 'A128GCM' }, claimsOf())}.a.b.c`,
    '100 KB': signedBySecret(secret, claimsOf({ padding: 'x'.repeat(100_000) })),
    '100 KB of dots': '.'.repeat(100_000)
  })
}

/** The same byte by another last character. */
function sparedBits (character: string): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
  return alphabet[alphabet.indexOf(character) ^ 1]!
}

function unfit (): readonly Attack[] {
  return [
    ...[...unfitKeys, encryptionKey, otherAlgorithm].map(key => ({ name: `unfit key: ${key.kid}`, token: signed(key) })),
    { name: 'unfit key: shared', token: signedBySecret('known-to-everybody-who-reads-the-keys', claimsOf(), { alg: 'HS256', kid: 'shared' }) }
  ]
}
