import { setTimeout as sleep } from 'node:timers/promises'
import t from 'tap'
import { createDeadlines } from '../../../stores/redis/deadlines.ts'

const fate = async (work: Promise<unknown>) => work.catch((error: unknown) => (error as Error).constructor.name)

function block (ms: number): void {
  for (const until = performance.now() + ms; performance.now() < until;);
}

t.test('what is late is given up, at its time', async t => {
  const startedAt = performance.now()
  t.equal(await fate(createDeadlines(100).within(sleep(500))), 'CommandLate')
  const ms = performance.now() - startedAt
  t.ok(ms >= 99 && ms < 250, `${ms.toFixed()} ms`)
})

t.test('each has a time of its own, also one that begins while others wait', async t => {
  const { within } = createDeadlines(100)
  const first = fate(within(sleep(500)))
  await sleep(60)
  const startedAt = performance.now()
  const second = fate(within(sleep(500)))
  t.equal(await first, 'CommandLate')
  t.equal(await second, 'CommandLate')
  t.ok(performance.now() - startedAt >= 99)
})

t.test('what is in time, or fails by itself, is left as it is', async t => {
  const { within } = createDeadlines(50)
  t.equal(await within(sleep(5).then(() => 'there')), 'there')
  await t.rejects(within(Promise.reject(new Error('its own'))), { message: 'its own' })
})

t.test('a signal gives up sooner, and is not taken for lateness', async t => {
  const startedAt = performance.now()
  t.equal(await fate(createDeadlines(300).within(sleep(500), AbortSignal.timeout(20))), 'StateUnavailable')
  t.equal(await fate(createDeadlines(300).within(sleep(500), AbortSignal.abort())), 'StateUnavailable')
  t.ok(performance.now() - startedAt < 200)
})

t.test('a process that is too busy to look does not call the server late', async t => {
  const { within } = createDeadlines(50)
  // The answer takes 40 ms; the process is busy with other things for 300, in pieces of 60.
  const answer = within(sleep(40).then(() => 'in time'))
  for (let piece = 0; piece < 4; piece++) {
    block(60)
    await new Promise(resolve => setImmediate(resolve))
  }
  t.equal(await answer, 'in time')
})
