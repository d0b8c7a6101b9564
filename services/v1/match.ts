/** What a message is about. */
import { evidenceOf, type Weights } from '../understanding/lexicon.ts'
import { isSentenceEnd, Phrases } from '../understanding/phrases.ts'
import { wordsOf, type Words } from '../understanding/words.ts'
import { TOPICS } from './catalogue.ts'
import { MATCHED_TOPICS, type MatchedTopic } from './topic.ts'
import { COMPANY, GROUPS } from './vocabulary.ts'

interface Sign {
  readonly topic: MatchedTopic
  readonly weight: number
  /** Whether a negation before it takes it away. */
  readonly isDeniable: boolean
}

const WEIGHTS: Weights = { deep: 0.8, clear: 0.6, light: 0.4 }
/** People lead with the matter: a sign in the first sentence speaks louder, though less loudly than the next stronger kind. */
const LEAD = 0.15
const LEAD_WORDS_LEAST = 4

const NEGATORS = new Set('not never no without nor neither hardly'.split(' '))
/** Words a negation reaches through: "not really that jealous", but not "can't forgive his cheating". */
const TRANSPARENT = new Set('be been being am is are was were have has had do did does feel feeling felt going to ever really even actually think so such very too that a an any the all at in of i he she we you they my his her our'.split(' '))

const LABELS_MOST = 20
const LABEL_MOST_CHARACTERS = 80

const PHRASES = new Phrases<Sign>(signs(), GROUPS, { notInGap: NEGATORS })

function * signs (): Generator<readonly [string, Sign]> {
  for (const { name, signs, evenNegated } of TOPICS) {
    for (const [phrase, { weight }] of evidenceOf({ [name]: signs }, WEIGHTS)) {
      yield [phrase, { topic: name, weight, isDeniable: !evenNegated && !phrase.split(/[ /]/).some(word => NEGATORS.has(word)) }]
    }
  }
}

/** The topic with the loudest sign; of equals, the first in the order of priority. Undefined when nothing speaks of one. */
export function topicOf (words: Words): MatchedTopic | undefined {
  const loudness = loudnessOf(words)
  const narrow = MATCHED_TOPICS.filter(topic => topic !== 'relationship' && loudness.has(topic))
  if (narrow.length === 0) return loudness.has('relationship') ? 'relationship' : undefined
  const best = narrow.reduce((one, other) => loudness.get(other)! > loudness.get(one)! ? other : one)
  const isLoveConfusion = (best === 'love' || best === 'confusion') && loudness.has('love') && loudness.has('confusion')
  return isLoveConfusion ? 'love_confusion' : best
}

/** The topic of the first of the app's labels that names or describes one; only the beginning of a label is read. */
export function topicOfLabels (labels: readonly string[]): MatchedTopic | undefined {
  for (const label of labels.slice(0, LABELS_MOST)) {
    const words = wordsOf(label.slice(0, LABEL_MOST_CHARACTERS))
    const name = words.list.filter(word => !isSentenceEnd(word)).join('_')
    const topic = MATCHED_TOPICS.find(topic => topic === name) ?? topicOf(words)
    if (topic) return topic
  }
  return undefined
}

/** How loudly each topic speaks: by its loudest sign. */
function loudnessOf (words: Words): ReadonlyMap<MatchedTopic, number> {
  const leadEnd = endOfLead(words)
  const inCompany = words.list.some(word => COMPANY.has(word))
  const loudness = new Map<MatchedTopic, number>()
  PHRASES.all(words, match => {
    const { topic, weight, isDeniable } = match.value
    if (weight === WEIGHTS.light && !inCompany) return
    if (isDeniable && isDenied(words, match.at)) return
    loudness.set(topic, Math.max(loudness.get(topic) ?? 0, match.at < leadEnd ? weight + LEAD : weight))
  })
  return loudness
}

/** Where the first sentence of more than a few words ends. */
function endOfLead ({ list }: Words): number {
  const end = list.findIndex((word, at) => at >= LEAD_WORDS_LEAST && isSentenceEnd(word))
  return end < 0 ? list.length : end
}

/** Whether a negation stands before, with nothing between that would stop it. */
function isDenied ({ list, clauses }: Words, at: number): boolean {
  let before = at - 1
  while (before >= 0 && clauses[before] === clauses[at] && TRANSPARENT.has(list[before]!)) before--
  return before >= 0 && clauses[before] === clauses[at] && NEGATORS.has(list[before]!)
}
