import fc from 'fast-check'
import t from 'tap'
import { GOALS, NOTHING, memoryLines, noteOf, withNote, withNotice, type MemoryFacts, type MemoryNote } from '../../services/memory.ts'
import { sentencesOf } from '../../services/safety/sentences.ts'
import { EMOTIONS, INTENTS, THEMES, type Reading, type Theme } from '../../services/understanding/reading.ts'

const share = fc.integer({ min: 0, max: 100 }).map(percent => percent / 100)
const shares = <K extends string>(names: readonly K[]) => fc.tuple(...names.map(() => share)).map(values => Object.fromEntries(names.map((name, at) => [name, values[at]!])) as Record<K, number>)
const reading: fc.Arbitrary<Reading> = fc.record({ emotions: shares(EMOTIONS), intents: shares(INTENTS), themes: fc.uniqueArray(fc.constantFrom(...THEMES), { maxLength: 3 }), risk: fc.constant('none' as const) })
const AT = Date.parse('2026-11-25T23:30:00Z')
const note: fc.Arbitrary<MemoryNote> = fc.tuple(reading, fc.boolean(), fc.integer({ min: 0, max: 20 })).map(([seen, isNewSession, days]) => noteOf(seen, { isNewSession, at: AT + days * 86_400_000 }))
const facts = fc.array(note, { maxLength: 12 }).map(notes => notes.reduce(withNote, NOTHING))

const calm = Object.fromEntries(EMOTIONS.map(name => [name, 0])) as Record<typeof EMOTIONS[number], number>
const idle = Object.fromEntries(INTENTS.map(name => [name, 0])) as Record<typeof INTENTS[number], number>
const about = (...themes: Theme[]): Reading => ({ emotions: calm, intents: idle, themes, risk: 'none' })

t.test('a note is the themes, the feeling and the wish that led, and the day', async t => {
  const seen: Reading = { ...about('trust', 'jealousy'), emotions: { ...calm, anxiety: 0.7, sadness: 0.5 }, intents: { ...idle, decision_making: 0.8, greeting_testing: 1 } }
  t.strictSame(noteOf(seen, { isNewSession: true, at: AT }), { themes: ['trust', 'jealousy'], emotion: 'anxiety', goal: 'decide', day: '2026-11-25', isNewSession: true })
  t.match(noteOf({ ...seen, emotions: { ...calm, anxiety: 0.4 }, intents: { ...idle, venting: 0.4 } }, { isNewSession: false, at: AT }), { emotion: undefined, goal: undefined }, 'what is faint is not kept')
})

t.test('whatever is read, only closed words and numbers are kept', async () => {
  const known = new Set<string>([...THEMES, ...EMOTIONS, ...GOALS, 'sessions', 'themes', 'goals', 'count', 'firstSeen', 'lastSeen', 'emotions'])
  const isKnown = (value: unknown): boolean => typeof value === 'object' && value !== null
    ? Object.entries(value).every(([name, part]) => known.has(name) && isKnown(part))
    : Number.isInteger(value) || /^\d{4}-\d\d-\d\d$/.test(String(value))
  fc.assert(fc.property(facts, isKnown))
})

t.test('counts are sums, and days only widen', async () => {
  fc.assert(fc.property(fc.array(note, { maxLength: 15 }), notes => {
    const kept = notes.reduce(withNote, NOTHING)
    return kept.sessions === notes.filter(({ isNewSession }) => isNewSession).length &&
      THEMES.every(theme => (kept.themes[theme]?.count ?? 0) === notes.filter(({ themes }) => themes.includes(theme)).length) &&
      GOALS.every(goal => (kept.goals[goal] ?? 0) === notes.filter(one => one.goal === goal).length) &&
      Object.values(kept.themes).every(({ count, emotions }) => Object.values(emotions).reduce((sum, times) => sum + times, 0) <= count)
  }))
})

t.test('adding a note changes nothing that was there before', async () => {
  fc.assert(fc.property(facts, note, (before, added) => {
    const copy = JSON.stringify(before)
    withNote(before, added)
    return JSON.stringify(before) === copy
  }))
})

t.test('a theme is a pattern from its second time on', async t => {
  const once = withNote(NOTHING, noteOf(about('trust'), { isNewSession: true, at: AT }))
  t.strictSame(memoryLines(once), [])
  const twice = withNote(once, noteOf({ ...about('trust'), emotions: { ...calm, sadness: 0.9 }, intents: { ...idle, venting: 0.9 } }, { isNewSession: true, at: AT + 86_400_000 }))
  t.strictSame(memoryLines(twice), ['trust: 2 times since 2026-11-25, mostly with sadness', 'often hopes to be heard'])
})

t.test('three patterns at most, the most frequent first', async t => {
  const often: MemoryFacts = ['love', 'trust', 'trust', 'trust', 'love', 'family', 'family', 'values', 'values', 'values', 'values'].reduce((kept, theme) => withNote(kept, noteOf(about(theme as Theme), { isNewSession: false, at: AT })), NOTHING)
  t.strictSame(memoryLines(often).map(line => line.split(':')[0]), ['what matters to you', 'trust', 'love'])
})

t.test('the lines that a prompt gets are our own words, short and few', async () => {
  fc.assert(fc.property(facts, kept => {
    const lines = memoryLines(kept)
    return lines.length <= 4 && lines.every(line => line.length < 120 && /^[a-zA-Z0-9 ,:-]+$/.test(line))
  }))
})

t.test('a notice stands before an answer that touches a pattern, and never makes a fifth sentence', async t => {
  const kept = [0, 1].reduce(before => withNote(before, noteOf(about('jealousy'), { isNewSession: true, at: AT })), NOTHING)
  t.equal(withNotice('It hurts. What is it like?', kept, about('jealousy')), 'I notice that we have come back to jealousy a few times. It hurts. What is it like?')
  t.equal(withNotice('It hurts. What is it like?', kept, about('trust')), 'It hurts. What is it like?', 'another theme')
  const four = 'One thing. Two things. Three things. Four?'
  t.equal(withNotice(four, kept, about('jealousy')), four)
  fc.assert(fc.property(facts, reading, fc.integer({ min: 1, max: 6 }), (any, seen, count) => {
    const message = Array.from({ length: count }, () => 'It makes sense.').join(' ')
    return sentencesOf(withNotice(message, any, seen)).length <= Math.max(4, count)
  }))
})
