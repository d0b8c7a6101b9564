import t from 'tap'
import { BrokenTurn, OUTCOMES, callerLeft, isCallerGone, isRefunded, isTrivialTurn, legsOf, unanswered, type Turn, type TurnEnd } from '../../services/turn.ts'
import { runTurn, type OpenSession, type TurnPorts } from '../../services/turn-sequence.ts'
import { classify } from '../../services/understanding/classifier.ts'
import { strategyOf } from '../../services/understanding/strategy.ts'
import type { EngineEnd, Served } from '../../services/v2/engine.ts'
import type { LegRecord } from '../../services/v2/legs.ts'

const LEG: LegRecord = { leg: 'respond', model: 'gpt-6.1-terra', outcome: 'ok', durationMs: 5, sent: true, usage: { inputTokens: 10, cachedInputTokens: 0, outputTokens: 5 } }
const question = 'We argue about money every evening and it wears me out.'
const seen = { reading: classify(question), strategy: 'LOW' as const }
const ANSWER: EngineEnd = { kind: 'answer', text: 'It wears you out. What is it like?', model: 'gpt-6.1-terra', repaired: false, isCutShort: false, finish: 'stop', isPublic: true, legs: [LEG], ...seen }

const turnOf = (change: Partial<Turn> = {}): Turn => ({
  id: 't1', startedAt: 0, deadlineAt: 2900, userId: 'u', owner: 'k.u', formerOwners: [], tier: 'free', mode: 'LEARN', question, topics: [], sessionId: 's', screen: { action: 'allow' },
  signal: new AbortController().signal, ...change
})

interface House { readonly ports: TurnPorts, readonly log: string[], readonly ends: TurnEnd[], readonly saved: unknown[], readonly noted: unknown[] }

/** Ports that note what was asked of them, in order. */
function house (change: Partial<TurnPorts> = {}, session: Partial<OpenSession> = {}): House {
  const log: string[] = []
  const ends: TurnEnd[] = []
  const saved: unknown[] = []
  const noted: unknown[] = []
  const served = (end: EngineEnd): Served => ({ end, cache: 'miss', cacheKind: 'public', saved: 0 })
  const open: OpenSession = {
    messages: [], wordings: [], turns: 0,
    save: async what => { log.push('save'); saved.push(what) },
    release: async () => { log.push('release') },
    ...session
  }
  const ports: TurnPorts = {
    openSession: async () => { log.push('open'); return open },
    peekSession: async () => { log.push('peek'); return open },
    keepReply: async () => { log.push('keepReply') },
    noteCare: async (_turn, note) => { log.push('noteCare'); saved.push(note) },
    recall: async () => { log.push('recall'); return undefined },
    remember: async (_turn, note) => { log.push('remember'); noted.push(note) },
    screenInCare: () => ({ action: 'allow' }),
    assign: (_turn, pinned) => { log.push('assign'); return { engine: pinned ?? 'v2', reason: 'in_rollout' } },
    classify, strategyOf,
    trivialReply: () => ({ text: 'Hello. How are you?', wording: 'greeting.0' }),
    careReply: () => ({ text: 'I am here. Are you safe?', wording: 'care.0' }),
    v1: () => { log.push('v1'); return { message: 'That is hard. What helps?', topic: 'conflict', wording: 'conflict.0' } },
    v2: async () => { log.push('v2'); return served(ANSWER) },
    settle: (_turn, end) => { log.push('settle'); ends.push(end) },
    nowMs: () => Date.parse('2026-11-25T12:00:00Z'),
    ...change
  }
  return { ports, log, ends, saved, noted }
}

const v2 = (end: EngineEnd): Partial<TurnPorts> => ({ v2: async () => ({ end, cache: 'miss', cacheKind: 'public', saved: 0 }) })

t.test('the steps in their order', async t => {
  const { ports, log, saved } = house()
  const end = await runTurn(turnOf(), ports)
  t.strictSame(log, ['open', 'recall', 'assign', 'v2', 'save', 'keepReply', 'settle', 'release'], 'settled beside the saving, and released last')
  t.match(end, { assigned: 'v2', served: 'v2', outcome: 'ok', reason: undefined, cache: 'miss', rollout: 'in_rollout', message: ANSWER.kind === 'answer' ? ANSWER.text : '' })
  t.match(saved, [{ engine: 'v2', messages: [{ role: 'user', text: question }, { role: 'assistant' }] }])
})

