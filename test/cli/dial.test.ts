import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import t, { type Test } from 'tap'
import { readArguments } from '../../cli/dial-command.ts'
import { freePort } from '../servers/redis.ts'
import { sharedDial, startReplica, type ReplicaOptions } from '../plugins/rollout-harness.ts'

const SCRIPT = join(import.meta.dirname, '../../cli/dial.ts')

async function dial (args: readonly string[], env: Record<string, string> = {}) {
  const child = spawn(process.execPath, [SCRIPT, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  const exit = new Promise<number | null>(resolve => { child.once('close', resolve) })
  const [out, err, code] = await Promise.all([text(child.stdout), text(child.stderr), exit])
  return { out, err, code }
}

async function listening (t: Test, options: ReplicaOptions = {}) {
  const app = await startReplica(t, { replica: 'r1', ...options })
  const url = await app.listen({ host: '127.0.0.1', port: 0 })
  const token = app.identity.issueToken({ sub: randomUUID(), scope: 'amora:admin' })
  return { app, url, token, run: async (...args: string[]) => dial([...args, '--url', url], { AMORA_ADMIN_TOKEN: token }) }
}

t.test('an operator’s week from the terminal', async t => {
  const { run } = await listening(t, { env: { AMORA_V2_ROLLOUT_PERCENTAGE: '0' } })
  t.match(await run('set', '10', 'week one'), { code: 0, out: 'V2 is ramping at 10 %   (version 2)\n  1 of 1 replicas have it\n', err: '' })
  t.match(await run('status'), { code: 0, out: /^V2 is ramping at 10 %; in force in this replica: 10 % {3}\(version 2, since .*\)\n {2}because {2}week one/ })
  t.match(await run('kill'), { code: 0, out: /killed/ })
  t.match(await run('resume', 'it was the network'), { code: 0, out: /ramping at 10 %/ })
  t.match(await run('promote', 'ready', '--force'), { code: 0, out: /ramping at 50 %/ })
  t.match(await run('pause'), { out: /paused/ })
  t.match(await run('rollback', 'gate'), { out: /rolled_back/ })
  t.match(await run('explain', randomUUID()), { code: 0, out: /^v1, rolled_back {3}\(place \d+ of 10000 on the dial, version 7\)\n$/ })
  const audit = await run('audit', '--limit', '3')
  t.match(audit, { code: 0, out: /bootstrap.*\n.*put {2}\{"percentage":10\} {2}week one.*\n.*kill.*no reason given.*\n {2}go on with --after 3\n$/ })
  t.match(JSON.parse((await run('status', '--json')).out), { status: 'rolled_back', version: 7 })
})

t.test('what the service refuses ends with 1 and its words', async t => {
  const { run, url, app } = await listening(t)
  t.match(await run('resume', 'why not'), { code: 1, out: '', err: /^409 AMORA_CONFLICT: .*nothing to resume/ })
  const user = app.identity.issueToken({ sub: randomUUID() })
  t.match(await dial(['set', '50', '--url', url, '--token', user]), { code: 1, err: /^403 AMORA_FORBIDDEN/ })
})

t.test('a service that is not there or has no store ends with 3', async t => {
  const port = await freePort()
  t.match(await dial(['status', '--token', 'x', '--url', `http://127.0.0.1:${port}`]), { code: 3, err: 'The service can\'t be reached: ECONNREFUSED\n' })
  const store = sharedDial()
  const { run } = await listening(t, { rolloutStore: store })
  store.down = true
  t.match(await run('set', '50'), { code: 3, err: /^503 AMORA_UNAVAILABLE: Redis does not answer/ })
})

t.test('a move that a replica has not acknowledged ends with 4 and names it', async t => {
  const store = sharedDial()
  const { run } = await listening(t, { rolloutStore: store })
  await store.beat('silent', 1)
  t.match(await run('kill', '--wait', '50'), { code: 4, out: /killed.*\n {2}1 of 2 replicas have it\n {2}not yet, or ended without saying so: silent\n/ })
})

t.test('wrong usage ends with 2 and the usage, help with 0; no token is printed', async t => {
  t.match(await dial(['--help']), { code: 0, out: /npm run dial -- status/, err: '' })
  t.match(await dial(['status']), { code: 2, err: /AMORA_ADMIN_TOKEN/ })
  t.match(await dial(['turn', '--token', 'secret-of-this-test']), { code: 2, err: /There is no command turn/ })
  t.notMatch((await dial(['status', '--token', 'secret-of-this-test', '--url', 'http://127.0.0.1:1'])).err, /secret/)
})

t.test('arguments', async t => {
  const wrong = [['set'], ['set', '101'], ['set', '-5'], ['set', 'ten'], ['set', '1.234'], ['set', '10', 'two', 'words'], ['resume'], ['explain'], ['status', 'now'], ['kill', 'in', 'bare', 'words'],
    ['kill', '--wait', '5001'], ['kill', '--wait', 'x'], ['kill', '--now']]
  for (const args of wrong) t.throws(() => readArguments(args), { name: 'UsageError' }, args.join(' '))
  t.match(readArguments(['set', '12.5%', '--url', 'http://service/', '--wait', '0']), {
    url: 'http://service', command: { method: 'PUT', path: '?wait=0', body: { percentage: 12.5, reason: 'no reason given' }, needsVersion: true }
  })
  t.match(readArguments(['kill', 'fire']), { command: { method: 'POST', path: '/kill?wait=2000', body: { reason: 'fire' }, needsVersion: false } })
  t.match(readArguments(['audit', '--after', '5-1', '--limit', '9']), { command: { method: 'GET', path: '/audit?after=5-1&limit=9' } })
  t.equal(readArguments([]), undefined)
})
