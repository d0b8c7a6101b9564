/** Figures of speech and small deeds that use a crisis's words: a love life like a car crash, devotion, plots, fringes, a childhood of somebody else. */
import { fragment } from '../pattern.ts'
import { anyGap } from './vocabulary.ts'
import { saying, type Saying } from './rule.ts'

const WRECK = '(car|train|plane|bus|motorway) (crash|wreck)|car crash tv|dumpster fire|shipwreck'
const LOVED = fragment`
  (him|her|them|you|us|each other|(my|our|his|her|that|this|the) ([a-z]+ )?(girl|boy|man|woman|kids?|children|family|son|daughter|wife|husband|boyfriend|girlfriend|fiancee?|
  friends?|sister|brother|mum|mom|dad|nan|dog|cat|guy|people|team|one|band|baby|smile))
`
const RECKLESS = fragment`
  ((jump|leap|dive|step|throw myself|hurl myself|walk|run|crawl|swim|drive) (straight )?(in front of|under|off|into|through|out of|over|across) ${anyGap(2)}
  (bus|train|car|lorry|truck|van|tram|traffic|fire|flames|cliff|bridge|building|roof|bullet|plane|broken glass|glass|volcano|lava|sea|ocean|window|grenade)|
  (drink|swallow|eat) ${anyGap(2)}(bleach|poison|glass|fire)|take ${anyGap(1)}(bullet|knife|poison)|(die|kill|bleed|drown|burn|starve))
`
const CUT_OUT = fragment`
  (fringe|bangs|slice|piece|slab|chunk|wedge|bob|layers|mullet|pixie|cake|bread|cheese|pie|steak|deal|cheque|check|break|path|trail|key|stencil|dress|skirt|shorts|patch|
  pattern|stick|spoon|bowl|niche|place|role|career|corner|cd|dvd|copy|mixtape|candle|toast|calories|slack|flowers|haircut|trim|undercut|switch|pumpkin|template)
`
const YOUNG_THEN = '(as (a|an) ([a-z]+ )?(kid|child|boy|girl|teen|teenager|toddler|baby)|when (he|she|they) (was|were) [a-z0-9]+|growing up|(in|through|throughout|all through) (his|her|their) (childhood|youth|teens)|back then|decades ago)'
const GAME = '(tennis|chess|scrabble|mario|cards|fifa|quiz|race|bowling|pool|poker|monopoly|charades|football|soccer|rugby|hockey|karate|judo|boxing|sparring|video games?|board games?)'
const STRUCK = '(hit|beat|slapped|smacked|punched|kicked|belted|whipped|abused|choked|used to (hit|beat|slap|smack|punch|kick|belt|whip|abuse))'
const THEIR_PARENT = '((his|her|their|my (husband|wife|boyfriend|girlfriend|partner|fiancee?|ex|friend)s) (own )?(step ?)?(dad|father|mum|mom|mother|parents|uncle|grandfather|grandad))'

export const FIGURES: readonly Saying[] = [
  saying(`(?<!(wish|hope|hoping|pray|want|with|in|from|after) ([a-z]+ ){0,5})(life|dates?|dating|marriage|relationship|wedding|ex|interview|party|dinner|holiday|hair|flat|week|weekend|conversation|speech|show|night|season|history|past|family|he|she|it|that|this|i|we) (is|was|are|were|am|has been|became|looks like|felt like|turned into|ended up) ((a|an|like|such|total|absolute|complete|bit of|one long|slow motion|the definition of) )*(${WRECK})`, [
    'My dating history is a car crash', 'Our wedding was a total train wreck and we laughed', 'the holiday was a car crash', 'honestly this marriage is one long car crash', 'Like my last relationship it was a slow motion train wreck', 'Our first dates were a plane crash'
  ], ['My life is a car crash and I want to die', 'I wish my life was a car crash that killed me']),
  saying(`(would|will|could|ready to|happy to|willing to|going to|prepared to) ${RECKLESS} (for|to save|to protect) ${LOVED}(?! to\\b)|(would|will|could) ${RECKLESS} if (he|she|they) ([a-z]+ )?(asked|wanted|told|said)`, [
    'I would jump in front of a train for my kids', "I'd take a bullet for her", 'I would walk into traffic for him, that is how in love I am', 'He knows I would throw myself under a bus for that man', 'I would jump off a cliff if she asked',
    'I would run into a burning building to save my dog', 'I would drink bleach for that girl, she is so cool', 'I could swallow glass for her smile', 'I would step in front of a bullet for my sister'
  ], ['I would jump in front of a train for some peace', 'I want to jump in front of a train', 'I would die for him and I want to die without him']),
  saying('(why|how|when|where|what made|what makes) (did |does |would |do )?((?!(i|you|we|one|me|my|myself|he|she|they|someone|people|not|to|want|feel) )[a-z]+ ){1,4}(drink|drinks|drank|take|takes|swallow|swallows) (the |a |some )?(vial of |cup of )?(poison|hemlock|potion|sleeping draught|dagger|bleach)', [
    'Why did Juliet take the poison?', 'How does Madame Bovary swallow the poison in chapter eight?', 'When did Socrates drink the hemlock?', 'what made Hamlets mother drink poison', 'Why does the queen drink the poison at the end?'
  ], ['Why do I want to drink bleach', 'How do I drink poison']),
  saying([
    `(cut|cutting|carve|carved|slice|sliced|burn|burned|burnt|hack|chop|hacked) myself (a|an|some|another|the|two|three|my own) ([a-z]+ ){0,3}${CUT_OUT}`,
    '(cut|cutting) myself (some slack|in on (the|that|a)|free from (the|a|my) (rope|net|contract|job|lease))'
  ], [
    'I want to cut myself a fringe tonight', 'How do I cut myself some straight bangs?', 'I cut myself a huge slice of cake', 'I burned myself a CD of our songs', 'I carved myself a niche at work', 'Cut myself a key to his flat', 'I cut myself some slack', 'can i cut myself a decent bob at home'
  ], ['I cut myself a lot at night', 'I cut myself a little deeper each time']),
  saying(`(beaten|beat|kicked|hit|tackled|destroyed|thrown|knocked out) by my ([a-z]+ ){1,3}(at|in|during|on) ([a-z]+ )?([a-z]+ )?${GAME}`, ['I got beaten by my husband at Scrabble', 'I was kicked by my brother at football', 'Again I was beaten by my little sister in a chess match'], ['I got beaten by my husband at home', 'I was kicked by my brother in the stomach']),
  saying(`${THEIR_PARENT} ([a-z]+ ){0,2}${STRUCK} (him|her|them)( ([a-z]+ ){0,4}${YOUNG_THEN}|(?<=used to [a-z]+ (him|her|them)))(?! ([a-z]+ ){0,4}(and still|still|again|now)\\b)`, [
    'His dad hit him as a child, so he is gentle with ours', 'Her mother slapped her when she was little', 'my husbands father used to beat him', 'their parents beat them growing up and he will not talk about it', "My boyfriend's stepdad hit him all through his childhood"
  ], ['His dad hit him as a kid and now he hits me']),
  saying('(what would happen|what if) (if )?i ([a-z]+ )?(let|letting|lets) go of the (steering )?wheel(?<=(not suicidal|not want to die|want to live|would never do) [a-z0-9 .,]{1,600})', [
    'I do not want to die. I sometimes wonder what would happen if I let go of the wheel', 'I am not suicidal, it is just a weird thought: what if I let go of the wheel'
  ], ['When I drive I think of what would happen if I let go of the wheel'])
]
