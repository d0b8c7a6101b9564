import type { Strategy } from './reading.ts'

const CONFIDENCE = { LOW: 0.5, MEDIUM: 0.7, HIGH: 0.9 } as const satisfies Record<Strategy, number>

/** The contract's `confidence` for a strategy: how sure the coach is of what would help. */
export const confidenceOf = (strategy: Strategy): number => CONFIDENCE[strategy]
