/** The steps of a turn in their order, over small ports: what turn.ts names, done. Pure but for what the ports do. */
import { continued, followed } from './continuation.ts'
import { memoryLines, noteOf, withNotice, type MemoryFacts, type MemoryNote } from './memory.ts'
import type { Assignment, Engine } from './rollout.ts'
import type { CareGrade, CareKind, ScreenResult } from './safety/verdict.ts'
import { BrokenTurn, isCallerGone, isV1Mode, legsOf, trivialKindOf, unanswered, type Answered, type Assigned, type Turn, type TurnEnd } from './turn.ts'
import type { TrivialKind } from './understanding/trivial.ts'
import type { Message, Mode, Reading, Strategy } from './understanding/reading.ts'
import type { EngineEnd, Served as ServedByV2 } from './v2/engine.ts'
import { wordingOf } from './wordings.ts'

/** What the sequence sees of a session; the lease behind it is the port's business. */
export interface TurnSession {
  readonly messages: readonly Message[]
  readonly engine?: Engine
  readonly wordings: readonly string[]
  readonly care?: CareKind
  readonly turns: number
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
  /** What is remembered of a paid user; nothing for others. */
  recall (turn: Turn): Promise<MemoryFacts | undefined>
  remember (turn: Turn, note: MemoryNote): Promise<void>
  screenInCare (text: string, kind: CareKind): ScreenResult
  assign (turn: Turn, pinned: Engine | undefined): Assignment
  classify (text: string): Reading
  strategyOf (reading: Reading, session: { mode: Mode, inCare: boolean }): Strategy
  trivialReply (kind: TrivialKind, input: { text: string, used: readonly string[], inCare: CareKind | undefined, region?: string }): Words
  careReply (input: { kind: CareKind, grade: CareGrade, region?: string, used: readonly string[] }): Words
  v1 (turn: Turn, input: { strategy: Strategy, used: readonly string[] }): V1Answer
  v2 (turn: Turn, session: TurnSession, memory: readonly string[]): Promise<ServedByV2>
  /** Counts, books and logs the end; gives the message back where it was not the user's to pay. */
  settle (turn: Turn, end: TurnEnd): void
  /** Keeps the answer for a retry of the same request. */
  keepReply (turn: Turn, end: Answered): Promise<void>
  /** Epoch milliseconds. */
  nowMs (): number
}

/** What the steps of one turn share. */
interface Scene { readonly turn: Turn, readonly session: TurnSession, readonly facts: MemoryFacts | undefined, readonly ports: TurnPorts }

/** Runs a turn to its end and settles it, once. Never throws for a fault of a model; what it throws is a fault of ours, settled too. */
export async function runTurn (turn: Turn, ports: TurnPorts): Promise<TurnEnd> {
  let assigned: Assigned = 'none'
  let isSettled = false
  const settle: TurnPorts['settle'] = (turn, end) => {
    isSettled = true
    ports.settle(turn, end)
  }
  try {
    return turn.screen.action === 'care'
      ? await careByRules(turn, turn.screen, { ...ports, settle })
      : await inSession(turn, { ...ports, settle }, engine => { assigned = engine })
  } catch (error) {
    if (!isSettled) settle(turn, unanswered(assigned, 'error', 'internal', legsOf(error)))
    throw error instanceof BrokenTurn ? error.cause : error
  }
}

async function careByRules (turn: Turn, screen: { kind: CareKind, grade: CareGrade }, ports: TurnPorts): Promise<Answered> {
  const session = await ports.peekSession(turn)
  const end = careEnd(turn, screen, session?.wordings ?? [], ports)
  ports.settle(turn, end)
  await ports.noteCare(turn, { care: screen.kind, wording: end.wording!, messages: exchange(turn, end.message) })
  return end
}

async function inSession (turn: Turn, ports: TurnPorts, onAssigned: (engine: Engine) => void): Promise<TurnEnd> {
  const opening = ports.openSession(turn)
  try {
    const [session, facts] = await Promise.all([opening, ports.recall(turn)])
    if (!session) {
      const end = isCallerGone(turn.signal) ? unanswered('none', 'aborted', 'client') : unanswered('none', 'denied', 'session_busy')
      ports.settle(turn, end)
      return end
    }
    const { engine, reason } = ports.assign(turn, session.engine)
    onAssigned(engine)
    turn.stream?.begin()
    const end = { ...await answer({ turn, session, facts, ports }, engine), rollout: reason, startsSession: session.turns === 0 }
    // Started together, so that a shared store takes them in one trip.
    const saved = end.message === undefined ? undefined : save(end, { turn, session, ports }, engine)
    ports.settle(turn, end)
    await saved
    return end
  } finally {
    const session = await opening.catch(() => undefined)
    await session?.release()
  }
}

async function save (end: Answered, { turn, session, ports }: { turn: Turn, session: OpenSession, ports: TurnPorts }, engine: Engine): Promise<void> {
  const isWorthNoting = turn.tier === 'paid' && end.reason !== 'trivial' && (end.outcome === 'ok' || end.outcome === 'degraded')
  await Promise.all([
    session.save({ messages: exchange(turn, end.message), engine, wording: end.wording, care: end.crisis }),
    isWorthNoting ? ports.remember(turn, noteOf(end.reading, { isNewSession: session.turns === 0, at: ports.nowMs() })) : undefined,
    ports.keepReply(turn, end)
  ])
}

