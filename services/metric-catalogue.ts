/**
 * Every metric of the service: one table, from which the registry, docs/metrics.md, the dashboards' queries and the tests come.
 * A counter starts at 0 for each of its combinations, so that the first event is a step and not a birth; a histogram does not.
 */
import { RUNGS } from './ladder.ts'
import { ENGINES, ROLLOUT_REASONS, ROLLOUT_STATUSES } from './rollout.ts'
import { CARE_KINDS, FLAGS, REVIEW_FAULTS } from './safety/verdict.ts'
import { ASSIGNED, FALLBACK_REASONS, OUTCOMES, SERVED, TIERS } from './turn.ts'
import { LEGS, LLM_FAILURES } from './v2/model-client.ts'

/** A label whose values are bounded at run time, by what is said; never by what a caller sends. */
export interface Bounded { readonly boundedBy: string, readonly most: number }
export type LabelValues = readonly string[] | Bounded

export const UNITS = ['1', 'seconds', 'dollars', 'days', 'tokens', 'turns', 'requests', 'users', 'events', 'ratio', 'percent', 'timestamp'] as const

export interface Metric {
  readonly type: 'counter' | 'gauge' | 'histogram'
  readonly help: string
  readonly unit: typeof UNITS[number]
  readonly labels: Readonly<Record<string, LabelValues>>
  /** The combinations that can occur, where they are not all. */
  readonly combinations?: ReadonlyArray<Readonly<Record<string, string>>>
  /** The largest number of combinations, where bounded labels bound each other. */
  readonly most?: number
  readonly buckets?: readonly number[]
  /** An observation carries the trace's id, where the trace is sampled. */
  readonly exemplars?: true
  /** Its data arrive with a later concern (feedback, users, revenue, gates), and with them its place in the registry. */
  readonly later?: true
}

/** 3 s is the users' limit and stands in both. */
export const CHAT_BUCKETS = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 1.5, 2, 2.5, 3, 4, 5, 7.5, 10, 20, 30] as const
export const LLM_BUCKETS = [0.1, 0.25, 0.5, 0.75, 1, 1.5, 2, 3, 5, 7.5, 10, 15, 20, 30, 60] as const
export const FAST_BUCKETS = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1] as const
const COST_BUCKETS = [0.00001, 0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25] as const
/** 0.25 s and 1.5 s are promised. */
const PROPAGATION_BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 1.5, 5] as const

const CACHE = ['hit', 'miss', 'bypass'] as const
/** turn.ts' ends that can occur: assigned, served, outcome, cache. */
const ENDS = [
  ['none', 'safety', 'care', 'bypass'], ['v2', 'safety', 'care', 'miss'],
  ['v1', 'v1', 'ok', 'bypass'], ['v2', 'v1', 'ok', 'bypass'],
  ['v2', 'v2', 'ok', 'hit'], ['v2', 'v2', 'ok', 'miss'], ['v2', 'v2', 'ok', 'bypass'],
  ['v2', 'v2', 'declined', 'miss'], ['v2', 'v1', 'degraded', 'miss'],
  ['none', 'none', 'denied', 'bypass'], ['none', 'none', 'shed', 'bypass'],
  ['none', 'none', 'aborted', 'bypass'], ['v2', 'none', 'aborted', 'bypass'],
  ['none', 'none', 'error', 'bypass'], ['v1', 'none', 'error', 'bypass'], ['v2', 'none', 'error', 'bypass']
] as const satisfies ReadonlyArray<readonly [typeof ASSIGNED[number], typeof SERVED[number], typeof OUTCOMES[number], typeof CACHE[number]]>

const TURN_ENDS = distinct(ENDS.flatMap(([assigned, served, outcome]) => TIERS.map(tier => ({ assigned, served, outcome, tier }))))
const DURATION_ENDS = distinct(ENDS.map(([, served, outcome, cache]) => ({ served, outcome, cache })))

