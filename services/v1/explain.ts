/** EXPLAIN mode: a scan's result in plain, careful words. */
import type { ScanResult } from '../scan.ts'
import type { Strategy } from '../understanding/reading.ts'
import { chooseUnused } from '../wordings.ts'
import { CLOSINGS, TONES, type Tone } from './explain-wordings.ts'
import { areaOf, viewOf, type Area, type Points, type ScanView } from './scan-view.ts'

const SENTENCES_BEFORE_CLOSING_MOST = 3
const NAMED_MOST = 2
/** From here on an area counts as a strength, up to there as one to look at, when the scan itself lists none. */
const STRONG_SCORE = 70
const WEAK_SCORE = 50

export interface ExplainInput {
  readonly scan?: ScanResult
  readonly question: string
  readonly strategy: Strategy
  readonly used: readonly string[]
  readonly pick: number
}

/** Total; nothing of the scan's or the question's text is repeated, only our own names for what they speak of. */
export function explain ({ scan, question, strategy, used, pick }: ExplainInput): { message: string, wording: string } {
  const view = viewOf(scan)
  const candidates = variants(strategy).map(({ tone, closing, wording }) => ({ wording, text: [...sentencesOf(view, question, tone), closing].join(' ') }))
  const { text, wording } = chooseUnused(candidates, { used, pick })
  return { message: text, wording }
}

/** Every tone with every closing: as many wordings as a session will ask for. */
function variants (strategy: Strategy) {
  return TONES.flatMap((tone, toneAt) => CLOSINGS[strategy].map((closing, at) => ({ tone, closing, wording: `v1.explain.${strategy.toLowerCase()}.${toneAt}.${at}` })))
}

type Aspect = 'overall' | 'points' | 'redFlags'

/** What was asked about comes first; what the scan does not have is left out. */
function sentencesOf (view: ScanView, question: string, tone: Tone): readonly string[] {
  const told: Record<Aspect, string | undefined> = {
    overall: view.score === undefined ? undefined : tone.overall(view.score, bandOf(view.score)),
    points: pointsSentence(view, tone),
    redFlags: countOf(view.redFlags) === 0 ? undefined : tone.redFlags(named(view.redFlags) ?? (countOf(view.redFlags) === 1 ? 'a point' : 'some points'))
  }
  const asked = areaSentence(view, question, tone)
  const sentences = [asked, ...orderFor(question).map(aspect => told[aspect])].filter(sentence => sentence !== undefined)
  return (sentences.length > 0 ? sentences : [tone.empty]).slice(0, SENTENCES_BEFORE_CLOSING_MOST)
}

/** Red flags are never cut for a question about something else. */
function orderFor (question: string): readonly Aspect[] {
  if (/\b(?:red ?flags?|warnings?|worr(?:y|ied)|concern(?:s|ed|ing)?|danger(?:ous)?)\b/i.test(question)) return ['redFlags', 'overall', 'points']
  if (/\b(?:strengths?|strong|good|well|best|positives?|awareness|weak(?:ness|nesses)?|improve|work on|lowest)\b/i.test(question)) return ['points', 'redFlags', 'overall']
  return ['overall', 'redFlags', 'points']
}

function areaSentence ({ areaScores }: ScanView, question: string, tone: Tone): string | undefined {
  const area = areaOf(question)
  const found = area && areaScores.find(score => score.area === area)
  return found && tone.area(found.area, found.score, bandOf(found.score))
}

function pointsSentence (view: ScanView, tone: Tone): string | undefined {
  const awareness = listedOr(view.awareness, view.areaScores.filter(({ score }) => score < WEAK_SCORE).reverse())
  const strengths = without(listedOr(view.strengths, view.areaScores.filter(({ score }) => score >= STRONG_SCORE)), awareness.areas)
  const good = named(strengths) ?? listed(strengths, 'strength')
  const hard = named(awareness) ?? listed(awareness, 'area')
  if (good && hard) return tone.both(good, hard)
  if (good) return tone.strengths(good)
  return hard && tone.awareness(hard)
}

function listedOr (listed: Points, scored: ScanView['areaScores']): Points {
  return countOf(listed) > 0 ? listed : { areas: scored.map(({ area }) => area), others: 0 }
}

const without = ({ areas, others }: Points, unwanted: readonly Area[]): Points => ({ areas: areas.filter(area => !unwanted.includes(area)), others })
const countOf = ({ areas, others }: Points) => areas.length + others
const bandOf = (score: number) => score >= STRONG_SCORE ? 'high' : score >= WEAK_SCORE ? 'middle' : 'low'

const NUMBER_WORDS = ['no', 'one', 'two', 'three', 'four', 'five', 'six']
const inWords = (count: number) => NUMBER_WORDS[count] ?? 'several'

/** "trust and communication", "trust, control and two more"; undefined when none has a name of ours. */
function named (points: Points): string | undefined {
  if (points.areas.length === 0) return undefined
  const shown = points.areas.slice(0, NAMED_MOST)
  const more = countOf(points) - shown.length
  return (more > 0 ? [shown.join(', '), `${inWords(more)} more`] : shown).join(' and ')
}

/** "the two strengths it lists"; undefined when there are none. */
function listed (points: Points, noun: string): string | undefined {
  const count = countOf(points)
  if (count === 0) return undefined
  return count === 1 ? `the ${noun} it lists` : `the ${inWords(count)} ${noun}s it lists`
}
