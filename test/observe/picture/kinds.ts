/** The other kinds of panels: numbers, bars, states, buckets, alerts, words. */
import type { PanelJson } from '../../grafana/dashboards.ts'
import type { Line, Span } from '../prometheus.ts'
import { nothing, plotOf, type Series } from './chart.ts'
import { INK, colorOf, escaped, label, rule, svg, type Box } from './paint.ts'
import { written } from './units.ts'

interface Look { readonly text: string, readonly color: string }

/** How a value is said and coloured: by its word where it has one, by the limits otherwise. */
export function lookOf ({ fieldConfig }: PanelJson, value: number): Look {
  const { unit, decimals, thresholds, mappings = [] } = fieldConfig!.defaults
  for (const { type, options } of mappings) {
    const word = type === 'range' ? (value >= (options.from ?? -Infinity) && value <= (options.to ?? Infinity) ? options.result : undefined) : options[String(value)]
    if (word) return { text: word.text ?? written(value, unit, decimals), color: colorOf(word.color ?? 'green') }
  }
  const step = thresholds!.steps.findLast(({ value: from }) => from === null || value >= from)
  return { text: written(value, unit, decimals), color: colorOf(step?.color ?? 'green') }
}

const last = ({ points }: Series): number => points.findLast(([, value]) => !Number.isNaN(value))?.[1] ?? NaN

export function stat (panel: PanelJson, { width, height }: Box, series: readonly Series[]): string {
  const known = series.filter(one => !Number.isNaN(last(one)))
  const { colorMode = 'none' } = panel.options ?? {}
  if (known.length === 0) return `<div class="stat"><div class="cell"><b style="color:${INK.weak};font-size:26px">${escaped(panel.fieldConfig!.defaults.noValue ?? 'No data')}</b></div></div>`
  const withNames = panel.options?.textMode === 'value_and_name'
  const cell = (width - 8 * (known.length - 1)) / known.length
  const longest = Math.max(...known.map(one => lookOf(panel, last(one)).text.length))
  const size = Math.max(15, Math.min(44, height * 0.42, (cell - 24) / (longest * 0.74)))
  return `<div class="stat">${known.map(one => {
    const { text, color } = lookOf(panel, last(one))
    const isFilled = colorMode === 'background'
    return `<div class="cell" style="${isFilled ? `background:linear-gradient(120deg, ${color}, color-mix(in srgb, ${color} 82%, black));color:white` : `color:${INK.text}`}">
      ${withNames && one.name ? `<span style="font-size:${Math.min(13, (cell - 14) / (one.name.length * 0.58)).toFixed(1)}px">${escaped(one.name)}</span>` : ''}<b style="font-size:${size.toFixed(0)}px">${escaped(text)}</b></div>`
  }).join('')}</div>`
}

export function barGauge (panel: PanelJson, { width, height }: Box, series: readonly Series[]): string {
  if (series.length === 0) return nothing(panel.fieldConfig!.defaults.noValue ?? 'No data')
  const most = panel.fieldConfig!.defaults.max ?? Math.max(...series.map(last), 0)
  const row = Math.min(64, height / series.length)
  const bar = Math.max(10, row - 30)
  return svg({ width, height }, series.map((one, at) => {
    const { text, color } = lookOf(panel, last(one))
    const top = at * row + 2
    const share = most > 0 ? Math.min(1, Math.max(0, last(one) / most)) : 0
    return label(0, top + 15, one.name, `style="fill:${INK.text};font-size:13px"`) +
      `<rect x="0" y="${top + 22}" width="${width - 90}" height="${bar}" fill="rgba(204,204,220,0.08)"/><rect x="0" y="${top + 22}" width="${(share * (width - 90)).toFixed(1)}" height="${bar}" fill="${color}"/>` +
      label(width - 80, top + 22 + bar / 2 + 6, text, `style="fill:${color};font-size:17px;font-weight:600"`)
  }).join(''))
}

