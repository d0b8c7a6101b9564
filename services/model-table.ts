/** What is known of each chat model: how to ask it, what it costs, when it goes. The data are in models.json. */
import table from './models.json' with { type: 'json' }

/** USD per million tokens. */
export interface Price {
  readonly effective_from: string
  readonly checked_at: string
  readonly source: string
  readonly input: number
  readonly cached?: number
  readonly cacheWrite?: number
  readonly output: number
}

export interface Model {
  readonly encoding: string
  readonly limitParameter: 'max_tokens' | 'max_completion_tokens'
  /** Reasoning effort to send; reasoning is billed as output, so it is off. */
  readonly effort?: 'none' | 'minimal' | 'low' | 'medium' | 'high'
  readonly temperature: 'always' | 'with-effort-none' | 'never'
  readonly prices: readonly Price[]
  readonly longContext?: { readonly over: number, readonly inputFactor: number, readonly outputFactor: number }
  /** Day (UTC) after which it answers no more. */
  readonly shutdown?: string
  readonly replacement?: string
}

const MODELS: ReadonlyMap<string, Model> = new Map(Object.entries(table.models as Record<string, Model>))

export const knownModels = (): readonly string[] => [...MODELS.keys()]

/** The table's name for a model, also for a dated snapshot of it (`gpt-4o-mini-2024-07-18`); undefined when unknown. */
export function modelNameOf (id: string): string | undefined {
  return MODELS.has(id) ? id : knownModels().find(name => id.startsWith(`${name}-`) && /^-\d{4}-?\d{2}-?\d{2}$/.test(id.slice(name.length)))
}

export function findModel (id: string): Model | undefined {
  return MODELS.get(modelNameOf(id) ?? '')
}

const DAY_MS = 86_400_000

/** Whole days until a model is shut down, negative when it is over; undefined when no date is known. */
export function daysToShutdown (id: string, nowMs: number): number | undefined {
  const shutdown = findModel(id)?.shutdown
  return shutdown === undefined ? undefined : Math.floor((Date.parse(`${shutdown}T00:00:00Z`) - nowMs) / DAY_MS)
}

export interface WireParameters {
  max_tokens?: number
  max_completion_tokens?: number
  temperature?: number
  reasoning_effort?: 'none' | 'minimal' | 'low' | 'medium' | 'high'
}

/** The parameters as this model takes them: the newer ones refuse `max_tokens`, and a temperature while they reason. */
export function requestParameters (id: string, { maxTokens, temperature }: { maxTokens: number, temperature: number }): WireParameters {
  const model = findModel(id)
  const takesTemperature = !model || model.temperature === 'always' || (model.temperature === 'with-effort-none' && model.effort === 'none')
  return {
    [model?.limitParameter ?? 'max_tokens']: maxTokens,
    ...(takesTemperature ? { temperature } : {}),
    ...(model?.effort ? { reasoning_effort: model.effort } : {})
  }
}
