import fc from 'fast-check'
import t from 'tap'
import { callerSpanOf } from '../../../services/tracing/traceparent.ts'

const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736'
const SPAN = '00f067aa0ba902b7'

t.test('the caller’s span', async t => {
  t.strictSame(callerSpanOf(`00-${TRACE}-${SPAN}-01`), { traceId: TRACE, spanId: SPAN, traceFlags: 1 })
  t.strictSame(callerSpanOf(`00-${TRACE}-${SPAN}-fe`), { traceId: TRACE, spanId: SPAN, traceFlags: 0 }, 'flags that are not known are none')
})

t.test('what is not of the form is nobody’s', async t => {
  const wrong = [
    undefined, '', [`00-${TRACE}-${SPAN}-01`], `ff-${TRACE}-${SPAN}-01`, `00-${'0'.repeat(32)}-${SPAN}-01`, `00-${TRACE}-${'0'.repeat(16)}-01`,
    `00-${TRACE.toUpperCase()}-${SPAN}-01`, `00-${TRACE}-${SPAN}-1`, `00-${TRACE}-${SPAN}-01-more`, ` 00-${TRACE}-${SPAN}-01`, `00-${TRACE}-${SPAN}`
  ]
  for (const header of wrong) t.equal(callerSpanOf(header), undefined, String(header))
})

t.test('nothing but hexadecimal digits comes through', async () => {
  const text = fc.oneof(fc.string({ maxLength: 80 }), fc.stringMatching(/^[\da-f]{2}-[\da-f]{32}-[\da-f]{16}-[\da-f]{2}$/))
  fc.assert(fc.property(text, header => {
    const found = callerSpanOf(header)
    return found === undefined || (/^[\da-f]{32}$/.test(found.traceId) && /^[\da-f]{16}$/.test(found.spanId))
  }))
})
