/** The heart of a message in the user's own words, when it can be said back without a guess. */
import { isClause } from './grammar.ts'
import { isPast } from './lexicon.ts'
import { isPlain, type Sentence } from './message.ts'
import { toSecondPerson } from './perspective.ts'
import { isSayable } from './unsayable.ts'

/** In words; longer ones would be reading out, not reflecting. */
const MAX_WORDS = 16
const MAX_WORDS_TOGETHER = 20
const MIN_WORDS = 3
/** A clause worth less than this says nothing of its own. */
const MIN_SCORE = 2

const OPENINGS = /^(?:(?:and|but|so|because|well|hi|hey|hello|please|anyway|also|honestly|actually|basically|literally|like|ok|okay|yeah|yes|no|nope|lol|ugh|omg|oh|look|listen|tbh|though|then|plus|i mean|the thing is|the problem is|i'm just saying|today|maybe|that|just),? )+/
const JOINTS = /, (?:but|and|so|yet|because) |(?<!\b(?:just|even|only)) (?:but|because|although|though) | since (?=(?:i|he|she|they|we) )|(?<!\bmy (?:[a-z-]+ )?[a-z-]+),? (?:so|and) (?=(?:i|he|she|we|they|my|it|i'm|i've|he's|she's|it's|we're|now) )|, (?=(?:i|he|she|we|they|it|my|i'm|i've|he's|she's|we're) )/
const FRONTED = /^(?:when|whenever|every time|if|since|ever since|after|even though|even when) (.+?), (.+)$/
const FEELING = /^i(?:'m| am| was| get| got| just| really| still| also| feel| felt)*(?: (?:so|very|pretty|really|quite|a bit|a little|totally))*(?: (?:feel|felt|miss|hate|love|wish|can't stand|tired|scared|afraid|sad|angry|mad|lonely|alone|lost|torn|worried|exhausted|furious|hurt|heartbroken|happy|stuck|confused|jealous|nervous|excited|overwhelmed|upset|frustrated|devastated|ashamed|embarrassed|sick|done|numb|anxious|terrified|hopeful|grateful|miserable|bored|alone|awful|weird|guilty)\b)/

/** What makes a clause worth saying back: somebody in it, a feeling of one's own, a turn of events. */
const RELATION = /\b(?:boyfriend|girlfriend|husband|wife|partner|fiance|fiancee|ex|he|she|him|her|we|us|our|relationship|marriage|mother|mom|father|dad|sister|brother|parents|friends?|family|love|together|crush|date|dating)\b/
const OWN = /\b(?:i|i'm|i've|me|my)\b/
const OWN_HEART = /^(?=.*\b(?:i|i'm|i've|me|my)\b).*\b(?:feel|feels|felt|love|miss|hurts?|sad|angry|mad|tired|lonely|alone|scared|afraid|worried|jealous|lost|furious|heartbroken|torn|confused|stuck|hate|exhausted|happy|excited|numb|empty|overwhelmed|upset|frustrated|nervous|ashamed|anxious|wish|hope|trust|cry|crying)\b/
const TURN = /\b(?:cheat|cheated|cheating|left me|leaving|dumped|broke up|breaking up|lied|lies|divorce|divorced|proposed|engaged|ghosted|affair|moved out|blocked)\b/
const EVENT = /\b(?:never|always|keeps|anymore|cheated|left|lied|lies|broke|told|says|said|stopped|won't|doesn't|can't|don't|moved|found|wants|ignores|barely|every|argue|fight|forgot|refuses|only|hardly|nothing|nobody|no one|started|proposed|apart)\b/
const THIN = /\b(?:don't know (?:what to do|why|how)|not sure|it's (?:hard|complicated)|need help|i don't know|stuff|whatever|weird|it's because)\b/
/** What somebody believes of another's heart: reflected as a feeling, never confirmed as a fact. */
const BELIEF = /\b(?:not|never)\b.* enough\b|\b(?:nobody|no one|everyone|doesn't|don't|didn't|never|not|isn't|won't|no longer)\b(?: [a-z']+){0,3} (?:lov|car|want|lik|interest|respect|attract|valu|need|miss|mind|forgive|choos)[a-z]*(?: [a-z]+){0,2} (?:me|us|anymore)\b|\b(?:hates?|despises?|resents?) me\b|\b(?:prefers|rather)\b/
const HEDGED = /\b(?:seems?|tells|told|says|said)\b|^i(?:'m| am)? (?:just |really |always |still )?(?:feel|felt|think|believe|worry|worried|afraid|scared|fear|wonder|guess|suspect|know|hate|wish)\b/

const BEFORE_ADJECTIVE = /^(?:am|is|are|be|been|feel|feels|so|very|too|get|gets|getting|really)$|'(?:m|s|re)$/

/** A clause in the second person, ready to stand in a sentence of ours. */
export interface OwnWords {
  readonly text: string
  /** It says how the user feels. */
  readonly isFeeling: boolean
  /** It says what the user believes of another's heart. */
  readonly isBelief: boolean
  /** It says what happened, not how things are. */
  readonly isEvent: boolean
}

interface Candidate extends OwnWords { readonly source: string, readonly score: number }

/** The clause that says most, with a feeling from another part beside it where one is short enough. */
export function ownWordsOf (sentences: readonly Sentence[]): OwnWords | undefined {
  const candidates = sentences.flatMap(({ text, isQuestion, hasName }) => isQuestion || hasName ? [] : candidatesIn(text))
  const best = strongest(candidates)
  if (!best) return undefined
  const feeling = best.isFeeling || best.isBelief ? undefined : strongest(candidates.filter(other => other.isFeeling && !best.source.includes(other.source)))
  const together = feeling && `${best.text}, and ${feeling.text}`
  return together && countWords(together) <= MAX_WORDS_TOGETHER && !best.source.includes(' and ') ? { text: together, isFeeling: true, isBelief: false, isEvent: false } : best
}

const strongest = (candidates: readonly Candidate[]) =>
  candidates.reduce<Candidate | undefined>((best, next) => best && best.score >= next.score ? best : next, undefined)

function candidatesIn (sentence: string): readonly Candidate[] {
  const whole = bare(sentence)
  // What depends on an "if" or "when" is not true by itself.
  const parts = /\b(?:if|unless|when|whenever|until)\b[^,]*,/.test(whole) ? [] : whole.split(JOINTS).map(bare)
  return [...new Set([whole, ...parts])].filter(isWhole).flatMap(source => {
    const text = toSecondPerson(source)
    return text === undefined ? [] : [{ source, text, score: scoreOf(source), isFeeling: FEELING.test(source), isBelief: BELIEF.test(source) && !HEDGED.test(source), isEvent: isEvent(source) }]
  }).filter(({ score }) => score >= MIN_SCORE)
}

/** A past tense that is not how somebody feels: "he left", not "I'm scared". */
const isEvent = (clause: string) => clause.split(' ').some((word, at, words) => isPast(word) && !BEFORE_ADJECTIVE.test(words[at - 1] ?? ''))

const bare = (clause: string) => withSubject(clause.replace(OPENINGS, '').trim())

/** "Broke up with her", "feeling lost": whose it is goes without saying. */
function withSubject (clause: string): string {
  if (/^(?:feeling|missing|having|going|thinking|wondering|trying|getting|sick of|tired of|so (?:tired|sad|lonely|angry|mad|lost|done|happy|confused|over)|scared|afraid|heartbroken)\b/.test(clause)) return `i'm ${clause}`
  return /^(?:just )?(?:broke up|split up|got|found out|fell|met|caught|lost|had)\b/.test(clause) ? `i ${clause}` : clause
}

function isWhole (clause: string): boolean {
  const words = countWords(clause)
  if (words < MIN_WORDS || words > MAX_WORDS || !isPlain(clause) || !isSayable(clause) || /\bthat (?:if|when)\b/.test(clause)) return false
  const [, before, main] = FRONTED.exec(clause) ?? []
  return main === undefined ? isClause(clause) : isClause(before!) && isClause(main)
}

const WEIGHTS: ReadonlyArray<readonly [RegExp, number]> = [
  [RELATION, 2], [OWN, 1], [OWN_HEART, 2], [EVENT, 2], [TURN, 4], [THIN, -3], [/^(?:it|this|they|if|when)\b/, -1]
]

function scoreOf (clause: string): number {
  const words = countWords(clause)
  return WEIGHTS.reduce((score, [pattern, weight]) => pattern.test(clause) ? score + weight : score, words >= 5 && words <= 12 ? 1 : 0)
}

const countWords = (text: string) => text.split(/\s+/).length
