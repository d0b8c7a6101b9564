/** Small scenes that sound worse than they are. */
import { saying, type Saying } from './rule.ts'

export const HARMLESS: readonly Saying[] = [
  saying([
    '(cologne|perfume|aftershave|deodorant|smell|smoke|tie|collar|scarf|pollen|dust|fumes|incense|candles?) ([a-z]+ ){0,3}(choking|killing|strangling|suffocating|smothering) me',
    '(pull|pulls|pulled|hold|holds|held|pinned|pins) my hair (back|up|out of (my|the))(?= (when|while|as) i (was |am |threw |throw |vomit|puke|ate|cook)|[.,] )',
    '(afraid|scared|terrified|frightened) of (his|her|my [a-z ]{2,20}s|your) (cooking|driving|dog|cat|singing|opinion|snoring|baking|motorbike|mother|text|reaction|answer)',
    '(took|takes|has|drove) my car (in )?(for|to|through) (the |a |an |its )?(mot|service|garage|wash|carwash|repairs?|mechanic|inspection)',
    '(let|lets|letting) me see (him|her) (without|cry|naked|in (his|her)|before the wedding)'
  ], ['His cologne is choking me', 'He pulled my hair back when I was sick', 'I am scared of her cooking', 'He took my car in for the MOT', 'She will not let me see her without makeup'], ['His perfume is nice but he was choking me', 'I am scared of my husband, he hits me']),
  saying([
    '(lost|losing|lose) the will to live ([a-z]+ ){0,3}(planning|choosing|waiting|assembling|shopping|queueing|on hold|listening|trying to (park|find|book|assemble))',
    '(rather|sooner) ((kill|shoot|hang|stab|drown) (himself|herself|themselves)|jump (off|out) [a-z ]{2,16}) than( [a-z]+){1,3}',
    '(break|breaks) (the |his |their )?(legs?|arms?|face|neck|nose) of (anyone|anybody|whoever|any (man|guy|boy|girl)) who (hurts?|breaks?|touches|dumps?) (me|my heart)',
    '(anyone|anybody|whoever|any (man|guy|boy|girl)) (who|that) (ever )?(hurts|hurt) me',
    '(father|mother|dad|mum|mom|parents) (was|were|is|are) ([a-z]+ )?strict [.,] (he|she|they) (never|did not|would not) let me [a-z ]{2,30}',
    '(mum|mom|dad|mother|father|parents|teacher) (took|confiscated|has|took away) (away )?my phone( [a-z]+){0,4} (grades|homework|exams?|school|detention|report|marks)'
  ], ['I lost the will to live planning this wedding', 'He said he would rather shoot himself than go to a recital', 'My brother will break the legs of anyone who hurts me', 'My mum took my phone because of my grades', 'My father was strict, he never let me go out'], ['I would rather die than stay alive another day', 'My dad is strict and hits me']),
  saying([
    '(dog|cat|puppy|kitten|horse|toddler|kid|wave|wind|crowd|goat|swan|goose|bull) ([a-z]+ ){0,2}(knock(s|ed)?|push(es|ed)?|scratch(es|ed)?|bit|bites?|jump(s|ed)?|drag(s|ged)?|pull(s|ed)?|kick(s|ed)?|claw(s|ed)?|shred(s|ded)?) (on |at |up )?(me|my [a-z]+)( [a-z]+){0,4}',
    '(wrestl(e|ing)( match)?|tickle fight|tag|rugby|play fight|snowball fight|barbecue|obstacle course) ([a-z]+ ){0,6}(held me down|holds me down|pinned me|sat on me)',
    '(held|holds|pinned|pins|sat on) me( down)? (in|during|at) (a |the |our )?(wrestling|judo|bjj|play|tickle|rugby|snowball|pillow)( [a-z]+)?'
  ], ['The dog knocked me off the sofa', 'her cat scratched my arm to pieces', 'He held me down in a wrestling match'], ['The dog barked and he knocked me off the sofa', 'He held me down in the bedroom'])
]
