/** From a slow bucket to its trace: the way that a dashboard's dots take. */
import type { FastifyInstance } from 'fastify'
import type { AddressInfo } from 'node:net'
import t from 'tap'
import { catalogue, type Metric } from '../../services/metric-catalogue.ts'
import { QUESTION, person, stage } from '../turn/harness.ts'
import { until } from '../turn/sockets.ts'
import { recordTraces } from './traces.ts'

const traces = recordTraces()
const EXEMPLAR = /^(\w+)_bucket\{.*\} \d+ # \{trace_id="([0-9a-f]{32})",span_id="([0-9a-f]{16})"\} [\d.e-]+ \d+(\.\d+)?$/

async function exemplarsOf (app: FastifyInstance) {
  const lines = (await app.metrics.registry.metrics()).split('\n').map(line => EXEMPLAR.exec(line))
  return lines.flatMap(match => match ? [{ name: match[1]!, traceId: match[2], spanId: match[3] }] : [])
}

t.test('each histogram that is to have exemplars has one that leads to a span of the turn', async t => {
  const { app } = await stage(t)
  await app.listen({ host: '127.0.0.1', port: 0 })
  const response = await fetch(`http://127.0.0.1:${(app.server.address() as AddressInfo).port}/api/v1/coach/`, {
    method: 'POST', headers: { authorization: `Bearer ${person(app).token}`, 'content-type': 'application/json' }, body: JSON.stringify({ specific_question: QUESTION })
  })
  const { turn_id: turnId } = await response.json() as { turn_id: string }
  const spans = await traces.of(turnId)
  const found = await until('the request’s end', async () => {
    const exemplars = await exemplarsOf(app)
    return exemplars.some(({ name }) => name === 'amora_http_request_duration_seconds') ? exemplars : undefined
  })
  t.strictSame([...new Set(found.map(({ name }) => name))].sort(), Object.entries<Metric>(catalogue).filter(([, { exemplars }]) => exemplars).map(([name]) => name).sort())
  for (const { name, traceId, spanId } of found) t.ok(spans.some(span => span.spanContext().traceId === traceId && span.spanContext().spanId === spanId), name)
})
