import t from 'tap'
import { privacyKeysOf, pseudonymsOf } from '../../../services/identity/pseudonym.ts'

const USER = 'f3b0c442-98fc-4c14-9afb-f4c8996fb924'

t.test('the first key writes, all read, and a user keeps his names', async t => {
  const before = pseudonymsOf(USER, privacyKeysOf('a:sixteen-bytes-of-secret'))
  const after = pseudonymsOf(USER, privacyKeysOf('b:another-secret-of-bytes,a:sixteen-bytes-of-secret'))
  t.strictSame(before.formerOwners, [])
  t.strictSame(after.formerOwners, [before.owner])
  t.match(after.owner, /^b\.[\w-]{22}$/)
})

t.test('a name tells nothing of the id, and differs by user and by key', async t => {
  const keys = privacyKeysOf('a:sixteen-bytes-of-secret')
  const { owner } = pseudonymsOf(USER, keys)
  t.notMatch(owner, /f3b0|98fc/)
  t.not(owner, pseudonymsOf(USER.replace('f', 'e'), keys).owner)
  t.not(owner, pseudonymsOf(USER, privacyKeysOf('a:sixteen-bytes-of-secreT')).owner)
})

t.test('a secret may hold colons', async t => {
  t.strictSame(privacyKeysOf('k1:a:b:c'), [{ id: 'k1', secret: 'a:b:c' }])
})
