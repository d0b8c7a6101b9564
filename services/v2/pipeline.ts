/** The model engine's turn: understand beside moderate, respond, review, repair. Pure over small ports. */
import type { ModelPlan } from '../ladder.ts'
import type { CareGrade, CareKind, Flag } from '../safety/verdict.ts'
import { BrokenTurn, type Tier } from '../turn.ts'
import { classify } from '../understanding/classifier.ts'
import type { Message, Risk } from '../understanding/reading.ts'
import { strategyOf } from '../understanding/strategy.ts'
import { openLegs, type LegPorts, type LegRecord, type LegResult, type Legs } from './legs.ts'
import { LLM_FAILURES, type LlmFailure, type Moderation } from './model-client.ts'
import { judgedBy, respond, type Judged, type Responding, type RespondPorts, type Understood, type Written } from './respond.ts'
import { createSentenceGate } from './sentence-gate.ts'
import { understand } from './understand.ts'

export type { LegRecord } from './legs.ts'

export interface V2Input extends Responding {
  readonly tier: Tier
  /** What the screen took it for. */
  readonly flag?: Flag
  /** Wordings that the session has heard, oldest first. */
  readonly used: readonly string[]
}

/** Where a risk leads, by category. */
export type Route =
  | { readonly action: 'allow' }
  | { readonly action: 'care', readonly kind: CareKind, readonly grade: CareGrade }
  | { readonly action: 'decline', readonly category: string }

/** What the screen, the understanding call and, once it has answered, the moderation model found in a message. */
export interface Found extends Pick<V2Input, 'question' | 'care' | 'flag'> { readonly risk: Risk, readonly flagged: Moderation['flagged'] }

export interface V2Ports extends RespondPorts, LegPorts {
  readonly models: RespondPorts['models'] & { readonly detection: string }
  /** What to do about it; care before a decline. */
  route (found: Found): Route
  /** A warm no that stays in the conversation. */
  decline (category: string, used: readonly string[]): { readonly text: string, readonly wording: string }
}

/** What had been shown of a reply that came to nothing: it stays, and something else follows it. */
interface BrokenOff { readonly shown?: string }

type Ending =
  | Understood & Extract<Written, { kind: 'answer' }>
  | Understood & BrokenOff & { readonly kind: 'declined', readonly category: string, readonly text: string, readonly wording: string }
  | BrokenOff & { readonly kind: 'care', readonly careKind: CareKind, readonly grade: CareGrade }
  /** Understood as far as it came. */
  | Partial<Understood> & BrokenOff & { readonly kind: 'failed', readonly reason: LlmFailure | 'review' }

export type V2End = Ending & { readonly legs: readonly LegRecord[] }

/**
 * Shares of the time left that the first two calls may take. Understanding is waited for before anything is written, so it
 * leaves most of the time to the reply; moderation is only waited for before a reply is shown, which is seldom ready earlier.
 * So a moderation that hangs makes no turn late, and an answer is hardly ever kept back for it.
 */
const SHARES = { understand: 0.4, moderate: 0.6 } as const

/** How the models are asked. */
export interface Asking extends ModelPlan {
  /** Gets the reply while it is being written, sentence by sentence, as far as it has passed review. */
  readonly show?: (text: string) => void
}

/**
 * Answers a turn with the models. Never throws for a fault of a model, and leaves no call running behind.
 * @param signal the turn's deadline, joined with the caller's leaving.
 * @throws {BrokenTurn} for a defect of ours, with the calls that were made.
 */
export async function answerV2 (input: V2Input, ports: V2Ports, signal: AbortSignal, asking: Asking = { understands: true, writer: 'response' }): Promise<V2End> {
  const legs = openLegs(ports, signal)
  try {
    const end = await coach({ ...input, history: withinTokens(input.history, ports) }, ports, legs, asking)
    const records = legs.records()
    return { ...withCause(end, records), legs: records }
  } catch (error) {
    throw new BrokenTurn(error, legs.records())
  } finally {
    legs.cancel()
  }
}

/** What earlier messages may take of a prompt; their characters are bounded as well (prompt.ts), but one of them may be a token or two. */
const HISTORY_TOKENS = 1200

/** The newest messages that fit, oldest first. */
function withinTokens (history: readonly Message[], { countTokens, models }: V2Ports): readonly Message[] {
  let left = HISTORY_TOKENS
  const kept = history.toReversed().map(({ role, text }) => { left -= countTokens(models.response, { role, content: text }); return left >= 0 })
  return history.slice(history.length - (kept.includes(false) ? kept.indexOf(false) : kept.length))
}

/** A breaker that this very turn opened is not what went wrong: the call that opened it says what did. */
function withCause (end: Ending, records: readonly LegRecord[]): Ending {
  if (end.kind !== 'failed' || end.reason !== 'breaker_open') return end
  const opener = records.find(({ leg, outcome }) => leg === 'understand' && outcome !== 'ok')?.outcome
  return { ...end, reason: LLM_FAILURES.find(reason => reason === opener) ?? end.reason }
}

