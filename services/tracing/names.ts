/**
 * Every attribute that a span of ours may carry, in this one file: the conventions are still in development and rename things
 * (OpenTelemetry semantic conventions 1.45: HTTP and errors are stable, the others are not).
 */
import type { RolloutReason } from '../rollout.ts'

export const ERROR_TYPE = 'error.type'

export const HTTP = {
  method: 'http.request.method',
  route: 'http.route',
  status: 'http.response.status_code'
} as const

export const GEN_AI = {
  operation: 'gen_ai.operation.name',
  provider: 'gen_ai.provider.name',
  requestModel: 'gen_ai.request.model',
  maxTokens: 'gen_ai.request.max_tokens',
  isStream: 'gen_ai.request.stream',
  responseModel: 'gen_ai.response.model',
  inputTokens: 'gen_ai.usage.input_tokens',
  cachedInputTokens: 'gen_ai.usage.cache_read.input_tokens',
  outputTokens: 'gen_ai.usage.output_tokens',
  /** Seconds. */
  firstChunk: 'gen_ai.response.time_to_first_chunk'
} as const

/** `moderation` is ours: the conventions know no such operation. */
export const OPERATIONS = { chat: 'chat', moderation: 'moderation' } as const

export const FEATURE_FLAG = {
  key: 'feature_flag.key',
  provider: 'feature_flag.provider.name',
  variant: 'feature_flag.result.variant',
  reason: 'feature_flag.result.reason'
} as const

/** The conventions' word for each of ours, which stands beside it as `amora.rollout.reason`. */
export const FLAG_REASONS = {
  env_disabled: 'disabled',
  killed: 'disabled',
  rolled_back: 'disabled',
  paused: 'disabled',
  state_unavailable: 'error',
  denied: 'targeting_match',
  allowed: 'targeting_match',
  forced: 'targeting_match',
  pinned: 'cached',
  no_identity: 'default',
  in_rollout: 'split',
  out_of_rollout: 'split'
} as const satisfies Readonly<Record<RolloutReason, string>>

export const DB = {
  system: 'db.system.name',
  /** A concern and what it wants, such as `session-open`. */
  operation: 'db.operation.name'
} as const

export const AMORA = {
  /** Random, and the way from a trace to the ledger and back. */
  turnId: 'amora.turn.id',
  assigned: 'amora.turn.assigned',
  served: 'amora.turn.served',
  outcome: 'amora.turn.outcome',
  reason: 'amora.turn.reason',
  tier: 'amora.turn.tier',
  mode: 'amora.turn.mode',
  rung: 'amora.turn.rung',
  costUsd: 'amora.turn.cost_usd',
  modelCalls: 'amora.turn.model_calls',
  /** Of a stream, from the request to the first words, in seconds. */
  firstWords: 'amora.turn.time_to_first_words',
  rolloutReason: 'amora.rollout.reason',
  cache: 'amora.cache.result',
  replay: 'amora.replay.result',
  sessionTurns: 'amora.session.turns',
  screen: 'amora.safety.screen',
  reviewFaults: 'amora.safety.review.faults',
  reviewCategory: 'amora.safety.review.category',
  reservation: 'amora.budget.result',
  end: 'amora.engine.end',
  storeConcern: 'amora.store.concern'
} as const
