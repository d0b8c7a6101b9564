/** Who gets which engine: a pure decision, first match wins, every answer with its reason. */

export const ENGINES = ['v1', 'v2'] as const
export type Engine = typeof ENGINES[number]

export const ROLLOUT_REASONS = [
  'env_disabled', 'state_unavailable', 'killed', 'rolled_back', 'denied', 'forced', 'pinned', 'allowed', 'paused',
  'no_identity', 'in_rollout', 'out_of_rollout'
] as const
export type RolloutReason = typeof ROLLOUT_REASONS[number]

export const ROLLOUT_STATUSES = ['off', 'ramping', 'complete', 'paused', 'killed', 'rolled_back'] as const
export type RolloutStatus = typeof ROLLOUT_STATUSES[number]

export interface RolloutState {
  readonly version: number
  readonly status: RolloutStatus
  /** Share of users on V2 in hundredths of a per cent, 0 to 10,000. */
  readonly basisPoints: number
  readonly salt: string
}

export interface RolloutQuestion {
  /** `AMORA_V2_ENABLED`; false can't be overridden. */
  readonly envEnabled: boolean
  /** Undefined while it is unknown or too old. */
  readonly state: RolloutState | undefined
  readonly userId?: string
  /** The engine this session started with. */
  readonly pinned?: Engine
  /** The user's entry on a list, or a signed QA override of one engine. */
  readonly listed?: 'denied' | 'allowed'
  readonly forced?: Engine
}

export interface Assignment { readonly engine: Engine, readonly reason: RolloutReason }

/** The engine for one turn. A kill beats everything; a pin holds against every move of the dial but a kill. */
export function decide (question: RolloutQuestion): Assignment {
  const { state } = question
  if (!question.envEnabled) return v1('env_disabled')
  if (!state) return v1('state_unavailable')
  if (state.status === 'killed' || state.status === 'off') return v1('killed')
  if (state.status === 'rolled_back') return v1('rolled_back')
  if (question.listed === 'denied') return v1('denied')
  if (question.forced) return { engine: question.forced, reason: 'forced' }
  if (question.pinned) return { engine: question.pinned, reason: 'pinned' }
  if (question.listed === 'allowed') return v2('allowed')
  if (question.userId === undefined) return v1('no_identity')
  if (state.status === 'paused') return v1('paused')
  return bucketOf(question.userId, state.salt) < state.basisPoints ? v2('in_rollout') : v1('out_of_rollout')
}

const v1 = (reason: RolloutReason): Assignment => ({ engine: 'v1', reason })
const v2 = (reason: RolloutReason): Assignment => ({ engine: 'v2', reason })

/** A user's place on the dial, 0 to 9,999: uniform, and the same for ever under one salt. */
export function bucketOf (userId: string, salt: string): number {
  return Math.floor(murmur3(`${salt}:${userId}`) / 2 ** 32 * 10_000)
}

const encoder = new TextEncoder()

/** MurmurHash3_x86_32 (Austin Appleby, public domain) of the text's UTF-8 bytes; unsigned 32 bits. */
export function murmur3 (text: string, seed = 0): number {
  const bytes = encoder.encode(text)
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const whole = bytes.length - bytes.length % 4
  let hash = seed
  for (let at = 0; at < whole; at += 4) hash = mixBody(hash, view.getUint32(at, true))
  return finalise(mixTail(hash, bytes, whole) ^ bytes.length)
}

const rotate = (value: number, by: number) => (value << by) | (value >>> (32 - by))
const scramble = (block: number) => Math.imul(rotate(Math.imul(block, 0xcc9e2d51), 15), 0x1b873593)
const mixBody = (hash: number, block: number) => (Math.imul(rotate(hash ^ scramble(block), 13), 5) + 0xe6546b64) | 0

function mixTail (hash: number, bytes: Uint8Array, from: number): number {
  let block = 0
  for (let at = bytes.length - 1; at >= from; at--) block = (block << 8) | bytes[at]!
  return bytes.length > from ? hash ^ scramble(block) : hash
}

function finalise (hash: number): number {
  let value = hash ^ (hash >>> 16)
  value = Math.imul(value, 0x85ebca6b)
  value ^= value >>> 13
  value = Math.imul(value, 0xc2b2ae35)
  return (value ^ (value >>> 16)) >>> 0
}
