/**
 * Preloaded into a real process (`node --import`) by test/e2e/alerts.test.ts: from then on no review is counted, as if none took place.
 * The product has no such switch.
 */
import { Counter } from 'prom-client'

type Count = (this: object, labels?: object | number, by?: number) => unknown

/** What `inc` becomes when an instrument is made; prom-client's types do not tell of it. */
const FIELD = 'incWithoutExemplar'
const count = Reflect.get(Counter.prototype, FIELD) as Count

function countUnlessReview (this: object, ...given: Parameters<Count>): unknown {
  // It loses its `_total` at the first scrape.
  const isReview = String(Reflect.get(this, 'name')).startsWith('amora_safety_reviews') && given[1] !== 0
  return isReview ? { labelHash: '' } : Reflect.apply(count, this, given)
}
Object.defineProperty(Counter.prototype, FIELD, { value: countUnlessReview, writable: true })
