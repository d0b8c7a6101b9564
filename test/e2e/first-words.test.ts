/** Nobody waits longer than three seconds for the first word, whatever the model does: as JSON, and as a stream. */
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout as sleep } from 'node:timers/promises'
import t from 'tap'
import type { FaultOrder } from '../fakes/openai-faults.ts'
import { hear } from '../turn/events.ts'
import { person, series, stage, QUESTION } from '../turn/harness.ts'

const PROMISED_MS = 3000
/** Of each form. */
const TURNS = 100
/** They come one after another and all wait at once. */
const ARRIVAL_MS = 12

const MODELS: ReadonlyArray<readonly [string, FaultOrder]> = [
  ['hangs', { fault: 'hang' }],
  ['stalls in the middle of its answer', { fault: 'stall' }],
  ['says nothing but that it is there', { fault: 'mute', match: 'respond' }],
  ['answers at 2.8 s', { fault: 'latency', latencyMs: 2800 }],
  ['writes at 2.8 s', { fault: 'latency', latencyMs: 2800, match: 'respond' }]
]

t.setTimeout(120_000)

for (const [what, order] of MODELS) {
  t.test(`a model that ${what}`, async t => {
    const { app, fake } = await stage(t, { env: { AMORA_LLM_CONCURRENCY: String(8 * TURNS) } })
    // For the first message after a start everything is made ready; it is not what is measured.
    await person(app).say('A first message about my sister, who moved away.')
    fake.fault(order.fault, order)
    const lag = monitorEventLoopDelay({ resolution: 5 })
    lag.enable()
    const told = await Promise.all(Array.from({ length: 2 * TURNS }, async (_, n) => {
      const question = `${QUESTION} It was evening ${n} of this.`
      await sleep(n * ARRIVAL_MS)
      if (n % 2 === 0) return { form: 'stream', ...await hear(app, person(app), { specific_question: question }) }
      const startedAt = performance.now()
      const { body } = await person(app).say(question)
      return { form: 'json', shown: body.message, done: body, firstMs: performance.now() - startedAt }
    }))
    lag.disable()
    const lagMs = lag.max / 1e6
    for (const form of ['json', 'stream']) {
      const waits = told.filter(one => one.form === form).map(({ firstMs }) => Math.round(firstMs)).sort((one, other) => one - other)
      const p99 = waits[Math.ceil(0.99 * TURNS) - 1]!
      t.comment(`${form}, ${TURNS} turns: p50 ${waits[TURNS / 2]} ms, p99 ${p99} ms, slowest ${waits.at(-1)} ms; the machine itself was late by ${Math.round(lagMs)} ms at the most`)
      // It may be late twice: when a turn begins to wait, and when it ends.
      t.ok(p99 <= PROMISED_MS + 2 * lagMs, `${form}: ${p99} ms`)
    }
    for (const { shown, done } of told) if (shown !== done?.message || shown.length < 20) t.fail(shown)
    t.equal((await series(app, 'amora_turns_total')).get('assigned=v2,served=none,outcome=error,tier=free'), 0)
  })
}
