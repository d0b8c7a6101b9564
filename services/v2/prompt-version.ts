/** Which words the models are given: a part of every cache key, so that changed prompts never serve old answers. */
import { hash } from 'node:crypto'
import { PROMPT_TEXTS } from './prompt.ts'
import { UNDERSTANDING_TEXTS } from './understand.ts'

/** Twelve hex digits that change with any of the texts. */
export const versionOf = (texts: unknown): string => hash('sha256', JSON.stringify(texts)).slice(0, 12)

export const PROMPT_VERSION: string = versionOf([PROMPT_TEXTS, UNDERSTANDING_TEXTS])
