import fc from 'fast-check'
import t from 'tap'
import { confidenceOf } from '../../../services/understanding/confidence.ts'
import { EMOTIONS, INTENTS, MODES, STRATEGIES, type Emotions, type Intent, type Intents, type Mode, type Reading } from '../../../services/understanding/reading.ts'
import { leadOf, painfulOf, strainOf, strategyOf } from '../../../services/understanding/strategy.ts'

const share = fc.integer({ min: 0, max: 100 }).map(hundredths => hundredths / 100)
const tableOf = <Name extends string>(names: readonly Name[]) => fc.tuple(...names.map(() => share)).map(values => Object.fromEntries(names.map((name, at) => [name, values[at]!])) as Record<Name, number>)
const readings: fc.Arbitrary<Reading> = fc.record({ emotions: tableOf(EMOTIONS), intents: tableOf(INTENTS), themes: fc.constant([]), risk: fc.constant('none' as const) })
const openModes = fc.constantFrom<Mode>(...MODES.filter(mode => mode !== 'REFLECT'))

const calm: Emotions = { confusion: 0, sadness: 0, anxiety: 0, frustration: 0, hope: 0, emotional_distance: 0, overwhelm: 0 }
const none: Intents = { greeting_testing: 0, venting: 0, reflection: 0, advice_seeking: 0, reassurance_seeking: 0, decision_making: 0, curiosity_learning: 0 }
const reading = (intents: Partial<Intents>, emotions: Partial<Emotions> = {}): Reading => ({ emotions: { ...calm, ...emotions }, intents: { ...none, ...intents }, themes: [], risk: 'none' })
const open = { mode: 'LEARN', inCare: false } as const

t.test("turn.md's examples", async t => {
  const rows = [
    [reading({ venting: 0.9 }, { frustration: 0.9 }), 'LOW'],
    [reading({ venting: 0.9 }, { frustration: 0.51 }), 'LOW'],
    [reading({ venting: 0.9 }, { frustration: 0.5 }), 'MEDIUM'],
    [reading({ reassurance_seeking: 0.6 }, { anxiety: 0.6 }), 'LOW'],
    [reading({ advice_seeking: 0.9 }), 'HIGH'],
    [reading({ advice_seeking: 0.9 }, { sadness: 0.7 }), 'HIGH'],
    [reading({ advice_seeking: 0.9 }, { sadness: 0.71 }), 'LOW'],
    [reading({ advice_seeking: 0.7 }), 'MEDIUM'],
    [reading({ decision_making: 0.8 }), 'HIGH'],
    [reading({ curiosity_learning: 0.8 }), 'HIGH'],
    [reading({ reflection: 0.9 }), 'MEDIUM'],
    [reading({ greeting_testing: 0.9 }), 'MEDIUM'],
    [reading({ advice_seeking: 0.39 }), 'LOW'],
    [reading({ advice_seeking: 0.9 }, { confusion: 0.5, sadness: 0.4, anxiety: 0.4, overwhelm: 0.4 }), 'MEDIUM'],
    [reading({ advice_seeking: 0.9 }, { hope: 1 }), 'HIGH']
  ] as const
  for (const [read, strategy] of rows) t.equal(strategyOf(read, open), strategy, JSON.stringify(read))
})

t.test('REFLECT and care in the session are LOW whatever was read', async () => {
  fc.assert(fc.property(readings, fc.constantFrom(...MODES), (read, mode) => strategyOf(read, { mode, inCare: true }) === 'LOW'))
  fc.assert(fc.property(readings, fc.boolean(), (read, inCare) => strategyOf(read, { mode: 'REFLECT', inCare }) === 'LOW'))
})

t.test('each clause by itself makes LOW', async () => {
  const low = (read: Reading, mode: Mode) => strategyOf(read, { mode, inCare: false }) === 'LOW'
  const when = (clause: (read: Reading) => boolean) => fc.assert(fc.property(readings.filter(clause), openModes, low))
  when(read => painfulOf(read.emotions) > 0.7)
  when(read => strainOf(read.emotions) > 0.6)
  when(read => Math.max(...Object.values(read.intents)) < 0.7 && ['venting', 'reassurance_seeking'].includes(leadOf(read.intents)) && painfulOf(read.emotions) > 0.5)
  fc.assert(fc.property(readings, openModes, fc.integer({ min: 0, max: 39 }), (read, mode, most) => {
    const intents = Object.fromEntries(INTENTS.map(intent => [intent, Math.min(read.intents[intent], most / 100)])) as Record<Intent, number>
    return low({ ...read, intents }, mode)
  }))
})

t.test('HIGH only for a seeker, sure, and under little strain; MEDIUM is the rest', async () => {
  const calmEnough = readings.map(read => ({ ...read, emotions: Object.fromEntries(EMOTIONS.map(emotion => [emotion, read.emotions[emotion] * 0.7])) as Record<typeof EMOTIONS[number], number> }))
  fc.assert(fc.property(calmEnough, openModes, (read, mode) => {
    const lead = leadOf(read.intents)
    const strategy = strategyOf(read, { mode, inCare: false })
    if (strategy === 'HIGH') return ['advice_seeking', 'decision_making', 'curiosity_learning'].includes(lead) && read.intents[lead] > 0.7 && strainOf(read.emotions) < 0.4
    return strategy === 'LOW' || !['advice_seeking', 'decision_making', 'curiosity_learning'].includes(lead) || read.intents[lead] <= 0.7 || strainOf(read.emotions) >= 0.4
  }), { numRuns: 1000 })
})

t.test('more pain never raises the strategy', async () => {
  const rank = { LOW: 0, MEDIUM: 1, HIGH: 2 }
  const painful = EMOTIONS.filter(emotion => emotion !== 'hope')
  fc.assert(fc.property(readings, fc.constantFrom(...painful), share, (read, emotion, more) => {
    const worse = { ...read, emotions: { ...read.emotions, [emotion]: Math.max(read.emotions[emotion], more) } }
    return rank[strategyOf(worse, open)] <= rank[strategyOf(read, open)]
  }))
})

t.test('confidence', async t => {
  t.strictSame(STRATEGIES.map(confidenceOf), [0.5, 0.7, 0.9])
})
