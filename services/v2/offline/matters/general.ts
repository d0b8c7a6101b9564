import type { Matter } from '../matter.ts'

/** For a message that none of the matters claims. */
export const GENERAL: Matter = {
  id: 'general',
  about: 'this',
  validations: [
    'Thank you for putting that into words; it makes sense that it is on your mind.',
    'What you feel about this has its reasons, and there is room for it here.',
    'It is good that you give this some space.'
  ],
  insights: [
    'What keeps coming back to mind often points to something that matters more than it seems at first.',
    'With things like this there is often a wish underneath, and the wish may be easier to hear than the worry.',
    'Sometimes the way a thing feels tells you more than the reasons for it.',
    'Both sides of this may be true at once, which would explain why it does not settle.'
  ],
  questions: [
    'What part of this feels closest to your heart right now?',
    'What has this been like for you?',
    'What do you wish were different?',
    'If this went the way you hope, what would you notice first?',
    'What feeling is strongest when you think about it?',
    'What would you like me to understand about it?',
    'When did you first notice this?'
  ],
  ideas: [
    'put into one sentence what you would like to be different, since a clear wish is easier to act on',
    'talk it over with someone who knows you and can listen without solving it',
    'choose one small step that is in your own hands this week',
    'write down what you feel, what you know and what you only guess, each on its own line',
    'give it a day before you act, and see whether it still looks the same'
  ]
}
