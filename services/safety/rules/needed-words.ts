/**
 * Words without any of which a pattern can't match, read off the pattern itself: a message that says none of them need not be searched.
 * Knows the dialect of `rule()`: literals, groups, alternatives, classes, quantifiers; what looks around takes no part.
 */

type Node = { readonly branches: readonly (readonly Item[])[] }
interface Item { readonly node: Node | string, readonly isOptional: boolean, readonly isRepeated: boolean }

/** Any text at all stands here. */
const UNKNOWN = '\0'
const BLANK = ' '
const MOST_SPELLINGS = 400
/** So common that to need them spares nothing. */
const COMMON = new Set(`
  i me my myself you your he she him her his hers they them their we us our it its who that this these those the a an and or but if when while as so to of in on at for with by from about up out
  off over is am are was were be been being do does did have has had will would can could not no never all any some there what how why where then than get got go goes going went make made want
  just like one like say says said tell told boyfriend girlfriend husband wife partner ex friends friend family feel think know now because time day home money`.trim().split(/\s+/))

/** The needed words, or undefined where the pattern can match without a word of its own. */
export function neededWords (source: string): ReadonlySet<string> | undefined {
  const needed = neededByNode(parsed(source))
  return needed && new Set(needed)
}

function neededByNode ({ branches }: Node): string[] | undefined {
  const each = branches.map(neededByBranch)
  return each.every(words => words !== undefined) ? each.flat() : undefined
}

/** Of what stands between two blanks anywhere in the branch, what spares most. */
function neededByBranch (branch: readonly Item[]): string[] | undefined {
  const found = slotsOf(branch).map(neededBySlot).filter(words => words !== undefined)
  return found.sort((a, b) => cost(a) - cost(b))[0]
}

const cost = (words: readonly string[]) => words.length + 1000 * words.filter(word => COMMON.has(word)).length

function slotsOf (branch: readonly Item[]): Item[][] {
  const slots: Item[][] = [[]]
  for (const item of branch) {
    if (item.node === BLANK && !item.isOptional) slots.push([])
    else slots.at(-1)!.push(item)
  }
  return slots.filter(slot => slot.length > 0)
}

function neededBySlot (slot: readonly Item[]): string[] | undefined {
  const [only] = slot
  if (slot.length === 1 && !only!.isOptional && typeof only!.node !== 'string') return neededByNode(only!.node)
  const each = spellings(slot).map(text => text.split(BLANK).filter(word => /^[a-z\d]+$/.test(word)).sort((a, b) => cost([a]) - cost([b]) || b.length - a.length)[0])
  return each.every(word => word !== undefined) ? each : undefined
}

/** Every way to write it; UNKNOWN for what can't be listed. */
function spellings (items: readonly Item[]): string[] {
  let texts = ['']
  for (const { node, isOptional, isRepeated } of items) {
    const some = typeof node === 'string' ? [node] : node.branches.flatMap(spellings)
    const more = [...isRepeated || some.length > MOST_SPELLINGS ? [unlisted(some)] : some, ...isOptional ? [''] : []]
    texts = texts.flatMap(text => more.map(end => text + end))
    if (texts.length > MOST_SPELLINGS) texts = [UNKNOWN]
  }
  return texts
}

/** What is known of many spellings is a blank that they all end or begin with. */
function unlisted (some: readonly string[]): string {
  const before = some.every(text => text.startsWith(BLANK)) ? BLANK : ''
  return before + UNKNOWN + (some.every(text => text.endsWith(BLANK)) ? BLANK : '')
}

function parsed (source: string): Node {
  let at = 0
  return alternatives()

  function alternatives (): Node {
    const branches: Item[][] = [[]]
    while (at < source.length && source[at] !== ')') {
      if (source[at] === '|') { at++; branches.push([]) } else branches.at(-1)!.push(...item())
    }
    return { branches }
  }

  function item (): Item[] {
    const node = atom()
    const quantifier = /^(?:[?*+]|\{(\d+)(?:,(\d*))?\})\??/.exec(source.slice(at, at + 12))
    if (quantifier) at += quantifier[0].length
    if (node === undefined) return []
    const sign = quantifier?.[0][0]
    return [{ node, isOptional: sign === '?' || sign === '*' || quantifier?.[1] === '0', isRepeated: sign === '*' || sign === '+' || sign === '{' }]
  }

  /** Undefined for what takes no text: boundaries and what looks around. */
  function atom (): Node | string | undefined {
    const sign = source[at]!
    if (sign === '(') return group()
    if (sign === '[') {
      at = source.indexOf(']', at + 1) + 1
      return UNKNOWN
    }
    at++
    if (sign === '\\') {
      const escaped = source[at++]!
      if (escaped === 'b') return undefined
      return /[a-zA-Z]/.test(escaped) ? UNKNOWN : escaped
    }
    return sign === '^' || sign === '$' ? undefined : sign === '.' ? UNKNOWN : sign
  }

  function group (): Node | undefined {
    const opening = /^\((?:\?(?::|<?[=!]))?/.exec(source.slice(at, at + 4))![0]
    at += opening.length
    const inside = alternatives()
    at++
    return opening.length > 1 && opening !== '(?:' ? undefined : inside
  }
}
