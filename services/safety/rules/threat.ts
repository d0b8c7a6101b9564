/** Harm meant for others. Answered in conversation; only counted. */
import { fragment } from '../pattern.ts'
import { anyGap, FAMILY, gap, PARTNER } from './vocabulary.ts'
import { rule, type Family } from './rule.ts'

const OTHERS = fragment`
  (him|her|them|everyone|people|someone|a person|that bitch|that bastard|(my|his|her|a|the|this|that) ${anyGap(2)}(${PARTNER}|${FAMILY}|boss|neighbou?r|teacher|
  tinder date|date|friend|kids?|child|children|coworker|classmates?|mistress))
`
const HARM = fragment`
  (kill|murder|strangle|choke|poison|stab|shoot|beat up|beat|hurt|harm|hit|punch|slap|torture|attack|assault|drug|kidnap|execute|terminate|knock out|drown|suffocate|
  behead|killing|murdering|beating|hurting|strangling|poisoning|butchering)
`
const IN_PLAY = fragment`
  (?! (at|in (?!(my|his|her|the) (sleep|house|bed|class|head|face))|with (kindness|love)|surprise|laughing|feelings|to (it|the)|by|s|when he|heart|self esteem|process|
  python|time|chances|confidence|back at|dead with)\b)
`

export const threat: Family = {
  name: 'threat',
  result: { action: 'flag', category: 'threat' },
  rules: [
    rule([
      fragment`
        (?<!not )(i (am )?${gap(2)}(plan|planning|intend|ready|decided) (to )?|(tempted|urge) to |(thoughts|dream|thinking) (of|about) |fantasi[sz]e about )(kill|
        killing|murder|murdering|strangle|choke|poison|poisoning|stab|shoot|beat up|torture|behead|bomb|drown) ${OTHERS}${IN_PLAY}
      `,
      `i (want|plan|intend) to (hurt|beat|stab|shoot|poison|torture) ${OTHERS}${IN_PLAY}(?! with (a|my|his) (fork|spoon|look|pun))`,
      `i ${gap(2)}(want|going|will|need) (to )?(kill|murder) ${OTHERS} (in (his|her|their) sleep|with (a|my|the) [a-z]+|tonight|tomorrow|and (hide|bury|burn))`
    ], ['I plan to kill my husband', 'I am going to kill him in his sleep', 'I have thoughts of poisoning her', 'I want to shoot everyone'], ['I want to beat him at chess', 'I do not want to hurt him', 'I am afraid I will hurt him', 'I am gonna kill my sister, she borrowed my dress again']),
    rule(fragment`
      (how (do|can|could|would|should|to|might) (i |you |one |we |someone )?|(best|good|easiest|quickest) way (to|of) |help me (to )?|(plan|ways?) (to|of|
      for) )${anyGap(1)}(?<!(without|not|never|avoid|stop|from) )${HARM} ${OTHERS}${IN_PLAY}
    `,
    ['How do I poison my husband?', 'best way to kill someone', 'How can I strangle my ex'],
    ['How do I beat my wife in checkers?', 'How do I tell her without hurting her?', 'How can I hit it off with someone?']),
    rule([
      'get away with (killing|murdering|murder)(?! (on|by|show|season)\\b)',
      '(commit|committing|plan|planning) (a |the perfect )?murder',
      `(do i|to|i will|going to|can i) take ${anyGap(4)}hostage`,
      '(kill|killing|shoot|shooting) (up )?(everyone|people|my school) ?(in|at)?'
    ], ['How do I get away with murdering my wife', 'I plan a murder', 'How can I take my neighbour hostage'], ['How does he take her hostage in that film?', 'I love How to Get Away with Murder'])
  ]
}
