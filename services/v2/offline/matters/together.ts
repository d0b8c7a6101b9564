/** Between two people: quarrels, mending, finding words. */
import type { Matter } from '../matter.ts'

export const TOGETHER: readonly Matter[] = [
  {
    id: 'fights',
    themes: ['conflict'],
    pattern: /\b(?:fight(?:s|ing)?|fought|argu(?:e|es|ed|ing|ments?)|quarrel\w*|bicker\w*|conflicts?|yell(?:s|ed|ing)?|scream(?:s|ed|ing)?|disagree\w*|rough patch|never agree|dispute)\b/,
    about: 'all the arguing',
    validations: [
      'Living with that much friction is draining, even when there is love underneath.',
      'After a fight it can feel as if you were on two different sides of a river.',
      'It makes sense that you long for some peace.'
    ],
    insights: [
      'The same argument in ever new clothes often has one question underneath, whether one still matters to the other.',
      'In a heated moment two people usually both feel attacked, and each believes they are only defending themselves.',
      'How a couple finds back to each other after a fight often counts for more than how often it happens.'
    ],
    questions: [
      'What is the fight about, underneath the words?',
      'What do you feel just before it turns?',
      'How do the two of you find back to each other afterwards?',
      'What do you wish would happen in the middle of it?'
    ],
    ideas: [
      'begin softly, with what you feel and what you would like, because the first minute tends to set the tone',
      'agree on a word that means a break, and on a time to come back to it',
      'go after the problem side by side, with pen and paper, instead of face to face',
      'offer one thing you understand of the other view before you explain your own',
      'repair early with something small, like a touch, a joke or "that came out wrong"'
    ]
  },
  {
    id: 'mend',
    isRomance: true,
    pattern: /\b(?:(?:fix|save|saving|repair|mend|rescue|improve|work on|rebuild|strengthen) (?:my|our|this|the|things|us|it)|(?:be|become) (?:a )?(?:better|fixed)|make (?:it|this|things|us) (?:work|right|better)|keep (?:my|our) relationship|relationship problems|(?:having|have) (?:problems|issues|trouble)|not (?:going to )?work(?:ing)? out|lose (?:him|her|them))\b/,
    about: 'wanting to make this work',
    validations: [
      'Wanting to mend something, even now, says a lot about what it means to you.',
      'It is hard to want it so much when the outcome is not in your hands alone.'
    ],
    insights: [
      'Mending often begins less with a grand gesture than with one of the two feeling truly understood.',
      'It can be worth asking whether both of you want to repair the same thing.',
      'Fear of losing someone makes us hurry, while trust in a change tends to grow slowly.'
    ],
    questions: [
      'What would you miss most if it were gone?',
      'What was good between you that you would like back?',
      'What do you think {other} longs for in all this?',
      'When did it last feel right, even for an hour?'
    ],
    ideas: [
      'ask {them} what has been missing, and listen once without explaining yourself',
      'choose one thing that lies fully in your hands and keep to it for some weeks, quietly',
      'find out together what each of you would notice first if things were better',
      'bring back something small that used to be yours, like a walk or a shared breakfast',
      'think about a couples counsellor as a place where both of you can be heard'
    ]
  },
  {
    id: 'talk',
    isBroad: true,
    themes: ['communication'],
    pattern: /\b(?:communicat\w*|tell (?:him|her|them|my)|bring (?:it|this|that|up)|talk (?:to|about|with) \w+|talking (?:to|again|about)|conversation|point of view|how (?:do|can|should) i (?:ask|say|tell)(?! if| whether)|words|misunderst\w*|explain (?:to|my))\b/,
    about: 'finding the words for this',
    validations: [
      'It is hard to say something tender when so much hangs on how it is heard.',
      'Wanting to get the words right shows how much this means to you.'
    ],
    insights: [
      'Often the trouble is less the topic than the moment in which it comes up.',
      'Behind "how do I say it" there may be a worry about what happens after it is said.',
      'People tend to hear a wish more easily than a complaint, even when both mean the same.'
    ],
    questions: [
      'If it could be said without any risk, what would you say?',
      'What are you most afraid of in that conversation?',
      'How would you like the two of you to feel afterwards?',
      'What has happened when you brought it up before?'
    ],
    ideas: [
      'choose a calm hour and announce it gently, so that nobody is caught off guard',
      'start with why it matters: "I am telling you this because I care about us"',
      'keep to one subject and one example, and speak of your own side of it',
      'ask an open question and let the answer be longer than your part',
      'practise the first sentence aloud, since the beginning is the hardest'
    ]
  }
]
