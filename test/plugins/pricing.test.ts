import Fastify from 'fastify'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import t from 'tap'
import type { Test } from 'tap'
import config from '../../plugins/config.ts'
import metrics from '../../plugins/metrics.ts'
import pricing from '../../plugins/pricing.ts'
import tracing from '../../plugins/tracing.ts'
import { costOf } from '../../services/pricing.ts'

const EMBEDDED = readFileSync(join(import.meta.dirname, '../../services/models.json'), 'utf8')
const USAGE = { inputTokens: 1000, cachedInputTokens: 0, outputTokens: 0 }

async function build (t: Test, env: Record<string, string> = {}) {
  const app = Fastify()
  t.teardown(async () => { await app.close() })
  await app.register(config, { env: { AMORA_METRICS_PORT: '0', ...env } })
  await app.register(tracing)
  await app.register(metrics)
  await app.register(pricing)
  return app
}

function tableFile (t: Test, content = EMBEDDED): string {
  const folder = mkdtempSync(join(tmpdir(), 'amora-models-'))
  t.teardown(() => { rmSync(folder, { recursive: true, force: true }) })
  const file = join(folder, 'models.json')
  writeFileSync(file, content)
  return file
}

t.test('counts by the model’s own encoding, and shows how old the prices are', async t => {
  const app = await build(t, { AMORA_DETECTION_MODEL: 'gpt-4-turbo' })
  const text = '我们总是为小事争吵 😀'
  t.not(app.pricing.countTokens('gpt-4-turbo', text), app.pricing.countTokens('gpt-6-luna', text))
  t.equal(app.pricing.countTokens('unknown', text), app.pricing.countTokens('gpt-6-luna', text))
  const age = (await app.metrics.registry.getSingleMetric('amora_price_table_age_seconds')!.get()).values[0]!.value
  t.ok(Math.abs(age - (Date.now() - Date.parse('2026-11-22T00:00:00Z')) / 1000) < 60, `${age} s`)
})

t.test('a table of one’s own is read again when it changes; one that can’t be used changes nothing', async t => {
  const file = tableFile(t)
  const app = await build(t, { AMORA_MODEL_TABLE: file })
  const cost = () => costOf(app.pricing.table(), 'gpt-6-luna', USAGE, Date.now()).nanoUsd
  const reloads = async (result: string) => (await app.metrics.registry.getSingleMetric('amora_price_table_reloads_total')!.get()).values.find(({ labels }) => (labels as { result: string }).result === result)!.value
  const until = async (result: string, wanted: number) => { for (let wait = 0; await reloads(result) < wanted && wait < 100; wait++) await sleep(100) }
  t.equal(cost(), 100_000)

  writeFileSync(file, EMBEDDED.replace('"input": 0.1,', '"input": 0.3,'))
  await until('ok', 1)
  t.equal(cost(), 300_000)

  writeFileSync(file, '{ "models": {} }')
  await until('refused', 1)
  t.equal(await reloads('refused'), 1)
  t.equal(cost(), 300_000)

  writeFileSync(file, EMBEDDED.replaceAll('"gpt-6-luna"', '"gpt-of-another-name"'))
  await until('refused', 2)
  t.equal(await reloads('refused'), 2, 'a configured model is not in it')
  t.equal(cost(), 300_000)
})

t.test('a table without a configured model, or that is none, stops the boot', async t => {
  await t.rejects(build(t, { AMORA_MODEL_TABLE: tableFile(t), AMORA_RESPONSE_MODEL: 'gpt-imaginary' }), /gpt-imaginary/)
  for (const file of [tableFile(t, 'not json'), join(tmpdir(), 'there-is-none')]) await t.rejects(build(t, { AMORA_MODEL_TABLE: file }), { name: 'ConfigurationError', message: /AMORA_MODEL_TABLE/ })
})
