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

type DayStack = Stack<'first' | 'second'>

const TICK_MS = 40
const ORDER = 'That sounds painful. You must leave him before it happens again. What holds you back?'

export async function playDay (stack: DayStack, { lengthMs, signal, show, at }: DayOptions): Promise<void> {
  const traffic = createTraffic(stack)
  const operator = createOperator(stack)
  const troubles = createTroubles(stack)
  const startedAt = performance.now()
  let [hour, isActDue] = [0, at !== undefined]
  while (hour < 24 && !signal.aborted) {
    const before = hour
    hour = (performance.now() - startedAt) / lengthMs * 24
    const dial = await operator.reach(hour)
    const trouble = troubles.reach(hour)
    if (isActDue && hour >= at!.hour) {
      isActDue = false
      await at!.act()
    }
    traffic.write((hour - before) * messagesIn(hour), trouble?.kind === 'bot')
    show({ hour, ...traffic.counts, usd: paid(stack), trouble: trouble?.title, dial })
    await sleep(TICK_MS, undefined, { signal }).catch(() => {})
  }
  troubles.reach(24)
  await traffic.end()
}

/** People, and somebody who writes far too much, to both processes in turn. */
function createTraffic ({ services }: DayStack) {
  const people = createPeople(seededRandom(7))
  const bot = randomUUID()
  const origins = [services.first.origin, services.second.origin]
  const counts = { turns: 0, byV2: 0, failed: 0, refused: 0 }
  const underWay = new Set<Promise<void>>()
  const send = (message: Message, hear: (said: Said) => void = () => {}) => {
    const sending = say(origins[counts.turns++ % origins.length]!, message).then(said => {
      hear(said)
      enter(counts, said)
    }, () => {}).finally(() => { underWay.delete(sending) })
    underWay.add(sending)
  }
  let due = 0
  return {
    counts,
    /** So many messages; what is left of one is written later. */
    write (messages: number, withBot: boolean): void {
      for (due += messages; due >= 1; due--) {
        const { message, hear } = people.next()
        send(message, hear)
      }
      if (withBot) send({ userId: bot, question: 'hello' })
    },
    end: async () => { await Promise.allSettled(underWay) }
  }
}

function enter (counts: { byV2: number, failed: number, refused: number }, { status, body }: Said): void {
  if (body.engine === 'v2') counts.byV2++
  if (status >= 500 || body.degraded) counts.failed++
  if (status === 429) counts.refused++
}

/** Turns the dial when its time has come; says what it shows. */
function createOperator ({ services: { first: { origin } } }: DayStack) {
  let [next, shows] = [0, '']
  const move = async (to: number | 'pause' | 'resume', reason: string) => {
    if (typeof to === 'number') return turnDial(origin, to, reason)
    const { version } = await operate<{ version: number }>(origin, 'GET', 'rollout')
    await operate(origin, 'POST', `rollout/${to}`, { reason }, to === 'resume' ? { 'if-match': `"${version}"` } : {})
  }
  return {
    async reach (hour: number): Promise<string> {
      for (let turn = DIAL[next]; turn && turn.at <= hour; turn = DIAL[++next]) {
        await move(turn.to, turn.reason).catch(() => {})
        shows = typeof turn.to === 'number' ? `${turn.to} %` : turn.to === 'pause' ? 'paused' : 'resumed'
      }
      return shows
    }
  }
}

/** Begins troubles when their time has come, and ends them. */
function createTroubles ({ fake, redis }: DayStack) {
  let now: Trouble | undefined | 'nothing yet' = 'nothing yet'
  const strike = (trouble: Trouble | undefined) => {
    redis.resume()
    fake.heal()
    fake.script.reply = trouble?.kind === 'orders' ? ({ messages }) => numberOf(JSON.stringify(messages), 1) / 2 ** 32 < trouble.share ? ORDER : undefined : undefined
    for (const fault of trouble?.kind === 'model' ? trouble.faults : []) fake.fault(fault.fault, fault)
    for (const fault of ORDINARY) fake.fault(fault.fault, fault)
    if (trouble?.kind === 'redis') redis.stall()
  }
  return {
    reach (hour: number): Trouble | undefined {
      const due = TROUBLES.find(({ from, to }) => from <= hour && hour < to)
      if (due !== now) strike(due)
      now = due
      return due
    }
  }
}

/** Call by call: a sum of many calls is not a long one, which is dearer. */
const paid = ({ fake }: DayStack): number => usdOf(fake.bill().reduce((sum, { model, calls, ...tokens }) =>
  sum + calls * costOf(embeddedTable, model, { inputTokens: tokens.inputTokens / calls, cachedInputTokens: tokens.cachedInputTokens / calls, outputTokens: tokens.outputTokens / calls }, Date.now()).nanoUsd, 0))
