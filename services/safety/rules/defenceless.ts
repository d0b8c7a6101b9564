/** What is done to somebody who can't resist, and threats that name no blow: asleep, drunk, locked in by permission, the quiet road, the ditch. */
import { fragment } from '../pattern.ts'
import { anyGap, FAMILY, PARTNER } from './vocabulary.ts'
import { rule, type Family } from './rule.ts'

const WHO = `(he|she|(my|our|her|his|the) ${anyGap(2)}(${PARTNER}|${FAMILY}|landlord|roommate|flatmate|carer|coach))`
const OLDER = fragment`
  ((my|her|his|our|mums?|moms?|mothers|the) ${anyGap(2)}(boyfriend|husband|step ?(dad|father|brother|mother|mum|mom)|dad|father|uncle|grandad|grandpa|grandfather|brother|cousin|
  coach|teacher|priest|pastor|lodger|landlord|tutor|babysitter|foster (dad|father|brother))|her (boyfriend|husband))
`
const STRUCK = fragment`
  (hit|kicked|punched|slapped|beaten|beaten up|choked|strangled|shoved|pushed|thrown|dragged|stabbed|burned|burnt|bitten|whipped|belted|headbutted|knocked (out|down|about)|
  smacked|stamped on|battered|pinned|raped|groped|assaulted|attacked|threatened|locked (in|out|up))
`
const STRIKES = fragment`
  (hits?|kicks?|kicked|punch(es|ed)|slap(s|ped)|beats?|beaten|chokes?|choked|strangle[sd]|shove[sd]|push(es|ed)|threw|thrown|throws|drag(s|ged)|slam(s|med)|bit|bites|bitten|
  smack(s|ed)|pin(s|ned)|grab(s|bed)|attack(s|ed)|headbutt(s|ed)|knock(s|ed)|spat (on|at)|held|hurls?|hurled|flung)
`
const GAME = fragment`
  ([a-z]+ )?(at|in|on|by|during|with) ([a-z]+ )?([a-z]+ )?(tennis|chess|scrabble|mario|mario kart|game|games|cards|fifa|quiz|race|bowling|pool|poker|monopoly|charades|football|
  paintball|snowballs?|pillow fight|karate|judo|boxing|sparring|accident|mistake|ball)
`
const INTIMATE = fragment`
  (pants|underwear|knickers|bra|boxers|(under|up|inside|off|down) my (shirt|top|skirt|trousers|pyjamas|nightie|dress|clothes)|breasts?|boobs|crotch|privates|vagina|penis|dick|thighs?|inside me|inside of me|
  between my legs|had sex|have sex|sex with me|fucked|fingered|groped|raped|touched me|touching me|touches me|filmed me|undressed me|on top of me|climbed on)
`
const HELPLESS = fragment`
  (while|when|whilst|as|because|once|after) i (was|am|have) (already )?(passed out|blacked out|asleep|fast asleep|sleeping|unconscious|drunk|too drunk|so drunk|wasted|knocked out|
  sedated|half asleep|out cold|out of it|high|medicated|ill|fainted|taken my sleeping)
`
const UNHEARD = fragment`
  (whether i (want|wanted|like|liked|am awake|say|said|agree|feel)|even (when|if|though) i (say|said|do not|did not|am|cry|have said|beg|told)|no matter (what|if|whether|how
  (much|often)) i|without (asking me|my consent|me (wanting|agreeing))|against my will|regardless of (what|whether|how) i|and i (cry|go somewhere else|leave my body|wait until|
  wait for it|go numb)|after i (said|say) no|when i (have said|say|said) (no|i do not|that i do not))
`
const BODY = '(head|face|throat|neck|skull|teeth|ribs|jaw|arm|arms|legs?|nose|eyes?|fingers?|bones?|kneecaps?)'
const HIDDEN = '(ditch|grave|river|lake|canal|coffin|morgue|body bag|well|landfill|quarry|wheelchair|hole in the ground|freezer|skip|dumpster|bin bag|desert|suitcase|boot of a car|hospital bed|swamp|pit)'
const MERRY = '(?! ([a-z]+ |, ){0,6}(kiss|kissed|kisses|tickl[a-z]+|laugh[a-z]*|giggl[a-z]+|pool|cuddl[a-z]+)\\b)'

