/** Directive language as grammar: an obligation laid on the user, never a guess about how they feel. */
import { imperativeStarts, withoutAdverbs, youClauses } from './clauses.ts'
import { ORDERS, PRESSING, SOFTENED } from './directive-rules.ts'
import { fragment, pattern } from './pattern.ts'

/** Qualities that are asked of a person; after "be" they make a demand where a feeling makes a guess. */
const DEMANDED = fragment`
  (?:(?:very|more|completely|totally|absolutely|fully|brutally|really|totally|a bit|a little|clear and|open and|calm and|honest and|firm and) )*(?:blunt|
  frank|diplomatic|tactful|persistent|discreet|decisive|humble|generous|thoughtful|considerate|loving|honest|clear|clearer|
  firm|firmer|strong|stronger|patient|careful|open|kind|kinder|brave|willing|ready|prepared|direct|assertive|consistent|
  gentle|gentler|aware|calm|calmer|present|respectful|true|vigilant|cautious|realistic|supportive|vulnerable|able|faithful|
  loyal|truthful|transparent|responsible|accountable|independent|mindful|forgiving|confident|selfish|fair|polite|nice|nicer|
  better|smart|smarter|tough|tougher|sure (?:to|that|you)|the one to|the bigger person|the adult|an adult|there for|good to|
  upfront|proactive|sensible|reasonable|flexible|understanding (?:of|with|and|towards?)|in charge|on time|a better)\b
`
/** Nouns that one is told to have. */
const DEMANDED_POSSESSION = fragment`
  (?:(?:a|an|some|more|clear|firm|strong|healthy|real|honest|serious|the|that|this|calm|open|enough|safety) )*(?:plan|plans|
  boundary|boundaries|faith|patience|conversation|conversations|talk|respect|courage|rules|standards|self-respect|trust|
  confidence|discussion|goals)\b
`

/** What follows an epistemic "must": a state, a feeling, a past. */
const GUESS = pattern`
  ^(?:be (?!${DEMANDED})|have (?!${DEMANDED_POSSESSION})|feel(?! (?:your|the|it|them)\b|$)|miss\b|love (?!yourself)|care\b|
  want\b|hate\b|worry\b|wonder\b|think (?!about|of|carefully|before|hard|twice|long|it through)|hear\b|
  find (?:it|this|that|yourself|all|him|her|them)\b|
  get (?:so |very |really )?(?:tired|lonely|exhausted|frustrated|angry|sad|scared|anxious|bored|hurt|confused|sick)\b|sense\b|
  hope\b|long\b|wish\b|dread\b|ache\b|suspect\b|mean\b|seem\b|sound\b|crave\b|need\b|know\b|like\b|enjoy\b|sometimes\b|
  often\b|go through\b|carry\b|come (?:as|across)\b|lie (?:awake|there)\b|look back\b|spend\b|struggle\b|hurt\b|suffer\b|
  cherish\b|treasure\b|admire\b|resent\b|regret\b|replay\b|fear\b|doubt yourself|blame yourself|still\b)
`
/** After "must not": fewer verbs guess, more of them forbid. */
const GUESS_OF_ABSENCE = new RegExp(`^(?:be (?!${DEMANDED})|(?:have|feel|know|hear|find|want|like|care|sleep|get much|see much)\\b)`)
const STATE = new RegExp(`^(?:be (?!${DEMANDED})|feel(?! (?:your|the|it|them)\\b|$)|(?:wonder|admire|laugh)\\b)`)
/** "have to" that only owns: "the strength you have to your name". */
const NO_VERB = pattern`
  ^(?:your|the|a|an|my|his|her|their|our|this|that|these|those|him|me|us|them|it|you|each|one|some|any|no|yourself|quote|by|
  in|for|with|from|and|or|,|\))(?: |$)
`
/** A load described, not a duty given. */
const BURDEN = pattern`
  ^(?:deal|cope|carry|put up|go through|live|watch|endure|juggle|manage|face|hold|handle|see|hide|pretend|walk on|fight|
  explain|prove)\b.*\b(?:so much|all (?:of )?(?:this|that|it)|every (?:day|night|time|single)|all the time|all day|
  day after day|over and over|alone|on your own|by yourself|at once|at the same time)\b
`
const VALUED = fragment`
  (?:heard|seen|loved|held|understood|safe|respected|known|valued|believed|needed|wanted|cared|comforted|reassured|chosen|
  accepted|appreciated|trusted|listened|treated|supported|included|protected|cherished|free)
`
const NEED_OF_THE_HEART = pattern`^(?:feel|hear (?!this\b|me\b)|know (?:where|whether|if|how)|be (?:so |very |truly |really )?${VALUED})\b`
/** "You should be proud", "you should never have to …": said for the user, not to them. */
const ENTITLED = pattern`
  ^(?:be (?:so |very |really |truly )?(?:${VALUED}|proud|able|allowed|happy|commended|congratulated)|feel|know|
  have (?:to|been|had|felt|someone|people|somebody|the right|a (?:place|say|partner))|get to|
  expect (?:to be|kindness|respect|better))\b
`
const ENTITLED_NOT = pattern`
  ^(?:have (?:to|been|had|felt)|be (?:[a-z]+ed|made|told|afraid|alone|left|put|hit|hurt|so hard on|the one)|feel|need to|
  face this|carry (?:this|all))\b
`
const PROFESSIONAL = pattern`
  ^need (?:to get )?(?:(?:some|serious|professional|real|medical|psychiatric|psychological|urgent) )*(?:therapy|counsell?ing|
  treatment|medication)\b|^need (?:(?:some|serious|real) )*(?:professional|medical|psychiatric|psychological|serious) help\b|
  ^need (?:a|an|your own) (?:(?:good|new|better) )?(?:therapist|lawyer|divorce|psychiatrist|counsell?or|psychologist|attorney|
  restraining order)\b
`

