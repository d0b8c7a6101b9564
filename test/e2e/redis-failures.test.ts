/**
 * Two real processes while their Redis is away, hangs, dies, fills up or is emptied: everybody is answered, nobody waits long, and it is
 * as before within a second. AMORA_TEST_FULL=1 lets each outage last 12 s.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import t from 'tap'
import { redisMissing, startRedis } from '../servers/redis.ts'
import { operator } from './house.ts'
import { FULL, PHASE_MS, reasonsOf, startScene, through, usually } from './outage.ts'
import { lastTroubleAfter } from './traffic.ts'

t.setTimeout(FULL ? 600_000 : 110_000)

t.test('one server, two processes', { skip: redisMissing }, async t => {
  const redis = await startRedis(t)
  await redis.kill()
  const scene = await startScene(t, 2, redis.url)
  const linesAboutRedis = () => scene.house.replicas.map(({ stdout }) => stdout().split('\n').filter(line => line.includes('"msg":"Redis ')).length)

  t.test('it is not there at the start: V1 answers, and V2 as soon as it comes', async t => {
    const from = performance.now()
    await sleep(PHASE_MS)
    await redis.restart()
    const backAt = performance.now()
    await sleep(1300)
    const samples = await scene.traffic.between(from, performance.now())
    t.ok(samples.every(({ status }) => status === 200))
    t.ok(samples.every(({ kind, engine, sentAt }) => kind !== 'v2' || sentAt > backAt - 100 || engine === 'v1'))
    // The talk that began with V1 stays there: its session is pinned.
    const lateMs = lastTroubleAfter(samples.filter(({ kind }) => kind !== 'talk'), backAt)
    t.ok(lateMs < 1000, `V2 ${lateMs.toFixed()} ms after it came`)
    t.strictSame(linesAboutRedis(), [2, 2], 'said once that it is away, and once that it is back')
    scene.traffic.newTalk()
  })

  t.test('as it is when all is well', async t => { await usually(t, scene) })

  t.test('it hangs', async t => {
    t.strictSame(reasonsOf(await through(t, scene, { begin: redis.stall, end: redis.resume })), ['state_unavailable'])
    t.strictSame(linesAboutRedis(), [4, 4])
  })

  t.test('it dies and comes back empty', async t => {
    t.strictSame(reasonsOf(await through(t, scene, { begin: redis.kill, end: redis.restart })), ['state_unavailable'])
    t.strictSame(linesAboutRedis(), [6, 6])
  })

  t.test('it is full: limits and sessions go on locally, the cache finds nothing, V1 stands in for what would cost money', async t => {
    const during = await through(t, scene, { begin: async () => redis.client.config('SET', 'maxmemory', '1'), end: async () => redis.client.config('SET', 'maxmemory', '0') })
    t.strictSame(reasonsOf(during), ['state_unavailable'])
    t.strictSame(linesAboutRedis(), [8, 8])
  })

  t.test('it is emptied: answers go on, and the money goes on from what the processes saw spent', async t => {
    const spent = async () => (await operator(scene.house.replicas[0]!, '/admin/budget')).day!.spent_usd
    const before = await spent()
    const during = await through(t, scene, { begin: async () => redis.client.flushall(), end: () => {}, lastsMs: 0 })
    t.strictSame(reasonsOf(during), [], 'nobody noticed')
    const after = await spent()
    t.ok(before > 0 && after >= before * 0.9, `spent $${before.toFixed(5)} before, $${after.toFixed(5)} after`)
  })
})
