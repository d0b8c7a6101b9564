/**
 * What is long ago, and what is said of somebody else. Their words are read first and taken out, so that only what is left
 * counts as the writer's own and present danger.
 */
import { fragment } from '../pattern.ts'
import { anyGap, CLOSE_ONE, END, FAMILY, gap, LATELY, LONG_AGO, otherGap, PARTNER, selfGap } from './vocabulary.ts'
import { rule, type Family } from './rule.ts'

const KILL = '(kill|hang|shoot|drown|poison|unalive|hurt|harm|cuts?|end|stab|off|top|neck)'
const KILLING = '(killing|hurting|harming|cutting|hanging|ending|shooting)'
const THEMSELVES = '(himself|herself|themselves)'
const DYING = fragment`
  (((${KILL}|${KILLING}) ${THEMSELVES}(?! (and|or) (me|us|the kids|take))|(end|ending|take|taking|took) (his|her|their) (own )?life|suicid(e|al)( (attempt|thoughts|
  ideation))?|(commit|committing) suicide|overdosed?|self harm(s|ing|ed)?|(wants|wanted) to (die|be dead)|want to (die|be here anymore)|not want to (live|be alive|
  exist)(?! (with|in|together|here|there|at|near|apart|like|under|next|close|alone|by|on|off|far|without|abroad|a)\b)|cutting(?= (again|[.,]))|jump(ing)? off|
  in front of a train)|(took|swallowed) (a bunch|a lot|all|too many|a bottle|a handful) of (his |her |the )?pills)
`
const SAYS = fragment`
  (said|says|saying|told me|tells me|texted|messaged|posted|wrote|threatens|threatened|threatening|wants|wanted|going|thinks|thinking|talks|talked|talking|tried|tries|
  attempted|attempts|planning|plans|confessed|admitted|is|seems|sounds|feels|has been|was|may|might|could|will|would|has|keeps|started|of|about|who|took|does|did)
`
const HIT = '(hit|hits|hitting|beat|beats|beating|punch(es|ed)?|slap(s|ped)?|kick(s|ed)?|chok(e|es|ed|ing)|strangl(es|ed)|abus(e|es|ed|ing)|rap(es|ed)|threaten(s|ed)?|assault(s|ed)|molest(s|ed)?)'
const YOUNG = '( (a |an )?(kid|child|teenager|little|young|small|[0-9]+))?'

export const longAgo: Family = {
  name: 'self-harm long ago',
  result: { action: 'care', kind: 'self_harm', grade: 'past' },
  rules: [
    rule(fragment`
      (?<!(yesterday|today|tonight|last night|this morning) )i (have |had |once |did )?${selfGap(2)}(tried|attempted) (to )?(${KILL} myself|suicide|commit suicide|die|
      end my (own )?life|take my (own )?life|overdose)(?! ${anyGap(5)}${LATELY})( ${anyGap(6)}${LONG_AGO})?
    `,
    ['I tried to kill myself when I was 15', 'I attempted suicide two years ago', 'I once tried to end my life', 'I tried to take my life when I was 16'],
    ['She asked whether I had ever tried her soup']),
    rule([
      `(after|since|from|survived) (overdosing|an overdose|my overdose)( ${anyGap(4)}${LONG_AGO})?`,
      '(pumped my stomach|(have|had) my stomach pumped)',
      'i attempted (twice|once|before|in [0-9]+|a few|last (year|summer|winter)|when i|two|three|[0-9]+ (times|years))',
      `i (was )?(hospitali[sz]ed|in (the )?hospital|committed|admitted) ${anyGap(3)}(after|for|because of) ${anyGap(2)}suicide attempt`,
      fragment`
        ((my|an?|one|two|three|several|after|previous|past) ${anyGap(1)})suicide attempts?( ${anyGap(6)}${LONG_AGO})?(?<!(his|her|their|friends?|sisters?|brothers?|
        wifes|husbands) ([a-z]+ )?suicide attempts?)
      `
    ], [
      'I attempted last year', 'I was on life support after overdosing two years ago', 'I was hospitalized for a suicide attempt in March', 'after my suicide attempt he stood by me',
      'they pumped my stomach last time'
    ]),
    rule([
      'i was a (self harmer|cutter)',
      `(i )?used to ${selfGap(2)}(be suicidal|self harm|cut( myself|${END})|cutting|hurt myself|harm myself|burn myself|want to (die|kill myself)|wish i was dead)`,
      `i (was|felt|had been) ${selfGap(2)}suicidal( ${anyGap(8)}${LONG_AGO})?`,
      `(past|previous|old|former|history of) ${anyGap(2)}(suicidal (thoughts|ideation)|self harm|cutting)`
    ], ['I used to cut myself in high school', 'I was suicidal as a teenager', 'I was a self harmer for years', 'I have a history of self harm', 'I used to be suicidal but I am fine now']),
    rule([
      `(self harm|self harmed|self harming|suicidal|suicidal thoughts|cut myself|cutting myself|hurt myself|cutting|kill myself) ${anyGap(8)}(${LONG_AGO}|around [0-9]+(th|st|nd|rd)? grade)`,
      `(started|began) (self harming|cutting|cutting myself) ${anyGap(2)}(around|at|in|when)`,
      `i (have )?(been )?(clean|stopped|recovered|free) ${anyGap(4)}(self harm|self harming|cutting( myself)?)`
    ], ['I started self harming around 6th grade', 'I cut myself a lot when I was young', 'I have been clean from self harm for two years'])
  ]
}

