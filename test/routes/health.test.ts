import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { build } from '../helper.ts'

const { version } = JSON.parse(readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8')) as { version: string }

t.test('/health has the form of the service being replaced, and nothing beside it', async t => {
  const app = await build(t)
  const response = await app.inject('/health')
  t.equal(response.statusCode, 200)
  t.match(response.headers['content-type'], /^application\/json/)
  t.strictSame(response.json(), { status: 'healthy', version, database: 'connected' })
  t.equal((await app.inject('/health/')).statusCode, 200, 'with a slash, too')
})

t.test('live answers as soon as there is a process, listening or not', async t => {
  const app = await build(t)
  const response = await app.inject('/health/live')
  t.strictSame({ status: response.statusCode, body: response.json() as object }, { status: 200, body: { status: 'live' } })
})

t.test('ready names each dependency and what state it is in, before it listens, too', async t => {
  const app = await build(t)
  const response = await app.inject('/health/ready')
  t.equal(response.statusCode, 503)
  t.match(response.json(), { status: 'unready', dependencies: { model: { status: 'up', detail: /./ }, state: { status: 'up', detail: /./ } } })
})

t.test('nobody needs a token to ask, and HEAD is answered', async t => {
  const app = await build(t)
  for (const url of ['/health', '/health/live', '/health/ready']) {
    const response = await app.inject({ method: 'HEAD', url, headers: { authorization: 'Bearer broken' } })
    t.not(response.statusCode, 401, url)
    t.equal(response.body, '')
  }
})
