/** What can go wrong at the model's side, and whose turn it is to suffer it. */
import { numberOf } from './openai-replies.ts'
import type { Refusal } from './openai-rules.ts'

/** Refused with a status and a body of the real service's form. */
const REFUSED = {
  rate_limited: {
    status: 429, code: 'rate_limit_exceeded', type: 'requests', message: 'Rate limit reached for requests per min. Please try again in 2s.',
    headers: { 'retry-after': '2', 'x-ratelimit-limit-requests': '500', 'x-ratelimit-remaining-requests': '0', 'x-ratelimit-reset-requests': '2s', 'x-ratelimit-remaining-tokens': '149984', 'x-ratelimit-reset-tokens': '6m0s' }
  },
  insufficient_quota: { status: 429, code: 'insufficient_quota', type: 'insufficient_quota', message: 'You exceeded your current quota, please check your plan and billing details.' },
  unauthorized: { status: 401, code: 'invalid_api_key', type: 'invalid_request_error', message: 'Incorrect API key provided.' },
  forbidden: { status: 403, code: 'unsupported_country_region_territory', type: 'request_forbidden', message: 'Country, region, or territory not supported.' },
  model_gone: { status: 404, code: 'model_not_found', type: 'invalid_request_error', message: 'The model has been deprecated.' },
  bad_request: { status: 400, code: 'invalid_value', type: 'invalid_request_error', message: 'Invalid value.' },
  filtered_request: { status: 400, code: 'content_filter', type: 'invalid_request_error', message: 'The prompt was filtered by the content management policy.' },
  server_error: { status: 500, code: null, type: 'server_error', message: 'The server had an error while processing your request.' },
  unavailable: { status: 503, code: null, type: 'server_error', message: 'The engine is currently overloaded.' }
} as const satisfies Record<string, Refusal>

/** Answered, but not as one would wish. A string is sent as it is. */
const TWISTED = {
  malformed_json: () => '{"id": "chatcmpl-1", "choices": [{"index": 0, "message": {"role": "assist',
  html: () => '<html><body>502 upstream</body></html>',
  schema_breaking: answer => withMessage(answer, { content: '{"emotions": "many", "intents": null, "extra": [1]}' }),
  wrong_shape: answer => ({ ...answer, choices: [{ index: 0, text: 'an older form' }], results: [{ flagged: 'yes' }] }),
  no_choices: answer => ({ ...answer, choices: [], results: [] }),
  null_content: answer => ({ ...withMessage(answer, { content: null }), results: [null] }),
  empty_content: answer => withMessage(answer, { content: '' }),
  refusal: answer => withMessage(answer, { content: null, refusal: 'I cannot help with that.' }),
  content_filter: answer => withMessage(answer, { content: 'A half' }, 'content_filter'),
  truncated: answer => withMessage(answer, { content: 'That sounds like a lot to carry. It makes sense that it weighs on you. What feels heav' }, 'length'),
  truncated_empty: answer => withMessage(answer, { content: '' }, 'length'),
  no_usage: answer => ({ ...answer, usage: undefined }),
  impossible_usage: answer => ({ ...answer, usage: { prompt_tokens: -3, completion_tokens: 'many', total_tokens: null } }),
  oversized: answer => ({ ...withMessage(answer, { content: 'word '.repeat(1_000_000) }), padding: 'x'.repeat(100) }),
  long_content: answer => withMessage(answer, { content: 'word '.repeat(10_000) })
} as const satisfies Record<string, (answer: Answer) => unknown>

/** Kept waiting or cut off: `hang` sends nothing, `stall` half and no more, `reset` and `cut` close the socket. */
const TRANSPORT = ['latency', 'hang', 'stall', 'reset', 'cut'] as const

/**
 * Only a stream suffers these: `mute` says nothing but that it is there, `unfinished` ends before the model did, `broken_chunk` and
 * `error_chunk` come in the middle, `stall_at_end` and `cut_at_end` keep back the usage.
 */
const STREAMED = ['mute', 'unfinished', 'broken_chunk', 'error_chunk', 'stall_at_end', 'cut_at_end'] as const

export const FAULTS = [...TRANSPORT, ...STREAMED, ...Object.keys(REFUSED) as Array<keyof typeof REFUSED>, ...Object.keys(TWISTED) as Array<keyof typeof TWISTED>] as const
export type FaultName = typeof FAULTS[number]

interface Choice { readonly index: number, readonly message: Readonly<Record<string, unknown>>, readonly finish_reason: string }
/** A chat completion or a moderation, before it is sent. */
export interface Answer {
  readonly id: string
  readonly model: string
  readonly object?: string
  readonly created?: number
  readonly choices?: readonly Choice[]
  readonly usage?: unknown
  readonly results?: readonly unknown[]
}

function withMessage (answer: Answer, change: Record<string, unknown>, finish?: string): Answer {
  if (!answer.choices) return { ...answer, results: [{ ...Object(answer.results?.[0]), categories: null }] }
  return { ...answer, choices: answer.choices.map(choice => ({ ...choice, message: { ...choice.message, ...change }, finish_reason: finish ?? choice.finish_reason })) }
}

export function refusalBy (fault: FaultName | undefined): Refusal | undefined {
  return fault !== undefined && fault in REFUSED ? REFUSED[fault as keyof typeof REFUSED] : undefined
}

/** The answer as this fault leaves it: an object, or text to send as it stands. */
export function twistedBy (fault: FaultName | undefined, answer: Answer): unknown {
  return fault !== undefined && fault in TWISTED ? TWISTED[fault as keyof typeof TWISTED](answer) : answer
}

export interface FaultOrder {
  readonly fault: FaultName
  /** How many calls suffer it; all from now on when absent. */
  readonly times?: number
  /** A path, a model or a leg; every call when absent. */
  readonly match?: string
  /** The share of the matching calls, in [0, 1], drawn from the seed. */
  readonly share?: number
  /** Waited before the fault, in milliseconds. */
  readonly latencyMs?: number
  /** In place of the 2 s that `rate_limited` asks for. */
  readonly retryAfter?: string
}

export interface FaultBook {
  add (order: FaultOrder): void
  clear (): void
  /** The first order that fits a call of these names, used up by one. */
  take (names: readonly string[]): FaultOrder | undefined
}

export function createFaultBook (seed: number): FaultBook {
  let orders: Array<{ order: FaultOrder, left: number }> = []
  let draws = 0
  const strikes = ({ share = 1 }: FaultOrder) => share >= 1 || numberOf(`draw ${draws++}`, seed) / 2 ** 32 < share
  return {
    add: order => { orders.push({ order, left: order.times ?? Infinity }) },
    clear: () => { orders = [] },
    take: names => {
      const found = orders.find(({ order, left }) => left > 0 && (order.match === undefined || names.includes(order.match)) && strikes(order))
      if (found) found.left--
      return found?.order
    }
  }
}
