/** Violence by somebody close: blows, strangling, weapons, injuries, confinement. */
import { fragment } from '../pattern.ts'
import { anyGap, END, FAMILY, gap, PARTNER, PERSON } from './vocabulary.ts'
import { rule, type Family } from './rule.ts'

const ME = fragment`
  (me|us|(all|both) of us|my (little |older |younger |baby |big )?(kids?|child|children|son|daughter|baby|toddler|mom|mum|mother|sisters?|brothers?|siblings)|
  our (kids?|children|son|daughter|baby|toddler)|the (kids|children|baby))
`
/** Who strikes: a person, or the second verb of one ("got drunk and hits me"). */
const THEY = `(${PERSON} ${gap(6)}|(?<=(^|[.,] |and ))(my )?(${PARTNER}|${FAMILY}) ${gap(3)}|(and|then|or|who|keeps|kept|started|been|for|of|stop|by) )`
const BY_THEM = `by (him|her|them|(my|the|a) ${anyGap(2)}(${PARTNER}|${FAMILY}))`
const WEAPON = '(knife|gun|bat|hammer|belt|weapon|machete|pistol|blade|bottle|stick|pan|rifle|shotgun)'
const BODY = '(arms?|throat|neck|hair|wrists?|face|shoulders?|jaw|legs?|chin|ears?)'
const THINGS = '(things|stuff|objects|plates?|dishes|glass|glasses|bottles?|phone|chair|cups?|mugs?|shoes?|remote|books?|something|anything|furniture|lamp|vase|pan|knife|everything|food|laptop)'
/** "beat me at chess", "beat me to it". */
const NOT_IN_PLAY = fragment`
  (?! (at|to (it|the)|by [0-9]|home|there|every time we|again at)\b)(?! in (?!front|public|bed|the (face|head|stomach|back|ribs|chest|eye|mouth|car|night|kitchen|
  bedroom)|a (rage|fit|drunk)|his|her sleep|anger))(?! ${anyGap(6)}(play|playing|games?|chess|race|cards?|checkers|tennis|bowling|scrabble|monopoly|pool|pong)\b)
`
/** "hit me up", "hit me with the news", "hit me back". */
const NOT_A_SAYING = fragment`
  (?! (up (on|for|at|with|about|if|when|every|to|again|asking|and|after|last|yesterday|today)|up(?= [.,])|back|that|hard that|like|off|when i (am|was) down(?= [.,])|
  in the (feels|feelings|wallet)|on the back(?= [.,]| with| and)|with (?!([a-z]+ ){0,3}(belt|bat|hammer|weapon|bottle|sticks?|pan|gun|knife|hands?|fists?|elbow|car|shoes?|slipper|cord|cables?|hanger|
  broom|fork|iron|kettle|hoover|brush|book|remote|phone|chair|plate|rod|wrench|pole|whip|cane|spoon|ruler|paddle|glass|laptop|object|something|anything|things|everything|whats|whatevers?|it)\b))\b)
`

