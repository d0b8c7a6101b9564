/** Wishing to be gone without saying how: not waking up, being a burden, saying goodbye. */
import { fragment } from '../pattern.ts'
import { anyGap, END, END_OF_ALL, NOT_LIFE, NOT_OTHERS } from './vocabulary.ts'
import { rule, type Family } from './rule.ts'

const WERE_GONE = fragment`
  ((if |when |once |after |that )?i (was|were|am|would be|would|had|have|did|got|had been)? ?(suddenly |to be |be |just )?(gone|dead|died?|disappeared?|vanished?|
  passed away|not here|not around|not in it|not alive|no longer here|not exist|not wake up|never existed|never woke up|never (been )?born|killed|hit by|out of (the|their) (way|
  picture|lives))|without me(?! (at|on|for the|in the (team|band|group|office)|tonight|and it)\b))
`
const WISH = '(hope|hopes|hoping|hoped|wish|wishes|wishing|wished|pray|praying|prayed|want|wanting|if only|like|love)'
const EVERYONE = '(no one|not a soul|not anyone|who|nothing|anyone|people|they|family|world|would they)'

export const passiveWish: Family = {
  name: 'passive wish',
  result: { action: 'care', kind: 'self_harm', grade: 'passive' },
  rules: [
    rule([
      fragment`
        ${NOT_OTHERS}(${WISH}|nice|relief|better|easier|please|want to (go to )?sleep and|fall asleep and|upset|mind|care if|scared|okay|fine|sleep and|
        bed and) ([a-z]+ ){0,6}(not|never) (have to |having to |be able to |want to )?(ever )?(wake|waking|woke) up(?! (early|late|at|next|to (him|her|you|your|an?|
        the|my|his|this alarm)|with|alone|on time|before|tired|in (a|his|her|the same)|when|until|beside)\b)
      `,
      'not want(ing)? to wake up(?! (early|late|at|next|to (him|her|you|your|an?|another|more|messages|the|my|his)|with|alone|on time|before|tired|him|her|in|beside|when|until)\\b)',
      '(never|not) waking up(?! (early|late|at|next|to|with|alone|on time|before|in|beside|when)\\b)',
      '(never|not) wake up again',
      '(?<!what (would|will) happen )(?<!happen )if i (died|was dead|were dead)(?! (in (a|the) game|of (boredom|embarrassment)|before|without|first|laughing)\\b)',
      'if i (die|died|am dead|do not wake up|did not wake up) (tonight|today|tomorrow|this week|by tomorrow)'
    ], [
      "I don't want to wake up tomorrow", 'I wish I could go to sleep and not wake up', 'i want to sleep and never wake up', 'would be nice to never wake up',
      "I wish I didn't have to wake up", 'I hope I dont wake up', 'I would be ok with not waking up', "I wouldn't be upset if I didn't wake up tomorrow",
      'If I die tonight, please know I loved you', 'Would it be so bad if I died?'
    ], ['I do not want to wake up early', 'My alarm did not wake up my boyfriend', 'I never want to wake up next to anybody else', 'I do not want to wake up next to him anymore']),
    rule([
      '(want|wish|could|going|let me|need) (to )?(i could )?(go to )?sleep forever(?! (in|with|next|beside)\\b)',
      '(die|go|pass|pass away) (peacefully )?in my sleep',
      `^sleep forever${END_OF_ALL}`,
      'fall asleep forever'
    ], ['I just want to sleep forever', 'wish i could sleep forever', 'maybe I will pass away in my sleep', 'sleep forever'], ['I could sleep for twelve hours']),
    rule([
      fragment`
        (better|best|nicer|happier|easier|fine|relieved|relief|glad|rejoice|improve|okay|grateful) (off|place|life|lives)? ?(now )?(for (everyone|them|my [a-z]+|all of them|
        the world|us all) )?${WERE_GONE}(?<!(he|she|my ex|they) (is|was|are|looks|seems) (better|happier|fine) (off )?without me)
      `,
      `(everyone|family|kids|children|parents|world|they|all of them) (would|will|is|are|might) be (much )?(better|happier|fine|relieved|glad)( off)?${END}`
    ], [
      'everyone would be better off without me', 'better off without me', 'The world would be a better place if I was gone', 'the world would be nicer if i were not in it', 'my kids would be happier if i were dead',
      'it would be easier for everyone if I disappeared', "they'd be fine without me", 'my family would be better off', 'She says the kids are better off without me and I think she is right'
    ], ['My ex is happier without me and it stings', 'He went to the party without me']),
    rule([
      `${EVERYONE} (would |will |is going to |does |do |to )?${anyGap(1)}(notice|care|miss me|cry|mind|be sad|remember|bother|change|need me|want me|find out)( about me| at all)? ?${WERE_GONE}`,
      '(no one|who) (would|will|is going to) (miss me|come to my funeral|cry at my funeral|notice i am gone)'
    ], ['No one would notice if I was gone', 'nobody would even care if i died', 'who would miss me if I disappeared', 'no one would miss me', 'would anyone even notice if I died'], ['Nobody would notice if we left the party early', 'He did not care when I was sick']),
    rule([
      '(someone|god) ([a-z]+ ){0,3}put me out of my misery',
      fragment`
        (not|never|no longer) ${anyGap(1)}(mind|care|matter|upset|bothered|sad|afraid|scared) (if|whether|that|about|of) (i )?(died?|dying|live or die|was dead|
        were dead|got hit|stopped existing|did not wake|live|lived|am alive)
      `,
      'not mind (dying|being dead|not waking)',
      '(fantasi[sz]e|fantasi[sz]ing|imagine|imagining|dream|dreaming|think|thinking|daydream) (of|about) (getting|being) (hit by|run over|killed|murdered|shot)',
      `(got|get|was|were) hit by a (bus|car|truck|train) ${anyGap(5)}(fine|ok|okay|happy|relieved|relief|mind|care|upset|great|problem)`
    ], ["I wouldn't mind dying", 'I fantasize about getting hit by a car', 'i would not care if i died tonight', "If I got hit by a truck tomorrow I'd be fine with it"], ['He does not care whether I come or go']),
    rule([
      fragment`
        ${WISH} (that |for )?${anyGap(3)}(a |an |the |my )?(bus|car|truck|train|lorry|plane|something|someone|anything|lightning|cancer|illness|meteor|heart attack|
        accident|drunk driver) (would |will |could |to |just )?(hit|hits|shoot|murder|kill|kills|killed|crash|crashes|goes down|take me|takes me|run me|strike|strikes|
        end|ends)(?! (him|her|his|them|it off|up)\b)
      `,
      `${WISH} (that |to )?(i )?(would |could |to |will )?(get|be|got) (hit by|run over|murdered|killed|shot|cancer|terminal|into (a|an) (fatal )?(accident|crash))`,
      '(wish|wished|wishing|hope|hoping|pray|praying) for (an?|some) (fatal |terminal )?(accident|illness|crash|heart attack|stroke|disease)',
      '(hope|wish|pray|wait|waiting) ([a-z]+ ){0,3}my heart (stops(?! (racing|pounding|when|beating so))|would stop|to stop|gives out|would give out)',
      'if a (car|bus|truck|train) (came|ran|was coming|drove) ([a-z]+ ){0,4}i (would|will) not (move|mind|care|stop|get out)'
    ], [
      'I hope I get hit by a bus', 'wish a car would hit me', 'I wish something would just kill me', 'I wished for an accident to happen to me', 'part of me hopes the plane goes down',
      'Every day I hope a bus hits me', 'i wish somebody would shoot me', "if a car came at me I wouldn't move", 'I keep wishing for a heart attack'
    ], ['I wish he would hit me up', 'I wish he would take me out for dinner', 'I hope something ends up working for us']),
    rule(fragment`
      ${NOT_OTHERS}(want|wish|going|ready|need|like|love) (to |i could |i was |to be )+(disappear|vanish|gone|fade away|not be here|
      not exist)( forever| for good| from (this|the) (world|earth|planet|life|face)| from everything| and never come back| completely|${END})
    `,
    ['I just want to disappear', 'I want to vanish from this world', 'wish I could disappear forever', 'nothing matters and I want to be gone'],
    ['He wanted me to disappear from his photos', 'I want to disappear into a cabin with my fiance']),
    rule([
      fragment`
        ((do|did) not want|not wanting|no longer want|hate|tired of|sick of|relief|nice|easy|easier|better) (it (would|will) be |it is )?(to |of )?(be|being|not be|
        to not be|not being) (here|around|alive|on this earth)( anymore| any longer| tomorrow| at all|${END})(?! , (at|with|in|on) (his|her|my|their|the|this)\b)
      `,
      'i will not be (around|here) (much longer|to see|for long|anymore)',
      'not be (here|around) (anymore|much longer)(?<!(he|she|it|they|you|we|grandma|grandpa|mom|dad|parents) will not be (here|around) (anymore|much longer))',
      'can not be here anymore'
    ], ["I don't want to be here anymore", "I won't be around much longer", "I'm done. I can't be here anymore.", 'it would be nice to not be here'], ['My grandma will not be around forever']),
    rule([
      '(wish|wished|wishing) (that )?(i|my mother|my mom|my parents|mom) (was |were |had |have |would have |did )?(not|never) ?(been |be |was |were )?(born|exist|existed|had me|have me|alive)',
      'should (not|never) (have been born|have existed|be alive|exist)',
      '(better|regret) (if i had )?(never been born|being born|being alive)',
      'never (asked|wanted) to be (born|alive)',
      '(mother|mom|parents) (had |should have )?aborted me'
    ], ['I wish I had never been born', 'i should never have been born', 'I wish I was never born', 'I wish I didnt exist', 'I wish my mother had aborted me'], ['My parents split before I was born']),
    rule([
      fragment`
        i (am|feel|have been|have become|would be|became) (like )?(nothing but |only |such )?(a )?(huge |big |horrible )?(burden (to|on|for) (everyone|my (family|
        friends|parents|kids|loved ones)|the world|society|people|those|all)|waste of (space|oxygen|air|life))
      `,
      '(world|earth|planet) (does not|would not) need me'
    ], ['I am a burden to everyone', 'i feel like such a burden on my family', "I'm a waste of space"], ['I do not want to be a burden on him when we travel']),
    rule([
      '(goodbye|farewell|bye) (cruel |my )?(world|everyone|forever|life|to everyone|to the world|earth)',
      'final goodbyes?',
      '(wrote|written|writing|finished) (the|my) (goodbye|farewell) (letters|notes)',
      'courage to (go through with it|do it)',
      'this is it [.,] (goodbye|bye|i am sorry)',
      'sorry (to|for) everyone ([a-z]+ ){0,5}[.,] (i will not be here|goodbye|bye|i love)',
      '(final|last) (night|day) (alive|on earth)',
      'this is my (last|final) (message|note|letter|goodbye|post)',
      '(saying|said|say) my goodbyes',
      'said goodbye to (my (cat|dog|pets?|kids|family|mom|parents)|everyone)',
      '(goodbye|farewell) (letter|letters|note|notes|message|video) (to|for) (my (family|parents|mom|mum|dad|kids|children|sister|brother|friends)|everyone|each|all)',
      '(wrote|written|writing) (my |the )?((goodbye|final|last) )?letters? to everyone'
    ], [
      'Goodbye everyone, I am sorry', 'This is my last message', 'goodbye cruel world', 'this is it. goodbye.', "I'm sorry to everyone I've hurt. I won't be here tomorrow.",
      'I wrote goodbye letters to my family', 'I have said my goodbyes', 'I wrote the goodbye letters and now I need the courage to do it', "I've written letters to everyone I love"
    ], ['I wrote him a goodbye letter after we broke up', 'We kissed goodbye at the airport']),
    rule([
      'by the time (you|anyone|they|he|she) (read|reads|see|sees|find|finds|get|gets|hear|hears) (this|me|it)',
      '(you|they|everyone|no one) will (not|never) (have to )?(worry about|deal with|put up with|find) me (again|anymore|alive|ever again)',
      'i will be (dead|gone) (by (tomorrow|morning|tonight|then|christmas)|soon|tonight|forever|before (you|anyone|they))',
      'by (tomorrow|tonight|morning) ([a-z]+ )?i will be (gone|dead)',
      '(hope|wish|pray|will be|this is) (that )?(this )?(is |will be )?my last (birthday|christmas|year|summer|day|night)(?! (at|in|with|as|of|here|before|on)\\b)',
      '(sad|cry|mourn|grieve|blame) ([a-z]+ ){0,4}when i am dead', '(mourn|grieve|blame (himself|herself|themselves|each other)) ([a-z]+ ){0,4}when i am gone',
      '(you|everyone|they) will all be better off',
      'when i am (gone|dead) (please|take|tell|look|give|do not|you will|everyone|they will)',
      'i (have |am )?(been )?(giving|gave|given|give) away (all )?(of )?my (things|belongings|stuff|possessions|pets)',
      'tell my (parents|mom|mum|dad|kids|family|children|wife|husband) (that )?(i am sorry|i was sorry|i love|i loved)'
    ], [
      'By the time you read this it is over', "You won't have to worry about me anymore", 'i will be dead by tomorrow', 'I hope this is my last birthday',
      'when i am gone please take care of my cat', 'I have been giving away my belongings', "Please tell my parents I'm sorry"
    ], ['I will be gone for the weekend', 'I will be gone by noon to catch my train']),
    rule([
      `${NOT_OTHERS}(feel|feeling) (like )?(dying|ending it all|giving up on life)(?! (of|from|my)\\b)`,
      fragment`
        (think|thinking|thought|thoughts|fantasi[sz]e|fantasi[sz]ing|dream|dreaming|obsessed|daydream) (about|of|with) (my own death|dying|being dead|not being (here|
        alive)|not existing)(?! (my|his|her|alone|one day|from|of)\b)
      `
    ], ['I feel like dying', 'I keep thinking about dying', 'thoughts of not being here'], ['I am thinking of dying my hair']),
    rule([
      '(come to my funeral|not want (to be saved|anyone to save me))',
      '(giving|given|give|gave) up on (life|living)(?! (together|with|in)\\b)',
      'ready to (go|leave) (from this (life|world|earth)|to the (next life|other side))',
      `(be|join|reunite|reunited|see) (with )?(my )?${anyGap(3)}(again )?(, )?in (heaven|the afterlife)`,
      'no place for me (in|on) this (world|earth|planet)',
      'belong (on|in) this (earth|planet|world)(?<!(you|we|he|she) belong [a-z]+ this [a-z]+)'
    ], ['I have given up on life', 'Would anyone come to my funeral?', 'I want to join my grandma in heaven', 'I want to be with my mom in heaven', 'I do not belong on this earth anymore'], ['My dad is in heaven and I miss him at my wedding'])
  ]
}

