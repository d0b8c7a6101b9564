/** What kind of message has to be answered, before what it is about. */
import { screen } from '../../safety/screen.ts'
import { identityQuestionOf } from '../../understanding/identity-questions.ts'
import type { Reading } from '../../understanding/reading.ts'
import { painfulOf } from '../../understanding/strategy.ts'
import { wordsOf } from '../../understanding/words.ts'
import type { Conversation } from './conversation.ts'
import { isOfTheHeart } from './heart.ts'
import { languageOf } from './language.ts'

export const SITUATIONS = ['care', 'orders', 'identity', 'foreign', 'wordless', 'harm', 'grave', 'off_topic', 'vague', 'continued', 'ordinary'] as const
export type Situation = typeof SITUATIONS[number]

/** A short answer to a question of Amora's has at most so many words. */
const SHORT_ANSWER_WORDS = 14
const FELT_MIN = 0.4
const GRAVE = /\b(?:suicid\w*|self[- ]harm\w*|raped?|rapist|molest\w*|abus\w+|domestic violence|overdos\w*|death)\b(?! metal)/

/** Something that is done to somebody, and somebody it is done to. */
const DEED = /\b(?:kill\w*|murder\w*|stab\w*|slash\w*|poison\w*|hostage|kidnap\w*|butcher\w*|punch\w*|beat(?:ing)?(?! (?:around|about))|strangl\w*|hack\w*|blackmail\w*|threat\w*|stalk\w*|spy\w*|track\w*|manipulat\w*|pressur\w*|forc(?:e|ing)|coerc\w*|ruin\w*|destroy\w*|sabotag\w*|revenge|get back at|get even|steal\w*|derogatory|password|pin|passcode|address|location|(?:card|license) number|fingerprints?|without (?:his|her|their) (?:help|consent|knowledge))\b/
const TARGET = /\b(?:someone(?:'s)?|somebody|people|him|her|them|ex(?:'s|-\w+)?|wife(?:'s)?|husband(?:'s)?|partner(?:'s)?|boyfriend|girlfriend(?:'s)?|friend(?:'s)?|man|woman|human)\b/
/** Play, figures of speech, and people who want to be safe from it. */
const HARMLESS = /\b(?:games?|duty|chess|checkers|novel|movie|film|story|play|heart|laughter|stop|protect|prevent|safe|avoid|from|(?:to|at|with) me|my (?:phone|location|password))\b/

const REQUEST = /^(?:hey |hi |please |ok |so )?(?:what(?:'s| is| are| was| does| time)|when|where|who (?:is|was|won)|which|how (?:many|much|far|long|old|tall|big|to)|is (?:it|there)|are there|can you|could you|would you|will you|tell me|give me|show me|write|translate|set|turn|switch|call up|play|find|look up|define|explain|calculate|convert|remind|list|discuss|please|how|describe|summari[sz]e|remember to)\b/

/** A question about one's own affairs that leans on what was said before. */
const FOLLOW_UP = /^(?:(?:ok|okay|so|and|but|then),? )*(?:what (?:should|can|do|would|could) (?:i|we) (?:do|say|tell)|how (?:do|can|should|will) (?:i|we) (?:get through|do (?:that|this|it)|move|stop|start|say|tell|ask|know|deal|handle|cope)|should (?:i|we)|do you think|why (?:is|does|did|do|am|can't)|will (?:he|she|it|this|they|i|we)|does (?:he|she|it)|is (?:it|he|she|this) |am i|what if|what now|any (?:ideas|advice|tips))\b/

/**
 * The first situation that fits, the most delicate first.
 * @param known whether somebody needed care in this session, whether the message itself names a matter, and whether the conversation has one
 */
export function situationOf (conversation: Conversation, reading: Reading, known: { inCare: boolean, isSaid: boolean, isUnderWay: boolean }): Situation {
  const text = conversation.message.slice(0, 2000)
  if (known.inCare) return 'care'
  if (screen(text).action === 'flag') return 'orders'
  if (!/\p{L}/u.test(text)) return 'wordless'
  if (languageOf(text) !== 'en') return 'foreign'
  const plain = text.toLowerCase().replace(/[\u2018\u2019]/g, "'")
  if (asksWhoSheIs(text)) return 'identity'
  if (asksForHarm(plain)) return 'harm'
  if (known.isSaid || (known.isUnderWay && FOLLOW_UP.test(plain))) return 'ordinary'
  const isAsking = REQUEST.test(plain) || plain.includes('?')
  if (!isAsking && conversation.before.length > 0 && plain.split(/\s+/).length <= SHORT_ANSWER_WORDS) return 'continued'
  if (isOfTheHeart(plain) || (!isAsking && painfulOf(reading.emotions) >= FELT_MIN && /\b(?:i|i'm|my|me)\b/.test(plain))) return 'ordinary'
  if (GRAVE.test(plain)) return 'grave'
  return isAsking && !FOLLOW_UP.test(plain) ? 'off_topic' : 'vague'
}

const asksForHarm = (plain: string) => plain.split(/(?<=[.?!\n])\s+/).some(sentence =>
  (REQUEST.test(sentence) || /\bhelp me\b/.test(sentence)) && DEED.test(sentence) && TARGET.test(sentence) && !HARMLESS.test(sentence))

const asksWhoSheIs = (text: string) => ['is_ai', 'name'].includes(identityQuestionOf(wordsOf(text))?.question ?? '')
