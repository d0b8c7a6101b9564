import type { FastifyInstance, FastifyRequest } from 'fastify'
import fp from 'fastify-plugin'
import type { Llm } from './llm.ts'
import type { SharedState } from './redis.ts'

declare module 'fastify' {
  interface FastifyInstance { health: Health }
}

export interface Dependency { readonly status: 'up' | 'degraded', readonly detail: string }
export type Dependencies = Readonly<Record<'model' | 'state', Dependency>>

/** Less than the ten seconds that the process has for its end. */
const DRAIN_MAX_MS = 8000

export interface Health {
  /** Whether traffic should come here: listening and not draining. */
  readonly isReady: () => boolean
  /** What is under way is finished, and nothing new is begun. */
  readonly isDraining: () => boolean
  readonly dependencies: () => Dependencies
}

/** Live is "the process answers"; ready is "send traffic"; a dependency that is down degrades and never unreadies. */
export default fp(async app => {
  let isListening = false
  let isDraining = false
  app.addHook('onListen', async () => { isListening = true })
  const drained = watchRequests(app)
  // Before the socket closes: whoever asks meanwhile whether to send traffic is told no.
  app.addHook('preClose', async () => {
    isListening = false
    isDraining = true
    await drained(DRAIN_MAX_MS)
  })
  app.metrics.gauge('amora_dependency_up', gauge => {
    for (const { dependency, isUp } of app.sharedState.servers) gauge.set({ dependency }, isUp() ? 1 : 0)
    if (app.llm.kind === 'openai') gauge.set({ dependency: 'openai' }, app.llm.trouble ? 0 : 1)
  })
  app.decorate('health', {
    isReady: () => isListening,
    isDraining: () => isDraining,
    dependencies: () => ({
      model: modelState(app.llm),
      state: stateOf(app.sharedState)
    })
  })
}, { name: 'health', dependencies: ['config', 'metrics', 'redis', 'llm', 'rollout'] })

/** Resolves once no request is under way, or after the given time. */
function watchRequests (app: FastifyInstance): (timeoutMs: number) => Promise<void> {
  const underWay = new Set<FastifyRequest>()
  let onIdle = () => {}
  app.addHook('onRequest', (request, reply, done) => {
    underWay.add(request)
    // onResponse is not for those who hang up in the middle of their body.
    reply.raw.once('close', () => {
      underWay.delete(request)
      if (underWay.size === 0) onIdle()
    })
    done()
  })
  return async timeoutMs => {
    if (underWay.size === 0) return
    await new Promise<void>(resolve => {
      const timer = setTimeout(resolve, timeoutMs)
      onIdle = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  }
}

function modelState ({ kind, trouble }: Llm): Dependency {
  switch (kind) {
    case 'offline': return { status: 'up', detail: 'offline model: embedded, deterministic, for development' }
    case 'none': return { status: 'degraded', detail: 'no OPENAI_API_KEY: V1 answers every turn' }
    case 'openai': return trouble ? { status: 'degraded', detail: `openai: ${trouble}` } : { status: 'up', detail: 'openai' }
  }
}

function stateOf ({ store, isUp }: SharedState): Dependency {
  if (!store) return { status: 'up', detail: 'in memory: one process' }
  return isUp() ? { status: 'up', detail: 'redis' } : { status: 'degraded', detail: 'redis does not answer' }
}
