/** What a reply must be, read by patterns of the tests' own: the service's rules are not asked. */

const words = (reply: string) => reply.replace(/[‘’]/g, '\'')

/** Sentences as a reader counts them. */
export function sentencesOf (reply: string): readonly string[] {
  return words(reply).split(/(?<=[.!?…]["'”)]?)\s+(?=["'“(]?[\p{Lu}\d])/u).map(sentence => sentence.trim()).filter(sentence => sentence !== '')
}

export const questionsOf = (reply: string): number => reply.match(/\?/g)?.length ?? 0

const ORDER = /\byou(?:'ll| will)? (?:must|need to|have to|should(?: definitely)?|ought to|had better|are supposed to)\b/i
/** "you must be feeling tired", and what somebody feels or says that he has to. */
const NO_ORDER = /\byou must (?:be|have|feel)\b|\b(?:feel|feels|think|thought|believe|as if|as though|like|whether|that|what|if|when|where|how|everything|all|anything|nothing) you (?:must|need to|have to|should|ought to)\b|\bdo(?:n't| not) (?:need|have) to\b/i

/** Sentences that put an obligation on the reader. */
export const ordersIn = (reply: string): readonly string[] =>
  sentencesOf(reply).filter(sentence => !sentence.endsWith('?') && ORDER.test(sentence) && !NO_ORDER.test(sentence))

export const diagnoses = (reply: string): boolean =>
  /\b(?:you|he|she|they|your \w+)(?:'re| are|'s| is| have| has| suffer(?:s)? from| sound(?:s)?| seem(?:s)?) (?:\w+ ){0,3}(?:depress(?:ed|ion)|narcissist(?:ic)?|bipolar|borderline|adhd|ptsd|codependent|toxic|disorder|avoidant|mentally ill)\b/i.test(words(reply))

export const blames = (reply: string): boolean =>
  /\b(?:it is|it's|that is|that's) (?:all |partly |really )?(?:your|his|her|their) (?:own )?fault\b|\byou (?:only )?have (?:only )?yourself to blame\b|\byou (?:caused|provoked|brought) (?:this|it|that)\b/i.test(words(reply))

const SMALL_WORDS = new Set('about after again alone also always another because been before being could every everybody everything front from have here just like more much never nobody other right should since some someone still than that them then there they thing this those time very want week were what when where which while with without would year your'.split(' '))

/** Whether the reply gives at least one of the writer's own words back, in this form or a near one. */
export function mirrors (question: string, reply: string): boolean {
  const stem = (word: string) => word.slice(0, Math.max(4, word.length - 3))
  const said = new Set((words(question).toLowerCase().match(/[a-z]{4,}/g) ?? []).filter(word => !SMALL_WORDS.has(word)).map(stem))
  return (words(reply).toLowerCase().match(/[a-z]{4,}/g) ?? []).some(word => said.has(stem(word)))
}
