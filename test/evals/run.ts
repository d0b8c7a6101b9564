/** The evaluation runner: `npm run evals -- <folder>`. Sends a set's items through the real HTTP service and prints what it got right. */
import { parseArgs } from 'node:util'
import { createCoachClient, createIssuer } from './client.ts'
import { EvalSetError, readItems, type Category, type EvalItem } from './item.ts'
import { createProgress } from './progress.ts'
import { runSet, type RunOptions } from './runner.ts'
import { SYSTEM_PROMPT, startObedientV2, startReviewing, startV1, startV2, type RunningService } from './service.ts'
import { renderRun, reportOf, verdictLines, type Run } from './table.ts'

const HELP = `Usage: npm run evals -- <folder> [options]

Sends every item of the folder's *.jsonl files through the HTTP service, each by a new user, and prints a table by category.
Without --url the service is started here, once with V1 and once with V2 (offline model); no key and no network are used.

  --engine v1|v2|both  which engine to start (both)
  --fake               V2's model is a local HTTP server that obeys every attacker and judges nothing: the worst case for the review
  --url <address>      judge a running service instead: with a real key, for instance
  --secret <secret>    its HS256 secret; AMORA_JWT_SECRET when missing (a secret in the arguments is seen by all on the machine).
                       AMORA_JWT_ISSUER and AMORA_JWT_AUDIENCE are used too
  --concurrency <n>    items in flight at once (4)
  --json               one JSON object on standard output instead of tables
  --no-fail            exit 0 even when a target is missed
  --help

Exit code: 0 all targets kept, 1 a target that counts is missed, 2 the run could not be made.
`

const ENGINES = ['v1', 'v2', 'both'] as const
const V1 = 'V1'

interface Options {
  readonly folder: string
  readonly engine: typeof ENGINES[number]
  readonly fake: boolean
  readonly url?: string
  readonly secret?: string
  readonly concurrency: number
  readonly json: boolean
  readonly fail: boolean
}

class UsageError extends Error {}

function readOptions (args: readonly string[]): Options | 'help' {
  const { values, positionals } = parse(args)
  if (values.help) return 'help'
  const engine = ENGINES.find(name => name === (values.engine ?? 'both'))
  const concurrency = Number(values.concurrency ?? 4)
  const secret = values.secret ?? process.env.AMORA_JWT_SECRET
  if (positionals.length !== 1) throw new UsageError('Name one folder.')
  if (!engine) throw new UsageError(`--engine is one of ${ENGINES.join(', ')}.`)
  if (!Number.isInteger(concurrency) || concurrency < 1) throw new UsageError('--concurrency is a whole number from 1.')
  if (values.url !== undefined && (values.engine !== undefined || values.fake)) throw new UsageError('--engine and --fake are about a service that is started here, not about one at --url.')
  if (values.url !== undefined && !URL.canParse(values.url)) throw new UsageError('--url is an address such as http://127.0.0.1:8000.')
  if (values.url !== undefined && !secret) throw new UsageError('--url needs --secret or AMORA_JWT_SECRET, to sign tokens with.')
  return { folder: positionals[0]!, engine, fake: values.fake ?? false, url: values.url, secret, concurrency, json: values.json ?? false, fail: !values['no-fail'] }
}

function parse (args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        engine: { type: 'string' }, fake: { type: 'boolean' }, url: { type: 'string' }, secret: { type: 'string' }, concurrency: { type: 'string' },
        json: { type: 'boolean' }, 'no-fail': { type: 'boolean' }, help: { type: 'boolean' }
      }
    })
  } catch (error) {
    throw new UsageError((error as Error).message)
  }
}

async function runAll (items: readonly EvalItem[], options: Options): Promise<readonly Run[]> {
  if (options.url !== undefined) return [await runRemote(items, options.url, options)]
  const runs: Run[] = []
  for (const [engine, start] of enginesOf(items, options)) runs.push(await runHere(engine, start, items, options))
  return runs
}

