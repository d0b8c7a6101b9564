import { randomUUID } from 'node:crypto'
import t from 'tap'
import type { FastifyInstance } from 'fastify'
import { metric } from '../helper.ts'
import { bucketOf } from '../../services/rollout.ts'
import { eventually, operator, sharedDial, startReplica, type SharedDial } from './rollout-harness.ts'

const ON = { AMORA_V2_ENABLED: 'true', AMORA_V2_ROLLOUT_PERCENTAGE: '100' }
const assigned = (app: FastifyInstance) => app.rollout.assign({ userId: randomUUID() })
const V2 = { engine: 'v2', reason: 'in_rollout' }

/** Users in the lower half of the dial and in the upper one. */
const userAt = (isWanted: (bucket: number) => boolean) => {
  for (;;) {
    const userId = randomUUID()
    if (isWanted(bucketOf(userId, 'amora-v2'))) return userId
  }
}

t.test('without Redis the environment’s percentage starts the dial of this process', async t => {
  const app = await startReplica(t, { env: { ...ON, AMORA_V2_ROLLOUT_PERCENTAGE: '12.34' } })
  const { body } = await operator(app).get()
  t.match(body, { version: 1, status: 'ramping', percentage: 12.34, effective_percentage: 12.34, by: 'env', conflicts: [], this_replica: { standing: 'current' } })
  t.equal(app.rollout.assign({ userId: userAt(bucket => bucket < 1234) }).engine, 'v2')
  t.equal(app.rollout.assign({ userId: userAt(bucket => bucket >= 1234) }).engine, 'v1')
  t.strictSame(app.rollout.assign({ userId: userAt(bucket => bucket >= 1234), pinned: 'v2' }), { engine: 'v2', reason: 'pinned' }, 'a session keeps its engine')
})

t.test('a first start goes no further than the ceiling, and does not complain of it', async t => {
  const app = await startReplica(t, { env: { ...ON, AMORA_V2_MAX_PERCENTAGE: '20' } })
  t.match((await operator(app).get()).body, { status: 'ramping', percentage: 20, conflicts: [] })
})

t.test('environment × state, after a restart: the switch and the ceiling hold, the percentage does not, and no stop is undone', async t => {
  const environments = { off: { AMORA_V2_ENABLED: 'false' }, zero: { ...ON, AMORA_V2_ROLLOUT_PERCENTAGE: '0' }, all: ON, capped: { ...ON, AMORA_V2_MAX_PERCENTAGE: '20' } }
  const states = { ramping: undefined, paused: 'pause', killed: 'kill', rolled_back: 'rollback' } as const
  const percentages = { off: 0, zero: 50, all: 50, capped: 20 }
  const conflicts = { off: [['enabled'], ['enabled'], [], []], zero: 'percentage', all: 'percentage', capped: 'max_percentage' } as const
  for (const [environment, env] of Object.entries(environments)) {
    for (const [at, [status, move]] of Object.entries(states).entries()) {
      const what = `${environment} × ${status}`
      const dial = sharedDial()
      const before = await startReplica(t, { rolloutStore: dial, env: { ...ON, AMORA_V2_ROLLOUT_PERCENTAGE: '50' } })
      if (move) await operator(before).post(`/${move}`)
      await before.close()
      const app = await startReplica(t, { rolloutStore: dial, env })
      const { body } = await operator(app).get()
      const name = environment as keyof typeof environments
      const running = status === 'ramping' && name !== 'off'
      t.match(body, { status, percentage: 50, effective_percentage: running ? percentages[name] : 0, enabled: name !== 'off' && (running || status === 'paused') }, what)
      const expected = name === 'off' ? conflicts.off[at] : name === 'capped' ? ['percentage', 'max_percentage'] : [conflicts[name]]
      t.strictSame((body.conflicts as Array<{ key: string }>).map(({ key }) => key), expected, `${what}: conflicts`)
      const { reason, engine } = app.rollout.assign({ userId: userAt(bucket => bucket < 2000) })
      t.strictSame({ reason, engine }, name === 'off' ? { reason: 'env_disabled', engine: 'v1' } : running ? { reason: 'in_rollout', engine: 'v2' } : { reason: status, engine: 'v1' }, what)
      const inUpperHalf = app.rollout.assign({ userId: userAt(bucket => bucket >= 5000) })
      t.equal(inUpperHalf.engine, 'v1', what)
    }
  }
})

t.test('a rollback survives the restart of every replica, one after the other', async t => {
  const dial = sharedDial()
  let fleet = await Promise.all(['a', 'b', 'c', 'd'].map(async replica => startReplica(t, { rolloutStore: dial, replica, env: ON })))
  t.strictSame(assigned(fleet[0]!), V2)
  await operator(fleet[1]!).post('/rollback')
  for (const replica of ['a', 'b', 'c', 'd']) {
    await fleet[0]!.close()
    fleet = [...fleet.slice(1), await startReplica(t, { rolloutStore: dial, replica, env: ON })]
    for (const app of fleet) t.strictSame(assigned(app), { engine: 'v1', reason: 'rolled_back' })
  }
})

