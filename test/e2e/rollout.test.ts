/**
 * Four real processes and a real Redis. Short by default; AMORA_TEST_FULL=1 makes 200 kills, 50 with the channel cut, restarts
 * every replica and waits for the state to grow old (about three minutes: node test/e2e/rollout.test.ts).
 */
import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import t from 'tap'
import { redisMissing, startRedis, type RedisServer } from '../servers/redis.ts'
import { startReplica, type OperatorReply, type Replica, type Turn } from './fleet.ts'

const FULL = process.env.AMORA_TEST_FULL === '1'
const ROUNDS = FULL ? { kills: 200, acknowledged: 50, cut: 50, races: 50 } : { kills: 20, acknowledged: 10, cut: 2, races: 10 }
const STATE = 'amora:rollout:1:{rollout}'
const BECAUSE = { reason: 'a test' }

t.setTimeout(FULL ? 600_000 : 110_000)

const isOnV2 = ({ engine, degraded }: Turn) => engine === 'v2' || degraded

/** Milliseconds from now until a replica applies the version, as its metrics show. */
async function applied (replica: Replica, version: number): Promise<number> {
  const startedAt = performance.now()
  while (await replica.gauge('amora_rollout_state_version') < version) await sleep(1)
  return performance.now() - startedAt
}

/** Whether a replica that has just started gets to V2; before its first turns it may have no room. */
async function onV2 (replica: Replica): Promise<boolean> {
  for (let tries = 0; tries < 50; tries++) {
    if (isOnV2(await replica.turn())) return true
    await sleep(100)
  }
  return false
}

async function resume (replica: Replica): Promise<OperatorReply> {
  const { version } = (await replica.operate('GET', '')).body
  return (await replica.operate('POST', '/resume?wait=5000', BECAUSE, version)).body
}

/** Turns on every replica, one after the other on each, until it is stopped. */
function keepAsking (fleet: readonly Replica[]) {
  const turns: Array<{ sentAt: number, endedAt: number, isV2: boolean, status: number }> = []
  const end = new AbortController()
  const asking = fleet.map(async replica => {
    while (!end.signal.aborted) {
      const sentAt = performance.now()
      const turn = await replica.turn()
      turns.push({ sentAt, endedAt: performance.now(), isV2: isOnV2(turn), status: turn.status })
    }
  })
  const stop = async () => {
    end.abort()
    await Promise.all(asking)
    return turns
  }
  return { stop }
}

function shown (samples: readonly number[]): string {
  const sorted = [...samples].sort((one, other) => one - other)
  const at = (share: number) => sorted[Math.ceil(share * sorted.length) - 1]!.toFixed(1)
  return `${sorted.length} samples: p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, max ${at(1)} ms`
}

