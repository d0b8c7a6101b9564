/** Plays scenes against the real service, and keeps what came of each. */
import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { operate, ownerOf, say, userOf, type Message, type Said } from './callers.ts'
import type { Scene, ServiceName, TurnEnd } from './scenes.ts'
import type { Stack } from './stack.ts'

export interface Played {
  readonly scene: Scene
  readonly said: readonly Said[]
  /** Of those that were answered; a turn whose caller left has none. */
  readonly entries: readonly Entry[]
  /** Nano-dollars that were spent, by the budget. */
  readonly spent: number
}

/** The ledger's. */
export interface Entry extends TurnEnd { readonly tier: 'free' | 'paid', readonly certainty: 'exact' | 'estimated', readonly cost_usd: number }

const BUSY = 'busy'
const EVERY_ANSWER = { 'x-ratelimit-limit-requests': '500', 'x-ratelimit-remaining-requests': '480', 'x-ratelimit-reset-requests': '1s', 'x-ratelimit-remaining-tokens': '149000', 'x-ratelimit-reset-tokens': '1s' }
const nano = (usd: number) => Math.round(usd * 1e9)

let messages = 0

/** @param percentage what the dial shows. */
export async function play (stack: Stack<ServiceName>, scene: Scene, percentage: number): Promise<Played> {
  const { fake, services, redis } = stack
  const { fault, script = {}, trouble, at = 'first', times = 1, together } = scene
  const { origin } = services[at]
  const before = await spentNano(stack)
  fake.heal()
  Object.assign(fake.script, { reply: undefined, understand: undefined, moderate: undefined, ...script, headers: EVERY_ANSWER })
  if (fault) fake.fault(fault.fault, fault)
  const sender = userOf(scene.engine ?? 'v2', percentage)
  if (trouble === 'session is busy') await redis.client.set(`amora:session:1:{${ownerOf(sender)}}:${BUSY}:lock`, 'another turn')
  if (trouble === 'redis stalls') redis.stall()
  const said: Said[] = []
  try {
    const send = async () => say(origin, messageOf(scene, sender, percentage))
    if (together) said.push(...await Promise.all(Array.from({ length: times }, send)))
    else for (let n = 0; n < times; n++) said.push(await send())
  } finally {
    redis.resume()
  }
  const spent = await spentNano(stack) - before
  const turns = said.flatMap(({ body }) => body.turn_id ?? [])
  return { scene, said, spent, entries: scene.end && trouble !== 'redis stalls' ? await Promise.all(turns.map(async turn => entryOf(origin, turn))) : [] }
}

function messageOf ({ message, sameUser, trouble, engine = 'v2' }: Scene, sender: string, percentage: number): Message {
  return { ...message, question: message.question?.replace('#', String(++messages)), userId: sameUser || trouble ? sender : userOf(engine, percentage) }
}

/** What has been spent of the day, once nothing is under way any more. */
export async function spentNano ({ services }: Stack<ServiceName>): Promise<number> {
  for (let attempt = 0; attempt < 200; attempt++) {
    const status = await operate<{ day: { spent_usd: number, reserved_usd: number } }>(services.first.origin, 'GET', 'budget').catch(() => undefined)
    if (status?.day.reserved_usd === 0) return nano(status.day.spent_usd)
    await sleep(50)
  }
  throw new Error('money stays reserved')
}

/** It is written behind the turn. */
async function entryOf (origin: string, turnId: string): Promise<Entry> {
  for (let attempt = 0; attempt < 40; attempt++) {
    const entry = await operate<Entry>(origin, 'GET', `turns/${turnId}`).catch(() => undefined)
    if (entry) return entry
    await sleep(50)
  }
  throw new Error(`turn ${turnId} left no entry`)
}

/** A turn that waits for a session, SIGTERM meanwhile, and one more, which is refused: a process that ends takes nobody in. `shown` are its metrics then. */
export async function shedOne ({ services, redis }: Stack<ServiceName>, at: ServiceName): Promise<{ readonly waiting: Said, readonly refused: Said, readonly shown: string }> {
  const { origin, metrics, child } = services[at]
  const userId = randomUUID()
  await redis.client.set(`amora:session:1:{${ownerOf(userId)}}:${BUSY}:lock`, 'another turn')
  const waiting = say(origin, { userId, question: 'hello', more: { session_id: BUSY } })
  await sleep(100)
  child.kill('SIGTERM')
  await sleep(100)
  const refused = await say(origin, { question: 'hello', headers: { connection: 'close' } })
  const shown = await (await fetch(`${metrics}/metrics`)).text()
  return { waiting: await waiting, refused, shown }
}
