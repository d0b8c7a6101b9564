import { unwritten, type RolloutRecord } from '../../services/rollout-state.ts'
import { auditedChange, type AuditEntry, type RolloutStore } from '../rollout-store.ts'

const MOST_AUDITED = 10_000

/** The dial of one process. `now` is epoch milliseconds. */
export function createMemoryRolloutStore ({ salt, now }: { salt: string, now: () => number }): RolloutStore {
  let record: RolloutRecord | undefined
  const entries: AuditEntry[] = []
  const replicas = new Map<string, { version: number, at: number }>()
  const listeners: Array<Parameters<RolloutStore['subscribe']>[0]> = []
  let lastId = 0

  function keep (written: RolloutRecord, entry: Pick<AuditEntry, 'move' | 'change'>): void {
    record = written
    const { version, reason, by } = written
    entries.push({ ...entry, id: String(++lastId), version, reason, by, at: now() })
    if (entries.length > MOST_AUDITED) entries.shift()
    for (const listener of listeners) listener.changed(written)
  }

  return {
    read: async () => record,
    async write ({ move, change, reason, by, forced, expected }) {
      const before = record ?? unwritten(salt)
      if (expected !== undefined && expected !== before.version) return { ok: false, version: before.version }
      const at = Math.max(now(), before.at + 1)
      const written: RolloutRecord = { ...before, ...change, version: before.version + 1, reason, by, at, stepAt: change.basisPoints === undefined ? before.stepAt : at }
      keep(written, { move, change: auditedChange({ change, forced }) })
      return { ok: true, record: written }
    },
    async heal (newer) {
      if ((record?.version ?? 0) < newer.version) keep(newer, { move: 'heal', change: {} })
    },
    audit: async (after, limit) => entries.filter(({ id }) => Number(id) > Number(after || 0)).slice(0, limit),
    async beat (replica, version) {
      replicas.set(replica, { version, at: now() })
      return { version: record?.version ?? 0, at: record?.at ?? 0, now: now() }
    },
    leave: async replica => { replicas.delete(replica) },
    replicas: async withinMs => Object.fromEntries([...replicas].filter(([, { at }]) => now() - at <= withinMs).map(([name, { version }]) => [name, version])),
    subscribe (listener) {
      listeners.push(listener)
      listener.connected()
    }
  }
}
