import fc from 'fast-check'
import t from 'tap'
import { createRateLimits } from '../../../../services/v2/upstream/rate-limit.ts'

interface Told { readonly limit?: string, readonly remaining?: string, readonly reset?: string }

function start () {
  const clock = { ms: 1000 }
  const limits = createRateLimits(() => clock.ms)
  const tell = (requests: Told, tokens: Told = {}, model = 'a-model') => {
    const headers = new Headers()
    for (const [what, value] of Object.entries(requests)) headers.set(`x-ratelimit-${what}-requests`, value)
    for (const [what, value] of Object.entries(tokens)) headers.set(`x-ratelimit-${what}-tokens`, value)
    limits.note(model, headers)
  }
  return { clock, limits, tell }
}

t.test('nothing is known, nothing is held back', async t => {
  const { limits, tell } = start()
  t.equal(limits.waitMs('a-model'), 0)
  t.equal(limits.remaining('requests'), undefined)
  for (const told of [{ remaining: '0' }, { reset: '1s' }, { remaining: 'none', reset: '1s' }, { remaining: '-1', reset: '1s' }, { remaining: '0', reset: 'soon' }]) tell(told)
  t.equal(limits.waitMs('a-model'), 0, 'half a sentence says nothing')
  t.equal(limits.remaining('requests'), undefined)
})

t.test('what is left is shown, and comes back evenly until the reset', async t => {
  const { clock, limits, tell } = start()
  tell({ limit: '500', remaining: '100', reset: '40s' }, { limit: '150000', remaining: '149984', reset: '6m0s' })
  t.equal(limits.remaining('requests'), 100)
  t.equal(limits.remaining('tokens'), 149_984)
  clock.ms += 10_000
  t.equal(limits.remaining('requests'), 200)
  clock.ms += 90_000
  t.equal(limits.remaining('requests'), 500)
  tell({ limit: '60', remaining: '7', reset: '50s' }, {}, 'a-smaller-model')
  t.equal(limits.remaining('requests'), 7, 'the model that has least')
})

t.test('below a small share calls wait until it has come back', async t => {
  const { clock, limits, tell } = start()
  tell({ limit: '500', remaining: '5', reset: '1m' })
  t.equal(limits.waitMs('a-model'), 0, 'a hundredth is enough')
  tell({ limit: '500', remaining: '0', reset: '1m' })
  const waitMs = limits.waitMs('a-model')
  t.equal(waitMs, 600, 'a hundredth of the minute, and not the whole of it')
  t.equal(limits.waitMs('another-model'), 0, 'limits are a model’s own')
  clock.ms += waitMs - 1
  t.ok(limits.waitMs('a-model') > 0)
  clock.ms += 1
  t.equal(limits.waitMs('a-model'), 0)
})

t.test('tokens count as requests do', async t => {
  const { limits, tell } = start()
  tell({ limit: '500', remaining: '499', reset: '120ms' }, { limit: '150000', remaining: '0', reset: '6m0s' })
  t.equal(limits.waitMs('a-model'), 3600)
})

t.test('without a limit nothing comes back before the reset', async t => {
  const { clock, limits, tell } = start()
  tell({ remaining: '0', reset: '2s' })
  t.equal(limits.waitMs('a-model'), 2000)
  clock.ms += 2000
  t.equal(limits.waitMs('a-model'), 0)
})

t.test('an answer’s news replaces the old', async t => {
  const { limits, tell } = start()
  tell({ limit: '500', remaining: '0', reset: '1m' })
  tell({ limit: '500', remaining: '300', reset: '24s' })
  t.equal(limits.waitMs('a-model'), 0)
})

t.test('a server that asks to be left alone is, but not for ever', async t => {
  const { clock, limits } = start()
  limits.holdBack('a-model', 2000)
  t.equal(limits.waitMs('a-model'), 2000)
  clock.ms += 1500
  t.equal(limits.waitMs('a-model'), 500)
  limits.holdBack('a-model', 86_400_000)
  t.equal(limits.waitMs('a-model'), 60_000)
})

t.test('whatever headers say, the wait is bounded, ends, and never grows by waiting', async () => {
  const value = fc.oneof(fc.nat().map(String), fc.constantFrom('0', '0s', '0ms', '100h', '6m0s', '12ms', '-1', '', 'x', '1e9'), fc.stringMatching(/^[0-9hms.]{1,6}$/))
  const told = fc.record({ limit: value, remaining: value, reset: value }, { requiredKeys: [] })
  fc.assert(fc.property(told, told, fc.nat(100_000), (requests, tokens, elapsedMs) => {
    const { clock, limits, tell } = start()
    tell(requests, tokens)
    const before = limits.waitMs('a-model')
    clock.ms += elapsedMs
    const after = limits.waitMs('a-model')
    clock.ms += after + 1
    return before >= 0 && before <= 60_000 && after <= before && limits.waitMs('a-model') === 0 && (limits.remaining('requests') ?? 0) >= 0
  }))
})
