/** Word groups that several families share, as sources of regular expressions over plainWords(). */
import { fragment } from '../pattern.ts'

/** Up to `count` words of a clause, whatever they are. */
export const anyGap = (count: number) => `([a-z0-9]+ ){0,${count}}`

/** Up to `count` words of a clause, none of which turns its meaning around or makes it about a thing. */
export const gap = (count: number) => `((?!(not|never|it|nor|if) )[a-z0-9]+ ){0,${count}}`

/** Up to `count` words without another person or a denial in them: the writer is still the subject. */
export const selfGap = (count: number) => `((?!(not|never|he|she|they|his|her|him|we|you|someone|people|who|if) )[a-z0-9]+ ){0,${count}}`

/** Up to `count` words in which the writer does not appear: somebody else is still the subject. */
export const otherGap = (count: number) => `((?!(i|me|my|myself|we|not|never) )[a-z0-9]+ ){0,${count}}`

/** Not said of somebody else and not denied. */
export const NOT_OTHERS = '(?<!\\b(he|she|they|you|we|people|who|not|never|does|did|everyone|someone|men|women|kids|son|daughter|friend|husband|wife|boyfriend|girlfriend|brother|sister|mom|dad) )'

/** The clause ends here. */
export const END = '(?= [.,])'
/** The message ends here. */
export const END_OF_ALL = '(?= [.]$)'

export const PARTNER = '(boyfriend|girlfriend|husband|wife|partner|spouse|fiancee?|ex|lover|man|woman|guy|baby daddy|baby mama)'
export const FAMILY = fragment`
  (dad|father|daddy|mom|mum|mother|mama|mommy|mummy|parents?|step ?(dad|father|mom|mum|mother|brother)|brothers?|sisters?|siblings?|uncle|aunt|grand(pa|ma|dad|father|
  mother|parents)|cousin|son|daughter|family|in laws?)
`
export const FRIEND = '(friends?|bff|bestie|neighbou?rs?|co ?workers?|colleague|classmate|teammate|student|niece|nephew|kids?|child|children|teen|teenager|roommate)'
/** Somebody close, as a subject. */
export const PERSON = `(he|she|they|(my|our|his|her|the) ${anyGap(2)}?(${PARTNER}|${FAMILY}))`
/** Somebody of one's own, told about. */
export const CLOSE_ONE = `((my|our) ${anyGap(3)}?|a (close |good |dear )?)(${PARTNER}|${FAMILY}|${FRIEND})`

/** "living with my in-laws", "living in this town" is about a home, not about life. */
export const NOT_A_HOME = fragment`
  (?! (with|in(?! (this|the) (world|life)| [a-z0-9]+ (years|months|weeks))|together|here|there|at|near|apart|under|next|close|alone|by|on (?!this (planet|earth))|off|
  up|through|around|far|without|paycheck|abroad|separately|where|anywhere|the|a|our|conditions|arrangement|situation|room|rooms|out|for|beyond|that|my (?!life)|
  like (?!this|that))\b)
`

/** Words that make an "it" a relationship, a job, a fight rather than a life. */
export const NOT_LIFE = fragment`
  \b(him|her|he|she|we|us|you|they|relationship|marriage|boyfriend|girlfriend|husband|wife|partner|ex|fiancee?|break ?up|breaking|broke|divorce|engagement|dating|
  dates?|affair|friendship|job|work|boss|school|class|project|kids|mom|dad|fight|fights|fighting|argue|arguing|call|things|with)\b
`

/** When it is long ago. */
export const LONG_AGO = fragment`
  (when i was (a (kid|child|teen|teenager|little|small|young|girl|boy|baby)|young|younger|little|small|growing|in (school|high|middle|college)|(like |about )?[0-9]+)|
  as a (kid|child|teen|teenager|girl|boy)|growing up|(years|decades?|long|long time) ago|in (the|my) past|in (high|middle|elementary|primary|secondary) school|
  in (college|university)|in my (childhood|youth|teens|twenties|early|late)|in (19|20)[0-9]{2}|back then|(in|from) (a|my) (past|previous|former|prior|last|old|
  first) (relationship|marriage))
`
/** When it is now or nearly. */
export const LATELY = fragment`
  (last night|yesterday|today|tonight|this (morning|afternoon|evening|week|weekend|month)|last (week|weekend|month)|again|right now|recently|([0-9]+|a few|two|three|
  some|couple of|an) (minutes|hours?|days|weeks) ago)
`
