import { Cluster, type Redis } from 'ioredis'
import { createDeadlines, type Deadlines } from './deadlines.ts'
import { CommandLate, StateUnavailable, isUnavailable, type SharedStore, type StoreOp } from './shared-store.ts'

export interface GuardOptions {
  /** A command that takes longer is given up. */
  readonly deadlineMs: number
  /** How often a server that failed is asked whether it is back. */
  readonly probeEveryMs: number
  /** A server that answers again is called back after this long without a failure. */
  readonly quietMs: number
  /** Hears of every command that was sent. */
  readonly onCommand: (op: StoreOp, outcome: 'ok' | 'failed', durationMs: number) => void
  /** Hears once when the server is lost, with the cause, and once when it is back. */
  readonly onChange: (isUp: boolean, cause?: unknown) => void
}

/**
 * The one door to a Redis: a deadline on every command, and after a late one no command at all until the server answers a probe.
 * A turn so waits for a dead server once. An error that comes at once costs nothing, so it keeps nobody else from asking.
 */
export class RedisGuard implements SharedStore {
  readonly #client: Redis | Cluster
  readonly #options: GuardOptions
  readonly #deadlines: Deadlines
  /** Nothing is sent until a probe is answered. */
  #isSpared = false
  #isUp = true
  #isClosed = false
  #troubledAt = 0
  /** Whether a probe has been answered since the trouble began. */
  #hasAnswered = false
  /** Runs while there is trouble. */
  #timer: NodeJS.Timeout | undefined
  #lastError: unknown

  constructor (client: Redis | Cluster, options: GuardOptions) {
    this.#client = client
    this.#options = options
    this.#deadlines = createDeadlines(options.deadlineMs)
    client.on('error', (error: unknown) => { this.#lastError = error })
    client.on('close', () => { this.#fail(this.#lastError) })
    client.on('ready', () => { this.#lastError = undefined })
  }

  get isUp (): boolean { return this.#isUp }

  /** Waits for the first connection, but not for long: without it the server is lost until a probe finds it. */
  async connect (waitMs: number): Promise<void> {
    try {
      await createDeadlines(waitMs).within(this.#client.connect())
    } catch (error) {
      this.#fail(error)
      this.#lose(this.#lastError ?? error)
    }
  }

  async run<T> (op: StoreOp, command: (client: Redis | Cluster) => Promise<T>, signal?: AbortSignal): Promise<T> {
    if (this.#isSpared) throw new StateUnavailable()
    const startedAt = performance.now()
    const end = (outcome: 'ok' | 'failed') => this.#options.onCommand(op, outcome, performance.now() - startedAt)
    try {
      const result = await this.#deadlines.within(command(this.#client), signal)
      end('ok')
      return result
    } catch (error) {
      end('failed')
      forgetArguments(error)
      if (!isUnavailable(error)) throw error
      if (!signal?.aborted) this.#fail(error)
      throw error instanceof StateUnavailable ? error : new StateUnavailable(error)
    }
  }

  close (): void {
    this.#isClosed = true
    clearTimeout(this.#timer)
    this.#client.disconnect()
  }

  /** A hiccup is over when the first probe is answered, and is no loss; one that goes on failing after that is. */
  #fail (cause: unknown): void {
    if (this.#isClosed) return
    this.#troubledAt = performance.now()
    if (cause instanceof CommandLate) this.#isSpared = true
    if (this.#timer === undefined) {
      this.#hasAnswered = false
      this.#timer = this.#probeIn(0)
    } else if (this.#hasAnswered) this.#lose(cause)
  }

  #lose (cause: unknown): void {
    if (!this.#isUp) return
    this.#isUp = false
    this.#options.onChange(false, cause)
  }

  #probeIn (ms: number): NodeJS.Timeout {
    return setTimeout(() => { this.#probe().catch(() => {}) }, ms).unref()
  }

  async #probe (): Promise<void> {
    const error = await this.#deadlines.within(ping(this.#client)).then(() => undefined, (error: unknown) => error)
    if (this.#isClosed) return
    if (error === undefined) this.#answered()
    else this.#lose(this.#lastError ?? error)
    const isQuiet = error === undefined && performance.now() - this.#troubledAt >= this.#options.quietMs
    this.#timer = isQuiet ? undefined : this.#probeIn(this.#options.probeEveryMs)
    if (!isQuiet || this.#isUp) return
    this.#isUp = true
    this.#options.onChange(true)
  }

  #answered (): void {
    this.#hasAnswered = true
    // While it was spared nothing could fail: its quiet begins now.
    if (this.#isSpared) this.#troubledAt = performance.now()
    this.#isSpared = false
  }
}

/** Every master of a cluster has to answer: one that hangs would cost each turn that needs it the deadline. */
async function ping (client: Redis | Cluster): Promise<unknown> {
  return client instanceof Cluster ? Promise.all(client.nodes('master').map(async node => node.ping())) : client.ping()
}

/** ioredis hangs the command on its errors, and its arguments are what somebody wrote: they belong in no log. */
function forgetArguments (error: unknown): void {
  delete (error as { command?: unknown }).command
}
