import { basename, join } from 'node:path'
import t from 'tap'
import { amtoolMissing, promtoolMissing, run } from './promtool.ts'
import { PROMETHEUS_FOLDER, ruleFiles, testFiles } from './rules.ts'

t.setTimeout(115_000)

t.test('promtool takes the configuration and every rule', { skip: promtoolMissing }, async t => {
  const config = await run('promtool', ['check', 'config', join(PROMETHEUS_FOLDER, 'prometheus.yml')])
  t.ok(config.ok, config.output)
  const rules = await run('promtool', ['check', 'rules', ...ruleFiles()])
  t.ok(rules.ok, rules.output)
})

t.test('amtool takes the configuration; a page goes to the pager, everything else waits', { skip: amtoolMissing }, async t => {
  const file = join(PROMETHEUS_FOLDER, 'alertmanager.yml')
  const { ok, output } = await run('amtool', ['check-config', file])
  t.ok(ok, output)
  const receiverOf = async (severity: string) => (await run('amtool', ['config', 'routes', 'test', `--config.file=${file}`, `severity=${severity}`, 'alertname=X'])).output
  t.match(await receiverOf('page'), /\bpages\b/)
  t.match(await receiverOf('ticket'), /\btickets\b/)
})

for (const path of testFiles()) {
  t.test(`rule tests: ${basename(path)}`, { skip: promtoolMissing }, async t => {
    const { ok, output } = await run('promtool', ['test', 'rules', path])
    t.ok(ok, output)
  })
}
