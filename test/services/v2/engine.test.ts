import t from 'tap'
import { setTimeout as sleep } from 'node:timers/promises'
import type { CachedAnswer } from '../../../services/cached-answer.ts'
import { createFlights } from '../../../services/flights.ts'
import { BrokenTurn, callerLeft } from '../../../services/turn.ts'
import { classify } from '../../../services/understanding/classifier.ts'
import { serveV2, type EngineInput, type EnginePorts, type Flown, type Found } from '../../../services/v2/engine.ts'
import type { LegRecord } from '../../../services/v2/legs.ts'
import type { V2End } from '../../../services/v2/pipeline.ts'

const LEG: LegRecord = { leg: 'respond', model: 'gpt-6.1-terra', outcome: 'ok', durationMs: 5, sent: true, usage: { inputTokens: 10, cachedInputTokens: 0, outputTokens: 5 } }
const question = 'How do we talk about money?'
const seen = { reading: classify(question), strategy: 'HIGH' as const }
const ANSWER: V2End = { kind: 'answer', text: 'You could begin small. What comes first?', model: 'gpt-6.1-terra', repaired: false, isCutShort: false, finish: 'stop', isPublic: true, legs: [LEG], ...seen }
const CACHED: CachedAnswer = { id: 'v2.1', text: 'You might begin tonight. What comes first?', model: 'gpt-6.1-terra', cost: 700, ...seen }
const input = (change: Partial<EngineInput> = {}): EngineInput => ({
  turnId: 't1', owner: 'k.anna', question, mode: 'LEARN', tier: 'free', history: [], used: [], canary: 'kestrel', deadlineAt: performance.now() + 2900, ...change
})
const never = () => new AbortController().signal

interface House { readonly ports: EnginePorts, readonly log: string[], readonly kept: CachedAnswer[], readonly spent: Array<readonly [string, number]>, readonly reserved: Array<readonly [string, number, boolean]> }

const CALM = { hasCapacity: true, timeLeft: 1, queue: 0, breaker: 'closed' } as const

/** Ports that note what was asked of them. A call costs 1000. */
function house (change: Partial<Omit<EnginePorts, 'cache' | 'budget'>> & { cache?: Partial<EnginePorts['cache']>, budget?: Partial<EnginePorts['budget']> } = {}): House {
  const log: string[] = []
  const kept: CachedAnswer[] = []
  const spent: Array<readonly [string, number]> = []
  const reserved: Array<readonly [string, number, boolean]> = []
  const { cache, budget, ...others } = change
  const ports: EnginePorts = {
    deployment: { promptVersion: 'p', safetyVersion: 's', temperature: 0.7, maxTokens: 150, detectionModel: 'small', responseModel: 'large', economyModel: 'small' },
    flights: createFlights<Flown>(),
    worstCase: (_input, { writer }) => writer === 'response' ? { max: 4000, estimate: 2000 } : { max: 900, estimate: 400 },
    costOf: legs => legs.length * 1000,
    situation: () => CALM,
    now: () => performance.now(),
    models: async () => { log.push('models'); return ANSWER },
    ...others,
    cache: {
      find: async () => { log.push('find'); return { leads: true } },
      wait: async () => { log.push('wait'); return { leads: false } },
      put: (_key, answer) => { log.push('put'); kept.push(answer) },
      giveUp: () => { log.push('giveUp') },
      ...cache
    },
    budget: {
      reserve: async ({ turnId }, { max }, mayWait) => { log.push('reserve'); reserved.push([turnId, max, mayWait]); return 'granted' },
      settle: (turnId, cost) => { log.push('settle'); spent.push([turnId, cost]) },
      ...budget
    }
  }
  return { ports, log, kept, spent, reserved }
}

t.test('money is held before the models are asked, the truth settled after, the answer kept', async t => {
  const { ports, log, kept, spent, reserved } = house()
  t.match(await serveV2(input(), ports, never()), { end: { kind: 'answer', legs: [LEG] }, cache: 'miss', cacheKind: 'public', saved: 0, rung: 'full' })
  t.strictSame(log, ['find', 'reserve', 'models', 'settle', 'put'])
  t.strictSame([reserved, spent], [[['t1', 4000, true]], [['t1', 1000]]])
  t.match(kept, [{ text: 'You could begin small. What comes first?', cost: 1000, strategy: 'HIGH', id: /^v2\.[0-9a-f]{16}$/ }])
})

t.test('an answer that is there asks nobody and costs nothing', async t => {
  const { ports, log } = house({ cache: { find: async () => ({ answer: CACHED }) } })
  t.match(await serveV2(input(), ports, never()), { end: { kind: 'answer', text: CACHED.text, legs: [], repaired: false }, cache: 'hit', saved: 700, rung: undefined })
  t.strictSame(log, [])
})

