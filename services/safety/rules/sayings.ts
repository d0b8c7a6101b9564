/** Words that mean something else than they say: idioms, accidents, games. */
import { fragment } from '../pattern.ts'
import { anyGap } from './vocabulary.ts'
import { saying, type Saying } from './rule.ts'

const TRIFLE = fragment`
  (traffic|homework|assignment|meetings?|zoom|monday|mondays|weather|heat|humidity|commute|hangover|song|jingle|ads?|adverts?|commercials?|wifi|internet|printer|queue|
  paperwork|taxes|spreadsheets?|smell|hiccups|leg day|burpees|squats|cringe|puns?|jokes?|autocorrect|alarm|outfit|haircut|level|boss fight|bug|code|excel|ikea|diet|
  season finale|plot|movie|film|show|episode|karaoke|lecture|crossword|parking|airline|airport|furniture|tiktok|cold|pollen|allergies|mosquitoes|spicy|curry|playlist)
`
const DRAMA = fragment`
  (die|kill myself|end it all|end my life|jump off (a|the) (bridge|roof|cliff|building)|shoot myself|hang myself|jump out (of )?(a|the) window|blow my brains out|kms|
  unalive myself|disappear|cease to exist)
`
const DEED = fragment`
  (die|dying|kill myself|killing myself|hurt myself|hurting myself|harm myself|harming myself|self harm|cut myself|end my (own )?life|ending my life|end it all|
  commit suicide|take my own life|be dead|overdose|suicide)
`
const PLAY = '(games?|minecraft|fortnite|roblox|valorant|gta|skyrim|zelda|dark souls|elden ring|sims|call of duty|overwatch|league|dnd|the boss)'
const HURT = '(hit|hits|kicked|kicks|punched|punches|choked|threw|beat|beats|pushed|pushes|slapped|slaps|smacked|bit|tackled)'
const WITHOUT_HIM = '((?!(he|she|they|husband|wife|boyfriend|girlfriend|partner|ex|dad|father|mom|mother|stepdad)\\b)[a-z]+ ){0,4}'
const BODY_PART = '([a-z]+ )?(fingers?|hands?|arms?|legs?|thumb|knee|back|wrist|foot|toe|shoulder|ankle|tongue|face|lip)'
const ACCIDENTAL = fragment`
  (shaving|cooking|chopping|slicing|peeling|opening|gardening|by accident|accidentally|playing|lifting|running|skiing|skateboarding|snowboarding|climbing|hiking|
  dancing|exercising|working out|stretching|training|falling|moving (house|furniture))
`
const THINGS_THAT_HURT = fragment`
  on (a|the|my|some) ${anyGap(2)}(can|tin|paper|glass|oven|stove|iron|curling iron|hair straightener|broken glass|fence|bike|trampoline|treadmill|stairs|ice|pan|
  kettle|grill|table|door|thorns?|nail|coffee|tea|soup|ladder|rock|branch|hot plate)
`
const ON_PURPOSE = '[a-z ]{0,80}\\b(on purpose|deliberately|to (feel|cope|punish)|when i (feel|am (sad|alone|angry|numb))|because i (hate|feel|deserve))\\b'
const IN_PASSING = fragment`
  (at|in|during) (the )?(gym|kitchen|garden|work|practice|football|soccer|yoga|crossfit|beach|basketball|volleyball)|(while|when) (i (fell|tripped|slipped)|
  (i was )?${anyGap(1)}(cooking|shaving|chopping|playing|running|lifting|cutting|making|preparing|carrying|moving|cleaning|doing the dishes|fixing|working|slicing))
`