t.test('where the environment turns V2 off nothing is started, so that a later deployment’s percentage counts', async t => {
  const dial = sharedDial()
  const off = await startReplica(t, { rolloutStore: dial, env: { AMORA_V2_ENABLED: 'false', AMORA_V2_ROLLOUT_PERCENTAGE: '0' } })
  t.match((await operator(off).get()).body, { version: 0, status: 'off', enabled: false })
  const on = await startReplica(t, { rolloutStore: dial, env: { ...ON, AMORA_V2_ROLLOUT_PERCENTAGE: '10' } })
  t.match((await operator(on).get()).body, { version: 1, percentage: 10, conflicts: [] })
})

t.test('a store that does not answer at the start means V1, and V2 by itself once it does', async t => {
  const dial = sharedDial()
  dial.down = true
  const app = await startReplica(t, { rolloutStore: dial, env: ON })
  t.strictSame(assigned(app), { engine: 'v1', reason: 'state_unavailable' })
  t.match((await operator(app).get()).body, { version: 0, effective_percentage: 0, this_replica: { standing: 'unavailable' }, replicas: [] })
  t.equal(await metric(app, 'amora_rollout_percentage'), 0)
  dial.down = false
  t.strictSame(await eventually(() => assigned(app), ({ engine }) => engine === 'v2'), V2)
})

t.test('a state that was confirmed is used for a minute, then V1 answers, and V2 again when the store is back', async t => {
  const dial = sharedDial()
  let now = 1000
  const app = await startReplica(t, { rolloutStore: dial, env: ON, now: () => now })
  dial.down = true
  now += 60_000
  t.strictSame(assigned(app), V2)
  now += 1
  t.strictSame(app.rollout.assign({ userId: randomUUID(), pinned: 'v2' }), { engine: 'v1', reason: 'state_unavailable' }, 'pinned, too')
  t.match((await operator(app).get()).body, { version: 1, this_replica: { standing: 'stale', age_seconds: 60.001 }, enabled: false })
  t.equal(await metric(app, 'amora_rollout_state_age_seconds'), 60.001)
  t.equal(await metric(app, 'amora_rollout_enabled'), 0)
  dial.down = false
  t.strictSame(await eventually(() => assigned(app), ({ engine }) => engine === 'v2'), V2)
})

t.test('a move reaches a replica by what it is told, and by asking where nothing is told', async t => {
  const dial = sharedDial()
  const [here, there] = [await startReplica(t, { rolloutStore: dial, replica: 'here', env: ON }), await startReplica(t, { rolloutStore: dial, replica: 'there', env: ON })]
  const kill = await operator(here).post('/kill')
  t.strictSame(assigned(there), { engine: 'v1', reason: 'killed' }, 'at once')
  t.strictSame(kill.body.acknowledged, ['here', 'there'])
  dial.muted = true
  await operator(here).post('/resume')
  t.strictSame(assigned(there), { engine: 'v1', reason: 'killed' }, 'not told')
  t.strictSame(await eventually(() => assigned(there), ({ engine }) => engine === 'v2'), V2)
})

t.test('a warm replica brings an emptied store back, and a new one follows it', async t => {
  const dial = sharedDial()
  const warm = await startReplica(t, { rolloutStore: dial, env: ON, replica: 'warm' })
  await operator(warm).post('/rollback', { reason: 'gate' })
  dial.empty()
  const cold = await startReplica(t, { rolloutStore: dial, env: ON, replica: 'cold' })
  t.strictSame(await eventually(() => assigned(cold), ({ engine }) => engine === 'v1'), { engine: 'v1', reason: 'rolled_back' })
  t.match((await operator(cold).get()).body, { status: 'rolled_back', version: 2, reason: 'gate' })
  t.match((await dial.audit('', 9)).at(-1), { move: 'heal', version: 2 }, 'and the audit says so')
})

t.test('a kill that a new replica writes to an emptied store is not lost to the older state of the others', async t => {
  const dial = sharedDial()
  const warm = await startReplica(t, { rolloutStore: dial, env: ON, replica: 'warm', pollMs: 60_000 })
  for (const percentage of [90, 80, 70]) await operator(warm).put('', { percentage, reason: 'down' })
  dial.empty()
  dial.muted = true
  const cold = await startReplica(t, { rolloutStore: dial, env: ON, replica: 'cold' })
  await operator(cold).post('/kill')
  t.equal(warm.rollout.assign({ userId: userAt(bucket => bucket < 7000) }).engine, 'v2', 'it has not heard')
  dial.muted = false
  t.match((await operator(warm).get()).body, { status: 'killed', percentage: 70 })
  t.strictSame(assigned(warm), { engine: 'v1', reason: 'killed' })
  t.match((await operator(cold).get()).body, { status: 'killed', percentage: 70 })
})

