/** Plain denials: what somebody says is not so. */
import { fragment } from '../pattern.ts'
import { anyGap, END } from './vocabulary.ts'
import { saying, type Saying } from './rule.ts'

const DEED = fragment`
  (die|dying|kill myself|killing myself|hurt myself|hurting myself|harm myself|harming myself|self harm|cut myself|end my (own )?life|ending my life|end it all|
  commit suicide|take my own life|be dead|overdose|suicide)
`

export const DENIALS: readonly Saying[] = [
  saying([
    '(without|avoid|never) (cutting|hurting|burning) myself',
    '(not|never|neither) (actively |at all |going to be |feel |feeling |been |felt |in any way )?(suicidal|a danger to myself)',
    fragment`
      (do not|does not|did not|not|never|not saying i|not that i|no (desire|plans?|intention|wish|thoughts|urge)) (actively )?(want to|wanting to|wanted to|going to|
      trying to|planning to|plan to|think(ing)? (about|of)|planning on|intend(ing)? to|thought (about|of)|have thoughts of|considering) (?<!want(ing|ed)? to )${DEED}
    `,
    '(do not|does not|did not|not|never|not saying i|not that i) (want|wanted|wanting) to (die|kill myself|be dead|end my (own )?life|end it all|commit suicide|take my own life|overdose)',
    'not want to (hurt|cut|harm) myself (by|again by|emotionally)',
    `no (desire|plans?|intention|wish|thoughts|urge) (to|of|about) ${DEED}`,
    `(would|will|could) never (ever )?${DEED}`,
    'no suicidal (thoughts|ideation|intent)',
    'are you (really )?suicidal',
    '(asked|asks|ask) (me )?(if|whether) i (am|was|feel|had|have) ([a-z]+ ){0,2}suicidal( thoughts)? and i said no'
  ], [
    "I'm not suicidal, just sad", 'I do not want to die, I want him back', "I would never kill myself but I'm heartbroken", "I'm not trying to hurt myself, I just feel low",
    'I have no plans to kill myself', 'The doctor asked if I was suicidal and I said no'
  ], [
    "I'm not suicidal but I don't want to wake up tomorrow", "I don't want to die, I just don't want to live like this", "I'm not going to say it didn't happen: I cut myself",
    'Give me a reason not to kill myself', 'I do not want to cut myself again but I am so close'
  ]),
  saying([
    'if (he|she|they|my [a-z]+|anyone|someone|a man|a guy) (ever|dared to|were to) (hits?|hit|beat|beats|slap|slaps|touch|touched|laid|lays|abuse|abused|hurt|threatened) me',
    fragment`
      (not|never|not once) (${anyGap(1)}(hits?|hitting|beat|beaten|slap(ped)?|punch(ed)?|abuse[ds]?|abusing|hurt|threaten(ed)?|choked?|forced?|track|stalk) (me|
      us)(?! again)|(raised?|laid) (a|his|her) (hand|finger) (to|at|against|on) me|${anyGap(1)}(violent|abusive)( (with|towards|to) me)?|${anyGap(1)}(abuse|
      scared of (him|her)|afraid of (him|her)))(${END}| but | and | we | just )
    `
  ], ['If he ever hit me I would leave', 'He never hit me, we only talk past each other', 'He does not abuse me, he is just lazy', 'I am not afraid of him', 'he has never been violent'], ['He never hit me before but yesterday he choked me', "He doesn't hit me, he threatens to kill me"])
]
