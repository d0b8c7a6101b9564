import fc from 'fast-check'
import { randomBytes } from 'node:crypto'
import t from 'tap'
import { weaknessOf } from '../../../services/identity/secret.ts'

t.test('random secrets will do, in every usual spelling', async () => {
  fc.assert(fc.property(fc.constantFrom('hex', 'base64', 'base64url'), fc.integer({ min: 32, max: 96 }), (encoding, bytes) =>
    weaknessOf(randomBytes(bytes).toString(encoding as 'hex')) === undefined), { numRuns: 300 })
})

t.test('short, monotonous and well-known ones will not', async t => {
  const weak = [
    '', 'x', 'short-but-random-x9', randomBytes(23).toString('base64url'),
    'a'.repeat(64), 'abc'.repeat(30), '0123'.repeat(20), ' '.repeat(64),
    'your-256-bit-secret-your-256-bit-secret', 'secretsecretsecretsecretsecretsecret', 'change-me-change-me-change-me-change-me',
    'password-password-password-password-1234', 'amora-jwt-secret-for-development-only', 'my-super-secret-jwt-token-change-me-please', 'test-test-test-test-test-test-test-12345'
  ]
  for (const secret of weak) t.type(weaknessOf(secret), 'string', secret)
})

t.test('the answer never holds the secret', async () => {
  fc.assert(fc.property(fc.string({ minLength: 6, maxLength: 40 }).filter(text => text.trim().length > 5), secret => !(weaknessOf(secret) ?? '').includes(secret)))
})

t.test('bytes count, not characters', async t => {
  t.equal(weaknessOf('ключ-из-16-знаков'), 'is shorter than 32 bytes')
  t.equal(weaknessOf('päßwörter-sind-länger-als-man-denkt-zählt-bytes'), undefined)
})