/** Words that many people say of a relationship too: read after abuse, and only where nothing points to one. */
export const strain: Family = {
  name: 'strain',
  result: { action: 'care', kind: 'self_harm', grade: 'passive' },
  rules: [
    rule(`^(?![a-z0-9 .,]*${NOT_LIFE})[a-z0-9 .,]{0,200}?(i )?can not (go on|carry on|keep going|keep living|live like this|go on living)( anymore| any longer| like this| much longer| on)*${END}`,
      ["I can't go on anymore", "i can't keep living like this", 'i just cant go on', "Some days are so dark, I can't go on like this"],
      ["I can't go on like this with him", "We argue every day and I can't go on like this, we need help", "I can't go on dates without feeling anxious"]),
    rule(fragment`
      ^(?![a-z0-9 .,]*${NOT_LIFE})[a-z0-9 .,]{0,200}?((going|want|ready|about|decided|plan|planning|time) to end it|ending it) ?(tonight|today|now|tomorrow|soon|
      this (week|weekend|month|year)|all|for good)?${END}
    `,
    ['I am going to end it tonight', "I can't take it anymore, I'm going to end it", 'gonna end it'],
    ['I want to end it but I am afraid of hurting him', 'Should I end it with my boyfriend?', 'I am ending it tonight, we want different things']),
    rule([
      `^(i )?can not (keep doing|do|take|handle|cope with|stand|bear) (this|it)( anymore| any longer| much longer)?${END_OF_ALL}`,
      '(do not|not) (know|sure) how (much longer|long) i (can|will) (go on|hold on|last|keep going|stay alive|survive)(?! (with|in this (marriage|relationship|job))\\b)'
    ], ["I can't keep doing this anymore", "I don't know how much longer I can hold on", 'not sure how much longer i can keep going'], ["I don't know how much longer I can keep going with this marriage", "I can't do this anymore, should I break up with him?"])
  ]
}
