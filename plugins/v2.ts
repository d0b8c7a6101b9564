import type { FastifyInstance } from 'fastify'
import fp from 'fastify-plugin'
import { LRUCache } from 'lru-cache'
import { createFlights } from '../services/flights.ts'
import { declineReply, routeFound, type DeclineCategory } from '../services/safety/moderation.ts'
import { wordRuns } from '../services/safety/review.ts'
import { isToldByVictim } from '../services/safety/victim.ts'
import { safetyVersion } from '../services/safety/version.ts'
import { AMORA } from '../services/tracing/names.ts'
import { reviewFacts } from '../services/tracing/turn-facts.ts'
import { serveV2, type EngineInput, type EnginePorts, type Flown, type Found, type Served } from '../services/v2/engine.ts'
import { LEGS, type ChatMessage, type ChatRequest } from '../services/v2/model-client.ts'
import { answerV2, type V2Ports } from '../services/v2/pipeline.ts'
import { PROMPT_TEXTS } from '../services/v2/prompt.ts'
import { PROMPT_VERSION } from '../services/v2/prompt-version.ts'
import { worstCase } from '../services/v2/worst-case.ts'
import type { Tracing } from './tracing.ts'

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
  const models = modelSteps(modelPorts(app, random), app.tracing)
  const ports = engineSteps(enginePorts(app, models, nowMs), app.tracing)
  app.decorate('v2', {
    async answer (input, signal, show) {
      const served = await serveV2({ ...input, canary: app.safety.canary }, ports, signal, show)
      app.cache.count(served.cacheKind, served.cache, served.saved)
      return served
    }
  } satisfies V2)
}, { name: 'v2', dependencies: ['config', 'tracing', 'metrics', 'llm', 'safety', 'pricing', 'cache', 'budget', 'ledger'] })

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
    models: async (input, signal, asking) => answerV2(input, ports, signal, asking),
    now: ports.now
  }
}

/** Each leg as a step, its requests to the model below it; a review in a stream is told when the last sentence has been judged. */
function modelSteps (ports: V2Ports, { step }: Tracing): V2Ports {
  const { chat } = ports
  const legs = Object.fromEntries(LEGS.map(leg => [leg, step(leg, async (request: ChatRequest, signal: AbortSignal) => chat.complete(request, signal))]))
  return {
    ...ports,
    chat: { kind: chat.kind, complete: async (request, signal) => legs[request.leg]!(request, signal), moderate: step('moderate', async (text, signal) => chat.moderate(text, signal)) },
    review: step('review', ports.review, reviewFacts),
    countReview: step('review', faults => { ports.countReview(faults); return faults }, reviewFacts)
  }
}

function engineSteps (ports: EnginePorts, { step }: Tracing): EnginePorts {
  const { cache, budget } = ports
  const cacheFacts = ({ answer }: Found) => ({ [AMORA.cache]: answer ? 'hit' : 'miss' })
  return {
    ...ports,
    cache: { ...cache, find: step('cache', cache.find, cacheFacts), wait: step('cache wait', cache.wait, cacheFacts) },
    budget: { ...budget, reserve: step('reserve', budget.reserve, result => ({ [AMORA.reservation]: result })) },
    models: step('models', ports.models, ({ kind }) => ({ [AMORA.end]: kind }))
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
