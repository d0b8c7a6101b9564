/** The screen in front of everything: local rules, no model, no network, nothing remembered. */
import { plainWords } from './plain-words.ts'
import { AFTER_CARE, ASIDES, FLAGGED, PRESENT, SAYINGS } from './rules/order.ts'
import type { CareKind, ScreenResult } from './verdict.ts'
import type { Family, Part } from './rules/rule.ts'

/** Stands where words were taken out; no rule reads across it. */
const TAKEN_OUT = ','

/**
 * What a message asks of us before anything else. Total and pure; linear, at most about 2 ms for 4,000 characters.
 * @param options.inCare the session already needed care of this kind: method questions, veiled plans and farewells count too.
 */
export function screen (text: string, options: { inCare?: CareKind } = {}): ScreenResult {
  const said = SAYINGS.reduce((words, { pattern }) => words.replace(pattern, TAKEN_OUT), plainWords(text))
  const { own, aside } = withoutAsides(said)
  const found = firstOf(PRESENT, own) ?? aside ?? firstOf(options.inCare ? AFTER_CARE[options.inCare] : [], own) ?? firstOf(FLAGGED, said)
  return found?.result ?? { action: 'allow' }
}

const FAMILIES = [...PRESENT, ...ASIDES, ...FLAGGED, ...new Set(Object.values(AFTER_CARE).flat())]
/** Most messages say none of the words that most rules are about, so most rules need not be read. */
const BY_WORD = new Map<string, Part[]>()
const PARTS = new Map(FAMILIES.map(family => [family, family.rules.flatMap(({ parts }) => parts)]))
for (const part of [...PARTS.values()].flat()) for (const word of part.needs ?? []) BY_WORD.set(word, [...BY_WORD.get(word) ?? [], part])

/** Words of every day: what they call on is called on by most messages. */
const EVERYDAY = 'My boyfriend and I argue about money and his friends. She says that you never listen, and we feel that it does not care about my day at home with the kids.'

/**
 * Compiles the rules that most messages need, which takes a good 100 ms once: for a process to do before it takes messages, not
 * during the first. The others wait for their words: the engine stops optimising patterns once a megabyte of them is compiled.
 */
export function compileRules (): void {
  // The engine compiles a pattern to machine code on its second run.
  for (let run = 0; run < 2; run++) screen(EVERYDAY, { inCare: 'abuse' })
}

function firstOf (families: readonly Family[], words: string): Family | undefined {
  const called = new Set([...new Set(words.split(' '))].flatMap(word => BY_WORD.get(word) ?? []))
  return families.find(family => PARTS.get(family)!.some(part => (!part.needs || called.has(part)) && words.search(part.pattern) !== -1))
}

/** The writer's own present words, and the first family that was found in the rest. */
function withoutAsides (words: string): { own: string, aside?: Family } {
  let own = words
  let aside: Family | undefined
  for (const family of ASIDES) {
    const rest = family.rules.reduce((left, { pattern }) => left.replace(pattern, TAKEN_OUT), own)
    if (rest !== own) aside ??= family
    own = rest
  }
  return { own, aside }
}
