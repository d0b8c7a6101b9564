/** Fear of somebody close. */
import { fragment } from '../pattern.ts'
import { anyGap, gap, PERSON } from './vocabulary.ts'
import { rule, type Family } from './rule.ts'

const AFRAID = '(afraid|scared|scarred|terrified|frightened|fearful|petrified|in fear)'
const THE_FEARED = '(boyfriend|girlfriend|husband|wife|partner|ex|ex husband|ex boyfriend|ex wife|dad|father|stepdad|step dad|stepfather|mom|mother|brother|son|fiance|parents|family|in laws)'
const NOT_OF_LOSS = fragment`
  (?! (leaving|dying|cheating|death|reaction to (my|the) (gift|news)|judging|not|getting (sick|bored|covid)|finding (someone|another|out about the)|losing|moving|
  saying no|thinking|breaking|rejecting|being (sick|with|bored)|meeting|in laws?|falling|seeing|hating|family|friends)\b)
`
const HARM_ME = '(hit|kill|beat|attack|harm|strangle|rape|come after|shoot|stab|abuse|punish|hurt) (me|us|my [a-z]+|the kids)'

export const fearOfThem: Family = {
  name: 'fear of somebody close',
  result: { action: 'care', kind: 'abuse', grade: 'explicit' },
  rules: [
    rule([
      fragment`
        (i|am|we|feel|being|live|so|kids are|and|get|me) ${gap(2)}${AFRAID} of (him|her(?= [.,]|( [a-z]+)? (when|and|because|anger|temper|now|all))|
        my ${anyGap(1)}${THE_FEARED}(s (temper|anger|rage|outbursts|fists|violence))?)${NOT_OF_LOSS}
      `,
      `^${AFRAID} of (him|her(?= [.,])|my ${THE_FEARED})${NOT_OF_LOSS}`
    ], ['I am scared of my husband', 'im afraid of him', "I'm terrified of my ex", 'I live in fear of my father', "I'm scarred of him when he drinks", "I'm afraid of my husband's temper"], ['I am scared of him leaving me', 'I am afraid of my husband dying before me', 'I am scared of losing her', 'he is scared of his mother']),
    rule(fragment`
      (afraid|scared|terrified|worried|fear|frightened|think|know|sure|convinced|feeling) (that |of what |what |because )?${PERSON} ${gap(2)}(will|would|might|could|
      may|is going to|wants to|are going to|can) ${gap(2)}(${HARM_ME}|get violent|become violent|be violent|snap and|explode and|lose it and|do (something|to me|if i)|
      find (me|us|out where))(?! (feelings|heart|emotionally|again|like)\b)(?<!hurt my [a-z]+)
    `,
    [
      'I am afraid he will hurt me', "I'm scared that my ex will find me", 'I think he is going to kill me one day', 'worried she might get violent when I tell her',
      "I'm afraid of what he'll do if I leave"
    ],
    ['I am scared he will leave me', 'I am afraid he will find out about the surprise party', 'I am scared he will hurt me again']),
    rule([
      fragment`
        (he|she|husband|wife|boyfriend|girlfriend|ex|partner|they) (is going to|are going to|was going to|will|would) (hurt|hit|beat|kill|find) (me|us) (if (i|he|
        she) (leave|leaves me no|find me|finds (me|out)|tell|go|try|sees me|catches me)|when (he|she) (gets|comes|finds)|tonight|one day|someday|in my sleep)
      `,
      '(can not|not|never) (leave|escape) (him|her) ([.,]|because|or) (he|she) (will|would) (kill|hurt|find|beat) me(?! out (about )?(the (scratch|dent|party)|i (forgot|broke|ate))\\b)'
    ], ["he's going to hurt me if he finds out", 'she is going to kill me when she gets home', 'he will kill me if he sees me with another man', 'I cannot leave him, he will kill me'], ['My mom is going to kill me, I forgot her birthday']),
    rule(fragment`
      (scared|afraid|terrified|frightened|not safe|unsafe|dread|dreading) (to |of )?(go(ing)? home( to (him|her|my))?|be(ing)? (at home|home|alone) (with (him|her|
      my ${THE_FEARED}))|sleep(ing)? (next to|beside) (him|her)|say(ing)? no to (him|her)|(leav(e|ing)|break(ing)? up with|divorc(e|ing)|disobey(ing)?|
      upset(ting)?) (him|her|my ${THE_FEARED}) (because|in case|of what)|live with (him|her)|anger(ing)? (him|her)|when (he|she) (comes|gets) home|to (leave|
      tell) (him|her|my [a-z]+) because (he|she) (said|says|will|would|threat))
    `,
    ['I am scared to go home to him', 'afraid to say no to him', 'I dread when he comes home']),
    rule([
      fragment`
        (of|about) what (he|she|they|my ${anyGap(1)}${THE_FEARED}) (might|will|would|could|may|is going to) do(?! (without|for|next|about|with (his|her)|if he (finds|
        found) out about)\b)(?<=(afraid|scared|terrified|fear|worried|frightened|because|him|her) (of|about) what [a-z ]{3,40})
      `,
      '(feel |am |be )?unsafe (around|with|near) (him|her|my)',
      'makes me (feel )?(unsafe|scared of (him|her)|afraid of (him|her)|fear for)',
      `i (fear|dread) (him|her|my ${THE_FEARED})(?= [.,]| and | when | because )`,
      'before (he|she) (kills|hurts|hits) me',
      '(help|need) getting away from (him|her|my)',
      '(do|does|did) not feel safe (at home|around (him|her|my)|with (him|her|my)|in my (own )?(home|house|marriage|relationship))',
      '(not|never) safe (at home|with (him|her)|around (him|her)|in my own home)',
      '(fear|fearing|afraid|scared|feared|running|run) for (my|our|my kids|my childrens?|the kids) (life|lives|safety)',
      'my life is in danger',
      '(i am|we are) in danger(?! of (failing|losing|breaking|drifting|being (late|fired))\\b)',
      `eggshells ${anyGap(3)}(scared|afraid|hit|hurt)`
    ], [
      "I don't feel safe around my boyfriend", 'I do not feel safe at home', 'I fear for my life', 'I am in danger', "I'm not safe with him",
      'I am terrified to break up with him because of what he might do', 'I feel unsafe around my partner', 'I fear my husband', 'He makes me feel unsafe',
      'I need to get away from him before he kills me'
    ], ['I feel safe with him', 'We are in danger of drifting apart']),
    rule([
      fragment`
        (he|she|him|her|my (husband|boyfriend|wife|girlfriend|partner|dad|father|ex)) ${gap(2)}(scares|frightens|terrifies) (me|us|the kids|my kids)( (when|if|because|
        every|and|physically)|(?= [.,]))(?! (i might|how much i (love|like)|about (money|the future))\b)
      `,
      fragment`
        (at times|when he|when she|yells|screams|rages|mad|angry|drunk) ([a-z.,]+ ){0,6}i (feel|am|get) (scared|afraid|unsafe|frightened|terrified)(?= [.,]| of (him|
        her)| for my| around (him|her)| in my own| when (he|she))
      `
    ], ['he scares me when he drinks', 'When he rages I am afraid for my life', 'He just yells at me. At times I feel scared.'], ['It scares me how much I love him']),
    rule([
      'hiding from (him|her|my (husband|boyfriend|ex|wife|dad|father|girlfriend))',
      '(hide|hides) in (the|my) (bathroom|closet|bedroom|car|room) (when|until|because|from|while)',
      '(hide|hides|hid) when (dad|he|she|mom|my [a-z]+) (comes|gets|came|is)',
      'hiding in the (bathroom|closet|bedroom|car) (from|because|so|while (he|she)|until (he|she))',
      'locked myself in (the|my|a) (bathroom|bedroom|room|car|closet)(?! (out of|by accident|accidentally|to (get|have|cry|be alone|read|eat|breathe)|for (five|ten|a (minute|bit))|with (a book|ice cream))\\b)',
      `(escape|flee|run away|ran away|fled|escaped) from (my )?${anyGap(1)}(husband|boyfriend|wife|partner|girlfriend|ex|him|stepdad|father)`,
      `(escape|flee|fled) my ${anyGap(1)}(husband|boyfriend|wife|partner|girlfriend|stepdad|father)(?! for (a (weekend|day|bit)|coffee)\\b)`,
      fragment`
        (kids|children|son|daughter|they|he|she|child) ${anyGap(6)}(afraid|scared|terrified|flinch|flinches|fear|dodging) ${anyGap(4)}(get hit|being hit|be hit|
        hit them|hits them|of (his|her|their) (dad|father|stepdad|stepmom))
      `,
      'i flinch (when|if|every time) (he|she)'
    ], [
      'I am hiding in the bathroom from him', 'How do I escape from my husband?', 'My daughter is afraid of her stepdad', 'the kids act scared they will be hit',
      'I flinch when he raises his arm', 'I locked myself in the bathroom because he was raging'
    ])
  ]
}
