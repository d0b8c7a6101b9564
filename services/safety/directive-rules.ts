/** Orders as data: imperatives about the user's life, and sentences that press without a modal verb. */
import { fragment, pattern } from './pattern.ts'

const PERSON = fragment`
  (?:him|her|them|this (?:man|woman|person|guy|relationship|marriage)|that (?:man|woman|person|guy|relationship|marriage)|it|
  your (?:partner|husband|wife|boyfriend|girlfriend|ex|spouse|fianc[eé]e?|mother|father|mum|mom|dad|parents|sister|brother|
  friend|friends|family|boss|marriage|relationship)|the (?:relationship|marriage|house|man|woman|guy|bastard|jerk)|everyone|
  people|someone|somebody|anyone)
`
const GENTLE_DONT = fragment`
  (?:worry|hesitate|(?:be|feel) (?:so |too |afraid|ashamed|bad|guilty|hard|shy|discouraged|sorry|rushed|pressured)|
  blame yourself|beat yourself|lose (?:hope|heart)|give up (?:hope|on yourself)|
  forget (?:that|how|you|to (?:breathe|rest|be))|rush|punish yourself|apologi[sz]e for|you\b|mind|judge yourself|
  underestimate|get me wrong|feel you)
`
/** "Never before", "never knowing where you stand". */
const NO_VERB_AFTER_NEVER = '(?:before|once|have|has|had|did|does|was|were|is|being|again (?:did|will)|[a-z]+ing\\b|quite|the\\b|a\\b|in\\b|so\\b)'
/** What somebody is told to do with their life, whole: one verb or a phrase. */
const LIFE_DEED = fragment`
  (?:leave(?: ${PERSON}| now| today| tonight| before| immediately| while| as soon| and\b| -| !|$| \.| at once)|dump ${PERSON}|
  divorce ${PERSON}|ditch ${PERSON}|break (?:up|it off|things off|off)\b|end (?:it|this|things|the|your|that)\b|walk away|
  walk out|
  get (?:out|away|rid|over|a (?:divorce|lawyer|restraining order|therapist|job|grip)|help|therapy|counsell?ing|professional|
  yourself (?:out|together|to)|off|some (?:help|therapy|counsell?ing|distance)|into therapy)\b|move (?:on|out|back|in with)\b|
  cut (?:${PERSON}|ties|off (?!from)|all|contact|things)\b|block (?:${PERSON}|his|the number|their)\b|delete (?:his|her|their|the)\b|
  report ${PERSON}|confront ${PERSON}|kick ${PERSON}|throw ${PERSON}|pack (?:a|your|up|some|his|her)\b|
  run(?: away| from| -| !|$)|quit (?:your|the|being|trying|seeing)\b|
  stay (?:away|with (?:him|her|them|your)|put|strong|calm|silent|quiet|together|out of)\b|
  keep (?:away|your distance|quiet|him|her|them|the peace|trying|fighting)\b|
  let (?:him|her|them|the past|go)\b|let (?:it|that|this) go\b|forgive ${PERSON}|
  forget (?:about )?${PERSON}|ignore ${PERSON}|marry ${PERSON}|apologi[sz]e\b|stand up (?:for|to)\b|
  put (?:yourself first|your foot|your needs|your children|your kids|an end|a stop|him|her|them)\b|refuse to\b|demand (?:that|an?|respect|answers|your|to)\b|
  insist on\b|give (?:him|her|them|it|up)\b|choose (?:yourself|him|her|between)\b|
  pick (?:a side|him|her|yourself)\b|
  take (?:him|her|them|control|charge|responsibility|action|back|the (?:kids|children|high road|job|risk|lead)|a stand|legal)\b|
  tell (?:him|her|them|your|the|everyone|someone|people|somebody)\b|talk (?:to|with) (?!me\b|yourself)|
  speak (?:to|with) (?!me\b)|speak up\b|
  call (?:him|her|them|the police|a (?:lawyer|therapist|friend)|your|it off|it quits|off)\b|text ${PERSON}|
  contact (?:him|her|them|a |the |your )|
  see (?:a|your) (?:therapist|doctor|lawyer|counsell?or|psychiatrist|psychologist|gp)\b|
  seek (?:help|out|professional|therapy|counsell?ing|legal|immediate)\b|hire\b|
  go (?:back (?:to (?:him|her|them|your)|home|now|\.|!|$)|home|to (?:therapy|counsell?ing|the police|court|him|her|couples)|see|and|no contact|get|talk|tell|for it)\b|
  set (?:a |some |clear |firm |healthy |your |strict |better )*(?:boundary|boundaries|limit|limits|rules)\b|establish\b|
  enforce\b|say (?:no|yes|sorry|goodbye)\b|accept (?:that|it|him|her|the|this|reality)\b|admit\b|
  face (?:it|the|your|reality|up)\b|stop (?:it|this|that|being|\w+ing)\b|cease\b|
  be (?:the bigger|a man|a better|strong|honest|firm|patient with (?:him|her|them)|careful|brave|realistic|prepared|clear|
  sure|direct|assertive|willing|ready|more|smart|consistent|open (?:with|about|and)|upfront|nice|nicer)\b|work on\b|
  work (?:it|things) out\b|focus on (?!your breath|the breath|how|what you feel|this moment)|
  make (?:sure|him|her|them|it clear|up your|a (?:decision|choice)|peace|amends)\b|
  do (?:it|something|your part|the right|yourself)\b|prove\b|fight (?:for|back)\b|
  find (?:a (?:therapist|new|better|lawyer|counsell?or)|someone (?:else|new|better)|another|yourself a|the courage|out)\b|
  show (?:him|her|them)\b|ask (?:him|her|them|for a|your (?:partner|husband|wife|boyfriend|girlfriend))\b|
  start (?:dating|looking|planning|packing|putting|saving|being|acting|divorce|making|loving|respecting|living|setting)\b|
  protect (?:yourself|your)\b|respect (?:him|her|your|yourself|his)\b|
  trust (?:him|her|them|your (?:gut|partner|husband|wife|instincts?|boyfriend|girlfriend))\b|love (?:yourself|him|her)\b|
  learn to\b|grow up|man up|snap out|toughen up|calm down|suck it up|deal with it|wake up|open your eyes|
  hold (?:him|her|them) (?:accountable|to|responsible)|distance yourself|surround yourself|separate (?:from|yourself|for|now|\.|!|$)|file (?:for|a)\b|
  document (?:everything|it|every|each|what)\b|schedule\b|communicate\b|compromise (?:on|with|more|\.|!|$)|listen to (?:him|her|them|your (?:partner|husband|wife|gut|parents))\b|
  support (?:him|her|them)\b|wait (?:for (?:him|her|them)|until|till)\b|date (?:him|her|them|other|someone|people|around)\b|sleep with\b|
  have (?:a|an|the|that) (?:\w+ )?(?:talk|conversation|discussion)\b|realise\b|realize\b|understand (?:that|this)\b|
  avoid (?:him|her|them|\w+ing)\b|return (?:his|her|the|to)\b|change (?:your|the locks|yourself)\b|
  lower your|raise your|swallow your)
`

