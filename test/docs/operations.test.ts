/** What docs/operations.md says of keys and sizes is what is found in Redis. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import t from 'tap'
import { person } from '../helper.ts'
import { redisMissing, startRedis } from '../servers/redis.ts'
import { measure } from '../simulations/redis-size.ts'
import { stage } from '../turn/harness.ts'

const TEXT = readFileSync(join(import.meta.dirname, '../../docs/operations.md'), 'utf8')
const rows = TEXT.split('\n').filter(line => line.startsWith('| ')).map(line => line.split('|').slice(1, -1).map(cell => cell.trim()))

/** What stands for something else in a key of the table. */
const PLACES: ReadonlyArray<readonly [RegExp, string]> = [
  [/\{user\}/g, '\\{[\\w-]+\\.[\\w-]{22}\\}'], [/:user$/g, ':[\\w-]+\\.[\\w-]{22}'], [/\{(digest)\}/g, '\\{[0-9a-f]{64}\\}'], [/:digest$/g, ':[0-9a-f]{64}'],
  [/\{turn\}/g, '\\{[0-9a-f-]{36}\\}'], [/:turn$/g, ':[0-9a-f-]{36}'], [/:N(?=:|$)/g, ':\\d+'], [/:tier$/g, ':(free|paid)'], [/:session(?=$|:(messages|wordings|lock)$)/g, ':[\\w-]+'], [/\{(index|budget|rollout|costs|chat|moderation)\}/g, '\\{$1\\}']
]

const documented = rows.filter(([key]) => key?.startsWith('`amora:')).map(([key, , ends]) => {
  const name = key!.replaceAll('`', '')
  return { name, pattern: new RegExp(`^${PLACES.reduce((pattern, [place, stands]) => pattern.replace(place, stands), name)}$`), lastsForEver: ends!.startsWith('never') }
})

const PAUSE_MS = 500

t.test('every key is in the table, every row is a key, and all end but those that are said not to', { skip: redisMissing }, async t => {
  const redis = await startRedis(t)
  const { app, fake } = await stage(t, { breaker: { openMs: PAUSE_MS, lastingOpenMs: PAUSE_MS }, env: { REDIS_URL: redis.url } })
  const found = new Map<string, number>()
  const look = async () => {
    for (const key of await redis.client.keys('*')) {
      const leftMs = await redis.client.pttl(key)
      const isGone = leftMs === -2
      if (!isGone) found.set(key, leftMs)
    }
  }
  const anna = person(app, { tier: 'paid' })
  fake.fault('latency', { latencyMs: 150 })
  const over = new AbortController()
  const turn = anna.say('How do I trust him again after he lied to me?', {}, { 'idempotency-key': 'k' }).finally(() => { over.abort() })
  while (!over.signal.aborted) await look()
  t.equal((await turn).status, 200)
  await sleep(100)
  await look()
  // The model's server fails till it is left alone, and is tried again.
  fake.heal()
  fake.fault('server_error')
  for (let n = 0; n < 6; n++) await person(app).say(`How do I begin evening ${n} with him?`)
  await sleep(PAUSE_MS)
  await person(app).say('And how do I end it?')
  await app.inject({ method: 'DELETE', url: '/api/v1/coach/memory', headers: { authorization: `Bearer ${anna.token}` } })
  await look()
  for (const [key, leftMs] of found) {
    const row = documented.find(({ pattern }) => pattern.test(key))
    t.ok(row, `${key} is in the table`)
    t.equal(leftMs === -1, row?.lastsForEver, `${key} ends: ${leftMs}`)
  }
  t.strictSame(documented.filter(({ pattern }) => ![...found.keys()].some(key => pattern.test(key))).map(({ name }) => name), [], 'rows that are no key')
})

t.test('sizes are within a third of what is measured', { skip: redisMissing }, async t => {
  const bytes = await measure(await startRedis(t), 400)
  const said = new Map(rows.filter(([what]) => what !== undefined && what in bytes).map(([what, size]) => [what!, Number(size!.replaceAll(',', ''))]))
  t.strictSame([...said.keys()], Object.keys(bytes), 'each is said')
  for (const [what, size] of Object.entries(bytes)) t.ok(Math.abs(size / said.get(what)! - 1) < 1 / 3, `${what}: ${said.get(what)} said, ${size} measured`)
})
