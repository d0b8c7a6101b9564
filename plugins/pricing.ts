import type { FastifyInstance } from 'fastify'
import fp from 'fastify-plugin'
import { readFileSync, unwatchFile, watchFile } from 'node:fs'
import { ConfigurationError } from '../services/configuration.ts'
import { createModelTable, embeddedTable, type ModelTable } from '../services/model-table.ts'
import { ENCODINGS, loadTokenCounter, type Encoding, type TokenCounter } from '../services/tokens.ts'

declare module 'fastify' {
  interface FastifyInstance { pricing: Pricing }
}

export interface Pricing {
  /** The model table as it stands now. */
  readonly table: () => ModelTable
  /** Exact tokens of a text for a model; for a model whose encoding is unknown those of the newest encoding. */
  countTokens (model: string, text: string): number
}

const NEWEST: Encoding = 'o200k_base'
const WATCH_EVERY_MS = 2000

/** What models cost and how much a text is for them: the model table, read again when its file changes, and token counters. */
export default fp(async app => {
  const { modelTable: file, models } = app.config
  const read = () => withModels(file === undefined ? embeddedTable : readTable(file), Object.values(models))
  let table = firstOf(read)
  const reloads = app.metrics.counter('amora_price_table_reloads_total')
  if (file !== undefined) watchTable(app, file, { reread: () => { table = read() }, count: result => { reloads.inc({ result }) } })

  const counters = await loadCounters(Object.values(models).map(model => encodingOf(table, model)))
  app.metrics.gauge('amora_price_table_age_seconds', gauge => { gauge.set(Math.max(0, (Date.now() - table.checkedAt()) / 1000)) })
  app.decorate('pricing', {
    table: () => table,
    countTokens: (model, text) => (counters.get(encodingOf(table, model)) ?? counters.get(NEWEST)!).count(text)
  } satisfies Pricing)
}, { name: 'pricing', dependencies: ['config', 'metrics'] })

const readTable = (file: string) => createModelTable(JSON.parse(readFileSync(file, 'utf8')))

/** The table, if it knows every model that is configured: one without a price can't be asked. */
function withModels (table: ModelTable, models: readonly string[]): ModelTable {
  const unknown = models.find(model => table.find(model) === undefined)
  if (unknown !== undefined) throw new Error(`has no model ${unknown}; it knows ${table.names().join(', ')}`)
  return table
}

function firstOf (read: () => ModelTable): ModelTable {
  try {
    return read()
  } catch (error) {
    throw new ConfigurationError([`AMORA_MODEL_TABLE ${(error as Error).message}`])
  }
}

function encodingOf (table: ModelTable, model: string): Encoding {
  return ENCODINGS.find(encoding => encoding === table.find(model)?.encoding) ?? NEWEST
}

async function loadCounters (encodings: readonly Encoding[]): Promise<ReadonlyMap<Encoding, TokenCounter>> {
  const wanted = [...new Set([NEWEST, ...encodings])]
  return new Map(await Promise.all(wanted.map(async encoding => [encoding, await loadTokenCounter(encoding)] as const)))
}

/** A table that can't be used changes nothing and is said. */
function watchTable (app: FastifyInstance, file: string, { reread, count }: { reread: () => void, count: (result: 'ok' | 'refused') => void }): void {
  const reload = () => {
    try {
      reread()
      count('ok')
      app.log.info('the model table was read again')
    } catch (err) {
      count('refused')
      app.log.error({ err }, 'the model table can’t be used; the one before stays')
    }
  }
  watchFile(file, { interval: WATCH_EVERY_MS, persistent: false }, reload)
  app.addHook('onClose', async () => { unwatchFile(file, reload) })
}