t.test('care comes before everything: no lock, no limit, no engine', async t => {
  const { ports, log, saved } = house({ openSession: async () => { throw new Error('never') } })
  const end = await runTurn(turnOf({ screen: { action: 'care', kind: 'self_harm', grade: 'explicit' } }), ports)
  t.strictSame(log, ['peek', 'settle', 'noteCare'])
  t.match(end, { assigned: 'none', served: 'safety', outcome: 'care', reason: 'self_harm', crisis: 'self_harm', mode: 'SAFETY', strategy: 'LOW', legs: [] })
  t.match(saved, [{ care: 'self_harm', wording: 'care.0' }])
})

t.test('care is told even where no session can be read', async t => {
  const { ports } = house({ peekSession: async () => undefined })
  t.match(await runTurn(turnOf({ screen: { action: 'care', kind: 'abuse', grade: 'past' } }), ports), { served: 'safety', crisis: 'abuse' })
})

t.test('a session in care is screened more strictly, and answered at once', async t => {
  const { ports, log, saved } = house({ screenInCare: () => ({ action: 'care', kind: 'self_harm', grade: 'explicit' }) }, { care: 'self_harm' })
  t.match(await runTurn(turnOf(), ports), { assigned: 'none', served: 'safety', outcome: 'care', reason: 'self_harm' })
  t.notOk(log.includes('v2') || log.includes('v1'))
  t.match(saved, [{ care: 'self_harm' }])
  const { ports: others } = house({ screenInCare: () => { throw new Error('never') } })
  t.match(await runTurn(turnOf(), others), { outcome: 'ok' }, 'others are not')
})

t.test('every end of the engine', async t => {
  const rows: ReadonlyArray<readonly [EngineEnd, object]> = [
    [ANSWER, { served: 'v2', outcome: 'ok', reason: undefined, model: 'gpt-6.1-terra' }],
    [{ ...ANSWER, repaired: true } as EngineEnd, { served: 'v2', outcome: 'ok', reason: 'repaired' }],
    [{ kind: 'declined', category: 'violence', text: 'Not that. What is beneath it?', wording: 'decline.0', legs: [LEG], ...seen }, { served: 'v2', outcome: 'declined', reason: 'violence', wording: 'decline.0' }],
    [{ kind: 'care', careKind: 'abuse', grade: 'explicit', legs: [LEG] }, { served: 'safety', outcome: 'care', reason: 'abuse', crisis: 'abuse', mode: 'SAFETY' }],
    [{ kind: 'failed', reason: 'timeout', legs: [LEG] }, { served: 'v1', outcome: 'degraded', reason: 'timeout', topic: 'conflict' }],
    [{ kind: 'failed', reason: 'review', legs: [LEG], ...seen, strategy: 'HIGH' }, { served: 'v1', outcome: 'degraded', reason: 'review', strategy: 'HIGH' }],
    [{ kind: 'refused', reason: 'budget', legs: [] }, { served: 'v1', outcome: 'degraded', reason: 'budget' }],
    [{ kind: 'failed', reason: 'aborted', legs: [LEG] }, { served: 'none', outcome: 'aborted', reason: 'client', message: undefined }]
  ]
  for (const [end, expected] of rows) {
    const { ports, ends, log } = house(v2(end))
    const result = await runTurn(turnOf(), ports)
    t.match(result, { assigned: 'v2', legs: end.legs, ...expected }, `${end.kind} ${'reason' in end ? end.reason : ''}`)
    t.strictSame(ends, [result])
    t.equal(log.includes('save'), result.message !== undefined, 'only an answer is saved')
    t.equal(log.at(-1), 'release')
  }
})

t.test('trivial turns and V1’s modes ask no model; the session’s engine stays', async t => {
  for (const [change, expected] of [
    [{ question: 'hello' }, { served: 'v2', outcome: 'ok', reason: 'trivial', cache: 'bypass', legs: [] }],
    [{ mode: 'SAFETY' }, { served: 'v1', outcome: 'ok', reason: 'mode', cache: 'bypass' }],
    [{ mode: 'EXPLAIN' }, { served: 'v1', outcome: 'ok', reason: 'mode' }]
  ] as const) {
    const { ports, log } = house()
    t.match(await runTurn(turnOf(change), ports), { assigned: 'v2', ...expected })
    t.notOk(log.includes('v2'))
  }
  const { ports } = house({}, { engine: 'v1' })
  t.match(await runTurn(turnOf({ question: 'hello' }), ports), { assigned: 'v1', served: 'v1', reason: 'trivial' })
  t.match(await runTurn(turnOf(), ports), { assigned: 'v1', served: 'v1', outcome: 'ok', reason: undefined, legs: [] })
})

