/** How a turn ends under each fault of the model that writes its reply: why V1 stands in, and who pays. */
import type { FaultName } from '../fakes/openai-faults.ts'

export interface FaultEnd {
  readonly fault: FaultName
  /** `v2` where the reply is good all the same; else why V1 stands in. */
  readonly end: 'v2' | string
  /** What was read of V2's reply, where it is told word by word. */
  readonly shown?: string
  /** What becomes of the call that failed: `nothing` was never worked on, `exact` came with its usage, `estimated` without. */
  readonly bill: 'nothing' | 'exact' | 'estimated'
}

/** Three sentences; half of its words end in the second one. */
export const STREAMED_REPLY = 'Arguing about money wears you out. It makes sense that you are tired of it by now. What sits underneath it for you?'
const FIRST = 'Arguing about money wears you out.'
const WHOLE_SENTENCES = 'That sounds like a lot to carry. It makes sense that it weighs on you.'

const REFUSED: readonly FaultEnd[] = [
  { fault: 'unauthorized', end: 'auth', bill: 'nothing' },
  { fault: 'forbidden', end: 'auth', bill: 'nothing' },
  { fault: 'model_gone', end: 'model_gone', bill: 'nothing' },
  { fault: 'rate_limited', end: 'rate_limited', bill: 'nothing' },
  { fault: 'insufficient_quota', end: 'quota_exhausted', bill: 'nothing' },
  { fault: 'bad_request', end: 'bad_request', bill: 'nothing' },
  { fault: 'filtered_request', end: 'content_filter', bill: 'nothing' },
  { fault: 'server_error', end: 'upstream_error', bill: 'estimated' },
  { fault: 'unavailable', end: 'upstream_error', bill: 'estimated' }
]

const EITHER_WAY: readonly FaultEnd[] = [
  ...REFUSED,
  { fault: 'latency', end: 'v2', shown: STREAMED_REPLY, bill: 'exact' },
  { fault: 'hang', end: 'timeout', bill: 'estimated' },
  { fault: 'reset', end: 'upstream_error', bill: 'estimated' },
  { fault: 'html', end: 'invalid_output', bill: 'estimated' },
  { fault: 'null_content', end: 'invalid_output', bill: 'exact' },
  { fault: 'empty_content', end: 'invalid_output', bill: 'exact' },
  { fault: 'content_filter', end: 'content_filter', bill: 'exact' },
  { fault: 'refusal', end: 'content_filter', bill: 'exact' },
  { fault: 'truncated', end: 'v2', shown: WHOLE_SENTENCES, bill: 'exact' },
  { fault: 'truncated_empty', end: 'truncated', bill: 'exact' },
  { fault: 'no_usage', end: 'v2', shown: STREAMED_REPLY, bill: 'estimated' },
  { fault: 'impossible_usage', end: 'v2', shown: STREAMED_REPLY, bill: 'estimated' }
]

export const JSON_ENDS: readonly FaultEnd[] = [
  ...EITHER_WAY,
  { fault: 'stall', end: 'timeout', bill: 'estimated' },
  { fault: 'cut', end: 'upstream_error', bill: 'estimated' },
  { fault: 'malformed_json', end: 'invalid_output', bill: 'estimated' },
  { fault: 'oversized', end: 'invalid_output', bill: 'estimated' },
  { fault: 'long_content', end: 'invalid_output', bill: 'exact' },
  { fault: 'wrong_shape', end: 'invalid_output', bill: 'exact' },
  { fault: 'no_choices', end: 'invalid_output', bill: 'exact' }
]

export const STREAM_ENDS: readonly FaultEnd[] = [
  ...EITHER_WAY,
  { fault: 'stall', end: 'timeout', shown: FIRST, bill: 'estimated' },
  { fault: 'cut', end: 'upstream_error', shown: FIRST, bill: 'estimated' },
  { fault: 'malformed_json', end: 'upstream_error', bill: 'estimated' },
  { fault: 'no_choices', end: 'upstream_error', bill: 'exact' },
  { fault: 'mute', end: 'timeout', bill: 'estimated' },
  { fault: 'broken_chunk', end: 'invalid_output', shown: FIRST, bill: 'estimated' },
  { fault: 'error_chunk', end: 'upstream_error', shown: FIRST, bill: 'estimated' },
  { fault: 'unfinished', end: 'v2', shown: STREAMED_REPLY, bill: 'exact' },
  { fault: 'cut_at_end', end: 'v2', shown: STREAMED_REPLY, bill: 'estimated' },
  { fault: 'stall_at_end', end: 'v2', shown: STREAMED_REPLY, bill: 'estimated' }
]

/** Faults that are none without a stream, or none of a reply; and those that no stream has, or that take a stream beyond its time. */
export const NOT_AS_JSON: readonly FaultName[] = ['mute', 'broken_chunk', 'error_chunk', 'unfinished', 'cut_at_end', 'stall_at_end', 'schema_breaking']
export const NOT_STREAMED: readonly FaultName[] = ['oversized', 'long_content', 'wrong_shape', 'schema_breaking']
