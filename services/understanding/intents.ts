/** What somebody wants of the coach: what is said, read in the light of the message's shape. */
import type { Signals } from './evidence.ts'
import { INTENTS, type Emotions, type Intent, type Intents } from './reading.ts'
import { painfulOf } from './strategy.ts'
import type { Words } from './words.ts'

const PERSONAL = new Set('i my me we us our mine myself'.split(' '))
const ASKING = ['advice_seeking', 'decision_making', 'reassurance_seeking', 'curiosity_learning'] as const
type Asking = Readonly<Record<typeof ASKING[number], number>>

/** From here on a phrase decides; below it only hints. */
const DECIDES = 0.6
/** "How do I", "what should I": nothing else in the message asks more plainly. */
const EXPLICIT = 0.85
/** What a question mark adds to the words of a question. */
const MARKED = 0.1
const BARE_QUESTION = 0.6
/** What is left of a question when its writer asks for no advice. */
const WAIVED = 0.3

/** Shares in [0, 1], not rounded. */
export function intentsOf (words: Words, signals: Signals, emotions: Emotions): Intents {
  const said = (intent: Intent) => signals.intents.of(intent)
  const isPersonal = words.list.some(word => PERSONAL.has(word))
  const asking = said('venting') >= EXPLICIT ? scaled(said, WAIVED) : askingOf(said, words, isPersonal)
  const asks = Math.max(...ASKING.map(intent => asking[intent])) >= DECIDES
  return {
    greeting_testing: said('greeting_testing'),
    reflection: said('reflection'),
    venting: Math.max(said('venting'), asks ? besidesAsking(emotions) : byTelling(emotions, isPersonal)),
    ...asking
  }
}

/** Somebody who was only greeting, testing or thanking. */
export const NOTHING_WANTED: Intents = { ...zeros(), greeting_testing: 0.9 }

function zeros (): Intents {
  return Object.fromEntries(INTENTS.map(intent => [intent, 0])) as Record<Intent, number>
}

function askingOf (said: (intent: Intent) => number, words: Words, isPersonal: boolean): Asking {
  const isQuestion = words.list.includes('?')
  const plain = scaled(intent => isQuestion && said(intent) >= DECIDES ? said(intent) + MARKED : said(intent), 1)
  if (isQuestion && said('venting') < DECIDES && Math.max(...Object.values(plain)) < DECIDES) return { ...plain, [bareQuestionOf(words, isPersonal)]: BARE_QUESTION }
  if (said('advice_seeking') < EXPLICIT) return plain
  return { ...plain, advice_seeking: Math.max(...Object.values(plain)) + 0.01 }
}

/** A question in no known words. */
function bareQuestionOf (words: Words, isPersonal: boolean): keyof Asking {
  if (words.list.includes('or')) return 'decision_making'
  return isPersonal ? 'advice_seeking' : 'curiosity_learning'
}

function scaled (said: (intent: Intent) => number, by: number): Asking {
  return {
    advice_seeking: said('advice_seeking') * by,
    decision_making: said('decision_making') * by,
    reassurance_seeking: said('reassurance_seeking') * by,
    curiosity_learning: said('curiosity_learning') * by
  }
}

/** Who tells and asks nothing wants to be heard, the more so the more it hurts. */
function byTelling (emotions: Emotions, isPersonal: boolean): number {
  const painful = painfulOf(emotions)
  if (emotions.hope > painful) return 0.45
  return isPersonal || painful > 0 ? 0.5 + 0.3 * painful : 0.35
}

const besidesAsking = (emotions: Emotions): number => 0.2 + 0.3 * painfulOf(emotions)
