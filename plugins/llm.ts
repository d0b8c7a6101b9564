import fp from 'fastify-plugin'
import type { FastifyInstance } from 'fastify'
import type { Agent, Dispatcher, request as undiciRequest } from 'undici'
import type { Situation } from '../services/ladder.ts'
import { callsOf, createModelLabel, type ModelLabel } from '../services/model-labels.ts'
import { LlmError, type ChatClient, type ChatUsage, type Leg, type LlmFailure } from '../services/v2/model-client.ts'
import { createOfflineModel } from '../services/v2/offline.ts'
import { MODERATION_MODEL, chatBody, chatReply, moderationOf } from '../services/v2/openai-wire.ts'
import { readChatStream, type StreamedCall } from '../services/v2/upstream/chat-stream.ts'
import { tracedClient } from '../services/tracing/model-calls.ts'
import { BREAKER_STATES, type BreakerSettings } from '../services/v2/upstream/breaker.ts'
import { INBOUND_HEADERS, OUTBOUND_HEADERS, answered, picked, readBounded, unlessOver } from '../services/v2/upstream/exchange.ts'
import { inPieces } from '../services/v2/upstream/pieces.ts'
import { LIMITED_UNITS } from '../services/v2/upstream/rate-limit.ts'
import { rememberTrouble, type WatchedClient } from '../services/v2/upstream/trouble.ts'
import { CALL_KINDS, createUpstream, type CallKind, type Upstream, type UpstreamOptions } from '../services/v2/upstream/upstream.ts'
import { createRedisProbes } from '../stores/redis/breaker-probes.ts'

declare module 'fastify' {
  interface FastifyInstance { llm: Llm }
}

export interface Llm extends WatchedClient {
  /** How much there is to do for the model's server now. */
  load (): Pick<Situation, 'breaker' | 'queue'>
}

export interface LlmOptions {
  chatClient?: ChatClient
  /** Epoch milliseconds. */
  nowMs?: () => number
  random?: () => number
  breaker?: BreakerSettings
}

const BREAKER: BreakerSettings = { openMs: 5000, lastingOpenMs: 60_000 }

/** A turn's own deadline comes first; this ends a call that was given none. */
const LAST_RESORT_MS = 60_000
const CONNECT_TIMEOUT_MS = 1000
const IDLE_SOCKET_MS = 30_000
/** A stream has said that it is over; its connection is kept if it really ends within this. */
const STREAM_END_MS = 1000

/** The door to the chat model: OpenAI's with a key, the offline one without, none in production without. */
export default fp<LlmOptions>(async (app, { chatClient, nowMs = Date.now, random = Math.random, breaker = BREAKER }) => {
  const nameOf = createModelLabel(app.config.models, app.pricing.table)
  watchShutdowns(app, nameOf, nowMs)
  const now = () => performance.now()
  const { count, heldBack, retries } = createInstruments(app, nameOf)
  const traced = (client: ChatClient) => tracedClient(client, { tracer: app.tracing, nameOf, now })
  const loadClient = chatClient || !app.config.openai.apiKey ? undefined : await createOpenAIClient(app, nowMs)
  const upstream = loadClient && createUpstream(rateLimits => counted(traced(loadClient(rateLimits)), count), {
    limits: app.config.llm, breaker, probes: probesOf(app), now, random, onHeldBack: heldBack, onRetry: reason => { retries.inc({ reason }) }
  })
  showUpstream(app, upstream)
  const load: Llm['load'] = () => ({
    breaker: upstream?.breakers.chat.state() ?? 'closed',
    queue: upstream ? upstream.waiting('chat') / Math.max(1, app.config.llm.queue) : 0
  })
  app.decorate('llm', Object.assign(rememberTrouble(upstream ?? counted(traced(inPieces(chatClient ?? keylessClient(app), now)), count)), { load }))
}, { name: 'llm', dependencies: ['config', 'tracing', 'metrics', 'pricing', 'redis'] })

/** Processes that share a Redis try a server that is down one at a time; each by itself where there is none. */
function probesOf ({ sharedState: { store } }: FastifyInstance): UpstreamOptions['probes'] {
  return store && (kind => createRedisProbes(store, kind))
}