export const defenceless: Family = {
  name: 'defenceless',
  result: { action: 'care', kind: 'abuse', grade: 'explicit' },
  rules: [
    rule([
      `\\b(i|and|just|again) ((am|was|were|been|get|got|getting|keep|being|have|again|just) )+${STRUCK} ([a-z]+ ){0,6}by (my|the) ([a-z]+ )?(${PARTNER}|dad|father|mum|mom|mother|step ?(dad|father|mum|mom|mother)|brother|uncle|grown son|adult son)(?! ${GAME}\\b)(?<!(toddler|baby|ball|car|horse|dog|cat|accident|accidentally|mistake) [a-z ]{0,80})`,
      `\\b${WHO} , (who|whom|that|and|a|an|my|she is|he is) ([a-z0-9]+ ){0,7}, (has |have |had |always |often |sometimes |once |then |just |recently |keeps )*${STRIKES} (me|my ${BODY})(?! (up at|home|a|an|the ball|my (coat|bag))\\b)(?!( [a-z]+)? ${GAME}\\b)${MERRY}`,
      `(in|into) my (bed ?room|room|bed|shower|bath|tent|sleeping bag) ([a-z]+ |, ){0,6}(touch(es|ed)?|rubs?|rubbed|grope[sd]?|feels?|felt|lies|lay|puts?|kisse[sd]|grinds?|pulls?|strips?|undresse[sd]|strokes?|makes? me|does (things|stuff)) ([a-z]+ )?(me|my|things|stuff|on top|his|himself)(?<=\\b${OLDER} ([a-z]+ |, ){0,18}[a-z ,]{8,90})(?! (shoulder to wake|awake|forehead|a cup|tea|breakfast|my (book|blanket))\\b)`,
      `${INTIMATE} ([a-z]+ |, ){0,8}${HELPLESS}(?<=\\b${WHO} ([a-z]+ |, ){0,20}[a-z ,]{10,120}|someone ([a-z]+ ){0,10}[a-z ,]{10,120})(?<!\\b(we|i) (had|have) sex ([a-z]+ ){0,8}(while|when|whilst|as|because|once|after) i (was|am|have) [a-z ]{3,20})`,
      `${HELPLESS} ([a-z]+ |, ){0,8}\\b${WHO} ([a-z]+ ){0,5}${INTIMATE}(?! (on the|in the wash|away|i left)\\b)`
    ], [
      'I was punched in the ribs by my boyfriend', 'i keep getting shoved by my wife when she drinks', 'I got dragged by the hair by my father', 'My sister, who moved in last year, has slapped me twice', 'My husband, a policeman, slapped me', 'my stepdad comes into my room and touches me', "mum's boyfriend gets into my bed and rubs me",
      'He had sex with me while I was asleep', 'my boyfriend put his hand in my underwear while i was drunk', 'When I was passed out my girlfriend took off my clothes and filmed me'
    ], [
      'I got beaten by my husband at Scrabble', 'I was kicked by my brother at football', 'My husband, who is a chef, threw me a birthday party', 'He put a blanket on me while I was asleep', 'We had sex when I was drunk', 'My boyfriend folded my clothes while I was asleep'
    ]),
    rule([
      `(has sex|had sex|having sex|sleeps with|fucks|touches|mounts|uses|takes|does it|has me|helps himself|gets on top|gets on) ([a-z]+ |, ){0,4}${UNHEARD}(?<=\\b${WHO} ([a-z]+ |, ){0,14}[a-z ,]{6,120})(?! (mind|care about|ordered|need it|asked for)\\b)(?<!\\b(photos?|pictures?|bus|train|kids|me (out|home|dancing)|my (car|coat|phone)|care) ([a-z]+ |, ){0,4}[a-z ,]{4,60})(?<=(sex|touches|fucks|mounts|me|it|himself|on top|on) ${UNHEARD})`,
      '(gets?|got|getting|makes?|made|keeps?) me (so |really |too )?(drunk|high|wasted|stoned) ([a-z]+ |, ){0,12}(sex|says no|said no|say no|sleep with|take advantage|takes advantage|touch(es)? me|not remember|agree|give in|does it|fucks?|say yes)(?<!\\bwe (had|have) sex)',
      '(drugs?|drugged|drugging|spikes?|spiked|spiking) (me|my (drink|drinks|tea|food|coffee|wine))(?= ([a-z]+ |, ){0,4}(so|to|and|when|with|again|before|because)| [.,])(?<!\\b(doctors?|vet|dentist|nurses?|friend|they) ([a-z]+ ){0,3}[a-z ]{4,30})(?! with (hot sauce|rum|love)\\b)'
    ], ['He has sex with me even when I say I do not want it', 'my wife touches me after I said no', 'She gets me drunk so that I agree to sex', 'he gets me high so i will not say no', 'My boyfriend spiked my wine because I said no', 'He gets on top of me no matter what I say'],
    ['He takes me out even when I say I am tired', 'My friends got me drunk for my birthday', 'He touches my heart no matter what I do']),
    rule([
      `next time ([a-z]+ |, ){0,4}it (will|would|is going to|might|could) (not )?be ([a-z]+ |, ){0,8}(my|your) ${BODY}(?! ([a-z]+ ){0,4}(doctor|massage|tattoo|done|operated)\\b)(?<!(massage|tattoo|dentist|physio|injury|injection|surgery|barber) ([a-z]+ |[.,] ){0,14}[a-z ,]{8,90})`,
      '(said|says|told me|warned me|threatened|texted|shouted|screamed|swore|promised) ([a-z]+ |, ){0,3}next time (it (will|would) be (me|you)|(he|i) (will|would) not (miss|stop|hold back|get up|wake up|walk away|survive|live))(?! (who (pays|cooks|drives)|the bus|the train|his train)\\b)',
      '(showed|shows|show|drove|drives|took|takes|pointed out to|told) me ([a-z]+ |[.,] ){0,16}(no one|they|police|not anyone) (would|will|could|can)( not| never)?( ever)? (find|hear|look for|see) (me|you|my body|a body|the body)(?<!(cabin|beach|picnic|hotel|spa|romantic|surprise|hide and seek|honeymoon) ([a-z]+ |[.,] ){0,14}[a-z ,]{8,90})',
      '(told|tells|said|saying|says|threatened|threatens|promised|swore|yelled|screamed|shouted|screams) ([a-z]+ |, ){0,6}(we|both of us|us both|the (two|both) of us) ([a-z]+ ){0,3}(die|be dead|burn|crash|drown|go off the (cliff|bridge|road)|go over the edge) ([a-z]+ ){0,4}(if i|unless i|when i|because i)(?! (sing|cook|eat)\\b)',
      `(said|says|told me|told|warned|warns|threat[a-z]*|texted|if i|unless i|hints|joked|jokes|leaned) ([a-z]+ |[.,] ){0,20}(end up|wind up|wake up|be found|find (me|you|my body)|turn up|put (me|you)|leave me|be|dump (me|you)) ([a-z]+ ){0,2}(in|at the bottom of|floating in|under) (a|the|some) ([a-z]+ )?${HIDDEN}(?<=(i|me|you|my) ([a-z]+ ){0,6}(end up|wind up|wake up|be found|body|turn up|me|you|be) ([a-z]+ ){0,2}(in|at the bottom of|floating in|under) (a|the|some) [a-z ]{3,30})(?<!(drive|driving|drinking|dance|cycle|speed|sat ?nav|satnav|ice) ([a-z]+ |[.,] ){0,16}[a-z ,]{8,90})`
    ], [
      'He said next time it will not be the chair it will be your neck', 'she told me next time he will not miss', 'Next time it would be my arm, he says', 'He took me to a lake where nobody will look for me, he said', 'My ex showed me the woods and said they will never find you', 'He screamed that we would both die if I got out of the car', 'she said we will crash unless I take it back',
      'He said that if I leave him I will end up in a ditch', 'my brother warned that I would be found at the bottom of the canal'
    ], ['Next time it will be my leg that gets the massage', 'He showed me a beach where no one could find us', 'He said we would die if I sing again', 'If I keep driving like that I will end up in a ditch', 'He took me to a cabin where no one would find me', 'Next time I will be on time']),
    rule([
      '(can not|could not|not allowed to|may not) (eat|sleep|shower|sit|go to bed|use the (toilet|loo|bathroom)|pee|go to the (toilet|loo|bathroom)|leave|rest|speak|get dressed|have (dinner|food|breakfast|lunch)|turn on the (heating|light|lights)) ?([a-z]+ ){0,3}(until|till|unless|before) (he|she|my (husband|wife|boyfriend|girlfriend|partner|dad|father|mother in law)) (has |have |is |will )?(checked|checks|approve[sd]?|inspect(s|ed)?|counted|counts|allows?|unlocks?|gives? (me )?permission|given (me )?permission|lets me|says? (so|i can|i may)|said (so|i can|i may)|finished inspecting|decides?)(?! (in\\b|the (score|weather)|on the baby))',
      '(afraid|scared|terrified|frightened|petrified|in fear) of my own (husband|wife|boyfriend|girlfriend|partner|dad|father|mum|mom|mother|brother|son|daughter|family|fiancee?)(?= [.,]| and| when| because| now| since| at home)',
      '(plan|rehearse|measure|weigh|check|choose|script|think through|edit) (every|each|all|my) ([a-z]+ ){0,2}(sentences?|words?|texts?|messages?|steps?|sounds?|moves?|tone) ([a-z]+ |, ){0,8}(so |because |in case |otherwise |or )?(that )?(he|she) ([a-z]+ ){0,2}(go off|goes off|explodes?|kicks? off|blows? up|snaps?|erupts?|flips?|loses? it|rages?|hits?|hurts?|punish(es)?|gets? violent|turns on me)(?! (emails?|to work)\\b)',
      '\\b(account|answer|report) (to (him|her) )?for (the|my|every|all|each|any) ([a-z]+ )?(time|minutes?|hours?|whereabouts|absences?|mileage|miles|movements|steps) (if|when|whenever|every time|after|i|at|out|away|unless)(?<!(boss|work|job|client|lawyer|billing|firm|manager) ([a-z]+ |[.,] ){0,14}[a-z ,]{6,80})(?! (work|the office)\\b)',
      '\\b(he|she|husband|wife|partner|boyfriend|mother in law) ([a-z]+ ){0,2}(holds?|keeps?|has|controls?|took|takes|guards) (all )?(of )?(the|our|my|both) (money|cash|cards?|keys|passports?|phones?|documents|papers) and (all )?(of )?(the |our |my |both )?(money|keys|passports?|phones?|cards?|documents|papers|car keys)(?= ([a-z]+ |[.,] ){0,8}(i (have to|must|can not|am not allowed|ask|need to ask)|so i can not|if i (want|need)|not allowed))'
    ], [
      'I can not go to bed until he has inspected the kitchen', 'i cant eat before she says i can', 'I am not allowed to shower until my husband gives permission', 'Scared of my own brother.', 'I am terrified of my own wife and nobody knows', 'I rehearse every sentence so that he does not explode', 'I check my tone because she flips', 'I have to account for every hour when I come back',
      'He keeps the cards and the keys and I have to ask'
    ], ['I can not sleep until he says goodnight', 'We could not eat until she checked in', 'I am scared of my own feelings', 'I choose my words so he understands me', 'At work I account for every hour', 'He holds the money and the keys while I swim'])
  ]
}
