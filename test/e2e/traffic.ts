/** A steady trickle of messages of every kind, and what became of them. */
import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { somebody, type Answer, type House } from './house.ts'

export type Kind = 'v2' | 'talk' | 'trivial' | 'care'

export interface Sample {
  readonly kind: Kind
  /** Monotonic milliseconds, as `performance.now()`. */
  readonly sentAt: number
  readonly endedAt: number
  readonly ms: number
  readonly status: number
  readonly engine: string
  readonly degraded: boolean
  readonly reason?: string
}

export interface Traffic {
  /** What was sent from one moment to another, once all of it is answered. */
  between (from: number, to: number): Promise<readonly Sample[]>
  /** From now on the talk goes on in another session. */
  newTalk (): void
  /** Sends no more, and waits for the last answer. */
  stop (): Promise<void>
}

const KINDS: readonly Kind[] = ['v2', 'talk', 'trivial', 'care']

/** One message every `everyMs`, whether or not the ones before it are answered. */
export function startTraffic (house: House, everyMs: number): Traffic {
  const samples: Sample[] = []
  const under = new Set<Promise<void>>()
  const talker = somebody({ tier: 'paid' })
  let talk = randomUUID()
  const messages: Record<Kind, (n: number) => Promise<Answer>> = {
    v2: async n => somebody().say(house.any(), { specific_question: `How do I start a calmer talk about chore number ${n} of ${randomUUID()}?` }),
    talk: async n => talker.say(house.any(), { specific_question: `And what do I say to him on evening number ${n}?`, session_id: talk }),
    trivial: async () => somebody().say(house.any(), { specific_question: 'hello' }),
    care: async () => somebody().say(house.any(), { specific_question: 'I want to kill myself tonight.' })
  }
  const end = new AbortController()
  const send = async (n: number): Promise<void> => {
    const kind = KINDS[n % KINDS.length]!
    const sentAt = performance.now()
    const { status, body } = await messages[kind](n)
    const endedAt = performance.now()
    samples.push({ kind, sentAt, endedAt, ms: endedAt - sentAt, status, engine: body.engine, degraded: body.degraded, reason: body.referenced_data?.reason })
  }
  const running = (async () => {
    for (let n = 0; !end.signal.aborted; n++) {
      const sending = send(n).catch((error: unknown) => {
        samples.push({ kind: KINDS[n % KINDS.length]!, sentAt: performance.now(), endedAt: performance.now(), ms: 0, status: 0, engine: String(error), degraded: true })
      }).finally(() => under.delete(sending))
      under.add(sending)
      await sleep(everyMs)
    }
  })()
  return {
    async between (from, to) {
      await Promise.all(under)
      return samples.filter(({ sentAt }) => sentAt >= from && sentAt < to)
    },
    newTalk: () => { talk = randomUUID() },
    async stop () {
      end.abort()
      await running
      await Promise.all(under)
    }
  }
}

/** How many milliseconds the slowest message took beyond what its kind usually takes (the 95th percentile before). */
export function slowdown (usual: readonly Sample[], during: readonly Sample[]): number {
  const usualMs = (kind: Kind) => {
    const sorted = usual.filter(sample => sample.kind === kind).map(({ ms }) => ms).sort((one, other) => one - other)
    return sorted[Math.floor(sorted.length * 0.95)] ?? 0
  }
  return Math.max(0, ...during.map(({ kind, ms }) => ms - usualMs(kind)))
}

/** When the last message was sent that was not served as it should be, counted from a moment; 0 when none was. */
export function lastTroubleAfter (samples: readonly Sample[], moment: number): number {
  const troubled = samples.filter(({ kind, sentAt, degraded, engine }) => sentAt >= moment && (kind === 'v2' || kind === 'talk') && (degraded || engine !== 'v2'))
  return Math.max(0, ...troubled.map(({ sentAt }) => sentAt - moment))
}
