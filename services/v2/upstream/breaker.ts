import { CircuitState, ConsecutiveBreaker, CountBreaker, circuitBreaker, handleWhenResult, isBrokenCircuitError, type IBreaker } from 'cockatiel'
import { LlmError, type LlmFailure } from '../model-client.ts'

export interface BreakerSettings {
  /** How long calls are spared before one is tried again, in milliseconds. */
  readonly openMs: number
  /** The same after a fault that only people can mend: no money, a wrong key. */
  readonly lastingOpenMs: number
  /** Absent where this process is alone. */
  readonly probes?: Probes
}

/** Agrees with other processes on who tries a server again. */
export interface Probes {
  /** Whether this process may try now; it may also where nobody answers. @param pauseMs for which others then don't. */
  ask (pauseMs: number): Promise<boolean>
  /** What came of it. @param pauseMs for which others may go by it. */
  tell (found: Verdict, pauseMs: number): void
}

/** From well to bad, as the metric counts them. */
export const BREAKER_STATES = ['closed', 'half_open', 'open'] as const
export type BreakerState = typeof BREAKER_STATES[number]

export interface Breaker {
  /** Runs a call unless calls are spared. @throws {LlmError} `breaker_open`, at once. */
  run<T> (call: () => Promise<T>): Promise<T>
  /** Whether a call would be spared now. */
  spares (): boolean
  state (): BreakerState
}

/** What a call says about the server: `none` for one that its caller ended, or gave no time to speak of. */
export type Verdict = 'well' | 'fault' | 'lasting' | 'none'
interface Judged<T> { readonly verdict: Verdict, readonly value?: T, readonly error?: unknown }

const FAULTS_IN_A_ROW = 5
const OF_THE_LATEST = { threshold: 0.5, size: 50, minimumNumberOfCalls: 10 }
/** A call that had less time than this may be late at a healthy server. */
const TELLING_MS = 250

/** Spares a server that is down: one call tries it again from time to time, and no other waits for what comes of it. */
export function createBreaker (settings: BreakerSettings): Breaker {
  const { openMs, lastingOpenMs, probes } = settings
  const pauses: Readonly<Record<Verdict, number>> = { well: 0, fault: openMs, lasting: lastingOpenMs, none: 0 }
  const counter = createCounter()
  let openUntil = 0
  let pauseMs = openMs
  const pause = ({ verdict }: Judged<unknown>) => {
    openUntil = Date.now() + pauses[verdict]
    if (verdict !== 'none') pauseMs = pauses[verdict]
    return { duration: pauses[verdict], next }
  }
  const next = ({ result }: { result: object }) => pause('value' in result ? result.value as Judged<unknown> : { verdict: 'fault' })
  const policy = circuitBreaker(handleWhenResult(judged => (judged as Judged<unknown>).verdict !== 'well'), {
    halfOpenAfter: { next }, breaker: counter
  })

  async function tried<T> (call: () => Promise<T>): Promise<Judged<T>> {
    if (policy.state !== CircuitState.HalfOpen || !probes) return judge(call)
    if (!await probes.ask(pauseMs).catch(() => true)) return { verdict: 'fault', error: new LlmError('breaker_open') }
    const judged = await judge(call)
    probes.tell(judged.verdict, pauses[judged.verdict] || openMs)
    return judged
  }

  async function judge<T> (call: () => Promise<T>): Promise<Judged<T>> {
    const isProbe = policy.state === CircuitState.HalfOpen
    const startedAt = performance.now()
    try {
      return { verdict: 'well', value: await call() }
    } catch (error) {
      const verdict = verdictOf(error, performance.now() - startedAt)
      if (verdict === 'lasting') counter.openNext()
      // Cockatiel takes what is thrown as no fault: right for a call that says nothing, but a probe would close the breaker by it.
      if (verdict === 'none' && !isProbe) throw error
      return { verdict, error }
    }
  }

  const spares = () => policy.state === CircuitState.HalfOpen || (policy.state === CircuitState.Open && Date.now() < openUntil)
  return {
    spares,
    async run (call) {
      // Cockatiel lets calls wait for the outcome of the probe; nobody has time for that.
      if (spares()) throw new LlmError('breaker_open')
      const { value, error } = await policy.execute(async () => tried(call)).catch((error: unknown) => {
        throw isBrokenCircuitError(error) ? new LlmError('breaker_open') : error
      })
      if (error !== undefined) throw error
      return value!
    },
    state: () => policy.state === CircuitState.Closed ? 'closed' : policy.state === CircuitState.HalfOpen ? 'half_open' : 'open'
  }
}

/** Opens for a fault that lasts, for some in a row (a server that is down), or for too many of the latest (one that limps). */
function createCounter (): IBreaker & { openNext (): void } {
  const parts = [new ConsecutiveBreaker(FAULTS_IN_A_ROW), new CountBreaker(OF_THE_LATEST)]
  let opensNext = false
  return {
    state: undefined,
    openNext () { opensNext = true },
    success (state) {
      opensNext = false
      for (const part of parts) part.success(state)
    },
    failure: state => parts.map(part => part.failure(state)).includes(true) || opensNext
  }
}

const FAULTS: ReadonlySet<LlmFailure> = new Set(['timeout', 'upstream_error', 'rate_limited'])
const LASTING: ReadonlySet<LlmFailure> = new Set(['quota_exhausted', 'auth'])

function verdictOf (error: unknown, durationMs: number): Verdict {
  if (!(error instanceof LlmError) || error.reason === 'aborted') return 'none'
  if (LASTING.has(error.reason)) return 'lasting'
  if (error.reason === 'timeout' && durationMs < TELLING_MS) return 'none'
  return FAULTS.has(error.reason) ? 'fault' : 'well'
}
