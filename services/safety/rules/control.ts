/** Abuse by its name, coercive control, threats and stalking. */
import { fragment } from '../pattern.ts'
import { anyGap, gap, PARTNER, PERSON } from './vocabulary.ts'
import { rule, type Family } from './rule.ts'

const THE_PARTNER = `(he|she|they|(my|his|her|the) ${anyGap(2)}?${PARTNER})`
const KIND = fragment`
  (verbal|verbally|verbaly|emotional|emotionally|physical|physically|mental|mentally|psychological|psychologically|sexual|sexually|financial|financially|narcissistic|
  spousal|parental|domestic)
`
const MY_THINGS = '(money|wages?|salary|pay ?checks?|pay|bank cards?|cards?|credit cards?|savings|passport|documents|papers|phone|car keys|keys|medication|car|birth control)'
const WORTHLESS = '(worthless|whore|slut|bitch|cunt|piece of (shit|trash|garbage)|pig|useless|retard|fat (pig|cow|bitch|whore)|hoe|trash|garbage|waste of)'
const BAD_NAME = '(stupid|ugly|fat|pathetic|loser|idiot|dumb|crazy|disgusting|names|moron)'

export const namedAbuse: Family = {
  name: 'abuse by name',
  result: { action: 'care', kind: 'abuse', grade: 'explicit' },
  rules: [
    rule(fragment`
      abusive(?! (men|women|people|partners|of|language|comments?|content|words?|tweets?|customers?|emails?|messages? policy|head teacher|tone policy|
      towards everyone)\b)(?<!(not|never|neither) ([a-z]+ ){0,2}abusive)(?<!(boss|company|manager|police|customers?|client|workplace|government|landlord) (is|was|are|
      were|being|has been) ([a-z]+ )?abusive)
    `,
    [
      'my husband is abusive', 'I am in an abusive relationship', 'My girlfriend is emotionally abusive', 'is my boyfriend abusive or am I crazy', 'my abusive ex keeps calling',
      'I think my partner is becoming verbaly abusive', 'Why do I miss my abusve ex?'
    ],
    ['He is not abusive, we just argue', 'We delete abusive comments on our blog', 'My boss is abusive to the interns']),
    rule(`${KIND}(( and|,) ${KIND})* (abuse|abuses|abused|abusing|abuser)(?! (awareness|prevention|statistics|course|training|hotline volunteer)\\b)`,
      ['he verbally abuses me', 'I have been emotionally abused for years', 'the mental abuse is getting worse', 'What can I do about her verbal abuse?'],
      ['What is emotional abuse?']),
    rule([
      '(abuses|abused|abusing|abuse) (me|us|my (kids?|son|daughter|mom|children|sister|brother)|our (kids?|son|daughter|children)|the (kids|children)|them)(?<!(how|to) ([a-z]+ ){0,2}abuse them)',
      '(my|her|his|an|the) abuser',
      '(being|am i|i am|i was|getting|i get|feel) ([a-z]+ )?abused(?! (animal|the|my (power|position)))'
    ], ['My boyfriend abuses me', 'am I being abused?', 'I miss my abuser', 'She has been abusing me since we married', 'am I being abused if he never hits me?']),
    rule(fragment`
      (call (it|this|that)|is (this|it|that)|was (it|that)|this is|that is|it is|count as|considered|the|his|her|of|years of|endured|escape|escaping|leave|take|
      from) ${anyGap(1)}abuse(?! (of|alcohol|drugs?|counselor|is defined)\b)(?<!(drug|substance|alcohol|animal|power|steroid|opioid|system|laxative|child|elder|
      signs of|meaning of|definition of|what is|to|not|could|can) ([a-z]+ )?abuse)( (by|from|me|at home|and|or|is|has|got|started|again|anymore|because|but|for|if|
      in (my|this|our))|(?= [.,]))
    `,
    ['is this abuse?', 'years of abuse by my husband', 'is it abuse if he only shoves me', 'I want to escape the abuse'],
    ['He lost his job over abuse of power', 'She struggled with drug abuse', 'We saw a documentary on animal abuse', 'What is child abuse?']),
    rule([
      '(restraining|protective|protection|no contact) order(?<!what is an? (restraining|protective|protection|no contact) order)',
      'battered (wife|woman|women|husband)',
      'womens shelter'
    ], ['I have a restraining order against my ex', 'should I file a protective order on him', 'I am in a womens shelter'], ['What is a restraining order?'])
  ]
}

