/** Loaded ahead of a service that shall count nothing, to measure what counting costs: `node --import`. */
import { Counter, Gauge, Histogram } from 'prom-client'

const nothing = () => {}
// An instrument takes one of the two for its `inc` or `observe` when it is made.
Object.assign(Counter.prototype, { incWithoutExemplar: nothing, incWithExemplar: nothing })
Object.assign(Histogram.prototype, { observeWithoutExemplar: nothing, observeWithExemplar: nothing })
Object.assign(Gauge.prototype, { set: nothing, inc: nothing, dec: nothing })
