/**
 * The answer cache under simulated traffic, through the real service: `npm run simulate-cache -- --turns 20000`.
 * People open sessions and write several messages; some first messages are questions that many ask (Zipf), all others are
 * their own. The embedded model answers, with the configured models' names and its own token counts, so that savings have a price.
 */
import { randomUUID } from 'node:crypto'
import { parseArgs } from 'node:util'
import { createApp } from '../../app.ts'
import type { ChatClient } from '../../services/v2/model-client.ts'
import { createOfflineModel } from '../../services/v2/offline.ts'
import { seededRandom } from '../random.ts'

const HELP = `The answer cache's hit rate and saving on simulated traffic.

  npm run simulate-cache -- [options]

  --turns N          messages in all                                                (20000)
  --shared X         share of sessions that open with a question many ask           (0.2)
  --questions N      how many such questions there are                              (2000)
  --exponent X       Zipf exponent of their popularity                              (1)
  --messages X       mean messages a session                                        (5)
  --greeting X       share of sessions that open with a greeting                    (0.3)
  --paid X           share of paid users                                            (0.2)
  --seed N           of the random numbers                                          (1)
  --json             one JSON object
`

interface Traffic { turns: number, shared: number, questions: number, exponent: number, messages: number, greeting: number, paid: number, seed: number }
export interface Outcome { turns: number, v2Turns: number, hits: number, firstTurns: number, firstHits: number, hitRate: number, firstHitRate: number, spentUsd: number, savedUsd: number }

const DEFAULTS: Traffic = { turns: 20_000, shared: 0.2, questions: 2000, exponent: 1, messages: 5, greeting: 0.3, paid: 0.2, seed: 1 }
const OPENINGS = ['How do I', 'What helps to', 'Should I', 'Is it normal to', 'Why do people', 'How can somebody'] as const
const SUBJECTS = ['rebuild trust after a lie', 'talk about money with a partner', 'stop arguing about small things', 'know whether it is love', 'get over a break-up', 'set a boundary with family', 'live with distance', 'feel less jealous'] as const

/** Runs the traffic. `onProgress` hears the share done, 0 to 1. */
export async function simulate (traffic: Traffic, onProgress: (share: number) => void = () => {}): Promise<Outcome> {
  const app = await createApp({
    chatClient: billing(createOfflineModel()),
    env: { LOG_LEVEL: 'silent', AMORA_METRICS_PORT: '0', AMORA_FREE_DAILY_LIMIT: '1000000', AMORA_PAID_DAILY_LIMIT: '1000000', AMORA_BURST_PER_MINUTE: '100000', AMORA_DAILY_BUDGET_USD: '100000', AMORA_MONTHLY_BUDGET_USD: '100000' }
  })
  const random = seededRandom(traffic.seed)
  const popular = zipf(traffic.questions, traffic.exponent)
  const outcome = { turns: 0, v2Turns: 0, hits: 0, firstTurns: 0, firstHits: 0, spentUsd: 0, savedUsd: 0 }
  try {
    while (outcome.turns < traffic.turns) {
      await playSession(app, traffic, { random, popular }, outcome)
      onProgress(Math.min(1, outcome.turns / traffic.turns))
    }
  } finally {
    await app.close()
  }
  return { ...outcome, hitRate: outcome.hits / outcome.v2Turns, firstHitRate: outcome.firstHits / outcome.firstTurns }
}

type App = Awaited<ReturnType<typeof createApp>>
interface Chance { random: () => number, popular: (pick: number) => number }
type Counts = Omit<Outcome, 'hitRate' | 'firstHitRate'>

