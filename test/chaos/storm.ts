/** What strikes: replicas, Redis, the calendar, the model's server; one blow after another. */
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
const BLOWS = ['kill -9', 'kill -9', 'kill -9', 'kill -9', 'kill -9', 'Redis killed', 'Redis stopped', 'Redis stopped', 'upstream', 'upstream', 'upstream', 'upstream', 'flush'] as const
/** The day and the month end in the middle of it. */
const MIDNIGHT_AT = 0.3
const SLOW_MS = 1500

/** Strikes until told to stop; how often each blow fell. */
export async function strike (field: Field): Promise<Record<string, number>> {
  const struck: Record<string, number> = {}
  const { random, signal } = field
  let hadMidnight = false
  while (!signal.aborted) {
    await sleep(200 + 600 * random(), undefined, { signal }).catch(() => {})
    if (signal.aborted) break
    const isMidnight: boolean = !hadMidnight && field.progress() >= MIDNIGHT_AT
    hadMidnight ||= isMidnight
    const name = isMidnight ? await midnight(field) : await land(BLOWS[Math.floor(random() * BLOWS.length)]!, field)
    if (name !== undefined) struck[name] = (struck[name] ?? 0) + 1
  }
  return struck
}

const midnight = async ({ redis }: Field) => await redis.nearMidnight() ? 'midnight' : undefined

async function land (blow: typeof BLOWS[number], { random, fake, redis, replicas, replicaCount, flushes }: Field): Promise<string | undefined> {
  switch (blow) {
    case 'kill -9':
      await replicas.replace(Math.floor(random() * replicaCount))
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
