/** All topics by name. */
import { MATCHED_TOPICS, type MatchedTopic, type Topic } from './topic.ts'
import { infidelity, trust } from './topics/betrayal.ts'
import { closeness, relationship } from './topics/closeness.ts'
import { dating, marriage, readiness } from './topics/commitment.ts'
import { advice, choosing, confusion } from './topics/decisions.ts'
import { loneliness, longDistance } from './topics/distance.ts'
import { emotions, feelings } from './topics/emotions.ts'
import { breakUp, secondChance, stayOrLeave } from './topics/ending.ts'
import { family } from './topics/family.ts'
import { blueprint, compatibility, values } from './topics/fit.ts'
import { jealousy, selfWorth } from './topics/jealousy-self-worth.ts'
import { joy } from './topics/joy.ts'
import { boundaries, redFlags } from './topics/limits.ts'
import { fadingLove, love, loveConfusion } from './topics/love.ts'
import { communication, conflict } from './topics/talking.ts'

export const CATALOGUE: Readonly<Record<MatchedTopic, Topic>> = {
  infidelity, stay_or_leave: stayOrLeave, second_chance: secondChance, break_up: breakUp, jealousy, long_distance: longDistance, fading_love: fadingLove,
  love_confusion: loveConfusion, love, confusion, readiness, marriage, dating, choosing, advice, communication, trust, conflict, joy, emotions,
  boundaries, red_flags: redFlags, compatibility, values, blueprint, feelings, self_worth: selfWorth, loneliness, closeness, family, relationship
}

/** In order of priority. */
export const TOPICS: readonly Topic[] = MATCHED_TOPICS.map(name => CATALOGUE[name])
