import { setTimeout as sleep } from 'node:timers/promises'
import fc from 'fast-check'
import t from 'tap'
import { callerLeft } from '../../../../services/turn.ts'
import { LlmError, type ChatClient, type ChatRequest } from '../../../../services/v2/model-client.ts'
import { createOfflineModel } from '../../../../services/v2/offline.ts'
import { inPieces } from '../../../../services/v2/upstream/pieces.ts'
import { USAGE, createScriptedChat } from '../../../fakes/chat-client.ts'

const running = new AbortController().signal
const now = () => performance.now()
const REQUEST: ChatRequest = { leg: 'respond', model: 'a-model', messages: [{ role: 'user', content: 'We argue every evening.' }], maxTokens: 150, temperature: 0 }

const saying = (text: string): ChatClient => createScriptedChat({ respond: { text } })
const failure = async (call: Promise<unknown>): Promise<LlmError> => call.then(() => { throw new Error('it did not fail') }, (error: LlmError) => error)

/** Asks for a stream and keeps what comes. */
async function stream (client: ChatClient, { signal = running, onText = () => {}, firstTextMs = 1000, idleMs = 1000 }: { signal?: AbortSignal, onText?: (text: string) => void, firstTextMs?: number, idleMs?: number } = {}) {
  const pieces: string[] = []
  const reply = await inPieces(client, now).complete({ ...REQUEST, stream: { firstTextMs, idleMs, onText: text => { pieces.push(text); onText(text) } } }, signal)
  return { pieces, reply }
}

t.test('a whole reply comes in a few pieces that make it up', async t => {
  const { pieces, reply } = await stream(saying('That sounds like a lot to carry. What weighs most?'))
  t.strictSame(pieces, ['That sounds like a ', 'lot to carry. What ', 'weighs most?'])
  t.equal(reply.text, pieces.join(''))
  await fc.assert(fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 200 }), async text => {
    const { pieces } = await stream(saying(text))
    t.equal(pieces.join('').trim(), text.trim())
    t.ok(pieces.every(piece => piece.trim() !== ''))
  }))
})

t.test('the offline model streams too', async t => {
  const brief = { strategy: 'LOW', mode: 'LEARN', inCare: false, reading: { emotions: { confusion: 0, sadness: 0.7, anxiety: 0, frustration: 0, hope: 0, emotional_distance: 0, overwhelm: 0 }, intents: { greeting_testing: 0, venting: 0.8, reflection: 0, advice_seeking: 0, reassurance_seeking: 0, decision_making: 0, curiosity_learning: 0 }, themes: [], risk: 'none' } } as const
  const pieces: string[] = []
  const reply = await inPieces(createOfflineModel(), now).complete({ ...REQUEST, brief, stream: { firstTextMs: 1000, idleMs: 1000, onText: text => { pieces.push(text) } } }, running)
  t.ok(pieces.length > 3, `${pieces.length} pieces`)
  t.equal(pieces.join(''), reply.text)
})

t.test('who asks for no stream gets the client itself', async t => {
  const client = createScriptedChat({ respond: { text: 'Yes.' } })
  t.equal((await inPieces(client, now).complete(REQUEST, running)).text, 'Yes.')
  t.equal(client.calls[0]!.request, REQUEST)
  t.equal(client.calls[0]!.signal, running)
  t.match(await inPieces(client, now).moderate('some words', running), { flagged: {} })
})

t.test('a client that streams by itself is not repeated', async t => {
  const client: ChatClient = {
    ...saying(''),
    complete: async ({ stream }) => {
      stream?.onText('One ')
      stream?.onText('two.')
      return { text: 'One two.', finish: 'stop', model: 'a-model' }
    }
  }
  t.strictSame((await stream(client)).pieces, ['One ', 'two.'])
})

t.test('silence before the first words ends the call', async t => {
  const client = createScriptedChat({ respond: { hangs: true } })
  const startedAt = now()
  t.equal((await failure(stream(client, { firstTextMs: 50, idleMs: 5000 }))).reason, 'timeout')
  t.ok(now() - startedAt < 5000)
  t.equal(client.calls[0]!.ended, 'timeout', 'the work too')
})

t.test('silence after them ends it as well, and words keep it alive', async t => {
  const talking = (silences: readonly number[]): ChatClient => ({
    ...saying(''),
    complete: async ({ stream }, signal) => {
      for (const silence of silences) {
        stream?.onText('word ')
        await sleep(silence, undefined, { signal }).catch(() => { throw new LlmError('timeout') })
      }
      return { text: 'word '.repeat(silences.length), finish: 'stop', model: 'a-model' }
    }
  })
  const { pieces } = await stream(talking([300, 300, 300, 300]), { firstTextMs: 900, idleMs: 900 })
  t.equal(pieces.length, 4, 'longer in all than either limit')
  const startedAt = now()
  t.equal((await failure(stream(talking([20, 9000]), { firstTextMs: 9000, idleMs: 100 }))).reason, 'timeout')
  t.ok(now() - startedAt < 5000)
})

t.test('the caller’s signal goes through, and nothing is left behind', async t => {
  const client = createScriptedChat({ respond: { hangs: true } })
  const control = new AbortController()
  const call = failure(stream(client, { signal: control.signal }))
  setTimeout(() => { control.abort(callerLeft()) }, 20)
  t.equal((await call).reason, 'aborted')
  t.equal((await failure(stream(client, { signal: control.signal }))).reason, 'aborted', 'one who left before as well')
})

t.test('a listener that throws ends the call, and one that leaves hears no more', async t => {
  const error = await failure(stream(saying('One two three four five six.'), { onText: () => { throw new TypeError('ours') } }))
  t.match(error, { reason: 'aborted', cause: TypeError })
  const control = new AbortController()
  const heard: string[] = []
  const leaving = stream(saying('One two three four five six.'), { signal: control.signal, onText: text => { heard.push(text); control.abort(callerLeft()) } })
  t.match(await failure(leaving), { reason: 'aborted', usage: USAGE }, 'and takes no reply, though it was billed')
  t.strictSame(heard, ['One two three four '])
})
