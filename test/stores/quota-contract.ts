import type { Test } from 'tap'
import { DAY_MS, MINUTE_MS, type QuotaRequest, type QuotaStore } from '../../stores/quota-store.ts'

export type MakeStore = (t: Test) => Promise<QuotaStore>

const request = (turnId: string, more: Partial<QuotaRequest> = {}): QuotaRequest => ({ owner: 'anna', formerOwners: [], turnId, burstLimit: 100, dayLimit: 10, ...more })
const times = <T>(count: number, make: (n: number) => T) => Array.from({ length: count }, (_, n) => make(n))

/** What every quota store promises, whatever it is made of. */
export function quotaContract (t: Test, make: MakeStore): void {
  t.test('of 200 at once on a limit of 10, exactly 10 are taken and the count is 10', async t => {
    const store = await make(t)
    const taken = await Promise.all(times(200, async n => store.take(request(`t${n}`, { burstLimit: 1000 }))))
    t.equal(taken.filter(({ refusedBy }) => refusedBy === undefined).length, 10)
    t.ok(taken.every(({ refusedBy }) => refusedBy === undefined || refusedBy === 'daily'))
    t.equal((await store.take(request('last', { burstLimit: 1000 }))).day.used, 10, 'refused ones count in no window')
    t.equal((await store.take(request('last', { dayLimit: undefined, burstLimit: 1000 }))).burst.used, 11)
  })

  t.test('the burst refuses within the day, and what it refuses does not count for the day', async t => {
    const store = await make(t)
    const taken = []
    for (const n of times(5, n => n)) taken.push(await store.take(request(`t${n}`, { burstLimit: 3 })))
    t.strictSame(taken.map(({ refusedBy }) => refusedBy), [undefined, undefined, undefined, 'burst', 'burst'])
    t.strictSame(taken.map(({ day }) => day.used), [1, 2, 3, 3, 3])
  })

  t.test('a turn counts once however often it is taken', async t => {
    const store = await make(t)
    for (let attempt = 0; attempt < 5; attempt++) t.match(await store.take(request('same', { burstLimit: 2, dayLimit: 1 })), { refusedBy: undefined, day: { used: 1 }, burst: { used: 1 } })
  })

  t.test('a refund gives one message back, once, and only the one it names', async t => {
    const store = await make(t)
    const { dayNumber } = await store.take(request('a', { dayLimit: 2 }))
    await store.take(request('b', { dayLimit: 2 }))
    t.equal((await store.take(request('c', { dayLimit: 2 }))).refusedBy, 'daily')
    for (let attempt = 0; attempt < 3; attempt++) await store.refund('anna', 'a', dayNumber)
    await store.refund('anna', 'never-taken', dayNumber)
    t.equal((await store.take(request('c', { dayLimit: 2 }))).refusedBy, undefined)
    t.equal((await store.take(request('d', { dayLimit: 2 }))).refusedBy, 'daily')
  })

  t.test('a refund for another day touches today nowhere', async t => {
    const store = await make(t)
    const { dayNumber } = await store.take(request('a', { dayLimit: 1 }))
    await store.refund('anna', 'a', dayNumber - 1)
    t.equal((await store.take(request('b', { dayLimit: 1 }))).refusedBy, 'daily')
  })

  t.test('users do not share, but a user’s count survives a change of keys', async t => {
    const store = await make(t)
    await store.take(request('a', { owner: 'old-hash', dayLimit: 2 }))
    t.match(await store.take(request('b', { owner: 'new-hash', formerOwners: ['old-hash'], dayLimit: 2 })), { refusedBy: undefined, day: { used: 2 } })
    t.equal((await store.take(request('c', { owner: 'new-hash', formerOwners: ['old-hash'], dayLimit: 2 }))).refusedBy, 'daily')
    t.equal((await store.take(request('d', { owner: 'somebody-else', dayLimit: 2 }))).refusedBy, undefined)
  })

  t.test('a limit of 0 refuses all; the windows say when they end', async t => {
    const store = await make(t)
    const { refusedBy, burst, day } = await store.take(request('a', { dayLimit: 0 }))
    t.equal(refusedBy, 'daily')
    t.ok(burst.resetMs > 0 && burst.resetMs <= MINUTE_MS)
    t.ok(day.resetMs > 0 && day.resetMs <= DAY_MS)
  })
}
