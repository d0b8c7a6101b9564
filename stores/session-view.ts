/** What a change makes of a session: the same in every process and store. */
import type { MissedTurns, SessionChange, SessionView } from './session-store.ts'

export interface SessionBounds {
  readonly maxMessages: number
  /** Wordings remembered per session; the oldest fall out. */
  readonly maxWordings: number
}

export const MOST_WORDINGS = 64

export const emptySession = (id: string): SessionView => ({ id, messages: [], wordings: [], turns: 0 })

/** The session after a change; `turns` is 1 for a turn, 0 for a note. */
export function changedSession (before: SessionView, { missed, ...change }: SessionChange, turns: 0 | 1, bounds: SessionBounds): SessionView {
  const { messages = [], wording, engine, care } = change
  return joinedSession(missed ? joinedSession(before, missed, bounds) : before, { messages, wordings: wording === undefined ? [] : [wording], engine, care, turns }, bounds)
}

/** The session with turns behind it that went on elsewhere. */
export function joinedSession (before: SessionView, later: MissedTurns, { maxMessages, maxWordings }: SessionBounds): SessionView {
  return {
    id: before.id,
    messages: last([...before.messages, ...later.messages], maxMessages),
    engine: later.engine ?? before.engine,
    wordings: last([...before.wordings.filter(known => !later.wordings.includes(known)), ...later.wordings], maxWordings),
    care: later.care ?? before.care,
    turns: before.turns + later.turns
  }
}

const last = <T>(list: readonly T[], count: number) => count === 0 ? [] : list.slice(-count)
