import fc from 'fast-check'
import t from 'tap'
import { goDurationMs } from '../../../../services/v2/upstream/go-duration.ts'

t.test('durations as OpenAI sends them', async t => {
  const rows = [['6m0s', 360_000], ['12ms', 12], ['1h2m3s', 3_723_000], ['1s', 1000], ['0s', 0], ['0', 0], ['1.5s', 1500], ['59.928s', 59_928], ['2m59.56s', 179_560], ['320µs', 0.32], ['320us', 0.32], ['500ns', 0.0005], ['.5s', 500], ['3.s', 3000]] as const
  for (const [text, ms] of rows) t.ok(Math.abs(goDurationMs(text)! - ms) < 1e-6, text)
})

t.test('anything else is none', async t => {
  for (const text of ['', ' ', 's', '5', '1 s', '1s ', '-1s', '+1s', '1d', '1S', '1s2', 'soon', '1e3s', '..s', '6:00']) t.equal(goDurationMs(text), undefined, `“${text}”`)
})

/** As Go's own String() prints it: hours, minutes and seconds with a fraction, or one smaller unit. */
function printed (ns: number): string {
  if (ns === 0) return '0s'
  if (ns < 1e3) return `${ns}ns`
  if (ns < 1e6) return `${ns / 1e3}µs`
  if (ns < 1e9) return `${ns / 1e6}ms`
  const [hours, minutes, seconds] = [Math.floor(ns / 3.6e12), Math.floor(ns / 6e10) % 60, (ns % 6e10) / 1e9]
  return `${hours > 0 ? `${hours}h` : ''}${ns >= 6e10 ? `${minutes}m` : ''}${seconds}s`
}

t.test('whatever Go prints is read back', async () => {
  const nanoseconds = fc.oneof(fc.integer({ min: 0, max: 1e9 }), fc.integer({ min: 0, max: 1e6 }).map(ms => ms * 1e6), fc.integer({ min: 0, max: 100_000 }).map(seconds => seconds * 1e9))
  fc.assert(fc.property(nanoseconds.filter(ns => !/e/.test(printed(ns))), ns => Math.abs(goDurationMs(printed(ns))! - ns / 1e6) < 1e-3))
})

t.test('no text makes it throw, hang or give less than nothing', async () => {
  fc.assert(fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[0-9.hmsnuµ-]{0,40}$/)), text => (goDurationMs(text) ?? 0) >= 0))
})
