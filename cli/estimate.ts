/** What the model calls of a month cost: `npm run estimate -- --users 1000 --messages 5 --hit-rate 0.3`. */
import { parseArgs } from 'node:util'
import { estimate, priceRatio, usd, type Estimate, type EstimateInput, type EstimatePorts } from '../services/estimate.ts'
import { embeddedTable } from '../services/model-table.ts'
import { usdOf } from '../services/money.ts'
import { ENCODINGS, loadTokenCounter } from '../services/tokens.ts'

const HELP = `What the model calls of a month cost, from exact token counts of this service's own prompts.

  npm run estimate -- [options]

  --users N         people who write on a day                         (1000)
  --messages N      messages each of them writes that day             (5)
  --hit-rate X      share of V2 turns answered from the cache, 0–1    (0.3)
  --trivial-rate X  share of messages that need no model, 0–1         (0.15)
  --days N          days of the month                                 (30)
  --detection NAME  model that understands                            (gpt-6-luna)
  --response NAME   model that answers                                (gpt-6.1-terra)
  --json            one JSON object instead of tables
  --help            this text
`

const OPTIONS = {
  users: { type: 'string', default: '1000' }, messages: { type: 'string', default: '5' }, 'hit-rate': { type: 'string', default: '0.3' },
  'trivial-rate': { type: 'string', default: '0.15' }, days: { type: 'string', default: '30' }, detection: { type: 'string', default: 'gpt-6-luna' },
  response: { type: 'string', default: 'gpt-6.1-terra' }, json: { type: 'boolean', default: false }, help: { type: 'boolean', default: false }
} as const

const GUIDE = { detection: 'gpt-4o-mini', response: 'gpt-4-turbo' } as const

async function main (): Promise<void> {
  const { values } = parseArgs({ options: OPTIONS })
  if (values.help) {
    process.stdout.write(HELP)
    return
  }
  const number = (name: 'users' | 'messages' | 'hit-rate' | 'trivial-rate' | 'days', most: number) => {
    const value = Number(values[name])
    if (!Number.isFinite(value) || value < 0 || value > most) throw new RangeError(`--${name} is a number from 0 to ${most}; it was ${values[name]}`)
    return value
  }
  const input: EstimateInput = {
    users: number('users', 1e9), messages: number('messages', 1000), hitRate: number('hit-rate', 1), trivialRate: number('trivial-rate', 1), days: number('days', 366),
    models: { detection: known(values.detection), response: known(values.response) }
  }
  const ports = await createPorts()
  const result = estimate(input, ports)
  const guide = estimate({ ...input, models: GUIDE }, ports)
  process.stdout.write(values.json ? `${JSON.stringify({ input, result, guide }, null, 2)}\n` : report(input, result, guide, ports))
}

function known (model: string): string {
  if (!embeddedTable.find(model)) throw new RangeError(`${model} is not in the model table; it knows ${embeddedTable.names().join(', ')}`)
  return model
}

async function createPorts (): Promise<EstimatePorts> {
  const counters = new Map(await Promise.all(ENCODINGS.map(async encoding => [encoding as string, await loadTokenCounter(encoding)] as const)))
  return {
    table: embeddedTable,
    atMs: Date.now(),
    countTokens: (model, { content }) => (counters.get(embeddedTable.find(model)?.encoding ?? '') ?? counters.get('o200k_base')!).count(content)
  }
}

function report (input: EstimateInput, result: Estimate, guide: Estimate, { table, atMs }: EstimatePorts): string {
  const { input: inputRatio, output: outputRatio } = priceRatio(table, GUIDE.response, GUIDE.detection, atMs)
  return `${input.users} users a day, ${input.messages} messages each, ${percent(input.trivialRate)} of them need no model, ${percent(input.hitRate)} of the rest come from the cache

${tableOf(result)}
  a V2 turn ${usd(result.turn)}   a conversation ${usd(result.conversation)}   a day ${usd(result.day)}   ${input.days} days ${usd(result.month)}   the cache saves ${usd(result.savedByCache)}

The same with the migration guide's models
${tableOf(guide)}
  a V2 turn ${usd(guide.turn)}   a conversation ${usd(guide.conversation)}   a day ${usd(guide.day)}   ${input.days} days ${usd(guide.month)}

Where the guide's own sums go wrong
  - "$50–100 a month" for 1,000 conversations a day: with its models and these numbers that lasts ${lasts(50, guide)} to ${lasts(100, guide)} days.
  - "10 × cheaper": ${GUIDE.detection} is ${inputRatio.toFixed(0)} × (input) and ${outputRatio.toFixed(0)} × (output) cheaper than ${GUIDE.response}; understanding is ${percent(guide.legs[0]!.cost / guide.turn)} of a turn.
  - Its second sum takes the cache's saving off twice, and calls messages conversations: ${input.messages} messages are one.
  - ${GUIDE.response} was shut down on ${table.find(GUIDE.response)?.shutdown}, ${GUIDE.detection} goes on ${table.find(GUIDE.detection)?.shutdown}.
`
}

const lasts = (dollars: number, { day }: Estimate) => (dollars / usdOf(day)).toFixed(1)
const percent = (share: number) => `${(share * 100).toFixed(share < 0.1 ? 1 : 0)} %`

function tableOf ({ legs }: Estimate): string {
  const rows = legs.map(({ leg, model, inputTokens, outputTokens, cost }) => `  ${leg.padEnd(12)}${model.padEnd(16)}${String(inputTokens).padStart(8)}${String(outputTokens).padStart(8)}  ${usd(cost).padStart(12)}`)
  return [`  ${'call'.padEnd(12)}${'model'.padEnd(16)}${'in'.padStart(8)}${'out'.padStart(8)}  ${'cost'.padStart(12)}`, ...rows].join('\n')
}

main().catch((error: unknown) => {
  process.stderr.write(`${(error as Error).message}\n(npm run estimate -- --help)\n`)
  process.exitCode = 1
})
