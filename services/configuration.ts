/** The service's settings: one table of variables, from which validation, defaults and `.env.example` come. */
import { envSchema } from 'env-schema'
import { Type, type TSchema } from 'typebox'
import { knownModels } from './model-table.ts'
import { privacyKeysOf, type PrivacyKey } from './identity/pseudonym.ts'
import { weaknessOf } from './identity/secret.ts'
import { nanoUsd, type NanoUsd } from './money.ts'
import type { Tier } from './turn.ts'

interface Variable {
  readonly schema: TSchema
  readonly example: string
  /** Why it exists and why its default is what it is; printed into `.env.example`. */
  readonly why: string
}

const text = () => Type.String({ minLength: 1 })
const url = (schemes: string) => Type.String({ pattern: `^(${schemes})://[^\\s]+$` })
const REDIS_SCHEMES = 'rediss?(\\+(sentinel|cluster))?'
const whole = (least: number, most: number, preset: number) => Type.Integer({ minimum: least, maximum: most, default: preset })
const amount = (preset: number) => Type.Number({ minimum: 0, maximum: 1_000_000, default: preset })
const flag = () => Type.Boolean()
// A pattern, because no multiple of 0.01 is exact in binary: 0.07 would be refused.
const percentage = () => Type.String({ pattern: '^(100(\\.0{1,2})?|[0-9]{1,2}(\\.[0-9]{1,2})?)$' })
const modelName = (preset: string) => Type.String({ minLength: 1, default: preset })

