/** One session, written to by many from three real processes at once. AMORA_TEST_FULL=1 makes 5,000 turns of it. */
import { setTimeout as sleep } from 'node:timers/promises'
import t, { type Test } from 'tap'
import { monitorRedis } from '../servers/redis-monitor.ts'
import { redisMissing, startRedis, type RedisServer } from '../servers/redis.ts'
import { countedToday, ownerOf, somebody, startHouse, timesWithoutRedis, type House, type Somebody } from './house.ts'

const FULL = process.env.AMORA_TEST_FULL === '1'
const SESSION_TURNS = FULL ? 5000 : 1000
const WRITERS = 30

t.setTimeout(FULL ? 600_000 : 110_000)

/** A machine that keeps Redis from answering in 100 ms is no setting for this; the failures have tests of their own. */
const ATTEMPTS = 3

t.test(`${SESSION_TURNS} turns of one session from three processes at once: one at a time, none lost`, { skip: redisMissing }, async t => {
  const redis = await startRedis(t)
  const house = await startHouse(t, 3, { REDIS_URL: redis.url, AMORA_FREE_DAILY_LIMIT: '1000000', AMORA_CONTEXT_MESSAGES: '50' })
  for (let attempt = 1; ; attempt++) {
    const before = await timesWithoutRedis(house)
    const anna = somebody()
    const session = `amora:session:1:{${ownerOf(anna.userId)}}:long`
    const steps = await watch(t, redis, session)
    const startedAt = performance.now()
    const busy = await writeAtOnce(house, anna)
    t.comment(`${SESSION_TURNS} turns by ${WRITERS} writers in ${((performance.now() - startedAt) / 1000).toFixed(1)} s, ${busy} times busy`)
    await sleep(200)
    t.equal(await redis.client.hget(session, 'turns'), String(SESSION_TURNS), 'each answered turn is in the session')
    if (await timesWithoutRedis(house) > before && attempt < ATTEMPTS) continue
    t.equal(await countedToday(redis.client, anna.userId), SESSION_TURNS, 'each that found it busy was given back')
    t.equal(steps.filter(step => step === 'write').length, SESSION_TURNS)
    t.equal(steps.findIndex((step, at) => step !== (at % 2 === 0 ? 'open' : 'write')), -1, 'none was opened before the one before it was written')
    const roles = (await redis.client.lrange(`${session}:messages`, 0, -1)).map(text => (JSON.parse(text) as { role: string }).role)
    t.strictSame(roles, Array.from({ length: 50 }, (_, at) => at % 2 === 0 ? 'user' : 'assistant'))
    return
  }
})

/** Writers that each send their next message when the one before is answered, again when it found the session busy; how often that was. */
async function writeAtOnce (house: House, { say }: Somebody): Promise<number> {
  let left = SESSION_TURNS
  let busy = 0
  const write = async (): Promise<void> => {
    while (left > 0) {
      const n = left--
      for (;;) {
        const { status, body } = await say(house.any(), { specific_question: `How do I go on, for the ${n}th time?`, session_id: 'long' })
        if (status === 200) break
        if (body.code !== 'AMORA_SESSION_BUSY') throw new Error(`${status} ${body.code}`)
        busy++
      }
    }
  }
  await Promise.all(Array.from({ length: WRITERS }, write))
  return busy
}

/** What the server did to a session, in its own order: `open` once it is locked and read, `write` once it is saved. */
async function watch (t: Test, redis: RedisServer, session: string): Promise<Array<'open' | 'write'>> {
  const steps: Array<'open' | 'write'> = []
  await monitorRedis(t, redis, line => {
    if (line.includes(`"HMGET" "${session}" `)) steps.push('open')
    if (line.includes(`"HINCRBY" "${session}" "turns"`)) steps.push('write')
  })
  return steps
}
