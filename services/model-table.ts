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

export interface ModelTable {
  names (): readonly string[]
  /** The table's name for a model, also for a dated snapshot of it (`gpt-4o-mini-2024-07-18`); undefined when unknown. */
  nameOf (id: string): string | undefined
  find (id: string): Model | undefined
  /** Whole days until a model is shut down, negative when it is over; undefined when no date is known. */
  daysToShutdown (id: string, nowMs: number): number | undefined
  /** The parameters as this model takes them: the newer ones refuse `max_tokens`, and a temperature while they reason. */
  requestParameters (id: string, wanted: { maxTokens: number, temperature: number }): WireParameters
  /** When the prices were last compared with the source: the oldest of the days, as epoch milliseconds. */
  checkedAt (): number
}

export interface WireParameters {
  max_tokens?: number
  max_completion_tokens?: number
  temperature?: number
  reasoning_effort?: 'none' | 'minimal' | 'low' | 'medium' | 'high'
}

const DAY_MS = 86_400_000
const SNAPSHOT = /^-\d{4}-?\d{2}-?\d{2}$/
const atMidnight = (day: string) => Date.parse(`${day}T00:00:00Z`)

/**
 * A table from the content of models.json.
 * @throws {TypeError} naming the model whose entry can't be used.
 */
export function createModelTable (content: unknown): ModelTable {
  const models = modelsOf(content)
  const names = [...models.keys()]
  const nameOf = (id: string) => models.has(id) ? id : names.find(name => id.startsWith(`${name}-`) && SNAPSHOT.test(id.slice(name.length)))
  const find = (id: string) => models.get(nameOf(id) ?? '')
  return {
    names: () => names,
    nameOf,
    find,
    daysToShutdown (id, nowMs) {
      const shutdown = find(id)?.shutdown
      return shutdown === undefined ? undefined : Math.floor((atMidnight(shutdown) - nowMs) / DAY_MS)
    },
    requestParameters: (id, wanted) => wireParameters(find(id), wanted),
    checkedAt: () => Math.min(...[...models.values()].map(({ prices }) => atMidnight(prices.at(-1)!.checked_at)))
  }
}

function wireParameters (model: Model | undefined, { maxTokens, temperature }: { maxTokens: number, temperature: number }): WireParameters {
  const takesTemperature = !model || model.temperature === 'always' || (model.temperature === 'with-effort-none' && model.effort === 'none')
  return {
    [model?.limitParameter ?? 'max_tokens']: maxTokens,
    ...(takesTemperature ? { temperature } : {}),
    ...(model?.effort ? { reasoning_effort: model.effort } : {})
  }
}

function modelsOf (content: unknown): ReadonlyMap<string, Model> {
  const models = Object.entries((content as { models?: Record<string, Model> } | null)?.models ?? {})
  if (models.length === 0) throw new TypeError('the model table has no models')
  for (const [name, model] of models) if (!isUsable(model)) throw new TypeError(`the model table's entry ${name} lacks a price, a day or an encoding`)
  return new Map(models)
}

function isUsable ({ encoding, limitParameter, prices }: Model): boolean {
  const isPriced = Array.isArray(prices) && prices.length > 0 && prices.every(({ input, output, effective_from: from, checked_at: checked }) =>
    input >= 0 && output >= 0 && Number.isFinite(atMidnight(from)) && Number.isFinite(atMidnight(checked)))
  return isPriced && typeof encoding === 'string' && typeof limitParameter === 'string'
}

/** The table that the service is built with. */
export const embeddedTable: ModelTable = createModelTable(table)

export const knownModels = embeddedTable.names
