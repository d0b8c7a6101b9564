/** Amora's words for each feeling. */
import { EMOTIONS, type Emotion, type Emotions } from '../../understanding/reading.ts'

export interface Feeling {
  /** A noun phrase: "I hear …". */
  readonly noun: string
  readonly validations: readonly string[]
}

/** A feeling weaker than this is not named. */
const NAMED_MIN = 0.4

/** The strongest feeling of a reading; undefined when none is clear. A pain is named before a hope. */
export function feelingOf (emotions: Emotions): Emotion | undefined {
  const strongest = EMOTIONS.reduce((best, next) => emotions[next] - Number(next === 'hope') * 0.1 > emotions[best] ? next : best)
  return emotions[strongest] >= NAMED_MIN ? strongest : undefined
}

export const FEELINGS: Readonly<Record<Emotion, Feeling>> = {
  sadness: {
    noun: 'real sadness',
    validations: [
      'It makes sense that this hurts; it touches something you care about.',
      'That kind of ache deserves room and no hurry.',
      'Sadness like this usually has love underneath it.',
      'No wonder your heart is heavy.',
      'There is nothing weak about being sad over something that matters.'
    ]
  },
  anxiety: {
    noun: 'a lot of worry',
    validations: [
      'When so much is uncertain, it is no wonder that your mind keeps circling.',
      'Not knowing is often harder than a clear answer, so the worry makes sense.',
      'It is hard to rest when something this close to you feels unsettled.',
      'Your worry shows how much this matters to you.',
      'Of course your mind wants to be ready for everything when so much is at stake.'
    ]
  },
  frustration: {
    noun: 'so much frustration',
    validations: [
      'Anyone would be worn down by that.',
      'It is frustrating to care this much and to see so little change.',
      'Your frustration makes sense; something important keeps going unanswered.',
      'It is fair to be fed up with this.',
      'Being angry about it shows where it touches you, and that is worth hearing.'
    ]
  },
  confusion: {
    noun: 'a lot of uncertainty',
    validations: [
      'It is hard to find your footing when things point in different directions.',
      'Not being sure is an honest place to stand, even if it is an uncomfortable one.',
      'It makes sense that this feels tangled; there is a lot in it.',
      'No wonder your head is full.',
      'When two feelings pull at once, no answer feels right, and that is tiring.'
    ]
  },
  hope: {
    noun: 'hope',
    validations: [
      'It is good to hear the hope in this.',
      'There is warmth in the way you write about it.',
      'Hope like that is worth something, also when it is a careful one.',
      'I am glad that there is something bright in it.'
    ]
  },
  emotional_distance: {
    noun: 'a feeling of distance',
    validations: [
      'Feeling far from someone who matters is its own kind of lonely.',
      'It hurts when there is a gap where closeness used to be.',
      'Being near somebody and not reaching them wears on the heart.',
      'It makes sense that you miss the warmth.',
      'No wonder you feel alone in this.'
    ]
  },
  overwhelm: {
    noun: 'a sense of too much at once',
    validations: [
      'That is a lot for one person to hold.',
      'No wonder you are tired; there is so much in this.',
      'When it all comes together, even small things feel heavy.',
      'It makes sense that it feels like too much right now.',
      'You are holding a great deal.'
    ]
  }
}
