/** What both agreed on, what a sport asks for, and what somebody else read, plays or teaches. */
import { saying, type Saying } from './rule.ts'

const SPORT = '(judo|randori|boxing( gym| class| club)?|kick ?boxing|karate|jiu ?jitsu|bjj|mma|muay thai|taekwondo|krav maga|wrestl(e|ing)( practice| team| class)?|spar|sparring|fencing|rugby|roller derby|self defen[cs]e( class)?|paintball|laser tag|dodgeball|snowball fight|pillow fight|water fight|nerf (war|fight)|play ?fight(s|ing)?|tickle fight|foam swords?|airsoft|stage (combat|fight)|fight choreography|hockey|capoeira|aikido)'
const DEALT = '(hit|hits|hitting|kick|kicks|kicked|punch|punches|punched|slap|slaps|slapped|choke|chokes|choked|throw|throws|threw|thrown|pin|pins|pinned|beat|beats|knock|knocks|knocked|tackle|tackles|tackled|elbow|elbowed|elbows|shot|shoots|whack(s|ed)?|smack(s|ed)?|slam(s|med)?|headlock|bruise|bruised|bruises|black eye|strangle[sd]?|hold down|held down|sit on|sat on)'
/** Signs that the sport is only where it began. */
const IN_EARNEST = '(?!([a-z0-9]+ |[.,] ){0,40}(angry|drunk|furious|scared|afraid|argument|argue|rage|cried|at home|in bed|jealous|threat[a-z]*|fight with me)\\b)'
const KINK = '(spank(s|ed|ing)?|tie[sd]?( up)?|tied|bondage|chok(e|ed|es|ing)|slap(s|ped|ping)?|bite[s]?|biting|rough( sex)?|handcuff(s|ed)?|blindfold(s|ed)?|restrain(s|ed|ts?)?|bdsm|whip(s|ped)?|dominant|dominate[sd]?|submissive|pin(s|ned)?( me)?( down)?|power play)'
const CONSENT = '(consensual(ly)?|all agreed|both (agreed|into|like|enjoy|want|love)|safe ?word|with consent|we are into|i asked (him|her) to|i like it|i love it|i enjoy it|kinky|kink)'

