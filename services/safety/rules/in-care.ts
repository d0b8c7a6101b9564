/**
 * What means something only after somebody needed care a moment ago: questions of method, place and lethality, veiled plans,
 * farewells; and, where the care was about abuse, danger close by.
 */
import { fragment } from '../pattern.ts'
import { anyGap, END, selfGap } from './vocabulary.ts'
import { rule, type Family } from './rule.ts'

export const methodAfterCare: Family = {
  name: 'method after care',
  result: { action: 'care', kind: 'self_harm', grade: 'explicit' },
  rules: [
    rule([
      `how (high|tall|deep|cold|fast|far) ${anyGap(8)}(bridge|building|cliff|tower|roof|overpass|river|water|train|trains|fall|drop|balcony|floor|storey|stories|cut|artery|go|is it|need)`,
      `(nearest|closest|highest|tallest) ${anyGap(2)}(bridge|building|cliff|tower|roof|rooftop|train|tracks|station|overpass|gun (store|shop)|railway|river|pharmacy)`,
      `(time|when) ${anyGap(4)}(last|next) (train|tram|subway)`,
      `bridges? ${anyGap(4)}(tall|taller|high|higher|near|open|around|close)`,
      `where ${anyGap(3)}(bridge|cliff|rooftop|roof|tracks|railway|tall building|gun|rope|razor|blades|sleeping pills|pills)`
    ], ['how high is the nearest bridge', 'What is the tallest building in town?', 'where can i get sleeping pills', 'which bridges are higher than 30 meters']),
    rule([
      fragment`
        how (many|much|long|common|likely|often|painful|quick|quickly|easy|hard) ${anyGap(12)}(surviv(e|es|ed|al)|die|dying|dead|death|kill|fatal|lethal|deadly|
        overdose|bleed|pills|tablets|tylenol|paracetamol|insulin|bleach|drown|hang|jump|crash|pass out|unconscious|painful|hurt|too (many|much))
      `,
      `(how|what) ${anyGap(4)}(many|much|amount|dose|number) ${anyGap(4)}(pills|tylenol|paracetamol|ibuprofen|aspirin|insulin|xanax|meds|medication|sleeping|tablets|alcohol)`,
      '(which|what) (pills|drugs|meds|tablets|poison|chemicals?)',
      `(is|are|would) ${anyGap(5)}enough${END}`,
      'stop taking my (insulin|meds|medication|pills|heart)',
      `(survive|survived|surviving|survival) ${anyGap(4)}(fall|crash|jump|drop|overdose|gunshot|fire|bullet|hanging|drowning|cut|poison)`,
      `(is|are|would|can|could|will) ${anyGap(6)}(lethal|fatal|deadly|painless|painful|kill (me|you|a person|someone))`
    ], ['how common is it to survive a jump from there', 'how many tylenol is too many', 'how long does it take to drown', 'is insulin lethal', 'which pills are strongest', 'what if I just stop taking my insulin', 'Could a fall like that kill you?']),
    rule([
      `(does|do|will|would|is) (it|that|this|hanging|drowning|overdosing|dying|cutting|suffocation|falling|jumping) ${anyGap(3)}(hurt|painful|work|be quick|fast|be over quickly|take long)`,
      `what (happens|will happen|would happen|does it feel like|is it like) ${anyGap(4)}(die|dying|dead|death|overdose|pills|jump|drown|bleed|after (i|you) die|bullet)`,
      `(is there|do you think there is|what is there) ${anyGap(4)}(after (death|we die|you die)|afterlife|heaven|hell)`
    ], ['does drowning hurt', 'what happens when you die', 'will it be quick', 'is there an afterlife']),
    rule([
      `(how|where|which|what) ${anyGap(5)}(gun|rope|noose|knot|blades?|razor|knife|helium|carbon monoxide|nitrogen|cyanide|poison|chemicals?|artery|vein|exhaust|bridge|tracks)`,
      `will (they|you|anyone|the police|my parents) ${anyGap(4)}(find me|find out|stop me|call (the police|911|my parents|an ambulance)|tell)`,
      `(write|writing|help me write) ${anyGap(5)}(letter|note|message|goodbye|will)(?= (to|for|[.,]))`
    ], ['what knot holds best', 'where would I buy a gun', 'help me write a letter to my mom', 'will anyone find me'])
  ]
}

