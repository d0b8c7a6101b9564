/** What an attempt to take the coach over wants to hear from it: such words in a reply are the attacker's, not the coach's. */
import { screen } from './screen.ts'

const OUTPUT = '(?:say|saying|print|printed|output|write|reply|respond|answer|display|repeat|state|return|type|echo|spell|shout|sing|begin|start|end|finish|sage|schreibe|antworte|dis|dites|r[eé]ponds|[eé]cris|di|responde|escribe|rispondi)'
const QUOTED = new RegExp(String.raw`\b${OUTPUT}\b[^".!?]{0,80}"([^"]{2,200})"`, 'g')
const BARE = new RegExp(String.raw`\b${OUTPUT}\b(?: (?:back|only|just|exactly|simply|with|as|to me|by saying|the|following|words?|phrase|sentence|text|string))*:? ([^".!?\n:]{2,100})`, 'g')
const ROLE = /\b(?:you are(?: now)?|act (?:just )?(?:as|like)|pretend (?:to be|you are)|known as|become|role of|called) (?:an? |the )?"?(\p{L}[\p{L}\d]{2,20})/gu
/** After these follows what a text should be about, or where it should go, not the text. */
const DESCRIBES = /^(?:an?|the|all|any|some|every|my|your|his|her|their|its|this|that|these|those|what|whatever|how|why|where|who|if|it|me|us|him|them|something|everything|anything|nothing|no|not|in|to|on|from|about|for|of|without|and|or|as|like|code|python|german|french|spanish|english|poems?|stories|essays?)\b/
const LONGEST_BARE_WORDS = 10
/** Roles that are none of their own: being one of these is no take-over. */
const COMMON = new Set(['not', 'amora', 'the', 'very', 'free', 'going', 'able', 'here', 'right', 'wrong', 'coach', 'assistant', 'supposed', 'allowed', 'being', 'that', 'this', 'just', 'now'])

/** NFKC, small letters, straight quotes, single blanks. */
const plain = (text: string) => text.normalize('NFKC').toLowerCase().replace(/[‘’‛′`]/g, "'").replace(/[“”„«»″]/g, '"').replace(/(?<!\p{L})'([^'\n]{2,200})'(?!\p{L})/gu, '"$1"').replace(/\s+/g, ' ')

/** The strings that a message orders the coach to say; none for a message that the screen does not take for an injection. Linear in the length. */
export function demandedWords (message: string): readonly string[] {
  const text = plain(message)
  const said = [...found(text, QUOTED), ...found(text, BARE).filter(isVerbatim)]
  const roles = found(text, ROLE).filter(role => !COMMON.has(role)).flatMap(role => [`i am ${role}`, `i'm ${role}`])
  if (said.length + roles.length === 0) return []
  const verdict = screen(message)
  return verdict.action === 'flag' && verdict.category === 'injection' ? [...new Set([...said, ...roles])] : []
}

/** Whether a reply has one of them, as whole words. */
export function saysDemanded (reply: string, demanded: readonly string[]): boolean {
  const text = plain(reply)
  return demanded.some(words => isWithin(text, words))
}

const found = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(match => match[1]!.trim()).filter(words => /[\p{L}\d]/u.test(words))
const isVerbatim = (words: string) => !DESCRIBES.test(words) && words.split(' ').length <= LONGEST_BARE_WORDS

function isWithin (text: string, words: string): boolean {
  for (let at = text.indexOf(words); at !== -1; at = text.indexOf(words, at + 1)) {
    if (!isLetter(text[at - 1]) && !isLetter(text[at + words.length])) return true
  }
  return false
}

const isLetter = (character: string | undefined) => character !== undefined && /[\p{L}\d]/u.test(character)
