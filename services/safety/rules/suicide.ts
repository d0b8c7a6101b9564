/** Killing oneself: the words for it, notes and plans, attempts of these days. */
import { fragment } from '../pattern.ts'
import { anyGap, END, END_OF_ALL, LATELY, NOT_OTHERS, selfGap } from './vocabulary.ts'
import { rule, type Family } from './rule.ts'

const KILL = '(kill|murder|shoot|hang|drown|stab|poison|suffocate|strangle|electrocute|asphyxiate|unalive|off|neck|top|rope|gas|delete|end|execute|yeet)'
const KILLING = '(killing|killed|murdering|shooting|hanging|drowning|stabbing|poisoning|suffocating|strangling|electrocuting|offing|necking|roping|deleting|ending)'
const DEED = `(${KILL} myself|die|end my (own )?life|take my (own )?life|commit suicide|suicide|overdose|end it all|end it)`
const OTHERS = fragment`
  (he|she|they|his|her|him|their|we|who|people|someone|did|does|has|was|were|not|never|friend|friends|brother|sister|mother|father|mom|dad|mum|son|daughter|boyfriend|
  girlfriend|husband|wife|partner|ex|uncle|aunt|cousin|grandpa|neighbou?r|coworker|student|patients?|girls?|boys?|man|woman|actor|singer|hotline|volunteer|prevention)
`

