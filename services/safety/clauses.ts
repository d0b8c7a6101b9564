/**
 * The little grammar that the output review reads by: words of a sentence, where "you" is the subject, and whether
 * the coach herself states that clause or only mentions it (a question, a condition, somebody else's words).
 */
import { pattern } from './pattern.ts'
import { withoutQuotations } from './sentences.ts'

/** Words read at most on either side of a subject; keeps the reading linear. */
const REACH = 24

/** "Quote" stands where somebody's words stood; "-" is any dash. */
const TOKEN = /[\p{L}\d]+(?:['-][\p{L}\d]+)*|[,;:()?!]|-/gu
const SPOKEN_FORMS: ReadonlyArray<readonly [RegExp, string]> = [
  [/[\u2018\u2019\u02bc`´]/g, "'"], [/\s[-\u2010-\u2015]+\s|\u2014|\u2013|\.{2,}|…/g, ' - '], [/[*_#>~]/g, ''],
  [/\bcan't\b|\bcannot\b/g, 'can not'], [/\bwon't\b/g, 'will not'], [/\bain't\b/g, 'is not'], [/n't\b/g, ' not'],
  [/'d better\b/g, ' had better'], [/'ve\b/g, ' have'], [/'re\b/g, ' are'], [/'ll\b/g, ' will'], [/\bi'm\b/g, 'i am'], [/'d\b/g, ' would'],
  [/\b(it|that|this|he|she|what|here|there|who|where|how|why|when|one|nobody)'s\b/g, '$1 is'],
  [/\bgotta\b/g, 'got to'], [/\bgonna\b/g, 'going to'], [/\bhafta\b/g, 'have to'], [/\boughta\b/g, 'ought to'], [/\bshoulda\b/g, 'should have'],
  [/\b(?:u|ya)\b/g, 'you'], [/\blet's\b/g, 'let us']
]

/** Lower-case words and punctuation of one sentence, contractions spelled out, quotations reduced to `quote`. */
export function wordsOf (sentence: string): string[] {
  const plain = withoutQuotations(sentence.toWellFormed().normalize('NFKC').replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/g, ''), ' quote ')
  // English writes no capital "You" within a sentence: a new one began, whatever the punctuation says.
  let text = plain.replace(/(?<=\s)You(?![\p{L}\d])/gu, '- You').toLowerCase()
  for (const [written, spoken] of SPOKEN_FORMS) text = text.replace(written, spoken)
  return text.match(TOKEN) ?? []
}

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/))
const PUNCTUATION = words(', ; : ( ) - ? !')
const COORDINATORS = words('and or but yet')
/** Stand before a subject without opening a clause of another kind. */
const SENTENCE_ADVERBS = words(`
  so then now also today tonight still instead first firstly second secondly next finally ultimately honestly really
  just maybe perhaps surely clearly obviously basically simply therefore thus hence anyway definitely absolutely
  certainly probably eventually meanwhile
`)
const INVERTING = words('do does did can could would will should shall might may must have had are were need')
const PRONOUN_SUBJECTS = words('i you he she we they it who')
/** Open a clause that is supposed, asked or described, not stated as the coach's word. */
const SUBORDINATORS = words(`
  if whether unless when whenever while until till because cause what whatever how why where wherever who whom
  whoever which whichever than as like before after once lest since though although whose
`)
const PREPOSITIONS = words(`
  to from of with for about around between near without at on by behind beside upon against toward towards through
  into over under in
`)
/** Someone else's saying or thinking, or the user's. */
const REPORTS = words(`
  say says said saying tell tells told telling think thinks thought thinking believe believes believed believing
  feel feels felt feeling insist insists insisted claim claims claimed imply implies implied demand demands demanded
  expect expects expected assume assumes assumed decide decided suggest suggests suggested hint hints convince
  convinced taught learn learned learnt hear hears heard sense senses imagine know knows knew see wonder wonders
  wondering worry worries worried fear fears wish wishes hope hopes notice gather understand mention mentioned
  mentions write wrote call means mean meant guess recommend argue repeat repeats seems sounds remind reminds
  reminded preach preaches remember trust realize realise
`)
/** "I hear that you …" listens; "I think that you …" states. */
const LISTENING = words('hear sense imagine see notice gather know understand wonder wish hope trust')
const NEGATIONS = words('not never nobody nothing none no neither nor without hardly')
/** "The truth is that you …" states as well. */
const ASSERTIVE = words('is are was clear obvious true sure certain important essential crucial vital imperative afraid convinced')
const VAGUE_NOUNS = words('something anything everything nothing someone anyone all thing things way much more one ones part reason whatever')
const DETERMINERS = words('the a any every each this that those these some no another more most many all your his her their our my such')
const TIMES = words('week month day morning evening night year weekend moment point time')

export interface YouClause {
  /** The coach states it: not asked, supposed, reported or quoted. */
  readonly isStated: boolean
  /** What follows the subject, adverbs dropped, joined by spaces. */
  readonly predicate: string
}

/** Skipped between subject and verb. Adverbs that make a habit or its absence out of a duty are not among them. */
const MID_ADVERBS = pattern`^(?:(?:
  (?!hardly |rarely |barely |scarcely |usually |constantly |frequently |repeatedly |only if )[a-z]+ly|
  really|just|also|always|now|first|then|still|perhaps|maybe|both|all|too|even|indeed|therefore|
  at some point|for now|first of all|in the end|right now|as well|, [a-z]+(?: [a-z]+){0,3} ,
) )+`
const COMPANIONS = /^(?:both|two|all|guys|yourself|and (?:your |the )?[a-z]+(?= (?:must|need|have|should|ought|both|really|will|are|can|could|might)\b)) /

/** A predicate without the adverbs at its head. */
export const withoutAdverbs = (predicate: string) => `${predicate} `.replace(MID_ADVERBS, '').trimEnd()

/** Every clause of the sentence whose subject is the user. */
export function youClauses (tokens: readonly string[]): YouClause[] {
  const clauses: YouClause[] = []
  const isAsked = isQuestion(tokens)
  const lastMark = tokens.findLastIndex(word => ',;:-'.includes(word))
  tokens.forEach((token, at) => {
    if (token !== 'you') return
    const left = tokens.slice(Math.max(0, at - REACH), at)
    const before = left.slice(-2).join(' ') === 'both of' ? left.slice(0, -2) : left
    const rest = tokens.slice(at + 1, at + 1 + REACH)
    const predicate = withoutAdverbs(`${rest.join(' ')} `.replace(COMPANIONS, ''))
    clauses.push({ isStated: !(isAsked && at > lastMark) && isStatedAfter(before), predicate })
  })
  return clauses
}

const TAG_QUESTION = pattern`(?:, |- )(?:
  right|okay|ok|yes|no|got it|understood|you know|(?:is|are|can) (?:it|you) not|(?:is|are|can|do|would|should) not (?:it|you)|do you not
) \?$`

/** "You need to leave, don't you?" asks nothing. */
function isQuestion (tokens: readonly string[]): boolean {
  return tokens.at(-1) === '?' && !TAG_QUESTION.test(tokens.slice(-6).join(' '))
}

function isStatedAfter (before: readonly string[]): boolean {
  const left = [...before]
  // "If you cannot do that, then you need to …": what follows "then" is the main clause.
  if (left.at(-1) === 'then' && !COORDINATORS.has(left.at(-2) ?? '')) return true
  if (/\bmore than (?:ever|anything)$/.test(left.slice(-3).join(' '))) return true
  while (left.length > 0 && SENTENCE_ADVERBS.has(left.at(-1)!)) left.pop()
  const last = left.at(-1)
  const previous = left.at(-2)
  if (last === undefined) return true
  if (PUNCTUATION.has(last)) return !(last === ',' || last === ':') || !isAttribution(segmentOf(left.slice(0, -1)))
  if (isInverted(left)) return false
  if (COORDINATORS.has(last)) return previous === ',' || previous === undefined || !isOpenSegment(segmentOf(left.slice(0, -1)))
  if (SUBORDINATORS.has(last)) return isConclusion(left)
  if (PREPOSITIONS.has(last)) return false
  return isStatedByGovernor(segmentOf(left))
}

/** "he says, you must …": somebody and their saying, nothing more. */
function isAttribution (segment: readonly string[]): boolean {
  const [subject = '', ...rest] = segment.filter(word => !SENTENCE_ADVERBS.has(word) && !COORDINATORS.has(word) && word !== 'as' && word !== 'you')
  const isSomebodyElse = subject !== 'i' && (PRONOUN_SUBJECTS.has(subject) || DETERMINERS.has(subject))
  return isSomebodyElse && rest.length < 4 && REPORTS.has(rest.at(-1) ?? '')
}

/** "do you", "what might you", "don't you"; but not "as soon as you can you …". */
function isInverted (left: readonly string[]): boolean {
  const at = left.at(-1) === 'not' ? left.length - 2 : left.length - 1
  return INVERTING.has(left[at] ?? '') && !PRONOUN_SUBJECTS.has(left[at - 1] ?? '')
}

/** "That is why you must …", "here is what you need to …" lead up to an order. */
const isConclusion = (left: readonly string[]) => /\b(?:that|this|which|it|here) is (?:exactly |also )?(?:why|when|where|what|how)$/.test(left.slice(-4).join(' '))

/** The words since the last punctuation mark. */
function segmentOf (left: readonly string[]): readonly string[] {
  const mark = left.findLastIndex(word => PUNCTUATION.has(word))
  return left.slice(mark + 1)
}

const isOpenSegment = (segment: readonly string[]) => {
  const first = segment.find(word => !SENTENCE_ADVERBS.has(word) && !COORDINATORS.has(word)) ?? ''
  const isReported = segment.some((word, at) => at > 0 && REPORTS.has(word) && segment[at - 1] !== 'i' && !NEGATIONS.has(segment[at - 1]!))
  return SUBORDINATORS.has(first) || INVERTING.has(first) || isReported
}

/** "after that you …": a pronoun here, no conjunction. */
const TAKES_THAT = words('do did done doing of about with for after before to at on all like than')

/** Whose thought the clause is, by the verb or noun that it hangs on. */
function isStatedByGovernor (segment: readonly string[]): boolean {
  if (/\bmy (?:opinion|view|belief|advice|suggestion|recommendation|feeling|guess)(?: \w+){0,2}$/.test(segment.slice(-5).join(' '))) return true
  const hasThat = segment.at(-1) === 'that' && !TAKES_THAT.has(segment.at(-2) ?? '')
  const chain = hasThat ? segment.slice(0, -1) : segment
  const governor = chain.at(-1) ?? ''
  if (['me', 'you', 'him', 'her', 'us', 'them', 'yourself'].includes(governor) && REPORTS.has(chain.at(-2) ?? '')) return isStatedByVerb(chain.slice(0, -1))
  if (REPORTS.has(governor) || (ASSERTIVE.has(governor) && chain.includes('i'))) return isStatedByVerb(chain)
  if (ASSERTIVE.has(governor)) return !chain.slice(-5).some(word => NEGATIONS.has(word))
  if (hasThat) return false
  return !isRelative(chain)
}

function isStatedByVerb (chain: readonly string[]): boolean {
  const verb = chain.at(-1)!
  const before = chain.slice(0, -1)
  if (before.some(word => NEGATIONS.has(word))) return false
  const subject = before.findLast(word => PRONOUN_SUBJECTS.has(word))
  if (subject === 'i') return !LISTENING.has(verb)
  if (verb === 'means') return /^(?:(?:and|so|but) )?(?:this|that|it|which|all of (?:this|that|it))$/.test(before.join(' '))
  return !verb.endsWith('ing') && before.every(word => SENTENCE_ADVERBS.has(word) || word === 'please' || COORDINATORS.has(word))
}

/** "the choice you have to make", "everything you need to say": a clause inside a noun. */
function isRelative (chain: readonly string[]): boolean {
  const noun = chain.at(-1)!
  if (VAGUE_NOUNS.has(noun)) return !/^(?:of|above|after) all$/.test(chain.slice(-2).join(' '))
  if (chain.length === 0 || PREPOSITIONS.has(chain[0]!) || SUBORDINATORS.has(chain[0]!)) return false
  const determiner = chain.slice(-4, -1).find(word => DETERMINERS.has(word))
  if (determiner === undefined) return false
  return !(TIMES.has(noun) && ['this', 'that', 'these'].includes(determiner))
}

/** Words that may stand before an order without changing it. */
const LEAD_IN = /^(?:(?:please|just|so|then|and|but|now|first|second|third|also|instead|next|finally|okay|ok|well|honestly|seriously|simply|always|definitely|again|really|\d+) (?:[,:-] )?)+/
const HEDGED_LEAD = /\b(?:might|could|may|consider|option|options|perhaps|maybe|wonder|possible|ideas)\b/

/** A sentence that begins with an imperative may go on with another. */
const GENTLE_START = pattern`^(?:
  never|do not|find|take|be|give|let|go|tell|talk|think|make|try|write|notice|breathe|start|keep|remember|ask|listen|look|
  put|get|share|say|step|hold|allow|trust|pause|rest|stay|sit|wait|pick|choose|accept|love|forgive|know
)\b(?! (?:is|was|has|can|makes|and i)\b)`

/** Where an imperative could begin: the sentence, or a main clause after an introductory one. Joined by spaces. */
export function imperativeStarts (tokens: readonly string[]): string[] {
  const starts = [0]
  const isImperative = GENTLE_START.test(tokens.slice(0, 4).join(' ').replace(LEAD_IN, ''))
  tokens.forEach((token, at) => {
    const opensClause = ';:-('.includes(token) && !HEDGED_LEAD.test(tokens.slice(Math.max(0, at - REACH), at).join(' '))
    if (opensClause || (isImperative && (token === 'and' || token === 'then'))) starts.push(at + 1)
  })
  const comma = tokens.indexOf(',')
  if (comma > 0 && isIntroductory(tokens.slice(0, comma))) starts.push(comma + 1)
  return starts.map(at => tokens.slice(at, at + REACH).join(' ').replace(LEAD_IN, ''))
}

function isIntroductory (segment: readonly string[]): boolean {
  const first = segment.find(word => !SENTENCE_ADVERBS.has(word) && !COORDINATORS.has(word)) ?? ''
  if (segment.length <= 2) return !PRONOUN_SUBJECTS.has(first)
  return SUBORDINATORS.has(first) || PREPOSITIONS.has(first) || /^the (?:next|first|last|moment|minute)\b|^next time\b|^every time\b/.test(segment.join(' '))
}
