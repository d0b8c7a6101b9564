import fp from 'fastify-plugin'
import { createHmac, randomUUID } from 'node:crypto'
import type { Config } from '../services/configuration.ts'
import type { LabelsOf } from '../services/metric-catalogue.ts'
import { createCanary } from '../services/safety/canary.ts'
import { careReply } from '../services/safety/care.ts'
import { review, type ReviewContext } from '../services/safety/review.ts'
import { reviewNext } from '../services/safety/review-next.ts'
import { screen } from '../services/safety/screen.ts'
import type { CareKind, ReviewResult, ScreenResult } from '../services/safety/verdict.ts'

declare module 'fastify' {
  interface FastifyInstance { safety: Safety }
}

export interface Safety {
  /** A secret word of this deployment that the system prompt carries and no reply may. */
  readonly canary: string
  screen (text: string): ScreenResult
  /** The stricter screen of a session in which somebody needed care; counted only where it finds something more. */
  screenInCare (text: string, kind: CareKind): ScreenResult
  review (reply: string, context: Omit<ReviewContext, 'canary'>): ReviewResult
  /** What a sentence would bring to a reply that is shown while it is written; the reply is counted by `countReview`, once. */
  reviewNext (sentence: string, before: readonly string[], context: Omit<ReviewContext, 'canary'>): ReviewResult
  countReview (faults: ReviewResult): void
  readonly care: typeof careReply
}

/** Screen, care replies and review: local rules, no dependency, so they work with everything else gone. */
export default fp(async app => {
  const canary = createCanary(() => secretOf(app.config) ?? randomUUID())
  const screens = app.metrics.counter('amora_safety_screens_total')
  const reviews = app.metrics.counter('amora_safety_reviews_total')

  const countReview = (faults: ReviewResult) => { reviews.inc(faults[0] ? { result: 'fail', category: faults[0] } : { result: 'pass', category: 'none' }) }

  app.decorate('safety', {
    canary,
    countReview,
    reviewNext: (sentence, before, context) => reviewNext(sentence, before, { ...context, canary }),
    care: careReply,
    screen (text) {
      const result = screen(text)
      screens.inc(labelsOf(result))
      return result
    },
    screenInCare (text, kind) {
      const result = screen(text, { inCare: kind })
      if (result.action === 'care') screens.inc(labelsOf(result))
      return result
    },
    review (reply, context) {
      const faults = review(reply, { ...context, canary })
      countReview(faults)
      return faults
    }
  } satisfies Safety)
}, { name: 'safety', dependencies: ['config', 'metrics'] })

/** The same for all replicas of a deployment, so that a provider's prompt cache serves them all; undefined where no key is shared. */
function secretOf ({ identity: { privacyKeys } }: Config): string | undefined {
  return privacyKeys && createHmac('sha256', privacyKeys[0]!.secret).update('canary').digest('hex').slice(0, 32)
}

function labelsOf (result: ScreenResult): LabelsOf<'amora_safety_screens_total'> {
  switch (result.action) {
    case 'care': return { result: 'care', category: result.kind }
    case 'flag': return { result: 'flag', category: result.category }
    case 'allow': return { result: 'allow', category: 'none' }
  }
}