/** A row a series; what follows itself is one block. */
export function stateTimeline (panel: PanelJson, box: Box, series: readonly Series[], span: Span): string {
  if (series.length === 0) return nothing(panel.fieldConfig!.defaults.noValue ?? 'No data')
  const names = series.map(({ name }) => name)
  const plot = plotOf(box, span, names)
  const row = plot.height / series.length
  const rows = series.map((one, at) => {
    const top = plot.top + at * row
    const blocks: Array<{ from: number, to: number, value: number }> = []
    for (const [seconds, value] of one.points) {
      const before = blocks.at(-1)
      if (before && before.value === value && seconds - before.to <= 1.5 * span.step) before.to = seconds
      else {
        if (before && seconds - before.to <= 1.5 * span.step) before.to = seconds
        blocks.push({ from: seconds, to: seconds, value })
      }
    }
    return label(plot.left - 6, top + row / 2 + 4, one.name, 'text-anchor="end"') + blocks.map(({ from, to, value }) => {
      const { text, color } = lookOf(panel, value)
      const width = Math.max(1.5, plot.x(to) - plot.x(from))
      return `<rect x="${plot.x(from).toFixed(1)}" y="${(top + row * 0.1).toFixed(1)}" width="${width.toFixed(1)}" height="${(row * 0.8).toFixed(1)}" fill="${color}" fill-opacity="0.8"/>` +
        (color !== 'transparent' && width > text.length * 7.5 + 8 && row > 14 ? label(plot.x(from) + 6, top + row / 2 + 4, text, 'style="fill:white"') : '')
    }).join('')
  })
  return svg(box, plot.time + rows.join(''))
}

const HEAT = ['#3b1f0e', '#6b3410', '#a04a12', '#d06a1c', '#f28e3c', '#ffb870', '#ffe0b8']

/** How many fell between two bounds: what Prometheus counts is cumulative. */
export function heatmap (panel: PanelJson, box: Box, lines: readonly Line[], span: Span): string {
  const bounds = lines.map(({ labels, points }) => ({ le: Number(labels.le === '+Inf' ? Infinity : labels.le), points: new Map(points) })).sort((one, other) => one.le - other.le)
  const cells = bounds.map(({ le, points }, at) => ({ le, counts: new Map([...points].map(([seconds, value]) => [seconds, Math.max(0, value - (at > 0 ? bounds[at - 1]!.points.get(seconds) ?? 0 : 0))])) }))
  const used = cells.filter(({ counts }) => [...counts.values()].some(count => count > 1e-9))
  if (used.length === 0) return nothing('No data')
  const shown = cells.slice(Math.max(0, cells.indexOf(used[0]!) - 1), cells.indexOf(used.at(-1)!) + 2)
  const most = Math.max(...shown.flatMap(({ counts }) => [...counts.values()]))
  const names = shown.map(({ le }) => le === Infinity ? '+Inf' : written(le, panel.options?.yAxis?.unit))
  const plot = plotOf(box, span, names)
  const row = plot.height / shown.length
  const column = span.step / (span.end - span.start) * plot.width
  const rows = shown.map(({ counts }, at) => {
    const top = plot.top + plot.height - (at + 1) * row
    return rule(plot.left, top, plot.left + plot.width, top) + label(plot.left - 6, top + 4, names[at]!, 'text-anchor="end"') + [...counts].filter(([, count]) => count > 1e-9).map(([seconds, count]) =>
      `<rect x="${(plot.x(seconds) - column).toFixed(1)}" y="${(top + 0.5).toFixed(1)}" width="${Math.max(1, column - 1).toFixed(1)}" height="${(row - 1).toFixed(1)}" fill="${HEAT[Math.min(HEAT.length - 1, Math.floor((count / most) ** 0.5 * HEAT.length))]!}"/>`).join('')
  })
  return svg(box, plot.time + rows.join(''))
}

/** The columns that the dashboard leaves. */
export function table (panel: PanelJson, lines: readonly Line[]): string {
  if (lines.length === 0) return nothing(panel.fieldConfig!.defaults.noValue ?? 'No data')
  const { excludeByName = {}, indexByName = {} } = panel.transformations?.[0]?.options ?? {}
  const columns = [...new Set(lines.flatMap(({ labels }) => Object.keys(labels)))].filter(name => !excludeByName[name]).sort((one, other) => (indexByName[one] ?? 99) - (indexByName[other] ?? 99))
  const linked = new Set(panel.fieldConfig?.overrides?.map(({ matcher }) => matcher.options))
  const rows = lines.map(({ labels }) => `<tr>${columns.map(name => `<td${linked.has(name) ? ' class="link"' : ''}>${escaped(labels[name] ?? '')}</td>`).join('')}</tr>`)
  return `<table><tr>${columns.map(name => `<th>${escaped(name)}</th>`).join('')}</tr>${rows.join('')}</table>`
}

export const words = ({ options }: PanelJson): string =>
  `<p>${escaped(options?.content ?? '').replaceAll(/\*\*(.+?)\*\*/g, '<strong>$1</strong>').replaceAll(/`(.+?)`/g, '<code>$1</code>')}</p>`
