import type { FastifyInstance } from 'fastify'
import fp from 'fastify-plugin'
import { LRUCache } from 'lru-cache'
import { createFlights } from '../services/flights.ts'
import { declineReply, routeFound, type DeclineCategory } from '../services/safety/moderation.ts'
import { wordRuns } from '../services/safety/review.ts'
import { isToldByVictim } from '../services/safety/victim.ts'
import { safetyVersion } from '../services/safety/version.ts'
import { serveV2, type EngineInput, type EnginePorts, type Flown, type Served } from '../services/v2/engine.ts'
import type { ChatMessage } from '../services/v2/model-client.ts'
import { answerV2, type V2Ports } from '../services/v2/pipeline.ts'
import { PROMPT_TEXTS } from '../services/v2/prompt.ts'
import { PROMPT_VERSION } from '../services/v2/prompt-version.ts'
import { worstCase } from '../services/v2/worst-case.ts'

declare module 'fastify' {
  interface FastifyInstance { v2: V2 }
}

export interface V2 {
  /** @param show gets a reply of the models while it is being written. */
  answer (input: Omit<EngineInput, 'canary'>, signal: AbortSignal, show?: (text: string) => void): Promise<Served>
}

export interface V2Options { random?: () => number, nowMs?: () => number }

/** Texts of our own are many turns' same; people's are counted and forgotten. */
const COUNTED_TEXTS = 500

/** The model engine: from the cache, or reserve, understand beside moderate, respond, review, repair, settle. */
export default fp<V2Options>(async (app, { random = Math.random, nowMs = Date.now }) => {
  const models = modelPorts(app, random)
  const ports = enginePorts(app, models, nowMs)
  app.decorate('v2', {
    async answer (input, signal, show) {
      const served = await serveV2({ ...input, canary: app.safety.canary }, ports, signal, show)
      app.cache.count(served.cacheKind, served.cache, served.saved)
      return served
    }
  } satisfies V2)
}, { name: 'v2', dependencies: ['config', 'metrics', 'llm', 'safety', 'pricing', 'cache', 'budget', 'ledger'] })

function modelPorts (app: FastifyInstance, random: () => number): V2Ports {
  const { models, temperature, maxTokens } = app.config
  const promptRuns = wordRuns(PROMPT_TEXTS.PERSONA)
  return {
    chat: app.llm, models, temperature, maxTokens,
    countTokens: tokenCounter(app),
    route: found => routeFound(found, isToldByVictim(found.question)),
    review: (reply, context) => app.safety.review(reply, { ...context, promptRuns }),
    reviewNext: (sentence, before, context) => app.safety.reviewNext(sentence, before, { ...context, promptRuns }),
    countReview: app.safety.countReview,
    decline: (category, used) => declineReply({ category: category as DeclineCategory, used, pick: random() }),
    now: () => performance.now()
  }
}

function enginePorts (app: FastifyInstance, ports: V2Ports, nowMs: () => number): EnginePorts {
  const { models, temperature, maxTokens } = app.config
  return {
    deployment: {
      promptVersion: PROMPT_VERSION, safetyVersion, temperature, maxTokens,
      detectionModel: models.detection, responseModel: models.response, economyModel: models.economy
    },
    flights: createFlights<Flown>(),
    cache: app.cache.answers,
    budget: app.budget.money,
    // Only OpenAI's models cost anything.
    worstCase: (input, plan) => app.llm.kind === 'openai'
      ? worstCase(input, plan, { table: app.pricing.table(), models, maxTokens, atMs: nowMs(), countTokens: ports.countTokens })
      : { max: 0, estimate: 0 },
    costOf: app.ledger.costOf,
    situation: deadlineAt => ({ hasCapacity: true, timeLeft: (deadlineAt - ports.now()) / app.config.turnDeadlineMs, ...app.llm.load() }),
    models: async (input, signal, asking) => answerV2(input, ports, signal, asking)
  }
}

function tokenCounter (app: FastifyInstance): V2Ports['countTokens'] {
  const counted = new LRUCache<string, number>({ max: COUNTED_TEXTS })
  return (model: string, { role, content }: ChatMessage) => {
    if (role !== 'system') return app.pricing.countTokens(model, content)
    const tokens = counted.get(`${model} ${content}`) ?? app.pricing.countTokens(model, content)
    counted.set(`${model} ${content}`, tokens)
    return tokens
  }
}
