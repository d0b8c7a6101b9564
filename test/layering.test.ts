import { globSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import t from 'tap'

const ROOT = join(import.meta.dirname, '..')
const PRODUCT = ['app.ts', 'server.ts', 'telemetry.ts', '{plugins,routes,services,stores,cli}/**/*.ts']
const IMPORT = /^\s*(?:import|export)(\s+type)?\b[^'"]*?from\s+'([^']+)'|^\s*import\s+'([^']+)'|\bimport\('([^']+)'\)/gm
const FRAMEWORKS = /^(fastify|@fastify\/|fastify-plugin|close-with-grace|ioredis|prom-client|openai|@opentelemetry\/|pino|undici)/
const V1 = /^(services\/v1\/|plugins\/v1\.ts)/
const V2 = /^(services\/v2\/|plugins\/(v2|llm)\.ts)/

/** The breaker's library keeps its own time and takes no other. */
const ASK_FOR_TIME = ['services/v2/upstream/breaker.ts']

interface Import { readonly name: string, readonly isType: boolean }

const files = globSync(PRODUCT, { cwd: ROOT }).sort()
const sources = new Map(files.map(file => [file, readFileSync(join(ROOT, file), 'utf8')]))
/** file → what it imports: project files as paths from the root, packages as they are written. */
const imports = new Map(files.map(file => [file, importsOf(file)]))

function importsOf (file: string): readonly Import[] {
  return [...sources.get(file)!.matchAll(IMPORT)].map(([, isType, from, bare, dynamic]) => {
    const name = from ?? bare ?? dynamic!
    return { name: name.startsWith('.') ? relative(ROOT, resolve(ROOT, dirname(file), name)) : name, isType: isType !== undefined }
  })
}

const withoutComments = (source: string) => source.replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')
const inRoom = (room: string) => files.filter(file => file.startsWith(room))
const importsMatching = (file: string, wanted: RegExp) => imports.get(file)!.map(({ name }) => name).filter(name => wanted.test(name))
const importers = (wanted: RegExp) => files.filter(file => !wanted.test(file) && importsMatching(file, wanted).length > 0)

t.test('the walk sees the product', async t => {
  t.ok(files.length > 150, `${files.length} files`)
  t.strictSame(importsMatching('plugins/coach.ts', /^services\/turn-sequence\.ts$/), ['services/turn-sequence.ts'])
  const lost = files.flatMap(file => importsMatching(file, /\.ts$/)).filter(name => !sources.has(name))
  t.strictSame(lost, [], 'every import leads to a file that is walked, too')
})

t.test('services import no framework, no plugin, no route and no store', async t => {
  for (const file of inRoom('services/')) t.strictSame([...importsMatching(file, FRAMEWORKS), ...importsMatching(file, /^(plugins|routes|stores|cli)\/|^(app|server|telemetry)\.ts$/)], [], file)
})

t.test('services ask for no time and no chance, read no environment and open nothing', async t => {
  const asks = /\bDate\.now\b|\bnew Date\(\)|\bperformance\.now\b|\bMath\.random\b|\brandom(UUID|Bytes|Int)\b[^;\n]*from 'node:crypto'|\bprocess\.(env|exit|on)\b/
  t.strictSame(inRoom('services/').filter(file => asks.test(withoutComments(sources.get(file)!))), ASK_FOR_TIME)
  for (const file of inRoom('services/')) {
    t.strictSame(importsMatching(file, /^node:(http|https|net|tls|dgram|child_process|worker_threads|cluster)$/), [], file)
  }
})

t.test('routes know no Redis, no model and no store but the words of its interface; plugins know no route', async t => {
  for (const file of inRoom('routes/')) {
    t.strictSame(importsMatching(file, /^(ioredis|openai|prom-client)|^stores\/(redis|memory)\//), [], file)
    t.strictSame(imports.get(file)!.filter(({ name, isType }) => name.startsWith('stores/') && !isType), [], file)
  }
  for (const file of inRoom('plugins/')) t.strictSame(importsMatching(file, /^(routes|cli)\//), [], file)
})

t.test('stores know services’ words and each other, no plugin and no route', async t => {
  for (const file of inRoom('stores/')) t.strictSame(importsMatching(file, /^(plugins|routes|cli)\//), [], file)
  for (const file of inRoom('stores/memory/')) t.strictSame(importsMatching(file, /^ioredis|^stores\/redis\//), [], file)
})

t.test('only the coach and its pure sequence know both engines; V2 never knows V1', async t => {
  const knowsOfV2 = new Set(importers(V2))
  t.strictSame(importers(V1).filter(file => file !== 'plugins/coach.ts' && knowsOfV2.has(file)), [])
  const words = imports.get('services/turn.ts')!.filter(({ name }) => V1.test(name) || V2.test(name))
  t.strictSame(words.filter(({ isType }) => !isType), [], 'the words of a turn take words alone')
  for (const file of files.filter(file => V2.test(file))) t.strictSame(importsMatching(file, V1), [], file)
  for (const file of files.filter(file => V1.test(file))) t.strictSame(importsMatching(file, V2), [], file)
})

t.test('taking V1 out touches plugins/v1.ts, services/v1/, the coach and its sequence, and nothing else', async t => {
  const uses = /\bapp\.v1\b|\bports\.v1\b|\{[^}]*\bv1\b[^}]*\} = (app|ports)\b|dependencies: \[[^\]]*'v1'/
  const touched = files.filter(file => !V1.test(file) && (importsMatching(file, V1).length > 0 || uses.test(sources.get(file)!)))
  t.strictSame(touched, ['plugins/coach.ts', 'services/turn-sequence.ts'])
})

t.test('only config, server and telemetry read the environment; a command line is its own process', async t => {
  const readers = files.filter(file => /\bprocess\.env\b/.test(sources.get(file)!) && !file.startsWith('cli/'))
  t.strictSame(readers.filter(file => !['plugins/config.ts', 'server.ts', 'telemetry.ts'].includes(file)), [])
})

t.test('only the process exits, and handles signals', async t => {
  const enders = files.filter(file => /\bprocess\.(exit|on|once|kill)\(|close-with-grace/.test(sources.get(file)!) && !file.startsWith('cli/'))
  t.strictSame(enders, ['server.ts'])
})

interface Plugin { readonly file: string, readonly name: string, readonly source: string, readonly needs: readonly string[] }

const plugins: readonly Plugin[] = inRoom('plugins/').map(file => {
  const source = sources.get(file)!
  const needs = [...(/dependencies: \[([^\]]*)\]/.exec(source)?.[1] ?? '').matchAll(/'([^']+)'/g)].map(([, needed]) => needed!)
  return { file, name: file.slice('plugins/'.length, -'.ts'.length), source, needs }
})
/** What each plugin puts on the instance: decorator → plugin. */
const ownerOf = new Map(plugins.flatMap(({ name, source }) => [...source.matchAll(/\bapp\.decorate\('(\w+)'/g)].map(([, decorator]) => [decorator!, name] as const)))

t.test('file and plugin name agree; a plugin needs what exists, and says all that it uses', async t => {
  const names = new Set(plugins.map(({ name }) => name))
  t.ok(ownerOf.size >= 15, `${ownerOf.size} decorators`)
  for (const { file, name, source, needs } of plugins) {
    t.match(source, new RegExp(`name: '${name}'`), file)
    t.strictSame(needs.filter(needed => !names.has(needed)), [], file)
    const used = new Set([...source.matchAll(/\bapp\.(\w+)/g)].map(([, decorator]) => ownerOf.get(decorator!)).filter(owner => owner !== undefined && owner !== name))
    t.strictSame([...used].filter(owner => !needs.includes(owner!)), [], `${file} says what it needs`)
  }
})

t.test('no plugin needs itself, by whatever way round', async t => {
  const needsOf = new Map(plugins.map(({ name, needs }) => [name, needs]))
  const reach = (name: string, seen: ReadonlySet<string> = new Set()): ReadonlySet<string> =>
    needsOf.get(name)!.reduce((all, needed) => all.has(needed) ? all : reach(needed, new Set([...all, needed])), seen)
  for (const { name } of plugins) t.notOk(reach(name).has(name), name)
})

t.test('every plugin has its row in plugins/README.md', async t => {
  const readme = readFileSync(join(ROOT, 'plugins/README.md'), 'utf8')
  for (const file of inRoom('plugins/')) t.match(readme, new RegExp(`\\| ${file.slice('plugins/'.length, -3)} \\|`), file)
})

t.test('no room is called utils, common, helpers, manager or base', async t => {
  t.strictSame(files.filter(file => /(^|\/)(utils?|common|helpers?|misc|manager|base)(\.ts|\/)/.test(file)), [])
})