t.test('four processes follow one dial', { skip: redisMissing }, async t => {
  const redis: RedisServer = await startRedis(t)
  const env = { REDIS_URL: redis.url, AMORA_V2_ROLLOUT_PERCENTAGE: '100' }
  const fleet = await Promise.all([1, 2, 3, 4].map(async () => startReplica(t, env)))
  const anyOf = (round: number) => fleet[round % fleet.length]!
  /** Kills, and tells how long after the 200 the slowest replica applied it. */
  const killed = async (replica: Replica) => {
    const { version } = (await replica.operate('POST', '/kill', BECAUSE)).body
    return Math.max(...await Promise.all(fleet.map(async each => applied(each, version))))
  }

  await t.test('a kill reaches every replica within 250 ms of the operator’s 200', async t => {
    for (const replica of fleet) t.equal(await onV2(replica), true)
    const lags: number[] = []
    for (let round = 0; round < ROUNDS.kills; round++) {
      lags.push(await killed(anyOf(round)))
      const turns = await Promise.all(fleet.map(async replica => replica.turn()))
      t.notOk(turns.some(isOnV2), 'a turn on each replica that has the kill is V1’s')
      t.strictSame((await resume(anyOf(round + 1))).pending, [])
    }
    t.comment(`slowest replica after each kill: ${shown(lags)}`)
    // Fewer than a hundred can't tell one in a hundred: one slow one is the machine's.
    const slow = lags.filter(lag => lag > 250).length
    t.ok(slow <= Math.max(1, lags.length / 100), shown(lags))
  })

  await t.test('after a kill that everybody acknowledged no turn is V2’s, with busy event loops', async t => {
    const load = keepAsking(fleet)
    const dead: Array<readonly [number, number]> = []
    const lags: number[] = []
    for (let round = 0; round < ROUNDS.acknowledged; round++) {
      const startedAt = performance.now()
      const { body } = await anyOf(round).operate('POST', '/kill?wait=5000', BECAUSE)
      const from = performance.now()
      lags.push(from - startedAt)
      t.strictSame([body.acknowledged.length, body.pending], [4, []])
      await sleep(60)
      dead.push([from, performance.now()])
      await resume(anyOf(round))
    }
    const turns = await load.stop()
    const whileDead = turns.filter(({ sentAt, endedAt }) => dead.some(([from, to]) => sentAt >= from && endedAt <= to))
    t.comment(`${turns.length} turns, ${whileDead.length} of them while dead; a kill and its acknowledgement by all: ${shown(lags)}`)
    t.ok(whileDead.length >= ROUNDS.acknowledged)
    t.strictSame(whileDead.filter(({ isV2 }) => isV2), [])
    t.ok(turns.every(({ status }) => status === 200 || status === 503) && turns.some(({ isV2 }) => isV2), 'the others were answered, or shed on a machine that is too slow')
  })

  await t.test('of two PUTs on one version one wins', async t => {
    for (let round = 0; round < ROUNDS.races; round++) {
      const { version } = (await fleet[0]!.operate('GET', '')).body
      const shares = round % 2 === 0 ? [20, 30] : [40, 50]
      const answers = await Promise.all(shares.map(async (percentage, at) => anyOf(round + at).operate('PUT', '', { percentage, ...BECAUSE }, version)))
      t.strictSame(answers.map(({ status }) => status).sort(), [200, 412])
      t.equal((await anyOf(round + 2).operate('GET', '')).body.version, version + 1)
    }
  })

  await t.test('a kill wins against the promotions and PUTs of others', async t => {
    for (let round = 0; round < ROUNDS.races; round++) {
      const { version } = (await fleet[0]!.operate('GET', '')).body
      await Promise.all([
        anyOf(round).operate('POST', '/kill', BECAUSE),
        anyOf(round + 1).operate('POST', '/promote', { ...BECAUSE, force: true }, version),
        anyOf(round + 2).operate('PUT', '', { percentage: 40, enabled: true, ...BECAUSE }, version),
        anyOf(round + 3).operate('POST', '/pause', BECAUSE)
      ])
      t.equal((await fleet[0]!.operate('GET', '')).body.status, 'killed')
      await resume(fleet[0]!)
    }
    const { version } = (await fleet[0]!.operate('GET', '')).body
    await fleet[0]!.operate('PUT', '?wait=5000', { percentage: 100, ...BECAUSE }, version)
  })

  await t.test('a session keeps its engine when the dial goes down or pauses, and loses it to a kill', async t => {
    const talk = { userId: randomUUID(), sessionId: randomUUID() }
    const engineOn = async (replica: Replica) => isOnV2(await replica.turn(talk))
    t.equal(await engineOn(fleet[0]!), true)
    const { version } = (await fleet[0]!.operate('GET', '')).body
    await fleet[0]!.operate('PUT', '?wait=5000', { percentage: 0, ...BECAUSE }, version)
    t.equal(await engineOn(fleet[1]!), true, 'pinned, in another process')
    t.equal(isOnV2(await fleet[1]!.turn()), false, 'new ones are not let in')
    await fleet[2]!.operate('POST', '/pause?wait=5000', BECAUSE)
    t.equal(await engineOn(fleet[2]!), true)
    await fleet[3]!.operate('POST', '/kill?wait=5000', BECAUSE)
    t.equal(await engineOn(fleet[3]!), false)
    await resume(fleet[0]!)
    const now = (await fleet[0]!.operate('GET', '')).body.version
    await fleet[0]!.operate('PUT', '?wait=5000', { percentage: 100, ...BECAUSE }, now)
  })

  await t.test('with the channel cut a move arrives within 1.5 s', async t => {
    await redis.client.acl('SETUSER', 'default', 'resetchannels')
    const lags: number[] = []
    for (let round = 0; round < ROUNDS.cut; round++) {
      lags.push(await killed(anyOf(round)))
      // Not in step with the polls.
      await sleep(Math.random() * 300)
      await resume(anyOf(round))
    }
    await redis.client.acl('SETUSER', 'default', 'allchannels')
    t.comment(`slowest replica after each kill, channel cut: ${shown(lags)}`)
    t.ok(Math.max(...lags) <= 1500, shown(lags))
    t.ok(Math.max(...lags) > 50, 'the channel was really cut')
    await sleep(1500)
    t.ok(await killed(fleet[0]!) < 250, 'and it is heard again')
    await resume(fleet[0]!)
  })

  await t.test('Redis dead: every turn is answered; back and empty: the dial stands as it stood', async t => {
    const { version } = (await fleet[0]!.operate('GET', '')).body
    await fleet[0]!.operate('PUT', '?wait=5000', { percentage: 77, ...BECAUSE }, version)
    await redis.kill()
    const turns = await Promise.all(fleet.map(async replica => replica.turn()))
    t.strictSame(turns.map(({ status }) => status), [200, 200, 200, 200])
    t.match(await fleet[0]!.operate('PUT', '', { percentage: 10, ...BECAUSE }, version + 1), { status: 503, body: { detail: /Redis does not answer/ } })
    if (FULL) {
      await sleep(61_000)
      for (const replica of fleet) {
        t.equal(await replica.gauge('amora_rollout_percentage'), 0, 'too old to go by')
        t.equal(isOnV2(await replica.turn()), false)
      }
    }
    await redis.restart()
    const backAt = performance.now()
    while (await redis.client.hget(STATE, 'basisPoints') === null && performance.now() - backAt < 5000) await sleep(10)
    t.comment(`the dial was back in the empty Redis after ${(performance.now() - backAt).toFixed(0)} ms`)
    t.match(await redis.client.hgetall(STATE), { basisPoints: '7700', version: String(version + 1), status: 'ramping' })
    await sleep(1500)
    for (const replica of fleet) t.equal(await replica.gauge('amora_rollout_percentage'), 77)
  })

  await t.test('a rollback survives a rolling restart', async restarting => {
    await fleet[0]!.operate('POST', '/rollback?wait=5000', BECAUSE)
    for (const [at, replica] of fleet.entries()) {
      if (!FULL && at > 0) break
      restarting.equal(await replica.stop(), 0)
      fleet[at] = await startReplica(t, env)
      restarting.equal(isOnV2(await fleet[at].turn()), false)
    }
    const { body } = await fleet[0]!.operate('GET', '')
    restarting.match([body.status, body.replicas.length], ['rolled_back', 4], 'who has ended is not counted')
    restarting.strictSame((await resume(fleet[0]!)).pending, [])
    const { version } = (await fleet[0]!.operate('GET', '')).body
    await fleet[0]!.operate('PUT', '?wait=5000', { percentage: 100, ...BECAUSE }, version)
  })

  await t.test('SIGUSR2 kills V2 in one process, which goes on serving', async t => {
    const [one, other] = fleet
    one!.process.kill('SIGUSR2')
    const until = performance.now() + 2000
    while (isOnV2(await one!.turn()) && performance.now() < until) await sleep(5)
    t.match(await one!.turn(), { status: 200, engine: 'v1', degraded: false })
    t.equal(isOnV2(await other!.turn()), true, 'the others are on V2')
    t.equal(await one!.gauge('amora_rollout_percentage'), 0)
    t.match((await one!.operate('GET', '')).body, { status: 'complete', this_replica: { killed: 'SIGUSR2' } })
    await other!.operate('POST', '/kill?wait=5000', BECAUSE)
    await resume(other!)
    t.equal(isOnV2(await one!.turn()), false, 'a resume does not lift it')
  })
})
