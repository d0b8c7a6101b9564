/** How the service works, layer by layer. */
import type { Plan } from './frame.ts'
import { LIMITS } from './limits.ts'
import { TURNS_PER_SECOND, below, distribution, lines, number, states } from './panels.ts'
import { buckets, count, grown, quantile, rate, rateOfSeen, ratio, series, sumOf } from './query.ts'

const BY_V2 = { served: 'v2', outcome: 'ok', cache: 'miss' } as const
const QUANTILES = [['p50', 0.5], ['p95', 0.95], ['p99', 0.99]] as const

const latency = {
  title: 'Latency', panels: [
    lines({
      title: 'V2: time of a turn', width: 8, height: 9, unit: 's', description: 'Turns that V2’s models answered, without those from the cache. The line is the guide’s limit, which p95 keeps. Dots are traces.',
      queries: QUANTILES.map(([legend, of]) => ({ expr: quantile(of, 'amora_turn_duration_seconds', BY_V2), legend, exemplars: true as const })),
      limits: below(LIMITS.secondsP95), runbooks: ['LatencyBudgetBurnFast', 'LatencyBudgetBurnSlow']
    }),
    lines({
      title: 'V1, cache and stand-in: time of a turn', width: 8, height: 9, unit: 's', description: 'p95 of turns that V1 answered, of V2’s answers from the cache, and of turns where V1 stood in after V2 had failed.',
      queries: [
        { expr: quantile(0.95, 'amora_turn_duration_seconds', { served: 'v1', outcome: 'ok' }), legend: 'V1 p95' },
        { expr: quantile(0.95, 'amora_turn_duration_seconds', { served: 'v2', cache: 'hit' }), legend: 'cache hit p95' },
        { expr: quantile(0.95, 'amora_turn_duration_seconds', { outcome: 'degraded' }), legend: 'stand-in p95' }
      ],
      limits: below(LIMITS.secondsP95)
    }),
    distribution({
      title: 'V2: how turns are spread', width: 8, height: 9, unit: 's', description: 'Each column is the turns of that time by their duration. Two bands: two kinds of turns, which an average hides.',
      queries: [{ expr: rate(buckets('amora_turn_duration_seconds', BY_V2), ['le']), legend: '{{le}}', exemplars: true }]
    }),
    lines({
      title: 'Own overhead', width: 8, unit: 's', description: 'Time of a turn that was not spent waiting for a model: what this service itself adds.',
      queries: QUANTILES.map(([legend, of]) => ({ expr: quantile(of, 'amora_turn_overhead_seconds', {}), legend }))
    }),
    lines({
      title: 'HTTP requests', width: 8, unit: 'reqps', stacked: true, description: 'Requests a second by route and class of status.',
      queries: [{ expr: rateOfSeen(count('amora_http_request_duration_seconds'), ['route', 'status_class']), legend: '{{route}} {{status_class}}' }]
    }),
    lines({
      title: 'HTTP p95 by route', width: 8, unit: 's', description: '95 % of requests were answered within this time; on the coach’s route the turn and what precedes it.',
      queries: [{ expr: quantile(0.95, 'amora_http_request_duration_seconds', {}, ['route']), legend: '{{route}}', exemplars: true }]
    })
  ]
}

const failures = {
  title: 'Failures', panels: [
    lines({
      title: 'Share of turns that fail', width: 8, unit: 'percentunit', decimals: 2, description: 'Turns that ended in a 5xx (error, shed), and turns where V1 stood in for V2, over all turns.',
      queries: [
        { expr: ratio(rate(series('amora_turns_total', { outcome: ['error', 'shed'] })), rate(series('amora_turns_total'))), legend: '5xx' },
        { expr: ratio(rate(series('amora_turns_total', { outcome: 'degraded' })), rate(series('amora_turns_total'))), legend: 'V1 stood in' }
      ],
      limits: below(LIMITS.errorRatio), runbooks: ['ErrorBudgetBurnFast', 'ErrorBudgetBurnSlow']
    }),
    lines({
      title: 'Fallbacks by reason', width: 8, unit: TURNS_PER_SECOND, noValue: 'none', stacked: true, description: 'Turns a second that V1 answered for V2, by what went wrong with V2.',
      queries: [{ expr: rateOfSeen(series('amora_fallbacks_total'), ['reason']), legend: '{{reason}}' }], runbooks: ['FallbackBudgetBurn']
    }),
    lines({
      title: 'Turns by outcome', width: 8, unit: TURNS_PER_SECOND, stacked: true, description: 'How turns ended, a second.',
      queries: [{ expr: rateOfSeen(series('amora_turns_total'), ['outcome']), legend: '{{outcome}}' }]
    })
  ]
}