export const violence: Family = {
  name: 'violence',
  result: { action: 'care', kind: 'abuse', grade: 'explicit' },
  rules: [
    rule(fragment`
      ${THEY}(hit|hits|hitting|slap|slaps|slapped|slapping|punch|punches|punched|punching|kick|kicks|kicked|kicking|smack|smacks|smacked|pummels|thrashes|whips|
      whipped|headbutted|backhands?|backhanded|scratched|scratches|bit|bites|elbowed|kneed|swings at|swinging at|swung at|lunges at|lunged at|
      lashes out at) ${ME}(?! out (of|the)\b)${NOT_A_SAYING}
    `,
    [
      'he hits me when we fight', 'My husband slapped me last night', 'my wife punches me when she is drunk', 'he gets drunk and hits me', 'She kicked me in the stomach',
      'my dad hits my mom', 'My girlfriend hit me with a belt', 'he was arrested for hitting me', 'she scratched my face and bit me', 'He swung at me and missed',
      'My dad comes home drunk and hits all of us'
    ],
    [
      'He hit me up on Instagram', 'It hit me that we are over', 'She hit me with the news at dinner', 'he hit me with a dad joke', 'He kicked me out of the group chat',
      'The loneliness hits me at night', 'He never hits me', 'he hit me up after two years'
    ]),
    rule([
      `${PERSON} ${gap(6)}(hit|hits|slapped|punched|kicked|slaps|punches|kicks) (and (kick|slap|punch|hit|shov|chok)[a-z]* me|my (face|head|arms?|back|stomach|legs?))`,
      '(complain|yell|scream|drink|curse|rage)s? [., ]*(and )?(hit|hits|slap|slaps) me'
    ], ['my husband punched my face', 'he slapped and kicked me']),
    rule([
      `${PERSON} ${gap(6)}(beat|beats|beating|beaten) (${ME} up|${ME}${NOT_IN_PLAY}|the (shit|crap|hell|living daylights) out of (me|us))`,
      `(and|then|who|keeps|for) (beats|beat|beating) (up )?me${NOT_IN_PLAY}`,
      'beats? (me up|on me)',
      '(gives|gave) (me|us) (a )?beatings?',
      '(husband|boyfriend|wife|girlfriend|partner|dad|father) (hits|beats)(?= [.,])',
      'tortur(e|es|ed|ing) (me|us)(?! with (his|her|their) (singing|jokes?|puns?|music|cooking))',
      '(rough|smack|slap|knock|throw)(s|ed)? me (up|around)',
      'manhandles? me',
      '(gets?|got|is|being|too) rough with (me|us)(?! in bed (and|because) i (like|love))',
      'headlock',
      fragment`
        (until|so) (hard )?(that )?i (could not breathe|could hardly breathe|passed out|blacked out)(?<!(laugh|laughed|laughing|ran|cried|drank|
        danced) ([a-z]+ ){0,4}i (could not breathe|passed out|blacked out))
      `,
      '(kick|slap|knock|punch)(s|es|ed)? the (shit|crap|hell) out of me'
    ], [
      'my boyfriend beats me', 'he beat me up in front of the kids', 'my stepdad beats us', 'She beats me whenever she drinks', 'he beat the shit out of me', 'my man beats on me',
      'he roughs me up', 'he gives me beatings', 'In-laws torture me for dowry', 'He put me in a headlock', 'he gets rough with me when he is angry'
    ], ['He beat me at chess', 'She beat me to it', 'He beats me every time we play tennis', 'My sister beat me in Mario Kart']),
    rule([
      fragment`
        (get|gets|getting|got|was|been|being|am) ${anyGap(1)}(hit|beat up|beaten|beaten up|punched|slapped|choked|kicked|strangled|assaulted|attacked|hurt physically|
        threatened|stalked|harassed) ${BY_THEM}
      `,
      '(?<!(cologne|perfume|smell|smoke|scarf|collar|tie|pollen|grief|guilt) (is|was|keeps) )being (beaten|choked|stalked|strangled)',
      '(after|every|the|these|his|her|another|of) beatings?(?! (heart|he took in|his team)\\b)(?<!heart beating)',
      `(only|just|was) (one|a) (slap|punch|shove)${END}`,
      '(only|just) (one|a) (slap|punch|shove)',
      '(someone|man|woman|person|partner|guy|boyfriend|husband) who (abuses|hits|beats|chokes|rapes) (you|me)'
    ], [
      'I get hit by my husband', 'I was choked by my ex', 'being beaten by her father', "I'm being stalked by my ex girlfriend", 'The beatings are getting worse', 'It was only one slap',
      'Why do I stay with someone who hits me?'
    ]),
    rule([
      fragment`
        (chok(e|es|ed|ing)|strangl(e|es|ed|ing)|suffocat(e|es|ed|ing)|throttl(e|es|ed|ing)|smother(s|ed|ing)(?= ([a-z]+ ){1,3}(pillow|until))) ${ME}(?! (up|
        out of the market|with (love|kisses|affection|attention))\b)
      `,
      `(hands?|arm|fingers|cord|pillow) ${anyGap(2)}(around|round|on|over|against) my (neck|throat|mouth|face)(?! (gently|softly|and kissed|to kiss)\\b)`,
      '(by|squeez(e|es|ed|ing)|grabs?|grabbed|hold|holds) (me by )?(my|the) (throat|neck)',
      'chok(e|es|ed|ing) me (out|until|unconscious)'
    ], ['he choked me', 'She strangled me once', 'he put his hands around my throat', 'grabbed me by the neck', 'My boyfriend suffocated me with a pillow'], ['The speech choked me up', 'She smothers me']),
    rule([
      '(put|puts|putting|lay|lays|laid|laying|get|gets) ((his|her|their) )?hands on (me|us|my (kids|daughter|son)|the kids)',
      '(raise|raises|raised|lift|lifts|lifted) (a |his |her )?(hand|hands|fist|fists) (at|to|against|on) (me|us)(?! to\\b)',
      '(gets?|got|getting|turned|turns) physical (with (me|us)|towards?|when|last|between|and|if|in (a|an|our) (fight|argument)|during|on|(?=[.,]))',
      '(?<!never (once )?)laid a hand on me'
    ], ['He put his hands on me', 'My wife laid hands on me again', 'he raised his fist at me', 'it got physical between us, I am shaking', 'he gets physical when we argue'], ['He never laid a hand on me', 'I love it when he holds hands with me']),
    rule([
      fragment`
        (shov(e|es|ed|ing)|push(es|ed|ing)?|throw|throws|threw|slam|slams|slammed|knock|knocks|knocked|drag|drags|dragged|flung) ${ME} (down|across|onto|unconscious|
        out(?= [.,]| cold| and| with)|on (the|a)|off (the|a)|over (the|a)|(into|against) (the |a )?(walls?|door|table|counter|fridge|wardrobe|car|shower|corner|
        furniture|mirror|bath|floor|bed|dresser|window)|to the (floor|ground|wall)|by (the|my)|(out of|off|from) (bed|(a|the) ([a-z]+ )?(car|train|bus|boat|window|
        balcony|bed|stairs|sofa|couch|bike))|around(?! to)|in the chest|and (hit|kick|spat|locked|would))
      `,
      '(shov(e|es|ed|ing)|slam|slams|slammed|threw|throws|knocked) me (into|against) (the|a|my|our|some) [a-z]+',
      'body ?slam(s|med)? me',
      '(drives|drove|driving) ([a-z]+ ){0,3}to (scare|frighten|terrify|punish) me',
      '(gun|knife) ([a-z]+ ){0,5}when (we|i) (argue|fight)',
      '(gun|pistol|rifle) ([a-z]+ ){0,5}on the table',
      '(belt|whip|cigarette|burn|finger|choke) (marks?|burns?) on (my|his|her|their)',
      `knock(s|ed)? ${anyGap(2)}(tooth|teeth) out`,
      `(he|she|boyfriend|girlfriend|husband|wife) ${gap(3)}(shov(es|ed)|pushed|pushes) me( (when|during|hard|in front|again|last|because|once)|${END})`
    ], [
      'he pushed me against the wall', 'She shoved me into the door', 'My husband threw me to the floor', 'he pushed me during an argument', 'he drags me by my hair', 'he knocked me out',
      'he shoved me into the bookshelf', 'he tried to push me out of a moving car', 'He keeps a gun on the table when we argue', 'My son came back from his dad with finger marks on his arm', 'he knocked my tooth out'
    ], ['He pushes me away when I want to talk', 'She pushed me to apply for the job', 'He dragged me to a party']),
    rule([
      fragment`
        (grab|grabs|grabbed|grabbing|yank|yanks|yanked|twist|twists|twisted|pull|pulls|pulled|squeezes|squeezed|scratched) (me (hard |roughly )?by (the|
        my) |my )${BODY}(?! (and kissed|gently|softly)\b)
      `,
      'pinn?(ed|s|ing) me (down|to|against)(?! and (kiss|tickl)[a-z]*)',
      '(?<!(she|he) gently )h(e|o)ld(s)? me down',
      '(spat|spit|spits) (on|at|in) (me|my face)',
      '(grab|grabs|grabbed) me (and (?!(kiss|hug|pull|danc|spun|twirl|held|told))|hard|roughly)',
      '(he|she|boyfriend|girlfriend|husband|wife|partner|and) (corners|cornered|corner) me(?! with questions)',
      '(screams|yells|shouts) in my face',
      'lock(s|ed)? me (out of the (house|apartment|flat)|outside)(?! by (accident|mistake))',
      '(cover|covers|covered|covering) my mouth',
      '(sat|sits|knelt|kneels) on (me|my (chest|back))',
      '(shakes|shook) me (hard|violently|by|and|until)',
      '(smash|smashes|smashed|slam|slams|slammed|bangs?|banged) my (head|face) (into|against|on)',
      `(pour|pours|poured|threw|throws|dumped|spilled) (${anyGap(3)})(hot|boiling|scalding) [a-z]+ (on|over|at) me`,
      'on me on purpose',
      '(burned|burns|burnt|stabbed|scalded|cut|hurt) me (with an? (?!comeback|joke|look|smile|line)|on purpose|on my|hard|until|physically)'
    ], [
      'he grabbed me by the arm so hard it bruised', 'she pulled my hair', 'he pinned me down', 'He spat in my face', 'my ex burned me with a cigarette', 'he covered my mouth',
      'he sat on my chest', 'he held me down', 'he smashed my face into the table', 'he poured hot coffee on me'
    ], ['He pulled my chair out for me', 'He grabbed my hand and we danced']),
    rule([
      fragment`
        (he|she|they|boyfriend|girlfriend|husband|wife|partner|ex|dad|father|mom|mother|brother|man|him|her) ${gap(4)}(hurts|hurt|hurting|attacks|attacked|
        attacking) me (physically|when (he|she) (is|gets|was|drinks|has)|if i|every time (he|she)|whenever|on purpose|really bad and)
      `,
      '(physically|always) hurts? me',
      '(hit|beat|choke|slap|punch|kick) me (like that )?again',
      '(put|puts|sent|landed) me in (the )?(hospital|er|icu)',
      `(hurts|attacks) me${END}`,
      '(hurts|hurt|hurting|harms|shakes|shook) (my|our) (kids?|children|son|daughter|baby|toddler)(?! (feelings|emotionally))',
      `spank(s|ed|ing)? ${anyGap(6)}bruis`
    ], [
      "he hurts me when he's angry", 'he physically hurts me', 'my ex put me in the hospital', 'He promised he would never hit me again', 'my girlfriend attacks me when she drinks',
      'My ex hurts our daughter when she visits'
    ], ['It hurts me when he lies', 'He hurt me when he cheated']),
    rule([
      `(throw|throws|threw|throwing|hurled|hurls|chucks|chucked) ${anyGap(3)}${THINGS} at (me|us|the kids|my (head|face)|her|him)`,
      `(punch|punches|punched|punching|kick|kicks|kicked|puts|put) ${anyGap(3)}(walls|doors|holes? in (the|our) (walls?|doors?))`,
      '(punch|punches|punched|hits|kick|kicks|kicked) (the )?(wall|door) (right )?(next to|near|beside|when|every time|during|because|in front of)',
      fragment`
        (smash|smashes|smashed|breaks|broke|destroys|destroyed) (my|our|the) (things|stuff|phone|laptop|belongings|furniture|dishes|plates|tv|house|door) (when|
        because|i could not|if|in (a|his|her)|during|and (threat|hit|scream))
      `,
      '(?<!(toddler|kid|baby|cat|dog|son|i) )(smash|smashes|smashed) my (phone|laptop|things|stuff|car)',
      '(kills?|killed|kicks|kicked|hurts?|threatens to (kill|hurt)) (my|our) (cat|dog|pet|pets|puppy|kitten|rabbit)'
    ], [
      'he throws plates at me', 'She threw her phone at my head', 'he punches holes in the walls', 'he smashes my things when he is angry', 'he broke my phone so I could not call anyone',
      'he killed my cat to punish me'
    ], ['He threw a party for me', 'She throws shade at me', 'He punched the ticket at the door']),
    rule([
      fragment`
        (${PERSON} ${gap(5)}|(and|turns?|turned) )(is|gets|got|was|has been|been|being|become|becomes|becoming|became|turns|turned|get) ${gap(2)}(violent|
        physically (aggressive|abusive))(?! (film|movie|game|games|show|video|storm|thunderstorm)s?\b)
      `,
      'violent (towards?|with|against|to) (me|us|my|her)',
      '(?<!(a|the|some) )violent (boyfriend|girlfriend|husband|wife|partner|ex|marriage|relationship|father|dad|home|household|man|mother|temper|outbursts?|rages?)',
      'a violent (boyfriend|girlfriend|husband|wife|partner|ex|marriage|relationship|home|man)',
      'physically (hurt|attack|assault|aggressive|violent|lash|harm)[a-z]*(?! (at the gym|in the game|healthy|active)\\b)'
    ], [
      'my boyfriend gets violent when he drinks', 'He has been violent towards me', 'my violent husband', 'my boyfriend becomes violent when drunk', 'his violent outbursts scare the kids',
      'He is physically aggressive with me'
    ], ['We watched a violent movie together']),
    rule([
      fragment`
        (?<!(awareness|against|on|about|volunteer|victims of|help|end|stop) ([a-z]+ )?)(domestic|intimate partner) (violence|abuse|assault|
        battery)(?! ${anyGap(4)}(statistics|awareness|month|course|law|laws|training|prevention|volunteer|shelter|victims|charity|definition|calls|cases|worker|lawyer|
        unit|nurse)\b)
      `,
      `(experiencing|living with|facing|dealing with|escaping|fleeing|fled) ${anyGap(2)}(domestic violence|abuse|violence)`
    ], ['I am dealing with domestic violence', 'there is domestic violence in my home'], ['October is domestic violence awareness month', 'how can I help victims of domestic violence in my town?', 'My boyfriend is a cop and deals with domestic violence calls']),
    rule([
      fragment`
        (assault(s|ed|ing)?|battered|tortur(es|ed)|attack(ed|ing)|stabb(ed|ing)|beating|strangling|abusing) (me|us|my (mom|daughter|son|
        kids))(?! (verbally )?(in the (game|back)|on twitter|online|with (kisses|questions|hugs)|at (chess|tennis))\b)
      `,
      fragment`
        (gave|gives|left|leaves|leaving|given|giving) me (with )?${anyGap(4)}(black eye|bruises?|bruised|bloody (nose|lip)|marks|concussion|busted lip|broken|
        split lip)(?! (heart|hearted|promises)\b)
      `
    ], ['he gave me a black eye', 'My ex assaulted me', 'She left me with bruises', 'he gave me a bloody lip', "he's in jail for assaulting me"], ['He left me with a broken heart', 'She attacked me with kisses']),
    rule([
      '(lie|lied|lying|hide|hid|hiding|cover|covered|explain|explained) ([a-z]+ ){0,8}(bruises?|black eye)',
      '(bruise|bruises|black eye) ([a-z]+ ){0,6}(lied|lie|lying|makeup|hide|cover)',
      fragment`
        (bruises|bruised|black eye|marks on my (neck|arms?|face)) ${anyGap(5)}(from (him|her|my ${anyGap(1)}(${PARTNER}|${FAMILY})|when (he|she)|where (he|she))|(he|
        she) (left|gave|hit|did)|told (everyone|people|them) i (fell|tripped))
      `,
      fragment`
        (he|she|boyfriend|girlfriend|husband|wife|dad|father|ex) ${gap(2)}(broke|fractured|dislocated|sprained) (two of |both |three of )?my ${anyGap(1)}(arm|nose|jaw|
        ribs?|wrist|finger|hand|teeth|tooth|collarbone|leg|foot)
      `
    ], [
      'I have bruises all over from my husband', 'he broke my nose', 'he broke two of my ribs', 'I covered my bruises with makeup again', 'I had a black eye and told everyone I fell',
      'My ex broke my wrist'
    ], ['I have bruises from my bike crash and he laughed']),
    rule([
      fragment`
        (pull|pulls|pulled|held|holds|point|points|pointed|pointing|wave|waves|waved|waving|put|puts|came at|comes at|chased|
        chases) ${anyGap(2)}(a |his |her |the )?${WEAPON} (on|to|at|against|in front of|towards) (me|us|my)
      `,
      `(threaten|threatens|threatened|chased|attacked|came at|hit|hits|beats?) ${ME} with (a |his |her |the )?${WEAPON}`,
      `(${PERSON}) ${gap(3)}(tried|tries|attempted|trying) to (kill|strangle|choke|drown|suffocate|stab|shoot|poison|run over|rape) ${ME}(?! with kindness\\b)`,
      '(tried|tries) to run me over'
    ], ['he pulled a knife on me', 'She threatened me with a hammer', 'my ex tried to kill me', 'He tried to run me over', 'he pointed his gun at us', 'he put a gun to my head'], ['He tries to kill me with kindness']),
    rule([
      '(lock|locks|locked|locking|trap|traps|trapped|shut) me (in|inside)(?! (a (long|five) year|love)\\b)',
      '(would|will|did|does|do) not let me (leave|go home|out of the (house|room|car))(?! (a (tip|message|review)|early|work|him (alone )?for|on read|with it)\\b)',
      '(block|blocks|blocked|blocking|front of) the (door|doorway|exit)(?! (bell|mat)\\b)',
      '(hold|holds|held|kept|keeps|keeping) me (a )?(locked|prisoner|hostage|captive|against my will)',
      '(keys|door|doorway|phone|car|purse|exit) ([a-z]+ ){0,2}i (could|can) not (leave|get out|escape|get away|call)'
    ], ['he locks me in the bedroom', 'He would not let me leave the house', 'she blocks the door when I try to go', 'I feel he keeps me prisoner', 'he took my keys so I could not leave'], ['He locked me out of our Netflix account', 'She will not let me leave a message'])
  ]
}
