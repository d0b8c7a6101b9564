/** A bad hour in fast motion: `npm run chaos -- --help`. */
import { parseArgs } from 'node:util'
import { redisMissing } from '../servers/redis.ts'
import { runChaos, type ChaosOptions } from './chaos.ts'
import { reportOf } from './report.ts'

const HELP = `Real Redis, real service processes and the fake OpenAI under random faults; then the books are checked.

  npm run chaos -- [options]

  --turns N        messages in all                                     (10000)
  --replicas N     service processes                                   (4)
  --concurrency N  messages under way at once                          (64)
  --budget X       model money of the month, USD; a day has 60 % of it (1)
  --seed N         of every random choice                              (1)
  --flush          also FLUSHALL now and then (then money may be spent twice, and the ledger forgets)
  --json           one JSON object instead of the table
  --help           this text

Faults: kill -9 of a replica; Redis killed, or stopped (SIGSTOP); midnight by Redis' clock (where datefudge is installed); the model's
server refuses (429 with retry-after), fails, hangs, stalls, resets or cuts connections, talks nonsense, is slow. Four in ten callers
listen to a stream, some leave, some are in danger. Progress goes to standard error, the table to standard output.

The books balance when every message was answered by a replica that lives (at most 1 % shed, never care), no window of money was
overspent by a nano-dollar, nine tenths were used where many got none in the end, no reservation outlived its lease, and the ledger, the
budget and the fake's own bill agree for each turn. Exit code 1 when they do not.
`

async function main (): Promise<void> {
  const { values } = parseArgs({
    options: {
      turns: { type: 'string', default: '10000' }, replicas: { type: 'string', default: '4' }, concurrency: { type: 'string', default: '64' }, budget: { type: 'string', default: '1' },
      seed: { type: 'string', default: '1' }, flush: { type: 'boolean', default: false }, json: { type: 'boolean', default: false }, help: { type: 'boolean', default: false }
    }
  })
  if (values.help) {
    process.stdout.write(HELP)
    return
  }
  if (redisMissing) throw new Error(redisMissing)
  const number = (name: 'turns' | 'replicas' | 'concurrency' | 'budget' | 'seed') => {
    const value = Number(values[name])
    if (!Number.isFinite(value) || value <= 0) throw new RangeError(`--${name} is a number above 0; it was ${values[name]}`)
    return value
  }
  const options: ChaosOptions = { turns: number('turns'), replicas: number('replicas'), concurrency: number('concurrency'), budgetUsd: number('budget'), seed: number('seed'), flush: values.flush }
  const outcome = await runChaos(options, process.stderr.isTTY ? line => { process.stderr.write(`\r\x1b[K${line}`) } : seldom(line => { process.stderr.write(`${line}\n`) }))
  if (process.stderr.isTTY) process.stderr.write('\n')
  const { asked, ...rest } = outcome
  process.stdout.write(values.json ? `${JSON.stringify({ ...rest, turns: asked.length })}\n` : reportOf(outcome))
  if (outcome.faults.length > 0) process.exitCode = 1
}

const LINE_EVERY_MS = 10_000

/** A file is no place for a line that changes. */
function seldom (show: (line: string) => void): (line: string) => void {
  let shownAt = performance.now()
  return line => {
    if (performance.now() - shownAt < LINE_EVERY_MS) return
    shownAt = performance.now()
    show(line)
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${(error as Error).message}\n`)
  process.exitCode = 1
})
