/** What has to hold of a house whatever its Redis does. */
import { setTimeout as sleep } from 'node:timers/promises'
import type { Test } from 'tap'
import { startFakeOpenAI } from '../fakes/openai-server.ts'
import { startHouse, type House } from './house.ts'
import { lastTroubleAfter, slowdown, startTraffic, type Sample, type Traffic } from './traffic.ts'

export const FULL = process.env.AMORA_TEST_FULL === '1'
export const PHASE_MS = FULL ? 12_000 : 900
const AFTER_MS = 1300
const EVERY_MS = 40
const KEY = 'sk-of-this-test'

export interface Scene {
  readonly house: House
  readonly traffic: Traffic
  /** What it is like when all is well. */
  usual: readonly Sample[]
}

/** Real processes on that Redis, whose V2 is a fake OpenAI that costs money, under steady traffic. */
export async function startScene (t: Test, replicas: number, redisUrl: string): Promise<Scene> {
  const fake = await startFakeOpenAI({ apiKey: KEY, latencyMs: 20 })
  t.teardown(fake.close)
  const house = await startHouse(t, replicas, { REDIS_URL: redisUrl, OPENAI_API_KEY: KEY, OPENAI_BASE_URL: fake.url, AMORA_PAID_DAILY_LIMIT: '1000000', LOG_LEVEL: 'info' })
  const traffic = startTraffic(house, EVERY_MS)
  t.teardown(traffic.stop)
  return { house, traffic, usual: [] }
}

/** Takes the measure of how it is when all is well. */
export async function usually (t: Test, scene: Scene): Promise<void> {
  await sleep(500)
  const from = performance.now()
  await sleep(PHASE_MS)
  scene.usual = await scene.traffic.between(from, performance.now())
  t.equal(lastTroubleAfter(scene.usual, from), 0, 'before, V2 answers')
}

export interface Outage {
  begin (): unknown
  /** Resolves once it can be used again. */
  end (): unknown
  readonly lastsMs?: number
}

/** Lets it happen, and looks at every message from its beginning until a while after its end. */
export async function through (t: Test, { traffic, usual }: Scene, { begin, end, lastsMs = PHASE_MS }: Outage): Promise<readonly Sample[]> {
  const lostAt = performance.now()
  await begin()
  await sleep(lastsMs)
  await end()
  const backAt = performance.now()
  await sleep(AFTER_MS)
  const during = await traffic.between(lostAt, performance.now())
  t.strictSame(during.filter(({ status }) => status !== 200).map(({ kind, status, engine }) => `${kind} ${status} ${engine}`), [], `all ${during.length} messages are answered`)
  t.ok(during.filter(({ kind }) => kind === 'care').every(({ engine }) => engine === 'safety'), 'care always')
  t.ok(slowdown(usual, during) < 300, `the slowest took ${slowdown(usual, during).toFixed()} ms more than usual`)
  t.ok(lastTroubleAfter(during, backAt) < 1000, `as before ${lastTroubleAfter(during, backAt).toFixed()} ms after the return`)
  return during
}

/** Why V1 stood in. */
export const reasonsOf = (samples: readonly Sample[]) => [...new Set(samples.filter(({ degraded }) => degraded).map(({ reason }) => reason))]
