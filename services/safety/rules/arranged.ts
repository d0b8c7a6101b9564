/** Death arranged or waited for: a place picked, pills kept ready, an operation not to be survived, a date not to be seen. */
import { fragment } from '../pattern.ts'
import { anyGap } from './vocabulary.ts'
import { rule, type Family } from './rule.ts'

const WISH = '(hope|hopes|hoping|hoped|wish|wishes|wishing|wished|pray|praying|prayed)'
/** "… to wish, quite calmly, that …" */
const PARENTHESIS = `(, ${anyGap(5)}, )?`
const MISHAP = fragment`
  ((swerved|veered|skidded|crashed|ploughed|hit|ran|knocked|flattened|crushed|took|killed|finished) ([a-z]+ )?(me|into me|over me|me over|me down|me out)|
  (swerved|swerves) and ([a-z]+ )?(hit|hits|took|killed) me|did not (stop|brake)|did not see me|went off the (road|bridge|cliff)|fell on me|stopped beating|gave out|came down on me)
`
const MISHAPPEN = '(lorry|truck|bus|car|train|van|tram|plane|driver|tree|ceiling|roof|heart|something|it|one|lightning|bridge|building|storm|flight|illness|tumou?r)'
const PILLS = '(pills|tablets|capsules|meds|medication|insulin|morphine|painkillers|sleepers|paracetamol|antidepressants|rope|noose|razor|blades?)'
const DEED = fragment`
  (jump|jump off|jump from|hang|hang myself|drown|drown myself|die|die in|end it|kill myself|take (my|the|them|all|those)|off myself|step off|step out|walk in|
  go through with it|finish it)
`
const PLACE = '(bridge|cliff|building|roof|rooftop|tree|beam|spot|place|car park|train|platform|station|balcony|motel|hotel|woods|forest|river|quarry|method|rope|day|date|night|hour|way)'
const OUTING = '(?<!\\b(we|he|she|they|us|swim|swimming|kids|bungee|wedding) ([a-z]+ ){0,14}[a-z ]{4,60})'

export const arranged: Family = {
  name: 'death arranged',
  result: { action: 'care', kind: 'self_harm', grade: 'explicit' },
  rules: [
    rule([
      `(picked|chose|chosen|found|scouted|settled on|decided on|worked out|know|marked|got|have) (out )?(the|a|my|which|what) ${anyGap(2)}${PLACE} (that |where |when |which )?i (am |will |would |want |plan |going |could |to )*${DEED}(?! (together|with (him|her|them)|into the (sea|pool|lake|water)|for charity|(him|her|it) again)\\b)(?<! to (die for|go))${OUTING}`,
      `${PILLS} (are |is )?([a-z]+ ){0,5}(ready|waiting|saved|stashed|hidden|lined up|counted|counted out|put by|set aside|laid out|put away)( all)? (to (take|use|swallow|finish)|for (when|the (day|night)|after|that night|the end))( ([a-z]+ ){0,2}(when|once|after|as soon as|the (day|night|minute|moment)|on|tonight|until|if|before))?(?<=(i|my|me) ([a-z]+ ){0,14}[a-z ]{6,80})(?<!(he|she|doctor|nurse|carer|nan|mum|pharmacy|travel|flight|antihistamine|allergy|malaria|vitamin|dog|cat) ([a-z]+ ){0,14}[a-z ]{6,80})(?! ([a-z]+ ){0,3}(headache|migraine|breakfast|lunch|dinner|eat|land|wake|period|pharmacy|chemist)\\b)`,
      '(mean|meaning|intend|intending|plan|planning|aim|aiming|arranged|decided|resolved|propose) (to |on )(be|being) (dead|buried|six feet under|in (the ground|my grave|a coffin|the cemetery)|ashes)(?! (serious|set|tired|honest|on time|last|weight|sure|quiet)\\b)'
    ], [
      'I have settled on the building I will jump off', 'i have found the tree where i will hang myself', 'I know which platform I would step off', 'I chose the day I will end it', 'The pills are in my bag ready to take once my sister has gone', 'I have tablets saved up and hidden for when the kids are grown',
      'I keep my insulin counted out ready to take on Sunday', 'I am planning to be dead come Easter', 'I plan on being dead before my birthday', 'We sold the car and I intend to be buried next to him by June'
    ], [
      'I picked the bridge where I will propose', 'We found the cliff we jump off into the sea', 'I have my tablets ready to take when my migraine starts', 'I mean to be dead honest with her', 'I found the place to go for dinner'
    ]),
    rule([
      '(held|hold|holding|put|pressed|press|pressing|kept|keep|stuck|shoved|dipped|left|leave) my (own )?(left |right |bare )?(hand|hands|arm|arms|wrist|fingers?|palm|leg|thigh|foot|feet|face|skin|stomach) (under|in|on|against|over|to|into|onto|near) (the |a |an |my |some )?([a-z]+ )?(boiling|scalding|hot tap|hot water|burning|flame|candle|stove|hob|iron|lighter|oven|kettle|exhaust|straighteners?|hot plate|coals|cigarette|tap)( [a-z]+){0,3}(?= (deliberately|on purpose|until|till|because|to (feel|punish|hurt|see|cope|calm)|for as long|so (that )?i|just to|as (a )?punishment|instead of|again))(?<!\\b(he|she|they|husband|wife|mother|dad|accidentally|accident) ([a-z]+ ){0,4}[a-z ]{6,50})(?! (until (the (swelling|burn|pain)|it was clean|warm)|because (it|they) (was|were) (cold|dirty|frozen))\\b)',
      '(deliberately|purposely|intentionally|on purpose) (burn|burned|burnt|scald|scalded|cut|scratched|bruised|hurt|injured|starved|broke) (my (own )?(hand|arm|wrist|skin|leg|thigh|finger|face|foot)|myself)'
    ], ['I put my arm against the oven on purpose', 'I held my palm over a candle until it blistered', 'I kept my hand under the hot tap because I deserved it', 'I deliberately burned my arm', 'I press my thigh to the straighteners to feel something'],
    ['I held my hand under the tap until it was clean', 'He held my hand', 'I put my hand on the iron by accident', 'I kept my feet near the candle because they were cold'])
  ]
}

