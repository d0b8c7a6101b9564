/** Exact token counts, in linear-logarithmic time whatever the text: js-tiktoken's ranks under a merge of our own. */

/** An encoding as js-tiktoken ships it. */
export interface EncodingData { readonly pat_str: string, readonly bpe_ranks: string }

export interface TokenCounter {
  /** Tokens of a text; special tokens in it are counted as the plain text they are. */
  count (text: string): number
}

export const ENCODINGS = ['o200k_base', 'cl100k_base'] as const
export type Encoding = typeof ENCODINGS[number]

/** Loads an encoding (0.1 to 0.3 s: at boot, before listening). */
export async function loadTokenCounter (encoding: Encoding): Promise<TokenCounter> {
  switch (encoding) {
    case 'o200k_base': return createTokenCounter((await import('js-tiktoken/ranks/o200k_base')).default)
    case 'cl100k_base': return createTokenCounter((await import('js-tiktoken/ranks/cl100k_base')).default)
  }
}

export function createTokenCounter ({ pat_str: pattern, bpe_ranks: packed }: EncodingData): TokenCounter {
  const ranks = unpack(packed)
  const pieces = new RegExp(pattern, 'gu')
  const countPiece = (piece: string) => {
    const bytes = Buffer.from(piece, 'utf8').toString('latin1')
    return ranks.has(bytes) ? 1 : mergedLength(bytes, ranks)
  }
  return {
    count (text) {
      let total = 0
      for (const [piece] of text.toWellFormed().matchAll(pieces)) total += countPiece(piece)
      return total
    }
  }
}

/** Rank of each token, keyed by its bytes as a latin1 string. Lines are `! first-rank token token …`, tokens in base64. */
function unpack (packed: string): Map<string, number> {
  const ranks = new Map<string, number>()
  for (const line of packed.split('\n')) {
    if (line === '') continue
    const [, first, ...tokens] = line.split(' ')
    tokens.forEach((token, at) => ranks.set(Buffer.from(token, 'base64').toString('latin1'), Number(first) + at))
  }
  return ranks
}

/**
 * Parts left when the neighbours of lowest rank have been merged until none has a rank (byte-pair encoding). The candidates
 * wait in a heap, so that a piece of n bytes costs n log n; js-tiktoken's scan costs n².
 */
function mergedLength (bytes: string, ranks: ReadonlyMap<string, number>): number {
  const length = bytes.length
  const next = Uint32Array.from({ length: length + 1 }, (_, at) => at + 1)
  const previous = Int32Array.from({ length: length + 1 }, (_, at) => at - 1)
  const isStart = new Uint8Array(length + 1).fill(1)
  const heap = createHeap()
  const rankAt = (start: number) => next[start]! < length ? ranks.get(bytes.slice(start, next[next[start]!]!)) : undefined
  const offer = (start: number) => {
    const rank = rankAt(start)
    if (rank !== undefined) heap.push(rank * POSITIONS + start)
  }
  for (let start = 0; start < length; start++) offer(start)
  let parts = length
  for (let best = heap.pop(); best !== undefined; best = heap.pop()) {
    const start = best % POSITIONS
    // A candidate is stale once one of its parts was merged away; its rank tells.
    if (isStart[start] === 0 || rankAt(start) !== Math.floor(best / POSITIONS)) continue
    const eaten = next[start]!
    isStart[eaten] = 0
    next[start] = next[eaten]!
    if (next[start]! < length) previous[next[start]!] = start
    parts--
    offer(start)
    if (previous[start]! >= 0) offer(previous[start]!)
  }
  return parts
}

/** Rank (18 bits) and position (32) share one number, which a double holds exactly. Of equal ranks the leftmost pops first. */
const POSITIONS = 2 ** 32

interface Heap { push (value: number): void, pop (): number | undefined }

/** A binary heap, least number first. */
function createHeap (): Heap {
  const values: number[] = []
  const least = (one: number, other: number) => (values[other] ?? Infinity) < (values[one] ?? Infinity) ? other : one
  const swap = (one: number, other: number) => { [values[one], values[other]] = [values[other]!, values[one]!] }
  return {
    push (value) {
      let at = values.push(value) - 1
      for (let parent = (at - 1) >> 1; at > 0 && values[at]! < values[parent]!; parent = (at - 1) >> 1) {
        swap(at, parent)
        at = parent
      }
    },
    pop () {
      const top = values[0]
      const last = values.pop()
      if (values.length === 0 || last === undefined) return top
      values[0] = last
      for (let at = 0, child = least(1, 2); child < values.length && values[child]! < values[at]!; child = least(2 * at + 1, 2 * at + 2)) {
        swap(at, child)
        at = child
      }
      return top
    }
  }
}
