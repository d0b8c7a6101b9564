/** What strikes: replicas, Redis, the calendar, the model's server; one blow after another, while a killed replica is still being replaced. */
import { setTimeout as sleep } from 'node:timers/promises'
import type { FaultName } from '../fakes/openai-faults.ts'
import type { FakeOpenAI } from '../fakes/openai-server.ts'
import type { ChaosRedis } from './redis.ts'
import type { Replicas } from './replicas.ts'

export interface Field {
  readonly random: () => number
  readonly fake: FakeOpenAI
  readonly redis: ChaosRedis
  readonly replicas: Replicas
  readonly replicaCount: number
  readonly flushes: boolean
  /** How much of the traffic is over, in [0, 1]. */
  readonly progress: () => number
  readonly signal: AbortSignal
}

/** What the model's server does for a while, by the name that the report gives it. */
const UPSTREAM: Readonly<Record<string, FaultName>> = {
  '429 storm': 'rate_limited', 'server errors': 'server_error', unavailable: 'unavailable', hanging: 'hang', stalls: 'stall', resets: 'reset', 'cut off': 'cut',
  'malformed answers': 'malformed_json', 'slow answers': 'latency'
}
/** As often as they are drawn. */
const BLOWS = ['kill -9', 'kill -9', 'kill -9', 'kill -9', 'kill -9', 'Redis killed', 'Redis stopped', 'Redis stopped', 'upstream', 'upstream', 'upstream', 'upstream', 'flush', 'flush'] as const
/** The day and the month end in the middle of it. */
const MIDNIGHT_AT = 0.3
const SLOW_MS = 1500

/** Strikes until told to stop; how often each blow fell. */
export async function strike (field: Field): Promise<Record<string, number>> {
  const struck: Record<string, number> = {}
  const { random, signal } = field
  const killing: Killing = {}
  let hadMidnight = false
  while (!signal.aborted) {
    await sleep(300 + 1200 * random(), undefined, { signal }).catch(() => {})
    if (signal.aborted) break
    const isMidnight: boolean = !hadMidnight && field.progress() >= MIDNIGHT_AT
    hadMidnight ||= isMidnight
    const name = isMidnight ? await midnight(field) : await land(BLOWS[Math.floor(random() * BLOWS.length)]!, field, killing)
    if (name !== undefined) struck[name] = (struck[name] ?? 0) + 1
  }
  await killing.replacing
  return struck
}

/** One replica at a time is missing. */
interface Killing { replacing?: Promise<void> }

const midnight = async ({ redis }: Field) => await redis.nearMidnight() ? 'midnight' : undefined

async function land (blow: typeof BLOWS[number], { random, fake, redis, replicas, replicaCount, flushes }: Field, killing: Killing): Promise<string | undefined> {
  switch (blow) {
    case 'kill -9':
      if (killing.replacing) return undefined
      killing.replacing = replicas.replace(Math.floor(random() * replicaCount)).finally(() => { killing.replacing = undefined })
      return blow
    case 'Redis killed':
      await redis.restart(300 + 700 * random())
      return blow
    case 'Redis stopped':
      await redis.stall(300 + 900 * random())
      return blow
    case 'upstream': return trouble(fake, random)
    case 'flush':
      if (!flushes) return undefined
      await redis.flush()
      return 'FLUSHALL'
  }
}

async function trouble (fake: FakeOpenAI, random: () => number): Promise<string> {
  const names = Object.keys(UPSTREAM)
  const name = names[Math.floor(random() * names.length)]!
  fake.fault(UPSTREAM[name]!, { share: 0.2 + 0.8 * random(), latencyMs: name === 'slow answers' ? SLOW_MS : undefined })
  await sleep(300 + 1200 * random())
  fake.heal()
  return name
}
