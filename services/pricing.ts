/** What a model call costs: usage times the price of the model that answered, in integer nano-dollars. */
import type { Model, ModelTable, Price } from './model-table.ts'
import type { NanoUsd } from './money.ts'

export interface Usage {
  /** All input tokens, the cached and the newly cached among them. */
  readonly inputTokens: number
  readonly cachedInputTokens: number
  readonly cacheWriteTokens?: number
  readonly outputTokens: number
}

export interface Cost {
  readonly nanoUsd: NanoUsd
  /** The price that was used, `model@effective-date`: old turns keep theirs. */
  readonly priceVersion: string
  /** No price is known for the model: the dearest known was used. */
  readonly unpriced: boolean
}

/** USD per million tokens is a thousand nano-dollars a token; prices have at most three decimals. */
const perToken = (usdPerMillion: number) => Math.round(usdPerMillion * 1000)

/** The cost of one call by the model that answered, at the price in force at `atMs` (epoch milliseconds). */
export function costOf (table: ModelTable, modelId: string, usage: Usage, atMs: number): Cost {
  const name = table.nameOf(modelId)
  if (name === undefined) return { nanoUsd: dearest(table, usage, atMs), priceVersion: 'unpriced', unpriced: true }
  const model = table.find(name)!
  const price = priceAt(model, atMs)
  return { nanoUsd: charge(model, price, usage), priceVersion: `${name}@${price.effective_from}`, unpriced: false }
}

function dearest (table: ModelTable, usage: Usage, atMs: number): NanoUsd {
  return Math.max(...table.names().map(name => charge(table.find(name)!, priceAt(table.find(name)!, atMs), usage)))
}

/** The last price that took effect by then; the first one for a time before all. */
function priceAt ({ prices }: Model, atMs: number): Price {
  return prices.findLast(({ effective_from: from }) => Date.parse(`${from}T00:00:00Z`) <= atMs) ?? prices[0]!
}

function charge (model: Model, price: Price, usage: Usage): NanoUsd {
  const { inputTokens, outputTokens } = usage
  // A server that reports more cached than sent tokens must not make the call cheaper than free.
  const cached = Math.min(usage.cachedInputTokens, inputTokens)
  const written = Math.min(usage.cacheWriteTokens ?? 0, inputTokens - cached)
  const isLong = model.longContext !== undefined && inputTokens > model.longContext.over
  const input = (inputTokens - cached - written) * perToken(price.input) + cached * perToken(price.cached ?? price.input) + written * perToken(price.cacheWrite ?? price.input)
  const output = outputTokens * perToken(price.output)
  return Math.round(input * (isLong ? model.longContext!.inputFactor : 1) + output * (isLong ? model.longContext!.outputFactor : 1))
}
