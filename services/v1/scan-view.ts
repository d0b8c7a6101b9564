/** A scan read into our own vocabulary. Its strings are users' data: recognised or counted, never repeated. */
import type { ScanResult } from '../scan.ts'
import { wordsOf } from '../understanding/words.ts'

/** Our words for what a scan may speak of, each with the words that labels use for it. */
const AREA_WORDS = {
  communication: 'communication communicate communicating communicates talk talking listen listening listens dialogue expression',
  trust: 'trust trusting trustworthy reliability reliable loyalty loyal transparency',
  honesty: 'honesty honest truth openness open',
  respect: 'respect respectful respecting respects',
  'emotional safety': 'safety safe security secure vulnerability',
  closeness: 'closeness close intimacy intimate affection affectionate connection connected tenderness physical sexual sex romance',
  'handling conflict': 'conflict conflicts arguments argument arguing fights fighting fight disagreements disagreement repair resolution',
  boundaries: 'boundaries boundary limits space privacy',
  independence: 'independence independent autonomy freedom individuality dependence',
  'shared values': 'values value beliefs principles religion faith',
  'shared plans': 'goals goal future plans vision direction',
  support: 'support supportive care caring empathy empathetic kindness compassion attentiveness appreciation',
  commitment: 'commitment committed dedication consistency effort',
  fairness: 'fairness fair equality equal balance balanced teamwork partnership reciprocity chores',
  'time together': 'fun play playfulness humor humour laughter joy interests hobbies quality leisure',
  'money matters': 'money finances financial finance spending',
  family: 'family parenting children kids relatives laws'
} as const
/** The same for what a scan warns of. */
const WARNING_WORDS = {
  jealousy: 'jealousy jealous possessiveness possessive',
  control: 'control controlling controls manipulation manipulative monitoring tracking',
  pressure: 'pressure pressuring coercion ultimatums',
  threats: 'threats threat threatening threatens intimidation',
  isolation: 'isolation isolating isolated isolates',
  blame: 'blame blaming blames criticism criticizing criticising',
  anger: 'anger angry temper rage outbursts shouting yelling',
  dishonesty: 'dishonesty dishonest lying lies lie secrets secrecy deception',
  disrespect: 'disrespect disrespectful contempt insults belittling',
  'crossed boundaries': 'boundaries boundary privacy',
  'feeling unsafe': 'unsafe fear afraid'
} as const
export type Area = keyof typeof AREA_WORDS | keyof typeof WARNING_WORDS

const AREAS = areasByWord(AREA_WORDS)
const WARNINGS = areasByWord(WARNING_WORDS)
/** Awareness areas may be named either way. */
const BOTH: AreasByWord = new Map([...WARNINGS, ...AREAS])
const LABEL_MOST_CHARACTERS = 80
const LABELS_MOST = 100
const SAYS_NOTHING = /^\s*(?:none|no(?:thing|t any)?|n\/a|-+)?\s*(?:found|detected|identified|noted)?\s*\.?\s*$/i

/** What a list names that we have words for, and how many points it has besides. */
export interface Points { readonly areas: readonly Area[], readonly others: number }

export interface ScanView {
  /** 0 to 100, whole. */
  readonly score?: number
  /** 0 to 100, whole; highest first. */
  readonly areaScores: ReadonlyArray<{ readonly area: Area, readonly score: number }>
  readonly strengths: Points
  readonly awareness: Points
  readonly redFlags: Points
}

/** Total: whatever is missing, out of range or of unknown name is left out. */
export function viewOf (scan: ScanResult = {}): ScanView {
  const categories = Object.entries(scan.category_scores ?? {}).slice(0, LABELS_MOST).filter(([, score]) => isScore(score))
  const overall = isScore(scan.overall_score) ? scan.overall_score : undefined
  const percent = percentOf([...categories.map(([, score]) => score), ...overall === undefined ? [] : [overall]])
  return {
    score: overall === undefined ? undefined : percent(overall),
    areaScores: areaScores(categories, percent),
    strengths: pointsOf(scan.strengths, AREAS),
    awareness: pointsOf(scan.awareness_areas, BOTH),
    redFlags: pointsOf(scan.red_flags, WARNINGS)
  }
}

/** The first area of ours that a text speaks of. */
export function areaOf (text: string, areas: AreasByWord = BOTH): Area | undefined {
  const word = wordsOf(text).list.find(word => areas.has(word))
  return word === undefined ? undefined : areas.get(word)
}

type AreasByWord = ReadonlyMap<string, Area>

function areasByWord (words: Readonly<Partial<Record<Area, string>>>): AreasByWord {
  return new Map((Object.keys(words) as Area[]).flatMap(area => words[area]!.split(' ').map(word => [word, area] as const)))
}

/** Only a label's beginning is read. */
function areaOfLabel (label: string, areas: AreasByWord): Area | undefined {
  return areaOf(label.slice(0, LABEL_MOST_CHARACTERS), areas)
}

function isScore (score: number | undefined): score is number {
  return typeof score === 'number' && score >= 0 && score <= 100
}

/** Scans come in shares of 1 or of 100: one number above 1 says which. */
function percentOf (scores: readonly number[]): (score: number) => number {
  const scale = scores.some(score => score > 1) ? 1 : 100
  return score => Math.round(score * scale)
}

function areaScores (categories: ReadonlyArray<readonly [string, number]>, percent: (score: number) => number): ScanView['areaScores'] {
  const scores = new Map<Area, number>()
  for (const [label, score] of categories) {
    // A high score for jealousy may be good or bad: only what is good in itself is told with a number.
    const area = areaOfLabel(label, AREAS)
    if (area && !scores.has(area)) scores.set(area, percent(score))
  }
  return [...scores].map(([area, score]) => ({ area, score })).sort((one, other) => other.score - one.score)
}

function pointsOf (labels: readonly string[] = [], names: AreasByWord): Points {
  const read = labels.slice(0, LABELS_MOST).filter(label => !SAYS_NOTHING.test(label)).map(label => areaOfLabel(label, names))
  const areas = [...new Set(read.filter(area => area !== undefined))]
  return { areas, others: read.filter(area => area === undefined).length }
}