export const veiledAfterCare: Family = {
  name: 'veiled words after care',
  result: { action: 'care', kind: 'self_harm', grade: 'passive' },
  rules: [
    rule([
      '(will|would|might|may) not be (around|here|a problem|dealing|alive|there|needing|seeing)',
      `(it|this|everything|all) (will|would) ${anyGap(2)}(be over|end|stop|not matter|be gone|be done)( ${anyGap(2)}(soon|tonight|tomorrow|anyway))?`,
      `not (be )?(dealing with|suffer|suffering|have to (feel|deal|suffer)) ${anyGap(4)}(much longer|anymore|soon|longer|tomorrow)`,
      '(do|doing) it (tonight|today|now|tomorrow|soon|this weekend|anyway|when)',
      `(have to|going to|will|want to|could|might|should) do it${END}`,
      `(not|no one|nobody) (want )?${anyGap(2)}(can |to |will |could )?(stop|save|help|reach|find) me`,
      'not want to be (stopped|saved|found|helped)'
    ], [
      "I won't be around much longer", 'It will all be over soon', 'I have to do it tonight', "I don't want anyone to stop me", 'no one can save me', "I don't want to be stopped", 'nobody will find me until monday',
      "I won't be dealing with this much longer"
    ]),
    rule(fragment`
      (made up my mind|(my mind|it) is made up|i have decided|i decided|my decision is (made|final)|i have (a|my|made a) plan|i (have|got) everything (i need|ready)|
      i (am|feel) ready${END}|i know (how|when|where|what i (have to|need to|will) do)${END}|i have a date|everything is (ready|prepared|planned)|at peace with (it|
      my decision)|(it is|its) (time|late)( for me)?${END})
    `,
    ['I have made up my mind', 'i have a plan', 'everything is ready', "it's time", "it's too late for me"]),
    rule([
      `(thank you|thanks) for (everything|listening|trying|being (here|kind|there)) [.,] ${anyGap(2)}(goodbye|bye|farewell|this is|i am|it is|take care)`,
      `goodbye( then| now| amora| for good)?${END}`,
      '(wrote|written) (the|my|a) (letter|note|will)',
      'sleep [a-z ,]{0,8}for good',
      'farewell',
      `(tell|let) (my|them|him|her|everyone) ${anyGap(3)}(i (love|loved|am sorry|was sorry)|know i)`,
      '(sorry|forgive me) (to|for) (everyone|my (family|parents|kids|mom)|everything|what i am about|being)',
      '(last|final) (time|chance|message|night|day|conversation|words?)'
    ], ['Thanks for everything, goodbye', 'Tell my mom I love her', 'I am sorry for everything', 'this is the last time we talk', 'goodbye', 'I already wrote the letter', "I'm going to sleep now, for good"]),
    rule([
      `(can not|will not|do not) (promise|guarantee|say|swear) ${anyGap(3)}(anything|that|safe|i will|you|nothing|tonight|stay)`,
      `(not|never) (feel(ing)? |be |am |been )?safe( ${anyGap(2)})?`,
      'not trust myself',
      `(want|need|make|wish|beg) ${anyGap(3)}(to )?(stop|end|be over|go away|quiet|sleep|silence|escape|be numb|rest forever|disappear|out)${END}`,
      '(just )?(want|need|wish) (to |i could )?(sleep|rest|be gone|be numb|feel nothing|out|peace|the (pain|thoughts|noise|voices))',
      `(the|these|my) (thoughts|voices|urges) ${anyGap(3)}(louder|worse|back|stronger|win|winning|not stop|coming)`
    ], ["I can't promise anything", 'I want the thoughts to stop', 'I just want to sleep', 'i need out', "I don't trust myself", 'the thoughts are getting louder']),
    rule([
      '(no|what is the|not see (a|the|any)|there is no) (point|hope|use|way out|future|reason|meaning)',
      'never (going to )?(get|gets|getting|be|feel) (better|okay|ok|happy|easier|fine)',
      '(tired|sick|done|exhausted|over) (of|with) (everything|it all|trying|fighting|life|this life|myself|feeling|being|all of (this|it)|pretending)',
      '(give|giving|gave|given) up(?! (smoking|sugar|coffee|my seat)\\b)',
      `(can not|could not) (do|take|keep|handle|stand|bear|go on|cope|live|hold) ${anyGap(3)}(this|it|anymore|any longer|doing|on|going|with the pain)?${END}`,
      '(hate|loathe) (myself|my life|being me|living)',
      `(i am|feel|feeling) ${selfGap(1)}(worthless|hopeless|a burden|numb|empty|trapped|nothing|useless|a failure|so alone|completely alone|unloved|broken beyond)`,
      `no one ${anyGap(2)}(cares?|loves? me|would (care|miss|notice)|needs me|understands|wants me)`,
      '(does not|nothing|not) matters? (anymore|if i|either|now)',
      'it is (all )?(hopeless|pointless|useless|my fault and i deserve)'
    ], ["what's the point", "it's never going to get better", "I'm tired of everything", 'I give up', "I can't do this anymore", 'I hate myself', 'no one cares']),
    rule([
      fragment`
        (i )?(did it|took them|took (some|the|more|all|a few|[0-9]+) ?${anyGap(2)}(pills|tablets|of them)?|started (again|bleeding)|am bleeding|cut again|relapsed|
        have been drinking|am drunk|am on the (roof|bridge|ledge|tracks)|am standing (on|at|in)|am at the (bridge|station|roof|tracks)|am holding it|have (it|them|
        the (gun|pills|rope|knife|blade)) (here|with me|ready|in my hand|next to me|in front of me))
      `,
      '(the )?(urge|urges) (is|are|to|got|gets|come|comes|came)',
      '(i am|am) (all )?alone (tonight|now|right now|here|in the house)',
      'you (will not|would not|can not|do not|wont) (tell|report|call) (anyone|anybody|someone|the police|on me|my)'
    ], ['i did it', 'I took them', 'I am on the bridge', 'the urges are strong', 'you wont tell anyone right'])
  ]
}

