/**
 * Many streams with readers who read nothing: what the process holds for each is bounded, and is given back.
 * `AMORA_TEST_STREAMS=2000 node test/e2e/slow-readers.test.ts` for the full size.
 */
import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import t from 'tap'
import { startFakeOpenAI } from '../fakes/openai-server.ts'
import { startService, type RunningService } from '../servers/service.ts'
import { speakTo, summary } from '../turn/events.ts'

const STREAMS = Number(process.env.AMORA_TEST_STREAMS ?? 300)
const MOST_KB_A_STREAM = 150
/** What may lie about uncollected, however many streams there are. */
const GARBAGE_MB = 60
const REPLY = 'Arguing about money wears you out. It makes sense that you are tired of it by now. What sits underneath it for you?'

t.setTimeout(240_000)

interface Memory { readonly rss: number, readonly heap: number }

/** Megabytes, as the process itself shows them. */
async function memoryOf ({ metrics }: RunningService): Promise<Memory> {
  const exposition = await (await fetch(`${metrics}/metrics`)).text()
  const of = (name: string) => Number(new RegExp(`^${name}(?:\\{\\})? (\\S+)`, 'm').exec(exposition)?.[1]) / 2 ** 20
  return { rss: of('process_resident_memory_bytes'), heap: of('nodejs_heap_size_used_bytes') }
}

t.test(`${STREAMS} open streams whose readers read nothing`, async t => {
  const fake = await startFakeOpenAI({ latencyMs: 300, keepCalls: 10 })
  t.teardown(fake.close)
  fake.script.reply = () => REPLY
  fake.script.understand = () => ({})
  // Every reply hangs in the middle until the turn's own end: all streams are open at once.
  fake.fault('stall', { match: 'respond' })
  const service = await startService(t, {
    OPENAI_API_KEY: 'any', OPENAI_BASE_URL: fake.url, LOG_LEVEL: 'error', NODE_OPTIONS: '--max-old-space-size=300 --max-semi-space-size=8', AMORA_LLM_CONCURRENCY: String(2 * STREAMS), AMORA_LLM_QUEUE: String(STREAMS),
    AMORA_TURN_DEADLINE_MS: '30000', AMORA_DAILY_BUDGET_USD: '1000', AMORA_MONTHLY_BUDGET_USD: '10000'
  })
  const port = Number(new URL(service.origin).port)
  const listen = async (n: number) => speakTo(port, service, { specific_question: `We keep arguing about money and I feel worn out. This was evening ${n}.` }, { headers: { 'x-amora-user-id': randomUUID() }, isPaused: true })
  const warm = await listen(-1)
  warm.resume()
  await warm.ended
  const before = await memoryOf(service)

  const streams = await Promise.all(Array.from({ length: STREAMS }, async (_, n) => listen(n)))
  const open = await memoryOf(service)
  t.ok(streams.every(({ status }) => status === 200))
  await sleep(2500)
  const told = await memoryOf(service)
  for (const stream of streams) stream.resume()
  for (const stream of streams) await stream.ended
  const whole = streams.filter(({ events }) => summary(events).shown === summary(events).done?.message).length
  t.equal(whole, STREAMS, 'each reader finds everything that was said, when he reads it at last')
  const grownMb = Math.max(open.rss, told.rss) - before.rss
  t.comment(`resident ${before.rss.toFixed(0)} MB before, ${open.rss.toFixed(0)} MB with ${STREAMS} open, ${told.rss.toFixed(0)} MB when all was said; heap ${before.heap.toFixed(0)}, ${open.heap.toFixed(0)}, ${told.heap.toFixed(0)} MB: ${(grownMb * 1024 / STREAMS).toFixed(0)} kB a stream, garbage and the model's connection among them`)
  t.ok(grownMb < GARBAGE_MB + STREAMS * MOST_KB_A_STREAM / 1024, `${grownMb.toFixed(0)} MB`)
})
