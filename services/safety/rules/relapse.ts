/** Self-injury again or still: what the blade, the lighter and the nails do to one's own body, and what hides it. */
import { fragment } from '../pattern.ts'
import { anyGap, selfGap } from './vocabulary.ts'
import { oneOf, verbs } from './inflections.ts'
import { rule, type Family } from './rule.ts'

const SKIN = oneOf('skin wrist wrists arm arms forearm forearms thigh thighs leg legs calf calves stomach belly hip hips ankle ankles hand hands knuckles foot feet chest shoulder neck body flesh fingers inner scalp')
const TOOL = oneOf(`
  lighter razor razors blade blades knife scissors needle needles pin pins safety glass iron straightener straighteners cigarette cigarettes match matches flame candle compass sharpener cutter scalpel tweezers
  spoon pencil staple stapler paperclip thumbtack shard hairpin curling
`)
const WOUND = verbs('cut/cuts/cutting scratch claw burn/burns/burned/burnt/burning slice slash carve bite/bites/bit/biting pick pinch scrape dig/digs/dug/digging stab prick gouge punch bruise hit/hits/hitting slap smack bash hammer whip snap')
const HURT = verbs('hurt/hurts/hurting harm injure cut/cuts/cutting burn/burns/burned/burnt/burning scratch bite/bites/bit/biting punch hit/hits/hitting slap stab choke strangle starve bruise claw slice')
/** Somebody else's deed, or an accident. */
const NOT_THEIRS = '(?<!\\b(he|she|they|who|him|her|cat|dog|kitten|husband|wife|boyfriend|girlfriend|partner|ex|dad|mum|mom|nurse|doctor|surgeon|vet) ([a-z]+ ){0,4})'
const NOT_AN_ACCIDENT = fragment`(?! ${anyGap(5)}(accident|accidentally|shaving|cooking|oven|stove|grill|kettle|gardening|roses|brambles|gym|tattoo|mosquito|itch|itchy|eczema|surgery|football|climbing|diy|sun)\b)`
const UNTIL = fragment`
  (until|till|til) (it|they|i|you|my ${anyGap(1)}[a-z]+|the (skin|blood)|something)( [a-z]+)? ?(bleed|bleeds|bled|bleeding|blood|bruise|bruises|bruised|blister|blisters|raw|swells?|numb|calm|calms|feel (better|something|calm|nothing|numb)|stops?|stings?|black out|pass out|see (blood|stars|red)|cracks?|purple|
  fall asleep|could not feel)
`