export const VARIABLES = {
  NODE_ENV: { schema: Type.String({ default: 'development' }), example: 'production', why: '`production` refuses to start without a strong key and never uses the offline model.' },
  HOST: { schema: text(), example: '0.0.0.0', why: 'Address to listen on. 127.0.0.1 unless set, so that a laptop exposes nothing; a container sets 0.0.0.0.' },
  PORT: { schema: whole(0, 65535, 8000), example: '8000', why: 'Public port; 8000 is where the service being replaced listens. 0 takes a free one.' },
  AMORA_METRICS_PORT: { schema: whole(0, 65535, 9464), example: '9464', why: 'Second listener for GET /metrics, kept off the public port. 9464 is the OpenTelemetry convention for Prometheus.' },
  LOG_LEVEL: { schema: Type.Enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], { default: 'info' }), example: 'info', why: 'JSON lines on standard output.' },
  AMORA_LOG_FILE: { schema: text(), example: 'logs/amora_v2.log', why: 'Also write the log lines to this file. Unset: standard output only.' },
  OTEL_EXPORTER_OTLP_ENDPOINT: { schema: url('https?'), example: 'http://localhost:4318', why: 'Collector that gets the traces, by OTLP over HTTP; OpenTelemetry’s own variables for it (headers, certificates, compression) hold, too. Unset: no traces, and the SDK is not even loaded.' },
  AMORA_TRACE_RATIO: { schema: Type.Number({ minimum: 0, maximum: 1, default: 0.1 }), example: '0.1', why: 'Share of turns that are traced; what the caller says of his own trace does not change it.' },
  OPENAI_API_KEY: { schema: text(), example: 'sk-…', why: 'Unset outside production: the embedded offline model answers for V2. Unset in production: V1 answers, and readiness says so.' },
  OPENAI_BASE_URL: { schema: url('https?'), example: 'https://llm-gateway.example/v1', why: 'Any server that speaks chat.completions. Unset: the SDK’s own address.' },
  AMORA_DETECTION_MODEL: { schema: modelName('gpt-6-luna'), example: 'gpt-6-luna', why: 'Understands the message. The small model: one structured call of a few tokens.' },
  AMORA_RESPONSE_MODEL: { schema: modelName('gpt-6.1-terra'), example: 'gpt-6.1-terra', why: 'Writes the reply. The guide’s gpt-4-turbo was shut down on 2026-10-23.' },
  AMORA_ECONOMY_MODEL: { schema: modelName('gpt-6-luna'), example: 'gpt-6-luna', why: 'Writes when money is short, and repairs replies.' },
  AMORA_MODEL_TABLE: { schema: text(), example: 'config/models.json', why: 'Prices, dates and parameter style of the models, in the form of services/models.json; read again when it changes. Unset: the table that the service is built with.' },
  AMORA_TEMPERATURE: { schema: Type.Number({ minimum: 0, maximum: 2, default: 0.7 }), example: '0.7', why: 'Warm but not erratic; sent only to models that take it.' },
  AMORA_MAX_TOKENS: { schema: whole(16, 4096, 150), example: '150', why: 'Tokens of one reply. Four sentences fit in 150, and a small maximum keeps money reservations small.' },
  AMORA_CONTEXT_MESSAGES: { schema: whole(0, 50, 5), example: '5', why: 'Earlier messages of the session that the model sees.' },
  AMORA_TURN_DEADLINE_MS: { schema: whole(200, 60_000, 2900), example: '2900', why: 'The user has an answer, V2’s or V1’s, within 3 s.' },
  AMORA_SESSION_TTL_SECONDS: { schema: whole(10, 86_400, 1800), example: '1800', why: 'A conversation ends after this much silence.' },
  AMORA_SESSION_MAX_ENTRIES: { schema: whole(100, 10_000_000, 50_000), example: '50000', why: 'Sessions kept in memory; beyond it the one silent for longest is forgotten.' },
  AMORA_MEMORY_TTL_DAYS: { schema: whole(1, 3650, 365), example: '365', why: 'What is remembered of a paid user is forgotten after this long without a message.' },
  AMORA_V2_ENABLED: { schema: flag(), example: 'true', why: 'Kill switch. Unset: true outside production, false in it.' },
  AMORA_V2_ROLLOUT_PERCENTAGE: { schema: percentage(), example: '10', why: 'Share of users on V2 at the very first start, two decimals; later the stored dial counts (docs/rollout.md). Unset: 100 outside production, 0 in it.' },
  AMORA_V2_MAX_PERCENTAGE: { schema: percentage(), example: '100', why: 'Ceiling that no dial exceeds. Unset: 100.' },
  AMORA_ROLLOUT_SALT: { schema: Type.String({ minLength: 1, default: 'amora-v2' }), example: 'amora-v2', why: 'Decides who is in at a percentage. Changing it reshuffles everybody.' },
  AMORA_JWT_SECRET: { schema: text(), example: 'at-least-32-random-bytes-of-your-own', why: 'HS256 key that the app back end signs tokens with. Unset outside production: made at start.' },
  AMORA_JWKS_URL: { schema: url('https?'), example: 'https://login.example/.well-known/jwks.json', why: 'Public keys for RS256, ES256 and EdDSA tokens.' },
  AMORA_JWT_ISSUER: { schema: text(), example: 'https://login.example', why: 'Required `iss`. Unset: not checked.' },
  AMORA_JWT_AUDIENCE: { schema: text(), example: 'amora-coach', why: 'Required `aud`. Unset: not checked.' },
  AMORA_SUBSCRIPTION_URL: { schema: url('https?'), example: 'https://billing.internal/subscriptions', why: 'Asked for a user’s tier (GET {url}/{userId}) when the token does not say. Unset: such users are free.' },
  AMORA_PRIVACY_KEYS: { schema: Type.String({ pattern: '^[A-Za-z0-9_-]+:[^,]{16,}(,[A-Za-z0-9_-]+:[^,]{16,})*$' }), example: '2026a:at-least-16-random-bytes', why: '`id:secret,id:secret`: user ids are stored only as keyed hashes; the first key writes, all read, so put a new one in front to change it. Needed in production: replicas must agree. Unset outside it: made at start.' },
  REDIS_URL: { schema: url(REDIS_SCHEMES), example: 'redis://localhost:6379', why: 'Shared state for many replicas: `redis://`, `rediss://` (TLS), `redis+sentinel://host:port,host:port/master`, `redis+cluster://host:port,host:port`. Unset: memory, one process.' },
  AMORA_CACHE_REDIS_URL: { schema: url(REDIS_SCHEMES), example: 'redis://cache:6379', why: 'Another Redis for the answer cache, which may evict (`allkeys-lru`). Unset: REDIS_URL, which must not.' },
  AMORA_FREE_DAILY_LIMIT: { schema: whole(0, 1_000_000, 10), example: '10', why: 'Messages a UTC day, free tier.' },
  AMORA_PAID_DAILY_LIMIT: { schema: whole(0, 1_000_000, 100), example: '100', why: 'Messages a UTC day, paid tier.' },
  AMORA_BURST_PER_MINUTE: { schema: whole(1, 100_000, 12), example: '12', why: 'Messages a minute and user.' },
  AMORA_CACHE_TTL_SECONDS: { schema: whole(1, 31_536_000, 604_800), example: '604800', why: 'Life of a cached answer.' },
  AMORA_CACHE_MAX_ENTRIES: { schema: whole(1, 100_000_000, 100_000), example: '100000', why: 'Bound of the answer cache.' },
  AMORA_DAILY_BUDGET_USD: { schema: amount(50), example: '50', why: 'Model money a UTC day.' },
  AMORA_MONTHLY_BUDGET_USD: { schema: amount(1000), example: '1000', why: 'Model money a UTC month.' },
  AMORA_USER_DAILY_BUDGET_USD: { schema: amount(1), example: '1', why: 'Model money a user and day.' },
  AMORA_LLM_CONCURRENCY: { schema: whole(1, 100_000, 256), example: '256', why: 'Model calls at once, in one process.' },
  AMORA_LLM_QUEUE: { schema: whole(0, 1_000_000, 512), example: '512', why: 'Model calls that may wait for one to end; beyond it V1 answers at once.' }
} as const satisfies Record<string, Variable>

