/** The files that the catalogue and the dashboards' sources make; test/generate.ts writes or compares them. */
import { business } from './business.ts'
import { frame, type Plan } from './frame.ts'
import { metricsPage } from './metrics-page.ts'
import { overview } from './overview.ts'
import { technical } from './technical.ts'
import { telemetry } from './telemetry.ts'

export const PLANS: readonly Plan[] = [overview, technical, business, telemetry]

const dashboardFile = (plan: Plan) => [`grafana/dashboards/${plan.uid}.json`, () => `${JSON.stringify(frame(plan), null, 2)}\n`] as const

/** By path from the project's root. */
export const observabilityFiles: Readonly<Record<string, () => string>> = Object.fromEntries([
  ...PLANS.map(dashboardFile),
  ['docs/metrics.md', metricsPage]
])