t.test('only a whole answer of the full ladder, unrepaired, is kept; everything else gives the lead back', async t => {
  const ends: readonly V2End[] = [
    { ...ANSWER, repaired: true } as V2End, { ...ANSWER, finish: 'length' } as V2End, { kind: 'failed', reason: 'timeout', legs: [LEG] }, { kind: 'failed', reason: 'review', legs: [LEG], ...seen },
    { kind: 'care', careKind: 'abuse', grade: 'explicit', legs: [LEG] }, { kind: 'declined', category: 'hate', text: 'No.', wording: 'd', legs: [LEG], ...seen }
  ]
  for (const end of ends) {
    const { ports, log, spent } = house({ models: async () => end })
    t.match(await serveV2(input(), ports, never()), { end: { kind: end.kind }, cache: 'miss' })
    t.strictSame(log.slice(-2), ['settle', 'giveUp'], end.kind)
    t.strictSame(spent, [['t1', 1000]])
  }
  const { ports, log, kept } = house({ situation: () => ({ ...CALM, timeLeft: 0.3 }) })
  t.match(await serveV2(input(), ports, never()), { rung: 'without_understanding', end: { kind: 'answer' } })
  t.strictSame([kept, log.at(-1)], [[], 'giveUp'])
})

t.test('who does not lead gives nothing up', async t => {
  const { ports, log } = house({ models: async () => ({ kind: 'failed', reason: 'timeout', legs: [] }), cache: { find: async () => ({ leads: false }) } })
  await serveV2(input(), ports, never())
  t.strictSame(log, ['wait', 'reserve', 'settle'])
})

t.test('another process is waited for, once for all of this one', async t => {
  let waits = 0
  const { ports, log } = house({ cache: { find: async () => ({ leads: false }), wait: async () => { waits++; await sleep(20); return { answer: CACHED } } } })
  const served = await Promise.all(Array.from({ length: 10 }, async (_, n) => serveV2(input({ turnId: `t${n}` }), ports, never())))
  t.ok(served.every(({ end, cache, saved }) => end.kind === 'answer' && end.text === CACHED.text && cache === 'hit' && saved === 700))
  t.equal(waits, 1)
  t.strictSame(log, [])
})

t.test('without money nothing is sent', async t => {
  for (const reason of ['budget', 'state_unavailable'] as const) {
    const { ports, log } = house({ budget: { reserve: async () => reason } })
    t.match(await serveV2(input(), ports, never()), { end: { kind: 'refused', reason, legs: [] }, cache: 'miss', rung: undefined })
    t.strictSame(log, ['find', 'giveUp'])
  }
})

t.test('where there is no money for the best, the next rung needs less; the turn’s time is waited away once', async t => {
  const asked: Array<readonly [number, boolean]> = []
  const writers: string[] = []
  const { ports } = house({
    budget: { reserve: async (_turn, { max }, mayWait) => { asked.push([max, mayWait]); return max > 1000 ? 'budget' : 'granted' } },
    models: async (_input, _signal, { writer }) => { writers.push(writer); return ANSWER }
  })
  t.match(await serveV2(input(), ports, never()), { rung: 'economy', end: { kind: 'answer' } })
  t.strictSame(asked, [[4000, true], [900, false]])
  t.strictSame(writers, ['economy'])
})

t.test('no time for a model is no fault of the budget', async t => {
  const { ports, log } = house({ situation: () => ({ ...CALM, timeLeft: 0.05 }) })
  t.match(await serveV2(input(), ports, never()), { end: { kind: 'refused', reason: 'timeout', legs: [] } })
  t.strictSame(log, ['find', 'giveUp'])
})

t.test('many at once: one flight, one bill, everybody answered', async t => {
  const { ports, log, spent } = house({ models: async () => { log.push('models'); await sleep(20); return ANSWER } })
  const served = await Promise.all(Array.from({ length: 50 }, async (_, n) => serveV2(input({ turnId: `t${n}`, owner: `k.${n}` }), ports, never())))
  t.equal(log.filter(step => step === 'models').length, 1)
  t.equal(spent.length, 1)
  const paying = served.filter(({ end }) => end.legs.length > 0)
  t.match(paying, [{ cache: 'miss', saved: 0, waitedMs: undefined }])
  t.ok(served.filter(one => !paying.includes(one)).every(({ waitedMs = 0 }) => waitedMs > 10), 'others waited for his call: that is none of their own work')
  t.ok(served.filter(one => !paying.includes(one)).every(({ end, cache, saved }) => end.kind === 'answer' && cache === 'hit' && saved === 1000))
})