export const coerciveControl: Family = {
  name: 'coercive control',
  result: { action: 'care', kind: 'abuse', grade: 'explicit' },
  rules: [
    rule([
      `(he|she|they|${PARTNER}|family) ${gap(4)}(track|tracks|tracked|tracking|monitors|monitored|controls) my (phone|location|car|every move|movements|messages|calls|whereabouts|spending)`,
      fragment`
        (tracker|tracking (app|device)|gps|airtag|spyware|spy app|stalkerware|hidden cameras?|keylogger|cameras) ${anyGap(5)}(?<!(we|i) (put|have|attached) ([a-z]+ ){0,5})(on|in|under) (my|our|the) (phone|car|
        house|bag|bedroom|home|laptop|room)
      `,
      `(?<!(we|i) )(put|puts|installed|installs|hid|found|placed|planted) ${anyGap(3)}(tracker|gps|airtag|spyware|stalkerware|keylogger)`,
      '(monitors|monitoring|spies on|spying on) (me|my|everything i|every|what i|who i|where i)',
      '(he|she|ex|husband|wife|boyfriend|girlfriend) ([a-z]+ ){0,8}(spyware|stalkerware|keylogger)',
      'cameras ([a-z]+ ){0,6}(to watch|watch|watching|spy|monitor)( on)? (me|my)',
      '(camera|cameras|microphone|recorder) (in|inside) (my|our) (bedroom|room|bathroom|shower|car)',
      '(watches|watching) (me|my every move) (through|on|with) (the )?cameras?'
    ], [
      'he tracks my phone', 'She put an airtag in my car', 'my husband monitors everything I do', 'He has a tracker on my car', 'he watches me with cameras in the house',
      'She installed spyware on my phone'
    ], ['I track my location with Strava', 'He watches me play on camera']),
    rule([
      fragment`
        ${THE_PARTNER} ${gap(6)}(take|takes|took|taking|taken|confiscates?|confiscated|hides|hid|steals|withholds|withheld|controls?|controlled|
        controlling) (away )?${anyGap(2)}my ${MY_THINGS}(?! (to (get|the|charge|fix|work|help|show|take)|by (mistake|accident)|safe|for (me|a)|and (paid|fixed|
        washed))\b)
      `,
      '(keeps|takes|took|kept) all (of )?my (money|pay|wages|salary|income|earnings)',
      'takes my (money|phone|pay|wages|salary|passport)'
    ], ['He takes my money', 'my wife took away my bank cards', 'he hides my passport', 'he takes my paycheck', 'My wife keeps all my pay'], ['He took my phone to get it repaired', 'My husband keeps my keys safe when I run', 'He took my breath away']),
    rule([
      '(control|controls|controlled) everything(?! is fine)',
      fragment`
        (control|controls|controlling|controlled|decides|dictates) (all |every )?(of )?(the |our |my )?(money|finances|bank accounts?|what i (wear|eat|do|spend|say)|
        who i (see|talk|meet)|everything i|every aspect|where i go|how i dress)
      `,
      '(tells|telling|dictates|decides) (me )?(what i (can|may|am allowed to) (wear|eat|do|spend|buy)|who i (can|may) (see|talk|meet)|what to wear)',
      '(makes|made|forces) me (share my location|send (photos|pictures|proof|my location))',
      'tracks where i',
      '(account for|receipts? for|justify|explain) every (penny|cent|dollar|purchase|euro|single)',
      `(makes me|have to) ${anyGap(3)}receipts`,
      '(not have|no|without) (any )?access to (my own|our|any|the) (money|bank|account)',
      'deletes? my (contacts|messages|friends|photos|social)',
      '(need|have to|must) (ask |have |get )?(for )?(his|her|my (husband|wife|boyfriend)s)? ?permission (to|for|before)'
    ], [
      'my boyfriend controls what I wear and who I see', 'I have to account for every penny', 'he makes me show him my receipts', 'I have to ask permission to spend money',
      'I need his permission to buy food', 'he tells me what I can wear', 'he makes me share my location all day', 'he reads all my messages and deletes my contacts'
    ]),
    rule(fragment`
      (${THE_PARTNER} ${gap(8)}|(and|but) )(will not|does not|did not|do not|would not|refuses to|has not) (let|lets|allow|allows|permit) me (to )?(see|talk to|
      speak to|visit|meet|call|contact|text|have (friends|a job|money|a phone|any|my own)|hang out with|spend time with|go (out|anywhere|to (work|school|the doctor|
      see))|work|get a job|keep a job|study|drive(?= [.,]| anywhere| alone)|use (my|the) (phone|car|money)|wear|eat|sleep|take my (insulin|medication|meds|pills|medicine)|out of the house|out alone)(?! (the dog|
      his (phone|family|friends|kids|parents)|her (phone|family|friends|kids|parents)|pets|for (him|her)|it|in the (car|kitchen))\b)(?<!(parents|mom|dad|mother|
      father) ([a-z]+ ){0,8}(let|allow) me (to )?(see|go|go out|drive|wear|have|date))
    `,
    ['he does not let me see my friends', "My husband won't let me work", "She doesn't let me take my medication", "she won't allow me to have friends", "He checks my phone every day and won't let me have friends"],
    ["He won't let me pay for dinner", 'My parents do not let me stay out late', "She won't let me see his phone", "She won't let me drive her car"]),
    rule([
      fragment`
        (am|is|was|are) not allowed to (see|talk to|have (friends|money|a job|my|a phone)|leave|go (out|anywhere)|speak to|work|visit|use my|wear|contact|
        spend)(?<!(kids|dog|he|she|they|employees|we) (is|are|was) not allowed to [a-z]+)
      `,
      '(forbids|forbade|forbidden|forbid) me (to|from|seeing)'
    ], ['I am not allowed to leave without him', 'my girlfriend forbids me from seeing my sister'], ['The kids are not allowed to see that film']),
    rule([
      'like a prisoner in my (own )?(home|house|marriage|relationship|life)',
      '(treats|treat|treated) me like (a |his |her )?(slave|property|prisoner|animal)',
      '(isolate|isolates|isolated|isolating) me (from|and|with|completely)',
      fragment`
        (cut|cuts|cutting|keep|keeps|kept|keeping|turned|separated) me (off |away |apart )?from (all )?(of )?(my (own )?(friends?|family|mom|mum|mother|dad|parents?|
        sisters?|brothers?|people)|everyone|anyone|other people|the outside)(?<!(work|job|distance|school|she|he|
        illness) keeps? me (away )?from (my )?[a-z]+(?= by)| work keeps me away from my [a-z]+)
      `,
      'cut(s|ting)? off (all )?(of )?my contact',
      '(have to|must|makes me) report to (him|her)',
      '(kill|hurt) (himself|herself) (and|or) (me|us|the kids|take (me|us))',
      fragment`
        (made|makes|making|forced|forces) me (to )?(quit my job|give up (all )?my (friends|job|family)|eat off|kneel|beg|strip|sleep (on the floor|outside)|
        drop (all )?my friends|cut (off|ties with) my|delete (my|all) |stop (seeing|talking to) my)
      `
    ], [
      'he isolates me from my friends', 'I feel like a prisoner in my own home', 'he treats me like a slave', 'She cut me off from everyone I know',
      'my boyfriend keeps me away from my family', 'he made me quit my job', 'He made me give up my friends', 'he forced me to eat off the floor'
    ], ['I feel isolated since we moved', 'Work keeps me away from home']),
    rule([
      fragment`
        ${PERSON} ${gap(5)}(threaten|threatens|threatened|threatening) ((me|us|my (life|family|kids|children|mom))(?! to leave)|to (kill|hurt|hit|beat|harm|shoot|stab|
        burn|ruin|slit my|break my (neck|legs|arms?|face)|throw acid|rape|strangle|choke|cut me|take (my|the|our) (kids?|children|son|daughter|baby)|report me|deport|
        have me (deported|arrested|committed)|drown|call (immigration|ice|the police on me)|come after|find me|lock|throw me|kick me out on|out me|
        expose)|violence)(?! (with (a breakup|divorce|leaving)|that (he|she) will (leave|break up|divorce)|and left)\b)
      `,
      '(and|keeps|is|started|been|for|about) threatening (me|us)(?! to leave)',
      `(leaves|sends|sent|sending|left|gets?|getting|received|receiving|texts|leaving) ${anyGap(2)}threatening (me|us|messages?|texts?|letters?|notes?|calls|emails?|voicemails?|things)`,
      `(sends|sent|sending|texting|texts|leaving|getting|get|makes|made|receiving) ${anyGap(2)}(death )?threats`,
      'threats (to|against|from) (me|my|him|her|hurt|kill)'
    ], [
      'he threatens me', 'My wife threatens to take my kids', 'She threatened to hurt my family', 'My ex sends me death threats', 'he leaves threatening notes on my car',
      'My ex keeps coming to my house uninvited and threatening me', 'my dad threatens to beat me'
    ], ['She threatened to leave me', 'He threatens to break up whenever we argue', 'My boss threatened to fire me']),
    rule(fragment`
      (said|says|saying|told me|tells me|swears|swore|promised|vowed) (that )?(one day |someday )?(if i ([a-z]+ ){1,5})?(he|she|they) (will|would|is going to|
      was going to|could|wants to) (snap and |lose it and )?(kill|hurt|shoot|stab|strangle|beat|bury|murder|find(?= (me|us)( [.,]| and| if| wherever| one day| no matter| when))|destroy|burn|cut|break|slit|smash|throw acid on|rape|
      poison) (me|us|my (family|kids|parents|mom|throat|face|neck|legs|bones))(?! (with (love|kisses)|surprise|another|a (new|better))\b)
    `,
    ['he said he would kill me', 'he said if I ever leave he will find me', 'he said he would throw acid on me', 'He told me he would kill me and the kids'],
    ['He said he will find me a new flat']),
    rule([
      '(stalk|stalks|stalked|stalking) me(?! on (insta|instagram|tiktok|facebook|linkedin) [.])',
      '(my|a) stalker',
      fragment`
        (harass(es|ed|ing)?|following|follows|followed) me (home|everywhere i go|to work|around town|day and night|every day|after work|at work|in his car|in her car|
        and will not)(?<!(dog|cat|puppy|kid|toddler|baby) (keeps )?(follows|following|followed) me [a-z]+)
      `,
      `not stop ${anyGap(2)}(harassing|stalking|following|threatening|calling and)`,
      'harass(es|ing) me(?! (about|to|for|over)\\b)',
      fragment`
        (show|shows|showed|showing|turns|turned) up ${anyGap(3)}(at|outside) my (house|home|work|job|door|apartment|window)(?<!(flowers|friends?|parents|
        surprise) ([a-z]+ ){0,5}at my [a-z]+)(?! (with (flowers|food|soup|coffee))\b)
      `,
      '(shows|turns|showing|turning) up everywhere i',
      'violated the (restraining|protective) order',
      '(driving|drives|drove|walking|walks|parks?|parked|sits|sitting|waiting|waits) (past|by|outside|in front of) my (house|work|apartment|home|school|building)(?! (with|to pick)\\b)',
      '(broke|breaks|break|breaking|kicked) (down|into|in to|in) my (door|apartment|house|home|room|flat)'
    ], [
      'my ex is stalking me', 'He follows me to work every day', 'she will not stop harassing me', 'My ex shows up outside my house every night', 'he keeps driving past my house',
      'He broke into my apartment after I ended it'
    ], ['My dog follows me everywhere', 'He followed me on Instagram', 'He showed up at my door with flowers'])
  ]
}

