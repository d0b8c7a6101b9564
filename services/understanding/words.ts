/** A message as the rules read it: plain lower-case words in order, shorthand and contractions opened, sentence ends kept. */

export interface Words {
  /** Words, emoji one by one, and the two sentence ends `.` and `?`. The list always ends with a sentence end unless it is empty. */
  readonly list: readonly string[]
  /** The clause that each entry stands in; a negation reaches no further. */
  readonly clauses: readonly number[]
  /** Shouted, stretched or with exclamation marks in a row. */
  readonly emphatic: boolean
}

const SHORTHAND: Readonly<Record<string, string>> = {
  im: 'i am', ive: 'i have', id: 'i would', dont: 'do not', doesnt: 'does not', didnt: 'did not', cant: 'can not', cannot: 'can not',
  couldnt: 'could not', wont: 'will not', "won't": 'will not', "can't": 'can not', "shan't": 'shall not', "ain't": 'are not', aint: 'are not',
  wouldnt: 'would not', shouldnt: 'should not', isnt: 'is not', arent: 'are not', wasnt: 'was not', werent: 'were not', havent: 'have not',
  hasnt: 'has not', hadnt: 'had not', whats: 'what is', hows: 'how is', whos: 'who is', wheres: 'where is', thats: 'that is', theres: 'there is',
  hes: 'he is', shes: 'she is', youre: 'you are', theyre: 'they are', youve: 'you have', weve: 'we have', theyve: 'they have', "let's": 'let us',
  gonna: 'going to', wanna: 'want to', gotta: 'got to', kinda: 'kind of', sorta: 'sort of', lemme: 'let me', gimme: 'give me', dunno: 'do not know',
  u: 'you', ya: 'you', ru: 'are you', areyou: 'are you', "y'all": 'you', yall: 'you', ur: 'your', r: 'are',
  bf: 'boyfriend', gf: 'girlfriend', hubby: 'husband', fiancee: 'fiance', idk: 'i do not know',
  idc: 'i do not care', bc: 'because', cuz: 'because', cos: 'because', coz: 'because', abt: 'about', rn: 'right now', pls: 'please', plz: 'please', alot: 'a lot',
  thx: 'thanks', ty: 'thank you', tysm: 'thank you', thankyou: 'thank you', ldr: 'long distance relationship', whatsup: 'what is up', wassup: 'what is up',
  breakup: 'break up', breakups: 'break up', oneself: 'myself', humanbeing: 'human', humanbeings: 'human', chatbots: 'chatbot', chatterbot: 'chatbot'
}
const EXPANDED = new Map(Object.entries(SHORTHAND).map(([short, long]) => [short, long.split(' ')]))
/** After these, "'s" is a verb; after a noun it is a possessive. */
const BEFORE_IS = new Set('he she it that this what who where how when why there here everything something nothing everyone someone'.split(' '))
const SUFFIXES = new Map([['m', 'am'], ['re', 'are'], ['ve', 'have'], ['ll', 'will'], ['d', 'would']])
/** Words that keep a double letter when someone stretches it. */
const DOUBLED = new Set('feel need see seen been too good cool week sleep keep hello miss all still call tell well really happy sorry off soon three free sweet'.split(' '))

