import fp from 'fastify-plugin'

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
      model: modelState(app.llm.kind, app.config.openai.apiKey !== undefined),
      state: { status: 'up', detail: 'in memory: one process' }
    })
  })
}, { name: 'health', dependencies: ['config', 'llm', 'rollout'] })

function modelState (kind: 'openai' | 'offline' | 'none', hasKey: boolean): Dependencies[string] {
  if (kind === 'offline') return { status: 'up', detail: 'offline model: embedded, deterministic, for development' }
  if (kind === 'openai' || hasKey) return { status: 'up', detail: 'openai' }
  return { status: 'degraded', detail: 'no OPENAI_API_KEY: V1 answers every turn' }
}
