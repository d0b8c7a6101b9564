/** The screen in front of everything: local rules, no model, no network, nothing remembered. */
import { plainWords } from './plain-words.ts'
import { AFTER_CARE, ASIDES, FLAGGED, PRESENT, SAYINGS } from './rules/order.ts'
import type { CareKind, ScreenResult } from './verdict.ts'
import type { Family } from './rules/rule.ts'

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

/** Compiles all rules, which takes a good 100 ms once: for a process to do before it takes messages, not during the first. */
export function compileRules (): void {
  // The engine compiles a pattern to machine code on its second run.
  for (let run = 0; run < 2; run++) screen('', { inCare: 'abuse' })
}

function firstOf (families: readonly Family[], words: string): Family | undefined {
  return families.find(({ rules }) => rules.some(({ pattern }) => words.search(pattern) !== -1))
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
