import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { ConfigurationError, VARIABLES, envExample, readConfiguration, type Environment } from '../../services/configuration.ts'

const STRONG = 'kY7w2pQ9vXz4LmN8rT3sB6hJ1cF5gD0aE_uR'
const PRODUCTION = { NODE_ENV: 'production', AMORA_PRIVACY_KEYS: 'a:sixteen-or-more-bytes' }

function faultsOf (env: Environment): readonly string[] {
  try {
    readConfiguration(env)
    return []
  } catch (error) {
    if (error instanceof ConfigurationError) return error.faults
    throw error
  }
}

t.test('an empty environment is a working development service', async t => {
  const config = readConfiguration({})
  t.match(config, { production: false, host: '127.0.0.1', port: 8000, metricsPort: 9464, turnDeadlineMs: 2900, sessionTtlMs: 1_800_000, contextMessages: 5 })
  t.match(config.models, { detection: 'gpt-6-luna', response: 'gpt-6.1-terra', economy: 'gpt-6-luna' })
  t.match(config.rollout, { enabled: true, basisPoints: 10_000, maxBasisPoints: 10_000, salt: 'amora-v2' })
})

t.test('production starts with V2 off and at 0 %', async t => {
  t.match(readConfiguration({ ...PRODUCTION, AMORA_JWT_SECRET: STRONG }).rollout, { enabled: false, basisPoints: 0 })
})

t.test('production without a key, or with a weak one, does not start', async t => {
  const weak = [undefined, 'secret', 'changeme', 'a'.repeat(64), 'short-but-random-x9', 'your-256-bit-secret']
  for (const AMORA_JWT_SECRET of weak) t.match(faultsOf({ NODE_ENV: 'production', AMORA_JWT_SECRET }).join(), /AMORA_JWT_SECRET/, String(AMORA_JWT_SECRET).slice(0, 12))
  t.strictSame(faultsOf({ ...PRODUCTION, AMORA_JWKS_URL: 'https://login.example/jwks.json' }), [])
})

t.test('production without privacy keys does not start', async t => {
  t.match(faultsOf({ NODE_ENV: 'production', AMORA_JWT_SECRET: STRONG }).join(), /AMORA_PRIVACY_KEYS is needed/)
})

t.test('a weak secret is never repeated in the message', async t => {
  t.notMatch(faultsOf({ NODE_ENV: 'production', AMORA_JWT_SECRET: 'hunter2-hunter2' }).join(), /hunter2/)
})

t.test('every wrong variable is named at once, with its fault and an example', async t => {
  const wrong = {
    PORT: 'eighty', AMORA_METRICS_PORT: '70000', LOG_LEVEL: 'loud', OPENAI_BASE_URL: 'ftp://x', AMORA_TEMPERATURE: '3', AMORA_MAX_TOKENS: '1.5',
    AMORA_V2_ENABLED: 'maybe', AMORA_V2_ROLLOUT_PERCENTAGE: '101', AMORA_V2_MAX_PERCENTAGE: '10.005', AMORA_TURN_DEADLINE_MS: '0',
    AMORA_PRIVACY_KEYS: 'nokey', REDIS_URL: 'http://x', AMORA_RESPONSE_MODEL: 'gpt-imaginary',
    OTEL_EXPORTER_OTLP_ENDPOINT: 'localhost:4318', AMORA_TRACE_RATIO: '10'
  }
  const faults = faultsOf(wrong)
  for (const name of Object.keys(wrong)) t.match(faults.find(fault => fault.startsWith(`${name} `)), new RegExp(`for example ${name}=`), name)
})

t.test('every percentage of two decimals is taken exactly', async t => {
  for (let basisPoints = 0; basisPoints <= 10_000; basisPoints += 7) {
    t.equal(readConfiguration({ AMORA_V2_ROLLOUT_PERCENTAGE: String(basisPoints / 100) }).rollout.basisPoints, basisPoints)
  }
  for (const wrong of ['100.01', '10.005', '-1', '1e1']) t.match(faultsOf({ AMORA_V2_ROLLOUT_PERCENTAGE: wrong }), [/AMORA_V2_ROLLOUT_PERCENTAGE/], wrong)
})

t.test('empty values are unset, percentages keep two decimals, the whole is frozen', async t => {
  const config = readConfiguration({ PORT: '', AMORA_V2_ROLLOUT_PERCENTAGE: '12.34', OPENAI_API_KEY: '  ' })
  t.match(config, { port: 8000, rollout: { basisPoints: 1234 } })
  t.equal(config.openai.apiKey, undefined)
  t.throws(() => { (config.rollout as { enabled: boolean }).enabled = false }, TypeError)
})

t.test('.env.example has every variable and is what the table generates', async t => {
  const file = readFileSync(join(import.meta.dirname, '../../.env.example'), 'utf8')
  t.equal(file, envExample())
  for (const name of Object.keys(VARIABLES)) t.match(file, new RegExp(`^# ${name}=`, 'm'))
})
