/** The rule files, as tests read them. */
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'

export const PROMETHEUS_FOLDER = join(import.meta.dirname, '../../prometheus')
export const RULES_FOLDER = join(PROMETHEUS_FOLDER, 'rules')
export const TESTS_FOLDER = join(RULES_FOLDER, 'tests')

export interface Rule {
  readonly alert?: string
  readonly record?: string
  readonly expr: string | number
  readonly for?: string
  readonly labels?: Readonly<Record<string, string>>
  readonly annotations?: Readonly<Record<string, string>>
}
export interface Group { readonly name: string, readonly rules: readonly Rule[] }
export interface RuleFile { readonly groups: readonly Group[] }

export interface Check { readonly eval_time: string, readonly expr: string, readonly exp_samples: ReadonlyArray<{ readonly labels?: string, readonly value: number }> }
export interface RuleTests {
  readonly rule_files: readonly string[]
  readonly group_eval_order?: readonly string[]
  readonly evaluation_interval: string
  readonly tests: ReadonlyArray<{ readonly name: string, readonly interval: string, readonly input_series: ReadonlyArray<{ readonly series: string, readonly values: string }>, readonly promql_expr_test?: readonly Check[] }>
}

const yamlFiles = (folder: string) => readdirSync(folder).filter(name => name.endsWith('.yml')).sort().map(name => join(folder, name))

export const ruleFiles = (): readonly string[] => yamlFiles(RULES_FOLDER)
export const testFiles = (): readonly string[] => yamlFiles(TESTS_FOLDER)
export const readRules = (path: string): RuleFile => parse(readFileSync(path, 'utf8')) as RuleFile
export const readTests = (path: string): RuleTests => parse(readFileSync(path, 'utf8')) as RuleTests

export const allRules = (): readonly Rule[] => ruleFiles().flatMap(path => readRules(path).groups.flatMap(({ rules }) => rules))

export interface Alert extends Rule { readonly alert: string }
export const allAlerts = (): readonly Alert[] => allRules().filter((rule): rule is Alert => rule.alert !== undefined)