export type VariableName = keyof typeof VARIABLES
export type Environment = Readonly<Record<string, string | undefined>>

export interface Config {
  readonly production: boolean
  readonly host: string
  readonly port: number
  readonly metricsPort: number
  readonly logLevel: string
  readonly logFile?: string
  readonly openai: { readonly apiKey?: string, readonly baseUrl?: string }
  readonly models: { readonly detection: string, readonly response: string, readonly economy: string }
  /** Undefined: the embedded table. */
  readonly modelTable?: string
  readonly temperature: number
  readonly maxTokens: number
  readonly contextMessages: number
  readonly turnDeadlineMs: number
  readonly sessionTtlMs: number
  readonly sessionMaxEntries: number
  /** Model calls at once, and those that may wait. */
  readonly llm: { readonly concurrency: number, readonly queue: number }
  readonly memoryTtlMs: number
  readonly cache: { readonly ttlMs: number, readonly maxEntries: number, readonly redisUrl?: string }
  readonly budgets: Readonly<Record<'user' | 'tier' | 'day' | 'month', NanoUsd>>
  readonly limits: { readonly burstPerMinute: number, readonly dailyLimits: Readonly<Record<Tier, number>> }
  /** Undefined: state lives in memory. */
  readonly redisUrl?: string
  /** `isPercentageGiven`: the environment names a share; otherwise `basisPoints` is a default. */
  readonly rollout: { readonly enabled: boolean, readonly isPercentageGiven: boolean, readonly basisPoints: number, readonly maxBasisPoints: number, readonly salt: string }
  readonly identity: { readonly jwtSecret?: string, readonly jwksUrl?: string, readonly issuer?: string, readonly audience?: string, readonly subscriptionUrl?: string, readonly privacyKeys?: readonly PrivacyKey[] }
}

/** All faults at once, a line each: variable, what is wrong, an example. */
export class ConfigurationError extends Error {
  readonly faults: readonly string[]
  constructor (faults: readonly string[]) {
    super(`the configuration is not usable:\n${faults.map(fault => `  - ${fault}`).join('\n')}`)
    this.name = 'ConfigurationError'
    this.faults = faults
  }
}

