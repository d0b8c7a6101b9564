import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import t from 'tap'
import { bucketOf } from '../../../services/rollout.ts'
import { operator, sharedDial, startReplica } from '../../plugins/rollout-harness.ts'

const REASON = { reason: 'because' }
const plan = (...percentages: number[]) => ({ ...REASON, promotion: 'manual', steps: percentages.map(percentage => ({ percentage, days: 7 })) })

t.test('nobody without a token, nobody without the scope, nobody in another’s name', async t => {
  const app = await startReplica(t)
  const anonymous = await app.inject({ method: 'GET', url: '/admin/rollout' })
  t.match(anonymous.json(), { status: 401, code: 'AMORA_UNAUTHENTICATED' })
  const routes = [['GET', ''], ['PUT', ''], ['POST', '/kill'], ['POST', '/pause'], ['POST', '/resume'], ['POST', '/promote'], ['POST', '/rollback'], ['GET', '/plan'], ['PUT', '/plan'],
    ['GET', '/overrides'], ['PUT', '/overrides'], ['GET', `/explain?userId=${randomUUID()}`], ['GET', '/audit']] as const
  const user = operator(app, { scope: 'amora:events' })
  for (const [method, path] of routes) t.match(await user.ask(method, path, { payload: method === 'GET' ? undefined : REASON }), { status: 403, body: { code: 'AMORA_FORBIDDEN' } }, `${method} ${path}`)
  const both = operator(app, { scope: 'amora:admin amora:act-as' })
  t.match(await both.ask('POST', '/kill', { payload: REASON, headers: { 'x-amora-user-id': randomUUID() } }), { status: 403, body: { detail: /own name/ } })
  t.equal((await both.get()).body.status, 'complete', 'nothing was moved')
})

t.test('a process that has no room for turns moves its dial all the same', async t => {
  const app = await startReplica(t, { isFull: true })
  const { ask, get } = operator(app)
  while ((await app.inject('/nothing')).statusCode !== 503) await sleep(5)
  t.match(await ask('POST', '/kill', { payload: REASON }), { status: 200, body: { status: 'killed' } })
  t.match(await get(), { status: 200 })
})

t.test('GET shows the dial under its version’s ETag', async t => {
  const app = await startReplica(t, { replica: 'r1', env: { AMORA_V2_ROLLOUT_PERCENTAGE: '10', AMORA_V2_MAX_PERCENTAGE: '50' } })
  const { status, headers, body } = await operator(app).get()
  t.match([status, headers.etag, headers['cache-control']], [200, '"1"', 'no-store'])
  const changedAt = String(body.changed_at)
  t.match(body, {
    version: 1, status: 'ramping', percentage: 10, effective_percentage: 10, enabled: true, reason: 'first start', by: 'env',
    environment: { enabled: true, percentage: 10, max_percentage: 50 },
    conflicts: [],
    plan: { promotion: 'manual', steps: [{ percentage: 10, days: 14 }, { percentage: 50, days: 14 }, { percentage: 100, days: 5 }] },
    next_step: { percentage: 50, not_before: new Date(Date.parse(changedAt) + 14 * 86_400_000).toISOString() },
    overrides: { allowed: 0, denied: 0 },
    this_replica: { name: 'r1', standing: 'current' },
    replicas: [{ name: 'r1', version: 1 }]
  })
})

t.test('PUT needs the version that one acts on: 428 without, 412 behind, 400 malformed', async t => {
  const { ask, put, get } = operator(await startReplica(t))
  const payload = { percentage: 50, ...REASON }
  t.match(await ask('PUT', '', { payload }), { status: 428, body: { code: 'AMORA_PRECONDITION_REQUIRED' } })
  for (const tag of ['1', '*', '"one"', '"1", "2"', '""']) t.match(await ask('PUT', '', { payload, headers: { 'if-match': tag } }), { status: 400, body: { code: 'AMORA_INVALID_REQUEST' } }, tag)
  const first = await put('', payload, 1)
  t.match(first, { status: 200, headers: { etag: '"2"' }, body: { version: 2, status: 'ramping', percentage: 50, pending: [] } })
  t.match(await put('', { percentage: 20, ...REASON }, 1), { status: 412, body: { code: 'AMORA_PRECONDITION_FAILED', detail: /version 2/ } })
  t.match(await ask('PUT', '', { payload: { percentage: 20, ...REASON }, headers: { 'if-match': 'W/"2"' } }), { status: 200 }, 'a tag that a proxy weakened')
  t.match((await get()).body, { version: 3, percentage: 20 })
})