/** Routes as the duration of a request is labelled, with their methods; the dial's and the ledger's share one. */
export const ROUTES = {
  '/api/v1/coach': ['POST'], '/api/v1/coach/feedback': ['POST'], '/api/v1/coach/memory': ['GET', 'DELETE'], '/api/v1/events': ['POST'],
  '/admin': ['GET', 'POST', 'PUT'], other: ['other']
} as const
const ROUTE_NAMES = ['/api/v1/coach', '/api/v1/coach/feedback', '/api/v1/coach/memory', '/api/v1/events', '/admin', 'other'] as const satisfies ReadonlyArray<keyof typeof ROUTES>
const STATUS_CLASSES = ['2xx', '4xx', '5xx', 'other'] as const
const REQUESTS = ROUTE_NAMES.flatMap(route => ROUTES[route].flatMap(method => STATUS_CLASSES
  .filter(status => status !== 'other' || route === 'other').map(status => ({ route, method, status_class: status }))))

const MODEL: Bounded = { boundedBy: 'the configured models, the moderation model, `other`', most: 5 }
/** As configured: understand and repair have one each, respond two, moderate one. */
const ASKED = 5
/** Whoever answers a leg of the chat may be another of the three, or nobody's; moderation has its one. */
const ANSWERING = 3 * 4
const MODEL_OUTCOMES = ['ok', ...LLM_FAILURES] as const
const KINDS = ['chat', 'moderation'] as const
const PERIODS = ['day', 'month'] as const
const CHANNELS = ['organic', 'paid_search', 'social', 'referral', 'partner', 'other'] as const
const GATES = ['failure', 'user_failure', 'slow', 'votes', 'cost', 'budget', 'sample_ratio', 'books'] as const
const GATE_TIERS = ['pause', 'roll_back'] as const

