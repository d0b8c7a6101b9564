/** Means within reach: what is counted, saved, loaded, looked up, and the places gone to. */
import { fragment } from '../pattern.ts'
import { anyGap, END, selfGap } from './vocabulary.ts'
import { oneOf } from './inflections.ts'
import { rule, type Family } from './rule.ts'

const PILLS = oneOf(`
  pills pill tablets meds medication medications medicine painkillers tylenol paracetamol panadol ibuprofen advil aspirin antidepressants xanax insulin oxy benzos valium zopiclone codeine morphine tramadol
  ambien melatonin sertraline lorazepam diazepam amitriptyline propranolol opioids fentanyl sleepers capsules co codamol
`)
const GUN = oneOf('gun guns pistol rifle shotgun revolver firearm glock handgun bullet bullets ammo')
const PLACE = fragment`
  (bridge|viaduct|overpass|flyover|cliffs?|roof|rooftop|multi ?storey|car park|parking (garage|structure)|balcony|ledge|window|tracks|level crossing|railway|train line|(train |tube |metro |underground )?station|platform|motorway|freeway|highway|quarry|weir|reservoir|
  river|lake|canal|sea|ocean|pier|dam|rails|tower block|top floor|trains?)
`
const JUMP = fragment`
  (jump|jumping|jumped|step off|stepping off|step in front|stepping in front|stand in front|standing in front|walk in front|walking in front|walk into (it|the)|walk out into|go over|going over|let go|letting go|climb over|climbing over|lean(ing)? (out|over|forward)|drop|fall(ing)?|throw myself|
  lie down|lay down|drive (in|off|into)|not (stop|brake|come back)|stay under|the edge|the railing|the barrier|nerve|courage|brave enough|which spot|how (deep|high|quick|cold|far (down|it is|the (drop|fall)))|end it|be over|swim out)
`
const NOT_FOR_FUN = fragment`(?! ${anyGap(8)}(bungee|parachute|swim|swimming|diving|trampoline|pool|holiday|picnic|kayak|rope|joy|fun|photo|photos|sunset|proposed?|lego|catch|work on time|late for|see (him|her|you|my)|home from work|conclusions|queue|in bed)\b)`
const PONDER = fragment`(think|thinking|thought|thoughts|imagine|imagining|picture|picturing|urge|tempted|want|wanted|wanting|going|could|might|would|will|plan|planning|planned|ready|about|nearly|almost|googled|dream|wonder|wondering|fantasi[sz]e|fantasi[sz]ing|considering|considered|keep|should|nerve|courage|i have it in me)`

