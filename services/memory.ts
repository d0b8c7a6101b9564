/**
 * What is remembered of a paid user across sessions: themes, the feelings that went with them and goals, all from closed
 * lists and in our own words. No message, and nothing that a message could have worded, has a way in.
 */
import { sentencesOf } from './safety/sentences.ts'
import { EMOTIONS, THEMES, type Emotion, type Intent, type Reading, type Theme } from './understanding/reading.ts'

export const GOALS = ['decide', 'understand', 'be_reassured', 'be_heard', 'act'] as const
export type Goal = typeof GOALS[number]

export interface ThemeFacts {
  readonly count: number
  /** Days (UTC), `YYYY-MM-DD`. */
  readonly firstSeen: string
  readonly lastSeen: string
  /** How often each feeling led when the theme came up. */
  readonly emotions: Readonly<Partial<Record<Emotion, number>>>
}

export interface MemoryFacts {
  readonly sessions: number
  readonly themes: Readonly<Partial<Record<Theme, ThemeFacts>>>
  readonly goals: Readonly<Partial<Record<Goal, number>>>
}

/** What one turn adds. */
export interface MemoryNote {
  readonly themes: readonly Theme[]
  readonly emotion?: Emotion
  readonly goal?: Goal
  readonly day: string
  readonly isNewSession: boolean
}

export const NOTHING: MemoryFacts = { sessions: 0, themes: {}, goals: {} }

const LEADS_ABOVE = 0.4
const GOAL_OF: Readonly<Partial<Record<Intent, Goal>>> = {
  decision_making: 'decide', curiosity_learning: 'understand', reflection: 'understand', reassurance_seeking: 'be_reassured', venting: 'be_heard', advice_seeking: 'act'
}

/** What to remember of a turn. `at` is epoch milliseconds. */
export function noteOf (reading: Reading, { isNewSession, at }: { isNewSession: boolean, at: number }): MemoryNote {
  const emotion = strongest(reading.emotions, EMOTIONS)
  const intent = strongest(reading.intents, Object.keys(GOAL_OF) as Intent[])
  return { themes: reading.themes, emotion, goal: intent && GOAL_OF[intent], day: new Date(at).toISOString().slice(0, 10), isNewSession }
}

function strongest<K extends string> (shares: Readonly<Record<K, number>>, keys: readonly K[]): K | undefined {
  const [lead] = keys.toSorted((one, other) => shares[other] - shares[one])
  return lead !== undefined && shares[lead] > LEADS_ABOVE ? lead : undefined
}

/** The facts with a note added. */
export function withNote (facts: MemoryFacts, { themes, emotion, goal, day, isNewSession }: MemoryNote): MemoryFacts {
  const touched = themes.map(theme => [theme, touchedTheme(facts.themes[theme], emotion, day)])
  return {
    sessions: facts.sessions + (isNewSession ? 1 : 0),
    themes: { ...facts.themes, ...Object.fromEntries(touched) as MemoryFacts['themes'] },
    goals: goal ? { ...facts.goals, [goal]: (facts.goals[goal] ?? 0) + 1 } : facts.goals
  }
}

function touchedTheme (before: ThemeFacts | undefined, emotion: Emotion | undefined, day: string): ThemeFacts {
  const emotions = before?.emotions ?? {}
  return {
    count: (before?.count ?? 0) + 1,
    firstSeen: before?.firstSeen ?? day,
    lastSeen: day,
    emotions: emotion ? { ...emotions, [emotion]: (emotions[emotion] ?? 0) + 1 } : emotions
  }
}

/** Themes as notes and notices name them. */
export const THEME_WORDS: Readonly<Record<Theme, string>> = {
  love: 'love', confusion: 'not knowing where things stand', readiness: 'being ready for a relationship', marriage: 'marriage', dating: 'dating',
  choosing: 'choosing between people', communication: 'talking with each other', trust: 'trust', conflict: 'arguments', emotions: 'strong feelings',
  boundaries: 'boundaries', red_flags: 'signs that worry you', compatibility: 'whether you fit together', values: 'what matters to you', break_up: 'a break-up',
  jealousy: 'jealousy', infidelity: 'infidelity', long_distance: 'distance', family: 'family', loneliness: 'loneliness', self_worth: 'your own worth'
}
const EMOTION_WORDS: Readonly<Record<Emotion, string>> = {
  confusion: 'confusion', sadness: 'sadness', anxiety: 'worry', frustration: 'frustration', hope: 'hope', emotional_distance: 'distance', overwhelm: 'being overwhelmed'
}
const GOAL_WORDS: Readonly<Record<Goal, string>> = {
  decide: 'come to a decision', understand: 'understand what is going on', be_reassured: 'feel reassured', be_heard: 'be heard', act: 'find something to do'
}

const MOST_LINES = 3
/** A theme is a pattern from its second time on. */
const PATTERN = 2

/** Notes for a prompt: the themes that came up most, newest first among equals; at most three, and the goal behind them. */
export function memoryLines (facts: MemoryFacts): readonly string[] {
  const patterns = THEMES.flatMap(theme => patternOf(facts, theme)).sort((one, other) => other.count - one.count || other.lastSeen.localeCompare(one.lastSeen)).slice(0, MOST_LINES)
  const goal = mostOf(facts.goals, GOALS)
  if (patterns.length === 0) return []
  return [...patterns.map(({ theme, count, firstSeen, emotions }) => `${THEME_WORDS[theme]}: ${count} times since ${firstSeen}${feelingOf(emotions)}`), ...goal ? [`often hopes to ${GOAL_WORDS[goal]}`] : []]
}

function patternOf (facts: MemoryFacts, theme: Theme): Array<ThemeFacts & { theme: Theme }> {
  const known = facts.themes[theme]
  return known && known.count >= PATTERN ? [{ ...known, theme }] : []
}

function feelingOf (emotions: ThemeFacts['emotions']): string {
  const emotion = mostOf(emotions, EMOTIONS)
  return emotion ? `, mostly with ${EMOTION_WORDS[emotion]}` : ''
}

function mostOf<K extends string> (counts: Readonly<Partial<Record<K, number>>>, keys: readonly K[]): K | undefined {
  const [most] = keys.filter(key => (counts[key] ?? 0) > 0).sort((one, other) => counts[other]! - counts[one]!)
  return most
}

const MOST_SENTENCES = 4

/** A template's answer with what was noticed before it, where this message touches a pattern and four sentences are not exceeded. */
export function withNotice (message: string, facts: MemoryFacts, reading: Reading): string {
  const theme = reading.themes.find(known => patternOf(facts, known).length > 0)
  if (theme === undefined || sentencesOf(message).length >= MOST_SENTENCES) return message
  return `I notice that we have come back to ${THEME_WORDS[theme]} a few times. ${message}`
}