export const saidOfOthers: Family = {
  name: 'self-harm of somebody else',
  result: { action: 'care', kind: 'self_harm', grade: 'third_person' },
  rules: [
    rule(fragment`
      (${CLOSE_ONE}|he|she|they) ${otherGap(5)}(${SAYS} ${otherGap(5)})?${DYING}(?! (shaving|cooking|while|laughing|off|on|at|prevention|squad|patients?|people|
      of an overdose)\b)(?<!lost her [a-z]+ to an overdose)(?<!lost his [a-z]+ to an overdose)(?<!(work|works|volunteers?|lost|movie|book|died|grieves?) ([a-z]+ ){0,3}(suicide|suicidal|overdose))
    `,
    [
      'My friend says he wants to kill himself', 'my sister is suicidal', 'My boyfriend threatened to kill himself if I leave', 'he keeps saying he wants to die',
      'My husband attempted suicide last week', 'My daughter is cutting herself', 'I found out my sister cuts herself', 'he told me he is thinking about suicide',
      'My best friend texted me that she wants to end her life', "He said he doesn't want to live anymore", 'My girlfriend took a bunch of pills last night'
    ],
    ['My boyfriend cut himself shaving', 'She hurt herself at volleyball practice', 'He pushes himself too hard', 'My brother committed suicide ten years ago and I still miss him']),
    rule([
      fragment`
        (is|keeps|started|been|wants to|going to|tried to|trying to|threatens to|threatened to) (${KILL}|${KILLING}) (himself|herself)(?! (and (me|us|the kids)|off|
        while|shaving|cooking|laughing|on|at|with work)\b)
      `,
      'cuts (on|all over|along) (her|his|their) (arms?|legs?|wrists?|thighs?)',
      `(worried|afraid|scared|fear|think|believe|know|concerned) (that |about )?(${CLOSE_ONE}|he|she|they) ${otherGap(3)}(${DYING}|do something (stupid|bad) to ${THEMSELVES})`,
      `(help|support|stop|save|talk to) (${CLOSE_ONE}|someone|him|her|them) ${otherGap(4)}(${DYING}|suicide attempt)`,
      `(his|her|their|${CLOSE_ONE}s?) ${anyGap(1)}suicide attempt`
    ], [
      "I'm worried my son might hurt himself", 'How do I help my friend who is suicidal', 'Someone I love is cutting herself', 'I found cuts on her legs',
      'I am afraid she will kill herself', 'How do I support my wife after her suicide attempt'
    ])
  ]
}

