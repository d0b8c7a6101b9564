import { hash } from 'node:crypto'
import { once } from 'node:events'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { loadScript, runScript } from '../../../stores/redis/script.ts'
import { redisMissing, startRedis } from '../../servers/redis.ts'
import { sharedStoreOf } from '../../servers/shared-store.ts'

const FOLDER = join(import.meta.dirname, '../../../stores/redis')

t.test('a script is its files, joined, under the digest that Redis knows it by', async t => {
  const { op, source, sha } = loadScript('budget-settle', ['budget-leases', 'budget-settle'])
  t.equal(op, 'budget-settle')
  t.equal(source, ['budget-leases', 'budget-settle'].map(name => readFileSync(join(FOLDER, `${name}.lua`), 'utf8')).join(''))
  t.equal(sha, hash('sha1', source))
  t.throws(() => loadScript('session-missing'), { code: 'ENOENT' })
})

t.test('a real server', { skip: redisMissing }, async t => {
  const redis = await startRedis(t)
  const sent: string[] = []
  const store = sharedStoreOf(redis.client)
  const monitor = await redis.client.duplicate({ retryStrategy: () => null }).monitor()
  monitor.on('error', () => {})
  monitor.on('monitor', (_time: string, [command, argument]: string[]) => {
    sent.push(command!.toLowerCase())
    if (command!.toLowerCase() === 'echo') monitor.emit(argument!)
  })
  t.teardown(() => { monitor.disconnect() })
  const script = loadScript('session-unlock', ['unlock'])

  t.test('the source is sent once in the life of a server', async t => {
    for (let attempt = 0; attempt < 3; attempt++) await runScript(store, script, ['lock'], ['token'])
    // A monitor hears of a command a little after its reply.
    const ends = once(monitor, 'the last of them')
    await redis.client.echo('the last of them')
    await ends
    t.strictSame(sent.filter(command => command.startsWith('eval')), ['evalsha', 'eval', 'evalsha', 'evalsha'])
  })

  t.test('a server that forgot its scripts is given them again', async t => {
    await redis.client.call('SCRIPT', 'FLUSH')
    await redis.client.set('lock', 'token')
    t.equal(await runScript(store, script, ['lock'], ['token']), 1)
    await redis.kill()
    await redis.restart()
    await redis.client.set('lock', 'token')
    t.equal(await runScript(store, script, ['lock'], ['token']), 1)
  })

  t.test('each Lua file compiles, says what its keys are, and touches no other', async t => {
    for (const file of readdirSync(FOLDER).filter(name => name.endsWith('.lua'))) {
      const source = readFileSync(join(FOLDER, file), 'utf8')
      await t.resolves(redis.client.call('SCRIPT', 'LOAD', source), file)
      t.match(source, file === 'budget-leases.lua' ? /slot/ : /KEYS: /, file)
      t.notMatch(source, /redis\.call\('[A-Z]+', '/, `${file} names no key of its own`)
    }
  })
})
