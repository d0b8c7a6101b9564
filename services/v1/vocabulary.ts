/** The closed vocabulary of people and feelings: what a message may say, and our own words for it. */
import type { Groups } from '../understanding/phrases.ts'
import type { PersonKind } from './topic.ts'

/** Nouns for somebody close, in the words an answer says them; several spellings of one person map to one. */
export const PEOPLE: Readonly<Record<PersonKind, Readonly<Record<string, string>>>> = {
  partner: {
    partner: 'partner', boyfriend: 'boyfriend', girlfriend: 'girlfriend', husband: 'husband', wife: 'wife', spouse: 'spouse', fiance: 'partner',
    companion: 'companion', lover: 'partner', crush: 'crush', wifey: 'wife', bae: 'partner', soulmate: 'partner'
  },
  ex: { ex: 'ex' },
  family: {
    mother: 'mother', mom: 'mom', mum: 'mum', mama: 'mother', mommy: 'mom', father: 'father', dad: 'dad', daddy: 'dad', parents: 'parents', parent: 'parent', sister: 'sister', sisters: 'sisters',
    brother: 'brother', brothers: 'brothers', son: 'son', daughter: 'daughter', kids: 'children', children: 'children', child: 'child', kid: 'child', grandmother: 'grandmother', grandma: 'grandmother',
    grandfather: 'grandfather', grandpa: 'grandfather', grandparents: 'grandparents', aunt: 'aunt', uncle: 'uncle', cousin: 'cousin', stepmother: 'stepmother', stepmom: 'stepmother', stepfather: 'stepfather',
    stepdad: 'stepfather', stepson: 'stepson', stepdaughter: 'stepdaughter', siblings: 'siblings', sibling: 'sibling', family: 'family', inlaws: 'in-laws'
  },
  friend: { friend: 'friend', friends: 'friends', bestie: 'best friend', bff: 'best friend', roommate: 'roommate', flatmate: 'flatmate', coworker: 'coworker', colleague: 'colleague', boss: 'boss', neighbor: 'neighbour', neighbour: 'neighbour' }
}

/** Painful feelings as a message says them of the writer, and the noun that our words use. */
export const FEELINGS: Readonly<Record<string, string>> = {
  hurt: 'hurt', tired: 'tiredness', exhausted: 'exhaustion', drained: 'exhaustion', worried: 'worry', worrying: 'worry', sad: 'sadness', unhappy: 'sadness', miserable: 'sadness',
  angry: 'anger', mad: 'anger', furious: 'anger', frustrated: 'frustration', annoyed: 'frustration', irritated: 'frustration', upset: 'hurt', scared: 'fear', afraid: 'fear', terrified: 'fear',
  anxious: 'unease', nervous: 'nervousness', uneasy: 'unease', uncomfortable: 'discomfort', guilty: 'guilt', ashamed: 'shame', disappointed: 'disappointment', heartbroken: 'heartbreak', devastated: 'heartbreak',
  overwhelmed: 'strain', stressed: 'strain', insecure: 'self-doubt', numb: 'numbness', regretful: 'regret', helpless: 'helplessness', embarrassed: 'embarrassment', lonely: 'loneliness', rejected: 'hurt', betrayed: 'hurt',
  humiliated: 'hurt', unloved: 'hurt', unwanted: 'hurt', neglected: 'hurt'
}

const words = (...kinds: readonly PersonKind[]) => kinds.flatMap(kind => Object.keys(PEOPLE[kind])).join(' ')
const THEM = 'him her them'

/** Groups of words for the phrases of the topics' signs. */
export const GROUPS: Groups = {
  partner: words('partner', 'ex'),
  family: words('family'),
  friend: words('friend'),
  close: words('partner', 'ex', 'family', 'friend'),
  them: THEM,
  he: `he she they ${words('partner', 'ex')}`,
  dear: `${THEM} ${words('partner', 'ex')}`,
  anyone: `${THEM} ${words('partner', 'ex', 'family', 'friend')}`,
  bond: `relationship marriage us ${words('partner', 'ex')}`,
  emotion: `${Object.keys(FEELINGS).join(' ')} jealous depressed hopeless broken destroyed crushed shattered lost empty bitter resentful grumpy moody anger sadness anxiety guilt shame fear rage grief regret overwhelm overwhelming frustrating frustration heartache scary worry stress panic trapped stuck confused alone`
}

/** Beside one of these a light sign counts. */
export const COMPANY: ReadonlySet<string> = new Set(`${GROUPS.anyone} he she relationship relationships marriage dating date love guy girl`.split(' '))