const model = {
  title: 'The model’s server', panels: [
    lines({
      title: 'p95 of a call, by leg', width: 8, unit: 's', description: '95 % of successful calls were answered within this time. Dots are traces.',
      queries: [{ expr: quantile(0.95, 'amora_llm_duration_seconds', { outcome: 'ok' }, ['leg']), legend: '{{leg}}', exemplars: true }]
    }),
    lines({
      title: 'Calls by outcome', width: 8, unit: 'reqps', stacked: true, description: 'Calls a second. `rate_limited` is 429, `breaker_open` and `queue_full` were not sent.',
      queries: [{ expr: rateOfSeen(series('amora_llm_requests_total'), ['outcome']), legend: '{{outcome}}' }], runbooks: ['OpenAIDown', 'OpenAIRateLimited', 'OpenAIAuthFailed', 'OpenAIQuotaExhausted']
    }),
    lines({
      title: 'Share of calls that fail, by leg', width: 8, unit: 'percentunit', decimals: 1, description: 'Failed calls over all calls. Callers who left are not failures.',
      queries: [{ expr: ratio(rate(series('amora_llm_requests_total', { outcome: { not: ['ok', 'aborted'] } }), ['leg']), rate(series('amora_llm_requests_total'), ['leg'])), legend: '{{leg}}' }], runbooks: ['OpenAIDown']
    }),
    lines({
      title: '429s and retries', width: 6, unit: 'reqps', description: 'Calls that the provider’s rate limit refused, and calls that were made once more, by reason. At most a tenth of the calls is retried.',
      queries: [
        { expr: rate(series('amora_llm_requests_total', { outcome: 'rate_limited' })), legend: '429' },
        { expr: rate(series('amora_llm_retries_total'), ['reason']), legend: 'retried: {{reason}}' }
      ],
      runbooks: ['OpenAIRateLimited']
    }),
    lines({
      title: 'In flight and waiting', width: 6, unit: 'none', description: 'Calls that run, and calls that wait for a place. A queue that does not drain: the provider is slow, or the concurrency too small.',
      queries: [
        { expr: `sum by (kind) (${series('amora_llm_in_flight')})`, legend: 'run: {{kind}}' },
        { expr: `sum by (kind) (${series('amora_llm_queue_depth')})`, legend: 'wait: {{kind}}' }
      ]
    }),
    states({
      title: 'Breaker', width: 6, unit: 'none', description: 'Circuit breaker by process and kind. Open: nothing is sent and V1 answers; half open: one call probes.',
      queries: [{ expr: `max by (instance, kind) (${series('amora_breaker_state')})`, legend: '{{kind}} {{instance}}' }],
      words: { 0: ['closed', 'green'], 1: ['half open', 'orange'], 2: ['open', 'red'] }, runbooks: ['BreakerOpen']
    }),
    number({
      title: 'Provider’s allowance left', width: 6, height: 8, unit: 'short', decimals: 0, noValue: 'the provider says nothing',
      description: 'What the provider’s rate limit still allows, for the model that has least left. Near 0, calls are held back here.',
      queries: [{ expr: `min by (kind) (${series('amora_llm_ratelimit_remaining')})`, legend: '{{kind}}' }], runbooks: ['OpenAIRateLimited']
    }),
    lines({
      title: 'Tokens by model', width: 18, unit: 'short', stacked: true, description: 'Tokens a second by model and direction. `cached_input` is the provider’s own prompt cache, at a fraction of the price.',
      queries: [{ expr: rate(series('amora_llm_tokens_total'), ['model', 'direction']), legend: '{{model}} {{direction}}' }]
    }),
    number({
      title: 'Days until a model is shut down', width: 6, height: 8, unit: 'd', decimals: 0, description: 'For each configured model whose end is known. Negative: it is gone.', noValue: 'no end is known',
      queries: [{ expr: `min by (model) (${series('amora_model_days_to_shutdown')})`, legend: '{{model}}' }],
      limits: [{ from: null, color: 'red' }, { from: 30, color: 'orange' }, { from: 60, color: 'green' }], runbooks: ['ModelShutdownNear']
    })
  ]
}

