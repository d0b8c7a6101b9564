/** The people of the scripted day: who writes next, and what. */
import { randomUUID } from 'node:crypto'
import type { Message, Said } from './callers.ts'
import { KINDS, SHARES, TRAFFIC, MESSAGES, type Kind } from './day.ts'

export interface People {
  /** What somebody writes now, and what to do with the answer. */
  next (): { readonly message: Message, readonly hear: (said: Said) => void }
}

interface Talk { readonly userId: string, readonly tier: 'free' | 'paid', readonly sessionId?: string }

/** So many conversations are under way. */
const TALKS = 60

/** @param random in [0, 1). */
export function createPeople (random: () => number): People {
  const talks: Talk[] = []
  let numbers = 0
  const pick = <T>(of: readonly T[]): T => of[Math.floor(random() * of.length)]!
  const somebody = (): Talk => ({ userId: randomUUID(), tier: random() < SHARES.paid ? 'paid' : 'free' })
  return {
    next () {
      const kind = kindAt(random() * 100)
      const talk = kind.goesOn && talks.length > 0 ? pick(talks) : somebody()
      const question = pick(kind.questions).replace('#', String(++numbers))
      const leavesAfterMs = random() < SHARES.leaves ? 200 : undefined
      return {
        message: { userId: talk.userId, tier: talk.tier, question, more: { ...kind.more, session_id: talk.sessionId }, stream: random() < SHARES.asEvents, leavesAfterMs },
        hear ({ body }) {
          if (body.session_id === undefined || talk.sessionId !== undefined) return
          talks.push({ ...talk, sessionId: body.session_id })
          if (talks.length > TALKS) talks.shift()
        }
      }
    }
  }
}

function kindAt (percent: number): Kind {
  let sum = 0
  return KINDS.find(kind => { sum += kind.percent; return percent < sum }) ?? KINDS[0]!
}

const HOURS = TRAFFIC.reduce((sum, share) => sum + share, 0)

/** Messages in this hour of the day, on average. */
export const messagesIn = (hour: number): number => TRAFFIC[Math.floor(hour) % 24]! / HOURS * MESSAGES
