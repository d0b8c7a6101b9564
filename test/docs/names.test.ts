/** What the operators' pages name exists: variables, codes, metrics, pages, headings. */
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import t from 'tap'
import { VARIABLES } from '../../services/configuration.ts'
import { catalogue } from '../../services/metric-catalogue.ts'

const ROOT = join(import.meta.dirname, '../..')
const PAGES = ['docs/operations.md', 'docs/troubleshooting.md']
/** Of the operator's own shell, not of the service. */
const SHELL = new Set(['AMORA_ADMIN_TOKEN', 'AMORA_TEST_FULL', 'AMORA_TEST_BURST', 'AMORA_TEST_STREAMS'])

const read = (file: string) => readFileSync(join(ROOT, file), 'utf8')
const found = (text: string, pattern: RegExp) => [...new Set([...text.matchAll(pattern)].map(match => match[0]))]
/** `AMORA_*_DAILY_LIMIT` stands for all that fit. */
const fits = (name: string, known: readonly string[]) => known.some(each => new RegExp(`^${name.replaceAll('*', '.+')}$`).test(each))
const anchorOf = (heading: string) => heading.toLowerCase().replace(/[^\w\- ]/g, '').trim().replaceAll(' ', '-')

for (const page of PAGES) {
  t.test(page, async t => {
    const text = read(page)
    const codes = found(read('plugins/errors.ts'), /AMORA_[A-Z_]+/g)
    const names = found(text, /AMORA_[A-Z0-9_*]*[A-Z0-9*]/g).filter(name => !SHELL.has(name))
    t.ok(names.length > 10)
    t.strictSame(names.filter(name => !fits(name, [...Object.keys(VARIABLES), ...codes])), [], 'variables and codes')
    t.strictSame(found(text, /\bamora_[a-z_]+[a-z]/g).filter(name => name !== 'amora_v2' && name !== 'amora_engine' && !(name in catalogue)), [], 'metrics')
    for (const [, target, anchor] of text.matchAll(/\]\(([^)#:]*)(?:#([^)]*))?\)/g)) {
      const file = relative(ROOT, target === '' ? join(ROOT, page) : join(ROOT, dirname(page), target!))
      t.ok(existsSync(join(ROOT, file)), file)
      if (anchor) t.ok(read(file).split('\n').some(line => /^#+ /.test(line) && anchorOf(line.replace(/^#+ /, '')) === anchor), `${file}#${anchor}`)
    }
  })
}

t.test('messages that troubleshooting quotes are said', async t => {
  const sources = ['services/listen-faults.ts', 'services/configuration.ts', 'services/identity/secret.ts', 'stores/redis/address.ts', 'plugins/identity.ts', 'plugins/redis.ts', 'plugins/llm.ts', 'services/identity/claims.ts', 'routes/coach/index.ts'].map(read).join('\n')
  const quoted = [
    'is taken by another program', 'has the wrong form', 'is shorter than', 'is built from well-known words', 'is needed in production', 'has no prices for', 'is not the address of a Redis',
    'names a host that is none', 'does not say which master', 'Send an Authorization header', 'The token is not valid', 'need the scope', 'Mode EXPLAIN explains a scan', 'Redis does not answer', 'is back', 'a configured model has been shut down'
  ]
  for (const words of quoted) t.ok(sources.includes(words), words)
  for (const words of quoted.filter(words => words !== 'is needed in production' && words !== 'has no prices for')) t.ok(read('docs/troubleshooting.md').includes(words), `${words} is in the page`)
})
