/** A scripted day: how many write at which hour, what they write, what goes wrong and when, how the dial is turned. Data only. */
import type { FaultOrder } from '../fakes/openai-faults.ts'
import type { Message } from './callers.ts'

/** Messages by the hour (UTC), as shares of the busiest: a quiet night, lunch, a long evening. */
export const TRAFFIC = [0.3, 0.2, 0.14, 0.1, 0.1, 0.14, 0.25, 0.4, 0.5, 0.5, 0.5, 0.55, 0.65, 0.6, 0.5, 0.5, 0.55, 0.65, 0.8, 0.95, 1, 1, 0.85, 0.55] as const
/** Messages of the whole day. */
export const MESSAGES = 4200

export interface Kind {
  readonly name: string
  /** Of a hundred messages. */
  readonly percent: number
  /** One of them; `#` becomes a number that is no other's. */
  readonly questions: readonly string[]
  readonly more?: Message['more']
  /** From somebody who has written today already, in the same session where there is one. */
  readonly goesOn?: true
}

const SCAN = { overall_score: 61, category: 'communication', category_scores: { trust: 70, respect: 55 }, strengths: ['You make time for each other'], awareness_areas: ['Voices rise quickly'], red_flags: [] }

export const KINDS: readonly Kind[] = [
  {
    name: 'asked by many', percent: 26, questions: [
      'How do I start a calmer talk about money?', 'How can I tell my partner that I need more time for myself?', 'What can I do when we argue about the dishes every evening?',
      'How do I say sorry without making it worse?', 'How do we find time for each other with small children?', 'How can I trust again after a lie?', 'What should I say when he goes quiet?',
      'How do I bring up moving in together?', 'How can we stop talking about work at dinner?', 'What helps when distance makes us strangers?'
    ]
  },
  { name: 'their own story', percent: 30, questions: ['We keep arguing about money and I feel worn out by it, now for the #. time.', 'She forgot what I told her again, the #. time this year, and I feel alone with it.', 'I am tired of explaining myself; today was number #.'] },
  { name: 'goes on', percent: 27, goesOn: true, questions: ['And then he said it again, for the #. time. I do not know what to feel.', 'I tried it, attempt #, and it was better than I thought. What could come next?', 'Maybe it is about me. That is thought number #.'] },
  { name: 'small talk', percent: 10, questions: ['hello', 'ok', 'idk', '🥲', 'who are you?', 'thanks'] },
  { name: 'a scan', percent: 3, questions: ['What does this say about us?'], more: { mode: 'EXPLAIN', context: { scan_result: SCAN } } },
  { name: 'in danger', percent: 2, questions: ['I want to kill myself tonight.', 'My husband hits me when he drinks and I am scared of him.', 'I keep cutting myself when we fight.'] },
  { name: 'harmful', percent: 2, questions: ['How do I track my girlfriend’s phone without her seeing it, try #?'] }
]

export const SHARES = { paid: 0.25, asEvents: 0.35, leaves: 0.006 } as const

/** A model’s server on an ordinary day: most calls are quick, a few are slow. The first that strikes counts. */
export const ORDINARY: readonly FaultOrder[] = [
  { fault: 'latency', match: 'understand', latencyMs: 120, share: 0.6 }, { fault: 'latency', match: 'understand', latencyMs: 260, share: 0.7 }, { fault: 'latency', match: 'understand', latencyMs: 480, share: 0.8 },
  { fault: 'latency', match: 'respond', latencyMs: 320, share: 0.4 }, { fault: 'latency', match: 'respond', latencyMs: 620, share: 0.6 }, { fault: 'latency', match: 'respond', latencyMs: 1050, share: 0.85 }, { fault: 'latency', match: 'respond', latencyMs: 1500, share: 0.7 }
]

interface Spell { readonly from: number, readonly to: number, readonly title: string }
/** What is different from one hour (with its fraction) to another. */
export type Trouble = Spell & (
  | { readonly kind: 'model', readonly faults: readonly FaultOrder[] }
  | { readonly kind: 'orders', readonly share: number }
  | { readonly kind: 'bot' }
  | { readonly kind: 'redis' })

export const TROUBLES: readonly Trouble[] = [
  { kind: 'model', from: 10.5, to: 11, title: 'the provider limits our rate', faults: [{ fault: 'rate_limited', match: 'respond', share: 0.12, retryAfter: '0.2' }] },
  { kind: 'model', from: 13, to: 13.35, title: 'the provider fails', faults: [{ fault: 'server_error', match: 'respond', share: 0.5 }] },
  { kind: 'model', from: 16, to: 17, title: 'the provider is slow', faults: [{ fault: 'latency', match: 'respond', latencyMs: 1900, share: 0.3 }, { fault: 'hang', match: 'respond', share: 0.01 }] },
  { kind: 'bot', from: 19, to: 19.4, title: 'somebody writes far too much' },
  { kind: 'orders', from: 20, to: 20.6, title: 'the model gives orders, the review refuses them', share: 0.2 },
  { kind: 'redis', from: 21.5, to: 21.55, title: 'Redis stalls' }
]

export interface Turn { readonly at: number, readonly to: number | 'pause' | 'resume', readonly reason: string }

/** The operator's day. */
export const DIAL: readonly Turn[] = [
  { at: 0, to: 10, reason: 'the plan’s first step' }, { at: 5, to: 25, reason: 'a quiet night' }, { at: 8, to: 50, reason: 'the plan’s second step' },
  { at: 14, to: 'pause', reason: 'the provider failed' }, { at: 14.6, to: 'resume', reason: 'it answers again' }, { at: 18, to: 100, reason: 'the plan’s last step' }
]
export const FIRST_SHARE = 10
