/** A dashboard as a page: Grafana's grid of 24 columns, its panels drawn by our own hand. */
import { chosen, type DashboardJson, type PanelJson } from '../../grafana/dashboards.ts'
import { answerOf, hasData, legendOf, type Asked } from '../panel-data.ts'
import type { Line, PrometheusServer } from '../prometheus.ts'
import { nothing, timeSeries, type Dot, type Mark, type Series } from './chart.ts'
import { barGauge, heatmap, stat, stateTimeline, table, words } from './kinds.ts'
import { INK, clock, escaped } from './paint.ts'

export const PAGE_WIDTH = 1440
const MARGIN = 16
const GAP = 8
/** Dots of a graph; more would hide its lines. */
const MOST_DOTS = 60
const CELL = 30
const HEADER = 72
const TITLE = 30
const PADDING = 10
const COLUMN = (PAGE_WIDTH - 2 * MARGIN - 23 * GAP) / 24

const STYLE = `
  * { box-sizing: border-box; margin: 0 }
  body { width: ${PAGE_WIDTH}px; background: ${INK.page}; color: ${INK.text}; font: 13px "DejaVu Sans", sans-serif; position: relative }
  header { position: absolute; left: ${MARGIN}px; right: ${MARGIN}px; top: 12px; display: flex; gap: 14px; align-items: baseline }
  header h1 { font-size: 19px; font-weight: 500 } header .box { border: 1px solid ${INK.border}; background: ${INK.panel}; padding: 4px 9px; border-radius: 2px; color: ${INK.text}; font-size: 12px }
  header .right { margin-left: auto } header + p { position: absolute; left: ${MARGIN}px; top: 45px; color: ${INK.weak}; font-size: 12px }
  section { position: absolute; background: ${INK.panel}; border: 1px solid ${INK.border}; border-radius: 3px; padding: 0 ${PADDING}px ${PADDING}px; overflow: hidden }
  section h2 { font-size: 13.5px; font-weight: 600; line-height: ${TITLE}px; height: ${TITLE}px; white-space: nowrap; overflow: hidden; text-overflow: ellipsis }
  .row { position: absolute; font-size: 15px; font-weight: 600; line-height: ${CELL}px; border-bottom: 1px solid ${INK.border}; left: ${MARGIN}px; right: ${MARGIN}px }
  .legend { display: flex; flex-wrap: wrap; gap: 1px 14px; overflow: hidden; font-size: 11.5px; color: ${INK.text}; align-content: flex-start; padding-top: 4px }
  .legend i { display: inline-block; width: 13px; height: 4px; border-radius: 2px; margin-right: 6px; vertical-align: 3px } .legend span { white-space: nowrap }
  .stat { display: flex; gap: 8px; height: 100% } .cell { flex: 1; display: flex; flex-direction: column; align-items: center; justify-content: center; border-radius: 3px; text-align: center; padding: 4px 6px; min-width: 0 }
  .cell span { font-size: 13px; opacity: .92; margin-bottom: 3px; max-width: 100%; white-space: nowrap; overflow: hidden; text-overflow: ellipsis } .cell b { font-weight: 600; line-height: 1.15 }
  .nothing { height: 100%; display: flex; align-items: center; justify-content: center; font-size: 15px }
  table { width: 100%; border-collapse: collapse; font-size: 12.5px } th, td { text-align: left; padding: 5px 8px; border-bottom: 1px solid ${INK.border}; font-weight: 400 } th { color: ${INK.link} } td.link { color: ${INK.link} }
  p { line-height: 1.55 } code { background: #22252b; padding: 1px 4px; border-radius: 2px }
  text { font-family: "DejaVu Sans", sans-serif } svg { display: block }`

