import fp from 'fastify-plugin'
import type { Llm } from './llm.ts'
import type { SharedState } from './redis.ts'

declare module 'fastify' {
  interface FastifyInstance { health: Health }
}

export type Dependencies = Readonly<Record<string, { readonly status: 'up' | 'degraded', readonly detail: string }>>

export interface Health {
  /** Whether traffic should come here: listening and not draining. */
  readonly isReady: () => boolean
  readonly dependencies: () => Dependencies
}

/** Live is "the process answers"; ready is "send traffic"; a dependency that is down degrades and never unreadies. */
export default fp(async app => {
  let isListening = false
  app.addHook('onListen', async () => { isListening = true })
  app.addHook('preClose', async () => { isListening = false })
  app.decorate('health', {
    isReady: () => isListening,
    dependencies: () => ({
      model: modelState(app.llm),
      state: stateOf(app.sharedState)
    })
  })
}, { name: 'health', dependencies: ['config', 'redis', 'llm', 'rollout'] })

function modelState ({ kind, trouble }: Llm): Dependencies[string] {
  switch (kind) {
    case 'offline': return { status: 'up', detail: 'offline model: embedded, deterministic, for development' }
    case 'none': return { status: 'degraded', detail: 'no OPENAI_API_KEY: V1 answers every turn' }
    case 'openai': return trouble ? { status: 'degraded', detail: `openai: ${trouble}` } : { status: 'up', detail: 'openai' }
  }
}

function stateOf ({ store, isUp }: SharedState): Dependencies[string] {
  if (!store) return { status: 'up', detail: 'in memory: one process' }
  return isUp() ? { status: 'up', detail: 'redis' } : { status: 'degraded', detail: 'redis does not answer' }
}
