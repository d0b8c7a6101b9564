/** A wish to be dead or no longer to live, said in the first person. */
import { fragment } from '../pattern.ts'
import { anyGap, END, NOT_A_HOME, NOT_OTHERS, selfGap } from './vocabulary.ts'
import { rule, type Family } from './rule.ts'

/** Small words that may stand between wanting and dying; any other word would make it about something else. */
const small = (count: number) => fragment`
  ((to|i|am|was|were|will|would|could|can|be|being|finally|soon|quietly|and|that|for|of|get|go|have|had|a|an|all|now|in|my|own|more|off|only|feel|feeling|like|want|
  the|about|way|then|up|peacefully|slowly|tonight|this|moment|day|some|early|how|it|what) ){0,${String(count)}}
`
const WANT = fragment`
  (want|wanting|wish|wished|wishing|hope|hoping|pray|praying|beg|begging|crave|craving|yearn|yearning|ache|aching|longing|let me|help me|make me|looking forward|
  might as well|tempted|waiting|would love|would like|prefer|rather|worth more|better|easier|easiest|happier|relief|relieved|nice|nicer|peaceful|kinder|freeing)
`
const I_SHOULD = '(need|should|must|deserve|plan|planning|decided|choose|ready|wait|going through with|prepared|considering|considered|peace|imagine is|only if)'
const DEATH = fragment`
  (die|dead|dying|death|be over with|not exist|not existing|not be alive|not being alive|stop existing|stop living|stop being alive|cease to exist|leave this (world|
  earth|planet|life)|exit this (world|life)|six feet under|in my grave)
`
/** "die my hair", "die happy next to you", "die on this hill", "death metal". */
const NOT_A_DEATH = fragment`
  (?! ((my|his|her|the|their) ([a-z]+ )?(hair|eyebrows|beard|dress|clothes|shirt|jeans|roots)|hair|happy|old|alone|for|next to|in (his|her|your|peace|the game)|
  on (this|that|the) hill|of (embarrassment|shame|laughter|cringe|boredom|hunger|thirst|old)|from (embarrassment|shame|laughter|cringe|boredom)|laughing|than (to|in|
  at|with)|with|before (you|him|her)|first|sure|certain|serious|wrong|right|set|to me|to (him|her|them)|penalty|metal|note|star|row|certificate|only|as|inside|end|
  in a ditch)\b)
`
const LIVE = '(live for|living for|live|(?<!a )living|be alive|being alive|am alive|alive|stay alive|staying alive|do life|exist|existing|existence|breathing)'
const NOT_TO_THEM = '(?! (to (him|her|them|me|my)|only|as|for (him|her|them|others))\\b)'
/** What may stand between a no and living: want, feel, reason, point, know how … */
const reason = (count: number) => fragment`
  ((to|i|am|do|did|of|in|for|the|a|any|much|more|left|want|wanted|wanting|wish|deserve|feel|feeling|like|care|know|how|why|if|should|would|see|find|have|good|real|
  single|point|purpose|reason|reasons|meaning|sense|will|desire|strength|energy|courage|motivation|bear|bother|keep|keeping|go|going|carry|carrying|on|continue|
  continuing|me|my|own|enough|be|stand|plan|intend|worth|is|sure|that|life|anything|this|it|all|bothering|up) ){0,${String(count)}}
`

