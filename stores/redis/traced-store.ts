import { AMORA, DB } from '../../services/tracing/names.ts'
import type { Tracer } from '../../services/tracing/tracer.ts'
import { concernOf, type SharedStore } from './shared-store.ts'

/** A store whose commands are spans: the concern and what it wants, never a key or a value. */
export function tracedStore (store: SharedStore, tracer: Tracer): SharedStore {
  return {
    async run (op, command, signal) {
      if (!tracer.isKept()) return store.run(op, command, signal)
      const facts = { [DB.system]: 'redis', [DB.operation]: op, [AMORA.storeConcern]: concernOf(op) }
      return tracer.call({ name: `redis ${op}`, facts }, async () => store.run(op, command, signal))
    }
  }
}
