/** Lines over time, stacked or not, with limits and marks. */
import type { PanelJson } from '../../grafana/dashboards.ts'
import type { Span } from '../prometheus.ts'
import { INK, clock, colorOf, escaped, label, rule, seriesColor, svg, type Box } from './paint.ts'
import { ticksOf, written } from './units.ts'

export interface Series { readonly name: string, readonly points: ReadonlyArray<readonly [seconds: number, value: number]> }
/** A moment with a name, such as a change of the dial. */
export interface Mark { readonly at: number, readonly color: string }
/** An observation whose trace is known. */
export interface Dot { readonly at: number, readonly value: number }

export interface Plot { readonly left: number, readonly top: number, readonly width: number, readonly height: number, readonly x: (seconds: number) => number }

const BOTTOM = 20
const LETTER_WIDTH = 7

/** The drawing area beside the labels of an axis, and the axis of time below it. */
export function plotOf ({ width, height }: Box, { start, end }: Span, labels: readonly string[]): Plot & { readonly time: string } {
  const left = 10 + LETTER_WIDTH * Math.max(...labels.map(({ length }) => length), 2)
  const area = { left, top: 8, width: width - left - 10, height: height - 8 - BOTTOM }
  const x = (seconds: number) => area.left + (seconds - start) / (end - start) * area.width
  const count = Math.max(2, Math.floor(area.width / 90))
  const times = Array.from({ length: count }, (_, at) => start + (at + 0.5) / count * (end - start))
  const time = times.map(at => rule(x(at), area.top, x(at), area.top + area.height) + label(x(at), height - 5, clock(at), 'text-anchor="middle"')).join('')
  return { ...area, x, time }
}

export function timeSeries (panel: PanelJson, box: Box, { series, marks, dots, span }: { series: readonly Series[], marks: readonly Mark[], dots: readonly Dot[], span: Span }): string {
  const { unit, thresholds, custom = {}, min, max } = panel.fieldConfig!.defaults
  const stacked = custom.stacking?.mode === 'normal'
  const shown = stacked ? stack(series) : series.map(one => ({ ...one, floor: undefined }))
  const limits = custom.thresholdsStyle ? thresholds!.steps.filter(({ value, color }) => value !== null && color !== 'transparent') : []
  const values = shown.flatMap(({ points }) => points.map(([, value]) => value).filter(Number.isFinite))
  const highest = Math.max(...values, ...dots.map(({ value }) => value), 0)
  const high = max ?? (highest > 0 ? highest * 1.08 : 1)
  const legend = legendOf(series.map(({ name }) => name))
  const drawn = { width: box.width, height: box.height - LEGEND_HEIGHT }
  const ticks = ticksOf(min ?? 0, high, Math.max(2, Math.floor(drawn.height / 38)))
  const names = ticks.map(tick => written(tick, unit))
  const plot = plotOf(drawn, span, names)
  const y = (value: number) => plot.top + plot.height * (1 - Math.min(1, Math.max(0, (value - (min ?? 0)) / (high - (min ?? 0)))))
  const axis = ticks.map((tick, at) => rule(plot.left, y(tick), plot.left + plot.width, y(tick)) + label(plot.left - 6, y(tick) + 4, names[at]!, 'text-anchor="end"')).join('')
  const lines = limits.filter(({ value }) => value! <= high).map(({ value, color }) => rule(plot.left, y(value!), plot.left + plot.width, y(value!), `stroke="${colorOf(color)}" stroke-width="1.5" stroke-dasharray="7 5"`)).join('')
  const flags = marks.map(({ at, color }) => rule(plot.x(at), plot.top, plot.x(at), plot.top + plot.height, `stroke="${colorOf(color)}" stroke-width="1.2" stroke-dasharray="2 3"`)).join('')
  const body = shown.map((one, at) => drawLine(one, { at, plot, y, step: span.step, fill: (custom.fillOpacity ?? 0) / 100 })).join('')
  const traces = dots.map(({ at, value }) => `<path d="M${plot.x(at).toFixed(1)} ${(y(value) - 3.5).toFixed(1)}l3.5 3.5l-3.5 3.5l-3.5 -3.5z" fill="${INK.panel}" stroke="#8ab8ff" stroke-width="1.1"/>`).join('')
  return svg(drawn, plot.time + axis + flags + body + lines + traces) + legend
}

interface Shown extends Series { readonly floor?: ReadonlyMap<number, number> }

function stack (series: readonly Series[]): readonly Shown[] {
  const sums = new Map<number, number>()
  return series.map(one => {
    const floor = new Map(sums)
    const points = one.points.map(([at, value]) => {
      const sum = (sums.get(at) ?? 0) + (Number.isFinite(value) ? value : 0)
      sums.set(at, sum)
      return [at, sum] as const
    })
    return { ...one, points, floor }
  })
}

interface Pen { readonly at: number, readonly plot: Plot, readonly y: (value: number) => number, readonly step: number, readonly fill: number }

/** Pieces without holes: a line where values follow each other, a dot where one stands alone. */
function drawLine ({ points, floor }: Shown, { at, plot, y, step, fill }: Pen): string {
  const color = seriesColor(at)
  const pieces: Array<Array<readonly [number, number]>> = []
  let last = -Infinity
  for (const [seconds, value] of points) {
    if (!Number.isFinite(value)) continue
    if (seconds - last > 1.5 * step) pieces.push([])
    pieces.at(-1)!.push([seconds, value])
    last = seconds
  }
  const base = (seconds: number) => y(floor?.get(seconds) ?? 0)
  return pieces.map(piece => {
    const [first, end] = [piece[0]!, piece.at(-1)!]
    if (piece.length === 1) return `<circle cx="${plot.x(first[0]).toFixed(1)}" cy="${y(first[1]).toFixed(1)}" r="2" fill="${color}"/>`
    const path = piece.map(([seconds, value]) => `${plot.x(seconds).toFixed(1)},${y(value).toFixed(1)}`)
    const back = floor ? piece.toReversed().map(([seconds]) => `${plot.x(seconds).toFixed(1)},${base(seconds).toFixed(1)}`) : [`${plot.x(end[0]).toFixed(1)},${y(0)}`, `${plot.x(first[0]).toFixed(1)},${y(0)}`]
    return `<polygon points="${[...path, ...back].join(' ')}" fill="${color}" fill-opacity="${fill}"/><polyline points="${path.join(' ')}" fill="none" stroke="${color}" stroke-width="1.8" stroke-linejoin="round"/>`
  }).join('')
}

const LEGEND_HEIGHT = 38

const legendOf = (names: readonly string[]): string =>
  `<div class="legend" style="height:${LEGEND_HEIGHT}px">${names.map((name, at) => `<span><i style="background:${seriesColor(at)}"></i>${escaped(name)}</span>`).join('')}</div>`

export const nothing = (text: string): string => `<div class="nothing" style="color:${INK.weak}">${escaped(text)}</div>`
