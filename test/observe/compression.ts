/**
 * Rules in fast motion: every window, offset and wait becomes a fraction of itself, expressions and thresholds stay. An hour of
 * evidence is then there within seconds, so that a live proof need not last a day. Only tests use it.
 */
import type { Rule, RuleFile } from '../prometheus/rules.ts'

const UNITS_MS: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000, y: 31_536_000_000 }
const DURATION = /(?:\d+(?:ms|[smhdwy]))+/
/** In brackets (a window, or a subquery's window and step), or after `offset`. */
const IN_EXPRESSION = new RegExp(`(?<=\\[|\\[[^\\]]*:|offset\\s+-?)${DURATION.source}`, 'g')

export const millisecondsOf = (duration: string): number =>
  [...duration.matchAll(/(\d+)(ms|[smhdwy])/g)].reduce((sum, [, count, unit]) => sum + Number(count) * UNITS_MS[unit!]!, 0)

const shorter = (duration: string, factor: number) => `${Math.max(1, Math.round(millisecondsOf(duration) / factor))}ms`

/** @param factor how many times faster; 120 makes 30 s of an hour. */
export function compressedRules ({ groups }: RuleFile, factor: number): RuleFile {
  return { groups: groups.map(group => ({ ...group, rules: group.rules.map(rule => compressedRule(rule, factor)) })) }
}

function compressedRule (rule: Rule, factor: number): Rule {
  const expr = String(rule.expr).replaceAll(IN_EXPRESSION, duration => shorter(duration, factor))
  return rule.for === undefined ? { ...rule, expr } : { ...rule, expr, for: shorter(rule.for, factor) }
}
