/** What the fake model says, reads and flags: fixed by the messages alone, so that the same talk always has the same answers. */
import { hash } from 'node:crypto'

export interface FakeMessage { readonly role: string, readonly content: string }

/** A chat request as the fake understands it. */
export interface FakePrompt {
  readonly leg: 'understand' | 'respond'
  readonly model: string
  readonly messages: readonly FakeMessage[]
  /** The newest message of a user. */
  readonly question: string
  /** All system messages. */
  readonly system: string
  readonly schema?: JsonSchema
}

const LISTENING = [
  'That sounds like a lot to carry, and it makes sense that it weighs on you. What feels heaviest about it right now?',
  'I hear how much this matters to you, and how tiring it is to keep holding it. What do you find yourself longing for most?',
  'There is real feeling in what you wrote, and all of it is welcome here. Which part of it stays with you the longest?',
  'It seems that this has been on your mind for a while, and that can be lonely. How is it for you when it comes up again?',
  'Thank you for putting that into words; there is care in the way you look at it. What do you notice in yourself as you write about it?',
  'It makes sense that this leaves you unsettled, because it touches something close to you. What would feel like being understood here?'
] as const

const GUIDING = [
  'That is a thoughtful thing to ask. You might begin with how it feels for you, in one calm sentence, and then you could ask how it looks from the other side. Which of these feels closest to you?',
  'It makes sense to want a way forward here. You could choose a quiet moment and name the one thing that matters most, and it might help to say what you hope for rather than what went wrong. What would a good first moment look like?',
  'I can see why you would like something to hold on to. You might consider writing down what you want to be heard, and you could share just the first line of it. What would that first line be?',
  'That is a careful question. One way might be to agree on a pause when voices rise, and you could come back to it once you both feel calmer. How would that sit with you?'
] as const

/** A number in [0, 2³²) that depends on the text and the seed only. */
export const numberOf = (text: string, seed: number): number => parseInt(hash('sha1', `${seed}\u0000${text}`).slice(0, 8), 16)

/** A reply that a careful coach could give: guidance in "might" and "could" where the prompt asks for it, listening everywhere else. */
export function coachingReply ({ system, messages }: FakePrompt, seed: number): string {
  const wordings = /\bmight\b.*\bcould\b/s.test(system) ? GUIDING : LISTENING
  const talk = messages.filter(({ role }) => role !== 'system').map(({ content }) => content).join('\n')
  return wordings[numberOf(talk, seed) % wordings.length]!
}

/** Tokens as this server counts and bills them: a quarter of the characters, and three for each message's frame. */
export const tokensOf = (text: string): number => Math.ceil([...text].length / 4)
export const promptTokensOf = (messages: readonly FakeMessage[]): number => messages.reduce((sum, { content }) => sum + tokensOf(content) + 3, 3)

export interface JsonSchema {
  readonly type?: string | readonly string[]
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly required?: readonly string[]
  readonly additionalProperties?: unknown
  readonly items?: JsonSchema
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly anyOf?: readonly JsonSchema[]
  readonly minimum?: number
  readonly maximum?: number
}

/** What a message gives away, as shares by the name of the field that asks for it; all others are 0. */
function hintsOf (question: string): Readonly<Record<string, number>> {
  if (/\b(how (do|can|could|should) (i|we)|what (should|can|could) (i|we)|any (tips|advice|ideas))\b/i.test(question)) return { advice_seeking: 0.85, confusion: 0.2, hope: 0.4 }
  if (/\b(tired|exhausted|hurt|sad|cry|crying|alone|lonely|angry|furious|scared|anxious|overwhelmed|can't|cannot|never)\b/i.test(question)) return { venting: 0.8, sadness: 0.6, frustration: 0.55, overwhelm: 0.4 }
  return { reflection: 0.6, confusion: 0.3 }
}

/** A value that a JSON schema accepts, with the message's hints in the fields of that name. */
export function understandingOf ({ question, schema = {} }: FakePrompt): unknown {
  return instanceOf(schema, '', hintsOf(question))
}

function instanceOf (schema: JsonSchema, name: string, hints: Readonly<Record<string, number>>): unknown {
  if (schema.anyOf) return instanceOf(schema.anyOf[0] ?? {}, name, hints)
  if (schema.const !== undefined) return schema.const
  if (schema.enum) return schema.enum.includes('none') ? 'none' : schema.enum[0]
  const type = typeof schema.type === 'string' ? schema.type : schema.type?.[0]
  if (type === 'object') return Object.fromEntries(Object.entries(schema.properties ?? {}).map(([key, part]) => [key, instanceOf(part, key, hints)]))
  if (type === 'number' || type === 'integer') return numberFor(schema, hintFor(name, hints) * (type === 'integer' ? 100 : 1))
  return SIMPLEST[type ?? 'string']
}

/** A field may shorten the name that it asks for, such as `adv`. */
const hintFor = (name: string, hints: Readonly<Record<string, number>>): number =>
  Object.entries(hints).find(([hint]) => hint.startsWith(name) || name.startsWith(hint))?.[1] ?? 0

const numberFor = ({ minimum = 0, maximum = Infinity }: JsonSchema, wanted: number): number => Math.min(Math.max(Math.round(wanted * 100) / 100, minimum), maximum)

const SIMPLEST: Readonly<Record<string, unknown>> = { string: '', array: [], boolean: false, null: null }

/** The moderation model's thirteen categories, each with words that set it off. */
const FLAG_WORDS: Readonly<Record<string, RegExp>> = {
  harassment: /\b(worthless idiot|shut up you)\b/i,
  'harassment/threatening': /\b(i will (hurt|kill|destroy) (you|him|her|them))\b/i,
  hate: /\b(those people are vermin)\b/i,
  'hate/threatening': /\b(wipe (them|those people) out)\b/i,
  illicit: /\b(how (do i|to) (hack|stalk|track|forge|steal|drug))\b/i,
  'illicit/violent': /\b(build a bomb|make a weapon)\b/i,
  'self-harm': /\b(cutting myself|hurt myself|self.?harm)\b/i,
  'self-harm/intent': /\b(kill myself|end my life|end it all|want to die)\b/i,
  'self-harm/instructions': /\b(how (do i|to) (kill|hurt) myself)\b/i,
  sexual: /\b(explicit sex scene)\b/i,
  'sexual/minors': /\b(underage (sex|nudes))\b/i,
  violence: /\b(hits? me|beat(s|ing)? me|chok(es|ed) me|kill (him|her|them))\b/i,
  'violence/graphic': /\b(blood everywhere|gore)\b/i
}

/** Score by category, 0.9 for what its words set off; the categories are always all there. */
export function moderationScores (text: string): Record<string, number> {
  return Object.fromEntries(Object.entries(FLAG_WORDS).map(([category, words]) => [category, words.test(text) ? 0.9 : 0.01]))
}

/** A moderation result in the endpoint's shape: flagged from a score of 0.5. */
export function moderationResult (scores: Readonly<Record<string, number>>) {
  const all = { ...moderationScores(''), ...scores }
  const categories = Object.fromEntries(Object.entries(all).map(([category, score]) => [category, score >= 0.5]))
  return {
    flagged: Object.values(categories).includes(true),
    categories,
    category_scores: all,
    category_applied_input_types: Object.fromEntries(Object.entries(categories).map(([category, is]) => [category, is ? ['text'] : []]))
  }
}