export const deathAwaited: Family = {
  name: 'death awaited',
  result: { action: 'care', kind: 'self_harm', grade: 'passive' },
  rules: [
    rule([
      `${WISH} ${PARENTHESIS}(that )?(i |to )?(do not|did not|will not|would not|never|not|might not|could not) (survive|pull through|come (round|out of (it|surgery|the))|live (through|to see)|make it (through|out|past|to (monday|tuesday|wednesday|thursday|friday|saturday|sunday|morning|christmas|spring|summer|[0-9]+)|alive|off))(?! ${anyGap(3)}(without (coffee|wine|snacks)|on (takeaway|pasta|coffee)|dinner with|his mother|small talk)\\b)`,
      `${WISH} , ${anyGap(5)}, (that )?i (would|will|could|might|did|do) (not|never) (have to )?(wake|wake up|be here|exist|be alive|come back)(?! (up )?(early|late|next to|beside|with)\\b)`,
      `${WISH} ${PARENTHESIS}(that )?i (would|will|could|might|can|just) (die|be dead|drop dead|have died|be killed|get killed) (before|until|so|in|by|during|instead|rather|and)(?! ((he|she|him|her|you|we|they|my (wife|husband|dog|cat|partner|kids|children)|our)|my sleep (at|when)|bed at)\\b)(?! ([a-z]+ ){0,6}(old|ninety|eighty|[89][0-9]|hundred)\\b)`,
      `${WISH} ${PARENTHESIS}(that )?(the|my|this|it) (anaesth[a-z]+|anesth[a-z]+|surgeon|plane|brakes|parachute|heart|lungs|kidneys|operation|surgery|cancer|tumou?r|infection|fever|illness|virus|biopsy|scan|lump|bleeding) ${anyGap(3)}(fails?|goes wrong|slips?|gives? out|crash(es)?|spreads?|wins?|kills me|takes me|finish(es)? me|gets me|comes back|is (malignant|cancer|fatal|terminal|inoperable))(?<!not ([a-z]+ )?[a-z]+)`
    ], [
      'I hope I do not survive the operation', 'hoping I never come round from it', 'I wish, quietly, that I would not wake up', 'I hoped I would drop dead before the wedding', 'I hope the surgeon slips', 'part of me hopes the lump is malignant'
    ], ['I hope I survive dinner with his mother', 'I hope I do not make it weird', 'I hope the cancer does not come back']),
    rule([
      `(easier|better|nice|nicer|relief|kinder|simpler|good|fine|okay|not mind|not care) if (a |the |some |that |this |my |an )?([a-z]+ )?${MISHAPPEN} ([a-z]+ ){0,2}${MISHAP}(?<!if it hit me)(?! (with|up|that|about)\\b)`,
      'suicide [.,] (that is|it is|this is|is|was) (where|what|all|the (only|word|answer|thought|thing|one)) ([a-z]+ ){0,4}(i|my|me)',
      '(mind|head|brain|thoughts|thinking|i) ([a-z]+ ){0,4}(land|lands|landing|goes|going|comes?|coming|drifts?|drifting|wanders?|wandering|turns?|turning|circles?|circling|returns?|returning|ends? up|ending up) (back )?(to|on|at|in|towards?) (suicide|dying|killing myself|ending (it all|my life)|being dead|not existing)(?! (squad|prevention|awareness|book|film|of (his|her|my))\\b)(?<!\\b(he|she|his|her) ([a-z]+ ){0,4}(mind|head|brain|thoughts) [a-z ]{4,60})'
    ], [
      'It would be easier if the tree fell on me', 'it would be a relief if my heart gave out', 'would be better if a bus ran me over', 'It would be nice if something fell on me', 'Suicide. It is the only answer I have left.', 'Suicide, that is what I come back to', 'My mind keeps going back to dying'
    ], ['It would be better if it hit me up front', 'It would be easier if the bus stopped here', 'Suicide Squad is the film that I keep coming back to', 'My mind keeps going back to his text', 'It would be nice if the train did stop at his town'])
  ]
}
