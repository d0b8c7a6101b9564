import t from 'tap'
import { plainOf, wantsPlain } from '../../services/exposition.ts'

t.test('plain text is for those who name it, and not OpenMetrics', async t => {
  for (const accept of ['application/openmetrics-text', 'text/plain, application/openmetrics-text;version=1.0.0;q=0.2', 'Application/OpenMetrics-Text; charset=utf-8']) t.equal(wantsPlain(accept), false, accept)
  for (const accept of [undefined, '', '*/*', 'application/json', 'text/plain;q=0', 'text/plain-of-tomorrow']) t.equal(wantsPlain(accept), false, String(accept))
  for (const accept of ['text/plain', 'Text/Plain; version=0.0.4, */*;q=0.1', 'text/plain, application/openmetrics-text;q=0.0']) t.equal(wantsPlain(accept), true, accept)
})

t.test('plain text has the same samples under names of their own, and neither exemplars nor an end', async t => {
  t.equal(plainOf(`# HELP a_turns Turns
# TYPE a_turns counter
a_turns_total{of="x"} 2
# HELP a_seconds Time
# TYPE a_seconds histogram
a_seconds_bucket{le="1",of="x"} 1 # {trace_id="1",span_id="2"} 0.4 1700000000.1
a_seconds_bucket{le="+Inf",of="x"} 1
# HELP a_depth Depth # {of it}
# TYPE a_depth gauge
a_depth 7
# EOF
`), `# HELP a_turns_total Turns
# TYPE a_turns_total counter
a_turns_total{of="x"} 2
# HELP a_seconds Time
# TYPE a_seconds histogram
a_seconds_bucket{le="1",of="x"} 1
a_seconds_bucket{le="+Inf",of="x"} 1
# HELP a_depth Depth # {of it}
# TYPE a_depth gauge
a_depth 7
`)
})
