/** A message in the form that the grammar here reads: straight apostrophes, full contractions, whole words. */

const CONTRACTIONS: ReadonlyMap<string, string> = new Map(Object.entries({
  im: "i'm", ive: "i've", dont: "don't", doesnt: "doesn't", didnt: "didn't", cant: "can't", wont: "won't", isnt: "isn't", wasnt: "wasn't", werent: "weren't",
  arent: "aren't", hes: "he's", shes: "she's", theyre: "they're", thats: "that's", couldnt: "couldn't", wouldnt: "wouldn't", shouldnt: "shouldn't",
  havent: "haven't", hasnt: "hasn't", hadnt: "hadn't", bf: 'boyfriend', gf: 'girlfriend', hubby: 'husband', fiancé: 'fiance', fiancée: 'fiancee', bc: 'because', cuz: 'because', coz: 'because',
  gonna: 'going to', wanna: 'want to', gotta: 'have to', idk: "i don't know", tho: 'though'
}))

const DAYS = /\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|april|june|july|august|september|october|november|december|christmas)\b/gi

/** Days and months keep their capital wherever they stand. */
export const withCapitals = (text: string): string => text.replace(DAYS, day => day.charAt(0).toUpperCase() + day.slice(1))

/** One sentence of a message. */
export interface Sentence {
  /** Lower case, single spaces, no end mark. */
  readonly text: string
  readonly isQuestion: boolean
  /** A capital inside it: somebody's or something's name, which is not ours to repeat. */
  readonly hasName: boolean
}

/** Letters, apostrophes, hyphens and commas alone: no digit, quotation, link or sign. */
export const isPlain = (text: string): boolean => /^[a-zéï' ,-]+$/.test(text)

/** The message's sentences in order; total, linear. At most `max` characters are read. */
export function readSentences (message: string, max = 1200): readonly Sentence[] {
  const straight = message.slice(0, max).replace(/[\u2018\u2019\u0060\u00b4]/g, "'").replace(/[\u2013\u2014]/g, ', ').replace(/(?:\.\s?){2,}|…/g, '. ')
  return (straight.match(/[^.!?;\n]+[.!?;\n]*/g) ?? []).map(sentenceOf).filter(({ text }) => text !== '')
}

function sentenceOf (raw: string): Sentence {
  const body = raw.replace(/[.!?;\s]+$/, '').replace(/^[\s,-]+/, '')
  const afterFirst = body.replace(/^\S+/, '').replace(/\bI\b/g, '').replace(DAYS, '')
  const isShouted = !/\p{Ll}/u.test(body)
  const text = body.toLowerCase().replace(/(?<=^|[\s,])[a-zé]+(?=$|[\s,])/g, word => CONTRACTIONS.get(word) ?? word).replace(/\s+/g, ' ').replace(/ ?,[ ,]*/g, ', ').replace(/^[ ,]+|[ ,]+$/g, '')
  return { text, isQuestion: raw.includes('?'), hasName: !isShouted && /\p{Lu}/u.test(afterFirst) }
}
