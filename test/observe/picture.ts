/** Pictures of the dashboards with a run's data. Grafana can't be installed everywhere; its JSON can be read everywhere. */
import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { openPage } from '../fakes/browser.ts'
import type { DashboardJson } from '../grafana/dashboards.ts'
import { createClosing } from './closing.ts'
import { PAGE_WIDTH, pageOf } from './picture/page.ts'
import type { PrometheusServer } from './prometheus.ts'
import { JOB } from './stack.ts'

const DASHBOARDS = join(import.meta.dirname, '../../grafana/dashboards')
/** Points of a graph. */
const POINTS = 150

export interface PictureOptions {
  readonly folder: string
  /** Files to make, without `.png`, by the dashboard's uid. */
  readonly names: Readonly<Record<string, string>>
  /** Epoch seconds. */
  readonly start: number
  readonly end: number
  readonly scrapeMs: number
}

export async function takePictures (prometheus: PrometheusServer, { folder, names, start, end, scrapeMs }: PictureOptions): Promise<void> {
  const closing = createClosing()
  try {
    const { page } = await openPage(closing, { width: PAGE_WIDTH, height: 1000 })
    mkdirSync(folder, { recursive: true })
    const step = Math.max(scrapeMs / 1000, Math.ceil((end - start) / POINTS))
    // As Grafana has it: four scrapes at the least.
    const interval = `${Math.ceil(Math.max(4 * scrapeMs / 1000, step))}s`
    const asked = { job: JOB, range: `${Math.ceil(end - start)}s`, interval, span: { start, end, step } }
    for (const [uid, name] of Object.entries(names)) {
      const board = JSON.parse(readFileSync(join(DASHBOARDS, `${uid}.json`), 'utf8')) as DashboardJson
      const { html, height } = await pageOf(board, prometheus, asked)
      await page.setViewportSize({ width: PAGE_WIDTH, height })
      await page.setContent(html)
      await page.screenshot({ path: join(folder, `${name}.png`) })
    }
  } finally {
    await closing.close()
  }
}