t.test('two users’ private turns never share a flight', async t => {
  const { ports, log } = house({ models: async () => { log.push('models'); await sleep(5); return ANSWER } })
  const history = [{ role: 'user', text: 'He left.' }] as const
  await Promise.all(['k.anna', 'k.berta'].map(async owner => serveV2(input({ owner, history, turnId: owner }), ports, never())))
  t.equal(log.filter(step => step === 'models').length, 2)
})

t.test('another’s empty purse is not one’s own', async t => {
  const { ports, log, reserved } = house({
    budget: {
      reserve: async ({ turnId, owner }, { max }, mayWait) => {
        await sleep(5)
        reserved.push([turnId, max, mayWait])
        return owner === 'k.poor' ? 'budget' : 'granted'
      }
    },
    models: async () => { log.push('models'); await sleep(10); return ANSWER }
  })
  const served = await Promise.all(['k.poor', 'k.anna', 'k.berta'].map(async owner => serveV2(input({ owner, turnId: owner }), ports, never())))
  t.match(served.map(({ end }) => end.kind), ['refused', 'answer', 'answer'])
  t.equal(log.filter(step => step === 'models').length, 1, 'and the others still share')
  t.ok(reserved.filter(([turnId]) => turnId !== 'k.poor').every(([, , mayWait]) => !mayWait), 'who has waited once waits no more')
})

t.test('an empty purse for all: everybody is refused, and nobody turns in circles', async t => {
  let asked = 0
  const { ports, log } = house({ budget: { reserve: async () => { asked++; await sleep(1); return 'budget' } } })
  const served = await Promise.all(Array.from({ length: 8 }, async (_, n) => serveV2(input({ turnId: `t${n}`, owner: `k.${n}` }), ports, never())))
  t.ok(served.every(({ end }) => end.kind === 'refused' && end.reason === 'budget'))
  t.equal(asked, 8 * 3, 'each for himself, once a rung')
  t.notOk(log.includes('models'))
})

t.test('who leaves leaves alone; the last one ends the work and books it', async t => {
  const { ports } = house({
    models: async (_input, signal) => {
      await sleep(40, undefined, { signal }).catch(() => {})
      return signal.aborted ? { kind: 'failed', reason: 'aborted', legs: [LEG] } : ANSWER
    }
  })
  const [leader, follower] = [new AbortController(), new AbortController()]
  const both = [serveV2(input(), ports, leader.signal), serveV2(input({ turnId: 't2' }), ports, follower.signal)]
  await sleep(10)
  leader.abort(callerLeft())
  t.match(await both[0], { end: { kind: 'failed', reason: 'aborted', legs: [] }, cache: 'miss' }, 'nothing is booked to him who left')
  t.match(await both[1], { end: { kind: 'answer', legs: [LEG] }, cache: 'miss' }, 'the other one gets the answer and its bill')

  const alone = new AbortController()
  const last = serveV2(input(), ports, alone.signal)
  await sleep(10)
  alone.abort(callerLeft())
  t.match(await last, { end: { kind: 'failed', reason: 'aborted', legs: [LEG] } })
  t.equal(ports.flights.size, 0)
})

t.test('a defect of ours: what was spent is settled, booked once and told to all', async t => {
  const { ports, log, spent } = house({ models: async () => { await sleep(5); throw new BrokenTurn(new TypeError('broke'), [LEG, LEG]) } })
  const faults = await Promise.all(['t1', 't2', 't3'].map(async turnId => serveV2(input({ turnId }), ports, never()).catch((error: unknown) => error)))
  t.ok(faults.every(fault => fault instanceof BrokenTurn))
  t.strictSame(faults.flatMap(fault => fault instanceof BrokenTurn ? fault.legs : []), [LEG, LEG])
  t.strictSame(spent, [['t1', 2000]])
  t.equal(log.at(-1), 'giveUp')
})

t.test('the kind follows from what the prompt reads', async t => {
  const { ports } = house()
  const kindOf = async (change: Partial<EngineInput>) => (await serveV2(input(change), ports, never())).cacheKind
  t.equal(await kindOf({}), 'public')
  t.equal(await kindOf({ history: [{ role: 'assistant', text: 'Hello.' }] }), 'private')
  t.equal(await kindOf({ memory: ['trust: 2 times since 2026-11-01'] }), 'private')
  t.equal(await kindOf({ care: 'abuse' }), 'private')
  t.equal(await kindOf({ memory: [' '] }), 'public', 'a note of nothing is none')
})

t.test('what is looked for is what this session has not heard', async t => {
  const used = ['v2.1', 'v2.2']
  const asked: Array<readonly string[]> = []
  const { ports } = house({ cache: { find: async (_key, heard): Promise<Found> => { asked.push(heard); return { leads: true } } } })
  await serveV2(input({ used }), ports, never())
  t.strictSame(asked, [used])
})