t.test('a session that stays busy: denied; where the caller left meanwhile: aborted', async t => {
  const { ports, ends, log } = house({ openSession: async () => undefined })
  t.match(await runTurn(turnOf(), ports), { assigned: 'none', served: 'none', outcome: 'denied', reason: 'session_busy' })
  t.match(await runTurn(turnOf({ signal: AbortSignal.abort(callerLeft()) }), ports), { assigned: 'none', outcome: 'aborted', reason: 'client' })
  t.equal(ends.length, 2)
  t.notOk(log.includes('release'))
})

t.test('only paid turns of substance are remembered', async t => {
  for (const [change, session, count] of [[{ tier: 'paid' }, {}, 1], [{ tier: 'free' }, {}, 0], [{ tier: 'paid', question: 'hello' }, {}, 0]] as const) {
    const { ports, noted } = house({}, session)
    await runTurn(turnOf(change), ports)
    t.equal(noted.length, count)
  }
  const { ports, noted } = house({}, { turns: 3 })
  await runTurn(turnOf({ tier: 'paid' }), ports)
  t.match(noted, [{ isNewSession: false, day: '2026-11-25' }])
  const declined = house(v2({ kind: 'declined', category: 'hate', text: 'No.', wording: 'd', legs: [], ...seen }))
  await runTurn(turnOf({ tier: 'paid' }), declined.ports)
  t.equal(declined.noted.length, 0)
})

t.test('whatever breaks: settled once, the session given back, the fault told', async t => {
  const names = ['openSession', 'recall', 'assign', 'classify', 'v1', 'v2', 'remember', 'trivialReply', 'careReply', 'screenInCare', 'peekSession', 'noteCare'] as const
  const turns = [turnOf({ tier: 'paid' }), turnOf({ question: 'hello' }), turnOf({ mode: 'SAFETY' }), turnOf({ screen: { action: 'care', kind: 'abuse', grade: 'explicit' } })]
  let broken = 0
  for (const name of names) {
    for (const turn of turns) {
      const fault = new Error(`${name} broke`)
      let opened = 0
      const { ports, ends, log } = house({}, { care: 'abuse' })
      const faulty: TurnPorts = {
        ...ports,
        openSession: async turn => { const session = await ports.openSession(turn); opened++; return session },
        [name]: () => { throw fault }
      }
      const result = await runTurn(turn, faulty).catch((error: unknown) => error)
      t.equal(ends.length, 1, `${name}: settled once`)
      t.equal(log.filter(step => step === 'release').length, opened, `${name}: what was opened is given back`)
      if (result === fault) broken++
      else t.match(result, { message: /./ })
    }
  }
  t.ok(broken > 8, `${broken} turns broke`)
})

t.test('a defect after the models were asked books their calls', async t => {
  for (const change of [{ ...v2({ kind: 'failed', reason: 'timeout', legs: [LEG] }), v1: () => { throw new Error('broke') } }, { v2: async () => { throw new BrokenTurn(new Error('broke'), [LEG]) } }]) {
    const { ports, ends } = house(change)
    await t.rejects(runTurn(turnOf(), ports), { message: 'broke', name: 'Error' }, 'the fault itself comes out, not its wrapping')
    t.match(ends, [{ assigned: 'v2', served: 'none', outcome: 'error', reason: 'internal', legs: [LEG] }])
  }
  t.strictSame(legsOf(new Error('another')), [])
})

t.test('who gets his message back', async t => {
  const end = (outcome: TurnEnd['outcome'], legs: readonly LegRecord[] = []) => ({ ...unanswered('v2', outcome, ''), legs })
  const refunded = OUTCOMES.filter(outcome => isRefunded(end(outcome)))
  t.strictSame(refunded, ['care', 'denied', 'aborted', 'error'])
  t.equal(isRefunded(end('aborted', [LEG])), false, 'not who left after a call was sent')
  t.equal(isRefunded(end('aborted', [{ ...LEG, sent: false }])), true)
  t.equal(isRefunded(end('care', [LEG])), true)
})

t.test('leaving is told from a deadline', async t => {
  t.equal(isCallerGone(AbortSignal.abort(callerLeft())), true)
  t.equal(isCallerGone(AbortSignal.abort(new DOMException('', 'TimeoutError'))), false)
  t.equal(isCallerGone(new AbortController().signal), false)
  t.equal(isCallerGone(AbortSignal.any([new AbortController().signal, AbortSignal.abort(callerLeft())])), true)
})

t.test('which turns are trivial depends on the mode', async t => {
  t.strictSame((['LEARN', 'REFLECT', 'EXPLAIN', 'SAFETY'] as const).map(mode => isTrivialTurn({ mode, question: '' })), [true, true, false, false])
  t.equal(isTrivialTurn({ mode: 'LEARN', question }), false)
})