const guards = {
  title: 'Cache, limits, safety', panels: [
    lines({
      title: 'Cache: hit rate', width: 6, unit: 'percentunit', decimals: 0, max: 1, description: 'Answers from the cache over look-ups. Only questions that read nothing of the user are public and can be shared.',
      queries: [{ expr: ratio(rate(series('amora_cache_requests_total', { result: 'hit' }), ['kind']), rate(series('amora_cache_requests_total', { result: { not: ['bypass'] } }), ['kind'])), legend: '{{kind}}' }], runbooks: ['CacheHitRateLow']
    }),
    number({
      title: 'Cache: money saved', width: 6, height: 8, unit: 'currencyUSD', decimals: 3, description: 'What the calls that the cache spared would have cost, over the chosen time.',
      queries: [{ expr: grown(series('amora_cache_saved_usd_total'), ['kind']), legend: '{{kind}}' }]
    }),
    lines({
      title: 'Refused by limits', width: 6, unit: TURNS_PER_SECOND, noValue: 'none', stacked: true, description: 'Messages a second that a limit refused, by tier and window.',
      queries: [{ expr: rateOfSeen(series('amora_rate_limit_denials_total'), ['tier', 'window']), legend: '{{tier}} {{window}}' }], runbooks: ['RateLimitDenialsSpike']
    }),
    lines({
      title: 'Tiers: where they come from', width: 6, unit: TURNS_PER_SECOND, stacked: true, description: 'Look-ups of a user’s tier a second, by result. `timeout` and `error`: the user is taken for free.',
      queries: [{ expr: rateOfSeen(series('amora_subscription_lookups_total'), ['result']), legend: '{{result}}' }]
    }),
    lines({
      title: 'Care and flags', width: 8, unit: TURNS_PER_SECOND, noValue: 'none', stacked: true, description: 'Messages a second in which the screen found something. Self-harm and abuse get a care reply before everything else.',
      queries: [{ expr: rateOfSeen(series('amora_safety_screens_total', { result: ['care', 'flag'] }), ['result', 'category']), legend: '{{result}}: {{category}}' }], runbooks: ['CrisisRepliesSpike']
    }),
    lines({
      title: 'Replies refused by the review', width: 8, unit: TURNS_PER_SECOND, noValue: 'none', stacked: true, description: 'Replies a second that failed the review, by the first fault. They are repaired once, or V1 stands in.',
      queries: [{ expr: rateOfSeen(series('amora_safety_reviews_total', { result: 'fail' }), ['category']), legend: '{{category}}' }], runbooks: ['SafetyBlocksSpike']
    }),
    lines({
      title: 'Answers of V2, and passed reviews', width: 8, unit: TURNS_PER_SECOND, description: 'The second line never lies below the first: an answer that no review has passed must not reach anybody.',
      queries: [
        { expr: rate(count('amora_turn_duration_seconds', BY_V2)), legend: 'answers' },
        { expr: rate(series('amora_safety_reviews_total', { result: 'pass' })), legend: 'passed reviews' }
      ],
      runbooks: ['SafetyReviewMissing']
    })
  ]
}

const process = {
  title: 'Redis and processes', panels: [
    lines({
      title: 'Redis: p99 by concern', width: 8, unit: 's', description: '99 % of commands came back within this time. A command that takes over 100 ms is given up.',
      queries: [{ expr: quantile(0.99, 'amora_redis_command_duration_seconds', { outcome: 'ok' }, ['op']), legend: '{{op}}' }],
      limits: [{ from: null, color: 'green' }, { from: 0.1, color: 'red' }], noValue: 'no Redis'
    }),
    lines({
      title: 'Redis: commands', width: 8, unit: 'reqps', stacked: true, description: 'Commands a second by outcome; one script or one pipeline is one.',
      queries: [{ expr: rate(count('amora_redis_command_duration_seconds'), ['outcome']), legend: '{{outcome}}' }], noValue: 'no Redis', runbooks: ['RedisDown']
    }),
    states({
      title: 'Dependencies', width: 8, unit: 'none', description: 'Whether each process reaches its dependencies.',
      queries: [{ expr: `min by (instance, dependency) (${series('amora_dependency_up')})`, legend: '{{dependency}} {{instance}}' }],
      words: { 0: ['down', 'red'], 1: ['up', 'green'] }, noValue: 'none configured', runbooks: ['RedisDown']
    }),
    lines({
      title: 'Event loop: busy', width: 8, unit: 'percentunit', decimals: 0, max: 1, description: 'Share of the time in which a process had work. Above 80 % for long, turns wait for each other.',
      queries: [{ expr: `max by (instance) (${series('amora_event_loop_utilization_ratio')})`, legend: '{{instance}}' }],
      limits: below(0.8), runbooks: ['EventLoopSaturated']
    }),
    lines({
      title: 'Event loop: lag', width: 8, unit: 's', description: 'How late timers ran: the longest blocks show in p99.',
      queries: [
        { expr: quantile(0.99, 'amora_event_loop_lag_seconds', {}), legend: 'p99' },
        { expr: ratio(rate(sumOf('amora_event_loop_lag_seconds')), rate(count('amora_event_loop_lag_seconds'))), legend: 'mean' }
      ],
      limits: below(0.02)
    }),
    lines({
      title: 'Memory', width: 8, unit: 'bytes', description: 'Resident memory of each process. It grows with turns in flight and comes back.',
      queries: [{ expr: 'process_resident_memory_bytes{job="$job", instance=~"$instance"}', legend: '{{instance}}' }]
    })
  ]
}

export const technical: Plan = {
  uid: 'amora-technical',
  title: 'Amora: technical',
  description: 'Latency, failures, the model’s server, cache, limits, safety, Redis and processes.',
  from: 'now-6h',
  rows: [latency, failures, model, guards, process]
}