async function answer (scene: Scene, engine: Engine): Promise<TurnEnd> {
  const { turn, session, ports } = scene
  const screen = session.care && ports.screenInCare(turn.question, session.care)
  if (screen?.action === 'care') return careEnd(turn, screen, session.wordings, ports)
  if (isV1Mode(turn.mode)) return byV1(scene, { assigned: engine, reason: 'mode' })
  const trivial = trivialKindOf(turn)
  if (trivial) return byTrivialReply(scene, trivial, engine)
  return engine === 'v1' ? byV1(scene, { assigned: 'v1' }) : byV2(scene)
}

function byTrivialReply (scene: Scene, kind: TrivialKind, engine: Engine): Answered {
  const { turn, session, ports } = scene
  const { text, wording } = ports.trivialReply(kind, { text: turn.question, used: session.wordings, inCare: session.care, region: turn.region })
  return { ...understood(scene), assigned: engine, served: engine, outcome: 'ok', reason: 'trivial', cache: 'bypass', legs: [], message: text, wording, mode: turn.mode }
}

type Fallen = Extract<EngineEnd, { kind: 'failed' | 'refused' }>
interface StandIn { readonly assigned: Engine, readonly reason?: string, readonly end?: Fallen, readonly waitedMs?: number }

function byV1 (scene: Scene, { assigned, reason, end, waitedMs }: StandIn): Answered {
  const { turn, session, facts, ports } = scene
  const seen = understoodBy(end) ?? understood(scene)
  const { message, topic, wording } = ports.v1(turn, { strategy: seen.strategy, used: session.wordings })
  const answered = facts && !isV1Mode(turn.mode) ? withNotice(message, facts, seen.reading) : message
  return {
    ...seen, assigned, rung: end && 'v1', served: 'v1', outcome: end ? 'degraded' : 'ok', reason, cache: end ? 'miss' : 'bypass', waitedMs, legs: end?.legs ?? [], mode: turn.mode,
    message: continued(shownBy(end), answered), topic, wording
  }
}

/** What of V2's answer had been read before it failed. */
const shownBy = (end: Fallen | undefined): string => end?.kind === 'failed' ? end.shown ?? '' : ''

/** What V2 had understood before it failed. */
function understoodBy (end: Fallen | undefined): { reading: Reading, strategy: Strategy } | undefined {
  return end?.kind === 'failed' && end.reading && end.strategy ? { reading: end.reading, strategy: end.strategy } : undefined
}

async function byV2 (scene: Scene): Promise<TurnEnd> {
  const { turn, session, facts, ports } = scene
  const served = await ports.v2(turn, session, facts ? memoryLines(facts) : [])
  try {
    return endOf(scene, served)
  } catch (error) {
    throw new BrokenTurn(error, served.end.legs)
  }
}

function endOf (scene: Scene, { end, cache, saved, waitedMs, isUsed, rung }: ServedByV2): TurnEnd {
  const { turn, session, ports } = scene
  const base = { assigned: 'v2', cache, saved, waitedMs, rung, legs: end.legs, mode: turn.mode } as const
  switch (end.kind) {
    case 'answer': return { ...seenBy(end), ...base, served: 'v2', outcome: 'ok', reason: end.isCutShort ? 'cut_short' : end.repaired ? 'repaired' : undefined, message: end.text, model: end.model, wording: wordingOf(end.text) }
    case 'declined': return { ...seenBy(end), ...base, served: 'v2', outcome: 'declined', reason: end.category, message: followed(end.shown ?? '', end.text), wording: end.wording }
    case 'care': {
      const care = careEnd(turn, { kind: end.careKind, grade: end.grade }, session.wordings, ports)
      return { ...care, assigned: 'v2', cache, rung, legs: end.legs, message: followed(end.shown ?? '', care.message) }
    }
    case 'failed': return end.reason === 'aborted'
      ? { ...unanswered('v2', 'aborted', 'client', end.legs), isUsed }
      : byV1(scene, { assigned: 'v2', reason: end.reason, end, waitedMs })
    case 'refused': return byV1(scene, { assigned: 'v2', reason: end.reason, end, waitedMs })
  }
}

const seenBy = ({ reading, strategy }: { reading: Reading, strategy: Strategy }) => ({ reading, strategy })

function careEnd (turn: Turn, { kind, grade }: { kind: CareKind, grade: CareGrade }, used: readonly string[], ports: TurnPorts): Answered {
  const { text, wording } = ports.careReply({ kind, grade, region: turn.region, used })
  return {
    assigned: 'none', served: 'safety', outcome: 'care', reason: kind, cache: 'bypass', legs: [], mode: 'SAFETY', strategy: 'LOW',
    reading: ports.classify(turn.question), crisis: kind, message: text, wording
  }
}

function understood ({ turn, session, ports }: Scene): { reading: Reading, strategy: Strategy } {
  const reading = ports.classify(turn.question)
  return { reading, strategy: ports.strategyOf(reading, { mode: turn.mode, inCare: session.care !== undefined }) }
}

const exchange = (turn: Turn, answered: string): readonly Message[] => [
  ...turn.question.trim() === '' ? [] : [{ role: 'user', text: turn.question } as const],
  { role: 'assistant', text: answered }
]
