/**
 * The coaching turn: one message in, one answer out. Its words (types) and its pure sequence.
 * Everything is counted, limited, paid, traced and rolled out per turn.
 */
import type { ScanResult } from './scan.ts'
import type { Assignment, Engine, RolloutReason } from './rollout.ts'
import type { CareKind, CareGrade, ScreenResult } from './safety/verdict.ts'
import type { TrivialKind } from './understanding/trivial.ts'
import type { Message, Mode, Reading, Strategy } from './understanding/reading.ts'
import type { LegRecord, V2End } from './v2/pipeline.ts'

export const TIERS = ['free', 'paid'] as const
export type Tier = typeof TIERS[number]

export const ASSIGNED = ['v1', 'v2', 'none'] as const
export type Assigned = typeof ASSIGNED[number]
export const SERVED = ['v1', 'v2', 'safety', 'none'] as const
export type Served = typeof SERVED[number]
export const OUTCOMES = ['ok', 'degraded', 'care', 'declined', 'denied', 'shed', 'aborted', 'error'] as const
export type Outcome = typeof OUTCOMES[number]

/** Why V1 answered for V2. */
export const FALLBACK_REASONS = [
  'review', 'timeout', 'upstream_error', 'rate_limited', 'quota_exhausted', 'auth', 'model_gone', 'bad_request',
  'invalid_output', 'content_filter', 'truncated', 'no_key'
] as const
export type FallbackReason = typeof FALLBACK_REASONS[number]

export interface Turn {
  readonly id: string
  /** Milliseconds of the app's monotonic clock. */
  readonly startedAt: number
  readonly userId: string
  readonly tier: Tier
  readonly mode: Mode
  readonly question: string
  readonly topics: readonly string[]
  readonly scan?: ScanResult
  /** ISO 3166 region for help lines; undefined is the neutral text. */
  readonly region?: string
  readonly sessionId: string
  readonly screen: ScreenResult
  /** The turn's one deadline, joined with the caller's leaving. */
  readonly signal: AbortSignal
}

interface EndBase {
  readonly assigned: Assigned
  readonly served: Served
  readonly outcome: Outcome
  readonly reason?: string
  readonly cache: 'hit' | 'miss' | 'bypass'
  readonly rollout?: RolloutReason
  readonly legs: readonly LegRecord[]
}

/** A turn that has an answer. */
export interface Answered extends EndBase {
  readonly message: string
  readonly mode: Mode
  readonly strategy: Strategy
  readonly reading: Reading
  /** Which model wrote it; absent for words of our own. */
  readonly model?: string
  readonly topic?: string
  readonly crisis?: CareKind
  readonly wording?: string
}

/** A turn without one. */
export interface Unanswered extends EndBase { readonly served: 'none', readonly message?: undefined }
export type TurnEnd = Answered | Unanswered

/** What the sequence sees of a session; the lease behind it is the port's business. */
export interface TurnSession {
  readonly messages: readonly Message[]
  readonly engine?: Engine
  readonly wordings: readonly string[]
  readonly care?: CareKind
}

export interface OpenSession extends TurnSession {
  save (change: { messages: readonly Message[], engine: Engine, wording?: string, care?: CareKind }): Promise<void>
  release (): Promise<void>
}

export interface V1Answer { readonly message: string, readonly topic: string, readonly wording: string }
export interface Words { readonly text: string, readonly wording: string }

/** The sequence's doors; plugins/coach.ts wires them. */
export interface TurnPorts {
  /** Locked for this turn; undefined when another turn of the session still runs after the bounded wait. */
  openSession (turn: Turn): Promise<OpenSession | undefined>
  /** For a care reply: never waits for a lock. */
  peekSession (turn: Turn): Promise<TurnSession | undefined>
  noteCare (turn: Turn, note: { care: CareKind, wording: string, messages: readonly Message[] }): Promise<void>
  screenInCare (text: string, kind: CareKind): ScreenResult
  assign (turn: Turn, pinned: Engine | undefined): Assignment
  classify (text: string): Reading
  strategyOf (reading: Reading, session: { mode: Mode, inCare: boolean }): Strategy
  triviality (text: string): TrivialKind | undefined
  trivialReply (kind: TrivialKind, input: { text: string, used: readonly string[], inCare: CareKind | undefined, region?: string }): Words
  careReply (input: { kind: CareKind, grade: CareGrade, region?: string, used: readonly string[] }): Words
  v1 (turn: Turn, input: { strategy: Strategy, used: readonly string[] }): V1Answer
  v2 (turn: Turn, session: TurnSession): Promise<V2End>
}

const CALLER_LEFT = 'CallerLeft'

/** The reason that a turn's signal carries when the caller hung up. */
export const callerLeft = () => new DOMException('the caller left', CALLER_LEFT)
const isCallerGone = (signal: AbortSignal) => signal.aborted && (signal.reason as Error).name === CALLER_LEFT

