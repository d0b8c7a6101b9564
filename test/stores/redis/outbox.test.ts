import { setTimeout as sleep } from 'node:timers/promises'
import t from 'tap'
import { createOutbox } from '../../../stores/redis/outbox.ts'
import { StateUnavailable } from '../../../stores/redis/shared-store.ts'

/** A server that is away until told, and what got through to it. */
function server () {
  const done: string[] = []
  const state = { isAway: true, tries: 0 }
  const command = (name: string) => async () => {
    state.tries++
    if (state.isAway) throw new StateUnavailable()
    done.push(name)
  }
  return { state, done, command }
}

t.test('what gets through is sent once', async t => {
  const { state, done, command } = server()
  state.isAway = false
  const outbox = createOutbox()
  await outbox.deliver(command('a'))
  await sleep(600)
  t.strictSame(done, ['a'])
})

t.test('what does not is sent when the server is back, all of it', async t => {
  const { state, done, command } = server()
  const outbox = createOutbox()
  const names = Array.from({ length: 350 }, (_, n) => `c${n}`)
  for (const name of names) await outbox.deliver(command(name))
  await sleep(600)
  t.strictSame(done, [])
  t.ok(state.tries < 350 + 4 * 100, `one batch is tried while it is away, not all: ${state.tries} tries`)
  state.isAway = false
  await sleep(400)
  t.strictSame(done.toSorted(), names.toSorted())
})

t.test('a command that is wrong is its sender’s to know, and is not tried again', async t => {
  const outbox = createOutbox()
  const wrong = () => { throw Object.assign(new Error('ERR no such command'), { name: 'ReplyError' }) }
  await t.rejects(outbox.deliver(async () => wrong()), { message: /no such command/ })
})

t.test('what waits is bounded', async t => {
  const { state, done, command } = server()
  const outbox = createOutbox()
  await Promise.all(Array.from({ length: 10_050 }, async (_, n) => outbox.deliver(command(String(n)))))
  state.isAway = false
  await sleep(500)
  t.equal(done.length, 10_000)
  t.ok(done.includes('10049') && !done.includes('0'), 'the oldest are given up')
})
