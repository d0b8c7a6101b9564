/** What a topic of the template engine is: its signs in a message and its own words. */
import type { Weight } from '../understanding/lexicon.ts'
import type { Strategy } from '../understanding/reading.ts'

/** Topics a message is matched to, in order of priority: of two that are equally present, the earlier one is what the message is about. */
export const MATCHED_TOPICS = [
  'infidelity', 'stay_or_leave', 'second_chance', 'break_up', 'jealousy', 'long_distance', 'fading_love',
  'love_confusion', 'love', 'confusion', 'readiness', 'marriage', 'dating', 'choosing', 'advice', 'communication', 'trust', 'conflict', 'joy', 'emotions',
  'boundaries', 'red_flags', 'compatibility', 'values', 'blueprint', 'feelings', 'self_worth', 'loneliness', 'closeness', 'family', 'relationship'
] as const
export type MatchedTopic = typeof MATCHED_TOPICS[number]

/** Every value that `topic` of an answer can have. */
export const V1_TOPICS = [...MATCHED_TOPICS, 'general', 'explain', 'safety'] as const
export type V1Topic = typeof V1_TOPICS[number]

export const PERSON_KINDS = ['partner', 'ex', 'family', 'friend'] as const
export type PersonKind = typeof PERSON_KINDS[number]

/** Wordings with slots `{person|what stands there when nobody is known}` and `{feeling|…}`; see slots.ts. */
export type WordingsByStrategy = Readonly<Record<Strategy, readonly string[]>>

/** Lists of phrases in the notation of understanding/phrases.ts. A light sign counts only beside a person or a relationship. */
export type Signs = Readonly<Partial<Record<Weight, readonly string[]>>>

export interface Topic {
  readonly name: MatchedTopic
  /** Whose words may follow when a session has heard all of this topic's. */
  readonly related: readonly MatchedTopic[]
  /** Whom `{person}` may name, first choice first; anybody when absent. */
  readonly people?: readonly PersonKind[]
  /** True where "I don't trust her" is as much about it as "I trust her"; else a negated sign is no sign. */
  readonly evenNegated?: boolean
  readonly signs: Signs
  readonly wordings: WordingsByStrategy
}
