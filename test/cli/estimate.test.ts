import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import t from 'tap'

const run = (...args: string[]) => spawnSync(process.execPath, [join(import.meta.dirname, '../../cli/estimate.ts'), ...args], { encoding: 'utf8' })

t.test('prints both estimates and where the guide is wrong', async t => {
  const { stdout, status } = run('--users', '1000', '--messages', '5', '--hit-rate', '0.3')
  t.equal(status, 0)
  t.match(stdout, /a conversation \$0\.00\d+/)
  t.match(stdout, /67 × \(input\) and 50 × \(output\)/)
})

t.test('--json is one object, --help the options', async t => {
  t.match(JSON.parse(run('--json', '--users', '10').stdout), { input: { users: 10 }, result: { month: Number } })
  t.match(run('--help').stdout, /--hit-rate/)
})

t.test('a wrong number or model is named', async t => {
  const wrong = run('--hit-rate', '3')
  t.equal(wrong.status, 1)
  t.match(wrong.stderr, /--hit-rate is a number from 0 to 1/)
  t.match(run('--response', 'gpt-imaginary').stderr, /gpt-imaginary is not in the model table/)
})
