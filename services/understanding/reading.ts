/** What is understood of one message: the closed sets that classifier, model, prompt, metrics and reply share. */

export const EMOTIONS = ['confusion', 'sadness', 'anxiety', 'frustration', 'hope', 'emotional_distance', 'overwhelm'] as const
export type Emotion = typeof EMOTIONS[number]

export const INTENTS = ['greeting_testing', 'venting', 'reflection', 'advice_seeking', 'reassurance_seeking', 'decision_making', 'curiosity_learning'] as const
export type Intent = typeof INTENTS[number]

export const THEMES = [
  'love', 'confusion', 'readiness', 'marriage', 'dating', 'choosing', 'communication', 'trust', 'conflict', 'emotions',
  'boundaries', 'red_flags', 'compatibility', 'values', 'break_up', 'jealousy', 'infidelity', 'long_distance', 'family',
  'loneliness', 'self_worth'
] as const
export type Theme = typeof THEMES[number]

export const RISKS = ['none', 'self_harm', 'abuse', 'harm_to_others', 'sexual_minor'] as const
export type Risk = typeof RISKS[number]

export type Emotions = Readonly<Record<Emotion, number>>
export type Intents = Readonly<Record<Intent, number>>

/** Every number is a share in [0, 1], two decimals. */
export interface Reading {
  readonly emotions: Emotions
  readonly intents: Intents
  readonly themes: readonly Theme[]
  readonly risk: Risk
}

export const STRATEGIES = ['LOW', 'MEDIUM', 'HIGH'] as const
export type Strategy = typeof STRATEGIES[number]

export const MODES = ['LEARN', 'REFLECT', 'EXPLAIN', 'SAFETY'] as const
export type Mode = typeof MODES[number]

export interface Message { readonly role: 'user' | 'assistant', readonly text: string }