t.test('what stands already is answered and not written again', async t => {
  const { put, ask, get } = operator(await startReplica(t))
  t.match(await put('', { percentage: 100, ...REASON }, 1), { status: 200, body: { version: 1 } })
  for (let time = 0; time < 3; time++) t.match(await ask('POST', '/kill', { payload: REASON }), { status: 200, body: { status: 'killed', version: 2 } })
  t.equal((await get('/audit')).body.entries instanceof Array && ((await get('/audit')).body.entries as unknown[]).length, 2)
})

t.test('of two PUTs on one version one is written', async t => {
  const dial = sharedDial()
  const [one, other] = [operator(await startReplica(t, { rolloutStore: dial })), operator(await startReplica(t, { rolloutStore: dial }))]
  const answers = await Promise.all([one.put('', { percentage: 20, ...REASON }, 1), other.put('', { percentage: 30, ...REASON }, 1)])
  t.strictSame(answers.map(({ status }) => status).sort(), [200, 412])
  const winner = answers.find(({ status }) => status === 200)!
  t.match((await one.get()).body, { version: 2, percentage: winner.body.percentage })
})

t.test('bodies and queries are strict', async t => {
  const { ask, put } = operator(await startReplica(t))
  const bad: ReadonlyArray<readonly [string, object]> = [
    ['', REASON], ['', { percentage: 50 }], ['', { percentage: 50, reason: '' }], ['', { percentage: 50, reason: '   ' }], ['', { percentage: 50, reason: 'x'.repeat(501) }],
    ['', { percentage: '50', ...REASON }], ['', { percentage: 101, ...REASON }], ['', { percentage: -1, ...REASON }], ['', { percentage: 12.345, ...REASON }],
    ['', { percentage: 50, percent: 50, ...REASON }], ['', { enabled: 'yes', ...REASON }],
    ['/plan', { ...REASON, promotion: 'manual', steps: [] }], ['/plan', { ...plan(10), promotion: 'soon' }], ['/plan', plan(50, 10)], ['/plan', plan(10, 10)], ['/plan', plan(0)],
    ['/overrides', { ...REASON, overrides: [{ user_id: 'somebody', list: 'allowed' }] }], ['/overrides', { ...REASON, overrides: [{ user_id: randomUUID(), list: 'maybe' }] }],
    ['/overrides', { ...REASON, overrides: [{ list: 'allowed' }] }], ['/overrides', { ...REASON, overrides: [{ user_id: randomUUID(), list: 'allowed', note: 'x' }] }],
    ['/overrides', { ...REASON, overrides: [{ user_id: randomUUID(), list: 'allowed', expires_at: '2020-01-01T00:00:00Z' }] }],
    ['/overrides', { ...REASON, overrides: Array.from({ length: 1001 }, () => ({ user_id: randomUUID(), list: 'allowed' })) }]
  ]
  for (const [path, payload] of bad) t.match(await put(path, payload, 1), { status: 400, body: { code: 'AMORA_INVALID_REQUEST' } }, `${path} ${JSON.stringify(payload).slice(0, 100)}`)
  for (const path of ['/kill?wait=5001', '/kill?wait=-1', '/kill?wait=x', '/kill?now=1']) t.match(await ask('POST', path, { payload: REASON }), { status: 400 }, path)
  for (const path of ['/explain', '/explain?userId=me', '/audit?limit=0', '/audit?limit=501', '/audit?after=x', '/audit?from=1']) t.match(await ask('GET', path), { status: 400 }, path)
  for (const payload of [{}, { reason: 1 }, { ...REASON, force: true }]) t.match(await ask('POST', '/kill', { payload }), { status: 400 }, JSON.stringify(payload))
})

t.test('hundredths of a per cent are exact', async t => {
  const { put } = operator(await startReplica(t))
  for (const [at, percentage] of [0.07, 0.29, 1.1, 33.33, 57.06, 99.99].entries()) t.match(await put('', { percentage, ...REASON }, at + 1), { status: 200, body: { percentage } }, String(percentage))
})

