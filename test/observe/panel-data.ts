/** What Prometheus answers to a dashboard's queries, asked as Grafana asks them. */
import { chosen, type Chosen, type Target } from '../grafana/dashboards.ts'
import type { Line, PrometheusServer, Span } from './prometheus.ts'

export interface Asked extends Chosen { readonly span: Span }

/** A line a series; of an instant query one point, that at the end. */
export async function answerOf (prometheus: PrometheusServer, { expr, instant }: Pick<Target, 'expr' | 'instant'>, asked: Asked): Promise<readonly Line[]> {
  const query = chosen(expr, asked)
  if (!instant) return prometheus.range(query, asked.span)
  const samples = await prometheus.query(query, asked.span.end)
  return samples.map(({ labels, value }) => ({ labels, points: [[asked.span.end, value]] }))
}

/** Whether there is anything to draw. */
export const hasData = (lines: readonly Line[]): boolean => lines.some(({ points }) => points.some(([, value]) => !Number.isNaN(value)))

/** `{{label}}` replaced, as Grafana does; the labels themselves where nothing is given. */
export function legendOf (template: string | undefined, labels: Readonly<Record<string, string>>): string {
  if (template) return template.replaceAll(/\{\{\s*(\w+)\s*\}\}/g, (_, label: string) => labels[label] ?? '')
  const { __name__: name = '', ...rest } = labels
  return `${name}{${Object.entries(rest).map(([label, value]) => `${label}="${value}"`).join(', ')}}`
}
