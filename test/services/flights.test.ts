import { setTimeout as sleep } from 'node:timers/promises'
import t from 'tap'
import { createFlights, type Work } from '../../services/flights.ts'

const never = new AbortController().signal

t.test('a hundred at once share one piece of work, and one of them accounts for it', async t => {
  const flights = createFlights<string>()
  let started = 0
  const start = async () => { started++; await sleep(5); return 'words' }
  const landed = await Promise.all(Array.from({ length: 100 }, async () => flights.join('k', never, start)))
  t.equal(started, 1)
  t.ok(landed.every(landing => landing?.value === 'words'))
  t.equal(landed.filter(landing => landing?.accounts).length, 1)
  await sleep(1)
  t.equal(flights.size, 0)
  await flights.join('k', never, start)
  t.equal(started, 2, 'what has landed is not joined')
})

t.test('another key is other work', async t => {
  const flights = createFlights<string>()
  const [one, other] = await Promise.all([flights.join('a', never, async () => 'a'), flights.join('b', never, async () => 'b')])
  t.strictSame([one?.value, other?.value], ['a', 'b'])
})

t.test('the starter’s leaving does not fail the others', async t => {
  const flights = createFlights<string>()
  const caller = new AbortController()
  let stopped = false
  const start = async (signal: AbortSignal) => { signal.addEventListener('abort', () => { stopped = true }); await sleep(20); return 'words' }
  const first = flights.join('k', caller.signal, start)
  const second = flights.join('k', never, start)
  caller.abort(new Error('left'))
  t.strictSame(await first, { isUsed: false })
  t.match(await second, { value: 'words', accounts: true })
  t.equal(stopped, false)
})

t.test('when all have left the work is stopped, and the last accounts for what it came to', async t => {
  const flights = createFlights<string>()
  const callers = [new AbortController(), new AbortController()]
  const start = async (signal: AbortSignal) => new Promise<string>(resolve => signal.addEventListener('abort', () => { resolve(`stopped: ${(signal.reason as Error).message}`) }))
  const joined = callers.map(async caller => flights.join('k', caller.signal, start))
  callers[0]!.abort(new Error('first'))
  callers[1]!.abort(new Error('second'))
  t.strictSame(await Promise.all(joined), [{ isUsed: false }, { value: 'stopped: second', accounts: true }])
  t.equal(flights.size, 0)
})

t.test('work that fails fails for everybody, once each', async t => {
  const flights = createFlights<string>()
  const start = async () => { await sleep(2); throw new Error('no') }
  const results = await Promise.allSettled([flights.join('k', never, start), flights.join('k', never, start)])
  t.ok(results.every(({ status }) => status === 'rejected'))
  t.equal(flights.size, 0)
})

t.test('a signal that is aborted already joins nothing that is under way', async t => {
  const flights = createFlights<string>()
  const running = flights.join('k', never, async () => { await sleep(10); return 'words' })
  t.strictSame(await flights.join('k', AbortSignal.abort(new Error('gone')), async () => 'other'), { isUsed: false })
  t.match(await running, { value: 'words' })
})

t.test('who leaves is told whether it had come to where it costs something', async t => {
  const flights = createFlights<string>()
  const [early, late] = [new AbortController(), new AbortController()]
  const start: Work<string> = async (_signal, { use }) => { await sleep(10); use(); await sleep(20); return 'words' }
  const joined = [early, late].map(async caller => flights.join('k', caller.signal, start))
  const staying = flights.join('k', never, start)
  early.abort(new Error('early'))
  await sleep(20)
  late.abort(new Error('late'))
  t.strictSame(await Promise.all(joined), [{ isUsed: false }, { isUsed: true }])
  t.match(await staying, { value: 'words', accounts: true })
})
