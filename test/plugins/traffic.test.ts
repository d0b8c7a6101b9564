import t from 'tap'
import { build, metric, person } from '../helper.ts'

t.test('requests are timed by route, method and class, and nothing of a path becomes a label', async t => {
  const app = await build(t)
  await person(app).say('hi')
  await app.inject('/nowhere/canary-7a1c')
  await app.inject({ url: '/admin/turns/0b9f2a52-canary' })
  await app.inject({ method: 'HEAD', url: '/admin/budget' })
  const count = async (labels: Record<string, string>) => metric(app, 'amora_http_request_duration_seconds', { le: '+Inf', ...labels })
  t.equal(await count({ route: '/api/v1/coach', method: 'POST', status_class: '2xx' }), 1)
  t.equal(await count({ route: '/admin', method: 'GET', status_class: '4xx' }), 1)
  t.equal(await count({ route: 'other', method: 'other', status_class: '4xx' }), 2, 'nor does a method that the route was not made for')
  t.notMatch(await app.metrics.registry.metrics(), /canary/)
})

t.test('the event loop’s load is a share', async t => {
  const app = await build(t)
  const busy = await metric(app, 'amora_event_loop_utilization_ratio')
  t.ok(busy !== undefined && busy >= 0 && busy <= 1, String(busy))
})