export const atHand: Family = {
  name: 'means at hand',
  result: { action: 'care', kind: 'self_harm', grade: 'explicit' },
  rules: [
    rule([
      `(?<!(he|she|grandma|nan|mum|nurse|mother|patient) ([a-z]+ ){0,3})(count|counting|counted|save|saving|saved|hoard|hoarding|hoarded|stockpile|stockpiling|stockpiled|stash|stashed|stashing|collect|collecting|collected|keep back|kept back|keeping back|squirrel(l?ing|l?ed)?|gather(ing|ed)?|pile|piling|hide|hiding|hid|line|lining|lined) (up |out |back |away |aside )?(all |some |a few |a couple |a handful |one )?(of )?(my |the |his |her |mums? |dads? |their |old |leftover |enough |extra |these |those )*${anyGap(1)}${PILLS}(?! ${anyGap(3)}(for (the|my|our|his|her) (flight|trip|holiday|travel|journey)|box for|organi[sz]er|abroad|into (his|her|the))\\b)`,
      `${PILLS} (are |is |were |all |that are )*(counted|lined up|laid out|saved up|stashed|stockpiled|hidden|piled up|poured out|in my hand|in a (pile|sock|row|shoebox)|on the (bed|table|counter|nightstand) (and|in front|next|ready|waiting|staring)|waiting for me|looking at me|calling)`,
      `(take|taking|took|swallow|swallowing|swallowed|neck|down|downing|finish|finishing|popped|had) (them all|it all|the lot|the whole (bottle|packet|pack|box|strip|thing|jar)|every(thing| (last )?(one|pill)) (in|from|i|we|of them)|all (of )?(them(?<!(biscuits|sweets|chocolates?|cookies|crisps|cake|food|snacks|eggs|fries|chips|pizza) ([a-z]+ ){0,10}all (of )?them)|the ${PILLS}|my ${PILLS}|his ${PILLS}|her ${PILLS}))(?! (with (him|her|me)|away from|in stride|on the (chin|trip))\\b)(?<=(${PILLS}|cabinet|cupboard|bottle|packet|pack|box|strip|jar|them) ([a-z]+ ){0,12}[a-z ]{3,40}|(${PILLS}|cabinet|cupboard|bottle|packet|pack|box|strip|from|in))( (the|my|mums?) (medicine |bathroom )?(cabinet|cupboard|drawer))?`,
      'everything in (the|my|mums?|our) (medicine |bathroom |meds |drugs )?(cabinet|cupboard|drawer)(?<=(take|taking|took|swallow|swallowing|swallowed|eat|down) everything [a-z ]{1,60})',
      `(enough|plenty|loads) (of )?(the |these |my |those |saved |left |now |here |in the house |to |${PILLS} )*(not wake up|never wake up|do it|do the job|finish (it|me|the job)|end it|kill|sleep forever|make sure|go and not|be gone|stop my heart|put me (out|under) for good)(?! (with|myself a)\\b)(?<=(${PILLS}|saved|saving|got|have|had) ([a-z]+ ){0,12}[a-z ]{5,60})`,
      `(how many|how much|amount of|number of|dose of|doses of) ${anyGap(4)}(${PILLS}) ${anyGap(6)}((would|will|might) be (much|many)|are many|overdose|not wake|fatal|stop (a|my|your) heart|liver|take to|would do it|it takes|before)(?! (doctor|the flight|for a (dog|cat|child|headache))\\b)`,
      `(google|googled|googling|look|looked|looking|search|searched|searching|research|researched|researching|read|reading) (up )?(about |for |on )?(how (to|many|much|long)|the |which |what |if |whether |painless |quick )?${anyGap(4)}(lethal|fatal|overdose|overdoses|painless|suicide|ways to (go|die)|methods|how long it takes to (die|drown|bleed)|hanging|ligature|bleed out|dying)(?! (for (class|school|work|my essay)|his|her|in the)\\b)`,
      `(take|took|taken|taking) (some|a few|a bunch|loads|a load|a lot|more|extra|[0-9]+|six|ten|twelve|twenty|thirty|too many|all) (extra |more |of )?(my |the |his |mums? |of )*${PILLS} (i (would|could|did|will) not|to (sleep|not|never|stop|end|make)|and (hope|hoped|waited|lay|did not care|went)|last night|hoping|because|yesterday|on purpose)(?! (of )?(my |a |the )?(headache|migraine|flu|cold|back|period|cramps|toothache)\\b)`
    ], [
      'my tablets are all counted, just waiting for the house to go quiet', 'been saving my zopiclone since march', 'I keep back a few of my mums painkillers every week', 'I am going to take everything in the medicine cabinet', 'got enough codeine saved to never wake up',
      'i looked up how much propranolol would be too much', 'I took a load of pills so I would not have to feel it', 'The pills are in a pile on the bed and I keep counting', 'I could just swallow the whole packet tonight', 'I googled painless ways last night', 'I have been hiding my meds under my tongue and stashing my meds in a sock',
      'ive lined up all my antidepressants on the sink'
    ], ['I save my tablets for the flight because I am a nervous flyer', 'My nan counts out her pills on Sunday', 'I took some ibuprofen because of my headache', 'Take it all in, he said at the view', 'I researched ways to propose']),
    rule([
      `(?<=\\b(i|me|and|also|but) )${selfGap(3)}know(s)? (where|the (code|combination|pin)|how) ${anyGap(8)}${GUN}`,
      `${GUN} ([a-z]+ |[.,] ){0,14}(i know (where|the code|the combination|how)|i (have|got) the (code|key)|keep thinking about (it|using)|(its|it is) (loaded|right there|not locked|in the (drawer|closet|safe|nightstand) and))(?<!(he|she|husband|boyfriend|wife) (has|keeps|put|owns) ([a-z]+ ){0,4}${GUN} [a-z ., ]{0,60})`,
      '(eat|eating|swallow|swallowing|taste|tasted|taking|take|catch|kiss) (a|the|my|that|one) (own )?(bullet|gun|barrel|pistol|shotgun|glock|nine)(?! (for (that|this|any|our|him|her|them|my|the team|you|us|love))\\b)',
      `(bought|buying|buy|got|getting|loaded|loading|load|cleaned|took out|borrow|borrowed) (a|the|my|his|dads?|one|some) ${anyGap(2)}${GUN} (and|to|because|for|i|yesterday|last|this|today|tonight) ${anyGap(4)}(myself|sat|held|stared|end|over|me|die|use it|one (shot|bullet)|can not take|done|in case i|no more)`,
      `${GUN} (is |was |barrel )?(in|to|under|against|at|inside) my (own )?(mouth|temple|head|chin|heart|chest|forehead|throat)(?<!(he|she|him|her|they|ex|husband|boyfriend|wife|dad|father|partner|man) ([a-z]+ ){0,8}[a-z]+ (is |was |barrel )?(in|to|under|against|at|inside) my (own )?[a-z]+)`,
      '(one|a) (bullet|shot|trigger) (would|could|will|is all|and|away|with my name|left)(?! (of (tequila|espresso|vodka)|at (love|this|it))\\b)',
      '(pull|pulling|pulled|squeeze) the trigger(?! (on (the|a|this|my) (wedding|move|purchase|house|job|ring|trip|divorce|proposal|booking|relationship))\\b)(?<=(gun|i|me|would|could|to|just) ([a-z]+ ){0,6}[a-z]+ the trigger)(?= [.,]| (on myself|and (be|it)|tonight|when|already))'
    ], [
      'I know where my uncle keeps his shotgun', 'his gun is in the safe and i know the code', 'eating a bullet sounds easier than the divorce', 'I bought a gun so I can end all of this', 'had the pistol under my chin for an hour', 'one bullet would fix everything', 'if i could just pull the trigger.'
    ], ['I would take a bullet for her', 'We pulled the trigger on the house', 'My husband keeps his gun in the safe, is that normal in the US?', 'one shot of tequila and we kissed']),
    rule([
      `(?<=\\b(i|me|my|and|at|am|of|from|by|to|been|keep) ([a-z0-9]+ ){0,10})${PLACE} ([a-z0-9.,:]+ ){0,22}(and |to |of |about |how |i )?(${PONDER} )(to |of |about |that |if |i |just |up |the |could |would |have |it |would be )*${JUMP}${NOT_FOR_FUN}(?<!(we|he|she|they) ([a-z]+ ){0,4}(jump|jumping|jumped))`,
      `(?<=\\b(i|me|my|and|at|am|been|keep) ([a-z0-9]+ ){0,12})${PONDER} (to |of |about |that |if |i |just |up |the |could |would |have |it |would be |how |walking |what )*${JUMP} (off |from |out |of |in |into |front |over |under |onto |the |a |my |that |this |there |to |at |on |it |[a-z]+ ){0,5}(${PLACE}|13 10|express|lorry|truck|bus|something)${NOT_FOR_FUN}(?<!(conclusions?|relationship|love|marriage|pool|bed|car|it) [a-z]*)(?<!\\b(we|he|she|they) ([a-z]+ ){0,4}${JUMP} [a-z ]{1,60})`,
      `(think|thinking|thought|thoughts|imagine|imagining|urge|tempted|dream|dreaming|wonder|wondering|fantasi[sz]ing) (to|of|about|that|how it would be to|what it would be like to|if) ?(i )?(could |should |might |would |just )*(jump|jumping|jumped|let go|letting go|step off|stepping off|fall(ing)? out)${END}`,
      `(?<=\\b(and|i|day|night|time|window|balcony|roof) )${anyGap(4)}(thinking|think) (it|to jump|of jump|about jump(ing)?|of jumping)(?<=(window|balcony|roof|bridge|floor|storey|tracks) ([a-z0-9.,]+ ){0,14}[a-z ]+)`,
      'i (would|will|am going to|am gonna|could|might) (just )?jump (on )?(monday|tuesday|wednesday|thursday|friday|saturday|sunday|tonight|tomorrow|then|now|at (night|dawn|[0-9]+)|before|after|in the (morning|night))(?! (in|into|on|at) (the|a) (car|shower|train|call|bus|bed))',
      `(drive|driving|drove|walk|walking|walked|go|going|went|stand|standing|stood|sit|sitting|sat|park|parked|looking) ([a-z]+ ){0,3}(at|to|by|on|near|over|past|up|along|beside|towards) (the|a|that|this|my) ${anyGap(2)}${PLACE} ([a-z0-9.,:]+ ){0,14}(nerve|courage|brave enough|wait(ing|ed)? for (the|a) (train|express|next)|stand in front|did not (do it|jump)|talk(ed)? myself (out|down)|almost did|nearly did|could not do it|chickened out|came home instead|stepped back|pulled back|held on|drive in(?! (circles|silence|the))|what it would|how cold|how quick|be over)`,
      `(working|work|worked|working) up the (nerve|courage|guts) to (stand|step|jump|do it${END}|go through|swallow|pull|drive|walk in)`,
      '(scoped|scope|scoping|checked|chosen|picked|found|know|have) (out )?(the|a|which|my) ([a-z]+ )?(spot|bridge|floor|tree|beam|branch|hook|ledge|place on the (bridge|cliff|tracks))(?= (to|for|where|and (the|i|it|when)|i would|on|[.,]))(?<=(bridge|cliff|maps|roof|jump|rope|tracks|train|hang|river|beam|ledge|branch) ([a-z0-9.,]+ ){0,16}[a-z ]+)'
    ], [
      'Every night I walk home over the viaduct and think about stepping off', 'I park at the level crossing and try to find the courage to stand in front of the next one', 'I open the window on the ninth floor and every time I think of jumping', 'been going up to the roof on my break, thinking how far down it is and if I should let go',
      "I'd jump sunday when it's quiet", 'I stood at the platform edge this morning and nearly did it, then stepped back', 'I sit by the river and wonder what it would be like to walk into it and not come back', 'I stare at the trains and imagine stepping in front of one', 'walked to the pier last night, how cold would it be, could not do it',
      'i checked the bridge on maps and found a spot'
    ], ['We stood on the bridge and he thought about proposing', 'I want to jump into the lake this summer on holiday', 'I am about to jump on a train to see her', 'He thinks I jump to conclusions', 'We sat by the sea and I thought about how far we have come']),
    rule([
      '(let|letting|take|taking) (the|my) (steering )?(wheel go|hands off the wheel)|(let|letting) go of the (steering )?wheel',
      '(not|never) (correcting|correct) (it|the (wheel|car|steering))',
      '(close|closing|closed|shut) my eyes (while|when|and) (i )?(am )?(driving|at the wheel|on the motorway|hit|let)',
      '(?<=\\b(i|of|about|to|and) ([a-z]+ ){0,3})(not brake|not braking|not turn(ing)? the wheel|turn(ing)? the wheel (into|towards)|veer(ing)? (into|off)|drift(ing)? (into|across) (the )?(oncoming|other lane|lorr|truck|traffic|barrier)|swerv(e|ing) (into|in front)|(drive|driving|steer|steering|go|going|plough|crash|crashing) (straight |right |my car |the car |head on )?(into|off) (a|the|that|an oncoming|oncoming) (tree|wall|lorry|truck|barrier|pole|bridge|traffic|river|lake|ravine|edge|cliff|bend|central reservation|wagon))(?<!\\b(he|she|we|they|almost made me) ([a-z]+ ){0,5}[a-z ]+)',
      '(had it in my head|had it in my mind|planned|was going|meant|wanted|thought about|thinking of|thinking about) ([a-z]+ ){0,4}(driv(e|ing)) (in|off|into (the|it))(?! (for|to|silence|circles|city)\\b)(?= [.,]| i | the | and )',
      '(stopped|not|without|no longer|quit) (wearing|wear|putting on|doing up) (my|a) seat ?belt(?! because)(?<!(he|she) ([a-z]+ ){0,3}[a-z ]+)',
      '(do not|stopped|without|not) (look|looking|check|checking) (both ways |properly )?(when|before|while) (i )?(cross|crossing)( the (road|street))?(?<!(he|she|kids|son|daughter) [a-z ]{1,60})',
      '(engine|exhaust|car) (running|on) (in the|with the) (garage|door|hose)',
      '(bag|plastic) over my (own )?head(?<!(he|she) ([a-z]+ ){0,6}[a-z ]+)',
      '(hairdryer|toaster|radio|heater) (in|into) the (bath|tub)(?<!(dropped|dropping) (the|my|his|her) [a-z ]{1,60})',
      '(helium|charcoal|barbecue|nitrogen|carbon monoxide|antifreeze|bleach|rat poison|weed ?killer) (tank|grill|burner|and a|in the (car|bathroom|bedroom)|to (drink|die|end)|would|sounds)(?<=(i|me|my|bought|buy|drink|swallow|got|about) ([a-z]+ ){0,6}[a-z ]+)(?! (clean|get rid|good|great|perfect|lovely|delicious)\\b)(?<!(smell|stain|clean|cook|party) ([a-z]+ ){0,6}[a-z ]+)',
      '(rope|noose|belt|cord|cable|ligature|scarf|sheet|dressing gown cord) (is |was |hanging |tied |round |around |over |on |from |up )+(the |a |my )?(beam|rafters?|door( handle)?|banister|ceiling|tree|branch|hook|loft|attic|garage|neck|rail|wardrobe)(?<!(he|she|towel|coat|swing) ([a-z]+ ){0,6}[a-z ]+)',
      '(rope|noose) (in|from) (the|my|our) (shed|garage|loft|attic|boot|car|wardrobe|closet|basement)(?= [.,]| and (i|the)| i | just| waiting| ready)(?<!(climbing|skipping|tow|dog|he has|swing) [a-z ]{1,60})'
    ], [
      'When I drive I picture letting go of the wheel', 'I think about just not braking at the bend', 'I had it in my head that I would drive off the edge', 'I stopped wearing a seat belt, who cares', 'I don\'t look when I cross any more, whatever happens happens', 'sitting with the engine running in the garage', 'the rope is over the beam already',
      "there's a rope in the shed and I keep going out to look"
    ], ['We drove into the city for dinner', 'He has a climbing rope in the garage', 'He never lets go of the wheel so I can drive', 'I stopped wearing my ring'])
  ]
}
