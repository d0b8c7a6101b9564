import { Redis, type Cluster } from 'ioredis'
import type { RolloutStatus } from '../../services/rollout.ts'
import { DEFAULT_PLAN, type Override, type RolloutChange, type RolloutPlan, type RolloutRecord } from '../../services/rollout-state.ts'
import { auditedChange, type AuditEntry, type AuditedChange, type RolloutStore } from '../rollout-store.ts'
import { loadScript, runScript } from './script.ts'
import type { SharedStore } from './shared-store.ts'

const WRITE = loadScript('rollout-write')
const HEAL = loadScript('rollout-heal')
const BEAT = loadScript('rollout-beat')
const REPLICAS = loadScript('rollout-replicas')

const RECORD = 'amora:rollout:1:{rollout}'
const AUDIT = `${RECORD}:audit`
const SEEN = `${RECORD}:replicas`
export const ROLLOUT_CHANNEL = `${RECORD}:changes`
const RETRY_MS = 1000

/** The dial that many processes follow. */
export function createRedisRolloutStore (store: SharedStore, { salt, subscriber }: { salt: string, subscriber: Redis | Cluster }): RolloutStore {
  return {
    async read () {
      return recordOf(await store.run('rollout-read', async client => client.hgetall(RECORD)), salt)
    },
    async write ({ move, change, reason, by, forced, expected }) {
      const args = [expected ?? '', ROLLOUT_CHANNEL, move, reason, by, JSON.stringify(auditedChange({ change, forced })), ...fieldsOf(change)]
      const [written, result] = await runScript(store, WRITE, [RECORD, AUDIT], args) as [number, string[] | number]
      return written === 1 ? { ok: true, record: recordOf(paired(result as string[]), salt)! } : { ok: false, version: Number(result) }
    },
    heal: async record => {
      const { version, reason, by, at, stepAt } = record
      await runScript(store, HEAL, [RECORD, AUDIT], [ROLLOUT_CHANNEL, version, reason, by, 'at', at, 'stepAt', stepAt, ...fieldsOf(record)])
    },
    async audit (after, limit) {
      const entries = await store.run('rollout-audit', async client => client.xrange(AUDIT, after === '' ? '-' : `(${after}`, '+', 'COUNT', limit))
      return entries.map(([id, fields]) => auditOf(id, paired(fields)))
    },
    async beat (replica, version) {
      const [stored, at, now] = await runScript(store, BEAT, [RECORD, SEEN], [replica, version]) as string[]
      return { version: Number(stored), at: Number(at), now: Number(now) }
    },
    leave: async replica => { await store.run('rollout-leave', async client => client.hdel(SEEN, replica)) },
    async replicas (withinMs) {
      const reported = paired(await runScript(store, REPLICAS, [SEEN], [withinMs]) as string[])
      return Object.fromEntries(Object.entries(reported).map(([replica, version]) => [replica, Number(version)]))
    },
    subscribe ({ changed, connected }) {
      let retry: NodeJS.Timeout | undefined
      subscriber.on('message', (_channel: string, message: string) => {
        const record = recordOf(paired(JSON.parse(message) as string[]), salt)
        if (record) changed(record)
      })
      // ioredis would subscribe again after a reconnect without anybody to hear a refusal, and an unheard one ends the process.
      if (subscriber instanceof Redis) subscriber.options.autoResubscribe = false
      // A server that refuses for now would else never be asked again while the connection holds.
      const subscribe = () => {
        clearTimeout(retry)
        subscriber.subscribe(ROLLOUT_CHANNEL).then(connected, () => { if (subscriber.status !== 'end') retry = setTimeout(subscribe, RETRY_MS).unref() })
      }
      subscriber.on('ready', subscribe)
      subscriber.on('end', () => { clearTimeout(retry) })
      if (subscriber.status === 'ready') subscribe()
    }
  }
}

type Fields = Readonly<Record<string, string>>

const paired = (flat: readonly string[]): Fields => Object.fromEntries(flat.flatMap((name, at) => at % 2 === 0 ? [[name, flat[at + 1]!]] : []))

function recordOf (fields: Fields, salt: string): RolloutRecord | undefined {
  if (fields.version === undefined) return undefined
  return {
    version: Number(fields.version),
    status: (fields.status ?? 'off') as RolloutStatus,
    basisPoints: Number(fields.basisPoints ?? 0),
    salt,
    plan: fields.plan === undefined ? DEFAULT_PLAN : JSON.parse(fields.plan) as RolloutPlan,
    overrides: fields.overrides === undefined ? [] : JSON.parse(fields.overrides) as Override[],
    reason: fields.reason ?? '',
    by: fields.by ?? '',
    at: Number(fields.at ?? 0),
    stepAt: Number(fields.stepAt ?? fields.at ?? 0)
  }
}

function fieldsOf ({ status, basisPoints, plan, overrides }: RolloutChange): string[] {
  return [
    ...status === undefined ? [] : ['status', status],
    ...basisPoints === undefined ? [] : ['basisPoints', String(basisPoints)],
    ...plan === undefined ? [] : ['plan', JSON.stringify(plan)],
    ...overrides === undefined ? [] : ['overrides', JSON.stringify(overrides)]
  ]
}

function auditOf (id: string, { version, move, reason, by, at, change }: Fields): AuditEntry {
  return { id, version: Number(version), move: move ?? '', reason: reason ?? '', by: by ?? '', at: Number(at), change: JSON.parse(change ?? '{}') as AuditedChange }
}
