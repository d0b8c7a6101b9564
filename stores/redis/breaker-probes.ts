import type { Probes } from '../../services/v2/upstream/breaker.ts'
import { loadScript, runScript } from './script.ts'
import type { SharedStore } from './shared-store.ts'

const ASK = loadScript('breaker-ask')

/** One try a pause for all processes together. What one of them found is noted for the others for as long as they pause. */
export function createRedisProbes (store: SharedStore, server: string): Probes {
  const note = `amora:breaker:1:{${server}}`
  return {
    ask: async pauseMs => await runScript(store, ASK, [note], [lifeOf(pauseMs)]) === 1,
    tell (found, pauseMs) {
      const write = store.run('breaker-tell', async client => found === 'none' ? client.del(note) : client.set(note, found === 'well' ? 'well' : 'trying', 'PX', lifeOf(pauseMs)))
      // The note ends by itself.
      write.catch(() => {})
    }
  }
}

const lifeOf = (pauseMs: number) => Math.max(1, Math.ceil(pauseMs))
