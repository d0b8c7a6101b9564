import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo, connect } from 'node:net'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import t, { type Test } from 'tap'
import { startFakeOpenAI, type FakeOpenAI } from '../fakes/openai-server.ts'
import { launchService, startService, type RunningService } from '../servers/service.ts'

const run = promisify(execFile)
const STRONG = 'kY7w2pQ9vXz4LmN8rT3sB6hJ1cF5gD0aE_uR'
const PRIVACY = 'a:sixteen-bytes-and-more'

// Processes start slowly where many tests run at once.
t.setTimeout(120_000)

interface Answer { readonly message: string, readonly engine: string, readonly degraded: boolean, readonly session_id: string, readonly turn_id: string, readonly mode: string }

const headersOf = ({ token }: RunningService) => ({ authorization: `Bearer ${token}`, 'content-type': 'application/json' })

async function say (service: RunningService, body: object, headers: Record<string, string> = {}): Promise<{ status: number, body: Answer }> {
  const response = await fetch(`${service.origin}/api/v1/coach/`, { method: 'POST', headers: { ...headersOf(service), connection: 'close', ...headers }, body: JSON.stringify(body) })
  // A machine that is busy with other tests may leave it no time.
  if (response.status === 503) return sleep(300).then(async () => say(service, body, headers))
  return { status: response.status, body: await response.json() as Answer }
}

const linesOf = (text: string) => text.split('\n').filter(line => line !== '').map(line => JSON.parse(line) as Record<string, unknown>)

/** Resolves once the model was asked, or when that will not happen any more. */
async function asked ({ calls }: FakeOpenAI): Promise<void> {
  for (let waitedMs = 0; calls.length === 0 && waitedMs < 10_000; waitedMs += 5) await sleep(5)
}

function temporaryFolder (test: Test): string {
  const folder = mkdtempSync(join(tmpdir(), 'amora-server-'))
  test.teardown(() => { rmSync(folder, { recursive: true, force: true }) })
  return folder
}

t.test('with nothing configured: three lines for a person, a curl that works as printed, JSON for a machine, a clean end', async t => {
  const startedAt = performance.now()
  const service = await startService(t)
  const listenedMs = performance.now() - startedAt
  const { stdout } = await run('bash', ['-c', service.curl])
  const answeredMs = performance.now() - startedAt
  t.match(JSON.parse(stdout), { message: /\w+ \w+ \w+/, mode: 'LEARN', engine: 'v2', degraded: false, referenced_data: { model: /offline/ } })
  t.comment(`start to listening ${Math.round(listenedMs)} ms, to the first answer ${Math.round(answeredMs)} ms (target: 1500 ms on a quiet machine)`)
  t.ok(answeredMs < 20_000, 'also where many tests run at once')
  t.equal((await fetch(`${service.metrics}/metrics`)).status, 200)

  const lines = service.stderr().split('\n')
  t.match(lines[0], /^Amora coach listens on http:\/\/127\.0\.0\.1:\d+ {3}reference page http:\S+\/docs {3}metrics http:\S+\/metrics$/)
  t.match(lines[1], /^ {2}V2: 100 % of users {3}model: offline model .*OPENAI_API_KEY.* {3}state: in memory, one process$/)
  t.match(lines[2], /one was made for this run.*one hour/)
  const claims = JSON.parse(Buffer.from(service.token.split('.')[1]!, 'base64url').toString()) as { exp: number, iat: number }
  t.equal(claims.exp - claims.iat, 3600)

  const before = performance.now()
  service.child.kill('SIGTERM')
  t.strictSame(await service.ended, { code: 0, signal: null })
  t.ok(performance.now() - before < 5000, 'nobody waits for nothing')
  t.equal(service.stderr().trim().split('\n').length, 5, 'and not a word more: no warning, no deprecation')
  for (const line of linesOf(service.stdout())) t.match(line, { level: Number, time: Number, msg: String })
})

