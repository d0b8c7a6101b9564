/** What is never said back, however well-formed: harm, insult, verdicts, and anything that could be an order to a machine. */

/** Whole words and their endings. */
const stems = (list: string) => new RegExp(`\\b(?:${list.trim().split(/\s+/).join('|')})\\w*\\b`)
const whole = (list: string) => new RegExp(`\\b(?:${list.trim().split(/\s+/).join('|')})\\b`)

const COARSE = stems(`fuck shit bitch cunt dick asshole arsehole bastard whore slut cock pussy fag nigg retard damn crap piss porn nude orgasm horny
  penis vagina boob masturbat screw`)
const HARM = stems(`kill suicid murder die dying dead death stab shoot gun knife weapon poison overdose pills cutting choke rape molest assault beat beaten strangl punch slap
  kick hit hits hitting bruis blood bleed burn drown threat abus violen attack bomb harm hostage stalk revenge destroy smash drug cocaine heroin meth`)
const SELF_HARM = /\b(?:hurt|hurting|harm|harming|end|ending) (?:it all|myself|my life|things)\b|\b(?:no|any) (?:reason|point) (?:to|in) (?:live|living|going on)\b|\blive anymore\b|\bdisappear\b|\bjump(?:ed|ing)? (?:off|from|in front)\b|\bhang(?:ed|ing)? (?:my|him|her)self\b/
/** Said by oneself of oneself or of the other, these are pain; said back, they would be a verdict. */
const VERDICTS = stems(`ugl stupid worthless pathetic idiot dumb craz insan loser burden unlovable disgust useless hopeless failure monster narcis psycho sociopath
  bipolar borderline autis toxic evil manipulat gaslight lazy selfish needy cling weak coward liar cheater desperate horrible terrible failed unattractive invisible
  garbage trash freak broken damaged`)
const FAULTS = whole('fault blame deserve deserved wrong fat')
const MACHINE = stems(`instruct prompt system output print repeat command code role pretend persona translat essay password secret token api canary
  jailbreak developer disregard override previous chatbot amora assistant model template script html http www admin sudo poem song recipe`)
const MACHINE_WORDS = whole('ai bot api above')
/** An obligation, in the user's own words, would sound like an order of ours. */
const OBLIGATIONS = /\b(?:should|must|ought|shall|supposed)\b|\b(?:i|we)(?:'ve|'m)? (?:[a-z]+ )?(?:need|(?:have|had|got|need) to)\b/
const OWN_DEED = /\bi (?:just |always |never |recently |secretly )?(?:have |had |'ve )?(?:lied|lie|cheat|cheated|yelled|yell|screamed|scream|snapped|snap|hurt|ruined|betrayed|betray|stole|messed|broke (?:his|her|their|my)|shouted|ghosted)\b/
const META = /\b(?:advice|question|questions|help me|talk to someone|chat|message|messaging you|this app|tell me|want to know|hello|thank you|thanks for)\b/

/** Whether these lower-case words may be said back to the one who wrote them. */
export const isSayable = (words: string): boolean =>
  ![COARSE, HARM, SELF_HARM, VERDICTS, FAULTS, MACHINE, MACHINE_WORDS, OBLIGATIONS, OWN_DEED, META].some(pattern => pattern.test(words))