export const dangerAfterCare: Family = {
  name: 'danger after care',
  result: { action: 'care', kind: 'abuse', grade: 'explicit' },
  rules: [
    rule([
      fragment`
        (he|she|they) (is|are|will be) ${anyGap(2)}(here|home|back|coming|outside|drunk|angry|mad|yelling|screaming|shouting|at the door|on (his|her) way|
        in the next room|watching|reading|furious|raging|going to (be (mad|angry|furious)|find|kill|hurt|hit))
      `,
      fragment`
        (he|she|they) ${anyGap(2)}(found (out|me|my|this|us)|came (back|home)|followed|did it again|broke|grabbed|took my|locked|has a (gun|knife|weapon|key)|
        knows where|saw (my|this|the)|reads my|checks my|said sorry|apologi[sz]ed|promised|cried|bought me flowers|will not stop|wont stop|calls? (me )?(every|all)|
        texts? (me )?(every|all|again)|yelled|screamed|shouted|started again|will (find|kill|hurt|hit|never let)|would (kill|find|hurt|never let))
      `,
      '(he|she) has my (passport|kids|children|son|daughter|phone|documents|papers|keys|money|cards?)',
      '(can|could|will|what if|if) (he|she) (see|sees|read|reads|find|finds|track|tracks|come|comes|wakes)',
      'delete (this|the|our) (chat|conversation|messages?|history|app)',
      'it happened again',
      '(he|she) (is|was) (nice|sweet|sorry|kind|good) (again|afterwards|after|now)'
    ], ['he is coming home', 'he found out', 'She did it again', 'it happened again', 'He said sorry and bought me flowers', 'he has a gun', 'he will never let me go', 'he has my passport', 'can he see this chat', 'how do I delete this conversation']),
    rule([
      `(is|was) (it|this|that) ${anyGap(1)}my (own )?fault`,
      `(i|maybe i) ${anyGap(2)}(deserve|deserved|provoke|provoked|made (him|her)|started it|asked for it|overreact|am overreacting)`,
      `(hide|cover|covering|hiding) ${anyGap(2)}(bruises|marks|it|this|money|my phone|the marks|black eye|from (him|her))`,
      `(where|how) ${anyGap(4)}(go|stay|leave|escape|get out|get away|hide|safe|shelter|run|report|proof|prove|evidence)`,
      `(call|calling|tell|go to|told|report) ${anyGap(2)}(the police|police|cops|911|999|112|a lawyer|court)`,
      'nowhere (else )?to go',
      'no (money|place) to (leave|go)',
      '(if|when) i (leave|left|go|try to leave|tell anyone)'
    ], ['is it my fault', 'Maybe I deserved it', 'how do i hide the bruises', 'where can I go', 'what if I call the police', 'I have nowhere to go', 'What happens if I leave?']),
    rule([
      fragment`
        (i am|i feel|we are|im) ${anyGap(2)}(scared|afraid|terrified|frightened|unsafe|not safe|in danger|trapped|hiding|shaking|bleeding|hurt|bruised|alone with (him|
        her)|locked|stuck here|pregnant)
      `,
      '(not|never) (feel )?safe',
      '(scared|afraid) (of|to|that|he|she)',
      `(my|the) (kids|children|son|daughter|baby) ${anyGap(3)}(saw|scared|afraid|heard|watched|cried|hit|hurt|not safe|in danger|too)`
    ], ['I am scared', 'I do not feel safe', 'my kids saw everything', 'We are hiding'])
  ]
}