export const abuseLongAgo: Family = {
  name: 'abuse long ago',
  result: { action: 'care', kind: 'abuse', grade: 'past' },
  rules: [
    rule([
      `(i am a |i was a |as a |another )(survivor|victim) of ${anyGap(2)}(abuse|domestic violence|rape|sexual assault|incest)`,
      `i survived ${anyGap(2)}(abuse|violence)`,
      '(abuse|domestic violence|rape|incest) (survivor|victim)',
      `(childhood|past|previous|former|old|earlier) ${anyGap(3)}(abuse|abusive (relationship|marriage|partner|ex)|domestic violence|sexual assault)`,
      `(grew up|raised|growing up) ${anyGap(3)}(abusive|abuse|violent|violence)( ${anyGap(1)}(home|house|household|family|parents?|father|mother|dad|mom))?`,
      'abusive (childhood|upbringing|past)'
    ], [
      'I am a survivor of domestic violence', 'I grew up in an abusive home', 'my past abusive relationship still gives me nightmares', 'childhood abuse makes it hard for me to trust',
      'domestic violence survivor here, dating again'
    ], ['how can I help victims of domestic violence in my town?']),
    rule([
      `(?<!(he|she|they) ([a-z]+ ){0,3})(abused|beaten|abusive) ${gap(8)}${LONG_AGO}${YOUNG}`,
      `(beat me|hit me|raped|molested|assaulted|violence|violent|choked me|abuse|beat and abused me) ${gap(8)}${LONG_AGO}${YOUNG}`,
      `(${FAMILY}|${PARTNER}|he|she|they) used to ${gap(3)}${HIT} (me|us|my (mom|mother|dad|siblings))`,
      `i was ${gap(2)}(abused|molested|raped|beaten) ${gap(4)}(by my (dad|father|mom|mother|parents|uncle|step ?father|brother|cousin)|when i was|as a)`
    ], ['I was abused as a child', 'My dad used to beat me', 'he hit me a lot in my last relationship', 'I was raped in college', 'I was molested by my uncle'])
  ]
}

export const abuseOfOthers: Family = {
  name: 'abuse of somebody else',
  result: { action: 'care', kind: 'abuse', grade: 'third_person' },
  rules: [
    rule(fragment`
      (${CLOSE_ONE}|she|he|they) ${otherGap(8)}(abusive (relationship|marriage|boyfriend|girlfriend|husband|wife|partner|ex|home)|being ${anyGap(1)}(abused|beaten|hit|
      stalked|raped)|(was|got|been) ${anyGap(1)}(raped|sexually assaulted|abused|beaten up|molested)(?! (by (strangers?|some|a gang|kids|muggers|thugs|a group|two|three|bouncers)|(at|in) school)\b)|victim of ${anyGap(1)}(abuse|violence))
    `,
    ['My friend is in an abusive relationship', 'my sister is being abused by her husband', 'I think my coworker is being beaten at home']),
    rule([
      '(black eye|bruises|bruised) [a-z ,]{0,40}(her|his) (husband|boyfriend|partner|wife|girlfriend|dad|stepdad) (did|does|hits?|beats?|gave|hurts?)',
      `(her|his|their|${CLOSE_ONE}s) (new |ex )?(boyfriend|girlfriend|husband|wife|partner|ex|fiance|dad|father|stepdad) ${gap(6)}${HIT} (her|him|them|on her)`,
      `(he|she) ${gap(2)}(hits|beats|chokes|choked|hit|beat|abuses|punched) (her|him|them)(?! (up (on|for)|at|in (chess|tennis|the game|mario))\\b)`
    ], ["My friend's boyfriend hits her", 'She came in with a black eye and I think her husband did it', 'her husband beats her', 'I saw that he choked her'], ['She beat him at chess', 'He hit her up on Instagram'])
  ]
}