/** Runs a turn to its end. Never throws for a fault of a model; what it throws is a fault of ours. */
export async function runTurn (turn: Turn, ports: TurnPorts): Promise<TurnEnd> {
  if (turn.screen.action === 'care') return careByRules(turn, turn.screen, ports)
  const session = await ports.openSession(turn)
  if (!session) return isCallerGone(turn.signal) ? unanswered('none', 'aborted', 'client') : unanswered('none', 'denied', 'session_busy')
  try {
    const assignment = ports.assign(turn, session.engine)
    const end = { ...await answer(turn, session, assignment.engine, ports), rollout: assignment.reason }
    if (end.message !== undefined) await session.save(changeOf(turn, end, assignment.engine))
    return end
  } finally {
    await session.release()
  }
}

async function careByRules (turn: Turn, screen: { kind: CareKind, grade: CareGrade }, ports: TurnPorts): Promise<Answered> {
  const session = await ports.peekSession(turn)
  const end = careEnd(turn, screen, session?.wordings ?? [], ports)
  await ports.noteCare(turn, { care: screen.kind, wording: end.wording!, messages: exchange(turn, end.message) })
  return end
}

async function answer (turn: Turn, session: TurnSession, engine: Engine, ports: TurnPorts): Promise<TurnEnd> {
  const screen = session.care && ports.screenInCare(turn.question, session.care)
  if (screen?.action === 'care') return careEnd(turn, screen, session.wordings, ports)
  if (turn.mode === 'EXPLAIN' || turn.mode === 'SAFETY') return byV1(turn, session, ports, { assigned: engine, reason: 'mode' })
  const trivial = ports.triviality(turn.question)
  if (trivial) return byTrivialReply(turn, session, trivial, engine, ports)
  return engine === 'v1' ? byV1(turn, session, ports, { assigned: 'v1' }) : byV2(turn, session, ports)
}

function byTrivialReply (turn: Turn, session: TurnSession, kind: TrivialKind, engine: Engine, ports: TurnPorts): Answered {
  const words = ports.trivialReply(kind, { text: turn.question, used: session.wordings, inCare: session.care, region: turn.region })
  return { ...understood(turn, session, ports), assigned: engine, served: engine, outcome: 'ok', reason: 'trivial', cache: 'bypass', legs: [], message: words.text, wording: words.wording, mode: turn.mode }
}

interface StandIn { readonly assigned: Engine, readonly reason?: string, readonly end?: Extract<V2End, { kind: 'failed' }> }

function byV1 (turn: Turn, session: TurnSession, ports: TurnPorts, { assigned, reason, end }: StandIn): Answered {
  const seen = end?.reading && end.strategy ? { reading: end.reading, strategy: end.strategy } : understood(turn, session, ports)
  const { message, topic, wording } = ports.v1(turn, { strategy: seen.strategy, used: session.wordings })
  return { ...seen, assigned, served: 'v1', outcome: end ? 'degraded' : 'ok', reason, cache: 'bypass', legs: end?.legs ?? [], message, topic, wording, mode: turn.mode }
}

async function byV2 (turn: Turn, session: TurnSession, ports: TurnPorts): Promise<TurnEnd> {
  const end = await ports.v2(turn, session)
  switch (end.kind) {
    case 'answer': return { ...fromV2(turn, end), outcome: 'ok', message: end.text, model: end.model }
    case 'declined': return { ...fromV2(turn, end), outcome: 'declined', reason: end.category, message: end.text }
    case 'care': return { ...careEnd(turn, { kind: end.careKind, grade: end.grade }, session.wordings, ports), assigned: 'v2', legs: end.legs }
    case 'failed': return end.reason === 'aborted'
      ? unanswered('v2', 'aborted', 'client', end.legs)
      : byV1(turn, session, ports, { assigned: 'v2', reason: end.reason, end })
  }
}

function fromV2 (turn: Turn, end: Extract<V2End, { kind: 'answer' | 'declined' }>) {
  const { reading, strategy, legs } = end
  return { assigned: 'v2', served: 'v2', cache: 'bypass', mode: turn.mode, reading, strategy, legs } as const
}

function careEnd (turn: Turn, { kind, grade }: { kind: CareKind, grade: CareGrade }, used: readonly string[], ports: TurnPorts): Answered {
  const words = ports.careReply({ kind, grade, region: turn.region, used })
  return {
    assigned: 'none', served: 'safety', outcome: 'care', reason: kind, cache: 'bypass', legs: [], mode: 'SAFETY', strategy: 'LOW',
    reading: ports.classify(turn.question), crisis: kind, message: words.text, wording: words.wording
  }
}

function understood (turn: Turn, session: TurnSession, ports: TurnPorts): { reading: Reading, strategy: Strategy } {
  const reading = ports.classify(turn.question)
  return { reading, strategy: ports.strategyOf(reading, { mode: turn.mode, inCare: session.care !== undefined }) }
}

function unanswered (assigned: Assigned, outcome: Outcome, reason: string, legs: readonly LegRecord[] = []): Unanswered {
  return { assigned, served: 'none', outcome, reason, cache: 'bypass', legs }
}

function changeOf (turn: Turn, end: Answered, engine: Engine) {
  return { messages: exchange(turn, end.message), engine, wording: end.wording, care: end.crisis }
}

const exchange = (turn: Turn, answered: string): readonly Message[] => [
  ...turn.question.trim() === '' ? [] : [{ role: 'user', text: turn.question } as const],
  { role: 'assistant', text: answered }
]