export const catalogue = {
  amora_build_info: { type: 'gauge', unit: '1', help: 'What runs: always 1', labels: { version: { boundedBy: 'the build', most: 1 }, node: { boundedBy: 'the runtime', most: 1 } } },

  amora_http_request_duration_seconds: { type: 'histogram', unit: 'seconds', help: 'Time from a request to its last byte', buckets: CHAT_BUCKETS, exemplars: true, labels: { route: ROUTE_NAMES, method: ['GET', 'POST', 'PUT', 'DELETE', 'other'], status_class: STATUS_CLASSES }, combinations: REQUESTS },
  amora_requests_shed_total: { type: 'counter', unit: 'requests', help: 'Requests refused because the process has no room for them, or ends', labels: { reason: ['event_loop', 'memory', 'draining'] } },
  amora_request_unknown_fields_total: { type: 'counter', unit: '1', help: 'Fields of coach requests that the contract does not know', labels: {} },
  amora_subscription_lookups_total: { type: 'counter', unit: 'requests', help: 'Where a turn’s tier came from', labels: { result: ['claim', 'cached', 'paid', 'free', 'unknown', 'timeout', 'error', 'unconfigured'] } },
  amora_jwks_fetches_total: { type: 'counter', unit: 'requests', help: 'Reads of the issuer’s keys, by result', labels: { result: ['ok', 'error'] } },
  amora_idempotency_total: { type: 'counter', unit: 'turns', help: 'Turns with an Idempotency-Key by what was found under it', labels: { result: ['started', 'finished', 'in_flight', 'mismatch', 'unavailable'] } },

  amora_turns_total: { type: 'counter', unit: 'turns', help: 'Coaching turns by their end', labels: { assigned: ASSIGNED, served: SERVED, outcome: OUTCOMES, tier: TIERS }, combinations: TURN_ENDS },
  amora_turn_duration_seconds: { type: 'histogram', unit: 'seconds', help: 'Time from the request to the end of the turn, or to the first words of a stream. cache is miss where V2’s models were to be asked and there is an answer', buckets: CHAT_BUCKETS, exemplars: true, labels: { served: SERVED, outcome: OUTCOMES, cache: CACHE }, combinations: DURATION_ENDS },
  amora_turn_overhead_seconds: { type: 'histogram', unit: 'seconds', help: 'Time of a turn that was not spent waiting for a model', buckets: FAST_BUCKETS, labels: { served: SERVED } },
  amora_turn_cost_usd: { type: 'histogram', unit: 'dollars', help: 'What a turn’s model calls cost: all legs, retries and failed calls', buckets: COST_BUCKETS, labels: { served: SERVED, tier: TIERS } },
  amora_ladder_total: { type: 'counter', unit: 'turns', help: 'Turns by the rung of the ladder that they were answered on, where models were to be asked; care_only counts those that were shed', labels: { rung: RUNGS } },
  amora_fallbacks_total: { type: 'counter', unit: 'turns', help: 'Turns that V1 answered for V2, by reason', labels: { reason: [...FALLBACK_REASONS, 'other'] } },
  amora_conversations_total: { type: 'counter', unit: '1', help: 'Conversations (a session until 30 minutes of silence) by the engine that they are pinned to, counted when they start', labels: { served: ENGINES, tier: TIERS } },
  amora_conversation_turns: { type: 'histogram', unit: 'turns', help: 'Turns of a conversation, observed when it ends', buckets: [1, 2, 3, 5, 8, 13, 21, 34, 55], labels: { served: ENGINES, tier: TIERS }, later: true },

  amora_llm_requests_total: { type: 'counter', unit: 'requests', help: 'Calls of a model by their outcome, those among them that were answered here instead of being sent', labels: { leg: LEGS, model: MODEL, outcome: MODEL_OUTCOMES }, most: ASKED * MODEL_OUTCOMES.length },
  amora_llm_duration_seconds: { type: 'histogram', unit: 'seconds', help: 'Time that a call took that was sent to a model', buckets: LLM_BUCKETS, exemplars: true, labels: { leg: LEGS, model: MODEL, outcome: ['ok', 'failed'] }, most: ASKED * 2 },
  amora_llm_retries_total: { type: 'counter', unit: 'requests', help: 'Calls of a model that were made again, by what had failed', labels: { reason: ['upstream_error', 'timeout', 'rate_limited'] } },
  amora_llm_tokens_total: { type: 'counter', unit: 'tokens', help: 'Tokens billed: input is what the provider had not cached', labels: { leg: LEGS, model: MODEL, direction: ['input', 'cached_input', 'output'] }, most: ANSWERING * 3 },
  amora_llm_cost_usd_total: { type: 'counter', unit: 'dollars', help: 'What model calls cost', labels: { leg: LEGS, model: MODEL, tier: TIERS }, most: (ANSWERING + 1) * TIERS.length },
  amora_llm_unpriced_tokens_total: { type: 'counter', unit: 'tokens', help: 'Tokens of models that the price table does not know, charged at the dearest price', labels: {} },
  amora_llm_queue_depth: { type: 'gauge', unit: 'requests', help: 'Calls of a model that wait for a place', labels: { kind: KINDS } },
  amora_llm_in_flight: { type: 'gauge', unit: 'requests', help: 'Calls of a model that run now', labels: { kind: KINDS } },
  amora_llm_ratelimit_remaining: { type: 'gauge', unit: '1', help: 'What the provider’s rate limit leaves now to the model that has least', labels: { kind: ['requests', 'tokens'] } },
  amora_breaker_state: { type: 'gauge', unit: '1', help: 'Circuit breaker of the model’s server: 0 closed, 1 half open (one call tries), 2 open (calls are spared)', labels: { kind: KINDS } },
  amora_model_days_to_shutdown: { type: 'gauge', unit: 'days', help: 'Whole days until a configured model is shut down; negative when it is over', labels: { model: MODEL }, most: 3 },

  amora_price_table_age_seconds: { type: 'gauge', unit: 'seconds', help: 'Time since the prices were last compared with their source', labels: {} },
  amora_price_table_reloads_total: { type: 'counter', unit: '1', help: 'Times that the model table’s file was read again', labels: { result: ['ok', 'refused'] } },
  amora_budget_usd: { type: 'gauge', unit: 'dollars', help: 'Model money that a window has', labels: { period: PERIODS } },
  amora_budget_spent_usd: { type: 'gauge', unit: 'dollars', help: 'Model money spent in the window', labels: { period: PERIODS } },
  amora_budget_reserved_usd: { type: 'gauge', unit: 'dollars', help: 'Model money that turns under way may still spend', labels: { period: PERIODS } },
  amora_budget_reservations_total: { type: 'counter', unit: 'turns', help: 'Reservations of model money, by result or the window that had no room', labels: { result: ['granted', 'user', 'tier', 'day', 'month', 'unavailable'] } },
  amora_ledger_writes_total: { type: 'counter', unit: 'turns', help: 'Ledger entries by what became of them', labels: { result: ['written', 'repeated', 'lost'] } },
  amora_ledger_drift_usd: { type: 'gauge', unit: 'dollars', help: 'Model money of this UTC day by the budget, less that of the ledger’s entries', labels: {} },

  amora_cache_requests_total: { type: 'counter', unit: 'turns', help: 'Look-ups of the answer cache', labels: { kind: ['public', 'private'], result: ['hit', 'miss', 'bypass', 'error'] } },
  amora_cache_saved_usd_total: { type: 'counter', unit: 'dollars', help: 'What model calls that were spared would have cost', labels: { kind: ['public', 'private'] } },
  amora_memory_uses_total: { type: 'counter', unit: 'turns', help: 'Uses of the memory of paid users', labels: { result: ['recalled', 'nothing', 'noted', 'unavailable'] } },
  amora_rate_limit_denials_total: { type: 'counter', unit: 'turns', help: 'Messages refused by a limit', labels: { tier: TIERS, window: ['burst', 'daily'] } },
  amora_session_local_total: { type: 'counter', unit: 'turns', help: 'Sessions served by this process alone, because Redis did not answer', labels: {} },
  amora_rate_limit_local_total: { type: 'counter', unit: 'turns', help: 'Messages counted by this process alone, because Redis did not answer', labels: {} },

  amora_safety_screens_total: { type: 'counter', unit: '1', help: 'Messages screened, by result and category', labels: { result: ['allow', 'care', 'flag'], category: ['none', ...CARE_KINDS, ...FLAGS] }, combinations: [{ result: 'allow', category: 'none' }, ...CARE_KINDS.map(category => ({ result: 'care', category })), ...FLAGS.map(category => ({ result: 'flag', category }))] },
  amora_safety_reviews_total: { type: 'counter', unit: '1', help: 'Replies reviewed, by result and first fault', labels: { result: ['pass', 'fail'], category: ['none', ...REVIEW_FAULTS] }, combinations: [{ result: 'pass', category: 'none' }, ...REVIEW_FAULTS.map(category => ({ result: 'fail', category }))] },

  amora_rollout_percentage: { type: 'gauge', unit: 'percent', help: 'Effective share of users on V2, 0 when off', labels: {} },
  amora_rollout_enabled: { type: 'gauge', unit: '1', help: 'Whether V2 may be assigned at all', labels: {} },
  amora_rollout_state: { type: 'gauge', unit: '1', help: 'State of the rollout: 1 for the present one, 0 for the others; all 0 while it is unknown', labels: { state: ROLLOUT_STATUSES } },
  amora_rollout_state_version: { type: 'gauge', unit: '1', help: 'Version of the rollout’s state that this process applies', labels: {} },
  amora_rollout_state_age_seconds: { type: 'gauge', unit: 'seconds', help: 'Time since the rollout’s state was last read', labels: {} },
  amora_rollout_assignments_total: { type: 'counter', unit: 'turns', help: 'Turns by assigned engine and the reason for it', labels: { engine: ENGINES, reason: ROLLOUT_REASONS } },
  amora_rollout_transitions_total: { type: 'counter', unit: 'events', help: 'Changes of the rollout’s state, by the new state and who caused them; counted by the process that wrote them', labels: { to: ROLLOUT_STATUSES, by: ['operator', 'gate', 'env', 'signal'] } },
  amora_rollout_propagation_seconds: { type: 'histogram', unit: 'seconds', help: 'Time from the writing of a state to its application here', buckets: PROPAGATION_BUCKETS, labels: {} },
  amora_rollout_config_conflict: { type: 'gauge', unit: '1', help: 'Whether the environment says otherwise than the stored state, which holds', labels: { key: ['enabled', 'percentage', 'max_percentage'] } },

  amora_dependency_up: { type: 'gauge', unit: '1', help: 'Whether a dependency answers: 1 or 0', labels: { dependency: ['redis', 'cache_redis', 'openai'] } },
  amora_redis_command_duration_seconds: { type: 'histogram', unit: 'seconds', help: 'Redis commands, one trip each, by the concern that asked', buckets: FAST_BUCKETS, labels: { op: ['breaker', 'budget', 'cache', 'ledger', 'memory', 'quota', 'replay', 'rollout', 'session'], outcome: ['ok', 'failed'] } },
  amora_event_loop_utilization_ratio: { type: 'gauge', unit: 'ratio', help: 'Share of the time in which the event loop was busy since the last look', labels: {} },
  amora_event_loop_lag_seconds: { type: 'histogram', unit: 'seconds', help: 'How late a timer ran', buckets: FAST_BUCKETS, labels: {} },

  amora_gate_value: { type: 'gauge', unit: '1', help: 'What a gate measures now', labels: { gate: GATES }, later: true },
  amora_gate_limit: { type: 'gauge', unit: '1', help: 'A gate’s limit', labels: { gate: GATES }, later: true },
  amora_gate_samples: { type: 'gauge', unit: '1', help: 'What a gate’s value rests on', labels: { gate: GATES }, later: true },
  amora_gate_log_e: { type: 'gauge', unit: '1', help: 'Logarithm of a gate’s e-value; it trips at log 100', labels: { gate: GATES, tier: GATE_TIERS }, later: true },
  amora_gate_status: { type: 'gauge', unit: '1', help: 'Outcome of a gate: 1 for the present one', labels: { gate: GATES, status: ['pass', 'fail', 'undecided'] }, later: true },
  amora_gate_source_age_seconds: { type: 'gauge', unit: 'seconds', help: 'Age of the counters that the gates read', labels: {}, later: true },
  amora_rollout_srm_p_value: { type: 'gauge', unit: 'ratio', help: 'Chance of so uneven a split of users, were the dial right', labels: {}, later: true },
  amora_feedback_total: { type: 'counter', unit: 'events', help: 'Votes on replies', labels: { assigned: ENGINES, served: SERVED, rating: ['up', 'down'] }, later: true },
  amora_feedback_rejected_total: { type: 'counter', unit: 'events', help: 'Votes that were refused', labels: { reason: ['not_found', 'too_old', 'invalid', 'other'] }, later: true },
  amora_active_users: { type: 'gauge', unit: 'users', help: 'Users who wrote in the window', labels: { window: ['1d', '7d', '30d'], tier: TIERS }, later: true },
  amora_retention_ratio: { type: 'gauge', unit: 'ratio', help: 'Share of new users who wrote again after so many days', labels: { day: ['7', '30'] }, later: true },
  amora_paid_users: { type: 'gauge', unit: 'users', help: 'Users with a subscription', labels: {}, later: true },
  amora_conversion_ratio: { type: 'gauge', unit: 'ratio', help: 'Share of new users who subscribed within 30 days', labels: {}, later: true },
  amora_signups_total: { type: 'counter', unit: 'users', help: 'New users', labels: { channel: CHANNELS }, later: true },
  amora_upgrades_total: { type: 'counter', unit: 'users', help: 'Subscriptions started', labels: { channel: CHANNELS }, later: true },
  amora_cancellations_total: { type: 'counter', unit: 'users', help: 'Subscriptions cancelled', labels: { channel: CHANNELS }, later: true },
  amora_revenue_usd_total: { type: 'counter', unit: 'dollars', help: 'Payments received', labels: { channel: CHANNELS }, later: true },
  amora_acquisition_spend_usd_total: { type: 'counter', unit: 'dollars', help: 'Money spent on winning users', labels: { channel: CHANNELS }, later: true },
  amora_business_snapshot_timestamp_seconds: { type: 'gauge', unit: 'timestamp', help: 'When users and revenue were last counted', labels: {}, later: true }
} as const satisfies Readonly<Record<string, Metric>>

