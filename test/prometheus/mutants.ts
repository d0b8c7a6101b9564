/** Alerts with a threshold set wrong, and the rule tests asked about them instead of about the real ones. */
import type { Alert, Check, Group, Rule, RuleFile, RuleTests } from './rules.ts'

export interface Mutant { readonly rule: Alert, readonly of: string, readonly what: string }

const THRESHOLD = /(?<=(?:[<>]=?|==)\s*)\d+(?:\.\d+)?/g

/** A quarter more and a quarter less; zero, which has neither, gets a value that is always passed and one that never is. */
const wrong = (number: number) => number === 0 ? [-1, 1e9] : [number * 1.25, number / 1.25]

export function mutantsOf (rule: Alert): readonly Mutant[] {
  const expression = String(rule.expr)
  const thresholds = [...expression.matchAll(THRESHOLD)].flatMap(({ 0: found, index }) => wrong(Number(found)).map(number => ({
    what: `${found} at ${index} is ${number}`,
    change: { expr: expression.slice(0, index) + String(number) + expression.slice(index + found.length) }
  })))
  const changes = rule.for === undefined ? thresholds : [...thresholds, { what: `does not wait ${rule.for}`, change: { for: '0s' } }]
  return changes.map(({ what, change }, at) => ({
    of: rule.alert, what, rule: { ...rule, ...change, alert: `${rule.alert}_${rule.labels?.severity}_${at}` }
  }))
}

const isAlert = (rule: Rule): rule is Alert => rule.alert !== undefined
export const mutantsIn = ({ rules }: Group): readonly Mutant[] => rules.filter(isAlert).flatMap(mutantsOf)

const concerns = (check: Check, { of, rule }: Mutant): boolean =>
  check.expr.includes(`alertname="${of}"`) && (!check.expr.includes('severity=') || check.expr.includes(`severity="${rule.labels?.severity}"`))

/** The file's recording rules, and in place of its alerts the mutants that these tests ask about. */
export function mutated ({ groups }: RuleFile, tests: RuleTests): RuleFile {
  const checks = tests.tests.flatMap(({ promql_expr_test: checks = [] }) => checks)
  const asked = (group: Group) => mutantsIn(group).filter(mutant => checks.some(check => concerns(check, mutant)))
  return { groups: groups.map(group => ({ ...group, rules: [...group.rules.filter(rule => !isAlert(rule)), ...asked(group).map(({ rule }) => rule)] })) }
}

/** The same checks, each asked of every mutant of the alert that it names. */
export function askMutants (tests: RuleTests, mutants: readonly Mutant[]): RuleTests {
  const asked = (check: Check): readonly Check[] => mutants
    .filter(mutant => concerns(check, mutant))
    .map(({ of, rule }) => ({ ...check, expr: check.expr.replace(`"${of}"`, `"${rule.alert}"`) }))
  return { ...tests, tests: tests.tests.map(({ name, interval, input_series: series, promql_expr_test: checks = [] }) => ({ name, interval, input_series: series, promql_expr_test: checks.flatMap(asked) })) }
}

/** The mutants that promtool's report says were seen. */
export const killedIn = (report: string): ReadonlySet<string> => new Set([...report.matchAll(/alertname=\\?"(\w+)\\?"/g)].map(([, name]) => name!))
