/** The words of a message in the one spelling that the rules are written in. */
import { normalise } from './normalise.ts'

/** Said for force or from habit; a rule should not have to expect them between any two words. */
const FILLERS = [
  'just', 'really', 'rly', 'literally', 'honestly', 'actually', 'truly', 'simply', 'seriously', 'genuinely', 'basically', 'kinda', 'sorta', 'lowkey', 'highkey',
  'fucking', 'fuckin', 'fcking', 'fkn', 'fking', 'effing', 'freaking', 'freakin', 'frickin', 'damn', 'goddamn', 'even', 'so', 'soo', 'very', 'too', 'pretty',
  'completely', 'totally', 'absolutely', 'fully', 'still', 'already', 'also', 'definitely', 'probably', 'maybe', 'perhaps', 'sometimes', 'often', 'always',
  'constantly', 'usually', 'frequently', 'currently', 'lately', 'desperately', 'badly', 'secretly', 'lol', 'lmao', 'haha', 'tbh', 'ngl', 'idk', 'omg'
]
/** Contractions without their apostrophe, and chat spelling. */
const SHORT_FORMS: Readonly<Record<string, string>> = {
  im: 'i am', ive: 'i have', youre: 'you are', theyre: 'they are', weve: 'we have', youve: 'you have', theyve: 'they have', hes: 'he is', shes: 'she is', hed: 'he would',
  thats: 'that is', theres: 'there is', whats: 'what is', hows: 'how is', theyll: 'they will', youll: 'you will', itll: 'it will',
  dont: 'do not', dnt: 'do not', doesnt: 'does not', didnt: 'did not', cant: 'can not', cannot: 'can not', couldnt: 'could not', wont: 'will not', wouldnt: 'would not',
  shouldnt: 'should not', isnt: 'is not', arent: 'are not', aint: 'is not', wasnt: 'was not', werent: 'were not', hasnt: 'has not', havent: 'have not', hadnt: 'had not',
  shouldve: 'should have', wouldve: 'would have', couldve: 'could have', wanna: 'want to', wana: 'want to', gonna: 'going to', gunna: 'going to', gona: 'going to',
  finna: 'going to', boutta: 'about to', imma: 'i am going to', ima: 'i am going to', gotta: 'have to', tryna: 'trying to', lemme: 'let me', dunno: 'do not know',
  u: 'you', ur: 'your', abt: 'about', cba: 'can not bother', dv: 'domestic violence', wit: 'with', n: 'and', dat: 'that',
  bout: 'about', shd: 'sh', r: 'are', 2: 'to', cuz: 'because', cos: 'because', coz: 'because', bc: 'because', rn: 'right now', tonite: 'tonight', nite: 'night', alot: 'a lot',
  gettin: 'getting', hittin: 'hitting', beatin: 'beating', pushin: 'pushing', chokin: 'choking', slappin: 'slapping', grabbin: 'grabbing', threatenin: 'threatening', thinkin: 'thinking',
  bf: 'boyfriend', gf: 'girlfriend', hubby: 'husband', wifey: 'wife', hisself: 'himself', themself: 'themselves', theirself: 'themselves',
  noone: 'no one', nobody: 'no one', everybody: 'everyone', somebody: 'someone', anybody: 'anyone', od: 'overdose', oding: 'overdosing', oded: 'overdosed',
  sewerslide: 'suicide', sewercide: 'suicide', sewersidal: 'suicidal', unaliving: 'unalive', unalived: 'unalive', unliving: 'unalive', unlive: 'unalive',
  selfharm: 'self harm', selfharming: 'self harming', selfharmed: 'self harmed', selfharms: 'self harms', selfinjury: 'self injury'
}
/** Slips of the key, in the words that matter here. */
const SLIPS: Readonly<Record<string, readonly string[]>> = {
  myself: ['mysef', 'mysel', 'myslef', 'meself', 'myseld', 'mself', 'myelf', 'mysefl'],
  kill: ['kll', 'kilk', 'klil', 'kiil'], killing: ['killin', 'kiling'], hurting: ['hurtin'], cutting: ['cuttin', 'cuting'], want: ['wnat', 'wan', 'wamt', 'wnt'],
  suicide: ['suicde', 'sucide', 'suiside', 'suacide', 'siucide', 'suicid', 'sucicide', 'suicise', 'suecide', 'susicide', 'suicied', 'suicice', 'sueside', 'scuicide'],
  suicidal: ['suicdal', 'sucidal', 'suisidal', 'suicidial', 'suicial', 'suicudal', 'siucidal', 'suicidle', 'suicidel', 'suisidle'],
  self: ['slef', 'sef', 'seld'], harm: ['hram'], dead: ['ded', 'deadd'],
  living: ['livin', 'liveing'], dying: ['dyin', 'dieing', 'diying', 'dyeing'], death: ['deth', 'daeth'], overdose: ['ovrdose', 'overdoes', 'overdoze'],
  commit: ['committ', 'comit'], abusive: ['abusve', 'abusiv', 'abbusive', 'absuive', 'abuseive'], abuse: ['abues', 'abuze'], choked: ['chocked'], chokes: ['chocks'], choking: ['chocking'],
  strangled: ['strangeled', 'stranguled'], threatened: ['threatend', 'threatned'], threatening: ['threatning'], violent: ['voilent', 'violant'],
  husband: ['husbend', 'husbund', 'huband'], boyfriend: ['boyfreind', 'boyfrend', 'bofriend'], girlfriend: ['girlfreind', 'girlfrend'], friend: ['freind', 'frend'],
  relationship: ['realtionship', 'relashionship', 'relationshp']
}
/** Words that are typed with letters doubled or dropped ("diee", "killl", "kil") when they matter most. */
const HELD_DOWN = ['die', 'kill', 'dead', 'death', 'suicide', 'suicidal', 'myself', 'hurt', 'want', 'wish', 'life', 'alive', 'overdose', 'harm', 'abusive']