async function coach (input: V2Input, ports: V2Ports, legs: Legs, asking: Asking): Promise<Ending> {
  const leftMs = input.deadlineAt - ports.now()
  // Beside a stream moderation goes on after it has been waited for: it may still stop the rest.
  const moderation = legs.moderate(input.question, asking.show ? undefined : leftMs * SHARES.moderate)
  const reading = asking.understands ? await understand(input, { model: ports.models.detection, limitMs: leftMs * SHARES.understand }, legs) : classify(input.question)
  const understood = { reading, strategy: strategyOf(reading, { mode: input.mode, inCare: input.care !== undefined }) }
  const routeOf = (flagged: Moderation['flagged']) => ports.route({ question: input.question, care: input.care, flag: input.flag, risk: reading.risk, flagged })

  const seen = routeOf({})
  if (seen.action === 'care') return routed(seen, understood, input, ports)
  const moderated = watch(moderation, routeOf, legs)
  const heard = asking.show ? orAllow(moderated, input.deadlineAt - leftMs * (1 - SHARES.moderate) - ports.now()) : moderated
  if (seen.action === 'decline') {
    // Nobody in danger is declined, and only moderation may have seen the danger.
    const flagged = await heard
    return routed(flagged.action === 'care' ? flagged : seen, understood, input, ports)
  }
  const scene: Scene = { input: withPaidMemory(input), understood, judged: judgedBy(input, understood.strategy), ports, legs }
  return asking.show ? streamed(scene, { moderated, heard }, { ...asking, show: asking.show }) : whole(scene, heard, asking)
}

interface Scene { readonly input: V2Input, readonly understood: Understood, readonly judged: Judged, readonly ports: V2Ports, readonly legs: Legs }

async function whole ({ input, understood, judged, ports, legs }: Scene, heard: Promise<Route>, { writer }: Asking): Promise<Ending> {
  const [flagged, written] = await Promise.all([heard, respond(input, understood, ports, legs, { writer, judged })])
  if (flagged.action !== 'allow') return routed(flagged, understood, input, ports)
  const interruption = legs.interrupted()
  return interruption ? { ...understood, kind: 'failed', reason: interruption } : { ...understood, ...written }
}

/**
 * Nothing is shown before moderation has had its say, or its time. What it finds before the first words replaces the reply; what it
 * finds later ends it, and care or a decline follows what was shown: words that are read already can't be taken back.
 */
async function streamed ({ input, understood, judged, ports, legs }: Scene, { moderated, heard }: { moderated: Promise<Route>, heard: Promise<Route> }, { writer, show }: Asking & { show: (text: string) => void }): Promise<Ending> {
  const gate = createSentenceGate({ show, judge: (sentence, passed) => ports.reviewNext(sentence, passed, judged) })
  const found: { route: Route } = { route: ALLOW }
  // A defect in it shows in what was heard.
  moderated.then(route => {
    found.route = route
    if (route.action !== 'allow') gate.close()
  }, () => {})
  const opening = heard.then(route => { if (route.action === 'allow') gate.open() })
  const [written] = await Promise.all([respond(input, understood, ports, legs, { writer, judged, gate }), opening])
  const shown = gate.passed.join(' ')
  if (found.route.action !== 'allow') return { ...routed(found.route, understood, input, ports), shown }
  if (legs.interrupted() === 'aborted') return { ...understood, kind: 'failed', reason: 'aborted' }
  return written.kind === 'answer' ? { ...understood, ...written } : { ...understood, ...written, shown }
}

const ALLOW: Route = { action: 'allow' }

/** A verdict that does not come in time is none; its call goes on. */
async function orAllow (verdict: Promise<Route>, waitMs: number): Promise<Route> {
  const { promise, resolve, reject } = Promise.withResolvers<Route>()
  const timer = setTimeout(() => { resolve(ALLOW) }, waitMs).unref()
  verdict.then(resolve, reject)
  return promise.finally(() => { clearTimeout(timer) })
}

/** Where the moderation's verdict leads. A risk ends the reply that is being written; without a verdict what is known already decides. */
async function watch (moderation: Promise<LegResult<Moderation>>, routeOf: (flagged: Moderation['flagged']) => Route, legs: Legs): Promise<Route> {
  const verdict = await moderation
  if (!verdict.ok) return ALLOW
  const route = routeOf(verdict.value.flagged)
  if (route.action !== 'allow') legs.cancel()
  return route
}

function routed (route: Exclude<Route, { action: 'allow' }>, understood: Understood, { used }: V2Input, ports: V2Ports): Extract<Ending, { kind: 'care' | 'declined' }> {
  if (route.action === 'care') return { kind: 'care', careKind: route.kind, grade: route.grade }
  return { ...understood, kind: 'declined', category: route.category, ...ports.decline(route.category, used) }
}

const withPaidMemory = (input: V2Input): V2Input => input.tier === 'paid' ? input : { ...input, memory: [] }