async function playSession (app: App, traffic: Traffic, { random, popular }: Chance, counts: Counts): Promise<void> {
  const token = app.identity.issueToken({ sub: randomUUID(), scope: 'amora:admin', tier: random() < traffic.paid ? 'paid' : 'free' })
  const headers = { authorization: `Bearer ${token}` }
  const session = randomUUID()
  const messages = 1 + Math.floor(Math.log(1 - random()) / Math.log(1 - 1 / traffic.messages))
  for (let at = 0; at < messages; at++) {
    const question = questionOf(at, traffic, { random, popular })
    const reply = (await app.inject({ method: 'POST', url: '/api/v1/coach', headers, payload: { specific_question: question, session_id: session } })).json<{ turn_id: string }>()
    const entry = (await app.inject({ url: `/admin/turns/${reply.turn_id}`, headers })).json<{ cache: string, served: string, cost_usd: number, saved_usd: number }>()
    counts.turns++
    if (entry.cache === 'bypass') continue
    const isHit = entry.cache === 'hit' ? 1 : 0
    counts.v2Turns++
    counts.hits += isHit
    if (at === 0) {
      counts.firstTurns++
      counts.firstHits += isHit
    }
    counts.spentUsd += entry.cost_usd
    counts.savedUsd += entry.saved_usd
  }
}

/** A session's first message may be a greeting or a question that many ask; every other message is somebody's own. */
function questionOf (at: number, { shared, greeting }: Traffic, { random, popular }: Chance): string {
  const pick = random()
  if (at === 0 && pick < greeting) return 'hi'
  if (at === 0 && pick < greeting + shared * (1 - greeting)) return popularQuestion(popular(random()))
  return `${OPENINGS[Math.floor(random() * OPENINGS.length)]!} tell what happened on the evening numbered ${Math.floor(random() * 1e12)}?`
}

function popularQuestion (rank: number): string {
  return `${OPENINGS[rank % OPENINGS.length]!} ${SUBJECTS[Math.floor(rank / OPENINGS.length) % SUBJECTS.length]!}, case ${rank}?`
}

/** The rank, from 0, that a number in [0, 1) picks when popularity falls with rank to the power of the exponent. */
function zipf (count: number, exponent: number): (pick: number) => number {
  const sums: number[] = []
  let total = 0
  for (let rank = 1; rank <= count; rank++) sums.push(total += rank ** -exponent)
  return pick => Math.max(0, sums.findIndex(sum => sum >= pick * total))
}

/** The embedded model under the names of those that are configured, so that its tokens have a price. */
function billing (model: ChatClient): ChatClient {
  return { kind: 'openai', moderate: model.moderate, complete: async (request, signal) => ({ ...await model.complete(request, signal), model: request.model }) }
}

function trafficOf (values: Readonly<Record<string, string | boolean | undefined>>): Traffic {
  const given = Object.keys(DEFAULTS).map(name => [name, values[name] === undefined ? DEFAULTS[name as keyof Traffic] : Number(values[name])] as const)
  for (const [name, value] of given) if (!Number.isFinite(value) || value < 0) throw new RangeError(`--${name} is a number from 0`)
  return Object.fromEntries(given) as unknown as Traffic
}

async function main (): Promise<void> {
  const names = Object.fromEntries(Object.keys(DEFAULTS).map(name => [name, { type: 'string' as const }]))
  const { values } = parseArgs({ options: { ...names, json: { type: 'boolean' as const }, help: { type: 'boolean' as const } } })
  if (values.help) {
    process.stdout.write(HELP)
    return
  }
  const show = process.stderr.isTTY ? (share: number) => { process.stderr.write(`\r${(share * 100).toFixed(0)} %`) } : undefined
  const outcome = await simulate(trafficOf(values), show)
  const percent = (share: number) => `${(share * 100).toFixed(1)} %`
  process.stdout.write(values.json
    ? `${JSON.stringify(outcome)}\n`
    : `
${outcome.turns} turns, ${outcome.v2Turns} asked V2
  hit rate ${percent(outcome.hitRate)} of V2 turns, ${percent(outcome.firstHitRate)} of a session's first V2 turns
  spent $${outcome.spentUsd.toFixed(2)}, saved $${outcome.savedUsd.toFixed(2)} (${percent(outcome.savedUsd / (outcome.spentUsd + outcome.savedUsd))} of what it would have been)
`)
}

if (import.meta.main) await main()