export const wishToDie: Family = {
  name: 'wish to die',
  result: { action: 'care', kind: 'self_harm', grade: 'explicit' },
  rules: [
    rule(fragment`
      (${NOT_OTHERS}(?<!(is|are|was) (much |far |so )?)${WANT}|(part|half|side|something) (of|in) me (wants|wishes|hopes|longs|is ready)|i ${selfGap(3)}${I_SHOULD}|(i am|i would be|id be|be|
      feel) (better|easier|happier)) ${small(6)}${DEATH}${NOT_A_DEATH}
    `,
    [
      'I want to die', 'idk i just really fucking wanna die', "I'm ready to die", 'honestly i wanna diee', 'God please let me die', 'I should just die', 'w a n n a  d i e',
      'I deserve to die', 'Part of me wants to die but I am scared', 'One half of me is ready to die', 'I would rather be dead than alone', 'Some days I hope to die in my sleep', 'Im sad and I want 2 die', 'I want to stop existing', 'I wish to be dead',
      'I wish I was dead', 'I pray for death every night', "I'd be better off dead", 'It would be easier to just die', 'waiting to die', 'I deserve death', 'I am worth more dead than alive',
      'I need help, help me die', 'I hope I die soon'
    ],
    [
      'I want to die my hair blue before the wedding', 'I want to die happy, old and next to you', 'Is that the hill you want to die on?', 'This trend needs to die',
      'I wish he was dead to me', 'Rapists deserve the death penalty', 'I wish I was dead sure about this engagement, but I am not'
    ]),
    rule([
      'being dead(?! (tired|set|serious|last|wrong|inside|to me)\\b)',
      `${NOT_OTHERS}(stop|stopped|stopping|cease|ceased) existing(?! (to|for|in) )`,
      `${NOT_OTHERS}(leave|leaving) this (world|earth|planet|life)(?! (of|behind a)\\b)`,
      'why (can|could|did|do) not i die',
      'why was i (ever )?born',
      `(?<!(he|she) )hurts to (be alive|live|exist)${NOT_A_HOME}`,
      '(being alive|existing) (hurts|is pain)',
      `my life (should|must|has to|needs to) (end|be over|stop)${END}`,
      '(want|wish|need|ready for) (that )?my (own )?life (to |would |could )?(be over|end|stop|finish)(?! (up|with|in)\\b)',
      '(want|wish) (that )?it (would |could |to )?all (end|stop|be over)(?! (up|well|with)\\b)',
      `life has lost (all |its |any )?(meaning|purpose)${NOT_A_HOME}`,
      'not (want|wish) to be alive'
    ], [
      'The only peace I can imagine is being dead', "everyone's life would improve if I just stopped existing", "I've decided that I'm leaving this world on my birthday",
      "why can't I just die", 'why was I born', 'I want my life to be over', 'I wish it would all end'
    ], ['I want my life to end up better than this', 'I wish it would all end up fine']),
    rule([
      fragment`
        (death|dying|being dead|not existing) ((?!of |penalty |metal |in )[a-z]+ ){0,4}(easier|better|relief|escape|way out|answer|peace|peaceful|solution|option|
        release|freedom|comforting|calling|no different)
      `,
      '(way out|option|escape|solution|answer|choice) ([a-z]+ ){0,4}(death|dying|to die|suicide)',
      'i (want|crave|welcome|embrace|await) (and embrace )?death(?! (metal|note|row)\b)',
      '(accept|embrace|welcome) (and embrace )?death',
      '(want|wish) (myself|me) dead',
      `with me (dead|gone)${END}`,
      'death is (all|the only thing|what|always|constantly) ',
      'feel (like )?to die',
      '(welcome|want) a terminal (diagnosis|illness|disease)',
      'dying does not (scare|frighten) me',
      '(?<!not )i would be dead (already|by now)',
      '(was|were) not for ([a-z]+ ){1,6}i would (be dead|have (killed|ended|died|jumped|done it))',
      'help dying',
      '(?<!(he|she) is )going to die (tonight|today|by)(?! (the )?(cold|heat|of)\\b)',
      'by my own hand'
    ], [
      'Death would be a relief', 'death sounds peaceful tbh', 'dying would be easier than this', 'Is it bad that I think of death as an escape?', "there's no way out for me except death",
      'I wonder if death would finally give me peace', "They'd all be happier with me dead", 'I need help dying', 'Death is all I think about', "If it wasn't for my kids I'd be dead already"
    ], ['He said the death penalty would be better, we argued about politics', 'The death of my father was a relief for her']),
    rule(fragment`
      (end|ending|ended|take|taking|took|finish|finishing|terminate|quit) (my (own )?(life|existence)|(this|the) life of mine)(?! (back|in|to|seriously|one|into|as|
      with|together|story|for|right|of|off|work|partner|insurance)\b)
    `,
    [
      'I am going to end my own life', 'thinking of ending my life', 'I want to take my own life', 'endmylife', 'I have had thoughts of ending my life since she left',
      'I nearly ended my life last May'
    ],
    ['I want to take my life back after the divorce', 'I will take my life one day at a time', 'He wants me to end my lease early', 'I want to take my life in a new direction']),
    rule([
      fragment`
        (end|ending|finish|finishing) (it all|everything(?! (with|between|on|is|in)\b)|my (own )?(suffering|misery|pain|time on earth)|it (for good|permanently)|
        things [a-z ,]{0,16}(permanently|once and for all))(?! (with|between)\b)
      `,
      'want it all to (end|be over|stop)',
      '(let|make) it (all )?(end|be over) [.,]'
    ], [
      'I just want to end it all', 'someone help me finish my misery', 'I want it all to be over', "I can't do this, I want to end it all",
      'I have been thinking of ending things permanently'
    ], ['How do I know when to end things?']),
    rule([
      `(easy|easier|simple|tempting) (for me )?to end it(${END}| if i| now| right)`,
      'check(ing)? out (for good|permanently|of (this )?(life|world))',
      'log(ging)? (off|out) (of )?life',
      'quit(ting)? life',
      'toaster bath',
      'commit sudoku',
      'self delete',
      '(easy|only|permanent) way out',
      '(permanent|eternal) sleep',
      'out of this life'
    ], [
      'it would be easier to end it', 'thinking about checking out for good', 'ready to log off life', 'a toaster bath sounds nice', 'maybe i should take the easy way out',
      'I want out of this life'
    ], ['It would be easier to end it with him in person', 'What time do we check out of the hotel?']),
    rule([
      fragment`
        ((${NOT_OTHERS}(tired|sick|exhausted|fed up|bored|weary)|i ${selfGap(2)}(done|over|hate|despise|loathe|through)|^(done|over|hate)|[.,] (done|
        over)) (and tired |with |of |from |up )*(being |my )?|hate )${LIVE}${NOT_A_HOME}
      `,
      `${NOT_OTHERS}(tired|done|finished|fed up|sick|over) (of |with )?(this |my |the )?life(${END}| and | because | right now| as )`
    ], [
      'I am so tired of living', 'tired of being alive', 'done with life', "I'm sick and tired of existing", 'I hate being alive', "I'm exhausted from existing", 'so done with this life',
      'i am so over being alive'
    ], ['I am tired of living with my in-laws', 'I hate living in this town', 'We are done with living apart', 'I am sick of living paycheck to paycheck', 'He is done with life in the city']),
    rule(fragment`
      ${NOT_OTHERS}(do not|did not|no longer|never|not|stopped|barely|hardly) (want|wanted|wanting|wish|deserve|feel|care|plan|intend|need|know (how|why|if)|see|find|
      sure|have)${NOT_TO_THEM} ${reason(8)}${LIVE}${NOT_A_HOME}${NOT_TO_THEM}
    `,
    [
      "I don't want to live anymore", 'i dont wanna be alive', 'just not wanting to exist', 'dont want to live like this', "I don't deserve to live",
      'I do not have the strength to keep living', "I don't plan on being alive in five years", "I don't know how to keep living", "I don't know why I'm still alive",
      "I don't feel like living", 'not sure I want to keep living', "I don't see any point in living anymore", 'I no longer wish to be alive'
    ],
    [
      "I don't want to live with him anymore", "I don't want to live in Ohio", 'She does not want to live together before marriage', "I don't want to live without you",
      'I do not want to live like roommates', "I don't know how to live without her", 'I do not want to exist only as his wife'
    ]),
    rule([
      fragment`
        (no|lost|losing|lose|without|any|nothing|what|zero|one|can not|could not|not (?=see|find|have)|give me|gave me no|what is the|out of) ((good|real|single|more|
        find|see|have|all|much|is|will|the|a|any|think of) )*(reason|reasons|point|use|purpose|meaning|sense|interest|will|desire|strength|energy|courage|motivation|
        wish|worth|left|bear|stand|face|bother)${NOT_TO_THEM} ${reason(6)}(${LIVE}|carrying on|carry on|going on|my life|sticking around|stick around|continuing|
        to continue|keep going|keep trying to live|go on|being here)(?<!\b(he|she|we|kids|couples?|relationship|marriage|dating) ([a-z]+ |[.,] ){0,16}point in (carrying on|going on|continuing))(?! (about|dates?|vacation|holiday|trips?|with|in|on|to|out|back|over|through)\b)(?<!meaning (of|
        in) (my )?life)${NOT_A_HOME}${NOT_TO_THEM}
      `,
      'nothing (for me )?to live for',
      `(lost|losing) ${anyGap(4)}will to live`
    ], [
      'I have lost the will to live', 'I have no desire to be alive', 'I have nothing left to live for', 'I have no reason to live', "what's the point of being alive",
      'i see no point in carrying on', 'No point living if she is gone', "I can't bear to live another day", 'what reason do i have to live', 'no friends and no reason to stick around',
      'Nothing is worth living for anymore', 'give me one reason to stay alive'
    ], [
      'There is no reason to live together if we fight', 'You gave me a reason to live', 'My daughter is my reason to live', 'There is no point in living together if we fight',
      'What is the meaning of life?', 'There is no point in going on about it'
    ]),
    rule([
      fragment`
        (life|living|existing|existence) (is|does|feels|seems|has|was) (been |become )?((not|no longer) ([a-z]+ )?worth (living|it)|meaningless|pointless|no (meaning|
        purpose|point|value)|unbearable|not worth|exhausting|torture|hell|(painful|hard|heavy|much) to (continue|go on|bear|live|carry))(?! (without (him|her|you)|
        with (him|her))\b)
      `,
      'is life worth (living|it)',
      'not worth living',
      '(do not|no longer) want (to be (on this (earth|planet)|in this world)|(this|my) life(?= [.,]| anymore| and))'
    ], [
      'life is not worth living', 'Is life worth living?', "life isn't worth it anymore", 'My life has no meaning', 'life feels pointless', 'existing is exhausting',
      'Life is too painful to continue', "I don't want this life anymore"
    ], ['Life has no meaning without you']),
    rule([
      `can not (live|be alive)(${END}| anymore| any longer| another day| with this pain)`,
      'can not (face|bear|survive|get through|take|do|imagine living|imagine) (another|one more) (day|year|month|week)(?! (of|at|with|in|without) (?!this|pain|life|being|existing)[a-z]+)',
      `why (should|would|do|am|can|did|bother) (i |not i )?(not )?${LIVE}(?! (with|in|to (his|her|the)|dates?|there|here|so far)\\b)`,
      'why (should|would) (i )?not (i )?(die|kill myself)'
    ], [
      'He broke up with me and I can not live anymore', "I can't face another day", "I can't imagine living another year", 'Why should I stay alive?', 'why am i still alive',
      'why do i even exist'
    ], ["I can't live without him", 'I can not bear another day of his snoring', 'Why should I live with his mother?']),
    rule([
      'nothing (is )?(left )?(keeping|holding|to keep|to hold) me (here|alive)',
      '(only|sole|one) (reason|thing) (that |why )?(i am|keeping me|keeps me|holding me|that keeps me) (alive|here|from (doing it|killing|dying|suicide)|living)',
      'only alive because',
      'reason i (have not|am not) (killed|done it|dead|gone|ended)'
    ], ['the only reason im still alive is my daughter', "I'm only alive because of my mom", "there's nothing keeping me here"]),
    rule([
      fragment`
        (disappointed|upset|angry|sad|hate|sucks|regret|mad|devastated|wish|wishing) (that |when |because |to )?(i )?(am |was |had |woke up |be )?(alive|survived|
        woke up(?! (next|late|early|to|alone|at|in|beside))|did not die|not dead|had died|(pills|it|overdose|rope) (did not work|failed))
      `,
      '(?<!(he|she) )(regret|regretting|hate|sad about) (surviving|waking up(?! (next|late|early|to|alone|at|in|beside)))',
      'sad to wake up(?! (next|late|early|to|alone|at|in|beside)\\b)',
      '(wish|wished) i did not wake up',
      'wake up ([a-z]+ ){0,3}(mad|sad|disappointed|angry|upset) (that )?i am here',
      'disappointed (that )?the (pills|rope|overdose|attempt)',
      'should have (died|been me who died)(?! (his|her|my)\\b)',
      fragment`
        (pray|praying|wish|hope|beg|begging|want|ready for) ([a-z]+ ){0,3}(god|lord|jesus|universe|death) ([a-z]+ ){0,2}(take|takes|
        took) me(?= [.,]| away| home| already| now| instead| in my sleep)
      `,
      'wake up wishing (that )?i (had not|was|were|did)'
    ], [
      'I woke up disappointed that I am still alive', 'disappointed that the pills did not work', 'I should have died in that crash', 'I pray every night that God takes me',
      'I hate that I woke up', 'I regret surviving', 'I wish I did not wake up today', 'every day i wake up wishing i hadnt'
    ], ['I hate that I woke up next to him', 'I hope he takes me to Paris']),
    rule([
      fragment`
        (not|never|can not) (see|picture|imagine|think|expect) (myself |that )?(i (will|would) |i am going to )?(making it|make it|living|live|alive|be alive|
        being alive|survive|surviving|reaching) (to|past|until|till|through|another|much longer|long enough)(?! (his|her|our|your|the (party|wedding|date)|work)\b)
      `,
      `(not|never) (think|believe) i will make it to ([0-9]+|christmas|new year|next (year|week|month)|summer|my [a-z0-9 ]*birthday|the end of (the|this) (year|month|week))${END}`,
      '(not|never) (see|imagine|picture) (a|any) future (where|in which) i am',
      'i will not (be alive|make it (through the (night|week)|to (morning|tomorrow|[0-9]+))|live (to|past|much))',
      'wonder(ing)? what (it is like to die|it would be like to (die|be dead)|dying feels like|being dead)'
    ], [
      "I don't think I'll make it to Christmas", "i don't see myself making it to 30", "I won't be alive by the time my birthday comes", 'I sit there and wonder what dying feels like',
      "I just can't see a future where I'm alive"
    ], ['I do not see us making it to the wedding', "I don't think I'll make it to the party"])
  ]
}
