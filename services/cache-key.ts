/**
 * What an answer depends on. Public answers were written from the question alone and may serve everybody; private ones from
 * a user's session or memory too, and serve that user only. Which it is follows from what the prompt builder says it reads.
 */
import { hash } from 'node:crypto'
import type { PromptSource } from './v2/prompt.ts'
import type { V2Input } from './v2/pipeline.ts'

/** What else the words depend on, beside the turn's own input: the same for every turn of a deployment. */
export interface CacheDeployment {
  readonly promptVersion: string
  readonly safetyVersion: string
  readonly detectionModel: string
  readonly responseModel: string
  readonly economyModel: string
  readonly temperature: number
  readonly maxTokens: number
}

export interface CacheInput extends V2Input, CacheDeployment {
  /** The user, as a keyed hash. */
  readonly owner: string
}

/**
 * Each field is part of every key, part of the key where that source was read, or of no consequence for the words. A new
 * field of a turn does not compile until it has its place here.
 */
const FIELDS = {
  question: 'key',
  mode: 'key',
  tier: 'key',
  promptVersion: 'key',
  safetyVersion: 'key',
  detectionModel: 'key',
  responseModel: 'key',
  economyModel: 'key',
  temperature: 'key',
  maxTokens: 'key',
  flag: 'key',
  history: 'private',
  memory: 'private',
  care: 'private',
  owner: 'private',
  canary: 'ignore',
  deadlineAt: 'ignore',
  used: 'ignore'
} as const satisfies Record<keyof CacheInput, 'key' | 'private' | 'ignore'>

export type CacheKind = 'public' | 'private'

export interface KeyedInput {
  readonly kind: CacheKind
  /** SHA-256 of every field that counts, hexadecimal. */
  readonly key: string
  /** SHA-256 of the question's normal form under another name. */
  readonly check: string
}

/** The key under which an answer to this input is kept. */
export function cacheKeyOf (input: CacheInput, reads: ReadonlySet<PromptSource>): KeyedInput {
  const kind = [...reads].every(source => source === 'question') ? 'public' : 'private'
  const names = (Object.keys(FIELDS) as Array<keyof CacheInput>).filter(name => FIELDS[name] === 'key' || (FIELDS[name] === 'private' && kind === 'private'))
  const question = normalQuestion(input.question)
  const parts = names.sort().map(name => [name, name === 'question' ? question : input[name] ?? null])
  return { kind, key: sha256([kind, ...parts]), check: sha256(['check', question]) }
}

const sha256 = (content: unknown) => hash('sha256', JSON.stringify(content))

/** One form for questions that differ in case, blanks, punctuation or the kind of quotes only. */
export function normalQuestion (question: string): string {
  const words = question.normalize('NFKC').toLowerCase().replace(/['\u2018\u2019\u02bc"\u201c\u201d]/g, '').replace(/\p{P}+/gu, ' ')
  // Once more: what stood apart may have come together.
  return words.normalize('NFKC').replace(/\s+/g, ' ').trim()
}
