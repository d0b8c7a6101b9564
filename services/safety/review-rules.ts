/**
 * What a reply never says, as patterns over the words of one sentence (contractions spelled out, quotations lifted out;
 * see `wordsOf`).
 */
import { fragment, pattern } from './pattern.ts'

const NOT_DENIED = fragment`
  (?<!\b(?:not|never|no|nor|nothing|none|without|if|whether|does not mean|nobody|says|said|say|claims|thinks|think|believe|
  believes|feel|feels|felt|felt like|told|tells|blames|calls|called|convinced|wonder|afraid|worry|worried|fear|like|as though|because)\b[^,;:]{0,32})
`

const CONDITION = fragment`
  (?:(?:clinical|major|severe|chronic|postnatal|postpartum|manic) )?(?:depression|bipolar(?: disorder)?|bpd|
  borderline(?: personality)?(?: disorder)?|npd|(?:complex )?ptsd|cptsd|c-ptsd|ocd|adhd|add|autism|schizophrenia|psychosis|
  (?:\w+ )?personality disorder|(?:generalised |generalized |social |separation )?anxiety disorder|attachment disorder|
  (?:an )?eating disorder|anorexia|bulimia|dysthymia|narcissism|narcissistic traits|codependency|
  a mental (?:illness|disorder)|panic disorder|dissociative \w+|stockholm syndrome|(?:a )?sex addiction|mood disorder)
`
const LABEL = fragment`
  (?:(?:classic|textbook|clear|covert|total|real|clinical|toxic|typical|malignant) )*(?:narcissist|narcissistic|psychopath|
  psychopathic|sociopath|sociopathic|codependent|co-dependent|bipolar|borderline|autistic|schizophrenic|psychotic|
  mentally ill|clinically depressed|depressed|an? (?:alcoholic|addict)|alcoholic|manic|paranoid|neurotic|gaslighter|
  pathological liar|love addict)
`
const SOMEONE = fragment`
  (?:you|he|she|they|
  your (?:partner|husband|wife|boyfriend|girlfriend|ex|mother|father|mum|mom|dad|sister|brother|friend|boss|spouse|son|daughter)|
  this|that|it|what you (?:have|describe)|what you are (?:describing|experiencing|going through))
`
const MANNER = fragment`(?:(?:probably|likely|clearly|definitely|obviously|may|might|could|must|be|well|very|just|simply|most|almost|certainly|also|really) )*`

/** A name of an illness or a clinical label, put on somebody; group 1 is the name. */
export const DIAGNOSES: readonly RegExp[] = [
  pattern`
    ${NOT_DENIED}\b${SOMEONE} ${MANNER}(?:have|has|suffer from|suffers from|are suffering from|is suffering from|
    are struggling with|is struggling with|struggle with|are experiencing|is experiencing|have got|has got|
    meet the criteria for|meets the criteria for|suffering from|struggling with|are showing (?:signs|symptoms) of|
    is showing (?:signs|symptoms) of|show signs of|shows (?:signs|symptoms) of) ${MANNER}(?:an? |case of |some form of |
    form of |undiagnosed |untreated |mild |signs of |symptoms of )*(${CONDITION})\b
  `,
  new RegExp(`${NOT_DENIED}\\b${SOMEONE} ${MANNER}(?:are|is|be) ${MANNER}(?:an? )?(${LABEL})\\b(?! (?:about|that|because|over|when) )`),
  pattern`
    ${NOT_DENIED}\b(?:sounds|looks|seems)(?: \w+)? (?:a lot |very much |to me |exactly |much )*(?:like|as if it is|
    to be) (?:you have |he has |she has |a case of |a |an |classic |textbook |clinical |typical |you are |he is |she is |
    (?:signs|symptoms) of )*(${CONDITION}|${LABEL})\b
  `,
  pattern`
    \b(?:signs|symptoms|a (?:classic|clear|textbook) (?:case|sign|example)|indicative|typical|consistent) (?:of|with) (?:an? |
    clinical |untreated )*(${CONDITION}|narcissis\w+|codependency)\b
  `,
  new RegExp(`\\b(?:this|that|it|what you describe) is (?:called |known as |clearly |classic |a case of |textbook |probably )*(${CONDITION})\\b`),
  new RegExp(`\\b(?:your|his|her) (?:(?:undiagnosed|untreated|clear|obvious) )*(${CONDITION})\\b`),
  /\bi (?:can |would |could )?(?:diagnose) (?:you|him|her|this)\b/
]