const EMOTICONS: ReadonlyArray<readonly [RegExp, string]> = [
  [/<\/+3/g, ' 💔 '], [/<3+/g, ' ❤ '],
  [/(?:[:;=]-?'-?[([{]+|\bt[_.]t\b|;_;)/g, ' 😭 '],
  [/>:-?[([]+/g, ' 😠 '], [/(?<![\w)])[:=]-?[([{/\\|]+(?![\w/])/g, ' 🙁 '],
  [/(?<![\w(])[:;=]-?[)\]dp](?!\w)\)*/g, ' 🙂 '], [/¯\\_\(ツ\)_\/¯/g, ' 🤷 ']
]
const HAS_EMOTICON = /[<:;=_]/
const SPELT_AI = /\ba\.\s?i\b\.?/g
const NOT_ASCII = /[^\p{ASCII}]/u
const QUOTES = /[\u2018\u2019\u201a\u201b\u02bc\u00b4\uff07]/g
const DIACRITICS = /[\u0300-\u036f\u0489]+/g
const EMOJI_JOINERS = /\p{Emoji_Modifier}|\p{Default_Ignorable_Code_Point}/gu
const STRETCH = /([a-z])\1\1/
const STRETCHED = /([a-z])\1{2,}/g
const EMOJI = /\p{Extended_Pictographic}/u
const TOKEN = /[\p{L}\p{M}\p{N}']+|[\n.…?!;,:()–—]|\p{Extended_Pictographic}/gu
const SHOUTED = /\b[A-Z]{3,}\b.{0,20}\b[A-Z]{3,}\b|!\s?!/

/** Lower case, straight quotes, no accents, emoticons as emoji. Total. */
export function plain (text: string): string {
  let out = text.toLowerCase().replace(SPELT_AI, 'ai')
  if (HAS_EMOTICON.test(out)) for (const [emoticon, emoji] of EMOTICONS) out = out.replace(emoticon, emoji)
  if (NOT_ASCII.test(out)) out = out.toWellFormed().normalize('NFKD').replace(DIACRITICS, '').replace(EMOJI_JOINERS, '').replace(QUOTES, "'").normalize('NFC')
  return out
}

/** Reads a text of any kind; linear in its length, never throws. */
export function wordsOf (text: string): Words {
  const source = plain(text)
  const reader = new Reader(STRETCH.test(source))
  for (const token of source.match(TOKEN) ?? []) reader.take(token)
  return reader.end(SHOUTED.test(text))
}

/** True for an entry of `Words.list` that is an emoji. */
export const isEmoji = (word: string) => EMOJI.test(word)

class Reader {
  readonly #list: string[] = []
  readonly #clauses: number[] = []
  readonly #hasStretched: boolean
  #clause = 0

  constructor (hasStretched: boolean) {
    this.#hasStretched = hasStretched
  }

  take (token: string) {
    switch (token) {
      case '?': return this.#sentenceEnd('?')
      case '.': case '!': case '…': case ';': case '\n': return this.#sentenceEnd('.')
      case ',': case ':': case '(': case ')': case '–': case '—': return this.#clause++
      default: return this.#word(this.#hasStretched ? calmed(token) : token)
    }
  }

  end (shouted: boolean): Words {
    if (this.#list.length > 0) this.#sentenceEnd('.')
    return { list: this.#list, clauses: this.#clauses, emphatic: shouted || this.#hasStretched }
  }

  #word (word: string) {
    const open = EXPANDED.get(word)
    if (open) for (const part of open) this.#push(part)
    else if (word.includes("'")) this.#apostrophe(word)
    else this.#push(word)
  }

  #push (word: string) {
    if (word === 'but') this.#clause++
    this.#list.push(word)
    this.#clauses.push(this.#clause)
  }

  /** Marks in a row are one end; a question mark among them makes it a question. */
  #sentenceEnd (end: '.' | '?') {
    const last = this.#list.length - 1
    if (last < 0) return
    const before = this.#list[last]
    if (before === '.' || before === '?') {
      if (end === '?') this.#list[last] = '?'
      return
    }
    this.#push(end)
    this.#clause++
  }

  #apostrophe (word: string) {
    const [base = '', ...rest] = word.split("'").filter(part => part !== '')
    const suffix = rest.join('')
    if (base === '') return
    if (suffix === 't' && base.length > 1 && base.endsWith('n')) {
      this.#word(base.slice(0, -1))
      this.#push('not')
    } else {
      this.#word(base)
      const verb = SUFFIXES.get(suffix)
      if (verb) this.#push(verb)
      else if (suffix !== 's') for (const part of rest) this.#word(part)
      else if (BEFORE_IS.has(base)) this.#push('is')
    }
  }
}

/** "soooo" is "so", "feeeel" is "feel". */
function calmed (raw: string): string {
  const double = raw.replace(STRETCHED, '$1$1')
  return DOUBLED.has(double) ? double : raw.replace(STRETCHED, '$1')
}
