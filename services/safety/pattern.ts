/** Long regular expressions on several lines: line breaks and the blanks around them do not count, backslashes stand as written. */

const unbroken = (strings: TemplateStringsArray, parts: readonly string[]) => String.raw(strings, ...parts).replace(/\s*\n\s*/g, '')

/** A piece to build patterns from. */
export const fragment = (strings: TemplateStringsArray, ...parts: readonly string[]): string => unbroken(strings, parts)

/** A whole pattern, without flags. */
export const pattern = (strings: TemplateStringsArray, ...parts: readonly string[]): RegExp => new RegExp(unbroken(strings, parts))