/** "You need, above all, to rest." */
const ASIDE = /^(need|have|must|should|ought) , [a-z ]{1,40} , /

/** The modal, its negation, what it governs. */
const OBLIGATION = pattern`
  ^(?:(?:will|shall|are (?:still )?going to|do) )?(must|need to|have to|have got to|got to|had better|better|ought to|ought|
  should|are (?:required|obliged|obligated|bound) to|are to|can not|are not allowed to)(?=$|[ ,.!])(.*)$
`
const BETTER_DO = /^(?:not\b|start|stop|leave|tell|talk|get|go|make|do|be|think|listen|run|find|call|apologi[sz]e|learn|accept|decide)\b/
/** After "you are to": no "you are to each other", "you are to blame". */
const ORDERED_DEED = pattern`
  ^(?:write|call|text|tell|leave|stay|wait|stop|apologi[sz]e|go|make|give|take|send|ask|keep|speak|talk|return|end|move|pack|let|do|say|sleep|
  block|delete|ignore|meet|follow|obey|report|come|get|put|show|forgive|cut|avoid|contact|marry|accept|try|listen|see|think|remember)\b
`
const FORBIDDEN = pattern`
  ^(?:(?:let|allow|permit) (?!\w+ go\b|go\b)|
  (?:stay with|stay there|stay in|go back|return to|keep (?:letting|allowing|doing|going back|putting up|living|making)|
  continue|afford|just (?:leave|walk|give))\b)
`

/** Whether the sentence orders the user. @param tokens what `wordsOf` gives */
export function isDirective (tokens: readonly string[]): boolean {
  const sentence = tokens.join(' ')
  return youClauses(tokens).some(({ isStated, predicate }) => isStated && obliges(predicate)) ||
    PRESSING.some(pressing => pressing.test(sentence)) ||
    (!SOFTENED.test(sentence) && imperativeStarts(tokens).some(start => ORDERS.some(order => order.test(start))))
}

function obliges (predicate: string): boolean {
  if (PROFESSIONAL.test(predicate)) return true
  const [, modal, rest] = OBLIGATION.exec(predicate.replace(ASIDE, '$1 ')) ?? []
  if (modal === undefined) return false
  const afterAdverbs = withoutAdverbs(rest!.trim())
  const isNegated = /^(?:not|never)\b/.test(afterAdverbs)
  return bindsTo(modal, withoutAdverbs(afterAdverbs.replace(/^(?:not|never) /, '')), isNegated)
}

function bindsTo (modal: string, complement: string, isNegated: boolean): boolean {
  switch (modal) {
    case 'must': return !(isNegated ? GUESS_OF_ABSENCE : GUESS).test(complement)
    case 'need to': return !NEED_OF_THE_HEART.test(complement)
    case 'have to': case 'have got to': case 'got to': return !STATE.test(complement) && !NO_VERB.test(complement) && !BURDEN.test(complement)
    case 'should': case 'ought': case 'ought to': return !(isNegated ? ENTITLED_NOT : ENTITLED).test(complement)
    case 'are to': return ORDERED_DEED.test(complement)
    case 'better': return BETTER_DO.test(complement)
    case 'can not': return FORBIDDEN.test(complement)
    default: return true
  }
}
