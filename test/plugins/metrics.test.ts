import { once } from 'node:events'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import t, { type Test } from 'tap'
import { ConfigurationError } from '../../services/configuration.ts'
import { build, person } from '../helper.ts'

async function scrape (test: Test) {
  const app = await build(test)
  const address = await app.metrics.listen()
  const read = async () => {
    const response = await fetch(`${address}/metrics`)
    return { status: response.status, type: response.headers.get('content-type'), text: await response.text() }
  }
  return { app, address, read }
}

t.test('the second listener shows OpenMetrics, whatever a scraper accepts', async t => {
  const { address, read } = await scrape(t)
  const { status, type, text } = await read()
  t.equal(status, 200)
  t.match(type, /^application\/openmetrics-text; version=1\.0\.0/)
  t.match(text, /\n# EOF\n$/)
  t.match(text, /^# TYPE amora_turns counter$/m)
  t.match(text, /^amora_turns_total\{.*\} 0$/m)
  t.match(text, /^amora_build_info\{version="[^"]+",node="v\d+\.\d+\.\d+"\} 1$/m)
  const plain = await fetch(`${address}/metrics`, { headers: { accept: 'text/plain' } })
  t.match(plain.headers.get('content-type'), /^application\/openmetrics-text/)
})

t.test('every line is a comment, a sample or the end; every sample belongs to a family that is described once', async t => {
  const { app, read } = await scrape(t)
  await person(app).say('We argue every evening about small things. How do we stop?')
  const lines = (await read()).text.trimEnd().split('\n')
  const described = lines.filter(line => line.startsWith('# TYPE ')).map(line => line.split(' ')[2]!)
  t.equal(new Set(described).size, described.length)
  t.equal(lines.pop(), '# EOF')
  const sample = /^([a-z0-9_]+)(\{[a-z0-9_]+="[^"\n]*"(,[a-z0-9_]+="[^"\n]*")*\})? (NaN|[+-]?Inf|[+-]?\d+(\.\d+)?(e[+-]?\d+)?)( # .+)?( \d+(\.\d+)?)?$/i
  const strange = lines.filter(line => line !== '' && !/^# (TYPE|HELP|UNIT) [a-z0-9_]+ ?/.test(line) && !sample.test(line))
  t.strictSame(strange, [])
  const families = new Set(described)
  const names = lines.filter(line => line !== '' && !line.startsWith('#')).map(line => sample.exec(line)![1]!)
  t.strictSame(names.filter(name => !families.has(name) && !families.has(name.replace(/_(total|bucket|sum|count|info|created)$/, ''))), [])
})

t.test('no label and no help text holds a person', async t => {
  const { app, read } = await scrape(t)
  const user = person(app)
  const { body } = await user.say('My canary-sentence of tonight: he forgot my birthday again.', { session_id: 'canary-session' })
  const { text } = await read()
  for (const canary of [user.userId, user.token, 'canary', body.session_id, body.turn_id, body.message.slice(0, 30)]) t.notOk(text.includes(canary), canary.slice(0, 20))
})

t.test('metrics are not on the public port, and nothing else is on theirs', async t => {
  const { app, address } = await scrape(t)
  t.equal((await app.inject('/metrics')).statusCode, 404)
  for (const path of ['/', '/health', '/health/live', '/docs', '/openapi.json', '/admin/budget']) t.equal((await fetch(`${address}${path}`)).status, 404, path)
  t.equal((await fetch(`${address}/api/v1/coach/`, { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } })).status, 404)
})

t.test('a port that is taken stops the start, with a line that names it', async t => {
  const other = createServer().listen(0, '127.0.0.1')
  await once(other, 'listening')
  t.teardown(() => { other.close() })
  const { port } = other.address() as AddressInfo
  const app = await build(t, { env: { AMORA_METRICS_PORT: String(port) } })
  await t.rejects(app.metrics.listen(), new ConfigurationError([`AMORA_METRICS_PORT ${port} is taken by another program; for example AMORA_METRICS_PORT=0 takes a free one`]))
})

t.test('the second listener closes with the service', async t => {
  const { app, address } = await scrape(t)
  await app.close()
  await t.rejects(fetch(`${address}/metrics`))
})

t.test('two services in one process do not share a registry', async t => {
  const [first, second] = [await build(t), await build(t)]
  await person(first).say('hello')
  const counted = async ({ metrics }: typeof first) => (await metrics.registry.getSingleMetric('amora_turns_total')!.get()).values.reduce((sum, { value }) => sum + value, 0)
  t.equal(await counted(first), 1)
  t.equal(await counted(second), 0)
})