export const BLAMING: readonly RegExp[] = [
  pattern`
    ${NOT_DENIED}\b(?:is|was|are|were|be) (?:all |partly |also |really |entirely |mostly |probably |
    in part )*your (?:own )?(?:fault|doing|mistake to)\b
  `,
  pattern`
    ${NOT_DENIED}\byou (?:are|were) (?:(?!not|never)\w+ )?(?:to blame|at fault|the problem|the reason (?:he|she|they|it)|
    the one to blame|responsible for (?:his|her|their|what|how|him|the))
  `,
  new RegExp(`${NOT_DENIED}\\byou (?:\\w+ )?(?:brought|bring|did) (?:this|it|that) (?:on|upon|to) yourself\\b`),
  pattern`
    ${NOT_DENIED}\byou (?:\w+ )?(?:made|make|drove|drive|pushed|push|forced|force|provoked|provoke|tempted|caused|cause) (?:him|
    her|them|this|your (?:partner|husband|wife|boyfriend|girlfriend|ex)) (?:to |into |away|do|hit|hurt|leave|cheat|angry|mad|
    act|shout|yell|lose|react|lie|feel (?:bad|trapped|small|unloved)|crazy)
  `,
  pattern`
    ${NOT_DENIED}\byou (?:\w+ )?(?:caused|provoked|invited|asked for|encouraged|started) (?:this|it|that|him|her|them|his|her|
    their|the (?:fight|abuse|argument|violence))\b(?! to)
  `,
  pattern`
    ${NOT_DENIED}\byou (?:\w+ )?(?:deserve|deserved|had) (?:it|this|that|what (?:happened|you got|he did|she did)|
    to be (?:hit|hurt|punished|left|cheated))(?: coming)?(?! (?:peace|kindness|rest|love|care|support|moment|much))\b
  `,
  pattern`
    \bif (?:only )?you (?:had|had not|were|did not|would) [^,]{1,80}, (?:he|she|they|this|none of this|it) (?:would|might|
    could) (?:not |never )?have\b
  `,
  /\bwhat did you do to (?:make|provoke|cause|deserve|upset|set)\b|\bwhat did you expect\b/,
  pattern`
    ^(?:[a-z]+ , )?you (?:really |simply |just )?(?:should|could|
    ought to) (?:have (?!been\b|had\b|to\b|people\b|someone\b|felt\b|a\b)(?:[a-z]+ly |never |just )?[a-z]+)
  `,
  pattern`
    ${NOT_DENIED}\byou (?:are|were) (?:just |simply |being |probably |clearly |a bit |a little |far |much |way |
    also )*(?:overreacting|too sensitive|too needy|dramatic|too demanding|too clingy|too emotional|selfish|crazy|irrational|
    weak|naive|foolish|stupid|the abuser|asking for it|unreasonable|hysterical|paranoid|
    letting (?:him|her|them) (?:walk|treat|use|abuse|hurt|control))
  `,
  /\byou (?:only )?have (?:only |no one (?:else )?)?(?:yourself to blame|to blame but yourself)\b|\bonly yourself to blame\b/,
  pattern`
    ${NOT_DENIED}\byou (?:\w+ )?(?:allowed|let|enabled|enable) (?:him|her|them|this|it) (?:to )?(?:happen|treat|hurt|hit|do|
    abuse|walk|use|control|get)
  `,
  new RegExp(`${NOT_DENIED}\\bit (?:takes two|was your choice to|is because of (?:you|how you|what you))\\b`)
]

const KIN = fragment`
  (?:husband|wife|boyfriend|girlfriend|fianc[eé]e?|ex(?:-\w+)?|kids|children|child|son|daughter|mother|mum|mom|father|dad|
  parents|sister|brother|marriage|divorce|wedding|childhood|
  own (?:life|marriage|relationship|experience|break-?up|divorce|heart)|last relationship|break-?up|body|school|
  first (?:love|relationship)|partner)
`
const HUMAN = fragment`
  (?:human(?: being)?|person|people|woman|man|girl|guy|lady|mother|mum|mom|father|dad|wife|husband|parent|therapist|
  counsell?or|psychologist|psychiatrist|doctor|social worker|nurse|survivor|someone who has|somebody who has|divorc[eé]e)
`