function keylessClient ({ config }: FastifyInstance): ChatClient {
  const refuse = async () => { throw new LlmError('no_key') }
  return config.production ? { kind: 'none', complete: refuse, moderate: refuse } : createOfflineModel()
}

type EventStreams = WeakMap<Response, Dispatcher.ResponseData['body']>

/** OpenAI's own client, without its retries, its logging and its reading of the environment: one request a call. */
async function createOpenAIClient (app: FastifyInstance, nowMs: () => number): Promise<(rateLimits: Upstream['rateLimits']) => ChatClient> {
  // Loaded here: together they cost a start without a key 200 ms for nothing.
  const [{ OpenAI }, undici] = await Promise.all([import('openai'), import('undici')])
  const agent = new undici.Agent({ keepAliveTimeout: IDLE_SOCKET_MS, headersTimeout: 0, bodyTimeout: 0, connect: { timeout: CONNECT_TIMEOUT_MS } })
  app.addHook('onClose', async () => { await agent.destroy() })
  const streams: EventStreams = new WeakMap()
  const { openai: { apiKey, baseUrl } } = app.config
  const sdk = new OpenAI({
    apiKey, baseURL: baseUrl ?? null, maxRetries: 0, timeout: LAST_RESORT_MS, logLevel: 'off',
    adminAPIKey: null, organization: null, project: null, webhookSecret: null, fetch: createFetch(agent, undici.request, streams)
  })
  return rateLimits => ({
    kind: 'openai',
    complete: async (request, signal) => answered({ model: request.model, signal, nowMs, limits: rateLimits.chat }, async note => {
      const body = chatBody(request, app.pricing.table())
      if (request.stream) {
        const response = await sdk.chat.completions.create({ ...body, stream: true, stream_options: { include_usage: true } }, { signal }).asResponse()
        note(response)
        return readEvents(streams.get(response), { asked: request.model, onText: request.stream.onText, onFinish: request.stream.onFinish, signal })
      }
      const { data, response } = await sdk.chat.completions.create(body, { signal }).withResponse()
      note(response)
      return unlessOver(chatReply(data, request.model), signal)
    }),
    moderate: async (input, signal) => answered({ model: MODERATION_MODEL, signal, nowMs, limits: rateLimits.moderation }, async note => {
      const { data, response } = await sdk.moderations.create({ model: MODERATION_MODEL, input }, { signal }).withResponse()
      note(response)
      return unlessOver(moderationOf(data), signal)
    })
  })
}

/** Read by our own parser: the SDK’s takes almost twice the time. Its signal reaches the body without our help. */
async function readEvents (body: Dispatcher.ResponseData['body'] | undefined, call: StreamedCall) {
  if (!body) throw new LlmError('invalid_output', { model: call.asked })
  try {
    const reply = await readChatStream(body.iterator({ destroyOnReturn: false }), call)
    body.dump({ limit: Infinity, signal: AbortSignal.timeout(STREAM_END_MS) }).catch(() => {})
    return reply
  } catch (error) {
    body.destroy()
    throw error
  }
}

/** A lean `fetch` for the SDK: headers by an allow-list, no redirects, no compression, and a bound on what is read. */
function createFetch (dispatcher: Agent, request: typeof undiciRequest, streams: EventStreams): typeof fetch {
  return async (url, { method, headers: given, body: json, signal } = {}) => {
    const outbound = given instanceof Headers ? given : new Headers(given)
    // The SDK posts JSON as text here and nothing else.
    const { statusCode: status, headers, body } = await request(String(url), {
      dispatcher, signal, method: method as 'POST', body: json as string, headers: picked(OUTBOUND_HEADERS, name => outbound.get(name))
    })
    const kept = { status, headers: picked(INBOUND_HEADERS, name => headers[name]) }
    if (status < 400 && String(headers['content-type']).startsWith('text/event-stream')) {
      const response = new Response(null, kept)
      // Whoever reads it sees its error; one that comes before or after must not end the process.
      streams.set(response, body.on('error', () => {}))
      return response
    }
    const bytes = await readBounded(body, status)
    return new Response(bytes.length > 0 ? bytes : null, kept)
  }
}

/** Counts every request of a client, whichever it is. */
function counted (client: ChatClient, count: Counted): ChatClient {
  return {
    kind: client.kind,
    moderate: async (text, signal) => count('moderate', MODERATION_MODEL, async () => client.moderate(text, signal)),
    complete: async (request, signal) => count(request.leg, request.model, async () => client.complete(request, signal))
  }
}

