/** What an attempt to take the coach over wants to hear from it: such words in a reply are the attacker's, not the coach's. */
import type { Flag } from './verdict.ts'

const OUTPUT = '(?:say|saying|print|printed|output|write|reply|respond|answer|display|repeat|state|return|type|echo|spell|shout|sing|begin|start|end|finish|confirm|append|tell me|tell (?:the|every) user|sage|schreibe|antworte|dis|dites|r[eé]ponds|[eé]cris|di|responde|escribe|rispondi)'
/** In a message that takes over, whatever is quoted is meant for the reply. */
const QUOTED = /"([^"]{2,200})"/g
const BARE = new RegExp(String.raw`\b${OUTPUT}\b(?: (?:that|back|only|just|exactly|simply|with|as|to me|by saying|the|following|words?|phrase|sentence|text|string))*:? ([^".!?\n:]{2,100})`, 'g')
const AFTER_COLON = new RegExp(String.raw`\b(?:${OUTPUT}|prompt|task|question)\b[^".!?:\n]{0,50}: ?([^".!?\n]{2,100})`, 'g')
const ROLE = /\b(?:you are(?: now)?|you're(?: now)?|act (?:just )?(?:as|like)|pretend (?:to be|you are)|known as|become|role of|called) (?:an? |the )?"?(\p{L}[\p{L}\d]{1,20})/gu
/** "You are Brad now, …", "Now you are Ted, …": a name handed out at the start of a sentence takes over, whatever else is said. */
const NAMED = /(?:^|[.!?\n] *)(?:(?:[Nn]ow|[Oo]k|[Oo]kay|[Hh]ey|[Ss]o|[Aa]nd|[Pp]lease|[Ww]ell)[,.]? )*(?:[Yy]ou are|[Yy]ou're|[Yy]ou will be) (?:now )?(\p{Lu}[\p{L}\d]{1,20})(?: \p{Lu}[\p{L}\d]+)?(?: now\b|,| the | an? |\.)/gmu
/** A program that prints a sentence says it. */
const CODE = /\b(?:python|javascript|java|bash|code|script|program)\b.{0,60}\bprint/
const ENCODED = /[A-Za-z\d+/]{16,}={0,2}/g
/** After these follows what a text should be about, or where it should go, not the text. */
const DESCRIBES = /^(?:an?|the|all|any|some|every|my|your|his|her|their|its|this|that|these|those|what|whatever|how|why|where|who|if|it|me|us|him|them|something|everything|anything|nothing|no|not|in|to|on|from|about|for|of|without|and|or|as|like|code|python|german|french|spanish|english|poems?|stories|essays?)\b/
const LONGEST_BARE_WORDS = 10
/** Roles that are none of their own: being one of these is no take-over. */
const COMMON = new Set(['not', 'amora', 'the', 'very', 'free', 'going', 'able', 'here', 'right', 'wrong', 'coach', 'assistant', 'supposed', 'allowed', 'being', 'that', 'this', 'just', 'now', 'so', 'an', 'no', 'ai', 'my', 'still'])
const FIRST_PERSON: Readonly<Record<string, string>> = { you: 'i', your: 'my', yourself: 'myself', are: 'am' }

/** NFKC, small letters, straight quotes, single blanks. */
const plain = (text: string) => text.normalize('NFKC').toLowerCase().replace(/[‘’‛′`]/g, "'").replace(/[“”„«»″]/g, '"').replace(/(?<!\p{L})'([^'\n]{2,200})'(?!\p{L})/gu, '"$1"').replace(/\s+/g, ' ')

/**
 * The strings that a message orders the coach to say. None for a message that is not an injection, unless it hands out a name or a
 * program to print. Linear in the length.
 * @param flag what the screen took the message for.
 */
export function demandedWords (message: string, flag: Flag | undefined): readonly string[] {
  const named = found(message.normalize('NFKC'), NAMED).map(name => name.toLowerCase())
  const texts = [message, ...decoded(message)].map(plain)
  const isTakenOver = named.length > 0 || flag === 'injection' || CODE.test(texts[0]!)
  const roles = [...named, ...isTakenOver ? texts.flatMap(text => found(text, ROLE)) : []].filter(role => !COMMON.has(role))
  const said = isTakenOver ? texts.flatMap(saidIn) : []
  return [...new Set([...said, ...roles.flatMap(role => [`i am ${role}`, `i'm ${role}`])])]
}

/** Whether a reply has one of them, as whole words. */
export function saysDemanded (reply: string, demanded: readonly string[]): boolean {
  const text = plain(reply)
  return demanded.some(words => isWithin(text, words))
}

function saidIn (text: string): string[] {
  const bare = [...found(text, BARE), ...found(text, AFTER_COLON)].map(words => words.replace(/[.,;\s]+$/, '')).filter(isVerbatim)
  return [...found(text, QUOTED), ...bare.flatMap(words => [words, inFirstPerson(words)])].filter(words => words.length > 1)
}

/** What stands in Base64, and the text itself: a model may repeat either. */
function decoded (message: string): string[] {
  return (message.match(ENCODED) ?? []).flatMap(code => {
    const text = Buffer.from(code, 'base64').toString('latin1')
    return /^[ -~\s]{4,}$/.test(text) ? [text, `"${code}"`] : []
  })
}

const found = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(match => match[1]!.trim()).filter(words => /[\p{L}\d]/u.test(words))
const isVerbatim = (words: string) => !DESCRIBES.test(words) && words.split(' ').length <= LONGEST_BARE_WORDS
const inFirstPerson = (words: string) => words.split(' ').map(word => FIRST_PERSON[word] ?? word).join(' ')

function isWithin (text: string, words: string): boolean {
  for (let at = text.indexOf(words); at !== -1; at = text.indexOf(words, at + 1)) {
    if (!isLetter(text[at - 1]) && !isLetter(text[at + words.length])) return true
  }
  return false
}

const isLetter = (character: string | undefined) => character !== undefined && /[\p{L}\d]/u.test(character)