export const suicide: Family = {
  name: 'suicide',
  result: { action: 'care', kind: 'self_harm', grade: 'explicit' },
  rules: [
    rule([
      `(?<!(told|tells|telling|asked|asks|wants|encourages) me to )(${KILL}|${KILLING}) (everyone (including|and) |both )?myself(?! (from|off (the|of))\\b)`,
      `including myself${END}`,
      'my (own )?suicide(?! (prevention|squad)\\b)',
      '(?<!(what|common|why|how [a-z]+) )is suicide(?! (in|among|illegal|legal|a crime|rates?|prevention)\\b)',
      '(legal|illegal|wrong|okay|ok|selfish|sin|hard|easy|painful|possible|hurt|want|fast|quickly|way|ways) to kill (yourself|oneself)',
      '(pact|plan|planning|planned|agreed|going) ([a-z]+ ){0,6}die together',
      '(use|using|used|turn|turning) (it|this|that|the (gun|knife|blade|razor)) on myself',
      '(danger to|not safe (from|with|around)) myself',
      `(going to|want to|might|will|about to) commit${END}`,
      '(what|something (stupid|bad|drastic|terrible)) (i (might|could|may|will|would) do )?to myself'
    ], [
      'I want to kill myself', 'thinking about killing myself again', 'i might hang myself', "I'm gonna off myself", 'I should have killed myself', 'im going to unalive myself',
      'k1ll mys3lf', 'kil my self', 'killmyself', 'How do I drown myself?', "I'm too scared to kill myself", 'I could kill everybody including myself', 'ki11 mysef',
      'Give me one reason not to kill myself', 'I am afraid of what I might do to myself', "I'm a danger to myself", "If I had a gun I'd use it on myself", 'i am going to commit',
      'How do I stop my friends from preventing my suicide?', 'Is suicide really that bad?', 'My boyfriend and I made a pact to die together'
    ], ['How do I delete myself from the group chat?', 'I am killing myself to make this relationship work']),
    rule([
      fragment`
        kms(?<!([0-9]|few|many|some|hundred|thousand|several|the|of|in|last|per|extra|more|a|or|our|aws) kms)(?! (away|from|per|an hour|a day|later|long|to|of|on|in|
        unit|is|are|and|or|stands|means|every|apart|key|keys)\b)
      `,
      'kms (right now|tonight|if|because)',
      'i ([a-z]+ ){0,3}kys',
      `^unalive( me)?${END_OF_ALL}`,
      '(going to|want to|about|might|should|i|will|of) unalive(?! (him|her|his|people|someone)\\b)'
    ], ['kms', 'i wanna kms', 'might kms idk', 'gonna kms tonight', 'unalive', 'thinking abt unaliving', 'i should kys'], ['He lives 40 kms away', 'How many kms is it to her town?', 'The KMS is a unit of key management', 'I ran a few kms with him today']),
    rule([
      fragment`
        (?<=(^|[.,] ))((?!${OTHERS} )[a-z0-9]+ ){0,12}(?<!(that|it|this|(my|the|this|that) [a-z]+) (is|was|sounds|seems) )suicidal(?! about| (friends?|people|person|patients?|brother|
        sister|boyfriend|girlfriend|husband|wife|partner|tendencies)\b)
      `,
      '(my|me|these) (own )?suicidal(?! (friends?|people|person|patients?|brother|sister|boyfriend|girlfriend|husband|wife|partner)\\b)',
      `(i|am|having|feel|feeling) ${selfGap(5)}suicidal(?! (about|friends?|people|person|patients?|brother|sister|boyfriend|girlfriend|husband|wife|partner)\\b)`
    ], [
      "I'm suicidal", 'ive been feeling really suicidal lately', 'having suicidal thoughts again', 'suicidal and alone tonight', 'I am feeling su1cidal', 'my suicidal thoughts are back',
      'How do I cope with suicidal thoughts?', 'depressed and suicidal lately', 'My wife left me and now I am suicidal', "the suicidal thoughts won't go away", 'i might be suicidal',
      'passively suicidal I guess'
    ], ['The course covers suicidal ideation in teenagers', "I'm not suicidal, just sad", 'My friend is a doctor and works with suicidal patients', 'My cooking is suicidal, she says']),
    rule([
      fragment`
        (i|me|my|myself|am) ${selfGap(8)}(?<!(work|volunteer|job|lost|study|studying|wrote|paper|essay|loved|survived|friends?|brother|sister|dad|mom|son|daughter|
        ex) ([a-z]+ ){0,4})(suicide|self murder)(?! (prevention|awareness|hotline|rates?|statistics|bomb|note by)\b)
      `,
      fragment`
        suicide ([a-z]+ ){0,6}(i|me|my|myself)(?<!suicide ([a-z]+ ){0,5}(friend|school|news|loss|death) ([a-z]+ ){0,3}my)(?! (school|class|town|city|friend|boyfriend|
        girlfriend|brother|dad|mom|husband|wife)\b)
      `
    ], [
      'I keep thinking about suicide', "I'm contemplating suicide", 'i want to commit suicide', 'im thinking about sewerslide', 'I am contemplating suicde tonight',
      'Suicide is always at the back of my mind', 'i might committ suicide', 'Can I commit suicide without anyone finding out?', 'suicide feels like my only option'
    ], [
      'I think suicide prevention matters', 'I watched Suicide Squad with my boyfriend', 'We are studying suicide rates at college', 'Why did Hitler commit suicide?',
      'I volunteer at a suicide hotline', 'I lost my best friend to suicide'
    ]),
    rule([
      fragment`
        (?<=(^|[.,] ))((?!${OTHERS} )[a-z0-9]+ ){0,10}(think|thinking|thoughts?|contemplat(e|ing)|consider(ing)?|commit(ting)?|plan(ning)?|tempted|about|methods?|help|
        want|attempting|fantasi[sz](e|ing)) (about |of |to |by |a )?(commit |committing |taking the |take the )?suicide(?! (prevention|awareness|hotline|rates?|
        statistics|in|among|of)\b)
      `,
      `^suicide${END_OF_ALL}`,
      '(best|better|good|used|enough|easiest|works) for suicide',
      'suicide (is|seems|feels|looks|sounds) ((?!not |never )[a-z]+ ){0,4}(option|way|solution|choice|escape|exit|idea)',
      'suicide (methods?|plan|pact)',
      'methods? of suicide',
      '(encourage|promote|encouraging|promoting) suicide',
      'die by suicide'
    ], [
      'contemplating suicde', 's u i c i d e', 'Is it normal to think about suicide?', 'su!c!de seems the only way', 'which suicide method hurts least',
      'Are there sites that encourage suicide?'
    ], ['Suicide is never the answer, as the poster in our school says', 'Did that singer think about suicide?', 'What did Freud think about suicide in men?']),
    rule([
      `(write|writing|wrote|draft|drafting|written|compose|leave|leaving|start|started) ${anyGap(4)}suicide (note|letter)`,
      `i ${selfGap(3)}(called|texted|call|phoned|rang) (the |a )?suicide (hot ?line|line|helpline)`,
      'suicide (hot ?line|helpline) (number|please)',
      'on suicide watch'
    ], ['help me write a suicide note', 'I already wrote my suicide note', 'I called the suicide hotline last night', 'I was on suicide watch this week']),
    rule([
      `(tried|attempted|trying|attempting) (to )?${DEED} ${anyGap(4)}${LATELY}`,
      `i (have )?overdosed(${END}|(?! on (?!(my|all|the|pills|meds|a|her|his|[0-9]+|paracetamol|tylenol|xanax|sleeping|aspirin|ibuprofen|drugs|medication))) ${anyGap(6)}${LATELY})`,
      `overdosed ${anyGap(2)}${LATELY}`,
      `(last night|yesterday|today|tonight|this morning) i ${selfGap(3)}(tried to (kill|die|end|overdose|hang|take)|overdosed|attempted)`
    ], ['I tried to kill myself last night', 'I overdosed yesterday', 'tried to end my life again', 'Yesterday I tried to hang myself', 'ODed last night']),
    rule([
      'bullet (in|through|into) my',
      '(blow|blowing|blew) (out )?my (own )?(brains?|head)( out| off)?',
      fragment`
        (with|put|putting|hold|holding|press|pressing|have|had|point|pointing)(?<!(he|she|they|ex|boyfriend|husband|wife|girlfriend|dad|
        father) ([a-z]+ ){0,5}[a-z]+) ([a-z]+ ){0,2}gun (to|in|against|at) my (own )?(head|mouth|temple)
      `,
      'shoot(ing)? (me |myself )?(in )?(my |the )(own )?(head|brains?|face)(?<!shoot(ing)? (him|her|in the) (head|face))'
    ], [
      'I want to put a bullet in my head', "I'd blow my brains out", 'sitting here with a gun to my head', 'i keep imagining a bullet through my skull', 'is shooting my head quick',
      'I just want someone to shoot me in the head'
    ]),
    rule([
      '(planning|plan|planned|rehearsing|imagine|imagining|fantasi[sz]ing|fantasi[sz]e|picture|daydream|daydreaming) (about |of )?my (own )?(death|funeral|suicide|exit)',
      'make my (own )?death',
      `(if|unless) (he|she|they|you|it) ([a-z]+ ){0,6}i (will|would|am going to|might) (kill|die${END}|end (my|it all))`,
      'i (would|will) ([a-z]+ ){0,2}kill myself',
      `${NOT_OTHERS}(feel like|about|considering|want to|going to) (dying by|death by) `
    ], ['I am planning my own death', 'how can I make my death look like an accident', 'if he leaves me i will end my life', 'I keep imagining my funeral'])
  ]
}
