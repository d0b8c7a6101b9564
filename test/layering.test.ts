import { globSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import t from 'tap'

const ROOT = join(import.meta.dirname, '..')
const PRODUCT = ['app.ts', 'server.ts', '{plugins,routes,services,stores}/**/*.ts']
const IMPORT = /^\s*(?:import|export)\b[^'"]*?from\s+'([^']+)'|^\s*import\s+'([^']+)'|\bimport\('([^']+)'\)/gm
const FRAMEWORKS = /^(fastify|@fastify\/|fastify-plugin|ioredis|prom-client|openai|@opentelemetry\/|pino|undici)/

/** file → what it imports: project files as paths from the root, packages as they are written. */
const imports = new Map(globSync(PRODUCT, { cwd: ROOT }).sort().map(file => [file, importsOf(file)]))

function importsOf (file: string): string[] {
  const found = [...readFileSync(join(ROOT, file), 'utf8').matchAll(IMPORT)].map(match => match[1] ?? match[2] ?? match[3]!)
  return found.map(name => name.startsWith('.') ? relative(ROOT, resolve(ROOT, dirname(file), name)) : name)
}

const importers = (wanted: (name: string) => boolean) => [...imports].filter(([, names]) => names.some(wanted)).map(([file]) => file)
const inRoom = (room: string) => [...imports.keys()].filter(file => file.startsWith(room))

t.test('the walk sees the product', async t => {
  t.ok(imports.size > 30, `${imports.size} files`)
  t.ok(imports.get('plugins/coach.ts')?.includes('services/turn.ts'))
})

t.test('services import no framework, no plugin, no route and no store', async t => {
  for (const file of inRoom('services/')) {
    const bad = imports.get(file)!.filter(name => FRAMEWORKS.test(name) || /^(plugins|routes|stores)\//.test(name))
    t.strictSame(bad, [], file)
  }
})

t.test('routes know no Redis, no model and no store; plugins no route', async t => {
  for (const file of inRoom('routes/')) t.strictSame(imports.get(file)!.filter(name => /^(ioredis|openai|prom-client)|^stores\//.test(name)), [], file)
  for (const file of inRoom('plugins/')) t.strictSame(imports.get(file)!.filter(name => name.startsWith('routes/')), [], file)
})

t.test('only the coach and its pure sequence know both engines', async t => {
  const knowsV1 = new Set(importers(name => /^(services\/v1\/|plugins\/v1\.ts)/.test(name)).filter(file => !/^(services\/v1\/|plugins\/v1\.ts)/.test(file)))
  const knowsV2 = importers(name => /^(services\/v2\/|plugins\/v2\.ts)/.test(name)).filter(file => !/^(services\/v2\/|plugins\/(v2|llm)\.ts|app\.ts)/.test(file))
  t.strictSame(knowsV2.filter(file => knowsV1.has(file) && file !== 'plugins/coach.ts' && file !== 'services/turn.ts'), [])
  for (const file of [...inRoom('services/v2/'), 'plugins/v2.ts']) t.strictSame(imports.get(file)!.filter(name => /v1(\/|\.ts)/.test(name)), [], `${file} never imports V1`)
})

t.test('taking V1 out touches plugins/v1.ts, services/v1/ and the coach alone', async t => {
  const uses = (source: string) => /\bapp\.v1\b|services\/v1\/|plugins\/v1\b|'v1'\s*,\s*'v2'.*dependencies|ports\.v1\b/.test(source)
  const touched = [...imports.keys()].filter(file => !/^(services\/v1\/|plugins\/v1\.ts)/.test(file) && uses(readFileSync(join(ROOT, file), 'utf8')))
  t.strictSame(touched.sort(), ['plugins/coach.ts', 'services/turn.ts'])
})

t.test('only config, server and telemetry read the environment', async t => {
  const readers = [...imports.keys()].filter(file => /\bprocess\.env\b/.test(readFileSync(join(ROOT, file), 'utf8')))
  t.strictSame(readers.sort(), ['plugins/config.ts', 'server.ts'])
})

t.test('file, plugin name and dependencies agree', async t => {
  const plugins = inRoom('plugins/').map(file => ({ file, name: file.slice('plugins/'.length, -'.ts'.length), source: readFileSync(join(ROOT, file), 'utf8') }))
  const names = new Set(plugins.map(({ name }) => name))
  for (const { file, name, source } of plugins) {
    t.match(source, new RegExp(`name: '${name}'`), file)
    const dependencies = /dependencies: \[([^\]]*)\]/.exec(source)?.[1] ?? ''
    for (const [, needed] of dependencies.matchAll(/'([^']+)'/g)) t.ok(names.has(needed!), `${file} needs ${needed}`)
  }
})

t.test('every plugin has its row in plugins/README.md', async t => {
  const readme = readFileSync(join(ROOT, 'plugins/README.md'), 'utf8')
  for (const file of inRoom('plugins/')) t.match(readme, new RegExp(`\\| ${file.slice('plugins/'.length, -3)} \\|`), file)
})

t.test('no room is called utils, common, helpers, manager or base', async t => {
  t.strictSame([...imports.keys()].filter(file => /(^|\/)(utils?|common|helpers?|misc|manager|base)(\.ts|\/)/.test(file)), [])
})