type Values = Record<string, string & number & boolean> & { readonly __raw?: never }
interface SchemaFault { readonly instancePath: string, readonly message?: string, readonly keyword: string, readonly params?: Record<string, unknown> }

/**
 * Settings from an environment. Empty values count as unset.
 * @throws {ConfigurationError} naming every variable that is wrong.
 */
export function readConfiguration (env: Environment): Config {
  const given = knownValues(env)
  const faults: string[] = []
  const values = validate(given, faults)
  const production = given.NODE_ENV === 'production'
  faults.push(...modelFaults(given), ...identityFaults(given, production))
  if (faults.length > 0) throw new ConfigurationError(faults)
  return freeze(assemble(values, production))
}

function knownValues (env: Environment): Record<string, string> {
  const names = Object.keys(VARIABLES).filter(name => (env[name] ?? '').trim() !== '')
  return Object.fromEntries(names.map(name => [name, (env[name] ?? '').trim()]))
}

function validate (given: Record<string, string>, faults: string[]): Values {
  const properties = Object.fromEntries(Object.entries(VARIABLES).map(([name, variable]) => [name, variable.schema]))
  try {
    return envSchema<Values>({ schema: Type.Object(properties, { required: [] }), data: given, dotenv: false, env: false })
  } catch (error) {
    const found = (error as { errors?: SchemaFault[] }).errors
    if (!found) throw error
    faults.push(...new Set(found.map(describe)))
    return {} as Values
  }
}

function describe (fault: SchemaFault): string {
  const name = fault.instancePath.slice(1) as VariableName
  const variable: Variable | undefined = VARIABLES[name]
  const allowed = fault.params?.allowedValues
  const what = fault.keyword === 'pattern' ? 'has the wrong form' : Array.isArray(allowed) ? `must be one of ${allowed.join(', ')}` : fault.message ?? 'is not valid'
  return `${name} ${what}; for example ${name}=${variable?.example}`
}

function modelFaults (given: Record<string, string>): string[] {
  // A table of one's own is read by plugins/pricing.ts, which makes the same check.
  if (given.AMORA_MODEL_TABLE !== undefined) return []
  const known = knownModels()
  return (['AMORA_DETECTION_MODEL', 'AMORA_RESPONSE_MODEL', 'AMORA_ECONOMY_MODEL'] as const)
    .filter(name => given[name] !== undefined && !known.includes(given[name]))
    .map(name => `${name} names a model that services/models.json has no prices for; known are ${known.join(', ')}; for example ${name}=${VARIABLES[name].example}`)
}

function identityFaults (given: Record<string, string>, production: boolean): string[] {
  return production ? [...signingFaults(given), ...privacyFaults(given)] : []
}

function privacyFaults ({ AMORA_PRIVACY_KEYS: keys }: Record<string, string>): string[] {
  return keys === undefined ? ['AMORA_PRIVACY_KEYS is needed in production: replicas must know a user by the same hash; for example AMORA_PRIVACY_KEYS="2026a:$(openssl rand -base64 32)"'] : []
}

function signingFaults (given: Record<string, string>): string[] {
  const secret = given.AMORA_JWT_SECRET
  if (secret === undefined) {
    return given.AMORA_JWKS_URL ? [] : ['AMORA_JWT_SECRET or AMORA_JWKS_URL is needed in production: nobody could be told apart; for example AMORA_JWKS_URL=https://login.example/.well-known/jwks.json']
  }
  const weakness = weaknessOf(secret)
  return weakness ? [`AMORA_JWT_SECRET ${weakness}; for example the output of: openssl rand -base64 48`] : []
}

