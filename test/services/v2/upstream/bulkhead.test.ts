import { setImmediate as turn } from 'node:timers/promises'
import fc from 'fast-check'
import t from 'tap'
import { callerLeft } from '../../../../services/turn.ts'
import { LlmError } from '../../../../services/v2/model-client.ts'
import { createBulkhead } from '../../../../services/v2/upstream/bulkhead.ts'

const running = new AbortController().signal
const reasonOf = async (call: Promise<unknown>) => call.then(() => 'ok', (error: unknown) => error instanceof LlmError ? error.reason : error)

/** Calls that end when told. */
function start (limits: { concurrency: number, queue: number }) {
  const bulkhead = createBulkhead<'chat' | 'moderation'>(limits)
  const begun: string[] = []
  const enter = (name: string, { signal = running, kind = 'chat' }: { signal?: AbortSignal, kind?: 'chat' | 'moderation' } = {}) => {
    const { promise, resolve, reject } = Promise.withResolvers<string>()
    const result = reasonOf(bulkhead.run(kind, signal, async () => { begun.push(name); return promise }))
    return { result, end: () => { resolve(name) }, fail: (error: unknown) => { reject(error) } }
  }
  return { bulkhead, begun, enter }
}

t.test('so many run at once, so many wait, the next is refused at once', async t => {
  const { bulkhead, begun, enter } = start({ concurrency: 2, queue: 2 })
  const [one, two, three, four] = [enter('one'), enter('two'), enter('three'), enter('four', { kind: 'moderation' })]
  t.equal(await enter('five').result, 'queue_full')
  t.strictSame(begun, ['one', 'two'])
  t.equal(bulkhead.waiting('chat'), 1)
  t.equal(bulkhead.waiting('moderation'), 1)
  two.end()
  await turn()
  t.strictSame(begun, ['one', 'two', 'three'], 'in their order')
  one.fail(new LlmError('upstream_error'))
  t.equal(await one.result, 'upstream_error')
  await turn()
  t.strictSame(begun, ['one', 'two', 'three', 'four'], 'one that fails makes room as well')
  three.end()
  four.end()
  t.strictSame(await Promise.all([two.result, three.result, four.result]), ['ok', 'ok', 'ok'])
})

t.test('no newcomer overtakes one that waits', async t => {
  const { begun, enter } = start({ concurrency: 1, queue: 5 })
  const one = enter('one')
  enter('two')
  one.end()
  await one.result
  enter('three')
  await turn()
  t.strictSame(begun, ['one', 'two'])
})

t.test('a call that waits leaves on abort, at once, and frees its place', async t => {
  const { bulkhead, begun, enter } = start({ concurrency: 1, queue: 1 })
  const control = new AbortController()
  const one = enter('one')
  const two = enter('two', { signal: control.signal })
  control.abort(callerLeft())
  t.equal(await two.result, 'aborted')
  t.equal(bulkhead.waiting('chat'), 0)
  const late = new AbortController()
  const three = enter('three', { signal: late.signal })
  late.abort(new DOMException('', 'TimeoutError'))
  t.equal(await three.result, 'timeout')
  const four = enter('four')
  one.end()
  await turn()
  t.strictSame(begun, ['one', 'four'], 'who has left never runs')
  four.end()
  t.equal(await four.result, 'ok')
  t.equal(await enter('five', { signal: AbortSignal.abort(callerLeft()) }).result, 'aborted', 'nor who comes too late')
})

t.test('what never ran was never sent', async t => {
  const { bulkhead } = start({ concurrency: 1, queue: 0 })
  const end = Promise.withResolvers<void>()
  const first = bulkhead.run('chat', running, async () => end.promise)
  for (const signal of [running, AbortSignal.abort(callerLeft())]) {
    const error = await bulkhead.run('chat', signal, async () => 'never').catch((error: LlmError) => error)
    t.equal((error as LlmError).sent, false)
  }
  end.resolve()
  await first
})

t.test('in whatever order calls come, end and leave: the bounds hold, and nobody is forgotten', async t => {
  const step = fc.record({ what: fc.constantFrom('enter', 'enter', 'end', 'leave'), which: fc.nat(20) })
  await fc.assert(fc.asyncProperty(fc.array(step, { maxLength: 60 }), fc.integer({ min: 1, max: 3 }), fc.integer({ min: 0, max: 3 }), async (steps, concurrency, queue) => {
    const { bulkhead, enter } = start({ concurrency, queue })
    const calls: Array<ReturnType<typeof enter> & { control: AbortController }> = []
    for (const { what, which } of steps) {
      const call = calls[which % Math.max(1, calls.length)]
      const control = new AbortController()
      if (what === 'enter') calls.push({ ...enter('any', { signal: control.signal }), control })
      else if (what === 'end') call?.end()
      else call?.control.abort(callerLeft())
      await turn()
      t.ok(bulkhead.waiting('chat') <= queue)
    }
    for (const call of calls) call.end()
    await Promise.all(calls.map(async ({ result }) => result))
    t.equal(bulkhead.waiting('chat'), 0)

    const after = Array.from({ length: concurrency + queue + 1 }, () => enter('after'))
    for (const call of after) call.end()
    const results = await Promise.all(after.map(async ({ result }) => result))
    t.strictSame(results, [...results.slice(1).fill('ok'), 'queue_full'], 'all room is free again, and no more than that')
  }), { numRuns: 100 })
})