t.test('what is wrong in the configuration is said at once, all of it, and the process ends with 1', async t => {
  const service = launchService(t, { PORT: 'eighty', AMORA_TEMPERATURE: '9', AMORA_V2_ROLLOUT_PERCENTAGE: '101', REDIS_URL: 'localhost', LOG_LEVEL: 'loud', AMORA_RESPONSE_MODEL: 'gpt-imaginary' })
  t.strictSame(await service.ended, { code: 1, signal: null })
  for (const name of ['PORT', 'AMORA_TEMPERATURE', 'AMORA_V2_ROLLOUT_PERCENTAGE', 'REDIS_URL', 'LOG_LEVEL', 'AMORA_RESPONSE_MODEL']) {
    t.match(service.stderr(), new RegExp(`^ {2}- ${name} .+; for example ${name}=\\S`, 'm'), name)
  }
  t.notMatch(service.stderr(), /\n {4}at /, 'no stack')
  t.equal(service.stdout(), '')
})

t.test('production refuses to start unsafely, and never repeats a secret', async t => {
  const production = { NODE_ENV: 'production', AMORA_PRIVACY_KEYS: PRIVACY }
  const refusals: ReadonlyArray<readonly [Record<string, string>, RegExp]> = [
    [{ NODE_ENV: 'production' }, /AMORA_JWT_SECRET or AMORA_JWKS_URL is needed[\s\S]+AMORA_PRIVACY_KEYS is needed/],
    [{ ...production, AMORA_JWT_SECRET: 'hunter2-hunter2' }, /AMORA_JWT_SECRET is shorter than 32 bytes/],
    [{ ...production, AMORA_JWT_SECRET: 'hunter2-your-256-bit-secret-change-me-secret' }, /AMORA_JWT_SECRET is built from well-known words/]
  ]
  for (const [env, fault] of refusals) {
    const service = launchService(t, env)
    t.strictSame(await service.ended, { code: 1, signal: null })
    t.match(service.stderr(), fault)
    t.notMatch(service.stderr(), /hunter2|sixteen-bytes/)
  }
})

t.test('production with a key starts, with V2 off, and prints no token', async t => {
  const service = await startService(t, { NODE_ENV: 'production', AMORA_JWT_SECRET: STRONG, AMORA_PRIVACY_KEYS: PRIVACY })
  t.match(service.stderr(), /V2: off {3}model: none: no OPENAI_API_KEY, V1 answers every turn/)
  t.notMatch(service.stderr(), /curl|Bearer|eyJ/)
  t.match(await (await fetch(`${service.origin}/health/ready`)).json(), { status: 'degraded' })
})