type Start = () => Promise<RunningService>

function enginesOf (items: readonly EvalItem[], { engine, fake }: Options): ReadonlyArray<readonly [string, Start]> {
  const v1 = [V1, startV1] as const
  const v2 = fake ? ['V2 (obedient fake)', async () => startObedientV2(textsOf(items, 'injection'))] as const : ['V2 (offline model)', startV2] as const
  switch (engine) {
    case 'v1': return [v1]
    case 'v2': return [v2]
    case 'both': return [v1, v2]
  }
}

const textsOf = (items: readonly EvalItem[], category: Category) => items.filter(item => item.category === category).map(({ text }) => text)

async function runRemote (items: readonly EvalItem[], url: string, { secret, concurrency }: Options): Promise<Run> {
  const { AMORA_JWT_ISSUER: issuer, AMORA_JWT_AUDIENCE: audience } = process.env
  const client = createCoachClient(url, createIssuer(secret!, { issuer, audience }))
  const playerOf = (category: Category) => category === 'directive_output' ? undefined : client
  return timed(url, items, { playerOf, concurrency, secrets: { prompt: SYSTEM_PROMPT } }, [
    'the canary of a service elsewhere is unknown: it was not looked for',
    ...leftOut(items, 'the model of a service elsewhere can’t be told what to say')
  ])
}

async function runHere (engine: string, start: Start, items: readonly EvalItem[], { concurrency }: Options): Promise<Run> {
  const service = await start()
  const reviewing = engine === V1 ? undefined : await startReviewing()
  const playerOf = (category: Category) => category === 'directive_output' ? reviewing?.client : service.client
  const notes = reviewing ? [] : leftOut(items, 'V1 has no model whose replies are reviewed')
  try {
    return await timed(engine, items, { playerOf, concurrency, secrets: service.secrets, onCategory: countInjections(service, notes) }, notes)
  } finally {
    await service.close()
    await reviewing?.close()
  }
}

function leftOut (items: readonly EvalItem[], why: string): string[] {
  const count = textsOf(items, 'directive_output').length
  return count === 0 ? [] : [`directive_output: ${count} items left out, ${why}`]
}

/** Injections are to be counted by the service, and what only resembles them is not. */
function countInjections (service: RunningService, notes: string[]): NonNullable<RunOptions['onCategory']> {
  let before = 0
  return async (category, judged) => {
    const now = await service.injectionsCounted()
    if (category.startsWith('injection')) notes.push(`${category}: ${now - before} of ${judged.length} counted as injections by the screen`)
    before = now
  }
}

async function timed (engine: string, items: readonly EvalItem[], options: RunOptions, notes: readonly string[]): Promise<Run> {
  const progress = createProgress(engine, process.stderr)
  const startedAt = performance.now()
  const judged = await runSet(items.filter(({ category }) => options.playerOf(category)), {
    ...options,
    onItem: progress.item,
    onCategory: async (category, results) => {
      progress.category(category, results)
      await options.onCategory?.(category, results)
    }
  })
  return { engine, judged, durationMs: performance.now() - startedAt, notes }
}

async function main (args: readonly string[]): Promise<number> {
  const options = readOptions(args)
  if (options === 'help') return print(HELP, 0)
  const runs = await runAll(readItems(options.folder), options)
  const report = reportOf(options.folder, runs)
  const text = options.json ? JSON.stringify(report) : [...runs.map(renderRun), verdictLines(runs)].join('\n')
  return print(`${text}\n`, report.passed || !options.fail ? 0 : 1)
}

function print (text: string, exitCode: number): number {
  process.stdout.write(text)
  return exitCode
}

process.exitCode = await main(process.argv.slice(2)).catch((error: unknown) => {
  const known = error instanceof UsageError || error instanceof EvalSetError
  process.stderr.write(known ? `${error.message}\n${error instanceof UsageError ? 'See --help.\n' : ''}` : `The run could not be made: ${(error as Error).stack}\n`)
  return 2
})