export const degradation: Family = {
  name: 'degradation',
  result: { action: 'care', kind: 'abuse', grade: 'explicit' },
  rules: [
    rule([
      `(calls|calling|call|called) me (a |an |his |her |names like |such a |nothing but a |worthless and |fat |stupid |ugly )*${WORTHLESS}(?! (once|and apologi[sz]ed|one time|in the heat)\\b)`,
      `(calls|calling) me ${anyGap(3)}${BAD_NAME} ${anyGap(4)}(every (single )?day|daily|all the time|all day|in front of (the kids|everyone|people|my|her|his))`,
      '(tells|telling|told|says|saying) (me )?(that )?i (am|was) (worthless|nothing without|a whore|a slut|useless|a piece of|lucky (he|she|anyone)|trash|garbage|a waste of)'
    ], ['he calls me a worthless whore', 'My husband tells me I am nothing without him', 'she calls me a pathetic loser every single day'], ['He calls me his sunshine', 'she called me stupid in an argument', 'he called me a bitch once and apologised']),
    rule(fragment`
      (he|she|husband|wife|boyfriend|girlfriend|partner|and|dad|mom|father|mother) (punishes|starves|starved|tortures|tortured) (me|us|my kids|the kids)(?! (with|
      by) (silence|the silent|ignoring)\b)
    `,
    ['If I talk to another man he punishes me', 'he starves me when I misbehave'],
    ['She punishes me with silence']),
    rule([
      '(tells|telling|told|asks|wants|begs) me to (kill myself|kys|go die|die(?= [.,])|end my life)',
      '(says|said|tells me|told me|telling me|saying) (that )?(no one|no man|no woman) (else )?(will|would) (ever )?(want|love|believe|have) me(?! (like|as|more)\\b)',
      '(humiliates|degrades|humiliating|degrading) me( (in front|every|daily|and|in public|all the time)|(?= [.,]))'
    ], ['she humiliates me in front of her friends', 'he says no one else will ever love me', 'My boyfriend told me to kill myself'], ['I fear no one will ever love me'])
  ]
}