t.test('kill, pause and rollback need no version; resume and promote do', async t => {
  const { ask, post } = operator(await startReplica(t, { env: { AMORA_V2_ROLLOUT_PERCENTAGE: '10' } }))
  t.match(await ask('POST', '/pause', { payload: REASON }), { status: 200, body: { status: 'paused' } })
  t.match(await ask('POST', '/rollback', { payload: REASON, headers: { 'if-match': '"1"' } }), { status: 200, body: { status: 'rolled_back' } }, 'a version that is behind is no hindrance')
  t.match(await ask('POST', '/kill', { payload: REASON }), { status: 200, body: { status: 'killed' } })
  for (const path of ['/resume', '/promote']) t.match(await ask('POST', path, { payload: REASON }), { status: 428 }, path)
  t.match(await post('/resume', REASON, 1), { status: 412 })
  t.match(await post('/resume'), { status: 200, body: { status: 'ramping', percentage: 10 } })
})

t.test('what can’t be done from here is a 409 that says why, and no invitation to try again', async t => {
  const { post, put } = operator(await startReplica(t, { env: { AMORA_V2_ROLLOUT_PERCENTAGE: '10', AMORA_V2_MAX_PERCENTAGE: '60' } }))
  const refused = await put('', { percentage: 61, ...REASON })
  t.match(refused, { status: 409, body: { code: 'AMORA_CONFLICT', detail: /AMORA_V2_MAX_PERCENTAGE allows 60 %/ } })
  t.notOk('retry-after' in refused.headers)
  t.match(await post('/resume'), { status: 409, body: { detail: /nothing to resume/ } })
  t.match(await post('/promote'), { status: 409, body: { detail: /10 % for 14 more days/ } })
  t.match(await post('/promote', { ...REASON, force: true }), { status: 200, body: { percentage: 50 } })
  await post('/kill')
  t.match(await put('', { enabled: true, ...REASON }), { status: 409, body: { detail: /killed: resume it/ } })
  t.match(await post('/pause'), { status: 409 })
  t.match(await post('/rollback'), { status: 409 })
  t.match(await put('', { enabled: false, ...REASON }), { status: 200, body: { status: 'killed' } }, 'it is off already')
})

t.test('what the environment turned off nobody turns on', async t => {
  const dial = sharedDial()
  await operator(await startReplica(t, { rolloutStore: dial })).post('/pause')
  const { post, put } = operator(await startReplica(t, { rolloutStore: dial, env: { AMORA_V2_ENABLED: 'false' } }))
  for (const answer of [await put('', { enabled: true, ...REASON }), await post('/resume')]) t.match(answer, { status: 409, body: { detail: /AMORA_V2_ENABLED is false/ } })
  t.match(await post('/kill'), { status: 200 })
})

t.test('the plan is replaced and followed', async t => {
  const { get, put, post } = operator(await startReplica(t, { env: { AMORA_V2_ROLLOUT_PERCENTAGE: '0' } }))
  t.match(await put('/plan', plan(5, 25)), { status: 200, body: { version: 2 } })
  t.match(await get('/plan'), { headers: { etag: '"2"' }, body: { version: 2, promotion: 'manual', steps: [{ percentage: 5, days: 7 }, { percentage: 25, days: 7 }] } })
  t.match(await post('/promote'), { status: 200, body: { percentage: 5 } })
  t.match(await post('/promote', { ...REASON, force: true }), { body: { percentage: 25 } })
  t.match(await post('/promote'), { status: 409, body: { detail: /no step above/ } })
})

t.test('overrides go in by id, come out by hash, and can be sent back as they came', async t => {
  const dial = sharedDial()
  const app = await startReplica(t, { rolloutStore: dial })
  const { get, put } = operator(app)
  const [one, other] = [randomUUID(), randomUUID()]
  const expiresAt = new Date(Date.now() + 60_000).toISOString()
  t.match(await put('/overrides', { ...REASON, overrides: [{ user_id: one, list: 'denied' }, { user_id: other, list: 'allowed', expires_at: expiresAt }] }), { status: 200 })
  const { body } = await get('/overrides')
  t.strictSame(body.overrides, [{ owner: app.identity.pseudonymsOf(one).owner, list: 'denied' }, { owner: app.identity.pseudonymsOf(other).owner, list: 'allowed', expires_at: expiresAt }])
  const third = randomUUID()
  t.match(await put('/overrides', { ...REASON, overrides: [...body.overrides as object[], { user_id: third, list: 'denied' }] }), { status: 200 })
  t.match((await get()).body.overrides, { allowed: 1, denied: 2 })
  t.match(await put('/overrides', { ...REASON, overrides: [{ user_id: one, list: 'denied' }, { user_id: one.toUpperCase(), list: 'allowed' }] }), { status: 400, body: { detail: /twice/ } })
  const stored = JSON.stringify([await dial.read(), await dial.audit('', 100)])
  for (const id of [one, other, third]) t.notOk(stored.includes(id), 'no id in clear')
  t.match((await get(`/explain?userId=${one}`)).body, { engine: 'v1', reason: 'denied' })
})

