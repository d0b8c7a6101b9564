/** Fiction, definitions, history and mourning: words about the matter, not about the writer. */
import { fragment } from '../pattern.ts'
import { anyGap, otherGap } from './vocabulary.ts'
import { saying, type Saying } from './rule.ts'

const STORY = fragment`
  (movies?|films?|shows?|series|novels?|books?|story|stories|songs?|lyrics|episodes?|documentar(y|ies)|podcasts?|play|poem|essay|paper|thesis|articles?|research|
  presentation|character|plot|script|screenplay|fanfic|anime|manga|opera|lecture|class|course|news|statistics|scene)
`
const GRAVE = fragment`
  (suicide|suicidal|kill(s|ed|ing)? (himself|herself|themselves|people)|self harm(ing|s)?|abuse|abused|abusive( (relationship|husband|wife|partner|marriage|
  boyfriend))?|domestic violence|raped?|murder|stalking|incest|(beats|hits) (his|her) (wife|husband|kids))
`

export const STORIES_AND_FACTS: readonly Saying[] = [
  saying([
    fragment`
      (in|about|on|watch(ed|ing)?|read(ing)?|writ(e|ing|ten)|wrote|saw|seen|see|the|a|this|that|my) ${anyGap(2)}${STORY} (${anyGap(3)}(about|on|where|in which|called|
      of|that|which|who|whose|covers|explores|is|was) ${otherGap(7)})?${otherGap(3)}${GRAVE}(?! (me|us|myself|my)\b)( (prevention|awareness|in (teens|teenagers|
      the novel)))?
    `,
    `(in|for) (the|a|my|this|our) (school )?(play|movie|film|scene|role|opera) (i|my character) ${anyGap(4)}(stab|kill|hang|shoot|drown|poison) (myself|himself|herself)`,
    `${GRAVE} (is |was )?(in|from|at the end of) (the|that|this|a|my) ${anyGap(2)}${STORY}`
  ], [
    'I watched a movie about suicide', 'In the play I have to stab myself', 'I am writing an essay about self-harm in teenagers', 'We read a book where the hero kills himself',
    'I listened to a podcast on domestic violence', 'The novel is about a woman who leaves her abusive husband', 'In the movie the husband beats his wife'
  ], ['I watched a movie and now I want to kill myself', 'My story is that he abused me', 'In the class that I hate I feel suicidal']),
  saying(fragment`
    (what|whats) (is|are|does|constitutes|counts as|exactly is|do you mean by|causes) (the )?${anyGap(1)}((definition|meaning|causes?|signs?|symptoms|types|forms|
    effects|laws?) of |difference between )?(a |an )?${anyGap(1)}(abusive (relationships?|behaviou?r|partner)|restraining order|protective order|eating disorder|
    suicid(e|al ideation)|self harm(ing)?|(child|domestic|emotional|verbal|physical|sexual|spousal|elder|mental|psychological|financial|narcissistic|
    relationship) (abuse|violence)|abuse|rape|marital rape|coercive control|sexual assault|stalking|sexual harassment)(?! (me|us|my|him|in my)\b)
  `,
  ['What is suicide?', 'What constitutes rape?', 'What are the signs of an abusive relationship?', 'What is child abuse?', 'What is a restraining order?'],
  ['What is the best way to commit suicide?', 'What do I do, he abuses me']),
  saying([
    fragment`
      (why|how|when) (do|are|would|does|can) (some |many |so many )?(women|men|people|victims|someone|they|kids) ${anyGap(5)}(abus(e|es|ive|ed|ers?)|violen(t|ce)|
      self harm|suicide)( (men|women|partners|relationships|homes|people))?
    `,
    `(what|why) (makes|turns) (someone|people|men|women|a person) ${anyGap(3)}(abusive|violent|suicidal)`,
    fragment`
      (is|are|can|does) (?!(this|it|that|he|she|my|what|the way|his|her)\b)${anyGap(6)}(form|type|kind|sign|considered|count as|part) (of )?(an? )?${anyGap(1)}(abuse|
      violence|abusive relationship)
    `,
    fragment`
      (define|definition of|meaning of|signs of|statistics on|facts about|laws (on|about)|history of|penalty for|punishment for|causes of|effects of|rates? of|
      number of) (an? )?${anyGap(1)}(suicides?|self harm|abuse|violence|rape|abusive relationships?|sexual assault)(?! (in my|me)\b)(?<!history of (self harm|abuse|
      violence|[a-z]+ abuse))
    `
  ], [
    'define self harm', 'what are signs of emotional abuse', 'Facts about suicide please', 'Why do women stay with abusive men?', 'Is silent treatment a form of emotional abuse?',
    'what makes someone abusive'
  ], ['I have a history of self harm']),
  saying([
    fragment`
      suicide (prevention|awareness|rates?|statistics|squad|bombers?|bombings?|bombs?|mission|doors?|silence|scenes?|monologue|blonde|boys|vests?|attacks?|
      risk assessment|sprints?|wings?|tax|by cop)
    `,
    '(mass|assisted|social|political|career|financial|commercial|professional) suicide',
    '(volunteers?|works?|working|worked|job|shifts?) (at|for|on) (the |a )?suicide (hot ?line|helpline)',
    'suicidal tendencies (album|concert|band|song|shirt)',
    '(band|music|song|listen to) ([a-z]+ ){0,3}suicidal tendencies',
    '(1[0-9]|thirteen) reasons why',
    'dumb ways to die',
    'million ways to die',
    'live and let die',
    'die another day',
    'no time to die',
    'kill your darlings',
    'born to die',
    'how to get away with murder'
  ], [
    'We watched Suicide Squad together', 'It would be career suicide to date my boss', 'I am learning to play Born to Die', 'my favourite band is Suicidal Tendencies',
    'I volunteer at a suicide hotline'
  ], ['I watched Suicide Squad and thought about killing myself']),
  saying([
    `(lost|losing|lose|grieving) ${anyGap(6)}(to|after (his|her|a)) suicide`,
    fragment`
      ((?<!i )committed suicide|died (by|from|of) (a )?suicide|killed (himself|herself|themselves)|hanged (himself|herself)|(took|taken) (his|her|their) own li(fe|
      ves)|died (of|from) an overdose)(?! (attempt|note)\b)
    `,
    '((dad|mom|mother|father|brother|sister|friend|son|daughter|husband|wife|uncle)s|his|her|their) suicide(?! (attempt|note|plan|threats?)\\b)'
  ], [
    'I lost my best friend to suicide', 'My brother committed suicide ten years ago and I still miss him', 'He is distant since his dads suicide',
    'A man killed himself after the shooting, the news says'
  ], ['My brother killed himself and I want to die too', 'My husband is depressed after his suicide attempt', 'I wonder how people would react if I committed suicide']),
  saying([
    fragment`
      (abuse|abuses|abused|abusing) (of (power|trust|authority|the|position|privilege|process|notation|language)|the (system|privilege|rules|trust|refund|return|word|
      term)|alcohol|drugs?|substances?|opioids|steroids|pills|laxatives|power|his (power|position|authority)|my (kindness|trust|generosity|hospitality|good nature)|
      caffeine|sugar)
    `,
    '(drug|alcohol|substance|animal|power|steroid|opioid|chemical) abuse[rs]?',
    '(verbal|verbally) abuse[ds]? (from|by) (customers?|clients|passengers|fans)'
  ], ['My ex struggled with alcohol abuse', 'He abuses my kindness', 'That was an abuse of power by my manager'], ['He abuses alcohol and hits me'])
]