export const IDIOMS: readonly Saying[] = [
  saying([
    `${TRIFLE} ${anyGap(5)}(make|makes|made|making) me (want to )?${DRAMA}`,
    `${DRAMA} (because of|over|from|thanks to|every time i (hear|see)) (this|that|the|my|these|all this) ${anyGap(1)}${TRIFLE}`
  ], [
    'this traffic makes me want to die', 'That meeting made me want to kill myself', 'the printer makes me want to jump out of a window', 'I could kill myself over this spreadsheet',
    'This awful song is making me want to die'
  ], ['This traffic is bad but honestly I want to kill myself', 'My life makes me want to die', 'School makes me want to kill myself']),
  saying([
    '(embarrass(ing|ed|ment)?|mortif(ied|ying)|awkward|cringe|cringy|blushed) ([a-z,]+ ){0,8}(want|wanted) to (die|disappear|vanish|sink)',
    `(want|wanted|could have|thought i would) (to )?(die|died|disappear|disappeared) (of|from|with) ${anyGap(1)}(embarrassment|shame|laughter|cringe|boredom|happiness|joy|awkwardness)`,
    `(wanted) to (die|disappear) when (i|he|she|they) ${anyGap(2)}(tripped|farted|waved|burped|spilled|called (him|her|me)|fell|saw my|introduced|asked me|read my|stepped|sent|texted|walked in)`
  ], [
    'It was so embarrassing, I wanted to die', 'I wanted to die of embarrassment at his parents house', 'I was so awkward I wanted to disappear',
    'I wanted to die when I called him by the wrong name'
  ], ['I hate myself and it is embarrassing. I want to die']),
  saying([
    '(kill|killing|killed) myself laughing',
    fragment`
      (?<!(of|about|on|consider|considering|by|like) )(killing|killed) myself (working|trying|studying|at (work|the gym|the office)|with work|over work|to (please|
      make(?! it (stop|end))|keep|finish|earn|pay|save|fix|meet|impress|lose|provide|be (good|perfect|there|everything)|support|win|prove)|for (this (relationship|
      marriage|family|job)|him|her|them|you|the company))
    `,
    '(could|could have|want to|wanted to) (kill|killed|kick|kicked|hit|slap) myself for ([a-z]+ing(?<!being)|not [a-z]+ing|being (late|such an idiot|stupid))'
  ], [
    'I am killing myself to make this relationship work', 'I killed myself laughing', 'I am killing myself at the gym for the wedding',
    'I could have killed myself for forgetting our anniversary'
  ], ['I am thinking of killing myself to make it stop', 'I want to kill myself for being alive', 'I want to kill myself over his cheating', 'I keep thinking about killing myself for him']),
  saying([
    '(shot|shoot|shooting) myself in (the|my) foot',
    'hang(ing)? myself out to dry',
    '(drown|drowning|bury|burying|drowned) myself in (work|chocolate|ice cream|wine|netflix|books|studying|tiktok|coffee|self pity|music|my job|cuddles|love|memes|blankets)',
    '(beat|beating|kick|kicking) myself( up)?',
    'poison(ed|ing)? myself (with (bad|that|old|sushi|oysters|street)|by eating|accidentally)',
    '(stab|stabs|stabbed|stabbing) ([a-z]+ )?in the back',
    '(cross|hand on) my heart [a-z ]*hope to die'
  ], [
    'I shot myself in the foot with that text', 'I am drowning myself in ice cream', 'I keep beating myself up about it', 'I drown myself in work since the divorce',
    'He stabbed me in the back by telling my secret'
  ], ['I want to drown myself in the river']),
  saying([
    '(cut|cutting) myself (some|a (little|bit of) )?slack',
    '(burn|burned|burning|burnt) myself out',
    '(cut|cutting) myself (off|short|loose|a slice|a break|some (cake|bread|slack)|in half|out of)'
  ], ['I should cut myself some slack', 'I burned myself out for him', 'I cut myself off from sugar']),
  saying([
    fragment`
      (?<!(hope|hopes|hoping|hoped|wish|wishes|wishing|wished|pray|praying|prayed) ([a-z]+ )?i )(would|will|could|id|rather|sooner) (rather |sooner )?(die|kill myself|hang myself|jump off a bridge|shoot myself) (than|before) (i )?(?!(live|living|
      be alive|keep|go on|going on|continue|stay|return|endure|deal|do this|go (home|back)|stay alive|wake up|suffer|face another|spend another|lose|be without|
      feel)\b)[a-z]+
    `,
    '(die|dying|dead) (trying|laughing|happy|in (your|his|her) arms|of (laughter|boredom|curiosity|cuteness|excitement|thirst|hunger|old age))',
    `(lost|losing|lose) the will to live ${anyGap(6)}(meeting|queue|lecture|class|zoom|line|traffic|customer|emails?|presentation|training|seminar|hold)`,
    `(meeting|queue|lecture|traffic|zoom) ${anyGap(6)}(lost|losing|lose) the will to live`
  ], ['I would rather die than eat olives', "I'd rather kill myself than listen to country music", 'I lost the will to live in that meeting'], ['I would rather die than live like this'])
]

