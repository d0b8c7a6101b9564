import t from 'tap'
import { dashboards } from '../../grafana/dashboards.ts'
import { ticksOf, written } from './units.ts'

t.test('values are written as Grafana writes them', async t => {
  const cases = [
    [0.0123, 's', 2, '12.30 ms'], [1.5, 's', 2, '1.50 s'], [259_200, 's', 0, '3 days'], [0, 's', undefined, '0 s'], [0.0078, 'percentunit', 2, '0.78%'], [50, 'percent', undefined, '50%'],
    [0.00045, 'currencyUSD', 5, '$0.00045'], [1500, 'currencyUSD', 2, '$1.50K'], [1980, 'short', 0, '1.98 K'], [3, 'short', 0, '3'], [2.5, 'suffix: turns/s', undefined, '2.5 turns/s'],
    [300 * 1024 ** 2, 'bytes', undefined, '300 MiB'], [0.1234, 'none', 2, '0.12'], [NaN, 's', 2, 'NaN']
  ] as const
  for (const [value, unit, decimals, text] of cases) t.equal(written(value, unit, decimals), text)
})

t.test('every unit of the dashboards is known', async t => {
  const units = new Set(dashboards().flatMap(({ panels }) => panels.flatMap(({ fieldConfig }) => fieldConfig?.defaults.unit ?? [])))
  for (const unit of units) if (unit !== 'none' && unit !== 'short') t.not(written(1234, unit), written(1234, 'none'), unit)
})

t.test('ticks are round and within', async t => {
  t.strictSame(ticksOf(0, 1, 4), [0, 0.25, 0.5, 0.75, 1])
  t.strictSame(ticksOf(0, 43, 4), [0, 20, 40])
  t.strictSame(ticksOf(0, 0.00098, 4), [0, 0.00025, 0.0005, 0.00075])
})
