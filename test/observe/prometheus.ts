/** A real Prometheus with the project's rules, and what it knows. */
import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { parse, stringify } from 'yaml'
import { PROMETHEUS_FOLDER, readRules, ruleFiles } from '../prometheus/rules.ts'
import { compressedRules } from './compression.ts'
import { endWith, isMissing, untilAnswers, type Owner } from './process.ts'

/** Why what needs it can't run; undefined when it is installed. */
export const prometheusMissing = isMissing('prometheus', 'prometheus')

export interface PrometheusOptions {
  readonly port: number
  /** `host:port` by job. Jobs that are not named have no target. */
  readonly targets: Readonly<Record<string, readonly string[]>>
  readonly alertmanager?: string
  /** Milliseconds between scrapes, and between evaluations of the rules. */
  readonly everyMs: number
  /** How many times faster the rules go; as committed unless given. */
  readonly compression?: number
}

export interface Sample { readonly labels: Readonly<Record<string, string>>, readonly value: number }
export interface Line { readonly labels: Readonly<Record<string, string>>, readonly points: ReadonlyArray<readonly [seconds: number, value: number]> }
export interface LiveRule { readonly name: string, readonly query: string, readonly health: string, readonly lastError?: string, readonly state?: string }
/** Epoch seconds. */
export interface Span { readonly start: number, readonly end: number, readonly step: number }

export interface PrometheusServer {
  readonly url: string
  /** @param at epoch seconds; now unless given. @throws what Prometheus says against the expression. */
  query (expr: string, at?: number): Promise<readonly Sample[]>
  range (expr: string, span: Span): Promise<readonly Line[]>
  /** Observations whose trace is known, of the series that an expression asks for. */
  exemplars (expr: string, span: Span): Promise<ReadonlyArray<{ readonly at: number, readonly value: number, readonly traceId: string }>>
  rules (): Promise<readonly LiveRule[]>
  /** Addresses that it reaches, and those that it does not. */
  targets (): Promise<ReadonlyArray<{ readonly job: string, readonly instance: string, readonly health: string }>>
}

export async function startPrometheus (t: Owner, options: PrometheusOptions): Promise<PrometheusServer> {
  const folder = mkdtempSync(join(tmpdir(), 'amora-prometheus-'))
  writeFileSync(join(folder, 'prometheus.yml'), stringify(configured(folder, options)))
  const url = `http://127.0.0.1:${options.port}`
  const child = spawn('prometheus', [
    `--config.file=${join(folder, 'prometheus.yml')}`, `--storage.tsdb.path=${join(folder, 'data')}`, `--web.listen-address=127.0.0.1:${options.port}`,
    '--enable-feature=exemplar-storage', '--storage.tsdb.retention.time=35d', '--log.level=error', '--query.lookback-delta=1m'
  ], { stdio: 'ignore' })
  endWith(t, child, () => { rmSync(folder, { recursive: true, force: true }) })
  await untilAnswers(child, 'prometheus', `${url}/-/ready`)
  const server = clientOf(url)
  await untilScraped(server, Object.values(options.targets).flat().length)
  return server
}

/** It takes five seconds to look for its targets. */
async function untilScraped (server: PrometheusServer, count: number): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt++) {
    const targets = await server.targets()
    if (targets.filter(({ health }) => health === 'up').length === count) return
    await sleep(100)
  }
  throw new Error(`prometheus does not reach its targets: ${JSON.stringify(await server.targets())}`)
}

interface Configuration {
  readonly global: object
  readonly alerting: { readonly alertmanagers: ReadonlyArray<object> }
  readonly scrape_configs: ReadonlyArray<{ readonly job_name: string }>
}

/** prometheus/prometheus.yml with other addresses, paths and intervals; everything else as it is. */
function configured (folder: string, { targets, alertmanager, everyMs, compression }: PrometheusOptions): object {
  const file = parse(readFileSync(join(PROMETHEUS_FOLDER, 'prometheus.yml'), 'utf8')) as Configuration
  const interval = `${everyMs}ms`
  return {
    ...file,
    global: { ...file.global, scrape_interval: interval, evaluation_interval: interval, scrape_timeout: interval },
    rule_files: compression === undefined ? ruleFiles() : ruleFiles().map(path => compressedCopy(folder, path, compression)),
    alerting: { ...file.alerting, alertmanagers: alertmanager === undefined ? [] : [{ static_configs: [{ targets: [alertmanager] }] }] },
    scrape_configs: file.scrape_configs.map(job => ({ ...job, static_configs: [{ targets: targets[job.job_name] ?? [] }] }))
  }
}

function compressedCopy (folder: string, path: string, factor: number): string {
  const copy = join(folder, 'rules', basename(path))
  mkdirSync(join(folder, 'rules'), { recursive: true })
  writeFileSync(copy, stringify(compressedRules(readRules(path), factor)))
  return copy
}

interface Found { readonly metric: Readonly<Record<string, string>>, readonly value?: readonly [number, string], readonly values?: ReadonlyArray<readonly [number, string]> }

function clientOf (url: string): PrometheusServer {
  const ask = async <T>(path: string, parameters: Readonly<Record<string, string | number>> = {}): Promise<T> => {
    const asked = new URLSearchParams(Object.entries(parameters).map(([name, value]): [string, string] => [name, String(value)]))
    const response = await fetch(`${url}/api/v1/${path}?${asked}`)
    const { data, error } = await response.json() as { data: T, error?: string }
    if (!response.ok) throw new Error(error)
    return data
  }
  const answered = async (path: string, parameters: Readonly<Record<string, string | number>>) => {
    const { resultType, result } = await ask<{ resultType: string, result: readonly Found[] | readonly [number, string] }>(path, parameters)
    return resultType === 'scalar' ? [{ metric: {}, value: result as readonly [number, string] }] : result as readonly Found[]
  }
  return {
    url,
    query: async (expr, at) => (await answered('query', { query: expr, ...(at === undefined ? {} : { time: at }) })).map(({ metric, value }) => ({ labels: metric, value: Number(value![1]) })),
    range: async (expr, span) => (await answered('query_range', { query: expr, ...span })).map(({ metric, values }) => ({ labels: metric, points: values!.map(([at, value]) => [at, Number(value)] as const) })),
    exemplars: async (expr, { start, end }) => (await ask<ReadonlyArray<{ exemplars: ReadonlyArray<{ labels: { trace_id: string }, value: string, timestamp: number }> }>>('query_exemplars', { query: expr, start, end }))
      .flatMap(({ exemplars }) => exemplars.map(({ labels, value, timestamp }) => ({ at: timestamp, value: Number(value), traceId: labels.trace_id }))),
    rules: async () => (await ask<{ groups: ReadonlyArray<{ rules: readonly LiveRule[] }> }>('rules')).groups.flatMap(({ rules }) => rules),
    targets: async () => (await ask<{ activeTargets: ReadonlyArray<{ labels: { job: string, instance: string }, health: string }> }>('targets')).activeTargets.map(({ labels, health }) => ({ ...labels, health }))
  }
}
