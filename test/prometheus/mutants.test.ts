import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import t, { type Test } from 'tap'
import { stringify } from 'yaml'
import { askMutants, killedIn, mutantsIn, mutantsOf, mutated, type Mutant } from './mutants.ts'
import { promtoolMissing, run } from './promtool.ts'
import { RULES_FOLDER, TESTS_FOLDER, readRules, readTests, ruleFiles, testFiles } from './rules.ts'

t.test('a rule is set wrong in each of its numbers, and without its wait', async t => {
  const mutants = mutantsOf({ alert: 'A', expr: 'rate(x[5m]) > 0.5 and y >= 10 unless z == 0', for: '5m', labels: { severity: 'page' } })
  t.strictSame(mutants.map(({ rule }) => rule.expr).slice(0, 6), [
    'rate(x[5m]) > 0.625 and y >= 10 unless z == 0', 'rate(x[5m]) > 0.4 and y >= 10 unless z == 0',
    'rate(x[5m]) > 0.5 and y >= 12.5 unless z == 0', 'rate(x[5m]) > 0.5 and y >= 8 unless z == 0',
    'rate(x[5m]) > 0.5 and y >= 10 unless z == -1', 'rate(x[5m]) > 0.5 and y >= 10 unless z == 1000000000'
  ])
  t.equal(mutants[6]!.rule.for, '0s')
})

t.setTimeout(115_000)

t.test('a threshold that is set wrong fails the rule tests', { skip: promtoolMissing }, async t => {
  const mutants = ruleFiles().flatMap(path => readRules(path).groups.flatMap(mutantsIn))
  const killed = new Set<string>()
  const files = [...testFiles()]
  const lane = async () => {
    for (let path = files.pop(); path !== undefined; path = files.pop()) for (const name of killedIn(await testMutants(t, path, mutants))) killed.add(name)
  }
  await Promise.all([lane(), lane()])

  t.ok(mutants.length > 100, `${mutants.length} mutants`)
  t.strictSame(mutants.filter(({ rule }) => !killed.has(rule.alert)).map(({ of, what }) => `${of}: ${what}`), [], 'none survives')
})

/** Promtool's report on the rule tests of this file, asked of the mutants. */
async function testMutants (t: Test, path: string, mutants: readonly Mutant[]): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'amora-mutants-'))
  t.teardown(() => { rmSync(folder, { recursive: true, force: true }) })
  const tests = readTests(path)
  mkdirSync(join(folder, 'tests'))
  for (const file of tests.rule_files) writeFileSync(join(folder, 'tests', file), stringify(mutated(readRules(resolve(TESTS_FOLDER, file)), tests)))
  writeFileSync(join(folder, 'tests/tests.yml'), stringify(askMutants(tests, mutants)))
  return (await run('promtool', ['test', 'rules', join(folder, 'tests/tests.yml')])).output
}

t.test('rule files stand where the rule tests look for them', async t => {
  for (const path of testFiles()) {
    for (const file of readTests(path).rule_files) t.ok(ruleFiles().includes(resolve(TESTS_FOLDER, file)), `${basename(path)}: ${file}`)
  }
  t.equal(resolve(TESTS_FOLDER, '..'), RULES_FOLDER)
})