/** Tested where an imperative could begin. */
export const ORDERS: readonly RegExp[] = [
  pattern`^${LIFE_DEED}`,
  pattern`^you (?:go and |just |both )?${LIFE_DEED}(?=.*!$)`,
  pattern`^(?:do not|do not ever|do not you dare|never)(?: (?:ever|even|just|let yourself))* (?!${GENTLE_DONT}|${NO_VERB_AFTER_NEVER})[a-z]`,
  /^(?:no more|enough of) (?:calls|texts|excuses|contact|messages|seeing|talking|waiting)\b/
]

/** An invitation leaves the choice in so many words. */
export const SOFTENED = pattern`
  \bif (?:you (?:like|want|wish|would like|feel (?:ready|able|up to|safe|comfortable)|are (?:ready|able|willing|comfortable))|
  (?:it|that|this) (?:feels|seems|helps|would help|suits|sounds)|and when|so)\b|
  \bwhen(?:ever)? (?:you (?:are|feel) (?:ready|able)|it feels)\b|\b(?:perhaps|maybe|for (?:example|instance)|only if|or not)\b
`

const URGENT_DEED = fragment`
  (?:leave|end|break|walk|move|get|go|let|cut|stop|divorce|separate|tell|talk|call|file|put|say|face|choose|find|seek|set|
  accept|confront)
`
const NOT_BEFORE = '(?<!\\b(?:not|never|if|whether|says|said|think|thinks|believe|feel|feels|like|nobody|mean)\\b[^,;:]{0,24})'