t.test('an address that cannot be had is named, not traced', async t => {
  const other = createServer().listen(0, '127.0.0.1')
  await once(other, 'listening')
  t.teardown(() => { other.close() })
  const port = String((other.address() as AddressInfo).port)
  const folder = temporaryFolder(t)
  const faults: ReadonlyArray<readonly [Record<string, string>, RegExp]> = [
    [{ PORT: port }, new RegExp(`^ {2}- PORT ${port} is taken .+ PORT=0`, 'm')],
    [{ AMORA_METRICS_PORT: port }, new RegExp(`^ {2}- AMORA_METRICS_PORT ${port} is taken .+ AMORA_METRICS_PORT=0`, 'm')],
    [{ AMORA_LOG_FILE: folder }, /^ {2}- AMORA_LOG_FILE can't be written \(EISDIR\); for example/m]
  ]
  await Promise.all(faults.map(async ([env, fault]) => {
    const service = launchService(t, env)
    t.strictSame(await service.ended, { code: 1, signal: null })
    t.match(service.stderr(), fault)
    t.notMatch(service.stderr(), /\n {4}at /)
  }))
})

t.test('SIGTERM: readiness says 503 while the turn under way is answered; exit 0 within ten seconds, whoever hangs on', async t => {
  const openai = await startFakeOpenAI({ latencyMs: 700 })
  t.teardown(openai.close)
  const service = await startService(t, { OPENAI_API_KEY: 'any', OPENAI_BASE_URL: openai.url })
  const { hostname, port } = new URL(service.origin)
  const hanging = connect(Number(port), hostname)
  hanging.on('error', () => {})
  hanging.write('POST /api/v1/coach/ HTTP/1.1\r\nhost: half\r\n')
  const turn = say(service, { specific_question: 'We argue every evening about small things. How do we stop?' })
  await asked(openai)

  const stoppedAt = performance.now()
  service.child.kill('SIGTERM')
  await sleep(100)
  const ready = await fetch(`${service.origin}/health/ready`, { headers: { connection: 'close' } })
  t.equal(ready.status, 503)
  t.match(await ready.json(), { status: 'unready' })
  t.equal((await fetch(`${service.origin}/health/live`, { headers: { connection: 'close' } })).status, 200)
  t.match(await turn, { status: 200, body: { engine: 'v2', degraded: false } })
  const answeredMs = performance.now() - stoppedAt
  t.strictSame(await service.ended, { code: 0, signal: null })
  const endedMs = performance.now() - stoppedAt
  t.comment(`answered ${Math.round(answeredMs)} ms after SIGTERM, ended after ${Math.round(endedMs)} ms with a client that hung on`)
  t.ok(endedMs < 10_000)
})

t.test('a file for the log on a full disk is said once, and takes nothing else with it', { skip: !existsSync('/dev/full') && 'no /dev/full' }, async t => {
  const service = await startService(t, { AMORA_LOG_FILE: '/dev/full' })
  t.equal((await say(service, { specific_question: 'hello' })).status, 200)
  service.child.kill('SIGTERM')
  t.strictSame(await service.ended, { code: 0, signal: null })
  t.equal(service.stderr().split('\n').filter(line => line.includes("can't be written (ENOSPC)")).length, 1)
  t.ok(linesOf(service.stdout()).some(({ msg }) => msg === 'turn'))
})

t.test('the log has a line a turn, on standard output and in the file; none has a question, an answer, a token or a user', async t => {
  const file = join(temporaryFolder(t), 'logs', 'amora.log')
  const service = await startService(t, { AMORA_LOG_FILE: file, LOG_LEVEL: 'trace' })
  const user = randomUUID()
  const acting = { 'x-amora-user-id': user, 'idempotency-key': 'canary-idempotency' }
  const answers = [
    await say(service, { specific_question: 'My canaryword of tonight: he forgot my birthday again. How do I bring it up?', session_id: 'canary-session' }, acting),
    await say(service, { specific_question: 'canaryword I want to kill myself tonight' }, acting),
    await say(service, { specific_question: 'canaryword', mode: 'EXPLAIN', context: { topics: ['canarytopic'], scan_result: { category: 'canarycategory', red_flags: ['canaryflag'] } } }, acting)
  ]
  const refused = [await say(service, { specific_question: 7, mode: 'canaryword' }), await say(service, {}, { authorization: 'Bearer canary.canary.canary' }), await say(service, {}, { 'x-amora-user-id': 'canaryword' })]
  await fetch(`${service.origin}/canaryword?token=canary`)
  t.strictSame(refused.map(({ status }) => status), [400, 401, 400])
  service.child.kill('SIGTERM')
  await service.ended
  const written = readFileSync(file, 'utf8')
  t.equal(written, service.stdout())
  const turns = linesOf(written).filter(({ msg, outcome }) => msg === 'turn' && outcome !== 'shed')
  t.strictSame(new Set(turns.map(({ turnId }) => turnId)), new Set(answers.filter(({ status }) => status === 200).map(({ body }) => body.turn_id)))
  for (const secret of ['canary', service.token, service.token.split('.')[1]!, user, ...answers.flatMap(({ body }) => body.message?.split(/[.?!]/).filter(part => part.length > 15) ?? [])]) t.notOk(written.includes(secret), secret.slice(0, 30))
})
