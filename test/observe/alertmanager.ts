/** A real Alertmanager with the project's routes, and whom it tells. */
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { json } from 'node:stream/consumers'
import { setTimeout as sleep } from 'node:timers/promises'
import { parse, stringify } from 'yaml'
import { PROMETHEUS_FOLDER } from '../prometheus/rules.ts'
import { endWith, isMissing, untilAnswers, type Owner } from './process.ts'

/** Why what needs it can't run; undefined when it is installed. */
export const alertmanagerMissing = isMissing('prometheus-alertmanager', 'prometheus-alertmanager')

export interface AlertmanagerOptions {
  readonly port: number
  /** Where its notices go: pages to `/page`, tickets to `/ticket`. */
  readonly webhook: string
  /** How long alerts are collected before a notice, in milliseconds. */
  readonly waitMs: number
}

/** The project's alertmanager.yml: routes, groups and inhibitions as they are, another address and shorter waits. */
export async function startAlertmanager (t: Owner, { port, webhook, waitMs }: AlertmanagerOptions): Promise<{ readonly url: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'amora-alertmanager-'))
  const committed = readFileSync(join(PROMETHEUS_FOLDER, 'alertmanager.yml'), 'utf8')
  writeFileSync(join(folder, 'alertmanager.yml'), stringify(redirected(parse(committed), webhook, `${waitMs}ms`)))
  const url = `http://127.0.0.1:${port}`
  const child = spawn('prometheus-alertmanager', [
    `--config.file=${join(folder, 'alertmanager.yml')}`, `--storage.path=${join(folder, 'data')}`, `--web.listen-address=127.0.0.1:${port}`, '--cluster.listen-address=', '--log.level=error'
  ], { stdio: 'ignore' })
  endWith(t, child, () => { rmSync(folder, { recursive: true, force: true }) })
  await untilAnswers(child, 'prometheus-alertmanager', `${url}/-/ready`)
  return { url }
}

/** Every `url` leads to the webhook, keeping its path; every `group_wait` and `group_interval` is short. */
function redirected (value: unknown, webhook: string, wait: string): unknown {
  if (Array.isArray(value)) return value.map(part => redirected(part, webhook, wait))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, part]: [string, unknown]) => {
    if (name === 'url') return [name, `${webhook}${new URL(String(part)).pathname}`]
    return [name, name === 'group_wait' || name === 'group_interval' ? wait : redirected(part, webhook, wait)]
  }))
}

/** An alert as it arrived. */
export interface Notice {
  readonly path: string
  readonly status: 'firing' | 'resolved'
  readonly alert: string
  readonly severity: string
  readonly annotations: Readonly<Record<string, string>>
  /** Monotonic milliseconds. */
  readonly atMs: number
}

export interface Pager {
  readonly url: string
  /** All that was told, oldest first. */
  readonly notices: readonly Notice[]
  /** The first notice of this kind after a moment. @throws when none comes in time. */
  next (wanted: Partial<Notice>, options: { readonly afterMs: number, readonly withinMs: number }): Promise<Notice>
}

interface Payload { readonly alerts: ReadonlyArray<{ readonly status: Notice['status'], readonly labels: { readonly alertname: string, readonly severity: string }, readonly annotations: Notice['annotations'] }> }

/** Takes Alertmanager's notices in place of a pager and a tracker. */
export async function startPager (t: Owner, hear: (notice: Notice) => void = () => {}): Promise<Pager> {
  const notices: Notice[] = []
  const server = createServer((request, response) => {
    json(request).then(body => {
      for (const { status, labels, annotations } of (body as Payload).alerts) {
        const notice = { path: request.url ?? '', status, alert: labels.alertname, severity: labels.severity, annotations, atMs: performance.now() }
        notices.push(notice)
        hear(notice)
      }
      response.writeHead(200).end()
    }, () => { response.writeHead(400).end() })
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  t.teardown(() => { server.closeAllConnections(); server.close() })
  const fits = (notice: Notice, wanted: Partial<Notice>) => Object.entries(wanted).every(([name, value]) => notice[name as keyof Notice] === value)
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    notices,
    async next (wanted, { afterMs, withinMs }) {
      for (const giveUpAt = performance.now() + withinMs; performance.now() < giveUpAt; await sleep(50)) {
        const found = notices.find(notice => notice.atMs > afterMs && fits(notice, wanted))
        if (found) return found
      }
      throw new Error(`no ${JSON.stringify(wanted)} within ${withinMs} ms; told were ${notices.map(({ alert, severity, status }) => `${alert} (${severity}) ${status}`).join(', ') || 'none'}`)
    }
  }
}
