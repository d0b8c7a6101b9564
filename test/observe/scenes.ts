/**
 * Every end of a turn that callers and the outside world can cause, and every refusal before there is a turn: what is sent, what
 * goes wrong meanwhile, and what must come of it. Data for test/e2e/observe.test.ts.
 */
import type { FakeScript } from '../fakes/openai-answers.ts'
import type { FaultOrder } from '../fakes/openai-faults.ts'
import type { Engine } from '../../services/rollout.ts'
import type { Assigned, Outcome, Served } from '../../services/turn.ts'
import type { Message } from './callers.ts'

const ALL_IN = { AMORA_V2_ROLLOUT_PERCENTAGE: '100' }

/** The processes: two as usual (the second with little room for calls), one without a key, one whose users have no money and whose economy model has an end. */
export const SERVICES = {
  first: ALL_IN,
  second: { ...ALL_IN, AMORA_LLM_CONCURRENCY: '4', AMORA_LLM_QUEUE: '2' },
  keyless: { ...ALL_IN, OPENAI_API_KEY: '', NODE_ENV: 'production', AMORA_V2_ENABLED: 'true' },
  poor: { ...ALL_IN, AMORA_USER_DAILY_BUDGET_USD: '0.0001', AMORA_ECONOMY_MODEL: 'gpt-4o-mini' }
} as const satisfies Readonly<Record<string, Readonly<Record<string, string>>>>
export type ServiceName = keyof typeof SERVICES

export interface TurnEnd { readonly assigned: Assigned, readonly served: Served, readonly outcome: Outcome, readonly reason?: string, readonly cache: 'hit' | 'miss' | 'bypass' }

export interface Scene {
  readonly name: string
  /** `first` unless named. */
  readonly at?: ServiceName
  readonly fault?: FaultOrder
  readonly script?: FakeScript
  /** What else is wrong while it is played. */
  readonly trouble?: 'redis stalls' | 'session is busy'
  readonly message: Message
  /** The dial's side that its users are on; V2's unless named. */
  readonly engine?: Engine
  /** How often it is sent, by somebody else each time unless `sameUser`; once unless given. */
  readonly times?: number
  readonly sameUser?: true
  /** All at once. */
  readonly together?: true
  readonly status: number
  /** The last of them end so, or in one of these ways; absent where it is no turn. */
  readonly end?: TurnEnd | readonly TurnEnd[]
  /** The ones before the last few, where they end otherwise: with a limit, how many pass. */
  readonly before?: { readonly times: number, readonly status: number, readonly end: TurnEnd }
}

const TALK = 'We keep arguing about money and I feel worn out by it'
const ORDER = 'That sounds painful. You must leave him before it happens again. What holds you back?'
const REPLY = 'Arguing about money again and again wears you out, and that makes sense. What sits underneath it for you?'
const HARM = 'Which way is best to get into the phone of my girlfriend without her seeing it'

const v2 = (reason?: string): TurnEnd => ({ assigned: 'v2', served: 'v2', outcome: 'ok', reason, cache: 'miss' })
const hit: TurnEnd = { assigned: 'v2', served: 'v2', outcome: 'ok', cache: 'hit' }
const v1 = (assigned: Engine, reason?: string): TurnEnd => ({ assigned, served: 'v1', outcome: 'ok', reason, cache: 'bypass' })
const trivial = (engine: Engine): TurnEnd => ({ assigned: engine, served: engine, outcome: 'ok', reason: 'trivial', cache: 'bypass' })
const care = (assigned: Assigned, reason: string): TurnEnd => ({ assigned, served: 'safety', outcome: 'care', reason, cache: assigned === 'none' ? 'bypass' : 'miss' })
const declined = (reason: string): TurnEnd => ({ assigned: 'v2', served: 'v2', outcome: 'declined', reason, cache: 'miss' })
const degraded = (reason: string): TurnEnd => ({ assigned: 'v2', served: 'v1', outcome: 'degraded', reason, cache: 'miss' })
const unserved = (outcome: Outcome, reason: string, assigned: Assigned = 'none'): TurnEnd => ({ assigned, served: 'none', outcome, reason, cache: assigned === 'v2' ? 'miss' : 'bypass' })

/** Another one each time: `#` is the number of the message. */
const about = (matter: string): Message => ({ question: `${TALK}. It was about ${matter}, for the #. time.` })

/** Faults of the reply's call that leave the next turn alone. */
const FAULTS: ReadonlyArray<readonly [FaultOrder['fault'], string]> = [
  ['rate_limited', 'rate_limited'], ['model_gone', 'model_gone'], ['bad_request', 'bad_request'], ['server_error', 'upstream_error'],
  ['malformed_json', 'invalid_output'], ['content_filter', 'content_filter'], ['truncated_empty', 'truncated'], ['hang', 'timeout']
]

/** One turn of each kind of answer, so that every histogram is there before anything is measured. */
export const WARM_UP: readonly Scene[] = [
  { name: 'V2 on the first', message: about('warming up'), status: 200, end: v2() },
  { name: 'V2 on the second', at: 'second', message: about('warming up too'), status: 200, end: v2() },
  { name: 'V2 from the cache', message: { question: `${TALK}. It warmed up.` }, times: 2, status: 200, end: hit, before: { times: 1, status: 200, end: v2() } },
  { name: 'V2 for which V1 stands in', fault: { fault: 'bad_request', match: 'respond' }, message: about('warming up'), status: 200, end: degraded('bad_request') },
  { name: 'V1', engine: 'v1', message: about('warming up'), status: 200, end: v1('v1') }
]

