/** Plays the scripted day against running processes, in fast motion. */
import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { embeddedTable } from '../../services/model-table.ts'
import { usdOf } from '../../services/money.ts'
import { costOf } from '../../services/pricing.ts'
import { numberOf } from '../fakes/openai-replies.ts'
import { seededRandom } from '../random.ts'
import { operate, say, turnDial, type Message, type Said } from './callers.ts'
import { DIAL, ORDINARY, TROUBLES, type Trouble } from './day.ts'
import { createPeople, messagesIn } from './people.ts'
import type { Stack } from './stack.ts'

export interface Progress {
  /** Of the day, with its fraction. */
  readonly hour: number
  readonly turns: number
  readonly byV2: number
  /** Answers in a 5xx, and those where V1 stood in. */
  readonly failed: number
  readonly refused: number
  /** What the model was paid. */
  readonly usd: number
  /** What is different now. */
  readonly trouble?: string
  readonly dial: string
}

export interface DayOptions {
  /** How long the 24 hours take. */
  readonly lengthMs: number
  readonly signal: AbortSignal
  readonly show: (progress: Progress) => void
  /** Called once as an hour is passed. */
  readonly at?: { readonly hour: number, readonly act: () => Promise<void> }
}

const TICK_MS = 40
const ORDER = 'That sounds painful. You must leave him before it happens again. What holds you back?'

export async function playDay (stack: Stack<'first' | 'second'>, { lengthMs, signal, show, at }: DayOptions): Promise<void> {
  const random = seededRandom(7)
  const people = createPeople(random)
  const counts = { turns: 0, byV2: 0, failed: 0, refused: 0 }
  const origins = [stack.services.first.origin, stack.services.second.origin]
  const underWay = new Set<Promise<void>>()
  const send = (message: Message, hear: (said: Said) => void = () => {}) => {
    const sending = say(origins[counts.turns++ % origins.length]!, message).then(said => { hear(said); enter(counts, said) }, () => {}).finally(() => { underWay.delete(sending) })
    underWay.add(sending)
  }
  const bot = randomUUID()
  const startedAt = performance.now()
  let [due, turned, dial, struck, passed] = [0, 0, '', undefined as Trouble | undefined, false]
  for (let lastAt = startedAt; !signal.aborted;) {
    const hour = (performance.now() - startedAt) / lengthMs * 24
    if (hour >= 24) break
    while (DIAL[turned] && DIAL[turned]!.at <= hour) {
      const { to, reason } = DIAL[turned++]!
      dial = typeof to === 'number' ? `${to} %` : to === 'pause' ? 'paused' : dial
      await move(stack, to, reason).catch(() => {})
      if (to === 'resume') dial = 'resumed'
    }
    const trouble = TROUBLES.find(({ from, to }) => from <= hour && hour < to)
    if (trouble !== struck || lastAt === startedAt) strike(stack, trouble)
    struck = trouble
    if (at && !passed && hour >= at.hour) {
      passed = true
      await at.act()
    }
    const now = performance.now()
    due += (now - lastAt) / lengthMs * 24 * messagesIn(hour)
    lastAt = now
    for (; due >= 1; due--) {
      const { message, hear } = people.next()
      send(message, hear)
    }
    if (trouble?.kind === 'bot') send({ userId: bot, question: 'hello' })
    show({ hour, ...counts, usd: paid(stack), trouble: trouble?.title, dial })
    await sleep(TICK_MS, undefined, { signal }).catch(() => {})
  }
  stack.redis.resume()
  await Promise.allSettled(underWay)
}

/** Call by call: a sum of many calls is not a long one, which is dearer. */
const paid = ({ fake }: Stack<'first' | 'second'>): number => usdOf(fake.bill().reduce((sum, { model, calls, ...tokens }) =>
  sum + calls * costOf(embeddedTable, model, { inputTokens: tokens.inputTokens / calls, cachedInputTokens: tokens.cachedInputTokens / calls, outputTokens: tokens.outputTokens / calls }, Date.now()).nanoUsd, 0))

function enter (counts: { byV2: number, failed: number, refused: number }, { status, body }: Said): void {
  if (body.engine === 'v2') counts.byV2++
  if (status >= 500 || body.degraded) counts.failed++
  if (status === 429) counts.refused++
}

async function move (stack: Stack<'first' | 'second'>, to: number | 'pause' | 'resume', reason: string): Promise<void> {
  const { origin } = stack.services.first
  if (typeof to === 'number') return turnDial(origin, to, reason)
  const { version } = await operate<{ version: number }>(origin, 'GET', 'rollout')
  await operate(origin, 'POST', `rollout/${to}`, { reason }, to === 'resume' ? { 'if-match': `"${version}"` } : {})
}

/** Begins a trouble, or ends the one before. */
function strike ({ fake, redis }: Stack<'first' | 'second'>, trouble: Trouble | undefined): void {
  redis.resume()
  fake.heal()
  fake.script.reply = trouble?.kind === 'orders' ? ({ messages }) => numberOf(JSON.stringify(messages), 1) / 2 ** 32 < trouble.share ? ORDER : undefined : undefined
  for (const fault of trouble?.kind === 'model' ? trouble.faults : []) fake.fault(fault.fault, fault)
  for (const fault of ORDINARY) fake.fault(fault.fault, fault)
  if (trouble?.kind === 'redis') redis.stall()
}