function assemble (values: Values, production: boolean): Config {
  const basisPoints = (percentage: string | undefined, preset: number) => Math.round(Number(percentage ?? preset) * 100)
  return {
    production,
    host: values.HOST ?? '127.0.0.1',
    port: Number(values.PORT),
    metricsPort: Number(values.AMORA_METRICS_PORT),
    logLevel: String(values.LOG_LEVEL),
    logFile: values.AMORA_LOG_FILE,
    openai: { apiKey: values.OPENAI_API_KEY, baseUrl: values.OPENAI_BASE_URL },
    models: { detection: String(values.AMORA_DETECTION_MODEL), response: String(values.AMORA_RESPONSE_MODEL), economy: String(values.AMORA_ECONOMY_MODEL) },
    modelTable: values.AMORA_MODEL_TABLE,
    temperature: Number(values.AMORA_TEMPERATURE),
    maxTokens: Number(values.AMORA_MAX_TOKENS),
    contextMessages: Number(values.AMORA_CONTEXT_MESSAGES),
    turnDeadlineMs: Number(values.AMORA_TURN_DEADLINE_MS),
    sessionTtlMs: Number(values.AMORA_SESSION_TTL_SECONDS) * 1000,
    sessionMaxEntries: Number(values.AMORA_SESSION_MAX_ENTRIES),
    llm: { concurrency: Number(values.AMORA_LLM_CONCURRENCY), queue: Number(values.AMORA_LLM_QUEUE) },
    memoryTtlMs: Number(values.AMORA_MEMORY_TTL_DAYS) * 86_400_000,
    cache: { ttlMs: Number(values.AMORA_CACHE_TTL_SECONDS) * 1000, maxEntries: Number(values.AMORA_CACHE_MAX_ENTRIES), redisUrl: values.AMORA_CACHE_REDIS_URL },
    budgets: {
      user: nanoUsd(Number(values.AMORA_USER_DAILY_BUDGET_USD)),
      // Tiers share the day's money; their sums are kept apart, so that a tier can be given less.
      tier: nanoUsd(Number(values.AMORA_DAILY_BUDGET_USD)),
      day: nanoUsd(Number(values.AMORA_DAILY_BUDGET_USD)),
      month: nanoUsd(Number(values.AMORA_MONTHLY_BUDGET_USD))
    },
    limits: {
      burstPerMinute: Number(values.AMORA_BURST_PER_MINUTE),
      dailyLimits: { free: Number(values.AMORA_FREE_DAILY_LIMIT), paid: Number(values.AMORA_PAID_DAILY_LIMIT) }
    },
    redisUrl: values.REDIS_URL,
    rollout: {
      enabled: values.AMORA_V2_ENABLED ?? !production,
      basisPoints: basisPoints(values.AMORA_V2_ROLLOUT_PERCENTAGE, production ? 0 : 100),
      isPercentageGiven: values.AMORA_V2_ROLLOUT_PERCENTAGE !== undefined,
      maxBasisPoints: basisPoints(values.AMORA_V2_MAX_PERCENTAGE, 100),
      salt: String(values.AMORA_ROLLOUT_SALT)
    },
    identity: {
      jwtSecret: values.AMORA_JWT_SECRET,
      jwksUrl: values.AMORA_JWKS_URL,
      issuer: values.AMORA_JWT_ISSUER,
      audience: values.AMORA_JWT_AUDIENCE,
      subscriptionUrl: values.AMORA_SUBSCRIPTION_URL,
      privacyKeys: values.AMORA_PRIVACY_KEYS ? privacyKeysOf(values.AMORA_PRIVACY_KEYS) : undefined
    }
  }
}

function freeze<T extends object> (value: T): T {
  for (const part of Object.values(value)) if (typeof part === 'object' && part !== null) freeze(part)
  return Object.freeze(value)
}

/** `.env.example`: every variable with its default and its reason. */
export function envExample (): string {
  const head = '# Every variable of the service. All are optional outside production; a bad value stops the start and is named.\n# This file is generated: npm run generate\n'
  const blocks = Object.entries(VARIABLES).map(([name, variable]: [string, Variable]) => {
    const preset: unknown = (variable.schema as { default?: unknown }).default
    return `# ${variable.why}\n# ${name}=${preset ?? variable.example}${preset === undefined ? '   (an example; unset by default)' : ''}\n`
  })
  return [head, ...blocks].join('\n')
}