/** What the metrics need of a reply or of a failure that was billed. */
interface Billed { readonly model?: string, readonly usage?: ChatUsage }
type Counted = <T extends Billed>(leg: Leg, model: string, call: () => Promise<T>) => Promise<T>

const DIRECTIONS = ['input', 'cached_input', 'output'] as const

function createInstruments (app: FastifyInstance, nameOf: ModelLabel) {
  const calls = callsOf(app.config.models, nameOf)
  const requests = app.metrics.counter('amora_llm_requests_total', calls)
  const tokens = app.metrics.counter('amora_llm_tokens_total', calls.filter(({ leg }) => leg !== 'moderate'))
  const duration = app.metrics.histogram('amora_llm_duration_seconds')
  const inFlight = app.metrics.gauge('amora_llm_in_flight')
  const retries = app.metrics.counter('amora_llm_retries_total')
  for (const kind of CALL_KINDS) inFlight.set({ kind }, 0)

  const bill = (leg: Leg, model: string, { inputTokens, cachedInputTokens, outputTokens }: ChatUsage) => {
    const amounts = { input: inputTokens - cachedInputTokens, cached_input: cachedInputTokens, output: outputTokens }
    for (const direction of DIRECTIONS) tokens.inc({ leg, model: nameOf(model), direction }, amounts[direction])
  }
  const heldBack = (leg: Leg, model: string, outcome: LlmFailure) => { requests.inc({ leg, model: nameOf(model), outcome }) }
  const count: Counted = async (leg, asked, call) => {
    const kind: CallKind = leg === 'moderate' ? 'moderation' : 'chat'
    const startedAt = performance.now()
    const end = (outcome: 'ok' | LlmFailure, { model = asked, usage }: Billed) => {
      const labels = { leg, model: nameOf(asked) }
      inFlight.dec({ kind })
      requests.inc({ ...labels, outcome })
      duration.observe({ ...labels, outcome: outcome === 'ok' ? 'ok' : 'failed' }, (performance.now() - startedAt) / 1000)
      if (usage) bill(leg, model, usage)
    }
    inFlight.inc({ kind })
    try {
      const result = await call()
      end('ok', result)
      return result
    } catch (error) {
      const failure = error instanceof LlmError ? error : new LlmError('upstream_error')
      end(failure.reason, failure)
      throw error
    }
  }
  return { count, heldBack, retries }
}

/** How the server is spared; a client without one is never in trouble. */
function showUpstream ({ metrics }: FastifyInstance, upstream: Upstream | undefined): void {
  metrics.gauge('amora_llm_queue_depth', gauge => {
    for (const kind of CALL_KINDS) gauge.set({ kind }, upstream?.waiting(kind) ?? 0)
  })
  metrics.gauge('amora_breaker_state', gauge => {
    for (const kind of CALL_KINDS) gauge.set({ kind }, BREAKER_STATES.indexOf(upstream?.breakers[kind].state() ?? 'closed'))
  })
  metrics.gauge('amora_llm_ratelimit_remaining', gauge => {
    for (const unit of LIMITED_UNITS) {
      const left = CALL_KINDS.map(kind => upstream?.rateLimits[kind].remaining(unit)).filter(left => left !== undefined)
      if (left.length > 0) gauge.set({ kind: unit }, Math.min(...left))
    }
  })
}

/** Shows how long each configured model lives, and says at start which of them is gone. */
function watchShutdowns (app: FastifyInstance, nameOf: ModelLabel, nowMs: () => number): void {
  const models = [...new Set(Object.values(app.config.models))]
  const daysLeft = () => models.map(model => ({ model, days: app.pricing.table().daysToShutdown(model, nowMs()) ?? NaN })).filter(({ days }) => !Number.isNaN(days))
  app.metrics.gauge('amora_model_days_to_shutdown', gauge => {
    for (const { model, days } of daysLeft()) gauge.set({ model: nameOf(model) }, days)
  })
  for (const { model, days } of daysLeft().filter(({ days }) => days < 0)) {
    app.log.warn({ model, daysSinceShutdown: -days, replacement: app.pricing.table().find(model)?.replacement }, 'a configured model has been shut down')
  }
}
