/** Classes of words for rules to be composed of: every form of a verb, every spelling of a dropped g. */

const isDoubling = (verb: string) => /^[^aeiou]*[aeiou][^aeiouwxy]$/.test(verb)

function regular (verb: string): string[] {
  if (verb.endsWith('e')) return [verb, `${verb}s`, `${verb}d`, `${verb.slice(0, -1)}ing`]
  if (/[^aeiou]y$/.test(verb)) return [verb, `${verb.slice(0, -1)}ies`, `${verb.slice(0, -1)}ied`, `${verb}ing`]
  const stem = isDoubling(verb) ? verb + verb.at(-1)! : verb
  return [verb, /(?:s|x|z|ch|sh)$/.test(verb) ? `${verb}es` : `${verb}s`, `${stem}ed`, `${stem}ing`]
}

/** "hittin", "chokin": as it is said. */
const spoken = (form: string) => form.endsWith('ing') ? [form, form.slice(0, -1)] : [form]

/** All forms of the verbs as one group of alternatives; an irregular one gives its own: `bite/bites/bit/bitten/biting`. */
export function verbs (list: string): string {
  return oneOf(list.trim().split(/\s+/).flatMap(verb => verb.includes('/') ? verb.split('/') : regular(verb)).flatMap(spoken).join(' '))
}

/** A group of the single words. */
export const oneOf = (list: string) => `(${[...new Set(list.trim().split(/\s+/))].join('|')})`
