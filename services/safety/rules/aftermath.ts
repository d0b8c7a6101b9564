/** After an attempt that was not long ago, or is still meant. */
import { fragment } from '../pattern.ts'
import { rule, type Family } from './rule.ts'

const ATTEMPT = fragment`
  (overdosed?|overdosing|(took|taken|taking) (an|the|my) overdose|my (suicide )?attempt|suicide attempt|attempted|tried to (do it|end it(?! (kindly|with|by|nicely|gently|over|in person))|die|kill myself|end my life|hang myself|overdose|jump|drown|go)|cut my wrists?|hanged myself|hung myself|slit my wrists?|jumped|took (all |the |those |them |too )*(my )?(pills|tablets|meds)|
  (stomach|was) pumped|swallowed (all |the |those |them )*(my )?(pills|tablets|meds)|what i did|failed (attempt|suicide)|in the psych ward|sectioned|5150|72 hour hold|suicide watch|psych hold|in resus|in icu after)
`
const STILL = fragment`
  (i (still )?(mean|meant) it|(do|would do|will do|try|trying|going to try|might try) (it |that )?(again|properly|right|better|harder|next time)|next time (i|it|will|nobody)|(it )?(did not|does not|has not) (work|worked|take|changed? anything)|(wish|wished|gutted|angry|sorry|sad|disappointed|annoyed) (that )?(it|they|he|she|i|nobody|the)
  ([a-z]+ )?(had|have|did|would|was|worked|found|not|left|saved|survived|failed|woke)|(should have|wish they had|they should have) (let|left) me|feel (exactly )?(the same|no (better|different)|worse)|want to (go|try|finish|do it)( again)?|not (sorry|glad|grateful) (i|that|it|to)|regret (surviving|waking|that i)|
  failed at (that|it|this|even|dying)|(can not|could not) (do|get) (that|it|dying) (right|properly)|nothing (has )?changed|still (want|wish|planning|thinking))
`

export const aftermath: Family = {
  name: 'aftermath',
  result: { action: 'care', kind: 'self_harm', grade: 'explicit' },
  rules: [
    rule([
      `(?<!(he|she|they|who) ([a-z]+ ){0,4})\\b${ATTEMPT} ([a-z0-9.,]+ ){0,50}${STILL}(?<!(he|she|they|husband|wife|boyfriend|girlfriend|brother|sister) (has )?(tried to|overdosed|attempted) [a-z0-9 .,]{0,120})`,
      'i (have )?(overdosed|took an overdose|attempted|tried to (kill|hang|drown|end|overdose|take my)) ([a-z]+ ){0,4}(on|this|last|two|three|a few|four|five|six|yesterday|the other|earlier) ?(monday|tuesday|wednesday|thursday|friday|saturday|sunday|week|weekend|month|night|days? ago|weeks? ago|day)',
      '(they|he|she|paramedics?|police|my [a-z]+|someone|a stranger|ambulance|the nurses?) ([a-z]+ ){0,3}(cut me down|talked me (down|off|back)|pulled me (off|back from|out of the (river|water|sea|garage)|from) (the )?(bridge|edge|tracks|ledge|roof|rope|car|railing|water|platform)?|brought me back to life|revived me|resuscitated me|found me (hanging|unconscious|in the bath|passed out|blue)|pumped my stomach)(?! (on the dance|for a dance|aside|to dance)\\b)',
      '(discharged|released|out|home|back) (from|of) (the )?(psych(iatric)?( ward| hospital| unit)?|mental hospital|inpatient|hospital after|icu after|the unit|section|crisis (house|unit)) ([a-z0-9.,]+ ){0,12}(again|still|want|worse|same|no point|do it|alone|scared|not safe|on me|die|plan)(?<!(he|she|my [a-z]+) (was|is|got|came) (discharged|released|out|home|back) [a-z0-9 .,]{1,60})',
      '(nobody|no one|he|she|they|my [a-z]+) (does not |do not |did not )?(know|knows|realise|realises|realize|realizes|noticed|knew)( that| about)? (what )?(i|my) (tried|attempt|attempted|overdosed|took (the|all|my|those)|did|almost did it|nearly did it|nearly died|almost died)( [a-z]+)?(?= [.,]| to| last| on| with the (pills|rope)| it)(?<=(tried|attempt|attempted|overdosed|pills|tablets|did it|died|rope|took (the|all|my|those))( [a-z]+)?)(?! to (call|text|talk|reach|cook|fix|warn|make)\\b)(?<!(knows?|knew) (that |what )?i (did|took the) [a-z]*)',
      '(told|tell|said|say|they think|everyone thinks|he thinks|she thinks|pretend(ed|ing)?) (to )?([a-z]+ ){0,6}(it was|was|thinks it was) (an? )?(food poisoning|accident|mistake|allergic reaction|migraine|stomach bug|side effect|bad (drink|batch)|flu)(?<=(overdos[a-z]+|pills|tablets|attempt|cut|cuts|crash|rope|hospital|a e|er|stomach) ([a-z0-9.,]+ ){0,24}[a-z ]+)(?<=\\b(i|me|my) ([a-z0-9.,]+ ){0,30}[a-z ]+)(?<!\\b(he|she|ex) ([a-z]+ ){0,3}(hit|pushed|choked|beat|hurt|kicked|broke|drove|crashed) [a-z0-9 .,]{1,60})'
    ], [
      'I overdosed on Saturday and I still mean it', 'tried to end it in the bath, failed at that as well, still want to', 'My attempt did not work and next time nobody will be home', 'The police pulled me back from the bridge', 'Just discharged from the psych ward and I feel worse, no point', 'nobody knows I nearly did it last week',
      'took all my pills in may and I wish they had let me go', 'I attempted this Tuesday', 'My sister thinks it was food poisoning but I took the tablets, everyone thinks it was food poisoning'
    ], ['He pulled me back on the dance floor', 'I tried to end it kindly and I would do it again', 'Nobody knows I tried to call him', 'He was discharged from hospital and I want to help'])
  ]
}
