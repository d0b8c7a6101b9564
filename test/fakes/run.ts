/** The fake OpenAI server as a program: `npm run fake-openai -- --help`. */
import { parseArgs } from 'node:util'
import { FAULTS } from './openai-faults.ts'
import { startFakeOpenAI } from './openai-server.ts'

const HELP = `A fake OpenAI server for trying out and testing the service: no network, no cost, the same talk always gets the same answers.

  npm run fake-openai -- [--host 127.0.0.1] [--port 8089] [--latency 0] [--seed 1] [--key KEY]

  --host     address to listen on (127.0.0.1); 0.0.0.0 in a container
  --port     port; 0 takes a free one
  --latency  milliseconds before every answer
  --seed     another number, other wordings
  --key      the only API key that is accepted (any is, unless given)

While it runs:
  POST /__control  {"fault": "rate_limited", "times": 3, "match": "respond"}   match: a path, a model or a leg (understand, respond, moderate)
                   {"fault": "latency", "latencyMs": 4000}   {"fault": "server_error", "share": 0.2}   {"heal": true}
                   {"reply": "…"}  {"understanding": {…}}  {"moderation": {"violence": 0.9}}  {"answerAs": "gpt-4o-mini"}   null takes it back
  GET  /__calls    the latest calls: headers, body, fault, whether the client closed early
  GET  /__bill     calls and tokens by leg and model
  POST /__reset    forgets all of it

Faults: ${FAULTS.join(', ')}
`

const START = `Fake OpenAI server on {url}. Start the service against it with

  OPENAI_BASE_URL={url} OPENAI_API_KEY={key} npm start

A fault: curl -s http://127.0.0.1:{port}/__control -d '{"fault": "server_error", "times": 1}'   all of them: --help
`

main().catch((error: Error) => {
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 1
})

async function main (): Promise<void> {
  const { values } = parseArgs({
    options: {
      help: { type: 'boolean', short: 'h' }, host: { type: 'string', default: '127.0.0.1' }, port: { type: 'string', default: '8089' }, latency: { type: 'string', default: '0' },
      seed: { type: 'string', default: '1' }, key: { type: 'string' }
    }
  })
  if (values.help) { process.stdout.write(HELP); return }
  const [port, latencyMs, seed] = [whole('port', values.port), whole('latency', values.latency), whole('seed', values.seed)]
  const fake = await startFakeOpenAI({ host: values.host, port, latencyMs, seed, apiKey: values.key })
  process.stdout.write(START.replaceAll('{url}', fake.url).replaceAll('{port}', String(fake.port)).replaceAll('{key}', values.key ?? 'fake-key'))
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => { fake.close().catch(() => {}) })
}

function whole (name: string, given: string): number {
  const value = Number(given)
  if (!Number.isInteger(value) || value < 0) throw new TypeError(`--${name} must be a whole number, for example --${name} 8089`)
  return value
}
