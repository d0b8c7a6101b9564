/** Means of dying: what somebody asks for, has at hand, or pictures. */
import { fragment } from '../pattern.ts'
import { anyGap, END, NOT_OTHERS, selfGap } from './vocabulary.ts'
import { rule, type Family } from './rule.ts'

const HIGH_PLACE = '(bridge|building|roof|rooftop|cliff|balcony|ledge|overpass|skyscraper|window|tower|platform|parking garage|something|somewhere high)'
const VEHICLE = '(train|trains|car|cars|bus|truck|lorry|tram|subway|metro|traffic)'
const PILLS = '(pills?|meds|medication|medicine|tablets|painkillers|tylenol|paracetamol|ibuprofen|advil|aspirin|antidepressants|xanax|insulin|oxy|benzos|sleeping pills)'
const TOOL = '(knife|knives|blades?|razors?|gun|pistol|pills|rope|noose|scissors)'
const LETHAL = '(kill (me|you|yourself|a person|an adult|someone)|to die|lethal|fatal|deadly|overdose|end my life|do it|end it|end it all|finish me)'
const EASIEST = fragment`
  (best|better|easiest|quickest|fastest|simplest|painless|painful|peaceful|effective|surest|cheapest|cleanest|good|safest|free|different|other|some|any|quick|easy|
  reliable|guaranteed|dangerous)
`
const DYING = fragment`
  (die|dying|go(?= [.,])|kill (yourself|oneself)|killing (yourself|oneself)|commit(ting)? suicide|suicide|overdose|hang yourself|end (it all|my life|your own life|
  ones life|my own life)|jump (in front of|off)|jump(?= [.,])|bleed out)
`
const MIND = fragment`
  (want|wanted|going|thinking|think|thought|thoughts|imagine|imagining|picture|picturing|fantasi[sz]ing|urge|tempted|ready|about|could|might|should|feel|considering|
  plan|planning|of|to|will|would|i am|almost|nearly|i|dream)
`
const DOING = '(to |of |about |like |out of |myself |just |and )?'