/** Tested on the whole sentence. */
export const PRESSING: readonly RegExp[] = [
  pattern`
    ${NOT_BEFORE}\b(?:it|that) is (?:absolutely |really |very |so |also |just )?(?:essential|crucial|critical|vital|imperative|
    necessary|important|paramount|mandatory) (?:that you|for you (?:both |two )?to) (?!feel|are\b|know you are|
    be (?:heard|safe|loved|seen|understood))[^?]*$
  `,
  new RegExp(`${NOT_BEFORE}\\byour (?:only|best|one) (?:real |other )?(?:option|choice|bet|move|way out|hope) is\\b(?! to feel)`),
  pattern`
    ${NOT_BEFORE}\bthe only (?:real |right |sensible |healthy |possible )?(?:thing|option|way|choice|solution|answer|step|
    path)(?: \w+){0,4} is (?:for you )?(?:to )?${URGENT_DEED}\b
  `,
  pattern`
    ${NOT_BEFORE}\bthe (?:best|right|first|next|smart|sensible|healthiest) (?:thing|option|step|choice|move|
    decision)(?: \w+){0,4} is (?:for you )?(?:to )?${URGENT_DEED}\b
  `,
  pattern`
    ${NOT_BEFORE}\b(?:what|all|the (?:\w+ )?(?:thing|step|question)|one thing) you (?:really |just |absolutely )?(?:need to|
    have to|must|should|ought to) (?:do|remember|understand|reali[sz]e|ask yourself|focus on|accept|decide|learn|
    know)(?: \w+){0,3} (?:is|are)\b
  `,
  pattern`
    ${NOT_BEFORE}\byour (?:\w+ )?(?:step|priority|focus|job|task|goal|duty|responsibility|decision|move) (?:must|has to|
    needs to|should|ought to) be\b|${NOT_BEFORE}\byour (?:job|duty|responsibility|task|role) (?:now |here )?is to\b
  `,
  pattern`
    \b(?:sounds|seems|looks) (?:to me )?like you (?:really |just )?(?:need to|have to|should|must) (?:leave|end|break|dump|
    divorce|cut|move on|let (?:him|her|them|it) go|get (?:out|away|rid)|stop|talk to|tell)\b[^?]*$
  `,
  /^(?:and |but |so )?do not you think (?:that )?you (?:really )?(?:should|need to|have to|must|ought to)\b/,
  pattern`
    ^(?:so |and |but |still |now )?(?:,? )?there (?:is|are) (?:\w+ ){1,3}(?:things?|steps?|rules?|
    points?) (?:that )?you (?:really |first )?(?:need to|have to|must|should) \w+[^?]*$
  `,
  new RegExp(`^(?:(?:so|and|but|now|please|just) ,? ?)*(?:i am (?:telling|warning|begging|asking|ordering) you(?: now| again| straight| this)?|(?:just )?(?:trust|believe) me(?: on this)?|listen(?: to me)?|hear me out|mark my words|take it from me|take my advice|let me (?:tell you|be clear|be blunt|be honest)|(?:for|in) your own (?:good|sake|interest)|as your coach|the bottom line) (?:[,:-] )+(?:please |just |now )*(?:${LIFE_DEED})(?!.*\\bif you (?:like|want|wish)\\b)`),
  new RegExp(`${NOT_BEFORE}\\bit is your (?:first |sacred |only |own )?(?:duty|job|responsibility|obligation|task|role|place)(?: (?:as|now|here|in)(?: (?!to\\b)\\w+){0,5}?)? to\\b[^?]*$`),
  /\bhere is what you (?:need to|have to|must|should|are going to) do\b/,
  pattern`
    ${NOT_BEFORE}\b(?:it is|this is) (?:high |about |past |
    the )?time (?:(?:for you )?to (?:let go|${URGENT_DEED}|start|take|grow|be)\b|
    (?:that )?you (?!are|were|feel|felt|have|had|will|spend|could|can))[^?]*$
  `,
  /\bi (?:(?:must|have to|strongly|really|would|firmly|seriously|also) )*(?:urge|insist|order|command|demand|implore|beg|require)(?: that)? you\b/,
  /\bi (?:would )?(?:strongly|highly|seriously|really) (?:advise|recommend|suggest|encourage)\b/,
  pattern`
    \bi (?:would )?advise you\b|\bi need you to\b|\bi want you to (?!know|feel|hear|have|see|be safe)\b|
    \bmy advice (?:to you )?(?:is|would be)\b|\bif i were (?:you|in your)\b|\bin your shoes i would\b
  `,
  /\b(?:you have|there is|you are left with) no (?:other |real )?(?:choice|option|way|alternative)(?: left)? (?:but|except|other than) to\b/,
  new RegExp(`${NOT_BEFORE}\\byou owe it to\\b`),
  pattern`
    ^promise me\b|\bdo yourself a favou?r\b|\bunder no circumstances\b|\bno excuses\b|\bnon-negotiable\b(?=.*\byou\b)|
    \bthat is an order\b|\bdo as i say\b|\bit is up to you to\b
  `
]
