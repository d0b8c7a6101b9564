/** Colours and small pieces of HTML and SVG, after Grafana's dark theme. */

export const INK = { text: '#ccccdc', weak: '#9a9ba8', faint: 'rgba(204,204,220,0.12)', panel: '#181b1f', page: '#111217', border: '#2a2d33', link: '#6e9fff' } as const

const NAMED: Readonly<Record<string, string>> = { green: '#5aa64b', red: '#e02f44', orange: '#ff9830', yellow: '#f2cc0c', blue: '#3274d9', transparent: 'transparent' }
export const colorOf = (name: string): string => NAMED[name] ?? name

export const SERIES = ['#73bf69', '#f2cc0c', '#5794f2', '#ff9830', '#f2495c', '#b877d9', '#8ab8ff', '#ffcb7d', '#37872d', '#e0b400', '#1f60c4', '#c4162a', '#8f3bb8', '#c8f2c2'] as const
export const seriesColor = (at: number): string => SERIES[at % SERIES.length]!

export const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

export interface Box { readonly width: number, readonly height: number }

export const svg = ({ width, height }: Box, inside: string): string => `<svg width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" xmlns="http://www.w3.org/2000/svg">${inside}</svg>`
export const label = (x: number, y: number, text: string, more = ''): string => `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" fill="${INK.weak}" font-size="11.5" ${more}>${escaped(text)}</text>`
export const rule = (x1: number, y1: number, x2: number, y2: number, more = `stroke="${INK.faint}"`): string => `<line x1="${x1.toFixed(1)}" y1="${y1.toFixed(1)}" x2="${x2.toFixed(1)}" y2="${y2.toFixed(1)}" ${more}/>`

/** HH:MM:SS, UTC. */
export const clock = (seconds: number): string => new Date(seconds * 1000).toISOString().slice(11, 19)
