/** Work that outlives whoever began it, for somebody who is to end after it. */
export interface UnderWay {
  /** Knows of the work until it has ended, well or not; how it ends is its owner's business. */
  add (work: Promise<unknown>): void
  /** Resolves once all that is under way now has ended. Never rejects. */
  settled (): Promise<void>
}

export function createUnderWay (): UnderWay {
  const works = new Set<Promise<unknown>>()
  return {
    add (work) {
      const end = () => { works.delete(work) }
      works.add(work)
      work.then(end, end)
    },
    async settled () { await Promise.allSettled(works) }
  }
}
