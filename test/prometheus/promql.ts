/** What an expression asks for: metric names, the labels it matches and those it groups by. Promtool checks the syntax, this the words. */

export interface Selector { readonly name: string, readonly matchers: ReadonlyArray<{ readonly label: string, readonly operator: '=' | '!=' | '=~' | '!~', readonly value: string }> }

const KEYWORDS: ReadonlySet<string> = new Set(['and', 'or', 'unless', 'by', 'without', 'on', 'ignoring', 'group_left', 'group_right', 'bool', 'offset'])
const GROUPING = /\b(?:by|without|on|ignoring|group_left|group_right)\s*\(([^)]*)\)/g
const SELECTOR = /([a-zA-Z_:][\w:]*)\s*(\{[^}]*\}|\()?/g
const MATCHER = /(\w+)\s*(=~|!~|!=|=)\s*"([^"]*)"/g

/** Windows, numbers and a function's texts have letters too; what is matched stays. */
const withoutNoise = (expression: string) => expression.replace(/,\s*"[^"]*"(?=\s*[,)])/g, '').replace(/"[^"]*"|\[[^\]]*\]|(?<![\w:])\d[\w.]*/g, part => part.startsWith('"') ? part : '')

export function selectorsIn (expression: string): readonly Selector[] {
  // A metric's labels are read where they stand; labels in groupings are no metrics.
  return [...withoutNoise(expression.replace(GROUPING, ' ')).matchAll(SELECTOR)]
    .filter(([, name, after]) => after !== '(' && !KEYWORDS.has(name!))
    .map(([, name, after]) => ({ name: name!, matchers: [...(after ?? '').matchAll(MATCHER)].map(([, label, operator, value]) => ({ label: label!, operator: operator as '=', value: value! })) }))
}

export const groupingsIn = (expression: string): readonly string[] => [...expression.matchAll(GROUPING)].flatMap(([, labels]) => labels!.split(',').map(label => label.trim()).filter(label => label !== ''))