t.test('a local kill beats the state until the process ends, and shows', async t => {
  const dial = sharedDial()
  const [here, there] = [await startReplica(t, { rolloutStore: dial, env: ON }), await startReplica(t, { rolloutStore: dial, env: ON })]
  here.rollout.killLocally('SIGUSR2')
  t.strictSame(here.rollout.assign({ userId: randomUUID(), pinned: 'v2', forced: 'v2' }), { engine: 'v1', reason: 'killed' })
  t.strictSame(assigned(there), V2)
  t.match((await operator(here).get()).body, { status: 'complete', effective_percentage: 0, enabled: false, this_replica: { killed: 'SIGUSR2' } })
  t.equal(await metric(here, 'amora_rollout_state', { state: 'killed' }), 1)
  t.equal(await metric(here, 'amora_rollout_transitions_total', { to: 'killed', by: 'signal' }), 1)
  await operator(here).post('/kill')
  await operator(here).post('/resume')
  t.equal(assigned(here).engine, 'v1', 'a resume does not lift it')
})

t.test('lists and signed overrides decide before the dial, in their order', async t => {
  const app = await startReplica(t, { env: { ...ON, AMORA_V2_ROLLOUT_PERCENTAGE: '0' } })
  const [allowed, denied, nobody] = [randomUUID(), randomUUID(), randomUUID()]
  const soon = new Date(Date.now() + 300).toISOString()
  await operator(app).put('/overrides', { reason: 'QA', overrides: [{ user_id: allowed.toUpperCase(), list: 'allowed', expires_at: soon }, { user_id: denied, list: 'denied' }] })
  const assign = (userId: string, more: object = {}) => app.rollout.assign({ userId, ...app.identity.pseudonymsOf(userId), ...more })
  t.strictSame(assign(allowed), { engine: 'v2', reason: 'allowed' })
  t.strictSame(assign(denied, { forced: 'v2' }), { engine: 'v1', reason: 'denied' })
  t.strictSame(assign(nobody, { forced: 'v2' }), { engine: 'v2', reason: 'forced' })
  t.strictSame(assign(nobody), { engine: 'v1', reason: 'out_of_rollout' })
  t.equal(await metric(app, 'amora_rollout_assignments_total', { engine: 'v2', reason: 'allowed' }), 1)
  t.equal(await metric(app, 'amora_rollout_assignments_total', { engine: 'v1', reason: 'denied' }), 1)
  t.strictSame(await eventually(() => assign(allowed), ({ engine }) => engine === 'v1'), { engine: 'v1', reason: 'out_of_rollout' }, 'until it expires')
})

t.test('the metrics say what is in force', async t => {
  const dial = sharedDial()
  const [app, other] = [await startReplica(t, { rolloutStore: dial, env: ON }), await startReplica(t, { rolloutStore: dial, env: ON })]
  await operator(app).put('', { percentage: 25, reason: 'slower' })
  t.equal(await metric(app, 'amora_rollout_percentage'), 25)
  t.equal(await metric(app, 'amora_rollout_enabled'), 1)
  t.equal(await metric(app, 'amora_rollout_state', { state: 'ramping' }), 1)
  t.equal(await metric(app, 'amora_rollout_state', { state: 'complete' }), 0)
  t.equal(await metric(app, 'amora_rollout_state_version'), 2)
  t.equal(await metric(app, 'amora_rollout_config_conflict', { key: 'percentage' }), 1)
  t.equal(await metric(app, 'amora_rollout_config_conflict', { key: 'enabled' }), 0)
  t.equal(await metric(app, 'amora_rollout_transitions_total', { to: 'ramping', by: 'operator' }), 1)
  t.equal(await metric(app, 'amora_rollout_transitions_total', { to: 'complete', by: 'env' }), 1, 'the first start')
  t.equal(await metric(other, 'amora_rollout_transitions_total', { to: 'ramping', by: 'operator' }), 0, 'the writer alone counts')
  t.equal(await metric(other, 'amora_rollout_percentage'), 25)
  t.match((await other.metrics.registry.metrics()), /amora_rollout_propagation_seconds_count(\{\})? 1\n/)
  await operator(app).put('/overrides', { overrides: [], reason: 'none' })
  t.equal(await metric(app, 'amora_rollout_transitions_total', { to: 'ramping', by: 'operator' }), 1, 'a list is no transition')
  await operator(app).post('/kill')
  t.equal(await metric(other, 'amora_rollout_percentage'), 0)
})

