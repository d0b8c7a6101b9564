/** Violence in all its verbs: somebody's deed on the writer's body, with hands, teeth or things. */
import { fragment } from '../pattern.ts'
import { anyGap, END } from './vocabulary.ts'
import { oneOf, verbs } from './inflections.ts'
import { rule, type Family } from './rule.ts'

/** Said of a body these are blows, whoever deals them. */
const STRIKE = verbs(`
  punch slap smack kick thump whack wallop clobber clout batter/batters/battered/battering thrash whip cane backhand headbutt elbow knee pummel strike/strikes/struck/striking
  cuff bash club flog lash choke strangle throttle stab slash bite/bites/bit/bitten/biting scratch claw burn/burns/burned/burnt/burning scald tase hit/hits/hitting
  beat/beats/beaten/beating shove slam slug deck whup stomp pepper/pepper sprayed
`)
/** What hurts only when done to a part of the body, or hard. */
const HANDLE = verbs(`
  grab twist bend/bends/bent/bending wrench yank squeeze crush pull pinch rip grip push press jab seize jerk tug stamp step stand/stands/stood/standing kneel/kneels/knelt/kneeling
  dig/digs/dug/digging hold/holds/held/holding burn/burns/burned/burnt pin shut/shuts/shutting close trap
`)
const HURL = verbs('throw/throws/threw/thrown/throwing chuck hurl fling/flings/flung/flinging lob launch pelt/pelts/pelted/pelting')
const INJURE = verbs('bust/busts/busted/busting split/splits/splitting break/breaks/broke/broken/breaking fracture dislocate bloody/bloodied crack burst/bursts chip knock blacken sprain rupture')
const BODY = oneOf(`
  arm arms wrist wrists hand hands finger fingers thumb elbow shoulder shoulders collarbone neck throat windpipe face cheek cheeks jaw mouth lip lips chin nose eye eyes ear ears eardrum head
  skull hair scalp ponytail back spine ribs rib chest stomach belly tummy side hip leg legs thigh thighs knee knees shin shins ankle ankles foot feet tooth teeth tongue breast breasts skin
`)
const PEOPLE = oneOf(`
  he she they who him her husband wife boyfriend girlfriend partner fiance fiancee ex man bf gf dad father mom mum mother stepdad stepfather stepmom stepmum stepmother brother sister uncle
  aunt grandad grandpa grandma son daughter cousin law laws parents family roommate flatmate date lover spouse boss teacher coach landlord mrs missus fella bloke bae
`)
/** Somebody did it, a few words before; or nobody is named because the sentence starts with the deed. */
const DOER = fragment`
  (?<=(\b${PEOPLE} ((?!(not|never|it|nor|if|i|like|as) )[a-z0-9]+ ){0,7}|^|[.,] (and |then |but |once |again )?|(grabbed|pushed|shoved|shouted|drunk|angry|mad|and|then) (he |she )?))(?<!\bi ([a-z]+ ){0,8}(and|then) )(?<!\b(it|that|this|life|news|door|ball|wave|car|feels like|felt like) )
`
const ME = fragment`
  (me|us|both of us|my ${anyGap(1)}(kid|kids|child|children|son|daughter|baby|mom|mum|mother|sister|brother)|our (kid|kids|son|daughter|baby)|the (kids|baby)|my (own )?(left |right |little |lower |upper |bare )?${BODY})
`
/** "hit me up", "beat me at chess", "kicked me out", "burned me with that comeback". */
const NOT_A_SAYING = fragment`
  (?! (up (on|for|at|with|about|if|when|to|again|asking|after|last|yesterday|today|later|and ask)|up(?= [.,])|on the back(?= [.,]| with| and)|back(?! ([a-z]+ )?(hand|into|against|of))|out (?!cold|and|with|of (bed|the (bed|car|shower|bath)))|off(?! (the|a))|that hard|like a (ton|truck|wave|tonne)|in the (feels|feelings|wallet|gut|bum)|
  to (it|the)|at(?! (home|night|the (same|weekend|table))| (his|her|my|a|our) )|by [0-9]|there|every time we|with (?!(a|an|his|her|the|my|their|its|whatever|things|something|anything|objects?|both|one|fists?|closed|open|force|full|that [a-z]+ (knife|belt|stick))\b)|with (a|the) (new|news|joke|dad|pun|question|bill|line|grin|smile|wink|idea|look|
  kiss|comeback|pillow|cushion|foam|nerf|water)|into (the|a) (next|better|good)|for (fun|a (laugh|joke))|awake|playfully|lightly|gently|jokingly|in bed(?= and|[ .,]))|in bed and\b)
`
const SOFT = oneOf('pillow pillows cushion cushions snowball snowballs popcorn confetti kiss kisses sock socks party shade look glance question questions tantrum fit insults hints hint words bouquet bone line curveball lifeline glances looks paper napkin balloon balloons frisbee ball tissue tissues money compliments rice petals')
const IN_SPORT = fragment`(?! ${anyGap(6)}(play|playing|games?|chess|race|cards?|checkers|tennis|bowling|scrabble|monopoly|pool|pong|judo|randori|sparring|boxing|karate|gym|dodgeball|paintball|rugby|football|quiz|golf|darts|mario|kart|fifa)\b)`