export type MetricName = keyof typeof catalogue
type Labels<N extends MetricName> = (typeof catalogue)[N]['labels']
/** A metric's label names, as types. */
export type LabelOf<N extends MetricName> = keyof Labels<N> & string
/** The values that a label may have: its set; any text where only the run time bounds them. */
export type ValueOf<N extends MetricName, L extends LabelOf<N>> = Labels<N>[L] extends ReadonlyArray<infer V extends string> ? V : string
export type LabelsOf<N extends MetricName> = { readonly [L in LabelOf<N>]: ValueOf<N, L> }
export type NameOf<T extends Metric['type']> = { [N in MetricName]: (typeof catalogue)[N]['type'] extends T ? N : never }[MetricName]
/** Labels whose sets have a place for what nobody knew before. */
export type OpenLabelOf<N extends MetricName> = { [L in LabelOf<N>]: 'other' extends ValueOf<N, L> ? string extends ValueOf<N, L> ? never : L : never }[LabelOf<N>]

export const isBounded = (values: LabelValues): values is Bounded => 'boundedBy' in values

/** A value that is known only at run time, as the label's set has it: itself, or `other`. */
export function labelValue<N extends MetricName, L extends OpenLabelOf<N>> (name: N, label: L, value: string): ValueOf<N, L> {
  const values = (catalogue[name] as Metric).labels[label]!
  return (!isBounded(values) && values.includes(value) ? value : 'other') as ValueOf<N, L>
}

