/** The three ways in which a message can be answered. */
import type { FastifyInstance } from 'fastify'
import type { Test } from 'tap'
import { classify } from '../../services/understanding/classifier.ts'
import { encodeReading } from '../../services/v2/understand.ts'
import type { FakeOpenAI } from '../fakes/openai-server.ts'
import { V1_ONLY } from '../helper.ts'
import { house, stage, type StageOptions } from '../turn/harness.ts'

export interface Arm {
  readonly name: string
  readonly engine: 'v1' | 'v2'
  /** The least share of venting messages whose own words come back: V1 has templates, and the fake knows no words at all. */
  readonly mirrored: number
  open (t: Test, options?: StageOptions): Promise<{ readonly app: FastifyInstance, readonly fake?: FakeOpenAI }>
}

/** Always the same run of chances, so that a failure can be repeated. */
export function chances (seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return state / 2_147_483_648
  }
}

export const V1: Arm = {
  name: 'V1', engine: 'v1', mirrored: 0,
  open: async (t, options = {}) => ({ app: await house(t, { random: chances(1), ...options, env: { ...V1_ONLY, ...options.env } }) })
}

export const OFFLINE: Arm = {
  name: 'V2 offline', engine: 'v2', mirrored: 0.75,
  open: async (t, options = {}) => ({ app: await house(t, { random: chances(2), ...options }) })
}

/** The fake reads as well as the classifier, and writes like a careful coach. */
export const OPENAI: Arm = {
  name: 'V2 over HTTP', engine: 'v2', mirrored: 0,
  async open (t, options = {}) {
    const opened = await stage(t, { random: chances(3), ...options })
    opened.fake.script.understand = ({ question }) => JSON.parse(encodeReading(classify(question))) as unknown
    return opened
  }
}
