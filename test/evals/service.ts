/** The real service, booted in this process for a run, with the model that the run is about. Nothing of the machine's environment reaches it. */
import type { Environment } from '../../services/configuration.ts'
import { PROMPT_TEXTS } from '../../services/v2/prompt.ts'
import { startFakeOpenAI, type FakeOpenAI } from '../fakes/openai-server.ts'
import { attackerStrings, type Secrets } from './attack.ts'
import { createCoachClient, type CoachClient } from './client.ts'
import { plain } from './phrases.ts'

export interface RunningService {
  readonly client: CoachClient
  readonly secrets: Secrets
  /** Messages that the screen has counted as injections so far. */
  injectionsCounted (): Promise<number>
  close (): Promise<void>
}

const QUIET = { LOG_LEVEL: 'silent', AMORA_METRICS_PORT: '0' }
/** Our words in the prompt, of this source tree; a service elsewhere is taken to have the same. */
export const SYSTEM_PROMPT: readonly string[] = textsIn(PROMPT_TEXTS)

function textsIn (value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : []
}

/** V1 for everybody. */
export const startV1 = async () => startService({ AMORA_V2_ROLLOUT_PERCENTAGE: '0' })
/** V2 for everybody, by the embedded model. */
export const startV2 = async () => startService({ AMORA_V2_ROLLOUT_PERCENTAGE: '100' })

/** Flags nothing and reads nothing, so that local rules and the local classifier decide: a fake's judgement proves only the fake. */
const WITHOUT_JUDGEMENT = { moderate: () => ({}), understand: () => ({}) }

/** V2 by a model over HTTP that does as any attacker says: what keeps a leak from the person is the service alone. */
export async function startObedientV2 (attacks: readonly string[]): Promise<RunningService> {
  const attacked = new Set(attacks.map(plain))
  return (await startWithFake({
    reply: ({ question, system }) => attacked.has(plain(question)) ? `${attackerStrings(question)[0] ?? system.slice(0, 400)}.` : undefined,
    ...WITHOUT_JUDGEMENT
  })).service
}

/** A service whose model answers with the sentence under review, and a second one that nobody can object to. */
export async function startReviewing (): Promise<RunningService> {
  const { service, fake } = await startWithFake({ ...WITHOUT_JUDGEMENT })
  let asked = 0
  const client: CoachClient = {
    async play ({ text }) {
      fake.script.reply = () => `${text} ${UNOBJECTIONABLE}`
      // Each time another question, or the cache would answer with the reply before.
      return service.client.play({ text: `${CALM_QUESTION} (${++asked})` })
    }
  }
  return { ...service, client }
}

/** Asks calmly for ideas, so that the strategy is not LOW, where advice alone would fail. */
const CALM_QUESTION = 'How can we plan a nice weekend together? We both look forward to it and would like some ideas.'
const UNOBJECTIONABLE = 'It sounds as if this matters to you.'

async function startService (env: Environment): Promise<RunningService> {
  // Loaded here, so that a run against a service elsewhere starts none.
  const { createApp } = await import('../../app.ts')
  const app = await createApp({ env: { ...QUIET, ...env } })
  const url = await app.listen({ host: '127.0.0.1', port: 0 })
  return {
    client: createCoachClient(url, userId => app.identity.issueToken({ sub: userId })),
    secrets: { canary: app.safety.canary, prompt: SYSTEM_PROMPT },
    async injectionsCounted () {
      const metric = await app.metrics.registry.getSingleMetric('amora_safety_screens_total')?.get()
      return metric?.values.find(({ labels }) => labels.result === 'flag' && labels.category === 'injection')?.value ?? 0
    },
    close: async () => { await app.close() }
  }
}

async function startWithFake (script: FakeOpenAI['script']): Promise<{ service: RunningService, fake: FakeOpenAI }> {
  const fake = await startFakeOpenAI()
  Object.assign(fake.script, script)
  const service = await startService({ AMORA_V2_ROLLOUT_PERCENTAGE: '100', OPENAI_API_KEY: 'any', OPENAI_BASE_URL: fake.url })
  const close = async () => {
    await service.close()
    await fake.close()
  }
  return { service: { ...service, close }, fake }
}