export const AGREED: readonly Saying[] = [
  saying([
    `${SPORT} ${IN_EARNEST}([a-z0-9]+ |[.,] ){0,14}${DEALT}( (me|us|each other|my [a-z]+))?( (out|down|in the [a-z]+|over|on the mat))*`,
    `${DEALT} (me|us|each other|my [a-z]+) ${IN_EARNEST}([a-z0-9]+ |[.,] ){0,8}${SPORT}`
  ], [
    'We do judo together. He choked me out on the mat and now he keeps apologising', 'She elbowed me in the face at rugby training', 'my boyfriend and I spar and he punched me on the nose by accident', 'In the pillow fight she hit me and broke the lamp'
  ], ['He does judo and when he is drunk he throws me on the floor', 'After boxing he came home angry and punched me']),
  saying([
    `${KINK} ([a-z0-9]+ |[.,] ){0,14}${CONSENT}`,
    `${CONSENT} ([a-z0-9]+ |[.,] ){0,12}${KINK}( me)?`
  ], ['We are both into a bit of spanking with a safe word', 'He slaps me in bed and it is consensual', 'I like rough sex, we both agreed on it, how do I ask for more?'], ['He chokes me in bed and I never agreed to it', 'he calls it kinky but I was crying and he hit me']),
  saying([
    '(has|have|had|takes?|took|taken|locks?|locked|hides?|hid|keeps?|kept|controls?|checks?|reads?) (away )?(my|the) [a-z]+ ?[a-z]* ([.,] )?(away )?([.,] )?(at my (own )?request|because i asked( (him|her) to)?|by agreement|we (both )?agreed( on it)?|as we agreed|which i asked for|my idea)',
    '(at my request|because i asked (him|her) to|we (both )?agreed|my own idea) [.,]? ?(that )?(he|she) (takes?|took|has|locks?|hides?|keeps?|checks?|holds?) (away )?my [a-z]+( [a-z]+)?'
  ], ['My wife has taken my phone away, at my request', 'He hides my cards because I asked him to', 'We agreed that he keeps my phone after ten'], ['He took my phone and I never agreed', 'He checks my phone every night and says I agreed']),
  saying([
    '(memoir|book|novel|film|movie|series|podcast|play|documentary|biography|article|story|show|episode|season|musical|opera|soap)( [a-z]+){0,3} (by|of|about|on|where|in which|with) (a |an |the |this |some |two |one )?(woman|man|girl|boy|lady|guy|mother|wife|husband|couple|author|writer|survivor|character|heroine|hero|detective|nurse|queen|king|singer)( (who|that|whose|in|and|whom))? ([a-z]+ ){0,10}(violent (marriage|husband|home|relationship)|domestic violence|abus(e|ed|ive)( [a-z]+)?|beat(s|en)?( (her|him))?|murder(s|ed)?|suicide|kill(s|ed) (herself|himself|her|him)|rape[ds]?|stalk(s|ed|er|ing)?|self harm(s|ed)?|hanged|poison(s|ed)|strangle[ds]?|overdose[ds]?)',
    '(wife|husband|woman|man|girl|boy|he|she|character|hero|heroine|ophelia|juliet|romeo) (in (the|this|that|our) (film|book|movie|series|play|show|novel)|on (the )?(tv|telly|screen|stage)) ([a-z]+ ){0,6}(kills?|stabs?|poisons?|strangles?|drowns?|hits?|beats?|hangs?|murders?) (her|him|me|himself|herself|them)',
    '(teach|teaches|teaching|train|trains|training|lecture|lectures|study|studies|studying|research|researching|course|module|workshop|placement|seminar|work|works|working|volunteer|volunteering)( [a-z]+){0,6} (on|about|in|with|at|for) ([a-z]+ ){0,4}(coercive control|domestic (violence|abuse)|suicid[a-z]+( prevention)?|self harm|refuge|womens (refuge|shelter)|abuse (survivors?|victims?)|crisis (line|text line|centre|center)|samaritans|sexual (violence|assault)|stalking|survivors?)( (prevention|line|unit|team|cases|charity|recruits|victims|clients|patients))*(?! (me|my)\\b)'
  ], ['Our book club reads a memoir by a woman who survived a violent marriage', 'I teach a module on coercive control', 'my placement is at a womens refuge and I bring it home', 'In the series a woman whose husband beats her runs away'], ['I work in a shop and my husband beats me', 'I teach yoga and I am in an abusive marriage']),
  saying([
    '(if|whether|that|say|says|said|think|thinks|thought|assume|assumes|worried|worry|ask|asks|asking|suspect) (he|she|it|this) (is|was|might be|must be) (an )?(abusive|an? abuser|abuse|violent|controlling)( or something)? [.,]? ?(and|but|which)? ?(he|she|it|this) (is not|isnt|was not|never was|really is not|has never been)',
    '(he|she) is (not|nothing like|far from|anything but|never) (at all |in any way |remotely |physically )?(abusive|violent|dangerous|controlling)( or (anything|abusive|violent|controlling|jealous|mean|cruel))*(?= [.,] (?!(but|he (just|only)|she (just|only)))| and )',
    '(never|not|nor) (once )?(hit|hurt|threatened|touched|shouted at|screamed at|laid a (hand|finger) on|raised (his|her) (hand|voice) (at|to)|pushed|controlled|followed|choked|forced|insulted) (me|us)( [.,] | or | nor | and )(never|not|nor|even)?'
  ], ['My friends ask if he is abusive and he is not. He is shy', 'He is not violent or controlling, and he cooks', 'He has never hit me, never threatened me, never shouted, just dull'], ['She says he is not abusive but he chokes me', 'He is not violent. But he locks me in and took my passport']),
  saying([
    '(i )?(do not|would not|did not|not|no [.,] i do not|am not going to|will not|have no wish to) (want|going|planning|trying|intend|here) ?(to )?(hurt|harm|cut|injure) myself( or (anyone|anything|others|somebody|anybody)( else)?)?(?= [.,](?! (but|yet|although|i just|still|only|again|i think|i might|except|not yet))| and (?!(yet|still)))',
    '(not|never) (thinking|thought|think) (of|about) (dying|death|suicide|that|any of that|hurting myself|killing myself|ending (it|my life|things))( or (any|anything|something) (of )?(that|like that|else|stupid))?(?= [.,](?! (but|yet|although|just (of )?not))| (and|only) )'
  ], ['No, I do not want to hurt myself. I just want toast', "Don't worry, I'm safe, not thinking of dying or any of that, only sad", "I'm not going to hurt myself or anything. He hurt my pride"], ['I do not want to hurt myself. But I keep picking up the blade and I want to cut', "I'm not thinking of suicide, but I do not want to wake up"])
]