export async function pageOf (board: DashboardJson, prometheus: PrometheusServer, asked: Asked): Promise<{ readonly html: string, readonly height: number }> {
  const marks = await marksOf(board, prometheus, asked)
  const panels = await Promise.all(board.panels.map(async panel => framed(panel, prometheus, asked, marks)))
  const rows = Math.max(...board.panels.map(({ gridPos: { y, h } }) => y + h))
  const { start, end } = asked.span
  const html = `<!doctype html><meta charset="utf-8"><style>${STYLE}</style><header><h1>${escaped(board.title)}</h1>
    <span class="box">Job&ensp;<b>${escaped(asked.job)}</b></span><span class="box">Instance&ensp;<b>All</b></span>
    <span class="box right">${clock(start)} to ${clock(end)} UTC: the scripted day of ${Math.round((end - start) / 6) / 10} minutes</span></header>
    <p>${escaped(board.description ?? '')} Drawn from grafana/dashboards/${board.uid}.json and its queries’ answers by test/observe; not by Grafana.</p>${panels.join('')}`
  return { html, height: HEADER + rows * (CELL + GAP) + MARGIN }
}

async function framed (panel: PanelJson, prometheus: PrometheusServer, asked: Asked, marks: readonly Mark[]): Promise<string> {
  const { x, y, w, h } = panel.gridPos
  const [left, top, width, height] = [MARGIN + x * (COLUMN + GAP), HEADER + y * (CELL + GAP), w * COLUMN + (w - 1) * GAP, h * (CELL + GAP) - GAP]
  if (panel.type === 'row') return `<div class="row" style="top:${top}px">${escaped(panel.title)}</div>`
  const box = { width: width - 2 * PADDING - 2, height: height - TITLE - PADDING - 2 }
  const inside = await drawn(panel, box, prometheus, asked, marks)
  return `<section style="left:${left.toFixed(1)}px;top:${top}px;width:${width.toFixed(1)}px;height:${height}px"><h2>${escaped(panel.title)}</h2><div style="height:${box.height}px">${inside}</div></section>`
}

async function drawn (panel: PanelJson, box: { width: number, height: number }, prometheus: PrometheusServer, asked: Asked, marks: readonly Mark[]): Promise<string> {
  if (panel.type === 'text') return words(panel)
  const answers = await Promise.all((panel.targets ?? []).map(async target => ({ target, lines: await answerOf(prometheus, target, asked) })))
  const lines: readonly Line[] = answers.flatMap(({ lines }) => lines)
  const series: readonly Series[] = answers.flatMap(({ target, lines }) => lines.map(({ labels, points }) => ({ name: legendOf(target.legendFormat, labels), points })))
  switch (panel.type) {
    case 'stat': return stat(panel, box, series)
    case 'bargauge': return barGauge(panel, box, series)
    case 'timeseries': return hasData(lines) ? timeSeries(panel, box, { series, marks, dots: await dotsOf(panel, prometheus, asked), span: asked.span }) : nothing(panel.fieldConfig?.defaults.noValue ?? 'No data')
    case 'state-timeline': return stateTimeline(panel, box, series, asked.span)
    case 'heatmap': return heatmap(panel, box, lines, asked.span)
    case 'table': return table(panel, lines)
    default: throw new Error(`no way is known to draw a ${panel.type}`)
  }
}

/** Traces are the same for all quantiles: those of the first query do. */
async function dotsOf ({ targets = [] }: PanelJson, prometheus: PrometheusServer, asked: Asked): Promise<readonly Dot[]> {
  const [first] = targets.filter(({ exemplar }) => exemplar)
  const found = first ? await prometheus.exemplars(chosen(first.expr, asked), asked.span) : []
  return found.filter((_, at) => at % Math.ceil(found.length / MOST_DOTS) === 0)
}

/** When the annotations' queries begin to find something. */
async function marksOf (board: DashboardJson, prometheus: PrometheusServer, asked: Asked): Promise<readonly Mark[]> {
  const found = await Promise.all(board.annotations.list.map(async ({ expr, iconColor }) =>
    (await answerOf(prometheus, { expr: expr.replace('[1m]', `[${asked.interval}]`) }, asked)).flatMap(({ points }) => points.filter(([at], n) => n === 0 || at - points[n - 1]![0] > 2 * asked.span.step).map(([at]) => ({ at, color: iconColor ?? 'blue' })))))
  return found.flat()
}