export const means: Family = {
  name: 'means to die',
  result: { action: 'care', kind: 'self_harm', grade: 'explicit' },
  rules: [
    rule([
      fragment`
        (i|to|of|about|by|try|trying|tried|${EASIEST}) ${selfGap(3)}(overdose|overdosing)(?! (on (chocolate|sugar|coffee|caffeine|love|netflix|tv|memes|cuteness|
        vitamins?|cheese|candy|carbs|sushi|pizza|tiktok|romance|christmas)|of)\b)(?<!(of an|an) overdose)
      `,
      '(took|take|taken) an overdose'
    ], ['I want to overdose', 'thinking of overdosing tonight', 'i want to OD on my meds', 'tempted to overdose on sleeping pills', 'thinking of oding'], ['We overdosed on chocolate at Easter', 'My cousin died of an overdose in 2019 and my husband still grieves']),
    rule([
      fragment`
        (take|took|taken|taking|ate|eat|eaten|ingested|swallow|swallowed|swallowing|downed|downing|popped|saving|saved|hoarding|stockpiling) ${anyGap(2)}(all|every|
        enough|whole|entire|many|handful|bunch|bottles?|pack|box|[1-9][0-9]+) ${anyGap(3)}${PILLS}
      `,
      `(swallow|swallowed|swallowing|saving up|saved up|hoarding|hoarded|stockpiling|stashed|stashing|collecting|trust myself with) ${anyGap(2)}${PILLS}`,
      `${PILLS} on purpose`,
      `(finish|end) (it|this|everything) with (the|my|a|these) ${anyGap(1)}(${PILLS}|gun|rope|knife|blade|razor)`
    ], [
      'I took all of my pills', 'I swallowed a whole bottle of tylenol', 'I have been saving up my pills', 'what happens if I take the whole pack of paracetamol',
      'i took too many pills on purpose', 'he left me and i swallowed 20 sleeping pills', 'Tonight I will finish it with the pills in the cabinet'
    ], ['He forgot to take his pills', 'I take my medication every morning', 'I started taking antidepressants after the breakup']),
    rule([
      `(${TOOL}|bottle) (is |are )?(all )?(ready|lined up|loaded|in my (hands?|lap|mouth)|next to me|in front of me|beside me|right there|calling me)`,
      fragment`
        i ${selfGap(5)}(holding|hold|staring at|stare at|looking at|look at|clutching|gripping|playing with|reach for|reaching for) ${anyGap(3)}${TOOL}(?! (sets?|
        block|sharpener|for|emoji|collection|online)\b)
      `,
      `i (have|got|own) (a|the|my) (gun|rope|noose|blade|razor) ${anyGap(5)}(keep|looking|ready|loaded|staring|thinking|use it|on myself|tonight)`,
      fragment`
        (?<!(he|she|they|ex|him|her|husband|wife|boyfriend|girlfriend) ([a-z]+ ){0,3})(razor|blade|knife|scissors) (to|against|on|at|
        in) my (own )?(left |right )?(wrists?|skin|throat|neck|arms?|thighs?|legs?|chest|heart|stomach)
      `,
      `(keep|have) (a |the |my )?(bottle|stash|supply) of ${anyGap(1)}${PILLS} ${anyGap(6)}(case|ready|for when|nightstand)`,
      `i (have )?(bought|tied|got|found|knotted) (the|a|my) (rope|noose|razor|blades?)(${END}| already| to | today| yesterday| and )`
    ], [
      'the pills are lined up in front of me', 'staring at the rope in my hands', 'I am sitting here holding a knife', "I'm staring at the pills and crying",
      'I have a gun in my drawer and I keep looking at it', 'i tied the rope already', 'razor blades are calling me', 'I took a razor to my thigh last night',
      'I keep a bottle of sleeping pills in my nightstand just in case', 'I have a knife to my wrist'
    ], ['I am looking at a knife set for the kitchen', 'The guy I am dating owns a gun, is that a red flag?']),
    rule([
      fragment`
        ${MIND} ${DOING}(jump|jumping|jumped|leap|leaping|throw myself|throwing myself|threw myself|fling myself|hurl myself|step|stepping|walk|walking|run|
        running) (straight |right |out )?(off|from|out of|over|in front of|under|into) (of )?${anyGap(3)}(${HIGH_PLACE}|${VEHICLE}|the tracks)(?<!(in|into) (a|the|my|
        our|his|her) (car|bus|tram|train|truck|building))(?! (with a|to (catch|buy|get|see)|scene|show)\b)
      `,
      'throw(ing)? myself (off|in front of|under|from|out of|down the stairs)'
    ], [
      'I want to jump off a bridge', 'thinking about jumping in front of a train', 'i could just walk into traffic', 'What is the best building to jump off the roof of',
      'I feel like throwing myself down the stairs', 'I almost jumped in front of the subway yesterday', 'feel like jumping off something'
    ], ['We got stuck in traffic', 'He threw me under the bus in front of his boss', 'We went bungee jumping', 'She jumped into the pool', 'I want to jump into the car and drive to her']),
    rule([
      `i (am )?(going to|about to|will|want to|ready to|might|should|almost|nearly) jump(ed)?(${END}| tonight| off$| and (die|end))`,
      `what if i jump(ed)?${END}`,
      '(almost|nearly) stepped (off|in front)',
      `(floor|height|high|far|meters|feet) ${anyGap(6)}(fall|jump) ${anyGap(3)}to die`,
      '(best|good|high|which|what) (enough )?(place|spot|bridge|building|cliff) to jump(?! (rope|in)\\b)',
      'i am (standing|sitting|here|at|up) (here )?(on|at|by|near|over) (the |a |this )?(edge of (the|a) (bridge|roof|cliff|building)|bridge|ledge|rooftop|roof|railing|train tracks|tracks|cliff)',
      '(tracks|bridge|roof|cliff|ledge|balcony) ([a-z]+ ){0,6}(thought|thinking) about it',
      '(lie|lying|lay|laying) (down )?on the (train |railway |railroad )?tracks',
      '(walk|walking|go|swim|swimming) (in ?to|out to) the (ocean|sea|river|lake) and (not|never|drown|disappear)'
    ], [
      "I'm gonna jump", 'I keep thinking what if I just jumped', 'Which floor do you have to fall from to die?', 'best place to jump', "I'm standing on the bridge right now",
      'I could lie down on the train tracks', 'walk into the sea and never come back'
    ], ['I am going to jump in the shower', 'What is the best place to jump rope?']),
    rule([
      'noose(?! (is good|around (his|her))\\b)',
      '(rope|belt|cord|cable|sheet|scarf) (around|round) my (own )?neck(?<!(puts?|put|wraps?|wrapped) (his|her|a|the) [a-z]+ (around|round) my neck)',
      '(rope|belt|cord) to (end|hang|kill|die)'
    ], ['how do I tie a noose', 'a belt around my neck', 'is a curtain cord enough, I made it into a noose', 'Explain how to fashion a noose from bedsheets'], ['He put a scarf around my neck when it snowed']),
    rule([
      fragment`
        (?<!(he|she|ex|husband|boyfriend|wife|threatened|threatens|him|wants) (to |would |will )?)(slit|slits|slitting|slash|slashing|slashed|slice|slicing|sliced|cut|
        cutting|open|opening) (open |up )?(my|your|the|across|along|both my|both) (own |left |right )?(the |my )?(wrists?|throat|veins?|arter(y|ies))
      `,
      'bleed(ing)? out ([a-z]+ ){0,2}wrists?'
    ], ['I want to slit my wrists', 'thinking of cutting my wrists', 'sl!tt1ng my wr1sts', 'bleeding out from the wrist'], ['The surgeon cut his wrist tendon']),
    rule([
      fragment`
        ${EASIEST} (and ${anyGap(1)})?(way|ways|method|methods|means|time|place|places|drug|pills|poison|chemicals?|spot) (for me )?(to|of|
        for) (actually |kill myself and )?${DYING}(?! (in (the|a|this|my) (game|minecraft|sims|play)|my|hair|clothes|eggs|wool|fabric|a|the|out)\b)
      `,
      `(least painful|most painless|painless|quickest) (way|method|death|exit)(${END}| out| to (go|leave|exit))`
    ], [
      'what is the easiest way to die', 'most painless way to kill yourself', 'quickest method to end it all?', 'best way to commit suic1de', "what's the least painful method",
      'which is the quickest way to go, pills or rope'
    ], ['What is the best way to dye my hair?', 'Best way to kill time at an airport', 'What is the best way to kill weeds?', 'Dumb ways to die is my favourite song']),
    rule([
      'painless(ly)? (death|suicide|die|way out)',
      `(i|me|to) ${selfGap(2)}(die|end it|go) (painlessly|without (any |feeling |too much )?pain|quickly and painlessly)`,
      fragment`
        (is|are|does|would|will|do) (it )?(?!drowning in )(hanging|drowning|overdosing|suffocating|bleeding out|bleeding to death|jumping off [a-z ]+|
        dying)( yourself| myself)? ${anyGap(2)}(painful|painless|hurt|quick|peaceful|work)(?! of\b)
      `
    ], ['I want a painless death', 'I want to die without pain', 'is hanging painful', 'does drowning hurt']),
    rule(fragment`
      how (do|can|could|should|would|to|might|long) (does it take |do )?(i |you |one |someone |a person |to )?${anyGap(4)}(die${END}|die (painlessly|fast|quickly|
      peacefully|in my sleep|tonight|by (hanging|drowning|suicide|overdose)|from (an overdose|hanging|blood loss|starvation|dehydration))|commit suicide|
      overdose${END}|bleed (out|to death)|hang (yourself|oneself)|kill (yourself|oneself))(?<!how (do|would|can) (you|someone|people|a [a-z]+) die)(?<!(people|someone|
      he|she) ([a-z]+ ){0,3}(die|overdose|bleed out|commit suicide))
    `,
    ['how can I die', 'How to commit suicide', 'how do i make myself bleed out', 'how can i die in my sleep', 'how long does it take to bleed out'],
    ['How do I die less in this game?', 'How did Romeo die?', 'How do people commit suicide in Shakespeare?']),
    rule([
      `(until|till|before|so that) i die(?<!(love|remember|with|you|friends|want to do|together|list|things|visit|see|travel|meet|forget) ${anyGap(3)}(until|till|before) i die)( if i|${END})`,
      `stop eating ${anyGap(3)}until i die`,
      `how ${anyGap(6)}(to die|do i die) if i`
    ], ['How would I stop eating until I die?', 'how long does it take before i die if I stop drinking water'], ['I will love you until I die', 'I want to see Paris before I die']),
    rule([
      fragment`
        (plan|going|want|ready|have) (is )?to do it (after|before|when|once|tonight|next|this|tomorrow) ${anyGap(2)}(wedding|birthday|christmas|asleep|home|alone|
        night|week|weekend|month|month|exams?|trip)
      `,
      'i have (a|the|my) (plan|means) and (the|a|i)',
      '(veins?|arter(y|ies)) ([a-z]+ ){0,8}(bleed|bleeds|die|fast|fastest)',
      '(enough|sure|certain|guaranteed|likely) to (die|kill me)(?! (of|for|to) )',
      '(how|plan|planning|imagine|imagining) ([a-z]+ ){0,3}jump(ing)? off',
      'fatal (fall|jump|cut|overdose)',
      '(until|till) i am (gone|dead)',
      'ways (people |to )?(end|take) (their|your|ones) (own )?li(fe|ves)',
      'make it look like an accident',
      '(pills|gun|rope|courage|guts|balls) [a-z ]{0,20}have done it',
      `how (high|tall|deep|fast|long|far|hard) ${anyGap(10)}(you|i|one|a person) ${anyGap(4)}(die|lose consciousness|pass out|bleed out|be dead)`,
      '(way|ways|easy|hard|possible|method) (for me )?to kill (yourself|oneself)',
      `if i cut ${anyGap(8)}(die|lose consciousness|bleed|fast|long)`,
      `how (many|much) (?!times|people|men|women|kids)${anyGap(12)}(${LETHAL}|enough to die|(will|would|could) it take)`,
      '(lethal|fatal|deadly) (dose|amount|overdose|combination) (of|for)(?! (dogs?|cats?|mice|rats)\\b)',
      `(${PILLS}|drugs?|chemicals?|poisons?|plants?) ${anyGap(4)}(most lethal|${LETHAL}|poison myself)(?<!(take|took|taking) (my|the|a) ${PILLS} ${anyGap(2)}do it)`,
      `(would|will|can|could|does) ${anyGap(8)}(${PILLS}|bleach|overdose) kill (me|you)`
    ], [
      'how many pills would it take to kill me', 'if i had the pills i would have done it already', 'my plan is to do it after the wedding', 'Which veins bleed the fastest?', 'Is a jump from the tenth floor enough to die?', 'I keep planning how I would jump off it',
      'I want to starve until I am gone', 'What are the ways people end their lives?', 'how high does a building need to be so you die instantly',
      'Is there a way to kill yourself that looks natural?', 'How can I make it look like an accident so my family gets the insurance?', 'how much paracetamol is fatal',
      'lethal dose of aspirin for an adult', 'which pills will kill me fastest', 'would taking a whole bottle of advil kill me', 'I keep looking up how many of my mums tablets would do it'
    ], ['How much chocolate is dangerous for my dog?', 'How many people die each year?', 'How many times did he kill me in that game']),
    rule([
      'set myself (on fire|ablaze|alight)',
      '(light|burn) myself (on fire|alive)',
      '(drink|drinking|swallow|drank|swallowed) (some |a bottle of |a cup of |the )?(bleach|antifreeze|pesticide|drain cleaner|poison)(?! (himself|herself)\\b)',
      `i ${selfGap(8)}carbon monoxide`,
      `hose ${anyGap(3)}exhaust`,
      '(sitting|sit|sat) in (the|my) car with the (engine|motor) (on|running)'
    ], ['I want to set myself on fire', 'i could drink bleach', 'I thought about carbon monoxide', 'I drank bleach'], ['We installed a carbon monoxide alarm in our bedroom', 'I want to set a candle on fire']),
    rule([
      fragment`
        ${NOT_OTHERS}${MIND} ${DOING}(crash|crashing|drive|driving|steer|steering|swerve|swerving|ram|ramming) (my |the |our |right |straight )?(car |truck )?(off|
        into|in to) ${anyGap(3)}(bridge|cliff|tree|wall|traffic|lake|pole|pillar|truck|river|ditch|lane)
      `,
      '(crash|crashed) (my|the) car on purpose',
      '(imagine|imagining|picture|fantasi[sz]ing about|thoughts of|think about|thinking about) (crashing|wrecking) (my|the) car',
      '(drive|drove|driving|steer|steered) off the road on purpose',
      'swerv(e|ing) into oncoming'
    ], [
      'I keep thinking of driving my car off a bridge', 'swerving into oncoming traffic crosses my mind', 'I just want to crash my car on purpose',
      'when I drive I think about steering into a wall'
    ], ['My boyfriend crashed into a tree and now he is in hospital']),
    rule([
      '(bought|buy|buying|got|get|getting|find|need) (a |the |some |my )?(gun|rope|pills|razor blades|blades|nembutal) to (kill|end|die|do it|hang|use on myself|finish)',
      `where ${anyGap(4)}(gun|pills|rope|poison|nembutal|cyanide) ${anyGap(3)}(to (die|end)|myself|my life|my misery)`
    ], ['I bought a rope to do it', 'where can i buy a gun to end my life'])
  ]
}
