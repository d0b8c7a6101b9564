import { basename, join } from 'node:path'
import t from 'tap'
import { amtoolMissing, promtoolMissing, run } from './promtool.ts'
import { PROMETHEUS_FOLDER, ruleFiles, testFiles } from './rules.ts'

t.test('promtool takes the configuration and every rule', { skip: promtoolMissing }, async t => {
  const config = await run('promtool', ['check', 'config', join(PROMETHEUS_FOLDER, 'prometheus.yml')])
  t.ok(config.ok, config.output)
  const rules = await run('promtool', ['check', 'rules', ...ruleFiles()])
  t.ok(rules.ok, rules.output)
})

t.test('amtool takes the configuration', { skip: amtoolMissing }, async t => {
  const { ok, output } = await run('amtool', ['check-config', join(PROMETHEUS_FOLDER, 'alertmanager.yml')])
  t.ok(ok, output)
})

for (const path of testFiles()) {
  t.test(`rule tests: ${basename(path)}`, { skip: promtoolMissing }, async t => {
    const { ok, output } = await run('promtool', ['test', 'rules', path])
    t.ok(ok, output)
  })
}
