/** The template engine: an answer in our own words, by topic and strategy. */
import type { ScanResult } from '../scan.ts'
import type { Mode, Strategy } from '../understanding/reading.ts'
import { wordsOf, type Words } from '../understanding/words.ts'
import { chooseUnused, type Wording } from '../wordings.ts'
import { CATALOGUE } from './catalogue.ts'
import { explain } from './explain.ts'
import { topicOf, topicOfLabels } from './match.ts'
import { SAFETY_RELATED, SAFETY_WORDINGS } from './safety-mode.ts'
import { fill, slotsOf } from './slots.ts'
import type { MatchedTopic, V1Topic } from './topic.ts'
import { GENERAL_WORDINGS } from './topics/general.ts'

export interface V1Input {
  readonly mode: Mode
  readonly question: string
  /** What the app says the conversation is about; heard when the question itself says nothing. */
  readonly topics: readonly string[]
  readonly scan?: ScanResult
  readonly strategy: Strategy
  /** Wording ids that the session has heard, oldest first. */
  readonly used: readonly string[]
  /** In [0, 1); the same input gives the same answer. */
  readonly pick: number
}

export interface V1Output {
  /** Two to four sentences, at most one of them a question. */
  readonly message: string
  /** What the message is about, also where a related topic lends its words. */
  readonly topic: V1Topic
  readonly wording: string
}

/** Total: every message has an answer. */
export function answerV1 (input: V1Input): V1Output {
  const strategy = input.mode === 'REFLECT' ? 'LOW' : input.strategy
  if (input.mode === 'EXPLAIN') return { ...explain({ ...input, strategy }), topic: 'explain' }
  const words = wordsOf(input.question)
  const topic = input.mode === 'SAFETY' ? 'safety' : subjectOf(words, input.topics)
  const { text, wording } = chooseWording(topic, strategy, input)
  return { message: fill(text, slotsOf(words, isMatched(topic) ? CATALOGUE[topic].people : undefined)), topic, wording }
}

type Subject = MatchedTopic | 'general' | 'safety'

function subjectOf (words: Words, labels: readonly string[]): Subject {
  return topicOf(words) ?? topicOfLabels(labels) ?? 'general'
}

/** The topic's own words; when all were heard, its relatives', then general ones; then what was heard longest ago. */
function chooseWording (topic: Subject, strategy: Strategy, choice: { used: readonly string[], pick: number }): Wording {
  const shelves = [[topic], relatedTo(topic), ['general' as const]].map(topics => topics.flatMap(topic => wordingsOf(topic, strategy)))
  const fresh = shelves.find(shelf => shelf.some(({ wording }) => !choice.used.includes(wording)))
  return chooseUnused(fresh ?? shelves.flat(), choice)
}

/** The wordings of one topic and strategy, with the ids that sessions remember. */
export function wordingsOf (topic: Subject, strategy: Strategy): readonly Wording[] {
  return textsOf(topic)[strategy].map((text, at) => ({ text, wording: `v1.${topic}.${strategy.toLowerCase()}.${at}` }))
}

function textsOf (topic: Subject) {
  if (topic === 'general') return GENERAL_WORDINGS
  return topic === 'safety' ? SAFETY_WORDINGS : CATALOGUE[topic].wordings
}

function relatedTo (topic: Subject): readonly MatchedTopic[] {
  if (topic === 'general') return []
  return topic === 'safety' ? SAFETY_RELATED : CATALOGUE[topic].related
}

function isMatched (topic: Subject): topic is MatchedTopic {
  return Object.hasOwn(CATALOGUE, topic)
}
