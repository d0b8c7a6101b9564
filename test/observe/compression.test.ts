import t from 'tap'
import { allRules, readRules, ruleFiles } from '../prometheus/rules.ts'
import { compressedRules, millisecondsOf } from './compression.ts'

const FACTOR = 120
const ofRule = (rule: { expr: string, for?: string }, factor = FACTOR) => compressedRules({ groups: [{ name: 'g', rules: [{ alert: 'A', ...rule }] }] }, factor).groups[0]!.rules[0]!

t.test('windows, offsets, subqueries and waits are a fraction of themselves; names and numbers stay', async t => {
  t.match(ofRule({ expr: 'a:rate1h > 14.4 and rate(b[1h]) * 86400 > 5', for: '1m' }), { expr: 'a:rate1h > 14.4 and rate(b[30000ms]) * 86400 > 5', for: '500ms' })
  t.match(ofRule({ expr: 'max_over_time(rate(c[5m])[1d:1h30m] offset 1h)' }), { expr: 'max_over_time(rate(c[2500ms])[720000ms:45000ms] offset 30000ms)' })
  t.equal(ofRule({ expr: 'd' }).for, undefined)
})

t.test('every committed rule keeps everything else', async t => {
  const compressed = ruleFiles().flatMap(path => compressedRules(readRules(path), FACTOR).groups.flatMap(({ rules }) => rules))
  const skeleton = (text: string) => text.replaceAll(/\[[^\]]*\]/g, '[]')
  const windows = (text: string) => [...text.matchAll(/\[([^\]:]+)\]/g)].map(([, window]) => millisecondsOf(window!))
  for (const [at, rule] of allRules().entries()) {
    const { expr, for: wait, ...rest } = compressed[at]!
    const { expr: given, for: givenWait, ...givenRest } = rule
    t.strictSame(rest, givenRest)
    t.equal(skeleton(String(expr)), skeleton(String(given)))
    t.strictSame(windows(String(expr)), windows(String(given)).map(ms => Math.round(ms / FACTOR)))
    t.equal(wait, givenWait === undefined ? undefined : `${Math.round(millisecondsOf(givenWait) / FACTOR)}ms`)
  }
})