t.test('a disagreement of environment and state is logged once, and no reason, user or hash at all', async t => {
  const log: Array<Record<string, unknown>> = []
  const app = await startReplica(t, { log, env: { ...ON, AMORA_V2_ROLLOUT_PERCENTAGE: '10' } })
  const { put } = operator(app)
  for (const percentage of [20, 30, 40]) await put('', { percentage, reason: 'words of an operator' })
  t.strictSame(log.filter(({ level }) => Number(level) >= 40).map(({ variable }) => variable), ['AMORA_V2_ROLLOUT_PERCENTAGE'])
  t.match(log.filter(({ msg }) => msg === 'the dial moved').at(-1), { version: 4, percentage: 40, by: 'operator' })
  t.notMatch(JSON.stringify(log), /words of an operator|test\./)
})

t.test('a kill is tried again while the store does not answer; another move is refused and says what to do', async t => {
  const dial = sharedDial()
  const app = await startReplica(t, { rolloutStore: dial, env: ON })
  const { ask, put } = operator(app)
  dial.down = true
  t.match(await put('', { percentage: 50, reason: 'down' }, 1), { status: 503, body: { code: 'AMORA_UNAVAILABLE', detail: /Redis does not answer.*SIGUSR2/ }, headers: { 'retry-after': '1' } })
  setTimeout(() => { dial.down = false }, 250)
  t.match(await ask('POST', '/kill', { payload: { reason: 'fire' } }), { status: 200, body: { status: 'killed' } })
  t.equal(assigned(app).engine, 'v1')
})

t.test('a kill gives up after two seconds without the store', async t => {
  const dial = sharedDial()
  const app = await startReplica(t, { rolloutStore: dial, env: ON })
  dial.down = true
  const startedAt = performance.now()
  t.match(await operator(app).ask('POST', '/kill', { payload: { reason: 'fire' } }), { status: 503 })
  t.ok(performance.now() - startedAt < 4000)
})

t.test('a pause that another’s kill came before leaves the kill', async t => {
  const dial = sharedDial()
  const racing: SharedDial = {
    ...dial, async write (write) {
      if (write.move === 'pause') await dial.write({ move: 'kill', change: { status: 'killed' }, reason: 'fire', by: 'op' })
      return dial.write(write)
    }
  }
  const app = await startReplica(t, { rolloutStore: racing, env: ON })
  t.match(await operator(app).ask('POST', '/pause', { payload: { reason: 'wait' } }), { status: 409, body: { detail: /killed, which is stronger/ } })
  t.equal((await dial.read())!.status, 'killed')
})

t.test('a replica that is silent is waited for, bounded, and named', async t => {
  const dial = sharedDial()
  const app = await startReplica(t, { rolloutStore: dial, env: ON, replica: 'here' })
  const gone = await startReplica(t, { rolloutStore: dial, env: ON, replica: 'ended' })
  await gone.close()
  await dial.beat('silent', 1)
  const startedAt = performance.now()
  const { body } = await operator(app).ask('POST', '/kill?wait=200', { payload: { reason: 'fire' } })
  t.strictSame([body.acknowledged, body.pending], [['here'], ['silent']], 'one that ended is not waited for')
  const waitedMs = performance.now() - startedAt
  t.ok(waitedMs >= 200 && waitedMs < 2000, `${waitedMs} ms`)
  setTimeout(() => { dial.beat('silent', 3).catch(() => {}) }, 50)
  const resumed = await operator(app).ask('POST', '/resume?wait=2000', { payload: { reason: 'fine' }, headers: { 'if-match': '"2"' } })
  t.strictSame([resumed.body.acknowledged, resumed.body.pending], [['here', 'silent'], []])
})

t.test('a replica ahead of the store has not acknowledged: its history is another', async t => {
  const dial = sharedDial()
  const app = await startReplica(t, { rolloutStore: dial, env: ON, replica: 'here' })
  await dial.beat('ahead', 40)
  const { body } = await operator(app).ask('POST', '/kill', { payload: { reason: 'fire' } })
  t.strictSame(body.pending, ['ahead'])
})

t.test('a store that is full takes no reports and is followed all the same; the log says it once', async t => {
  const dial = sharedDial()
  const log: Array<Record<string, unknown>> = []
  let now = 0
  let beats = 0
  const refusing: SharedDial = {
    ...dial, beat: async () => {
      beats++
      throw Object.assign(new Error('OOM command not allowed'), { name: 'ReplyError' })
    }
  }
  const app = await startReplica(t, { rolloutStore: refusing, env: ON, log, now: () => now })
  now += 61_000
  const before = beats
  await eventually(() => beats, beats => beats > before + 1)
  t.strictSame(assigned(app), V2)
  t.equal(log.filter(({ level }) => level === 50).length, 1)
})
