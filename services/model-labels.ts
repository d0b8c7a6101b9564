/** Models as labels of metrics: however a server calls itself, there are no more of them than are configured. */
import type { Config } from './configuration.ts'
import type { ModelTable } from './model-table.ts'
import { LEGS, type Leg } from './v2/model-client.ts'
import { MODERATION_MODEL } from './v2/openai-wire.ts'

type Models = Config['models']
export type ModelLabel = (id: string) => string

/** A model's name, also for a dated snapshot of it, where it is configured or moderates; `other` for all else. */
export function createModelLabel (models: Models, table: () => ModelTable): ModelLabel {
  const configured = new Set(Object.values(models).map(id => table().nameOf(id)))
  return id => {
    const name = table().nameOf(id)
    return id === MODERATION_MODEL || (name !== undefined && configured.has(name)) ? name ?? id : 'other'
  }
}

/** Each leg with the labels of the models that it may ask, so that its counters start at 0. */
export function callsOf ({ detection, response, economy }: Models, labelOf: ModelLabel): ReadonlyArray<{ readonly leg: Leg, readonly model: string }> {
  const asked: Readonly<Record<Leg, readonly string[]>> = { understand: [detection], respond: [response, economy], repair: [economy], moderate: [MODERATION_MODEL] }
  return LEGS.flatMap(leg => [...new Set(asked[leg].map(labelOf))].map(model => ({ leg, model })))
}
