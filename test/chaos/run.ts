/** A bad hour in fast motion: `npm run chaos -- --help`. */
import { parseArgs } from 'node:util'
import { runChaos, type ChaosOptions } from './chaos.ts'
import { reportOf } from './report.ts'

const HELP = `Real Redis, real service processes and the fake OpenAI under random faults; then the books are checked.

  npm run chaos -- [options]

  --turns N        messages in all                                     (10000)
  --replicas N     service processes                                   (4)
  --concurrency N  messages under way at once                          (64)
  --budget X       model money of the day, USD                         (1)
  --seed N         of every random choice                              (1)
  --flush          also FLUSHALL now and then (the budget then only bounds what is spent after each)
  --json           one JSON object instead of the table
  --help           this text

Faults: kill -9 of a replica, Redis killed, stalled (SIGSTOP), 429 storms, server errors, stalls, resets.
Exit code 1 when the books do not balance.
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
  const number = (name: 'turns' | 'replicas' | 'concurrency' | 'budget' | 'seed') => {
    const value = Number(values[name])
    if (!Number.isFinite(value) || value <= 0) throw new RangeError(`--${name} is a number above 0; it was ${values[name]}`)
    return value
  }
  const options: ChaosOptions = { turns: number('turns'), replicas: number('replicas'), concurrency: number('concurrency'), budgetUsd: number('budget'), seed: number('seed'), flush: values.flush }
  const show = process.stderr.isTTY ? (line: string) => { process.stderr.write(`\r\x1b[K${line}`) } : undefined
  const outcome = await runChaos(options, show)
  if (show) process.stderr.write('\n')
  process.stdout.write(values.json ? `${JSON.stringify(outcome)}\n` : reportOf(outcome))
  if (outcome.faults.length > 0) process.exitCode = 1
}

main().catch((error: unknown) => {
  process.stderr.write(`${(error as Error).message}\n`)
  process.exitCode = 1
})
