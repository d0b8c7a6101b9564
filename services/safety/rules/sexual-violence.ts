/** Rape, coercion, and the threat of shown pictures. */
import { fragment } from '../pattern.ts'
import { anyGap } from './vocabulary.ts'
import { rule, type Family } from './rule.ts'

const FORCED = '(forc(e|es|ed|ing)|coerc(e|es|ed|ing)|makes|made|pressur(e|es|ed|ing)|guilt(s|ed)?|blackmail(s|ed)?)'
const PICTURES = '(nudes?|naked|intimate|private|sex (tape|video)|explicit|(photos|pictures|videos|pics) of me|my (photos|pictures|videos|pics))'
const RELATIVE = '(step ?(dad|father|brother|mom|mother)|uncle|dad|father|brother|grand(pa|father)|cousin|teacher|coach|boss|pastor)'

export const sexualViolence: Family = {
  name: 'sexual violence',
  result: { action: 'care', kind: 'abuse', grade: 'explicit' },
  rules: [
    rule([
      '(raped|rapes|raping|rapped|molested|molests|molesting|groped|gropes|groping) (me|us|my (daughter|son|sister|kids?))',
      `(i|was|were|got|been|being|get|am) ${anyGap(2)}(raped|molested|groped|sexually (assaulted|abused|molested|violated))(?! in the (movie|film|book|novel|show)\\b)`,
      '(my|a) rapist',
      '(almost|nearly) raped',
      'tried to rape',
      '(my|after (the|my)|since (the|my)) (rape|sexual assault)'
    ], ['my boyfriend raped me', 'I was raped two months ago', 'I was sexually assaulted', 'My stepfather molested me', 'I have nightmares since the rape', 'he tried to rape me'], ['What constitutes rape?', 'In the novel she was raised by wolves']),
    rule([
      'sexually (assault|assaults|assaulted|assaulting|abuse|abuses|abused|abusing|harass|harasses|harassed|violates|violated|coerced|coerces) (me|us|my)',
      `${FORCED} (himself|herself|themselves) (on|onto|upon) me`,
      `${FORCED} me (to |into |in to )?${anyGap(2)}(have sex|having sex|sleep with (him|her)|sexual|sex|perform|touch (him|her)|anal|oral|an abortion)`,
      'coerc(e|es|ed|ing) me (into|to)',
      '(was|am|been|got|being|get) (forced|coerced|pressured) (to|into) (have |having )?sex',
      '(never|not) consent(ed)?( to (it|sex|that))?(?= [.,]| but| and)',
      'forces me(?= [.,])',
      'sex with me even (when|if|though) i',
      '(touch(es|ed|ing)?|grop[a-z]*) me (in my sleep|while i (sleep|am asleep|slept|was asleep))',
      `${FORCED} me to send ${anyGap(3)}${PICTURES}`,
      `${FORCED} me (to )?do (things|stuff)( i (do|did) not want| in bed| sexually)`
    ], [
      'he forced himself on me', 'my husband forces me to have sex', 'She coerced me into sex', 'he sexually abuses me', 'My boyfriend pressures me into sex',
      'he forces me to do things I do not want in bed', 'he made me have an abortion', 'My partner coerces me into things in bed', 'He touches me in my sleep',
      'I was forced to have sex with my boyfriend', 'I never consented but he did it anyway'
    ], ['He makes me feel safe about sex', 'He forced me to watch the whole series']),
    rule([
      `(had|have|having|has|sex) (sex )?with me ${anyGap(4)}(asleep|sleeping|sleep|unconscious|passed out|drunk and|without (my )?consent|against my will|said no|say no|did not want)`,
      '(without my consent|against my will)(?<!(posted|sign|signed|agreed|picture|photo|told|shared) ([a-z]+ ){0,3}without my consent)',
      fragment`
        (stop|stops|continue|continues|kept going|keeps going|goes on|sex|touch(es|ed|ing)?|kiss(es|ed|ing)?|gropes?|bed|undress(es|ed)) ([a-z]+ ){0,6}(when|after|
        even though|although|while|because|if) i (say|said|told (him|her)) (no|stop)
      `,
      'i (said|say) (no|stop) (but|and|yet) (he|she) (did|kept|does|keeps|went|would|still|continued|forced)',
      'i said no and he did it',
      `not stop ${anyGap(4)}(cry|crying|say no|beg|hurts) ${anyGap(3)}sex`,
      `(films|filmed|records|recorded|recording|filming) (me|us) ${anyGap(4)}(without|secretly|having sex|naked|undress[a-z]*|in bed|showering)`
    ], [
      'he had sex with me while I was asleep', 'I said no but he kept going', 'he does not stop when I say no', 'he has sex with me while I sleep', 'he secretly recorded us having sex',
      'my boyfriend will not stop even when I cry during sex'
    ], ['He posted a picture without my consent']),
    rule([
      '(not|never) take no for an answer (in bed|sexually|when (he|she) wants sex)',
      `(angry|mad|violent|furious|sulks) ${anyGap(3)}(if|when) i (refuse|do not want|say no) ?(sex|to have sex)?`,
      '(take|takes|took|removed) (the |his )?condom off without',
      `(woke|wake|wakes|waking) up (to|and|with) (him|her|he|she|my ${anyGap(1)}(boyfriend|husband|girlfriend|wife|ex|partner)) ${anyGap(2)}(inside|on top of|touching|having|penetrat)`
    ], ['he took the condom off without telling me', 'I woke up to him on top of me', 'I woke up and he was inside me', 'he gets angry when I refuse sex']),
    rule([
      `${RELATIVE} ${anyGap(3)}(touch(es|ed|ing)?|grop[a-z]*|kissed|rubs?|rubbed) (me|my)(?! (on the (hand|shoulder|head)|hand|shoulder|forehead|cheek|heart)\\b)`,
      fragment`
        (touch(es|ed|ing)?|feels?|rubs?|rubbed|grabs?|grabbed|slaps?|slapped|hits?|hit|stares? at|comments on) (me (inappropriately|sexually|when i (say no|said no|
        sleep|am asleep|do not want)|where i do not|without asking|down there|in places)|my (private parts?|privates|breasts?|butt|bum|ass|crotch|
        genitals))(?<!(boyfriend|husband|girlfriend|wife|he|she) [a-z]+ my (butt|bum|ass|breasts?))
      `,
      `${RELATIVE} ${anyGap(3)}(comes|sneaks|came|sneaked|gets|climbs) (in|into|in to) my (room|bed)( at night)?`,
      'my (butt|bum|ass|breasts?|crotch|thighs?) (that |is what )?(he|she) (hits|slaps|touches|grabs|rubs|pinches|stares)',
      `${RELATIVE} ${anyGap(10)}(my (butt|breasts?|bum|ass)|(watch|watches|watched) me (shower|undress|change|sleep))`
    ], [
      'my uncle touches me inappropriately', 'My stepdad slaps my butt and stares', 'my stepfather touches me', 'My stepdad comes into my room at night',
      'When my stepdad jokes around it is always my bum he slaps'
    ], ['My dad touched my shoulder at the funeral']),
    rule([
      fragment`
        (threaten|threatens|threatened|threatening|going|wants|blackmail|blackmails|blackmailing) (me )?(to |with |that (he|she) will )?(post|posting|share|sharing|
        leak|leaking|send|sending|release|releasing|show|upload|publish|expose) ${anyGap(3)}${PICTURES}
      `,
      `(posted|shared|leaked|uploaded|sent) ${anyGap(1)}my (nudes?|naked|intimate|private|sex tape)`,
      fragment`
        (he|she|they|ex|boyfriend|girlfriend|husband) (will|would|is going to|wants to) (post|share|leak|send|show|publish|upload) ([a-z]+ ){0,2}my (nudes?|naked|
        intimate|private|pictures|photos|videos)
      `,
      'revenge porn',
      'blackmail(s|ed|ing)? me( (with|over|about|for|into)|(?= [.,]))'
    ], ['my ex threatens to post my nudes', 'he is blackmailing me with sharing intimate pictures', 'She leaked my nudes', 'My ex says that he will send my nudes to everyone', 'he blackmails me with private photos'])
  ]
}
