/** What a request holds of the conversation: each voice by its role, nothing else. */
import { THEME_WORDS as NOTED } from '../../memory.ts'
import { THEMES, type Theme } from '../../understanding/reading.ts'
import type { ChatMessage } from '../model-client.ts'
import { PROMPT_TEXTS } from '../prompt.ts'

export interface Conversation {
  /** The message to answer. */
  readonly message: string
  /** The user's messages before it, newest first. */
  readonly before: readonly string[]
  /** Amora's replies, oldest first, one to a line. */
  readonly heard: string
  /** Themes of earlier sessions. */
  readonly remembered: readonly Theme[]
}

export function conversationOf (messages: readonly ChatMessage[]): Conversation {
  const by = (role: ChatMessage['role']) => messages.filter(message => message.role === role).map(({ content }) => content)
  const [message = '', ...before] = by('user').toReversed()
  return { message, before, heard: by('assistant').join('\n'), remembered: rememberedIn(by('system')) }
}

function rememberedIn (instructions: readonly string[]): readonly Theme[] {
  const notes = instructions.find(text => text.startsWith(PROMPT_TEXTS.MEMORY))?.slice(PROMPT_TEXTS.MEMORY.length).toLowerCase() ?? ''
  return THEMES.filter(theme => [theme, theme.replaceAll('_', ' '), NOTED[theme]].some(words => notes.includes(words)))
}

/** Themes as they stand in a sentence of ours. */
export const THEME_WORDS: Readonly<Record<Theme, string>> = {
  love: 'love', confusion: 'not being sure', readiness: 'being ready', marriage: 'marriage', dating: 'dating', choosing: 'having to choose', communication: 'talking with each other',
  trust: 'trust', conflict: 'arguing', emotions: 'big feelings', boundaries: 'your own limits', red_flags: 'an uneasy feeling', compatibility: 'how well you fit together',
  values: 'what matters to you', break_up: 'the end of a relationship', jealousy: 'jealousy', infidelity: 'a breach of trust', long_distance: 'distance', family: 'family',
  loneliness: 'loneliness', self_worth: 'how you see yourself'
}