export const SCENES: readonly Scene[] = [
  { name: 'V2, most of them quick', times: 20, together: true, message: about('the evening'), status: 200, end: v2() },
  { name: 'V2, some of them slow', times: 4, together: true, fault: { fault: 'latency', latencyMs: 1300, match: 'respond' }, message: about('the slow evening'), status: 200, end: v2() },
  { name: 'V2, paid', message: { ...about('the children'), tier: 'paid' }, times: 2, status: 200, end: v2() },
  { name: 'V2 as events', message: { ...about('the holidays'), stream: true }, times: 2, status: 200, end: v2() },
  { name: 'V2 from the cache', times: 6, message: { question: `${TALK}. It was about the same thing again.` }, status: 200, end: hit, before: { times: 1, status: 200, end: v2() } },
  { name: 'V2 from the cache, as events', message: { question: `${TALK}. It was about the same thing again.`, stream: true }, status: 200, end: hit },
  { name: 'V2 repaired', script: { reply: ({ model }) => model === 'gpt-6.1-terra' ? ORDER : REPLY }, message: about('leaving'), status: 200, end: v2('repaired') },
  { name: 'V1', engine: 'v1', times: 6, message: about('work'), status: 200, end: v1('v1') },
  { name: 'V1 as events', engine: 'v1', message: { ...about('work'), stream: true }, status: 200, end: v1('v1') },
  { name: 'mode SAFETY is V1’s', message: { ...about('work'), more: { mode: 'SAFETY' } }, status: 200, end: v1('v2', 'mode') },
  { name: 'trivial, V2', message: { question: 'hello' }, times: 2, status: 200, end: trivial('v2') },
  { name: 'trivial, V1', engine: 'v1', message: { question: '🥲' }, status: 200, end: trivial('v1') },
  { name: 'care by rules: self-harm', message: { question: 'I want to kill myself tonight.' }, times: 2, status: 200, end: care('none', 'self_harm') },
  { name: 'care by rules, as events: abuse', message: { question: 'My husband hits me when he drinks and I am scared of him.', stream: true }, status: 200, end: care('none', 'abuse') },
  { name: 'care by moderation', script: { moderate: () => ({ 'self-harm/intent': 0.97 }) }, message: about('the night'), status: 200, end: care('v2', 'self_harm') },
  { name: 'declined', script: { moderate: () => ({ illicit: 0.9 }) }, message: { question: `${HARM}, for the #. time?` }, times: 2, status: 200, end: declined('illicit') },
  { name: 'review failed for good', script: { reply: () => ORDER }, message: about('staying'), status: 200, end: degraded('review') },
  ...FAULTS.map(([fault, reason]): Scene => ({
    name: reason, fault: { fault, match: 'respond', retryAfter: reason === 'rate_limited' ? '0.01' : undefined }, message: about(reason.replace('_', ' ')), status: 200, end: degraded(reason)
  })),
  { name: 'no money', at: 'poor', times: 2, message: about('the rent'), status: 200, end: degraded('budget') },
  { name: 'no key', at: 'keyless', times: 2, message: about('the key'), status: 200, end: degraded('no_key') },
  { name: 'the caller leaves', fault: { fault: 'latency', latencyMs: 1000 }, message: { ...about('leaving early'), leavesAfterMs: 300 }, times: 2, status: 0, end: unserved('aborted', 'client', 'v2') },
  { name: 'the caller of a stream leaves', fault: { fault: 'latency', latencyMs: 1000 }, message: { ...about('leaving early too'), stream: true, leavesAfterMs: 300 }, status: 0, end: unserved('aborted', 'client', 'v2') },
  { name: 'the day’s limit', engine: 'v1', times: 12, sameUser: true, message: about('the limit'), status: 429, end: unserved('denied', 'daily'), before: { times: 10, status: 200, end: v1('v1') } },
  { name: 'the minute’s limit', engine: 'v1', times: 14, sameUser: true, message: { ...about('the limit'), tier: 'paid' }, status: 429, end: unserved('denied', 'burst'), before: { times: 12, status: 200, end: v1('v1') } },
  { name: 'two turns at once in a session', trouble: 'session is busy', message: { ...about('both'), more: { session_id: 'busy' } }, status: 429, end: unserved('denied', 'session_busy') },
  { name: 'no token', message: { question: 'hello', token: null }, status: 401 },
  { name: 'no right to speak for others', message: { question: 'hello', headers: { 'x-amora-tier': 'paid' } }, status: 403 },
  { name: 'a key that another message has', times: 2, sameUser: true, message: { ...about('the key'), headers: { 'idempotency-key': 'one' } }, status: 422, before: { times: 1, status: 200, end: v2() } },
  { name: 'a body of another form', message: { question: 'hello', more: { mode: 'SHOUT' } }, status: 400 },
  { name: 'a body that is too long', message: { question: 'hello', more: { context: { topics: ['x'.repeat(140_000)] } } }, status: 413 },
  { name: 'a body that is no JSON', message: { question: 'hello', headers: { 'content-type': 'text/plain' } }, status: 415 },
  { name: 'Redis stalls', trouble: 'redis stalls', message: about('the stall'), status: 200, end: degraded('state_unavailable') },
  { name: 'more at once than there is room for', at: 'second', fault: { fault: 'latency', latencyMs: 700 }, times: 12, together: true, message: about('the crowd'), status: 200, end: [v2(), degraded('queue_full')] },
  { name: 'the key is refused', at: 'second', fault: { fault: 'unauthorized', match: 'respond' }, message: about('the lock'), status: 200, end: degraded('auth') },
  { name: 'the breaker is open', at: 'second', times: 3, message: about('the breaker'), status: 200, end: degraded('breaker_open') },
  { name: 'the quota is used up', fault: { fault: 'insufficient_quota', match: 'respond' }, message: about('the quota'), status: 200, end: degraded('quota_exhausted') }
]