export const ACCIDENTS_AND_PLAY: readonly Saying[] = [
  saying(fragment`
    ((accidentally|by accident|oops|clumsy|unintentionally) ${anyGap(3)}(cut|burn(ed|t)?|hurt|hit|bit|scratched|stabbed|poisoned|injured|pinched|poked) (myself|
    my [a-z]+)|(cut|cutting|burn|burned|burnt|burning|hurt|hurting|hit|bit|scratched|injured|injure|stab|stabbed|nick|bruised|punch|punched) (myself|
    my ${BODY_PART}) ${anyGap(3)}(${ACCIDENTAL}|${THINGS_THAT_HURT}|${IN_PASSING}))(?!${ON_PURPOSE})
  `,
  [
    'I cut myself shaving before our date', 'I burned myself on the stove while he watched', 'I hurt myself at the gym and he laughed', 'I accidentally cut my finger',
    'I cut my hand opening a can', 'I burned my arm on the oven'
  ],
  ['I cut myself when I feel alone', 'I hurt myself on purpose', 'I burn myself on the stove when I feel numb', 'I cut my wrist with a piece of glass']),
  saying([
    `(in|playing|play|on) ${anyGap(2)}${PLAY} ${anyGap(4)}(${DEED}|(hits|killed|kills|beats|hit|beat) me)`,
    `(${DEED}|(hits|killed|kill|kills|beats|beat|hit) me) ${anyGap(4)}(in|on|playing|at) ${anyGap(2)}${PLAY}`
  ], ['How do I die in Minecraft to respawn?', 'My boyfriend always beats me in Fortnite', 'How do I kill myself in the game to get back to base?']),
  saying(fragment`
    (toddler|baby(?! (daddy|mama|dad|father))|cat|dog|puppy|kitten|horse|parrot|[1-9] year old|[1-9] yo|newborn|preschooler|kindergartner|twins|nephew|niece|
    little (brother|sister|cousin|one)) ${WITHOUT_HIM}(hits?|kick(s|ed)?|bit|bites|slap(s|ped)|punch(es|ed)|scratch(es|ed)|smack(s|ed)|beats|pulled|pulls|head ?butt(s|
    ed)?|threw|throws) ${anyGap(2)}(me|my hair|my face|at me)
  `,
  ['My toddler hits me when he is tired', 'my 3 year old son kicks me', 'The baby kicked me all night', 'My dog bit me'],
  ['My baby daddy hits me', 'He shouts at the dog and he hits me']),
  saying([
    fragment`
      (car|truck|bus|bike|cyclist|ball|wave|branch|door|drunk driver|driver|puck|shopping cart|swing) ${anyGap(2)}(hit|hits|knocked) me(?<!(hope|wish|pray|
      want) ([a-z]+ ){0,6}hits? me)(?<!would ([a-z]+ )?hit me)
    `,
    `(playfully|jokingly|gently|lightly|lovingly) ${anyGap(1)}${HURT} (me|my (arm|shoulder|back))(?! (but|and|it hurts))`,
    `${HURT} me (playfully|jokingly|gently|lightly|lovingly)(?! (but|and|it hurts))`,
    `(at|in|during) (boxing|karate|judo|bjj|mma|kickboxing|sparring|fencing|self defen[cs]e)( practice| class| training)? ${anyGap(5)}${HURT} me`,
    `${HURT} me ${anyGap(3)}(at|in|during|with) ${anyGap(1)}(boxing|karate|judo|bjj|mma|kickboxing|sparring|fencing|paintball|laser tag|dodgeball|snowballs?|pillow fight|wrestling)`
  ], ['A car hit me last year and he came to the hospital', 'She playfully punched me on the arm', 'He punched me at boxing practice, by the rules', 'My girlfriend slaps me jokingly'], ['My husband hits me at home and at parties', 'I wish a car would hit me'])
]
