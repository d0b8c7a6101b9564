import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { ROLLOUT_REASONS } from '../../../services/rollout.ts'
import { AMORA, DB, FEATURE_FLAG, FLAG_REASONS, GEN_AI, HTTP } from '../../../services/tracing/names.ts'

const ROOT = join(import.meta.dirname, '../../..')
/** The conventions' closed set for `feature_flag.result.reason`. */
const CONVENTION = ['cached', 'default', 'disabled', 'error', 'split', 'stale', 'static', 'targeting_match', 'unknown']

t.test('the names of attributes stand in one file', async t => {
  const name = /['"`](gen_ai|feature_flag|db|http|url|server|error|amora)\.[a-z_.]+['"`]/g
  const files = globSync(['*.ts', '{plugins,routes,services,stores}/**/*.ts'], { cwd: ROOT })
  const found = files.flatMap(file => [...readFileSync(join(ROOT, file), 'utf8').matchAll(name)].map(([text]) => `${file} ${text}`))
  const elsewhere = found.filter(line => !line.startsWith('services/tracing/names.ts '))
  t.strictSame(elsewhere, ["services/tracing/turn-facts.ts 'amora.engine'", "services/tracing/turn-facts.ts 'amora.rollout'"], 'but for two values')
})

t.test('no name twice, each in its own room', async t => {
  const rooms = { 'gen_ai.': GEN_AI, 'feature_flag.': FEATURE_FLAG, 'db.': DB, 'http.': HTTP, 'amora.': AMORA }
  const names = Object.entries(rooms).flatMap(([room, names]) => Object.values(names).map(name => {
    t.ok(name.startsWith(room), name)
    return name
  }))
  t.equal(new Set(names).size, names.length)
})

t.test('each reason of the rollout has a word of the conventions', async t => {
  t.strictSame(Object.keys(FLAG_REASONS).sort(), [...ROLLOUT_REASONS].sort())
  for (const reason of Object.values(FLAG_REASONS)) t.ok(CONVENTION.includes(reason), reason)
})
