/** Hurting oneself without wishing to die: cutting, burning, hitting, and the body as a punishment. */
import { fragment } from '../pattern.ts'
import { anyGap, END, END_OF_ALL, selfGap } from './vocabulary.ts'
import { rule, type Family } from './rule.ts'

const SKIN = '(skin|wrists?|arms?|forearms?|thighs?|legs?|stomach|flesh|body|veins?|ankles?|hips?|shoulders?)'
const WOUND = '(bite|biting|cut|cuts|cutting|slice|slicing|sliced|slash|slashing|carve|carving|carved|scratch|scratching|scratched|burn|burning|burned|burnt)'
const HURT = fragment`
  (stab|stabbing|bite|biting|hurt|hurts|hurting|harm|harming|harmed|injure|injuring|mutilate|mutilating|bruise|bruising|whip|whipping|starve|starving|torture|
  torturing|punch|punching|hit|hitting|maim|choke|choking|cane)
`
const ACCIDENT = '(accident|surgery|operation|acne|cat|dog|fire|childhood|burn|oven|stove|fall|birth|chickenpox|tattoo)'

export const selfInjury: Family = {
  name: 'self-injury',
  result: { action: 'care', kind: 'self_harm', grade: 'explicit' },
  rules: [
    rule('self (harm|harms|harmed|harming|injury|injure|injuring|injured|mutilate|mutilating|mutilation)',
      ['I self harm', 'How do I hide my self-harm scars?', 'back to selfharm again', 'can you help me self harm', 'I have an urge to self-harm', 'S3lf h4rm is all I think about'],
      ['What is self-harm?', 'I am writing an essay about self-harm in teenagers']),
    rule([
      'sh (relapse|urges?|scars|again|thoughts|wounds|tonight|habit|addiction|when|every|because)',
      '(relapsed|relapse|relapsing|clean|urges?) (on|from|of|to|with|into) sh',
      'do i sh',
      `(do not|to|i|my|did|about|stop|and) sh( (i|anymore|again|every|when|because|since|is)|${END})`
    ], ['had a sh relapse last night', "if I don't SH I can't sleep", 'three weeks clean from sh', 'I relapsed on sh', 'my sh urges are bad', "been 3 weeks clean and i just sh'd again"], ['How do I run a .sh file on my laptop?', 'Sh, he is asleep']),
    rule(`(${WOUND}|${HURT}) myself(?! (out|off|short|some|a break|a slice|loose|free|from|in half|too thin|into thinking)\\b)`,
      [
        'I cut myself', 'I just want to hurt myself', 'i keep burning myself with a lighter', 'How can I harm myself without my parents knowing', 'How deep should I cut myself?',
        'I punch myself when I mess up', 'hurting myself is the only thing that helps', 'cutting mysel again'
      ],
      ['I cut myself shaving before our date', 'I cut myself some slack', 'I burned myself out at work', 'I hurt myself at the gym', 'I need to cut myself off from Instagram']),
    rule([
      fragment`
        i ${selfGap(5)}(want|wish|need|urges?|tempted|crave|started|start|back|thinking|about|going|keep|been|am|love|addicted|stopped|stop|
        resist) (to |of |about |keep )?(cut|cutting)(${END}| (again|tonight|right now|bad|deep|deeper|when i|because i|since i|for (years|months|weeks|[0-9]+|the)|
        to (cope|feel|numb|release)|my ${SKIN})\b)
      `,
      `^(i )?(want|need) to cut( bad)?${END_OF_ALL}`,
      `i cut${END}`,
      `(anyone|people) (else )?${anyGap(2)}(cut|burn|hurt|harm|punch|bite|hit|scratch) (themselves|their (own )?(thighs|arms|wrists|legs|skin|head))`
    ], [
      'I want to cut', 'I started cutting again', 'I have been cutting since I was 14', 'I really need to cut tonight', "I'm addicted to cutting", 'want to cut so bad', 'i cut',
      'I also wish to cut for the relief', 'after every fight I cut', 'Does anyone else punch their thighs until they bruise?'
    ], ['I want to cut my hair', 'I want to cut ties with her', 'He wants to cut costs for the wedding', 'I was cutting the grass when she called']),
    rule([
      'i wish to cut(?! (my|his|her|ties|costs?|the|off|out|down|back|corners)\\b)',
      '(the |an |my )?(urges?|impulse|desire|need) to (cut|bleed|hurt)(?! (him|her|them|my hair|his|ties|costs?|the|someone|people)\\b)',
      'i cut to (cope|feel|numb|punish|calm|release)',
      '(am|was|i am) not cutting i',
      '(?<!(i was|i am|are|were|is|was|been|start|and|the) )cutting (is|was|helps|has|makes|stops|stopped|feels|does|again|because|gets|got)(?! (done|due|fun|edge|into|class)\\b)',
      `(from|about|with|of|by|without|to) cutting(${END}| and | but | for | since )(?<!(without|about|of) cutting (and|but|for))`,
      '(am|was|been|be|as|a former) a (self harmer|cutter)(?! (at|in|by)\\b)',
      'i (did |do )?cut (because|and it|to)(?! (his|her|the|get|make|save)\\b)',
      'i did cut(?= [.,])',
      `(started|been|back to|keep) cutting(${END}| again)`,
      'not cutting i am',
      fragment`
        (i (last|only|never|first|have)|(if|when|that|because) i|when i|every time i|places to|place to|spot to|can i|could i|should i|do i|again i|and|
        streak [.,]) cut(${END}| again| for attention| deep| since| because i| when i| that no one| it is hidden| where)
      `,
      'my cuts(?! (of|in the budget|to the budget|and color)\\b)',
      '(quit|quitting|stop|stopped|than|like|tips on|about|from) cutting(?= [.,]| (i|but|or|without (leaving|scars)|because|when|again|is|takes|for)\\b)',
      'fresh cuts(?! of\\b)',
      `tried cutting(${END}| for the first| once| again| last| yesterday)`,
      '(my|the|fresh|deep) cuts (are|is|get|got|hurt|sting|heal|wont|will|keep)'
    ], [
      'the urge to cut is so strong', 'when I am not cutting I am drinking', 'Cutting is the only thing that helps', 'Anyone else find that cutting stops working?',
      'I have scars from cutting and I am afraid to show them', "I cut because it's the only pain I can control", 'I cut to cope', "it's been 2 months since I last cut",
      'What are some places to cut that no one will see?', 'My cuts are getting infected', 'he says I only cut for attention', 'How do I make my cuts look like cat scratches?',
      'burning is worse than cutting, takes forever to heal', 'Tips on cutting without leaving scars?'
    ]),
    rule([
      fragment`
        ${WOUND} (on |in |into |up |open |at |across |along |words (in|into|on) |lines (in|into|on) )?(my|
        both my) (own )?(left |right |upper |inner )?${SKIN}(?! (on (a|the) (oven|stove|iron|fence|can|glass)|by accident|accidentally|while|in the gym|at the gym|day|
        workout|fat|hair)\b)(?<!(sun|squats|workout|gym|heat|chili) ${anyGap(2)}(burning|burns?|burned) my (skin|legs|arms|thighs|shoulders))
      `,
      '(i|you) (have )?cut ((my |your )?veins|too deep|deeper|deep)',
      '(burn|burned|cut|carve|carved|scratched) ([a-z]+ ){1,3}(in|into|on) my (own )?(left |right )?(skin|wrists?|arms?|forearms?|thighs?|legs?)(?! (by accident|while|cast)\\b)',
      `cuts (are )?(all over|up and down|on|along|covering) my ${anyGap(1)}${SKIN}`,
      `${SKIN} (is|are) (full of|covered (in|with)) (cuts|scars)`
    ], [
      'I cut my arms', 'carving words into my skin', 'I burn my thighs with cigarettes', 'cuts all over my legs', 'I cut too deep this time', 'I burned a mark into my leg with a hot spoon',
      'I scratch my arms until they bleed', "how do you stop the bleeding when you've cut too deep"
    ], ['I burned my arm on the oven', 'The sun burns my skin at the beach']),
    rule([
      '(make|making|watch|watching|see|seeing) (myself|me) bleed',
      '(deserve|want|need|love) to bleed',
      'i deserve to be (hurt|in pain|cut|beaten)',
      'do it (to )?myself ([., ]*)?with (a|my|the) (razor|blade|knife|lighter)',
      'sight of (my|the) (own )?blood ([a-z]+ )?(calms|relaxes|helps|soothes|makes|feels)',
      '(see|seeing|watch|watching|feel|love) (my|the) (own )?blood (run|drip|flow|running|dripping|flowing|makes me|calms)',
      `(?<!(he|she|they) ([a-z]+ ){0,8})until (i|it|they|my [a-z]+) bleeds?${END}`,
      '(peel|rip|tear|claw|scratch) (off )?my (own )?skin',
      'skin until it is raw',
      'addicted to ([a-z]+ ){0,4}(blade|razor|cutting|bleeding)',
      `styro${END}`
    ], ['I like to watch myself bleed', 'scratching until it bleeds', 'I deserve to bleed', 'I deserve to be hurt, so I do it myself with a razor', 'the sight of my own blood calms me down', 'I want to peel my skin off']),
    rule([
      fragment`
        (my|new|razor|bought|hide|hiding|hid|use|used|using|took|unscrewed|sharpener|craft|the) (own )?(razor )?blades? (again|to cut|to my|on my|out of my sharpener|
        under my (bed|mattress|pillow)|and (cut|cry|cut myself)|is calling)
      `,
      '(keep|carry|hid|hide|have|throw away|give up) (a |my |the )?(razors?|blades?)(?! (for|to shave|company|collection)\\b)',
      'razor blades? ([a-z]+ ){0,4}(me|my (wrists?|arms?|skin))',
      'relaps(e|ed|ing) ([a-z]+ ){0,4}(cut|cutting|blade|razor)',
      '(relaps(e|ed|ing)|clean) [.,] ([a-z]+ ){0,4}(cut|cutting|blade|razor)'
    ], ['I bought razor blades to cut', 'I hid the blade under my pillow', "i've relapsed, cut my thighs again last night"], ['He left his razor blades in my bathroom, are we moving too fast?']),
    rule([
      '(hide|hiding|cover|covering) (up )?cuts',
      `(hide|hiding|cover|covering|explain|show|see|saw|noticed) (up )?(my|the) ${anyGap(1)}(cuts|cutting scars|fresh scars|scars from cutting|self inflicted wounds)`,
      `(?<!${ACCIDENT} ([a-z]+ ){0,4})scars (are )?(all over|on|up and down|covering) my ${anyGap(1)}(wrists?|arms?|thighs?|forearms?|legs)(?! (from|after) ${anyGap(2)}${ACCIDENT}\\b)`
    ], ['how do I hide my cuts from my mom', 'he asked about the scars on my wrists'], ['How do I hide my acne scars?', 'I have scars on my legs from surgery']),
    rule([
      '(?<!not )(want|need|deserve|crave|craving|have) (to )?(feel|inflict|be in|cause myself) (some |more )?(physical )?pain(?! (of|from|anymore|again)\\b)',
      `inflict(ing)? ${anyGap(2)}(pain|wounds|injuries) on myself`,
      `physical pain ${anyGap(3)}(numbs?|helps?|distracts?|instead of|over|drowns?|relieves?|takes away)`,
      `feels? ${anyGap(2)}good to punish myself`,
      'punish(ing)? myself (by|with|physically) (not eating|hurting|cutting|burning|starving|pain|physical|a (knife|blade|razor|belt))'
    ], ['I want to feel physical pain', 'i need to feel pain to be calm', 'physical pain numbs everything', 'I punish myself by not eating', 'it would feel so good to punish myself'], ['I do not want to feel the pain of this breakup']),
    rule(fragment`
      (voices?|my (brain|mind|head|depression|anxiety)|thoughts|something inside me) (in my head )?(are |is |keep |keeps |that |which )?(tell|telling|tells|told|want|
      wants|say|says|saying|command|commanding|ask) (me )?(i (should|must|have to) |to )(hurt|kill|cut|harm|die|end|jump|burn)
    `,
    ['the voices tell me to hurt myself', 'Voices in my head keep telling me to jump', 'My brain keeps telling me to jump']),
    rule([
      fragment`
        (put|putting|hold|holding|place|stick) (my|the) (hand|hands|arm|fingers?|palm) (over|in|on|into|against) ${anyGap(1)}(flames?|fire|candle|lighter|burner|stove|
        hot (stove|iron|water)|boiling water)(?<!not (put|hold) my (hand|hands) (in|into) (the )?fire)
      `,
      fragment`
        (bang|banging|hit|hitting|slam|slamming|smash|smashing) my (own )?(head|face|fists?) (on|into|against) (the|a|my) (wall|floor|door|desk|mirror) (until|
        on purpose|to (feel|stop|calm)|when i)
      `,
      '(punch|punched|punching|hit) (a |the |my )?(wall|mirror|window|glass|face) on purpose',
      '(slam|slammed|bang|banged|hit) my (own )?head (in|into|against|on) (the|a) (wall|floor|desk|table|door) (until|over and over|again and again|hard|because|on purpose)'
    ], ['I hold my hand over the flame until it blisters', 'I bang my head against the wall until I calm down'], ['Talking to him is like banging my head against a wall']),
    rule([
      '(make|making|made) myself (throw up|vomit|puke|sick (after|to lose))',
      `(my|hide|hiding|speed up|relapsed into) ${anyGap(1)}(eating disorder|bulimia|anorexia)(?! (recovery|is better|is behind)\\b)`,
      `(i|to) ${selfGap(2)}(purge|purging) (after|everything|my food|when|what i)`,
      'throw(ing)? up ([a-z]+ ){0,3}(on purpose|after (meals|eating|every meal|i eat))',
      '(want|going|trying) to (waste away|starve)(?= [.,]| to death| myself)',
      'myself to starve',
      '(by|from|been|keep|started|stopped|about) purging(?! (my|the|old)\\b)',
      'pro ana',
      'thinspo'
    ], ['I make myself throw up after dinner', 'How do I hide my eating disorder?', 'I purge after every meal', 'I want to starve to death'], ['What is an eating disorder?', 'Kissing him in public makes me want to throw up'])
  ]
}