export const HUMAN_CLAIMS: readonly RegExp[] = [
  pattern`
    \bi am (?:(?:actually|really|just|only|also|definitely|indeed|still|very much) )*(?:(?:a|an|one) )?(?:(?:real|actual|living|
    breathing|licensed|trained|certified|qualified|professional|fellow|normal|young|old|flesh-and-blood|genuine|married|single|
    experienced|real-life) )*${HUMAN}\b(?! (?:you made|of yours))
  `,
  pattern`
    \bi am (?:(?:actually|really|definitely|certainly|just) )*not (?:a |an |any )?(?:(?:mere|chat|simple) )?(?:bot|chatbot|
    robot|ai|machine|artificial|computer|program|programme|language model|algorithm|software|virtual)\b(?!-| crisis| replacement)
  `,
  /\bi am (?:married|divorced|single|engaged|widowed|pregnant|in a relationship|\d+ years old|flesh and blood|real(?= [,.!?]|$|,))\b/,
  pattern`
    \b(?:as|being|speaking as) (?:a|an|
    another) (?:(?:real|fellow|former|licensed|trained|married|single|divorced|certified|young|older) )*${HUMAN}(?: myself)?(?: ,)? (?:i|
    my|myself)\b|\bspeaking as (?:a|an) (?:\w+ )?${HUMAN}\b|\bas someone who has (?:been|gone|lived|lost|felt|
    loved)\b[^,]*, (?:i|my)\b
  `,
  new RegExp(`\\b(?<!(?:say|says|said|write|tell) )my (?:\\w+ )?${KIN}\\b(?! (?:about|says you))`),
  pattern`
    \bi (?:have )?(?:(?:also|once|too) )*(?:been there(?! for)|been through|went through|gone through|grew up|
    got (?:married|divorced)|been (?:married|divorced|cheated|in love|hurt|heartbroken|dumped|in your)|lost (?:my|someone)|
    fell in love|dated|cried|
    had (?:a|my) (?:break-?up|divorce|heart|bad|similar|husband|wife|boyfriend|girlfriend|relationship))\b
  `,
  /\bwhen i was (?:a |an |your |young|little|younger|married|dating|single|going|in (?:love|school|my|a)|growing|\d)/,
  pattern`
    \b(?:we|us) (?:humans|women|men|mothers|wives)\b|\bwe are both (?:human|women|men|people)\b|\bi am as human as\b|
    \bhuman to human\b|\bwoman to woman\b
  `,
  pattern`
    \bno (?:bot|robot|ai|machine) here\b|\byou are (?:talking|speaking|chatting) (?:to|with) a (?:real |living |
    actual )?(?:human|person|woman|man|therapist)\b
  `
]

export const NOT_UNDERSTOOD: readonly RegExp[] = [
  pattern`
    \bi (?:do not|did not|can not|could not|am unable to|am not able to|am struggling to|am having trouble|
    fail to) (?:(?:quite|fully|really|completely|entirely|actually|seem to|to|always|truly) )*(?:understand(?:ing)?|
    follow(?:ing)?|get (?:what|it|you|that)|catch|make sense of|comprehend|grasp|parse|interpret|
    make out)\b(?! (?:what (?:it|that|this) (?:is|was|feels|must|has)|how (?:it|that|this|hard|painful|deep)|(?:all|
    everything) (?:of )?(?:it|what)|the full|exactly what it))
  `,
  pattern`
    \bi (?:am not (?:(?:quite|really|entirely|completely|exactly) )*(?:sure|certain|clear)|am unsure|am unclear|do not know|
    have no idea) (?:what (?:you (?:mean|are (?:saying|asking|trying|referring)|want me|said)|that (?:means|was)|to (?:say|make of (?:that|this|it)))|
    i (?:follow|understand|understood|got|caught)|how to (?:respond|answer|reply|help with that)|
    about your (?:message|question))
  `,
  /\bi am (?:a (?:bit|little) |somewhat |really )?(?:confused|lost|puzzled) (?:by (?:your|what you)|about what you (?:mean|said|are))/,
  pattern`
    \b(?:could|can|would|will) you (?:please |kindly )?(?:clarify|rephrase|repeat|reword|re-phrase|say that again|try again|
    be (?:more|a bit more|a little more) (?:clear|specific))\b|^please (?:clarify|rephrase|repeat|try again)\b
  `,
  pattern`
    \b(?:your (?:message|question|text|input|request)|that|it|
    this) (?:(?:is|was) (?:not (?:very |quite |really |entirely )?clear(?: to me)?|unclear(?: to me)?)|
    does not make (?:any |much )?sense|did not make (?:any |much )?sense|makes no sense)(?: to me)?(?= [.!?,-]|$)
  `,
  /^(?:sorry , |hmm , |i am sorry , )?what do you mean(?: by that)? \?$/,
  /\bnot (?:a valid|something i can (?:understand|process))\b|\binvalid (?:input|message|question)\b|\bunable to process\b/
]

/** Talk of the instructions themselves. */
export const PROMPT_TALK: readonly RegExp[] = [
  pattern`
    \bmy (?:system |hidden |initial |original |secret |full )*(?:prompt|instructions|system message|guidelines|
    configuration)(?: \w+){0,3} (?:is|are|says?|reads?|states?|tells?|begins?|starts?|includes?|contains?)\b
  `,
  pattern`
    \bi (?:was|am|have been) (?:instructed|prompted|programmed|configured|
    told by my (?:developers|makers|creators|system)) (?:to|not to|with|never)\b
  `,
  /\bhere (?:is|are) (?:my|the) (?:\w+ )?(?:system prompt|prompt|instructions|system message)\b/,
  pattern`
    \b(?:begin|start|end) (?:of )?system (?:prompt|message)\b|\bsystem ?prompt ?:|\b(?:dan|developer|debug|god|
    jailbreak) mode (?:is )?(?:enabled|activated|on|active)\b
  `
]
