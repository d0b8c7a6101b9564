/** The words that a scan's result is explained in. */
import type { WordingsByStrategy } from './topic.ts'
import type { Area } from './scan-view.ts'

export type Band = 'high' | 'middle' | 'low'

/** One manner of speaking; each of its sentences stands alone. Scores are whole, 0 to 100; the rest are noun phrases. */
export interface Tone {
  overall (score: number, band: Band): string
  area (area: Area, score: number, band: Band): string
  both (strengths: string, awareness: string): string
  strengths (strengths: string): string
  awareness (awareness: string): string
  redFlags (flags: string): string
  readonly empty: string
}

const WHOLE: Readonly<Record<Band, string>> = {
  high: 'a bond with a good deal to build on',
  middle: 'a mixed picture, with firm ground in some places and open questions in others',
  low: 'a time in which several things are asking for care'
}
const PART: Readonly<Record<Band, string>> = {
  high: 'one of the steadier parts',
  middle: 'a part with both good days and harder ones',
  low: 'a part that seems to cost effort at the moment'
}

export const TONES: readonly Tone[] = [
  {
    overall: (score, band) => `Taken as a whole, the result of ${score} out of 100 points to ${WHOLE[band]}.`,
    area: (area, score, band) => `On ${area}, the scan comes to ${score} out of 100, which speaks of ${PART[band]}.`,
    both: (strengths, awareness) => `The scan sees what carries you in ${strengths}, and invites a closer look at ${awareness}.`,
    strengths: strengths => `The scan sees what carries you in ${strengths}.`,
    awareness: awareness => `The scan invites a closer look at ${awareness}.`,
    redFlags: flags => `It marks ${flags} to be careful with, and your own sense of safety counts for more than any number.`,
    empty: 'This scan came with little detail, so there is not much in it to explain, and your own view of things counts all the more.'
  },
  {
    overall: (score, band) => `A score of ${score} out of 100 is a snapshot, and this one describes ${WHOLE[band]}.`,
    area: (area, score, band) => `You asked about ${area}: the scan shows ${score} out of 100 there, ${PART[band]}.`,
    both: (strengths, awareness) => `Good ground shows in ${strengths}, while ${awareness} may ask for some attention.`,
    strengths: strengths => `Good ground shows in ${strengths}.`,
    awareness: awareness => `There is a call for some attention to ${awareness}.`,
    redFlags: flags => `There is a more serious note about ${flags}, and it deserves to be taken seriously without jumping to conclusions.`,
    empty: 'There are few details in this scan, and that is no verdict on you or on your relationship.'
  },
  {
    overall: (score, band) => `What the scan sums up as ${score} out of 100 reads like ${WHOLE[band]}.`,
    area: (area, score, band) => `Where ${area} is concerned, the scan arrives at ${score} out of 100, so it looks like ${PART[band]}.`,
    both: (strengths, awareness) => `What seems to work is found under ${strengths}, and what seems harder under ${awareness}.`,
    strengths: strengths => `What seems to work is found under ${strengths}.`,
    awareness: awareness => `What seems harder is found under ${awareness}.`,
    redFlags: flags => `The scan raises a flag at ${flags}, which deserves a calm and honest look, at a pace that feels safe to you.`,
    empty: 'The scan has not much to say this time, which leaves more room for what you yourself have noticed.'
  },
  {
    overall: (score, band) => `In plain words, ${score} out of 100 suggests ${WHOLE[band]}.`,
    area: (area, score, band) => `As for ${area}, a value of ${score} out of 100 suggests ${PART[band]}.`,
    both: (strengths, awareness) => `The result speaks well of ${strengths}, and a little less easily of ${awareness}.`,
    strengths: strengths => `The result speaks well of ${strengths}.`,
    awareness: awareness => `The result speaks a little less easily of ${awareness}.`,
    redFlags: flags => `Some care is called for around ${flags}, and it makes sense to let that weigh more than the rest.`,
    empty: 'This scan holds almost no details, so it can only be a doorway to a talk and not a description of you.'
  }
]

/** One sentence each: up to three come before it. */
export const CLOSINGS: WordingsByStrategy = {
  LOW: [
    'What comes up in you as you read that?',
    'Which part of it feels true to you, and which does not?',
    'How does it sit with what you feel from day to day?',
    'What would you like me to hear about your side of it?',
    'Where does it touch you the most?'
  ],
  MEDIUM: [
    'A scan can show a pattern but not the reason for it, so what reason comes to your mind first?',
    'Numbers move with the season a relationship is in, so which season would you say this shows?',
    'Often a single area colours all the others, and which one could that be for you?',
    'Strengths are frequently what helps with the harder parts, so where might one of yours be of use?',
    'What surprises in a result tends to say the most, so what surprised you?'
  ],
  HIGH: [
    'You might choose one area that you would like to understand better, and consider a recent example of it before anything else.',
    'You could share one part of it with someone you trust, and consider asking how they see it.',
    'One way to use it could be to keep doing more of what works, and to give one harder area a small, regular moment of attention.',
    'You might write down where you agree with it and where you do not, since the difference could be the most useful part; which would you begin with?',
    'You could look at it again in some weeks, and consider in the meantime which small change would be the easiest to notice.'
  ]
}