t.test('what has expired is not shown, so that the list can be sent back', async t => {
  const { get, put } = operator(await startReplica(t))
  const soon = new Date(Date.now() + 150).toISOString()
  await put('/overrides', { ...REASON, overrides: [{ user_id: randomUUID(), list: 'denied', expires_at: soon }] })
  t.equal(((await get('/overrides')).body.overrides as unknown[]).length, 1)
  await sleep(200)
  const { body } = await get('/overrides')
  t.strictSame(body.overrides, [])
  t.match(await put('/overrides', { ...REASON, overrides: body.overrides }), { status: 200 })
})

t.test('a thousand overrides fit', async t => {
  const { put } = operator(await startReplica(t))
  const overrides = Array.from({ length: 1000 }, () => ({ user_id: randomUUID(), list: 'allowed', expires_at: '2999-01-01T00:00:00.000Z' }))
  t.match(await put('/overrides', { ...REASON, overrides }), { status: 200 })
})

t.test('explain says what a new session would get, and counts nothing', async t => {
  const app = await startReplica(t, { env: { AMORA_V2_ROLLOUT_PERCENTAGE: '50' } })
  const userId = randomUUID()
  const bucket = bucketOf(userId, 'amora-v2')
  const { body } = await operator(app).get(`/explain?userId=${userId.toUpperCase()}`)
  t.strictSame(body as object, { bucket, engine: bucket < 5000 ? 'v2' : 'v1', reason: bucket < 5000 ? 'in_rollout' : 'out_of_rollout', version: 1 })
  t.match(await app.metrics.registry.metrics(), /amora_rollout_assignments_total\{engine="v2",reason="in_rollout"\} 0/)
})

t.test('the audit names every move, its reason and the operator’s hash, page by page', async t => {
  const app = await startReplica(t, { env: { AMORA_V2_ROLLOUT_PERCENTAGE: '10' } })
  const sub = randomUUID()
  const { get, put, post } = operator(app, { sub })
  await put('', { percentage: 20, reason: 'Looks fine, says Zoë.' })
  await post('/pause')
  await post('/resume')
  await post('/promote', { ...REASON, force: true })
  await put('/plan', plan(100))
  const first = (await get('/audit?limit=2')).body
  t.match(first.entries, [{ version: 1, move: 'bootstrap', by: 'env' }, { version: 2, move: 'put', reason: 'Looks fine, says Zoë.', by: app.identity.pseudonymsOf(sub).owner, change: { percentage: 20 } }])
  const second = (await get(`/audit?after=${String(first.next)}`)).body
  t.match(second.entries, [{ move: 'pause', change: { status: 'paused' } }, { move: 'resume' }, { move: 'promote', change: { percentage: 50, forced: true } }, { move: 'plan', change: { plan: { steps: [{ percentage: 100, days: 7 }] } } }])
  t.equal(second.next, undefined, 'nothing comes after the last page')
  t.notOk(JSON.stringify([first, second]).includes(sub))
})

t.test('with the store gone, reading shows what this replica knows, and writing is a 503', async t => {
  const dial = sharedDial()
  const { get, put, post } = operator(await startReplica(t, { rolloutStore: dial }))
  await post('/pause')
  dial.down = true
  t.match(await get(), { status: 200, headers: { etag: '"2"' }, body: { status: 'paused', replicas: [] } })
  t.match(await put('/plan', plan(100)), { status: 503, body: { code: 'AMORA_UNAVAILABLE' } })
  t.match(await get('/audit'), { status: 503, body: { code: 'AMORA_UNAVAILABLE' } })
})