export const blows: Family = {
  name: 'blows',
  result: { action: 'care', kind: 'abuse', grade: 'explicit' },
  rules: [
    rule(`(?=${STRIKE} )${DOER}${STRIKE} (and [a-z]+ )?${ME}${NOT_A_SAYING}${IN_SPORT}`, [
      'She has been striking me with a broom handle since the baby came', 'my bf thumped me in the ribs', 'He clouted me round the ear because tea was late', 'choked me on the stairs, only a few seconds',
      'my mrs wallops me and everyone laughs, my wife is tiny', 'He bites my arms when I disagree', 'my partner whacked me with the hoover pipe', 'hubby slapped me infront of his mother', 'She elbowed me in the face in bed and it was no accident',
      'My mother in law burnt me with the iron', 'he keep hitting me when drink', 'he is beating me from last two years', 'then he stomped my foot', 'my girlfriend decked me outside the pub'
    ], [
      'It hit me that I love him', 'He slapped me on the back with a grin', 'The news hit me like a ton of bricks', 'He beat me at darts', 'She burned me with a comeback and the table laughed', 'He kicked me out of the band',
      'He never hit me', 'a wave knocked me over'
    ]),
    rule([
      fragment`
        (?=${HANDLE} )${DOER}${HANDLE} (me (hard |roughly )?by (the |my )?|((his|her) (nails|fingers|thumbs?|knuckles|elbow|knee|fists?) )?(hold of |at |on |in |into )?(the )?((back|side|front|scruff|top|nape) of )?my (own )?(left |right |upper )?)${BODY}(?! (gently|softly|and (we|kissed|kisses|kiss|danced|said (sorry|he loves))|to (kiss|dance|help|his heart)|when (we|i) (cross|cry|am (sad|
        scared|nervous))|hand|in (public|the cinema)|tight and|under the table(?= [.,]| and (smile|wink|hold))|through|all night|steady|while we|during the (film|movie|scan|birth))\b)(?<!(hold|holds|held|holding|squeeze|squeezes|squeezed) my (hand|hands|foot|feet|hair|face|chin)|(press|pull|pushe?s?|pushed|pulled) my (hair|hand) (back|away))
        (?<!(step|steps|stepped|stand|stands|stood|standing) (on )?my (foot|feet|toe))
      `,
      `${DOER}(grab|grabs|grabbed|grabbing|pull|pulls|pulled|pulling|yank|yanks|yanked) my hair`,
      '(wrist|wrists|arm|arms|fingers?|thumb) (and )?(bent|bend|bends|twisted|twists|wrenched|forced|pushed|squeezed) (it|them)? ?(back|backwards?|behind|until|till|round|hard|so)',
      `(bent|bend|bends|bending|twisted|twists|twisting|wrenched) (it|my ${BODY}) (back|backwards?|behind|up behind|until|till|round)`,
      'my (hand|fingers?|arm|foot|leg|head) (in|with) (the|a) (car )?(door|drawer|window|lid)(?<=(slam|slams|slammed|shut|shuts|trapped|closed|broke|crushed) [a-z ]{3,30})'
    ], [
      'He took my wrist and bent it back until I knelt', 'she twists my arm behind my back', 'He yanked my ponytail so hard my neck clicked', 'he grips my jaw so I have to look at him', 'She digs her nails in my arm under the table in front of guests',
      'he slammed my fingers in the drawer', 'He pins my wrists and shouts', 'my husband squeezes my neck until i say sorry'
    ], [
      'He holds my hand when I cry', 'He held my face and kissed me', 'She squeezed my hand during the scan', 'He pulls my chair out', 'I love when he runs his hands through my hair', 'He stepped on my foot while we danced'
    ]),
    rule([
      fragment`
        (?=${HURL} )(?<=\b${PEOPLE} ([a-z0-9]+ ){0,6}|^|[.,] )${HURL} ((?!${SOFT} )[a-z0-9]+ ){1,6}(at|over) (me|us|my (head|face|back)|the kids)(?! (to catch|in the (pool|sea))\b)(?<!${SOFT} (at|over) [a-z ]{2,10})
      `,
      `(?=${HURL} me)(?<=\\b${PEOPLE} ([a-z0-9]+ ){0,6})${HURL} me (down|across|against|into (the|a) (wall|door|table|wardrobe|fridge|car|bath|fireplace|glass|shelf|shelves)|out of (the|a) (car|bed|house|window|moving)|off the|onto the (floor|ground|concrete)|on the (floor|ground))`,
      '(plate|mug|cup|bottle|phone|remote|kettle|pan|chair|vase|glass|laptop|shoe|boot|ashtray|iron|knife) (that )?(he|she) (threw|chucked|hurled|lobbed|flung) ([a-z]+ )?(at me|missed|hit|got)',
      '(dodge|dodged|dodging|duck|ducked|ducking) (a |the |when |as |his |her )?([a-z]+ )?(plate|mug|cup|bottle|phone|remote|kettle|pan|chair|vase|glass|fist|punch|ashtray)s?'
    ], [
      'She chucked a full tin of beans at my head', 'he hurled the ashtray across the table at me', 'my dad lobs whatever is in his hand at us', 'the mug he threw got me on the eyebrow', 'He threw his boots at me while I was holding the baby',
      'I have got good at ducking plates lol'
    ], ['She threw a pillow at me and I threw one back', 'He threw me a surprise party', 'She throws shade at me online', 'He threw a tantrum at me like a toddler', 'They threw rice over us at the church', 'he threw a ball at me to catch']),
    rule([
      fragment`
        (?=${INJURE} )(?<=\b${PEOPLE} ((?!(not|never) )[a-z0-9]+ ){0,6}|^|[.,] |and |then )${INJURE} (out )?(two of |three of |one of |both )?my ${anyGap(1)}(lip|mouth|nose|jaw|tooth|teeth|eye|eyebrow|ribs?|arm|wrist|fingers?|thumb|hand|shoulder|collarbone|ear|eardrum|cheek|cheekbone|
        skull|head open|neck|knee|ankle|leg|foot|tailbone|spleen)(?! (of bread|on a)\b)
      `,
      'my lip (split|was bleeding|bled|burst|is (split|swollen|busted))',
      '(dislocate|dislocated) (it|my [a-z]+)(?! (at|playing|skiing|in the))(?<=(me|my|arm|shoulder|pulled|yanked|hard|he|she) ([a-z]+ ){1,10}(dislocate|dislocated) [a-z ]{2,12})'
    ], ['He busted my mouth over a text', 'she split my lip with her ring', 'my ex cracked two of my ribs', 'he knocked out my front tooth', 'burst my eardrum with one slap', 'he pulled me out of bed so hard he dislocated my shoulder'], ['He broke my heart', 'I broke my arm skiing and he carried my bag', 'He cracked my back for me and it feels great']),
    rule([
      '(flat|back|palm|heel) of (his|her) hand',
      '(closed|clenched) (fist|hand)s?(?! (emoji|policy|bump))', 'open (hand|palm)(?= (slap|smack|he|she|so|not))|(with|hits?|hit) (an |his |her )?open (hand|palm)',
      `(takes?|took|gave|gives|got|gets|reach(es|ed)?|uses?|used|unbuckles?|grabs?) (me |us )?(for )?(the|his|her|a) (belt|slipper|wooden spoon|cane|hairbrush|extension (cord|lead)|stick|chappal|shoe|rolling pin)( to (me|us)|${END}| on (me|us)| when| if)`,
      '(gave|gives|giving|got|get|gets) (me |us )?(a |another |the |one )?(good |right |proper |few |quick |hard |little )?(slap|slaps|hiding|kicking|beating|belting|thrashing|punch|punches|backhand|clout|whack|clip round the ear|smack|smacks|shove|headbutt|dig in the ribs)(?<=(he|she|me|us|i|dad|mum|mom|husband|wife|boyfriend|girlfriend|ex|partner) (always |just )?(gave|gives|got|get|gets|giving) [a-z ]{3,40})(?! (in the face from|of reality|dinner)\\b)',
      fragment`
        (he|she|husband|wife|boyfriend|girlfriend|dad|father|mum|mom|brother|ex|partner|him|her|and) ([a-z]+ ){0,3}(went for|goes for|came at|comes at|lunged at|lunges at|flew at|flies at|set about|laid into|lays into|swung for|swung at|swings at|swings for|takes? swings? at) (me|my (throat|face|
        neck))(?! (verbally|about|over|with (a list|questions|hugs))\b)
      `,
      '(his|her|their|human|personal|like a|like his|like her) punch ?(ing)? ?bag(?! (at the gym|for (christmas|his birthday)))',
      '(he|she|they) (shook|shakes|has shaken|shaked|shaken) (me|the baby|my (baby|son|daughter)|our (baby|son|daughter))(?! (hand|awake gently|up a bit|to my core))',
      '(spat|spits|spitting|spit|gobbed|gobs) (on|at|in) (me|us|my (face|food|hair|plate))',
      `(?<=\\b${PEOPLE} ([a-z0-9]+ ){0,5})(drag|drags|dragged|dragging|draggin|haul|hauls|hauled) (me|us) (by|out of (bed|the (house|car|bed|bath|shower|room|bathroom))|up the|down the|across|along|upstairs|downstairs|off the|from the|into the (bedroom|house|car|bathroom|garage)|back (in|inside|into)|to the (floor|bedroom|door))`,
      '(smother|smothered|suffocated|muffled) (me|my (face|mouth))(?! (with (love|kisses|affection|cuddles)))(?<=(pillow|he|she) ([a-z]+ ){0,6}[a-z]+ (me|my [a-z]+))(?= [.,]| with (a|the|his)| until| till| because)',
      '(put|puts|holding|holds|held|pressed) (a|the|that) (pillow|cushion|plastic bag|towel|blanket) (over|on|to|against) my (face|head|mouth)',
      '(held|holds|pushed|pushes|shoved|dunked) (me|my (head|face)) (under (the )?water|underwater|in (the )?(toilet|bath|sink|pillow|mattress)|down the toilet|into the pillow)',
      '(gets?|got|getting|is|was|being|goes|went|turns?) (a bit |quite |a little )?(rough|handsy|physical) (with me|when (he|she)|if (he|she|i)|after (he|she)|towards me)',
      '(only|just|never) (hits?|punches|kicks?|slaps|bites|beats) (me )?(where|when|if|with|when)'
    ], [
      'He only uses the back of his hand', 'dad took the belt to me again', 'My wife goes for me when she has had wine', 'I am basically his punching bag', 'He shook me until my teeth hurt', 'she dragged me upstairs by the collar', 'He held my head under water in the bath',
      'he put a pillow over my face until I panicked', 'she gave me a slap because I was late', 'He gets a bit handsy when he loses at cards, with fists I mean', 'it was an open palm he says so not a real hit', 'my mother uses the slipper on me and I am 17', 'he only hits me where it does not show',
      'He spat on my food'
    ], ['He dragged me to a party', 'She shook my hand', 'He gave me a punchbag for christmas', 'My laptop smothered me with updates', 'She flew at 6 am', 'He came at it from another side'])
  ]
}
