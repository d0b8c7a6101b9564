/** What a moderation result means for the turn: care for the hurt, a warm decline for harm, nothing for strong words. */
import type { Risk } from '../understanding/reading.ts'
import { chooseUnused } from '../wordings.ts'
import type { CareGrade, CareKind, Flag } from './verdict.ts'

/** Categories of OpenAI's moderation endpoint (omni-moderation-latest). */
export const MODERATION_CATEGORIES = [
  'harassment', 'harassment/threatening', 'hate', 'hate/threatening', 'illicit', 'illicit/violent', 'self-harm', 'self-harm/intent',
  'self-harm/instructions', 'sexual', 'sexual/minors', 'violence', 'violence/graphic'
] as const
export type ModerationCategory = typeof MODERATION_CATEGORIES[number]
/** The flagged categories with their scores in [0, 1]. */
export type Flagged = Readonly<Partial<Record<ModerationCategory, number>>>

export const DECLINE_CATEGORIES = ['violence', 'illicit', 'hate', 'sexual_minor'] as const
export type DeclineCategory = typeof DECLINE_CATEGORIES[number]

export type ModerationRoute =
  | { readonly action: 'allow' }
  | { readonly action: 'care', readonly kind: CareKind, readonly grade: CareGrade }
  | { readonly action: 'decline', readonly category: DeclineCategory }

export interface ModerationInput {
  readonly flagged: Flagged
  /** The message tells of harm done to its writer. */
  readonly isVictim: boolean
  /** What the local rules or the session already know: a method question after a crisis is part of the crisis. */
  readonly localCareKind?: CareKind
}

const ALLOW = { action: 'allow' } as const
const care = (kind: CareKind, grade: CareGrade = 'explicit') => ({ action: 'care', kind, grade } as const)
const decline = (category: DeclineCategory) => ({ action: 'decline', category } as const)

/** The model scores mere talk of violence lower than this. */
const VIOLENT_SCORE = 0.85
const HATE_SCORE = 0.5

/** Routes by category. Somebody who hurts or is hurt is never refused. */
export function routeModeration ({ flagged, isVictim, localCareKind }: ModerationInput): ModerationRoute {
  const has = (...categories: readonly ModerationCategory[]) => categories.some(category => flagged[category] !== undefined)
  if (has('self-harm/intent', 'self-harm/instructions')) return care('self_harm')
  if (has('self-harm')) return care('self_harm', 'passive')
  if (isVictim) return has('harassment', 'harassment/threatening', 'violence', 'violence/graphic', 'sexual', 'sexual/minors', 'hate/threatening') ? care('abuse') : ALLOW
  const category = declinedCategory(flagged)
  if (category === 'sexual_minor') return decline(category)
  if (localCareKind && (category || has('violence', 'illicit'))) return care(localCareKind)
  return category ? decline(category) : ALLOW
}

function declinedCategory (flagged: Flagged): DeclineCategory | undefined {
  const score = (category: ModerationCategory) => flagged[category] ?? 0
  if (score('sexual/minors') > 0) return 'sexual_minor'
  if (score('hate/threatening') > 0 || score('hate') >= HATE_SCORE) return 'hate'
  if (score('illicit/violent') > 0 || score('harassment/threatening') > 0) return 'violence'
  // Graphic talk tells of something seen; violence without it, this sure, is a wish or a plan.
  if (score('violence') >= VIOLENT_SCORE && score('violence/graphic') === 0) return 'violence'
  return score('illicit') > 0 ? 'illicit' : undefined
}

/** Routes the understanding call's own view of the risk. */
export function routeRisk (risk: Risk): ModerationRoute {
  switch (risk) {
    case 'self_harm': return care('self_harm', 'passive')
    case 'abuse': return care('abuse', 'passive')
    case 'harm_to_others': return decline('violence')
    case 'sexual_minor': return decline('sexual_minor')
    case 'none': return ALLOW
  }
}

/** What the local rules saw where the understanding call saw nothing, or was not there. */
const riskBehind = (flag: Flag | undefined): Risk => flag === 'threat' ? 'harm_to_others' : flag === 'sexual_minor' ? flag : 'none'

/** What both models and the screen found of a message, together: care comes before a decline, whoever saw it. */
export function routeFound ({ risk: read, flagged, flag, care: localCareKind }: { risk: Risk, flagged: Flagged, flag?: Flag, care?: CareKind }, isVictim: boolean): ModerationRoute {
  const risk = read === 'none' ? riskBehind(flag) : read
  const isTold = isVictim || risk === 'abuse'
  const routes = [routeModeration({ flagged, isVictim: isTold, localCareKind }), routeRisk(risk === 'harm_to_others' && isTold ? 'abuse' : risk)]
  return routes.find(({ action }) => action === 'care') ?? routes.find(({ action }) => action === 'decline') ?? ALLOW
}

const DECLINES: Readonly<Record<DeclineCategory, readonly string[]>> = {
  violence: [
    'I will not help with hurting anybody, and I am still glad that you wrote instead of acting. Anger this big usually has a wound under it. What happened?',
    'That is a place where I do not go along. The feeling behind it is another matter, and it is welcome here. What hurt you so much?',
    'I leave plans to hurt someone aside, whoever it is. What I can do is listen to what brought you to this point. Where did it start?',
    'I hear a lot of rage, and I am not the one to help turn it on a person. I would rather hear what it protects. Who or what let you down?',
    'No help from me with harm, and no judgement about being furious. There is a story behind it. Would you like to tell it?'
  ],
  illicit: [
    'That is something that I stay out of. I am here for you and the people you care about, though. What is going on that made it seem like a way?',
    'I do not help with that one. If there is pressure or worry behind it, that part is welcome here. What is weighing on you?',
    'I leave that aside, and I am still listening. Needs often hide behind a question like this. What is it that you hope for?',
    'This is outside what I do. What happens between you and others is right inside it. How are things at home?',
    'I pass on that request, not on you. What was on your mind when you wrote it?'
  ],
  hate: [
    'I do not join in when a whole group of people is put down. Something has clearly stung you, and that I can hear. What happened to you?',
    'Words against people for who they are do not come from me. The hurt behind them may well be real. Who was it that treated you badly?',
    'I leave that aside and stay with you. Strong words often guard something sore. What is it for you?',
    'That is not a road I take, and I am not going to lecture either. What was the moment that made you so angry?',
    'I would rather hear about one person and one day than about a whole group. When did this feeling begin?'
  ],
  sexual_minor: [
    'I do not go anywhere near that: a child is never part of it. If a young person is being harmed, that matters more than anything else here. Is a child at risk?',
    'That is a firm no from me, and it stays one. Worries about a child, or about something you lived through yourself, are welcome. What is behind your message?',
    'I leave that closed. If this touches something that happened to you or to a child you know, there is room for it here. Is somebody unsafe?',
    'Anything sexual with a young person is outside what I talk about. What I can hear is concern, for a child or for yourself. Is there something of that kind?',
    'No, not that. If you came because a child may not be safe, I am listening. What have you seen?'
  ]
}

/** A decline that stays in the conversation; `pick` in [0, 1) chooses among wordings not yet heard. */
export function declineReply ({ category, used, pick }: { category: DeclineCategory, used: readonly string[], pick: number }): { text: string, wording: string } {
  return chooseUnused(DECLINES[category].map((text, at) => ({ text, wording: `decline.${category}.${at}` })), { used, pick })
}