type Row = Readonly<Record<string, string>>

/**
 * The combinations of labels that can occur; undefined where a label is bounded only at run time and `known` does not say it.
 * `known`: what a run knows of such a label, with the labels that go with it.
 */
export function combinationsOf (name: MetricName, known: readonly Row[] = [{}]): readonly Row[] | undefined {
  const { combinations, labels }: Metric = catalogue[name]
  if (combinations) return combinations
  return Object.entries(labels).filter(([label]) => !known.some(row => label in row)).reduce<readonly Row[] | undefined>((rows, [label, values]) =>
    rows && !isBounded(values) ? rows.flatMap(row => values.map(value => ({ ...row, [label]: value }))) : undefined, known)
}

/** The largest number of time series that a process can show of a metric. */
export function mostSeries (name: MetricName): number {
  const { most, labels, buckets }: Metric = catalogue[name]
  const product = Object.values<LabelValues>(labels).reduce((sum, values) => sum * (isBounded(values) ? values.most : values.length), 1)
  const combinations = most ?? combinationsOf(name)?.length ?? product
  // A histogram adds +Inf, its sum and its count to the buckets.
  return combinations * (buckets ? buckets.length + 3 : 1)
}

function distinct<T extends object> (rows: readonly T[]): readonly T[] {
  return [...new Map(rows.map(row => [JSON.stringify(row), row])).values()]
}
