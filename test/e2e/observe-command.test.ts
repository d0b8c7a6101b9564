/** `npm run observe` as a newcomer meets it. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import t, { type Test } from 'tap'
import { stackMissing } from '../observe/stack.ts'

const PROGRAM = join(import.meta.dirname, '../observe/run.ts')

t.setTimeout(90_000)

interface Told { readonly code: () => Promise<number | null>, readonly out: () => string, readonly err: () => string, stop (): void }

function observe (t: Test, args: readonly string[], env: Readonly<Record<string, string | undefined>> = {}): Told {
  const child = spawn(process.execPath, [PROGRAM, ...args], { env: { PATH: process.env.PATH, ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
  let [out, err] = ['', '']
  child.stdout.setEncoding('utf8').on('data', (text: string) => { out += text })
  child.stderr.setEncoding('utf8').on('data', (text: string) => { err += text })
  const closed = once(child, 'close') as Promise<[number | null]>
  t.teardown(() => { child.kill('SIGKILL') })
  return { code: async () => (await closed)[0], out: () => out, err: () => err, stop: () => { child.kill('SIGINT') } }
}

t.test('it says what it is, and what is wrong with an option', async t => {
  const help = observe(t, ['--help'])
  t.equal(await help.code(), 0)
  t.match(help.out(), /--minutes N[\s\S]+--pictures DIR[\s\S]+apt-get install redis-server prometheus prometheus-alertmanager/)
  const wrong = observe(t, ['--minutes', 'soon'])
  t.equal(await wrong.code(), 1)
  t.match(wrong.err(), /--minutes is a number above 0.+soon/)
})

t.test('what is missing is named with its package', async t => {
  const bare = observe(t, [], { PATH: dirname(process.execPath) })
  t.equal(await bare.code(), 1)
  for (const name of ['redis-server', 'prometheus', 'prometheus-alertmanager']) t.match(bare.err(), new RegExp(`^${name} is not installed \\(Debian: apt-get install ${name}\\)$`, 'm'))
  t.equal(bare.err().trim().split('\n').length, 3, 'and nothing else')
})

t.test('a day begins, its addresses answer, and Ctrl-C ends everything', { skip: stackMissing[0] ?? false }, async t => {
  const folder = mkdtempSync(join(tmpdir(), 'amora-observe-'))
  t.teardown(() => { rmSync(folder, { recursive: true, force: true }) })
  const run = observe(t, ['--minutes', '1'], { TMPDIR: folder })
  for (let waitedMs = 0; waitedMs < 60_000 && !/^02:\d\d {2}turns [1-9]/m.test(run.err()); waitedMs += 100) await sleep(100)
  t.match(run.err(), /^02:\d\d {2}turns \d+ {2}V2 [\d.]+ % {2}V1 stood in or error [\d.]+ % {2}refused [\d.]+ % {2}\$0\.\d\d {2}dial 10 %$/m)
  const urls = [...run.out().matchAll(/http:\/\/127\.0\.0\.1:\d+(?:\/(?!v1)\S*)?/g)].map(([url]) => url)
  t.ok(urls.length >= 12, `${urls.length} addresses`)
  for (const url of urls) t.ok((await fetch(url)).status < 500, url.slice(0, 80))
  t.match(run.out(), /token .+: eyJ/)
  t.ok(readdirSync(folder).length >= 3)

  run.stop()
  t.equal(await run.code(), 0)
  t.strictSame(readdirSync(folder), [], 'what it wrote is gone')
  for (const url of urls) await t.rejects(fetch(url), 'and nobody listens any more')
})
