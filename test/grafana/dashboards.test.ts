import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import t from 'tap'
import { stringify } from 'yaml'
import { LIMITS } from '../../grafana/src/limits.ts'
import { observabilityFiles } from '../../grafana/src/generate.ts'
import { promtoolMissing, run } from '../prometheus/promtool.ts'
import { allAlerts } from '../prometheus/rules.ts'
import { isLater, unknownWords } from '../prometheus/vocabulary.ts'
import { chosen, dashboards, panelQueries, type PanelJson } from './dashboards.ts'

const ROOT = join(import.meta.dirname, '../..')
const EXAMPLE = { job: 'amora-coach', range: '1d', interval: '1m' }
const drawn = (panels: readonly PanelJson[]) => panels.filter(({ type }) => type !== 'row')
const measured = (panels: readonly PanelJson[]) => drawn(panels).filter(({ type }) => type !== 'text')

t.test('the committed files are what the sources generate', async t => {
  for (const [path, make] of Object.entries(observabilityFiles)) t.equal(readFileSync(join(ROOT, path), 'utf8'), make(), `${path}: npm run generate`)
})

for (const { uid, panels, templating, annotations, links } of dashboards()) {
  t.test(uid, async t => {
    const ids = panels.map(({ id }) => id)
    t.equal(new Set(ids).size, ids.length, 'every panel has an id of its own')
    t.strictSame(templating.list.map(({ name }) => name), ['datasource', 'job', 'instance', 'docs'])
    t.strictSame(annotations.list.map(({ name }) => name), ['Rollout', 'Alerts'])
    t.strictSame(links.map(({ title }) => title), ['Amora', 'How to read this', 'Runbooks'])
    for (const { title, description } of drawn(panels)) t.ok((description ?? '').length > 20, `${title} is described`)
    for (const { title, fieldConfig, targets = [], datasource } of measured(panels)) {
      t.ok(fieldConfig?.defaults.unit, `${title} has a unit`)
      t.ok(targets.length > 0, `${title} asks something`)
      t.equal(new Set(targets.map(({ refId }) => refId)).size, targets.length, `${title}: refIds differ`)
      t.strictSame([...new Set([datasource, ...targets.map(target => target.datasource)].map(source => source?.uid))], [variableOf('datasource')], `${title}: the data source is chosen`)
    }
  })

  t.test(`${uid} is laid out without holes or overlaps, in 24 columns`, async t => {
    const taken = new Set<string>()
    for (const { title, gridPos: { x, y, w, h } } of panels) {
      t.ok(x + w <= 24, `${title} ends within the page`)
      for (let column = x; column < x + w; column++) {
        for (let row = y; row < y + h; row++) {
          if (taken.has(`${column},${row}`)) t.fail(`${title} lies over another panel`)
          taken.add(`${column},${row}`)
        }
      }
    }
    const bottom = Math.max(...panels.map(({ gridPos: { y, h } }) => y + h))
    t.equal(taken.size, bottom * 24, 'no holes')
  })
}

const variableOf = (name: string) => `\${${name}}`

t.test('links to runbooks lead to alerts', async t => {
  const alerts = new Set(allAlerts().map(({ alert }) => alert))
  const links = dashboards().flatMap(({ panels }) => panels.flatMap(({ links = [] }) => links.map(({ url }) => url)))
  t.ok(links.length > 20)
  for (const url of links) t.ok(alerts.has(/\/runbooks\/(\w+)\.md$/.exec(url)?.[1] ?? ''), url)
})

t.test('every alert is linked from a dashboard', async t => {
  const text = JSON.stringify(dashboards())
  for (const { alert } of allAlerts()) t.ok(text.includes(`/runbooks/${alert}.md`), alert)
})

t.test('queries use only metrics, labels and values of the catalogue', async t => {
  for (const { dashboard, panel, refId, expr } of panelQueries()) t.strictSame(unknownWords(expr), [], `${dashboard}: ${panel} ${refId}`)
  for (const { uid, annotations } of dashboards()) for (const { name, expr } of annotations.list) t.strictSame(unknownWords(expr), [], `${uid}: ${name}`)
})

t.test('panels whose data arrive later are few, and known', async t => {
  const later = panelQueries().filter(({ expr }) => isLater(expr)).map(({ panel }) => panel)
  t.strictSame([...new Set(later)], ['Positive feedback (≥ 80 %)', 'Business snapshot'])
})

t.test('Prometheus understands every query', { skip: promtoolMissing }, async t => {
  const folder = mkdtempSync(join(tmpdir(), 'amora-queries-'))
  t.teardown(() => { rmSync(folder, { recursive: true, force: true }) })
  const file = join(folder, 'queries.yml')
  const marks = dashboards().flatMap(({ uid, annotations }) => annotations.list.map(({ name, expr }) => ({ dashboard: uid, panel: name, refId: '', expr })))
  const rules = [...panelQueries(), ...marks].map(({ dashboard, panel, refId, expr }, at) =>
    ({ record: `query:${at}`.replace(/:(\d)/, ':n$1'), expr: chosen(expr, EXAMPLE), labels: { at: `${dashboard} ${panel} ${refId}` } }))
  writeFileSync(file, stringify({ groups: [{ name: 'queries', rules }] }))
  const { ok, output } = await run('promtool', ['check', 'rules', file])
  t.ok(ok, output)
  t.notOk(/\$(?!1")/.test(rules.map(({ expr }) => expr).join('')), 'no variable is left')
})

t.test('the first panel says whether the dial may be turned up, in a word', async t => {
  const [, verdict] = dashboards().find(({ uid }) => uid === 'amora-overview')!.panels
  t.match(verdict, { title: 'May the dial be turned up?', type: 'stat', gridPos: { x: 0, y: 1 }, fieldConfig: { defaults: { noValue: 'undecided' } }, targets: [{ expr: 'amora:dial_objections:count{job="$job"}' }] })
  const words = verdict!.fieldConfig!.defaults.mappings!.map(({ options }) => options.result ?? Object.values(options)[0])
  t.match(words, [{ text: 'YES', color: 'green' }, { text: /^NO/, color: 'red' }, { text: /^NO/, color: 'red' }])
})

t.test('titles fit their panels on a page of 1440 pixels', async t => {
  const columnPx = (1440 - 32) / 24
  for (const { panels } of dashboards()) for (const { title, gridPos: { w } } of drawn(panels)) t.ok(title.length * 8 + 40 < w * columnPx, title)
})

t.test('the guide’s limits are drawn where they are measured', async t => {
  const panels = dashboards().flatMap(({ panels }) => panels)
  const limitOf = (title: string) => panels.find(panel => panel.title === title)!.fieldConfig!.defaults.thresholds!.steps.at(-1)!.value
  t.equal(limitOf('Positive feedback (≥ 80 %)'), 0.8)
  t.equal(limitOf('Response time, p95 (< 3 s)'), 3)
  t.equal(limitOf('Cost per V2 conversation (< $0.10)'), 0.1)
  t.equal(limitOf('Error rate (< 1 %)'), 0.01)
  t.equal(limitOf('V2: time of a turn'), LIMITS.secondsP95)
})
