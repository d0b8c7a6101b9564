import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { setTimeout as sleep } from 'node:timers/promises'
import t from 'tap'
import { createEventStream } from '../../../routes/coach/event-stream.ts'
import { createTurnEvents } from '../../../routes/coach/turn-events.ts'
import type { CoachReply } from '../../../services/reply.ts'

const SIGN = ':\n\n'

// The stream's own timers keep no process alive; a socket would.
const alive = setInterval(() => {}, 1000)
t.teardown(() => { clearInterval(alive) })

t.test('events have a name and one line of JSON, whatever is in it', async t => {
  const stream = createEventStream()
  const said = text(stream.body)
  stream.begin()
  stream.send('delta', { text: 'One\nline: "two"\r\n\u2028three 💛' })
  stream.end()
  t.equal(await said, `${SIGN}event: delta\ndata: {"text":"One\\nline: \\"two\\"\\r\\n\u2028three 💛"}\n\n`)
})

t.test('a reader hears a sign of life while nothing is said', async t => {
  const stream = createEventStream(20)
  const pieces: string[] = []
  stream.body.setEncoding('utf8').on('data', (piece: string) => { pieces.push(piece) })
  stream.begin()
  await sleep(70)
  stream.send('done', {})
  stream.end()
  await once(stream.body, 'close')
  const heard = pieces.length
  t.ok(pieces.filter(piece => piece === SIGN).length >= 3, pieces.join('|'))
  await sleep(50)
  t.equal(pieces.length, heard, 'and none after the end')
})

t.test('signs of life are not heaped up for a reader who reads nothing', async t => {
  const stream = createEventStream(5)
  stream.begin()
  await sleep(60)
  t.equal(stream.body.readableLength, SIGN.length)
  stream.body.destroy()
})

t.test('a reader who does not fetch the end in time is left alone', async t => {
  const stream = createEventStream(1000, 30)
  stream.begin()
  stream.send('done', { message: 'never read' })
  stream.end()
  const endedAt = performance.now()
  await once(stream.body, 'close')
  t.ok(stream.body.destroyed)
  t.ok(performance.now() - endedAt >= 25)
})

t.test('one who has left is told nothing', async t => {
  const stream = createEventStream(5)
  stream.begin()
  stream.body.destroy()
  await sleep(15)
  stream.send('delta', {})
  stream.end()
  t.equal(stream.body.errored, null)
})

const reply = (message: string): CoachReply => ({ message, mode: 'LEARN', confidence: 0.5, referenced_data: {}, session_id: 's', turn_id: 't', engine: 'v1', degraded: true })
const namesIn = (said: string) => [...said.matchAll(/^event: (\w+)$/gm)].map(([, name]) => name)

t.test('what was shown already is not said again', async t => {
  const events = createTurnEvents({ id: 't', sessionId: 's' }, () => 7)
  const said = text(events.body)
  t.equal(events.firstShownAt, undefined)
  events.begin()
  await events.begun
  events.show('That hurts.')
  t.equal(events.firstShownAt, 7)
  events.finish(reply('That hurts. It makes sense. What now?'))
  const heard = await said
  t.strictSame(namesIn(heard), ['meta', 'delta', 'delta', 'delta', 'done'])
  t.match(heard, 'event: meta\ndata: {"turn_id":"t","session_id":"s","engine":"v2"}\n')
  t.match(heard, 'event: delta\ndata: {"text":" It makes sense."}\n')
})

t.test('a reply that is not what was shown is a defect, not a second answer', async t => {
  const events = createTurnEvents({ id: 't', sessionId: 's' }, () => 0)
  events.show('That hurts.')
  t.throws(() => { events.finish(reply('Something else. What now?')) })
  const said = text(events.body)
  events.fail({ code: 'AMORA_INTERNAL' })
  t.strictSame(namesIn(await said), ['meta', 'delta', 'error'])
})