const singled = (word: string) => word.replace(/(.)\1+/g, '$1')
const STRETCHED_FORMS: ReadonlyMap<string, string> = new Map(HELD_DOWN.map(word => [singled(word), word]))
const FORMS: ReadonlyMap<string, string> = new Map([
  ...STRETCHED_FORMS,
  ...Object.entries(SLIPS).flatMap(([word, slips]) => slips.map(slip => [slip, word] as const)),
  ...Object.entries(SHORT_FORMS),
  ...FILLERS.map(word => [word, ''] as const)
])
const WORD = /[a-z0-9]+/g
const DOUBLED = /(.)\1/
/** "I'll", "he'll", "I'd" lose their apostrophe to words that exist, so the next word decides. */
const VERB = '(?=(?:be|not|never|end|kill|die|do|hurt|hit|beat|cut|take|jump|hang|shoot|overdose|finally|probably|just|go|see|miss|find|come|get|leave|make|have|wake|lose|stop|try|finish|understand|know|tell|say|call|give|think|want|need|realise|realize|read|show|send|put|smash|break|burn|wait|keep|turn|bring|report|post|hate|cry|feel|let|slit|drown|strangle|stab|shoot|choke|slap|punch|throw|drive|ruin|destroy|lock|love|always|soon)\\b)'
const WILL = new RegExp(`\\b(i|s?he)ll ${VERB}`, 'g')
const WOULD = new RegExp(`\\bid (?=(?:rather|like|love|prefer|have)\\b|${VERB})`, 'g')
/** Words that belong together and come apart, or the other way round. */
const GLUED: readonly (readonly [RegExp, string])[] = [
  [/\bmy self\b(?!-| (?:harm|injur|esteem|worth|confidence|image|respect|care|love|control|doubt|hate|loathing|sabotage))/g, 'myself'],
  [/\bany more\b|(?<=\b(?:here|live|living|alive|exist|on|this|it) )no more\b/g, 'anymore'], [/\bod'd\b/g, 'overdosed'], [/'ll\b/g, ' will'], [/'d\b(?! better)(?<=\b(?:i|s?he|we|you|they|who|it|that)'d)/g, ' would'], [/\bit's\b/g, 'it is'],
  [/(?<=kill|killing|hurt|harm|hang|cut|unalive)myself/g, ' myself'], [/(?:i ?)?wan(?:tto|na)(?=die\b|kill|end)/g, 'i want to '], [/\bsewer ?slide\b/g, 'suicide'],
  [/\b2 ?b\b/g, 'to be'], [/endmylife/g, 'end my life'], [/enditall/g, 'end it all']
]
/** A mark that ends a clause stays as a word of its own, so that no rule reads across it. */
const FULL_STOPS = /[.!?;:\n()[\]{}…]+/g
const BETWEEN_WORDS = /[^\p{L}\d.,]+/gu
const FOREIGN_LETTERS = /[^a-z\d .,]+/g

/**
 * Words one blank apart: contractions written out, chat spelling and common slips resolved, fillers gone, `.` and `,` as words
 * of their own and a ` .` at the end. Linear in the length.
 */
export function plainWords (text: string): string {
  let words = normalise(text)
  for (const [glued, apart] of GLUED) words = words.replace(glued, apart)
  words = words.replaceAll("'", '')
  words = words.replace(FULL_STOPS, ' . ').replaceAll(',', ' , ').replace(BETWEEN_WORDS, ' ').replace(FOREIGN_LETTERS, ' ')
  words = words.replace(WILL, '$1 will ').replace(WOULD, 'i would ').replace(WORD, spelt)
  return `${words} .`.replace(/ {2,}/g, ' ').replace(/ is (?=(?:had|been|got) )/g, ' has ').replace(/(?: [.,])+(?= \.)/g, '').trimStart().replace(/^(?:[.,] )+/, '')
}

function spelt (word: string): string {
  return FORMS.get(word) ?? (DOUBLED.test(word) ? STRETCHED_FORMS.get(singled(word)) ?? word : word)
}