export const relapse: Family = {
  name: 'self-injury again',
  result: { action: 'care', kind: 'self_harm', grade: 'explicit' },
  rules: [
    rule([
      `(?<=\\b(i|and|have|so|then) )${selfGap(2)}(cut|burned|burnt|burn|scratched|hurt myself|harmed|self harmed) (again(?! on)|a bit|a little|last night|tonight|today|yesterday|this morning)(?! (the|my hair|his|her|grass|ties)\\b)(?<!(hair|grass|lawn|cake|onions|food|toast|dinner) ([a-z]+ ){0,3}[a-z]+)`,
      `(?<=\\b(i|and|have|just) )${selfGap(2)}(slipped|relapsed|caved|gave in|slipped up|messed up) (again )?([., ]+)?(and |then |so )?${anyGap(3)}(cut|burn|burned|blade|razor|cutting|thighs?|wrists?|arms?|lighter|self harm)`,
      '(clean|free|streak|sober from it|stopped) ([., ]*[a-z0-9]+ ){0,12}[., ]*(cut|cutting|burned|burnt|scratched|blade|razor|lighter|my (thighs?|wrists?|arms?|legs|skin)|hurt myself|sharpener)(?! (costs?|hair|ties|off|out|it|the|sugar)\\b)(?<!(drink|drinking|alcohol|weed|coke|smoking|cigarettes|house|room|sugar) ([a-z]+ ){0,12}[a-z]+)',
      '(broke|break|breaking|reset|resetting|lost|ruined|ended) my (clean |self harm |cutting )?streak(?! (on|with|at|in) (duolingo|snap|wordle|the gym|my))(?<=(clean|harm|cutting) streak)',
      '(days|weeks|months|years?) (clean|without|free)( from)? (cutting|burning|hurting myself|a blade|blades|blood|sh|touching (a|the) (blade|razor))',
      '(the )?urges? (is|are|was|were|have|has|got|keep|came|come) ([a-z]+ )?(back|bad|winning|unbearable|loud|louder|every night)(?! (to (text|call|message|eat|smoke|drink|shop))\\b)(?<!(sexual|nicotine|sugar) urges? [a-z ]{2,20})',
      '(can not|do not|should not) (trust|be trusted|be|be left) (myself )?(with|around|near|alone with) (anything sharp|sharp (things|objects)|sharps|knives|the knives|blades|razors|pills|the pills|scissors|myself)',
      '(hide|hid|hiding|lock|locked|gave|give|threw|take|took) ([a-z]+ ){0,4}(sharps|sharp things|knives|razors|blades) ([a-z]+ )?(from|away from) (me|myself)|(sharps|knives|razors|blades) away ([a-z]+ ){0,6}from me'
    ], [
      'i was doing well and then i cut again', 'after the call i burned again, same spot', 'clean since january until he texted, now my thigh is a mess and so is the razor', 'Nine months clean from cutting and I want to throw it away', "It's been 40 days without touching a blade",
      'I slipped up. Got the blade out after she left', 'the urges are back', "I shouldn't be left alone with sharp things tonight", 'My housemate hid the knives away from me', 'broke my clean streak last night', 'I was clean for a year but the lighter was right there'
    ], ['I cut again on sugar', 'He has been clean for two years and I am proud of him', 'I relapsed on cigarettes', 'My Duolingo streak ended', 'I cut my hair again last night']),
    rule([
      `${NOT_THEIRS}${WOUND} (my (own )?(nails|teeth|fingers|knuckles|fist) )?(at |into |in |on |up |open |off )?(my (own )?(left |right |upper |inner |lower )?${SKIN}|myself|yourself|themselves)( [a-z]+){0,5} ${UNTIL}${NOT_AN_ACCIDENT}`,
      `${NOT_THEIRS}${WOUND} (at |into |in |on |open )?(my (own )?(left |right |upper |inner |lower )?${SKIN}) (again|because i|so (he|she|they|i|that)|to (feel|cope|calm|numb|punish|stop|sleep|focus|shut)|when(ever)? (i|he|she|we|things|it)|every (night|time|day)|instead|over and over|after (we|he|she|every|a|the)|in the (shower|bath|bathroom|toilet))${NOT_AN_ACCIDENT}`,
      `(is it|am i|does (anyone|anybody)|do (you|people|others)) ([a-z]+ ){0,5}${HURT} (yourself|themselves|urself|their (own )?(arms|skin|legs|thighs|wrists))`,
      `${TOOL} (was |is |went |goes |found its way )?(back )?(to|into|on|against|across|along|over|under|down) my (own )?(left |right |upper |inner |lower )?${SKIN}(?! (by accident|while)\\b)(?<!(he|she|they|ex|husband|wife|boyfriend|girlfriend) ([a-z]+ ){0,5}[a-z]+ (to|into|on|against|across|along|over|under|down) my [a-z ]{1,60})`,
      `(?<=\\b(i|me|and|to|by) ([a-z]+ ){0,4})(use|used|using|take|took|taking|turn|turned|put|putting|press|pressed|pressing|run|ran|hold|held|stub|stubbed) (out )?(the|a|my|his|her|some) ${anyGap(2)}${TOOL} (on|to|out on|into|against) (myself|me|my (own )?${SKIN})(?<!(he|she) ([a-z]+ ){0,8})`,
      '(stub|stubbed|stubbing|put|putting) (out )?(my |a |the |cigarettes? )?(cigarettes?|cigs?|fags?|joint|matches) ?(out )?(on|against) (my|myself)',
      `snap(ping|ped)? (a|the|an) (rubber |elastic |hair )?(band|tie) ${anyGap(4)}(wrist|skin|hurts|bleeds|red)`
    ], [
      'I scratch at my arms until they bleed when he ignores me', 'I bite my hand until I calm down', 'Is it normal to hit yourself after an argument?', 'the lighter was against my wrist before I noticed', 'i press the straightener to my thigh when we fight',
      'I stub cigarettes out on my arm', 'digging my nails into my skin till it bleeds is the only thing', 'i claw my legs every time she leaves me on read', 'I punch my thighs in the shower so nobody sees the bruises', 'took a needle to my ankle again', 'I pick my skin to feel something'
    ], ['My cat scratches my arms when I play with her', 'I burned my arm on the oven', 'I bite my lip when I am nervous', 'He held my hand until I calmed down']),
    rule([
      `(?<=\\b(i|me|and|to|of|been|keep|by|started|start|just) ([a-z]+ ){0,2})(bang|banging|banged|hit|hitting|smash|smashing|smack|smacking|slam|slamming|knock|knocking|punch|punching|slap|slapping|bash|bashing|beat|beating) my (own )?(head|face|legs?|thighs?|arms?|stomach|fists?|knuckles|hand) (until|till|over and over|again and again|repeatedly|against (the|a|my) (wall|tiles?|floor|desk|door|headboard|mirror|steering wheel)|on (the|a) (wall|tiles?|floor|desk|door|stuff|edge)|(off|against|on) (stuff|things)|because i|when(ever)? (i|he|she)|every time|as hard)(?<!(he|she|they|talking to (him|her|them)|like|husband|wife) ([a-z]+ ){0,8}(bang|banging|hit|hitting|smash|slam) my head [a-z]+( the| a)?( wall| door)?)${NOT_AN_ACCIDENT}(?! ${anyGap(3)}(doorframe|low beam|cupboard|boot)\\b)`,
      'punish(ing|ed)? (myself|my (own )?body)( physically)? (by|with) (?!(watching|reading|working|looking|listening|checking|thinking|staying|scrolling|more|extra|the)\\b)',
      'punish(ing|ed)? my (own )?body(?! (at the gym|in the gym)\\b)',
      'i (do |still )?(deserve|deserved) (it|this|the pain|every (cut|bruise|burn)|to (hurt|bleed|suffer|be punished))(?<=(hit|cut|burn|bruise|hurt|bleed|punch|scratch) ([a-z.,]+ ){0,12}[a-z ]{8,40})',
      '(hurt|hurts|hurting|harm|harming|harmed|injuring|starving|burning|cutting|scratching) myself (on purpose|deliberately|that (he|she|they|someone)|he will|she will|because|again|to|when|after|for|in (secret|the)|every)',
      '(feel|feeling|see|seeing|watch|watching|want|need|like) ([a-z]+ ){0,3}(the |my (own )?)?(blood|pain|burn|sting)( [a-z]+)? (is|makes|helps|calms|quiets|shuts|takes|drip|run|runs|come|comes|well up|proves|it is the only)(?<!(his|her|their|the dog) [a-z]+ [a-z ]{0,20})',
      '(pain|cutting|burning|bleeding|scratching|hurting myself|the blade|the razor|the burn) (is|was) the only (thing|way|time)',
      '(only (thing|way|time)) ([a-z]+ ){0,8}(cut|cutting|burning|bleed|bleeding|hurt myself|hurting myself|the blade|see blood|seeing blood)(?! (ties|him off|her off|off contact)\\b)'
    ], [
      'I bang my head against the tiles until it stops', 'I hit my head on stuff when she goes silent', 'lately I punish my body for being unlovable', 'I keep hurting myself so that he will notice', 'seeing blood is the only time I breathe out, watching the blood run calms me',
      'The only thing that helps is the blade', 'I slap my face over and over when I disappoint him', 'I burn, I bruise and I deserve it'
    ], ['I punish myself by watching her stories', 'talking to him is like banging my head against a wall', 'I hit my head on a low beam', 'The only way forward is to cut ties']),
    rule([
      '(long sleeves?|hoodies?|sweats|sweatshirt|jumper|tights|bracelets|plasters|bandages?|cardigan|trousers) ([a-z]+ ){0,12}(hide|cover|because|so (no one|he|she|they|nobody)|see) ([a-z]+ ){0,6}(cuts|scars|my (arms|thighs|wrists|legs)|marks|burns|lines)(?! (from|after) (surgery|him|her|the fire)\\b)(?<!(he|she|him|her) (left|made|gave|did) ([a-z]+ ){0,3}(marks|burns|cuts))',
      '(new|fresh|more|another|deeper|those|these|red) (cuts|marks|lines|scars|burns) (on|along|up|down|across|all over) my (own )?(left |right |upper |inner )?(arms?|wrists?|thighs?|legs?|hips?|stomach|forearms?)(?! (from|after) (surgery|him|her|my (ex|husband|wife|boyfriend))\\b)',
      '(saw|sees|seen|see|found|noticed|spotted|asked about|asks about|ask about|kisses|touches) (the |my )?(cuts|scars|lines|marks|burns) on my (own )?(left |right )?(arms?|wrists?|thighs?|legs?|hips?|stomach|forearms?)(?! (from|after) (surgery|the|a|my)\\b)',
      '(my (arms?|wrists?|thighs?|legs?)) (is|are|look|looks) (a mess|like a barcode|shredded|wrecked|like a zebra|sliced|ruined|full of (lines|cuts|scars))( again)?',
      '(carve|carved|carving|scratch|scratched|etched|burned|burnt|cut) (his|her|the|their|a|an|words?|lines|x|ugly|fat|failure|name|worthless) ([a-z]+ ){0,4}(in|into|on|onto) my (own )?(left |right |upper |inner )?(arms?|wrists?|thighs?|legs?|hips?|stomach|skin|forearms?|body)',
      'cat scratches (again|everyone|they|she|he)(?<=(cuts?|cutting|tell|told|say|said|call|blame|blamed) ([a-z]+ ){0,8}cat scratches [a-z]+)'
    ], [
      'I wear long sleeves in July to hide my arms', 'He noticed the lines on my wrist and I lied', 'There are new cuts on my hip and I told him it was the cat', 'my thighs are a mess again', 'I scratched worthless into my thigh with a compass', 'Plasters everywhere so my mum does not see the cuts'
    ], ['I have scars on my knee from surgery and he kisses them', 'I wear long sleeves to hide my tattoo']),
    rule([
      '(stopped|quit|not|barely|refus(e|ing)|given up|hardly) (been )?(eat|eating|ate|eaten)( anything)? (for|in|since|to|so|because|on purpose|until|till) ([a-z0-9]+ ){0,5}(punish|notice|disappear|die|waste|days|deserve|feel empty|fade)(?! ([a-z]+ )?(diet|ramadan|fast|before the scan)\\b)(?<!(he|she) (has )?(stopped|not|barely) [a-z ]{0,60})',
      'starv(e|ing|ed) (myself|my body)',
      '(sticks?|stuck|sticking|put|puts|putting) (my )?(two )?fingers? down (my )?throat',
      '(vomit|throw up|throwing up|puke|puking|purge|purging) (after|everything|what|whatever|on purpose|every) ([a-z]+ ){0,2}(eat|ate|meal|meals|food|dinner|binge|time)(?<!(he|she|dog|baby|flu) (has been )?[a-z ]{3,40})(?<=(make|making|made|i|myself|to|by|keep|been) ([a-z]+ ){0,4}(vomit|throw up|throwing up|puke|puking|sick|purge|purging) [a-z ]{3,30})'
    ], ['I have stopped eating to punish myself', 'I put two fingers down my throat after he said I looked soft', 'I have stopped eating because I deserve to waste away', 'i keep throwing up after every meal so he finds me pretty'], ['I have not eaten since the date, I am so excited', 'My dog throws up after every meal'])
  ]
}
