/** What must hold when the storm is over: the budget, the ledger and the fake's own bill, turn by turn. */
import type { Redis } from 'ioredis'
import { setTimeout as sleep } from 'node:timers/promises'
import { unpackEntry, type LedgerEntry } from '../../services/ledger.ts'
import { usdOf, type NanoUsd } from '../../services/money.ts'

export interface Window { readonly name: string, readonly spent: NanoUsd, readonly reserved: NanoUsd }
export interface Lease { readonly state: string, readonly estimate: NanoUsd }

export interface Books {
  readonly windows: readonly Window[]
  /** By turn id. */
  readonly leases: ReadonlyMap<string, Lease>
  /** By the user's hash: each wrote once. */
  readonly entries: ReadonlyMap<string, LedgerEntry>
  /** Reservations that nobody has ended. */
  readonly open: number
}

const MONEY = 'amora:budget:1:{budget}:'
const LEDGER = 'amora:ledger:1:{'
const GRACE_MS = 500
const AT_ONCE = 500

/** Waits until the last reservation has ended by itself, by the clock that it ends by. */
export async function outwait (client: Redis): Promise<number> {
  const [, ends = '0'] = await client.zrange(`${MONEY}leases`, '-1', '-1', 'WITHSCORES')
  const [seconds, micros] = await client.time()
  const leftMs = Math.max(0, Number(ends) - Number(seconds) * 1000 - Number(micros) / 1000)
  await sleep(leftMs + GRACE_MS)
  return leftMs
}

export async function readBooks (client: Redis): Promise<Books> {
  const names = await keysOf(client, `${MONEY}*`)
  const windowNames = names.filter(name => /^(day|month|tier|user):/.test(name.slice(MONEY.length)))
  const leaseNames = names.filter(name => name.startsWith(`${MONEY}lease:`))
  const windows = await hashes(client, windowNames)
  const leases = await hashes(client, leaseNames)
  const ledgerNames = (await keysOf(client, `${LEDGER}*`)).filter(name => !name.includes('{costs}'))
  const lines = await hashes(client, ledgerNames)
  return {
    windows: windows.map(({ spent = '0', reserved = '0' }, at) => ({ name: windowNames[at]!.slice(MONEY.length), spent: Number(spent), reserved: Number(reserved) })),
    leases: new Map(leases.map(({ state = '', estimate }, at) => [leaseNames[at]!.slice(`${MONEY}lease:`.length), { state, estimate: Number(estimate) }])),
    entries: new Map(lines.map(({ line = '', owner = '' }, at) => [owner, unpackEntry(line, ledgerNames[at]!.slice(LEDGER.length, -1), owner)])),
    open: await client.zcard(`${MONEY}leases`)
  }
}

async function keysOf (client: Redis, match: string): Promise<readonly string[]> {
  const keys = new Set<string>()
  for await (const found of client.scanStream({ match, count: 1000 }) as AsyncIterable<string[]>) for (const key of found) keys.add(key)
  return [...keys]
}

async function hashes (client: Redis, names: readonly string[]): Promise<ReadonlyArray<Record<string, string>>> {
  const found: Array<Record<string, string>> = []
  for (let at = 0; at < names.length; at += AT_ONCE) found.push(...await Promise.all(names.slice(at, at + AT_ONCE).map(async name => client.hgetall(name))))
  return found
}

/** A turn as the fake and the caller know it. */
export interface Known { readonly turn: number, readonly owner: string, readonly billed: NanoUsd }

export interface Audit {
  /** Turns whose every call told its usage. */
  readonly exact: { readonly turns: number, readonly booked: NanoUsd, readonly billed: NanoUsd }
  /** Turns with a call that was sent and lost: booked at what it may have cost at the most. */
  readonly estimated: { readonly turns: number, readonly booked: NanoUsd, readonly billed: NanoUsd }
  /** Turns that cost something and left no entry: their replica or Redis was killed. */
  readonly lost: { readonly turns: number, readonly booked: NanoUsd, readonly billed: NanoUsd }
  readonly faults: readonly string[]
}

/** Goes through the turns one by one. */
export function audit (books: Books, known: readonly Known[]): Audit {
  const booked = bookedByOwner(books)
  const groups = { exact: emptyGroup(), estimated: emptyGroup(), lost: emptyGroup() }
  const faults: string[] = []
  for (const { turn, owner, billed } of known) {
    const entry = books.entries.get(owner)
    const spent = booked.get(owner) ?? 0
    const group = groups[entry ? entry.certainty : 'lost']
    if (spent > 0 || billed > 0 || entry?.cost) add(group, entry?.cost ?? spent, billed)
    const fault = entry && faultOf(entry, { spent, billed, lease: books.leases.get(entry.turnId) })
    if (fault) faults.push(`turn ${turn}: ${fault}`)
  }
  return { ...groups, faults }
}

interface Group { turns: number, booked: NanoUsd, billed: NanoUsd }
const emptyGroup = (): Group => ({ turns: 0, booked: 0, billed: 0 })

function add (group: Group, booked: NanoUsd, billed: NanoUsd): void {
  group.turns++
  group.booked += booked
  group.billed += billed
}

/** Everybody has a window of his own, which so tells what his one turn was booked at. */
function bookedByOwner ({ windows }: Books): ReadonlyMap<string, NanoUsd> {
  const booked = new Map<string, NanoUsd>()
  for (const { name, spent } of windows) {
    const owner = /^user:\d+:(.+)$/.exec(name)?.[1]
    if (owner !== undefined) booked.set(owner, (booked.get(owner) ?? 0) + spent)
  }
  return booked
}

function faultOf ({ certainty, cost }: LedgerEntry, { spent, billed, lease }: { spent: NanoUsd, billed: NanoUsd, lease: Lease | undefined }): string | undefined {
  if (certainty === 'exact' && cost !== billed) return `the ledger says $${usdOf(cost)}, the fake billed $${usdOf(billed)}`
  if (cost < billed) return `estimated at $${usdOf(cost)}, billed at $${usdOf(billed)}`
  // Whoever could not tell the truth in time is booked at the estimate.
  const due = lease?.state === 'lost' ? lease.estimate : cost
  return spent === due ? undefined : `the budget has booked $${usdOf(spent)} instead of $${usdOf(due)} (${lease?.state ?? 'no lease'})`
}

/** What the windows of the same money say of each other, and of their limits. */
export function windowFaults ({ windows, open }: Books, limits: { readonly day: NanoUsd, readonly month: NanoUsd }): readonly string[] {
  const faults: string[] = []
  const sumOf = (kind: string) => windows.filter(({ name }) => name.startsWith(`${kind}:`)).reduce((sum, { spent }) => sum + spent, 0)
  const total = sumOf('month')
  for (const kind of ['day', 'tier', 'user']) if (sumOf(kind) !== total) faults.push(`the windows of ${kind} add up to $${usdOf(sumOf(kind))}, those of month to $${usdOf(total)}`)
  for (const { name, spent, reserved } of windows) {
    const limit = name.startsWith('month:') ? limits.month : limits.day
    if (spent < 0 || spent > limit) faults.push(`${name} has booked $${usdOf(spent)} of $${usdOf(limit)}`)
    if (reserved !== 0) faults.push(`${name} still holds $${usdOf(reserved)}`)
  }
  if (open > 0) faults.push(`${open} reservations have outlived their lease`)
  return faults
}
